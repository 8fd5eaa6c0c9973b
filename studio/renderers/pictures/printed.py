"""Cards, invitations, posters, flyers, posts and their kin: a sheet of paper or a picture, with the words set on it."""

import re
from collections.abc import Callable
from dataclasses import dataclass

import cv2
import numpy as np

from studio.renderers.codecs.inputs import cover
from studio.renderers.drawing.canvas import Array, Canvas, Pixels, colour, mix
from studio.renderers.drawing.finish import develop
from studio.renderers.motifs.catalogue import MOTIFS
from studio.renderers.pictures.typesetting import Face, Ink, Room, Row, lay, set_lines
from studio.renderers.prompts.printed import DETAIL, MAIN, Line, Printed
from studio.renderers.prompts.words import Brief, read_prompt
from studio.renderers.scenes.graphic.ornaments import ORNAMENTS, Inks, frame
from studio.renderers.scenes.persons.heads import HEADS

LEAST_SIDE = 96
"""Pixels below which no letter could be read."""
Draw = Callable[[str], Pixels]
"""Draws a picture of these words, as large as the sheet."""


@dataclass(frozen=True)
class _Theme:
    """Colours as hex: paper, letters, two or three accents, leaves."""

    paper: str
    ink: str
    accents: tuple[str, ...]
    leaf: str = "#7f9a78"


