"""Scenes: each module composes one family of pictures on a canvas."""
