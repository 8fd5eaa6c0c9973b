"""Writing without a model: a brief is read for its subject and mood, and text is built from word lists and patterns.

`topic` reads, `choice` draws (always the same for the same brief), one module for each kind of text.
"""
