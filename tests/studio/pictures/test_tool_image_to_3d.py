"""image_to_3d gives a GLB that readers accept: checked piece by piece, and by loading it."""

import importlib
import io
import json
import struct
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from studio.renderers import RenderError
from studio.renderers.regions.memory import forget
from studio.renderers.solid.shape import inflated
from tests.studio.pictures.picture_material import ball_scene, landscape, session, use, with_ball

_SIZES = {5120: 1, 5121: 1, 5122: 2, 5123: 2, 5125: 4, 5126: 4}
_PARTS = {"SCALAR": 1, "VEC2": 2, "VEC3": 3, "VEC4": 4}
_TYPES = {5123: np.uint16, 5125: np.uint32, 5126: np.float32}
SMALL = {
    "meshTargetFaces": 6000,
    "textureSize": 1024,
    "normalMapSize": 512,
    "ambientOcclusionSize": 256,
}


def read_glb(data: bytes) -> tuple[dict[str, Any], bytes]:
    """The JSON and the binary chunk of a GLB, checked against the container's rules."""
    magic, version, length = struct.unpack_from("<4sII", data)
    assert (magic, version, length) == (b"glTF", 2, len(data))
    size, kind = struct.unpack_from("<I4s", data, 12)
    assert kind == b"JSON"
    assert size % 4 == 0
    tree = json.loads(data[20 : 20 + size])
    binary_size, binary_kind = struct.unpack_from("<I4s", data, 20 + size)
    assert binary_kind == b"BIN\0"
    assert binary_size % 4 == 0
    assert 28 + size + binary_size == len(data)
    assert 0 <= binary_size - tree["buffers"][0]["byteLength"] < 4
    return tree, data[28 + size :]


def accessor(tree: dict[str, Any], binary: bytes, index: int) -> Any:
    """An accessor's numbers, after checking that they lie within their view and their bounds."""
    one = tree["accessors"][index]
    view = tree["bufferViews"][one["bufferView"]]
    parts, size = _PARTS[one["type"]], _SIZES[one["componentType"]]
    start = view.get("byteOffset", 0) + one.get("byteOffset", 0)
    assert start % size == 0
    assert one.get("byteOffset", 0) + one["count"] * parts * size <= view["byteLength"]
    assert view.get("byteOffset", 0) + view["byteLength"] <= tree["buffers"][0]["byteLength"]
    values = np.frombuffer(
        binary, _TYPES[one["componentType"]], one["count"] * parts, start
    ).reshape(-1, parts)
    if "min" in one:
        assert np.allclose(values.min(0), one["min"], atol=1e-6)
        assert np.allclose(values.max(0), one["max"], atol=1e-6)
    return values


def image(tree: dict[str, Any], binary: bytes, texture: dict[str, Any]) -> Image.Image:
    """The picture of a texture reference."""
    source = tree["images"][tree["textures"][texture["index"]]["source"]]
    view = tree["bufferViews"][source["bufferView"]]
    opened = Image.open(
        io.BytesIO(binary[view["byteOffset"] : view["byteOffset"] + view["byteLength"]])
    )
    assert Image.MIME[str(opened.format)] == source["mimeType"]
    return opened


def _model(folder: Path, media: Any, **arguments: Any) -> tuple[Any, dict[str, Any], bytes]:
    result = use("image_to_3d", media, folder, **(SMALL | arguments))[0]
    assert result.mime == "model/gltf-binary"
    return result, *read_glb(result.path.read_bytes())


@pytest.fixture(scope="module")
def ball(tmp_path_factory: pytest.TempPathFactory) -> tuple[Any, dict[str, Any], bytes]:
    """The model of a ball."""
    folder = tmp_path_factory.mktemp("ball")
    return _model(folder, session(folder, ball_scene()[0]))


