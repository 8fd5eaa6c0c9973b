"""Orders of several parts: each part is carried out, in the order that makes sense, with what the part before made."""

from typing import Any

import pytest

from studio.director import Call
from tests.studio.director.asking import PRODUCT
from tests.studio.director.conversation import Conversation
from tests.studio.director.talks import CLIP, FILM, IMAGE, PHOTO, SONG, SONG_FILM, Wanted

JOIN, MUSIC, VOICE, TITLE = "stitch_video", "generate_music", "generate_speech", "overlay_video"
EDIT, CUT, SHOT = "edit_image", "segment_image", "generate_video"
FADE = {"type": "fade"}
FOX, OWL = "a video of a red fox in snow", "a video of an owl on a branch"
LATTE, CROISSANTS = "draw a latte with a heart", "draw fresh croissants on a tray"
TUNE = "a gentle waltz with violin"
CLIPS, PHOTOS = (
    (CLIP, ("video", "b.mp4", (1280, 720, 9.0))),
    (PHOTO, ("image", "b.jpg", (900, 900))),
)
BOTH: Wanted = (JOIN, {"videoIndices": [0, 1], "audioIndex": 0})
MOVED: Wanted = (FILM, {"sourceImageIndices": [0, 1]})


def _said(before: tuple[str, ...], files: Any, text: str) -> list[Call]:
    talk = Conversation(PRODUCT)
    for one in before:
        talk.say(one)
    return talk.say(text, files=files)


def _holds(calls: list[Call], wanted: list[Wanted]) -> None:
    assert [call.name for call in calls] == [tool for tool, _ in wanted], calls
    for call, (_, arguments) in zip(calls, wanted, strict=True):
        assert {one: call.arguments.get(one) for one in arguments} == dict(arguments)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("put both clips together with some happy ukulele music under it", "happy ukulele music"),
        ("make happy ukulele music and put both clips together with it", "happy ukulele music"),
        ("can you combine the two clips and add a relaxed jazz track underneath",
         "relaxed jazz track"),
        ("Please join both films. Then put a gentle waltz underneath. Thank you kindly!",
         "gentle waltz"),
        ("join both and put a sad violin over it", "sad violin music"),
        ("both together, fade in between, calm strings in the background", "calm strings music"),
        ("join these with some music", "calm background music"),
    ],
)  # fmt: skip
def test_new_music_is_made_before_the_films_it_goes_under_are_joined(text: str, what: str) -> None:
    _holds(_said((FOX, OWL), (), text), [(MUSIC, {"prompt": what}), BOTH])


@pytest.mark.parametrize(
    "text",
    [
        'join the two and have a deep voice say "Welcome to Skye" over it',
        'put them together and add a friendly voiceover saying "Welcome to Skye"',
        'record a warm voice saying "Welcome to Skye" and join both clips with it',
    ],
)
def test_a_voice_is_read_before_the_films_it_goes_over_are_joined(text: str) -> None:
    _holds(_said((FOX, OWL), (), text), [(VOICE, {"prompt": "Welcome to Skye"}), BOTH])


def test_music_that_is_there_is_not_made_anew() -> None:
    made = _said((FOX, OWL, TUNE), (), "join both clips and lay the waltz under it")
    _holds(made, [(JOIN, {"videoIndices": [0, 1], "audioIndex": 0})])


def test_pictures_move_are_joined_and_have_music() -> None:
    text = "turn these photos into short clips, join them with a soft crossfade and put some piano underneath"
    _holds(
        _said((), PHOTOS, text),
        [
            (FILM, {"sourceImageIndices": [-1, -2]}),
            (MUSIC, {"prompt": "piano music"}),
            (JOIN, {"videoIndices": [0, 1], "audioIndex": 0, "transition": FADE}),
        ],
    )


@pytest.mark.parametrize(
    ("text", "words", "where"),
    [
        ('animate both, join them and put "Open from 7" at the bottom', "Open from 7",
         "bottom-center"),
        ('bring both to life, then join them and write "Café Lune" at the top', "Café Lune",
         "top-center"),
        ('make both move, join them, text "Now open" bottom centre', "Now open", "bottom-center"),
        ("animate both, join them and put Open Sundays at the bottom", "Open Sundays",
         "bottom-center"),
    ],
)  # fmt: skip
def test_words_stand_on_the_joined_film(text: str, words: str, where: str) -> None:
    calls = _said((LATTE, CROISSANTS), (), text)
    _holds(calls, [MOVED, (JOIN, {"videoIndices": [0, 1]}), (TITLE, {"sourceVideoIndex": 2})])
    (item,) = calls[-1].arguments["overlays"]
    assert (item["text"], item["position"]) == (words, where)


