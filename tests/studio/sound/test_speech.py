"""Speech as it is heard: length, pauses, pitch and the bands words are made of."""

import hashlib
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import scipy.signal

from studio.renderers.api import RenderError, RenderRequest, RenderResult
from studio.renderers.registry import render
from studio.renderers.speech import engine
from studio.renderers.speech.languages import language_of
from studio.renderers.speech.likeness import pitch_of
from studio.renderers.speech.voices import SPEAKERS, designed
from tests.studio.sound import sound_measure as measure

VOICE = "qwen3_tts_1.7b_custom_voice_bf16"
CLONE = "qwen3_tts_1.7b_voice_clone_bf16"
DESIGN = "qwen3_tts_1.7b_voice_design_bf16"
SHORT = "Good morning."
LONG = (
    "Every morning the harbour wakes before the sun. Boats leave one after the other, and the gulls follow them "
    "out to sea. By noon the market is full."
)


def say(text: str, folder: Path, model: str = VOICE, seed: int = 1, **more: Any) -> RenderResult:
    request = RenderRequest(
        "audio", "speech", model, text, seed, 0, 0,
        variation=more.pop("variation", 0), output_format=more.pop("form", ""), inputs=more.pop("inputs", {}),
        options=more,
    )  # fmt: skip
    return render(request, folder, lambda news: None)


def pitch(sound: measure.Sound) -> float:
    found = pitch_of(scipy.signal.resample_poly(sound.mono, 1, 2))
    assert found is not None
    return found


def digest(result: RenderResult) -> str:
    return hashlib.sha256(result.path.read_bytes()).hexdigest()


def test_its_length_follows_the_words(tmp_path: Path) -> None:
    short = measure.hear(say(SHORT, tmp_path / "a").path)
    long = measure.hear(say(LONG, tmp_path / "b").path)
    words = len(LONG.split())
    assert 0.25 < long.duration_s / words < 0.6
    assert 0.5 < short.duration_s < 2
    assert short.rate == 44100


def test_it_sounds_like_speech(tmp_path: Path) -> None:
    result = say(LONG, tmp_path)
    sound = measure.hear(result.path)
    freqs, power = scipy.signal.welch(sound.mono, sound.rate, nperseg=4096)
    share = {
        name: float(power[(freqs >= low) & (freqs < high)].sum() / power.sum())
        for name, low, high in (
            ("rumble", 0, 60),
            ("first", 200, 1000),
            ("second", 1000, 3000),
            ("breath", 3500, 9000),
        )
    }
    assert share["rumble"] < 0.01
    assert share["first"] > 0.3
    assert share["second"] > 0.02
    assert share["breath"] > 0.001
    level = measure.level_db(sound, 0.01)
    power = np.convolve(10 ** (level / 20), np.ones(3) / 3, "same")
    syllables, _ = scipy.signal.find_peaks(power, prominence=0.12 * power.max(), distance=8)
    assert 2.5 < len(syllables) / sound.duration_s < 8
    assert measure.lufs(result.path) == pytest.approx(-16, abs=1)
    assert np.abs(sound.samples).max() < 0.9


def test_sentences_are_divided_by_silence(tmp_path: Path) -> None:
    sound = measure.hear(
        say("The first one is here. The second one is there. And this is the third.", tmp_path).path
    )
    quiet = measure.level_db(sound, 0.02) < -48
    edges = np.flatnonzero(np.diff(quiet.astype(int)))
    inner = edges[(edges > 10) & (edges < len(quiet) - 12)]
    gaps = [(b - a) * 0.02 for a, b in zip(inner[::2], inner[1::2], strict=False)]
    assert sum(gap > 0.18 for gap in gaps) == 2


def test_other_words_sound_otherwise_and_the_same_request_gives_the_same_bytes(
    tmp_path: Path,
) -> None:
    first, again = say(SHORT, tmp_path / "a"), say(SHORT, tmp_path / "b")
    other, take = say("Good evening.", tmp_path / "c"), say(SHORT, tmp_path / "d", variation=1)
    assert digest(first) == digest(again)
    assert (
        len(
            {digest(first), digest(other), digest(take), digest(say(SHORT, tmp_path / "e", seed=2))}
        )
        == 4
    )


