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
    rf"[,;]?\s?\b((?:the |my |{_FILM} )[\w -]{{1,60}}?)(?<!\bthe)(?: (?:goes|comes|going|coming))? "
    r"(?:first|last)(?=$|,)"
    r"|[,;]\s?(?:with )?([\w-]{2,24}(?: (?:one|clip|video))?)(?: (?:goes|comes|going|coming))? (?:first|last)(?=$|,)"
    rf"|[,;]?\s?\b(?:start|begin|open)\w* with ((?:the |my |{_FILM} )[\w -]{{1,60}})$",
    re.I,
)
_BY_PLACE = re.compile(r"^the (?:first|second|third|fourth|fifth|last|other)\b", re.I)
_ORDER = re.compile(
    r"\border\b:? (?:of )?([-−]?\d{1,3}(?:(?:, ?|,? (?:and|then) )[-−]?\d{1,3}){1,15})", re.I
)
_END = r"(?:at|on(?:to)?|to|in) the (?:very )?(?:end|start|beginning|front|back) of"
_PIECE = (
    rf"(?:{_FILM}|footage|recording|intro|outro|opening|opener|ending|teaser|trailer|title sequence|main (?:part|one)|"
    r"rest|(?:new|old|other) (?:one|part)|animation)"
)
_WHICH = rf"(?:(?:the (?!other\b)|my |our |this |that |@?{_FILM} )[\w' -]{{1,60}}?|it|this|that)"
_BESIDE = re.compile(
    r"^(?:(?P<deed>join|splice|stitch|put|play|show|place|have|add|append|attach|paste|tack|stick|glue|move|set|insert|use|"
    r"bring)(?: on)? )?"
    rf"(?P<one>{_WHICH}) (?:goes |comes |on |right |directly |just )?"
    rf"(?P<how>after|behind|before|in front of|followed by|{_END}|(?:on)?to|"
    r"as (?:an?|the|its) (?:intro|opening|opener|outro|ending)(?: (?:for|to|of|on|in))?) "
    rf"(?P<two>{_WHICH})"
    r"(?:, .{0,200}| (?:as|in|into) (?:one|a single) .{0,60}| i (?:uploaded|sent|attached)\b.{0,20})?[?.!]?$",
    re.I,
)
_ADDED = re.compile(r"append|attach|tack|glue|stick|paste|add|join|splice", re.I)
_TURNED = ("after", "behind", "end", "back", "outro", "ending")  # what is said first comes second
_IN_SPACE = re.compile(r"behind|in front of", re.I)
_IT = re.compile(r"(?:it|this|that)(?: one)?", re.I)
_NAMES_A_FILM = re.compile(rf"\b{_PIECE}s?\b|\b(?:first|second|third|fourth|last)\b", re.I)
_UNNAMED = re.compile(
    r"(?:the|my|our|that) (?:intro|outro|opening|opener|ending|teaser|trailer)", re.I
)
_ALONE = re.compile(
    rf"^(?:(?:the |my |that )(?:[\w'-]+ ){{0,2}}[\w'-]+|@?{_FILM} ?#?[-−]?\d+)$", re.I
)
_PLACED = re.compile(
    r"(?<!\bthe),? (?:goes |comes |going |coming )?(first|next|second|last|afterwards|at the end|"
    r"to (?:start|begin)(?: with)?)$",
    re.I,
)
_JOINING = re.compile(
    r"^(?:join|merge|combine|connect|stitch|glue|splice)(?: (?:together|up))?\s", re.I
)
_ARTICLE = re.compile(r"\s?(?:the|my|our|that|this|@)\b", re.I)
_LEFT_OUT = re.compile(r"(?:and )?(?:leave|without|not|skip|drop|forget|no)\b", re.I)
_OTHER_WAY = re.compile(
    r",? (?:in )?(?:the other way (?:round|around)|(?:in )?reverse(?:d)?(?: order)?)", re.I
)
_PUT = re.compile(
    r"^(?:join|merge|combine|connect|stitch|splice|put|place|play|show|have|use|take|start with|begin with|"
    r"open with) ",
    re.I,
)
_BETWEEN = re.compile(  # how one film goes over into the next, and what is heard under them
    r"^(?:(?:and|all|joined|merged|stitched|together|with|using|by) ){0,3}(?:(?:an?|some) )?"
    r"(?:(?:soft|smooth|slow|quick|short|gentle|hard|long) )?"
    r"(?:cross-?fades?|fades?|dissolves?|wipes?|slides?|transitions?|(?:cross-?)?fading|cuts?)"
    r"(?: (?:between|from|to|in|over)\b.{0,40})?$"
    r"|^(?!.*\b(?:sub)?titles?\b|.*\b(?:captions?|text|words?|logo|some|an?)\b)(?:(?:and|with|put|lay|add) ){0,2}"
    r"(?:the |that |this |my )?[\w-]{1,24}(?: [\w-]{1,24}){0,4}? (?:under(?:neath)?|beneath|below|behind)"
    r"(?: (?:it|them|both|all))?(?: of (?:it|them))?$",
    re.I,
)
_ONE_FILM = re.compile(
    rf"(?:(?:in|as|into) )?(?:one|a single) (?:\w+ )?{_FILM}(?: please| pls)?", re.I
)
_AS_ONE = re.compile(
    r",? (?:(?:all |put ){0,2}(?:joined|together|stitched|merged)(?: together| up)?|"
    rf"(?:in|as|into) (?:one|a single) (?:\w+ )?{_FILM})$",
    re.I,
)


