"""Scenes: each module composes one family of pictures on a canvas.

`compose` says which scene suits a prompt, `stage` where things stand in one, `backdrop` and `motif` put a single thing
before a wall or into a place.
"""
