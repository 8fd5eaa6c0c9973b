"""The agent's loop: plain synchronous code that reads top to bottom; waiting is done by the shared event loop."""

from chat.loop.drive import drive_run

__all__ = ["drive_run"]
