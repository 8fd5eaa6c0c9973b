"""What is to be seen on the newest picture, or in which shape it is to be, said in ways of its own, as orders."""

import re

from studio.director.families.once_more.remake_words import last_order
from studio.director.language.clauses import Clause
from studio.director.plan import Scene

_KEPT = re.compile(  # what is not to be lost in a change
    r"^(?:(?:but|please|and) )?(?P<what>(?:keep|leave) (?:my|the|his|her|its|their) [\w' -]{2,40})$",
    re.I,
)
_FRAMED = re.compile(
    r"^frame (?:it|this|that|him|her|the (?:picture|image|photo))(?: (?:in|with) (?P<how>.{2,40}))?$",
    re.I,
)
_CALLED = re.compile(
    r"^(?:name|call|title) (?:it|this|that|the [\w-]{2,20}) \"?(?P<name>[^\",.]{2,40})\"?$", re.I
)
_SUCH_ONES = re.compile(
    r"^(?P<how>(?!(?:the|these|those|other|same|new|different|more|no|two|three|four|five|which|last|"
    r"first)\b)[\w-]{3,14}) "
    r"ones(?: please| instead)?$",
    re.I,
)
_ADDED_BEFORE = re.compile(
    r"^(?:add|put|give (?:it|him|her|them|the [\w-]+)|draw)(?: on)? (?:(?:an?|some|the|two|three) )?(?:[\w-]+ ){0,2}?"
    r"(?P<what>[\w-]{3,20}s)\b",
    re.I,
)
_FROM_AFAR = re.compile(  # of a picture: what is to be seen beside it
    r"^(?:zoom|go|move|step) (?:out|back|away)(?: (?:a (?:bit|little)|more|further))?,? (?:so (?:that )?(?:we|you|"
    r"i|one)"
    r"(?: can| could)? see|to (?:show|see|reveal)) (?P<what>(?!(?:more|everything|all|it|him|her|"
    r"them)\b)[\w' -]{3,60})$",
    re.I,
)
_ANEW = re.compile(
    r"^(?:(?:forget|scrap) (?:it|that|this)[,.! ]{1,3})?(?:let['’]s )?(?:start|begin) (?:again|anew|over|from "
    r"scratch) (?:with|from) "
    r"(?P<what>(?:an?|some|two|three) .{2,200})$",
    re.I,
)
_SAME_SHAPE = re.compile(
    r"^(?:the )?same(?: (?:thing|one|picture|film))? (?:as|in|for) (?:an? )?(?:(?:instagram|insta) "
    r")?(?P<shape>story|reels?|square|"
    r"landscape|vertical|upright)(?: (?:format|version))?$",
    re.I,
)
_POST = re.compile(
    r"^(?:(?:and|also|now|make it|in|as|an?|for|the) )*(?:(?:instagram|insta|facebook) )?(?:post|feed) (?:size|"
    r"format|shape)"
    r"(?: (?:for|on) (?:instagram|insta|facebook))?$",
    re.I,
)


def anew_or_shaped(text: str) -> str:
    """The order for something else from the start, or for the same in another shape; empty for all other words."""
    if anew := _ANEW.match(text):
        return f"draw {anew['what']}"
    if same := _SAME_SHAPE.match(text):
        told = same["shape"].lower()
        return f"make it {'vertical' if re.search('story|reel|upright', told) else told}"
    return "make it square" if _POST.match(text) else ""


def about_what_is_seen(text: str, clause: Clause, scene: Scene) -> str:
    """The order for the newest picture; empty for all other words."""
    if (keep := _KEPT.match(text)) and last_order(scene):
        return f"again, but {keep['what']}"
    if framed := _FRAMED.match(text):
        return f"put it in a {framed['how'] or 'plain'} frame"
    if called := _CALLED.match(clause.text):
        return f'write "{called["name"]}" on it'
    ones = _SUCH_ONES.match(text)
    if ones and (added := _ADDED_BEFORE.match(last_order(scene))):
        return f"make the {added['what']} {ones['how']}"
    if afar := _FROM_AFAR.match(text):
        return f"add {afar['what']}, seen from further away"
    return ""
