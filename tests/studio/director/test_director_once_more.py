"""The newest deed of any tool once more, told in ordinary words: what is said of it changes, all the rest stays."""

from typing import Any

import pytest

from studio.director import Call, Reply
from tests.studio.director.asking import PRODUCT, round_of
from tests.studio.director.conversation import Conversation

Deed = tuple[str, str, dict[str, Any]]
LINE = "Welcome to the museum."
READ: Deed = ("generate_speech", "read it", {"prompt": LINE, "model": "voice", "voice": "serena"})
SONG: Deed = (
    "generate_music",
    "a song",
    {"prompt": "birthday pop song, female voice", "duration": 40},
)
RIDE: Deed = (
    "generate_video",
    "a ride",
    {"prompt": "a cyclist on an alpine road at dawn", "duration": 5},
)
BEACH: Deed = ("generate_video", "a beach", {"prompt": "flight over a sunny beach", "duration": 8})
CAT: Deed = ("generate_image", "a cat", {"prompt": "a red cat on a sofa"})
LYRICS: Deed = ("compose_lyrics", "lyrics", {"prompt": "the sea"})
SCRIPT: Deed = ("compose_script", "an ad", {"brief": "a 30 second ad for a bakery"})
CUES = [{"text": "Hello", "startSeconds": 0.0, "endSeconds": 5.0}]
SUBTITLES: Deed = ("add_subtitles", "subtitles", {"sourceVideoIndex": 0, "cues": CUES})
SALE = {"kind": "text", "text": "SALE", "position": "top-center"}
TITLE: Deed = ("overlay_video", "a title", {"sourceVideoIndex": 0, "overlays": [SALE]})
JOINED: Deed = ("stitch_video", "join", {"videoIndices": [0, 1]})
MODEL: Deed = ("image_to_3d", "in 3d", {"sourceImageIndex": 0})
DANCE: Deed = (
    "dance_montage",
    "dance",
    {"dance": "rasputin", "duration": 12, "sourceImageIndex": 0},
)
ORBIT: Deed = ("orbit_video", "go round", {"sourceImageIndex": 0})


def _had(*deeds: Deed, given: int = 0) -> Conversation:
    """A conversation in which so many photos were given and these things made."""
    talk = Conversation(PRODUCT)
    if given:
        names = [talk._uploaded("image", f"photo{n}.jpg", (800.0, 600.0)) for n in range(given)]
        talk.messages += [
            {"role": "user", "content": f"here\n\nAttached: {', '.join(names)}"},
            {"role": "assistant", "content": "Fine. What shall I do with them?"},
        ]
    for tool, wish, arguments in deeds:
        call = Call(tool, dict(arguments))
        talk.messages.append({"role": "user", "content": wish})
        talk.messages += round_of(Reply("I will.", (call,)), talk._made(call))
        talk.messages.append({"role": "assistant", "content": "Here it is."})
    return talk


def _once_more(text: str, *deeds: Deed, given: int = 0) -> dict[str, Any]:
    """The arguments of the one call, which is of the newest deed's tool."""
    (call,) = _had(*deeds, given=given).say(text)
    assert call.name == deeds[-1][0]
    return call.arguments


@pytest.mark.parametrize(
    ("text", "voice", "told"),
    [
        ("same line again but a man's voice, and calmer", "ryan", "calmer"),
        (
            "could you read that slower and with a bit more warmth",
            "serena",
            "slower, bit more warmth",
        ),
        (
            "again please, but this time a young woman with an irish accent",
            "serena",
            "irish accent",
        ),
        ("the same text but spoken by an old man, slowly", "ryan", "old man, slowly"),
        ("less cheerful please, more like a news anchor", "serena", "like a news anchor"),
        ("do that again but whispering", "serena", "whispering"),
        ("one more time but as if you were bored", "serena", "as if you were bored"),
        ("repeat that with an australian accent", "serena", "australian accent"),
        ("a man, and less friendly", "ryan", "less friendly"),
        ("she sounds too sad", "serena", "happier"),
        ("it's too fast", "serena", "slower"),
        ("slow it down a little", "serena", "slower"),
        ("she should sound like a grandma", "serena", "like a grandma"),
        ("hmm can you try another voice", "ryan", ""),
    ],
)
def test_what_was_read_is_read_again(text: str, voice: str, told: str) -> None:
    arguments = _once_more(text, READ)
    assert arguments["prompt"] == LINE
    assert arguments["voice"] == voice
    assert told in arguments.get("voiceDescription", "")


