"""What a first turn asks for: which deed, on which paper, from when to when, from where it is seen."""

from typing import Any

import pytest

from studio.director import Call
from tests.studio.director.asking import PRODUCT
from tests.studio.director.conversation import Conversation

FILES: dict[str, tuple[str, str, tuple[float, ...]]] = {
    "image": ("image", "photo.jpg", (1600, 1200)),
    "video": ("video", "clip.mp4", (1280, 720, 20)),
    "audio": ("audio", "song.mp3", (184,)),
}
Told = dict[str, Any]


def _calls(text: str, *kinds: str) -> list[Call]:
    return Conversation(PRODUCT).say(text, files=[FILES[kind] for kind in kinds])


@pytest.mark.parametrize(
    ("text", "brief", "seconds"),
    [
        ("Write me a 60 second ad read for a coffee subscription called Beanstalk, chatty, with a joke about Mondays",
         "ad read for a coffee subscription called Beanstalk, chatty, with a joke about Mondays", 60),
        ("please write a short podcast intro for a show about bees", "short podcast intro for a show about bees", None),
        ("write the narration for a one minute film about tea", "narration for a film about tea", 60),
        ("Write a dialogue between a pirate and his parrot, 1 minute", "dialogue between a pirate and his parrot", 60),
        ("can you draft a 45 second voiceover for our museum tour", "voiceover for our museum tour", 45),
        ("a script for a bakery called Crumb & Co, 30 seconds", "a bakery called Crumb & Co", 30),
    ],
)  # fmt: skip
def test_what_is_to_be_spoken_is_written_and_not_filmed(
    text: str, brief: str, seconds: int | None
) -> None:
    (call,) = _calls(text)
    assert call.name == "compose_script"
    assert (call.arguments["brief"], call.arguments.get("duration_seconds")) == (brief, seconds)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("names for my cat", "names"),
        ("come up with a name for my boat please", "names"),
        ("3 taglines for a bike repair shop", "taglines"),
        ("write an instagram caption for my sourdough photo", "captions"),
        ("write a bedtime story about a hedgehog", "bedtime stories"),
        ("write me a product description for a candle", "descriptions"),
        ("give me ten ideas for a birthday party", "lists of ideas"),
    ],
)
def test_words_that_no_tool_writes_are_owned_up_to(text: str, what: str) -> None:
    talk = Conversation(PRODUCT)
    assert talk.say(text) == []
    assert f"I cannot write {what} here." in talk.text


@pytest.mark.parametrize(
    ("text", "lyrics", "song"),
    [
        ("a song about the water cycle that 7 year olds can sing along to, about a minute long",
         {"prompt": "the water cycle for 7 year olds", "duration_seconds": 60},
         {"prompt": "a song about the water cycle for 7 year olds", "duration": 60}),
        ("a lullaby with words about the moon, 1 minute", {"prompt": "a lullaby about the moon"}, {"duration": 60}),
        ("a song about summer love with lyrics in spanish", {"prompt": "summer love", "language": "Spanish"}, {}),
        ("sad country song about a truck, with singing", {"prompt": "a sad country song about a truck"}, {}),
        ("need a shanty for our crew to sing, 40 secs, about a lost anchor",
         {"prompt": "a shanty for our crew, about a lost anchor"}, {"duration": 40}),
        ("a pop song sung by a woman about the city, 1 min",
         {"prompt": "a pop song sung by a woman about the city"}, {"duration": 60}),
        ("a funny rap about my boss, 30 secs", {"prompt": "a funny rap about my boss"}, {"duration": 30}),
    ],
)  # fmt: skip
def test_a_song_that_is_to_be_sung_has_its_words_first(text: str, lyrics: Told, song: Told) -> None:
    written, sung = _calls(text)
    assert (written.name, sung.name) == ("compose_lyrics", "generate_music")
    assert written.arguments.items() >= lyrics.items()
    assert "lyrics" in sung.arguments
    if "prompt" in song:
        song = {**song, "prompt": song["prompt"].removeprefix("a ")}
    assert sung.arguments.items() >= song.items()


