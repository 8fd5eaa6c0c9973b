"""The styles a picture or a film can be in, and the colours of things, by the words people have for them."""

import re

COLOUR = r"(?:red|blue|green|yellow|black|white|pink|purple|violet|orange|brown|gr[ae]y|gold(?:en)?|silver|turquoise)"
STYLE = re.compile(
    r"\b(water-?colou?rs?|oil(?: painting|s)?|pencil|charcoal|ink|sketch(?:e[sd]|y)?|anime|manga|comic(?: book)?|"
    r"cartoon\w*|pixel[- ]?art|"
    r"pop[- ]?art|impressionis\w+|expressionis\w+|cubis\w+|van gogh|monet|picasso|ghibli|claymation|clay|low[- "
    r"]?poly|vaporwave|"
    r"cyberpunk|noir|vintage|retro|polaroid|mosaic|stained[- ]glass|ukiyo\S*|art (?:deco|nouveau)|gothic|steampunk|"
    r"line[- ]?art|"
    r"vector|paper-?cut\w*|engrav\w+|lino-?cut|wood-?cut|crayons?|chalk|pastels?|sepia|graffiti|surreal\w*|"
    r"minimalis\w+|"
    r"story-?book|lego|embroider\w+|pointillis\w+|fresco|gouache|8-?bit|16-?bit|painting|painterly|hand-?drawn|"
    r"stop[- ]?motion)\b",
    re.I,
)
_ONLY_STYLE = re.compile(
    rf"^(?:(?:now|in|as|more|like|try|do)\s)*(?:(?:an?|the style of|style of)\s)?(?:(?:studio|vincent|full|thick|"
    rf"loose|soft|bold|rough|classic|"
    rf"traditional|dreamy)\s)?"
    rf"{STYLE.pattern}"
    r"(?:\s(?:style|look|version|vibes?|aesthetic|art|colou?rs?|drawing|painting|sketch|illustration))?"
    r"(?:[iy](?:fy|[sz]e))?(?: (?:it|this|that|me|us|him|her|them)(?: up)?(?: please)?)?"
    r"(?: (?:for|on) (?:all|both|each|every\w*|them|it|this|that|(?:the|image|picture)\b.{0,40}))?$",
    re.I,
)
_ALONE = re.compile(
    r"^(?:(?:now|make it|do it|try|in|as|more|like)\s)*(?:an?\s)?(?:[\w-]+\s){0,3}?(?:style|look|version|scene)$",
    re.I,
)


def only_style(text: str) -> bool:
    """Whether it is a style and nothing else: "as a watercolour", "van gogh"."""
    return bool(_ONLY_STYLE.match(text) or (_ALONE.match(text) and STYLE.search(text)))


_TO_A_LOOK = re.compile(
    r"^(?:turn|make|convert|transform|change|render|redraw|repaint|paint|draw|do|have|restyle|re-?imagine|put|show)"
    r"(?: me)? (?:it|this|that|them|him|her|me|us|image [-−]?\d{1,3}|(?:the|this|that|my|our|these|those)"
    r"(?: [\w'’-]{1,24}){1,3}?) (?:(?:in)?to(?: look like)? |look(?:s|ing)? like |like |as (?!if\b))(?P<look>\S.*)$",
    re.I,
)
_WHAT_FOR = re.compile(
    r",? (?:it(?:['’]s| is) )?for (?:my|our|his|her|the|an?) [\w'’ -]{1,40}$", re.I
)


def look_in(text: str) -> str:
    """The look alone of what orders one: "turn it into a watercolour for my wall"; any other text as it is."""
    found = _TO_A_LOOK.match(text)
    if found is None or not STYLE.search(found["look"]):
        return text
    return _WHAT_FOR.sub("", found["look"])
