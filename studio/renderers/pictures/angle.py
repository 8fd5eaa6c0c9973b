"""The same scene from another place: a camera that goes round a relief made of the picture and its depth."""

import re
from dataclasses import dataclass

import cv2
import numpy as np

from studio.renderers.api import RenderError
from studio.renderers.drawing.canvas import Array, Pixels
from studio.renderers.drawing.depth import estimate_depth
from studio.renderers.pictures.uprights import straightened, upright_share
from studio.renderers.regions.saliency import find_subject

_FOCAL = 1.25
"""Focal length as a share of the longer side."""
_ROUNDS = 5
_UPRIGHT = 0.9
"""So much of what differs in nearness within the subject is only guessed, and left out."""
_SKYLINE = 0.15
"""Where so much of a picture is upright things none of them is its subject."""
_TURNS = (
    (r"\bback[- ]?right\b", 150.0),
    (r"\bback[- ]?left\b", -150.0),
    (r"\b(back|rear|behind)\b( view| side)?", 180.0),
    (r"\b(front[- ]?right|right[- ](three|3)[- /]?quarter)", 45.0),
    (r"\b(front[- ]?left|left[- ](three|3)[- /]?quarter)", -45.0),
    (r"\b((from|to) (the|its|his|her) )?right\b", 90.0),
    (r"\b((from|to) (the|its|his|her) )?left\b", -90.0),
    (r"\b(3/4|three[- ]quarter|quarter) view\b", 45.0),
    (r"\bfront\b( view)?", 0.0),
    (r"\b(side view|profile)\b", 90.0),
)
_HEIGHTS = (
    (r"\b(low[- ]?angle|from below|worm|looking up|lower angle)", -30.0),
    (r"\b(bird|top[- ]?down|overhead|high[- ]?angle|from above|aerial|looking down|drone)", 30.0),
    (r"\belevated\b", 16.0),
    (r"\beye[- ]?level\b", 0.0),
)
_DISTANCES = (
    (r"\bclose[- ]?up\b|\bcloser\b", 1.4),
    (r"\bwide( shot| angle| view)?\b|\bfurther\b|\bdistant\b", 0.8),
    (r"\bmedium\b", 1.0),
)


@dataclass(frozen=True)
class Angle:
    """Where the camera goes: degrees round the scene (right is positive), degrees up, and how close (1 as it was)."""

    turn: float = 0.0
    height: float = 0.0
    near: float = 1.0


def read_angle(text: str) -> Angle | None:
    """The camera place a text asks for; None when it names none."""
    low = text.lower()
    turn = next((value for pattern, value in _TURNS if re.search(pattern, low)), None)
    height = next((value for pattern, value in _HEIGHTS if re.search(pattern, low)), None)
    near = next((value for pattern, value in _DISTANCES if re.search(pattern, low)), None)
    degrees = re.search(r"(-?\d{1,3})\s*(?:°|deg)", low)
    if degrees:
        amount = float(degrees[1])
        turn = -abs(amount) if turn is not None and turn < 0 else amount
    if turn is None and height is None and near is None:
        return None
    return Angle(turn or 0.0, height or 0.0, near or 1.0)


def seen_from(pixels: Pixels, angle: Angle, strength: float = 1.0) -> Pixels:
    """The picture from another angle, the same size, without empty borders.

    One picture shows one side: a quarter turn becomes as much of it as a relief can bear, the back is the mirror image.
    """
    source = pixels
    turn = (angle.turn + 180) % 360 - 180
    if abs(turn) > 120:
        source, turn = (
            np.ascontiguousarray(pixels[:, ::-1]),
            float(np.sign(turn) or 1) * (180 - abs(turn)) or 12.0,
        )
    yaw = float(np.sign(turn) * 26 * (1 - np.exp(-abs(turn) / 42))) * strength
    pitch = angle.height * 0.48 * strength
    if abs(yaw) + abs(pitch) < 1 and angle.near == 1.0:
        pitch, yaw = 2.0, 5.0  # a front view of a front view: still another angle
    return camera_view(source, relief(source), yaw, pitch, angle.near)


def relief(pixels: Pixels) -> Array:
    """Nearness 0 … 1, calm enough to be bent: the depth guess with the subject standing out.

    Upwards it changes more slowly than sideways: what stands upright must not bend.
    """
    depth = estimate_depth(pixels)
    if upright_share(pixels) < _SKYLINE:
        depth = _with_subject(pixels, depth)
    spread = max(min(pixels.shape[:2]) * 0.018, 1.0)
    wide = cv2.dilate(depth, np.ones((3, 3), np.uint8), iterations=max(round(spread * 0.5), 1))
    return straightened(pixels, cv2.GaussianBlur(wide, (0, 0), spread, sigmaY=3 * spread))


def _with_subject(pixels: Pixels, depth: Array) -> Array:
    """The depth with the subject standing out, where there is one of usual size."""
    try:
        subject = find_subject(pixels)
    except RenderError:
        return depth
    return _stood_up(depth, subject) if 0.01 < float(subject.mean()) < 0.7 else depth


