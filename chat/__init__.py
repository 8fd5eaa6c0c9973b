"""Conversations, runs, the journal and the page."""
