"""What is being made, in words: trays never name a tool."""

from collections.abc import Mapping
from typing import Any

NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
NOUNS = {
    "generate_image": ("a picture", "pictures"),
    "animate_photo": ("a moving picture", "moving pictures"),
    "sound_to_video": ("a film to the music", "films to the music"),
}


def tray_title(name: str, arguments: Mapping[str, Any], count: int, *, done: bool) -> str:
    """ "Making four pictures" while it works, "Four pictures" after."""
    one, many = NOUNS.get(name, ("a piece", "pieces"))
    if count > 1:
        number = NUMBERS[count] if count < len(NUMBERS) else str(count)
        noun = f"{number} {many}"
    else:
        noun = one
    if not done:
        return f"Making {noun}"
    noun = noun.removeprefix("a ")
    return noun[:1].upper() + noun[1:]
