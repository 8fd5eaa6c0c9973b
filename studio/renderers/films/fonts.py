"""Which font writes which letters. The fonts come with packages (Noto, Open Font License), never from the system."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from PIL import ImageFont, features

_LATIN, _CJK, _EMOJI = "NotoSans[wght].ttf", "cjk", "NotoEmoji[wght].ttf"
# First code point of a stretch of Unicode and the file that has its letters.
_STRETCHES: tuple[tuple[int, str], ...] = (
    (0x0000, _LATIN), (0x0530, "NotoSansArmenian[wght].ttf"), (0x0590, "NotoSansHebrew[wght].ttf"),
    (0x0600, "NotoSansArabic[wght].ttf"), (0x0900, "NotoSansDevanagari[wght].ttf"),
    (0x0980, "NotoSansBengali[wght].ttf"), (0x0A00, "NotoSansGurmukhi[wght].ttf"),
    (0x0A80, "NotoSansGujarati[wght].ttf"), (0x0B00, "NotoSansOriya[wght].ttf"),
    (0x0B80, "NotoSansTamil[wght].ttf"), (0x0C00, "NotoSansTelugu[wght].ttf"),
    (0x0C80, "NotoSansKannada[wght].ttf"), (0x0D00, "NotoSansMalayalam[wght].ttf"),
    (0x0D80, "NotoSansSinhala[wght].ttf"), (0x0E00, "NotoSansThai[wght].ttf"),
    (0x0E80, "NotoSansLao[wght].ttf"), (0x0F00, _LATIN), (0x1000, "NotoSansMyanmar[wght].ttf"),
    (0x10A0, "NotoSansGeorgian[wght].ttf"), (0x1100, _CJK), (0x1200, "NotoSansEthiopic[wght].ttf"),
    (0x13A0, _LATIN), (0x1780, "NotoSansKhmer[wght].ttf"), (0x1800, _LATIN), (0x1C90, "NotoSansGeorgian[wght].ttf"),
    (0x1CC0, _LATIN), (0x2190, _CJK), (0x2C00, _LATIN), (0x2E80, _CJK), (0xA000, _LATIN), (0xA960, _CJK),
    (0xA980, _LATIN), (0xAC00, _CJK), (0xD800, _LATIN), (0xF900, _CJK), (0xFB00, _LATIN),
    (0xFB1D, "NotoSansHebrew[wght].ttf"), (0xFB50, "NotoSansArabic[wght].ttf"), (0xFE00, _LATIN), (0xFE30, _CJK),
    (0xFE50, _LATIN), (0xFE70, "NotoSansArabic[wght].ttf"), (0xFEFF, _LATIN), (0xFF00, _CJK), (0xFFF0, _LATIN),
    (0x1F000, _EMOJI), (0x1FB00, _LATIN), (0x20000, _CJK), (0x32000, _LATIN),
)  # fmt: skip
_FIRSTS = [first for first, _ in _STRETCHES]
_RIGHT_TO_LEFT = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_STRONG = re.compile(r"[^\W\d_]")
_SPACE = re.compile(r"\s")
_SHARED = re.compile(r"[\s0-9!-/:-@\[-`{-~«»„“”‘’…–—]")
_JOINER = re.compile(r"[\u0300-\u036f\u200c\u200d\u20e3\ufe0e\ufe0f]")
_SHAPED = bool(features.check("raqm"))
"""Whether Pillow can order and join letters; without it right-to-left words are turned letter by letter."""


@dataclass(frozen=True)
class Run:
    """Letters that one font writes, in the order they are spoken."""

    text: str
    file: str
    leftward: bool


@lru_cache(maxsize=64)
def font(file: str, size_px: int, weight: int) -> Any:
    """A font at a size; `weight` from 100 to 900 where the file has more than one. Pillow's own when it is missing."""
    try:
        if file == _CJK:
            place = files("noto_cjk_sans_jp_regular").joinpath("NotoSansCJKjp-Regular.otf")
        else:
            place = files("manimgx_fonts").joinpath(file)
        made = ImageFont.truetype(str(place), size_px)
    except (ImportError, OSError):
        return ImageFont.load_default(size=size_px)
    if file != _CJK:
        try:
            made.set_variation_by_axes([weight])
        except OSError:
            return made
    return made


def leftward(text: str) -> bool:
    """Whether a line is read from right to left: its first letter decides."""
    first = _STRONG.search(text)
    return bool(first and _RIGHT_TO_LEFT.match(first.group()))


def runs(text: str) -> list[Run]:
    """A line as runs, from left to right on screen. Spaces and, where the font has them, digits join what is before."""
    found: list[Run] = []
    for letter in text:
        file = _STRETCHES[bisect_right(_FIRSTS, ord(letter)) - 1][1]
        if found and (file == found[-1].file or _joins(letter, found[-1].file)):
            before = found[-1]
            found[-1] = Run(before.text + letter, before.file, before.leftward)
        else:
            found.append(Run(letter, file, bool(_RIGHT_TO_LEFT.match(letter))))
    return found[::-1] if leftward(text) else found


def _joins(letter: str, file: str) -> bool:
    if _JOINER.match(letter):
        return True
    if file in (_LATIN, _CJK):
        return bool(_SHARED.match(letter))
    return file != _EMOJI and bool(_SPACE.match(letter))


def layout(run: Run) -> tuple[str, dict[str, Any]]:
    """The text to hand to Pillow, and its options."""
    if _SHAPED:
        return run.text, {"direction": "rtl" if run.leftward else "ltr"}
    return (run.text[::-1] if run.leftward else run.text), {}
