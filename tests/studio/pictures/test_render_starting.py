"""A picture that starts from another reaches the changes the edit tool makes, told alone or behind what it shows."""

from pathlib import Path

import pytest

from studio.renderers.pictures.starting import change_told
from tests.studio.render_material import ask, run, write_picture


@pytest.mark.parametrize(
    ("prompt", "change"),
    [
        ("a cat: put her in space", "put her in space"),
        ("make it night", "make it night"),
        ('a cover "Part: one": make it warmer', "make it warmer"),
        ("a red fox with a hat in the snow", ""),
        ('a sign that says "closed: go away"', ""),
    ],
)
def test_a_change_is_told_as_an_order(prompt: str, change: str) -> None:
    assert change_told(prompt) == change


@pytest.mark.parametrize(
    ("prompt", "understood"),
    [
        ("a cat: give her a crown", "crown"),
        ("a cat: put her in space", "background: space"),
        ("make it pop", "more saturated"),
        (
            'a cat: make a card with it that says "Happy Birthday Anna"',
            "“Happy Birthday Anna” on it",
        ),
        ("a lake in summer: make it winter", "winter"),
    ],
)
def test_what_an_edit_can_do_is_done(prompt: str, understood: str, tmp_path: Path) -> None:
    start = write_picture(tmp_path / "start.jpg", (160, 128))
    request = ask("image", "i2i", prompt, inputs={"startingImage": start})
    result, _ = run(request, tmp_path / "out")
    assert understood in result.notes["understood"]
    assert (result.width, result.height) == (request.width, request.height)


def test_a_crop_is_in_the_size_that_was_asked_for(tmp_path: Path) -> None:
    start = write_picture(tmp_path / "start.jpg", (320, 192))
    request = ask(
        "image", "i2i", "crop to 9:16", width=144, height=256, inputs={"startingImage": start}
    )
    result, _ = run(request, tmp_path / "out")
    assert (result.width, result.height) == (144, 256)
    assert result.notes["understood"] == ["cropped 9:16"]


@pytest.mark.parametrize(
    "prompt",
    [
        'a logo for a bakery: make a post with it with the words "We open on Saturday"',
        'a city at night: make a thumbnail of it with the title "NIGHT DRIVE"',
    ],
)
def test_a_picture_is_printed_with_words(prompt: str, tmp_path: Path) -> None:
    start = write_picture(tmp_path / "start.jpg", (320, 192))
    request = ask("image", "i2i", prompt, width=256, height=256, inputs={"startingImage": start})
    result, _ = run(request, tmp_path / "out")
    assert (result.width, result.height) == (256, 256)
    assert result.notes["understood"] == [f"“{prompt.split(chr(34))[1]}” on it"]
