"""A subject seen from all sides."""
