"""What is said around an order: it neither hides the order, nor is it drawn, and alone it is answered in words."""

import time
from typing import Any

import pytest

from studio.director.language.asides import aside
from studio.director.language.remarks import MOST_TEXT, only_remarks, order_among
from tests.studio.director.asking import PRODUCT
from tests.studio.director.conversation import Conversation
from tests.studio.director.talks import FILM, IMAGE

EDIT, MADE, LONGER = "edit_image", "generate_video", "extend_video"
PHOTO, CLIP = ("image", "scan.jpg", (900.0, 1200.0)), ("video", "day.mp4", (1280.0, 720.0, 20.0))
A_DOG, FOUR, WAVES = "a dog", "four versions of a lighthouse poster", "a video of waves, 5 seconds"
SONG = "an upbeat folk song, 60 seconds"

WISHES: tuple[tuple[tuple[str, ...], Any, str, str, dict[str, Any]], ...] = (
    ((), None, "Hi there! My name is Margaret and I'm 72. Please draw a robin on a branch", IMAGE,
     {"prompt": "a robin on a branch"}),
    ((), None, "it's my daughter's 6th birthday on saturday, can you draw a unicorn for her? she'll be thrilled",
     IMAGE, {"prompt": "a unicorn"}),
    ((), None, "hiya! me again lol. a cosy nook with a cat. ta x", IMAGE, {"prompt": "a cosy nook with a cat"}),
    ((), None, "Dear studio, would you be so kind as to paint a vase of sunflowers? Yours, Edith", IMAGE,
     {"prompt": "a vase of sunflowers"}),
    ((), None, "my wife and I are renewing our vows next month so I need a romantic piano piece. Thank you! Harold",
     "generate_music", {"prompt": "romantic piano piece"}),
    ((), None, "I've never done this before but here goes: a dragon made of leaves", IMAGE,
     {"prompt": "a dragon made of leaves"}),
    ((), None, "my boss wants a jingle by tomorrow, something funky", "generate_music",
     {"prompt": "jingle, something funky"}),
    ((), PHOTO, "my late husband took this in Cornwall. I'd love to see it move a little", FILM,
     {"sourceImageIndex": -1}),
    ((), PHOTO, "my background is a mess. can you take it off? thanks!!", "remove_background",
     {"sourceImageIndex": -1}),
    ((), PHOTO, "I don't like the curtains in this, can you make them green?", EDIT,
     {"prompt": "make the curtains green"}),
    ((), CLIP, "change 2s to 4s of this to a close-up of the flowers. keep everything else as it is and don't "
     "touch the sound", "replace_video_segment",
     {"prompt": "a close-up of the flowers", "keepOriginalAudio": True, "startSeconds": 2, "endSeconds": 4}),
    ((), CLIP, "there's a man walking through from 5 to 8 seconds. replace that bit with a view of the sea",
     "replace_video_segment", {"prompt": "a view of the sea", "startSeconds": 5, "endSeconds": 8}),
    ((FOUR,), None, "I like the second one. could you do it in blue?", EDIT,
     {"sourceImageIndex": 1, "prompt": "make it in blue"}),
    ((FOUR,), None, "the third one is my favourite, animate that with waves crashing", FILM,
     {"sourceImageIndex": 2, "prompt": "waves crashing"}),
    ((FOUR,), None, "haha I love the second one!! put a seagull on the tower", EDIT,
     {"sourceImageIndex": 1, "prompt": "put a seagull on the tower"}),
    ((FOUR,), None, "I like the second one. can I have that as a square too?", IMAGE,
     {"aspectRatio": "1:1", "numberOfVariations": None}),
    ((A_DOG,), None, "that's lovely, my mum will adore it. could you give him a red scarf?", EDIT,
     {"sourceImageIndex": 0, "prompt": "give him a red scarf"}),
    ((A_DOG,), None, "I'm not keen on the background, swap it for a kitchen floor", EDIT,
     {"prompt": "swap the background for a kitchen floor"}),
    (("a golden retriever puppy in a meadow",), None, "Nice try! But I wanted a grown up dog, not a puppy", EDIT,
     {"prompt": "swap the puppy for a grown up dog"}),
    ((WAVES,), None, "love it. can you make it longer, say 5 more seconds? and a surfer walks in", LONGER,
     {"duration": 5, "prompt": "a surfer walks in"}),
    ((WAVES,), None, "so relaxing! can you go on for another 4 seconds? a ship comes into view", LONGER,
     {"duration": 4, "prompt": "a ship comes into view"}),
    ((SONG,), None, "hmm too long for my reel, make it 30 seconds", "generate_music", {"duration": 30}),
)  # fmt: skip

