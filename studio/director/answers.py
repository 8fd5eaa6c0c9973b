"""A short answer to what the director had asked, put into the request the question was about."""

import re
from collections.abc import Callable
from dataclasses import replace

from studio.director.families.pictures.pictures import FOR_WHAT
from studio.director.families.pictures.relettering import ONE_FONT
from studio.director.families.unclear_changes import (
    COLOUR_NAMED,
    WHICH_AND_COLOUR,
    WHICH_COLOUR,
)
from studio.director.language.clauses import clauses_of
from studio.director.language.continuing import bared
from studio.director.language.handing_over import hands_over
from studio.director.language.values import COUNTS
from studio.director.reading import Turn
from studio.director.references.kinds import kinds_named
from studio.director.references.pointing import ONLY_POINTS

_WORDS_ASKED = re.compile(r"\b(say|words|text|title)\b[^.!?]{0,200}\?", re.I)
_ABOUT_ASKED = re.compile(
    r"^What should (?:the )?(it|film|picture|music|song|script|plan)\b.*\?", re.I
)
_MADE_FIRST = re.compile(r"^There is no (image|video|audio) yet\..{0,80}shall I make it first\?$")
_A = {"image": "a picture", "video": "a film", "audio": "a piece of music"}
_KIND_ASKED = {"film": "video", "music": "audio", "song": "audio"}
_ONLY_ONE = re.compile(r"\bThere is only (?P<one>\w+ [-−]?\d+)\b.*\bDo you mean that one\?$", re.S)
_POINTER = re.compile(
    r"\b(?:image|picture|photo|video|clip|film|song|audio|number) ?#?[-−]?\d+|\bthe (?:first|second|third|fourth|fifth|"
    r"other|left|right|middle)(?: (?:one|image|picture|photo|version|video|clip|film|song))?\b",
    re.I,
)
_MOVE_OR_CHANGE = re.compile(r"\bshall it move\b|\bwhether it should move\b", re.I)
_NEW_OR_CHANGED = re.compile(
    r"^Shall I make a new picture of “(?P<word>[^”]{1,60})”, or change (?P<which>\w+ \d+)\?"
)
_OFFERED = re.compile(
    r"\b(?:shall|should|may|can) I\b[^?]{0,120}\?|\bdo you want me to\b[^?]{0,120}\?", re.I
)
_SONG_ASKED = re.compile(r"\bI need the song\b", re.I)
_NUMBER_ASKED = re.compile(r"\bhow many\b.{0,200}\?", re.I)
_COUNT = re.compile(
    rf"(?:just |only )?(\d{{1,2}}|{'|'.join(COUNTS)})(?: of them)?(?: please)?", re.I
)
_YES = re.compile(
    r"(?:(?:yes|yeah|yep|yup|ya|sure|ok|okay|please|pls|(?:yes )?do|do (?:it|that|so)|go ahead|go for it|of course|"
    r"absolutely|definitely|make it(?: first)?|make one(?: first)?|you make it|first|ja|gerne?|bitte|mach das|oui|"
    r"vas-y|d['’]accord|sí|si|sì|claro|vale|dale|certo|va bene)[\s,.!]{0,3}){1,5}",
    re.I,
)
_MOVE = re.compile(
    r"(?:(?:yes|yeah|ok|sure|please)[\s,]{1,2})?(?:let it |it should |it shall |make it )?(?:move|animate)"
    r"(?: it)?(?:,? please)?",
    re.I,
)
_NEW = re.compile(
    r"(?:(?:make |draw )?(?:an? |the )?)?(?:new|first)(?: (?:one|picture|image))?(?:,? please)?|(?:draw|make) it",
    re.I,
)
_CHANGED = re.compile(
    r"(?:(?:the )?(?:second|latter|other)(?: one)?|change(?: it| that| the \w+| image \d+)?)(?:,? please)?",
    re.I,
)
_DONE_TO_IT = re.compile(  # another order, and no words to be said or written
    r"^(?:mix|put|add|lay|play|use|blend) the [\w-]+ (?:in|on|under|over|to|with|into|behind)\b(?!.*\")|"
    r"^(?:put|turn|make|use|change|animate) (?:it|that|this|them) (?:(?:in)?to|over|under|with|on|as)\b(?!.*\")",
    re.I,
)
_LEADS_ELSEWHERE = re.compile(
    r"^(?:(?:hm+|um+|uh|well)[\s,.]*)?(?:not sure|no idea|idk|dunno|i don['’]?t know)\b|"
    r"^(?:no|never|stop|cancel|forget|make|create|draw|generate|animate|write|show|give|what|who|how|why|it|surprise|"
    r"anything|something|whatever)\b",
    re.I,
)


