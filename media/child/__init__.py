"""What decodes strange files: a short-lived process of its own, with limits. It knows no Django."""
