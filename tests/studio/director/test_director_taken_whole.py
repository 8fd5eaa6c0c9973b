"""Later turns of which every word counts: two changes at once, words exchanged, a part of a film, who is elsewhere."""

import pytest

from studio.director import Call, Reply
from studio.director.language.clauses import clauses_of
from studio.director.language.kinds_of_things import of_its_kind
from studio.director.language.viewpoints import tells_more_than_a_view
from tests.studio.director.asking import PRODUCT, ask, failed, round_of
from tests.studio.director.conversation import Conversation

Made = tuple[str, dict[str, object]]
QUEENS: Made = (
    "generate_image",
    {"prompt": "A queen with a crown, {close|on a throne|on a cliff|in a storm}", "numberOfVariations": 4},
)  # fmt: skip
KITTENS: Made = ("generate_image", {"prompt": "A poster of kittens playing in a waiting room"})
WINDOW: Made = ("generate_image", {"prompt": "A stained glass window of an angel"})
GIRL: Made = ("generate_image", {"prompt": "A girl with a red scarf, storybook illustration"})
LOGO: Made = ("generate_image", {"prompt": "A logo for a salon, gold on black"})
SONG: Made = ("generate_music", {"prompt": "A soft advent song", "duration": 90})
VOLCANO: Made = ("generate_video", {"prompt": "A volcano erupts at dusk", "duration": 10})
MORNING: Made = (
    "generate_speech",
    {"prompt": "Good morning Bristol, it's seven.", "voice": "ryan"},
)


def _after(text: str, *made: Made) -> list[Call]:
    talk = Conversation(PRODUCT)
    for tool, arguments in made:
        call = Call(tool, dict(arguments))
        talk.messages.append({"role": "user", "content": "make it"})
        talk.messages += round_of(Reply("Here it comes.", (call,)), talk._made(call))
        talk.messages.append({"role": "assistant", "content": "Here it is."})
    return talk.say(text)


@pytest.mark.parametrize(
    ("text", "index", "words"),
    [
        ("the third one! but make her older and give her a scar over the left eye", 2, ("older", "scar over the left")),
        ("the third one, but make her older", 2, ("make her older",)),
        ("second one! make her hair red and give her a sword", 1, ("hair red", "a sword")),
        ("go with the third, but make her look older and give her a scar", 2, ("look older", "a scar")),
    ],
)  # fmt: skip
def test_one_of_several_gets_both_changes_at_once(
    text: str, index: int, words: tuple[str, ...]
) -> None:
    (call,) = _after(text, QUEENS)
    assert (call.name, call.arguments["sourceImageIndex"]) == ("edit_image", index)
    assert all(one in call.arguments["prompt"] for one in words)
    assert "third" not in call.arguments["prompt"]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("make her older and animate it", 2),
        ("make her older and give it a title", 2),
        ("make it darker and make it a video", 2),
        ("make him dance and give him a hat", 2),
        ("make it longer and give it music", 2),
        ("make her older and give her a crown", 1),
    ],
)
def test_only_looks_are_changed_together(text: str, count: int) -> None:
    assert len(clauses_of(text)) == count


@pytest.mark.parametrize(
    ("text", "span", "prompt"),
    [
        ("the last 3 seconds look weird, can you redo those? the volcano should be calm with just a bit of smoke",
         (7, 10), "the volcano calm with just a bit of smoke"),
        ("can you replace the first 4 seconds? I want the mountain asleep with only some birds",
         (0, 4), "the mountain asleep with only some birds"),
        ("seconds 2 to 5 are too dark. make them a lava lake with just one boat on it",
         (2, 5), "a lava lake with just one boat on it"),
        ("the last 3 seconds are boring, change them to a sunrise", (7, 10), "a sunrise"),
        ("the last 3 seconds are kind of dull. can you swap them for a rainbow", (7, 10), "a rainbow"),
        ("make the last 3 seconds just smoke", (7, 10), "just smoke"),
        ("in the last 3 seconds make the sky red", (7, 10), "A volcano erupts at dusk, the sky red"),
    ],
)  # fmt: skip
def test_a_part_is_made_new_as_it_was_told(text: str, span: tuple[int, int], prompt: str) -> None:
    (call,) = _after(text, VOLCANO)
    assert call.name == "replace_video_segment"
    assert (call.arguments["startSeconds"], call.arguments["endSeconds"]) == span
    assert call.arguments["prompt"] == prompt


