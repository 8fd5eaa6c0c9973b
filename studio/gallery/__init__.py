"""`python -m studio gallery`: every tool shown at work on one static page, to be looked at by a person."""
