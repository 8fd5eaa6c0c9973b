"""Orders behind what is told: who would like it, what is seen there, what to plan; and what varies or is not said."""

from typing import Any

from tests.studio.director.utterances.media import HOLIDAY, PHOTO, PICTURES, Row


def _of(text: str, *files: str) -> str:
    return f"{text}\n\nAttached: {', '.join(files or ('image -1',))}"


def _on_film(text: str, tool: str, **arguments: Any) -> Row:
    return (_of(text, "video -1"), HOLIDAY, [(tool, arguments)])


def _on_photo(text: str, tool: str, **arguments: Any) -> Row:
    return (_of(text), PHOTO, [(tool, {"sourceImageIndex": -1, **arguments})])


def _varied(text: str, prompt: str, count: int) -> Row:
    return (text, (), [("generate_image", {"prompt": prompt, "numberOfVariations": count})])


def _cues(*lines: tuple[float, float, str]) -> list[dict[str, Any]]:
    return [{"startSeconds": a, "endSeconds": b, "text": words} for a, b, words in lines]


TWO_PHOTOS = (*PHOTO, 'image -2: uploaded "us.jpg", 800x600')
PLAN = "a picture of each of 3 players, then each one moving, then all joined together with music"

TOLD_AHEAD_ROWS: list[Row] = [
    _on_photo("visitors would love to turn this vase around. make a 3d model of it", "image_to_3d"),
    _on_photo(
        "our customers want to look at this chair from all sides. Please make a 3d model of it",
        "image_to_3d",
    ),
    _on_photo("my grandma keeps asking for this one. remove the background of it", "remove_background"),
    (f"i want {PLAN}. make me a plan for that first", (), [("compose_workflow", {"brief": PLAN})]),
    (
        "We need a logo and a short film with it for our cafe, please draft a plan for all of that",
        (),
        [("compose_workflow", {"brief": ("logo", "short film", "cafe")})],
    ),
    _on_film(
        "between 0:04 and 0:07 you see nothing but grass, replace that bit with kids cheering",
        "replace_video_segment", videoIndex=-1, startSeconds=4, endSeconds=7, prompt="kids cheering",
    ),
    _on_film(
        "from 2 to 5 seconds the picture is blurry. please fix that part so a dog runs by",
        "replace_video_segment", videoIndex=-1, startSeconds=2, endSeconds=5, prompt="a dog runs by",
    ),
    _on_film(
        'add subtitles: from 0 to 4 seconds "A tree", then until the end "A house"',
        "add_subtitles", cues=_cues((0, 4, "A tree"), (4, 12, "A house")),
    ),
    _on_film(
        'add subtitles: 0 to 3 "One", 3 to 6 "Two", 6 to the end "Three"',
        "add_subtitles", cues=_cues((0, 3, "One"), (3, 6, "Two"), (6, 12, "Three")),
    ),
]  # fmt: skip

CAMERA_ROWS: list[Row] = [
    _on_photo(
        "slow camera move into this room, 8 seconds, widescreen please",
        "animate_photo", prompt="slow camera move into this room", duration=8, aspectRatio="16:9",
    ),
    _on_photo("slow camera move into this room, 9:16", "animate_photo", aspectRatio="9:16"),
    _on_photo("a gentle camera flight over the valley", "animate_photo", prompt=("camera flight",)),
]  # fmt: skip

VARIED_ROWS: list[Row] = [
    _varied(
        "I need 4 different pictures for my instagram story, tulips in a zinc bucket, each one in another colour",
        "tulips in a zinc bucket, {in red|in blue|in green|in yellow}",
        4,
    ),
    _varied(
        "3 pictures of a cottage, each one in another season",
        "a cottage, {in spring|in summer|in autumn}",
        3,
    ),
    _varied("4 photos of an old barn, one in each season",
            "an old barn, {in spring|in summer|in autumn|in winter}", 4),
    _varied("3 images of a barn, each at a different time of day",
            "a barn, {at dawn|at noon|at dusk}", 3),
    _varied("3 pictures of a bridge, each in a different style",
            "a bridge, {in watercolour|in oils|as a pencil drawing}", 3),
]  # fmt: skip

UNTOLD_ROWS: list[Row] = [
    (_of("change the colour"), PHOTO, "ask"),
    (_of("change the colour", "image -1", "image -2"), TWO_PHOTOS, "ask"),
    (_of("please change the colour of the car"), PHOTO, "ask"),
    ("change the colour", PICTURES, "ask"),
    _on_photo("change the colour of the car to red", "edit_image", prompt=("car", "red")),
]
