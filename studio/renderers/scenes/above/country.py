"""Open country from above: woods, fields, mountains, dunes, with the river, lake or road that is named."""

import numpy as np

from studio.renderers.drawing.canvas import Array, Canvas, Points, colour, mix, smoothstep
from studio.renderers.drawing.palette import Palette
from studio.renderers.prompts.words import Brief
from studio.renderers.scenes.above.ground import INK, WHITE, Ground, shaded

_CROPS = ("#c8b45a", "#8fae4a", "#5f8f45", "#a8c25a", "#d8c27a", "#7a9a4a", "#b08a5a")
_FLOWERS = ("#9a6ac8", "#e8507a", "#f2c14e", "#e8453c", "#f48ab8", "#f4f2ec")
_LEAVES = {
    "autumn": ("#c8642a", "#e0a52e", "#a8402a", "#7f8a3a"),
    "spring": ("#f0b0c4", "#8fbf5a", "#f6d0dc", "#5f9a45"),
}
_GREENS = ("#2f6a3a", "#3f7f3f", "#5f9a45", "#28553a")
_WAYS = {"road", "highway", "path", "drive", "driving", "roadtrip", "car", "truck", "van"}
_RIVERS = {"river", "stream", "creek", "waterfall", "waterfalls"}


def paint_country(canvas: Canvas, brief: Brief, palette: Palette) -> None:
    """The country that is named; a wood has a road or a river through it where nothing else is said."""
    ground = Ground(canvas, 0.0, mix(palette.near, palette.middle, 0.3), 0.6 * palette.dark)
    canvas.depth[:] = 0.3
    words, rng = brief.words, canvas.rng
    ways, river = bool(words & _WAYS) or brief.has("car"), bool(words & _RIVERS)
    wooded = brief.has("forest", "tree")
    if brief.has("mountains", "desert") and not wooded:
        _relief(canvas, ground, brief)
    elif wooded or (brief.has("lake", "waterfall") and not brief.has("hills", "flower")):
        canvas.rgb[:] = ground.tone(colour("#2a4a30"))
    else:
        _fields(ground, brief)
    canvas.mark(0.4)
    course = _course(ground)
    lake = brief.has("lake") and not river
    if lake:
        _lake(canvas, ground)
    elif river or (wooded and not ways and rng.random() < 0.5):
        _stream(ground, course)
    elif ways or wooded:
        _road(ground, course, brief.colour_of("car"), cars=brief.has("car") or "highway" in words)
    if wooded or brief.has("lake", "waterfall"):
        _canopy(ground, brief, None if lake else course)
    canvas.look_at(canvas.width / 2, canvas.height / 2)
    canvas.mark(0.85)


def _course(ground: Ground) -> Points:
    """A winding line from one edge to another."""
    rng, t = ground.canvas.rng, np.linspace(-1, 1, 90)
    turn, bend = float(rng.uniform(0, np.pi)), float(rng.uniform(0.12, 0.2))
    aside = bend * np.sin(
        t * float(rng.uniform(3.4, 5.0)) + float(rng.uniform(0, 6))
    ) + 0.05 * np.sin(t * 9)
    cos, sin = np.cos(turn), np.sin(turn)
    along = t * ground.reach * 1.25
    return np.stack([along * cos - aside * sin, along * sin + aside * cos], -1)


def _stream(ground: Ground, course: Points) -> None:
    """A river between its banks."""
    for width, hue in ((0.12, "#b8a878"), (0.1, "#3f8fae"), (0.05, "#2f7a9e")):
        ground.path(course, width, colour(hue))
    for aside in (-0.02, 0.012, 0.028):
        ground.path(course[8:-8] + aside, 0.004, WHITE, alpha=0.3)


