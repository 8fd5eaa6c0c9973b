"""Films joined, continued and mended in the middle."""
