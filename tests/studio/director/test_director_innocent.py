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
A fisherman. He is 70. Weathered skin, grey beard, looking at the sea
An old man sits on a bench. They look happy, he and his dog. It's autumn
My grandmother baking bread in her kitchen. It is autumn. Warm light from the window
a long week, illustrated as a snail climbing a hill
hard day, an office worker asleep on a desk
A logo. It's for a dentist
A card that reads: Dear Tom, thank you so much. We will miss you. Love, Anna
A gravestone that reads: Here lies Tom. He died of laughing
a note on a fridge: Gone to the shop. I love you. Mum
logo ideas for a podcast about space
tattoo ideas for my birthday
"""
GOES_ON = """
A lighthouse on a cliff. It is stormy. Waves crash below. He watches from the window
A portrait of a woman. She is 80. She has kind eyes. They are blue. Soft light
A busy market in Marrakech. It was taken at noon. Colours are vivid. This is a street photo
A boy and his robot. They are best friends. They will miss each other. Cinematic, 35mm
A train leaves the station. She is alone on the platform. This is the end of summer. Film grain
A man cries at a window. It is raining. He misses her
A birthday card for my sister, it's for her 30th birthday
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
logo ideas for a bakery
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
        *((A_DOG, one) for one in f"{DRAWN_AFTER_A_DOG}{GOES_ON}".strip().splitlines() if one),
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


@pytest.mark.parametrize(
    ("text", "tool", "words"),
    [
        ("Draw a knight. He is 20. He wears silver armour. It is night.", IMAGE,
         "a knight. He is 20. He wears silver armour. It is night"),
        ("Perfect. Now a street in Lisbon. It is early morning. He carries a guitar.", IMAGE,
         "a street in Lisbon. It is early morning. He carries a guitar"),
        ("I'd like a picture of a cafe. It is in Paris. It's raining.", IMAGE, "a cafe. It is in Paris. It's raining"),
        ("Make a film of a bear. It is fishing. It is winter.", "generate_video",
         "a bear. It is fishing. It is winter"),
        ("a birthday song for Tom, he is 7 and loves trains", MUSIC, "birthday song for Tom, he is 7 and loves trains"),
        ("a song about my grandma, she died in May. she loved roses", MUSIC,
         "song about my grandma, she died in May. she loved roses"),
        ("a song for my wife. She is 40. We met in Paris.", MUSIC, "song for my wife. She is 40. We met in Paris"),
        ("Put the dog on a beach. It is sunset. He is wet.", EDIT, "Put the dog on a beach. It is sunset. He is wet"),
        ("My cat is called Miso. She is orange. Draw her as a queen.", IMAGE,
         "her as a queen. My cat is called Miso. She is orange"),
        ("I'm writing a book about a girl who talks to crows. Draw the cover. She is ten.", IMAGE,
         "the cover. She is ten. I'm writing a book about a girl who talks to crows"),
        ("Put him on a ship. He is at the wheel.", EDIT, "Put him on a ship. He is at the wheel"),
        ("back to the future, delorean poster", IMAGE, "back to the future, delorean poster"),
    ],
)  # fmt: skip
def test_sentences_behind_a_wish_tell_of_what_it_makes(text: str, tool: str, words: str) -> None:
    (call,) = _after(A_DOG, text)
    assert (call.name, call.arguments["prompt"]) == (tool, words)


@pytest.mark.parametrize(
    "text",
    [
        "remove the ball. It's distracting",
        "remove the ball. It is my sister's.",
        "remove the ball. I took this in May.",
    ],
)
def test_what_is_told_of_what_is_there_is_no_part_of_a_change(text: str) -> None:
    (call,) = _after(A_DOG, text)
    assert (call.name, call.arguments["prompt"]) == (EDIT, "remove the ball")


def test_a_weather_told_of_another_one_is_a_change() -> None:
    (call,) = _after(A_FILM, "Another one. It's raining.")
    assert call.arguments["prompt"].startswith("raining")


def test_one_more_line_is_not_the_same_line() -> None:
    assert not any(call.name == VOICE for call in _after(READ, "one more line"))


def test_both_in_one_picture_are_no_films() -> None:
    talk = Conversation(PRODUCT)
    talk.say(A_DOG)
    talk.say("an owl")
    assert not talk.say("both in one picture")
    assert "film" not in talk.text.lower()


def test_a_time_of_day_is_no_time_of_a_song() -> None:
    talk = Conversation(PRODUCT)
    talk.say("a calm piano song about the sea")
    film = talk.say("a music video with a man at 5 minutes to midnight")[-1]
    assert "audioStart" not in film.arguments


@pytest.mark.parametrize(
    ("text", "films"),
    [("join the first and the last", [0, 1]), ("join the last and the first", [1, 0])],
)
def test_the_first_and_the_last_are_joined_as_they_are_named(text: str, films: list[int]) -> None:
    talk = Conversation(PRODUCT)
    talk.say("a video of a fox running")
    talk.say("a video of an owl flying")
    (call,) = talk.say(text)
    assert call.arguments["videoIndices"] == films


@pytest.mark.parametrize(
    ("before", "told", "text", "words"),
    [
        ("write lyrics about the sea", "prompt", "the same about the mountains", "the mountains"),
        ("write a script about a lost cat", "brief", "the same but about a lost key", "a lost key"),
    ],
)
def test_the_same_about_another_thing_is_of_that_alone(
    before: str, told: str, text: str, words: str
) -> None:
    (call,) = _after(before, text)
    assert call.arguments[told] == words
