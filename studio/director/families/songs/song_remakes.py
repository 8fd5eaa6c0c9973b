"""A song or a reading made once more, with a change."""

import re
from dataclasses import replace
from typing import Any

from studio.director.families.once_more.newest import newest_deed
from studio.director.families.once_more.remake_words import change_of, kept, length_in, past_of
from studio.director.families.songs.speech import HOW_READ
from studio.director.language import values
from studio.director.language.changes import resounded
from studio.director.language.clauses import Clause
from studio.director.language.continuing import bared, order_from
from studio.director.language.music_words import heard
from studio.director.language.styles import COLOUR
from studio.director.language.vocabulary import EDGES
from studio.director.plan import Found, Scene, Unclear, Unsupported
from studio.director.references.kinds import kinds_named
from studio.director.references.pointing import meant
from studio.director.references.topic import about

_OF_SOMETHING = re.compile(
    r"^\w+ (?:(?:the|my|his|her|its|their) (?!(?:whole )?(?:thing|one)\b)|every(?:one|body|thing)\b)(?=.)",
    re.I,
)
_SEEN = re.compile(  # what a picture can be, and no song
    rf"^make it (?:(?:look|more|all|a (?:bit|little)) )*(?:{COLOUR}|stormy|snowy|rainy|foggy|cloudy|sunny|winter|"
    rf"summer|"
    r"autumn|spring|night(?:time)?|daytime|day|evening|morning|sunset|vertical|square|wide|black and white|"
    r"brighter|bigger)$",
    re.I,
)
_UNHEARD = re.compile(
    rf"\b(?:left|right|top|bottom|corner|background|quality|resolution|pixels|instagram|tik ?tok|youtube|black and "
    rf"white|"
    rf"bigger|smaller|larger|{COLOUR})\b",
    re.I,
)
_HOW_HEARD = Unclear(
    "That is nothing to be heard. What should the music be like: faster, sadder, another instrument, longer?"
)
_A_PART = re.compile(  # "make the chorus longer": that, and not the song
    r"^(?:make|have|let|keep|play) ((?:the|its) (?!(?:[\w-]+ ){0,3}(?:song|track|tune|music|piece|recording|audio|"
    r"thing|one|tempo|pace|speed)\b)(?:[\w-]+ ){1,3}?(?:a bit |much )?(?:longer|shorter|slower|faster))$",
    re.I,
)
_ALL_OF_IT = re.compile(
    r"(?:the |its )?(?:tempo|pace|speed|whole thing)|everything|all of it", re.I
)
_PACE = re.compile(r"\b(?:slower|faster)\b", re.I)
_FASTER = 1.2  # as much as is heard at once, and is still the same song
_INTO_A_FILM = re.compile(
    r"\b(?:in)?to an? (?:[\w-]+ ){0,2}?(?:slide ?show|video|film|clip|movie)\b", re.I
)
_INTO_ANOTHER = re.compile(r"^(?:the |its )?[\w-]+ (?:in)?to (?=\w)", re.I)


_FOR_WHERE = re.compile(  # where it will be played is nothing to be heard
    r"^for (?:(?:my|our|the|an?|his|her) [\w' -]{2,40}|instagram|tik ?tok|you ?tube|facebook|whatsapp|stories|reels)$",
    re.I,
)
_AS_A_SONG = re.compile(
    r"^(?:(?:that|it|this) )?as an? (?P<what>[\w& -]{2,30}?) (?:version|song|track|piece|tune)\b",
    re.I,
)


