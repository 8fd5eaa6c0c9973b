"""A film's own call made once more: how long it may be, and to a song how fast."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from studio.director.families.films.film_shapes import in_shape
from studio.director.families.once_more.remake_words import length_in
from studio.director.language import values
from studio.director.language.clauses import Clause
from studio.director.plan import Scene, Step
from studio.director.reading import Past

_PACED = re.compile(
    r"\b(?:slower|faster|quicker|slow(?:ed)?(?: it)? down|speed(?: it)? up|slow[- ]?mo(?:tion)?)\b",
    re.I,
)
_LASTS = re.compile(r"\b(?:longer|shorter|half|double|twice|length)\b", re.I)


def film_length(
    clause: Clause, scene: Scene, past: Past | None, seconds: float | None
) -> tuple[float | None, tuple[str, ...]]:
    """How long a film is to be, in seconds, and what is to be said of that; None when nothing was said of it.

    To a song "slower" means calmer pictures, for the song keeps its pace, and no film outlasts it.
    """
    told = length_in(clause, seconds)
    if told is None or past is None or past.tool != "sound_to_video":
        return told, ()
    said = values.seconds_in(clause.bare)
    if said is None and _PACED.search(clause.bare) and not _LASTS.search(clause.bare):
        return None, ()
    index = past.arguments.get("audioSourceIndex")
    song = scene.medium("audio", index) if isinstance(index, int) else None
    if song is None or song.seconds is None:
        return told, ()
    left = max(song.seconds - float(past.arguments.get("audioStart") or 0), 2.0)
    if told <= left + 0.05:
        return told, ()
    return round(left, 2), (f"The song has no more than {left:.0f} seconds for it.",)


def remade_film(
    scene: Scene,
    tool: str,
    arguments: Mapping[str, Any],
    index: int,
    *,
    size: dict[str, object] | None = None,
    change: str = "",
    notes: tuple[str, ...] = (),
) -> list[Step]:
    """The calls that make a film once more, told with its change and with remarks."""
    steps = in_shape(scene, tool, arguments, f"video {index}", size or {}, remade=True)
    last = replace(steps[-1], change=change, notes=(*steps[-1].notes, *notes))
    return [*steps[:-1], last]
