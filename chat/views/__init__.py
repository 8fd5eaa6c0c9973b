"""Pages and actions over HTTP: door, form, action, response."""
