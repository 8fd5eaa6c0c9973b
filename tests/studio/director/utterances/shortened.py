"""Words that are no part of a prompt or stand short for others: abbreviations, shapes by comparison, rough lengths."""

from tests.studio.director.utterances.media import PHOTO, Row


def _drawn(text: str, prompt: str, shape: str | None = None) -> Row:
    return text, (), [("generate_image", {"prompt": prompt, "aspectRatio": shape})]


ABBREVIATION_ROWS: list[Row] = [
    _drawn("a cat w/o a hat", "a cat without a hat"),
    _drawn("house w/ a red door", "house with a red door"),
    _drawn("2 ppl @ a bar", "2 people at a bar"),
    _drawn("b&w pic of an old tram", "black and white pic of an old tram"),
    _drawn("pic of my gf at her bday party", "my girlfriend at her birthday party"),
    _drawn("a dog thru a window, btwn two pots", "a dog through a window, between two pots"),
    _drawn('a poster with "NO PPL W/O TICKET"', 'a poster with "NO PPL W/O TICKET"', "2:3"),
    _drawn("rock n roll band in a garage", "rock n roll band in a garage"),
    (
        "rm the bg plz\n\nAttached: image -1",
        PHOTO,
        [("remove_background", {"sourceImageIndex": -1})],
    ),
]
COMPARED_ROWS: list[Row] = [
    _drawn("a desert at noon, wide like a cinema screen", "a desert at noon", "21:9"),
    _drawn("the alps, as wide as possible", "the alps", "21:9"),
    _drawn("a rose, tall and narrow", "a rose", "9:16"),
    _drawn("a lake, wider than high", "a lake", "16:9"),
    _drawn("a tower, taller than it is wide", "a tower", "9:16"),
    _drawn("a moose, same height and width", "a moose", "1:1"),
    _drawn("a castle, as wide as a tv screen", "a castle", "16:9"),
    _drawn("a woman with a very wide smile", "a woman with a very wide smile"),
    _drawn("sunset over a lake for my insta story", "sunset over a lake", "9:16"),
    _drawn("a plant for my fb profile pic", "a plant", "1:1"),
    _drawn(
        "my grandmas kitchen in the 70s, orange tiles",
        "my grandmas kitchen in the 70s, orange tiles",
    ),
]


def _heard(text: str, prompt: str, seconds: float | None, metre: int | None = None) -> Row:
    return text, (), [("generate_music", {"prompt": prompt, "duration": seconds, "timesig": metre})]


ROUGH_ROWS: list[Row] = [
    _heard("chill music, like 2 min", "chill music", 120),
    _heard("lofi hip hop for approx 90 sec", "lofi hip hop", 90),
    _heard("ambient pads, max 45 sec", "ambient pads", 45),
    _heard("birthday party music in 3/4 time", "birthday party music", None, 3),
    _heard("birthday party waltz, 3/4 time, 1 min", "birthday party waltz", 60, 3),
    _heard(
        "a waltz for a dance school, 3/4, strings, about two min",
        "waltz for a dance school, strings",
        120,
        3,
    ),
    (
        "video of a puppy, around 8 seconds or so",
        (),
        [("generate_video", {"prompt": "a puppy", "duration": 8})],
    ),
    (
        "video of a puppy, 5 to 6 seconds",
        (),
        [("generate_video", {"prompt": "a puppy", "duration": 6})],
    ),
]