_THEMES: dict[str, tuple[_Theme, ...]] = {
    "flowers": (
        _Theme("#f3e6dc", "#4a3a3c", ("#d98a94", "#e8b4a8", "#c76b7c")),
        _Theme("#eceadf", "#39463f", ("#e9c9b8", "#d9a58f", "#f2e3d6"), "#8fa88a"),
        _Theme("#e6e4ee", "#3f3a55", ("#a58cc4", "#c9a3cf", "#7f86c0"), "#87998f"),
        _Theme("#f2e9d8", "#5a4630", ("#e0a84a", "#d9774f", "#f0cf8a"), "#8a9a68"),
    ),
    "sprigs": (
        _Theme("#f1ece0", "#33402f", ("#c9744f", "#d9a441"), "#6f8f63"),
        _Theme("#23302c", "#f0e8d4", ("#d9b26a", "#c98f5a"), "#7fa086"),
    ),
    "confetti": (
        _Theme("#fdf3e4", "#38304f", ("#f2635a", "#f7b538", "#3fa7a0", "#6a62c9")),
        _Theme("#e6f2f5", "#25405c", ("#f2798f", "#f9c846", "#3f8fd0", "#63b98a")),
        _Theme("#f7e6ee", "#50284a", ("#d94a8c", "#f28a5c", "#7a5cc0", "#f7c95c")),
    ),
    "stars": (
        _Theme("#14304a", "#f7ecd2", ("#f2cf7a", "#ffffff", "#e8a84a")),
        _Theme("#7a1e2a", "#f9eeda", ("#f2cf7a", "#ffffff", "#e8b0a0")),
        _Theme("#1f4a38", "#f5ecd6", ("#f2cf7a", "#ffffff", "#d9604f")),
    ),
    "bar": (
        _Theme("#f7f6f2", "#1f2a38", ("#1f4e5f", "#f2a03d")),
        _Theme("#20242c", "#f2efe8", ("#d9a441", "#8fa3ad")),
        _Theme("#f4f1ec", "#2b2b2f", ("#c0503f", "#2b2b2f")),
    ),
    "shapes": (
        _Theme("#f6efe4", "#25323f", ("#f2a48a", "#8fc1b5", "#e8c15c")),
        _Theme("#e8edf4", "#22305a", ("#8aa8e8", "#f4b8a4", "#5f7fd0")),
        _Theme("#eef0e4", "#2f4030", ("#b5c99a", "#f0c27a", "#87a878")),
        _Theme("#2a2540", "#f6ecf4", ("#8a5cc8", "#f28a8a", "#f4c56a")),
    ),
    "burst": (
        _Theme("#b3211f", "#fff6e4", ("#f9c846", "#ffffff")),
        _Theme("#f6b81c", "#2a1c10", ("#fff3c4", "#d6322f")),
        _Theme("#1d2f6f", "#ffffff", ("#4f7ff0", "#f9c846")),
    ),
    "beams": (
        _Theme("#140f2a", "#ffffff", ("#8a4af0", "#f04a9c", "#3fb8f0")),
        _Theme("#0c1c22", "#fff6e4", ("#f2a03d", "#3fb8a8", "#f2635a")),
        _Theme("#220c18", "#fff1e8", ("#f04a5c", "#f9a03d", "#a04af0")),
    ),
}
_THEMES["sticker"] = _THEMES["burst"] + _THEMES["shapes"][3:]
_TOPICS = (
    ("stars", r"christmas|xmas|new year|eid|winter"),
    ("confetti", r"birthday|kids|children|party|celebrat\w+|graduation|turns \d"),
    ("flowers", r"wedding|floral|flowers?|roses|spring|garden|yoga|spa|mother"),
    ("sprigs", r"restaurant|cafe|café|menu|bistro|vegan|organic|leaves|botanical|bakery|wine"),
    ("burst", r"sale|discount|\d ?%|off\b|grand opening|opening"),
    ("beams", r"concert|gig|band|dj|club|techno|rock|jazz|live|festival|night|show|party|music"),
)
_ASKED = (
    ("flowers", r"flowers?|floral|roses|blossoms?|blooms?|peonies|tulips"),
    ("confetti", r"balloons?|confetti"),
    ("sprigs", r"leaves|greenery|eucalyptus|botanical"),
    ("stars", r"stars|starry"),
)
"""What adorns it because it was asked for in so many words."""
_FACES = {
    "flowers": Face(weight=300, slant=True),
    "sprigs": Face(weight=400, capitals=True),
    "bar": Face(weight=600, align="left"),
    "confetti": Face(weight=800),
    "stars": Face(weight=500, slant=True),
    "shapes": Face(weight=800),
    "burst": Face(weight=900, capitals=True),
    "beams": Face(weight=900, capitals=True),
}
_ADORNMENTS = (
    r"(?:flowers?|floral|roses|blooms?|blossoms?|leaves|balloons|confetti|stars|ornaments?)"
)
_MORE = re.compile(
    rf"\b(?:more|lots? of|many|lavish|lush|full of|extra|plenty of)\b[^,.]{{0,24}}\b{_ADORNMENTS}\b",
    re.I,
)
_FEWER = re.compile(rf"\b(?:fewer|less|not so many|subtle)\b[^,.]{{0,24}}\b{_ADORNMENTS}\b", re.I)
_NONE = re.compile(rf"\b(?:no|without(?: any)?)(?: the)? {_ADORNMENTS}\b", re.I)
_SHEET = r"(?:background|paper|colou?rs)"
_LIGHTER = re.compile(
    rf"\b(?:lighter|brighter|paler|softer)\b[^,.]{{0,12}}\b{_SHEET}|\b{_SHEET}\b[^,.]{{0,8}}\b(?:lighter|brighter|paler)",
    re.I,
)
_DARKER = re.compile(
    rf"\bdark(?:er)?\b[^,.]{{0,12}}\b{_SHEET}|\b{_SHEET}\b[^,.]{{0,8}}\bdarker", re.I
)
_GROUND = re.compile(r"(?<![\w-])(?P<what>[\w-]+(?: [\w-]+)?) (?:background|paper)\b", re.I)


def print_sheet(
    printed: Printed, size: tuple[int, int], rng: np.random.Generator, turn: int, draw: Draw
) -> tuple[Pixels, list[Row]]:
    """The finished sheet, (height, width) of `size` turned round, and the rows of letters that are on it."""
    brief = read_prompt(printed.look)
    if printed.kind.sheet == "paper" and not (printed.pictured and _shows(printed.motif)):
        return _paper(printed, brief, size, rng, turn)
    if _shows(printed.motif):
        return over_picture(draw(printed.motif), printed, brief)
    return _paper(printed, brief, size, rng, turn)


def _shows(motif: str) -> bool:
    """Whether there is something to be painted behind the words."""
    brief = read_prompt(motif)
    return bool(
        set(brief.subjects) - {"logo", "geometric", "flower"} or brief.weather or brief.time
    )


