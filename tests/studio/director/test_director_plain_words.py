"""Words that look like an abbreviation, a shape, a model or an order, and are only what is to be seen."""

from typing import Any

import pytest

from tests.studio.director.asking import ask

DOG = ('image 0: generated, 1024x1024, prompt "a dog"',)
FILM = ('video 0: generated, 5.0 s, prompt "a train"',)

SEEN = [
    "a roman village in 50 bc",
    "an m8 bolt",
    "a chess board after b4",
    "a git diff",
    "a git diff on a screen",
    "a red letterbox in the snow",
    "a house with a letterbox",
    "a woman who is very tall, street photo",
    "a giraffe that is very tall",
    "a road that is very wide",
    "a street, long and narrow",
    "a phone sized robot",
    "a person as a laptop screen",
    "a dog as the cinema screen",
    "a cat tall like a door",
    "a snake long like a ribbon",
    "a cupboard with equal sides",
    "a car with flux capacitor",
    "a welder using flux and solder",
    "a river through flux",
    "a woman I love because my heart is hers",
    "a house so we can live there",
    "titles of my books on a shelf, photo",
    "a string arrangement for the wedding table",
    "chords of wood for the fire",
]


@pytest.mark.parametrize("text", SEEN)
def test_what_is_to_be_seen_keeps_its_words_and_gets_no_shape(text: str) -> None:
    (call,) = ask(text).calls
    assert call.name == "generate_image"
    assert call.arguments["prompt"] == text
    assert not {"aspectRatio", "width", "model"} & set(call.arguments)


MEANT = [
    ("a cake bc it is her bday", "a cake because it is her birthday", {}),
    ("the harbour b4 the storm", "the harbour before the storm", {}),
    ("a man in diff hats", "a man in different hats", {}),
    ("a lake, letterboxed", "a lake", {"aspectRatio": "21:9"}),
    ("a lake in letterbox format", "a lake", {"aspectRatio": "21:9"}),
    ("a tower, very tall", "a tower", {"aspectRatio": "9:16"}),
    ("a lake, like on a tv screen", "a lake", {"aspectRatio": "16:9"}),
    ("a moose, all equal sides", "a moose", {"aspectRatio": "1:1"}),
    ("a cat using flux", "a cat", {"model": "flux-3-klein"}),
    ("a cat with flux 3 at night", "a cat at night", {"model": "flux-3-klein"}),
    ("a cat because I love cats", "a cat", {}),
    ("a knight so we can print it", "a knight", {}),
]


@pytest.mark.parametrize(("text", "prompt", "more"), MEANT)
def test_what_is_meant_so_is_still_read_so(text: str, prompt: str, more: dict[str, Any]) -> None:
    (call,) = ask(text).calls
    assert call.arguments["prompt"] == prompt
    assert {one: call.arguments.get(one) for one in more} == more


def test_chords_are_drawn_where_no_piece_is_spoken_of() -> None:
    assert [one.name for one in ask("draw chords for the guitar").calls] == ["generate_image"]
    assert [one.name for one in ask("chords for a sad song").calls] == ["compose_instrumental"]


@pytest.mark.parametrize(
    "text", ["red panda", "blue whale", "black cat", "golden retriever", "lions on the rocks"]
)
def test_a_thing_with_its_colour_or_place_is_a_picture_of_its_own(text: str) -> None:
    (call,) = ask(text, DOG).calls
    assert (call.name, call.arguments["prompt"]) == ("generate_image", text)


@pytest.mark.parametrize("text", ["blue eyes", "golden hair", "red shoes"])
def test_a_part_in_a_colour_is_a_change(text: str) -> None:
    assert [one.name for one in ask(text, DOG).calls] == ["edit_image"]


def test_a_film_of_a_time_is_no_dance() -> None:
    assert "dance_montage" not in [one.name for one in ask("a rasputin film of the 1930s").calls]


def test_a_rock_is_seen_and_a_waltz_is_heard() -> None:
    assert [one.name for one in ask("also a rock", FILM).calls] == ["generate_image"]
    heard = [one.name for one in ask("also a waltz", FILM).calls]
    assert heard[0] == "generate_music"
