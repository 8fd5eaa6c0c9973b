"""Deeds whose result is a film."""
