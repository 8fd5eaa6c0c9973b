"""A request written as a list: its rows, each with the order that stands before the list."""

import re

from studio.director.language import values
from studio.director.language.politeness import plain
from studio.director.language.statements import is_talk, tells
from studio.director.language.vocabulary import VERB

_NUMBERED = re.compile(r"(?:^|(?<=[\s:,;.]))\(?(\d{1,2}|[a-h]\))[.)]?\s(?=\S)", re.I)
_BULLET = re.compile(r"(?:^|\n)\s?[-*•]\s(?=\S)")
_ENDS = " \t\n,;"
MOST_ROWS = 48  # more than are ever followed
_LEAST = 2
# a film in parts or a page in panels is one wish, however its parts are written down
_PARTS = re.compile(
    r"\b(?:scenes?|shots?|parts?|panels?|verses?|steps?|chapters?|frames?|acts?|sections?|slides?|storyboard|script|"
    r"plan|workflow|template|lyrics|subtitles?|captions?)\b",
    re.I,
)
_ORDER = re.compile(
    rf"^({VERB}(?: (?:me|us))?)?\s?(?:(?:all )?(?:of )?(?:the following|these|this|that)(?: things?)?)?$",
    re.I,
)
_THESE = re.compile(r"\b(?:the following|these|those)(?= (?:[\w-]+ ){0,2}[\w-]+s\b)", re.I)
_HEARD = re.compile(r"\b(?:song|track|melody|jingle|beat|recording|reading)\b", re.I)


def rows_of(text: str) -> list[str]:
    """The rows of a list as orders of their own; the text alone when it is no list of wishes."""
    marks = _marks(text)
    if len(marks) < _LEAST:
        return [text]
    head = text[: marks[0][0]].strip(_ENDS + ":.!(")
    ends = [start for start, _ in marks[1:]] + [len(text)]
    bounds = list(zip(marks, ends, strict=True))[:MOST_ROWS]
    rows = [text[mark[1] : end].strip(_ENDS) for mark, end in bounds]
    orders = [_ordered(head, row) for row in rows]
    return [text] if None in orders or not all(rows) else [one for one in orders if one]


def _marks(text: str) -> list[tuple[int, int]]:
    """Where the signs before the rows begin and end; numbers count from one, letters from a."""
    found: list[tuple[int, int]] = []
    for one in _NUMBERED.finditer(text):
        sign = one.group(1).lower().rstrip(")")
        closed = one.group().rstrip()[-1] in ".)"
        place = int(sign) if sign.isdigit() else "abcdefgh".index(sign) + 1
        if closed and place == len(found) + 1:
            found.append(one.span())
    return found if found else [one.span() for one in _BULLET.finditer(text)]


def _ordered(head: str, row: str) -> str | None:
    """A row with the order before the list; None where that makes one thing of all rows."""
    if _PARTS.search(head):
        return None
    order = plain(head)
    told = _ORDER.match(order)
    if not order or is_talk(head) or tells(head) or re.match(rf"{VERB}\b", row, re.I):
        return row
    if told:
        return f"{told.group(1)} {row}" if told.group(1) else row
    order = _THESE.sub("two", order, count=1)
    counted = values.COUNT.search(order)
    if counted is None:
        return None
    words = counted.group().removeprefix(counted.group(1)).strip()
    one = f"a {re.sub(r'(?<=ch)es$|s$', '', re.sub(r'ies$', 'y', words))}"
    rest = order[counted.end() :].strip(_ENDS + ":")
    link = f" {rest}, " if rest else ", " if _HEARD.search(one) else " of "
    return f"{order[: counted.start()]}{one}{link}{row}"
