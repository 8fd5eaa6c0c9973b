"""Music as it is heard: tempo, key, form, level and style, measured from the files."""

import hashlib
import itertools
import time
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import numpy as np
import pytest

from studio.renderers.api import Progress, RenderRequest, RenderResult
from studio.renderers.music.brief import STYLES, read_brief, read_style
from studio.renderers.music.compose import write
from studio.renderers.music.lyrics import line_vowels, read_lyrics
from studio.renderers.music.patterns import STEPS, fit, sections_of
from studio.renderers.music.theory import Key, read_chord, read_key, voice
from studio.renderers.registry import render
from tests.studio.sound import sound_measure as measure

SHORT_S = 6
"""Long enough for a beginning, a middle and an ending."""
SHEET = """[Verse]
Walking by the river in the morning light
Every little window shining bright
[Chorus]
We are running home
We are running home
[Bridge]
Silence on the water
"""


def ask(
    prompt: str, duration_s: float = 10, seed: int = 3, form: str = "wav", **options: Any
) -> RenderRequest:
    return RenderRequest(
        "audio", "music", "ace_step_1.5_xl_turbo", prompt, seed, 0, 0,
        duration_s=duration_s, output_format=form, options=options,
    )  # fmt: skip


def made(request: RenderRequest, folder: Path) -> RenderResult:
    return render(request, folder, lambda news: None)


@cache
def heard(
    prompt: str, duration_s: float = 10, **options: Any
) -> tuple[measure.Sound, RenderResult]:
    result = made(ask(prompt, duration_s, **options), Path(mkdtemp()))
    sound = measure.hear(result.path)
    result.path.unlink()
    return sound, result


@pytest.mark.parametrize(
    ("prompt", "style"),
    [
        ("upbeat pop song", "pop"), ("hard rock anthem with loud guitars", "rock"), ("deep house club track", "house"),
        ("dark warehouse techno", "techno"), ("lo-fi hip hop beat with vinyl crackle", "lo-fi"),
        ("boom bap hip-hop", "hip-hop"), ("mellow jazz ballad with brushed drums", "jazz"), ("70s funk groove", "funk"),
        ("roots reggae", "reggae"), ("ambient soundscape for sleep", "ambient"),
        ("epic cinematic trailer", "cinematic"), ("acoustic folk with fingerpicked guitar", "folk"),
        ("solo piano nocturne", "classical piano"), ("80s synthwave", "synthwave"), ("death metal", "metal"),
        ("liquid drum and bass", "drum and bass"), ("smooth bossa nova", "bossa nova"),
        ("country road song", "country"), ("upbeat acoustic folk", "folk"), ("calm piano for sleeping", "ambient"),
        ("a song for children", "children's song"), ("8-bit video game music", "chiptune"),
        ("symphony orchestra", "orchestral"), ("uplifting trance", "trance"), ("no drums, calm ambient", "ambient"),
    ],
)  # fmt: skip
def test_it_understands_genre_words(prompt: str, style: str) -> None:
    assert read_style(prompt).name == style


@pytest.mark.parametrize(
    ("style", "bpm"),
    [
        ("pop", 96),
        ("rock", 140),
        ("techno", 128),
        ("hip-hop", 88),
        ("reggae", 76),
        ("drum and bass", 174),
        ("folk", 100),
    ],
)
def test_it_keeps_the_tempo_asked_for(style: str, bpm: int) -> None:
    sound, result = heard(style, bpm=bpm)
    assert result.notes["bpm"] == bpm
    assert measure.tempo_near(sound, bpm) == pytest.approx(bpm, rel=0.02)
    off = measure.pulse(sound, bpm * 1.13)
    assert measure.pulse(sound, bpm) > max(0.4, off + 0.1)


