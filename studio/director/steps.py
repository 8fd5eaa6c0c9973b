"""From a wish to steps: what to make, in which order, from what."""

import re
from collections.abc import Sequence

from studio.director import films, pictures, words
from studio.director.plan import Step, Unclear, unknown_index
from studio.director.reading import Turn
from studio.director.words import EDGES

WHAT = Unclear("What should it show? A place, a person or a thing is enough to start.")


def steps_of(turn: Turn) -> list[Step] | Unclear:
    """The steps of this turn, resolved as far as the media there are allow; empty for small talk."""
    steps: list[Step] = []
    for clause in words.THEN.split(words.OPENING.sub("", turn.text) or _silent(turn)):
        found = _clause(words.NOT_WANTED.sub("", clause).strip(), turn, steps)
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
    if words.MUSIC_VIDEO.search(clause):
        return _to_song(clause, turn)
    if words.FILM_AGAIN.search(clause) and turn.of_kind("video"):
        return films.again(clause, turn)
    if words.ANIMATE.search(clause):
        return films.animate(clause, turn, before)
    if words.VAGUE.match(clause.strip(EDGES)) or _gibberish(clause):
        return WHAT
    if words.SURPRISE.search(clause):
        return pictures.surprise(turn)
    if words.FROM_WORDS.search(clause) and "animate_photo" in turn.tools:
        return films.from_words(clause, turn)
    return _still(clause, turn)


def _to_song(clause: str, turn: Turn) -> list[Step] | Unclear:
    if not turn.of_kind("audio"):
        return films.NO_SONG
    return films.music_video(clause, turn) if "sound_to_video" in turn.tools else []


def _still(clause: str, turn: Turn) -> list[Step] | Unclear:
    question = unknown_index(clause, turn)
    if question is not None:
        return question
    repeats = words.AGAIN.search(clause) or words.REFERS.search(clause)
    if repeats and pictures.last_prompt(turn) and "generate_image" in turn.tools:
        return pictures.again(clause, turn)
    if words.EDIT.search(clause):
        return pictures.edited(clause, turn) or Unclear(
            "Which picture should change? Attach one, or tell me what to draw first."
        )
    if words.PICTURE.search(clause) or words.ORDER.search(clause) or _names_a_thing(clause):
        return pictures.pictures(clause, turn)
    return []


def _gibberish(clause: str) -> bool:
    """A hand fallen on the keyboard: short, and words no tongue has."""
    parts = clause.lower().split()
    odd = [
        one
        for one in parts
        if re.search(r"[bcdfghjklmnpqrstvwxz]{5}|^[bcdfghjklmnpqrstvwxz]{4,}$|(.)\1{5}", one)
    ]
    return bool(odd) and len(odd) * 2 >= len(parts)


def _names_a_thing(clause: str) -> bool:
    """ "a lighthouse at night", "red fox in snow": no verb, no question, a few words."""
    if "?" in clause:
        return False
    return bool(re.match(r"^(an?|the|some|two|three|four)\s+\w+", clause, re.I)) or len(
        clause.split()
    ) in range(2, 30)
