"""Words and frames laid on the finished picture."""

import re
from collections.abc import Callable

import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFont

from studio.renderers.edits.wording import colour_in
from studio.renderers.edits.work import FRAME, LETTERS, Step, Work

_ASK = re.compile(
    r"\b(text|caption|title|words?|writ(e|es|ing|ten)|lettering|say(s|ing)?|label|sign|slogan|quote|headline|subtitle|watermark|message)\b"
)
_UNQUOTED = re.compile(
    r"\b(?:text|caption|title|words?|write|slogan|headline|watermark|message|"
    r"label)(?: (?:that )?(?:says?|saying|reading|reads))?:? (?P<text>.+?)(?: (?:at|on|in|"
    r"to) (?:the )?(?:top|bottom|center|centre|middle|left|right|upper|lower|it|image|picture|"
    r"photo)\b.*)?$"
)
_FRAME = re.compile(r"\b(frame|border|polaroid|matte?d?|passe-?partout)\b")
_FRAME_COLOURS = {
    "wooden": (116, 74, 42),
    "wood": (116, 74, 42),
    "golden": (196, 156, 72),
    "gold": (196, 156, 72),
}


def read_letters(clause: str, quotes: list[str], prompt: str) -> list[Step]:
    """The lettering a clause asks for; `quotes` are the prompt's quoted texts, the clause is in small letters."""
    numbers = [int(number) for number in re.findall(r'"#(\d+)"', clause)]
    if re.search(r"\b(remove|erase|delete|without|no)\b", clause) or not (
        _ASK.search(clause) or (re.search(r"^(add|put|place|print|stick)\b", clause) and numbers)
    ):
        return []
    texts = [quotes[number] for number in numbers if number < len(quotes)]
    if not texts and re.match(r"^(add|write|put|insert|include|place|overlay|with)\b", clause):
        found = _UNQUOTED.search(clause)
        said = found["text"].strip() if found and len(found["text"]) <= 60 else ""
        as_written = re.search(re.escape(said), prompt, re.IGNORECASE)
        texts = [as_written[0] if as_written else said] if said else []
    return [Step(LETTERS, f"“{text}” on it", _lettering(text[:120], clause)) for text in texts]


def _lettering(text: str, clause: str) -> Callable[[Work], None]:
    top = re.search(r"\b(top|upper|above|header|headline|title)\b", clause)
    middle = re.search(r"\b(cent(er|re)|middle|across)\b", clause) and not re.search(
        r"\b(top|bottom)\b", clause
    )
    level = 0.5 if middle else 0.1 if top else 0.9
    side = (
        0.0 if re.search(r"\bleft\b", clause) else 1.0 if re.search(r"\bright\b", clause) else 0.5
    )
    big = (
        1.5
        if re.search(r"\b(big|large|huge|bold|giant)\b", clause)
        else 0.6
        if re.search(r"\b(small|tiny|little|watermark)\b", clause)
        else 1.0
    )
    colour = colour_in(re.sub(r"background\b.*", "", clause))

    def do(work: Work) -> None:
        _set(work, text, (side, level), big, colour)

    return do


def _lines(
    pen: ImageDraw.ImageDraw, text: str, points: float, room: float
) -> tuple[list[str], ImageFont.FreeTypeFont | ImageFont.ImageFont]:
    font = ImageFont.load_default(size=points)
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line = ""
        for word in paragraph.split():
            longer = f"{line} {word}".strip()
            if line and pen.textlength(longer, font=font) > room:
                lines.append(line)
                line = word
            else:
                line = longer
        lines.append(line)
    return lines, font


def _set(
    work: Work,
    text: str,
    place: tuple[float, float],
    big: float,
    colour: tuple[int, int, int] | None,
) -> None:
    """Letters as large as fit in at most three lines, with an outline that keeps them readable anywhere."""
    sheet = Image.fromarray(work.pixels)
    pen = ImageDraw.Draw(sheet)
    margin = work.unit * 0.05
    room = work.width - 2 * margin
    points = max(work.unit * 0.105 * big, 9)
    lines, font = _lines(pen, text, points, room)
    while points > 8 and (
        len(lines) > 3 or max(pen.textlength(line, font=font) for line in lines) > room
    ):
        points *= 0.9
        lines, font = _lines(pen, text, points, room)
    leading = points * 1.18
    height = leading * len(lines)
    top = min(
        max(place[1] * work.height - height / 2, margin * 0.7), work.height - height - margin * 0.7
    )
    for number, line in enumerate(lines):
        length = pen.textlength(line, font=font)
        x = margin + (room - length) * place[0]
        y = top + leading * number
        ink = colour or (255, 255, 255)
        dark = (ink[0] * 0.3 + ink[1] * 0.59 + ink[2] * 0.11) < 110
        around = (250, 250, 250) if dark else (12, 12, 16)
        pen.text(
            (x, y),
            line,
            font=font,
            fill=ink,
            stroke_width=max(round(points / 16), 1),
            stroke_fill=around,
        )
    work.put(np.array(sheet, np.uint8))


