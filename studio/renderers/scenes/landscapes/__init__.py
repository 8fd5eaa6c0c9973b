"""Land, sea and sky, and what stands, lives and travels in them."""
