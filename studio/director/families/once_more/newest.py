"""The deed that was done last, which a few words can go on from."""

import re

from studio.director.plan import Scene, Unclear
from studio.director.reading import Past


def newest_deed(scene: Scene, *tools: str) -> Past | None:
    """The call before this request, where it is of one of these tools, came to something and is still offered.

    None where a file came with the words or another step goes before: then they are about that.
    """
    past = next(iter(scene.turn.past), None)
    if past is None or scene.steps or scene.turn.attached or past.tool not in tools:
        return None
    done = past.result is not None and past.result.ok
    return past if done and scene.offers(past.tool) else None


_OFF = re.compile(
    r"^(?:(?:but|now|please|again) )*(?:without|no|remove|delete|lose|drop|take (?:off|out|away)) (?:the |that |"
    r"any |all )?"
    r"(?:it|them|subtitles?|captions?|texts?|words?|titles?|lettering|letters|logo|overlays?|music|songs?|sound ?track)"
    r"(?: (?:again|please|after all|from (?:it|the (?:film|video|clip))))*$",
    re.I,
)


def taken_off(text: str, past: Past, name: str) -> Unclear | None:
    """What to say where all that was laid on a film is to go again: without it that is there."""
    film = past.arguments.get(name)
    if not isinstance(film, int) or not _OFF.match(text):
        return None
    return Unclear(
        f"Video {film} is the same film without it, and still there. What shall I do with it?"
    )
