"""A picture changed: edited, restyled, restored, refined, seen from another side."""

import re
from collections.abc import Sequence

from studio.director.families.pictures import redrawing
from studio.director.families.pictures.pictures import VERSIONS, counted_items
from studio.director.language import values
from studio.director.language.changes import change_in
from studio.director.language.clauses import Clause
from studio.director.language.statements import TOO
from studio.director.language.styles import COLOUR, look_in
from studio.director.language.subjects import sized_out, subject_of
from studio.director.language.variations import apart, branched
from studio.director.plan import (
    Found,
    Scene,
    Step,
    Unclear,
    Unsupported,
    sentence_list,
    side_by_side,
)
from studio.director.reading import number
from studio.director.references.kinds import KINDS, kinds_named
from studio.director.references.naming import UPLOADED, by_file_name, by_name
from studio.director.references.pointing import meant, named, pointer_in
from studio.director.references.pronouns import single
from studio.director.references.topic import about, refers

WHICH = Unclear("Which picture should change? Attach one, or tell me what to draw first.")
_REFINE = re.compile(
    r"\b(refin\w+|touch(?:ing)?[ -]?up|retouch\w*|polish\w*|improv\w+|sharpen\w*|(?:sharper|crisper|clearer|"
    r"cleaner)\b|enhanc\w+|clean(?:er|ing)?\s?up|"
    r"perfect(?= (?:it|this|that|the))|"
    r"(?:more|better|finer|crisper) (?:details?|detailed|quality)|higher quality|fix\w* (?:the |his |her |its |"
    r"their )?(?:\w+ )?(?:hands?|eyes?|"
    r"face|fingers|text|edges|details?))\b",
    re.I,
)
CHANGE = re.compile(
    r"^(?:change|changing|resize|liven|spice|replace|replacing|add|adding|put|putting|remove|removing|erase|swap|"
    r"recolou?r|colou?r|"
    r"crop|make|making|turn|turning|give|giving|move|"
    r"lighten|brighten|darken|blur|tint|rotate|flip|mirror|edit|editing|adjust|insert|get rid|take|fill|paint|"
    r"dress|set|place|"
    r"transform|convert|modify|alter|tweak|warm|cool|delete|have|let|use|extend|expand|lose|drop|include|write|"
    r"fix|open|close|straighten|center|centre|level|smooth|raise|lower|light up|hang|soften|increase|decrease|"
    r"reduce|boost|"
    r"combine|blend|mix|merge|fuse)\b|^(?:pop|stick|slap|throw|chuck|hang|stuff|bung|whack|plonk|shove)(?= (?:an?|"
    r"some|two|three|the|my)\b)|^print(?=.{1,40} on(?:to)? (?:an?|my|the)\b)|"
    r"^(?:cover|wrap|coat|surround|drape|decorate|stage|furnish|style|accessori[sz]e|redecorate|refurnish|"
    r"sprinkle|dip|soak|light)(?= (?:up )?(?:the|it|him|her|them|"
    r"this|that|my|his|"
    r"its|everything)\b)|^(?:bring|copy|transfer|"
    r"drop)(?= .{1,80} (?:in)?to\b| .{1,80} onto\b)",
    re.I,
)
_FRAGMENT = re.compile(
    r"^(?:(?:a (?:bit|little|lot)|much|slightly|way|even|far)\s)?(?:more|less|fewer|darker|brighter|warmer|colder|"
    r"cooler|bigger|smaller|lighter|"
    r"softer|bolder|happier|sadder|moodier|sharper|wilder|calmer|without|with|no|at (?:night|dawn|dusk|sunset|"
    r"noon)|in (?:winter|summer|"
    r"spring|autumn|the (?:rain|snow|fog)|black and white|colou?r)|instead|(?:not|less) (?:so|as|that|too) [\w-]+|"
    r"less so)\b"
    r"|^(?:the )?same \w+,? (?:but )?(?:an? )?(?:different|other|new|another)\b"
    r"|^(?:an?|some|two|another|one more|second|2nd|third) "
    r"(?![^,]{0,40}\b(?:with|of|who)\b)[\w' -]{2,40} (?:on|in|behind|beside|under|next to|in front of|above) "
    r"(?:it|him|her|them)$"
    r"|^(?:black (?:and|&) white|b&w|gr[ae]yscale|monochrome)$|"
    r"^(?:an? )?(?:different|another|new|other) (?:back-?ground|sky|hair|clothes|outfit)(?: colou?r)?$|"
    r"^(?:(?:now|do|make|try) )*an? (?:[\w-]+ ){1,2}version(?: of (?:it|this|that))?$"
    rf"|{TOO}",
    re.I,
)
_COMPARED = re.compile(r"\b(darker|brighter|warmer|colder|more colou?rful|lighter|moodier)\b", re.I)


