"""A request cut into clauses, one deed each; what stands in quotes is kept whole."""

import re
from dataclasses import dataclass

from studio.director.language.arrows import arrows_read
from studio.director.language.beside_films import told_apart
from studio.director.language.lists import rows_of
from studio.director.language.one_deed import together
from studio.director.language.orders import SEPARATOR, order_first
from studio.director.language.politeness import plain
from studio.director.language.quoting import MARKS, masked
from studio.director.language.song_times import without_times
from studio.director.language.variations import as_versions
from studio.director.language.vocabulary import FILM, VERB
from studio.director.language.words_on_films import words_apart

MOST_CLAUSES = 12
MOST_OF_A_TIME = 80  # letters of "use the chorus, which is at 0:45"
_EDGES = " .,;:!?()"
MOST_PARTS = 48  # several may be one clause
_ONLY_QUOTED = re.compile(r"[\s,.:]*(?:\u2983\d+\u2984[\s,.!]*)+")

_NOUN = r"(?:videos?|clips?|films?|movies?|songs?|tracks?|music|pictures?|images?|photos?|subtitles?|captions?)"
_OBJECT = (
    r"(?:it|this|that|them|him|her|these|those|both|all|each|everything|one|the|my|its|their|image|picture|photo|"
    r"video|clip|film|audio|song)\b"
)
# verbs that begin a deed of their own after "and" or a comma
_DEED = (
    rf"(?:animat(?:e|ing)|stitch|join|merge|concatenate|splice|upscale|enlarge|extend|lengthen|subtitle|caption|"
    rf"overlay|restyle|"
    rf"(?:do|make) the 3-?d\b|model (?:it|him|her|this|that)\b|do (?:the|that) (?:exact )?same(?: thing)? (?:with|"
    rf"to|for|on)\b|"
    rf"(?:pick|choose)(?= (?:the|your|one)\b)|orbit|segment|colou?ri[sz]e|vectori[sz]e|restore)\b"
    rf"|(?!(?:use|take)\s(?:the |its )(?:(?:first|last|second|third|big) )?(?:chorus|drop|verse|bridge|hook|"
    rf"refrain|intro|"
    rf"outro|solo)\b)"
    rf"(?!turn\s(?:my|his|her|its|their)\s(?:head|face|body|back|eyes?))(?:combine|crop|mask|select|isolate|"
    rf"extract|loop|convert|transform|change|replace|turn|cut|use|refine|"
    rf"sharpen|enhance|polish|brighten|"
    rf"darken|furnish|stage|decorate|dress|style|give|take|rotate|repeat|redo|continue|describe|bring|put)"
    rf"\s(?:out\s|up\s)?{_OBJECT}"
    r"|(?:stick|string|tape|glue|sew|cut|edit|put)\s(?:them|these|those|both|all(?: of them)?|everything|the\s\w+)\s"
    r"together\b"
    r"|(?:stick|place|attach|append|tack|glue)\s(?:it|this|that)\s(?:before|after|in front of|(?:at|on(?:to)?|to|in) "
    r"the (?:very )?(?:end|start|beginning|front|back) of)\b"
    rf"|add\s(?:(?:a|an|the|some|my)\s)?(?:\w+\s)?(?:subtitles?|captions?|titles?|text|music|songs?|soundtrack|"
    rf"watermark|logo|"
    rf"overlay|voice\w*|narration|\d+|five|ten|three)\b"
    rf"|put\s(?:(?:a|an|the|some|my)\s)?(?:\w+\s)?(?:subtitles?|captions?|title|text|music|song|logo|watermark)\b"
    rf"|an?\s(?:[\w-]+\s){{0,2}}(?:song|tune|melody|jingle|soundtrack)\s(?:to\sgo\s(?:along\s)?with|for|about)\s(?:it|"
    rf"that|this|them)\b"
    rf"|an?\s(?:music\s)?(?:video|film|clip)\s(?:of|for|from|with|to)\s(?:it|that|this|them|the\ssong)\b"
    rf"|remove\s(?:the\s|its\s|their\s)?(?:\w+\s)?background|make\s(?:it|him|her|them|this|that|each|both|the|"
    rf"these|all)\b"
    rf"|(?:make|create|generate|draw|paint|compose|write|produce|render)\s(?:me\s)?(?:an?|the|some|another|two|"
    rf"three|"
    rf"four|five|six|\d+)\s(?:[\w-]+\s){{0,4}}?(?:{_NOUN}|lyrics|script|model|melody|beat|jingle|portrait|"
    rf"drawing|painting|poster|cover|voice\w*)\b"
)
_THEN = (
    r"(?:\s?[,;.!]?\s?\b(?:and\s|but\s)?(?:then|after(?:wards?| that| this)|(?:(?<=and )|(?<=, )|(?<=\. ))next|"
    r"finally|lastly|after which|from "
    r"there|"
    r"(?:once|when(?:ever)?|as soon as|after) (?:(?:that|it|this|everything|the (?:picture|image|photo|drawing|clip|"
    r"video|film|"
    r"song))(?:['’]s| is| has been)? (?:all )?(?:done|ready|finished|made|complete|there)|(?:(?:you|u|we)(?:['’]re|"
    r" are) )?"
    r"(?:done|finished|ready)(?: with (?:it|that|this))?|(?:you|u|we|i)(?:['’]ve| have)?(?: (?:got|made|drawn|"
    r"painted|created|"
    r"finished|done|have))? (?:it|that|this|the (?:picture|image|photo|drawing|clip|video|film|song)))|"
    r"as a (?:next|last|final) step)\b(?!-| to\b)[\s,:]{0,3})"
)
_STRONG = re.compile(
    rf"{_THEN}|\s?;\s?|\s?(?:→|->|=>)\s?|\n+\s?(?:[-*•]|\d+[.)])\s?|\n{{2,}}", re.I
)
_WEAK = re.compile(
    rf"(?:\s?,\s?(?:and\s)?(?:also\s)?|\s(?:and|&|plus)\s(?:also\s)?|\s?[.!?]\s(?:and\s)?(?:also\s|"
    rf"please\s)*)"
    rf"(?:please\s)?(?=(?:{_DEED}))",
    re.I,
)
_NO_PLACE = (
    r"(?! (?:frame|one|two|three|few|second|image|picture|photo|video|clip|song|version)s?\b| \d)"
)
_OPENING = re.compile(
    rf"^(?:{_THEN}|\s?(?:first(?:ly)?{_NO_PLACE}|step \d|\d+[.)]|[-*•])[\s,:]+)", re.I
)
_REPLACED = re.compile(r"^replace (?:it|that|this|them) (?:with|by)\b", re.I)
_MADE_NEW = re.compile(r"\b(?:is|are|looks?|redo|replace|fix|re-?shoot|regenerate|remake)\b", re.I)
_INSTEAD = re.compile(
    r"^(?:make|have|let|redo|replace|fix|change)\s(?:it|that|this|her|him|them)\b", re.I
)
_SIDE = r"(?:image|picture|photo) [-−]?\d+ (?:is|as|shows) (?:the )?(?:front|left|back|right)(?: side| view)?"
_A_SIDE = re.compile(
    rf"{_SIDE}(?:,? (?:and )?{_SIDE}){{0,3}}", re.I
)  # for a model that is ordered next
_MODIFIES = re.compile(
    r"^(?:make|keep|let|have|render|do|give|use)\s(?:it|them|this|each|both|the (?:video|clip|film|song|picture|"
    r"image))?\s?"
    r"(?:be\s)?(?:in\s|at\s|about\s|last\s|a\s)?(?:an?\s)?"
    r"(?:(?!3d|\d{1,2}k\b|\d{3,4}p\b)\d[\w.:x×]*|half a minute|(?:five|six|eight|ten|fifteen|twenty|thirty) "
    r"seconds|square|vertical|horizontal|"
    r"portrait|"
    r"(?:tall|high|narrow|wide|broad|wider than (?:tall|high)|taller than wide)(?: (?:like|as) an? [\w -]{2,30})?|"
    r"landscape|widescreen|silent|for (?:tik ?tok|youtube|instagram))(?:\s(?:seconds?|s|secs?|long|format|"
    r"each|in length|"
    r"pixels|px|mode|orientation))*\s?$",
    re.I,
)
_LOOKS_LIKE = re.compile(  # how a new picture is to look belongs to it
    r"^(?:make|have|let) (?:it|them) (?:be )?(?:look(?:ing)? )?(?=(?:like|as if|in the style of|in an? .{1,40} "
    r"style)\b)",
    re.I,
)
_NEW_THING = re.compile(
    r"(?:(?:draw|paint|make|create|generate|show|design|sketch)(?: me)? )?(?:(?:an?|some|two|three|four|\d)\b|"
    r"(?:pic|picture|image|photo|portrait|poster|drawing|painting)s? of\b)",
    re.I,
)
_OF_A_FILM = re.compile(
    rf"(?:{VERB} (?:me )?)?(?:an?|another) (?:[\w-]{{1,24}} ){{0,4}}?{FILM}\b|(?:film|shoot|animate)\b",
    re.I,
)
_SHARP = re.compile(  # how fine a film is to be; a picture is enlarged in a deed of its own
    r"^(?:make|keep|render|do) (?:it|this|them) (?:in )?(?:(?:4|8|2)k|u?hd|full hd|\d{3,4}p)$", re.I
)
_A_PROMPT = re.compile(r"^(?:take|use|get) (?:this|that|my|the) (?:[\w-]+ )?prompt$", re.I)
_SHAPES = dict.fromkeys(("tall", "high", "narrow"), "tall format") | dict.fromkeys(
    ("wide", "broad"), "wide format"
)
_COMMAND = re.compile(r"^\w+\s(?:it|them|this|each|both)?\s?", re.I)
_ONLY_MEDIUM = re.compile(
    rf"^(?:the\s)?(?:(?:first|second|third|fourth|last)\s(?:one|{_NOUN})|(?:image|picture|photo|video|clip|film|"
    rf"audio|song)"
    rf"\s?#?[-−]?\d+)(?:,? (?:with|by|as|in|into) [^,]{{1,60}})?$",
    re.I,
)


