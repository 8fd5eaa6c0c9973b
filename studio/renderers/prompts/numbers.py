"""How many of a thing a prompt tells of."""

import re
from collections.abc import Collection, Sequence

CARDINALS = {
    "two": 2, "both": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "dozen": 12, "several": 3, "many": 4, "numerous": 4,
}  # fmt: skip
"""Words for a number, which stand before what is counted."""
_GROUPS = {
    "pair": 2, "couple": 2, "duo": 2, "trio": 3, "family": 3, "group": 3, "team": 3, "herd": 4, "flock": 4, "pack": 4,
    "pride": 4, "swarm": 4, "school": 4, "litter": 4, "crowd": 4, "army": 4, "lot": 4, "lots": 4, "plenty": 4,
    "dozens": 12, "hundreds": 12,
}  # fmt: skip
"""Words for several together, which stand before “of”."""
_UNCHANGED = frozenset(
    {"sheep", "deer", "elk", "moose", "reindeer", "bison", "fish", "goldfish", "aircraft", "spacecraft", "salmon"}
)  # fmt: skip
"""Names that are alike for one and for more."""
_IRREGULAR = (
    ("man", "men"), ("child", "children"), ("mouse", "mice"), ("goose", "geese"), ("person", "people"),
    ("foot", "feet"), ("tooth", "teeth"), ("ox", "oxen"), ("fe", "ves"), ("lf", "lves"), ("af", "aves"),
    ("arf", "arves"), ("cactus", "cacti"),
)  # fmt: skip
"""How names end for one and for more, where that is not with an “s”."""
_MANY_BY_NAME = frozenset(plural for _, plural in _IRREGULAR)
_BETWEEN = 3
"""So many words at most may stand between a number and what is counted, as in “three small shiny glass balls”."""
_APART = frozenset(
    {"and", "or", "with", "without", "in", "on", "at", "of", "by", "for", "to", "from", "near", "under",
     "over", "behind", "before", "beside", "between", "into", "onto", "through", "while", "who", "whose",
     "that", "which", "where", "when", "is", "are", "as", "a", "an", "the", "his", "her", "their", "my", "our",
     "its", "like"}
)  # fmt: skip
"""Words beyond which a number is said of something else."""
_WORD = re.compile(r"[a-z0-9][a-z0-9'-]*|[,.;:!?()\n]")


def told(text: str) -> tuple[str, ...]:
    """The words of a text in their order, and the marks that part them."""
    return tuple(_WORD.findall(text.lower()))


def plurals(names: Collection[str]) -> frozenset[str]:
    """What these are called where there are more than one."""
    found: set[str] = set()
    for name in names:
        found |= {f"{name}s", f"{name}es", f"{name[:-1]}ies" if name.endswith("y") else f"{name}s"}
        found |= {name[: -len(one)] + more for one, more in _IRREGULAR if name.endswith(one)}
    return frozenset(found)


def said_number(words: Sequence[str], names: Collection[str], some: int) -> int:
    """How many of what has one of these names are told of: the number said, `some` for a plural alone, else 1.

    A number counts up to three words before the name (“two big dogs”), and only where no other plural, no preposition
    and no comma is between; a group counts by its “of” (“a pair of old dogs”; “school buses” are no school). What
    stands after the name is not read (“cats, three of them”), nor are numbers above 999, nor what two plurals share
    (“two cats and dogs” are two cats, and some dogs).
    """
    more = plurals(names) | _MANY_BY_NAME.intersection(names)
    plural = False
    for place, word in enumerate(words):
        pair = f"{words[place - 1]}-{word}" if place else word
        called = next((name for name in (word, pair) if name in more or name in names), "")
        if not called:
            continue
        if called in names and called in _GROUPS:
            return _GROUPS[called]
        start = place if called == word else place - 1
        said = _number_before(words[max(start - _BETWEEN - 2, 0) : start])
        if called in more or (said > 1 and _is_alike(called)):
            if said:
                return said
            plural = True
    return some if plural else 1


def _is_alike(name: str) -> bool:
    """Whether a name may be one of several as it is: sheep, books."""
    return name in _UNCHANGED or (name.endswith("s") and not name.endswith(("ss", "us", "is")))


def _number_before(words: Sequence[str]) -> int:
    """The number that the last of these words leave open, 0 for none."""
    for back, word in enumerate(reversed(words)):
        joined = words[-back] == "of" if back else word in {"pair", "couple"}
        if word in _GROUPS and joined:
            return _GROUPS[word]
        if back <= _BETWEEN and word in CARDINALS:
            return CARDINALS[word]
        if back <= _BETWEEN and word.isdecimal() and len(word) < 4:
            return max(int(word), 1)
        if word != "of" and (not word[0].isalnum() or word in _APART or _is_plural(word)):
            return 0
        if word == "of" and not (back + 1 < len(words) and words[-back - 2] in _GROUPS):
            return 0
    return 0


def _is_plural(word: str) -> bool:
    return (
        word in _MANY_BY_NAME
        or word.endswith(("men", "ves"))
        or (len(word) > 3 and _is_alike(word))
    )
