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
