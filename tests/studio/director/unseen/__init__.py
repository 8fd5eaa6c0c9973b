"""Utterances written without sight of the director's rules."""
