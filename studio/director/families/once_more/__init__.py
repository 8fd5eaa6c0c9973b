"""The last deed once more: with a change, or for something else."""
