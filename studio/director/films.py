"""Films: a picture that moves, a film to a song, and a film made again with a change."""

import re
from collections.abc import Sequence

from studio.director import words
from studio.director.pictures import subject_of
from studio.director.plan import (
    Step,
    Unclear,
    allowed,
    named_indices,
    pictures_meant,
    side_by_side,
    unknown_index,
)
from studio.director.reading import Medium, Past, Turn
from studio.director.words import EDGES

LOOKS = ("wide opening view at dusk", "close view full of light", "night view under a large moon")
MOST_SONG_S = 30.0
SHORTEST_S, LONGEST_S, USUAL_S = 2.0, 20.0, 5.0
SCENE = "a lighthouse coast with a wide sea and drifting clouds, cinematic"
NO_SONG = Unclear("I need the song for that. Can you attach it as a file?")


def animate(clause: str, turn: Turn, before: Sequence[Step]) -> list[Step] | Unclear:
    """One call for each picture that is meant, side by side."""
    if "animate_photo" not in turn.tools:
        return []
    if not before:
        question = unknown_index(clause, turn)
        if question is not None:
            return question
    indices = pictures_meant(clause, turn, before)
    if not indices:
        return Unclear("Which picture should move? Attach one, or tell me what to draw first.")
    motion = re.sub(r".*?\b(with|so that|where|while)\b", "", clause, count=1, flags=re.I)
    prompt = motion.strip(EDGES) if motion != clause else "slow push in, gentle movement"
    length = words.seconds_in(clause)
    return side_by_side([_moving(turn, index, prompt, length) for index in indices])


def _moving(turn: Turn, index: int, prompt: str, seconds: float | None) -> Step:
    if seconds is not None:
        seconds = min(max(seconds, SHORTEST_S), LONGEST_S)
    values = {"prompt": prompt, "sourceImageIndex": index, "duration": seconds}
    return Step("animate_photo", allowed(turn, "animate_photo", values), f"image {index}")


def from_words(clause: str, turn: Turn) -> list[Step] | Unclear:
    """ "A video of a cat": the picture first, then the film of it."""
    if not {"generate_image", "animate_photo"} <= set(turn.tools):
        return []
    subject = words.DURATION.sub("", subject_of(clause)).strip(EDGES + "-")
    subject = re.sub(
        r"^(an?|the)?\s*(short )?(video|film|clip|movie)s?\b(\s+(of|about|with))?\s*", "", subject
    )
    if not subject:
        return Unclear("What should the film show? A place, a person or a thing is enough.")
    values = {"prompt": subject, **(words.size_in(clause) or {"aspectRatio": "16:9"})}
    picture = Step("generate_image", allowed(turn, "generate_image", values), subject)
    index = pictures_meant("", turn, [picture])[0]
    return [picture, _moving(turn, index, subject, words.seconds_in(clause))]


def again(clause: str, turn: Turn) -> list[Step] | Unclear:
    """A film made once more: slower, longer, at night. Its first call is found in the conversation."""
    question = unknown_index(clause, turn)
    if question is not None:
        return question
    films = turn.of_kind("video")
    named = named_indices(clause, "video")
    film = next((one for one in films if not named or one.index in named), None)
    film = films[-1] if films and not named else film
    if film is None:
        return Unclear("Which film do you mean? There is none in this conversation yet.")
    past = next((one for one in turn.past if (one.kind, film.index) in one.made), None)
    if past is None or past.tool not in turn.tools:
        return _from_newest(clause, turn, film)
    arguments = {**past.arguments, **_paced(clause, film, past)}
    arguments["prompt"] = _reworded(clause, str(past.arguments.get("prompt") or ""))
    return [Step(past.tool, allowed(turn, past.tool, arguments), f"video {film.index}, changed")]


def _from_newest(clause: str, turn: Turn, film: Medium) -> list[Step] | Unclear:
    pictures = turn.of_kind("image")
    if not pictures or "animate_photo" not in turn.tools:
        return Unclear(f"From which picture shall I make video {film.index} again?")
    length = _paced(clause, film, None).get("duration")
    seconds = float(length) if isinstance(length, int | float) else film.seconds
    return [_moving(turn, pictures[-1].index, _reworded(clause, film.prompt), seconds)]


def _paced(clause: str, film: Medium, past: Past | None) -> dict[str, object]:
    usual = film.seconds or USUAL_S
    most = MOST_SONG_S if past is not None and past.tool == "sound_to_video" else LONGEST_S
    told = words.seconds_in(clause)
    factor = words.pace_in(clause)
    if told is None and factor == 1.0:
        return {}
    return {"duration": round(min(max(told or usual * factor, SHORTEST_S), most), 1)}


def _reworded(clause: str, prompt: str) -> str:
    change = re.sub(r".*?\b(but|only|just|this time|now)\b", "", clause, count=1, flags=re.I)
    change = words.INDEX.sub("", change)
    change = re.sub(
        r"^\s*(please )?(make|do|give)\b|\b(it|again|the|film|video|one)\b", " ", change
    )
    change = " ".join(change.split()).strip(EDGES)
    if not change or change.lower() in prompt.lower():
        return prompt or "slow push in, gentle movement"
    return f"{change}, {prompt}" if prompt else change


def music_video(clause: str, turn: Turn) -> list[Step] | Unclear:
    """Pictures that set the look, then the film to the song; one step when a picture was given."""
    question = unknown_index(clause, turn)
    if question is not None:
        return question
    songs = turn.of_kind("audio")
    attached = [index for kind, index in turn.attached if kind == "audio"]
    named = named_indices(clause, "audio") or attached or [one.index for one in songs[-1:]]
    song = next((one for one in songs if one.index in named[:1]), None)
    if song is None:
        return NO_SONG
    given = [index for kind, index in turn.attached if kind == "image"]
    picture = next(iter(given or named_indices(clause, "image")), None)
    theme = _theme(clause)
    steps = []
    if picture is None:
        looks = _looks(clause, turn, theme)
        picture = pictures_meant("", turn, [looks])[0]
        steps.append(looks)
    start = words.START_AT.search(clause)
    length = words.seconds_in(clause) or min(song.seconds or MOST_SONG_S, MOST_SONG_S)
    arguments = {
        "prompt": theme,
        "audioSourceIndex": song.index,
        "sourceImageIndex": picture,
        "audioStart": int(start.group(1)) * 60 + int(start.group(2)) if start else None,
        "duration": round(min(max(length, SHORTEST_S), MOST_SONG_S), 2),
    }
    steps.append(
        Step("sound_to_video", allowed(turn, "sound_to_video", arguments), f"audio {song.index}")
    )
    return steps


def _looks(clause: str, turn: Turn, theme: str) -> Step:
    shape = words.size_in(words.START_AT.sub("", clause)).get("aspectRatio") or "16:9"
    values = {
        "prompt": f"{theme}, {{{'|'.join(LOOKS)}}}",
        "numberOfVariations": len(LOOKS),
        "aspectRatio": shape,
    }
    return Step("generate_image", allowed(turn, "generate_image", values), theme)


def _theme(clause: str) -> str:
    """What the film is about, when a person said it; else a coast that suits most songs."""
    found = re.search(
        r"\b(?:about|with|showing|set in|featuring|in the style of)\s+(.+)$", clause, re.I
    )
    if found:
        theme = words.START_AT.sub("", words.DURATION.sub("", found.group(1))).strip(EDGES)
        if theme and not re.match(r"^(this|that|my|the) (song|track|music)\b", theme, re.I):
            return theme
    return SCENE
