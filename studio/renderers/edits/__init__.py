"""Changing a picture as a sentence asks.

`reading` finds the wishes in the words; the other modules fulfil one kind each.
"""
