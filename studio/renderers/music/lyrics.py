"""Reading a lyric sheet: its sections, their lines, the syllables of each line and the vowels they are sung on."""

import re
from dataclasses import dataclass

_TAG = re.compile(r"^\s*[\[(](.+?)[\])]\s*$")
_NAMES = (
    ("pre", r"pre[- ]?chorus|pre|build"), ("chorus", r"chorus|hook|refrain|drop|post"), ("verse", r"verse|rap|strophe"),
    ("bridge", r"bridge|middle"), ("solo", r"solo|instrumental|interlude"), ("break", r"break\w*"),
    ("outro", r"outro|end\w*|coda"), ("intro", r"intro\w*"),
)  # fmt: skip
_SECTION = tuple((name, re.compile(rf"\b(?:{words})", re.IGNORECASE)) for name, words in _NAMES)
_GROUP = re.compile(r"[aeiouyàáâãäåèéêëìíîïòóôõöùúûüýœæаеёиоуыэюяіїєαεηιουω]+", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_VOWELS = {"a": 0, "e": 1, "i": 2, "o": 3, "u": 4, "y": 2}
MOST_LINES = 120
WORDLESS = "sung on their vowels, a note a syllable; the words cannot be understood"
"""What becomes of lyrics, for whoever is told of the song."""


@dataclass(frozen=True)
class Verse:
    """A section of the sheet: what it is, and for each line the vowels (0 … 4 for a e i o u) of its syllables."""

    name: str
    lines: tuple[tuple[int, ...], ...]


def syllables(word: str) -> list[int]:
    """The vowels of a word's syllables; never empty. A silent final e does not count."""
    wide = _WIDE.findall(word)
    if wide:
        return [ord(letter) % 5 for letter in wide]
    groups = _GROUP.findall(word)
    plain = word.lower()
    if (
        len(groups) > 1
        and re.search(r"[^aeiouyl]e(?:d|s)?$", plain)
        and not plain.endswith(("ted", "ded", "ses", "zes"))
    ):
        groups = groups[:-1]
    return [_VOWELS.get(group[0].lower(), 0) for group in groups] or [0]


def line_vowels(line: str) -> tuple[int, ...]:
    """Every syllable of a line, as vowels."""
    return tuple(vowel for word in _WORD.findall(line) for vowel in syllables(word))


def read_lyrics(sheet: str) -> tuple[Verse, ...]:
    """The sections of a lyric sheet, in order. Without tags, stanzas alternate: one that comes again is the chorus."""
    if not sheet.strip() or sheet.strip().lower() in ("[instrumental]", "instrumental", "[inst]"):
        return ()
    found: list[tuple[str, list[str]]] = []
    tagged = False
    for line in sheet.splitlines():
        tag = _TAG.match(line)
        tags = re.findall(r"\[([^\]]+)\]", line) if line.count("[") > 1 else []
        if tag and not tags:
            tags = [tag.group(1)]
        if tags:
            found.extend((_section(name), []) for name in tags)
            tagged = True
        elif not line.strip():
            if not tagged and found and found[-1][1]:
                found.append(("verse", []))
        else:
            if not found:
                found.append(("verse", []))
            found[-1][1].append(line.strip())
    if not tagged:
        found = _untagged(found)
    sung = [(name, lines[:MOST_LINES]) for name, lines in found if tagged or lines]
    return tuple(
        Verse(name, tuple(vowels for vowels in map(line_vowels, lines) if vowels))
        for name, lines in sung
    )


def _untagged(stanzas: list[tuple[str, list[str]]]) -> list[tuple[str, list[str]]]:
    texts = ["\n".join(lines) for _, lines in stanzas]
    again = any(texts.count(text) > 1 for text in texts)
    return [
        ("chorus" if (texts.count(text) > 1 if again else place % 2 == 1) else "verse", lines)
        for place, ((_, lines), text) in enumerate(zip(stanzas, texts, strict=True))
    ]


def _section(tag: str) -> str:
    return next((name for name, words in _SECTION if words.search(tag)), "verse")