def topic_of(printed: Printed) -> str:
    """What adorns a sheet: what its words speak of, else what is usual for its kind."""
    if printed.kind.name in ("business card", "sticker", "sale"):
        return printed.kind.topic
    asked = [topic for topic, words in _ASKED if re.search(rf"\b(?:{words})\b", printed.look, re.I)]
    if asked and not _NONE.search(printed.look):
        return asked[0]
    if printed.kind.topic in ("", "beams", "shapes") or printed.kind.name in ("card", "invitation"):
        for topic, words in _TOPICS:
            if re.search(rf"\b(?:{words})", printed.look, re.I):
                return topic
    return printed.kind.topic or "shapes"


def _paper(
    printed: Printed, brief: Brief, size: tuple[int, int], rng: np.random.Generator, turn: int
) -> tuple[Pixels, list[Row]]:
    """Paper with its ornaments round the words."""
    topic = topic_of(printed)
    inks, ink = _colours(printed, brief, _THEMES[topic][turn % len(_THEMES[topic])])
    canvas = Canvas(*size, rng)
    canvas.rgb[:] = canvas.gradient(
        [(0, mix(inks.paper, colour("#ffffff"), 0.14)), (1, inks.paper)]
    )
    canvas.look_at(size[0] / 2, size[1] / 2)
    amount = _amount(printed.look)
    if topic == "sticker":
        room = _sticker(canvas, inks)
    else:
        if topic in ("flowers", "sprigs", "stars"):
            frame(canvas, mix(inks.paper, colour(ink), 0.55), 0.04)
        ORNAMENTS[topic](canvas, inks, amount)
        room = _room(size, topic)
    pixels = develop(canvas, bloom=0, vignette=0.06, grain=0.004)
    face = _FACES.get(topic, Face(weight=800))
    inked = _inks(ink, brief, _mean(pixels, room))
    unit = min(size) * (1.2 if size[0] > size[1] * 1.4 else 1.0)
    large = brief.letters * (1.4 if topic == "burst" else 1.0)
    rows = set_lines(printed.lines, room, unit, face, inked, large)
    return lay(pixels, rows), rows


def _amount(look: str) -> float:
    """How much adorns a sheet, 1 as usual."""
    for told, amount in ((_NONE, 0.0), (_MORE, 1.8), (_FEWER, 0.55)):
        if told.search(look):
            return amount
    return 1.0


def _room(size: tuple[int, int], topic: str) -> Room:
    """Where the words stand clear of the ornaments."""
    width, height = size
    if topic == "bar":
        return Room(width * 0.14, height * 0.12, width * 0.78, height * 0.76)
    wide = 0.74 if topic in ("flowers", "sprigs") else 0.82
    tall = 0.54 if topic in ("flowers", "sprigs", "confetti", "shapes") else 0.72
    return Room(width * (1 - wide) / 2, height * (1 - tall) / 2, width * wide, height * tall)


def _sticker(canvas: Canvas, inks: Inks) -> Room:
    """A round sticker with a white edge on a plain table; says where its words may stand."""
    x, y, reach = canvas.width / 2, canvas.height / 2, canvas.unit * 0.43
    tint = inks.paper.copy()
    canvas.rgb[:] = colour("#c9ced3")
    canvas.disc(
        x + reach * 0.02,
        y + reach * 0.05,
        reach * 1.01,
        colour("#5f666e"),
        alpha=0.6,
        blur=reach * 0.04,
    )
    canvas.disc(x, y, reach, colour("#ffffff"), depth=0.5)
    canvas.disc(x, y, reach * 0.93, tint, depth=0.6)
    canvas.disc(x, y, reach * 0.87, inks.accents[0], depth=0.6)
    canvas.disc(x, y, reach * 0.85, tint, depth=0.6)
    side = reach * 1.2
    return Room(x - side / 2, y - side / 2, side, side)


