"""Films made longer, and mended in the middle."""

import re

from studio.director.families.films.films import WHICH
from studio.director.families.films.part_stories import told_of_part
from studio.director.families.once_more import remakes
from studio.director.language import values
from studio.director.language.clauses import Clause
from studio.director.language.continuing import bared
from studio.director.language.vocabulary import EDGES
from studio.director.plan import Found, Scene, Unclear, Unsupported
from studio.director.reading import Medium
from studio.director.references.pointing import meant, named
from studio.director.references.topic import about, refers

_EXTEND = re.compile(
    r"\b(extend\w*|lengthen\w*|prolong\w*|continu\w+|longer|keep going|too short|run (?:on|longer)|"
    r"keep (?:[\w-]+ ){1,4}going|go on|carry on|"
    r"what happens next|(?:cuts? off|stops?|ends?|over) (?:way |much |a bit |far )?too "
    r"(?:early|soon|abruptly|fast|quick(?:ly)?))\b"
    r"|^(?:\d+|\w+) (?:more|extra|additional) (?:s|secs?|seconds?)\b"
    r"|\b(?:run|go|play|last|roll)\w*\b.{0,12}\b(?:another )?(?:\d+|\w+)[ -]?(?:more|extra|additional) (?:s|secs?|"
    r"seconds?)\b|\banother "
    r"(?:\d+|\w+) seconds?\b"
    r"|\bgive\b.{1,40} (?:\d+|\w+) (?:more|extra|additional) (?:s|secs?|seconds?)\b"
    r"|\badd\w*\b.{0,12}\b(?:more |extra |another )?(?:\d+|\w+)[ -]?(?:more |extra )?(?:secs?|seconds?)\b",
    re.I,
)
_AT_THE_END = re.compile(  # what is to come last: "and at the end a deer walks in"
    r"^(?:(?:and|then|but|also|so) )*(?:(?:right )?(?:at|in|by|towards) the (?:very )?end|finally|as (?:the|an) "
    r"ending),? "
    r"(?:(?:i want|show|let|have|make) )?(?P<told>(?!it (?:stops|ends)\b)[\w'-]+(?: [\w',-]+){2,30})$",
    re.I,
)
_ONLY_GOES_ON = re.compile(
    r"^(?:just )?(?:continu\w+|go on|carry on|keep going|extend it|make it longer)(?: (?:it|from|there|here|"
    r"on)){0,2}$",
    re.I,
)
_REPLACE = re.compile(
    r"\b(replac\w*|redo|regenerat\w*|re-?do|chang\w*|swap\w*|re-?shoot|remake|fix|cut out|re-?render|exchange|make|"
    r"shows?|"
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
    r"\b(?:with|by|(?:to|should|could|must) show|shows?|so(?: that)?|where|into|showing|:|"
    r"to|for(?= an? ))\s(?!(?:the )?(?:second\s)?(?:\d|two\b|three\b|four\b|five\b|six\b|eight\b|ten\b)|video|"
    r"clip|film)((?s:.+))$",
    re.I,
)
_AFTER_SPAN = re.compile(
    r"(?:\d\s?s?|seconds?|clip|video(?: \d+)?|film)(?: (?:of|in) (?:this|that|it))?\s?[,.;:–-]+\s?(?!\d|fix|"
    r"redo|replace|reshoot)((?s:.{6,}))$",
    re.I,
)
_KEPT_SOUND = re.compile(
    r"\b(?:keep\w*|leav\w+|(?:don['’]?t|do not|without) (?:touch\w*|chang\w+|alter\w*|los\w+))\b.{0,20}\b"
    r"(?:sound|audio|music|voice)|\b(?:sound|audio|music|voice) (?:stays|should stay|can stay|as it is)\b",
    re.I,
)
_LEFT_ALONE = re.compile(  # what is not to change, which nobody is to see in that part
    r"(?:\s?[,.;!]|\s[-–—]|\sand|\sbut)\s(?:(?:and|but|please|just|so) )*(?:(?:leave|keep|keeping|"
    r"leaving) (?:all )?(?:the "
    r"(?:rest|others?|remainder|original|old|sound|audio|music|voice)|everything|all else|its|my (?:sound|audio|"
    r"voice))|"
    r"(?:don['’]?t|do not) (?:touch|change|alter|lose)|nothing else|without (?:touching|changing)|"
    r"(?:the )?(?:rest|sound|audio|music) "
    r"(?:stays|should stay|can stay))\b[^,.;!]{0,80}(?=[,.;!]|$)",
    re.I,
)


def no_film(text: str, scene: Scene) -> Unclear | None:
    return None if scene.now("video") or named(text, "video") else WHICH


def _the_film(clause: Clause, scene: Scene) -> int | Unclear | None:
    """The film a clause is about; None when it is about something else."""
    if about(clause, scene, ("video", "audio", "image")) != "video":
        return None
    found = meant(clause.bare, scene, "video")
    if isinstance(found, Unclear):
        return found
    return found[0] if found else WHICH


