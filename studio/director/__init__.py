"""The director: a rule-based stand-in for the language model. It says so when asked."""

from studio.director.reply import Call, Reply, direct

__all__ = ["Call", "Reply", "direct"]
