"""The director against a table of sentences: what it calls, when it only talks, and that its calls are well formed."""

import time
from collections.abc import Sequence
from functools import partial
from typing import Any

import pytest

from studio.director import direct
from tests.studio.director import asking
from tests.studio.director.asking import SHORT, failed, made, round_of

ask = partial(asking.ask, world=SHORT)
PICTURES = (
    'image 0: generated, 1024x1024, prompt "a lighthouse at dawn"',
    'image 1: generated, 1024x1024, prompt "a fox"',
    'image 2: generated, 1024x1024, prompt "a cat"',
)
PHOTO = ('image -1: uploaded "me.jpg", 800x600',)
SONG = ('audio -1: uploaded "song.m4a", 95.0 s',)
FILM = ('video 0: generated, 832x480, 5.0 s, prompt "slow push in"',)


@pytest.mark.parametrize(
    ("text", "media", "wanted"),
    [
        ("a lighthouse at night", (), {"prompt": "a lighthouse at night"}),
        ("Can you draw a horse?", (), {"prompt": "a horse"}),
        ("could you please make me a picture of my dog?", (), {"prompt": "my dog"}),
        ("a picture of a cat without a hat", (), {"prompt": "a cat without a hat"}),
        ("don't animate it, just make a picture of a dog", PICTURES, {"prompt": "a dog"}),
        ("a sunset 1080x1920", (), {"width": 1080, "height": 1920}),
        ("a sunset for tiktok", (), {"aspectRatio": "9:16"}),
        ("make 3 images of a red car", (), {"numberOfVariations": 3}),
        ("20 pictures of cats", (), {"numberOfVariations": 16}),
        ("ein Leuchtturm bei Nacht", (), {"prompt": "a lighthouse at night"}),
        ("mach mir ein Bild von einem Fuchs im Schnee", (), {"prompt": "a fox in snow"}),
        ("zeig mir vier Varianten eines Leuchtturms", (), {"numberOfVariations": 4}),
        ("un renard dans la neige", (), {"prompt": "a fox in the snow"}),
        ("una ciudad de noche", (), {"prompt": "a city at night"}),
        ("夜の灯台", (), {"prompt": "night lighthouse"}),
        ("image 1 again but at night", PICTURES, {"prompt": "a fox, at night"}),
        ("image 0 again but at night", PICTURES, {"prompt": "a lighthouse, at night"}),
        ("the second one but in blue", PICTURES, {"prompt": "a fox, blue"}),
        ("do it again", PICTURES, {"prompt": "a cat"}),
        (
            "put some rain on it",
            PICTURES,
            {"prompt": "a cat: put some rain on it", "sourceImageIndex": 2},
        ),
        ("make the sky in image 1 darker", PICTURES, {"sourceImageIndex": 1}),
        ("surprise me", (), {}),
    ],
)
def test_pictures_are_asked_for_as_meant(
    text: str, media: Sequence[str], wanted: dict[str, Any]
) -> None:
    (call,) = ask(text, media).calls
    assert call.name == "generate_image"
    assert {key: call.arguments.get(key) for key in wanted} == wanted


@pytest.mark.parametrize(
    ("text", "media", "sources"),
    [
        ("animate the second", PICTURES, [1]),
        ("animate the last one for 8 seconds", PICTURES, [2]),
        ("animate image 0 and image 1", PICTURES, [0, 1]),
        ("animate all of them", PICTURES, [0, 1, 2]),
        ("animate both", PICTURES[:2], [0, 1]),
        ("bring it to life", PICTURES, [2]),
        ("animate this\n\nAttached: image -1", PICTURES + PHOTO, [-1]),
        ("animiere das\n\nAttached: image -1", PHOTO, [-1]),
        ("\n\nAttached: image -1", PHOTO, [-1]),
        ("turn image 1 into a video with slow zoom out", PICTURES, [1]),
    ],
)
def test_the_right_pictures_move(text: str, media: Sequence[str], sources: list[int]) -> None:
    calls = ask(text, media).calls
    assert {call.name for call in calls} == {"animate_photo"}
    assert [call.arguments["sourceImageIndex"] for call in calls] == sources


@pytest.mark.parametrize(
    "text",
    [
        "make a music video of this song\n\nAttached: audio -1",
        "mach ein Musikvideo aus diesem Lied\n\nAttached: audio -1",
        "haz un video musical de esta canción\n\nAttached: audio -1",
        "fais un clip vidéo de cette chanson\n\nAttached: audio -1",
        "\n\nAttached: audio -1",
        "make a music video of this song, 10 s, starting at 1:20",
    ],
)
def test_a_song_gets_its_look_then_its_film_then_an_answer(text: str) -> None:
    looks = ask(text, SONG)
    assert looks.calls[0].name == "generate_image"
    assert looks.calls[0].arguments["aspectRatio"] == "16:9"
    first = round_of(looks, made("generate_image", "image", 0, 1, 2))
    film = ask(text, SONG + PICTURES, after=first)
    (call,) = film.calls
    assert call.name == "sound_to_video"
    assert (call.arguments["audioSourceIndex"], call.arguments["sourceImageIndex"]) == (-1, 0)
    if "1:20" in text:
        assert (call.arguments["audioStart"], call.arguments["duration"]) == (80, 10)
    told = {
        **made("sound_to_video", "video", 0),
        "results": [{"index": 0, "duration_seconds": 30.0}],
    }
    end = ask(text, SONG + PICTURES + FILM, after=[*first, *round_of(film, told)])
    assert not end.calls
    assert "video 0" in end.text


def test_two_things_are_made_side_by_side() -> None:
    calls = ask("a picture of a cat and a picture of a dog").calls
    assert [call.arguments["prompt"] for call in calls] == ["a cat", "a dog"]


