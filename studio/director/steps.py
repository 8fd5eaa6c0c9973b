"""From a wish to steps: what to make, in which order, from what."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from studio.director import words
from studio.director.reading import Turn, number

VARY = (
    "at first light",
    "under a full moon",
    "with a storm coming in",
    "in low golden sun",
    "in soft fog",
    "under northern lights",
    "in clear winter air",
    "at dusk with lamps lit",
)
LOOKS = ("wide opening view at dusk", "close view full of light", "night view under a large moon")
MOST_SONG_S = 30.0

LEAD_IN = re.compile(
    r"^(please|can you|could you|would you|i want|i need|i'd like|let's|now|ok|okay|so|and|hi|hello|hey)\b[\s,]*",
    re.I,
)
VERB = re.compile(
    r"^(make|create|generate|draw|paint|sketch|show|design|render|give|do|produce|imagine|have)\b(\s+(me|us))?\s*",
    re.I,
)
HEAD = re.compile(
    r"^(an?|the|some|one|new|another|\d{1,2}|" + "|".join(words.COUNTS) + r")?\s*"
    r"((nice|beautiful|different|new|more)\s+)*"
    r"(pictures?|images?|photos?|drawings?|illustrations?|versions?|variations?|options?|takes?|looks?|paintings?)"
    r"\s+(of|with|showing|for)\s+",
    re.I,
)
EDGES = " \t\n.,;:!?\"'"


@dataclass(frozen=True)
class Step:
    """One call: tool, arguments, and what to call it in a sentence."""

    tool: str
    arguments: dict[str, Any]
    subject: str
    also: tuple["Step", ...] = field(default=())


@dataclass(frozen=True)
class Unclear:
    """A question instead of a call."""

    question: str


def steps_of(turn: Turn) -> list[Step] | Unclear:
    """The steps of this turn, resolved as far as the media there are allow; empty for small talk."""
    steps: list[Step] = []
    for clause in words.THEN.split(turn.text or _silent(turn)):
        found = _clause(clause.strip(), turn, steps)
        if isinstance(found, Unclear):
            return steps or found
        steps += found
    return steps


def _silent(turn: Turn) -> str:
    """Files without a word: a song wants a music video, a picture wants to move."""
    kinds = [kind for kind, _ in turn.attached]
    if "audio" in kinds:
        return "make a music video of this song"
    return "animate this" if "image" in kinds else ""


def _clause(clause: str, turn: Turn, before: Sequence[Step]) -> list[Step] | Unclear:
    if words.MUSIC_VIDEO.search(clause) and "sound_to_video" in turn.tools:
        return _music_video(clause, turn)
    if words.MUSIC_VIDEO.search(clause) and not turn.of_kind("audio"):
        return Unclear("I need the song for that. Can you attach it as a file?")
    if words.ANIMATE.search(clause):
        return _animate(clause, turn, before)
    if words.VAGUE.match(clause.strip(EDGES)):
        return Unclear("What should it show? A place, a person or a thing is enough to start.")
    if words.AGAIN.search(clause) and _last_prompt(turn):
        return _again(clause, turn)
    if words.PICTURE.search(clause) or words.ORDER.search(clause) or _names_a_thing(clause):
        return _pictures(clause, turn)
    return []


def _names_a_thing(clause: str) -> bool:
    """ "a lighthouse at night", "red fox in snow": no verb, no question, a few words."""
    talk = (words.GREETING, words.THANKS, words.IDENTITY, words.ABILITY)
    if "?" in clause or any(pattern.search(clause) for pattern in talk):
        return False
    return bool(re.match(r"^(an?|the|some|two|three|four)\s+\w+", clause, re.I)) or len(
        clause.split()
    ) in range(2, 30)


def subject_of(clause: str) -> str:
    """What is to be seen, without the asking around it."""
    text = clause.strip(EDGES)
    for _ in range(4):
        text = LEAD_IN.sub("", text)
    text = HEAD.sub("", VERB.sub("", text))
    text = words.SIZE.sub("", words.RATIO.sub("", text))
    text = re.sub(r"\b(in|at|as|for)\s*(?=[,.]|$)", "", text)
    text = re.sub(
        r"\bfor (tiktok|youtube|reels?|instagram|stories|(my |the )?phones?)\b",
        "",
        text,
        flags=re.I,
    )
    text = re.sub(r"\bplease\b", "", text, flags=re.I)
    return " ".join(text.split()).strip(EDGES)


def _allowed(turn: Turn, tool: str, arguments: dict[str, Any]) -> dict[str, Any]:
    """Only keys the offered schema knows."""
    known = turn.tools.get(tool, {}).get("properties") or {}
    return {key: value for key, value in arguments.items() if key in known and value is not None}


def _pictures(clause: str, turn: Turn) -> list[Step] | Unclear:
    if "generate_image" not in turn.tools:
        return []
    parts = re.split(
        r"\s+and\s+(?=an?\s+(?:picture|image|photo|portrait|poster|drawing|painting)\b)", clause
    )
    made = [_picture(part, turn) for part in parts]
    if any(not step.subject for step in made):
        return Unclear("What should the picture show?")
    if len(made) == 1:
        return made
    first, *rest = made
    return [Step(first.tool, first.arguments, first.subject, tuple(rest))]


def _picture(clause: str, turn: Turn) -> Step:
    subject = subject_of(clause)
    count = words.count_in(clause)
    source = _named_index(clause, "image")
    prompt = subject
    if source is not None:
        known = next((one for one in turn.of_kind("image") if one.index == source), None)
        prompt = (known.prompt if known and known.prompt else subject) or subject
        subject = f"image {source}" if count == 1 else prompt
    if count > 1:
        prompt = f"{prompt}, {{{'|'.join(VARY[:count] if count <= len(VARY) else VARY)}}}"
    arguments = _allowed(
        turn,
        "generate_image",
        {
            "prompt": prompt,
            "numberOfVariations": count if count > 1 else None,
            "sourceImageIndex": source,
            **(words.size_in(clause) or _earlier_size(turn)),
        },
    )
    return Step("generate_image", arguments, subject)


def _earlier_size(turn: Turn) -> dict[str, object]:
    """A size stays in force until it is changed; a poster's shape is no size a person gave."""
    for text in reversed(turn.earlier):
        if words.SIZE.search(text) or words.RATIO.search(text):
            return words.size_in(text)
    return {}


