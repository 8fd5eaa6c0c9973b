"""Deeds whose result is a picture or a solid."""