@pytest.mark.parametrize(
    ("text", "prompt", "shape"),
    [
        ("colouring page of a castle, no shading, upright A4", "colouring page of a castle, no shading", "5:7"),
        ("a train, landscape A4", "a train", "7:5"),
        ("a poster for our fete, A3 portrait, with bunting", "a poster for our fete, with bunting", "5:7"),
        ("an A5 flyer for a jumble sale", "a flyer for a jumble sale", "5:7"),
        ("draw a cat on A4 paper", "a cat", "5:7"),
        ("a robin on a gate, postcard size", "a robin on a gate", "3:2"),
        ("letter size page border with leaves", "page border with leaves", "3:4"),
        ("a 4x6 inch print of a boat", "a print of a boat", "2:3"),
        ("30x40 cm print of a whale, landscape", "print of a whale", "4:3"),
        ("a landscape with hills, upright", "a landscape with hills", "9:16"),
        ("a phone wallpaper with a pine forest", "a pine forest", "9:16"),
        ("desktop wallpaper, northern lights over a fjord", "northern lights over a fjord", "16:9"),
        ("pinterest pin of a reading nook", "a reading nook", "2:3"),
        ("facebook cover photo of a lavender field", "a lavender field", "21:9"),
        ("a business card for Nina Weber, florist", "a business card for Nina Weber, florist", "3:2"),
        ("two sheets of A4 paper on a desk", "two sheets of A4 paper on a desk", None),
        ("a silver Audi A4 on a mountain road", "a silver Audi A4 on a mountain road", None),
        ("traffic on the A4, dawn", "traffic on the A4, dawn", None),
        ("a man reading a postcard", "a man reading a postcard", None),
        ("an upright piano in a barn", "an upright piano in a barn", None),
        ("a woman, portrait, oil paint", "a woman, portrait, oil paint", None),
        ('a sign that says "10 x 15 cm frames half price"', 'a sign that says "10 x 15 cm frames half price"', None),
        ("a man writing a speech at night", "a man writing a speech at night", None),
        ("a narrator reading a story to children", "a narrator reading a story to children", None),
        ("a street sign with names of chefs", "a street sign with names of chefs", None),
        ("an advert for lemonade, 1950s style", "an advert for lemonade, 1950s style", None),
        ("a city seen from high above at night", "a city seen from high above at night", None),
        ("an owl looking down from above on a village", "an owl looking down from above on a village", None),
    ],
)  # fmt: skip
def test_a_format_is_a_shape_and_no_part_of_the_prompt(
    text: str, prompt: str, shape: str | None
) -> None:
    (call,) = _calls(text)
    assert call.name == "generate_image"
    assert (call.arguments["prompt"], call.arguments.get("aspectRatio")) == (prompt, shape)


@pytest.mark.parametrize(
    ("text", "prompt", "start", "seconds"),
    [
        ("make a vertical teaser video out of this, 15 seconds starting at 0:30, something abstract with sound waves",
         "something abstract with sound waves", 30, 15),
        ("make a music video for this song, a woman walking through a foggy forest. vertical, 20 seconds, starting at "
         "the chorus which is at 0:48", "a woman walking through a foggy forest", 48, 20),
        ("video for my song, from 1:10 to 1:30, dancing shadows on a wall", "dancing shadows on a wall", 70, 20),
        ("turn this track into a 15 sec teaser beginning at the drop at 1:02. neon city", "neon city", 62, 15),
        ("use the last 20 seconds of this song for a clip with floating lanterns", "floating lanterns", 164, 20),
        ("make an audiogram from this, 30 seconds, from 0:12, a waveform on blue", "a waveform on blue", 12, 30),
        ("a teaser out of this episode, 20 seconds from minute 2, something calm with waves",
         "something calm with waves", 120, 20),
        ("a clip to this song: paper boats. the chorus comes in at 0:40, start there. 12 seconds", "paper boats",
         40, 12),
        ("music video please, use the chorus (0:45), 10s, city lights", "city lights", 45, 10),
        ("music video! skip the intro, start at 0:22. kids flying kites", "kids flying kites", 22, 30),
        ("promo from my podcast, begin where I tell the joke (3:00 in), 4 seconds, a cartoon microphone",
         "a cartoon microphone", 180, 4),
        ("I want a clip that starts 1 minute in, lasts 20 seconds and shows a quiet city", "a quiet city", 60, 20),
        ("a film to this, 12 seconds from 1 min 20 sec. a whale under ice", "a whale under ice", 80, 12),
        ("music video with a clock that says 10:30 on the wall", "a clock that says 10:30 on the wall", None, 30),
    ],
)  # fmt: skip
def test_where_a_song_begins_is_no_part_of_what_is_seen(
    text: str, prompt: str, start: float | None, seconds: float
) -> None:
    talk = Conversation(PRODUCT)
    looks, film = talk.say(text, files=[FILES["audio"]])
    assert (looks.name, film.name) == ("generate_image", "sound_to_video")
    assert looks.arguments["prompt"].startswith(f"{prompt}, {{")
    assert film.arguments["prompt"] == prompt
    assert (film.arguments.get("audioStart"), film.arguments["duration"]) == (start, seconds)
    assert talk.text.startswith(f"First the looks of the film, three pictures: {prompt}.")


def test_a_photo_that_came_with_its_song_moves_to_it() -> None:
    (film,) = _calls(
        "bring my photo to life with this song, 10 seconds from 0:20, slow zoom", "image", "audio"
    )
    assert film.name == "sound_to_video"
    assert film.arguments["prompt"] == "slow zoom"
    assert film.arguments["sourceImageIndex"] == -1