@dataclass(frozen=True)
class Clause:
    """One deed: `text` as it was said without the asking around it; `bare` without what is quoted.

    `listed`: it is a row of a list, alone on it.
    """

    text: str
    bare: str
    quotes: tuple[str, ...] = ()
    listed: bool = False

    @property
    def quote(self) -> str:
        return self.quotes[0] if self.quotes else ""


def clauses_of(text: str) -> list[Clause]:
    """The deeds of a request in the order they were said."""
    text, quotes = masked(text)
    rows = rows_of(arrows_read(text))
    parts: list[str] = []
    listed: list[bool] = []
    for row in rows:
        before = len(parts)
        for part in _STRONG.split(_OPENING.sub("", row.strip()))[:MOST_PARTS]:
            ordered, _, pointing = order_first(part).partition(SEPARATOR)
            for place, clause in enumerate(_deeds(ordered)):
                deed = as_versions(plain(_OPENING.sub("", clause)))
                if place and parts and _LOOKS_LIKE.match(deed) and _NEW_THING.match(parts[-1]):
                    parts[-1] += f", {_LOOKS_LIKE.sub('', deed)}"
                    continue
                _append(parts, f"{deed}{SEPARATOR}{pointing}" if pointing and not place else deed)
        parts[before:] = told_apart(parts[before:])
        fresh = len(parts) - before
        listed += [len(rows) > 1 and fresh == 1] * fresh
    told = list(zip(parts, listed, strict=True))[:MOST_CLAUSES]
    return [_clause(part, quotes, listed=alone) for part, alone in told]


