"""Wishes in a form of their own as the orders they are: a question how to do it, a list behind a comma."""

import re

_SPLIT = re.compile(  # how a film is best told in shots is a storyboard of it
    r"^(?:(?:so|ok|hi|hey|hello|well),? )?how (?:would|should|could|do|can) (?:you|we|i) (?:split|break|divide|"
    r"cut|plan|"
    r"structure|lay out)(?: up| down)? (?P<film>[^?.!:\n]{3,100}?)(?: up| down)? (?:into|in|as) "
    r"(?P<parts>(?:\w+ )?(?:shots|scenes|panels|beats))\??(?:\s(?P<rest>[^\n]{3,400}))?$",
    re.I,
)
_BOARD = re.compile(
    r"^(?:(?:maybe|please|just|make|write|do|as|i need|we need|give me) ){0,3}(?:an? )?(?:story-?board|"
    r"shot ?list)\b,?\s?",
    re.I,
)
_LISTED = re.compile(  # "two images, a sunrise and a sunset": the comma is a colon
    r"^(?P<head>(?:[\w'’]+ ){0,6}?(?:two|three|four|five|six|[2-6]) (?:(?:different|new|short|separate|small|"
    r"quick|nice) )?"
    r"(?:pictures|images|photos|pics|drawings|paintings|videos|clips|films|songs|tracks)),\s"
    r"(?=(?:an?|the|one|my|our)\s[^.!?\n]{2,200}?\b(?:and|,) ?(?:an?|the|one|my|our)\s)",
    re.I,
)
_COUNTED = re.compile(r"(?:\d|two|three|four|five|six|seven|eight|nine|ten|twelve)", re.I)


def put_plainly(text: str) -> str:
    """ "How would you split a 90 second film into shots?" as the storyboard it asks for, a list behind its colon."""
    asked = _SPLIT.match(text)
    if asked is None:
        return _LISTED.sub(r"\g<head>: ", text)
    rest = asked["rest"] or ""
    told = _BOARD.sub("", rest)
    if rest and told == rest:
        return text
    parts = f"with {asked['parts']}" if _COUNTED.match(asked["parts"]) else ""
    return ", ".join(
        part
        for part in (f"write a storyboard for {asked['film']}", parts, told.strip(" .!?"))
        if part
    )
