"""In which order films are to follow each other: "video 1 first", "the fox after the waves", named one by one."""

import re
from collections.abc import Sequence

from studio.director.language.clauses import Clause
from studio.director.plan import Scene, Unclear
from studio.director.reading import number
from studio.director.references.naming import by_name
from studio.director.references.pointing import meant, named

_FILM = r"(?:video|clip|film|movie)"
_FIRST = re.compile(
    rf"[,;]?\s?\b((?:the |my |{_FILM} )[\w -]{{1,60}}?)(?: (?:goes|comes|going|coming))? (?:first|last)$"
    r"|[,;]\s?(?:with )?([\w-]{2,24}(?: (?:one|clip|video))?) (?:first|last)$"
    rf"|[,;]?\s?\b(?:start|begin|open)\w* with ((?:the |my |{_FILM} )[\w -]{{1,60}})$",
    re.I,
)
_BY_PLACE = re.compile(r"^the (?:first|second|third|fourth|fifth|last|other)\b", re.I)
_ORDER = re.compile(
    r"\border\b:? (?:of )?([-−]?\d{1,3}(?:(?:, ?|,? (?:and|then) )[-−]?\d{1,3}){1,15})", re.I
)
_BESIDE = re.compile(
    rf"^(?:(?P<deed>join|splice|stitch|put|play|show|place|have|add|append|attach|paste|tack)(?: on)? )?"
    rf"(?P<one>(?:the |my |@?{_FILM} )[\w -]{{1,60}}?) (?:goes |comes |on)?"
    r"(?P<how>after|behind|before|in front of|followed by|to the (?:end|start|beginning|front) of) "
    rf"(?P<two>(?:the (?!other\b)|my |@?{_FILM} )[\w -]{{1,60}}?)"
    rf"(?:,.{{0,200}}| (?:as|in|into) (?:one|a single) .{{0,60}})?$",
    re.I,
)
_TURNED = ("after", "behind", "end")  # what is said first comes second
_ALONE = re.compile(
    rf"^(?:(?:the |my |that )(?:[\w'-]+ ){{0,2}}[\w'-]+|@?{_FILM} ?#?[-−]?\d+)$", re.I
)
_PLACED = re.compile(
    r",? (?:goes |comes |going |coming )?(first|next|second|last|afterwards|at the end|to (?:start|begin)(?: with)?)$",
    re.I,
)
_JOINING = re.compile(
    r"^(?:join|merge|combine|connect|stitch|glue|splice)(?: (?:together|up))?\s", re.I
)
_ARTICLE = re.compile(r"\s?(?:the|my|our|that|this|@)\b", re.I)
_PUT = re.compile(r"^(?:put|place|play|show|have|use|take|start with|begin with|open with) ", re.I)
_BETWEEN = re.compile(  # how one film goes over into the next, and what is heard under them
    r"^(?:(?:and|with|using|by) )?(?:(?:an?|some) )?(?:(?:soft|smooth|slow|quick|short|gentle|hard|long) )?"
    r"(?:cross-?fades?|fades?|dissolves?|wipes?|slides?|transitions?|(?:cross-?)?fading|cuts?)"
    r"(?: (?:between|from|to|in|over)\b.{0,40})?$"
    r"|^(?!.*\b(?:sub)?titles?\b|.*\b(?:captions?|text|words?|logo)\b)(?:(?:and|with|put|lay|add) ){0,2}"
    r"(?:the |that |this |my )?[\w-]{1,24}(?: [\w-]{1,24}){0,4}? (?:under(?:neath)?|beneath|below|behind)"
    r"(?: (?:it|them|both|all))?(?: of (?:it|them))?$",
    re.I,
)
_ONE_FILM = re.compile(
    rf"(?:(?:in|as|into) )?(?:one|a single) (?:\w+ )?{_FILM}(?: please| pls)?", re.I
)
_AS_ONE = re.compile(
    r",? (?:(?:all )?(?:joined|together|stitched|merged)(?: together| up)?|"
    rf"(?:in|as|into) (?:one|a single) (?:\w+ )?{_FILM})$",
    re.I,
)


