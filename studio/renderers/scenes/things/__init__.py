"""Single things close by."""