def song(clause: Clause, scene: Scene, index: int) -> Found:
    """A song or a reading made once more."""
    known = scene.medium("audio", index)
    past = past_of(scene, "audio", index)
    tool = past.tool if past else "generate_music"
    if not scene.offers(tool) or (past is None and not (known and known.prompt)):
        return None
    arguments: dict[str, Any] = kept(past.arguments) if past else {}
    arguments.setdefault("prompt", known.prompt if known else "")
    part = _A_PART.match(clause.bare)
    pace = _PACE.search(clause.bare) if part is None else None
    length = length_in(clause, known.seconds if known else None)
    if length is not None and not part and (pace is None or values.seconds_in(clause.bare)):
        arguments["duration"] = length
    if tool == "generate_speech" and (length is not None or change_of(clause)):
        return HOW_READ
    if tool == "generate_music" and not heard(clause.bare) and _UNHEARD.search(clause.bare):
        return _HOW_HEARD
    told = past.arguments.get("bpm") if past else None
    if tempo := values.bpm_in(clause.bare) or _at_another_pace(pace, told):
        arguments["bpm"] = tempo
    if key := values.key_in(clause.text):
        arguments["keyscale"] = key
    if tool == "generate_music":
        change = values.KEY.sub("", values.BPM.sub("", change_of(clause))).strip(EDGES)
        change = _FOR_WHERE.sub("", change)
        change = _AS_A_SONG.sub(r"\g<what>", change)
        change = "" if _ALL_OF_IT.fullmatch(change) else change
        change = part.group(1) if part else ", ".join(filter(None, (pace and pace[0], change)))
        if re.match(r"(?:change|switch|turn)\b", clause.bare, re.I):
            change = _INTO_ANOTHER.sub("", change)
        arguments["prompt"] = resounded(str(arguments["prompt"]), change)
    return [replace(scene.call(tool, arguments, f"audio {index}"), remade=True)]


def _at_another_pace(pace: re.Match[str] | None, bpm: Any) -> float | None:
    """Beats a minute for "slower" or "faster", where the song's own are known."""
    if pace is None or not isinstance(bpm, int | float):
        return None
    return round(bpm * (_FASTER if pace[0].lower() == "faster" else 1 / _FASTER))


def song_gone_on(clause: Clause, scene: Scene) -> Found:
    """The piece that was made last with the look of it that a few words tell: "darker", "more dreamy"."""
    past = newest_deed(scene, "generate_music")
    text = bared(clause.bare)
    order = order_from(text) if past and past.made and not kinds_named(text) else ""
    seen = scene.now("image") and _SEEN.match(order)
    if past is None or not order.startswith("make it ") or seen or clause.quotes:
        return None
    told = f"again but {order.removeprefix('make it ')}"
    return song(Clause(told, told), scene, past.made[0][1])


def song_changed(clause: Clause, scene: Scene) -> Found:
    """ "Make the song longer", "slower", "in D minor": the song that is meant, made anew."""
    text = clause.bare
    if about(clause, scene, ("audio", "video", "image")) != "audio" or not scene.now("audio"):
        return None
    if not re.match(
        r"^(?:make|do|have (?:it|that|this)|change|turn|play|give|keep|with(?:out)?|no|a (?:bit|little)|much|"
        r"more|less|longer|shorter|"
        r"slower|faster|in |turn|crank|bring|pump|dial|push|tone|boost|raise|increase|amplify|lower|reduce|"
        r"decrease|soften|double|halve|half|twice|as an?|sung|performed|played|rapped|hummed|whistled|(?:fe)?male|"
        r"(?:an? )?(?:fe)?male|(?:an? )?(?:man|woman|child|kid|girl|boy)(?:['’]s)?(?= (?:voice|vocals?|singer|"
        r"singing)))\b",
        text,
        re.I,
    ):
        return None
    if _INTO_A_FILM.search(text):
        return None
    if re.match(r"^(?:make|give|do|play)\s(?:me\s)?(?:an?|some|another)\b", text, re.I):
        return None
    if scene.now("image") and _SEEN.match(text):
        return None
    if _OF_SOMETHING.match(text) and not heard(text) and values.pace_in(text) == 1.0:
        return None  # a sky is not part of a song
    if re.fullmatch(r"(?:with(?:out)?|no) (?:it|this|that|them)", text, re.I):
        return None
    if re.match(r"^(?:with(?:out)?|no)\b", text, re.I) and (
        scene.newest_kind(("image", "video", "audio")) != "audio"
    ):
        return None
    found = meant(text, scene, "audio")
    if isinstance(found, Unclear):
        return found
    if not found:
        return None
    changed = song(clause, scene, found[0])
    if changed is None and found[0] < 0 and heard(text):
        return Unsupported("change a recording that was attached")
    return changed
