"""Films joined, made longer, and mended in the middle."""

import re
from collections.abc import Sequence
from typing import Any

from studio.director import again, values
from studio.director.kinds import kinds_named
from studio.director.naming import by_name
from studio.director.plan import Beyond, Found, Scene, Unclear
from studio.director.pointing import meant, named
from studio.director.saying import EDGES, Clause
from studio.director.seeking import about, first_of, refers

_LAID = re.compile(
    r"\b(?:put|add|use|lay|mix|set|play)\b.{0,40}\b(?:under(?:neath)?|beneath|to|on|onto|over|as|into|behind|for)\b"
    r".{0,30}\b(?:it|this|that|them|videos?|vids?|clips?|films?|movies?|soundtrack|background)\b|\b(?:put|lay|"
    r"add)\b.{2,40}\bunder"
    r"(?:neath)?$",
    re.I,
)
_FILMS = (
    r"(?:videos?|vids?|films?|clips?|movies?|them|['’]?em|both|all|these|those|everything|parts?|scenes?|shots?|"
    r"two|three|"
    r"four|animations?)"
)
_STITCH = re.compile(
    rf"\b(stitch\w*|concat\w*|splice\w*|glue)\b|\b(join|merge|combin|connect|link|chain|assembl|string|stick|tape|"
    rf"sew|cut|edit|"
    rf"put|bring|add)\w*\b.{{0,40}}\b{_FILMS}\b.{{0,40}}\b"
    rf"(together|into one|into a single|in(?:to)? a row|one (?:after|video|film|clip|movie)|back to back|"
    rf"in sequence)\b"
    rf"|\b(?:cross-?fade|fade|dissolve|wipe)\b from\b.{{0,30}}\b(?:clip|video|film)"
    rf"|\b(join|merge|combin|connect)\w*\b.{{0,16}}\b{_FILMS}\b|\b(?:one|a single) (?:long |continuous )?(?:video|"
    rf"film|clip|movie) (?:of|from|out of) (?:them|both|all|these|the)\b"
    rf"|\b(cross-?fade|fade|wipe|slide|dissolve|transition)\b.{{0,30}}\bbetween\b",
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
_EXTEND = re.compile(
    r"\b(extend\w*|lengthen\w*|prolong\w*|continu\w+|longer|keep going|run (?:on|longer)|"
    r"keep (?:[\w-]+ ){1,4}going|go on|carry on|"
    r"what happens next)\b"
    r"|\b(?:run|go|play|last|roll)\w*\b.{0,12}\b(?:another )?(?:\d+|\w+)[ -]?(?:more|extra|additional) (?:s|secs?|"
    r"seconds?)\b|\banother "
    r"(?:\d+|\w+) seconds?\b"
    r"|\badd\w*\b.{0,12}\b(?:more |extra |another )?(?:\d+|\w+)[ -]?(?:more |extra )?seconds?\b",
    re.I,
)
_REPLACE = re.compile(
    r"\b(replac\w*|redo|regenerat\w*|re-?do|chang\w*|swap\w*|re-?shoot|remake|fix|cut out|re-?render|exchange|make|"
    r"insert|should|instead|put)\b",
    re.I,
)
_LENGTH_UNKNOWN = Unclear(
    "How long is the film, or which seconds shall I replace? I cannot tell its length."
)
_LAST_PART = re.compile(
    r"\b(?:replac|redo|regenerat|chang)\w*\b.{0,80}\b(?:last|final)\b.{0,12}seconds?\b", re.I
)
_STORY = re.compile(
    r"\b(?:with|by|(?:to|should|could|must) show|so(?: that)?|where|into|showing|:|"
    r"to|for(?= an? ))\s(?!(?:the )?(?:second\s)?(?:\d|two\b|three\b|four\b|five\b|six\b|eight\b|ten\b)|video|"
    r"clip|film)((?s:.+))$",
    re.I,
)
_AFTER_SPAN = re.compile(
    r"(?:\d\s?s?|seconds?|clip|video(?: \d+)?|film)\s?[,.;:–-]+\s?(?!\d|fix|redo|replace|reshoot)((?s:.{6,}))$",
    re.I,
)
_KEPT_SOUND = re.compile(r"\bkeep\w*\b.{0,20}\b(sound|audio|music|voice)", re.I)
WHICH = "Which film do you mean? Attach one, or tell me what to film first."


def stitched(clause: Clause, scene: Scene) -> Found:
    """Films one after the other, with a soft cut or a song when that was said."""
    text = clause.bare
    if re.match(r"(?:an?|two|three|some)\s(?:[\w-]+ )?\w+(?:ed|ing)\b", text, re.I):
        return None  # a stitched bag is no order
    joins = bool(_STITCH.search(text))
    under = _under(clause, scene) and not joins
    one = len(named(text, "video")) > 1 and re.search(
        r"\b(?:one|single) (?:\w+ )?(?:clip|video|film)\b", text, re.I
    )
    if not joins and not under and not one:
        return None
    question = no_film(text, scene)
    if question is not None:
        return question
    if not under and not named(text, "video") and _joined_before(scene):
        return []
    videos = _in_order(text, scene) or meant(text, scene, "video", many=not under)
    if isinstance(videos, Unclear):
        return videos
    if not scene.offers("stitch_video"):
        return Beyond("put sound under films" if under else "join films")
    if re.search(r"\b(reverse|backwards?|other way)\b", text, re.I):
        videos = videos[::-1]
    if len(videos) < 2 and not under:
        return Unclear("I need at least two films to join them. Which ones do you mean?")
    songs = meant(text, scene, "audio") if _sounds(clause, scene) else []
    if isinstance(songs, Unclear):
        return songs
    arguments = {
        "videoIndices": videos,
        "transition": _transition(text),
        "audioIndex": songs[0] if songs else None,
    }
    return [scene.call("stitch_video", arguments, "videos " + " and ".join(map(str, videos)))]


def _in_order(text: str, scene: Scene) -> list[int]:
    """All films that are meant, the one that was put first at the head; empty when none was."""
    told = re.search(
        r"[,;]?\s?\b((?:the |video |clip )[\w -]{1,60}?)(?: (?:goes|comes|going|coming))? first$",
        text,
        re.I,
    )
    if told is None:
        return []
    first = meant(told.group(1), scene, "video")
    rest = meant(text[: told.start()], scene, "video", many=True)
    if isinstance(first, Unclear) or isinstance(rest, Unclear) or len(first) != 1:
        return []
    return [*first, *(one for one in rest if one not in first)]


def with_its_sound(clauses: Sequence[Clause], scene: Scene) -> list[Clause]:
    """Clauses where a song that is there, put under films right after they are joined, belongs to the joining."""
    found: list[Clause] = []
    for one in clauses:
        last = found[-1] if found else None
        if (
            last
            and _STITCH.search(last.bare)
            and not named(one.bare, "video")
            and _under(one, scene)
        ):
            text, bare = f"{last.text} and {one.text}", f"{last.bare} and {one.bare}"
            found[-1] = Clause(text, bare, (*last.quotes, *one.quotes))
        else:
            found.append(one)
    return found


def _joined_before(scene: Scene) -> bool:
    """Whether the step right before joins films already."""
    last = scene.steps[-1] if scene.steps else None
    return (
        last is not None and last.tool == "stitch_video" and len(last.arguments["videoIndices"]) > 1
    )


def _transition(text: str) -> dict[str, Any] | None:
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
    return _sounds(clause, scene) and not re.search(
        r"\b(music video|speech|say)\b", clause.bare, re.I
    )


def _sounds(clause: Clause, scene: Scene) -> bool:
    """Whether a clause speaks of a song, by a noun or by its words."""
    if re.search(r"\bupload", clause.bare, re.I) and "audio" not in kinds_named(clause.bare):
        return False
    spoken = by_name(clause.bare, scene, "audio")
    return "audio" in kinds_named(clause.bare) or (isinstance(spoken, list) and bool(spoken))


def no_film(text: str, scene: Scene) -> Unclear | None:
    return None if scene.now("video") or named(text, "video") else Unclear(WHICH)


def extended(clause: Clause, scene: Scene) -> Found:
    """A film that goes on; the length is what is added."""
    text = clause.bare
    if not _EXTEND.search(text) or re.search(
        r"\b(?:the|its) (?:canvas|frame|edges)$|^(?:extend|expand)\w* (?:the|its) (?:canvas|frame|edges)\b|"
        r"\b(?:lyrics|script|prompt)\b",
        text,
        re.I,
    ):
        return None
    if about(clause, scene, ("video", "audio", "image")) != "video":
        return None
    videos = meant(text, scene, "video")
    if isinstance(videos, Unclear):
        return videos
    if not videos:
        return Unclear(WHICH)
    if not scene.offers("extend_video"):
        return again.longer(clause, scene, videos[0])
    seconds = values.seconds_in(text)
    known = scene.medium("video", videos[0])
    if (
        seconds
        and known
        and known.seconds
        and re.search(
            r"\b(?:to|until|up to|total)\s(?:be |about |of |a total of |full )?\d", text, re.I
        )
    ):
        seconds = max(seconds - known.seconds, 2.0)
    arguments = {
        "duration": seconds or 5.0,
        "videoIndex": videos[0],
        "prompt": _goes_on(clause) or (known.prompt if known else "") or "the scene goes on",
    }
    return [scene.call("extend_video", arguments, f"video {videos[0]}")]


def _goes_on(clause: Clause) -> str:
    """What happens in the seconds that are added, in the person's words; empty when they left it open."""
    said = re.split(
        r"\. (?=(?:the|my|this|that) (?:[\w-]+ ){0,3}(?:clip|video|film)\b)", clause.text
    )[0]
    story = re.search(
        r"(?:\b(?:with|where|so that|in which|while|as|showing)\s|:|(?:\b(?:longer|seconds?|secs?|more|on|clip|"
        r"film|one|video(?: \d+)?)|\d\s?s)(?:\s?[,.;]|\s[-–—]|"
        r"\sso\b|\sand\b)(?:\s(?:and|so|then|but)\b)*)\s?(?!\d|(?:up )?to \d|please|thanks)((?s:.{6,}))$",
        said,
        re.I,
    )
    return story.group(1).strip(EDGES) if story else ""


def replaced(clause: Clause, scene: Scene) -> Found:
    """A part of a film made new, or exchanged for another film."""
    text = clause.bare
    if not _REPLACE.search(text) or not scene.now("video"):
        return None
    videos = meant(text, scene, "video")
    if isinstance(videos, Unclear):
        return videos
    known = scene.medium("video", videos[0]) if videos else None
    span = values.span_in(text, known.seconds if known else None)
    if span is None:
        return _LENGTH_UNKNOWN if _LAST_PART.search(text) else None
    if not scene.offers("replace_video_segment"):
        return Beyond("replace a part of a film")
    start, end = span
    end = min(end, known.seconds) if known and known.seconds else end
    other = videos[1] if len(videos) > 1 else None
    story = _STORY.search(clause.text)
    story = story or _AFTER_SPAN.search(clause.text)
    told = story.group(1).strip(EDGES) if story else (known.prompt if known else "") or clause.text
    arguments = {
        "startSeconds": _round(start),
        "endSeconds": _round(end),
        "videoIndex": videos[0],
        "replacementVideoIndex": other,
        "prompt": told if other is None else None,
        "keepOriginalAudio": True if _KEPT_SOUND.search(text) else None,
    }
    subject = f"seconds {start:g} to {end:g} of video {videos[0]}"
    return [scene.call("replace_video_segment", arguments, subject)]


def _round(value: float) -> float | int:
    return int(value) if float(value).is_integer() else round(value, 2)


def retimed(clause: Clause, scene: Scene) -> Found:
    """ "Make it 8 seconds", "slower", "shorter": the film that is meant, made again from its own sources."""
    text = clause.bare
    paced = values.pace_in(text) != 1.0
    timed = re.search(
        r"^(?:make|do|keep|let|have|render|shorten|redo)\b.{0,30}\b\d+[\s-]*(?:s|secs?|seconds?)\b",
        text,
        re.I,
    )
    if not paced and not timed:
        return None
    if not refers(clause, scene, "video") and not re.match(
        r"^(?:a (?:bit|little) |much )?(?:longer|slower|faster|shorter)\b", text, re.I
    ):
        return None
    if about(clause, scene, ("video", "audio", "image")) != "video":
        return None
    videos = meant(text, scene, "video")
    if isinstance(videos, Unclear):
        return videos
    return again.film(clause, scene, videos[0]) if videos else Unclear(WHICH)