def test_several_of_a_kind_take_the_place_of_several() -> None:
    for text in ("again but with puppies", "same but with rabbits", "do it again with hamsters"):
        (call,) = _after(text, KITTENS)
        assert (
            call.arguments["prompt"] == f"A poster of {text.split()[-1]} playing in a waiting room"
        )


@pytest.mark.parametrize(
    ("prompt", "change"),
    [
        ("A poster of kittens playing", "with balloons"),
        ("A dog house in a garden", "with cats"),
        ("Cats and dogs on a wall", "with rabbits"),
        ("Two cats on a wall", "with a dog"),
        ("Kittens in a basket", "with cat toys"),
    ],
)
def test_what_is_of_another_kind_comes_beside(prompt: str, change: str) -> None:
    assert of_its_kind(prompt, change) == ""


def test_an_edit_says_what_is_instead_of_what() -> None:
    (call,) = _after("make it silver instead of gold", LOGO)
    assert call.arguments["prompt"] == "make it silver instead of gold"


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("now make a video of that picture with the song, start at the chorus at 0:45", 45),
        ("make a video with that picture and that song, starting at 30 seconds", 30),
        ("now a video of the window with the song", None),
        ("can you make a film of it with the song", None),
    ],
)
def test_a_film_of_a_picture_with_a_song_needs_no_new_picture(text: str, start: int | None) -> None:
    (call,) = _after(text, WINDOW, SONG)
    assert call.name == "sound_to_video"
    assert (call.arguments["audioSourceIndex"], call.arguments["sourceImageIndex"]) == (0, 0)
    assert call.arguments.get("audioStart") == start
    assert call.arguments["prompt"] == WINDOW[1]["prompt"]


@pytest.mark.parametrize(
    "text",
    [
        "now the same girl in a library, reading, seen from behind",
        "the same girl on a beach at sunset from above",
        "same girl but in a forest with a fox, low angle",
        "the same girl riding a bike, seen from the side",
    ],
)
def test_whoever_is_elsewhere_is_no_other_angle_only(text: str) -> None:
    (call,) = _after(text, GIRL)
    assert call.name == "edit_image"
    assert call.arguments["prompt"].split("girl")[1] == text.split("girl")[1]


@pytest.mark.parametrize(
    "text",
    ["same girl, seen from behind", "the same girl from the left", "same girl from behind and from above",
     "a girl in a library, seen from behind", "the same picture from above", "the same again in a library"],
)  # fmt: skip
def test_a_view_alone_tells_no_more(text: str) -> None:
    assert not tells_more_than_a_view(text)


@pytest.mark.parametrize(
    ("text", "words", "how"),
    [
        (
            "say it again but slower and with Devon instead of Bristol",
            "Good morning Devon, it's seven.",
            "slower",
        ),
        ("say it again with Cardiff instead of Bristol", "Good morning Cardiff, it's seven.", None),
        ("replace Bristol with Devon", "Good morning Devon, it's seven.", None),
        ("again, eight instead of seven", "Good morning Bristol, it's eight.", None),
        ("say it again slower", "Good morning Bristol, it's seven.", "slower"),
    ],
)
def test_words_of_a_reading_are_exchanged(text: str, words: str, how: str | None) -> None:
    (call,) = _after(text, MORNING)
    assert (call.arguments["prompt"], call.arguments.get("voiceDescription")) == (words, how)


def test_a_limit_says_what_comes_next() -> None:
    call = Call("animate_photo", {"prompt": "it runs", "sourceImageIndex": -1, "duration": 25})
    error = "duration: 25 is above the maximum of 20 for this model. Valid: 2 to 20 seconds."
    after = round_of(Reply("I will.", (call,)), failed(call.name, error))
    reply = ask("a 25 second film of it", ('image -1: uploaded "a.jpg", 64x48',), after=after)
    assert "at most 20 seconds here, not 25" in reply.text
    assert "5 seconds longer" in reply.text
