"""Audio models and their tiers: music and speech."""

from typing import Any

from studio.catalogue.model import SAMPLER, SCHEDULER, STEPS, Model, bounds

MUSIC_IDS = (
    "minimax_music3",
    "ace_step_1.5_xl_turbo",
    "ace_step_1.5_xl_sft",
    "ace_step_1.5_turbo",
    "ace_step_1.5_sft",
)
SPEECH_IDS = {
    "voice": "qwen3_tts_1.7b_custom_voice_bf16",
    "clone": "qwen3_tts_1.7b_voice_clone_bf16",
    "design": "qwen3_tts_1.7b_voice_design_bf16",
}
SPEAKERS = (
    "serena", "vivian", "uncle_fu", "ryan", "aiden", "ono_anna", "sohee", "eric", "dylan",
)  # fmt: skip
LANGUAGES = (
    "auto", "english", "chinese", "japanese", "korean", "german", "french", "russian", "portuguese", "spanish",
    "italian",
)  # fmt: skip
SUNG = ("en", "zh", "ja", "ko", "de", "fr", "ru", "pt", "es", "it", "unknown")
_NOTES = (
    "C",
    "C#",
    "Db",
    "D",
    "D#",
    "Eb",
    "E",
    "F",
    "F#",
    "Gb",
    "G",
    "G#",
    "Ab",
    "A",
    "A#",
    "Bb",
    "B",
)
KEYSCALES = tuple(f"{note} {mode}" for note in _NOTES for mode in ("major", "minor"))
TEXT_LENGTH, DESCRIPTION_LENGTH, TRANSCRIPT_LENGTH = 4096, 512, 1024

MODELS = (
    Model("minimax_music3", "MiniMax Music 3", "minimax-music3", "audio", "music"),
    Model("ace_step_1.5_xl_turbo", "ACE-Step 1.5 XL Turbo", "ace-step", "audio", "music"),
    Model("ace_step_1.5_xl_sft", "ACE-Step 1.5 XL SFT", "ace-step-sft", "audio", "music"),
    Model("ace_step_1.5_turbo", "ACE-Step 1.5 Turbo", "ace-step", "audio", "music"),
    Model("ace_step_1.5_sft", "ACE-Step 1.5 SFT", "ace-step-sft", "audio", "music"),
    Model(SPEECH_IDS["voice"], "Qwen3 TTS", "qwen3-tts-voice", "audio", "speech"),
    Model(
        SPEECH_IDS["clone"],
        "Qwen3 TTS Voice Clone",
        "qwen3-tts-clone",
        "audio",
        "speech",
        needs=("referenceAudio",),
    ),
    Model(SPEECH_IDS["design"], "Qwen3 TTS Voice Design", "qwen3-tts-design", "audio", "speech"),
)


def _ace(steps: dict[str, int]) -> dict[str, Any]:
    return {
        "type": "audio",
        "steps": steps,
        "guidance": {"min": 0, "max": 15, "default": 1, "decimals": 1},
        "duration": bounds(10, 600, 30, 1),
        "bpm": bounds(30, 300, 120, 1),
        "keyscale": {"allowed": list(KEYSCALES), "default": "C major"},
        "timesignature": {"allowed": ["2", "3", "4", "6"], "default": "4"},
        "language": {"allowed": list(SUNG), "default": "en"},
        "promptStrength": {"min": 0, "max": 10, "default": 2, "decimals": 1},
        "creativity": {"min": 0, "max": 2, "default": 0.85, "decimals": 2},
        "shift": {"min": 1, "max": 6, "default": 3, "decimals": 1},
        "composerMode": {"default": True},
        "comfySampler": SAMPLER,
        "comfyScheduler": SCHEDULER,
    }


def _speech(**more: Any) -> dict[str, Any]:
    return {
        "type": "audio",
        "steps": STEPS,
        "duration": bounds(1, 600, 30, 1),
        "language": {"allowed": list(LANGUAGES), "default": "auto"},
        "creativity": {"min": 0.1, "max": 2, "default": 0.9, "decimals": 1},
        **more,
    }


TIERS: dict[str, dict[str, Any]] = {
    "minimax-music3": {
        "type": "audio",
        "steps": STEPS,
        "duration": bounds(10, 300, 60, 1),
        "comfySampler": SAMPLER,
        "comfyScheduler": SCHEDULER,
    },
    "ace-step": _ace(STEPS),
    "ace-step-sft": _ace(bounds(1, 60, 32, 1)),
    "qwen3-tts-voice": _speech(
        speaker={"allowed": list(SPEAKERS), "default": "serena"},
        instruct={"maxLength": DESCRIPTION_LENGTH, "required": False},
    ),
    "qwen3-tts-clone": _speech(
        requiresReferenceAudio=True, referenceText={"maxLength": TRANSCRIPT_LENGTH}
    ),
    "qwen3-tts-design": _speech(instruct={"maxLength": DESCRIPTION_LENGTH, "required": True}),
}
