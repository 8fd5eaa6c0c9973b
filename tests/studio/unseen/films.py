"""Wishes about films: made, joined, lengthened, mended, written on."""

from __future__ import annotations

from tests.studio.unseen.form import (
    Call,
    Exchange,
    Setting,
    Utterance,
    audio,
    call,
    calls,
    holds,
    image,
    sent,
    video,
)

BALLOON = "a hot air balloon drifting over green hills"
BALLOON_MADE = Setting(
    (video(0, BALLOON, 5.0),),
    earlier=Exchange(
        "short film of a hot air balloon drifting over green hills",
        "generate_video",
        {"prompt": BALLOON},
        (0,),
        "Your balloon is in the air.",
    ),
)

MADE: tuple[Utterance, ...] = (
    Utterance(
        "film from words for a phone",
        "make a vid of a skateboarder doing a kickflip in a neon tunnel, 8 sec, for tiktok",
        calls(
            Call(
                "generate_video",
                {"duration": 8},
                words=("skateboard", "neon"),
                shape="9:16",
            )
        ),
    ),
    Utterance(
        "silent film in exact pixels",
        "Ten second video, 1280x720: drone shot through an Icelandic canyon. No sound please.",
        calls(
            Call(
                "generate_video",
                {"duration": 10, "generateAudio": False},
                words=("canyon",),
                size=(1280, 720),
            )
        ),
    ),
    Utterance(
        "a named picture comes alive",
        "animate the koi one, slow zoom in, 6 seconds",
        calls(
            call(
                "animate_photo",
                {"sourceImageIndex": 0, "duration": 6},
                "zoom|push|dolly",
            ),
        ),
        holds(image(0, "a koi pond under maple trees"), image(1, "a castle in the clouds")),
    ),
    Utterance(
        "music video",
        "heres my new track!! make a music video for it, palm trees, a pink convertible, "
        "80s vhs vibes",
        calls(
            call(
                "sound_to_video",
                {"audioSourceIndex": -1},
                "palm",
                "convertible",
                may_omit="audioSourceIndex",
            )
        ),
        sent(audio(-1, "summer_nights.mp3", 18.0)),
    ),
    Utterance(
        "orbit",
        "a full 360 spin around the lioness statue please",
        calls(call("orbit_video", {"sourceImageIndex": 0})),
        holds(image(0, "a marble statue of a lioness"), image(1, "an antique map of Venice")),
    ),
    Utterance(
        "dance",
        "lol make me dance to rasputin",
        calls(
            call(
                "dance_montage",
                {"dance": "rasputin", "sourceImageIndex": -1},
                may_omit="sourceImageIndex",
            )
        ),
        sent(image(-1, "selfie.jpg", 1080, 1440)),
    ),
    Utterance(
        "film restyled",
        "could this clip be claymation instead?",
        calls(
            call("video_to_video", {"videoSourceIndex": -1}, "clay", may_omit="videoSourceIndex")
        ),
        sent(video(-1, "kids_in_garden.mp4", 7.0)),
    ),
)

JOINED: tuple[Utterance, ...] = (
    Utterance(
        "joined in another order",
        "join the last clip and the first clip, in that order, with a fade between them",
        calls(
            call("stitch_video", {"videoIndices": (2, 0), "transition.type": "fade"}),
            call("stitch_video", {"videoIndices": (2, 0), "transition.type": "dissolve"}),
        ),
        holds(
            video(0, "waves rolling onto a beach", 5.0),
            video(1, "gulls over a pier", 5.0),
            video(2, "a surfer walking to the sea", 5.0),
        ),
    ),
    Utterance(
        "both clips under a song",
        "Here are two clips from our trip. Put both together and lay that song under them.",
        calls(call("stitch_video", {"videoIndices": (-1, -2), "audioIndex": 0})),
        sent(
            video(-1, "train.mp4", 6.0),
            video(-2, "mountain_hut.mp4", 8.0),
            beside=(audio(0, "gentle folk guitar with soft humming", 30.0),),
        ),
    ),
    Utterance(
        "longer",
        "make it 4 seconds longer, the balloon should land by a lake",
        calls(
            call("extend_video", {"duration": 4, "videoIndex": 0}, "lake", may_omit="videoIndex")
        ),
        BALLOON_MADE,
    ),
)

MENDED: tuple[Utterance, ...] = (
    Utterance(
        "a part replaced",
        "seconds 3 to 6 look weird, redo just that bit so the dog keeps running along the beach",
        calls(
            call(
                "replace_video_segment",
                {"startSeconds": 3, "endSeconds": 6, "videoIndex": 0},
                "dog",
                may_omit="videoIndex",
            )
        ),
        holds(video(0, "a dog running along a beach", 10.0)),
    ),
    Utterance(
        "title on a film",
        'put the title "Harbour Days 2026" at the top for the first three seconds',
        calls(
            call(
                "overlay_video",
                {
                    "sourceVideoIndex": 0,
                    "overlays.0.kind": "text",
                    "overlays.0.text": "Harbour Days 2026",
                    "overlays.0.position": "top-center",
                    "overlays.0.startSeconds": 0,
                    "overlays.0.endSeconds": 3,
                },
                may_omit="sourceVideoIndex overlays.0.startSeconds",
            )
        ),
        holds(video(0, "sailing boats leaving a harbour", 8.0)),
    ),
    Utterance(
        "subtitles with times",
        'subtitles pls: 0-2s "hey there", 2-5s "welcome to my kitchen"',
        calls(
            call(
                "add_subtitles",
                {
                    "sourceVideoIndex": -1,
                    "cues.0.startSeconds": 0,
                    "cues.0.endSeconds": 2,
                    "cues.0.text": "hey there",
                    "cues.1.startSeconds": 2,
                    "cues.1.endSeconds": 5,
                    "cues.1.text": "welcome to my kitchen",
                },
                may_omit="sourceVideoIndex",
            ),
            call(
                "add_subtitles",
                {"sourceVideoIndex": -1},
                "00:00:02",
                "00:00:05",
                "hey there",
                "welcome to my kitchen",
                may_omit="sourceVideoIndex",
            ),
        ),
        sent(video(-1, "cooking_intro.mp4", 6.0)),
    ),
    Utterance(
        "film in full HD",
        "Can you get the train video up to full HD?",
        calls(call("upscale_video", {"sourceVideoIndex": 0, "targetResolution": 1080})),
        holds(
            video(0, "a steam train crossing snowy mountains", 6.0),
            video(1, "a cat chasing a moth", 5.0),
        ),
    ),
)

FILMS: tuple[Utterance, ...] = (*MADE, *JOINED, *MENDED)