def test_the_same_voice_says_other_words() -> None:
    arguments = _once_more('same voice but now say: "See you!"', READ)
    assert (arguments["prompt"], arguments["voice"]) == ("See you!", "serena")


@pytest.mark.parametrize(
    ("text", "prompt", "seconds"),
    [
        ("again, but a male singer", "birthday pop song, male singer", 40),
        ("have that as a jazz version instead of pop", "birthday jazz song, female voice", 40),
        ("shorter please, 20 seconds is enough", "birthday pop song, female voice", 20),
        ("make it twice as long", "birthday pop song, female voice", 80),
        ("a version without the voice", "birthday pop song, without the voice", 40),
        ("another one in the same style", "birthday pop song, female voice", 40),
        ("a version for my phone, 15 seconds", "birthday pop song, female voice", 15),
    ],
)
def test_a_song_is_made_again(text: str, prompt: str, seconds: int) -> None:
    arguments = _once_more(text, SONG)
    assert (arguments["prompt"], arguments["duration"]) == (prompt, seconds)


@pytest.mark.parametrize(
    ("text", "prompt", "seconds"),
    [
        ("nice. again but at night and in the rain",
         "at night and in the rain, a cyclist on an alpine road", 5),
        ("do it again, at night this time", "at night, a cyclist on an alpine road", 5),
        ("once more, only 3 seconds", "a cyclist on an alpine road at dawn", 3),
        ("I'd rather have it in autumn", "in autumn, a cyclist on an alpine road at dawn", 5),
        ("make it at night", "at night, a cyclist on an alpine road", 5),
        ("double the length", "a cyclist on an alpine road at dawn", 10),
        ("can we try that at night", "at night, a cyclist on an alpine road", 5),
        ("again but on a beach", "a cyclist on a beach at dawn", 5),
    ],
)  # fmt: skip
def test_a_film_is_made_again(text: str, prompt: str, seconds: int) -> None:
    arguments = _once_more(text, RIDE)
    assert (arguments["prompt"], arguments["duration"]) == (prompt, seconds)


@pytest.mark.parametrize(
    ("text", "deed", "told"),
    [
        ("again but happier and about a lake", LYRICS, "the sea, happier and about a lake"),
        ("try another version with a chorus for all", LYRICS, "the sea, with a chorus for all"),
        ("make it funnier and only 20 seconds", SCRIPT, "funnier, only 20 seconds"),
        (
            "the same but for the radio, without the baker",
            SCRIPT,
            "for the radio, without the baker",
        ),
        ("another one please", SCRIPT, "a 30 second ad for a bakery"),
    ],
)
def test_a_text_is_written_again(text: str, deed: Deed, told: str) -> None:
    arguments = _once_more(text, deed)
    assert told in (arguments.get("brief") or arguments["prompt"])


def test_another_length_of_a_script_takes_the_old_ones_place() -> None:
    arguments = _once_more("make it funnier and only 20 seconds", SCRIPT)
    assert arguments["duration_seconds"] == 20
    assert "30" not in arguments["brief"]


def test_subtitles_are_set_again_on_the_film_they_were_put_on() -> None:
    told = _once_more("again but in yellow and a bit bigger", RIDE, SUBTITLES)
    assert told["sourceVideoIndex"] == 0
    assert {"color", "fontSizePct"} <= set(told["style"])


@pytest.mark.parametrize(
    "text", ["change the text to Good night", 'again, but it should say "Good night"']
)
def test_subtitles_say_something_else(text: str) -> None:
    (cue,) = _once_more(text, RIDE, SUBTITLES)["cues"]
    assert cue["text"] == "Good night"


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ('again with "SOLD OUT" instead', "text", "SOLD OUT"),
        ("the same but at the bottom", "position", "bottom-center"),
        ("bigger and at the bottom please", "position", "bottom-center"),
    ],
)
def test_a_title_is_laid_on_again(text: str, name: str, value: str) -> None:
    (item,) = _once_more(text, RIDE, TITLE)["overlays"]
    assert item[name] == value