def with_answer(turn: Turn) -> Turn:
    """The turn with the whole request where the newest message only answers a question; else the turn as it is."""
    if not turn.question or not turn.earlier:
        return turn
    given = {kind for kind, _ in turn.attached}
    if given == {"audio"} and _SONG_ASKED.search(turn.question) and hands_over(turn.text):
        return replace(turn, text=turn.earlier[-1].strip())
    if not turn.text:
        return turn
    for answered in _ANSWERS:
        text = answered(turn.text.strip(), turn.question, turn.earlier[-1].strip())
        if text:
            return replace(turn, text=text)
    return turn


def _its_words(answer: str, question: str, wish: str) -> str:
    """What a title, a speech or subtitles are to say."""
    if (
        not _WORDS_ASKED.search(question)
        or _MOVE_OR_CHANGE.search(question)
        or _NEW_OR_CHANGED.match(question)
        or len(clauses_of(answer)) != 1
        or re.match(r"^(?:no|never|stop|cancel|forget)\b", answer, re.I)
        or _DONE_TO_IT.match(answer)
    ):
        return ""
    quoted = '"' in answer or "“" in answer or "-->" in answer
    return f"{wish} {answer}" if quoted else f'{wish}: "{answer}"'


def _its_subject(answer: str, question: str, wish: str) -> str:
    """What a picture, a film or a song is to be of."""
    about = _ABOUT_ASKED.search(question)
    if about is None or not _is_a_thing(answer):
        return ""
    if _YES.fullmatch(wish.strip(" .!?")):
        return f"make {_A[_KIND_ASKED.get(about.group(1).lower(), 'image')]} of {answer}"
    links = {"plan": "for", "film": "of", "picture": "of", "it": "of"}
    return f"{wish.rstrip(' .!?')} {links.get(about.group(1), 'about')} {answer}"


def _what_for(answer: str, question: str, wish: str) -> str:
    """A logo, a poster …, and how it is to look, of "something for my shop"; a poster where they leave it open."""
    if question != FOR_WHAT.question:
        return ""
    named = re.search(r"\b(logo|poster|flyer|picture|banner|sign|card|menu)\b", answer, re.I)
    look = bared(re.sub(rf"\b(?:an? )?{named.group()}\b", "", answer) if named else answer)
    open_ = re.match(
        r"(?:idk|i don['’]?t know|dunno|whatever|anything|you (?:choose|decide)|surprise me)",
        answer,
        re.I,
    )
    if not named and not open_:
        return ""
    look = "" if open_ and re.match(r"(?:whatever|anything|you|surprise)", look, re.I) else look
    thing = re.sub(r"^.*?\b(?:something|anything|sth)(?: \w+)? for ", "", wish, flags=re.I).rstrip(
        " .!?"
    )
    return f"make a {named.group() if named else 'poster'} for {thing}{f', {look}' if look else ''}"


def _of_letters(answer: str, question: str, wish: str) -> str:
    """How the letters are to be, where nothing but that was asked: "bigger", "in red", "at the top"."""
    told = answer.strip(" .!?")
    if question != ONE_FONT.question or len(told.split()) > 5 or _LEADS_ELSEWHERE.match(told):
        return ""
    return (
        told
        if re.search(r"\b(?:letters?|title|text|words?)\b", told, re.I)
        else f"the title {told}"
    )


def _an_option(answer: str, question: str, wish: str) -> str:
    """One of the things a question lists: "rasputin" of "which dance: rasputin, … or chanel?" """
    listed = question.partition(":")[2].rstrip("? ")
    options = (
        [one.strip().lower() for one in re.split(r",| or ", listed)] if len(question) < 1000 else []
    )
    said = re.sub(r"^(?:the|maybe|then|ok|please) |,? please$", "", answer.strip(" .!").lower())
    return f"{wish.rstrip(' .!?')} {answer}" if len(options) > 1 and said in options else ""


