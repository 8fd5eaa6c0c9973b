"""Films one after the other, in the order that was said, and songs under them."""

import re
from collections.abc import Sequence
from typing import Any

from studio.director.families.films.timeline import no_film
from studio.director.language import values
from studio.director.language.beside_films import ANY_MUSIC, WITH_NEW_SOUND
from studio.director.language.clauses import Clause
from studio.director.language.joins import JOIN
from studio.director.plan import Found, Scene, Step, Unclear, Unsupported, sentence_list
from studio.director.references.pointing import meant, named
from studio.director.references.running_order import gathered, one_by_one, order_in
from studio.director.references.topic import first_of, speaks_of_sound

_LAID = re.compile(
    r"\b(?:put|add|use|lay|mix|set|play)\b.{0,40}\b(?:under(?:neath)?|beneath|to|on|onto|over|as|into|behind|for)\b"
    r".{0,30}\b(?:it|this|that|them|videos?|vids?|clips?|films?|movies?|soundtrack|background)\b|\b(?:put|lay|"
    r"add)\b.{2,40}\bunder"
    r"(?:neath)?$|^(?:the|my|our|this|that) [\w -]{1,30}? (?:under(?:neath)?|beneath|behind) (?:the|my|this|that|it|"
    r"both)\b|"
    r"^(?:add|use|include|put|lay|play)\s(?:the|my|our|this|that|audio)\b[\w -]{0,30}$",
    re.I,
)
_IT_WITH = re.compile(r"\w+ (?:it|this|that) (?:with|to|and) ", re.I)
_MUSIC_VIDEO = re.compile(r"\bmusic[\s-]?(?:video|film|clip)\b", re.I)
_JOINS = re.compile(r"(?:join|merge|stitch|connect|splice|glue)\s(?:together\s)?(?:the|my)\b", re.I)
_WITH_THAT = re.compile(
    r"\b(?:with|under(?:neath)?|over|to|using|and) (?:it|this|that|the (?:new )?(?:music|song|track|voice\w*|speech|"
    r"recording|tune))(?: (?:under(?:neath)?|over|behind|in the background)(?: (?:it|them))?)?(?=$|[,.])"
    r"|\b(?:it|this|that) (?:under(?:neath)?|over|behind)(?: (?:it|them))?(?=$|[,.])",
    re.I,
)
_TRANSITIONS = (
    (r"\b(dissolve|cross-?dissolve|melt)\w*\b", "dissolve"),
    (r"\bwip\w*\b.{0,20}\bright\b", "wiperight"),
    (r"\bwip\w*\b", "wipeleft"),
    (r"\bslid\w*\b.{0,20}\bdown\b", "slidedown"),
    (r"\bslid\w*\b", "slideup"),
    (r"\b(cross-?fad\w*|fad\w*|blend\w*|soft (?:cut|mix|transition)s?|smooth(?:ly)? transitions?|"
     r"transitions?)\b", "fade"),
)  # fmt: skip


_WHICH_IS = re.compile(  # which file shows what, told besides: "the party is the second file"
    r"[,;.(]\s?(?:the |my )?[\w'-]{2,24}(?: [\w'-]{1,24}){0,3}? (?:is|being) the (?:first|second|third|fourth|"
    r"last|other)"
    r"(?: (?:file|one|clip|video|film|attachment|upload))?\)?(?=$|[,;.])",
    re.I,
)
_IN_A_ROW = re.compile(r"\bone after (?:the other|another)\b", re.I)


def stitched(clause: Clause, scene: Scene) -> Found:
    """Films one after the other, with a soft cut or a song when that was said."""
    text = _WHICH_IS.sub("", clause.bare.replace(WITH_NEW_SOUND, ""))
    heard = _made_for_them(clause, scene)
    if re.match(r"(?:an?|two|three|some)\s(?:[\w-]+ )?\w+(?:ed|ing)\b", text, re.I):
        return None  # a stitched bag is no order
    if _MUSIC_VIDEO.search(text) and not scene.now("video"):
        return None  # a picture and a song put together
    joins = bool(JOIN.search(text)) or _joins_by_name(text, scene)
    under = _under(clause, scene) and not joins
    one = len(named(text, "video")) > 1 and re.search(
        r"\b(?:one|single) (?:\w+ )?(?:clip|video|film)\b", text, re.I
    )
    told = order_in(text, scene, joins=joins)
    if not joins and not under and not one and not told:
        return None
    question = no_film(text, scene)
    if question is not None:
        return question
    whole = None if under or named(text, "video") else _joined_before(scene)
    if whole is not None:
        return [] if heard is None else [_laid_under(whole, heard, scene)]
    several = _IN_A_ROW.sub("", text)
    videos = told or meant(several, scene, "video", many=not under)
    if isinstance(videos, Unclear):
        return videos
    if not scene.offers("stitch_video"):
        return Unsupported("put sound under films" if under else "join films")
    if re.search(r"\b(reverse|backwards?|other way)\b", text, re.I):
        videos = videos[::-1]
    videos = (one_by_one(text, scene) if joins and len(videos) < 2 else []) or videos
    videos = _with_the_newest(text, videos, scene, joins=joins)
    if len(videos) < 2 and not under:
        return Unclear("I need at least two films to join them. Which ones do you mean?")
    songs: list[int] | Unclear = [] if heard is None else [heard]
    if heard is None and speaks_of_sound(clause.bare, scene):
        songs = meant(text, scene, "audio")
    return songs if isinstance(songs, Unclear) else [_call(text, videos, songs, scene)]


