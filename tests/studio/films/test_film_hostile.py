"""Files and wishes meant to do harm: each is a sentence, soon, or a film."""

import math
import struct
import time
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
from PIL import Image

from studio.renderers import RenderError
from studio.renderers.codecs import patience
from studio.renderers.films.source import every_frame, open_film
from tests.studio.films.film_material import facts, moving_square, plain, tone, write_film
from tests.studio.render_material import ask, run, write_song


@pytest.fixture(scope="module")
def film(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("film") / "film.mp4"
    return write_film(path, moving_square(), 24, 12, sound=tone(440, 2))


def files(folder: Path, film: Path) -> dict[str, Path]:
    data = film.read_bytes()
    made = {
        "empty": b"",
        "text": b"not a film",
        "cut short": data[:700],
        "play list": f"#EXTM3U\n#EXTINF:5,\n{film}\n#EXT-X-ENDLIST\n".encode(),
        "joining list": f"ffconcat version 1.0\nfile '{film}'\n".encode(),
        "noise": np.random.default_rng(1).bytes(60_000),
        "drawing": b"<svg xmlns='http://www.w3.org/2000/svg'><image href='file:///etc/passwd'/></svg>",
    }
    found = {}
    for name, content in made.items():
        found[name] = folder / f"{name}.mp4"
        found[name].write_bytes(content)
    found["sound"] = write_song(folder / "sound.wav", np.zeros((44100, 1), np.float32))
    return found


@pytest.mark.parametrize(
    "name", ["empty", "text", "cut short", "play list", "joining list", "noise", "drawing", "sound"]
)
def test_what_is_no_film_is_refused_soon(name: str, film: Path, tmp_path: Path) -> None:
    bad = files(tmp_path, film)[name]
    began = time.monotonic()
    for workflow, key in (
        ("stitch_video", "video1"),
        ("v2v", "referenceVideo"),
        ("extend_video", "video1"),
    ):
        with pytest.raises(RenderError) as refused:
            run(ask("video", workflow, "x", inputs={key: bad}), tmp_path)
        assert str(refused.value).endswith(".")
    assert time.monotonic() - began < 20


def test_a_film_broken_in_the_middle_keeps_its_length(film: Path, tmp_path: Path) -> None:
    data = bytearray(film.read_bytes())
    start = data.index(b"mdat")
    for place in range(start + (len(data) - start) // 2, len(data) - 8, 3):
        data[place] = 0x5A
    broken = tmp_path / "broken.mp4"
    broken.write_bytes(bytes(data))
    cue = [{"startSeconds": 0, "endSeconds": 1, "text": "x"}]
    result, _ = run(
        ask("video", "add_subtitles", "", inputs={"video1": broken}, options={"cues": cue}),
        tmp_path,
    )
    assert facts(result.path)["frames"] == 24


def test_a_length_that_is_only_claimed_is_not_believed(film: Path, tmp_path: Path) -> None:
    data = bytearray(film.read_bytes())
    for name, offset in ((b"mvhd", 16), (b"mdhd", 16), (b"tkhd", 20)):
        place = data.index(name)
        data[place + 4 + offset : place + 8 + offset] = struct.pack(">I", 0x7FFFFFFF)
    lying = tmp_path / "lying.mp4"
    lying.write_bytes(bytes(data))
    assert open_film(lying).duration_s == pytest.approx(2.0, abs=0.2)


def test_too_large_and_too_long_films_are_refused(tmp_path: Path) -> None:
    wide = write_film(tmp_path / "wide.mp4", plain((9, 9, 9), (4200, 64)), 1, size=(4200, 64))
    with pytest.raises(RenderError, match="4096"):
        open_film(wide)
    still = plain((9, 9, 9), (64, 64))
    long = write_film(tmp_path / "long.mp4", still, 700, 1, size=(64, 64))
    with pytest.raises(RenderError, match="10 minutes"):
        open_film(long)


@pytest.mark.parametrize(
    ("workflow", "given"),
    [("stitch_video", "video1"), ("v2v", "referenceVideo"), ("a2v", "referenceAudio")],
)
def test_what_takes_too_long_to_decode_is_given_up_in_a_sentence(
    workflow: str, given: str, film: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(patience, "MOST_S", 0.0)
    with pytest.raises(RenderError, match="took too long"):
        run(ask("video", workflow, "x", inputs={given: film}), tmp_path)


def test_only_decoding_counts_as_such(film: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    now = [0.0]
    monkeypatch.setattr(patience, "time", SimpleNamespace(monotonic=lambda: now[0]))
    count = 0
    for _ in every_frame(open_film(film)):
        now[0] += 2 * patience.MOST_S
        count += 1
    assert count == 24


def test_a_picture_bomb_is_refused(film: Path, tmp_path: Path) -> None:
    bomb = tmp_path / "bomb.png"
    Image.new("1", (20_000, 20_000)).save(bomb)
    item = {"kind": "image", "position": "center", "input": "image1"}
    inputs = {"video1": film, "image1": bomb}
    with pytest.raises(RenderError, match="picture"):
        run(
            ask("video", "overlay_video", "", inputs=inputs, options={"overlays": [item]}), tmp_path
        )
    with pytest.raises(RenderError, match="picture"):
        run(ask("video", "i2v", "", inputs={"referenceImage": bomb}), tmp_path)


@pytest.mark.parametrize(
    ("workflow", "options"),
    [
        ("add_subtitles", {"cues": [{"startSeconds": math.nan, "endSeconds": 1, "text": "x"}]}),
        ("add_subtitles", {"cues": [{"startSeconds": 0, "endSeconds": math.inf, "text": "x"}]}),
        ("add_subtitles", {"cues": [7]}),
        ("add_subtitles", {"srt": "1\n" * 300_000}),
        ("replace_video_segment", {"start_s": math.nan, "end_s": 1.0}),
        ("replace_video_segment", {"start_s": 0.0, "end_s": math.nan}),
        ("stitch_video", {"transition": "magic", "transition_s": math.nan}),
    ],
)
def test_impossible_numbers_are_a_sentence(
    workflow: str, options: dict[str, Any], film: Path, tmp_path: Path
) -> None:
    name = "referenceVideo" if workflow == "v2v" else "video1"
    with pytest.raises(RenderError):
        run(ask("video", workflow, "x", inputs={name: film}, options=options), tmp_path)


def test_many_long_cues_cost_little(film: Path, tmp_path: Path) -> None:
    cues = [{"startSeconds": 0, "endSeconds": 500, "text": f"line {n} " * 40} for n in range(2000)]
    began = time.monotonic()
    run(
        ask("video", "add_subtitles", "", inputs={"video1": film}, options={"cues": cues}), tmp_path
    )
    assert time.monotonic() - began < 30


@pytest.mark.parametrize(
    "prompt", ["", "🦊" * 500, "пейзаж", "{a|" * 300, "\x00\x1b[2J", "(" * 4000]
)
def test_any_prompt_makes_a_film(prompt: str, film: Path, tmp_path: Path) -> None:
    for workflow, inputs in (("t2v", {}), ("v2v", {"referenceVideo": film})):
        result, _ = run(
            ask(
                "video", workflow, prompt, width=96, height=64, options={"frames": 3}, inputs=inputs
            ),
            tmp_path,
        )
        assert facts(result.path)["frames"] >= 2
