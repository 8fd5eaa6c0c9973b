"""Questions what may be done with a result, and words that mean nothing alone: answered or asked, never paid for."""

from collections.abc import Sequence

import pytest

from tests.studio.director.asking import PRODUCT
from tests.studio.director.conversation import Conversation

STARTS: dict[str, Sequence[str]] = {
    "a picture": ("a fox in the snow",),
    "a song": ("a calm piano piece",),
    "lyrics": ("write lyrics about autumn",),
    "a film": ("a video of a train",),
}


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("can it be printed?", "1024 by 1024 pixels: sharp up to about 9 by 9 cm"),
        ("can this be printed on a mug?", "1024 by 1024 pixels"),
        ("may i sell it", "terms of the service"),
        ("is this copyrighted?", "terms of the service"),
        ("lol can i share it with my friends?", "download"),
        ("can i use it on my website?", "terms of the service"),
        ("can i 3d print that?", "has to become a 3D model first"),
    ],
)
def test_what_may_be_done_with_a_result_is_answered(text: str, says: str) -> None:
    talk = Conversation(PRODUCT)
    talk.say("a fox in the snow")
    assert not talk.say(text)
    assert says in talk.text


@pytest.mark.parametrize(
    "text", ["can it be brighter?", "can it have a hat?", "could it be printed in red letters"]
)
def test_a_wish_in_the_form_of_a_question_is_none_of_them(text: str) -> None:
    talk = Conversation(PRODUCT)
    talk.say('a sign that says "OPEN"')
    assert talk.say(text)


@pytest.mark.parametrize("name", STARTS)
@pytest.mark.parametrize(
    "text", ["start earlier", "finish it", "and the other one?", "less", "can you fix it?"]
)
def test_words_that_mean_nothing_alone_are_asked_about(name: str, text: str) -> None:
    talk = Conversation(PRODUCT)
    for said in STARTS[name]:
        talk.say(said)
    assert not talk.say(text)
    assert "?" in talk.text
