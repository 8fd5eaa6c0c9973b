"""The camera round a subject, seen from all sides."""

import re

from studio.director.families.films.animation import animate
from studio.director.families.pictures.pictures import picture_of
from studio.director.language import values
from studio.director.language.clauses import Clause
from studio.director.language.subjects import sized_out, subject_of, without_length
from studio.director.plan import (
    Found,
    Scene,
    Step,
    Unclear,
    Unsupported,
)
from studio.director.references.pointing import meant, missing
from studio.director.references.topic import about, first_of, indefinite, refers

_ORBIT = re.compile(
    r"\borbit\w*\b|\b(?:full|complete|whole) (?:turn|circle|loop|lap) (?:a?round)\b|"
    r"^show\b.{0,40}\bfrom (?:all|every) (?:sides?|angles?|directions?)\b|"
    r"\bcamera\b.{0,12}\bcircl\w+\b|^circle (?:a?round )?(?:it|the|this|him|her)\b|\b360\b|"
    r"^(?:turn|go|move|walk) (?:all (?:the way )?)?a?round (?:it|him|her|them|the [\w-]+)(?: (?:once|slowly|twice))*$|"
    r"\bturn-?table\b|\b(?:spin|circle|rotate|fly|go|move|walk|pan|"
    r"camera)\w*\b.{0,30}\b(?:all the way )?a?round (?:it|him|her|them|the|image|this|an?)\b",
    re.I,
)

_ALL_SIDES = re.compile(r"\bfrom (?:all|every) \w+", re.I)

_IN_SPACE = re.compile(r"\b(planet|satellite|moon|drone|bird|bee)s?\b.{0,20}\borbit", re.I)


def orbited(clause: Clause, scene: Scene) -> Found:
    """The camera round a subject."""
    text = clause.bare
    pointed = refers(clause, scene, "image")
    if not _ORBIT.search(text) or (about(clause, scene) == "video" and not pointed):
        return None
    if _IN_SPACE.search(text) and not pointed:
        return None
    question = missing(text, scene, "image")
    if question is not None:
        return question
    if not scene.offers("orbit_video"):
        moved = f"animate it with a camera move around the subject: {clause.text}"
        return (
            animate(Clause(moved, f"animate {text}"), scene)
            if pointed
            else Unsupported("circle round a subject")
        )
    if indefinite(clause) and not pointed and scene.offers("generate_image"):
        return _orbit_of_words(clause, scene)
    indices = meant(_ALL_SIDES.sub("", text), scene, "image")
    if isinstance(indices, Unclear):
        return indices
    if not indices:
        return Unclear(
            "Round which picture should the camera go? Attach one, or tell me what to draw first."
        )
    known = scene.medium("image", indices[0])
    prompt = known.prompt if known and known.prompt else None
    return [_orbit(clause, scene, indices[0], prompt, f"image {indices[0]}")]


def _orbit_of_words(clause: Clause, scene: Scene) -> list[Step]:
    """The picture first, then the camera round it."""
    found = re.search(r"\b(?:a?round|of|orbits?|circles?)\s(an? (?s:.+))$", clause.bare, re.I)
    subject = without_length(sized_out(found.group(1))) if found else subject_of(clause.bare)
    first = picture_of(subject, scene, values.size_in(clause.bare))
    index = scene.then(first).last_batch("image")[0].index
    return [first, _orbit(clause, scene, index, subject, subject)]


def _orbit(clause: Clause, scene: Scene, index: int, prompt: str | None, subject: str) -> Step:
    text = clause.bare
    lines = list(clause.quotes)
    arguments = {
        "sourceImageIndex": index,
        "prompt": prompt,
        "distance": first_of(((r"\bclose", "close-up"), (r"\b(?:wide|far)\b", "wide shot")), text),
        "elevation": first_of(
            ((r"\b(?:low|below)\b", "low-angle shot"), (r"\b(?:high|above)\b", "high-angle shot")),
            text,
        ),
        "dialogue": lines[0] if len(lines) == 1 else None,
        "dialogues": lines if len(lines) > 1 else None,
    }
    return scene.call("orbit_video", arguments, subject)
