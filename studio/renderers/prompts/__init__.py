"""What a prompt asks for: its branches, its words, its way of painting."""