def order_in(text: str, scene: Scene, *, joins: bool) -> list[int]:
    """The films in the order a clause puts them; empty when it says none. `joins`: it speaks of joining already."""
    for part in text.split(", ")[:8] if joins else [text]:
        if pair := _beside(part, scene):
            return pair
    if not joins:
        return []
    return _listed(text, scene) or _one_apart(text, scene) or _counted(text, scene)


def _beside(text: str, scene: Scene) -> list[int]:
    """The two films of "the owl before the fox", "add it to my clip"."""
    told = _BESIDE.match(text)
    if told is None:
        return []
    how = told["how"].lower()
    onto = how in ("to", "onto")
    if onto and not (
        _ADDED.match(told["deed"] or "")
        and (_IT.fullmatch(told["one"]) or _NAMES_A_FILM.search(told["one"]))
    ):
        return []
    pair = _pair(told["one"], how, told["two"], scene)
    return pair[::-1] if onto or any(word in how for word in _TURNED) else pair


def _pair(one: str, how: str, two: str, scene: Scene) -> list[int]:
    """The two films that are put beside each other; empty where one of them may be a thing in a film.

    "It" is the newest, and "my clip" beside it the other one, or what came with the wish.
    """
    if not scene.now("video"):
        return []
    pointed = [bool(_IT.fullmatch(words)) for words in (one, two)]
    if any(pointed) and scene.newest_kind(("image", "video", "audio")) != "video":
        return []
    if any(pointed) and _IN_SPACE.search(how) and not _NAMES_A_FILM.search(f"{one} {two}"):
        return []
    films = [_the_film(words, scene) for words in (one, two)]
    if films[0] is None or (pointed[0] and films[0] == films[1]):
        films[0] = _newest(scene) if pointed[0] else _besides(one, films[1], scene)
    if films[1] is None or films[1] == films[0]:
        films[1] = _besides(two, films[0], scene)
    if films[0] is None:
        films[0] = _besides(one, films[1], scene)
    found = [film for film in films if film is not None]
    return found if len(set(found)) == 2 else []


def _newest(scene: Scene) -> int | None:
    """The film that was made last, or came with the wish."""
    found = meant("it", scene, "video")
    return found[0] if isinstance(found, list) and found else None


def _besides(words: str, other: int | None, scene: Scene) -> int | None:
    """The film besides the one that is known, where words speak of a film and name none: "the intro", "my clip"."""
    if other is None or not (_IT.fullmatch(words) or _NAMES_A_FILM.search(words)):
        return None
    attached = [index for index in scene.attached("video") if index != other]
    rest = [one.index for one in scene.now("video") if one.index != other]
    if len(rest) == 1:
        return rest[0]
    newest = [index for kind, index in scene.turn.recent if kind == "video" and index != other]
    told = re.search(rf"\b{_FILM}$", words, re.I) or _IT.fullmatch(words)
    return next((index for index in (*attached, *newest) if index in rest), None) if told else None


