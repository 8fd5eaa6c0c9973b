"""Durable workflows: plans of tool steps, run and kept across restarts; templates of such plans."""
