"""First turns: several cut-outs, one thing of a picture, things laid on a film, views, what is to be done."""

import pytest

from studio.director import Call
from tests.studio.director.asking import PRODUCT
from tests.studio.director.conversation import Conversation

FILES: dict[str, tuple[str, str, tuple[float, ...]]] = {
    "image": ("image", "photo.jpg", (1600, 1200)),
    "video": ("video", "clip.mp4", (1280, 720, 20)),
    "upright": ("video", "clip.mp4", (720, 1280, 12)),
    "audio": ("audio", "song.mp3", (184,)),
}


def _calls(text: str, *kinds: str) -> list[Call]:
    return Conversation(PRODUCT).say(text, files=[FILES[kind] for kind in kinds])


@pytest.mark.parametrize(
    ("text", "count", "told"),
    [
        ("logo for our IPA. an otter with a hop cone, flat style, transparent background pls. gimme 4 options", 4,
         "logo for our IPA. an otter with a hop cone, flat style, plain background, {"),
        ("4 logos of a bear, transparent background", 4, "a logo of a bear, plain background, {"),
        ("I need a badge with a hill on it. Transparent background. Could you give me 5 variations?", 5,
         "a badge with a hill on it, plain background, {"),
        ("a cartoon cactus, see-through background, show me 3 choices", 3, "a cartoon cactus, plain background, {"),
        ("emblem with a stag, see through background. show us a couple of options please", 2,
         "emblem with a stag, plain background, {"),
        ("a cartoon cactus, transparent background", 1, "a cartoon cactus, plain background"),
    ],
)  # fmt: skip
def test_each_of_several_versions_is_cut_out(text: str, count: int, told: str) -> None:
    drawn, *cut = _calls(text)
    assert drawn.arguments["prompt"].startswith(told)
    assert drawn.arguments.get("numberOfVariations", 1) == count
    assert [one.name for one in cut] == ["remove_background"] * count
    assert [one.arguments["sourceImageIndex"] for one in cut] == list(range(count))


@pytest.mark.parametrize(
    ("text", "start", "seconds"),
    [
        ("make a video for this, drums in slow motion, 15 seconds starting at the 0:30 mark", 30, 15),
        ("music video for my song, drums in slow motion, 10 seconds from the half minute", 30, 10),
        ("video for this track, drums in slow motion, start at the 30 second mark, 12 seconds", 30, 12),
        ("video for this track, drums in slow motion, begin at the one minute mark", 60, 30),
        ("make a music video of this from half a minute in, drums in slow motion", 30, 30),
        ("film for this, drums in slow motion, 12 seconds from 1:05 on", 65, 12),
        ("make a video for this, a train at the 30 mile mark", None, 30),
    ],
)  # fmt: skip
def test_a_song_begins_at_the_mark_that_is_told(text: str, start: int | None, seconds: int) -> None:
    film = _calls(text, "audio")[-1].arguments
    assert (film.get("audioStart"), film["duration"]) == (start, seconds)
    assert film["prompt"] == ("drums in slow motion" if start else "a train at the 30 mile mark")


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("Could you cut this vase out so I can put it on a white page in our leaflet", "vase"),
        ("cut our dog out", "dog"),
        ("can you cut her coat out for me", "coat"),
        ("please cut both kids out", "kids"),
        ("can you lift just the fox out of this drawing as a transparent png", "fox"),
        ("take only the guitar out of this picture as a png with transparent background", "guitar"),
        ("i want the red car from this photo on a transparent background", "red car"),
        ("isolate the bike, i need it as a transparent png", "bike"),
        ("extract the lamp, transparent background please", "lamp"),
    ],
)
def test_one_thing_is_cut_out_of_a_picture(text: str, thing: str) -> None:
    (call,) = _calls(text, "image")
    assert (call.name, call.arguments["text"]) == ("segment_image", thing)
    assert call.arguments["applyMask"]


@pytest.mark.parametrize(
    ("text", "tool"),
    [
        ("cut a slice out of the cake", "edit_image"),
        ("remove the background, transparent png", "remove_background"),
        ("cut it out please", "remove_background"),
        ("take the bin out of this picture", "edit_image"),
    ],
)
def test_what_is_no_single_thing_stays_what_it_was(text: str, tool: str) -> None:
    assert [one.name for one in _calls(text, "image")] == [tool]


@pytest.mark.parametrize(
    "text",
    [
        "before and after of my hair. can you do a video where the first photo slowly turns into the second one",
        "here's the before and the after of our kitchen, make a video where one fades into the other",
        "turn the first photo into the second one as a video",
        "6 second video, the first picture becomes the second",
    ],
)
def test_one_picture_becomes_the_other_in_a_film(text: str) -> None:
    (call,) = _calls(text, "image", "image")
    ends = (call.arguments["sourceImageIndex"], call.arguments["endImageIndex"])
    assert (call.name, ends) == ("animate_photo", (-1, -2))


@pytest.mark.parametrize(
    "text",
    [
        "this clip is filmed upright, can you make it 16:9 and fill in the sides",
        "make this landscape and fill the sides",
        "widescreen please, fill in the missing edges",
    ],
)
def test_the_sides_of_a_film_are_filled(text: str) -> None:
    (call,) = _calls(text, "upright")
    assert call.name == "video_to_video"
    assert call.arguments["controlMode"] == "outpaint"
    assert call.arguments["outpaintAspectRatio"] == "16:9"


Laid = list[tuple[str, str, float | None]]


