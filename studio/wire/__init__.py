"""The wire: frames, routes and refusals, spelled the way the official SDKs read them."""
