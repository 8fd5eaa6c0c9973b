"""In pieces: pixels, mosaic, stained glass, low poly."""

import cv2
import numpy as np

from studio.renderers.drawing.canvas import Array, Pixels
from studio.renderers.painting.common import as_bytes, calmed, few_colours, saturated, unit_of
from studio.renderers.regions.matte import shrunk


def pixel(pixels: Pixels, rng: np.random.Generator) -> Pixels:
    """Large square pixels in a few colours of the picture's own, dithered in a pattern."""
    height, width = pixels.shape[:2]
    side = max(min(height, width) / 92, 4)
    rows, columns = max(round(height / side), 8), max(round(width / side), 8)
    small = cv2.resize(pixels, (columns, rows), interpolation=cv2.INTER_AREA)
    pattern = (
        np.array([[0, 8, 2, 10], [12, 4, 14, 6], [3, 11, 1, 9], [15, 7, 13, 5]], np.float32) / 16
        - 0.47
    )
    tiled = np.tile(pattern, (rows // 4 + 1, columns // 4 + 1))[:rows, :columns]
    few = few_colours(as_bytes(saturated(small, 1.2) + tiled[..., None] * 20), 26)
    return np.asarray(cv2.resize(few, (width, height), interpolation=cv2.INTER_NEAREST))


def _panes(pixels: Pixels, rng: np.random.Generator, size: float) -> tuple[Array, Array, Array]:
    """Pieces of about `size` pixels whose borders follow the picture's own: the piece of each pixel, its distance to
    the border, the colours."""
    height, width = pixels.shape[:2]
    rows, columns = max(round(height / size), 3), max(round(width / size), 3)
    gy, gx = np.mgrid[0:rows, 0:columns]
    y = (gy + 0.5 + rng.uniform(-0.36, 0.36, gy.shape)) * height / rows
    x = (gx + 0.5 + (gy % 2) * 0.4 - 0.2 + rng.uniform(-0.3, 0.3, gx.shape)) * width / columns
    grown = np.zeros((height, width), np.int32)
    at = np.clip(y, 0, height - 1).astype(int), np.clip(x, 0, width - 1).astype(int)
    grown[at] = np.arange(1, rows * columns + 1).reshape(rows, columns)
    # in steps, so that on plain surfaces pieces grow evenly until they meet
    guide = calmed(pixels, 4, 60) // 20 * 20
    cv2.watershed(cv2.medianBlur(guide, 5), grown)
    border = (grown < 1).astype(np.uint8)
    apart = cv2.distanceTransform(1 - border, cv2.DIST_L2, 3)
    flat = np.maximum(grown, 0).ravel()
    count = rows * columns + 1
    amount = np.maximum(np.bincount(flat, minlength=count), 1)
    colours = np.stack(
        [np.bincount(flat, pixels[..., channel].ravel(), count) / amount for channel in range(3)],
        -1,
    )
    return flat.reshape(height, width), np.asarray(apart), np.asarray(colours, np.float32)


def stained_glass(pixels: Pixels, rng: np.random.Generator) -> Pixels:
    """Panes of glowing colour in dark lead."""
    size = unit_of(pixels) / 17
    labels, apart, colours = _panes(pixels, rng, size)
    colours = saturated(as_bytes(colours[None]), 1.8)[0] * 1.12 + rng.normal(
        0, 9, (len(colours), 1)
    )
    panes = colours[labels]
    glow = 0.74 + 0.4 * np.clip(apart / (size * 0.35), 0, 1)
    streaks = (
        cv2.GaussianBlur(rng.standard_normal(labels.shape, dtype=np.float32), (0, 0), 5, sigmaY=1.4)
        * 3.2
    )
    glass = panes * glow[..., None] * (1 + 0.04 * streaks[..., None])
    thick = max(size * 0.055, 1.4)
    lead = np.clip((apart - thick) / 1.6, 0, 1)
    ridge = np.clip(1 - apart / thick, 0, 1) * 34
    return as_bytes(glass * lead[..., None] + (20 + ridge[..., None]) * (1 - lead[..., None]))


def mosaic(pixels: Pixels, rng: np.random.Generator) -> Pixels:
    """Small square stones in rows, uneven, with grout between and light on each."""
    height, width = pixels.shape[:2]
    side = max(unit_of(pixels) / 48, 7.0)
    rows, columns = max(round(height / side), 4), max(round(width / side), 4)
    small = cv2.resize(pixels, (columns, rows), interpolation=cv2.INTER_AREA)
    stones = saturated(small, 1.45) * rng.uniform(0.9, 1.12, (rows, columns, 1)) + rng.normal(
        0, 4, (rows, columns, 3)
    )
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    wave = np.sin(x / width * 9) * 0.5 * side
    row = np.clip(((y + wave) / height * rows), 0, rows - 0.001)
    column = np.clip(x / width * columns + (row.astype(int) % 2) * 0.5, 0, columns - 0.001)
    in_y, in_x = row % 1, column % 1
    stone = stones[row.astype(int), column.astype(int)]
    edge = np.minimum(np.minimum(in_x, 1 - in_x), np.minimum(in_y, 1 - in_y)) * side
    light = 1.0 + 0.16 * (0.5 - in_y) + 0.1 * (0.5 - in_x)
    grout = np.clip((edge - 0.02 * side) / (0.07 * side), 0, 1)[..., None]
    between = stone * 0.35 + np.array([34, 32, 30])
    return as_bytes(stone * light[..., None] * grout + between * (1 - grout))


def low_poly(pixels: Pixels, rng: np.random.Generator) -> Pixels:
    """Triangles of one colour each, smaller where there is more to see."""
    height, width = pixels.shape[:2]
    small = shrunk(pixels, 900, least=16)
    size = small.shape[1::-1]
    plan = _triangles(small, rng)
    factor = np.array([width / size[0], height / size[1]], np.float32)
    sheet = cv2.resize(small, (width, height), interpolation=cv2.INTER_CUBIC)
    vivid = as_bytes(saturated(small, 1.25))
    for triangle in np.asarray(plan.getTriangleList()).reshape(-1, 3, 2):
        if (triangle < -1).any() or (triangle > np.array(size) + 1).any():
            continue
        middle = triangle.mean(0)
        near = np.clip((triangle * 0.6 + middle * 0.4).round().astype(int), 0, np.array(size) - 1)
        at = np.clip(middle.round().astype(int), 0, np.array(size) - 1)
        colour = (
            (vivid[near[:, 1], near[:, 0]].mean(0) + vivid[at[1], at[0]])
            / 2
            * (1 + float(rng.normal(0, 0.035)))
        )
        grown = middle + (triangle - middle) * 1.02
        cv2.fillConvexPoly(
            sheet,
            (grown * factor * 16).astype(np.int32),
            tuple(float(value) for value in np.clip(colour, 0, 255)),
            cv2.LINE_AA,
            4,
        )
    return np.asarray(sheet)


def _triangles(small: Pixels, rng: np.random.Generator) -> cv2.Subdiv2D:
    """Corners drawn by how much there is to see, and along the border, joined to triangles."""
    size = small.shape[1], small.shape[0]
    light = cv2.cvtColor(cv2.GaussianBlur(small, (0, 0), 2), cv2.COLOR_RGB2GRAY).astype(np.float32)
    detail = np.hypot(cv2.Sobel(light, cv2.CV_32F, 1, 0), cv2.Sobel(light, cv2.CV_32F, 0, 1))
    weight = (cv2.GaussianBlur(detail, (0, 0), 2.5) + 3.0).ravel() ** 1.15
    picked = rng.choice(
        len(weight), min(1500, len(weight) // 8), replace=False, p=weight / weight.sum()
    )
    plan = cv2.Subdiv2D((0, 0, size[0], size[1]))
    for x in np.linspace(0, size[0] - 1, 14):
        plan.insert((float(x), 0.0))
        plan.insert((float(x), float(size[1] - 1)))
    for y in np.linspace(0, size[1] - 1, 12)[1:-1]:
        plan.insert((0.0, float(y)))
        plan.insert((float(size[0] - 1), float(y)))
    for place in picked:
        plan.insert((float(place % size[0]), float(place // size[0])))
    return plan
