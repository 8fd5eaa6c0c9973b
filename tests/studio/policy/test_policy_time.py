"""Policy holds nobody up, whatever it is given to read."""

import time
from uuid import uuid4

import pytest

from studio.policy import forbids, forbids_branch
from studio.projects.orders import BadOrder, take_order

REPEATED = (
    "girl ", "sexy ", "let's ", "New York ", "call kill ", "tell to ", "all the ", "n u d e ", "a1b2 ", "é ", "裸 ",
    "nackt ", "wie bombe ", "tuez tous ", "n*de ", "a*", "emma watson ", "by emma ", "how to ", "clone voice ", "fake ",
    "call to attack the x women ", "attack a the school we want to ", "Emma Watson a nude lipstick ",
    "Emma Watson the a ",
    "phishing how to report ", "yourself how to stop ", "poison how to ", "10 year of ", "nakd ", "take her the ",
    "aa",
)  # fmt: skip
"""Words that keep one rule or another busy when they are said again and again."""


@pytest.mark.parametrize("words", REPEATED)
def test_a_long_text_is_read_at_once(words: str) -> None:
    """Twenty thousand letters; the best of a few, for what else the machine does is no matter of ours."""
    text = (words * 20_000)[:20_000]
    assert any(seconds(text) < 0.05 for _ in range(5))


@pytest.mark.parametrize("words", REPEATED)
def test_time_grows_with_the_text_and_not_faster(words: str) -> None:
    short, long = ((words * size)[:size] for size in (20_000, 80_000))
    bound = 8 * min(seconds(short) for _ in range(3)) + 0.01
    assert any(seconds(long) < bound for _ in range(3))


def seconds(text: str) -> float:
    """Of this process alone."""
    began = time.process_time()
    forbids(text)
    return time.process_time() - began


@pytest.mark.parametrize("texts", [["a"] * 90_000, ["New York, real, sexy " * 400] * 60])
def test_an_order_of_texts_that_nobody_uses_holds_nobody_up(texts: list[str]) -> None:
    """Orders are read where every other client waits."""
    frame = {"modelID": "z_image_turbo_bf16", "positivePrompt": "a lighthouse", "more": texts}
    began = time.process_time()
    with pytest.raises(BadOrder):
        take_order("0xa", "app", {"jobID": str(uuid4()), "keyFrames": [frame]})
    assert time.process_time() - began < 0.3


@pytest.mark.parametrize(
    "joint", ["x y z w v u t s r q p o n m l k j i h g ", "New York, real, sexy, king of a "]
)
def test_what_stands_between_branches_makes_no_prompt_endless(joint: str) -> None:
    """Repeated between ninety-nine empty branches, again and again."""
    prompt = f"{{99$${joint}$${'|' * 98}}}" * 28
    began = time.process_time()
    for take in range(4):
        forbids_branch(prompt, take, take)
    assert time.process_time() - began < 0.6