TALK = """
thank you so much, my grandson will be over the moon!
Thank you my dear, you've been ever so helpful. Have a lovely evening
Thank you dear, that is beautiful. You are very kind
thanks, mum will love it
thank you so much, mum is going to cry when she sees this 😊
cheers, that'll do nicely
brilliant, printing it tomorrow. thanks again
You've made an old lady very happy. God bless
hmm not quite, can you change it a bit?
Hm, that's not quite it. Could you change something?
nah, not feeling it, try to change it somehow
hmm I'm not sure about this one, can you tweak it a little?
"""

DRAWN = """
a man thanking a waiter in a busy restaurant
a girl who loves her cat, crying when she sees it
a lovely old lady who is very kind, watercolour
two friends saying sorry and hugging, balloons in the sky
A girl reads a letter. She is crying. It is raining outside the window.
The first snow. A fox. It is beautiful and quiet.
my late husband's fishing hut by the lake at dusk
goodbye party in a garden, lanterns in the trees
a couple saying thank you, my mum and dad on a beach
"""


@pytest.mark.parametrize(("before", "file", "text", "tool", "wanted"), WISHES)
def test_a_remark_neither_hides_a_wish_nor_is_drawn(
    before: tuple[str, ...], file: Any, text: str, tool: str, wanted: dict[str, Any]
) -> None:
    talk = Conversation(PRODUCT)
    for one in before:
        talk.say(one)
    (call,) = talk.say(text, files=[file] if file else [])
    assert call.name == tool
    assert {name: call.arguments.get(name) for name in wanted} == wanted


@pytest.mark.parametrize("text", TALK.strip().splitlines())
def test_remarks_alone_are_answered_in_words(text: str) -> None:
    talk = Conversation(PRODUCT)
    talk.say(A_DOG)
    assert not talk.say(text)
    assert "new picture of" not in talk.text


def test_thanks_beside_a_cry_are_answered_as_thanks() -> None:
    talk = Conversation(PRODUCT)
    talk.say(A_DOG)
    assert not talk.say("aww that's so cute, thank you!!")
    assert "You are welcome" in talk.text


@pytest.mark.parametrize("text", DRAWN.strip().splitlines())
def test_the_words_of_a_picture_are_no_remark(text: str) -> None:
    (call,) = Conversation(PRODUCT).say(text)
    assert (call.name, call.arguments["prompt"]) == (IMAGE, text.rstrip("."))


def test_words_to_be_read_keep_their_thanks() -> None:
    words = "Hello everyone. Thank you so much for coming. Mum would have loved it."
    (call,) = Conversation(PRODUCT).say(f"read this out: {words}")
    assert call.arguments["prompt"] == words


def test_words_that_were_asked_for_keep_their_thanks() -> None:
    talk = Conversation(PRODUCT)
    talk.say("I would like a message spoken in a warm voice")
    (call,) = talk.say("Good morning! Breakfast is at eight. Thank you")
    assert call.arguments["prompt"].startswith("Good morning! Breakfast is at eight. Thank you")


def test_a_story_the_order_leans_on_stays() -> None:
    assert order_among("I have a grey cat. Draw him", seen=False) == (
        "I have a grey cat. Draw him",
        (),
    )


def test_what_orders_something_is_no_remark() -> None:
    for text in ("thank you card with roses", "he should wear a hat", "I'd like it larger"):
        assert not aside(text)
        assert not only_remarks(text)


@pytest.mark.parametrize(
    "part",
    ["thanks, so, and, ", "my mum my mum ", "it is so so so ", "I like the the the ", "!? ", "the sky is ugly and "],
)  # fmt: skip
def test_a_long_hostile_message_is_sorted_out_in_time(part: str) -> None:
    longest = (part * MOST_TEXT)[:MOST_TEXT]
    began = time.process_time()
    order_among(longest, seen=True)
    only_remarks(longest)
    assert time.process_time() - began < 1
