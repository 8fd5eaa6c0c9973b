"""Kin of what was first not understood when people chatted: other words of the same kind, one row each."""

from tests.studio.director.utterances.media import Row

_DOG = ('video 0: generated, 832x480, 8.0 s, prompt "a dog runs across a lawn"',)
_LOGO = ('image -1: uploaded "logo.png", 400x200',)
_VIEWS = (
    'image 0: generated, 1024x1024, prompt "a shop window"',
    'image 1: generated, 1024x1024, prompt "a lake"',
)

CHATTED_ROWS: list[Row] = [
    (
        "add SAVE $20 at the bottom",
        _VIEWS[:1],
        [("edit_image", {"prompt": ('"SAVE $20"',), "sourceImageIndex": 0})],
    ),
    (
        "it ends too soon, can you give it 3 more secs?",
        _DOG,
        [("extend_video", {"duration": 3, "videoIndex": 0})],
    ),
    ("the clip stops too abruptly", _DOG, [("extend_video", {"videoIndex": 0})]),
    (
        "from 2 to 4s his face melts, fix that",
        _DOG,
        [("replace_video_segment", {"startSeconds": 2, "endSeconds": 4, "videoIndex": 0})],
    ),
    (
        "our logo goes top left\n\nAttached: image -1",
        _DOG + _LOGO,
        [
            (
                "overlay_video",
                {
                    "sourceVideoIndex": 0,
                    "overlays": [{"kind": "image", "position": "top-left", "sourceImageIndex": -1}],
                },
            )
        ],
    ),
    (
        "animate both, the water should ripple",
        _VIEWS,
        [("animate_photo", {"sourceImageIndices": [0, 1], "prompt": "the water should ripple"})],
    ),
    (
        "cut out the lake because i need it for a flyer",
        _VIEWS,
        [("segment_image", {"sourceImageIndex": 1, "text": "lake", "applyMask": True})],
    ),
    (
        "mask the window, as a png please",
        _VIEWS[:1],
        [("segment_image", {"sourceImageIndex": 0, "text": "window"})],
    ),
    (
        "figure out an instrumental for a chase scene",
        (),
        [("compose_instrumental", {"prompt": ("chase",)})],
    ),
]
