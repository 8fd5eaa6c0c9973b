"""Pictures made, changed, mended, cut out and enlarged."""