def test_the_file_is_sound_and_textured(ball: tuple[Any, dict[str, Any], bytes]) -> None:
    _, tree, binary = ball
    assert tree["asset"]["version"] == "2.0"
    (primitive,) = tree["meshes"][0]["primitives"]
    places = accessor(tree, binary, primitive["attributes"]["POSITION"])
    normals = accessor(tree, binary, primitive["attributes"]["NORMAL"])
    uv = accessor(tree, binary, primitive["attributes"]["TEXCOORD_0"])
    faces = accessor(tree, binary, primitive["indices"]).reshape(-1, 3)
    assert len(places) == len(normals) == len(uv) == faces.max() + 1
    assert np.isfinite(places).all()
    assert np.allclose(np.linalg.norm(normals, axis=1), 1, atol=1e-3)
    assert uv.min() >= 0
    assert uv.max() <= 1
    assert "min" in tree["accessors"][primitive["attributes"]["POSITION"]]
    material = tree["materials"][primitive["material"]]
    colours = image(tree, binary, material["pbrMetallicRoughness"]["baseColorTexture"])
    assert colours.size == (1024, 1024)
    assert image(tree, binary, material["normalTexture"]).size == (512, 512)
    assert image(tree, binary, material["occlusionTexture"]).size == (256, 256)


def test_the_mesh_has_volume_and_keeps_its_budget(ball: tuple[Any, ...], tmp_path: Path) -> None:
    finer = _model(tmp_path, session(tmp_path, ball_scene()[0]), meshTargetFaces=24_000)
    for faces, (result, *_) in ((SMALL["meshTargetFaces"], ball), (24_000, finer)):
        assert faces * 0.6 < result.notes["faces"] <= faces
        solid = importlib.import_module("trimesh").load(result.path, force="mesh")
        assert solid.volume > 0.02
        width, height, depth = solid.extents
        assert width == pytest.approx(height, rel=0.1)  # the ball is round
        assert 0.2 < depth < 1.2


def test_the_mesh_is_closed() -> None:
    matte = ball_scene()[1][112:209, 132:229].astype(np.float32)
    mesh = inflated(matte, np.full(matte.shape, 0.5, np.float32), 5000, None, ())
    edges = np.concatenate([mesh.faces[:, [0, 1]], mesh.faces[:, [1, 2]], mesh.faces[:, [2, 0]]])
    there = {tuple(edge) for edge in edges.tolist()}
    assert len(there) == len(edges)  # no edge twice in one direction
    assert all((second, first) in there for first, second in there)


def test_the_front_wears_the_picture(ball: tuple[Any, dict[str, Any], bytes]) -> None:
    _, tree, binary = ball
    material = tree["materials"][0]["pbrMetallicRoughness"]["baseColorTexture"]
    pixels = np.asarray(image(tree, binary, material).convert("RGB"), int)
    assert (pixels[:, :512, 0] - pixels[:, :512, 1]).mean() > 70


def test_further_views_dress_their_sides_and_set_the_thickness(tmp_path: Path) -> None:
    plain = landscape()
    front = ball_scene()[0]
    thin = np.full((240, 240, 3), 245, np.uint8)
    thin[60:180, 108:132] = (40, 60, 200)
    back = with_ball(plain, (180, 160), 48, (40, 180, 60))[0]
    media = session(tmp_path, front, thin, back)
    views = {"sourceImageIndex": 0, "leftViewImageIndex": 1, "backViewImageIndex": 2}
    result, tree, binary = _model(tmp_path, media, **views)
    assert result.notes["views"] == 3
    material = tree["materials"][0]["pbrMetallicRoughness"]["baseColorTexture"]
    atlas = np.asarray(image(tree, binary, material).convert("RGB"), int)
    assert atlas[100:400, 100:400].mean((0, 1)).argmax() == 0  # red in front
    assert atlas[100:400, 612:900].mean((0, 1)).argmax() == 1  # green behind
    assert atlas[612:900, 100:400].mean((0, 1)).argmax() == 2  # blue on the left
    solid = importlib.import_module("trimesh").load(result.path, force="mesh")
    assert solid.extents[2] < 0.45 * solid.extents[1]


def test_there_is_a_poster_of_it(ball: tuple[Any, ...]) -> None:
    result = ball[0]
    with Image.open(result.path.parent / result.notes["poster"]) as poster:
        pixels = np.asarray(poster.convert("RGB"), int)
    assert ((pixels[..., 0] - pixels[..., 1]) > 60).mean() > 0.15


def test_the_same_pictures_give_the_same_bytes(ball: tuple[Any, ...], tmp_path: Path) -> None:
    forget()
    again = _model(tmp_path, session(tmp_path, ball_scene()[0]))
    assert again[0].path.read_bytes() == ball[0].path.read_bytes()


def test_a_picture_of_nothing_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RenderError, match="stands out"):
        _model(tmp_path, session(tmp_path, np.full((80, 80, 3), 99, np.uint8)))
