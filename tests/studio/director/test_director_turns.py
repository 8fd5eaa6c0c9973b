"""Conversations with the director: what was made before, its own questions, failures it mends, both numberings."""

import json
import time
from collections.abc import Sequence
from typing import Any

import pytest

from studio.director import Call, Reply, direct
from tests.studio.director.asking import (
    HOSTED,
    PRODUCT,
    SHORT,
    Message,
    ask,
    failed,
    made,
    play,
    round_of,
)
from tests.studio.director.utterances.media import FILMS, PHOTO, PICTURES, SONG, TUNE

Deed = tuple[str, dict[str, Any], Message]


def talked(*turns: tuple[str, str | Deed]) -> list[Message]:
    """Turns before: what a person said, and an answer in words or a call with its result."""
    found: list[Message] = []
    for said, answer in turns:
        found.append({"role": "user", "content": said})
        if isinstance(answer, str):
            found.append({"role": "assistant", "content": answer})
            continue
        name, arguments, result = answer
        found += round_of(Reply("I will.", (Call(name, arguments),)), result)
        found.append({"role": "assistant", "content": "Done."})
    return found


WAVES = {"prompt": "waves", "sourceImageIndex": 0, "duration": 6}
MOVED = talked(
    ("animate image 0 for 6 seconds", ("animate_photo", WAVES, made("animate_photo", "video", 0)))
)
FOUR = talked(
    (
        "four versions of a boat",
        (
            "generate_image",
            {"prompt": "a boat, {a|b|c|d}", "numberOfVariations": 4},
            made("generate_image", "image", 3, 4, 5, 6),
        ),
    )
)
BOATS = PICTURES + tuple(
    f'image {n}: generated, 1024x1024, prompt "a boat, {n}"' for n in (3, 4, 5, 6)
)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("make it 10 seconds", {"duration": 10}),
        ("slower please", {"duration": 9}),
        ("again but at night", {"prompt": "at night, waves", "duration": 6}),
        ("do that again", WAVES),
        ("another one with rain", {"prompt": "with rain, waves"}),
    ],
)
@pytest.mark.parametrize("world", [PRODUCT, SHORT])
def test_a_film_is_made_again_from_its_sources(
    text: str, wanted: dict[str, Any], world: Any
) -> None:
    media = (*PICTURES, 'video 0: generated, 832x480, 6.0 s, prompt "waves"')
    (call,) = ask(text, media, before=MOVED, world=world).calls
    assert call.name == "animate_photo"
    assert call.arguments["sourceImageIndex"] == 0
    assert {name: call.arguments[name] for name in wanted} == wanted


@pytest.mark.parametrize(
    ("text", "name", "indices"),
    [
        ("animate the second one", "animate_photo", [4]),
        ("i like the third one, upscale it", "upscale_image", [5]),
        ("make them all black and white", "edit_image", [3, 4, 5, 6]),
        ("the last two as watercolors", "apply_style", [5, 6]),
        ("remove the background of the first one", "remove_background", [3]),
    ],
)
def test_places_are_those_of_the_newest_batch(text: str, name: str, indices: list[int]) -> None:
    calls = ask(text, BOATS, before=FOUR).calls
    assert {call.name for call in calls} == {name}
    assert [call.arguments["sourceImageIndex"] for call in calls] == indices


def test_sizes_and_lengths_stay_in_force_until_changed() -> None:
    before = talked(("a lighthouse 1080x1920", "Done."))
    (call,) = ask("now a fox", PICTURES[:1], before=before).calls
    assert (call.arguments["width"], call.arguments["height"]) == (1080, 1920)
    (call,) = ask("a fox in 16:9", PICTURES[:1], before=before).calls
    assert call.arguments["aspectRatio"] == "16:9"
    assert "width" not in call.arguments
    (call,) = ask("animate it", PICTURES[:1], before=before).calls
    assert not {"width", "height", "aspectRatio"} & set(call.arguments)  # the picture's shape
    before = talked(("a 12 second video of a storm", "Done."))
    (call,) = ask("now a video of a calm sea", before=before).calls
    assert call.arguments["duration"] == 12


@pytest.mark.parametrize(
    ("wish", "answer", "media", "name", "wanted"),
    [
        ("animate it", "the second one", PICTURES, "animate_photo", {"sourceImageIndex": 1}),
        ("animate image 9", "1", PICTURES, "animate_photo", {"sourceImageIndex": 1}),
        ("make a picture", "a red fox", (), "generate_image", {"prompt": "a red fox"}),
        (
            "make a video",
            "a harbour at night",
            (),
            "generate_video",
            {"prompt": "a harbour at night"},
        ),
        ("write lyrics", "my old bicycle", (), "compose_lyrics", {"prompt": "my old bicycle"}),
        ("i need a voice over", "Welcome home", (), "generate_speech", {"prompt": "Welcome home"}),
        ("a dance video please", "chanel", PICTURES, "dance_montage", {"dance": "chanel"}),
    ],
)
def test_an_answer_completes_the_request(
    wish: str, answer: str, media: Sequence[str], name: str, wanted: dict[str, Any]
) -> None:
    asked = ask(wish, media if wish != "animate it" else ())
    assert asked.asks
    (call,) = ask(answer, media, before=talked((wish, asked.text))).calls
    assert call.name == name
    assert {key: call.arguments.get(key) for key in wanted} == wanted