_GONE_BACK = re.compile(  # "back to the lighthouse, at night": what is meant, before what is wanted of it
    r"(?:(?:go|come) )?back to (?:the|my|that|image|picture|number)"
    r"(?: (?!(?:and|then|but)\b)[\w'-]{1,20}){1,5}(?=, (?!(?:an? )?(?:[\w-]+ ){1,3}(?:poster|drawing|painting|sketch|"
    r"print|art|cover|logo|photo|picture|sign|card|illustration|design)s?\b))",
    re.I,
)


def _deeds(told: str) -> list[str]:
    """What is cut at a comma or an "and" before another deed."""
    gone = _GONE_BACK.match(told)
    deeds = _WEAK.split(told[gone.end() :].lstrip(" ,") if gone else told)[:MOST_PARTS]
    deeds = [one for deed in deeds for one in words_apart(deed)]
    return [gone.group(), *deeds] if gone else deeds


def _append(parts: list[str], clause: str) -> None:
    """A new deed, or more about the one before it."""
    if parts and (whole := _with_its_object(parts[-1], clause) or _with_its_way(parts[-1], clause)):
        parts[-1] = whole
    elif clause:
        parts.append(clause)


def _with_its_object(deed: str, clause: str) -> str:
    """A deed with what it is done to, or is planned or done besides; empty where the clause is none of that."""
    if _A_SIDE.fullmatch(deed) and "3d" in clause.lower():
        return f"{clause}: {deed}"
    if _A_SIDE.fullmatch(deed) and _A_SIDE.fullmatch(clause):
        return f"{deed}, {clause}"
    if MARKS.search(deed) and _ONLY_QUOTED.fullmatch(clause):
        return f"{deed} {clause}"
    if _MOVED.match(deed) and _LOOPED.match(clause):
        return deed + _LOOPED.sub(", ending as it begins", clause)
    told, mark, pointing = deed.partition(SEPARATOR)
    if together(told, clause):
        return f"{told}, {clause}{mark}{pointing}"
    if _only_times(clause):
        return f"{deed}, {clause}"
    if clause and _PLANNED.match(deed) and not _OF_THE_PLAN.match(clause):
        return f"{deed}, then {clause}"
    if _DONE_BY_THEM.match(clause) and _of_several(deed):
        return f"{deed} and {clause}"
    return ""


