"""Arrows: "sky → blue" is a change, "photo → video" a making; between orders they only say what comes next."""

import re

from studio.director.language.vocabulary import VERB

_ARROW = r"\s?(?:→|->|=>)\s?"
_MEDIUM = (
    r"(?:videos?|clips?|films?|movies?|gifs?|animations?|music videos?|3d(?: models?)?|models?|mesh(?:es)?|songs?|"
    r"tracks?|"
    r"music|pictures?|images?|photos?|subtitles?|captions?)"
)
_STYLED = (
    r"(?:(?:an? )?(?:[\w-]{1,24} )?(?:water-?colou?rs?|oils?|pencil|ink|anime|manga|comics?|cartoons?|sketch|"
    r"pixel[- ]art|"
    r"pop[- ]art|line[- ]art|painting|drawing|poster)\b)"
)
_POINTER = (
    r"@?(?:the |my |this |that )?(?:image|picture|photo|video|clip|song|track)(?: ?[-−]?\d{1,3})?"
)
_BECOMES = re.compile(
    rf"(?:^|(?<=[,;\n] )|(?<=[,;\n]))(?P<where>{_POINTER}\s?[:,]\s?)?(?!{VERB}\b)(?:(?:the|my|his|her|its|their) )?"
    rf"(?P<what>(?!an? |{_MEDIUM}\b)[\w'-]{{2,24}}(?: [\w'-]{{1,24}}){{0,2}}){_ARROW}"
    rf"(?!(?:an? )?(?:[\w-]{{1,24}} )?{_MEDIUM}\b|{_STYLED}|animat\w+|\d|{VERB}\b)"
    r"(?P<to>[\w'-]{1,24}(?: [\w'-]{1,24}){0,4})(?=\s?(?:[,;\n]|$))",
    re.I,
)
_MADE = re.compile(
    rf"(?P<of>^{_POINTER})?{_ARROW}(?:an? )?(?P<into>(?:short )?(?:music video|video|clip|film|movie|gif|animation|"
    rf"3d model|3d|"
    r"mesh))(?=\s?(?:[,;\n]|→|->|=>|$))",
    re.I,
)


def arrows_read(text: str) -> str:
    """The text with arrows between a thing and what it becomes as orders; those between orders stay."""
    return _MADE.sub(_made, _BECOMES.sub(_changed, text))


def _changed(pair: re.Match[str]) -> str:
    where = (pair["where"] or "").strip(" ,:")
    return f"change the {pair['what']} to {pair['to']}" + (f" in {where}" if where else "")


def _made(pair: re.Match[str]) -> str:
    into = "3D model" if pair["into"].lower().startswith("3d") else pair["into"]
    if pair["of"]:
        return f"turn {pair['of']} into a {into}"
    return f" → turn it into a {into}"
