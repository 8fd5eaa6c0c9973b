"""What can be asked of lengths, sizes and numbers: the bounds of the tools, and the facts of what is there."""

import pytest

from tests.studio.director.asking import SHORT, ask

FILM = ('video 0: generated, 832x480, 5.0 s, prompt "slow push in"',)


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("how long can a clip get?", "From 2 to 30 seconds"),
        ("what's the longest song you can make", "From 10 to 600 seconds"),
        ("How many images can you make at once?", "Up to 16 pictures"),
        ("and how large can a photo be?", "15360 pixels"),
        ("how long may my video be at most?", "From 2 to 30 seconds"),
    ],
)
def test_limits_are_those_of_the_tools(asked: str, told: str) -> None:
    reply = ask(asked)
    assert not reply.calls
    assert told in reply.text


def test_a_limit_that_no_tool_tells_is_not_made_up() -> None:
    assert "not told a limit" in ask("how long can a song be?", world=SHORT).text


@pytest.mark.parametrize(
    "asked", ["how long is the video?", "how long is it", "so how big is video 0"]
)
def test_facts_of_what_is_there_are_told(asked: str) -> None:
    assert "832 by 480 pixels, 5 seconds long" in ask(asked, FILM).text
