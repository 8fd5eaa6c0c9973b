"""The table of utterances, by family."""