@pytest.mark.parametrize("deed", [SUBTITLES, TITLE])
def test_a_film_without_what_was_laid_on_it_is_there(deed: Deed) -> None:
    talk = _had(RIDE, deed)
    assert not talk.say("again but without the text")
    assert "Video 0 is the same film without it" in talk.text


@pytest.mark.parametrize(
    ("text", "order", "fades"),
    [
        ("again, but the other order and with a fade", [1, 0], True),
        ("do it again with a softer transition", [0, 1], True),
        ("again, second one first", [1, 0], False),
    ],
)
def test_films_are_joined_again(text: str, order: list[int], fades: bool) -> None:
    told = _once_more(text, RIDE, BEACH, JOINED)
    assert told["videoIndices"] == order
    assert ("transition" in told) is fades


@pytest.mark.parametrize(
    ("text", "dance", "seconds"),
    [
        ("another one, this time spongebob", "spongebob", 12),
        ("same dance but 20 seconds", "rasputin", 20),
    ],
)
def test_a_dance_is_danced_again(text: str, dance: str, seconds: int) -> None:
    told = _once_more(text, CAT, DANCE)
    assert (told["dance"], told["duration"]) == (dance, seconds)


@pytest.mark.parametrize("deed", [MODEL, ORBIT])
def test_trying_again_does_what_was_done_last(deed: Deed) -> None:
    assert _once_more("try again", CAT, deed)["sourceImageIndex"] == 0


def test_a_way_round_something_keeps_what_it_is_of() -> None:
    assert _once_more("again but at night", CAT, ORBIT)["prompt"] == "at night, a red cat on a sofa"


@pytest.mark.parametrize(
    ("tool", "more"),
    [("apply_style", {"prompt": "watercolour"}), ("remove_background", {}), ("image_to_3d", {}),
     ("upscale_image", {"scale": 2})],
)  # fmt: skip
@pytest.mark.parametrize(
    "text", ["do that again for the other photo", "can you do the same for the other picture too?"]
)
def test_the_other_photo_gets_the_same(tool: str, more: dict[str, Any], text: str) -> None:
    deed = (tool, "do it", {"sourceImageIndex": -1, **more})
    assert _once_more(text, deed, given=2) == {"sourceImageIndex": -2, **more}


def test_the_other_film_is_none_that_was_made_of_the_first() -> None:
    told = _once_more("do the same on the other video", RIDE, BEACH, TITLE)
    assert told["sourceVideoIndex"] == 1


def test_something_else_is_cut_out_of_the_same_picture() -> None:
    cut = ("segment_image", "the cat", {"sourceImageIndex": 0, "text": "cat", "applyMask": True})
    told = _once_more("again but the sofa", CAT, cut)
    assert told == {"sourceImageIndex": 0, "text": "sofa", "applyMask": True}


def test_the_second_of_the_photos_given_is_counted_among_them() -> None:
    deed = ("remove_background", "cut it out", {"sourceImageIndex": -1})
    assert _once_more("do the same with the second photo", deed, given=2)["sourceImageIndex"] == -2


@pytest.mark.parametrize("text", ["nah, undo", "can you undo that"])
def test_taking_a_change_back_draws_nothing(text: str) -> None:
    hat = ("edit_image", "a hat", {"prompt": "add a hat", "sourceImageIndex": 0})
    assert not _had(CAT, hat).say(text)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("a version for instagram", "length and no shape"),
        ("now with my name in it, I'm Lena", "Which words should be sung?"),
    ],
)
def test_what_a_song_cannot_be_is_asked_about(text: str, says: str) -> None:
    talk = _had(SONG)
    assert not talk.say(text)
    assert says in talk.text


INNOCENT = """
a cat at the window
a deep blue sea
a castle, and a calm lake
a night market in the rain
a man repeating a word, again and again
a choir singing the same song once more
one more light in the dark
a child drawing the same house again
"""


@pytest.mark.parametrize("text", INNOCENT.strip().splitlines())
@pytest.mark.parametrize("deed", [READ, LYRICS, SCRIPT, SONG])
def test_a_thing_of_its_own_is_drawn_after_any_of_them(text: str, deed: Deed) -> None:
    assert [call.name for call in _had(deed).say(text)] == ["generate_image"]


def test_a_picture_for_a_song_text_is_no_change_of_it() -> None:
    (call,) = _had(LYRICS).say("make a picture for it, dark and moody")
    assert call.name == "generate_image"
