"""Sentences: before and after the work, small talk, what can be seen, what is declined, titles."""