def order_in(text: str, scene: Scene, *, joins: bool) -> list[int]:
    """The films in the order a clause puts them; empty when it says none. `joins`: it speaks of joining already."""
    beside = _BESIDE.match(text)
    if beside:
        one, two = (_the_film(beside[part], scene) for part in ("one", "two"))
        if one is not None and two is not None and one != two:
            turned = any(word in beside["how"].lower() for word in _TURNED)
            return [two, one] if turned else [one, two]
    return _one_apart(text, scene) or _counted(text, scene) if joins else []


def _one_apart(text: str, scene: Scene) -> list[int]:
    """All films that are meant, the one that was put first, or last, in its place; empty when none was."""
    told = _FIRST.search(text)
    if told is None:
        return []
    words = told.group(1) or told.group(3) or f"the {told.group(2)}"
    place = _BY_PLACE.match(words)
    placed = meant(words, scene, "video") if place else []
    one = placed[0] if isinstance(placed, list) and placed else _the_film(words, scene)
    rest = meant(text[: told.start()], scene, "video", many=True)
    if one is None or isinstance(rest, Unclear):
        return []
    others = [other for other in rest if other != one]
    return [*others, one] if text.lower().endswith(" last") else [one, *others]


def _counted(text: str, scene: Scene) -> list[int]:
    """ "In the order 1, 0"."""
    told = _ORDER.search(text)
    found = [number(one) for one in re.findall(r"[-−]?\d+", told.group(1))] if told else []
    there = {one.index for one in scene.now("video")}
    return found if len(found) > 1 and set(found) <= there else []


def _the_film(words: str, scene: Scene) -> int | None:
    """The one film a phrase names by its number or its words."""
    found = named(words, "video") or by_name(words, scene, "video")
    there = {one.index for one in scene.now("video")}
    return found[0] if isinstance(found, list) and len(found) == 1 and found[0] in there else None


def one_by_one(text: str, scene: Scene) -> list[int]:
    """The films that parts of a clause name by their words: "join the fox and the owl clips"."""
    parts = re.split(r",| and | with | to | onto ", _JOINING.sub("", text))[:16]
    films = [
        _the_film(part if _ARTICLE.match(part) else f"the {part}", scene) for part in parts if part
    ]
    return list(dict.fromkeys(film for film in films if film is not None))


def gathered(clauses: Sequence[Clause], scene: Scene, joining: re.Pattern[str]) -> Sequence[Clause]:
    """Clauses where films that are named one by one, with or without an order to join them, are one order.

    Only where the whole request is about that: else the clauses stay as they are.
    """
    films: list[int] = []
    besides: list[str] = []
    orders = [one for one in clauses if joining.search(one.bare)]
    for one in clauses:
        for words in re.split(r",? and (?!lay\b|put\b)|, ", _AS_ONE.sub("", one.bare)):
            place, film = _placed_film(words, scene)
            if film is not None:
                films.insert(0 if place == "first" else len(films), film)
            elif _BETWEEN.match(words) or _ONE_FILM.fullmatch(words):
                besides.append(words)
            elif one not in orders:
                return clauses
    films = list(dict.fromkeys(films))
    if len(films) < 2 or len(orders) > 1:
        return clauses
    names = ", ".join(f"video {index}" for index in films)
    said = orders[0].bare if orders else "join them"
    told = ", ".join([f"{said}: {names}", *(one for one in besides if one not in said)])
    return [Clause(told, told, orders[0].quotes if orders else ())]


def _placed_film(words: str, scene: Scene) -> tuple[str, int | None]:
    """The film a part of a clause is about and nothing else, and the place it is given."""
    place, name = _PLACED.search(words), _PUT.sub("", _PLACED.sub("", words))
    if place and not re.match(r"(?:the|my|that|@)\b", name, re.I):
        name = f"the {name}"
    film = _the_film(name, scene) if _ALONE.match(name) else None
    return place.group(1).lower() if place else "", film
