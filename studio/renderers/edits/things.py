"""Adding things: which, how many, how large, in which colour and where."""

import re
from collections.abc import Callable

import cv2
import numpy as np

from studio.renderers.drawing.canvas import Pixels
from studio.renderers.edits.belongings import BELONGINGS
from studio.renderers.edits.sprites import SPRITES, Sprite, draw_sprite, halo
from studio.renderers.edits.wording import COLOUR, colour_in, number_in, spot_in
from studio.renderers.edits.work import THINGS, Step, Work

_ADD = re.compile(
    r"\b(add(ed|ing)?|put|place|draw|insert|include|give|wear(s|ing)?|hold(s|ing)?|with|stick|scatter|fill)\b"
)
_LOOSE = re.compile(r"^(an?|some|two|three|four|five|several|many|lots of|a few) ")
_PARTY = (
    (r"\bconfetti\b", "confetti"), (r"\bfireworks?\b", "fireworks"), (r"\b(soap )?bubbles\b", "bubbles"),
    (r"\b(sparkles?|glitter|stardust|fireflies|magic dust)\b", "sparkles"),
)  # fmt: skip


def read(clause: str, index: int) -> list[Step]:
    """The things a clause adds."""
    if re.search(
        r"\b(remove|erase|delete|without|replace|instead|background|backdrop|frame|border)\b",
        clause,
    ):
        return []
    if not (_ADD.search(clause) or (_LOOSE.search(clause) and index > 0)):
        return []
    steps: list[Step] = []
    for pattern, name in _PARTY:
        if re.search(pattern, clause):
            steps.append(Step(THINGS, name, _PARTIES[name]))
    taken: list[tuple[int, int]] = []
    for sprite in (*SPRITES, *BELONGINGS):
        match = re.search(sprite.words, clause)
        if match is None or any(
            match.start() < stop and match.end() > start for start, stop in taken
        ):
            continue
        if re.search(
            r"\b(in|on|at|over|under|near|beside|behind|to|of|by|against) (the |his |her |its )?$",
            clause[: match.start()],
        ):
            continue  # a place, not a thing to add
        if re.search(
            r"(?<!add )(?<!draw )(?<!give )\b(the|his|her|its|my|this|that) (?!(?:an?|some|one|two|three) )(\w+ )?$",
            clause[: match.start()],
        ):
            continue  # a thing that is there already
        taken.append(match.span())
        steps.append(Step(THINGS, match[0].strip(), _adding(sprite, clause, match)))
    return steps


def _adding(sprite: Sprite, clause: str, match: re.Match[str]) -> Callable[[Work], None]:
    before = clause[max(match.start() - 34, 0) : match.start()]
    plural = match[0].endswith("s") and not match[0].endswith(("ss", "glasses", "wings"))
    count = number_in(
        before, 5 if plural and "flock" not in match[0] else 7 if "flock" in match[0] else 1
    )
    named = re.findall(rf"\b{COLOUR}\b", before + match[0])
    colour = colour_in(named[-1]) if named else None
    big = (
        1.6
        if re.search(r"\b(big|large|huge|giant|enormous)\b", before)
        else 0.55
        if re.search(r"\b(small|tiny|little|mini)\b", before)
        else 1.0
    )
    many = re.search(r"\b(colou?rful|colou?red|multicolou?red|rainbow)\b", before) is not None
    spot = spot_in(clause)
    on_head = re.search(r"\bhead\b", clause) is not None

    def do(work: Work) -> None:
        for turn in range(count):
            hue = tuple(int(value) for value in work.rng.integers(60, 245, 3)) if many else colour
            scale = big * (1.0 if count == 1 else float(work.rng.uniform(0.6, 1.05)))
            width, place = _where(work, sprite, spot, scale, turn, count, on_head=on_head)
            _stick(work, sprite, width, place, hue)  # type: ignore[arg-type]

    return do


