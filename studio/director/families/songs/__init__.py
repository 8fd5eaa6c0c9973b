"""Deeds with songs and speech: made, followed up, and films to them."""
