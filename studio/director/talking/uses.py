"""What may be done with a result outside of here: printed, shared, sold. Asked, it is answered, and nothing is made."""

import re

from studio.director.plan import Scene
from studio.director.reading import Turn
from studio.director.references.kinds import kinds_named

_BEFORE = r"(?:(?:and|so|but|ok|okay|lol|haha|hey|thanks|thank you|also|cool|great|nice|wow)[\s,.!]{1,2}){0,3}"
_WHAT = (
    r"(?:it|this|that|they|them|these|those|(?:the|this|that|my|these) (?:[\w-]{1,20} ){0,2}?(?:pictures?|images?|"
    r"photos?|videos?|clips?|films?|songs?|tracks?|models?|files?|posters?|cards?|logos?|results?|one|ones))"
)
_DEED = (
    r"(?P<deed>3-?d[- ]?print(?:ed|able)?|print(?:ed|able)?|download(?:ed)?|shared?|sell|sold|publish(?:ed)?|"
    r"post(?:ed)?|upload(?:ed)?|e-?mail(?:ed)?|embed(?:ded)?|licen[cs]ed?|copyright(?:ed)?)"
)
_ENDS = (
    r"(?=[\s?!.]*$| (?:it|this|that|them|these|those|the|my|these|on|at|as|for|with|to|later|somewhere|anywhere|"
    r"commercially|online|directly|now|too|by|large|big|from|in (?:a[3-6]|large|colou?r|high|good|the|my|3-?d))\b)"
)
_ASKED = re.compile(
    rf"^{_BEFORE}(?:(?:can|could|may|might|will|would) (?:i|we|my [\w-]{{2,20}}|people|others|{_WHAT})"
    rf"|(?:am i|are we|is it|would it be)(?: (?:ok(?:ay)?|allowed|legal|possible|fine|free)(?: for me| if i| to| "
    rf"for us to)*)?"
    rf"|is {_WHAT}|are {_WHAT}|do i (?:need|have) (?:a licen[cs]e )?to)"
    r"(?: (?:be|also|still|even|just|legally|later|then|now|allowed to|able to|safely|have|get)){0,4} "
    rf"{_DEED}\b{_ENDS}",
    re.I,
)
_USED = re.compile(
    rf"^{_BEFORE}(?:can|could|may|am|are|is|will) (?:(?:i|we)(?: allowed to| able to)? use {_WHAT}|{_WHAT} be used)"
    r"(?: [\w-]+){0,2}? (?:commercially|anywhere|online|for (?:my|our) (?:business|shop|company|website|work|job|"
    r"channel|homepage|blog|etsy)|for (?:work|free|business)|(?:on|in) (?:my|our) [\w -]{2,30})[\s?!.]*$",
    re.I,
)
_DOTS_PER_CM = 118
"""Of a print in which nobody sees them: 300 to the inch."""
_FILE = "Every result is a file that you can download with the button beside it."


def use_of(turn: Turn, text: str) -> str:
    """The answer to a question what may be done with a result; empty when none is asked."""
    if turn.attached or not turn.media:
        return ""
    asked = _ASKED.match(text)
    if asked is None and not _USED.match(text):
        return ""
    deed = asked["deed"].lower() if asked else ""
    if deed.startswith("3"):
        return _in_three_dimensions(turn)
    if deed.startswith("print"):
        return f"{_FILE} {_printed(turn, text)}".strip()
    if deed.startswith(("download", "email", "e-mail")):
        return _FILE
    return (
        f"{_FILE} What you may do with it is told in the terms of the service; I do not know them."
    )


def _printed(turn: Turn, text: str) -> str:
    """How large the picture that is meant can be printed."""
    known = Scene(turn).now("image")
    if not known or "video" in kinds_named(text) or not known[-1].pixels:
        return ""
    wide, high = (round(side / _DOTS_PER_CM) for side in known[-1].pixels)
    return (
        f"Image {known[-1].index} has {known[-1].pixels[0]} by {known[-1].pixels[1]} pixels: sharp up to about {wide} "
        f"by {high} cm. Enlarge it for a larger print."
    )


def _in_three_dimensions(turn: Turn) -> str:
    if any(one.kind == "model" for one in turn.media):
        return f"{_FILE} A 3D model is a GLB file; the program of a printer may want it converted first."
    if "image_to_3d" in turn.tools:
        return "A picture has to become a 3D model first. Shall I make one?"
    return "Nothing here makes 3D models, so there is nothing to print like that."