def test_steps_that_need_each_other_come_one_after_the_other() -> None:
    text = "four versions of a lighthouse poster, then animate the second"
    first = ask(text)
    assert first.calls[0].arguments["numberOfVariations"] == 4
    four = round_of(first, made("generate_image", "image", 3, 4, 5, 6))
    second = ask(text, PICTURES, after=four)
    assert second.calls[0].arguments["sourceImageIndex"] == 4
    end = ask(text, after=[*four, *round_of(second, made("animate_photo", "video", 0))])
    assert not end.calls


def test_a_film_from_words_begins_with_its_picture() -> None:
    text = "make a video of a cat dancing"
    first = ask(text)
    assert [call.name for call in first.calls] == ["generate_image"]
    after = round_of(first, made("generate_image", "image", 0))
    assert [call.name for call in ask(text, after=after).calls] == ["animate_photo"]


@pytest.mark.parametrize("text", ["video 0 again but slower", "make it longer"])
def test_a_film_is_made_again_from_its_own_call(text: str) -> None:
    earlier = ask("animate image 0 for 6 seconds", PICTURES)
    before = [
        {"role": "user", "content": "animate image 0 for 6 seconds"},
        *round_of(earlier, made("animate_photo", "video", 0)),
        {"role": "assistant", "content": "Done: video 0."},
    ]
    (call,) = ask(text, PICTURES + FILM, before=before).calls
    assert call.name == "animate_photo"
    assert call.arguments["sourceImageIndex"] == 0
    assert call.arguments["duration"] > 6


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("are you an AI?", "rule-based stand-in"),
        ("who are you", "no AI model is involved"),
        ("Who made you?", "rule-based stand-in"),
        ("are you chatgpt", "rule-based stand-in"),
        ("bist du eine KI?", "rule-based stand-in"),
        ("wer bist du?", "rule-based stand-in"),
        ("qui es-tu ?", "rule-based stand-in"),
        ("what can you do?", "pictures"),
        ("hello", "What shall we make"),
        ("danke", "Glad"),
        ("", "What shall we make"),
        ("make", "What should it show"),
        ("make something", "What should it show"),
        ("make a picture", "What should the picture show"),
        ("asdkjh qwe", "What should it show"),
        ("x" * 3000, "What should it show"),
        ("animate it", "Which picture"),
        ("make a music video of this song", "attach"),
        ("animate image 7", "There is no image 7"),
        ("video 3 again", "There is no video 3"),
        ("make the sky darker", "Which picture"),
        ("what is the capital of France?", "no answer"),
        ("tell me a joke", "no answer"),
        ("write me a song", "cannot make music"),
        ("remove the background of image 0", "cannot remove backgrounds"),
        ("nude child", "will not"),
        ("draw a 12 year old girl naked", "will not"),
        ("how do I build a bomb", "will not"),
        ("no", "nothing is started"),
        ("never mind", "nothing is started"),
        ("don't make anything yet", "nothing is started"),
        ("nice", "What should come next"),
    ],
)
def test_it_answers_in_words_alone(text: str, words: str) -> None:
    reply = ask(text)
    assert not reply.calls
    assert words in reply.text


def test_facts_are_told_and_nothing_is_made_up() -> None:
    reply = ask("what's in this picture?\n\nAttached: image -1", PHOTO)
    assert not reply.calls
    assert "800 by 600" in reply.text
    assert "do not look" in reply.text


@pytest.mark.parametrize(
    "text", ["a lighthouse", "animate image 0", "make a video of a cat", "music video of this song"]
)
@pytest.mark.parametrize("tools", [(), ("generate_image",), ("animate_photo",)])
def test_only_offered_tools_are_called(text: str, tools: Sequence[str]) -> None:
    ask(text, PICTURES + SONG, tools=tools)  # `ask` checks each call


def test_a_failure_is_told_and_not_repeated() -> None:
    first = ask("a lighthouse")
    result = failed("generate_image", "Balance too low.")
    reply = ask("a lighthouse", after=round_of(first, result))
    assert not reply.calls
    assert "Balance too low" in reply.text


def test_too_little_money_is_told_and_is_no_missing_setting() -> None:
    first = ask("four versions of a lighthouse poster")
    reason = "This needs about 4. You have 1.9 until 1 December. Nothing was started."
    reply = ask(
        "four versions of a lighthouse poster",
        after=round_of(first, failed("generate_image", reason)),
    )
    assert not reply.calls
    assert reason in reply.text
    assert "Ask for something smaller, or for more credits" in reply.text


@pytest.mark.parametrize(
    "piece",
    [
        "child ",
        "a ",
        "draw a cat then ",
        '"',
        "the big red ",
        "image 1, ",
        " ",
        "\n",
        "1",
        "say: ",
        "x",
    ],
)
def test_long_wishes_are_read_in_bounded_time(piece: str) -> None:
    began = time.process_time()
    assert ask(piece * (40_000 // len(piece)), PICTURES).text
    assert time.process_time() - began < 3


@pytest.mark.parametrize(
    "request_",
    [
        {},
        {"messages": None},
        {"messages": [None, 7, {"role": "user", "content": {"a": 1}}]},
        {"messages": [{"role": "user", "content": [{"type": "text", "text": 5}]}], "tools": ["x"]},
        {"messages": [{"role": "tool", "content": "no json"}], "chat_template_kwargs": None},
        {"messages": [{"role": "user", "content": "a fox"}], "tools": [{"function": {"name": 7}}]},
    ],
)
def test_odd_requests_are_answered(request_: dict[str, Any]) -> None:
    assert direct(request_).text
