"""Several pictures in one: side by side, blended, one's subject in another's scene, one in the colours of another."""

import re

import cv2
import numpy as np

from studio.renderers.api import RenderError
from studio.renderers.codecs.inputs import cover
from studio.renderers.drawing.canvas import Array, Pixels
from studio.renderers.edits.work import COMBINE, Step, Work
from studio.renderers.regions.saliency import find_subject

_SPEAKS_OF_MORE = re.compile(
    r"\b((both|two|three|all|other|second|third|first|each|these|different|multiple|"
    r"reference) (\w+ )?(images?|pictures?|photos?|references?)|"
    r"(image|picture|photo) (one|two|three|[1-9])|combin\w+|merge\w*|blend\w*|collage|"
    r"side[ -]by[ -]side|double exposure|"
    r"from the (other|second|third)|references)\b"
)


def speaks_of_more(prompt: str) -> bool:
    """Whether a prompt is about more than one picture."""
    return _SPEAKS_OF_MORE.search(prompt.lower()) is not None


def read(prompt: str, others: int, understood: int) -> list[Step]:
    """How further pictures are used; nothing when the words ask for other things and speak of one picture."""
    text = prompt.lower()
    if others == 0 or (understood and not speaks_of_more(text)):
        return []
    if re.search(
        r"\b(side[ -]by[ -]side|next to each other|collage|grid|split screen|diptych|before and after|comparison)\b",
        text,
    ):
        return [Step(COMBINE, "side by side", _side_by_side)]
    if re.search(r"\b(blend|double exposure|morph|overlay|superimpos\w+|fade|mix)\b", text):
        return [Step(COMBINE, "blended", _blended)]
    if re.search(
        r"\b(style|colou?rs?|palette|look|mood|lighting|tones?) (of|from|like) (the )?(other|"
        r"second|image 2|picture 2|reference)",
        text,
    ):
        return [Step(COMBINE, "colours of the second picture", _colours)]
    scene_second = re.search(
        r"\b(in|into|on|onto|at|inside|against|before|in front of) (the )?(background|scene|"
        r"setting|place|landscape|world)?( of| from)? ?(the )?(second|other|image 2|picture 2|"
        r"photo 2|last)\b"
        r"|\b(second|other|image 2|picture 2|last)( (image|picture|photo))? (as|"
        r"for) (the )?(a )?background|background (of|from) (the )?(second|other|image 2|picture 2)",
        text,
    )
    if scene_second:
        return [Step(COMBINE, "the first picture's subject in the second's scene", _into_second)]
    return [Step(COMBINE, "the other pictures' subjects in the first", _into_first)]


