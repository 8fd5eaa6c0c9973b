"""A model seen a little from the side, in soft light, before grey. Each point wears its own part of the skin."""

import importlib
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from studio.renderers.drawing.canvas import Array, Pixels

SIDE_PX = 768
_FINE = 2
"""Points drawn for each pixel, along a side."""
_SWING, _TIP = np.radians(-26), np.radians(9)
_LIGHT = (-0.35, 0.55, 0.76)
_GREY = (226, 228, 232)


def still(places: Array, normals: Array, uv: Array, faces: Pixels, atlas: Pixels) -> Pixels:
    """A square picture of a mesh, its faces drawn from far to near.

    `places` and `normals` (count, 3) with y up and z towards the viewer, `uv` (count, 2) with v down, `faces`
    (count, 3) counterclockwise, `atlas` the square picture they wear.
    """
    across = np.array(
        [[np.cos(_SWING), 0, np.sin(_SWING)], [0, 1, 0], [-np.sin(_SWING), 0, np.cos(_SWING)]]
    )
    down = np.array([[1, 0, 0], [0, np.cos(_TIP), -np.sin(_TIP)], [0, np.sin(_TIP), np.cos(_TIP)]])
    turned, facing = places @ (down @ across).T, normals @ (down @ across).T
    corners = _framed(turned, faces)[faces]
    number = _drawn(corners, turned[faces][..., 2].mean(1))
    row, column = np.nonzero(number >= 0)
    shown = number[row, column]
    share = _shares(corners[shown], np.column_stack([column, row]) / _FINE)
    lit = np.clip(facing @ np.array(_LIGHT), 0, 1) * 0.72 + 0.38
    light = (lit[faces[shown]] * share).sum(1)
    at = np.zeros((2, *number.shape), np.float32)
    at[:, row, column] = (uv[faces[shown]] * share[..., None]).sum(1).T * len(atlas)
    tones = cv2.remap(atlas, at[0], at[1], cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    sheet = _sheet()
    sheet[row, column] = np.clip(tones[row, column] * light[:, None], 0, 255)
    return np.asarray(cv2.resize(sheet, (SIDE_PX, SIDE_PX), interpolation=cv2.INTER_AREA))


def still_of(model: Path) -> Pixels:
    """The same of a GLB file with one textured mesh. ValueError when it is none."""
    # only those who look at models need it, and it takes a moment to load
    trimesh: Any = importlib.import_module("trimesh")

    try:
        solid = trimesh.load_mesh(model, file_type="glb", process=False)
        skin = np.asarray(solid.visual.material.baseColorTexture.convert("RGB"))
        uv = np.array(solid.visual.uv, np.float32)
        uv[:, 1] = 1 - uv[:, 1]  # trimesh counts v upwards
        parts = np.asarray(solid.vertices), np.asarray(solid.vertex_normals)
        return still(*parts, uv, np.asarray(solid.faces), skin)
    except (AttributeError, IndexError, KeyError, OSError, TypeError) as wrong:
        raise ValueError("This is no model with one textured mesh.") from wrong


def _framed(turned: Array, faces: Pixels) -> Array:
    """Where the places lie in the picture, in pixels: the faces fill most of it."""
    used = turned[np.unique(faces)]
    middle, reach = (used.max(0) + used.min(0)) / 2, (used.max(0) - used.min(0))[:2].max()
    scale = SIDE_PX * 0.82 / max(float(reach), 1e-6)
    x, y = (turned[:, 0] - middle[0]) * scale, -(turned[:, 1] - middle[1]) * scale
    return np.column_stack([x, y]) + SIDE_PX / 2


def _drawn(corners: Array, near: Array) -> Pixels:
    """Which face each point of the fine picture shows, −1 for none: drawn from far to near, only those turned to us."""
    first, second = corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]
    seen = np.flatnonzero(first[:, 0] * second[:, 1] - first[:, 1] * second[:, 0] < 0)
    number = np.full((SIDE_PX * _FINE, SIDE_PX * _FINE), -1, np.int32)
    whole = (corners * (16 * _FINE)).astype(np.int32)
    for index in seen[np.argsort(near[seen])]:
        cv2.fillConvexPoly(number, whole[index], float(index), cv2.LINE_8, 4)
    return number


def _shares(corners: Array, points: Array) -> Array:
    """How much each corner of its triangle (count, 3, 2) counts at a point (count, 2)."""
    a, b, c = corners[:, 0], corners[:, 1], corners[:, 2]
    (bx, by), (cx, cy), (px, py) = (b - a).T, (c - a).T, (points - a).T
    area = bx * cy - by * cx
    area = np.where(np.abs(area) < 1e-9, 1e-9, area)
    second, third = (px * cy - py * cx) / area, (bx * py - by * px) / area
    share = np.clip(np.column_stack([1 - second - third, second, third]), 0, 1)
    return np.asarray(share / np.maximum(share.sum(1, keepdims=True), 1e-9))


def _sheet() -> Pixels:
    """The grey behind, darker below, in the fine picture."""
    side = SIDE_PX * _FINE
    y = np.linspace(1.0, 0.84, side)[:, None, None]
    grey = np.broadcast_to(np.array(_GREY) * y, (side, side, 3))
    return np.ascontiguousarray(grey.astype(np.uint8))
