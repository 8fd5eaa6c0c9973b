"""A subject from several sides, one after the other: the views there were are not made again, and a side stays."""

import pytest

from studio.director import Call, Reply
from tests.studio.director.asking import Message, ask, made, round_of

LEFT = "left side view eye-level shot medium shot"
MEDIA = (
    'image 0: generated, 1024x1024, prompt "a red fox in snow"',
    f'image 1: generated, 1024x1024, prompt "{LEFT}"',
)


def seen_from(view: str, said: str, index: int) -> list[Message]:
    """A turn in which image 0 was turned; `index` is the view that came of it."""
    call = Call("change_angle", {"description": view, "sourceImageIndex": 0})
    told = round_of(Reply("I turn it.", (call,)), made("change_angle", "image", index))
    return [
        {"role": "user", "content": said},
        *told,
        {"role": "assistant", "content": "Done."},
    ]


BEFORE = seen_from(LEFT, "show it from the left", 1)


@pytest.mark.parametrize(
    ("text", "view"),
    [
        ("from another side", "front-right quarter view eye-level shot medium shot"),
        ("from the other side", "right side view eye-level shot medium shot"),
        ("again from the right", "right side view eye-level shot medium shot"),
        ("from above", "left side view high-angle shot medium shot"),
        ("closer please", "left side view eye-level shot close-up"),
    ],
)
def test_a_view_after_a_view_is_of_the_first_picture(text: str, view: str) -> None:
    (call,) = ask(text, MEDIA, before=BEFORE).calls
    assert call.name == "change_angle"
    assert call.arguments["description"] == view
    assert call.arguments["sourceImageIndex"] == 0


def test_another_side_is_one_there_was_not_yet() -> None:
    media, before, views = list(MEDIA), list(BEFORE), [LEFT]
    for index in range(2, 6):
        (call,) = ask("from another side", media, before=before).calls
        views.append(call.arguments["description"])
        before += seen_from(views[-1], "from another side", index)
        media.append(f'image {index}: generated, 1024x1024, prompt "{views[-1]}"')
    assert len(set(views)) == len(views)


def test_a_picture_named_by_its_number_is_the_one_that_is_turned() -> None:
    (call,) = ask("image 1 from behind", MEDIA, before=BEFORE).calls
    assert call.arguments["sourceImageIndex"] == 1
