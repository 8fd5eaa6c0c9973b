"""Image to 3D: one to four views of a thing become a textured GLB, and a poster of it."""

import importlib
import io
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from PIL import Image

from studio.renderers.api import Progress, RenderError, RenderRequest, RenderResult, Report
from studio.renderers.canvas import Array, Pixels
from studio.renderers.depth import estimate_depth
from studio.renderers.finish import preview, save_picture
from studio.renderers.inputs import check_workable, load_cut_out
from studio.renderers.regions.matte import shrunk
from studio.renderers.solid.shape import BACK, FRONT, LEFT, RIGHT, Mesh, inflated
from studio.renderers.solid.skin import (
    View,
    colours,
    cropped_view,
    fine_relief,
    places_in_atlas,
    soft_shade,
)

_INPUTS = {"contextImage1": LEFT, "contextImage2": BACK, "contextImage3": RIGHT}
"""The service's fixed places of the further views."""
_LONGEST = 2048
_POSTER_FACES, _POSTER_PX = 40_000, 768


def render_model(request: RenderRequest, out_dir: Path, report: Report) -> RenderResult:
    """A GLB from the front view `startingImage` and further views contextImage1 (left), 2 (back) and 3 (right).

    Options: meshTargetFaces, textureSize, normalMapSize, ambientOcclusionSize, shapeResolution. Beside the model lies
    its poster; `notes` name it, and count faces and vertices.
    """
    if "startingImage" not in request.inputs:
        raise RenderError("A picture of the thing, seen from the front, is needed.")
    cv2.setNumThreads(1)
    views = {FRONT: _view(request.inputs["startingImage"])}
    views |= {
        chart: _view(request.inputs[name])
        for name, chart in _INPUTS.items()
        if name in request.inputs
    }
    report(Progress(step=2, step_count=8))
    budget = int(request.options.get("meshTargetFaces") or 200_000)
    sharper = int(request.options.get("shapeResolution") or 1024) > 1024
    mesh = _mesh(views, budget, sharper=sharper)
    report(Progress(step=4, step_count=8))
    atlas = colours(views, int(request.options.get("textureSize") or 2048))
    maps = (
        fine_relief(atlas, int(request.options.get("normalMapSize") or 1024)),
        soft_shade(atlas, int(request.options.get("ambientOcclusionSize") or 512)),
    )
    which, uv, faces = places_in_atlas(mesh, views)
    report(Progress(step=6, step_count=8))
    path = out_dir / "model.glb"
    path.write_bytes(_packed(mesh, which, uv, faces, atlas, maps))
    shown = poster(_mesh(views, _POSTER_FACES, sharper=False), views, atlas)
    file, _ = save_picture(shown, out_dir, "poster", "png")
    report(Progress(step=8, step_count=8, eta_s=0, preview=preview(shown, 512)))
    notes = {"faces": len(faces), "vertices": len(which), "views": len(views), "poster": file.name}
    return RenderResult(path=path, mime="model/gltf-binary", notes=notes)


def _view(path: Path) -> View:
    pixels, opacity = load_cut_out(path, _LONGEST)
    check_workable(pixels)
    return cropped_view(pixels, opacity)


def _mesh(views: dict[int, View], budget: int, *, sharper: bool) -> Mesh:
    front = views[FRONT]
    side = views.get(LEFT) or views.get(RIGHT)
    depth = (
        None if side is None else float(np.clip(side.matte.shape[1] / side.matte.shape[0], 0.05, 3))
    )
    detail = estimate_depth(front.pixels)
    light = cv2.cvtColor(front.pixels, cv2.COLOR_RGB2GRAY).astype(np.float32) / 255
    fine = light - cv2.GaussianBlur(light, (0, 0), min(light.shape) / 40)
    detail = np.clip(detail + fine * (0.9 if sharper else 0.5), 0, 1)
    detail = cv2.GaussianBlur(
        detail.astype(np.float32), (0, 0), min(light.shape) / (500 if sharper else 260)
    )
    sides = tuple(chart for chart in (LEFT, RIGHT) if chart in views)
    return inflated(front.matte, detail, budget, depth, sides)


