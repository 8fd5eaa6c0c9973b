"""What is said of a film right after it was made: another picture or song, where and how long it runs, the camera."""

import re
from typing import Any

from studio.director.families.films.film_remakes import film_length, remade_film
from studio.director.families.once_more.newest import newest_deed
from studio.director.families.once_more.other_subjects import of_something_else
from studio.director.families.once_more.remake_words import kept, past_of, reworded
from studio.director.language import values
from studio.director.language.clauses import Clause
from studio.director.language.continuing import bared
from studio.director.language.motion import as_told, motion_in
from studio.director.language.motion_verbs import MOTION
from studio.director.language.subjects import sized_out, trimmed, without_length
from studio.director.plan import Found, Scene, Unclear
from studio.director.references.kinds import kinds_named
from studio.director.references.pointing import meant, named, pointer_in

_OTHER_SOURCE = re.compile(
    r"^(?:(?:use|take|try|do|make|now|again|and|but|go|it|that|the same|same|thing|film|video) )*"
    r"(?:(?:with|from|for|using|to) )?(?P<what>(?:the |my |that |an? )?(?:(?:first|second|third|fourth|last|other|"
    r"previous|next) )?(?:picture|image|photo|pic|look|one|song|track|audio)(?: ?#?[-−]?\d+)?)"
    r"(?: (?:instead|now|this time|please|for (?:it|the (?:film|video))|as (?:the )?(?:look|start|source)))*$",
    re.I,
)
_USED = re.compile(
    r"^(?:use|take) (?:(?:that|it|this)(?: one)?(?: instead)?, (?P<praised>.+)|"
    r"(?P<look>(?:the|my|that) [\w -]{2,40}?|image [-−]?\d+) (?:as|for) (?:the |its )?(?:look|start|source|cover|film|"
    r"video|first frame|picture))$",
    re.I,
)
_FIRST = re.compile(
    r"^(?:(?:only|just|use|take) )*the first (?:\d+|[a-z]+) ?s(?:ec(?:ond)?s?)?$", re.I
)
_PART = re.compile(
    r"\b(?:the )?(?P<part>chorus|verse|drop|bridge|hook|refrain|intro|solo|climax|best part|loudest part)\b",
    re.I,
)
_FILLERS = re.compile(
    r"\b(?:make|have|let|do|it|the|this|that|film|video|clip|one|please|pls|instead|again|but|only|just|now|and|then|"
    r"start(?:s|ing)?|begin(?:s|ning)?|at|from|with|a|an|bit|little|much|version|song|music|track|of|be|for|in|to|"
    r"use|should|can|not|so|too|quite|less|fast|quick|quickly|quicker|longer|shorter|slower|faster|long|seconds?|about|"
    r"around|go|run|last|s|as|twice|double|half|length)\b|[,.!?;:]",
    re.I,
)
_CAMERA = re.compile(
    r"^(?:(?:and|but|now|make it|let it|have it|let the camera|have the camera|make the camera|the camera (?:should|"
    r"to)|with (?:an? )?|more|do) ?)*"
    r"(?P<move>(?:(?:an?|very|slow(?:ly|er)?|fast(?:er)?|quick|gentle|smooth|more|dramatic) )*"
    r"(?:(?:drone|aerial|wide|low|high)[- ](?:shot|view|angle)|zoom|pan|tilt|push|pull|dolly|orbit|track|static|"
    r"hold still|stay still|rotate|circle|fly|crane|handheld|shake)"
    r"\w*\b(?: (?:in|out|up|down|left|right|to|the|on|into|towards?|across|over|around|back|forward|away|slowly|slow|"
    r"fast|gently|camera|shot|a|bit|from|side|its?|his|her|face|sky|subject|middle))*)"
    r"(?: (?:instead|please|this time|again|now))*$",
    re.I,
)
CAMERA_DOES = re.compile(
    r"^(?:the )?camera (?:(?:should|shall|must|to) )?(?:comes?|goes|go|moves?|gets?|flies|fly|turns?|pulls?|"
    r"pushes|push|follows?|"
    r"rises?|sinks?|circles?|glides?|slides?) [\w' -]{2,60}$",
    re.I,
)
_MOVES = (
    r"(?:(?:camera )?(?:zoom|pan|tilt|push|pull|dolly|shak|wobbl|rotat|spin)\w*(?:[ -](?:in|out|left|right|up|down))?|"
    r"(?:the )?camera(?: mov\w+| motion| shak\w+)?)"
)
_STEADY = re.compile(  # "without the zoom", "don't move the camera", "keep it steady"
    rf"^(?:(?:and|but|now|again|same|make it|do it|it|that|just|please) )*(?:(?:without|no(?: more)?|remove|lose|drop|"
    rf"stop|skip|not)(?: (?:the|any|that|all|so much|this|doing the))? {_MOVES}"
    rf"(?: (?:movements?|moving|motion|effects?|move))?"
    rf"|(?:do not|don['’]?t|never|shouldn['’]?t) (?:move|zoom|pan|tilt|shake|rotate)(?: (?:in|out|the camera|so much))?"
    r"|(?:keep|hold|leave|make|with) (?:it|the camera|camera|the shot|an?) ?(?:completely |totally |very )?(?:still|"
    r"static|steady|fixed|in place)(?: camera| shot)?)(?: (?:please|this time|instead|at all|again))*$",
    re.I,
)
_STILL = "the camera stays still"
_DEED = re.compile(
    rf"^(?:(?:make|let|have) )(?:it|him|her|them|this|that|(?:the|my) (?:[\w'-]+ ){{0,2}}?[\w'-]+) {MOTION}\b.*$",
    re.I,
)
_SHOULD_DO = re.compile(  # what is to happen in it, which no picture shows
    r"^(?:(?:and|but|now|no|i want(?: that)?) )*(?:(?:the|his|her|its|my|their) |(?!(?:i|we|you|it|that|this|which|"
    r"what|who)\b))[\w'-]+(?: (?!should|shall|must)[\w'-]+){0,3} "
    r"(?:should|shall|must|has to|have to|needs? to) (?!(?:be|have|look|wear|get|hold|carry|stay|stop|say|read|"
    r"become)\b)"
    r"[a-z]{2,20}\b[\w',. -]{0,80}$",
    re.I,
)
_DOES = re.compile(  # what somebody in it does besides: "the cat blinks too"
    rf"^(?:(?:and|but|now) )*(?P<told>(?:the |his |her |its )?(?!(?:it|this|that|make|let|more|less|no|slow|"
    rf"fast)\b)[\w-]{{3,20}} "
    rf"(?=[\w-]+s\b){MOTION}\b[\w' -]{{0,40}}?)(?: too| as well| also)?$",
    re.I,
)
_LIVELY = re.compile(  # how much goes on in a film, which is no matter of its picture
    r"^(?:(?:make it|a (?:bit|little)|much|way|and|but|now|with|it should be|please|even) )*(?P<how>calmer|wilder|"
    r"higher|further|harder|"
    r"livelier|"
    r"gentler|quieter|smoother|more (?:movement|motion|action|energy|energetic|dynamic|lively|calm|subtle|dramatic)|"
    r"(?:less|not so much|fewer) (?:movement|motion|action|energy|shaking|hectic|wild|cuts)|closer|further away|"
    r"(?:slower|faster) (?:movement|motion|cuts|camera))(?: (?:please|instead|this time))*$",
    re.I,
)
_TONED = re.compile(  # another light or colour, where no tool changes a film that is there
    r"^(?:(?:make it|a (?:bit|little)|much|way|and|but|now|with) )*(?P<tone>(?:more|less) [\w-]+(?: [\w-]+)?|brighter|"
    r"darker|warmer|cooler|colder|moodier|dreamier|at (?:night|dawn|dusk|sunset)|(?:in|with) (?:rain|snow|fog)|"
    r"in black and white)(?: please)?(?:, .*)?$",
    re.I,
)
_PACE = re.compile(r"\b(?:slower|faster)\b", re.I)
_CAMERA_WORDS = re.compile(
    r"\b(?:drone|aerial|zoom|pan|tilt|push|pull|dolly|orbit|track|static|rotat|circle|crane|camera|handheld)\w*\b",
    re.I,
)