def _with_its_way(deed: str, clause: str) -> str:
    """A deed with how it is done, and with what; empty where the clause is none of that."""
    if _MODIFIES.match(clause) or (_SHARP.match(clause) and _OF_A_FILM.match(deed)):
        told = _COMMAND.sub("", clause).strip()
        return f"{deed}, {_SHAPES.get(told.lower(), told)}"
    timed = re.search(r"\bseconds?\b|\d\s?(?:s|secs?)\b", deed, re.I)
    if (
        _ONLY_MEDIUM.match(clause)
        or (_A_PROMPT.match(deed) and MARKS.search(clause))
        or (timed and _REPLACED.match(clause))
        or (timed and _MADE_NEW.search(deed) and _INSTEAD.match(clause))
    ):
        return f"{deed} and {clause}"
    return ""


def _only_times(clause: str) -> bool:
    """Whether it tells when something of a song is and nothing else."""
    return 0 < len(clause) < MOST_OF_A_TIME and not without_times(clause).strip(_EDGES)


_MOVED = re.compile(
    r"(?:animate|bring|make|let|have) (?:the|my|his|her|it|this|that|them|him)\b", re.I
)
_LOOPED = re.compile(r"^(?:loop it|make it (?:a )?loop(?:ing)?)(?=$|,)", re.I)


_PLANNED = re.compile(  # all that follows is planned, not done
    rf"(?:{VERB} (?:me |us )?)?(?:an? |the )?(?:[\w-]{{1,24}} ){{0,3}}?(?:plan|work-?flow|pipeline)s? (?:for|to|"
    rf"of|that|"
    r"which|where)\b(?! (?:it|that|this|all)\b)|plan (?:me |us |out )?(?:an?|my|our|the|two|three|four|five) ",
    re.I,
)
_OF_THE_PLAN = re.compile(
    r"(?:run|start|begin|save|keep|store|call|show|name) (?:it|this|that|the)\b", re.I
)
_DONE_BY_THEM = re.compile(r"(?:furnish|stage|decorate|dress|style) ", re.I)
_ORDERED = re.compile(
    rf"{VERB}\b|(?:{_DEED})|\w+ (?:(?:up|out|off|down) )?(?:it|this|that|the|my|our|him|her|them|all|every)\b",
    re.I,
)
_ONE = re.compile(r"(?:an?|one|this|that|my|our|your)\s(?!.{0,80}\sand\s)", re.I)
_SHOWN = re.compile(r"\b(?:pictures?|photos?|images?|pics?)\b|\brooms?$", re.I)


def _of_several(deed: str) -> bool:
    """Whether somebody does something in it, so that "and decorate the tree" tells what else they do."""
    return not (_ORDERED.match(deed) or _ONE.match(deed) or _SHOWN.search(deed))


def clause_of(text: str) -> Clause:
    """A text as one clause."""
    text, quotes = masked(text)
    return _clause(as_versions(plain(text)), quotes)


def _clause(marked: str, quotes: list[str], *, listed: bool = False) -> Clause:
    used = tuple(quotes[int(place)] for place in MARKS.findall(marked))
    said = marked.partition(SEPARATOR)[0]
    text = MARKS.sub(lambda found: f'"{quotes[int(found.group(1))]}"', said)
    bare = " ".join(MARKS.sub(" ", marked.replace(SEPARATOR, ", ")).split())
    return Clause(
        " ".join(text.split()) if not any("\n" in q for q in used) else text, bare, used, listed
    )
