"""Ordinary words that look like an order of another kind: they are drawn as they were said."""

import pytest

from studio.director import Call
from tests.studio.director.asking import PRODUCT
from tests.studio.director.conversation import Conversation
from tests.studio.director.talks import IMAGE

EDIT, MUSIC, VOICE, TITLE = "edit_image", "generate_music", "generate_speech", "overlay_video"
A_DOG, A_FILM, READ = "a dog", "a video of waves on a beach", 'say "Welcome" in a warm voice'

DRAWN_AT_FIRST = """
a couple dancing a waltz in a ballroom
monks singing hymns in a chapel
two old people dancing a polka at a wedding
a knight singing a serenade to a lady
an orchestra performing a symphony in a ruined hall
a couple waltzes in the snow
nocturne in blue and gold
a symphony of colours
hymn to the sun, ancient Egypt
a sailor hums a shanty on deck
elves bake cookies and decorate the tree
actors rehearse and stage the play
two women cook and dress the table
children find a fir and decorate it
wedding announcement: Anna and Ben, 4 June
birth announcement: Leo, 3 May
engagement announcement: Mia and Jon
save the date announcement: Anna and Ben, 4 June
a love story of a song and a cover
a woman with a beat, and cool cover art
a jazz band, and a cover
a piano tune box and its cover
"""
DRAWN_AFTER_A_DOG = """
a church with mountains behind
an ice cream with a cherry on top
three friends with a lake behind them
a lighthouse with waves behind it
a house and everything around it
two dogs and a cat more
cake with cherry on top
soldiers planting flowers instead of fighting
Kids playing cards instead of studying
robots watering plants instead of people
leave the city, road trip poster
swap the city for the country, travel poster
an orange
a ripe orange
"""
DRAWN_AFTER_A_READING = ("a rusty old robot", "a pirate", "the witch", "my grandma", "cat lady")


def _after(before: str, text: str) -> list[Call]:
    talk = Conversation(PRODUCT)
    if before:
        talk.say(before)
    return talk.say(text)


@pytest.mark.parametrize(
    ("before", "text"),
    [
        *(("", one) for one in DRAWN_AT_FIRST.strip().splitlines()),
        *((A_DOG, one) for one in DRAWN_AFTER_A_DOG.strip().splitlines()),
        *((READ, one) for one in DRAWN_AFTER_A_READING),
    ],
)
def test_words_of_a_picture_are_drawn_whole(before: str, text: str) -> None:
    (call,) = _after(before, text)
    assert call.name == IMAGE
    assert "sourceImageIndex" not in call.arguments
    assert call.arguments["prompt"] == text


@pytest.mark.parametrize(
    ("before", "text", "tool", "words"),
    [
        (A_DOG, "and now a pirate ship", IMAGE, "a pirate ship"),
        (A_DOG, "and now, two pirates", IMAGE, "two pirates"),
        ("", "put Santa in the middle of a snowy street", IMAGE,
         "Santa in the middle of a snowy street"),
        ("", "put Open Sundays at the bottom of a bakery poster", IMAGE,
         'a bakery poster with the words "Open Sundays" at the bottom'),
        (A_DOG, "a candle on top", EDIT, "add a candle on top"),
        (A_DOG, "yellow roses on top", EDIT, "add yellow roses on top"),
        (A_DOG, "and a pirate ship", EDIT, "add a pirate ship"),
        (A_DOG, "use lime instead of mint", EDIT, "use lime instead of mint"),
        (A_DOG, "a light orange", EDIT, "make it light orange"),
        (A_DOG, "orange", EDIT, "make it orange"),
        ("", "a slow waltz for piano", MUSIC, "slow waltz for piano"),
        ("", "a sea shanty about whales", MUSIC, "sea shanty about whales"),
        ("", "an evening hymn", MUSIC, "evening hymn"),
        (READ, "as a pirate", VOICE, "Welcome"),
        (READ, "like a witch", VOICE, "Welcome"),
        (READ, "try a robot", VOICE, "Welcome"),
        (READ, "a man's voice please", VOICE, "Welcome"),
        ("", "station announcement: the train is late", VOICE, "the train is late"),
    ],
)  # fmt: skip
def test_each_is_what_it_says(before: str, text: str, tool: str, words: str) -> None:
    (call,) = _after(before, text)
    assert (call.name, call.arguments["prompt"]) == (tool, words)


def test_a_room_is_drawn_and_then_furnished() -> None:
    made = _after("", "a picture of an empty room, and furnish it")
    assert [call.name for call in made] == [IMAGE, EDIT]


def test_what_is_missing_in_a_picture_of_its_own_is_no_change() -> None:
    assert not any(
        call.name == EDIT for call in _after(A_DOG, "the moon is missing, dark sky over a lake")
    )


@pytest.mark.parametrize("text", ["put Santa in the middle", "Put Batman at the top"])
def test_somebody_put_in_a_film_is_asked_about(text: str) -> None:
    assert _after(A_FILM, text) == []


@pytest.mark.parametrize("words", ["Open Sundays", "Friday", "SALE"])
def test_words_put_in_a_film_are_written(words: str) -> None:
    (call,) = _after(A_FILM, f"put {words} at the top")
    assert call.name == TITLE
    assert call.arguments["overlays"][0]["text"] == words
