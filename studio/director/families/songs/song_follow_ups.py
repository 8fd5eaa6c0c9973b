"""What is said after a film to a song, or with a new file for it: its picture or song, which part, another look."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from studio.director.families.films.film_remakes import film_length, remade_film
from studio.director.families.once_more.remake_words import kept, past_of
from studio.director.families.pictures.pictures import picture_of
from studio.director.language import values
from studio.director.language.clauses import Clause
from studio.director.language.continuing import bared
from studio.director.language.subjects import sized_out, trimmed, without_length
from studio.director.language.variations import branched
from studio.director.plan import Found, Scene, Unclear
from studio.director.reading import Past

_FILMS = ("animate_photo", "sound_to_video")
_GIVEN = re.compile(  # a file that comes with the words, for the film that is there
    r"^(?:(?:now|please|and|but|no|ok(?:ay)?|then|can you|make it|do it|redo it|again|start|begin|open|it should start)"
    r"[\s,]{1,2}){0,4}(?:use|take|try|put|with|using|from)\s(?:(?:this|that|these|my|the|our) )?(?:[\w'-]{1,20} ){0,4}?"
    r"(?:picture|image|photo|pic|one|song|track|audio|cover|logo|it|this|drawing|selfie)(?: of [\w' -]{1,30}?)?"
    r"(?P<role>(?: (?:as|at|for|in|on) (?:the |its |an? )?(?P<place>opening|opener|start|beginning|first (?:frame|"
    r"picture|"
    r"image|shot)|look|cover|source|base|intro|end|ending|last (?:frame|picture|image)|video|film|clip|it))(?: of "
    r"(?:it|the "
    r"(?:video|film|clip)))?)?(?: (?:instead|now|please|this time|rather))*$",
    re.I,
)
_AT_THE_END = re.compile(r"(?:end|ending|last)\b", re.I)
_BEGINNING = (
    r"(?:the )?(?:very )?(?:beginning|intro|opening|first (?:part|half|bit|verse)|first (?P<first>\d+|[a-z]+) ?s(?:ec"
    r"(?:ond)?s?)?|start(?= (?:of|only|please|part)\b|$))"
)
_END = (
    r"(?:the )?(?:very )?(?:end|ending|outro|finale|last (?:part|half|bit|chorus)|last (?P<last>\d+|[a-z]+) ?s(?:ec"
    r"(?:ond)?s?)?)"
)
_STRONG = (
    r"(?:(?:at |from )?(?:where|when) (?:it|the (?:beat|bass|song|music)) (?:drops|kicks in|gets (?:loud|strong|"
    r"going))|"
    r"(?:(?:where|when) )?(?:the )?(?P<part>chorus|drop|hook|refrain|climax|best part|loudest part|strongest part)"
    r"(?: (?:starts|comes(?: in)?|kicks in|begins))?)"
)
_MIDDLE = (
    r"(?:the )?(?:very )?(?:middle|centre|center|half ?way(?: through| point)?|half)(?: part)?"
)
_PARTS = re.compile(
    rf"\b(?:(?P<middle>{_MIDDLE})|(?P<beginning>{_BEGINNING})|(?P<end>{_END})|(?P<strong>{_STRONG}))\b(?! (?:of "
    rf")?(?:frame|image))",
    re.I,
)
_ROUND = re.compile(
    r"\b(?:make|have|let|do|it|this|that|film|video|clip|please|pls|instead|again|but|only|just|now|and|then|"
    r"start(?:s|ing)?|"
    r"begin(?:s|ning)?|at|from|with|an?|bit|little|much|version|song|music|track|of|be|for|in|to|use|should|can|"
    r"longer|shorter|"
    r"long|about|around|go|the|take|part|cut)\b|[,.!?;:]",
    re.I,
)
_OTHER_LOOK = re.compile(
    r"^(?:(?:give it|make it|with|i want|try|use) )?(?:(?:an?|some|completely|totally|very) )*(?:another|one more|"
    r"different|other|new) "
    r"(?:looks?|visuals?|pictures?|images?|styles?|themes?|scenery|scenes?|background|"
    r"setting)(?: please)?(?P<rest>[\s,:.-]{1,3}.+)?$",
    re.I,
)
_ANOTHER = re.compile(
    r"^(?:use|take|try|pick|choose) (?:another|a different)(?: (?:one|picture|image|look))?$", re.I
)
_MOVED_ON = re.compile(  # from where it starts now, which only the one who chose it knows
    r"^(?:(?:can|could|make|let|have|it|the (?:film|video|song|music)|should|a (?:bit|little)) ){0,4}(?:start|begin)s?"
    r"(?: it)?(?: (?:a (?:bit|little)|much|(?P<by>\d{1,3}) ?s(?:ec(?:ond)?s?)?))? (?P<way>later|earlier|sooner)"
    r"(?: in the (?:song|music|track))?$|^(?:an? |with an? )?(?P<begin>later|earlier) (?:start|beginning|begin)$",
    re.I,
)
_STEP_S = 10
_SOMETHING = re.compile(
    r"^(?:(?:like|with|maybe|perhaps|something|showing|of|about|in)\s){1,4}", re.I
)
_LOOKS = ("wide opening view", "close view in fine detail", "view from above")


def song_followed(clause: Clause, scene: Scene) -> Found:
    """The newest film once more: with the file that came with the words, from a part of its song, in another look."""
    past = _newest_film(scene)
    if past is None:
        return None
    text = bared(clause.bare)
    if scene.turn.attached:
        return _with_the_file(text, scene, past)
    if past.tool != "sound_to_video" or scene.newest_kind(("image", "video", "audio")) != "video":
        return None
    if _ANOTHER.match(bared(clause.text)):
        return _in_another_look("", scene, past)
    if look := _OTHER_LOOK.match(text):
        return _in_another_look(trimmed(look["rest"] or ""), scene, past)
    if moved := _MOVED_ON.match(text):
        return _moved_on(moved, scene, past)
    return _part(Clause(text, text), scene, past)


def _newest_film(scene: Scene) -> Past | None:
    """The call of the film that was made, or chosen, last; None where something else was since."""
    newest = next(iter(scene.turn.recent), None)
    past = past_of(scene, *newest) if newest and newest[0] == "video" and not scene.steps else None
    return past if past and past.tool in _FILMS and scene.offers(past.tool) else None


def _with_the_file(text: str, scene: Scene, past: Past) -> Found:
    told = _GIVEN.match(text)
    pictures, songs = scene.attached("image"), scene.attached("audio")
    if told is None or scene.attached("video"):
        return None
    arguments = kept(past.arguments)
    if pictures and _AT_THE_END.match(told["place"] or ""):
        if not scene.takes(past.tool, "endImageIndex"):
            return Unclear(
                "A film to a song has one picture that sets its look. Shall I use this one as its look?"
            )
        return _again(scene, past, {**arguments, "endImageIndex": pictures[0]})
    if songs and "audioSourceIndex" in arguments:
        arguments.pop("audioStart", None)
        arguments["audioSourceIndex"] = songs[0]
    if pictures:
        arguments["sourceImageIndex"] = pictures[0]
    return _again(scene, past, arguments) if arguments != kept(past.arguments) else None


def _again(scene: Scene, past: Past, arguments: Mapping[str, Any], note: str = "") -> Found:
    notes = (note,) if note else ()
    return [*remade_film(scene, past.tool, arguments, past.made[0][1], notes=notes)]


def _moved_on(moved: re.Match[str], scene: Scene, past: Past) -> Found:
    """From a later or an earlier second of the song, where it is known from which it starts."""
    arguments = kept(past.arguments)
    start = arguments.get("audioStart")
    if start is None:
        return Unclear("From which second of the song? Say it like “start at 0:30”.")
    way = (moved["way"] or moved["begin"]).lower()
    by = int(moved["by"] or _STEP_S) * (1 if way == "later" else -1)
    return _again(scene, past, {**arguments, "audioStart": max(start + by, 0)})


def _part(clause: Clause, scene: Scene, past: Past) -> Found:
    """From another place in the song, where nothing but that and a length is said."""
    text = clause.bare
    told = _PARTS.search(text)
    rest = sized_out(without_length(_PARTS.sub(" ", text)))
    if told is None or _ROUND.sub("", rest).strip():
        return None
    index, sound = past.made[0][1], past.arguments.get("audioSourceIndex")
    film = scene.medium("video", index)
    song = scene.medium("audio", sound) if sound is not None else None
    whole = song.seconds if song else None
    was = float(past.arguments.get("duration") or (film.seconds if film else None) or 5.0)
    number = told["first"] or told["last"]
    said = Clause(f"{number} seconds", f"{number} seconds") if _is_number(number) else clause
    length, notes = film_length(
        said, scene, replace(past, arguments={**past.arguments, "audioStart": None}), was
    )
    if length is None:
        length = was if whole is None or was < whole - 1 else max(round(whole / 2, 1), 2.0)
    arguments = {**kept(past.arguments), "duration": length}
    arguments.pop("audioStart", None)
    note = " ".join(notes)
    if told["beginning"]:
        arguments["audioStart"] = 0
    elif told["end"] and whole:
        arguments["audioStart"] = round(max(whole - length, 0), 2)
    elif told["middle"] and whole:
        arguments["audioStart"] = round(max(min(whole / 2, whole - length), 0), 2)
    elif told["strong"]:
        part = (told["part"] or "drop").lower()
        note = f"I cannot hear where the {part} is, so it takes the part with the most energy. {note}".strip()
    arguments |= values.size_in(text)
    return _again(scene, past, arguments, note)


def _is_number(word: str | None) -> bool:
    return bool(word) and (str(word).isdigit() or str(word).lower() in values.DIGITS)


def _in_another_look(wished: str, scene: Scene, past: Past) -> Found:
    """From the next picture that was made for it; from new ones where there is none, or where it was said of what."""
    shown = _SOMETHING.sub("", wished)
    source = past.arguments.get("sourceImageIndex")
    drawn = next((one for one in scene.turn.past if ("image", source) in one.made), None)
    rest = [index for _, index in drawn.made if index != source] if drawn else []
    arguments = kept(past.arguments)
    if not shown and rest and isinstance(source, int):
        later = [index for index in rest if index > source]
        return _again(scene, past, {**arguments, "sourceImageIndex": (later or rest)[0]})
    theme = shown or str(arguments.get("prompt") or "")
    if not scene.offers("generate_image") or not theme:
        return None
    shape = {"aspectRatio": arguments.get("aspectRatio") or "16:9"}
    count = {"numberOfVariations": len(_LOOKS)}
    looks = picture_of(branched(theme, len(_LOOKS), _LOOKS), scene, {**shape, **count})
    after = scene.then(looks)
    arguments |= {"sourceImageIndex": after.last_batch("image")[0].index, "prompt": theme}
    return [looks, *remade_film(after, past.tool, arguments, past.made[0][1], change=shown)]
