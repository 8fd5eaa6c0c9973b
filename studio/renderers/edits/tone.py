"""Light and colour of the whole picture: brighter, warmer, black and white, faded, inverted."""

import re
from collections.abc import Callable

import cv2
import numpy as np

from studio.renderers.drawing.canvas import Array, Pixels
from studio.renderers.edits.wording import amount
from studio.renderers.edits.work import TONE, Step, Work
from studio.renderers.pictures.repair import polished

Change = Callable[[Pixels, float], Array]


def gamma(pixels: Pixels, power: float) -> Pixels:
    """Middle tones lifted (power under 1) or lowered, black and white stay."""
    table = (np.power(np.arange(256) / 255, power) * 255 + 0.5).astype(np.uint8)
    return np.asarray(cv2.LUT(pixels, table))


def contrast(pixels: Pixels, factor: float) -> Array:
    """Spread round the picture's own middle."""
    middle = float(pixels.mean())
    return np.asarray((pixels.astype(np.float32) - middle) * factor + middle)


def saturation(pixels: Pixels, factor: float) -> Array:
    """Colours away from or towards their grey."""
    grey = cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY)[..., None].astype(np.float32)
    return np.asarray(grey + (pixels - grey) * factor)


def tinted(pixels: Pixels, gains: tuple[float, float, float]) -> Array:
    """Each channel times its gain, the brightness kept."""
    changed = pixels * np.array(gains, np.float32)
    return np.asarray(changed * (pixels.mean() / max(float(changed.mean()), 1)))


def sharpened(pixels: Pixels, strength: float) -> Array:
    """Unsharp masking."""
    unit = min(pixels.shape[:2])
    soft = cv2.GaussianBlur(pixels, (0, 0), max(unit / 700, 0.8)).astype(np.float32)
    return np.asarray(pixels + (pixels - soft) * strength)


def grey(pixels: Pixels) -> Pixels:
    """Black and white."""
    return np.asarray(cv2.cvtColor(cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY), cv2.COLOR_GRAY2RGB))


def sepia(pixels: Pixels) -> Array:
    """Brown tones."""
    light = cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY).astype(np.float32)[..., None] / 255
    curve = np.concatenate([light**0.86, light**1.02 * 0.92, light**1.25 * 0.76], -1)
    return np.asarray(curve * 255)


def _hdr(pixels: Pixels, strength: float) -> Array:
    lab = cv2.cvtColor(pixels, cv2.COLOR_RGB2LAB)
    light = cv2.createCLAHE(2.4 * strength, (6, 6)).apply(lab[..., 0])
    lab[..., 0] = light
    return saturation(cv2.cvtColor(lab, cv2.COLOR_LAB2RGB), 1 + 0.3 * strength)


def _shadows(pixels: Pixels, strength: float) -> Array:
    light = cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY).astype(np.float32) / 255
    lift = np.clip(1 - light / 0.6, 0, 1)[..., None] * strength * 0.45
    return np.asarray(pixels + (255 * np.power(pixels / 255, 0.55) - pixels) * lift)


def _soft_light(pixels: Pixels, strength: float) -> Array:
    """Light without hard edges: shadows opened, highlights held, a little of it spilling over."""
    open_ = _shadows(pixels, 0.6 * strength)
    wide = cv2.GaussianBlur(pixels, (0, 0), max(min(pixels.shape[:2]) / 45, 2)).astype(np.float32)
    glow = 255 - (255 - open_) * (255 - wide) / 255
    mixed = open_ + (glow - open_) * min(0.28 * strength, 0.6)
    return contrast(np.clip(mixed, 0, 255).astype(np.uint8), 1 / (1 + 0.18 * strength))