def _colours(printed: Printed, brief: Brief, theme: _Theme) -> tuple[Inks, str]:
    """The inks of a sheet and the colour of its letters, after the colours its prompt names."""
    paper, ink = colour(theme.paper), theme.ink
    accents = tuple(colour(code) for code in theme.accents)
    ground = _GROUND.search(printed.look)
    named = read_prompt(ground["what"]).colours if ground else ()
    rest = [code for code in brief.colours if code not in named and code != brief.letters_in]
    if named:
        paper = mix(colour(named[-1]), colour("#ffffff"), 0.1)
    if rest:
        accents = tuple(colour(code) for code in rest[:3]) + accents[: 3 - len(rest[:3])]
    if _LIGHTER.search(printed.look):
        paper = mix(paper, colour("#ffffff"), 0.75)
    elif _DARKER.search(printed.look) and not named:
        paper = mix(paper, colour("#101420"), 0.8)
    return Inks(np.asarray(paper, np.float32), accents, colour(theme.leaf)), ink


def _inks(ink: str, brief: Brief, ground: float) -> tuple[Ink, Ink]:
    """The letters' colours, of the title and of the rest, such that both can be read on a ground this light (0 … 1)."""
    plain = readable(_bytes(ink), ground)
    title = readable(_bytes(brief.letters_in), ground, least=2.6) if brief.letters_in else plain
    return title, plain


def _bytes(code: str) -> Ink:
    code = code.lstrip("#")
    return int(code[:2], 16), int(code[2:4], 16), int(code[4:6], 16)


def lightness(tint: Ink | Array) -> float:
    """The relative luminance of a colour in bytes (WCAG 2)."""
    linear = np.power(np.asarray(tint, np.float32)[:3] / 255, 2.2)
    return float(linear @ np.array([0.2126, 0.7152, 0.0722], np.float32))


def contrast(first: float, second: float) -> float:
    """The contrast of two luminances (WCAG 2), from 1 to 21."""
    light, dark = max(first, second), min(first, second)
    return (light + 0.05) / (dark + 0.05)


def readable(tint: Ink, ground: float, least: float = 4.6) -> Ink:
    """The colour, taken towards black or white as far as it takes to be read on a ground of this luminance."""
    far = np.zeros(3) if contrast(0, ground) > contrast(1, ground) else np.full(3, 255)
    for share in np.linspace(0, 1, 21):
        mixed = np.round(np.asarray(tint) * (1 - share) + far * share)
        if contrast(lightness(mixed), ground) >= least:
            break
    return int(mixed[0]), int(mixed[1]), int(mixed[2])


def _mean(pixels: Pixels, room: Room) -> float:
    """The luminance of what is behind a room."""
    part = pixels[
        round(room.top) : round(room.top + room.height),
        round(room.left) : round(room.left + room.width),
    ]
    return lightness(part.reshape(-1, 3).mean(axis=0))


def over_picture(
    pixels: Pixels, printed: Printed, brief: Brief, *, low: bool = False
) -> tuple[Pixels, list[Row]]:
    """A picture with the words on it, made dark and calm where they stand: details at the foot, the title on top.

    `low`: all of them at the foot, where nobody knows what the picture shows.
    """
    height, width = pixels.shape[:2]
    unit = float(min(width, height))
    rooms, head = _blocks(printed, brief, (width, height), low=low)
    face = Face(weight=900, capitals=len(head) < 40)
    rows: list[Row] = []
    for lines, room in rooms:
        inks = (_bytes(brief.letters_in) if brief.letters_in else (255, 255, 255), (245, 242, 236))
        part = set_lines(lines, room, unit * 1.12, face, inks, brief.letters)
        pixels = _calmed(pixels, part)
        rows += part
    return lay(pixels, rows), rows


