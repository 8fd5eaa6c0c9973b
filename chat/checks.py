"""System checks of the chat app."""

from typing import Any

from django.conf import settings
from django.core.checks import Error, register


@register()
def lease_outlives_renewal(**_: Any) -> list[Error]:
    """A lease must outlive several renewals, or a busy worker loses its runs."""
    if settings.RUN_LEASE_S >= 5:
        return []
    return [Error("RUN_LEASE_S must be at least 5 seconds.", id="chat.E001")]