def _again(clause: str, turn: Turn) -> list[Step]:
    prompt = _last_prompt(turn)
    named = _named_index(clause, "image")
    for medium in turn.of_kind("image"):
        if medium.index == named and medium.prompt:
            prompt = medium.prompt
    change = re.sub(
        r".*?\b(but|only|just|this time|now|with|at|in)\b", r"\1", clause, count=1, flags=re.I
    )
    change = re.sub(r"^(but|only|just|this time|now)\b[\s,]*", "", change, flags=re.I).strip(EDGES)
    if change and change != clause.strip(EDGES):
        prompt = f"{prompt}, {words.RATIO.sub('', change).strip(EDGES + ' in')}"
    arguments = {"prompt": prompt.strip(" ,"), **(words.size_in(clause) or _earlier_size(turn))}
    return [Step("generate_image", _allowed(turn, "generate_image", arguments), prompt)]


def _last_prompt(turn: Turn) -> str:
    made = [one for one in turn.of_kind("image") if one.index >= 0 and one.prompt]
    return made[-1].prompt if made else ""


def _animate(clause: str, turn: Turn, before: Sequence[Step]) -> list[Step] | Unclear:
    if "animate_photo" not in turn.tools:
        return []
    index = _picture_meant(clause, turn, before)
    if index is None:
        return Unclear("Which picture should move? Attach one, or tell me what to draw first.")
    motion = re.sub(r".*?\b(with|so that|where|while)\b", "", clause, count=1, flags=re.I)
    prompt = motion.strip(EDGES) if motion != clause else "slow push in, gentle movement"
    arguments = _allowed(
        turn,
        "animate_photo",
        {"prompt": prompt, "sourceImageIndex": index, "duration": words.seconds_in(clause)},
    )
    return [Step("animate_photo", arguments, f"image {index}")]


