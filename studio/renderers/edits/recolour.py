"""Things in another colour: “make the car blue”, “change the red dress to emerald”, “give her pink hair”."""

import re
from collections.abc import Callable

import cv2
import numpy as np

from studio.renderers.api import RenderError
from studio.renderers.drawing.canvas import Array, Pixels
from studio.renderers.edits.tone import grey
from studio.renderers.edits.wording import COLOUR, colour_in
from studio.renderers.edits.work import COLOUR as RANK
from studio.renderers.edits.work import Step, Work
from studio.renderers.regions.colours import lab_of, to_lab

_DO = r"(?:make|turn|paint|change|colou?r|recolou?r|dye|tint|set|want)"
_THE = r"(?:the |his |her |its |their |my |this |that |all |of |only |just |man['’]s |woman['’]s |person['’]s ){0,5}"
_WHOLE = re.compile(
    r"^(it|this|image|picture|photo|photograph|whole (image|picture|photo)|everything|all|look|scene|tones?|colou?rs?)$"
)
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b(?:change|turn|swap) {_THE}(?P<what>[\w' -]{{2,40}}?) from [\w ]+? (?:in)?to (?:an? )?(?P<to>{COLOUR})\b",
        rf"\b(?:change|swap|set|make) {_THE}colou?rs? of {_THE}(?P<what>[\w' -]{{2,40}}?) (?:to|"
            rf"into|from [\w ]+? to) (?:an? )?(?P<to>{COLOUR}|#[0-9a-f]{{6}})\b",
        rf"\b{_DO} {_THE}(?P<what>[\w' -]{{2,40}}?)(?:['’]s)?(?: colou?r)? (?:be |to be |to |into |"
            rf"in |with |look |a |an |as )*(?P<to>{COLOUR}|#[0-9a-f]{{6}})\b",
        rf"\breplace {_THE}(?P<what>[\w' -]{{2,40}}?) (?:with|by) (?:an? |the )?(?P<to>{COLOUR}) ",
        rf"\b(?:give|put) (?:him|her|it|them|the \w+) (?:an? |in an? |"
            rf"on an? )?(?:\w+ )?(?P<to>{COLOUR}) (?P<what>hair|shirt|dress|jacket|coat|eyes|shoes|trousers|"
            rf"pants|clothes)\b",
        rf"\b{_THE}(?P<what>[\w' -]{{2,40}}?) (?:should be|becomes|is now|as|to) (?:an? )?(?P<to>{COLOUR})\b",
        rf"^(?:the |his |her |its |their |my )(?P<what>[\w' -]{{2,30}}?) (?P<to>{COLOUR})$",
        rf"^(?:an? )?(?P<to>{COLOUR}) (?P<what>[\w' -]{{2,30}}?) instead of\b",
        rf"^(?P<to>{COLOUR}) (?P<what>hair|sky|car|dress|shirt|jacket|water|grass|eyes|house|walls?)$",
    )
)  # fmt: skip
_NO_THING = re.compile(
    r"\b(background|border|frame|text|title|caption|backdrop|words?|letters?|brighter|darker|black and white)\b"
)


def read(clause: str, index: int) -> list[Step]:
    """The colour changes a clause asks for."""
    if re.search(
        r"\b(selective colou?r|only [\w ]+ in colou?r|colou?r splash|(background|rest|"
        r"everything else)[\w ]* (black and white|grey|gray|greyscale)|(black and white|"
        r"gr[ae]y ?scale) (background|surroundings))\b",
        clause,
    ):
        return [Step(RANK, "the subject in colour on grey", _splash)]
    if re.search(r"black[ -]and[ -]white", clause):
        return []
    for pattern in _PATTERNS:
        match = pattern.search(clause)
        if match is None or _NO_THING.search(match["what"]):
            continue
        colour, what = colour_in(match["to"]), match["what"].strip()
        if colour is None or re.match(r"^(add|draw|put|insert)\b", clause):
            continue
        if _WHOLE.match(what):
            return [Step(RANK, f"everything in {match['to']}", _tint(colour))]
        return [Step(RANK, f"{what} → {match['to']}", _recolour(what, colour))]
    return []


def _tint(colour: tuple[int, int, int]) -> Callable[[Work], None]:
    def do(work: Work) -> None:
        work.put(painted(work.pixels, np.ones((work.height, work.width), np.float32), colour, 0.75))

    return do


def _splash(work: Work) -> None:
    work.blend(grey(work.pixels), 1 - work.subject())


def _recolour(what: str, colour: tuple[int, int, int]) -> Callable[[Work], None]:
    def do(work: Work) -> None:
        share = work.place(what)
        if share is None:
            raise RenderError(f"Nothing in the picture was found for “{what}”.")
        if not re.search(
            r"\b(sky|water|sea|lake|grass|hair|snow|ground|background|trees|leaves)\b", what
        ):
            share = share * own_colour(work.pixels, share)
        work.put(painted(work.pixels, share, colour))

    return do


def own_colour(pixels: Pixels, share: Array) -> Array:
    """Of a thing the parts in its own main colour (not its tyres, windows and highlights), 0 … 1.

    All of it where it has no colour of its own.
    """
    lab = to_lab(pixels)
    chroma = np.hypot(lab[..., 1], lab[..., 2])
    inside = share > 0.6
    strong = inside & (chroma > 16)
    if strong.sum() < 0.18 * max(int(inside.sum()), 1):
        return np.ones(share.shape, np.float32)
    hue = np.arctan2(lab[..., 2], lab[..., 1])
    heaps, edges = np.histogram(hue[strong], 36, (-np.pi, np.pi), weights=chroma[strong])
    smooth = heaps + 0.6 * (np.roll(heaps, 1) + np.roll(heaps, -1))
    main = edges[int(smooth.argmax())] + np.pi / 36
    apart = np.abs((hue - main + np.pi) % (2 * np.pi) - np.pi)
    kept = np.clip((np.radians(62) - apart) / np.radians(20), 0, 1) * np.clip(
        (chroma - 5) / 8, 0, 1
    )
    if (kept * inside).sum() < 0.25 * inside.sum():
        return np.ones(share.shape, np.float32)
    return np.asarray(cv2.GaussianBlur(kept.astype(np.float32), (0, 0), 1.0))


def painted(
    pixels: Pixels, share: Array, colour: tuple[int, int, int], strength: float = 1.0
) -> Array:
    """The picture with a colour where `share` says so; light and shade stay, their mean moves to the colour's."""
    lab = to_lab(pixels)
    wanted = lab_of(colour)
    weight = share + 1e-6
    mean = float((lab[..., 0] * weight).sum() / weight.sum())
    spread = float(np.sqrt((((lab[..., 0] - mean) ** 2) * weight).sum() / weight.sum()))
    target = mean + (wanted[0] - mean) * 0.78
    room = min(target, 100 - target) / max(1.6 * spread, 1)
    light = target + (lab[..., 0] - mean) * min(1.0, max(room, 0.35))
    # a colour is weaker in deep shadow and in glints
    depth = np.clip(light / 22, 0, 1) * np.clip((104 - light) / 16, 0, 1)
    made = np.stack([np.clip(light, 0, 100), wanted[1] * depth, wanted[2] * depth], -1)
    mixed = lab + (made - lab) * (share * strength)[..., None]
    return np.asarray(cv2.cvtColor(mixed.astype(np.float32), cv2.COLOR_LAB2RGB) * 255 + 0.5)
