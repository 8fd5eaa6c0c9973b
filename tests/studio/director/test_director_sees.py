"""Pictures put before the director are measured; what it says about them is true, and it recognises nothing."""

import base64
import time
from io import BytesIO
from typing import Any

import pytest
from PIL import Image, ImageDraw

from studio.agent.loop import looks
from studio.agent.session import Session
from studio.director import direct
from studio.director.talking.seeing import look_at
from tests.studio.director.asking import ask


def address(picture: Image.Image, form: str = "PNG") -> str:
    out = BytesIO()
    picture.save(out, form)
    return f"data:image/{form.lower()};base64," + base64.b64encode(out.getvalue()).decode()


def landscape() -> Image.Image:
    """A bright sky over dark ground with a red disc in the middle."""
    picture = Image.new("RGB", (600, 400), (200, 225, 255))
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 280, 600, 400), fill=(20, 20, 20))
    draw.ellipse((200, 90, 400, 260), fill=(220, 20, 20))
    return picture


def shown(text: str, *pictures: str, names: str = "image -1") -> list[dict[str, Any]]:
    parts: list[dict[str, Any]] = [{"type": "text", "text": f"{text}\n\nAttached: {names}"}]
    return parts + [{"type": "image_url", "image_url": {"url": url}} for url in pictures]


MEDIA = ('image -1: uploaded "a.png", 600x400', 'image -2: uploaded "b.png", 64x128')


@pytest.mark.parametrize(
    "text",
    [
        "what do you see?",
        "describe this picture",
        "what's in this image",
        "which colours are in it? describe it",
    ],
)
def test_it_describes_what_it_measures(text: str) -> None:
    reply = ask(shown(text, address(landscape())), MEDIA)
    assert not reply.calls
    for words in ("measure, not recognise", "600 by 400", "landscape", "red", "black", "middle"):
        assert words in reply.text, reply.text
    assert "face" not in reply.text


def test_it_compares_two_pictures() -> None:
    dark, light = (
        Image.new("RGB", (64, 128), (20, 20, 30)),
        Image.new("RGB", (64, 128), (240, 240, 240)),
    )
    urls = (address(dark), address(light, "JPEG"))
    reply = ask(shown("which one is brighter?", *urls, names="image -1, image -2"), MEDIA)
    assert reply.text.startswith("Image -2 is brighter than image -1")
    reply = ask(shown("which of the two is darker", *urls, names="image -1, image -2"), MEDIA)
    assert reply.text.startswith("Image -1 is darker")


def test_measures_follow_the_picture() -> None:
    plain, busy = (
        look_at(address(Image.new("RGB", (300, 300), "white"))),
        look_at(address(checks())),
    )
    assert plain is not None
    assert busy is not None
    assert plain.brightness > 99
    assert plain.orientation == "square"
    assert plain.palette == (("white", 1.0, "#ffffff"),)
    assert {one.colour for one in plain.grid} == {"white"}
    assert busy.detail > 130 > plain.detail
    assert busy.contrast > 80 > plain.contrast
    cut = Image.new("RGBA", (100, 200), (0, 0, 0, 0))
    ImageDraw.Draw(cut).rectangle((0, 0, 99, 99), fill=(0, 160, 0, 255))
    look = look_at(address(cut))
    assert look is not None
    assert look.transparent == pytest.approx(0.5, abs=0.02)
    assert look.orientation == "portrait"
    assert look.areas[0][:2] == ("green", "top")


def checks() -> Image.Image:
    picture = Image.new("RGB", (256, 256), "white")
    draw = ImageDraw.Draw(picture)
    for x in range(0, 256, 8):
        for y in range(0, 256, 8):
            if (x + y) % 16:
                draw.rectangle((x, y, x + 7, y + 7), fill="black")
    return picture


@pytest.mark.parametrize(
    "url",
    [
        "data:image/png;base64,AAAA",
        "data:image/png;base64,!!!",
        "http://127.0.0.1/a.png",
        "data:text/html;base64,PGh0bWw+",
        "",
    ],
)
def test_what_is_no_picture_is_said_to_be_none(url: str) -> None:
    reply = ask(shown("describe this", url), MEDIA)
    assert not reply.calls
    assert "could not open" in reply.text


def test_looking_is_bounded() -> None:
    big = address(Image.new("RGB", (9000, 9000), "navy"))
    assert look_at(big) is None
    began = time.process_time()
    parts = shown("describe these", *[address(landscape(), "JPEG")] * 30)
    assert "measure" in direct({"messages": [{"role": "user", "content": parts}]}).text
    assert time.process_time() - began < 5


def test_pictures_are_not_looked_at_when_something_is_to_be_made() -> None:
    (call,) = ask(shown("animate this", address(landscape())), MEDIA).calls
    assert call.name == "animate_photo"
    assert call.arguments["sourceImageIndex"] == -1


def test_a_hosted_session_keeps_the_pictures_of_a_message() -> None:
    content = [
        {"type": "text", "text": "what do you see?"},
        {"type": "image_url", "image_url": {"url": address(landscape())}},
    ]
    session = Session("a", [{"role": "user", "content": content}], attached=(("image", -1),))
    told = session.told()
    assert looks(told)
    assert "Image -1 is 600 by 400 pixels" in direct({"messages": told}).text


@pytest.mark.parametrize(
    "text",
    [
        "Where is the red circle?",
        "How many shapes are there?",
        "Is it a photo taken at night?",
        "Does it show a circle?",
        "where's the ground",
    ],
)
def test_a_question_nothing_else_answers_is_about_the_picture_it_came_with(text: str) -> None:
    reply = ask(shown(text, address(landscape())), MEDIA)
    assert not reply.calls
    for words in ("measure, not recognise", "a red area in the middle", "600 by 400"):
        assert words in reply.text, reply.text


@pytest.mark.parametrize("text", ["who won the cup in 1998?", "what is the capital of France?"])
def test_pictures_that_are_only_in_view_do_not_answer_such_a_question(text: str) -> None:
    parts = shown(text, address(landscape()))
    parts[0]["text"] = f"{text}\n\nPictures in view: image -1"
    assert "no answer" in ask(parts, MEDIA).text


@pytest.mark.parametrize(
    ("colour", "name"),
    [("pink", "pink"), ("lightcoral", "pink"), ("lightpink", "pink"), ("red", "red"),
     ("crimson", "red"), ("darkred", "red"), ("saddlebrown", "brown"), ("navy", "blue"),
     ("skyblue", "blue"), ("hotpink", "pink"), ("gold", "yellow"), ("darkgreen", "green")],
)  # fmt: skip
def test_colours_have_their_usual_names(colour: str, name: str) -> None:
    look = look_at(address(Image.new("RGB", (64, 64), colour)))
    assert look is not None
    assert look.palette[0].name == name


def test_a_small_sun_is_seen() -> None:
    picture = Image.new("RGB", (900, 600), (135, 206, 235))
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 420, 900, 600), fill=(30, 120, 40))
    draw.ellipse((650, 40, 800, 190), fill=(255, 220, 0))
    look = look_at(address(picture))
    assert look is not None
    assert [area[:2] for area in look.areas][2:] == [("yellow", "upper right")]