@pytest.mark.parametrize(
    ("style", "key"),
    [("pop", "D major"), ("synthwave", "F# minor"), ("trance", "A minor"), ("rock", "E major"),
     ("cinematic", "C minor"), ("reggae", "Bb major"), ("ambient", "G minor")],
)  # fmt: skip
def test_it_is_in_the_key_asked_for(style: str, key: str) -> None:
    sound, result = heard(style, 16, keyscale=key)
    wanted = read_key(key)
    assert wanted
    assert result.notes["keyscale"] == wanted.name
    assert measure.scale_of(sound, minor=wanted.minor) == wanted.name
    ending = measure.Sound(sound.samples[:, -int(1.2 * sound.rate) :], sound.rate, sound.codec)
    assert wanted.tonic in np.argsort(measure.chroma(ending))[-3:]


def test_every_style_is_clean_loud_wide_and_never_falls_silent() -> None:
    for name in STYLES:
        sound, _ = heard(name, SHORT_S)
        assert sound.duration_s == pytest.approx(SHORT_S, abs=1e-4), name
        assert np.abs(sound.samples).max() <= 0.86, name
        assert measure.longest_quiet_s(sound) <= 0.3, name
        assert measure.width(sound) > 0.004, name
        assert abs(float(sound.samples.mean())) < 0.002, name


def test_its_loudness_is_that_of_broadcast(tmp_path: Path) -> None:
    for place, name in enumerate(("pop", "classical piano", "metal", "ambient")):
        result = made(ask(name, SHORT_S), tmp_path / str(place))
        assert measure.lufs(result.path) == pytest.approx(-14, abs=0.6), name


def test_styles_sound_unlike_each_other() -> None:
    names = (
        "ambient",
        "classical piano",
        "techno",
        "metal",
        "lo-fi",
        "funk",
        "chiptune",
        "drum and bass",
        "folk",
        "reggae",
    )
    traits = {}
    for name in names:
        sound, _ = heard(name, SHORT_S)
        spectrum = np.log(np.maximum(_bands(sound), 1e-7))
        traits[name] = np.array(
            [*spectrum, 0.6 * measure.onsets_per_s(sound), measure.centroid(sound) / 900]
        )
    for first in names:
        for second in names:
            if first < second:
                assert float(np.linalg.norm(traits[first] - traits[second])) > 0.8, (first, second)
    onsets = {
        name: measure.onsets_per_s(heard(name, SHORT_S)[0])
        for name in ("ambient", "folk", "funk", "techno")
    }
    assert onsets["ambient"] < onsets["folk"] < min(onsets["funk"], onsets["techno"])
    centre = {
        name: measure.centroid(heard(name, SHORT_S)[0]) for name in ("ambient", "lo-fi", "metal")
    }
    assert centre["ambient"] < centre["lo-fi"] < centre["metal"]


def _bands(sound: measure.Sound) -> np.ndarray[Any, Any]:
    power = np.abs(np.fft.rfft(sound.mono)) ** 2
    freqs = np.fft.rfftfreq(len(sound.mono), 1 / sound.rate)
    edges = (30, 120, 350, 1000, 2500, 6000, 16000)
    shares = [
        power[(freqs >= low) & (freqs < high)].sum() for low, high in itertools.pairwise(edges)
    ]
    return np.asarray(np.array(shares) / sum(shares))


def test_sections_have_dynamics() -> None:
    sound, result = heard("rock", 44, bpm=132)
    sections = result.notes["sections"]
    names = [section["name"] for section in sections]
    assert names[0] == "intro"
    assert names[-1] == "outro"
    assert names.count("chorus") >= 2
    starts = [section["startSeconds"] for section in sections] + [44.0]
    level: dict[str, float] = {}
    for name, start, end in zip(names, starts, starts[1:], strict=False):
        piece = sound.samples[:, int(start * sound.rate) : int(end * sound.rate)]
        level.setdefault(name, float(20 * np.log10(np.sqrt((piece**2).mean()))))
    assert level["intro"] + 3 < level["verse"] + 1 < level["chorus"] + 1


