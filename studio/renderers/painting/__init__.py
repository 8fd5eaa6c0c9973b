"""Ways of painting that any picture can be gone over in; `styles` says which words mean which."""
