"""What a film shows changed where no tool changes films: its picture is changed, the film made anew from that."""

import re
from dataclasses import replace

from studio.director.families.once_more.remake_words import kept, past_of
from studio.director.families.pictures import edits, fragments, restyling
from studio.director.language.clauses import Clause
from studio.director.language.motion_verbs import MOTION
from studio.director.language.vocabulary import FILM, SONG
from studio.director.plan import Found, Scene, Step, Unclear
from studio.director.reading import Past
from studio.director.references.kinds import kinds_named
from studio.director.references.pointing import meant

_NOT_SEEN = re.compile(  # of a film's time, sound and camera, or of its words: no matter of its picture
    rf"\b(?:camera|zoom\w*|pan(?:s|ning)?|seconds?|secs?|length|speed|slow\w*|faster|longer|shorter|subtitles?|"
    rf"captions?|"
    rf"music|{SONG}|voices?|volume|louder|quieter|silent|loop\w*|reverse|backwards?|frames?|fps|trim|cut|end(?:s|ing)?|"
    rf"begin\w*|start\w*|transition|fade\w*)\b|^animat\w+|^(?:make|let|have) [\w' -]{{1,40}} {MOTION}\b",
    re.I,
)
_OF_THE_FILM = re.compile(rf"\b(?:the|this|that|my) (?:[\w-]+ ){{0,2}}?{FILM}(?: \d+)?", re.I)


def through_picture(clause: Clause, scene: Scene) -> Found:
    """The picture of the newest film changed as the clause asks, then the film from it; None for any other wish."""
    text = clause.bare
    if scene.offers("video_to_video") or scene.steps or _NOT_SEEN.search(text):
        return None
    if scene.newest_kind(("image", "video", "audio")) != "video" or scene.turn.attached:
        return None
    films = meant(text if "video" in kinds_named(text) else "it", scene, "video")
    if isinstance(films, Unclear) or not films:
        return None
    past = past_of(scene, "video", films[0])
    source = past.arguments.get("sourceImageIndex") if past else None
    if past is None or not isinstance(source, int) or scene.medium("image", source) is None:
        return None
    changed = _changed(clause, scene, source)
    return [changed, *_again(scene, past, changed, films[0])] if changed else None


def lettered(clause: Clause, scene: Scene) -> Found:
    """Words for a film, where nothing can be laid on one: they are written on its picture."""
    if not clause.quotes or scene.offers("overlay_video"):
        return None
    return through_picture(clause, scene)


def _changed(clause: Clause, scene: Scene, source: int) -> Step | None:
    """The one call that changes the picture, as if that had been made last and there were no film to speak of."""
    recent = (("image", source), *scene.turn.recent)
    pictures = tuple(one for one in scene.turn.media if one.kind != "video")
    before = replace(scene, turn=replace(scene.turn, recent=recent, media=pictures))
    told = Clause(
        _OF_THE_FILM.sub("it", clause.text), _OF_THE_FILM.sub("it", clause.bare), clause.quotes
    )
    for family in (edits.refined, restyling.styled, fragments.gone_on, edits.edited):
        found = family(told, before)
        if isinstance(found, list):
            makes_one = len(found) == 1 and found[0].count == 1 and not found[0].also
            return found[0] if makes_one else None
    return None


def _again(scene: Scene, past: Past, changed: Step, film: int) -> list[Step]:
    """The film's own call from the changed picture."""
    after = scene.then(changed)
    batch = after.last_batch("image")
    if not batch:
        return []
    arguments = {**kept(past.arguments), "sourceImageIndex": batch[0].index}
    if arguments.get("endImageIndex") == past.arguments.get("sourceImageIndex"):
        arguments["endImageIndex"] = batch[0].index  # it goes round
    return [replace(after.call(past.tool, arguments, f"video {film}"), remade=True)]
