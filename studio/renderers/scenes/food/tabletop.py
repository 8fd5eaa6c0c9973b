"""What food stands on and in: a wooden table from above or the side, plates, bowls, and shaded round things."""

import numpy as np

from studio.renderers.drawing.canvas import Array, Canvas, colour, ellipse, mix, noise, smoothstep

Place = tuple[float, float, float]
"""Middle and radius of a dish, in pixels."""
WOODS = ("#8a5a34", "#6a4630", "#b58a5c", "#4e3a30", "#c9b79c")


def wooden_table(canvas: Canvas, wood: Array) -> None:
    """Planks from above, with grain and the light of a window on the left."""
    rng = canvas.rng
    grain = noise(rng, (canvas.height, canvas.width), 26, octaves=4, gain=0.6, stretch=14)
    planks = 5
    board = np.minimum((canvas.y / canvas.height * planks).astype(int), planks - 1)
    tones = (1 + rng.normal(0, 0.09, planks)).astype(np.float32)[board]
    seam = np.abs(canvas.y / canvas.height * planks - np.round(canvas.y / canvas.height * planks))
    dark = 1 - 0.7 * np.exp(-((seam * canvas.height / planks / (canvas.unit * 0.003)) ** 2))
    light = 1.15 - 0.5 * canvas.x / canvas.width - 0.15 * canvas.y / canvas.height
    canvas.rgb[:] = wood * (tones * dark * light * (0.72 + 0.56 * grain))[..., None].astype(
        np.float32
    )
    canvas.depth[:] = 0.5


def counter(canvas: Canvas, wall: Array | None, top: Array, level: float) -> None:
    """A wall (none: what is there) and a counter from `level` (a share of the height) down, seen from the side."""
    edge = canvas.height * level
    if wall is not None:
        canvas.rgb[:] = canvas.gradient(
            [(0, mix(wall, colour("#ffffff"), 0.2)), (1, wall)], bottom=edge
        )
        spot = (canvas.width * 0.3, canvas.height * 0.2)
        canvas.glow(*spot, canvas.unit * 0.5, wall * np.float32(0.4), power=1.4)
    rows = canvas.y[:, 0] >= edge
    fall = canvas.gradient(
        [(0, mix(top, colour("#ffffff"), 0.12)), (1, top * np.float32(0.6))], top=edge
    )
    canvas.rgb[rows] = np.broadcast_to(fall, canvas.rgb.shape)[rows]
    canvas.depth[:] = (0.2 + 0.5 * rows)[:, None]


def shadow(canvas: Canvas, x: float, y: float, rx: float, ry: float, strength: float = 0.5) -> None:
    """What a thing that stands here takes of the light."""
    canvas.shape(
        [ellipse(x, y, rx, ry)], colour("#140c08"), alpha=strength, blur=min(rx, ry) * 0.22
    )


def ball(
    canvas: Canvas, x: float, y: float, radius: float, paint: Array, *, shine: float = 0.6
) -> None:
    """A round fruit: lit from the upper left, with a soft dark edge and a highlight."""
    part = canvas.near(x, y, radius)
    if part is None:
        return
    rows, columns, squared = part
    nx, ny = (canvas.x[:, columns] - x) / radius, (canvas.y[rows] - y) / radius
    nz = np.sqrt(np.clip(1 - squared, 0, 1))
    lit = np.clip(-0.5 * nx - 0.5 * ny + 0.7 * nz, 0, 1)
    gleam = np.clip(-0.42 * nx - 0.5 * ny + 0.76 * nz, 0, 1) ** 40 * shine
    shaded = paint * (0.3 + 0.85 * lit)[..., None] + gleam[..., None]
    mask = np.clip((1 - np.sqrt(squared)) * radius, 0, 1)
    canvas.paint(mask, shaded.astype(np.float32), at=(rows.start, columns.start), depth=0.8)


def plate(canvas: Canvas, x: float, y: float, radius: float, glaze: Array) -> None:
    """A round plate from above, with its rim and its hollow."""
    shadow(canvas, x + radius * 0.05, y + radius * 0.08, radius * 1.04, radius * 1.04, 0.55)
    canvas.disc(x, y, radius, glaze, fade=mix(glaze, colour("#2a2a34"), 0.22), depth=0.6)
    canvas.disc(x, y, radius * 0.94, mix(glaze, colour("#ffffff"), 0.35), depth=0.6)
    canvas.disc(
        x, y, radius * 0.72, mix(glaze, colour("#2a2a34"), 0.18), blur=radius * 0.02, depth=0.6
    )
    canvas.disc(
        x, y, radius * 0.69, mix(glaze, colour("#ffffff"), 0.12), blur=radius * 0.01, depth=0.6
    )


def bowl(canvas: Canvas, x: float, y: float, radius: float, glaze: Array) -> None:
    """A bowl from above: rim and inner wall."""
    shadow(canvas, x + radius * 0.08, y + radius * 0.12, radius * 1.05, radius * 1.05, 0.6)
    canvas.disc(
        x,
        y,
        radius,
        mix(glaze, colour("#ffffff"), 0.3),
        fade=mix(glaze, colour("#14141c"), 0.2),
        depth=0.6,
    )
    canvas.disc(
        x,
        y,
        radius * 0.93,
        mix(glaze, colour("#14141c"), 0.45),
        fade=mix(glaze, colour("#ffffff"), 0.1),
        depth=0.6,
    )


def mottled(
    canvas: Canvas, x: float, y: float, radius: float, paints: tuple[Array, Array], cells: float
) -> None:
    """A round patch of two mixed colours with an uneven edge, as of cheese or soup."""
    part = canvas.near(x, y, radius * 1.06)
    if part is None:
        return
    rows, columns, squared = part
    grain = noise(canvas.rng, squared.shape, cells, octaves=4, gain=0.6)
    mask = np.clip((1 + 0.09 * (grain - 0.5) - np.sqrt(squared) * 1.06) * radius, 0, 1)
    tone = paints[0] + (paints[1] - paints[0]) * smoothstep(0.42, 0.62, grain)[..., None]
    lit = tone * (0.86 + 0.5 * (grain - 0.4))[..., None]
    canvas.paint(
        mask.astype(np.float32), lit.astype(np.float32), at=(rows.start, columns.start), depth=0.7
    )


def scattered(canvas: Canvas, place: Place, count: int, apart: float) -> list[tuple[float, float]]:
    """Places within a dish, none closer to another than `apart` of its radius where that can be had."""
    x, y, radius = place
    rng = canvas.rng
    found: list[tuple[float, float]] = []
    for _ in range(count * 12):
        angle, far = float(rng.uniform(0, 6.28)), radius * float(rng.uniform(0, 1)) ** 0.5
        spot = (x + far * np.cos(angle), y + far * np.sin(angle))
        if all(np.hypot(spot[0] - a, spot[1] - b) > apart * radius for a, b in found):
            found.append(spot)
        if len(found) == count:
            break
    return found
