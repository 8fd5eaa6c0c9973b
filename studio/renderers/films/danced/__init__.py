"""Dances on a beat."""
