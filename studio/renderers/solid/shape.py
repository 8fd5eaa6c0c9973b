"""A closed mesh from an outline: blown up until it is as thick as its outline lets think, the picture's relief on its
front.
"""

from dataclasses import dataclass

import cv2
import numpy as np

from studio.renderers.drawing.canvas import Array, Pixels
from studio.renderers.solid.cushion import cushion

FRONT, BACK, LEFT, RIGHT = range(4)
_RELIEF, _RAISED = 0.22, 0.5
"""The relief of the front as a share of the thickness, of which so much counts at most."""


@dataclass(frozen=True)
class Mesh:
    """`places` (count, 3) with y up, z towards the viewer, the height 1; `faces` (count, 3); `charts` names the view
    whose picture each face wears; `normals` (count, 3) of the places."""

    places: Array
    faces: Pixels
    charts: Pixels
    normals: Array


def inflated(
    matte: Array, detail: Array, budget: int, depth: float | None, sides: tuple[int, ...]
) -> Mesh:
    """The mesh of a matte (0 … 1, cropped to the thing), at most `budget` faces.

    `detail` (0 … 1, same size) raises the front. `depth` is the whole thickness in heights, None to guess it. `sides`
    are the views besides front and back that have a picture.
    """
    height, width = matte.shape
    rows, columns = _grid(matte, budget)
    inside = cv2.GaussianBlur(matte, (0, 0), max(min(height, width) / 200, 0.8)) > 0.5
    inside = np.pad(inside, 2)
    apart = cv2.distanceTransform(inside.astype(np.uint8), cv2.DIST_L2, 5) - cv2.distanceTransform(
        (~inside).astype(np.uint8), cv2.DIST_L2, 5
    )
    y = np.linspace(0, inside.shape[0] - 1, rows + 1)[:, None] * np.ones((1, columns + 1))
    x = np.linspace(0, inside.shape[1] - 1, columns + 1)[None, :] * np.ones((rows + 1, 1))
    smooth = cv2.GaussianBlur(apart.astype(np.float32), (0, 0), 1.2)
    level = _at(smooth, x, y)
    slope_x, slope_y = (
        _at(cv2.Sobel(smooth, cv2.CV_32F, 1, 0) / 8, x, y),
        _at(cv2.Sobel(smooth, cv2.CV_32F, 0, 1) / 8, x, y),
    )
    rim = level <= 0
    step = max(inside.shape[0] / rows, inside.shape[1] / columns) * 1.3
    move = np.where(rim, np.clip(-level, 0, step), 0)  # outer corners go to the outline
    steep = np.maximum(np.hypot(slope_x, slope_y), 0.3)
    x, y = x + move * slope_x / steep, y + move * slope_y / steep
    rise = np.where(rim, 0, _at(cushion(inside), x, y))
    front, back = _halves(rise, _at(np.pad(detail, 2), x, y), rim, depth)
    world_x, world_y = (x - 2 - width / 2) / height, (height / 2 - (y - 2)) / height
    return _stitched((world_x, world_y, front, back), level, sides)


def _halves(rise: Array, detail: Array, rim: Array, depth: float | None) -> tuple[Array, Array]:
    """Heights of the front and depths of the back over the grid."""
    most = max(float(rise.max()), 1e-4)
    whole = 2 * most if depth is None else depth
    body = rise * (whole / 2 / most)
    relief = (detail - 0.5) * _RELIEF * np.minimum(rise / most * 2, 1) * min(whole, _RAISED)
    return np.maximum(body + np.where(rim, 0, relief), 0), body


def _grid(matte: Array, budget: int) -> tuple[int, int]:
    """Rows and columns so that both sides together stay within the budget of triangles."""
    height, width = matte.shape
    share = max(float((matte > 0.5).mean()), 0.02)
    rows = int(np.sqrt(budget * 0.92 / 4 / share * height / width))
    rows = max(min(rows, 900), 8)
    while True:
        columns = max(round(rows * width / height), 4)
        small = cv2.resize(matte, (columns, rows), interpolation=cv2.INTER_AREA)
        if (
            rows <= 8
            or 4 * int((cv2.dilate(small, np.ones((3, 3), np.uint8)) > 0.3).sum()) <= budget
        ):
            return rows, columns
        rows = int(rows * 0.96)


def _at(layer: Array, x: Array, y: Array) -> Array:
    return np.asarray(
        cv2.remap(
            layer.astype(np.float32), x.astype(np.float32), y.astype(np.float32), cv2.INTER_LINEAR
        )
    )


def _stitched(
    grid: tuple[Array, Array, Array, Array], level: Array, sides: tuple[int, ...]
) -> Mesh:
    """Triangles over the cells of the grid that touch the thing, front and back, and their charts."""
    x, y, front, back = grid
    whole, fronts = _faces(level)
    places = np.concatenate(
        [np.stack([x, y, front], -1).reshape(-1, 3), np.stack([x, y, -back], -1).reshape(-1, 3)]
    )
    edges = places[whole]
    across = np.cross(edges[:, 1] - edges[:, 0], edges[:, 2] - edges[:, 0])
    area = np.linalg.norm(across, axis=1)
    normals = _normals(places, whole, across)
    charts = np.where(fronts, FRONT, BACK)
    facing = across / np.maximum(area, 1e-12)[:, None]
    if LEFT in sides:
        charts[(facing[:, 0] > 0.72)] = LEFT
    if RIGHT in sides:
        charts[(facing[:, 0] < -0.72)] = RIGHT
    return Mesh(places.astype(np.float32), whole, charts, normals.astype(np.float32))


def _faces(level: Array) -> tuple[Pixels, Pixels]:
    """The corners of every triangle, as numbers of the grid's places, front before back; and which are in front."""
    rows, columns = level.shape
    number = np.arange(rows * columns).reshape(rows, columns)
    touched = (
        np.maximum.reduce([level[:-1, :-1], level[1:, :-1], level[:-1, 1:], level[1:, 1:]]) > 0
    )
    a, b, c, d = (
        part[touched]
        for part in (number[:-1, :-1], number[1:, :-1], number[1:, 1:], number[:-1, 1:])
    )
    faces = np.concatenate([np.stack([a, b, c], -1), np.stack([a, c, d], -1)])
    count = rows * columns
    # both halves share the places of the rim
    rim = (level <= 0).ravel()
    faces = faces[
        ~rim[faces].all(1)
    ]  # between three rim places both halves would lie on each other
    twin = np.where(rim, np.arange(count), np.arange(count) + count)
    behind = twin[faces[:, ::-1]]
    whole = np.concatenate([faces, behind])
    distinct = (
        (whole[:, 0] != whole[:, 1]) & (whole[:, 1] != whole[:, 2]) & (whole[:, 0] != whole[:, 2])
    )  # slivers without area stay: they close the mesh
    return whole[distinct], np.flatnonzero(distinct) < len(faces)


def _normals(places: Array, faces: Pixels, across: Array) -> Array:
    """For each place the mean direction of its faces, larger ones counting more."""
    normals = np.zeros_like(places)
    for corner in range(3):
        for axis in range(3):
            normals[:, axis] += np.bincount(faces[:, corner], across[:, axis], len(places))
    lengths = np.linalg.norm(normals, axis=1, keepdims=True)
    return np.where(lengths > 1e-12, normals / np.maximum(lengths, 1e-12), [0.0, 0.0, 1.0])
