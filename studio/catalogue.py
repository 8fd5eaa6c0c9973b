"""The models the studio advertises, under Sogni's own ids, and the limits of their tiers.

Only what a renderer really makes is listed. Video ids must be known to the SDKs, which refuse invented ones.
"""

from dataclasses import dataclass
from typing import Any

LLM_MODEL = "qwen3.6-35b-a3b-gguf-iq4xs"
DEFAULT_FPS = 24
MAX_VIDEO_S = 30


@dataclass(frozen=True)
class Model:
    """One advertised model; `workflow` names the renderer's engine, `needs` the inputs it cannot do without."""

    id: str
    name: str
    sid: int
    tier: str
    media: str
    workflow: str
    needs: tuple[str, ...] = ()

    def listed(self) -> dict[str, Any]:
        """The row of `/api/v1/models/list`."""
        return {
            "id": self.id,
            "name": self.name,
            "SID": self.sid,
            "tier": self.tier,
            "media": self.media,
        }


_LTX = "ltx25-22b-int8_{}_distilled"
_VIDEO = "ltx25-video"

MODELS = {
    model.id: model
    for model in (
        Model("z_image_turbo_bf16", "Z-Image Turbo", 1, "z-image-turbo", "image", "t2i"),
        Model("krea2_turbo_fp8_scaled", "Krea 2 Turbo", 2, "krea2-turbo", "image", "t2i"),
        Model(
            _LTX.format("i2v"),
            "LTX 2.5 Image to Video",
            11,
            _VIDEO,
            "video",
            "i2v",
        ),
        Model(
            _LTX.format("ia2v"),
            "LTX 2.5 Image and Audio to Video",
            12,
            _VIDEO,
            "video",
            "ia2v",
            needs=("referenceImage", "referenceAudio"),
        ),
        Model(
            _LTX.format("a2v"),
            "LTX 2.5 Audio to Video",
            13,
            _VIDEO,
            "video",
            "a2v",
            needs=("referenceAudio",),
        ),
    )
}

_STEPS = {"min": 1, "max": 20, "default": 8, "step": 1}
_SAMPLER = {"allowed": ["euler"], "default": "euler"}
_SCHEDULER = {"allowed": ["simple"], "default": "simple"}


def _range(low: int, high: int, default: int, step: int) -> dict[str, int]:
    return {"min": low, "max": high, "default": default, "step": step}


def _image_tier() -> dict[str, Any]:
    return {
        "type": "image",
        "steps": _STEPS,
        "guidance": {"min": 0, "max": 10, "default": 1, "decimals": 1},
        "comfySampler": _SAMPLER,
        "comfyScheduler": _SCHEDULER,
        "width": _range(256, 2048, 1024, 8),
        "height": _range(256, 2048, 1024, 8),
    }


TIERS: dict[str, dict[str, Any]] = {
    "z-image-turbo": _image_tier(),
    "krea2-turbo": _image_tier(),
    _VIDEO: {
        "type": "video",
        "steps": _STEPS,
        "fps": {"allowed": [DEFAULT_FPS], "default": DEFAULT_FPS},
        "duration": _range(1, MAX_VIDEO_S, 5, 1),
        "width": _range(480, 1920, 832, 16),
        "height": _range(480, 1920, 480, 16),
        "maxPixels": 1920 * 1088,
        "comfySampler": _SAMPLER,
        "comfyScheduler": _SCHEDULER,
    },
}

SIZE_PRESETS: dict[str, list[dict[str, Any]]] = {
    "image": [
        {
            "id": "square_hd",
            "label": "Square",
            "width": 1024,
            "height": 1024,
            "ratio": "1:1",
            "aspect": "1",
        },
        {
            "id": "landscape_16_9",
            "label": "Wide",
            "width": 1024,
            "height": 576,
            "ratio": "16:9",
            "aspect": "1.78",
        },
        {
            "id": "portrait_9_16",
            "label": "Tall",
            "width": 576,
            "height": 1024,
            "ratio": "9:16",
            "aspect": "0.56",
        },
        {
            "id": "landscape_4_3",
            "label": "Landscape",
            "width": 1024,
            "height": 768,
            "ratio": "4:3",
            "aspect": "1.33",
        },
        {
            "id": "portrait_3_4",
            "label": "Portrait",
            "width": 768,
            "height": 1024,
            "ratio": "3:4",
            "aspect": "0.75",
        },
        {
            "id": "portrait_2_3",
            "label": "Poster",
            "width": 832,
            "height": 1248,
            "ratio": "2:3",
            "aspect": "0.67",
        },
    ],
    "video": [
        {
            "id": "video_16_9",
            "label": "Wide",
            "width": 832,
            "height": 480,
            "ratio": "16:9",
            "aspect": "1.73",
        },
        {
            "id": "video_9_16",
            "label": "Tall",
            "width": 480,
            "height": 832,
            "ratio": "9:16",
            "aspect": "0.58",
        },
        {
            "id": "video_1_1",
            "label": "Square",
            "width": 640,
            "height": 640,
            "ratio": "1:1",
            "aspect": "1",
        },
    ],
}


def preset(media: str, name: str) -> tuple[int, int] | None:
    """Width and height of a size preset."""
    for entry in SIZE_PRESETS.get(media, []):
        if entry["id"] == name:
            return entry["width"], entry["height"]
    return None


def llm_models(workers: int) -> dict[str, Any]:
    """The payload of `swarmLLMModels`."""
    return {
        LLM_MODEL: {
            "workers": workers,
            "maxContextLength": 262_144,
            "maxOutputTokens": {
                "min": 1,
                "max": 32_768,
                "default": 4096,
                "thinkingComplexDefault": 8192,
            },
            "temperature": {"min": 0, "max": 2, "default": 0.7},
            "topP": {"min": 0, "max": 1, "default": 0.8},
            "defaultsThinking": False,
        }
    }
