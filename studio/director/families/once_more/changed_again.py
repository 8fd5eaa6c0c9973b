"""The newest deed once more, told in so many words: "the same again, but a man's voice, and calmer".

What stands round the change is taken off; each part of it is put to the family that goes on from that deed, one on top
of the other.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from studio.director.families.once_more.cut_again import cut_again
from studio.director.families.once_more.dances_again import danced_again
from studio.director.families.once_more.joined_again import joined_again
from studio.director.families.once_more.newest import newest_deed
from studio.director.families.once_more.overlays_again import overlaid_again
from studio.director.families.once_more.readings import read_again, read_so
from studio.director.families.once_more.remake_words import kept
from studio.director.families.once_more.subtitles_again import subtitled_again
from studio.director.families.once_more.written import TEXTS, rewritten, written_again
from studio.director.families.pictures.meshes import modelled_again
from studio.director.language.clauses import Clause, clause_of
from studio.director.language.frames import parts_of, unframed
from studio.director.plan import Found, Scene, Step, short
from studio.director.reading import Past


def _cut_instead(clause: Clause, scene: Scene) -> Found:
    told = f"{clause.text} instead"
    return cut_again(Clause(told, told, clause.quotes), scene)


_GOING_ON: dict[str, Callable[[Clause, Scene], Found]] = {
    "generate_speech": read_again,
    "add_subtitles": subtitled_again,
    "overlay_video": overlaid_again,
    "stitch_video": joined_again,
    "dance_montage": danced_again,
    "image_to_3d": modelled_again,
    "segment_image": _cut_instead,
    **dict.fromkeys(TEXTS, written_again),
}
_FREELY: dict[str, Callable[[str, Scene], Found]] = {
    "generate_speech": read_so,
    **dict.fromkeys(TEXTS, rewritten),
}
"""Those that take other words for a change as they were said."""
_OTHERWISE = ("generate_speech", "image_to_3d", "orbit_video", *TEXTS)
"""Those that come out differently when nothing is changed."""


def changed_again(clause: Clause, scene: Scene) -> Found:
    """The newest deed with all that is told of it; None where that is nothing of its own."""
    past = newest_deed(scene, *_GOING_ON, "orbit_video")
    if past is None:
        return None
    change, surely = unframed(clause.text)
    if surely and not change:
        return _just_so(past, scene) if past.tool in _OTHERWISE else None
    if past.tool not in _GOING_ON:
        return None
    parts = parts_of(change)
    if not surely and len(parts) < 2 and change == clause.text:
        return None
    asked = _GOING_ON[past.tool](clause_of(change), scene) if surely else None
    if asked is not None and not isinstance(asked, list):
        return asked
    for told in ([change], parts) if surely else (parts,):
        if done := _all_of(told, past, scene):
            return [done]
    freely = _FREELY.get(past.tool)
    tried = parts if past.tool == "generate_speech" else parts[:1]
    begun = surely or any(_all_of([part], past, scene) for part in tried)
    found = freely(change, scene) if freely and begun else None
    return found if surely or isinstance(found, list) else None


def _just_so(past: Past, scene: Scene) -> Found:
    words = str(past.arguments.get("brief") or past.arguments.get("prompt") or "it")
    where = " ".join(map(str, past.made[0])) if past.made else short(words)
    return [replace(scene.call(past.tool, kept(past.arguments), where), remade=bool(past.made))]


def _all_of(parts: Sequence[str], past: Past, scene: Scene) -> Step | None:
    """One call with every part of the change; None where one of them is none of its own."""
    step = None
    for part in parts:
        found = _GOING_ON[past.tool](clause_of(part), _with_arguments(scene, step))
        if not isinstance(found, list) or len(found) != 1 or found[0].tool != past.tool:
            return None
        step = found[0]
    return step


def _with_arguments(scene: Scene, step: Step | None) -> Scene:
    """The scene as if the newest call had been made with these arguments."""
    if step is None:
        return scene
    newest, *rest = scene.turn.past
    past = (replace(newest, arguments=step.arguments), *rest)
    return replace(scene, turn=replace(scene.turn, past=past))