_POINTED_BUT = re.compile(
    r"^(?:the|my|that|this|it)\b[\w' -]{0,40}?,? but\b|\binstead$|^(?:the|my|that) (?:(?:first|second|third|fourth|"
    r"last|other)(?: one)?|(?:[\w-]+ ){1,3}(?:one|picture|image|photo)),? (?:in|with|without|as|at|under|during|by)\b",
    re.I,
)
_THE_THING = re.compile(r"^(the (?:[\w-]+ )?[\w-]+) (?:in|without) (?!the\b)", re.I)
_LETTERED = re.compile(r"^(?:meme )?(?:text|title|caption|words?|headline|label)\b", re.I)
_PUT_INTO = re.compile(  # the picture something is put into is the one that changes
    r"^(?:put|place|add|insert|bring|move|paste|drop|set|stick) .{1,60}? (?:into|onto|inside|in|on|to|beside|"
    r"next to|behind|"
    r"in front of|under|over) ((?:the|my|this|that) .{1,60})$",
    re.I,
)
_MIXED = re.compile(r"^(?:combine|blend|mix|merge|fuse)\b", re.I)
_FIXED = re.compile(
    r"^(?:replace|remove|erase|take away|get rid of|swap|recolou?r|blur|brighten|darken|lighten|"
    r"crop|flip|tint|mirror)\s(?:out |off |away )?the\b|^change the .{1,40} (?:to|into|for)\b"
    r"|^(?:make|turn|paint|colou?r|have|give|move|take (?:off|away|out))\s(?:the|his|her|its|their) (?!\w+est\b)"
    r"|^(?:add(?:ing)?|insert(?:ing)?|include)\b"
    r"|^(?:put|place|set|raise|lower|light up|take down|hang|open|close|fill|cover|wrap|decorate|coat|surround|drape|"
    r"sprinkle|dip|soak|straighten|smooth|level|dress|stick)\b.{0,40}?\bthe\b"
    r"|^(?:turn|dial|crank|bring|tone) (?:up|down) the\b|^(?:increase|decrease|reduce|raise|lower|boost|soften) the\b"
    r"|^(?:make|turn|paint|colou?r) (?:everything|all of it|it all|the whole thing)\b"
    r"|^(?:change|replace|swap|make|turn|blur|remove) (?:background|sky|colou?rs?|hair|eyes|clothes|outfit|lighting)\b",
    re.I,
)
_WHOSE = r"(?:the|my|his|her|its|their|your|our|that|this|those|these)"
_BECOMES = (
    rf"(?:{COLOUR}|"
    r"transparent|blurr(?:y|ed)|colou?rful|visible|invisible|bigger|larger|smaller|brighter|darker|lighter|warmer|"
    r"cooler|colder|softer|sharper|longer|shorter|taller|wider|thinner|thicker|older|younger|happier|sadder|scarier|"
    r"cuter|prettier|cleaner|clearer|stronger|funnier|higher|lower|closer|deeper|paler|bolder|messier|emptier|"
    r"glow|shine|smile|laugh|disappear|vanish|pop|straight|round|on|off|up|down|away|upside down|"
    r"(?:more|less) [\w-]+|look(?:ing)? [\w -]{1,40})"
)
_WORD = r"(?!(?:for|of|with|from|in|on|at|by|to|as)\b)[\w'-]{1,24} "
_WISHED = re.compile(  # what only something that is there can be told to become
    rf"^(?:make|turn|paint|colou?r|dye|tint|have|let|put|move|change)\s{_WHOSE}\s(?!most\b|best\b|\w+est\b)"
    rf"(?:[\w'-]{{1,24}} ){{1,5}}?(?:much |even |all |slightly |a (?:bit|little|lot) )?{_BECOMES}$"
    rf"|^(?:make|turn|paint|colou?r) (?:everything|all of it|it all|the whole thing) (?:[\w-]{{1,24}} )?{_BECOMES}$"
    rf"|^(?:make|turn) {_WHOSE} (?:{_WORD}){{1,3}}?(?:an? |into )[\w' -]{{1,60}}$"
    rf"|^(?:change|turn) {_WHOSE} (?:{_WORD}){{1,3}}?(?:in)?to [\w' -]{{1,60}}$"
    rf"|^give {_WHOSE} (?:{_WORD}){{1,3}}?(?:an?|some|more|less|two|three|the) [\w' -]{{1,60}}$"
    r"|^(?:add|insert|include) (?=\S)"
    rf"|^(?:remove|erase|delete|replace|swap|recolou?r|crop|lighten|brighten|darken|blur|sharpen|"
    rf"flip|mirror|rotate|straighten|soften|adjust|edit|retouch|get rid of|take (?:away|out|off))\s(?:out |off |away )?"
    rf"(?:{_WHOSE}|it|him|them|me|us|an?|some|all|both|two|three|more|everyone|everything)\b",
    re.I,
)


