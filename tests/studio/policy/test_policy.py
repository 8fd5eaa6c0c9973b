"""What policy keeps from being made, and what only sounds like it."""

from uuid import uuid4

import pytest

from studio.policy import forbids, forbids_any, forbids_branch, sensitive
from studio.projects.orders import Declined, permit, take_order
from tests.studio.policy.policy_declined import CALLS_TO_VIOLENCE, DECLINED, OTHERS
from tests.studio.policy.policy_made import MADE


@pytest.mark.parametrize("text", DECLINED)
def test_it_is_declined(text: str) -> None:
    assert forbids(text)


@pytest.mark.parametrize("text", CALLS_TO_VIOLENCE)
def test_no_list_hides_a_call_to_violence(text: str) -> None:
    """A tool may be asked without the director, with a list of texts."""
    assert forbids_any({"lyrics": ["la la", text]})


def test_nothing_hides_in_the_members_of_a_list() -> None:
    """Subtitles and overlays are lists of objects."""
    assert forbids_any({"cues": [{"startSeconds": 0, "text": "hello"}, {"text": OTHERS[0]}]})
    assert not forbids_any({"cues": [{"text": "hello"}], "style": {"negativePrompt": OTHERS[0]}})


BRANCHED = "a nu{de|t} chi{ld|p}"


def test_nothing_hides_in_the_branches_of_a_prompt() -> None:
    """Said in pieces that come together only when the prompt's branches are taken."""
    frame = {"modelID": "z_image_turbo_bf16", "positivePrompt": BRANCHED}
    assert not forbids_any(frame)
    assert [forbids_branch(BRANCHED, take, 1) for take in (0, 1)] == [True, False]
    order = {"jobID": str(uuid4()), "keyFrames": [frame], "numberOfImages": 2}
    with pytest.raises(Declined):
        permit(take_order("0xa", "app", order))


@pytest.mark.parametrize(
    "text", ["n u d e woman", "nud3 woman", "nu\u200bde woman", "a nude woman"]
)
def test_the_filter_sees_through_disguises(text: str) -> None:
    assert sensitive(text)
    assert not sensitive("a woman in a nude-coloured dress, visible to the naked eye")


def test_what_is_not_wanted_is_no_wish() -> None:
    assert not forbids_any({"prompt": "a girl on a swing", "negativePrompt": "nude, child, sexy"})
    assert forbids_any({"prompt": OTHERS[0], "negativePrompt": "blurry"})


@pytest.mark.parametrize("text", MADE)
def test_it_is_made(text: str) -> None:
    assert not forbids(text)


def test_what_belongs_together_is_found_in_a_long_text() -> None:
    for before in range(6_900, 7_300, 40):
        assert forbids("la " * (before // 3) + "a nude child" + " la" * 3000)
    assert forbids("nude" + " " * 20_000 + "child")
    assert not forbids("nude lipstick, " + "la " * 4000 + "a child")