def extended(clause: Clause, scene: Scene) -> Found:
    """A film that goes on; the length is what is added."""
    text = clause.bare
    ends = None if clause.quotes else _AT_THE_END.match(bared(text))
    if ends and scene.newest_kind(("image", "video", "audio")) == "video":
        return _ended(ends["told"], scene)
    if not _EXTEND.search(text) or re.search(
        r"\b(?:the|its) (?:canvas|frame|edges)$|^(?:extend|expand)\w* (?:the|its) (?:canvas|frame|edges)\b|"
        r"\b(?:lyrics|script|prompt)\b",
        text,
        re.I,
    ):
        return None
    video = _the_film(clause, scene)
    if not isinstance(video, int):
        return video
    if not scene.offers("extend_video"):
        return remakes.longer(clause, scene, video)
    seconds = values.seconds_in(text)
    known = scene.medium("video", video)
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
        "videoIndex": video,
        "prompt": _goes_on(clause) or (known.prompt if known else "") or "the scene goes on",
    }
    return [scene.call("extend_video", arguments, f"video {video}")]


def _ended(told: str, scene: Scene) -> Found:
    """The newest film with what is to come last."""
    found = meant("it", scene, "video")
    if isinstance(found, Unclear):
        return found
    if not found or not scene.offers("extend_video"):
        return None
    arguments = {"duration": 5.0, "videoIndex": found[0], "prompt": told}
    return [scene.call("extend_video", arguments, f"video {found[0]}")]


def _goes_on(clause: Clause) -> str:
    """What happens in the seconds that are added, in the person's words; empty when they left it open."""
    said = re.split(
        r"\. (?=(?:the|my|this|that) (?:[\w-]+ ){0,3}(?:clip|video|film)\b)", clause.text
    )[0]
    story = re.search(
        r"(?:\b(?:with|where|so that|in which|while|as|showing)\s|:|(?:\b(?:longer|seconds?|secs?|more|on|clip|"
        r"film|one|video(?: \d+)?)|\d\s?s)(?:\s?[,.;!?]|\s[-–—]|"
        r"\sso\b|\sand\b)(?:\s(?:and|so|then|but)\b)*)"
        r"(?!\s?(?:say |about |maybe |like |by |another ){0,2}(?:\d|(?:two|three|four|five|six|eight|ten)\b)|"
        r"\s?(?:(?:up )?to \d|please|thanks))\s?((?s:.{6,}))$",
        said,
        re.I,
    )
    told = story.group(1).strip(EDGES) if story else ""
    return "" if _ONLY_GOES_ON.match(told) else told


def replaced(clause: Clause, scene: Scene) -> Found:
    """A part of a film made new, or exchanged for another film."""
    text = clause.bare
    if not _REPLACE.search(text) or not scene.now("video"):
        return None
    if clause.quotes and re.match(
        r"(?:put|add|write|show|place|display)\b(?!.*\breplac)", text, re.I
    ):
        return None  # words to be read over a part
    videos = meant(text, scene, "video")
    if isinstance(videos, Unclear):
        return videos
    known = scene.medium("video", videos[0]) if videos else None
    span = values.span_in(text, known.seconds if known else None)
    if span is None:
        return _LENGTH_UNKNOWN if _LAST_PART.search(text) else None
    if not scene.offers("replace_video_segment"):
        return Unsupported("replace a part of a film")
    start, end = span
    end = min(end, known.seconds) if known and known.seconds else end
    other = videos[1] if len(videos) > 1 else None
    wanted = _LEFT_ALONE.sub("", clause.text)
    story = _STORY.search(wanted) or _AFTER_SPAN.search(wanted)
    loosely = story.group(1).strip(EDGES) if story else _changed(clause, known) or wanted
    told = told_of_part(wanted) or loosely
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


_OTHERWISE = re.compile(  # what is to be different in a part: "between 4 and 7 seconds make the sky red"
    r"\b(?:make|have|let|turn|give) (?P<who>it|him|her|them|(?:the|his|her|its|my|their) [\w'-]+(?: [\w'-]+)?) "
    r"(?P<how>[\w' -]{2,60})$|\b(?:add|with) (?P<more>(?:an?|some|the|more|two) [\w' -]{2,60})$",
    re.I,
)
_AGAIN_ONLY = re.compile(
    r"(?:different|better|nicer|again|new|anew|over|right|look good|look right)\b.*", re.I
)


def _changed(clause: Clause, known: Medium | None) -> str:
    """The film's own words with the change a part of it is to have; without a change they stay as they are."""
    prompt = known.prompt if known else ""
    told = _OTHERWISE.search(values.SPAN.sub(" ", clause.text).strip(EDGES))
    if told is None or _AGAIN_ONLY.fullmatch(told["how"] or ""):
        return prompt
    pronoun = re.fullmatch(r"it|him|her|them", told["who"] or "", re.I)
    change = (
        f"with {told['more']}"
        if told["more"]
        else told["how"]
        if pronoun
        else f"{told['who']} {told['how']}"
    )
    return f"{prompt}, {change}" if prompt else change


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
        r"^(?:a (?:bit|little) |much )?(?:longer|slower|faster|shorter|slow[- ]?mo(?:tion)?$)\b",
        text,
        re.I,
    ):
        return None
    video = _the_film(clause, scene)
    return remakes.film(clause, scene, video) if isinstance(video, int) else video
