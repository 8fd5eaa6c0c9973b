"""Films made from a film: over, larger, wider, in part."""