def _stood_up(depth: Array, subject: Array) -> Array:
    """The depth with each piece of the subject as near all over as it is on the average, and somewhat nearer."""
    made = depth * 0.6
    unit = min(depth.shape)
    reach = cv2.getStructuringElement(
        cv2.MORPH_ELLIPSE, (round(unit * 0.016) | 1, round(unit * 0.1) | 1)
    )
    subject = cv2.dilate(subject, reach)  # its ends are smoothed away upwards else
    _, pieces = cv2.connectedComponents((subject > 0.5).astype(np.uint8), connectivity=8)
    count = np.maximum(np.bincount(pieces.ravel()), 1)
    mean = np.bincount(pieces.ravel(), made.ravel()) / count
    level = mean[pieces].astype(np.float32)
    share = subject * np.where(pieces > 0, np.float32(_UPRIGHT), 0)
    return np.asarray(made + (level - made) * share + 0.4 * subject, np.float32)


def camera_view(
    pixels: Pixels, depth: Array, yaw: float, pitch: float, near: float = 1.0
) -> Pixels:
    """What a camera sees after going `yaw` degrees to the right and `pitch` degrees up round the middle of the relief.

    `near` is how much larger things become. Same size as the picture; the frame closes in as far as it must to stay
    within it.
    """
    height, width = pixels.shape[:2]
    scale = min(640 / max(height, width), 1)
    small = (max(round(width * scale), 2), max(round(height * scale), 2))
    shallow = cv2.resize(depth, small, interpolation=cv2.INTER_AREA)
    map_x, map_y = _maps(shallow, yaw, pitch, _zoom(depth, yaw, pitch, near))
    grow = (width / small[0], height / small[1])
    full_x = cv2.resize(
        (map_x + 0.5) * grow[0] - 0.5, (width, height), interpolation=cv2.INTER_CUBIC
    )
    full_y = cv2.resize(
        (map_y + 0.5) * grow[1] - 0.5, (width, height), interpolation=cv2.INTER_CUBIC
    )
    seen = cv2.remap(pixels, full_x, full_y, cv2.INTER_CUBIC, borderMode=cv2.BORDER_REFLECT_101)
    return _calm_outside(seen, full_x, full_y)


def _zoom(depth: Array, yaw: float, pitch: float, near: float) -> float:
    """How much larger things must become so that the view stays within the picture; tried on a coarse relief."""
    scale = 140 / max(depth.shape)
    size = (max(round(depth.shape[1] * scale), 2), max(round(depth.shape[0] * scale), 2))
    coarse = cv2.resize(depth, size, interpolation=cv2.INTER_AREA)
    zoom = near
    while near >= 1 and zoom < near * 1.5:
        x, y = _maps(coarse, yaw, pitch, zoom)
        outside = (x < -0.5) | (x > size[0] - 0.5) | (y < -0.5) | (y > size[1] - 0.5)
        if outside.mean() < 0.008:
            break
        zoom *= 1.03
    return zoom


def _calm_outside(seen: Pixels, x: Array, y: Array) -> Pixels:
    """Beyond the picture's border lies its mirror image; out there it is made soft, so that it does not show."""
    height, width = seen.shape[:2]
    beyond = np.maximum(np.maximum(-x, x - width + 1), np.maximum(-y, y - height + 1))
    if float((beyond > 2).mean()) < 0.002:
        return seen
    unit = min(height, width)
    share = np.clip(beyond / (unit * 0.05), 0, 1)[..., None]
    soft = cv2.GaussianBlur(seen, (0, 0), unit / 40).astype(np.float32)
    return np.asarray(np.clip(seen + (soft - seen) * share, 0, 255), np.uint8)


def _maps(depth: Array, yaw: float, pitch: float, zoom: float) -> tuple[Array, Array]:
    """For every pixel of the new view the place in the old one, found by following its ray to the relief."""
    height, width = depth.shape
    focal = _FOCAL * max(height, width)
    middle = 1.0  # the distance the camera goes round at
    swing, tip = np.radians(yaw), np.radians(pitch)
    across = np.array(
        [[np.cos(swing), 0, np.sin(swing)], [0, 1, 0], [-np.sin(swing), 0, np.cos(swing)]]
    )
    down = np.array([[1, 0, 0], [0, np.cos(tip), -np.sin(tip)], [0, np.sin(tip), np.cos(tip)]])
    turned = (across.T @ down.T).astype(np.float32)
    x = (np.arange(width, dtype=np.float32)[None, :] - (width - 1) / 2) / (focal * zoom)
    y = (np.arange(height, dtype=np.float32)[:, None] - (height - 1) / 2) / (focal * zoom)
    ray = [turned[axis, 0] * x + turned[axis, 1] * y + turned[axis, 2] for axis in range(3)]
    origin = turned @ np.array([0, 0, -middle], np.float32) + np.array([0, 0, middle], np.float32)
    z = np.full((height, width), middle, np.float32)
    map_x = map_y = z
    for _ in range(_ROUNDS):
        reach = (z - origin[2]) / np.maximum(ray[2], 0.05)
        at_x, at_y = origin[0] + reach * ray[0], origin[1] + reach * ray[1]
        map_x = (at_x / np.maximum(z, 0.2) * focal + (width - 1) / 2).astype(np.float32)
        map_y = (at_y / np.maximum(z, 0.2) * focal + (height - 1) / 2).astype(np.float32)
        near = cv2.remap(depth, map_x, map_y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
        z = 0.5 * z + 0.5 * (middle + 0.25 * (0.45 - near)).astype(np.float32)
    return map_x, map_y
