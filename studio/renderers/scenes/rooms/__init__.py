"""Rooms and what stands in them."""