def test_nine_voices_differ_and_women_speak_higher(tmp_path: Path) -> None:
    heights = {}
    prints = set()
    for name in SPEAKERS:
        result = say(SHORT + " How are you today?", tmp_path / name, speaker=name)
        heights[name] = pitch(measure.hear(result.path))
        prints.add(digest(result))
    assert len(prints) == 9
    women = ("serena", "vivian", "ono_anna", "sohee")
    assert min(heights[name] for name in women) > max(
        height for name, height in heights.items() if name not in women
    )


def test_a_description_makes_a_voice(tmp_path: Path) -> None:
    deep = measure.hear(say(LONG, tmp_path / "a", DESIGN, instruct="a deep, slow old man").path)
    high = measure.hear(
        say(LONG, tmp_path / "b", DESIGN, instruct="an excited young girl who talks fast").path
    )
    assert pitch(deep) < 110 < 200 < pitch(high)
    assert deep.duration_s > 1.4 * high.duration_s
    assert designed("a woman with a Scottish accent", 1).accent == "en-gb-scotland"
    whisper = measure.hear(say(LONG, tmp_path / "c", instruct="whispering").path)
    assert pitch_of(scipy.signal.resample_poly(whisper.mono, 1, 2)) is None


@pytest.mark.parametrize("speaker", ["ono_anna", "dylan"])
def test_a_cloned_voice_follows_pitch_and_says_what_it_is(speaker: str, tmp_path: Path) -> None:
    source = say(LONG, tmp_path / "source", speaker=speaker)
    copy = say(
        "Now I say something else with it.",
        tmp_path / "copy",
        CLONE,
        inputs={"referenceAudio": source.path},
    )
    wanted = pitch(measure.hear(source.path))
    assert pitch(measure.hear(copy.path)) == pytest.approx(wanted, rel=0.12)
    assert "not copied" in copy.notes["likeness"]


def test_a_recording_without_a_voice_is_refused(tmp_path: Path) -> None:
    from studio.renderers.codecs.sound_file import write_sound

    noise = np.random.default_rng(1).normal(0, 0.1, (1, 44100 * 4)).astype(np.float32)
    path, _ = write_sound(tmp_path / "noise", noise, 44100, "wav")
    with pytest.raises(RenderError, match="No voice"):
        say(SHORT, tmp_path / "a", CLONE, inputs={"referenceAudio": path})
    short, _ = write_sound(tmp_path / "short", noise[:, :88200], 44100, "wav")
    with pytest.raises(RenderError, match="three seconds"):
        say(SHORT, tmp_path / "b", CLONE, inputs={"referenceAudio": short})


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The weather is nice and we are going out.", "english"), ("Das ist ein schöner Tag und wir gehen.", "german"),
        ("Nous allons à la plage avec les enfants.", "french"), ("¿Dónde está la biblioteca?", "spanish"),
        ("Questa è una bella giornata e non piove.", "italian"), ("Não sei o que você quer.", "portuguese"),
        ("Доброе утро, как дела?", "russian"), ("你好，今天天气很好。", "chinese"), ("안녕하세요", "korean"),
        ("こんにちは", "japanese"), ("Hello", "english"),
    ],
)  # fmt: skip
def test_it_knows_the_language_of_a_text_and_reads_it(
    text: str, language: str, tmp_path: Path
) -> None:
    assert language_of(text, "auto") == language
    result = say(text, tmp_path)
    assert result.notes["language"] == language
    assert measure.hear(result.path).duration_s > 0.5


@pytest.mark.parametrize(
    ("form", "codec"), [("wav", "pcm_s16le"), ("mp3", "mp3"), ("flac", "flac")]
)
def test_it_writes_every_format(form: str, codec: str, tmp_path: Path) -> None:
    result = say(SHORT, tmp_path, form=form)
    assert measure.hear(result.path).codec.startswith(codec)
    assert result.path.suffix == f".{form}"


@pytest.mark.parametrize(
    ("text", "options", "sentence"),
    [
        ("…", {}, "no words"), ("日本語です", {"language": "ja"}, "kana"), ("Hi", {"speaker": "bob"}, "no voice bob"),
        ("Hi", {"language": "klingon"}, "does not speak klingon"), ("a " * 3000, {}, "the most"),
    ],
)  # fmt: skip
def test_it_refuses_in_a_sentence(
    text: str, options: dict[str, Any], sentence: str, tmp_path: Path
) -> None:
    with pytest.raises(RenderError, match=sentence):
        say(text, tmp_path, **options)


def test_without_the_engine_it_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "installed", lambda: False)
    with pytest.raises(RenderError, match="not installed"):
        say(SHORT, tmp_path)
