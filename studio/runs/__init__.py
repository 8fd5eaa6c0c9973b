"""Durable chat runs: the agent's loop driven by the studio, every step recorded before it is told."""

from studio.runs.service import Runs

__all__ = ["Runs"]
