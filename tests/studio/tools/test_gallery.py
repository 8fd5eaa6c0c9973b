"""The gallery: tools at work on one page, through the real plans and renderers."""

import re
from html import unescape
from pathlib import Path

import pytest
from PIL import Image, ImageStat

from studio.__main__ import main
from studio.gallery.catalogue import EXHIBITS, named, with_sources
from studio.gallery.exhibit import Exhibit
from studio.gallery.posters import model_poster
from studio.tools.audio import music_model
from studio.tools.registry import TOOLS
from tests.studio.pictures.picture_material import ball_scene
from tests.studio.render_material import click_track, write_song


def _gallery(monkeypatch: pytest.MonkeyPatch, folder: Path, *options: str) -> int:
    """The exit code of the command, its data and its page in `folder`."""
    monkeypatch.setenv("SOGNI_WEB_VAR", str(folder / "var"))
    monkeypatch.setattr("sys.argv", ["studio", "gallery", "--out", str(folder / "page"), *options])
    with pytest.raises(SystemExit) as left:
        main()
    code = left.value.code
    assert isinstance(code, int)
    return code


def test_a_subset_makes_a_page_that_names_every_tool(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    photo = tmp_path / "mine.png"
    Image.linear_gradient("L").resize((320, 200)).convert("RGB").save(photo)
    asked = ("--only", "style-linocut,restored-fast,compose_lyrics,cut-mask", "--photo", str(photo))
    assert _gallery(monkeypatch, tmp_path, *asked) == 0
    index = tmp_path / "page" / "index.html"
    assert capsys.readouterr().out.strip().endswith(str(index))
    words = index.read_text()
    for name in TOOLS:
        assert re.search(rf">{name}[<,]", words), name
    files = set(re.findall(r'(?:src|poster|href)="([^#"]+)"', words))
    assert {"style-linocut.jpg", "restored-fast.jpg"} & files or {"style-linocut.png"} & files
    assert all((index.parent / unescape(name)).is_file() for name in files)
    assert "<script" not in words
    assert "http" not in words
    assert "[Verse" in words
    with Image.open(next(index.parent.glob("style-linocut.*"))) as made:
        assert made.width / made.height == pytest.approx(1.6), "it is the photo that was given"


def test_a_model_is_shown_by_a_still_of_its_mesh(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    photo = tmp_path / "ball.png"
    Image.fromarray(ball_scene()[0]).save(photo)
    small = {"meshTargetFaces": 6000, "textureSize": 1024, "normalMapSize": 512}
    monkeypatch.setitem(EXHIBITS, "mesh", Exhibit("mesh", "image_to_3d", small, ("photo",)))
    assert _gallery(monkeypatch, tmp_path, "--only", "mesh", "--photo", str(photo)) == 0
    folder = tmp_path / "page"
    assert 'src="mesh.poster.jpg"' in (folder / "index.html").read_text()
    assert 'href="mesh.glb"' in (folder / "index.html").read_text()
    with Image.open(folder / "mesh.poster.jpg") as still:
        middle, corner = (still.getpixel(place) for place in ((384, 384), (8, 8)))
        assert still.size == (768, 768)
    assert isinstance(middle, tuple)
    assert isinstance(corner, tuple)
    assert max(middle) - min(middle) > 60, "the ball is coloured"
    assert max(corner) - min(corner) < 12, "before grey"


def test_the_film_of_a_song_with_a_photo_shows_the_photo(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    photo = tmp_path / "meadow.png"
    grey = Image.linear_gradient("L").resize((320, 200))
    dark, light = grey.point(lambda value: value / 8), grey.point(lambda value: 80 + value / 2)
    Image.merge("RGB", (dark, light, dark)).save(photo)
    song = write_song(tmp_path / "song.wav", click_track(120, 14)[0])
    options = ("--only", "song-photo", "--photo", str(photo), "--song", str(song))
    assert _gallery(monkeypatch, tmp_path, *options) == 0
    with Image.open(tmp_path / "page" / "song-photo.poster.jpg") as still:
        red, green, blue = ImageStat.Stat(still).mean
    assert green > 2 * max(red, blue)


def test_a_file_that_is_no_model_has_no_still(tmp_path: Path) -> None:
    for name, data in (("words", b"no model"), ("cut", b"glTF\x02\0\0\0\xff\0\0\0")):
        bad = tmp_path / f"{name}.glb"
        bad.write_bytes(data)
        assert not model_poster(bad, tmp_path / "still.jpg")


def test_a_tool_that_fails_is_shown_with_its_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = tmp_path / "broken.mp3"
    broken.write_bytes(b"no song at all" * 50)
    assert _gallery(monkeypatch, tmp_path, "--only", "song-film", "--song", str(broken)) == 1
    words = (tmp_path / "page" / "index.html").read_text()
    assert "1 failed" in words
    assert "Not made.</strong> The file is no medium the studio reads." in words


@pytest.mark.parametrize("options", [("--only", "paint_ceiling"), ("--photo", "/no/such.png")])
def test_what_cannot_be_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, options: tuple[str, ...]
) -> None:
    assert _gallery(monkeypatch, tmp_path, *options) == 2
    assert not (tmp_path / "page").exists()


def test_every_tool_has_an_exhibit_and_every_source_comes_first() -> None:
    assert {one.tool for one in EXHIBITS.values()} == set(TOOLS)
    order = [one.name for one in with_sources(named([]), [])]
    assert sorted(order) == sorted(EXHIBITS)
    assert order.index("coast") < order.index("edit-night") < order.index("photo-to-photo")


def test_what_an_exhibit_of_music_asks_for_is_what_its_model_takes() -> None:
    for one in EXHIBITS.values():
        if {"bpm", "keyscale", "timesig"} & set(one.arguments):
            assert music_model(one.arguments.get("model"), 24) != "minimax_music3"
