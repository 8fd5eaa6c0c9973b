"""Streets and towns."""
