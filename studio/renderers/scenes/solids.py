"""Objects on a table by ray marching: rings, balls, a vase, a cup, in soft studio light."""

from collections.abc import Callable
from dataclasses import dataclass

import cv2
import numpy as np

from studio.renderers.canvas import Array, Canvas, colour, mix
from studio.renderers.palette import Palette, shifted
from studio.renderers.words import Brief

Distance = Callable[[Array], Array]
_MOST_RAYS = 460_000
_SUN = np.array([-0.48, 0.78, -0.4], np.float32) / np.float32(np.sqrt(0.48**2 + 0.78**2 + 0.4**2))


@dataclass(frozen=True)
class _Thing:
    """One object: how far a point (count, 3) is from it, its colour and its gloss."""

    distance: Distance
    paint: Array
    gloss: float = 0.5


def paint_solids(canvas: Canvas, brief: Brief, palette: Palette, variation: int) -> None:
    """A still life of the objects the words name, else of rings or balls."""
    rng = canvas.rng
    hues = _hues(brief, palette, rng)
    if brief.words & {"vase", "pottery", "ceramic", "bottle", "ceramics"}:
        things = _vase(rng, hues)
    elif brief.words & {"cup", "mug"}:
        things = _cup(hues)
    elif brief.words & {"ball", "sphere", "bubble", "marble", "orb"} or (
        variation % 2 and not brief.words & {"ring", "torus", "donut"}
    ):
        things = _balls(rng, hues)
    else:
        things = _rings(rng, hues)
    scale = min(1.0, float(np.sqrt(_MOST_RAYS / (canvas.width * canvas.height))))
    width, height = max(round(canvas.width * scale), 8), max(round(canvas.height * scale), 8)
    back = _backdrop(brief, palette, rng)
    picture, nearness = _march(canvas, things, width, height, back)
    if scale < 1:
        picture = cv2.resize(picture, (canvas.width, canvas.height), interpolation=cv2.INTER_CUBIC)
        nearness = cv2.resize(
            nearness, (canvas.width, canvas.height), interpolation=cv2.INTER_LINEAR
        )
    canvas.rgb[:], canvas.depth[:] = picture, nearness
    canvas.look_at(canvas.width * 0.5, canvas.height * 0.52)


def _hues(brief: Brief, palette: Palette, rng: np.random.Generator) -> list[Array]:
    asked = [colour(code) for code in brief.colours]
    sets = (("#d84a2f", "#f2c14e", "#1f7a86", "#f4efe4", "#2f3f5c"), ("#7a5cff", "#f28a4a", "#5fe0c8", "#f6d66a", "#f4efe8"),
            ("#0f6f7a", "#f0b35c", "#e8e2d4", "#c8563a", "#24323c"), ("#e86a8a", "#f6c8b0", "#8fb8c8", "#f4efe4", "#5a4a7a"))  # fmt: skip
    chosen = [colour(code) for code in sets[int(rng.integers(len(sets)))]]
    return asked + [shifted(hue, hue=float(rng.normal(0, 4))) for hue in chosen]


def _backdrop(brief: Brief, palette: Palette, rng: np.random.Generator) -> Array:
    if palette.dark > 0.85 and (brief.time or "neon" in brief.styles):
        return colour("#1c1440")
    return colour(("#e6ddd2", "#d8e0e4", "#3a2a6a", "#dfe4d8", "#e8d0c0")[int(rng.integers(5))])


def _length(points: Array) -> Array:
    return np.sqrt((points * points).sum(axis=-1))


def _ball(x: float, z: float, radius: float, y: float | None = None) -> Distance:
    middle = np.array([x, radius if y is None else y, z], np.float32)
    return lambda points: np.asarray(_length(points - middle) - np.float32(radius), np.float32)


