"""Subtitles, titles and logos on a film."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image, features

from studio.renderers import RenderError
from studio.renderers.films.written.fonts import runs
from studio.renderers.films.written.lettering import Pen, width_of, wrap, write, written_within
from studio.renderers.films.written.reading_order import stretches
from tests.studio.films.film_material import alike, facts, plain, tone, write_film
from tests.studio.render_material import ask, read_frames, read_sound, run

GREY = (90, 90, 90)
LONG = "Someone pasted a whole paragraph into one subtitle and expects to read all of it on the screen. "


@pytest.fixture(scope="module")
def film(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("film") / "film.mp4"
    paint = plain(GREY, (320, 180))
    return write_film(path, paint, 60, 12, size=(320, 180), sound=tone(500, 5))


def subtitled(film: Path, folder: Path, **options: Any) -> Any:
    request = ask("video", "add_subtitles", "", inputs={"video1": film}, options=options)
    return run(request, folder)[0]


def written(path: Path) -> Any:
    """Per frame, whether pure white letters are on it."""
    return (read_frames(path).min(-1) > 230).sum((1, 2)) > 20


def test_a_subtitle_shows_in_its_time_only(film: Path, tmp_path: Path) -> None:
    cues = [
        {"startSeconds": 1.0, "endSeconds": 2.0, "text": "Hello there"},
        {"startSeconds": 3.0, "endSeconds": 4.5, "text": "Second line"},
    ]
    result = subtitled(film, tmp_path, cues=cues)
    shown = written(result.path)
    assert list(np.flatnonzero(shown)) == [*range(12, 24), *range(36, 54)]
    seen = facts(result.path)
    assert (seen["frames"], seen["fps"], seen["size"]) == (60, 12, (320, 180))
    sound, _ = read_sound(result.path)
    assert alike(sound, read_sound(film)[0]) > 0.98
    frames = read_frames(result.path)
    assert (frames[15].min(-1) > 230)[:90].sum() == 0
    untouched = np.abs(frames[5].astype(int) - read_frames(film)[5]).max()
    assert untouched <= 8


@pytest.mark.parametrize(
    "document",
    [
        "1\n00:00:01,000 --> 00:00:02,000\n<i>Hello</i> there\n\n2\n00:00:03,000 --> 00:00:04,500\nLine\n",
        "WEBVTT\n\nNOTE not shown\n\nSTYLE\n::cue {color: red}\n\nfirst\n00:01.000 --> 00:02.000 align:start\n"
        "<v Ann>Hello &amp; more\n\n00:00:03.000 --> 00:00:04.500\nLine\n",
        "\ufeff1\r\n00:00:01,000 --> 00:00:02,000\r\nHello\r\n\r\n2\r\n0:0:3,0 --> 0:0:4,5\r\nLine\r\n",
    ],
)
def test_documents_say_the_same(document: str, film: Path, tmp_path: Path) -> None:
    shown = written(subtitled(film, tmp_path, srt=document).path)
    assert list(np.flatnonzero(shown)) == [*range(12, 24), *range(36, 54)]


def test_style_is_followed(film: Path, tmp_path: Path) -> None:
    cue = [{"startSeconds": 0, "endSeconds": 5, "text": "Look"}]
    style = {"fontSizePct": 20, "color": "#ff0000", "outlineColor": "blue", "position": "top"}
    frame = read_frames(subtitled(film, tmp_path, cues=cue, style=style).path)[30].astype(int)
    red = (frame[..., 0] > 180) & (frame[..., 1] < 90)
    blue = (frame[..., 2] > 150) & (frame[..., 0] < 90)
    assert red[:90].sum() > 300
    assert blue[:90].sum() > 100
    assert (red | blue)[90:].sum() == 0
    assert np.ptp(np.flatnonzero(red.any(1))) > 20


def test_long_lines_are_wrapped_inside_the_picture() -> None:
    pen = Pen(20)
    for text in ("a long line of many words " * 6, "好" * 90, "x" * 200, "שלום עולם " * 20):
        lines = wrap(text, pen, 280)
        assert len(lines) > 1
        assert all(width_of(line, pen) <= 280 for line in lines)
    assert wrap("", pen, 100) == []


@pytest.mark.parametrize(
    "text",
    ["Привет", "Γειά", "שלום", "مرحبا", "नमस्ते", "สวัสดี", "你好", "こんにちは", "안녕", "★ ♪ →"],
)
def test_each_script_has_its_letters(text: str) -> None:
    """Missing letters are drawn as one and the same box."""
    drawn = write([text], Pen(40, outline=None))[..., 3]
    boxes = write(["\U000e0123" * len(text)], Pen(40, outline=None))[..., 3]
    assert (drawn > 128).sum() > 50
    assert drawn.shape != boxes.shape or np.abs(drawn.astype(int) - boxes).mean() > 5


@pytest.mark.skipif(not features.check("raqm"), reason="this machine has no FriBidi")
def test_arabic_is_joined_and_hebrew_turned() -> None:
    pen = Pen(60, outline=None)
    assert width_of("بب", pen) < 2 * width_of("ب", pen) - 5
    alone = write(["ש"], pen)[..., 3]
    word = write(["שווו"], pen)[..., 3]
    right = word[:, -alone.shape[1] :].astype(int)
    assert np.abs(right[:, 8:-4] - alone[:, 8:-4].astype(int)).mean() < 12


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"cues": []}, "no subtitles"),
        ({"srt": "nothing here"}, "no subtitles"),
        ({"srt": "1\n00:0x --> 00:02\nHi"}, "time of a subtitle"),
        ({"cues": [{"startSeconds": 2, "endSeconds": 1, "text": "x"}]}, "must end after"),
        ({"cues": [{"startSeconds": 50, "endSeconds": 60, "text": "x"}]}, "video ends"),
        (
            {
                "cues": [{"startSeconds": 0, "endSeconds": 1, "text": "x"}],
                "style": {"color": "zzz"},
            },
            "no colour",
        ),
    ],
)
def test_bad_subtitles_are_refused(
    options: dict[str, Any], said: str, film: Path, tmp_path: Path
) -> None:
    with pytest.raises(RenderError, match=said):
        subtitled(film, tmp_path, **options)


def overlaid(film: Path, folder: Path, *items: dict[str, Any], **inputs: Path) -> Any:
    request = ask(
        "video", "overlay_video", "", inputs={"video1": film, **inputs}, options={"overlays": items}
    )
    return read_frames(run(request, folder)[0].path).astype(int)


@pytest.mark.parametrize(
    ("position", "place"),
    [
        ("top-left", (0, 0)), ("top-center", (0, 1)), ("top-right", (0, 2)), ("center", (1, 1)),
        ("bottom-left", (2, 0)), ("bottom-center", (2, 1)), ("bottom-right", (2, 2)),
    ],
)  # fmt: skip
def test_text_stands_where_it_should(
    position: str, place: tuple[int, int], film: Path, tmp_path: Path
) -> None:
    frames = overlaid(film, tmp_path, {"kind": "text", "position": position, "text": "Title"})
    white = np.argwhere(frames[20].min(-1) > 220)
    middle = white.mean(0) / (180, 320) * 3
    assert tuple(middle.astype(int)) == place
    assert white.min() >= 3


def test_letters_of_a_title_follow_its_style(film: Path, tmp_path: Path) -> None:
    item = {"kind": "text", "position": "center", "text": "Title", "outlineColor": "blue"}
    styles: tuple[dict[str, Any], ...] = (
        {"fontSizePct": 12},
        {"fontSizePct": 12, "fontWeight": "bold"},
        {"fontSizePct": 24},
        {"fontSizePct": 12, "backgroundColor": "rgba(200, 0, 0, 0.8)"},
    )
    plainly, boldly, larger, plated = (
        overlaid(film, tmp_path / str(number), {**item, **style})[10]
        for number, style in enumerate(styles)
    )
    white = [(one.min(-1) > 220).sum() for one in (plainly, boldly, larger)]
    assert white[0] * 1.1 < white[1] < white[2]
    assert ((plainly[..., 2] > 150) & (plainly[..., 0] < 90)).sum() > 50
    red = [((one[..., 0] > 130) & (one[..., 1] < 60)).sum() for one in (plainly, plated)]
    assert red[0] == 0
    assert red[1] > 300


def test_negative_seconds_count_from_the_end(film: Path, tmp_path: Path) -> None:
    frames = overlaid(
        film,
        tmp_path,
        {"kind": "text", "position": "center", "text": "End", "startSeconds": -2},
        {"kind": "text", "position": "top-left", "text": "Begin", "endSeconds": -4},
    )
    white = frames.min(-1) > 230
    assert list(np.flatnonzero(white[:, 60:120].sum((1, 2)) > 20)) == list(range(36, 60))
    assert list(np.flatnonzero(white[:, :40].sum((1, 2)) > 20)) == list(range(12))


def test_pictures_keep_their_size_place_and_opacity(film: Path, tmp_path: Path) -> None:
    logo = tmp_path / "logo.png"
    pixels = np.zeros((60, 120, 4), np.uint8)
    pixels[..., 0], pixels[:, :60, 3] = 250, 255
    Image.fromarray(pixels).save(logo)
    item = {"kind": "image", "position": "bottom-right", "input": "image1", "widthPct": 25}
    frame = overlaid(film, tmp_path, item, image1=logo)[10]
    red = np.argwhere((frame[..., 0] > 200) & (frame[..., 1] < 60))
    assert 34 <= np.ptp(red[:, 1]) <= 42
    assert 36 <= np.ptp(red[:, 0]) <= 42
    assert red[:, 1].max() < 285
    half = overlaid(film, tmp_path, {**item, "opacity": 0.5}, image1=logo)[10]
    assert 140 < half[150, 245, 0] < 200
    moved = overlaid(film, tmp_path, {**item, "offsetX": 40, "offsetY": 20}, image1=logo)[10]
    found = np.argwhere((moved[..., 0] > 200) & (moved[..., 1] < 60))
    assert abs(red[:, 1].mean() - found[:, 1].mean() - 40) < 3
    assert abs(red[:, 0].mean() - found[:, 0].mean() - 20) < 3


def test_a_covering_picture_fills_its_window(film: Path, tmp_path: Path) -> None:
    shot = tmp_path / "shot.jpg"
    Image.new("RGB", (100, 300), (20, 200, 40)).save(shot)
    item = {"kind": "image", "position": "center", "input": "image1", "widthPct": 100}
    window = {"fit": "cover", "startSeconds": 1, "endSeconds": 2}
    frames = overlaid(film, tmp_path, {**item, **window}, image1=shot)
    green = (frames[..., 1] > 160) & (frames[..., 0] < 80)
    assert list(np.flatnonzero(green.mean((1, 2)) > 0.98)) == list(range(12, 24))


@pytest.mark.parametrize(
    ("item", "said"),
    [
        ({"kind": "text", "position": "center"}, "no text"),
        ({"kind": "image", "position": "center"}, "no picture"),
        ({"kind": "text", "position": "middle", "text": "x"}, "position can be"),
        (
            {"kind": "text", "position": "center", "text": "x", "startSeconds": 9},
            "before it starts",
        ),
    ],
)
def test_bad_overlays_are_refused(
    item: dict[str, Any], said: str, film: Path, tmp_path: Path
) -> None:
    with pytest.raises(RenderError, match=said):
        overlaid(film, tmp_path, item)


def test_a_text_too_long_for_the_picture_is_written_smaller() -> None:
    short, long = (written_within(text, Pen(24), (300, 160)) for text in ("Hello", LONG * 5))
    assert short is not None
    assert long is not None
    assert short.shape[0] < 50
    assert 80 < long.shape[0] <= 160
    assert max(short.shape[1], long.shape[1]) <= 320
    assert written_within(" ", Pen(24), (300, 160)) is None


@pytest.mark.parametrize(
    ("line", "seen"),
    [
        ("Hello (12%)", ["Hello (12%)"]),
        ("שלום, (12.5% סוף) ok!", ["!", "ok", " סוף) ", "12.5%", "שלום, ("]),
        ("say שלום 12 סוף now", ["say ", " סוף", "12", "שלום ", " now"]),
        ("مرحبا 3 و English words", ["English words", " و ", "3", "مرحبا "]),
    ],
)
def test_mixed_writing_stands_in_its_reading_order(line: str, seen: list[str]) -> None:
    parts = stretches(line)
    assert [part for part, _ in parts] == seen
    assert all(
        back == any("\u0590" < one < "\u0700" for one in part) or part in "!"
        for part, back in parts
    )


def test_signs_are_written_by_the_font_that_has_them() -> None:
    fonts = {run.text.strip(): run.file for run in runs("ok ✅ ❤️ ♪ ★")}
    assert fonts["✅"] == fonts["❤️"] != fonts["♪ ★"]


def test_closing_signs_do_not_open_a_line() -> None:
    lines = wrap("これは字幕です。とても長い、文章です。", Pen(20), 170)
    assert len(lines) > 1
    assert not any(line[0] in "。、" for line in lines)