def _road(ground: Ground, course: Points, said: str | None, *, cars: bool) -> None:
    """A road with its middle line, and who drives on it; one in the colour that is said."""
    rng = ground.canvas.rng
    for width, hue in ((0.076, "#8f8a78"), (0.062, "#4a4b50")):
        ground.path(course, width, colour(hue))
    for step in range(0, len(course) - 2, 3):
        ground.path(course[step : step + 2], 0.004, colour("#f2e6b0"))
    count = 1 if said or not cars else 4
    for step in rng.permutation(np.arange(30, 62, 7))[:count]:
        way = course[step + 1] - course[step]
        side = 1 if rng.random() < 0.5 else -1
        across = np.array([-way[1], way[0]]) / float(np.hypot(*way))
        spot = course[step] + across * 0.016 * side
        coat = colour(said or ("#d6322f", "#f4f2ec", "#2463c8", "#f2c14e")[int(rng.integers(4))])
        ground.car(
            float(spot[0]),
            float(spot[1]),
            (float(way[0] * side), float(way[1] * side)),
            0.058,
            coat,
        )


def _lake(canvas: Canvas, ground: Ground) -> None:
    """A lake in the middle with its pale rim."""
    x, y = (canvas.x - canvas.width / 2) / canvas.unit, (canvas.y - canvas.height / 2) / canvas.unit
    height = np.hypot(x * 0.85, y * 1.1) - 0.27 + (canvas.noise(3, octaves=5) - 0.5) * 0.3
    for edge, hue in ((0.02, "#c8b888"), (0.0, "#5fb0b8"), (-0.05, "#2f86a0"), (-0.12, "#1f6a8a")):
        canvas.paint(smoothstep(-edge, 0.02 - edge, -height), ground.tone(colour(hue)), depth=0.2)


def _canopy(ground: Ground, brief: Brief, course: Points | None) -> None:
    """Crowns side by side wherever there is neither water nor road."""
    canvas, rng = ground.canvas, ground.canvas.rng
    names = next((names for season, names in _LEAVES.items() if season in brief.weather), _GREENS)
    snow = "snow" in brief.weather
    step = 0.036
    wide, tall = canvas.width / canvas.unit / 2 + step, canvas.height / canvas.unit / 2 + step
    open_land = ground.tone(colour("#2a4a30"))
    for y in np.arange(-tall, tall, step * 0.82):
        for x in np.arange(-wide, wide, step):
            px, py = float(x + rng.normal(0, 0.008)), float(y + rng.normal(0, 0.008))
            if (
                course is not None
                and float(np.hypot(course[:, 0] - px, course[:, 1] - py).min()) < 0.062
            ):
                continue
            if course is None and not _is_bare(canvas, px, py, open_land):
                continue
            hue = colour(names[int(rng.integers(len(names)))])
            ground.crown(
                px, py, float(rng.uniform(0.02, 0.032)), mix(hue, WHITE, 0.72) if snow else hue
            )


def _is_bare(canvas: Canvas, x: float, y: float, soil: Array) -> bool:
    """Whether the floor of the wood or a tree is there, and no water."""
    row = min(max(int(canvas.height / 2 + y * canvas.unit), 0), canvas.height - 1)
    column = min(max(int(canvas.width / 2 + x * canvas.unit), 0), canvas.width - 1)
    here = canvas.rgb[row, column]
    return bool(np.abs(here - soil).max() < 0.004 or here[2] < max(float(here[1]), float(here[0])))


def _relief(canvas: Canvas, ground: Ground, brief: Brief) -> None:
    """Mountains with snow on their ridges, or dunes."""
    if brief.has("desert"):
        lean = canvas.x / canvas.unit * 0.8 + canvas.y / canvas.unit
        wave = lean * 9 + (canvas.noise(2.5, octaves=4) - 0.5) * 9
        saw = (wave % 2 / 2).astype(np.float32)
        height = np.where(saw < 0.72, saw / 0.72, (1 - saw) / 0.28) * 0.05 * canvas.unit
        ripple = canvas.noise(60, octaves=2, stretch=3)
        sand = (
            ground.tone(colour("#e2a860"))
            * (shaded(height, 0.55) * (0.94 + 0.12 * ripple))[..., None]
        )
        canvas.rgb[:] = sand
        return
    ridges = 1 - np.abs(2 * canvas.noise(2.1, octaves=6, gain=0.44) - 1)
    height = np.asarray(ridges**1.5 * (0.7 + 0.6 * canvas.noise(1.3, octaves=2)), np.float32)
    light = shaded(height * canvas.unit * 0.3, 0.8)[..., None]
    canvas.rgb[:] = ground.tone(colour("#5f7f4a")) * light
    for low, hue in ((0.4, "#7a7060"), (0.56, "#8f8a86"), (0.74, "#f4f6fa")):
        edge = smoothstep(low, low + 0.06, height + (canvas.noise(30, octaves=3) - 0.5) * 0.16)
        canvas.paint(
            edge, (ground.tone(colour(hue)) * light).astype(np.float32), depth=0.3 + 0.5 * low
        )