def _torus(
    middle: tuple[float, float, float], big: float, small: float, tilt: float, turn: float
) -> Distance:
    ct, st, cr, sr = np.cos(tilt), np.sin(tilt), np.cos(turn), np.sin(turn)
    frame = np.array([[cr, 0, -sr], [sr * st, ct, cr * st], [sr * ct, -st, cr * ct]], np.float32)
    place = np.array(middle, np.float32)

    def distance(points: Array) -> Array:
        local = (points - place) @ frame.T
        ring = np.sqrt(local[:, 0] ** 2 + local[:, 2] ** 2) - np.float32(big)
        return np.asarray(np.sqrt(ring * ring + local[:, 1] ** 2) - np.float32(small), np.float32)

    return distance


def _rings(rng: np.random.Generator, hues: list[Array]) -> list[_Thing]:
    things, height = [], 0.0
    for index in range(4):
        big, small = 0.86 - 0.17 * index, 0.2 - 0.035 * index
        tilt = 0.0 if index == 0 else float(rng.uniform(0.12, 0.34)) * (1 if index % 2 else -1)
        height += small * (1.0 if index == 0 else 1.5) + abs(np.sin(tilt)) * big * 0.42
        place = (float(rng.uniform(-0.1, 0.1)) * index, height, float(rng.uniform(-0.05, 0.05)))
        things.append(
            _Thing(
                _torus(place, big, small, tilt, float(rng.uniform(0, 3))),
                hues[index % len(hues)],
                0.8,
            )
        )
        height += small * 0.75
    return things


def _balls(rng: np.random.Generator, hues: list[Array]) -> list[_Thing]:
    layout = [
        (-0.62, 0.1, 0.46),
        (0.3, 0.35, 0.66),
        (0.08, -0.75, 0.24),
        (1.08, -0.35, 0.3),
        (-1.1, -0.55, 0.2),
        (-0.35, -0.85, 0.13),
    ]
    order = rng.permutation(5)
    return [
        _Thing(
            _ball(x + float(rng.normal(0, 0.04)), z, radius),
            hues[int(order[index % 5]) % len(hues)],
            0.9,
        )
        for index, (x, z, radius) in enumerate(layout)
    ]


def _turned(profile: Callable[[Array], Array], top: float, ribs: int) -> Distance:
    def distance(points: Array) -> Array:
        around = np.sqrt(points[:, 0] ** 2 + points[:, 2] ** 2)
        wave = 1 + (0.035 * np.cos(ribs * np.arctan2(points[:, 2], points[:, 0])) if ribs else 0)
        wall = around - profile(np.clip(points[:, 1] / top, 0, 1)) * wave
        ends = np.maximum(-points[:, 1], points[:, 1] - top)
        return np.asarray(np.maximum(wall, ends) * 0.62, np.float32)

    return distance


def _vase(rng: np.random.Generator, hues: list[Array]) -> list[_Thing]:
    belly, waist, neck = (
        float(rng.uniform(0.3, 0.42)),
        float(rng.uniform(0.28, 0.4)),
        float(rng.uniform(0.16, 0.26)),
    )

    def profile(t: Array) -> Array:
        body = 0.3 + (belly + 0.14) * np.maximum(
            np.sin(np.pi * np.clip(t / 0.9, 0, 1)), 0
        ) ** 1.1 * (1 - 0.3 * t)
        return np.asarray(body * (1 - t**5) + (neck + waist * 0.25) * t**5, np.float32)

    vase = _Thing(_turned(profile, 1.65, int(rng.choice([0, 9, 12]))), hues[0], 0.85)
    return [
        vase,
        _Thing(_ball(-0.98, -0.3, 0.2), hues[1], 0.6),
        _Thing(_ball(1.0, -0.1, 0.28), hues[2], 0.6),
        _Thing(_ball(0.72, -0.75, 0.13), hues[3], 0.6),
    ]