_SHOWN = re.compile(
    r"^show (?:it|this|that|him|her|them|(?:the|my) (?:[\w'-]{1,24} ){1,3}?)\s?(?:in|with|without|as|at|on|during|"
    r"after) (?!@?image)",
    re.I,
)

_FOR_ONE = re.compile(  # "five outfits for her": of somebody on a picture that is there
    rf"^(?:\d{{1,2}}|{'|'.join(values.COUNTS)}) (?:[\w-]{{1,24}} ){{0,2}}?[\w-]{{2,24}}s for (?:him|her|them|me|"
    r"this (?:[\w-]{1,24} )?(?:guy|girl|man|woman|boy|person|dog|cat|one|character))$",
    re.I,
)
_KINDS = (  # of what is put on or round somebody: hats, outfits, backgrounds
    "simple", "colourful", "old-fashioned", "modern", "elegant", "funny", "large", "small", "dark", "bright", "plain",
    "fancy", "striped", "golden", "soft", "wild",
)  # fmt: skip
_ME = re.compile(  # whoever speaks is on a picture they gave
    r"^(?:put|place|dress) (?:me|us)\b|^(?:turn|make|change|transform) (?:me|us)(?: all)? (?:into|look|as|an?|"
    r"[\w-]{3,20}s$)\b|"
    r"^(?:put|place|add|draw) [\w' -]{1,60} (?:on|onto|to) (?:me|us|my (?:head|face|hair|shoulders?))\b|"
    r"^give (?:me|us) (?:an? )?(?:(?!of\b)[\w-]{1,24} ){0,3}?(?:hair(?:cut|style)?|beard|mou?stache|wings|fangs|"
    r"freckles|tan|make-?over|smile)$",
    re.I,
)
_LIKE_ANOTHER = re.compile(  # how it is to look, behind what is to look so
    r"(?<=\w\w) (?:in the (?:style|look|colou?rs|manner) of|(?:look )?like) (?:the|that|this|my) [^,.]{1,60}$",
    re.I,
)


def wished(text: str) -> bool:
    """Whether something is to be changed, though nobody can tell in which picture: "make the sky purple"."""
    return bool(_WISHED.match(text))


