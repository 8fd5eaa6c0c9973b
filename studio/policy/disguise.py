"""A text as it may be meant: without the disguises that letters can wear.

Every reading is looked at beside the text as it was written, so a reading that makes no sense does no harm.
"""

import re
import unicodedata
from functools import lru_cache, partial

from studio.policy.given_names import spelled_out
from studio.policy.misspelt import HIDDEN, mended

_FOREIGN = "а е о р с у х і ј ѕ к м н т в д п з б и г ο α ε ν κ ρ τ υ χ ω ι ı"
_LATIN = "a e o p c y x i j s k m h t b d n z b i r o a e v k p t u x w i i"
_PAIRS = dict(zip(_FOREIGN.split(), _LATIN.split(), strict=True))
_LOOKALIKES = str.maketrans(
    {**_PAIRS, **{one.upper(): to.upper() for one, to in _PAIRS.items() if one != "ı"}}
)
"""Cyrillic and Greek letters that pass for Latin ones."""
_SIGNS = "013457@$"
_MEANT = tuple(str.maketrans(_SIGNS, letters) for letters in ("oieastas", "oleastas"))
_MIXED = re.compile(r"(?<![\w@$])(?=[\w@$]*[a-z])(?=[\w@$]*[0-9@$])[a-z@$][\w@$]*", re.I)
"""A word with digits or signs among its letters; one that begins with a digit is a count: 14yo, 3d."""
_BEGUN = re.compile(r"(?<![\w@$])[013457](?=[a-z]{2})[\w@$]*", re.I)
"""A word that begins with a digit, which may be a letter all the same: 4ll."""
_SPELLED = re.compile(r"(?<!\w)(?![aiAI] )\w(?:([ .*·•|/~+-])\w)(?:\1\w)+(?!\w)")
"""A word letter by letter, always the same sign between two."""
_MASKS = "*#!"
_MASKED = re.compile(r"(?<![\w*#!])[a-z](?:[a-z]*[*#!]+)+[a-z]*(?![\w*#!])", re.I)
"""A word with signs in place of some letters; one at its end may stand for a letter too."""
_LONGEST = max(map(len, HIDDEN))
_NO_LETTERS = re.compile(r"[^\w|]+|_+")
_APART = re.compile(r"[^\w\s]|_")


def readings(text: str) -> list[str]:
    """The text, blanks closed up, and what else it may say; for most texts it is the only one."""
    written = unicodedata.normalize("NFC", " ".join(text.split()))
    plain = _MASKED.sub(_unmasked, _plain(written))
    if "_" in plain:
        plain = " ".join(plain.replace("_", " ").split())
    found = [written, plain]
    joined = _SPELLED.sub(lambda word: _APART.sub("", word[0]).replace(" ", ""), plain)
    found.append(joined)
    mixed = [_MIXED.sub(partial(_read, meant), joined) for meant in _MEANT]
    found += mixed
    if _BEGUN.search(joined):
        found += [
            _BEGUN.sub(partial(_read, meant), one) for one, meant in zip(mixed, _MEANT, strict=True)
        ]
    found.append(spelled_out(mended(joined)))
    return list(dict.fromkeys(found))


def _unmasked(word: re.Match[str]) -> str:
    """The word that is meant, each sign a letter; as it was where it is none of those that matter."""
    return word[0] if len(word[0]) > _LONGEST else _meant(word[0].lower()) or word[0]


@lru_cache(1024)
def _meant(masked: str) -> str:
    return next((one for one in sorted(HIDDEN) if _passes_for(masked, one)), "")


def _passes_for(masked: str, word: str) -> bool:
    return len(masked) == len(word) and all(
        sign in _MASKS or sign == letter for sign, letter in zip(masked, word, strict=True)
    )


def _read(meant: dict[int, int], word: re.Match[str]) -> str:
    return word[0].replace("11", "ll").translate(meant)


def run_together(text: str) -> str:
    """Its letters, digits and `|` alone, in lower case."""
    return _NO_LETTERS.sub("", text).lower()


def _plain(text: str) -> str:
    """In the usual form of its letters, none with a mark, none invisible."""
    if text.isascii():
        return text
    parts = unicodedata.normalize("NFKD", text)
    gone = {ord(one): None for one in set(parts) if unicodedata.category(one) in ("Mn", "Cf")}
    return parts.translate(gone).translate(_LOOKALIKES)
