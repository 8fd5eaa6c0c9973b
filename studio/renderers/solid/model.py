"""Image to 3D: one to four views of a thing become a textured GLB, and a poster of it."""

import importlib
import io
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from PIL import Image

from studio.renderers.api import Progress, RenderError, RenderRequest, RenderResult, Report
from studio.renderers.codecs.inputs import check_workable, load_cut_out
from studio.renderers.drawing.canvas import Array, Pixels
from studio.renderers.drawing.depth import estimate_depth
from studio.renderers.drawing.finish import preview, save_picture
from studio.renderers.solid.shape import BACK, FRONT, LEFT, RIGHT, Mesh, inflated
from studio.renderers.solid.skin import (
    View,
    colours,
    cropped_view,
    fine_relief,
    places_in_atlas,
    soft_shade,
)
from studio.renderers.solid.still import still

_INPUTS = {"contextImage1": LEFT, "contextImage2": BACK, "contextImage3": RIGHT}
"""The service's fixed places of the further views."""
_LONGEST = 2048
_POSTER_FACES = 12_000


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
    shown = _poster(_mesh(views, _POSTER_FACES, sharper=False), views, atlas)
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
    near = estimate_depth(front.pixels)
    # how far the thing as a whole leans or bulges is the cushion's to say
    detail: Array = near - cv2.GaussianBlur(near, (0, 0), min(near.shape) / 5) + 0.5
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


def _poster(mesh: Mesh, views: dict[int, View], atlas: Pixels) -> Pixels:
    which, uv, faces = places_in_atlas(mesh, views)
    return still(mesh.places[which], mesh.normals[which], uv, faces, atlas)
