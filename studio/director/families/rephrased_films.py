"""Wishes for something to move, said in ways of their own, as the orders the families know."""

import re

from studio.director.families.films.film_follow_ups import CAMERA_DOES
from studio.director.families.once_more.other_subjects import with_more_on
from studio.director.families.once_more.remake_words import words_of
from studio.director.language import values
from studio.director.language.clauses import Clause
from studio.director.language.motion import as_told
from studio.director.language.motion_verbs import MOTION
from studio.director.language.subjects import without_length
from studio.director.language.vocabulary import FILM
from studio.director.plan import Scene
from studio.director.references.naming import by_name
from studio.director.references.pointing import pointer_in

_MOVES = re.compile(
    rf"^(?:(?:i (?:want|need|would like|wish) )?that |i (?:want|need) |can |could |make that |make |let |have |now "
    rf")*(?P<who>it|he|"
    rf"she|they|him|her|"
    rf"them|this|the [\w'-]+(?: [\w'-]+)?|everything) ?(?:shall|should|must|to|has to|needs to|can|is going to|"
    rf"have to)? ?"
    rf"(?P<deed>{MOTION}\b.*)$|^(?:now |make )?(?:move|motion|moving|in motion|with motion)$",
    re.I,
)
_INTO_FILMS = re.compile(
    rf"^(?:turn|make|convert|change) (?P<which>(?:all|both|each|these|those|them)(?: of (?:them|these|those))?"
    rf"(?: (?:the )?(?:two|three|four|five|six|\d))?(?: (?:pictures|images|photos|one))?) (?:in)?to (?:an? "
    rf")?(?:[\w-]+ ){{0,2}}?{FILM}$",
    re.I,
)
_FILMED = re.compile(r"^film (?P<what>it|this|that|him|her|them|the [\w' -]{2,40})$", re.I)
_TURNED = re.compile(
    r"^(?:and |now )*(?:make|let|have) (?P<who>(?:the|its|his|her) [\w-]+) (?:turn|go round|go around)(?P<how>(?: "
    r"slowly| fast| "
    r"quickly)?)$",
    re.I,
)
_THIRD = re.compile(  # "owl closes its eyes": what somebody who is there does
    r"^(?:the )?(?P<who>(?!(?:the|his|her|its|all|two|three|some|more)\b)[\w-]{3,20}) (?P<deed>(?!(?:is|has|was|"
    r"its|needs|looks|seems|this|less)\b)[a-z]{2,12}s "
    r"(?:its|his|her|"
    r"their|the|an?|to|up|down|in|on|at|around|away|off|over|into|through)\b.{0,60})$",
    re.I,
)
_DONE_TO_IT = re.compile(
    r"^(?:make )?(?P<deed>flicker|bounce|wiggle|blink|float|swing|twirl|shake|sway|glitter) (?:it|him|her|them)$",
    re.I,
)
_SECONDS_OF = re.compile(
    r"^(?:make |do |give me |create )*(?P<seconds>\d{1,2}|three|four|five|six|eight|ten) ?(?:s|secs?|seconds?) of "
    r"(?:it|him|her|"
    r"them|that|this) (?P<deed>[\w-]{2,20}ing\b.{0,60})$",
    re.I,
)
_LET_THEM = re.compile(
    r"^let (?P<who>him|her|them) (?P<deed>(?!(?:be|have|wear|look|hold|get|stay|keep|seem|carry|stand|"
    r"sit)\b)\w.{2,80})$",
    re.I,
)
_NOW_DOING = re.compile(  # "now dancing", said of whoever is there
    rf"^(?:(?:ok|okay|nice|great|cool)[\s,.!]{{1,3}})?(?:(?:and|now|then|but|now please) "
    rf")+(?P<deed>(?=[\w-]+ing\b){MOTION}\b"
    r"[\w' -]{0,60})[.!]*$",
    re.I,
)
_FILM_WHERE = re.compile(
    rf"^(?:make |create |do |now )*(?:an? )?(?:[\w-]+ ){{0,3}}?{FILM} (?:where|in which) (?P<deed>(?:it|he|"
    rf"she|they|"
    rf"people|the [\w'-]+(?: [\w'-]+)?|everybody|everyone)\b.{{2,120}})$",
    re.I,
)
_DEED_AS_FILM = re.compile(  # what moves, and that it is to be a film: "steam rising from it, as a clip"
    rf"^(?P<deed>(?!(?:an?|the|two|three|some|make|turn|animate|now|image)\b)[\w'-]+(?: [\w'-]+)? "
    rf"[\w-]+ing\b.{{0,80}}?),? "
    rf"(?:as|in|into) (?:an? )?(?:[\w-]+ ){{0,2}}?{FILM}$",
    re.I,
)
_AGAIN_AS_FILM = re.compile(  # a picture that is there: "the first picture again as film, the camera flies through"
    rf"^(?P<which>(?:the )?[\w -]{{3,30}}?)(?: again| now| please)* (?:as|in) (?:an? )?(?:[\w-]+ "
    rf"){{0,2}}?{FILM}(?P<rest>,.{{2,120}})?$",
    re.I,
)
_FADED = re.compile(
    rf"^(?:(?:slowly|smoothly) )?(?:cross-?fade|fade|morph|blend|dissolve|go|change) from (?P<first>(?:the (?:first|"
    rf"second|third|last)|image "
    rf"\d+)(?: one| picture| image)?) (?:in)?to (?P<last>(?:the (?:first|second|third|fourth|last)|image \d+)(?: "
    rf"one| picture| image)?)"
    rf"(?: (?:as|in) (?:an? )?(?:[\w-]+ )?{FILM})?$",
    re.I,
)
_FILM_OF = re.compile(
    rf"^(?:make |create |do |now )*(?:an? )?(?:[\w-]+ ){{0,3}}?{FILM} of (?P<what>(?:the|this|that|my) [\w'-]+(?: "
    rf"[\w'-]+)?),? "
    r"(?:with |where )?(?P<how>[\w'-]+ [\w'-]+ing\b.{0,80}|[\w'-]+ing\b.{0,80})$",
    re.I,
)
_ALL_IN_ONE = re.compile(
    rf"^(?:(?:put|join|combine|make|turn) )?(?:all (?:of them|three|four|five|these|the [\w-]+)|them(?: all)?|these|"
    rf"both|the (?:two|"
    rf"three|four))(?: (?:pictures|images|photos))?(?: together)? (?:in|into|as) (?:an?|one) (?:[\w-]+ )?{FILM}$|"
    rf"^(?:make|do|create) (?:an?|one) (?:[\w-]+ )?{FILM} (?:out of|of|from|with) (?:all(?: of them| (?:the "
    rf")?(?:two|three|four|five)|"
    r" the (?:pictures|images))?|both|them(?: all)?|these|the (?:two|three|four)(?: pictures| images)?)$",
    re.I,
)
_GOES_ROUND = re.compile(
    r"^(?:make|let|have) it .{1,60}?,? (?:and |as a |in a |on a |seamless )*loop(?:ing)?$", re.I
)


