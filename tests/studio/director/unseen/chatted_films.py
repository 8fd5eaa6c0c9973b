"""Blind utterances as people type them into a chat: films, sounds, words and plans."""

from tests.studio.director.unseen.form import (
    Call,
    Expected,
    Utterance,
    audio,
    call,
    calls,
    holds,
    image,
    sent,
    video,
)

_THREE = (
    image(0, "an empty beach with palm trees"),
    image(1, "a street market in Hanoi"),
    image(2, "a fox sitting in tall grass"),
)
_DOG = video(0, "a dog runs across a lawn", 8.0)

CHATTED_FILMS: tuple[Utterance, ...] = (
    Utterance(
        "it moves",
        "make it move",
        calls(call("animate_photo", {"sourceImageIndex": 0}, may_omit="sourceImageIndex")),
        holds(image(0, "a sailing boat in a bay")),
    ),
    Utterance(
        "all three at once",
        "animate all three, the clouds should drift",
        Expected(
            "calls",
            (
                (call("animate_photo", {"sourceImageIndices": (0, 1, 2)}, "cloud"),),
                tuple(
                    call("animate_photo", {"sourceImageIndex": index}, "cloud")
                    for index in range(3)
                ),
            ),
        ),
        holds(*_THREE),
    ),
    Utterance(
        "from first to last",
        "start on the first picture and end on the last one, 8 secs",
        calls(
            call("animate_photo", {"sourceImageIndex": 0, "endImageIndex": 2, "duration": 8}),
        ),
        holds(*_THREE),
    ),
    Utterance(
        "an upright flight",
        "video of a drone flying over norwegian fjords, 10 seconds, vertical for reels",
        calls(Call("generate_video", {"duration": 10}, words=("fjord",), shape="9:16")),
    ),
    Utterance(
        "joined softly",
        "join these two with a nice crossfade",
        calls(call("stitch_video", {"videoIndices": (-1, -2)})),
        sent(video(-1, "a.mp4", 6.0), video(-2, "b.mp4", 9.0)),
    ),
    Utterance(
        "longer",
        "it cuts off too early, give me 4 more seconds",
        calls(call("extend_video", {"duration": 4, "videoIndex": 0}, may_omit="videoIndex")),
        holds(_DOG),
    ),
    Utterance(
        "a bit again",
        "between 3 and 6 sec the dog looks weird, redo that bit",
        calls(
            call(
                "replace_video_segment",
                {"startSeconds": 3, "endSeconds": 6, "videoIndex": 0},
                may_omit="videoIndex",
            )
        ),
        holds(_DOG),
    ),
    Utterance(
        "logo in the corner",
        "put our logo in the bottom right corner",
        calls(
            call(
                "overlay_video",
                {
                    "sourceVideoIndex": 0,
                    "overlays.0.kind": "image",
                    "overlays.0.sourceImageIndex": -1,
                    "overlays.0.position": "bottom-right",
                },
                may_omit="sourceVideoIndex",
            )
        ),
        sent(image(-1, "logo.png", 400, 200), beside=(_DOG,)),
    ),
    Utterance(
        "subtitles by seconds",
        "subtitle it: 0-2 hello everyone, 2-5 welcome to my kitchen",
        calls(
            call(
                "add_subtitles",
                {"sourceVideoIndex": 0, "cues.0.endSeconds": 2, "cues.1.startSeconds": 2},
                "hello everyone",
                "welcome to my kitchen",
                may_omit="sourceVideoIndex",
            )
        ),
        holds(video(0, "a cook waves in her kitchen", 5.0)),
    ),
    Utterance(
        "a dance",
        "make my boyfriend dance to rasputin lol",
        calls(
            call(
                "dance_montage",
                {"dance": "rasputin", "sourceImageIndex": -1},
                may_omit="sourceImageIndex",
            )
        ),
        sent(image(-1, "tom.jpg", 1200, 1600)),
    ),
    Utterance(
        "all around",
        "spin around the statue 360",
        calls(call("orbit_video", {"sourceImageIndex": 0}, may_omit="sourceImageIndex")),
        holds(image(0, "a marble statue of a lion")),
    ),
    Utterance(
        "blurry film",
        "this is super blurry, can I get it in 1080p",
        calls(
            call(
                "upscale_video",
                {"targetResolution": 1080, "sourceVideoIndex": -1},
                may_omit="sourceVideoIndex",
            )
        ),
        sent(video(-1, "party.mp4", 11.0, 640, 360)),
    ),
    Utterance(
        "as clay",
        "make it look like claymation",
        calls(
            call("video_to_video", {"videoSourceIndex": -1}, "clay", may_omit="videoSourceIndex")
        ),
        sent(video(-1, "skate.mp4", 6.0)),
    ),
    Utterance(
        "a beat",
        "chill lofi beat for studying, about 2 minutes",
        calls(call("generate_music", {"duration": 120}, "lofi|lo-fi")),
    ),
    Utterance(
        "our single",
        "here's our new single. i want a video for it, something dark and rainy with neon",
        calls(
            call("sound_to_video", {"audioSourceIndex": -1}, "rain", "neon"),
            call("generate_image", {"numberOfVariations": 3}, "rain", "neon"),
        ),
        sent(audio(-1, "single_final2.mp3", 182.0)),
    ),
    Utterance(
        "read out",
        "read this out in a calm female voice: The museum closes in ten minutes.",
        calls(call("generate_speech", {"prompt": "The museum closes in ten minutes."})),
    ),
    Utterance(
        "words for a song",
        "i need words for a birthday song for my son Leo, he's turning six",
        calls(call("compose_lyrics", {}, "leo", "birthday")),
    ),
    Utterance(
        "a storyboard",
        "storyboard for a 30 second ad about a reusable water bottle",
        calls(
            call(
                "compose_script",
                {"script_type": "storyboard", "duration_seconds": 30},
                "water bottle",
            )
        ),
    ),
    Utterance(
        "a plan that runs",
        "make me a workflow that generates 5 shots about a robot learning to bake and adds music",
        calls(call("compose_workflow", {"scene_count": 5, "include_audio": True}, "robot")),
    ),
    Utterance(
        "a plan to use again",
        "make a reusable template: product photo in, 3 tiktok clips out",
        calls(call("compose_workflow_template", {}, "product")),
    ),
    Utterance(
        "a score on paper",
        "work out structure and tempo of an instrumental for a heist scene, don't record it yet",
        calls(call("compose_instrumental", {}, "heist")),
    ),
    Utterance(
        "a better prompt",
        "improve this prompt for ltx: cat walks on beach",
        calls(
            *(
                call("enhance_prompt", {"destination_model": model}, "cat")
                for model in ("ltx25", "ltx23", "ltx")
            )
        ),
    ),
)