def _cup(hues: list[Array]) -> list[_Thing]:
    outer = _turned(lambda t: np.asarray(0.5 + 0.1 * t, np.float32), 0.95, 0)
    inner = _turned(lambda t: np.asarray(0.44 + 0.1 * t, np.float32), 1.4, 0)
    handle = _torus((0.62, 0.5, 0.0), 0.25, 0.065, np.pi / 2, 0.0)

    def cup(points: Array) -> Array:
        hollow = -inner(points - np.array([0, 0.1, 0], np.float32))
        return np.minimum(
            np.maximum(outer(points), hollow),
            np.maximum(handle(points), 0.5 - np.sqrt(points[:, 0] ** 2 + points[:, 2] ** 2)),
        )

    saucer = _turned(lambda t: np.asarray(0.75 + 0.22 * t, np.float32), 0.07, 0)
    coffee = _turned(lambda t: np.asarray(0.47 + 0.06 * t, np.float32), 0.82, 0)

    def cup_floor(points: Array) -> Array:
        return coffee(points - np.array([0, 0.01, 0], np.float32)) + np.float32(0.02)

    return [
        _Thing(cup, hues[0], 0.85),
        _Thing(saucer, hues[3], 0.7),
        _Thing(cup_floor, colour("#2a160c"), 0.9),
    ]


def _march(
    canvas: Canvas, things: list[_Thing], width: int, height: int, back: Array
) -> tuple[Array, Array]:
    """Light of every ray and the nearness of what it hits."""
    unit = min(width, height)
    x = ((np.arange(width, dtype=np.float32) + 0.5) - width / 2) / unit * 2
    y = -((np.arange(height, dtype=np.float32) + 0.5) - height / 2) / unit * 2
    eye = np.array([0, 1.75, -4.6], np.float32)
    forward = np.array([0, 0.62, 0], np.float32) - eye
    forward /= np.sqrt((forward * forward).sum())
    right = np.array([1, 0, 0], np.float32)
    up = np.cross(forward, right).astype(np.float32)
    rays = forward * 2.75 + x[None, :, None] * right + y[:, None, None] * up
    rays = (rays / np.sqrt((rays * rays).sum(-1, keepdims=True))).reshape(-1, 3).astype(np.float32)
    reach = _trace(eye, rays, things, canvas)
    floor = np.where(rays[:, 1] < -1e-4, -eye[1] / np.minimum(rays[:, 1], -1e-4), np.inf).astype(
        np.float32
    )
    hit = (reach < 40) & (reach < floor)
    canvas.mark(0.55)
    light = _floor_light(eye, rays, floor, things, back)
    points = eye + rays[hit] * reach[hit, None]
    light[hit] = _surface(points, rays[hit], things, back)
    canvas.mark(0.85)
    near = np.where(hit, 0.9, np.clip(1.1 - floor / 9, 0, 0.7)).astype(np.float32)
    return light.reshape(height, width, 3), near.reshape(height, width)


def _nearest(points: Array, things: list[_Thing]) -> tuple[Array, np.ndarray]:
    distances = np.stack([thing.distance(points) for thing in things])
    return distances.min(axis=0), distances.argmin(axis=0)


def _trace(eye: Array, rays: Array, things: list[_Thing], canvas: Canvas) -> Array:
    """How far each ray runs until it touches a thing (infinite when it does not)."""
    reach = np.full(len(rays), np.inf, np.float32)
    centre = np.array([0, 0.75, 0], np.float32) - eye
    along = rays @ centre
    off = (centre @ centre) - along * along
    alive = np.flatnonzero(off < 2.9)
    travelled = np.full(len(alive), 2.4, np.float32)
    for step in range(46):
        gap, _ = _nearest(eye + rays[alive] * travelled[:, None], things)
        travelled = travelled + gap
        touched = gap < 0.0015 * travelled
        reach[alive[touched]] = travelled[touched]
        keep = ~touched & (travelled < 8)
        alive, travelled = alive[keep], travelled[keep]
        if not len(alive):
            break
        if step % 16 == 8:
            canvas.mark(0.15 + 0.008 * step)
    return reach


