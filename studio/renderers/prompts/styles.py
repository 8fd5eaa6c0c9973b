"""Ways of painting by name: which words mean which, and a poster's frame."""

import re

import cv2
import numpy as np
from PIL import Image, ImageColor, ImageDraw, ImageFont

from studio.renderers.drawing.canvas import Pixels
from studio.renderers.painting import brushes, drawing, facets, film, prints
from studio.renderers.painting.common import Style
from studio.renderers.prompts.vocabulary import SUBJECTS, TOWNS
from studio.renderers.prompts.words import Brief

_TITLE_SUBJECTS = {
    "hills": "countryside",
    "iron-tower": "paris",
    "tall-ship": "the high seas",
    "clock-tower": "clock tower",
    "tree": "the old tree",
}
_TUBES = {"neon-light", "neon-lights", "neon-sign", "neon-signs", "neon-lit"}
_UNTITLED = frozenset(
    {
        "geometric",
        "ribbons",
        "spiral",
        "person",
        "portrait",
        "room",
        "keepsake",
        "food",
        "solids",
        "logo",
        "rider",
    }
)
"""What gives a poster no name: nobody would call it “person”."""
_FOOT, _LINE, _RULE = 0.205, 0.15, 0.085
"""How far from a poster's lower border its picture, the middle of its title and the rule below that are."""


def apply_styles(pixels: Pixels, brief: Brief, rng: np.random.Generator) -> Pixels:
    """The picture in the styles a brief names; as it is when it names none."""
    for name in brief.styles:
        if name == "neon" and brief.words & _TUBES:
            continue  # the lights are neon, and not the way of painting
        style = _STYLES.get(name)
        if style is not None:
            pixels = style(pixels, rng)
    if brief.words & {"poster", "cover"}:
        pixels = _framed(pixels, brief)
    return pixels


_STYLES: dict[str, Style] = {
    "watercolor": brushes.watercolor,
    "oil": brushes.oil,
    "impressionist": brushes.impressionist,
    "ink": drawing.ink,
    "pencil": drawing.pencil,
    "coloured pencil": drawing.coloured_pencil,
    "charcoal": drawing.charcoal,
    "line art": drawing.line_art,
    "cel": drawing.cel,
    "comic": drawing.comic,
    "pop art": prints.pop_art,
    "halftone": prints.halftone,
    "screen print": prints.poster,
    "linocut": prints.linocut,
    "neon": prints.neon,
    "synthwave": prints.synthwave,
    "pixel": facets.pixel,
    "mosaic": facets.mosaic,
    "stained glass": facets.stained_glass,
    "low poly": facets.low_poly,
    "retro": film.retro,
    "vintage": film.vintage,
    "noir": film.noir,
    "infrared": film.infrared,
    "mono": film.mono,
    "photo": film.photo,
}
_WORDS: tuple[tuple[str, str], ...] = (
    ("stained glass", r"stained[ -]?glass|cathedral window|tiffany"),
    ("mosaic", r"mosaic|tesserae|byzantine"),
    ("low poly", r"low[ -]?poly|polygonal|origami|geometric facets|triangulat\w+"),
    ("pixel", r"pixel(ated)?([ -]?art)?|8[ -]?bit|16[ -]?bit|retro game|minecraft|voxel"),
    ("pop art", r"pop[ -]?art|warhol"),
    ("comic", r"comic( book)?|graphic novel|marvel|manga|lichtenstein|superhero"),
    ("cel", r"anime|cel[ -]?shad\w+|cartoon|ghibli|animat(ed|ion)|pixar|disney|toon|makoto shinkai"),
    ("coloured pencil", r"colou?red pencils?|crayons?|pastels? drawing"),
    ("charcoal", r"charcoal"),
    ("line art", r"line[ -]?(art|drawing)|colou?ring (book|page)|outline drawing|blueprint"),
    ("pencil", r"pencil|graphite|sketch(ed|y)?|hand[ -]?drawn|drawing"),
    ("ink", r"\bink\b|sumi|calligraph\w+|brush and ink|chinese painting"),
    ("linocut", r"lino(cut)?|wood(cut|block)|block print|engraving|etching|ukiyo[ -]?e"),
    ("halftone", r"half[ -]?tone|newspaper|newsprint"),
    ("screen print", r"screen[ -]?print(ed)?|posteri[sz]ed?|flat (colou?rs|design|illustration)|vector|"
        r"art deco|travel poster|minimalist poster"),
    ("impressionist", r"impressionis[tm]\w*|monet|renoir|pointillis[tm]\w*|post-impressionist|van[ -]?gogh|"
        r"starry night"),
    ("watercolor", r"water[ -]?colou?rs?|aquarelle|gouache"),
    ("oil", r"oils?|oil paint\w*|impasto|renaissance|baroque|rembrandt|acrylic"),
    ("synthwave", r"synth[ -]?wave|vapou?r[ -]?wave|outrun|80s|eighties|retrowave"),
    ("neon", r"neon|cyber[ -]?punk|blade runner|tron|futuristic|sci-?fi"),
    ("noir", r"noir|film noir|detective|hard[ -]?boiled"),
    ("infrared", r"infra[ -]?red"),
    ("vintage", r"vintage|antique|daguerreotype|old[ -](photo\w*|time\w*|fashioned)|victorian|19(00|10|20|"
        r"30|40|50)s|sepia|aged|nostalgic"),
    ("retro", r"retro|faded film|lomo\w*|polaroid|70s|seventies|kodachrome|analog"),
    ("photo", r"cinematic|film (look|still)|photo-?realistic|movie|hollywood"),
)  # fmt: skip


