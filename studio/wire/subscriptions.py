"""Which optional frames a client wants to hear."""

import json
from typing import Any

KNOWN = ("projectQueue", "modelAvailability", "appAlert", "subscriptionLimitNotice")


def from_query(text: str) -> dict[str, bool]:
    """The JSON of the connect query; anything else means none."""
    try:
        return _flags(json.loads(text)) if text else {}
    except (ValueError, RecursionError):
        return {}


def changed(now: dict[str, bool], update: dict[str, Any]) -> dict[str, bool]:
    """The subscriptions after a `setSocketEventSubscriptions` frame, in any of its four forms."""
    after = {} if update.get("reset") else dict(now)
    after.update(_flags(update.get("subscriptions")))
    after.update(dict.fromkeys(_names(update.get("subscribe")), True))
    after.update(dict.fromkeys(_names(update.get("unsubscribe")), False))
    enabled = update.get("enabled")
    if isinstance(enabled, bool):
        after.update(dict.fromkeys(_names(update.get("event")), enabled))
    return after


def _flags(value: Any) -> dict[str, bool]:
    given = value if isinstance(value, dict) else {}
    return {name: on for name, on in given.items() if name in KNOWN and isinstance(on, bool)}


def _names(value: Any) -> list[str]:
    names = value if isinstance(value, list) else [value]
    return [name for name in names if isinstance(name, str) and name in KNOWN]