@pytest.mark.parametrize(
    ("text", "view"),
    [
        ("what would this pavilion look like from the back, looking down on it a bit?", "back view elevated shot"),
        ("show this from high above", "front view high-angle shot"),
        ("can you show it from underneath", "front view low-angle shot"),
        ("view from the left, low down", "left side view low-angle shot"),
        ("turn the camera a bit to the right and go lower", "right side view low-angle shot"),
        ("what does the back of this look like?", "back view eye-level shot"),
        ("show the back", "back view eye-level shot"),
        ("how would it look from the back left, looking down?", "back-left quarter view high-angle shot"),
        ("three quarter view from the right, slightly above", "front-right quarter view elevated shot"),
        ("could we have it from a drone?", "front view high-angle shot"),
        ("look at it from the right and a bit lower", "right side view low-angle shot"),
        ("walk around to the back", "back view eye-level shot"),
        ("can i see the lighthouse from above", "front view high-angle shot"),
    ],
)  # fmt: skip
def test_a_viewpoint_has_a_side_and_a_height(text: str, view: str) -> None:
    (call,) = _calls(text, "image")
    assert call.name == "change_angle"
    assert call.arguments["description"].startswith(view)


def test_an_earlier_photo_is_seen_from_another_side() -> None:
    talk = Conversation(PRODUCT)
    talk.say("turn it into a watercolour", files=[FILES["image"]])
    (call,) = talk.say("nice. now show me my original photo from high above")
    assert call.name == "change_angle"
    assert call.arguments["sourceImageIndex"] == -1


@pytest.mark.parametrize(
    "text",
    [
        "put a ladder on the back of the truck",
        "light coming from above",
        "remove the sign on the left side",
        "make her look up at the moon",
        "add a drone above the house",
        "make the windows bigger",
        "can you enlarge her eyes a bit",
        "make the text on the sign larger",
        "make the nose a bit bigger and the hat smaller",
    ],
)
def test_what_is_done_at_a_side_or_to_a_part_changes_the_picture(text: str) -> None:
    (call,) = _calls(text, "image")
    assert call.name == "edit_image"


@pytest.mark.parametrize(
    "text", ["make it bigger", "make the picture bigger", "enlarge the photo", "blow it up"]
)
def test_the_whole_picture_is_enlarged(text: str) -> None:
    (call,) = _calls(text, "image")
    assert call.name == "upscale_image"


def test_a_part_of_an_earlier_picture_grows_and_the_camera_moves() -> None:
    talk = Conversation(PRODUCT)
    talk.say("draw a house by a lake")
    talk.say("a castle on a hill")
    grown, moved = talk.say(
        "go back to the first one, make the windows bigger and then do a slow push-in on it"
    )
    assert (grown.name, grown.arguments["sourceImageIndex"]) == ("edit_image", 0)
    assert (moved.name, moved.arguments["sourceImageIndex"]) == ("animate_photo", 2)


@pytest.mark.parametrize(
    ("text", "words", "position"),
    [
        ("put our opening hours along the bottom of this: Tue-Sat 7am-2pm", "Tue-Sat 7am-2pm", "bottom-center"),
        ("stick our phone number on it bottom right: 01603 555 214", "01603 555 214", "bottom-right"),
        ("i need our address along the bottom for the whole clip: 12 Mill Lane, Norwich", "12 Mill Lane, Norwich",
         "bottom-center"),
        ("our opening times should be at the bottom of this clip: Mon to Fri, 9 till 5", "Mon to Fri, 9 till 5",
         "bottom-center"),
        ("put the price on this clip, £4.50", "£4.50", "center"),
        ("put my website on the video, www.beanstalk.coffee, small, at the bottom", "www.beanstalk.coffee",
         "bottom-center"),
        ("can u put @mossandfern bottom left on this vid", "@mossandfern", "bottom-left"),
        ("Add our address to the end of this clip - 5 Harbour Road, Whitby", "5 Harbour Road, Whitby", "center"),
        ("write SUMMER SALE -30% at the top of this video", "SUMMER SALE -30%", "top-center"),
    ],
)  # fmt: skip
def test_a_notice_without_quotes_is_written_on_the_film(
    text: str, words: str, position: str
) -> None:
    (call,) = _calls(text, "video")
    assert call.name == "overlay_video"
    (item,) = call.arguments["overlays"]
    assert (item["text"], item["position"]) == (words, position)


@pytest.mark.parametrize(
    "text",
    ["a birthday message in my own voice: Happy birthday Gran!", "say hello everyone in my voice"],
)
def test_ones_own_voice_needs_a_recording(text: str) -> None:
    talk = Conversation(PRODUCT)
    assert talk.say(text) == []
    assert "recording of your voice" in talk.text
    (call,) = _calls(text, "audio")
    assert (call.name, call.arguments["voiceSourceIndex"]) == ("generate_speech", -1)


@pytest.mark.parametrize(
    ("text", "brief"),
    [
        ("make a plan for a film about a lighthouse and then a poster for it",
         "a lighthouse, then a poster for it"),
        ("plan a 4 scene ad for my soap and then a poster", "an ad for my soap, then a poster"),
    ],
)  # fmt: skip
def test_all_of_a_plan_is_planned(text: str, brief: str) -> None:
    (call,) = _calls(text)
    assert (call.name, call.arguments["brief"]) == ("compose_workflow", brief)


def test_the_age_of_a_team_is_no_length() -> None:
    (call,) = _calls("make us a football chant for the under 9s, the Hornets")
    assert call.name == "generate_music"
    assert call.arguments == {"prompt": "football chant for the under 9s, the Hornets"}