def named_styles(text: str) -> list[str]:
    """The ways of painting a text names, in the order they are said, each once."""
    low = text.lower()
    found: list[tuple[int, str]] = []
    taken: list[tuple[int, int]] = []
    for name, pattern in _WORDS:
        match = re.search(rf"(?<![a-z])(?:{pattern})(?![a-z])", low)
        if match and not any(match.start() < stop and match.end() > start for start, stop in taken):
            found.append((match.start(), name))
            taken.append(match.span())
    if not found and re.search(r"\b(paint(ing|ed|erly)|canvas|artwork|masterpiece)\b", low):
        return ["oil"]
    return [name for _, name in sorted(found)]


def paint_as(pixels: Pixels, name: str, rng: np.random.Generator) -> Pixels:
    """The picture in one way of painting."""
    return _STYLES[name](pixels, rng)


def _framed(pixels: Pixels, brief: Brief) -> Pixels:
    """A poster: the picture in a paper border with its title set wide beneath."""
    height, width = pixels.shape[:2]
    unit = min(height, width)
    if unit < 96:
        return pixels
    margin = round(unit * 0.045)
    title = _title(brief).upper()
    paper, ink = (
        (244, 236, 218),
        tuple(int(value * 0.45) for value in pixels[-margin * 2 :].mean(axis=(0, 1))),
    )
    ink = ImageColor.getrgb(brief.letters_in) if brief.letters_in else ink
    level = brief.letters_at or "bottom"
    sheet = Image.new("RGB", (width, height), paper)
    head, foot = _edges(level, margin, round(unit * _FOOT) if title else margin)
    room = (width - 2 * margin, height - head - foot)
    scale = max(room[0] / width, room[1] / height)
    fitted = cv2.resize(
        pixels, (round(width * scale), round(height * scale)), interpolation=cv2.INTER_AREA
    )
    left, top = (fitted.shape[1] - room[0]) // 2, (fitted.shape[0] - room[1]) // 2
    sheet.paste(Image.fromarray(fitted[top : top + room[1], left : left + room[0]]), (margin, head))
    if title:
        under = _band_end(level, head, height, unit)
        around = paper if level == "middle" else None
        _set_title(ImageDraw.Draw(sheet), title, (width, under), unit, ink, brief.letters, around)
    return np.array(sheet, np.uint8)


def _band_end(level: str, head: int, height: int, unit: int) -> int:
    """Where the title's band ends, in pixels from above."""
    if level == "top":
        return head + round(unit * 0.025)
    return round((height + unit * _FOOT) / 2) if level == "middle" else height


def _edges(level: str, margin: int, band: int) -> tuple[int, int]:
    """How much paper is above and below the picture, in pixels; the title's `band` is on its side."""
    return {"top": (band, margin), "middle": (margin, margin)}.get(level, (margin, band))


def _title(brief: Brief) -> str:
    if brief.title:
        return brief.title
    town = min(brief.words & TOWNS, default="")
    if town:
        return "new york" if town == "york" else town
    first = next((tag for tag in brief.subjects if tag != "person"), "")
    if not first or first in _UNTITLED:
        return ""
    if first in _TITLE_SUBJECTS or first in brief.words:
        return _TITLE_SUBJECTS.get(first, first)
    said = brief.words & set(dict(SUBJECTS)[first].split())
    return max(sorted(said), key=len, default="").replace("-", " ")


_Font = ImageFont.FreeTypeFont | ImageFont.ImageFont


def _fitted(
    pen: ImageDraw.ImageDraw, title: str, points: float, width: int, scale: float
) -> tuple[_Font, list[float], float]:
    """The font in which a title fits, of `points` at most; how wide each letter is, and the gap between two."""
    spread = 0.34 / max(scale, 1) ** 3  # what is to be large stands closer, to fit so
    room = 0.84 if scale <= 1 else 0.92
    while True:
        font = ImageFont.load_default(size=points)
        gap = points * spread
        advances = [pen.textlength(letter, font=font) for letter in title]
        if sum(advances) + gap * (len(title) - 1) <= width * room or points < 7:
            return font, advances, gap
        points *= 0.92


def _set_title(
    pen: ImageDraw.ImageDraw,
    title: str,
    size: tuple[int, int],
    unit: int,
    ink: tuple[int, ...],
    scale: float,
    around: tuple[int, ...] | None,
) -> None:
    """Capitals spread evenly, made smaller until they fit, over a thin rule.

    `size` is that of the sheet down to the end of their band. They stand well above the sheet's lower border: a page
    shows a picture's number in its lower corner. `around`: the colour of an outline, where they stand on the picture.
    """
    width, height = size
    outline = max(round(unit * 0.006), 1) if around else 0
    font, advances, gap = _fitted(pen, title, unit * 0.066 * scale, width, scale)
    whole = sum(advances) + gap * (len(title) - 1)
    x, y = (width - whole) / 2, height - unit * _LINE
    for letter, advance in zip(title, advances, strict=True):
        pen.text(
            (x, y),
            letter,
            font=font,
            fill=ink,
            anchor="lm",
            stroke_width=outline,
            stroke_fill=around,
        )
        x += advance + gap
    rule, reach = height - unit * _RULE, unit * 0.05
    pen.line(
        [(width / 2 - reach, rule), (width / 2 + reach, rule)], fill=ink, width=max(unit // 400, 1)
    )
