"""Which font writes which letters. The fonts come with packages (Noto, Open Font License), never from the system."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from PIL import ImageFont, features

from studio.renderers.films.written.reading_order import mirrored, stretches

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
_PICTURED = re.compile(
    "[\u2139\u21a9\u21aa\u231a\u231b\u2328\u23cf\u23e9-\u23f3\u23f8-\u23fa\u25fb-\u25fe\u2604\u2611\u2614\u2615\u2618\u2620"
    "\u2622\u2623\u2626\u262a\u262e\u2638-\u263a\u2648-\u2653\u265f\u267e\u267f\u2692-\u2697\u2699\u269b\u269c\u26a1\u26a7\u26aa"
    "\u26ab\u26b0\u26b1\u26c4\u26c5\u26c8\u26ce\u26cf\u26d1\u26d3\u26d4\u26e9\u26ea\u26f0-\u26f5\u26f7-\u26fa\u26fd\u2705"
    "\u2708-\u270d\u270f\u2712\u2714\u2716\u271d\u2721\u2728\u2733\u2734\u2744\u2747\u274c\u274e\u2753-\u2755\u2757\u2763\u2764"
    "\u2795-\u2797\u27b0\u27bf\u2b1b\u2b1c\u2b50\u2b55]"
)
"""Signs among the older ones that only the font of emoji has."""
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


def runs(text: str) -> list[Run]:
    """A line as runs, from left to right on screen. Spaces and, where the font has them, digits join what is before."""
    found: list[Run] = []
    for stretch, back in stretches(text):
        parts = _by_font(stretch, leftward=back)
        found += parts[::-1] if back else parts
    return found


def _by_font(stretch: str, *, leftward: bool) -> list[Run]:
    """A stretch of one direction by the fonts that write it, in the order it is spoken."""
    found: list[Run] = []
    for letter in stretch:
        file = _STRETCHES[bisect_right(_FIRSTS, ord(letter)) - 1][1]
        file = _EMOJI if _PICTURED.match(letter) else file
        if found and (file == found[-1].file or _joins(letter, found[-1].file)):
            found[-1] = Run(found[-1].text + letter, found[-1].file, leftward)
        else:
            found.append(Run(letter, file, leftward))
    return found


def _joins(letter: str, file: str) -> bool:
    if _JOINER.match(letter):
        return True
    if file in (_LATIN, _CJK):
        return bool(_SHARED.match(letter))
    return file != _EMOJI and bool(_SPACE.match(letter))


def slanted(file: str) -> str:
    """The file with the slanting letters of a font, itself where it has none."""
    return "NotoSans-Italic[wght].ttf" if file == _LATIN else file


def layout(run: Run) -> tuple[str, dict[str, Any]]:
    """The text to hand to Pillow, and its options."""
    if _SHAPED:
        return run.text, {"direction": "rtl" if run.leftward else "ltr"}
    return (mirrored(run.text) if run.leftward else run.text), {}
