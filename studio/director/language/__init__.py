"""What people write, as text: clauses, orders, numbers, styles, prompts. Knows no media and no tools."""