def _blocks(
    printed: Printed, brief: Brief, size: tuple[int, int], *, low: bool
) -> tuple[list[tuple[tuple[Line, ...], Room]], str]:
    """Which lines stand where on a picture of this size, and the title.

    The title is on top and the details at the foot, unless a face is in the middle, or it is said where it is to be.
    """
    width, height = size
    left, wide = width * 0.07, width * 0.86
    title = printed.of(MAIN)[0]
    shown = read_prompt(printed.motif).subjects
    people = {tag for tag in shown if tag in MOTIFS and "person" in MOTIFS[tag].covers}
    faced = bool(people or {*shown} & {*HEADS, "portrait", "person", "robot"})
    level = brief.letters_at or ("bottom" if faced or low else "top")
    if level == "bottom":
        return [(printed.lines, Room(left, height * 0.57, wide, height * 0.4))], title
    head = tuple(line for line in printed.lines if line.rank != DETAIL)
    foot = tuple(line for line in printed.lines if line.rank == DETAIL)
    rooms = [(head, Room(left, height * (0.05 if level == "top" else 0.28), wide, height * 0.44))]
    return rooms + ([(foot, Room(left, height * 0.74, wide, height * 0.22))] if foot else []), title


def _calmed(pixels: Pixels, rows: list[Row]) -> Pixels:
    """The picture darkened softly behind rows of letters, as far as white letters need it."""
    height, width = pixels.shape[:2]
    first = min(row.stamp.top for row in rows)
    last = max(row.stamp.top + row.stamp.pixels.shape[0] for row in rows)
    band = pixels[max(first, 0) : min(last, height)]
    ground = lightness(np.percentile(band.reshape(-1, 3), 85, axis=0))
    keep = min(1.0, (0.1 / max(ground, 1e-3)) ** (1 / 2.2)) if ground > 0.1 else 0.85
    places = np.arange(height, dtype=np.float32)
    fade = height * 0.2
    near = np.clip(1 - np.maximum(first - places, places - last) / fade, 0, 1)
    near = near * near * (3 - 2 * near)
    soft = cv2.GaussianBlur(pixels, (0, 0), min(height, width) / 110)
    share = (near * 0.75)[:, None, None]
    calm = pixels * (1 - share) + soft * share
    return np.asarray(
        np.clip(calm * (1 - near * (1 - keep))[:, None, None] + 0.5, 0, 255), np.uint8
    )


_PLAIN = 9.0
"""Edges that vary by less than this, in bytes, are plain paper."""
_SHOWN = 0.66
"""How much of a sheet's height a picture on plain paper takes."""


def print_with(start: Pixels, printed: Printed, size: tuple[int, int]) -> tuple[Pixels, list[Row]]:
    """A sheet of this size (width, height) with a picture that is there: a logo above the words, a photo under them."""
    width, height = size
    brief = read_prompt(printed.look)
    rim = max(min(start.shape[:2]) // 40, 1)
    edges = np.concatenate(
        [
            part.reshape(-1, 3)
            for part in (start[:rim], start[-rim:], start[:, :rim], start[:, -rim:])
        ]
    )
    if edges.std(axis=0).max() > _PLAIN:
        return over_picture(cover(start, width, height), printed, brief, low=True)
    scale = min(width / start.shape[1], height * _SHOWN / start.shape[0])
    inner = cv2.resize(
        start,
        (round(start.shape[1] * scale), round(start.shape[0] * scale)),
        interpolation=cv2.INTER_AREA,
    )
    sheet = np.full((height, width, 3), np.median(edges, axis=0), np.uint8)
    left = (width - inner.shape[1]) // 2
    under = sheet[: inner.shape[0], left : left + inner.shape[1]]
    share = _feathered(inner.shape[0], inner.shape[1])
    under[:] = np.round(inner * share + under * (1 - share))
    top = inner.shape[0] * 0.99
    room = Room(width * 0.08, top, width * 0.84, height * 0.95 - top)
    ink = "#20242c" if lightness(np.median(edges, axis=0)) > 0.2 else "#fff8ec"
    inks = _inks(ink, brief, _mean(sheet, room))
    rows = set_lines(printed.lines, room, float(min(size)), Face(weight=800), inks, brief.letters)
    return lay(sheet, rows), rows


def _feathered(height: int, width: int) -> Array:
    """Shares (height, width, 1) that fall to nothing at the edges, so that paper meets paper without a seam."""
    rows, columns = (
        np.clip(np.minimum(np.arange(side), np.arange(side)[::-1]) / max(side * 0.07, 1), 0, 1)
        for side in (height, width)
    )
    share = np.minimum.outer(rows, columns)
    return np.asarray((share * share * (3 - 2 * share))[..., None], np.float32)
