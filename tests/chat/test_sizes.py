"""How large what is made becomes: what was asked for, else what it is made from, within what the models take."""

import pytest

from chat.models import ToolCall, ToolOutput
from chat.templatetags import words
from chat.toolbox import result_for_model, sizes
from chat.toolbox.planning import plan
from media.models import Blob, Item

PORTRAIT, LANDSCAPE, SQUARE = (900, 1600), (3000, 2000), (512, 512)


@pytest.mark.parametrize(
    ("width", "height", "shape", "source", "size"),
    [
        (None, None, None, None, (1024, 1024)),
        (None, None, None, LANDSCAPE, (1248, 832)),
        (None, None, None, PORTRAIT, (768, 1360)),
        (None, None, "16:9", PORTRAIT, (1360, 768)),
        (None, None, "1080x1920", LANDSCAPE, (1080, 1920)),
        (800, 600, "16:9", PORTRAIT, (800, 600)),
        (800, None, None, SQUARE, (800, 800)),
        (None, 600, "3:2", None, (896, 600)),
        (8000, 4000, None, None, (2048, 1024)),
        (200, 800, None, None, (256, 1024)),
        (None, None, "200x800", SQUARE, (256, 1024)),
        (100, None, "3:2", None, (384, 256)),
        (100, 4000, None, None, (256, 2048)),
        (None, None, None, (4000, 10), (2048, 512)),
    ],
)
def test_a_picture(
    width: int | None,
    height: int | None,
    shape: str | None,
    source: sizes.Size | None,
    size: sizes.Size,
) -> None:
    assert sizes.image_size(width, height, shape, source) == size


@pytest.mark.parametrize(
    ("shape", "short", "source", "size"),
    [
        (None, None, None, (832, 480)),
        (None, None, PORTRAIT, (480, 848)),
        (None, 720, LANDSCAPE, (1088, 720)),
        (None, 1080, None, (1888, 1088)),
        ("9:16", None, LANDSCAPE, (480, 848)),
        ("16:9", 720, PORTRAIT, (1280, 720)),
        ("16:9", 2160, None, (3840, 2160)),
        ("1:1", 2**53, None, (2880, 2880)),
        ("3:2", 2160, None, (3232, 2160)),
        ("4:1", 1080, None, (3840, 960)),
        ("1080x1920", None, LANDSCAPE, (1088, 1920)),
        ("9000x9000", None, None, (2880, 2880)),
        ("2200x3760", None, None, (2192, 3760)),
        ("1:1", 100, None, (480, 480)),
        ("200x800", None, None, (480, 1920)),
        (None, None, (4000, 10), (1120, 480)),
    ],
)
def test_a_film(
    shape: str | None, short: float | None, source: sizes.Size | None, size: sizes.Size
) -> None:
    assert sizes.video_size(shape, short, source) == size
    width, height = size
    assert width % 16 == height % 16 == 0
    assert width * height <= sizes.VIDEO_AREA


@pytest.mark.parametrize("shape", ["", "wide", "1:9", "5:0", "x", "1920x", "inf:1", "nan:1"])
def test_what_is_no_shape(shape: str) -> None:
    assert sizes.ratio_of(shape) is None


@pytest.mark.parametrize(
    ("name", "more", "size"),
    [
        ("generate_image", {}, (1248, 832)),
        ("generate_image", {"aspectRatio": "9:16"}, (768, 1360)),
        ("animate_photo", {}, (720, 480)),
        ("animate_photo", {"aspectRatio": "9:16"}, (480, 848)),
        ("animate_photo", {"targetResolution": 720}, (1088, 720)),
        ("animate_photo", {"targetResolution": "720p"}, (1088, 720)),
        ("animate_photo", {"aspectRatio": "1080x1920"}, (1088, 1920)),
    ],
)
def test_what_a_picture_becomes_keeps_its_shape(
    name: str, more: dict[str, object], size: sizes.Size
) -> None:
    photo = Item(kind="image", index=-1, state=Item.State.READY, blob=Blob(width=1500, height=1000))
    made = plan(name, {"prompt": "snow falls", "sourceImageIndex": -1, **more}, [photo])
    assert (made.width, made.height) == size


@pytest.mark.parametrize(
    ("arguments", "asked"),
    [
        ({"width": 200, "height": 800}, (200, 800)),
        ({"aspectRatio": "200x800"}, (200, 800)),
        ({"aspectRatio": "16:9"}, None),
        ({"aspectRatio": "200x800", "width": 512}, None),
        ({"width": 512}, None),
        ({}, None),
    ],
)
def test_the_pixels_a_call_names(arguments: dict[str, object], asked: sizes.Size | None) -> None:
    assert sizes.asked_size(arguments) == asked


def test_a_size_the_model_does_not_take_is_said() -> None:
    call = ToolCall(name="generate_image", arguments={"width": 200, "height": 800})
    item = Item(kind="image", index=0, state=Item.State.READY)
    item.blob = Blob(width=256, height=1024)
    done = ToolOutput(maker=call, call=call, item=item, status=ToolCall.Status.DONE)
    assert words.asked_instead(call, item) == ", nearest to 200 × 800"
    assert "200x800" in result_for_model(call, [done])["note"]
    item.blob = Blob(width=200, height=800)
    assert words.asked_instead(call, item) == ""
    assert "note" not in result_for_model(call, [done])
