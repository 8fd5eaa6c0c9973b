"""The files clients upload and renders make, and what they are."""
