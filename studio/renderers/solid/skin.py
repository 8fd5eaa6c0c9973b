"""The pictures a mesh wears: colours of every view in one square, fine relief as a normal map, and soft shade."""

from dataclasses import dataclass

import cv2
import numpy as np
import scipy

from studio.renderers.drawing.canvas import Array, Pixels
from studio.renderers.regions.saliency import find_subject
from studio.renderers.solid.rim import grown_from_rim
from studio.renderers.solid.shape import BACK, FRONT, LEFT, RIGHT, Mesh

_MARGIN = 0.012
"""Empty border of a field of the atlas, as a share of the atlas."""


@dataclass(frozen=True)
class View:
    """One view cropped to the thing: its colours, grown over what was behind it, and its matte 0 … 1."""

    pixels: Pixels
    matte: Array


def cropped_view(pixels: Pixels, opacity: Pixels | None) -> View:
    """The thing of a picture (of its own opacity when it is a cut-out). RenderError when nothing stands out."""
    cut = opacity is not None and 0.01 < float((opacity > 127).mean()) < 0.985
    matte = (
        opacity.astype(np.float32) / 255 if cut and opacity is not None else find_subject(pixels)
    )
    solid = matte > 0.5
    ys, xs = np.nonzero(solid)
    if len(xs) < 16:
        solid[:] = True
        ys, xs = np.nonzero(solid)
    box = (slice(int(ys.min()), int(ys.max()) + 1), slice(int(xs.min()), int(xs.max()) + 1))
    part, share = pixels[box], matte[box]
    sure = share > 0.9
    if sure.any() and not sure.all():
        near = scipy.ndimage.distance_transform_edt(
            ~sure, return_distances=False, return_indices=True
        )
        part = part[near[0], near[1]]
    return View(np.ascontiguousarray(part), share)


def _fields(views: dict[int, View]) -> dict[int, tuple[float, float, float, float]]:
    """Where in the atlas each view lies: left, top, right, bottom as shares."""
    if LEFT in views or RIGHT in views:
        corners = {FRONT: (0.0, 0.0), BACK: (0.5, 0.0), LEFT: (0.0, 0.5), RIGHT: (0.5, 0.5)}
        return {chart: (x, y, x + 0.5, y + 0.5) for chart, (x, y) in corners.items()}
    return {FRONT: (0.0, 0.0, 0.5, 1.0), BACK: (0.5, 0.0, 1.0, 1.0)}


def colours(views: dict[int, View], size: int) -> Pixels:
    """The base colour atlas, `size` pixels square."""
    sheet = np.empty((size, size, 3), np.uint8)
    sheet[:] = views[FRONT].pixels.reshape(-1, 3)[::97].mean(0).astype(np.uint8)
    worn = _worn(views)
    for chart, (x0, y0, x1, y1) in _fields(views).items():
        pixels = worn.get(chart)
        if pixels is None:
            continue
        left, top, right, bottom = (round(value * size) for value in (x0, y0, x1, y1))
        edge = round(_MARGIN * size)
        inner = (right - left - 2 * edge, bottom - top - 2 * edge)
        way = cv2.INTER_AREA if inner[0] < pixels.shape[1] else cv2.INTER_CUBIC
        fitted = cv2.resize(pixels, inner, interpolation=way)
        sheet[top:bottom, left:right] = cv2.copyMakeBorder(
            fitted, edge, edge, edge, edge, cv2.BORDER_REPLICATE
        )
    return sheet


def _worn(views: dict[int, View]) -> dict[int, Pixels]:
    """What each field of the atlas shows. A back nobody photographed has the colours of the front's rim, and the front
    becomes them where it turns away: there one pixel is drawn out over much of the side."""
    worn = {chart: view.pixels for chart, view in views.items()}
    if BACK not in views:
        rim, share = grown_from_rim(views[FRONT].pixels, views[FRONT].matte)
        front = views[FRONT].pixels
        mixed = front + (rim.astype(np.float32) - front) * share[..., None]
        worn[FRONT] = (mixed + 0.5).astype(np.uint8)
        worn[BACK] = np.ascontiguousarray(rim[:, ::-1])
    return worn


def places_in_atlas(mesh: Mesh, views: dict[int, View]) -> tuple[Pixels, Array, Array]:
    """For the file: which place each of its vertices is, their u and v (down), and the faces over these vertices."""
    fields = _fields(views)
    key = mesh.faces.astype(np.int64) * 4 + mesh.charts[:, None]
    unique, faces = np.unique(key, return_inverse=True)
    which, chart = unique // 4, unique % 4
    places = mesh.places[which]
    low, high = mesh.places[np.unique(mesh.faces)].min(0), mesh.places[np.unique(mesh.faces)].max(0)
    span = np.maximum(high - low, 1e-6)
    share = (places - low) / span
    across = np.select(
        [chart == FRONT, chart == BACK, chart == LEFT],
        [share[:, 0], 1 - share[:, 0], 1 - share[:, 2]],
        share[:, 2],
    )
    down = 1 - share[:, 1]
    places_uv = np.zeros((len(unique), 2), np.float32)
    for number, (x0, y0, x1, y1) in fields.items():
        mine = chart == number
        places_uv[mine, 0] = x0 + _MARGIN + across[mine] * (x1 - x0 - 2 * _MARGIN)
        places_uv[mine, 1] = y0 + _MARGIN + down[mine] * (y1 - y0 - 2 * _MARGIN)
    return np.asarray(which), places_uv, np.asarray(faces.reshape(-1, 3))


def _light_of(atlas: Pixels, size: int) -> Array:
    """Brightness from 0 to 1 of the atlas, `size` pixels on a side."""
    small = cv2.resize(atlas, (size, size), interpolation=cv2.INTER_AREA)
    return np.asarray(cv2.cvtColor(small, cv2.COLOR_RGB2GRAY).astype(np.float32) / 255)


def fine_relief(atlas: Pixels, size: int) -> Pixels:
    """A tangent-space normal map from the brightness of the atlas: small bright things stand out a little."""
    light = _light_of(atlas, size)
    detail = cv2.GaussianBlur(light, (0, 0), size / 900 + 0.6) - cv2.GaussianBlur(
        light, (0, 0), size / 60
    )
    dx, dy = cv2.Sobel(detail, cv2.CV_32F, 1, 0) * 1.3, cv2.Sobel(detail, cv2.CV_32F, 0, 1) * 1.3
    length = np.sqrt(dx * dx + dy * dy + 1)
    packed = np.dstack([-dx / length, dy / length, 1 / length]) * 0.5 + 0.5
    return (packed * 255 + 0.5).astype(np.uint8)


def soft_shade(atlas: Pixels, size: int) -> Pixels:
    """An occlusion map: hollows, where the picture is darker than around, get less light."""
    light = _light_of(atlas, size)
    hollow = np.clip(
        cv2.GaussianBlur(light, (0, 0), size / 24) - cv2.GaussianBlur(light, (0, 0), size / 150),
        0,
        1,
    )
    shade = (np.clip(1 - 1.1 * hollow, 0.35, 1) * 255 + 0.5).astype(np.uint8)
    return np.asarray(np.dstack([shade] * 3))
