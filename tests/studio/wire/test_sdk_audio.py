"""Music and speech through the unmodified official SDK."""

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import httpx
import pytest

from studio.catalogue.audio import KEYSCALES, MUSIC_IDS, SPEAKERS, SPEECH_IDS
from studio.renderers.speech.likeness import pitch_of
from tests.studio.sound import sound_measure as measure

Connect = Callable[..., Awaitable[Any]]


async def fetched(project: Any, folder: Path, ending: str) -> list[measure.Sound]:
    """The results of a project, decoded."""
    sounds = []
    async with httpx.AsyncClient() as client:
        for place, url in enumerate(await project.wait_for_completion(timeout=120)):
            answer = await client.get(url)
            answer.raise_for_status()
            path = folder / f"{place}.{ending}"
            path.write_bytes(answer.content)
            sounds.append(measure.hear(path))
    return sounds


async def test_it_lists_audio_models_with_their_options(connect: Connect) -> None:
    client = await connect("audio-models")
    models = {model["id"]: model for model in await client.projects.wait_for_models()}
    assert {*MUSIC_IDS, *SPEECH_IDS.values()} <= set(models)
    music = await client.projects.get_model_options("ace_step_1.5_xl_turbo")
    assert music["type"] == "audio"
    assert (music["duration"]["min"], music["duration"]["max"]) == (10, 600)
    assert (music["bpm"]["min"], music["bpm"]["max"]) == (30, 300)
    assert music["keyscale"]["allowed"] == list(KEYSCALES)
    assert music["timesignature"]["allowed"] == ["2", "3", "4", "6"]
    premium = await client.projects.get_model_options("minimax_music3")
    assert premium["duration"]["max"] == 300
    speech = await client.projects.get_model_options(SPEECH_IDS["voice"])
    assert speech["speaker"]["allowed"] == list(SPEAKERS)
    clone = await client.projects.get_model_options(SPEECH_IDS["clone"])
    assert clone["requiresReferenceAudio"]


async def test_it_makes_music(connect: Connect, tmp_path: Path) -> None:
    client = await connect("audio-music")
    project = await client.projects.create(
        type="audio", model_id="ace_step_1.5_turbo", positive_prompt="{techno|bossa nova}", number_of_media=2,
        duration=10, bpm=124, keyscale="A minor", timesignature="4", seed=5, output_format="mp3",
        sampler="euler", scheduler="simple",
    )  # fmt: skip
    first, second = await fetched(project, tmp_path, "mp3")
    for sound in (first, second):
        assert sound.codec.startswith("mp3")
        assert sound.duration_s == pytest.approx(10, abs=0.01)
        assert measure.tempo_near(sound, 124) == pytest.approx(124, rel=0.02)
    assert abs(measure.centroid(first) - measure.centroid(second)) > 300


async def test_it_speaks_and_follows_an_uploaded_voice(connect: Connect, tmp_path: Path) -> None:
    client = await connect("audio-speech")
    words = (
        "Good morning. This is a longer text, so that the voice can be heard well enough to follow."
    )
    project = await client.projects.create(
        type="audio", model_id=SPEECH_IDS["voice"], positive_prompt=words, number_of_media=1, speaker="ono_anna",
        language="english", output_format="wav", seed=1,
    )  # fmt: skip
    spoken = (await fetched(project, tmp_path, "wav"))[0]
    assert 3 < spoken.duration_s < 12
    copy = await client.projects.create(
        type="audio", model_id=SPEECH_IDS["clone"], positive_prompt="And now something else.", number_of_media=1,
        reference_audio=(tmp_path / "0.wav").read_bytes(), output_format="wav", seed=1,
    )  # fmt: skip
    again = (await fetched(copy, tmp_path, "wav"))[0]
    heard = [pitch_of(sound.mono[::2]) for sound in (spoken, again)]
    assert heard[0] is not None
    assert heard[1] == pytest.approx(heard[0], rel=0.15)


async def test_a_clone_without_a_recording_is_refused(connect: Connect) -> None:
    client = await connect("audio-refused")
    project = await client.projects.create(
        type="audio", model_id=SPEECH_IDS["clone"], positive_prompt="Hello", number_of_media=1
    )
    with pytest.raises(Exception, match="referenceAudio"):
        await project.wait_for_completion(timeout=20)


async def test_it_estimates_audio(connect: Connect) -> None:
    client = await connect("audio-estimate")
    cost = await client.projects.estimate_audio_cost(
        token_type="spark", model="ace_step_1.5_turbo", duration=60, steps=8, number_of_media=1
    )
    assert float(cost["spark"]) == 3.0
