"""Films from words, and what every film takes: its length, its sound, its size."""

import math
import re
from typing import Any

from studio.director.families.once_more import remakes
from studio.director.families.pictures.pictures import SURPRISES, earlier_size, picture_of
from studio.director.language import values
from studio.director.language.clauses import Clause
from studio.director.language.models import made_with
from studio.director.language.no_lettering import without_writing
from studio.director.language.styles import STYLE
from studio.director.language.subjects import subject_of, trimmed, without_length
from studio.director.language.variations import branched, branches_in
from studio.director.language.vocabulary import FILM
from studio.director.plan import (
    Found,
    Scene,
    Step,
    Unclear,
    Unsupported,
    short,
)

WORDS_PER_S = 2.5
_SCENED = r"(?:in|of) (?:\d{1,2}|two|three|four|five|six|several|a few) (?:short )?(?:scenes|shots|parts|acts)"
GIF_S = 3.0  # a moving picture of that kind is short and goes round
_GIF = re.compile(r"(?<!\.)\bgifs?\b", re.I)
FROM_WORDS = re.compile(
    rf"\b(?:make|create|generate|produce|want|need|give|show|film|shoot|render|do|get|see)\b.{{0,40}}\b{FILM}\b"
    rf"|^(?:(?:an?|one|another|two|three|four|\d+)\s)?(?:[\w.:-]+\s){{0,4}}{FILM}\b(?:\s(?:of|about|with|where|"
    rf"showing|in which|{_SCENED})\b|,)|^(?:film|shoot|animate)\s(?:an?|some)\s"
    rf"|^(?:[\w-]+ ){{0,2}}?{FILM}(?: pls| please)?\s?[:–-]|^(?:film|shoot)\s(?:me\s)?(?:an?|some|the)\s|\bmovie "
    rf"scene\b|\bb-?roll\b"
    r"|^(?:an?\s)?(?:[\w-]+\s){0,2}(?:time-?lapse|hyper-?lapse|slow[- ]?mo(?:tion)?|drone (?:shot|flight|flyover)|"
    r"fly-?(?:over|through)|(?:tracking|dolly|panning|zooming|tilting|crane) shot)\b"
    r"|^(?:make|create|generate|show|give|need|do)\b.{0,24}\b(?:time-?lapse|drone (?:shot|flight)|fly-?(?:over|"
    r"through)|(?:tracking|dolly|panning|zooming|tilting|crane) shot)\b"
    rf"|^\w[\w ,'-]*\b{FILM}$",
    re.I,
)


def film_options(clause: Clause, scene: Scene, tool: str) -> dict[str, Any]:
    """Length, sound and size of a film; a spoken line gives the length when none was said."""
    text = clause.bare
    length = values.seconds_in(text) or spoken_seconds(clause) or earlier_length(scene)
    length = length or (GIF_S if _GIF.search(text) else None)
    size = (
        values.size_in(text)
        if tool == "animate_photo"
        else values.size_in(text) or earlier_size(scene)
    )
    silent = re.search(
        r"\b(silent|without (?:any )?(?:sound|audio|music)|no (?:sound|audio|music)|muted?)\b",
        text,
        re.I,
    )
    lines = values.lines_in(text)
    return {
        "duration": length,
        "generateAudio": False if silent else None,
        "targetResolution": lines,
        "videoModel": made_with(text, scene.choices(tool, "videoModel")),
        **size,
    }


def spoken_seconds(clause: Clause) -> float | None:
    """How long a quoted line takes to say."""
    if not clause.quotes or not re.search(
        r"\b(say|speak|talk|tell|shout|whisper|line|dialogue)\w*", clause.bare, re.I
    ):
        return None
    return float(max(4, math.ceil(len(clause.quote.split()) / WORDS_PER_S) + 1))


def earlier_length(scene: Scene) -> float | None:
    """A length a person gave for a film before: it stays in force until it is changed."""
    for text in reversed(scene.turn.earlier):
        seconds = values.seconds_in(text)
        if seconds and re.search(rf"\b(?:{FILM}|animat\w*|moving|motion)\b", text, re.I):
            return seconds
    return None


_THE_FILM = re.compile(  # one that should be there already
    rf"\b(?:on|over|under|to|into|turn|from|for|in|of) (?:the|my|this|that) (?:(?:first|second|third|last) "
    rf")?{FILM}(?=$|[,.!?]| (?:to|into|in|with|and|at|"
    rf"from|look|as)\b)",
    re.I,
)
WHICH = Unclear("Which film do you mean? Attach it, or tell me what to film first.")
_KNOWN_FILM = re.compile(  # "make the clip shorter", "the clip with the waves"; a film "of a cat" is still to be made
    rf"^(?:(?:make|have|let|render|do|keep) )?(?:the|this|that|my|these|those) (?:[\w-]+ ){{0,3}}?{FILM}(?! "
    rf"(?:of|about|showing)\b)",
    re.I,
)
_STILL = re.compile(  # a poster for a film is no film
    r"^(?:(?:make|create|design|draw|generate|paint)\s(?:me\s)?)?(?:an?\s|the\s)?(?:[\w-]+ ){0,3}(?:posters?|"
    r"covers?|logos?|flyers?|"
    r"cards?|thumbnails?|icons?|stickers?|pictures?|images?|photos?|paintings?|drawings?|illustrations?|portraits?)\b"
    r"(?= (?:for|of|about|from)\b)",
    re.I,
)


_LISTED = re.compile(rf"\b{FILM}\s?:\s", re.I)
_IT = re.compile(r"(?:it|this|that|them|him|her)", re.I)