def after_failure(text: str, media: Sequence[str], error: str, **more: Any) -> Reply:
    first = ask(text, media)
    results = [failed(call.name, error, **more) for call in first.calls]
    return ask(text, media, after=round_of(first, *results))


@pytest.mark.parametrize(
    ("text", "media", "error", "wanted"),
    [
        (
            "animate image 1",
            PICTURES,
            "There is no image 1 here. There is image 0.",
            {"sourceImageIndex": 0},
        ),
        (
            "animate the fox for 15 seconds",
            PICTURES,
            "duration: 15 is greater than the maximum of 10",
            {"duration": 10},
        ),
        (
            "animate the fox for 15 s",
            PICTURES,
            "The duration must be between 2 and 8 seconds.",
            {"duration": 8},
        ),
        ("a lighthouse 4000x3000", (), "width: at most 2048", {"width": 2048, "height": 1536}),
        (
            "a techno track, 120 bpm",
            (),
            "Model ace_step_1.5_xl_turbo is not available here.",
            {"model": None, "bpm": 120},
        ),
        (
            "a fox for tiktok",
            (),
            "Additional properties are not allowed ('aspectRatio' was unexpected)",
            {"aspectRatio": None},
        ),
        ("upscale image 0", PICTURES, "'scale' is a required property", {"scale": 2}),
        (
            "20 pictures of cats",
            (),
            "numberOfVariations: 16 is greater than the maximum of 8",
            {"numberOfVariations": 8},
        ),
    ],
)
def test_a_call_is_mended_as_the_failure_says(
    text: str, media: Sequence[str], error: str, wanted: dict[str, Any]
) -> None:
    reply = after_failure(text, media, error)
    (call,) = reply.calls
    assert {name: call.arguments.get(name) for name in wanted} == wanted


def test_of_several_that_could_be_meant_it_asks_which() -> None:
    reply = after_failure(
        "animate image 1", PICTURES, "There is no image 1 here. There is image 0 and 2."
    )
    assert not reply.calls
    assert reply.asks


def test_it_tries_again_what_may_be_tried_again_and_gives_up_after_two_tries() -> None:
    assert after_failure("a fox", (), "The worker went away.", retryable=True).calls
    text, errors = "animate the fox for 15 seconds", (10, 5, 3)
    after: list[Message] = []
    for most in errors:
        reply = ask(text, PICTURES, after=after)
        assert reply.calls
        after += round_of(reply, failed("animate_photo", f"duration: at most {most}"))
    reply = ask(text, PICTURES, after=after)
    assert not reply.calls
    assert "stop here" in reply.text


def test_a_chain_goes_on_after_a_mended_step() -> None:
    text, lines = "draw a fox and animate it for 12 seconds", ['image 0: generated, prompt "a fox"']
    first = ask(text)
    after = round_of(first, made("generate_image", "image", 0))
    second = ask(text, lines, after=after)
    after += round_of(second, failed("animate_photo", "duration: at most 8"))
    third = ask(text, lines, after=after)
    assert third.calls[0].arguments["duration"] == 8
    after += round_of(third, made("animate_photo", "video", 0))
    end = ask(text, lines, after=after)
    assert not end.calls
    assert "image 0" in end.text
    assert "video 0" in end.text


def test_each_schema_is_met_in_its_own_numbering() -> None:
    text, media = "make a music video of my song\n\nAttached: audio -1, image -1", PHOTO + SONG
    (ours,) = ask(text, media).calls
    assert (ours.arguments["audioSourceIndex"], ours.arguments["sourceImageIndex"]) == (-1, -1)
    (theirs,) = ask(text, media, world=HOSTED).calls
    assert (theirs.arguments["audioSourceIndex"], theirs.arguments["sourceImageIndex"]) == (0, 0)
    film = ('video -1: uploaded "a.mp4", 5.0 s', 'video -2: uploaded "b.mp4", 5.0 s')
    (ours,) = ask("turn the second video into anime", film).calls
    (theirs,) = ask("turn the second video into anime", film, world=HOSTED).calls
    assert ours.arguments["videoSourceIndex"] == -2
    assert theirs.arguments["videoSourceIndex"] == 1
    (call,) = ask("stitch both videos", film, world=HOSTED).calls
    assert call.arguments["videoIndices"] == [-1, -2]


@pytest.mark.parametrize(
    ("text", "tools", "words"),
    [
        ("remove the background of image 0", ("generate_image",), "cannot remove backgrounds"),
        ("upscale image 1", ("generate_image",), "cannot enlarge pictures"),
        ("stitch both clips", ("generate_image",), "cannot join films"),
        ("make a techno track", ("generate_image",), "cannot make music"),
        ("a lighthouse", ("animate_photo",), "cannot make pictures"),
    ],
)
def test_what_no_tool_can_do_is_said(text: str, tools: Sequence[str], words: str) -> None:
    reply = ask(text, PICTURES + FILMS, tools=tools)
    assert not reply.calls
    assert words in reply.text
    assert "I can " in reply.text


