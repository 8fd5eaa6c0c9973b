"""The interface against its design: contrasts recomputed from the token file, weights, the sprite, tokens only."""

import gzip
import math
import re
from pathlib import Path

import pytest

from sogni_web.static import STYLES, joined_styles

STATIC = Path(__file__).parents[2] / "static"
TEMPLATES = STATIC.parent / "templates"
PAIR = re.compile(r"--([\w-]+): light-dark\(oklch\(([^)]*)\), oklch\(([^)]*)\)\)")
SURFACES = ("room", "ground", "raised", "lifted", "mat")
LIGHT, DARK = 0, 1

# contrast on room, ground, raised, lifted and mat: light, dark
TABLE = {
    "ink": ((14.2, 15.9, 16.6, 12.9, 12.1), (16.8, 15.7, 14.4, 12.7, 14.4)),
    "ink-2": ((7.6, 8.6, 9.0, 6.9, 6.5), (10.3, 9.7, 8.9, 7.8, 8.9)),
    "ink-3": ((5.3, 6.0, 6.3, 4.8, 4.5), (7.0, 6.5, 6.0, 5.3, 6.0)),
    "tide": ((5.9, 6.7, 7.0, 5.4, 5.1), (10.7, 10.0, 9.2, 8.1, 9.2)),
    "moon": ((5.6, 6.3, 6.6, 5.1, 4.8), (13.8, 12.9, 11.8, 10.5, 11.8)),
    "ember": ((5.5, 6.2, 6.4, 5.0, 4.7), (8.8, 8.2, 7.5, 6.7, 7.5)),
    "edge": ((3.7, 4.2, 4.4, 3.4, 3.2), (4.2, 3.9, 3.6, 3.2, 3.6)),
}
OTHER = (
    ("on-ink", "ink", 15.9, 16.8),
    ("tide", "line", 4.9, 7.3),
    ("ink-3", "line", 4.4, 4.7),
    ("moon", "moon-wash", 5.6, 10.1),
    ("ember", "ember-wash", 5.5, 6.7),
)
LEAST_TEXT = 4.5
LEAST_EDGE = 3.0

Colour = tuple[float, float, float]


def _linear(lightness: float, chroma: float, hue: float) -> Colour:
    """oklch as linear sRGB (CSS Color 4, section 10), clipped to what a screen shows."""
    a, b = chroma * math.cos(math.radians(hue)), chroma * math.sin(math.radians(hue))
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    red = 4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short
    green = -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short
    blue = -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short
    return (_clip(red), _clip(green), _clip(blue))


def _clip(value: float) -> float:
    return min(1.0, max(0.0, value))


def _shown(value: float) -> int:
    """One channel as the byte a screen gets."""
    curved = value * 12.92 if value <= 0.0031308 else 1.055 * value ** (1 / 2.4) - 0.055
    return round(curved * 255)


def _luminance(colour: Colour) -> float:
    """WCAG 2.2, of the bytes shown."""
    channels = [_shown(value) / 255 for value in colour]
    red, green, blue = (
        one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: Colour, other: Colour) -> float:
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _tokens() -> dict[str, tuple[Colour, Colour]]:
    text = (STATIC / "css" / "tokens.css").read_text()
    found = {}
    for name, light, dark in PAIR.findall(text):
        one, other = ([float(part) for part in value.split()] for value in (light, dark))
        found[name] = (_linear(*one), _linear(*other))
    return found


@pytest.mark.parametrize("name", TABLE)
def test_the_table_of_contrasts_is_what_the_tokens_give(name: str) -> None:
    tokens = _tokens()
    for theme in (LIGHT, DARK):
        for surface, told in zip(SURFACES, TABLE[name][theme], strict=True):
            measured = _contrast(tokens[name][theme], tokens[surface][theme])
            assert measured == pytest.approx(told, abs=0.1), (name, surface, theme)
            assert measured >= (LEAST_EDGE if name == "edge" else LEAST_TEXT) - 0.05


@pytest.mark.parametrize(("name", "on", "light", "dark"), OTHER)
def test_text_on_washes_and_bars_on_their_track_are_told_apart(
    name: str, on: str, light: float, dark: float
) -> None:
    tokens = _tokens()
    for theme, told in ((LIGHT, light), (DARK, dark)):
        measured = _contrast(tokens[name][theme], tokens[on][theme])
        assert measured == pytest.approx(told, abs=0.1)


def test_surfaces_are_nearly_grey_and_colours_come_from_tokens_alone() -> None:
    text = (STATIC / "css" / "tokens.css").read_text()
    values = {name: (light, dark) for name, light, dark in PAIR.findall(text)}
    for surface in SURFACES:
        for value in values[surface]:
            assert float(value.split()[1]) < 0.013
    for sheet in sorted((STATIC / "css").rglob("*.css")):
        if sheet.name == "tokens.css":
            continue
        literal = set(re.findall(r"#[0-9a-f]{3,8}\b|rgba?\([^)]*\)", sheet.read_text()))
        assert literal <= {"#14181b", "#fff"}, sheet.name


@pytest.mark.parametrize(("files", "most_kb"), [("js/*.js", 40), ("icons/sprite.svg", 12)])
def test_scripts_and_icons_stay_light(files: str, most_kb: int) -> None:
    """As they are sent: one compressed file each."""
    sent = sum(len(gzip.compress(path.read_bytes())) for path in STATIC.glob(files))
    assert 0 < sent < most_kb * 1000


def test_the_styles_are_light_and_sent_as_one_sheet_in_their_layers() -> None:
    """Django's admin has a style sheet of its own."""
    sheet = joined_styles(STATIC / STYLES)
    assert "@import" not in sheet
    for part in (STATIC / "css").rglob("*.css"):
        assert (part.read_text() in sheet) == (part.name not in {"main.css", "admin.css"})
    assert len(gzip.compress(sheet.encode())) < 16_000


def test_every_icon_named_anywhere_is_in_the_sprite() -> None:
    there = set(re.findall(r'<symbol id="([\w-]+)"', (STATIC / "icons/sprite.svg").read_text()))
    named = set()
    for template in TEMPLATES.rglob("*.html"):
        named |= set(re.findall(r'{% icon "([\w-]+)"', template.read_text()))
    for script in (STATIC / "js").glob("*.js"):
        named |= set(re.findall(r'setIcon\([^;]*?"([\w-]+)"\)', script.read_text()))
    assert named
    assert named <= there


def test_every_transition_has_a_name_for_its_time() -> None:
    for sheet in (STATIC / "css" / "components").glob("*.css"):
        for value in re.findall(r"(?:^|[\s;{])animation: ([^;]+);", sheet.read_text()):
            assert "var(--" in value or "linear" in value or "steps" in value, (sheet.name, value)
