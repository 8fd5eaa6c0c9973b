"""Versions of one picture: the one it all began with, and the one before the newest."""

import re

from studio.director.plan import Scene
from studio.director.reading import Past

_NOUN = r"(?:one|picture|photo|image|pic|version|video|clip|film)"
ORIGINAL = re.compile(
    rf"\b(?:the|my) (?:very )?(?:original|untouched|unedited)(?: {_NOUN})?\b|\bwhat (?:i|we) (?:uploaded|sent|attached|"
    rf"gave)\b|\bthe {_NOUN} (?:that )?(?:i|we) (?:uploaded|sent|attached|gave)\b|"
    r"\bmy (?:own )?(?:photo|picture|selfie|image|pic)\b(?! (?:of|with)\b)",
    re.I,
)
PREVIOUS = re.compile(
    rf"\b(?:the|that) {_NOUN} (?:right |just )?before(?: (?:that|this|it))?\b(?! (?:i|we|you|the)\b)|"
    rf"\bthe (?:previous|earlier)(?: {_NOUN})?\b(?! \w)|\bthe last (?:one|version) but one\b",
    re.I,
)


def names_version(text: str) -> bool:
    """Whether words name one of the versions, and do nothing else."""
    return bool(ORIGINAL.fullmatch(text) or PREVIOUS.fullmatch(text))


def version_meant(text: str, scene: Scene, kind: str) -> int | None:
    """The index of the original, or of the version before the newest, where the words point at one of them."""
    if ORIGINAL.search(text):
        return _original(scene, kind)
    return _previous(scene, kind) if PREVIOUS.search(text) else None


def _original(scene: Scene, kind: str) -> int | None:
    """What the newest picture was made from, and that from, back to where it began; else the newest upload."""
    if kind not in _SOURCES:
        return None
    line = lineage(scene, kind)
    if len(line) > 1:
        return line[-1]
    uploads = [one.index for one in scene.now(kind) if one.index < 0]
    return next(iter(scene.attached(kind) or uploads[-1:] or line), None)


def _previous(scene: Scene, kind: str) -> int | None:
    line = lineage(scene, kind)
    if len(line) > 1:
        return line[1]
    made = [one.index for one in scene.before(kind) if one.index >= 0]
    return next((one for one in reversed(made) if one not in line), None)


def lineage(scene: Scene, kind: str) -> list[int]:
    """The newest medium of a kind that was made, what it was made from, and so on, back to the first."""
    known = {one.index for one in scene.now(kind)}
    uploads = [index for index in known if index < 0]
    sources = {
        index: _source_of(past, kind, uploads)
        for past in reversed(scene.turn.past)
        for one, index in past.made
        if one == kind
    }
    at = next((i for one, i in scene.turn.recent if one == kind and i in sources), None)
    line: list[int] = []
    while isinstance(at, int) and at in known and at not in line:
        line.append(at)
        at = sources.get(at)
    return line


_SOURCES = {
    "image": ("sourceImageIndex",),
    "video": ("sourceVideoIndex", "videoSourceIndex", "videoIndex"),
}


def _source_of(past: Past, kind: str, uploads: list[int]) -> int | None:
    """What a call made something of its own kind from; an old photo that is restored is the one that was given."""
    told = (past.arguments.get(name) for name in _SOURCES.get(kind, ()))
    found = next((one for one in told if isinstance(one, int)), None)
    return (
        uploads[0]
        if found is None and past.tool == "restore_photo" and len(uploads) == 1
        else found
    )
