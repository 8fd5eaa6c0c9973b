"""What must not be made: of thanks, words that only point, questions; and a turn whose rounds went another way."""

from typing import Any

import pytest

from studio.director import Call, Reply
from tests.studio.director.asking import PRODUCT, ask, failed, made, round_of
from tests.studio.director.conversation import Conversation
from tests.studio.director.talks import FILM, IMAGE

SONG, SPEECH = "generate_music", "generate_speech"
MADE = {"image": "draw a lighthouse on a cliff", "audio": "a quiet organ piece, 60 seconds"}
UPLOADED = {
    "image": ("image", "ring.jpg", (1600.0, 1200.0)),
    "video": ("video", "day.mp4", (720.0, 1280.0, 12.0)),
}

THANKS = """
thank you so much, the choir will love it!
That's perfect, thank you so much! My sixth graders will love it
thanks a million, our customers are going to go crazy for this
wonderful, thanks. callers will finally hear something decent
cheers mate, the lads at the pub will be singing it all night
thank you so much, the club members will definitely want one
thx! the congregation's gonna love singing this
thanks, you saved my evening, the guests will be amazed
"""

ASKED = """
I'd like something nice for our next exhibition, what do you need from me?
I need a flyer for my bakery, what info do you need?
could you make a logo for my cafe, what would you suggest?
i need a song for my wife's birthday, what do you need to know?
something for my mum's birthday, any ideas?
I'd love a picture for the hallway but I don't know what yet
what do you need from me to make a poster?
show me this ring from above
a picture of this dress on a beach
make a picture of it in the snow
create an image of them dancing
can you voice this for me
read this out in a deep voice for me
please read the following in a calm voice
read out loud for me, male voice
"""

DRAWN = (
    ("a girl out in the snow", "a girl out in the snow"),
    ("that moment when the sun hits the sea, oil painting", "that moment when the sun hits the sea, oil painting"),
    ("a man asking himself what do I need, comic panel", "a man asking himself what do I need, comic panel"),
    ("a student at a desk who does not know what to write", "a student at a desk who does not know what to write"),
    ("a cat wondering is that possible", "a cat wondering is that possible"),
    ("a choir that will love singing on a mountain", "a choir that will love singing on a mountain"),
    ("thanks! now a dog that will be running on the beach", "a dog that will be running on the beach"),
    ("a fox in the snow, is that possible?", "a fox in the snow"),
    ("out of Africa style landscape with acacia trees", "out of Africa style landscape with acacia trees"),
)  # fmt: skip

SPOKEN = (
    ("need a recording for our phone line, nice calm woman's voice: Hello, you've reached Willow Vets. If it's an "
     "emergency please call 555 0199.",
     "Hello, you've reached Willow Vets. If it's an emergency please call 555 0199."),
    ("hi! can you do a recording for our museum door please: Welcome! Mind the step, thank you.",
     "Welcome! Mind the step, thank you."),
    ("a friendly young man's voice: Good morning everyone. Please be quick!",
     "Good morning everyone. Please be quick!"),
    ("I'd like a recording of this text in a warm voice: So, now, please sit down. Ok?",
     "So, now, please sit down. Ok?"),
    ("safety message for the lift, robot voice: Doors closing. Please stand clear.",
     "Doors closing. Please stand clear."),
)  # fmt: skip


@pytest.mark.parametrize("kind", ["image", "audio"])
@pytest.mark.parametrize("text", THANKS.strip().splitlines())
def test_warm_thanks_are_welcome_and_order_nothing(text: str, kind: str) -> None:
    talk = Conversation(PRODUCT)
    talk.say(MADE[kind])
    assert talk.say(text) == []
    assert talk.text.startswith("You are welcome.")


def test_an_order_behind_thanks_is_carried_out() -> None:
    talk = Conversation(PRODUCT)
    talk.say(MADE["audio"])
    (call,) = talk.say("thank you, the choir will love it. can we have it longer, about 3 minutes")
    assert (call.name, call.arguments["duration"]) == (SONG, 180)


@pytest.mark.parametrize("text", ASKED.strip().splitlines())
def test_what_points_or_asks_is_asked_back(text: str) -> None:
    talk = Conversation(PRODUCT)
    assert talk.say(text) == []
    assert "?" in talk.text or "exact words" in talk.text or "Attach" in talk.text


@pytest.mark.parametrize(("text", "prompt"), DRAWN)
def test_the_same_words_in_a_scene_are_drawn(text: str, prompt: str) -> None:
    (call,) = Conversation(PRODUCT).say(text)
    assert (call.name, call.arguments["prompt"]) == (IMAGE, prompt)


@pytest.mark.parametrize(("text", "words"), SPOKEN)
def test_what_stands_behind_the_voice_is_read_to_the_letter(text: str, words: str) -> None:
    (call,) = Conversation(PRODUCT).say(text)
    assert (call.name, call.arguments["prompt"]) == (SPEECH, words)


def test_a_clip_is_widened_where_its_sides_are_to_be_filled() -> None:
    text = "this clip is filmed upright, can you make it 16:9 and fill in the sides"
    (call,) = Conversation(PRODUCT).say(text, files=[UPLOADED["video"]])
    assert call.arguments["controlMode"] == "outpaint"
    assert call.arguments["outpaintAspectRatio"] == "16:9"


def test_that_picture_with_the_song_is_a_film_of_both() -> None:
    talk = Conversation(PRODUCT)
    talk.say(MADE["image"])
    talk.say(MADE["audio"])
    (call,) = talk.say("now make a video of that picture with the song, start at 0:45")
    assert call.name == "sound_to_video"
    assert (call.arguments["sourceImageIndex"], call.arguments["audioStart"]) == (0, 45)


TRACK = ['audio -1: uploaded "track.wav", 60 s']
FILM_WISH = "a music video for my track, a drummer on a rooftop at sunset"


def _after(first: Call, *results: dict[str, Any]) -> Reply:
    return ask(FILM_WISH, TRACK, after=round_of(Reply("Here it comes.", (first,)), *results))


def test_a_film_that_was_made_without_its_looks_ends_the_turn() -> None:
    film = Call("sound_to_video", {"prompt": "A drummer", "audioSourceIndex": -1, "duration": 20})
    reply = _after(film, made("sound_to_video", "video", 0, results=[{"duration_seconds": 20}]))
    assert not reply.calls
    assert "video 0" in reply.text


@pytest.mark.parametrize(
    "result",
    [made(IMAGE, "image"), made(IMAGE, "video", 3), failed(IMAGE, "The picture was lost.")],
)
def test_looks_that_did_not_come_are_no_error(result: dict[str, Any]) -> None:
    looks = Call(IMAGE, {"prompt": "A drummer", "numberOfVariations": 3})
    assert _after(looks, result).text


def test_a_round_that_made_nothing_ends_in_words() -> None:
    looks = Call(IMAGE, {"prompt": "A drummer", "numberOfVariations": 3})
    reply = _after(looks, made(IMAGE, "image", withheldCount=3))
    assert not reply.calls
    assert "kept 3 back" in reply.text


def test_this_ring_is_turned_where_it_came_along() -> None:
    (call,) = Conversation(PRODUCT).say(
        "a video of this ring turning slowly", files=[UPLOADED["image"]]
    )
    assert (call.name, call.arguments["sourceImageIndex"]) == (FILM, -1)
