"""A prompt read as a list of steps, in the order they are done."""

import re
from collections.abc import Callable

from studio.renderers.edits import (
    backdrop,
    climate,
    combine,
    letters,
    lights,
    recolour,
    removal,
    shape,
    things,
    tone,
)
from studio.renderers.edits.wording import amount, clauses, quoted
from studio.renderers.edits.work import SHAPE, STYLE, Step, Work
from studio.renderers.pictures.angle import Angle, read_angle, seen_from
from studio.renderers.prompts.styles import named_styles, paint_as

_READERS = (
    removal.read, backdrop.read, recolour.read, climate.read, tone.read, things.read, lights.read, shape.read,
    letters.read_frame,
)  # fmt: skip
_STYLE_ASK = re.compile(
    r"\b(style|as an?|into an?|like an?|look(s|ing)? like|paint(ed|ing)?|drawn|drawing|sketch|"
    r"render(ed)?|art|turn|make|convert|transform|apply|filter|effect|in)\b"
)
_ANGLE_ASK = re.compile(
    r"\b((front|back|left|right|side)([- ](left|right))?( quarter)?( side)? view|(low|"
        r"high)[- ]angle|from (above|below|behind|the (left|right|side|back|front))|"
    r"bird'?s[- ]eye|top[- ]down|camera (angle|to)|three[- ]quarter|different angle|"
        r"another angle|rotate the camera|orbit)\b"
)  # fmt: skip


def read_edit(prompt: str, others: int = 0) -> list[Step]:
    """What the prompt asks for; empty when nothing in it is understood."""
    quotes = quoted(prompt)
    steps: list[Step] = []
    for index, clause in enumerate(clauses(prompt)):
        found: list[Step] = []
        for read in _READERS:
            found += read(clause, index)
        scenes = [step for step in found if step.said.startswith("background: ")]
        found = scenes or found  # what else such a clause names is in the scene
        found += letters.read_letters(clause, quotes, prompt)
        if not any(step.said.startswith("background: ") for step in found):
            found += _styles(clause)
        found += _angles(clause)
        steps += found
    steps += combine.read(prompt, others, len(steps))
    return _settled(steps)


def _styles(clause: str) -> list[Step]:
    if not _STYLE_ASK.search(clause) and len(clause.split()) > 3:
        return []
    names = [
        name for name in named_styles(clause) if name not in ("photo",) or "cinematic" in clause
    ]
    strength = min(amount(clause), 1.0)
    return [Step(STYLE, f"{name} style", style_step(name, strength)) for name in names[:2]]


def style_step(name: str, strength: float = 1.0) -> Callable[[Work], None]:
    """Goes over the picture in one way of painting; under 1 some of the picture shows through."""

    def do(work: Work) -> None:
        drawn = paint_as(work.pixels, name, work.rng)
        work.put(drawn if strength >= 1 else drawn * strength + work.pixels * (1 - strength))

    return do


def _angles(clause: str) -> list[Step]:
    if not _ANGLE_ASK.search(clause):
        return []
    angle = read_angle(clause) or Angle(turn=45)
    return [Step(SHAPE, "another angle", angle_step(angle))]


def angle_step(angle: Angle, strength: float = 1.0) -> Callable[[Work], None]:
    """Looks at the picture from another angle."""
    return lambda work: work.put(seen_from(work.pixels, angle, strength), moved=True)


def _settled(steps: list[Step]) -> list[Step]:
    """Each wish once, in the order of work."""
    once: dict[str, Step] = {}
    for step in steps:
        once.setdefault(step.said, step)
    said = set(once)
    for general, special in (
        ("warmer", "sunset"),
        ("warmer", "autumn"),
        ("darker", "night"),
        ("brighter", "day"),
    ):
        if {general, special} <= said:
            once.pop(general)
    if "black and white" in said and any(step.rank == STYLE for step in once.values()):
        once = {
            name: step for name, step in once.items() if name != "black and white" or "ink" in said
        }
    return sorted(once.values(), key=lambda step: step.rank)
