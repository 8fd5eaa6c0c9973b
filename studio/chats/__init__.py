"""Chat jobs of the socket: words at a pace, kept for a client that comes back."""