def _call(text: str, videos: list[int], songs: list[int], scene: Scene) -> Step:
    arguments = {
        "videoIndices": videos,
        "transition": transition_in(text),
        "audioIndex": songs[0] if songs else None,
    }
    numbers = sentence_list([*map(str, videos)])
    names = f"videos {numbers}" if len(videos) > 1 else f"video {numbers}"
    return scene.call("stitch_video", arguments, names)


def _joins_by_name(text: str, scene: Scene) -> bool:
    """ "Join the fox and the owl", where these are films."""
    return bool(_JOINS.match(text)) and len(one_by_one(text, scene)) > 1


def _with_the_newest(text: str, videos: list[int], scene: Scene, *, joins: bool) -> list[int]:
    """One film and "it": what was just made goes before the other."""
    if len(videos) == 1 and re.search(r"\b(?:it|this|that)\b", text, re.I):
        videos = [*(one.index for one in scene.last_batch("video")), *videos]
    if len(videos) == 1 and joins and _IT_WITH.match(text):
        newest = meant("it", scene, "video")
        videos = [*(newest if isinstance(newest, list) else []), *videos]
    return videos


def with_its_sound(clauses: Sequence[Clause], scene: Scene) -> list[Clause]:
    """Clauses where a song that is there, put under films right after they are joined, belongs to the joining.

    Films that are only named, one clause after the other, are one joining too.
    """
    found: list[Clause] = []
    for one in gathered(clauses, scene, JOIN):
        if one.bare == ANY_MUSIC and scene.now("audio"):
            continue
        last = found[-1] if found else None
        if last and JOIN.search(last.bare) and not named(one.bare, "video") and _under(one, scene):
            text, bare = f"{last.text} and {one.text}", f"{last.bare} and {one.bare}"
            found[-1] = Clause(text, bare, (*last.quotes, *one.quotes))
        else:
            found.append(one)
    return found


def _joined_before(scene: Scene) -> int | None:
    """The film that the steps right before joined already, whatever was made to be heard under it since."""
    for step, made in zip(reversed(scene.steps), reversed(scene.made), strict=False):
        if step.tool == "stitch_video" and len(step.arguments["videoIndices"]) > 1 and made:
            return made[0].index
        if made and made[0].kind != "audio":
            return None
    return None


def _made_for_them(clause: Clause, scene: Scene) -> int | None:
    """What was made in this turn to be heard under the films: "make happy music and join both clips with it"."""
    made = scene.last_batch("audio")
    told = WITH_NEW_SOUND in clause.bare or _WITH_THAT.search(clause.bare)
    return made[0].index if made and told else None


def _laid_under(film: int, song: int, scene: Scene) -> Step:
    under = {"videoIndices": [film], "audioIndex": song}
    return scene.call("stitch_video", under, f"video {film}")


def transition_in(text: str) -> dict[str, Any] | None:
    """How one film goes over into the next; None for a hard cut. Its length in seconds is within the tool's bounds."""
    if re.search(
        r"\b(?:no|without(?: any)?|hard|straight) (?:transitions?|fades?|cuts?)\b", text, re.I
    ):
        return None
    kind = first_of(_TRANSITIONS, text)
    length = values.seconds_in(text)
    if kind and length:
        return {"type": kind, "durationSeconds": min(max(length, 0.2), 2.0)}
    return {"type": kind} if kind else None


def _under(clause: Clause, scene: Scene) -> bool:
    """A song that is to be heard under a film that is there."""
    if not scene.now("audio") or not scene.now("video") or not _LAID.search(clause.bare):
        return False
    return speaks_of_sound(clause.bare, scene) and not re.search(
        r"\b(music video|speech|say)\b", clause.bare, re.I
    )