def test_one_picture_moves_with_music_and_words() -> None:
    text = (
        'animate this, 6 seconds, with soft piano music and the words "We miss you" at the bottom'
    )
    _holds(
        _said((), (PHOTO,), text),
        [
            (FILM, {"sourceImageIndex": -1, "duration": 6}),
            (MUSIC, {"prompt": "soft piano music"}),
            (JOIN, {"videoIndices": [0], "audioIndex": 0}),
            (TITLE, {"sourceVideoIndex": 1}),
        ],
    )


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("join the owl and the fox, owl first", [1, 0]),
        ("add the fox clip at the end of the owl one", [1, 0]),
        ("the owl, then the fox, joined with a crossfade", [1, 0]),
        ("ok join those the other way round: owl and then fox", [1, 0]),
        ("owl first, fox second, put together", [1, 0]),
        ("could you make one clip out of them, the owl before the fox?", [1, 0]),
        ("stick the second clip onto the end of the first", [0, 1]),
        ("put them together: second, first", [1, 0]),
        ("join these two, second one first, with a quick fade between", [1, 0]),
    ],
)
def test_films_follow_each_other_as_told(text: str, order: list[int]) -> None:
    _holds(_said((FOX, OWL), (), text), [(JOIN, {"videoIndices": order})])


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("good, put the intro in front of my footage", [0, -1]),
        ("join the intro and my footage, intro first", [0, -1]),
        ("intro then my footage, as one film please", [0, -1]),
        ("great, stick that before my video", [0, -1]),
        ("can you place it at the beginning of my clip?", [0, -1]),
        ("use it as an intro for the video I uploaded", [0, -1]),
        ("use this as an outro for my video", [-1, 0]),
        ("append it to my clip", [-1, 0]),
    ],
)
def test_an_intro_without_a_name_goes_where_it_is_told(text: str, order: list[int]) -> None:
    talk = Conversation(PRODUCT)
    talk.say("this is my footage", files=(CLIP,))
    talk.say("make a video of ink spreading in water, 4 seconds")
    _holds(talk.say(text), [(JOIN, {"videoIndices": order})])


def test_what_moves_first_is_put_beside_the_film_that_came() -> None:
    text = "animate my photo for 3 seconds and stick it on the end of this clip"
    moved: Wanted = (FILM, {"sourceImageIndex": -1, "duration": 3})
    _holds(_said((), (CLIP, PHOTO), text), [moved, (JOIN, {"videoIndices": [-1, 0]})])


@pytest.mark.parametrize(
    "text",
    [
        "go back to the first one, make the windows bigger and then do a slow push-in on it",
        "take the first one, make the sky darker and then do a camera pan across it",
        "go back to the first one, add snow, then a smooth camera move over it",
    ],
)
def test_a_changed_picture_is_what_the_camera_moves_on(text: str) -> None:
    calls = _said(("draw a timber house", "draw a brick house"), (), text)
    _holds(calls, [(EDIT, {"sourceImageIndex": 0}), (FILM, {"sourceImageIndex": 2})])


@pytest.mark.parametrize(
    "text",
    [
        "use that cover and make a 15 second video of it with the song",
        "use the castle as the look and make a 15 second video for the music",
        "turn both into a music video, 15 seconds",
        "put the two together as a music video of 15 seconds",
        "animate the castle to the music, 15 seconds",
    ],
)
def test_a_picture_and_a_song_that_are_there_become_one_film(text: str) -> None:
    film = {"sourceImageIndex": 0, "audioSourceIndex": 0, "duration": 15}
    _holds(_said((TUNE, "draw a castle, album cover"), (), text), [(SONG_FILM, film)])


@pytest.mark.parametrize(
    "text",
    [
        "Oh that song is lovely. Could it become a little film with the picture of my garden?",
        "I'd love that as a film with my photo",
        "make the photo move to the music",
    ],
)
def test_a_song_becomes_a_film_with_a_picture(text: str) -> None:
    talk = Conversation(PRODUCT)
    talk.say("this is my garden", files=(PHOTO,))
    talk.say(TUNE)
    _holds(talk.say(text), [(SONG_FILM, {"sourceImageIndex": -1, "audioSourceIndex": 0})])


@pytest.mark.parametrize(
    "text",
    [
        "cut out just the candle, leave away the table and the plant",
        "please cut out the candle only, without the spoon next to it",
        "I only need the candle cut out, not the man",
        "extract the candle and ignore the flowers",
        "can you isolate the candle but not the strap",
    ],
)
def test_what_is_left_away_is_not_selected(text: str) -> None:
    _holds(_said((), (PHOTO,), text), [(CUT, {"text": "candle"})])


@pytest.mark.parametrize(
    ("before", "text", "tools"),
    [
        ((), "a poster that says join us, with happy ukulele music notes around it", [IMAGE]),
        ((), "a pianist joining two pieces of paper with a piano behind him", [IMAGE]),
        ((), 'a poster of a band and write "Live tonight" at the bottom', [IMAGE]),
        ((FOX, OWL), "fox, owl", [IMAGE]),
        ((FOX, OWL), "join the one with the fox and the one with the owl", [JOIN]),
        (("a video of a fox in a house",), "put it behind the house", []),
        ((LATTE,), "a pan on the stove", [IMAGE]),
        ((LATTE,), "add a pan across the stove", [EDIT]),
        ((LATTE,), "put the spoon in front of the cup", [EDIT]),
        ((LATTE,), "animate it, then make happy ukulele music", [FILM, MUSIC]),
        ((TUNE, LATTE), "animate the latte", [FILM]),
    ],
)
def test_the_same_words_may_mean_something_else(
    before: tuple[str, ...], text: str, tools: list[str]
) -> None:
    assert [call.name for call in _said(before, (), text)] == tools


def test_who_plays_in_a_picture_is_no_music() -> None:
    (call,) = _said((), (PHOTO,), "animate the girl with the guitar")
    assert (call.name, call.arguments["sourceImageIndex"]) == (FILM, -1)


def test_what_somebody_says_is_no_lettering() -> None:
    (call,) = _said((), (PHOTO,), 'animate her saying "hello and welcome" at the top of the hill')
    assert "hello and welcome" in call.arguments["prompt"]


def test_two_clips_and_a_song_that_came_are_one_film() -> None:
    text = "join the two videos with a soft fade and put this song under them"
    film = {"videoIndices": [-1, -2], "audioIndex": -1, "transition": FADE}
    _holds(_said((), (*CLIPS, SONG), text), [(JOIN, film)])
