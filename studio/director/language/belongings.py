"""Parts that belong to what a picture shows, said without an order: "red roof" of a house, "longer hair"."""

import re

from studio.director.language.styles import COLOUR

_PART = (
    r"(?:roofs?|doors?|windows?|walls?|chimney|fence|floor|ceiling|curtains|hair|eyes|eyebrows|lips|nose|ears|tail|fur|"
    r"feathers|beak|paws|claws|mane|horns?|wings|scales|skin|beard|mou?stache|teeth|hands|legs|dress|shirt|"
    r"trousers|pants|"
    r"jacket|coat|cape|crown|hat|cap|tie|scarf|shoes|boots|gloves|sails?|wheels|handlebars|seats?|petals|leaves|"
    r"stem|grass|"
    r"sky|water|"
    r"ground|sand|clouds|label|lid|handle|stripes|spots|icing|frosting|candles)"
)
_HOW = (
    r"(?:(?:much |even )?(?:bigger|smaller|longer|shorter|thicker|thinner|larger|rounder|pointier|brighter|"
    r"darker)|curly|"
    r"straight|wavy|open|closed|broken|wooden|striped)"
)
_OF_IT = re.compile(
    rf"^(?:(?:and|but|with) )?(?:(?P<colour>(?:(?:dark|light|bright|pale|deep) )?{COLOUR})|{_HOW}) (?P<part>{_PART})$",
    re.I,
)
_COLOURED = re.compile(
    rf"^(?:(?:and|but) )?(?:the |his |her |its |their )?(?P<part>{_PART}) (?:(?:in|should be|must be) )?"
    rf"(?P<colour>{COLOUR}|spread|open|closed|raised|folded|bigger|smaller|longer|shorter)$",
    re.I,
)


def belongs(thing: str) -> bool:
    """Whether a thing is a part of another, like a roof; "a glass of water" is none."""
    return bool(re.search(rf"^(?!.*\bof\b).*\b{_PART}$", thing, re.I))


def part_order(text: str) -> str:
    """The order that a part with how it is to be stands for; empty for all other words."""
    if said := _COLOURED.match(text):
        return f"make the {said['part']} {said['colour']}"
    told = _OF_IT.match(text)
    if told is None:
        return ""
    return f"make the {told['part']} {told['colour']}" if told["colour"] else f"give it {text}"