def followed(clause: Clause, scene: Scene) -> Found:
    """The newest film once more from another source, at another time or pace, or with another move of the camera."""
    text = clause.bare.rstrip(" .!?")
    if scene.steps or scene.newest_kind(("image", "video", "audio")) != "video":
        return None
    films = meant("it", scene, "video")
    past = past_of(scene, "video", films[0]) if isinstance(films, list) and films else None
    if (
        past is None
        or past.tool not in ("animate_photo", "sound_to_video")
        or not scene.offers(past.tool)
    ):
        return None
    assert isinstance(films, list)
    arguments = kept(past.arguments)
    notes: tuple[str, ...] = ()
    change = ""
    if other := of_something_else(text, scene, past.tool, arguments, films[0]):
        return other
    source = _source(text, scene, arguments)
    if isinstance(source, Unclear):
        return source
    if source:
        arguments |= source
    elif lively := _LIVELY.match(text):
        change = lively["how"].lower()
        arguments["prompt"] = reworded(change, str(arguments.get("prompt") or ""))
    elif words := _moving(clause, scene, str(arguments.get("prompt") or "")):
        arguments["prompt"] = words
    elif _only_measures(text) and (
        past.tool == "sound_to_video" or not scene.offers("extend_video")
    ):
        notes = _measured(clause, scene, films[0], arguments)
    else:
        return None
    size = values.size_in(text)
    return [
        *remade_film(scene, past.tool, arguments, films[0], size=size, change=change, notes=notes)
    ]


