"""What is said of a file is what is in it; the tools and the director measure alike."""

from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from studio.director.talking import seeing
from studio.tools.looking import described, metadata


def picture() -> Image.Image:
    """A dark blue field with a yellow corner at the upper right."""
    made = Image.new("RGB", (300, 200), (20, 40, 120))
    ImageDraw.Draw(made).rectangle((200, 0, 300, 66), fill=(250, 240, 60))
    return made


def test_a_picture_is_described_by_its_measures(tmp_path: Path) -> None:
    path = tmp_path / "a"
    picture().save(path, "PNG")
    told = described(path)
    assert (told["mediaType"], told["width"], told["height"]) == ("image", 300, 200)
    assert [one["name"] for one in told["palette"]] == ["blue", "yellow"]
    assert told["palette"][0]["hex"] == "#142878"
    assert told["palette"][1]["share"] == pytest.approx(0.111, abs=0.01)
    lightest = max(told["regions"], key=lambda one: one["brightness"])
    assert (lightest["where"], lightest["colour"]) == ("upper right", "yellow")
    assert 0 < told["detail"] < 0.1
    assert told["description"] == seeing.described("the picture", seeing.measured(path))


def test_a_photo_is_looked_at_as_it_is_shown(tmp_path: Path) -> None:
    path, exif = tmp_path / "a", Image.Exif()
    exif[0x0112] = 6  # to be turned by a quarter
    picture().save(path, "JPEG", exif=exif, quality=95)
    told = described(path)
    assert (told["width"], told["height"]) == (200, 300)
    lightest = max(told["regions"], key=lambda one: one["brightness"])
    assert lightest["where"] == "lower right"


def test_what_is_no_picture_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + b"no picture" * 9)
    for act in (metadata, described, seeing.measured):
        with pytest.raises(ValueError, match=r"picture|medium"):
            act(path)
    Image.new("1", (9000, 9000)).save(path, "PNG")
    with pytest.raises(ValueError, match="too large"):
        described(path)
