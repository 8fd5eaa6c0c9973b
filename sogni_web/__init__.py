"""Wiring only: settings, addresses, the ASGI and Celery applications, and what starts them."""