_ROUND = re.compile(
    r"^(?:(?:do|make|play|the|it|in|now|and|but|other|opposite|swap|switch|them|both|pictures|images) "
    r"){0,5}(?:(?:other )?"
    r"(?:direction|way(?: a?round)?)|reversed?|backwards?|swapped|the opposite|order)$|"
    r"^(?:swap|switch|reverse|flip) (?:them|it|the (?:pictures|images|order|two|direction))(?: a?round)?$",
    re.I,
)


def turned_round(clause: Clause, scene: Scene) -> Found:
    """A film from one picture into another, from the other into the one."""
    past = newest_deed(scene, "animate_photo")
    first, last = (
        past.arguments.get(n) if past else None for n in ("sourceImageIndex", "endImageIndex")
    )
    if past is None or not past.made or first == last or not _ROUND.match(bared(clause.bare)):
        return None
    if first is None or last is None or scene.medium("image", last) is None:
        return None
    arguments = {**kept(past.arguments), "sourceImageIndex": last, "endImageIndex": first}
    return [*remade_film(scene, past.tool, arguments, past.made[0][1])]


def _moving(clause: Clause, scene: Scene, prompt: str) -> str:
    """A film's words with another move, deed or tone in them; empty where the clause tells none."""
    text, alone = clause.bare.rstrip(" .!?"), not scene.offers("video_to_video")
    if _STEADY.match(text):
        return _moved(prompt, _STILL)
    if alone and _DEED.match(text):
        return motion_in(clause)
    if _SHOULD_DO.match(text) and not CAMERA_DOES.match(text):
        bare = not re.match(r"(?:the|his|her|its|my|their) ", trimmed(text), re.I)
        return as_told(f"the {trimmed(text)}" if bare else trimmed(text))
    if does := _DOES.match(text):
        return reworded(does["told"], prompt)
    if CAMERA_DOES.match(text):
        return _moved(prompt, text)
    if move := _CAMERA.match(text):
        return _moved(prompt, move["move"])
    toned = _TONED.match(text) if alone else None
    return reworded(toned["tone"], prompt) if toned else ""