def refined(clause: Clause, scene: Scene) -> Found:
    """Small improvements that keep the picture."""
    if not _REFINE.search(clause.bare) or about(clause, scene) != "image":
        return None
    if not refers(clause, scene, "image") and not scene.now("image"):
        return None
    return changed(clause, scene, ("refine_result", "edit_image", "apply_style"))


def _commanded(clause: Clause, scene: Scene) -> bool:
    """Whether a change of a picture that is there is ordered: by a verb, of whoever speaks, or of the newest one."""
    text = clause.bare
    if (CHANGE.match(text) or _SHOWN.match(text)) and refers(clause, scene, "image"):
        return True
    if _ME.match(text) and scene.uploads["image"]:
        return True
    if scene.newest_kind(("image", "video", "audio")) != "image" or kinds_named(text):
        return False
    written = clause.quotes and re.match(r"(?:write|add|put|insert|print)\b", text, re.I)
    return bool(_FIXED.match(text) or written)


def edited(clause: Clause, scene: Scene) -> Found:
    """Any other change of a picture that is there."""
    text = clause.bare
    if VERSIONS.search(text) and re.match(r"(?:make|give|have|do)\b", text, re.I):
        return None
    commanded = _commanded(clause, scene)
    loose = bool(_FRAGMENT.match(text) or _COMPARED.search(text))
    loose = loose or bool(_FOR_ONE.match(text) and scene.now("image"))
    loose = loose or bool(clause.quotes and _LETTERED.match(text))
    pointed = _pointed(clause, scene)
    asked = re.search(
        r"^(?:that|this|it)(?:['’]s| is) too \w+|^(?:what if|can|could|should|imagine|have)?\s?(?:it|the (?:[\w-]+ "
        r"){0,3}[\w-]+|image \d+|he|she|"
        r"they)\s(?:(?:to|should|must|would|needs?|could use) \w+|(?:is|are|looks?) too|be|was|were|is|had|"
        r"looks?)\b",
        text,
        re.I,
    )
    if not (
        commanded
        or loose
        or pointed
        or (asked and (refers(clause, scene, "image") or re.match(r"^can the\b", text, re.I)))
    ):
        return None
    if about(clause, scene) == "video" and not named(text, "image"):
        return None
    if loose and not commanded and not scene.now("image"):
        return WHICH if _COMPARED.search(text) else None
    return changed(clause, scene, ("edit_image", "refine_result"))


def _pointed(clause: Clause, scene: Scene) -> bool:
    """Whether it names a picture and only adds what is to be different: "image 1 at night", "the car, but yellow"."""
    text = clause.bare
    if named(text, "image") and re.search(
        r"\b(but|with|without|in|at|as)\b|^\S+ [-−]?\d+\s?[:,]", text, re.I
    ):
        return True
    start = by_file_name(re.split(r" (?:as|in|with|without|on|at)\b", text)[0], scene.now("image"))
    if start and not re.match(r"\w+ (?:the|a|an)\b", text):
        return about(clause, scene) == "image"
    known = _THE_THING.match(text)
    if known and by_name(known.group(1), scene, "image", loosely=False):
        return about(clause, scene) == "image"
    return bool(_POINTED_BUT.search(text)) and refers(clause, scene, "image")


def changed(
    clause: Clause, scene: Scene, tools: Sequence[str], otherwise: Unsupported | None = None
) -> Found:
    """The pictures that are meant, by the first of these tools that is offered, else drawn anew from themselves."""
    indices = meant(_LIKE_ANOTHER.sub("", clause.bare), scene, "image")
    if isinstance(indices, Unclear):
        return indices
    if not indices:
        return WHICH
    based = _based_on(clause.bare, indices, scene)
    indices = list(dict.fromkeys(_as_it_is_now(clause.bare, one, scene) for one in based))
    return changed_ones(_with_the_others(clause, scene, indices), scene, tools, indices, otherwise)