def _side_by_side(work: Work) -> None:
    """All pictures in a row, in two rows from five on, each filling its field."""
    pictures = [work.pixels, *work.others]
    rows = (
        1
        if (len(pictures) < 4 and work.width >= work.height)
        or (len(pictures) == 2 and work.width * 1.2 > work.height)
        else 2
    )
    columns = -(-len(pictures) // rows)
    gap = max(round(work.unit * 0.012), 1)
    sheet = np.full_like(work.pixels, 250)
    for number, picture in enumerate(pictures):
        row, column = divmod(number, columns)
        in_row = min(columns, len(pictures) - row * columns)
        left, right = (round(work.width * place / in_row) for place in (column, column + 1))
        top, bottom = (round(work.height * place / rows) for place in (row, row + 1))
        left, top = left + gap * (column > 0), top + gap * (row > 0)
        sheet[top:bottom, left:right] = cover(picture, right - left, bottom - top)
    work.put(sheet, moved=True)


def _blended(work: Work) -> None:
    total: Array = work.pixels.astype(np.float32)
    for number, other in enumerate(work.others):
        share = 1 / (number + 2)
        total = total * (1 - share) + cover(other, work.width, work.height) * share
    middle = float(total.mean())
    work.put((total - middle) * 1.25 + middle, moved=True)


def _colours(work: Work) -> None:
    """Brightness and colour statistics of the second picture (Reinhard et al. 2001)."""
    own = cv2.cvtColor(work.pixels, cv2.COLOR_RGB2LAB).astype(np.float32)
    other = cv2.cvtColor(
        cv2.resize(work.others[0], (160, 160), interpolation=cv2.INTER_AREA), cv2.COLOR_RGB2LAB
    ).astype(np.float32)
    scale = np.clip((other.std((0, 1)) + 2) / (own.std((0, 1)) + 2), 0.5, 2)
    made = (own - own.mean((0, 1))) * scale + other.mean((0, 1))
    work.put(cv2.cvtColor(np.clip(made, 0, 255).astype(np.uint8), cv2.COLOR_LAB2RGB))


def _subject_of(pixels: Pixels) -> tuple[Pixels, Array] | None:
    """The subject cut to its box, with its matte; None where nothing stands out."""
    try:
        matte = find_subject(pixels)
    except RenderError:
        return None
    ys, xs = np.nonzero(matte > 0.3)
    if len(xs) < 50:
        return None
    box = (slice(int(ys.min()), int(ys.max()) + 1), slice(int(xs.min()), int(xs.max()) + 1))
    return pixels[box], matte[box]


def _into_first(work: Work) -> None:
    for number, other in enumerate(work.others):
        _stand(
            work,
            other,
            (number + 1) / (len(work.others) + 1) if len(work.others) > 1 else 0.72,
            0.56,
        )
    work.put(work.pixels, moved=True)


def _into_second(work: Work) -> None:
    first = work.pixels
    work.put(cover(work.others[0], work.width, work.height), moved=True)
    _stand(work, first, 0.5, 0.78)
    work.put(work.pixels, moved=True)


def _stand(work: Work, picture: Pixels, across: float, share: float) -> None:
    """Puts a picture's subject on the ground of the work, as high as `share` of it, in its light."""
    found = _subject_of(picture)
    if found is None:
        fitted = cover(picture, max(work.width // 3, 8), max(work.height // 3, 8))
        found = fitted, np.ones(fitted.shape[:2], np.float32)
    pixels, matte = found
    scale = min(share * work.height / pixels.shape[0], 0.8 * work.width / pixels.shape[1])
    size = (max(round(pixels.shape[1] * scale), 2), max(round(pixels.shape[0] * scale), 2))
    way = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
    small, alpha = (
        cv2.resize(pixels, size, interpolation=way),
        np.clip(cv2.resize(matte, size, interpolation=way), 0, 1),
    )
    left = int(np.clip(across * work.width - size[0] / 2, 0, max(work.width - size[0], 0)))
    top = max(work.height - size[1] - round(0.03 * work.height), 0)
    size = (min(size[0], work.width - left), min(size[1], work.height - top))
    small, alpha = small[: size[1], : size[0]], alpha[: size[1], : size[0]]
    tint = work.pixels.mean((0, 1)) / max(float(work.pixels.mean()), 1)
    lit = small * (1 + (tint - 1) * 0.3) * float(np.clip(0.7 + work.pixels.mean() / 400, 0.7, 1.1))
    shadow: Array = np.zeros((work.height, work.width), np.float32)
    foot = (left + size[0] // 2, min(top + size[1], work.height - 1))
    cv2.ellipse(
        shadow,
        foot,
        (max(int(size[0] * 0.42), 2), max(int(work.unit * 0.018), 1)),
        0,
        0,
        360,
        0.45,
        -1,
        cv2.LINE_AA,
    )
    shadow = cv2.GaussianBlur(shadow, (0, 0), max(work.unit * 0.012, 1))
    sheet = work.pixels * (1 - shadow[..., None])
    part = sheet[top : top + size[1], left : left + size[0]]
    sheet[top : top + size[1], left : left + size[0]] = (
        part + (np.clip(lit, 0, 255) - part) * alpha[..., None]
    )
    work.put(sheet + 0.5)
