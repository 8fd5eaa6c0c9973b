"""Films: made from words, changed, joined, written on; each module makes one kind."""
