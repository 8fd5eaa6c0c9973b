"""Wishes about films: made from words, photos and songs, joined, lengthened, mended, written on."""

from __future__ import annotations

from tests.studio.director.unseen.form import (
    Call,
    Exchange,
    Expected,
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

DOG = "a border collie running across a meadow towards a flying ball"
DOG_MADE = Setting(
    (video(0, DOG, 5.0),),
    earlier=Exchange(
        "border collie runs over a meadow after a ball, video",
        "generate_video",
        {"prompt": DOG},
        (0,),
        "Off he goes.",
    ),
)

HOLLAND = (
    image(0, "rows of tulips"),
    image(1, "an old windmill by the water"),
    image(2, "a canal with bicycles on the bridge"),
)

FROM_WORDS_AND_PHOTOS: tuple[Utterance, ...] = (
    Utterance(
        "a wide film from words",
        "A 6 second clip, widescreen: old steam train crossing a stone viaduct at dawn, "
        "you hear its whistle",
        calls(
            *(
                Call(
                    "generate_video",
                    {"duration": 6},
                    words=("train", "viaduct"),
                    shape=shape,
                )
                for shape in ("16:9", "21:9")
            )
        ),
    ),
    Utterance(
        "a photo set in motion",
        "animate this, the curtains should move a bit in the wind and she turns her head to us. 8s",
        calls(
            call(
                "animate_photo",
                {"sourceImageIndex": -1, "duration": 8},
                "curtain",
                "head",
                may_omit="sourceImageIndex",
            )
        ),
        sent(image(-1, "window_portrait.jpg", 1600, 1200)),
    ),
    Utterance(
        "one of several pictures set in motion",
        "bring the windmill one to life",
        calls(
            call("animate_photo", {"sourceImageIndex": 1}),
            call("animate_photo", {"sourceImageIndices": (1,)}),
        ),
        holds(*HOLLAND),
    ),
    Utterance(
        "all pictures set in motion",
        "ok and now turn all three pictures into short videos",
        Expected(
            "calls",
            (
                (call("animate_photo", {"sourceImageIndices": (0, 1, 2)}),),
                tuple(call("animate_photo", {"sourceImageIndex": index}) for index in range(3)),
            ),
        ),
        holds(*HOLLAND),
    ),
    Utterance(
        "from one picture into the other",
        "can it morph from the first pic into the second, over 4 seconds",
        calls(
            call("animate_photo", {"sourceImageIndex": -1, "endImageIndex": -2, "duration": 4}),
            call(
                "animate_photo",
                {"sourceImageIndices": (-1,), "endImageIndices": (-2,), "duration": 4},
            ),
        ),
        sent(image(-1, "me_at_5.jpg", 900, 1200), image(-2, "me_at_40.jpg", 900, 1200)),
    ),
    Utterance(
        "a dance",
        "lol make grandpa dance the rasputin",
        calls(
            call(
                "dance_montage",
                {"dance": "rasputin", "sourceImageIndex": -1},
                may_omit="sourceImageIndex",
            )
        ),
        sent(image(-1, "opa.jpg", 1200, 1600)),
    ),
)

FROM_SONGS: tuple[Utterance, ...] = (
    Utterance(
        "a music video with a mood",
        "hi! this is our band's new track. could you do a video for it? "
        "we're thinking dark foggy forest kind of mood",
        calls(
            call(
                "sound_to_video",
                {"audioSourceIndex": -1},
                "forest|fog",
                may_omit="audioSourceIndex",
            ),
            # Key images first, as many as it likes, are a fair way to begin.
            call("generate_image", {}, "forest|fog"),
            *(
                call("generate_image", {"numberOfVariations": count}, "forest|fog")
                for count in range(2, 9)
            ),
        ),
        sent(audio(-1, "hollow_pines_master.wav", 214.0)),
    ),
    Utterance(
        "a singing portrait from the middle of the song",
        "Use my picture and the song from 0:45 on, ten seconds. She should sing it",
        calls(
            call(
                "sound_to_video",
                {"audioSourceIndex": -1, "sourceImageIndex": -1, "audioStart": 45, "duration": 10},
                may_omit="audioSourceIndex",
            )
        ),
        sent(image(-1, "lena.png", 1024, 1024), audio(-1, "lena_demo.mp3", 183.0)),
    ),
)

JOINED: tuple[Utterance, ...] = (
    Utterance(
        "two of three films in a given order, blended",
        "put the sunset clip first and then the surfers, crossfade between them",
        calls(
            *(
                call("stitch_video", {"videoIndices": (2, 0), "transition.type": kind})
                for kind in ("fade", "dissolve")
            )
        ),
        holds(
            video(0, "surfers riding a big wave", 5.0),
            video(1, "a crowded food market", 5.0),
            video(2, "sunset over a calm sea", 5.0),
        ),
    ),
    Utterance(
        "both films with the song beneath",
        "both clips one after the other, with that song underneath",
        calls(call("stitch_video", {"videoIndices": (0, 1), "audioIndex": 0})),
        holds(
            video(0, "a girl blowing dandelion seeds", 6.0),
            audio(0, "gentle indie folk with banjo", 60.0),
            video(1, "paper lanterns rising at dusk", 6.0),
        ),
    ),
    Utterance(
        "a longer film",
        "make it 5 secs longer, he catches the ball and brings it back",
        calls(
            call(
                "extend_video",
                {"videoIndex": 0, "duration": 5},
                "ball",
                may_omit="videoIndex",
            )
        ),
        DOG_MADE,
    ),
)

MENDED: tuple[Utterance, ...] = (
    Utterance(
        "a part done again",
        "seconds 3 to 5 look weird, his hand melts. redo only that bit, leave the rest as it is",
        calls(
            call(
                "replace_video_segment",
                {"videoIndex": 0, "startSeconds": 3, "endSeconds": 5},
                may_omit="videoIndex",
            )
        ),
        holds(video(0, "a juggler on a cobbled square", 8.0)),
    ),
    Utterance(
        "subtitles with their times",
        'subtitles please. from 0 to 2.5: "Where are we?" and from 2.5 to 5: "Home."',
        calls(
            call(
                "add_subtitles",
                {
                    "sourceVideoIndex": 0,
                    "cues.0.startSeconds": 0,
                    "cues.0.endSeconds": 2.5,
                    "cues.1.startSeconds": 2.5,
                    "cues.1.endSeconds": 5,
                },
                "where are we?",
                "home",
                may_omit="sourceVideoIndex",
            ),
            call("add_subtitles", {}, "where are we?", "home", "02,500|02.500"),
        ),
        holds(video(0, "two astronauts step out of a capsule", 5.0)),
    ),
    Utterance(
        "a logo in a corner",
        "here's my logo, stick it in the top right corner of the video",
        calls(
            call(
                "overlay_video",
                {
                    "sourceVideoIndex": 0,
                    "overlays.0.kind": "image",
                    "overlays.0.sourceImageIndex": -1,
                    "overlays.0.position": "top-right",
                },
                may_omit="sourceVideoIndex",
            )
        ),
        sent(
            image(-1, "logo_final2.png", 600, 600),
            beside=(video(0, "a barista pouring latte art", 6.0),),
        ),
    ),
    Utterance(
        "a film in another look",
        "Is it possible that this clip looks like a cartoon drawn with pencil?",
        calls(
            call(
                "video_to_video",
                {"videoSourceIndex": -1},
                "cartoon",
                may_omit="videoSourceIndex",
            )
        ),
        sent(video(-1, "skating.mp4", 7.0)),
    ),
)

FILMS = (*FROM_WORDS_AND_PHOTOS, *FROM_SONGS, *JOINED, *MENDED)
