"""People and animals close by: heads, faces and what they wear."""
