"""Words and pictures laid over films."""