def _fields(ground: Ground, brief: Brief) -> None:
    """A patchwork of fields with hedges between them, and a farm; flowers in rows where they are named."""
    canvas, rng = ground.canvas, ground.canvas.rng
    ground.turn = float(rng.uniform(-0.4, 0.4))
    canvas.rgb[:] = ground.tone(colour("#6f9a4a"))
    count, size = int(ground.reach / 0.21) + 1, 0.26
    knots = {(i, j): (i * size + float(rng.uniform(-0.06, 0.06)), j * size * 0.8 + float(rng.uniform(-0.05, 0.05)))
             for i in range(-count, count + 2) for j in range(-count, count + 2)}  # fmt: skip
    names = _FLOWERS if brief.has("flower") else _CROPS
    for i in range(-count, count + 1):
        for j in range(-count, count + 1):
            corners = np.array([knots[i, j], knots[i + 1, j], knots[i + 1, j + 1], knots[i, j + 1]])
            hue = colour(names[int(rng.integers(len(names)))])
            _field(ground, corners, hue, across=rng.random() < 0.5)
    for i, j in knots:
        for end in ((i + 1, j), (i, j + 1)):
            if end in knots and rng.random() < 0.75:
                _hedge(ground, np.array([knots[i, j], knots[end]]))
    _farm(ground, knots[0, 0])


def _field(ground: Ground, corners: Points, hue: Array, *, across: bool) -> None:
    """One field and its furrows."""
    middle = corners.mean(0)
    patch = middle + (corners - middle) * 0.95
    ground.fill(patch, hue)
    first, second = ((0, 1), (3, 2)) if across else ((0, 3), (1, 2))
    for share in np.linspace(0.06, 0.94, 13):
        start = patch[first[0]] + (patch[first[1]] - patch[first[0]]) * share
        end = patch[second[0]] + (patch[second[1]] - patch[second[0]]) * share
        ground.path(np.array([start, end]), 0.006, mix(hue, INK, 0.28), alpha=0.6)


def _hedge(ground: Ground, ends: Points) -> None:
    """A row of bushes and trees."""
    rng = ground.canvas.rng
    for share in np.arange(0.03, 1.0, 0.08):
        x, y = ends[0] + (ends[1] - ends[0]) * share
        hue = mix(colour("#2f5f38"), colour("#5f8f45"), float(rng.random()))
        ground.crown(float(x), float(y), float(rng.uniform(0.008, 0.017)), hue)


def _farm(ground: Ground, spot: tuple[float, float]) -> None:
    """A farmhouse with its barn, roofs to the sky, and the yard between."""
    x, y = spot
    ground.disc(x, y, 0.085, colour("#cbb58a"))
    for left, top, wide, deep, code in (
        (-0.06, -0.05, 0.09, 0.05, "#b5432f"),
        (0.0, 0.02, 0.055, 0.05, "#6a5a52"),
    ):
        box = np.array(
            [(left, top), (left + wide, top), (left + wide, top + deep), (left, top + deep)]
        ) + (x, y)
        ground.fill(box + 0.012, INK, alpha=0.4)
        ground.fill(box, colour(code))
        half = np.array([box[0], box[1], (box[1] + box[2]) / 2, (box[0] + box[3]) / 2])
        ground.fill(half, mix(colour(code), WHITE, 0.22))
    for dx, dy in ((0.07, -0.05), (-0.08, 0.03), (-0.03, 0.075)):
        ground.crown(x + dx, y + dy, 0.02, colour("#4f8a45"))