def test_the_same_request_gives_the_same_bytes_and_another_seed_another_piece(
    tmp_path: Path,
) -> None:
    prints = []
    for place, seed in enumerate((5, 5, 6)):
        result = made(ask("funk", SHORT_S, seed, "mp3"), tmp_path / str(place))
        prints.append(hashlib.sha256(result.path.read_bytes()).hexdigest())
    assert prints[0] == prints[1] != prints[2]


@pytest.mark.parametrize(
    ("form", "codec", "mime"),
    [("mp3", "mp3", "audio/mpeg"), ("wav", "pcm_s16le", "audio/wav"),
     ("flac", "flac", "audio/flac"), ("m4a", "aac", "audio/mp4")],
)  # fmt: skip
def test_it_writes_every_format_as_long_as_asked(
    form: str, codec: str, mime: str, tmp_path: Path
) -> None:
    result = made(ask("jazz", 10.5, form=form), tmp_path)
    sound = measure.hear(result.path)
    assert sound.codec.startswith(codec)
    assert (result.mime, result.path.suffix) == (mime, f".{form}")
    assert sound.duration_s == pytest.approx(10.5, abs=0.03 if form == "m4a" else 1e-4)


@pytest.mark.parametrize(
    ("duration_s", "options"),
    [(10, {"bpm": 30}), (10, {"bpm": 300}), (11, {"timesignature": "2"}), (12, {"timesignature": "3"}),
     (13, {"timesignature": "6"}), (10, {"bpm": 30, "timesignature": "6"})],
)  # fmt: skip
def test_it_manages_the_ends_of_every_range(duration_s: float, options: dict[str, Any]) -> None:
    sound, result = heard("pop", duration_s, **options)
    assert sound.duration_s == pytest.approx(duration_s, abs=1e-4)
    assert measure.longest_quiet_s(sound) <= 0.3
    if "bpm" in options:
        assert result.notes["bpm"] == options["bpm"]
    else:
        assert result.notes["timesignature"] == options["timesignature"]


def test_words_of_the_prompt_set_tempo_key_meter_and_mood() -> None:
    brief = read_brief("a waltz in 3/4 at 90 BPM in F# minor", 1, 20, {})
    assert (brief.bpm, brief.key.name, brief.meter) == (90, "F# minor", 3)
    assert read_brief("sad pop", 1, 20, {}).key.minor
    assert not read_brief("happy pop", 1, 20, {}).key.minor
    assert read_brief("rock", 1, 20, {"bpm": 77}).bpm == 77
    assert not read_brief("folk without drums", 1, 20, {}).drums
    assert read_brief("jazz with a trumpet", 1, 20, {}).lead == "trumpet"


def test_what_is_called_slow_is_slow_in_any_style() -> None:
    for style in ("jazz", "house", "rock", "folk"):
        assert read_brief(f"slow late-night {style}", 1, 20, {}).bpm <= 84
    assert read_brief("techno with a slow build", 1, 20, {}).bpm > 100
    assert read_brief("slow jazz at 110 bpm", 1, 20, {}).bpm == 110


def test_lyrics_shape_the_form_and_are_sung_syllable_by_syllable() -> None:
    brief = read_brief("pop", 1, 60, {"lyrics": SHEET, "bpm": 120})
    form, piece = write(brief)
    names = [section.name for section in form.sections]
    assert [name for name in names if name not in ("intro", "outro")] == [
        "verse",
        "chorus",
        "bridge",
    ]
    voice_track = next(track for track in piece.tracks if track.instrument == "voice")
    verse = next(section for section in form.sections if section.name == "verse")
    begin, end = verse.first * brief.bar_s, (verse.first + verse.bars) * brief.bar_s
    sung = [note for note in voice_track.notes if begin - 0.03 <= note.start_s < end - 0.03]
    assert len(sung) == len(
        line_vowels("Walking by the river in the morning light Every little window shining bright")
    )
    assert len({note.colour for note in sung}) >= 3


