"""The limits of a music order, as its model's tier has them: what is beyond them is refused before it is paid for."""

from collections.abc import Mapping
from typing import Any

from studio.catalogue import TIERS, Model
from studio.projects.orders.refusals import BadOrder
from studio.safe_json import is_number

_BOUNDED = {"duration": "seconds", "bpm": "beats a minute"}


def check_sound(model: Model, frame: Mapping[str, Any]) -> None:
    """Raises BadOrder for a length or a tempo beyond the tier of a music model."""
    if model.workflow != "music":
        return
    tier = TIERS[model.tier]
    for name, unit in _BOUNDED.items():
        value, bounds = frame.get(name), tier.get(name)
        if value is None or bounds is None:
            continue
        sound = is_number(value)
        if not sound or not bounds["min"] <= value <= bounds["max"]:
            raise BadOrder(f"{model.name} makes {bounds['min']} to {bounds['max']} {unit}.")
