"""What is declined, and what the content filter keeps back."""
