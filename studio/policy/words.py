"""Lists of words, and a text that knows where each of its words is said.

A list is written with commas: `child, school girl, teen*` are a word, words one after another, and all that begins so.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Container, Iterable

Span = tuple[int, int]
"""From which character to which."""
FAR = 300
"""Characters between two words that belong together."""
_WORD = re.compile(r"\w+")
_JOINTS = " -'’"
"""Between the words of a phrase stands one of these."""


class Words:
    """Words and phrases that mean one thing, whatever the case of their letters."""

    def __init__(self, *lists: str) -> None:
        listed = entries(*lists)
        self.whole = frozenset(one for one in listed if " " not in one and one[-1] != "*")
        self.beginnings = tuple(one[:-1] for one in listed if " " not in one and one[-1] == "*")
        self.phrases: dict[str, list[list[str]]] = {}
        for first, *rest in (one.split(" ") for one in listed if " " in one):
            self.phrases.setdefault(first, []).append(rest)


def entries(*lists: str) -> list[str]:
    """What stands between the commas of such lists, each once."""
    found = (" ".join(one.split()) for some in lists for one in some.split(","))
    return list(dict.fromkeys(one for one in found if one))


def unmarked(words: str) -> str:
    """A list as it is typed in haste, without the marks of its letters."""
    parts = unicodedata.normalize("NFD", words)
    return "".join(one for one in parts if unicodedata.category(one) != "Mn")


def any_of(*lists: str) -> str:
    """A pattern for any entry of such lists, for rules about sentences."""
    return "(?:" + "|".join(re.escape(one).replace(r"\*", r"\w*") for one in entries(*lists)) + ")"


class Said:
    """A text with its words. Looking for words in it takes about as long as their list is, however long the text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.spans: list[Span] = [found.span() for found in _WORD.finditer(text)]
        self.words = _WORD.findall(text.lower())
        if len(self.words) != len(self.spans):  # a letter or two change their length: İ
            self.words = [text[begin:end].lower() for begin, end in self.spans]
        self._places: dict[str, list[int]] = {}
        for place, word in enumerate(self.words):
            self._places.setdefault(word, []).append(place)

    def has(self, words: Words) -> bool:
        """Whether any of them is said."""
        if not words.whole.isdisjoint(self._places):
            return True
        return bool(words.beginnings or words.phrases) and bool(self.find(words))

    def find(self, *lists: Words) -> list[Span]:
        """Where any of them is said, in order."""
        found: list[Span] = []
        for words in lists:
            one_word = [one for one in words.whole if one in self._places]
            if words.beginnings:
                one_word += [one for one in self._places if one.startswith(words.beginnings)]
            found += [self.spans[place] for one in one_word for place in self._places[one]]
            for first in words.phrases.keys() & self._places.keys():
                found += self._phrases(first, words.phrases[first])
        return sorted(found)

    def _phrases(self, first: str, rests: list[list[str]]) -> Iterable[Span]:
        for place in self._places[first]:
            for rest in rests:
                last = place + len(rest)
                if last < len(self.words) and self._runs_on(place, rest):
                    yield self.spans[place][0], self.spans[last][1]

    def _runs_on(self, place: int, rest: list[str]) -> bool:
        for at, wanted in enumerate(rest, place + 1):
            joint = self.text[self.spans[at - 1][1] : self.spans[at][0]]
            said = self.words[at]
            fits = said.startswith(wanted[:-1]) if wanted[-1] == "*" else said == wanted
            if not fits or len(joint) != 1 or joint not in _JOINTS:
                return False
        return True


def follows(firsts: list[Span], seconds: list[Span], far: int = FAR) -> bool:
    """Whether one of the second begins soon after one of the first has ended."""
    begins = [begin for begin, _ in seconds]
    for _, end in firsts if begins else ():
        place = bisect_left(begins, end)
        if place < len(begins) and begins[place] - end <= far:
            return True
    return False


def beside(some: list[Span], others: list[Span], far: int = FAR) -> bool:
    """Whether they are said near one another, whichever comes first."""
    return follows(some, others, far) or follows(others, some, far)


def linked(
    said: Said, firsts: list[Span], seconds: list[Span], fillers: Container[str], far: int = 60
) -> bool:
    """Whether one of the second comes right after one of the first: nothing between but fillers, in one sentence."""
    begins = [begin for begin, _ in seconds]
    for _, end in firsts if begins else ():
        place = bisect_left(begins, end)
        if place == len(begins) or begins[place] - end > far:
            continue
        between = said.text[end : begins[place]]
        if not re.search(r"[.,;:!?]", between) and all(
            one in fillers for one in _WORD.findall(between.lower())
        ):
            return True
    return False


class Sentences:
    """Turns of phrase that need a look at whole sentences: taken only where words of all `needs` are said, for it takes
    time.

    No match may be possible without a word of each of `needs`.
    """

    def __init__(self, needs: Words | tuple[Words, ...], *patterns: str) -> None:
        self._needs = needs if isinstance(needs, tuple) else (needs,)
        self._pattern = re.compile("|".join(patterns), re.I | re.S)

    def said_in(self, said: Said) -> bool:
        """Whether any of them is said."""
        if not all(said.has(one) for one in self._needs):
            return False
        return self._pattern.search(said.text) is not None