def test_a_skeleton_of_tags_gives_the_form_of_an_instrumental() -> None:
    brief = read_brief(
        "rock", 1, 60, {"lyrics": "[Intro]\n[Verse]\n[Chorus]\n[Solo]\n[Chorus]\n[Outro]"}
    )
    form, piece = write(brief)
    assert [section.name for section in form.sections] == [
        "intro",
        "verse",
        "chorus",
        "solo",
        "chorus",
        "outro",
    ]
    assert "voice" not in {track.instrument for track in piece.tracks}


def test_an_untagged_sheet_knows_its_chorus() -> None:
    verses = read_lyrics("one line here\nand another\n\nsing it now\n\nthird line\n\nsing it now\n")
    assert [verse.name for verse in verses] == ["verse", "chorus", "verse", "chorus"]
    assert read_lyrics("[instrumental]") == ()


@pytest.mark.parametrize("style", ["pop", "synthwave", "folk", "classical piano"])
def test_the_tune_fits_its_chords_and_its_motif_comes_again(style: str) -> None:
    brief = read_brief(style, 4, 60, {"bpm": 120, "timesignature": "4"})
    form, piece = write(brief)
    tune = piece.tracks[-1]
    assert tune.instrument == brief.style.lead.instrument
    outside = 0
    for note in tune.notes:
        bar = form.bars[min(round(note.start_s / brief.bar_s - 0.49), len(form.bars) - 1)]
        sounding = {place for _, chord in bar.chords for place in chord.classes}
        outside += note.pitch % 12 not in {*brief.key.scale, *sounding}
    assert outside <= 0.03 * len(tune.notes)
    chorus = next(section for section in form.sections if section.name == "chorus")
    rhythm: dict[int, list[int]] = {}
    for note in tune.notes:
        beat = note.start_s / brief.bar_s
        rhythm.setdefault(round(beat - 0.47), []).append(round((beat % 1) * 16) % 16)
    assert rhythm[chorus.first] == rhythm[chorus.first + 2]
    assert rhythm[chorus.first] != rhythm.get(chorus.first + 1)


def test_chords_are_led_with_small_steps() -> None:
    key = Key(0, minor=False)
    before = voice(read_chord("I", key), (), 60)
    for numeral in ("vi", "IV", "V7", "ii7", "bVII", "I"):
        chord = read_chord(numeral, key)
        after = voice(chord, before, 60)
        assert {pitch % 12 for pitch in after} == set(chord.classes)
        assert max(min(abs(note - old) for old in before) for note in after) <= 4
        before = after


def test_every_pattern_fills_its_bar_in_every_meter() -> None:
    for style in STYLES.values():
        patterns = [beat.pattern for beat in style.beats] + [
            layer.pattern for layer in style.layers
        ]
        for pattern in (one for text in patterns for one in sections_of(text)):
            assert len(pattern) % 16 == 0, (style.name, pattern)
            for meter, steps in STEPS.items():
                assert len(fit(pattern, meter, 1)) == steps


def test_a_variation_takes_its_own_branch_of_the_prompt(tmp_path: Path) -> None:
    request = ask("{techno|solo piano nocturne} at 120 bpm", SHORT_S)
    other = RenderRequest(**{**request.__dict__, "variation": 1})
    assert made(request, tmp_path / "0").notes["style"] == "techno"
    assert made(other, tmp_path / "1").notes["style"] == "classical piano"


def test_thirty_seconds_take_a_few_seconds_and_progress_only_rises(tmp_path: Path) -> None:
    news: list[Progress] = []
    started = time.process_time()
    render(ask("cinematic epic trailer", 30, form="mp3"), tmp_path, news.append)
    assert time.process_time() - started < 6
    assert [one.step for one in news] == sorted(one.step for one in news)
    assert news[-1].step == news[-1].step_count