def _source(text: str, scene: Scene, arguments: dict[str, Any]) -> dict[str, Any] | Unclear:
    """The picture or song to use in place of the one it had; empty when no other one is pointed at."""
    if used := _USED.match(text):
        found = meant(used["praised"] or used["look"], scene, "image")
        return (
            found if isinstance(found, Unclear) else {"sourceImageIndex": found[0]} if found else {}
        )
    told = _OTHER_SOURCE.match(text)
    if told is None or not (pointer_in(text) or re.search(r"\bother\b", text, re.I)):
        return {}
    if not re.search(r"\b(?:use|take|try|with|from|using|instead|for)\b|\blook$", text, re.I):
        return {}
    kinds = kinds_named(told["what"])
    kind = kinds[0] if kinds else "image"
    name = {"image": "sourceImageIndex", "audio": "audioSourceIndex"}.get(kind, "")
    if not name or name not in arguments:
        return {}
    known = [one.index for one in scene.now(kind)]
    others = [one for one in known if one != arguments[name]]
    if re.search(r"\bother\b", text, re.I) and not named(text, kind) and others:
        return {name: others[-1]}
    found = meant(told["what"], scene, kind)
    if isinstance(found, Unclear):
        return found
    return {name: found[0]} if found else {}


def _only_measures(text: str) -> bool:
    """Whether it says nothing but how long, how fast, in which shape and from where."""
    if _FIRST.match(text):
        return True
    measured = bool(
        values.seconds_in(text)
        or values.span_in(text, None)
        or values.pace_in(text) != 1.0
        or values.START_AT.search(text)
        or (
            _PART.search(text)
            and re.search(r"\b(?:start|begin|use|from|only|just)\w*\b", text, re.I)
        )
    )
    rest = values.START_AT.sub(" ", values.SPAN.sub(" ", text))
    rest = _PART.sub(" ", sized_out(without_length(rest)))
    return measured and not _FILLERS.sub("", rest).strip()


def _measured(
    clause: Clause, scene: Scene, index: int, arguments: dict[str, Any]
) -> tuple[str, ...]:
    """Puts length and start into the arguments; remarks on what cannot be taken as it was said."""
    known = scene.medium("video", index)
    past = past_of(scene, "video", index)
    length, notes = film_length(clause, scene, past, known.seconds if known else None)
    if pace := _PACE.search(clause.bare) if "audioSourceIndex" in arguments else None:
        arguments["prompt"] = reworded(pace.group().lower(), str(arguments.get("prompt") or ""))
    span = values.span_in(clause.bare, None)
    if span and (_FIRST.match(clause.bare) or "audioSourceIndex" in arguments):
        length = span[1] - span[0]
        arguments |= {"audioStart": 0} if "audioSourceIndex" in arguments else {}
    if length is not None:
        arguments["duration"] = length
    begun = _begun(clause, scene, arguments) if "audioSourceIndex" in arguments else ()
    return (*notes, *begun)


def _begun(clause: Clause, scene: Scene, arguments: dict[str, Any]) -> tuple[str, ...]:
    """Puts where in the song to begin into the arguments; remarks as above."""
    part, start = _PART.search(clause.bare), values.start_in(clause.bare)
    song = scene.medium("audio", arguments["audioSourceIndex"])
    if (
        start is not None
        and song
        and song.seconds
        and start > song.seconds - values.SHORTEST_PART_S
    ):
        return (f"The sound is only {song.seconds:.0f} seconds long, so it begins where it did.",)
    if start is not None:
        arguments["audioStart"] = start
    elif part and part["part"].lower() == "intro":
        arguments["audioStart"] = 0
    elif part:
        arguments.pop("audioStart", None)
        return (
            f"I cannot hear where the {part['part'].lower()} is, so it takes the part with the most energy.",
        )
    return ()


def _moved(prompt: str, move: str) -> str:
    """A film's words with another move of the camera in place of the one they had."""
    rest = [part for part in re.split(r",\s?", prompt) if not _CAMERA_WORDS.search(part)]
    return ", ".join(
        [trimmed(move), *(part for part in rest if part and part != "gentle movement")]
    )
