"""Video models, their tiers and sizes. Video ids must be known to the SDKs, which refuse invented ones."""

from studio.catalogue.model import DEFAULT_FPS, SAMPLER, SCHEDULER, STEPS, Model, bounds, size

MAX_VIDEO_S = 30
_LTX = "ltx25-22b-int8_{}_distilled"
_TIER = "ltx25-video"

MODELS = (
    Model(_LTX.format("i2v"), "LTX 2.5 Image to Video", 11, _TIER, "video", "i2v"),
    Model(
        _LTX.format("ia2v"),
        "LTX 2.5 Image and Audio to Video",
        12,
        _TIER,
        "video",
        "ia2v",
        needs=("referenceImage", "referenceAudio"),
    ),
    Model(
        _LTX.format("a2v"),
        "LTX 2.5 Audio to Video",
        13,
        _TIER,
        "video",
        "a2v",
        needs=("referenceAudio",),
    ),
)

TIERS = {
    _TIER: {
        "type": "video",
        "steps": STEPS,
        "fps": {"allowed": [DEFAULT_FPS], "default": DEFAULT_FPS},
        "duration": bounds(1, MAX_VIDEO_S, 5, 1),
        "width": bounds(480, 1920, 832, 16),
        "height": bounds(480, 1920, 480, 16),
        "maxPixels": 1920 * 1088,
        "comfySampler": SAMPLER,
        "comfyScheduler": SCHEDULER,
    },
}

SIZES = [
    size("video_16_9", "Wide", 832, 480, "16:9"),
    size("video_9_16", "Tall", 480, 832, "9:16"),
    size("video_1_1", "Square", 640, 640, "1:1"),
]