def _new_or_changed(answer: str, question: str, wish: str) -> str:
    """ "New" or "change it", where one word could be a picture of its own or a change."""
    asked = _NEW_OR_CHANGED.match(question)
    plain = answer.strip(" .!?")
    if asked and (_NEW.fullmatch(plain) or _YES.fullmatch(plain)):
        return f"draw a picture of {asked['word']}"
    if asked and _CHANGED.fullmatch(plain):
        return f"change {asked['which']}: {asked['word']}"
    return ""


def _moved_or_changed(answer: str, question: str, wish: str) -> str:
    """ "Move", or the part of a picture that is to be different."""
    if not _MOVE_OR_CHANGE.search(question):
        return ""
    plain = answer.strip(" .!?")
    if _CHANGED.fullmatch(plain):
        return "change it"
    return "animate it" if _MOVE.fullmatch(plain) or _YES.fullmatch(plain) else ""


def _made_first(answer: str, question: str, wish: str) -> str:
    """What is to be drawn, before what was wanted of a picture that is not there."""
    asked = _MADE_FIRST.match(question)
    if asked is None:
        return ""
    if _YES.fullmatch(answer.strip(" .!?")):
        return f"make {_A[asked.group(1)]}"
    if asked.group(1) != "image":
        return ""
    thing = re.sub(r"^(?:draw|paint|make|create|generate) (?=an? |some |the )", "", answer)
    named = re.match(r"(?:an?|some|two|three|the|my)\s\w", thing, re.I)
    return f"draw {thing.rstrip(' .!?')}, then {wish}" if named and _is_a_thing(thing) else ""


def _its_colour(answer: str, question: str, wish: str) -> str:
    """The colour that was asked for, and of which picture."""
    told = COLOUR_NAMED.search(answer) if len(answer.split()) < 8 else None
    if told is None or question not in (WHICH_COLOUR.question, WHICH_AND_COLOUR.question):
        return ""
    which = _POINTER.search(answer)
    where = f" in {which.group()}" if which else ""
    return f"{wish.rstrip(' .!?')} to {told.group()}{where}"


def _how_many(answer: str, question: str, wish: str) -> str:
    """A number, where nothing but a number was asked for."""
    told = _COUNT.fullmatch(answer.strip(" .!")) if _NUMBER_ASKED.search(question) else None
    return f"{told.group(1)} versions of {_counted_out(wish)}" if told else ""


def _counted_out(wish: str) -> str:
    """A wish without the vague number of versions it spoke of."""
    return re.sub(
        r"^(?:(?:make|create|draw|show|give)\s(?:me\s)?)?(?:(?:some|a few|several|different|more)\s){0,2}"
        r"(?:(?:versions?|variations?|pictures?|images?|options?)\s(?:of|with)\s)?",
        "",
        wish,
        flags=re.I,
    )


def _agreed(answer: str, question: str, wish: str) -> str:
    """A plain yes to what somebody offered to do: the request it was offered for."""
    offered = _OFFERED.search(question)
    return wish if offered and _YES.fullmatch(answer.strip(" .!?")) else ""


def _the_only_one(answer: str, question: str, wish: str) -> str:
    """A yes to the one there is, in the place of one there is not: "animate the second picture"."""
    asked = _ONLY_ONE.search(question)
    if asked is None or not _YES.fullmatch(answer.strip(" .!?")):
        return ""
    told = _POINTER.sub(asked["one"], wish, count=1)
    return told if told != wish else f"{wish.rstrip(' .!?')} {asked['one']}"


def _which(answer: str, question: str, wish: str) -> str:
    """The medium that was asked for, and nothing else."""
    if not ONLY_POINTS.match(answer) or _NEW_OR_CHANGED.match(question):
        return ""
    wish = re.sub(r"\b(image|video|audio|picture|photo|clip|song)\s?#?[-−]?\d+", r"\1", wish)
    known = f"number {answer}" if re.fullmatch(r"[-−]?\d+", answer) else answer
    return f"{wish} {known}"


def _is_a_thing(text: str) -> bool:
    """Whether an answer only names something, without an order and a noun of its own."""
    if len(text.split()) > 16 or len(clauses_of(text)) != 1 or kinds_named(text):
        return False
    return not _LEADS_ELSEWHERE.match(text.strip())


_ANSWERS: tuple[Callable[[str, str, str], str], ...] = (
    _what_for,
    _of_letters,
    _its_colour,
    _its_words,
    _its_subject,
    _new_or_changed,
    _moved_or_changed,
    _made_first,
    _how_many,
    _an_option,
    _agreed,
    _the_only_one,
    _which,
)
