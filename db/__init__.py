"""What this project adds to Django's database layer. Knows no model."""
