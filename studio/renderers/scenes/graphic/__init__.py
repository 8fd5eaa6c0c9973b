"""Pictures that are flat: patterns, logos, ornaments."""