def test_a_music_bed_is_made_and_laid_under_the_film() -> None:
    calls = [call for one in play("add music to it", FILMS) for call in one]
    assert [call.name for call in calls] == ["generate_music", "stitch_video"]
    assert calls[1].arguments == {"videoIndices": [1], "audioIndex": 0}
    (call,) = ask("put the piano piece under the first clip", FILMS + TUNE).calls
    assert call.arguments == {"videoIndices": [0], "audioIndex": 0}


def test_what_it_cost_is_told_from_the_results_alone() -> None:
    cost = made("generate_image", "image", 0, estimated_cost={"spark": 3.5})
    before = talked(("a fox", ("generate_image", {"prompt": "a fox"}, cost)))
    assert "3.5 Spark" in ask("what did that cost?", PICTURES, before=before).text
    assert "not told" in ask("what did that cost?", PICTURES).text
    charged = [made("generate_image", "image", at, cost={"credits": "0.9"}) for at in (0, 1)]
    turns = [("a fox", ("generate_image", {"prompt": "a fox"}, one)) for one in charged]
    said = ask("thanks! how much did all of that cost me?", PICTURES, before=talked(*turns)).text
    assert "The 2 requests I know of cost 1.8 credits together." in said


def test_texts_that_tools_wrote_are_in_the_answer() -> None:
    first = ask("write lyrics about the sea")
    written = {
        "ok": True,
        "tool": "compose_lyrics",
        "title": "Tide",
        "lyrics": "[Verse]\nOver the sea",
    }
    reply = ask("write lyrics about the sea", after=round_of(first, written))
    assert not reply.calls
    assert "Over the sea" in reply.text


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Write a short title for this conversation.", "Red fox in the snow at dawn"),
        (
            'Give this chat a title as JSON: {"title": "..."}',
            {"title": "Red fox in the snow at dawn"},
        ),
    ],
)
def test_titles_come_in_the_form_that_was_asked_for(text: str, title: Any) -> None:
    before = talked(("please draw a red fox in the snow at dawn, then animate it", "Done."))
    told = ask(text, before=before).text
    assert (told if isinstance(title, str) else json.loads(told)) == title


def test_a_title_is_found_in_a_quoted_conversation() -> None:
    system = "You write titles for conversations. Answer with the title only."
    said = "User: make four versions of a lighthouse poster\nAssistant: Done."
    messages = [{"role": "system", "content": system}, {"role": "user", "content": said}]
    assert direct({"messages": messages}).text == "Lighthouse poster"


def test_suggestions_come_as_a_list() -> None:
    told = ask(
        "Suggest three follow-ups for this conversation as a JSON array of strings.",
        BOATS,
        before=FOUR,
    )
    rows = json.loads(told.text)
    assert len(rows) == 3
    for row in rows:
        assert ask(row, BOATS, before=FOUR).calls


def test_it_thinks_when_thinking_is_on_only() -> None:
    assert (
        "animate it"
        in ask("animate it", PICTURES, chat_template_kwargs={"enable_thinking": True}).thinking
    )
    assert not ask("animate it", PICTURES).thinking


def test_a_sentence_that_was_cut_short_ends_once() -> None:
    long = "a lighthouse on a rocky coast with a wide sea, drifting clouds, gulls, boats, " * 3
    for text in (f"make {long}", "make a music video of this song"):
        said = ask(text, SONG).text
        assert said
        assert "…." not in said
        assert said.rstrip().endswith(("…", ".", "?"))


@pytest.mark.parametrize(
    "text",
    [
        "ohhh wow, that one is so beautiful!! thanks a lot",
        "thank you so much",
        "Perfect, just what we wanted. You are the best!",
        "haha i love it, it looks absolutely stunning and exactly how i imagined it",
        "the second picture is gorgeous, well done",
    ],
)
def test_delight_makes_nothing(text: str) -> None:
    reply = ask(text, PICTURES, before=FOUR)
    assert not reply.calls
    assert "next" in reply.text


def test_laughter_takes_no_time() -> None:
    began = time.process_time()
    ask("ha" * 140 + " x y", PICTURES)
    assert time.process_time() - began < 2


@pytest.mark.parametrize(
    "text",
    [
        "thank you so much, now make it darker",
        "gorgeous! animate the second one",
        "a beautiful castle on a hill",
        "perfect, but can you remove the tree",
    ],
)
def test_delight_before_a_wish_does_not_hide_it(text: str) -> None:
    assert ask(text, BOATS, before=FOUR).calls


def test_what_the_filter_kept_back_is_said() -> None:
    reply = ask("three versions of a red fox")
    rows = [{"index": 1, "error": "The worker went away."}]
    result = made("generate_image", "image", 0, failed=rows, withheldCount=1)
    answer = ask("three versions of a red fox", after=round_of(reply, result)).text
    assert "1 could not be made" in answer
    assert "The content filter kept 1 back" in answer
    whole = made("generate_image", "image", 0, 1, 2)
    assert "filter" not in ask("three versions of a red fox", after=round_of(reply, whole)).text