def _where(
    work: Work,
    sprite: Sprite,
    spot: tuple[float, float] | None,
    scale: float,
    turn: int,
    count: int,
    *,
    on_head: bool,
) -> tuple[int, tuple[float, float]]:
    """Width in pixels and middle of one of the things."""
    size = sprite.size * work.unit * scale
    if sprite.spot[0] < 0 or on_head:  # worn
        head = _head(work)
        if head is not None and spot is None:
            x, top, width = head
            size = max(width * (1.0 if sprite.spot[1] == -1 else 0.86), 12)
            y = top - size * 0.22 if sprite.spot[1] == -1 else top - width * sprite.spot[1]
            return round(size), (x, max(y, size * 0.4))
        spot = spot or (0.5, 0.25)
    x, y = spot or sprite.spot
    if count > 1:
        spread = 0.42 if spot is None else 0.2
        x = float(
            np.clip(
                (x if spot else 0.5)
                + spread * (2 * (turn + 0.5) / count - 1)
                + work.rng.normal(0, 0.03),
                0.05,
                0.95,
            )
        )
        y = float(np.clip(y + work.rng.normal(0, 0.07), 0.06, 0.94))
    return max(round(size), 6), (x * work.width, y * work.height)


def _head(work: Work) -> tuple[float, float, float] | None:
    """Middle, top and width of the top of the subject, in pixels."""
    mask = work.subject() > 0.5
    rows = np.flatnonzero(mask.any(1))
    if len(rows) < 8:
        return None
    upper = mask[rows[0] : rows[0] + max(int(len(rows) * 0.42), 4)]
    widths = upper.sum(1).astype(float)
    wide = float(np.percentile(widths, 80))
    top = int(np.argmax(widths > 0.38 * wide))  # horns and single hairs are no head
    columns = np.flatnonzero(upper[top : top + max(len(upper) // 2, 2)].any(0))
    return (
        float(np.median(columns)),
        float(rows[0] + top),
        float(np.clip(wide, work.unit * 0.08, work.unit * 0.4)),
    )


def _stick(
    work: Work,
    sprite: Sprite,
    width: int,
    place: tuple[float, float],
    colour: tuple[int, int, int] | None,
) -> None:
    picture = work.pixels.astype(np.float32)
    if sprite.glow:
        shine = halo(width * 3).astype(np.float32)[..., None] / 255
        tone = np.array(colour or (255, 240, 190), np.float32)
        _over(picture, np.broadcast_to(tone, (*shine.shape[:2], 3)), shine[..., 0] * 0.5, place)
    drawn = draw_sprite(sprite, width, colour)
    share = drawn[..., 3].astype(np.float32) / 255
    if not sprite.glow:
        lit = float(np.clip(0.62 + picture.mean() / 300, 0.62, 1.05))
        soft = cv2.GaussianBlur(share, (0, 0), max(width / 28, 0.8)) * 0.4
        _over(
            picture,
            np.zeros((*share.shape, 3), np.float32),
            soft,
            (place[0] + width * 0.03, place[1] + width * 0.05),
        )
        drawn = np.dstack([drawn[..., :3] * lit, drawn[..., 3]])
    _over(picture, drawn[..., :3].astype(np.float32), share, place)
    if sprite.behind:
        work.blend(picture, 1 - work.subject())
    else:
        work.put(picture + 0.5)


def _over(picture: Pixels, layer: Pixels, share: Pixels, place: tuple[float, float]) -> None:
    """Lays a layer on a picture with its middle at a place; what is outside is cut off."""
    height, width = share.shape
    left, top = round(place[0] - width / 2), round(place[1] - height / 2)
    x0, y0 = max(left, 0), max(top, 0)
    x1, y1 = min(left + width, picture.shape[1]), min(top + height, picture.shape[0])
    if x0 >= x1 or y0 >= y1:
        return
    part = (slice(y0 - top, y1 - top), slice(x0 - left, x1 - left))
    under = picture[y0:y1, x0:x1]
    under += (layer[part] - under) * share[part][..., None]


def _bright(rng: np.random.Generator) -> tuple[int, int, int]:
    hue = np.uint8(rng.integers(180))
    cell = cv2.cvtColor(np.array([[[hue, 205, 250]]], np.uint8), cv2.COLOR_HSV2RGB)[0, 0]
    return int(cell[0]), int(cell[1]), int(cell[2])


def _confetti(work: Work) -> None:
    sheet = work.pixels.copy()
    for _ in range(320):
        x, y = work.rng.integers(work.width), work.rng.integers(work.height)
        size = work.unit * float(work.rng.uniform(0.006, 0.016))
        box = cv2.boxPoints(
            ((float(x), float(y)), (size * 2, size), float(work.rng.uniform(0, 180)))
        )
        cv2.fillConvexPoly(sheet, (box * 16).astype(np.int32), _bright(work.rng), cv2.LINE_AA, 4)
    work.put(sheet)


def _fireworks(work: Work) -> None:
    light = np.zeros((work.height, work.width, 3), np.float32)
    for _ in range(8):
        x, y = work.rng.uniform(0.1, 0.9) * work.width, work.rng.uniform(0.08, 0.42) * work.height
        reach, colour = work.unit * float(work.rng.uniform(0.1, 0.2)), _bright(work.rng)
        for angle in np.linspace(0, 2 * np.pi, 34, endpoint=False) + work.rng.uniform(0, 0.2):
            length = reach * float(work.rng.uniform(0.75, 1.0))
            for near, far, shine in ((0.25, 0.7, 0.7), (0.65, 1.0, 1.0)):
                ends = [
                    (
                        round(x + np.cos(angle) * length * part),
                        round(y + np.sin(angle) * length * part + length * 0.12 * part**2),
                    )
                    for part in (near, far)
                ]
                cv2.line(
                    light,
                    ends[0],
                    ends[1],
                    tuple(value * shine for value in colour),
                    max(work.unit // 260, 1),
                    cv2.LINE_AA,
                )
    glow = cv2.GaussianBlur(light, (0, 0), work.unit / 90) * 1.3
    work.put(255 - (255 - work.pixels) * np.exp(-(light * 1.6 + glow * 1.6) / 120))


def _bubbles(work: Work) -> None:
    picture = work.pixels.astype(np.float32)
    for _ in range(26):
        size = max(round(work.unit * float(work.rng.uniform(0.03, 0.14))), 8)
        y, x = np.mgrid[-1 : 1 : size * 1j, -1 : 1 : size * 1j]
        reach = np.hypot(x, y)
        rim = (
            np.clip(1 - np.abs(reach - 0.9) / 0.1, 0, 1) * 0.65
            + np.clip(1 - np.hypot(x + 0.4, y + 0.45) / 0.2, 0, 1) * 0.9
        )
        rim = rim + (reach < 0.95) * 0.1
        place = (
            float(work.rng.uniform(0, 1) * work.width),
            float(work.rng.uniform(0, 1) * work.height),
        )
        tone = np.broadcast_to(np.array([225, 240, 255], np.float32), (size, size, 3))
        _over(picture, tone, np.clip(rim, 0, 0.9).astype(np.float32), place)
    work.put(picture)


def _sparkles(work: Work) -> None:
    light = np.zeros((work.height, work.width), np.float32)
    for _ in range(90):
        x, y = int(work.rng.integers(work.width)), int(work.rng.integers(work.height))
        reach = round(work.unit * float(work.rng.uniform(0.004, 0.03)))
        shine = float(work.rng.uniform(0.5, 1))
        for dx, dy in ((1, 0), (0, 1)):
            cv2.line(
                light,
                (x - dx * reach, y - dy * reach),
                (x + dx * reach, y + dy * reach),
                shine,
                max(work.unit // 700, 1),
                cv2.LINE_AA,
            )
        cv2.circle(light, (x, y), max(reach // 6, 1), shine, -1, cv2.LINE_AA)
    glow = light + cv2.GaussianBlur(light, (0, 0), work.unit / 140) * 1.8
    work.put(
        255
        - (255 - work.pixels) * np.exp(-glow[..., None] * np.array([1.5, 1.35, 0.95], np.float32))
    )


_PARTIES: dict[str, Callable[[Work], None]] = {
    "confetti": _confetti,
    "fireworks": _fireworks,
    "bubbles": _bubbles,
    "sparkles": _sparkles,
}