def changed_ones(
    clause: Clause,
    scene: Scene,
    tools: Sequence[str],
    indices: Sequence[int],
    otherwise: Unsupported | None = None,
) -> Found:
    """These pictures with the change a clause tells, each by a call of its own."""
    tool = next((one for one in tools if scene.offers(one)), "")
    if not tool and not scene.takes("generate_image", "sourceImageIndex"):
        return otherwise or Unsupported("change pictures")
    steps = [one for index in indices[:8] for one in _changes(clause, scene, tool, index)]
    return side_by_side(steps[:8])


_A_PICTURE = re.compile(rf"\b(?:ones?|versions?|{KINDS['image']})\b|\bbefore\b|\bback\b", re.I)


def _as_it_is_now(text: str, index: int, scene: Scene) -> int:
    """For a picture that is spoken of by what it shows, the newest one that was made from it: nothing gets lost."""
    pointed = bool(
        pointer_in(text)
        or index in named(text, "image")
        or UPLOADED.search(text)
        or (index >= 0 and _A_PICTURE.search(text))
    )
    if pointed or scene.attached("image"):
        return index
    made = {
        i: one.arguments.get("sourceImageIndex")
        for one in scene.turn.past
        for k, i in one.made
        if k == "image"
    }
    newest = next((i for kind, i in scene.turn.recent if kind == "image"), index)
    at: object = newest
    for _ in range(len(made)):
        if at == index or not isinstance(at, int):
            break
        at = made.get(at)
    return newest if at == index else index


def _based_on(text: str, indices: list[int], scene: Scene) -> list[int]:
    """Those of several named pictures that are changed; the others are only referred to."""
    base = re.search(
        r"\b(?:into|onto|in|to|on)\s@?(?:image|picture|photo)\s?([-−]?\d+)$", text, re.I
    )
    if base and len(indices) > 1:
        return [number(base.group(1))]
    into = _PUT_INTO.match(text)
    place = by_name(into.group(1), scene, "image", loosely=False) if into else []
    if isinstance(place, list) and len(place) == 1:
        return place
    referring = r"\b(?:from|of|with|using|like|in) (?:the )?(?:image|picture|photo|second|first)\b"
    if _MIXED.match(text) or (len(indices) > 1 and re.search(referring, text, re.I)):
        return indices[:1]
    return indices


def _with_the_others(clause: Clause, scene: Scene, based: list[int]) -> Clause:
    """A wish to mix pictures with the words of those it is not based on: a call has a single source."""
    if not _MIXED.match(clause.bare):
        return clause
    every = meant(clause.bare, scene, "image")
    others = [one for one in every if one not in based] if isinstance(every, list) else []
    known = [scene.medium("image", index) for index in others]
    words = sentence_list([one.shown for one in known if one and one.prompt])
    return (
        Clause(f"{clause.text.rstrip('?')}, the other is {words}", clause.bare) if words else clause
    )


def _changes(clause: Clause, scene: Scene, tool: str, index: int) -> list[Step]:
    """One call; one for each version where the tool makes a single result."""
    if not tool:
        return [redrawing.redrawn(clause, scene, index)]
    count = values.count_in(clause.bare)
    items = counted_items(clause.bare)
    ways = _KINDS if items else ()
    words = sized_out(clause.text).strip(" ,.?")
    words = look_in(words) if tool == "apply_style" else words
    prompt = words if count == 1 else subject_of(change_in(clause)) or words
    prompt = f"add {_one_of(items, prompt)}" if items else prompt
    several = scene.takes(tool, "numberOfVariations")
    prompts = [branched(prompt, count, ways)] if several else apart(prompt, count, ways)
    arguments = {"sourceImageIndex": index, **count_of(clause), **values.size_in(clause.bare)}
    subject = f"image {index}"
    return [scene.call(tool, {"prompt": one, **arguments}, subject) for one in prompts]


def count_of(clause: Clause) -> dict[str, int]:
    count = values.count_in(clause.bare)
    return {"numberOfVariations": count} if count > 1 else {}


def _one_of(items: str, text: str) -> str:
    """The words for one of the things that are counted: "a hat" of "6 different hats for this guy"."""
    plain = re.sub(r"^(?:different|various) ", "", items, flags=re.I)
    return single(plain) + text.partition(plain)[2]
