"""What a message of its own chose for the next wish to be about: "go back to the night one", "undo that"."""

import re
from dataclasses import replace

from studio.director.language.clauses import clause_of
from studio.director.language.spelling import mended
from studio.director.language.translation import into_english
from studio.director.plan import Scene
from studio.director.reading import Turn
from studio.director.references.kinds import kinds_named
from studio.director.references.pointing import ONLY_POINTS, meant

UNDO = re.compile(
    r"^(?:undo(?: (?:that|it|this|the last (?:one|change|step|edit)))?|revert(?: (?:that|it|this))?|"
    r"take (?:it|that) back|(?:bring|put|get) (?:it|him|her|them|that|the [\w ]{2,30}) back|"
    r"(?:go |put it |change it )?back(?: to (?:how|what) it was)?|"
    r"(?:the )?(?:one before|previous one)(?: please)?|(?:it |that )?was better before|"
    r"i (?:liked|preferred) (?:it (?:better )?before|the (?:old|previous) one(?: better)?))$",
    re.I,
)
_CHOSEN = re.compile(
    r"^(?:actually )?(?:(?:(?:go|come|switch|let['’]s go) )?back to|return to|go with|"
    r"i(?:['’]?d)? (?:really )?(?:like|love|prefer|choose|pick|take|want)|pick|choose|take|use|select|keep)\s"
    r"(?P<what>(?:the |that |this |my |image |picture |photo |number |#).{1,40}?)"
    r"(?: (?:best|most|more|better|please))?$",
    re.I,
)

_STATES = re.compile(r"^(?:it['’]?s|this|that['’]?s|a|an|with|use|take)\b", re.I)


def undone(turn: Turn) -> tuple[str, int] | None:
    """What the newest picture was made from, or the one before it; of a film the one before: (kind, index)."""
    newest = next((one for one in turn.recent if one[0] in ("image", "video")), None)
    past = next((call for call in turn.past if newest in call.made), None)
    if newest is None:
        return None
    source = past.arguments.get("sourceImageIndex") if past else None
    if newest[0] == "image" and source in {one.index for one in turn.of_kind("image")}:
        return "image", int(str(source))
    batch = past.made if past else (newest,)
    return next((one for one in turn.recent if one[0] == newest[0] and one not in batch), None)


def with_choice(turn: Turn) -> Turn:
    """The turn with what the message before it chose as the newest medium; as it is where that did more, or less."""
    if not turn.rested or not turn.earlier or turn.attached:
        return turn
    text = clause_of(mended(into_english(turn.earlier[-1]))).text.strip(" .!?")
    if UNDO.match(text):
        found = undone(turn)
    else:
        told = _CHOSEN.match(text)
        alone = text if ONLY_POINTS.match(text) and not _STATES.match(text) else ""
        found = _pointed(told["what"] if told else alone, turn)
    return replace(turn, chosen=found, recent=(found, *turn.recent)) if found else turn


def _pointed(what: str, turn: Turn) -> tuple[str, int] | None:
    scene = Scene(turn)
    kinds = kinds_named(what) or [scene.newest_kind(("image", "video", "audio"))]
    found = meant(what, scene, kinds[0]) if what and kinds[0] else []
    return (kinds[0], found[0]) if isinstance(found, list) and len(found) == 1 else None
