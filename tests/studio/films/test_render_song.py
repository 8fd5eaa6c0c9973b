"""Hearing a song: tempo, beats, the part to use, and where to cut."""

from pathlib import Path

import numpy as np
import pytest

from studio.renderers import RenderError
from studio.renderers.song_films.shots import choose_part, plan_shots
from studio.renderers.song_films.song import Song, load_song
from tests.studio.render_material import click_track, write_picture, write_song


def _song(bpm: float, duration_s: float, **options: float) -> tuple[Song, np.ndarray]:
    samples, beats = click_track(bpm, duration_s, **options)  # type: ignore[arg-type]
    return Song(samples[:, None], 44100), beats


@pytest.mark.parametrize("bpm", [72, 90, 100, 120, 128, 140])
def test_tempo_and_beats_are_found(bpm: float) -> None:
    song, true = _song(bpm, 20)
    beats = song.analysis.beats
    assert beats.bpm == pytest.approx(bpm, rel=0.01)
    found = np.array(beats.times_s)
    misses = np.array([np.abs(found - beat).min() for beat in true])
    assert (misses < 0.03).mean() > 0.95


def test_bars_open_on_the_kick() -> None:
    song, true = _song(120, 20)
    beats = song.analysis.beats
    downbeats = np.array([beats.times_s[index] for index in beats.downbeats])
    assert all(np.abs(true[::4] - time).min() < 0.05 for time in downbeats)


def test_the_most_energetic_part_is_chosen_and_opens_on_a_beat() -> None:
    song, true = _song(120, 40, loud_from_s=24.0)
    part = choose_part(song, None, 10)
    assert part.start_s >= 22
    assert part.duration_s == 10
    assert np.abs(true - part.start_s).min() < 0.03


def test_a_part_asked_for_is_kept() -> None:
    song, _ = _song(120, 40)
    part = choose_part(song, 7.25, 5)
    assert (part.start_s, part.duration_s) == (7.25, 5)
    assert choose_part(song, 38.0, 10).duration_s == pytest.approx(2, abs=0.01)
    assert choose_part(song, None, 90).duration_s == 30


def test_shots_change_on_beats_faster_where_the_song_is_stronger() -> None:
    song, _ = _song(120, 30, loud_from_s=15.0)
    part = choose_part(song, 0.0, 30)
    shots = plan_shots(song, part)
    assert shots[0].start_s == 0
    assert shots[-1].end_s == 30
    for shot in shots[1:]:
        assert min(abs(shot.start_s - beat) for beat in part.beats_s) < 1e-6
        assert shot.end_s - shot.start_s > 1 / 3
    quiet = [shot for shot in shots if shot.end_s <= 14]
    strong = [shot for shot in shots if shot.start_s >= 16]
    assert len(strong) > 1.4 * len(quiet)


def test_silence_still_has_a_pulse() -> None:
    song = Song(np.zeros((44100 * 6, 2), np.float32), 44100)
    assert song.analysis.beats.bpm == 120
    assert len(plan_shots(song, choose_part(song, None, None))) >= 2


@pytest.mark.parametrize(
    ("name", "codec"), [("song.wav", "pcm_s16le"), ("song.m4a", "aac"), ("song.flac", "flac")]
)
def test_usual_files_are_read(name: str, codec: str, tmp_path: Path) -> None:
    samples, _ = click_track(100, 3)
    song = load_song(write_song(tmp_path / name, samples, codec=codec))
    assert song.rate == 44100
    assert song.samples.shape[1] == 1
    assert song.duration_s == pytest.approx(3, abs=0.06)


def test_other_rates_become_48_khz(tmp_path: Path) -> None:
    samples, _ = click_track(100, 3, 22050)
    assert load_song(write_song(tmp_path / "s.wav", samples, 22050)).rate == 48000


def test_what_is_no_song_is_refused_in_a_sentence(tmp_path: Path) -> None:
    noise = tmp_path / "noise.mp3"
    noise.write_bytes(b"this is not a song at all" * 40)
    with pytest.raises(RenderError, match="could not be read"):
        load_song(noise)
    with pytest.raises(RenderError, match="no sound"):
        load_song(write_picture(tmp_path / "picture.png"))
    with pytest.raises(RenderError, match="shorter than one second"):
        load_song(write_song(tmp_path / "short.wav", click_track(100, 0.6)[0]))