def read_frame(clause: str, index: int) -> list[Step]:
    """The frames a clause asks for."""
    if re.search(r"\b(remove|without|no|crop)\b", clause):
        return []
    if re.search(r"\b(letterbox|cinematic bars|black bars)\b", clause):
        return [Step(FRAME, "cinema bars", _bars)]
    if re.search(r"\brounded corners?\b", clause):
        return [Step(FRAME, "rounded corners", _rounded)]
    if not _FRAME.search(clause) or re.search(r"\bin (the )?frame\b|\bfull frame\b", clause):
        return []
    if re.search(r"\bpolaroid\b", clause):
        return [
            Step(
                FRAME, "instant photo frame", lambda work: _frame(work, (246, 244, 238), 0.055, 0.2)
            )
        ]
    colour = next(
        (rgb for word, rgb in _FRAME_COLOURS.items() if re.search(rf"\b{word}\b", clause)), None
    )
    colour = colour or colour_in(clause) or (248, 247, 243)
    width = (
        0.1
        if re.search(r"\b(thick|wide|large|big)\b", clause)
        else 0.022
        if re.search(r"\b(thin|narrow|small)\b", clause)
        else 0.055
    )
    return [Step(FRAME, "a frame", lambda work: _frame(work, colour, width, width))]


def _frame(work: Work, colour: tuple[int, int, int], side: float, foot: float) -> None:
    """Round the picture, which is made a little smaller: the sheet keeps its size."""
    edge, bottom = max(round(work.unit * side), 1), max(round(work.unit * foot), 1)
    width, height = max(work.width - 2 * edge, 8), max(work.height - edge - bottom, 8)
    scale = max(width / work.width, height / work.height)
    fitted = cv2.resize(
        work.pixels,
        (max(round(work.width * scale), width), max(round(work.height * scale), height)),
        interpolation=cv2.INTER_AREA,
    )
    left, top = (fitted.shape[1] - width) // 2, (fitted.shape[0] - height) // 2
    sheet = np.empty_like(work.pixels)
    sheet[:] = colour
    rim = np.minimum.outer(
        np.minimum(np.arange(work.height), np.arange(work.height)[::-1]),
        np.minimum(np.arange(work.width), np.arange(work.width)[::-1]),
    )
    slope = np.clip(rim / max(edge, 1), 0, 1)
    shaded = (
        sheet * (0.86 + 0.14 * np.sin(slope * np.pi))[..., None]
        if side >= 0.03 and max(colour) < 240
        else sheet
    )
    sheet = shaded.astype(np.uint8)
    sheet[edge : edge + height, edge : edge + width] = fitted[
        top : top + height, left : left + width
    ]
    line = max(work.unit // 500, 1)
    cv2.rectangle(
        sheet,
        (edge - line, edge - line),
        (edge + width, edge + height),
        tuple(int(value * 0.7) for value in colour),
        line,
    )
    work.opacity = None
    work.put(sheet, moved=True)


def _bars(work: Work) -> None:
    bar = max((work.height - round(work.width / 2.39)) // 2, round(work.height * 0.09))
    sheet = work.pixels.copy()
    sheet[:bar] = sheet[work.height - bar :] = 0
    work.put(sheet)


def _rounded(work: Work) -> None:
    mask = np.zeros((work.height, work.width), np.uint8)
    radius = max(round(work.unit * 0.08), 2)
    cv2.rectangle(mask, (radius, 0), (work.width - 1 - radius, work.height - 1), 255, -1)
    cv2.rectangle(mask, (0, radius), (work.width - 1, work.height - 1 - radius), 255, -1)
    for x in (radius, work.width - 1 - radius):
        for y in (radius, work.height - 1 - radius):
            cv2.circle(mask, (x, y), radius, 255, -1, cv2.LINE_AA)
    work.opacity = mask.astype(np.float32) / 255 * (1 if work.opacity is None else work.opacity)
