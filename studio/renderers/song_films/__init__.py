"""Films cut to a song: its beats, its shots, and what is seen in them."""
