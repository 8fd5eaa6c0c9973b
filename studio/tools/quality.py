"""What a run's `qualityTier` means for calls that leave the choice open."""

from collections.abc import Mapping
from typing import Any

from studio.spellings import either

_FINER = ("hq", "pro")
_CHOICES: Mapping[str, Mapping[str, str]] = {
    "edit_image": {"model": "qwen"},
    "restore_photo": {"quality": "hq"},
}


def with_quality(name: str, arguments: Mapping[str, Any], tier: Any) -> dict[str, Any]:
    """The arguments with the finer model where the tier asks for it and the call names none, nor brings a mask."""
    chosen = dict(_CHOICES.get(name, {})) if tier in _FINER else {}
    if either(arguments, "mask_image_url"):
        chosen = {}
    return {**chosen, **{key: value for key, value in arguments.items() if value is not None}}
