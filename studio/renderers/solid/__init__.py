"""From pictures of a thing to a mesh of it.

`shape` inflates its outline, `skin` dresses it, `model` writes the file.
"""
