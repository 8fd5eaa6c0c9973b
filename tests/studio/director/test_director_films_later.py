"""Later turns about films, with all thirty tools: what was written on them, how they were joined, what is to come."""

from collections.abc import Sequence

import pytest

from tests.studio.director.asking import PRODUCT
from tests.studio.director.conversation import SHAPED, World
from tests.studio.director.talks import CLIP, FILM, IMAGE, PHOTO, SONG, SONG_FILM, Said, hold, turn

FROM_WORDS, JOIN, ANEW = "generate_video", "stitch_video", "video_to_video"
SUBTITLES, LAID, DANCE, PART = (
    "add_subtitles",
    "overlay_video",
    "dance_montage",
    "replace_video_segment",
)
LINE = {"startSeconds": 1.0, "endSeconds": 4.0, "text": "I never liked umbrellas."}
RIVER = "a river in the mountains"
YELLOW, RED = "#FFEB3B", "#E53935"
TALKS: dict[str, tuple[World, Sequence[Said]]] = {
    "subtitles": (PRODUCT, (
        turn("video of a man walking through rain, 8 seconds", (FROM_WORDS, {"duration": 8})),
        turn('subtitle: "I never liked umbrellas." from 1 to 4', (SUBTITLES, {"cues": [LINE]})),
        turn("bigger subtitles", (SUBTITLES, {"sourceVideoIndex": 0, "cues": [LINE], "style": {"fontSizePct": 9}})),
        turn("in yellow", (SUBTITLES, {"sourceVideoIndex": 0, "cues": [LINE],
                                       "style": {"fontSizePct": 9, "color": YELLOW}})),
        turn("and a second one from 5 to 7: Until I met her.", (SUBTITLES, {
            "sourceVideoIndex": 0, "cues": [LINE, {"startSeconds": 5.0, "endSeconds": 7.0, "text": "Until I met her"}],
        })),
        turn("slower", says="changes nothing of that"),
        turn("in black and white", (ANEW, {"videoSourceIndex": 4})),
    )),
    "a title": (PRODUCT, (
        turn("a video of a train", (FROM_WORDS, {})),
        turn("write Leo turns 5 at the end", (LAID, {"sourceVideoIndex": 0})),
        turn("in red", (LAID, {"sourceVideoIndex": 0, "overlays": [
            {"kind": "text", "text": "Leo turns 5", "position": "center", "color": RED}]})),
        turn("change it to Leo turns 6", (LAID, {"sourceVideoIndex": 0, "overlays": [
            {"kind": "text", "text": "Leo turns 6", "position": "center", "color": RED}]})),
        turn("same film but at night", (FROM_WORDS, {"prompt": "at night, a train"})),
    )),
    "the order of two": (PRODUCT, (
        turn("a video of a cat", (FROM_WORDS, {})),
        turn("a video of a dog", (FROM_WORDS, {})),
        turn("join them with a crossfade", (JOIN, {"videoIndices": [0, 1]})),
        turn("other way round", (JOIN, {"videoIndices": [1, 0]})),
        turn("shorter transitions", (JOIN, {"videoIndices": [1, 0],
                                            "transition": {"type": "fade", "durationSeconds": 0.33}})),
        turn("without transitions actually", (JOIN, {"videoIndices": [1, 0], "transition": None})),
        turn("for instagram", (ANEW, {"videoSourceIndex": 5, "outpaintAspectRatio": "1:1"})),
    )),
    "a part and an end": (PRODUCT, (
        turn("film of a river in the mountains, 10 seconds", (FROM_WORDS, {"duration": 10})),
        turn("between 4 and 7 seconds make the mountains brighter",
             (PART, {"startSeconds": 4, "endSeconds": 7, "prompt": f"{RIVER}, the mountains brighter"})),
        turn("and at the end a deer walks in", ("extend_video", {"videoIndex": 1, "prompt": "a deer walks in"})),
        turn("can you change the ending", says="What should be there instead?"),
    )),
    "a dance": (PRODUCT, (
        turn("make me dance", (FILM, {}), files=[PHOTO]),
        turn("rasputin", (DANCE, {"dance": "rasputin", "sourceImageIndex": -1})),
        turn("longer", (DANCE, {"dance": "rasputin", "duration": 8})),
        turn("another dance", says="Which dance shall it be"),
    )),
    "a clip that was given": (PRODUCT, (
        turn("here's a clip from our holiday", files=[CLIP], says="What shall I do with it?"),
        turn("turn it into a cartoon", (ANEW, {"videoSourceIndex": -1})),
        turn("join it with the original", (JOIN, {"videoIndices": [0, -1]})),
    )),
    "from one into the other": (PRODUCT, (
        turn("a lake", (IMAGE, {})),
        turn("a city street", (IMAGE, {})),
        turn("a video that goes from the lake to the city", (FILM, {"sourceImageIndex": 0, "endImageIndex": 1})),
        turn("other direction", (FILM, {"sourceImageIndex": 1, "endImageIndex": 0})),
        turn("10 seconds", (FILM, {"sourceImageIndex": 1, "endImageIndex": 0, "duration": 10})),
    )),
    "what is to happen": (SHAPED, (
        turn("a snail race", (IMAGE, {})),
        turn("as a film", (FILM, {})),
        turn("the snail in front should win", (FILM, {"prompt": "the snail in front wins", "sourceImageIndex": 0})),
        turn("upright", (FILM, {"sourceImageIndex": 0, "aspectRatio": "9:16"})),
        turn("quicker", (FILM, {"sourceImageIndex": 0, "duration": 3})),
    )),
    "another look for a song": (SHAPED, (
        turn("a violin on a chair", (IMAGE, {})),
        turn("here is my recording, put it under the picture",
             (SONG_FILM, {"sourceImageIndex": 0, "audioSourceIndex": -1}), files=[SONG]),
        turn("start from 0:20", (SONG_FILM, {"audioStart": 20})),
        turn("from the middle of the song", (SONG_FILM, {"audioStart": 92})),
        turn("other picture please: a violin in a field", (IMAGE, {"numberOfVariations": 3}),
             (SONG_FILM, {"prompt": "a violin in a field", "sourceImageIndex": 1})),
        turn("use the second of the pictures", (SONG_FILM, {"sourceImageIndex": 2})),
    )),
}  # fmt: skip


@pytest.mark.parametrize("name", TALKS)
def test_a_film_goes_on_from_how_it_was_made(name: str) -> None:
    hold(*TALKS[name])
