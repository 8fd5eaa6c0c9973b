"""The tools that make sound: what they accept, what they ask of the renderers, what they refuse."""

from pathlib import Path
from typing import Any

import pytest

from studio.projects.orders.taking import KINDS, take_order
from studio.renderers.speech import engine
from studio.tools.api import Media, MediaTool, Piece, ToolRefusal, Work
from studio.tools.registry import TOOLS

VOICE = Piece(
    "audio", Path("/nowhere/voice.wav"), "http://studio/voice.wav", "audio/wav", duration_s=8.0
)
CLICK = Piece(
    "audio", Path("/nowhere/click.wav"), "http://studio/click.wav", "audio/wav", duration_s=1.0
)


def plan(name: str, media: Media | None = None, **arguments: Any) -> Work:
    tool = TOOLS[name]
    assert isinstance(tool, MediaTool)
    return tool.plan(arguments, media or Media())


def test_a_recording_named_by_its_address_is_measured_too() -> None:
    media = Media(uploaded={"audio": (VOICE, CLICK)})
    said = {"prompt": "Hello there", "model": "clone"}
    assert plan("generate_speech", media, **said, voice_source_url=VOICE.url).renders
    with pytest.raises(ToolRefusal, match="three seconds"):
        plan("generate_speech", media, **said, voice_source_url=CLICK.url)


def test_music_takes_the_services_arguments() -> None:
    work = plan("generate_music", prompt="{jazz|techno}", duration=45, bpm=120, keyscale="A minor", timesig=3,
                model="ace_step_1.5_turbo", numberOfVariations=3, seed=7, lyrics="[Verse]\nla")  # fmt: skip
    assert work.media_type == "audio"
    assert work.model_id == "ace_step_1.5_turbo"
    assert [one.variation for one in work.renders] == [0, 1, 2]
    first = work.renders[0]
    assert (first.kind, first.workflow, first.duration_s, first.seed) == ("audio", "music", 45, 7)
    assert first.options == {
        "lyrics": "[Verse]\nla",
        "bpm": 120,
        "keyscale": "A minor",
        "timesignature": "3",
    }
    assert work.price_each > 0


def test_what_becomes_of_lyrics_is_told() -> None:
    work = plan("generate_music", prompt="pop", lyrics="la la")
    assert "cannot be understood" in work.notes["lyrics"]
    assert not plan("generate_music", prompt="pop", lyrics="[Verse]\n[Chorus]").notes


def test_a_long_track_without_a_model_goes_to_the_one_that_can() -> None:
    assert plan("generate_music", prompt="pop").model_id == "minimax_music3"
    assert plan("generate_music", prompt="pop").renders[0].duration_s == 60
    assert plan("generate_music", prompt="pop", duration=400).model_id == "ace_step_1.5_xl_turbo"
    assert (
        plan("generate_music", prompt="pop", model="xl-turbo").model_id == "ace_step_1.5_xl_turbo"
    )
    with pytest.raises(ToolRefusal, match="300 seconds"):
        plan("generate_music", prompt="pop", duration=400, model="minimax_music3")


def test_music_3_takes_tempo_and_key_from_its_words_only() -> None:
    work = plan("generate_music", prompt="pop", bpm=90, keyscale="C major")
    assert work.renders[0].options == {"lyrics": ""}


def test_speech_takes_the_services_arguments() -> None:
    work = plan(
        "generate_speech",
        prompt="Hello",
        voice="ryan",
        language="english",
        numberOfVariations=2,
        outputFormat="flac",
    )
    first = work.renders[0]
    assert (first.workflow, first.output_format) == ("speech", "flac")
    assert first.options == {"language": "english", "speaker": "ryan"}
    assert len(work.renders) == 2
    media = Media(uploaded={"audio": (VOICE,)})
    clone = plan("generate_speech", media, prompt="Hello", model="clone", voiceSourceIndex=-1)
    assert clone.renders[0].inputs == {"referenceAudio": VOICE.path}
    assert clone.model_id == "qwen3_tts_1.7b_voice_clone_bf16"


@pytest.mark.parametrize(
    ("name", "arguments", "kind", "sentence"),
    [
        ("generate_music", {"prompt": "pop", "model": "lyria"}, "MODEL_UNAVAILABLE", "no music model lyria"),
        ("generate_music", {"prompt": " "}, "USER_INPUT_INCOMPLETE", "empty"),
        ("generate_speech", {"prompt": "Hi", "model": "design"}, "USER_INPUT_INCOMPLETE", "Describe the voice"),
        ("generate_speech", {"prompt": "Hi", "model": "clone"}, "USER_INPUT_INCOMPLETE", "voiceSourceIndex"),
        ("generate_speech", {"prompt": "Hi", "model": "clone", "voiceSourceIndex": -2}, "PARAMETER_INVALID",
         "three seconds"),
        ("generate_speech", {"prompt": "Hi", "model": "clone", "voiceSourceIndex": 4}, "ASSET_NOT_FOUND", "no audio 4"),
        ("generate_speech", {"prompt": "日本語です"}, "PARAMETER_INVALID", "kana"),
        ("generate_speech", {"prompt": "a" * 4097}, "PARAMETER_INVALID", "4096"),
        ("generate_speech", {"prompt": "Hi", "model": "opera"}, "MODEL_UNAVAILABLE", "no speech model"),
    ],
)  # fmt: skip
def test_it_refuses_in_a_sentence(
    name: str, arguments: dict[str, Any], kind: str, sentence: str
) -> None:
    with pytest.raises(ToolRefusal, match=sentence) as refused:
        plan(name, Media(uploaded={"audio": (VOICE, CLICK)}), **arguments)
    assert refused.value.error_type == kind


def test_without_its_engine_speech_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "installed", lambda: False)
    with pytest.raises(ToolRefusal, match="not installed") as refused:
        plan("generate_speech", prompt="Hello")
    assert refused.value.error_type == "MODEL_UNAVAILABLE"


def test_an_audio_project_is_taken_and_priced() -> None:
    frame = {
        "modelID": "ace_step_1.5_turbo",
        "positivePrompt": "funk",
        "duration": 40,
        "bpm": 100,
        "timesignature": "4",
    }
    request = {
        "jobID": "00000000-0000-4000-8000-000000000001",
        "keyFrames": [frame],
        "numberOfImages": 2,
    }
    project = take_order("a", "b", request)
    assert project.kind == "audio"
    assert len(project.renders) == 2
    assert float(project.price) == 2.0
    assert KINDS["audio"].options(frame) == {"bpm": 100, "timesignature": "4"}