def _shadow(points: Array, things: list[_Thing], *, steps: int = 9) -> Array:
    """How much of the sun reaches each point (0 … 1), with soft edges."""
    light = np.ones(len(points), np.float32)
    travelled = np.full(len(points), 0.06, np.float32)
    for _ in range(steps):
        gap, _ = _nearest(points + _SUN * travelled[:, None], things)
        light = np.minimum(light, np.clip(0.5 + 5.5 * gap / travelled, 0, 1))
        travelled = travelled + np.clip(gap, 0.05, 0.5)
    return light * light * (3 - 2 * light)


def _floor_light(eye: Array, rays: Array, floor: Array, things: list[_Thing], back: Array) -> Array:
    far = np.clip(floor / 13, 0, 1)
    wall = (
        back
        * (0.66 + 0.42 * np.exp(-((rays[:, 0] + 0.12) ** 2 + (rays[:, 1] + 0.12) ** 2) * 7))[
            :, None
        ]
    )
    ground = back * np.float32(0.98)
    light = ground + (wall - ground) * (far * far * (3 - 2 * far))[:, None]
    near = np.flatnonzero(floor < 7.5)
    points = eye + rays[near] * floor[near, None]
    close = (np.abs(points[:, 0] - 0.5) < 2.3) & (np.abs(points[:, 2]) < 2.2)
    near, points = near[close], points[close]
    points[:, 1] = 0.0
    lit = _shadow(points, things)
    gap, _ = _nearest(points + np.array([0, 0.05, 0], np.float32), things)
    contact = 1 - 0.55 * np.exp(-np.maximum(gap, 0) * 6.5)
    shade = mix(back, np.array([0.02, 0.015, 0.04], np.float32), 0.62)
    light[near] *= contact[:, None]
    light[near] = (
        shade * contact[:, None]
        + (light[near] - shade * contact[:, None]) * (0.18 + 0.82 * lit)[:, None]
    )
    return np.asarray(light, np.float32)


def _surface(points: Array, rays: Array, things: list[_Thing], back: Array) -> Array:
    if not len(points):
        return np.zeros((0, 3), np.float32)
    here, which = _nearest(points, things)
    normals = np.empty_like(points)
    for axis in range(3):
        step = np.zeros(3, np.float32)
        step[axis] = 0.002
        normals[:, axis] = _nearest(points + step, things)[0] - here
    normals /= np.sqrt((normals * normals).sum(-1, keepdims=True)) + 1e-9
    paints = np.stack([thing.paint for thing in things])[which]
    gloss = np.array([thing.gloss for thing in things], np.float32)[which]
    lit = _shadow(points + normals * 0.02, things)
    facing = normals @ _SUN
    sun = np.clip(facing * 0.85 + 0.15, 0, 1) * (0.25 + 0.75 * lit)
    sky = 0.5 + 0.5 * normals[:, 1]
    bounce = np.clip(0.5 - 0.5 * normals[:, 1], 0, 1) * np.exp(-points[:, 1] * 1.2)
    light = (
        paints * (sun * 0.95 + sky * 0.22 + 0.05)[:, None] + paints * back * (bounce * 0.4)[:, None]
    )
    mirrored = rays - 2 * (rays * normals).sum(-1, keepdims=True) * normals
    spark = np.clip(mirrored @ _SUN, 0, 1) ** 60 * lit * gloss * 1.3
    softbox = np.clip((mirrored[:, 1] - 0.35) * 3, 0, 1) * np.clip(
        1.3 - np.abs(mirrored[:, 0] - 0.25) * 2.4, 0, 1
    )
    fresnel = 0.04 + 0.6 * np.clip(1 + (rays * normals).sum(-1), 0, 1) ** 4
    reflected = (
        mix(back, np.ones(3, np.float32), 0.4)
        * np.clip(0.35 + 0.65 * mirrored[:, 1], 0.1, 1)[:, None]
    )
    light = light + (reflected - light * 0.3) * (fresnel * gloss)[:, None] * 0.8
    return np.asarray(light + (spark + softbox * gloss * 0.13)[:, None], np.float32)