@pytest.mark.parametrize(
    ("text", "laid"),
    [
        ("put our logo bottom right and 'From $18,990' at the top for the last 3 seconds",
         [("image", "bottom-right", None), ("text", "top-center", 17)]),
        ('logo in the bottom left corner the whole time, and "SALE" in the middle for the first 3 seconds',
         [("image", "bottom-left", None), ("text", "center", 0)]),
        ('put "Thanks" at the bottom for the last 4 seconds and the logo top right',
         [("text", "bottom-center", 16), ("image", "top-right", None)]),
        ('put the logo and "Hi" on it', [("image", "top-right", None), ("text", "center", None)]),
        ('put "One" and "Two" at the top', [("text", "top-center", None)]),
        ('watermark the video with "draft" bottom right', [("text", "bottom-right", None)]),
        ('put "Salt and pepper, and a logo" at the top', [("text", "top-center", None)]),
    ],
)  # fmt: skip
def test_each_thing_on_a_film_has_its_place_and_its_time(text: str, laid: Laid) -> None:
    (call,) = _calls(text, "video", "image")
    items = call.arguments["overlays"]
    assert [(one["kind"], one["position"], one.get("startSeconds")) for one in items] == laid


def test_a_logo_is_as_wide_as_it_was_said() -> None:
    (small,) = _calls("stick our logo in the top right corner, kinda small", "video", "image")
    (plain,) = _calls("put our small business logo top right", "video", "image")
    assert small.arguments["overlays"][0]["widthPct"] == 10
    assert "widthPct" not in plain.arguments["overlays"][0]


@pytest.mark.parametrize(
    ("text", "views"),
    [
        ("show me this ring from above and from the left",
         ["front view high-angle shot medium shot", "left side view eye-level shot medium shot"]),
        ("i need this shoe from the left and the right",
         ["left side view eye-level shot medium shot", "right side view eye-level shot medium shot"]),
        ("can i see this from above and behind", ["back view high-angle shot medium shot"]),
        ("this house seen from below and from the right", ["right side view low-angle shot medium shot"]),
    ],
)  # fmt: skip
def test_views_that_are_told_one_by_one_are_made_one_by_one(text: str, views: list[str]) -> None:
    assert [one.arguments["description"] for one in _calls(text, "image")] == views


@pytest.mark.parametrize(
    ("text", "tools", "start"),
    [
        ("make a picture of a hut, then animate it for 6 seconds and put 'See you' over the last 2 seconds",
         ["generate_image", "animate_photo", "overlay_video"], 4),
        ('make a clip of a campfire, 8 seconds, and put "Good night" over the last 3 seconds',
         ["generate_video", "overlay_video"], 5),
        ('animate a fox running and put "run" at the top', ["generate_video", "overlay_video"], None),
        ('make a clip of a baker opening his shop and write "OPEN" on the door', ["generate_video"], None),
        ('draw a sign and write "OPEN" on it', ["generate_image"], None),
    ],
)  # fmt: skip
def test_words_on_a_film_are_laid_on_it_after_it_is_made(
    text: str, tools: list[str], start: int | None
) -> None:
    calls = _calls(text)
    assert [one.name for one in calls] == tools
    if start:
        assert calls[-1].arguments["overlays"][0]["startSeconds"] == start


@pytest.mark.parametrize(
    ("text", "prompt", "shape"),
    [
        ("a calm picture for my studio's instagram, a woman by a lake", "a calm picture, a woman by a lake", "1:1"),
        ("logo for my salon's instagram", "logo for my salon", "1:1"),
        ("a castle in the clouds. landscape", "a castle in the clouds", "16:9"),
        ("an owl with the words 'Soon!' on it. portrait", 'an owl with the words "Soon!" on it', "9:16"),
        ("a fox in my studio's window", "a fox in my studio's window", None),
        ("a lone tree on a hill - landscape", "a lone tree on a hill", "16:9"),
        ("a self-portrait", "a self-portrait", None),
        ("A portrait. Old sailor with a pipe", "A portrait. Old sailor with a pipe", None),
    ],
)  # fmt: skip
def test_a_format_leaves_no_trace_in_a_prompt(text: str, prompt: str, shape: str | None) -> None:
    (call,) = _calls(text)
    assert (call.arguments["prompt"], call.arguments.get("aspectRatio")) == (prompt, shape)


GOOD = "Restore the photo: remove scratches, noise and fading; keep faces and framing as they are."


@pytest.mark.parametrize(
    ("text", "prompt"),
    [
        ("my grandad in 1951, the photo's scratched and faded. can you fix it and add colour",
         f"{GOOD} Add natural colours."),
        ("this is my mum as a girl, can you restore it and colourise it please", f"{GOOD} Add natural colours."),
        ("please restore this, but leave the writing at the bottom as it is",
         f"{GOOD} Leave the writing at the bottom as it is."),
        ("restore it but keep it black and white", f"{GOOD} Keep it black and white."),
        ("restore this old photo of my parents' wedding", GOOD),
    ],
)  # fmt: skip
def test_an_old_photo_is_told_what_is_to_be_done_and_not_its_story(text: str, prompt: str) -> None:
    talk = Conversation(PRODUCT)
    (call,) = talk.say(text, files=[FILES["image"]])
    assert (call.name, call.arguments["prompt"]) == ("restore_photo", prompt)
    assert ("Colours cannot be added here" in talk.text) == ("colours" in prompt)


@pytest.mark.parametrize(
    ("text", "look"),
    [
        ("here's my nan in 1940. turn it into a watercolour please", "a watercolour"),
        (
            "can you make this picture look like a van gogh painting for my wall",
            "a van gogh painting",
        ),
    ],
)
def test_a_style_is_the_look_alone(text: str, look: str) -> None:
    (call,) = _calls(text, "image")
    assert (call.name, call.arguments["prompt"]) == ("apply_style", look)
