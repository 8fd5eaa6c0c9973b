"""Places seen from straight above: towns, coasts, open country, tables."""
