"""Later turns about what is heard or was written, with all thirty tools: songs, readings, lyrics, music under films."""

from collections.abc import Sequence

import pytest

from tests.studio.director.asking import PRODUCT
from tests.studio.director.conversation import WRITTEN
from tests.studio.director.talks import BESIDE, DOG, FILM, IMAGE, SONG_FILM, Said, hold, turn

SONG, VOICE, LYRICS, JOIN = "generate_music", "generate_speech", "compose_lyrics", "stitch_video"
OF_A_CAT = "cheerful ukulele song about my cat"
WORDS = "Welcome to the museum"
TALKS: dict[str, Sequence[Said]] = {
    "a song, its cover and its film": (
        turn("a cheerful ukulele song about my cat", (SONG, {"prompt": OF_A_CAT})),
        turn("sung by a woman", (SONG, {"prompt": f"{OF_A_CAT}, sung by a woman"})),
        turn("darker", (SONG, {"prompt": f"{OF_A_CAT}, sung by a woman, darker"})),
        turn("in blue", says="nothing to be heard"),
        turn("a poster with a grey cat", (IMAGE, {**BESIDE})),
        turn("now a video with that poster and the song",
             (SONG_FILM, {"audioSourceIndex": 2, "sourceImageIndex": 0})),
    ),
    "twice as long": (
        turn("lofi beat for studying, 1 minute", (SONG, {"duration": 60})),
        turn("double the length", (SONG, {"prompt": "lofi beat for studying", "duration": 120})),
        turn("bit longer, 150", (SONG, {"prompt": "lofi beat for studying", "duration": 150})),
        turn("something to look at while it plays, a rainy window", (IMAGE, {"prompt": "a rainy window"}),
             (SONG_FILM, {"prompt": "a rainy window", "audioSourceIndex": 2, "sourceImageIndex": 0})),
    ),
    "another voice": (
        turn(f'say "{WORDS}" in a warm voice', (VOICE, {"prompt": WORDS})),
        turn("a man's voice please", (VOICE, {"prompt": WORDS, "voice": "ryan"})),
        turn("slower", (VOICE, {"prompt": WORDS, "voiceDescription": "man voice, slower"})),
        turn("in blue", says="another voice"),
        turn("more urgent", (VOICE, {"prompt": WORDS, "voiceDescription": "man voice, slower, more urgent"})),
        turn("in german now", says="I do not translate"),
        turn("put it over a picture of a tiny museum", (IMAGE, {"prompt": "a tiny museum"}),
             (SONG_FILM, {"prompt": "a tiny museum", "audioSourceIndex": 3, "sourceImageIndex": 0})),
    ),
    "words in another language": (
        turn(f'a soft female voice: "{WORDS}"', (VOICE, {"prompt": WORDS, "voice": "serena"})),
        turn("in german", says="exact words"),
        turn("Willkommen im Museum", (VOICE, {"prompt": "Willkommen im Museum", "language": "german"})),
        turn("a museum at night", (IMAGE, {})),
        turn("let the voice play over the museum", (SONG_FILM, {"audioSourceIndex": 1, "sourceImageIndex": 0})),
    ),
    "lyrics become a song": (
        turn("write lyrics for a wedding song for Tom and Lea", (LYRICS, {"prompt": "a wedding song for Tom and Lea"})),
        turn("funnier", (LYRICS, {"prompt": "a wedding song for Tom and Lea, funnier"})),
        turn("mention her dog", (LYRICS, {"prompt": "a wedding song for Tom and Lea, funnier, mention her dog"})),
        turn("i like it, sing it softly", (SONG, {"lyrics": WRITTEN})),
        turn("as a rock song", (SONG, {"lyrics": WRITTEN})),
    ),
    "music under a film": (
        turn("a video of waves on a beach", ("generate_video", {})),
        turn("now with calm piano", (SONG, {"prompt": "calm piano music"}),
             (JOIN, {"videoIndices": [0], "audioIndex": 0})),
        turn("no, something jazzy", (SONG, {"prompt": "jazzy music"}), (JOIN, {"videoIndices": [0], "audioIndex": 1})),
        turn("quieter music", says="cannot change how loud"),
        turn("without the music again please", says="Video 0 is the same film without it"),
        turn("no music"),
    ),
    "a second wish": (
        turn("a picture of a lighthouse and a song about it", (IMAGE, {"prompt": "a lighthouse"}),
             (SONG, {"prompt": "song about a lighthouse"})),
        turn("make it stormy", ("edit_image", {"sourceImageIndex": 0})),
    ),
    "a sea shanty for a dog": (
        turn("animate this", (FILM, {"sourceImageIndex": -1}), files=[DOG]),
        turn("and a sea shanty in the background", (SONG, {"prompt": "sea shanty music"}), (JOIN, {"audioIndex": 0})),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", TALKS)
def test_what_is_heard_goes_on_from_the_newest_of_it(name: str) -> None:
    hold(PRODUCT, TALKS[name])