_CHANGES: tuple[tuple[str, str, Change], ...] = (
    (
        r"\b(black[ -]and[ -]white|b&w|grey?scale|grayscale|monochrom\w*)\b",
        "black and white",
        lambda p, s: grey(p),
    ),
    (r"\bsepia\b", "sepia", lambda p, s: sepia(p)),
    (r"\b(invert(ed)?|negative)\b( colou?rs?)?", "inverted colours", lambda p, s: 255 - p),
    (
        r"\b(darker|darken|dim(mer)?|spook(y|ier)|scar(y|ier)|eerie|moody|moodier|"
        r"less bright|(reduce|lower|decrease) (the )?(brightness|exposure))",
        "darker",
        lambda p, s: gamma(p, 1 + 0.7 * s),
    ),
    (
        r"\b(bright(er|en)|lighter|lighten|less dark|more light|(increase|raise|boost|"
        r"more) (the )?(brightness|exposure))",
        "brighter",
        lambda p, s: gamma(p, 1 / (1 + 0.65 * s)),
    ),
    (
        r"\b((less|lower|reduce|decrease|soften)( the)? contrast|flatter)\b",
        "less contrast",
        lambda p, s: contrast(p, 1 / (1 + 0.5 * s)),
    ),
    (
        r"\b((more|higher|increase|boost|add|high|stronger|strong)( the)?( \w+ and)? contrast|contrasty|"
        r"punchy|punchier|pop(?![ -]?(art|corn|star|up))|stand out)\b",
        "more contrast",
        lambda p, s: contrast(p, 1 + 0.45 * s),
    ),
    (
        r"\b(calm(er)? (tones?|colou?rs?)|(gentl\w+|paler?|soft(er)?|quiet(er)?) colou?rs?|"
        r"desaturat\w+|mut(e|ed)( the| colou?rs)|less (saturat\w+|colou?rful|vibrant|vivid)|"
        r"(reduce|lower|decrease) (the )?saturation)",
        "less saturated",
        lambda p, s: saturation(p, max(1 - 0.55 * s, 0)),
    ),
    (
        r"(?<!less )(?<!de)\b(more (saturat\w+|colou?rful|colou?rs?|vibrant|vivid)|pop\b(?![ -]?(art|corn|star|up))|"
        r"satur(e|ate)\w*|"
        r"vibran\w+|vivid|(increase|boost|raise) (the )?(saturation|colou?rs?|vibrance)"
        r"|colou?rs? pop)\b",
        "more saturated",
        lambda p, s: saturation(p, 1 + 0.6 * s),
    ),
    (
        r"\b((co[sz]y|co[sz]ier|warm(er|th)?)( (tones?|look|colou?rs?|light|up))?)\b",
        "warmer",
        lambda p, s: tinted(p, (1 + 0.14 * s, 1.0, 1 - 0.2 * s)),
    ),
    (
        r"\b(cool(er)?|cold(er)?)( (tones?|look|colou?rs?|light|it down))?\b",
        "cooler",
        lambda p, s: tinted(p, (1 - 0.17 * s, 1.0, 1 + 0.17 * s)),
    ),
    (
        r"\b(sharp(er|en|ness)?|crisp(er)?|in focus|deblur|unblur|remove (the )?blur|"
        r"more detail(s|ed)?)\b",
        "sharper",
        lambda p, s: sharpened(p, 1.3 * s),
    ),
    (r"\b(hdr|tone[ -]?map\w*)\b", "HDR look", _hdr),
    (
        r"\b(soft(er|en)?|gentl(e|er)|diffuse[dr]?) (the )?(evening |morning |warm )?(light(ing)?|shadows?|glow)\b|"
        r"\blight(ing)? (be |a (bit|little) )?(soft(er)?|gentler|more diffuse)\b",
        "softer light",
        _soft_light,
    ),
    (r"\b(lift|open|brighten|recover)\w* (the )?shadows\b", "lifted shadows", _shadows),
)
_BETTER = re.compile(
    r"\b(enhance|improve|touch[- ]?up|retouch|polish|auto[- ]?(fix|enhance|correct)|make (it|this) (look )?better)\b"
)
_SOFTER = re.compile(
    r"\b(blur(red|ry)?|soft(en| focus|er)|out of focus)\b(?!.*\b(background|backdrop|behind|surroundings)\b)"
)


def read(clause: str, index: int) -> list[Step]:
    """The tone changes a clause asks for."""
    strength = min(amount(clause), 2.5)
    steps = []
    for pattern, name, change in _CHANGES:
        if re.search(pattern, clause) and not re.search(r"\bbackground\b", clause):
            steps.append(Step(TONE, name, _whole(change, strength)))
    if (
        _SOFTER.search(clause)
        and "background" not in clause
        and not any(step.said in ("sharper", "softer light") for step in steps)
        and not re.search(r"\b(contrast|colou?rs?)\b", clause)
    ):
        steps.append(Step(TONE, "blurred", lambda work: _blur(work, strength)))
    if _BETTER.search(clause):
        steps.append(Step(TONE, "enhanced", lambda work: work.put(polished(work.pixels, strength))))
    if re.search(r"\bvignette\b", clause):
        steps.append(Step(TONE, "vignette", lambda work: _vignette(work, strength)))
    if re.search(r"\b(film )?grain(y)?\b", clause) and not re.search(
        r"\b(remove|reduce|less|without|clean)\b", clause
    ):
        steps.append(Step(TONE, "film grain", lambda work: _grain(work, strength)))
    return steps


def _whole(change: Change, strength: float) -> Callable[[Work], None]:
    return lambda work: work.put(change(work.pixels, strength))


def _blur(work: Work, strength: float) -> None:
    work.put(cv2.GaussianBlur(work.pixels, (0, 0), max(work.unit * 0.008 * strength, 1)))


def _vignette(work: Work, strength: float) -> None:
    y = np.linspace(-1, 1, work.height, dtype=np.float32)[:, None]
    x = np.linspace(-1, 1, work.width, dtype=np.float32)[None, :]
    fall = 1 - np.clip((x * x + y * y) / 2, 0, 1) ** 1.2 * min(0.75 * strength, 0.95)
    work.put(work.pixels * fall[..., None])


def _grain(work: Work, strength: float) -> None:
    noise = work.rng.standard_normal((work.height, work.width), dtype=np.float32)
    work.put(work.pixels + cv2.GaussianBlur(noise, (0, 0), 0.8)[..., None] * 17 * strength)