_LIST = re.compile(
    r"(?:: |\border (?:should be|is) )(?P<names>[^.;]{3,300}?)(?=$|[.;]| [-–—] )", re.I
)


def _listed(text: str, scene: Scene) -> list[int]:
    """The films behind a colon, one by one: "together: third, first, second"; empty when one of them is none."""
    told = _LIST.search(_AS_ONE.sub("", text))
    names = told["names"] if told else ""
    words = (
        re.split(r",? (?:and )?then |, (?:and )?| and | followed by ", names)[:16] if told else []
    )
    films = [_the_film(_with_article(one), scene) for one in words if not _BETWEEN.match(one)]
    found = [film for film in films if film is not None]
    return found if len(found) == len(films) == len(set(found)) and len(found) > 1 else []


def _with_article(words: str) -> str:
    return words if _ARTICLE.match(words) or named(words, "video") else f"the {words}"


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
    return [*others, one] if told.group().lower().endswith(" last") else [one, *others]


def _counted(text: str, scene: Scene) -> list[int]:
    """ "In the order 1, 0"."""
    told = _ORDER.search(text)
    found = [number(one) for one in re.findall(r"[-−]?\d+", told.group(1))] if told else []
    there = {one.index for one in scene.now("video")}
    return found if len(found) > 1 and set(found) <= there else []


def _the_film(words: str, scene: Scene) -> int | None:
    """The one film a phrase names by its number, its place or its words."""
    found = named(words, "video")
    if not found and _BY_PLACE.match(words):
        found = _placed(words, scene)
    found = found or _by_words(words, scene)
    there = {one.index for one in scene.now("video")}
    return found[0] if len(found) == 1 and found[0] in there else None


def _placed(words: str, scene: Scene) -> list[int]:
    found = meant(words, scene, "video")
    return found if isinstance(found, list) else []


def _by_words(words: str, scene: Scene) -> list[int]:
    found = by_name(words, scene, "video")
    return found if isinstance(found, list) else []


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
    films: list[int | None] = []
    besides: list[str] = []
    orders = [one for one in clauses if joining.search(one.bare)]
    sure = bool(orders) or any(_AS_ONE.search(one.bare) for one in clauses)
    for one in clauses:
        for words in re.split(r",? and (?!lay\b|put\b)|, |: ", _AS_ONE.sub("", one.bare)):
            place, named_here = _placed_film(words, scene, sure=sure)
            if named_here and place == "first":
                films = [*named_here, *films]
            elif named_here:
                films = [*(f for f in films if not place or f not in named_here), *named_here]
            elif _BETWEEN.match(words) or _ONE_FILM.fullmatch(words):
                besides.append(words)
            elif one not in orders and not _LEFT_OUT.match(words):
                return clauses
    found = _with_the_unnamed(films, scene)
    if len(found) < 2 or len(orders) > 1:
        return clauses
    names = ", ".join(f"video {index}" for index in found)
    said = _OTHER_WAY.sub("", orders[0].bare) if orders else "join them"
    told = ", ".join([f"{said}: {names}", *(one for one in besides if one not in said)])
    return [Clause(told, told, orders[0].quotes if orders else ())]


def _with_the_unnamed(films: Sequence[int | None], scene: Scene) -> list[int]:
    """The films, each once; for "the intro" that none of them is called, the one that is left."""
    rest = [one.index for one in scene.now("video") if one.index not in films]
    known = [rest[0] if film is None and len(rest) == 1 else film for film in films]
    return [film for film in dict.fromkeys(known) if film is not None] if None not in known else []


def _placed_film(words: str, scene: Scene, *, sure: bool) -> tuple[str, list[int | None]]:
    """The film a part of a clause is about and nothing else, if any, and the place it is given.

    `sure`: films are joined, so that a word or two without an article name one. None is one that has no name: "the
    intro".
    """
    place, name = _PLACED.search(words), _PUT.sub("", _PLACED.sub("", words))
    bare = not re.match(r"(?:the|my|our|that|@)\b", name, re.I)
    if bare and (place or (sure and len(name.split()) < 3)):
        name = f"the {name}"
    film = _the_film(name, scene) if _ALONE.match(name) else None
    unnamed = film is None and _UNNAMED.fullmatch(name)
    return place.group(1).lower() if place else "", [film] if film is not None or unnamed else []
