"""Durable workflows: plans of tool steps, run one after the other and kept across restarts; templates of such plans."""
