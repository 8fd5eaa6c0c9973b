"""Words no family knows, said where something was made: a change of that or a question, never their own picture."""

import re

from studio.director.families.films import film_changes, through_pictures
from studio.director.families.films.film_remakes import remade_film
from studio.director.families.once_more.remake_words import kept, past_of, reworded
from studio.director.families.pictures import edits
from studio.director.families.pictures.pictures import ORDER, PICTURE
from studio.director.families.songs.song_remakes import song
from studio.director.language.aspects import says_when
from studio.director.language.clauses import Clause
from studio.director.language.continuing import bared, order_from, tells_or_asks
from studio.director.language.frames import parts_of
from studio.director.language.styles import COLOUR, STYLE
from studio.director.plan import Found, Scene, Unclear
from studio.director.references.kinds import kinds_named
from studio.director.references.pointing import meant, pointer_in
from studio.renderers.prompts.words import read_prompt

_KINDS = ("image", "video", "audio")
_OF_A_LOOK = re.compile(
    rf"make it (?:(?:in|all|a (?:bit|little)|much|more) )*(?:{STYLE.pattern}|black and white|monochrome|(?:bright|"
    rf"dark|warm|"
    r"cool|cold|sharp)er|vintage|colou?rful|cinematic)\b",
    re.I,
)
_MAKING = re.compile(r"^(?:make it |give it |put it |show it |add )", re.I)


def went_on(clause: Clause, scene: Scene) -> Found:
    """What is there with the change that words stand for which would make no picture of their own."""
    order = order_from(clause.text)
    kind = scene.newest_kind(_KINDS)
    if not order or not kind or ORDER.match(clause.bare):
        return None
    if kind == "audio":
        return _song_gone_on(order, clause, scene)
    pointer = pointer_in(clause.bare)
    bare = order_from(clause.bare) or order
    bare = f"{bare}, {pointer}" if pointer and pointer not in bare else bare
    told = Clause(order, bare, clause.quotes)
    if kind == "image":
        return edits.changed(told, scene, ("edit_image", "refine_result"))
    if scene.offers("video_to_video") and _OF_A_LOOK.match(order):
        return film_changes.transformed(told, scene)
    return through_pictures.through_picture(told, scene) or film_reworded(
        _MAKING.sub("", order), scene
    )


def _song_gone_on(order: str, clause: Clause, scene: Scene) -> Found:
    """The newest piece that was made, with that change; a recording somebody gave is theirs."""
    found = meant("it", scene, "audio")
    if isinstance(found, Unclear) or not found or found[0] < 0 or kinds_named(clause.bare):
        return None
    words = f"again but {_MAKING.sub('', order)}"
    return song(Clause(words, words), scene, found[0])


def film_reworded(words: str, scene: Scene) -> Found:
    """The newest film once more, these words ahead of what it was made by."""
    films = meant("it", scene, "video")
    past = past_of(scene, "video", films[0]) if isinstance(films, list) and films else None
    anew = says_when(words) or not scene.offers("video_to_video")
    if past is None or not scene.offers(past.tool) or not anew:
        return None
    assert isinstance(films, list)
    arguments = kept(past.arguments)
    arguments["prompt"] = reworded(words, str(arguments.get("prompt") or ""))
    return [*remade_film(scene, past.tool, arguments, films[0], change=words)]


_SET = re.compile(
    r"^(?:(?:(?:make|have|do|put|set|show|film|let|shoot|try) )?(?:it|this|that|everything|the (?:film|video|"
    r"clip|scene|"
    r"whole thing)) "
    r"(?:be |take place |happen |play )?)?(?P<when>(?:at|in|on|by|during|under|with) .{3,80})$",
    re.I,
)


def at_another_time(clause: Clause, scene: Scene) -> Found:
    """The newest film at the time, or in the weather, that words tell and nothing else."""
    told = _SET.match(bared(clause.bare)) if scene.newest_kind(_KINDS) == "video" else None
    if told is None or clause.quotes or not all(map(says_when, parts_of(told["when"]))):
        return None
    return film_reworded(told["when"], scene)


_WORD = re.compile(r"[\w'-]+")
_MOST_WORDS = 4  # of what may be a scrap: people who tell a new picture say more, or name a thing
_NAMED = re.compile(r"(?<!^)\b[A-ZÀ-Þ]")
_OF_THE_SCENE = re.compile(
    r"^(?!(?:an?|the|two|three|some) )(?P<who>(?:[\w-]+ ){0,2}[\w-]+s) "
    r"(?:in|on|at|behind|under|through|over) the [\w-]+$",
    re.I,
)
_TINTED = re.compile(rf"{COLOUR} [\w-]+(?<!s)s", re.I)  # one of a colour is a thing of its own
_BEGINS_NEW = re.compile(r"(?:an?|some|two|three|four|five|six|\d+|the|my|our)\s", re.I)


def _is_a_scrap(words: str, clause: Clause) -> bool:
    """Whether a few words name nothing that can be seen alone, so that they may be meant of what is there."""
    if clause.quotes or _BEGINS_NEW.match(words) or _NAMED.search(words) or "," in words:
        return False
    placed = _OF_THE_SCENE.match(words)
    if placed or _TINTED.fullmatch(words):
        return not placed or not read_prompt(placed["who"]).subjects
    return 1 < len(_WORD.findall(words)) <= _MOST_WORDS and not read_prompt(words).subjects


def new_or_changed(clause: Clause, scene: Scene) -> Found:
    """A question back about a sentence that is no picture's words, where it may be meant of what is there."""
    kind = scene.newest_kind(("image", "video"))
    words = bared(clause.text)
    asks = tells_or_asks(words) or (kind and _is_a_scrap(words, clause))
    if not kind or not asks or ORDER.match(clause.bare) or PICTURE.search(words):
        return None
    known = scene.now(kind)[-1]
    if len(words) > 60 or "”" in words:
        return Unclear(
            f"Shall I change {kind} {known.index}, or make something new? Say which, in a few words."
        )
    return Unclear(
        f"Shall I make a new picture of “{words}”, or change {kind} {known.index}? Say which, in a few words."
    )