def from_words(clause: Clause, scene: Scene) -> Found:
    """ "A video of a cat": from the words, or a picture first and then the film of it."""
    text = clause.bare
    if not FROM_WORDS.search(text) or re.search(
        r"\b(script|storyboard|prompt|plan|workflow|ideas?)\b", text, re.I
    ):
        return None
    if re.match(
        r"^(?:add|put|use|attach)\s(?:it|this|that|them)\b|^(?:trim|cut|crop|shorten)\b", text, re.I
    ):
        return None
    if _STILL.match(text):
        return None
    if _THE_FILM.search(text) and not scene.now("video"):
        return WHICH
    if _KNOWN_FILM.match(text):
        return None if scene.now("video") else WHICH
    said, refused = without_writing(clause.text)
    subject = film_subject(said)
    if not subject:
        return Unclear("What should the film show? A place, a person or a thing is enough.")
    if _IT.fullmatch(subject) and scene.newest_kind(("image", "video")) == "video":
        return remakes.again(Clause("again", "again"), scene)
    if clause.quotes and clause.quote not in subject:
        subject = f'{subject}, saying "{clause.quote}"'
    count = values.count_in(text)
    if scene.offers("generate_video"):
        options = film_options(clause, scene, "generate_video")
        arguments = {
            "prompt": _one_each(subject, count, clause.text),
            "numberOfVariations": count if count > 1 else None,
            "negativePrompt": refused or None,
            **options,
        }
        return [scene.call("generate_video", arguments, short(subject))]
    if not scene.offers("generate_image", "animate_photo"):
        return Unsupported("make films from words")
    return _by_way_of_a_picture(clause, scene, subject, refused)


def _one_each(subject: str, count: int, text: str) -> str:
    """The prompt of several films: those that are listed behind a colon, else versions of one."""
    listed = branches_in(f"films: {subject}", count)[1] if _LISTED.search(text) else []
    return "{" + "|".join(listed) + "}" if len(listed) == count > 1 else branched(subject, count)


def _by_way_of_a_picture(clause: Clause, scene: Scene, subject: str, refused: str) -> list[Step]:
    """The picture first, then the film of it, where no film can be made from words."""
    size = values.size_in(clause.bare) or earlier_size(scene) or {"aspectRatio": "16:9"}
    picture = picture_of(subject, scene, {**size, "negativePrompt": refused or None})
    index = scene.then(picture).last_batch("image")[0].index
    options = {
        **film_options(clause, scene, "animate_photo"),
        "width": None,
        "height": None,
        "aspectRatio": None,
    }
    arguments = {"prompt": subject, "sourceImageIndex": index, **options}
    return [picture, scene.call("animate_photo", arguments, f"image {index}")]


ONLY_A_FILM = re.compile(
    rf"(?:(?:make|create|generate|show|give|film|shoot)(?: me| us)? )?(?:an? |some )?(?:(?:nice|cool|new|short|"
    rf"random) )?"
    rf"{FILM}",
    re.I,
)


def surprise(scene: Scene) -> list[Step]:
    """A film of our own choice, another one each time."""
    prompt = SURPRISES[len(scene.now("video")) % len(SURPRISES)]
    return [scene.call("generate_video", {"prompt": prompt}, prompt)]


def filmed(clause: Clause, scene: Scene) -> Found:
    """A thing to be seen with a length in seconds is a film, though nobody said so."""
    return from_words(
        Clause(f"film of {clause.text}", f"film of {clause.bare}", clause.quotes), scene
    )


_MANNER = re.compile(
    rf"{STYLE.pattern}|\b(?:black and white|cinematic|slow[- ]?mo(?:tion)?|time-?lapse|aerial|macro|hand-?held|"
    rf"drone)\b",
    re.I,
)


_AS_A_FILM = re.compile(
    rf",?\s(?:as|in) (?:an? |one )?(?:short )?{FILM}(?= ?(?:please|pls)?[.!?]?$)", re.I
)


def film_subject(said: str) -> str:
    """What a film shows, out of what was said."""
    text = re.sub(
        r"\b(?:silent|looping|without (?:any )?(?:sound|audio|music)|no (?:sound|audio|music))\b",
        "",
        said,
        flags=re.I,
    )
    subject = subject_of(_AS_A_FILM.sub("", text))
    subject = without_length(re.sub(r"^animate\s", "", subject, flags=re.I))
    subject = (
        re.sub(
            rf"^(?:[\w-]{{1,24}} ){{0,3}}?{FILM}\b\s?(?:of|about|with|showing|where|in "
            rf"which|:)?\s?",
            "",
            subject,
            count=1,
            flags=re.I,
        )
        if re.match(rf"^(?:[\w-]{{1,24}} ){{0,3}}?{FILM}\b", subject, re.I)
        else subject
    )
    subject = re.sub(
        rf"\s?\b(?<!\ba )(?<!\ban )(?<!\bthe ){FILM}(?=$|, (?:with|and) )|\s?\b{FILM}$",
        "",
        subject,
        flags=re.I,
    )
    manner = _MANNER.search(text.partition(subject)[0]) if subject else None
    if manner and not _MANNER.search(subject):  # "an anime video of a cat" is an anime all the same
        subject += f", {manner.group().lower()}" + (
            " style" if STYLE.fullmatch(manner.group()) else ""
        )
    if subject.lower().startswith("for "):  # a trailer for something shows what a trailer shows
        nouns = re.findall(rf"\b{FILM}\b", text, re.I)
        subject = f"{nouns[-1]} {subject}" if nouns else subject
    return trimmed(subject)