def _packed(
    mesh: Mesh, which: Pixels, uv: Array, faces: Pixels, atlas: Pixels, maps: tuple[Pixels, Pixels]
) -> bytes:
    """The GLB's bytes."""
    # only this renderer needs it, and it takes a moment to load
    trimesh: Any = importlib.import_module("trimesh")

    material = trimesh.visual.material.PBRMaterial(
        name="skin", baseColorTexture=_image(atlas, "JPEG"), normalTexture=_image(maps[0], "PNG"),
        occlusionTexture=_image(maps[1], "JPEG"), metallicFactor=0.0, roughnessFactor=0.85, doubleSided=False,
    )  # fmt: skip
    upright = np.column_stack(
        [uv[:, 0], 1 - uv[:, 1]]
    )  # trimesh counts v upwards and turns it round itself
    solid = trimesh.Trimesh(
        mesh.places[which], faces, vertex_normals=mesh.normals[which], process=False, validate=False,
        visual=trimesh.visual.TextureVisuals(uv=upright, material=material),
    )  # fmt: skip
    scene = trimesh.Scene()
    scene.add_geometry(solid, geom_name="thing", node_name="thing")
    packed: Any = scene.export(file_type="glb", include_normals=True)
    return bytes(packed)


def _image(pixels: Pixels, form: str) -> Image.Image:
    """A picture that is written in this form; re-reading it is how Pillow remembers the form."""
    written = io.BytesIO()
    Image.fromarray(pixels).save(
        written, form, **({"quality": 92} if form == "JPEG" else {"compress_level": 4})
    )
    return Image.open(io.BytesIO(written.getvalue()))


def poster(mesh: Mesh, views: dict[int, View], atlas: Pixels) -> Pixels:
    """The thing turned a little to the side, in soft light, before grey: drawn face by face from far to near."""
    which, uv, faces = places_in_atlas(mesh, views)
    small = shrunk(atlas, 1024)
    swing, tip = np.radians(-26), np.radians(9)
    across = np.array(
        [[np.cos(swing), 0, np.sin(swing)], [0, 1, 0], [-np.sin(swing), 0, np.cos(swing)]]
    )
    down = np.array([[1, 0, 0], [0, np.cos(tip), -np.sin(tip)], [0, np.sin(tip), np.cos(tip)]])
    turned = mesh.places[which] @ (down @ across).T
    facing = mesh.normals[which] @ (down @ across).T
    used = turned[np.unique(faces)]
    middle, reach = (used.max(0) + used.min(0)) / 2, (used.max(0) - used.min(0))[:2].max()
    scale = _POSTER_PX * 0.82 / max(float(reach), 1e-6)
    flat = (
        np.column_stack([(turned[:, 0] - middle[0]) * scale, -(turned[:, 1] - middle[1]) * scale])
        + _POSTER_PX / 2
    )
    light = np.clip(facing @ np.array([-0.35, 0.55, 0.76]), 0, 1) * 0.72 + 0.38
    at = np.clip((uv[faces].mean(1) * small.shape[0]).astype(int), 0, small.shape[0] - 1)
    tones = np.clip(small[at[:, 1], at[:, 0]] * light[faces].mean(1)[:, None], 0, 255)
    corners = flat[faces]
    first, second = corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]
    turn = first[:, 0] * second[:, 1] - first[:, 1] * second[:, 0]
    seen = np.flatnonzero(turn < 0)
    order = seen[np.argsort(turned[faces[seen]][..., 2].mean(1))]
    y = np.linspace(1.0, 0.84, _POSTER_PX)[:, None, None]
    sheet = np.ascontiguousarray(
        np.broadcast_to(np.array([226, 228, 232]) * y, (_POSTER_PX, _POSTER_PX, 3)).astype(np.uint8)
    )
    whole = (corners * 16).astype(np.int32)
    for index in order:
        cv2.fillConvexPoly(
            sheet, whole[index], tuple(float(value) for value in tones[index]), cv2.LINE_8, 4
        )
    return np.asarray(cv2.GaussianBlur(sheet, (0, 0), 0.6))
