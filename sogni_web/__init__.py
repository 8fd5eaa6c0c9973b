"""Wiring only: settings, addresses, the ASGI and Celery applications, and what starts them."""

from sogni_web.celery import app as celery_app

__all__ = ["celery_app"]