def to_be_moved(text: str, clause: Clause, scene: Scene) -> str:
    """The order to bring pictures that are there to life; empty for all other words."""
    known = re.match(r"(?:make(?! move$)|let|have|animate|bring)\b", clause.bare, re.I)
    alone = re.match(r"(?:make|let|have) it\b", scene.turn.text, re.I)
    if alone and _GOES_ROUND.match(clause.bare) and scene.takes("animate_photo", "endImageIndex"):
        return "make it loop"
    if _ALL_IN_ONE.match(text) and not scene.offers("stitch_video"):
        return "animate all of them as one film"
    if done := _what_moves(text, clause, scene):
        return f"animate{done}"
    if (faded := _FADED.match(text)) and not scene.now("video"):
        return f"make a video going from {faded['first']} to {faded['last']}"
    again = _AGAIN_AS_FILM.match(text)
    if again and pointer_in(again["which"]):
        which = re.sub(r"^(?!the |image |picture |photo )", "the ", again["which"])
        return f"animate {which}{again['rest'] or ''}"
    if deed := _DEED_AS_FILM.match(text):
        return f"animate it so {deed['deed']}"
    film = _FILM_OF.match(text)
    if film and isinstance(by_name(film["what"], scene, "image", loosely=False), list):
        return f"animate {film['what']}: {film['how']}"
    if _FILM_WHERE.match(text) or (not scene.steps and not known and _MOVES.match(text)):
        seconds = values.seconds_in(text)
        return _moved(without_length(text)) + (f", {seconds:g} seconds" if seconds else "")
    return ""


def _what_moves(text: str, clause: Clause, scene: Scene) -> str:
    """What is to move, behind "animate", where words tell a deed and order nothing; empty for all other words."""
    if CAMERA_DOES.match(text):
        return f" it so {text if text.lower().startswith('the') else f'the {text}'}"
    if (into := _INTO_FILMS.match(text)) and not scene.steps:
        return f" {into['which']}"
    if filmed := _FILMED.match(text):
        return f" {filmed['what']}"
    if turned := _TURNED.match(text):
        return f" it so {turned['who']} turns{turned['how']}"
    if told := _THIRD.match(text):
        shown = words_of(scene, "image", scene.now("image")[-1].index).lower()
        if told["who"].lower() in shown.split():
            return f" it so the {told['who']} {told['deed']}"
    if spun := _DONE_TO_IT.match(text):
        return f" it so it {spun['deed']}s"
    if timed := _SECONDS_OF.match(text):
        return f", {timed['deed']}, {timed['seconds']} seconds"
    if let := _LET_THEM.match(clause.bare):
        return f" it so {let['who']} {let['deed']}"
    if doing := _NOW_DOING.match(scene.turn.text):
        return f", {doing['deed']}"
    return ""


def about_films(text: str) -> str:
    """The order for the newest film; empty for all other words."""
    if more := with_more_on(text):
        return more
    if (moves := _MOVES.match(text)) and moves["deed"]:
        who = {"he": "him", "she": "her", "they": "them"}.get(moves["who"].lower(), moves["who"])
        return f"make {who} {moves['deed']}"
    return ""


def _moved(text: str) -> str:
    """The newest picture brought to life, and what moves in it."""
    if film := _FILM_WHERE.match(text):
        return f"animate it so {film['deed']}"
    told = _MOVES.match(text)
    if told is None or not told["deed"]:
        return "animate it"
    motion = as_told(f"{told['who']} {told['deed']}")
    return "animate it" if motion in ("it moves", "everything moves") else f"animate it so {motion}"
