"""Clauses that are one deed: more of a length, of a sharpness, or of how something on one picture looks."""

import re

from studio.director.language.motion_verbs import MOTION

_WHO = r"(?:her|him|them|it|(?:the|my|his|her|its|their) [\w'-]{2,20})"
_NO_LOOK = (
    r"(?:\d|(?:an? |the |some |more )?(?:[\w-]+ )?(?:music|songs?|sounds?|soundtrack|voice|titles?|captions?|"
    r"subtitles?|text|names?|words?|seconds?|videos?|films?|clips?|movies?|animations?|gifs?|loops?|try|go|shot|chance|border|"
    r"transition|cut|background|versions?|variations?|options?|style|twist)\b)"
)
_BETTER = (
    r"(?:(?:look )?(?:(?:a (?:bit|little|lot)|much|even|slightly|way) )?(?:older|younger|taller|thinner|thicker|"
    r"happier|sadder|angrier|scarier|cuter|prettier|friendlier|meaner|stronger|fatter|paler|darker|brighter|redder|"
    r"wilder|hairier|fluffier|(?:more|less) [a-z-]{3,16})|look [a-z-]{3,16}|smile|frown|blond|blonde|bald)"
)
_CHANGED = re.compile(
    rf"^(?:(?:also|then|please|just|and) )*(?:make {_WHO} (?!{MOTION}\b)(?!\d|an?\b|into\b)|"
    rf"give {_WHO} (?!{_NO_LOOK}))",
    re.I,
)
_GIVEN = re.compile(
    rf"^give (?:her|him|them|it|the [\w'-]{{2,20}}) (?:an?|some|more|two|the|longer|shorter|big|long|short|{_BETTER}) "
    rf"?(?!{_NO_LOOK})",
    re.I,
)
_MADE = re.compile(rf"^make {_WHO} {_BETTER}$", re.I)
_ELSE = re.compile(
    r"\b(?:videos?|films?|clips?|songs?|music|3d|longer|shorter|slower|faster|louder|quieter|seconds?|loop\w*|animat\w+|"
    r"mov(?:e|es|ing)|[48]k|bigger|larger|transparent|vertical|square|portrait|landscape|versions?|variations?)\b",
    re.I,
)
_LONGEST = 160


def of_one_look(deed: str, more: str) -> bool:
    """ "Make her older" and "give her a scar": both are to be seen on the same picture."""
    if len(deed) > _LONGEST or len(more) > _LONGEST or _ELSE.search(deed) or _ELSE.search(more):
        return False
    if not _CHANGED.match(deed):
        return False
    given = _GIVEN.match(more) and not re.match(
        rf"give (?:\w+ |the [\w'-]+ ){_NO_LOOK}", more, re.I
    )
    return bool(given or _MADE.match(more))


_LONGER = re.compile(r"\b(?:longer|extend|lengthen|prolong|go on|goes on|continue)\b", re.I)
_BY_SO_MUCH = re.compile(
    r"^(?:add|give it|plus|by|another|put)\s(?:about |another |an extra |some |on )*(?:\d{1,3}|five|ten|three|two|"
    r"four|six|"
    r"eight)[\s-]?(?:more |extra )?(?:s|secs?|seconds?)(?: more| extra| to it| on it| longer| at the end)*$",
    re.I,
)
_FINER = re.compile(
    r"^(?:(?:clean|fix|reduce|remove|less|get rid of)(?: up)? (?:the |all )?(?:noise|grain|blur\w*|artifacts?)|"
    r"(?:de-?noise|sharpen|unblur) (?:it|this|the (?:picture|image|photo))|"
    r"make (?:it|this|the (?:picture|image|photo)) (?:much |a bit |a little )?(?:sharper|crisper|clearer|cleaner|"
    r"finer))(?:$|[,.] )",
    re.I,
)


def together(deed: str, more: str) -> bool:
    """Whether two clauses are one deed: "make it longer, add 5 seconds", "clean up the noise and make it crisper"."""
    if _BY_SO_MUCH.match(more):
        return bool(_LONGER.search(deed)) and not re.search(r"\d", deed)
    return bool(_FINER.match(deed) and _FINER.match(more)) or of_one_look(deed, more)
