"""compose_lyrics: songs with words, rhymed in pairs, as long as the music."""

import re
from typing import Any

from studio.renderers.music.brief import read_brief
from studio.tools.api import Arguments, ToolRefusal
from studio.tools.writing.choice import Choice
from studio.tools.writing.rhymes import ABOUT, BRIDGES, ENDINGS, FEELINGS, HOOKS, SCENES
from studio.tools.writing.topic import Topic, read_topic

_ENGLISH = ("", "en", "english", "auto", "en-us", "en-gb")
_FORMS = (  # up to so many seconds: the sections
    (20, ("Chorus",)),
    (45, ("Verse", "Chorus")),
    (80, ("Verse", "Chorus", "Chorus")),
    (130, ("Verse", "Chorus", "Verse", "Chorus")),
    (200, ("Verse", "Chorus", "Verse", "Chorus", "Bridge", "Chorus")),
    (300, ("Verse", "Pre-Chorus", "Chorus", "Verse", "Pre-Chorus", "Chorus", "Bridge", "Chorus", "Outro")),
    (10_000, ("Verse", "Pre-Chorus", "Chorus", "Verse", "Pre-Chorus", "Chorus", "Bridge", "Chorus", "Solo", "Verse",
              "Chorus", "Chorus", "Outro")),
)  # fmt: skip
_LINES = {"Verse": 4, "Chorus": 4, "Pre-Chorus": 2, "Bridge": 4, "Outro": 2, "Solo": 0}
_USUAL_S = 120
_JOINS = frozenset(
    re.findall(
        r"\w+",
        """who that which where when while in on at with for and as by from near after before""",
    )
)


def compose_lyrics(arguments: Arguments) -> dict[str, Any]:
    """Title, tagged lyrics and what music they ask for. Written in English; another language is owned up to."""
    prompt = str(arguments.get("prompt") or "").strip()
    if not prompt:
        raise ToolRefusal("Say what the song is about.", "USER_INPUT_INCOMPLETE")
    seconds = float(arguments.get("duration_seconds") or _USUAL_S)
    topic = read_topic(prompt)
    style_words = str(arguments.get("music_prompt") or "")
    sheet = _sheet(topic, seconds, Choice(prompt.lower(), style_words.lower()))
    brief = read_brief(f"{style_words} {prompt}", 1, seconds, {})
    made: dict[str, Any] = {
        "title": topic.title,
        "lyrics": sheet,
        "language": "English",
        "music_prompt": _music_prompt(
            topic, brief.style.name, style_words, brief.bpm, brief.key.name
        ),
        "bpm": round(brief.bpm),
        "keyscale": brief.key.name,
        "timesig": brief.meter,
        "duration_seconds": seconds,
    }
    asked = str(arguments.get("language") or "").strip()
    if asked.lower() not in _ENGLISH:
        made["note"] = f"The studio writes lyrics in English only; {asked} was asked for."
    return made


def _sheet(topic: Topic, seconds: float, choice: Choice) -> str:
    names = next(names for most, names in _FORMS if seconds <= most)
    chorus = _chorus(topic, choice)
    pre = _pairs(topic, choice, 2)
    parts = []
    for number, name in enumerate(names):
        if name == "Chorus":
            lines = chorus
        elif name == "Pre-Chorus":
            lines = pre
        elif name == "Bridge":
            lines = _bridge(choice)
        elif name == "Outro":
            lines = chorus[-2:]
        else:
            lines = _pairs(topic, choice, _LINES[name], opening=number == 0)
        parts.append("\n".join([f"[{name}]", *lines]))
    return "\n\n".join(parts)


def _pairs(topic: Topic, choice: Choice, count: int, *, opening: bool = False) -> list[str]:
    """Lines that rhyme two by two: a clause of the place, the mood or the subject, and an ending."""
    lines: list[str] = []
    for pair in range(count // 2):
        family = choice.pick(ENDINGS)
        clauses = [choice.pick(SCENES[topic.place]), choice.pick(FEELINGS[topic.mood])]
        if opening and pair == 0:
            clauses[1] = choice.pick(ABOUT).format(t=_sung(topic))
        lines += [f"{clause}, {_fresh(choice, family, clause)}" for clause in clauses]
    return lines


def _fresh(choice: Choice, family: tuple[str, ...], clause: str) -> str:
    """An ending whose last word the clause does not already have."""
    for _ in family:
        ending = choice.pick(family)
        if ending.split()[-1] not in clause.lower().split():
            return ending
    return family[0]


def _chorus(topic: Topic, choice: Choice) -> list[str]:
    hook, answer = choice.pick(HOOKS)
    family, second = choice.pick(ENDINGS), choice.pick(ENDINGS)
    called = _sung(topic)
    return [
        f"{hook.format(t=called)}, {choice.pick(family)}",
        answer.format(e=choice.pick(family)),
        f"{hook.format(t=called)}, {choice.pick(second)}",
        f"{choice.pick(FEELINGS[topic.mood])}, {choice.pick(second)}",
    ]


def _bridge(choice: Choice) -> list[str]:
    family, second = choice.pick(ENDINGS), choice.pick(ENDINGS)
    return [f"{choice.pick(BRIDGES)}, {choice.pick(family)}" for _ in range(2)] + [
        f"{choice.pick(BRIDGES)}, {choice.pick(second)}" for _ in range(2)
    ]


def _sung(topic: Topic) -> str:
    """The subject short enough to sing."""
    words = topic.phrase.split()
    cut = next(
        (at for at, word in enumerate(words) if at >= 2 and word.lower().strip(",") in _JOINS), 5
    )
    return " ".join(words[: min(cut, 5)]).rstrip(",") or "this song"


def _music_prompt(topic: Topic, style: str, asked: str, bpm: float, key: str) -> str:
    feel = {"sad": "wistful", "tense": "brooding", "epic": "soaring", "funny": "playful", "calm": "unhurried",
            "tender": "intimate", "bright": "joyful", "warm": "warm"}[topic.mood]  # fmt: skip
    base = asked.strip().rstrip(".") or f"{feel} {style}"
    return f"{base}, {round(bpm)} BPM, {key}, {feel} lead vocal, verse kept small and a chorus that opens up"
