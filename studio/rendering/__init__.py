"""Renders in fair turns, whoever asked for them, each in a child process."""