def _picture_meant(clause: str, turn: Turn, before: Sequence[Step]) -> int | None:
    """The picture a clause points at: a number, "the second one", what was just made, attached, or newest."""
    named = _named_index(clause, "image")
    if named is not None:
        return named
    made = turn.made("image")
    pictures = turn.of_kind("image")
    ordinal = words.ORDINAL.search(clause)
    if ordinal:
        place = words.ORDINALS[ordinal.group(1).lower()]
        group = made or [one.index for one in pictures if one.index >= 0]
        if not group and before:
            return place if place >= 0 else 0  # indices follow from the step before
        return group[place] if group and -len(group) <= place < len(group) else None
    if made:
        return made[0]
    if before:
        known = [one.index for one in pictures if one.index >= 0]
        return max(known) + 1 if known else 0
    attached = [index for kind, index in turn.attached if kind == "image"]
    if attached:
        return attached[0]
    return pictures[-1].index if pictures else None


def _named_index(clause: str, kind: str) -> int | None:
    spoken = {"picture": "image", "photo": "image", "song": "audio"}
    for word, index in words.INDEX.findall(clause):
        if spoken.get(word.lower(), word.lower()) == kind:
            return number(index)
    return None


def _music_video(clause: str, turn: Turn) -> list[Step] | Unclear:
    songs = turn.of_kind("audio")
    named = _named_index(clause, "audio")
    attached = [index for kind, index in turn.attached if kind == "audio"]
    index = named
    if index is None:
        index = next(iter(attached or [one.index for one in songs[-1:]]), None)
    song = next((one for one in songs if one.index == index), None)
    if song is None:
        return Unclear("I need the song for that. Can you attach it as a file?")
    picture = next(
        (index for kind, index in turn.attached if kind == "image"), _named_index(clause, "image")
    )
    theme = _theme(clause)
    start = words.START_AT.search(clause)
    length = words.seconds_in(clause) or min(song.seconds or MOST_SONG_S, MOST_SONG_S)
    steps = []
    if picture is None:
        looks = f"{theme}, {{{'|'.join(LOOKS)}}}"
        steps.append(
            Step(
                "generate_image",
                _allowed(
                    turn,
                    "generate_image",
                    {
                        "prompt": looks,
                        "numberOfVariations": len(LOOKS),
                        "aspectRatio": _shape(clause),
                    },
                ),
                theme,
            )
        )
        made = turn.made("image")
        known = [one.index for one in turn.of_kind("image") if one.index >= 0]
        picture = made[0] if made else (max(known) + 1 if known else 0)
    arguments = {
        "prompt": theme,
        "audioSourceIndex": song.index,
        "sourceImageIndex": picture,
        "audioStart": int(start.group(1)) * 60 + int(start.group(2)) if start else None,
        "duration": round(min(length, MOST_SONG_S), 2),
    }
    steps.append(
        Step("sound_to_video", _allowed(turn, "sound_to_video", arguments), f"audio {song.index}")
    )
    return steps


def _shape(clause: str) -> str:
    return str(words.size_in(clause).get("aspectRatio") or "16:9")


def _theme(clause: str) -> str:
    """What the film is about, when a person said it; else a coast that suits most songs."""
    found = re.search(
        r"\b(?:about|with|showing|set in|featuring|in the style of)\s+(.+)$", clause, re.I
    )
    if found:
        theme = found.group(1).strip(EDGES)
        if theme and not re.match(r"^(this|that|my|the) (song|track|music)\b", theme, re.I):
            return theme
    return "a lighthouse coast with a wide sea and drifting clouds, cinematic"
