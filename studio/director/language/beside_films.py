"""What is told in one breath with the order for a film: new music or a voice under it, words that stand on it."""

import re
from collections.abc import Sequence

from studio.director.language.joins import JOIN
from studio.director.language.motion_verbs import MOTION
from studio.director.language.music_words import GENRES, INSTRUMENT
from studio.director.language.quoting import MARKED, MARKS
from studio.director.language.vocabulary import FILM

WITH_NEW_SOUND = ", with the new music underneath"
"""Behind an order to join films: what is heard under them is made right before."""
ANY_MUSIC = "make calm background music"
"""For films that are joined "with music", where no song is there that may be meant."""

_NOUN = (
    r"(?:music|songs?|soundtracks?|tunes?|tracks?|melod(?:y|ies)|beats?|pieces?|jingles?|score|solos?|waltz|"
    r"shant(?:y|ies)|lullab(?:y|ies)|ballad|anthem)"
)
_NO_SOUND = (  # words that no new piece of music is told with
    r"(?!(?:the|this|that|these|those|my|our|your|his|her|their|its|it|them|both|same|no|and|with|without|put|add|lay|"
    r"play|use|have|then|a|an|some|to|of|in|on|under|over|for|between|by|from|at|as|into|after|before|"
    r"(?:cross-?)?fad(?:es?|ing)|dissolves?|wipes?|cuts?|transitions?)\b)"
)
_WHERE = (
    r"(?:(?: (?:playing|running|going))? (?:under(?:neath)?|beneath|below|behind|over|on|to|in|for)"
    r"(?: (?:it|them|both|that|everything|all of (?:it|them)|top|the (?:back(?:ground)?|whole (?:thing|film|video)|"
    r"(?:two |three )?(?:videos?|clips?|films?|result)))){0,2}|"
    r" as (?:(?:the|a) )?(?:background(?: music)?|soundtrack))"
)
_LENGTH = r"(?:,? (?:about |for )?\d{1,3}[ -]?(?:s|secs?|seconds?|min(?:ute)?s?)(?: long)?)"
_LINK = r"(?:, ?| )(?:(?:and|with|plus|also|then|w/|&) ){0,3}"
_DEED = r"(?:(?:put|add|lay|play|have|use|set|mix|give (?:it|them)) (?:in )?)"
_WHAT = (
    r"(?P<what>(?:some |an? (?:(?:bit|little) (?:of )?)?)?"
    rf"(?:{_NO_SOUND}[\w'&-]{{1,20}},? ){{0,5}}?"
    rf"(?:(?P<noun>{_NOUN})|(?:(?P<played>{INSTRUMENT})|(?P<style>{GENRES}))(?: (?P<named>{_NOUN}))?)\b)"
)
_SOUND = re.compile(
    rf"(?P<link>{_LINK})(?P<deed>{_DEED})?{_WHAT}(?P<where>{_WHERE})?(?P<length>{_LENGTH})?"
    r"(?: please| too| as well)*(?=$|[,.]| (?:and|with|then)\b)",
    re.I,
)
_ONLY_SOUND = re.compile(
    rf"(?:{_DEED}|with ){_WHAT}(?P<where>{_WHERE})?(?P<length>{_LENGTH})?(?: please| too| as well)*"
    r"(?:[.!,] ?(?:thanks?|thank you|many thanks|please|cheers|ta)\b.{0,30})?",
    re.I,
)
_VOICE = re.compile(
    rf"{_LINK}(?:(?:{_DEED}|record ))?(?P<voice>an?(?: [\w-]{{1,20}}){{0,3}}? (?:voice(?:[- ]?over)?|narrator|"
    rf"narration)),? (?:saying|that says|who says|which says|says?|reading|reads?|that reads):? ?(?P<said>{MARKED})"
    rf"(?:{_WHERE})?(?=$|[,.]| (?:and|with|then)\b)",
    re.I,
)
_PLACE = re.compile(
    r"\b(?:top|bottom|middle|cent(?:er|re)|corner|start|beginning|end|across|over|under(?:neath)?|"
    r"on (?:it|them|top))\b",
    re.I,
)
_LETTERS = re.compile(
    rf"(?P<link>{_LINK})(?P<deed>(?:put|write|add|place|stick|show|have|display|overlay) )?"
    r"(?P<what>(?:(?:the|an?) )?(?:(?:big|large|small|bold|white|black|yellow|red) ){0,2}"
    r"(?P<noun>(?:words?|text|titles?|captions?|headline|line|slogan|lettering)(?: (?:saying|that says|reading))?:? )?"
    rf"(?:{MARKED}|(?P<plain>(?-i:[A-Z0-9])[^,;:.\"]{{0,60}}?(?=(?: in \w+ letters)? (?:at|on|in|across|over|along) "
    r"the))))"
    r"(?P<where>(?: (?!(?:and|with|then|plus)\b)[\w'-]{1,20}){0,8})(?=$|[,.]| (?:and|with|then|plus)\b)",
    re.I,
)
_OF_ONE = re.compile(  # "the clip with loud music" is one of those that are joined
    r"\b(?:the|my|this|that) (?:[\w'-]{1,20} ){0,2}(?:one|clip|video|film|movie|shot|part|scene)$",
    re.I,
)
_DRAWN = re.compile(
    r"(?:draw|paint|sketch|generate|imagine|film|shoot|write|compose|design)\b|an? |some |"
    rf"(?:make|create|show|do)(?: me| us)? (?:an?|some) (?!(?:[\w-]{{1,20}} ){{0,3}}?{FILM})",
    re.I,
)
_PLACED = re.compile(
    r"(?:place|put|stick|add|append|attach|play|move|set|use) (?:it|this|that|(?:the|my|our) .{1,40}?) "
    r"(?:before|after|in front of|(?:at|on(?:to)?|to|in) the (?:end|start|beginning|front) of) "
    rf".{{0,24}}?\b(?:{FILM}|one\b)",
    re.I,
)
_MOVED = re.compile(
    r"(?:animate(?! (?:an?|some) (?:picture|photo|image|drawing|painting|portrait)s? of)|"
    r"bring .{1,60}? (?:to life|alive))\b|"
    rf"(?:make|let|have) (?:it|this|that|them|him|her|both|all|these|those|(?:the|my) [\w' -]{{1,40}}?) {MOTION}\b|"
    rf"(?:turn|make) (?:it|this|that|them|both|all|these|the|my|each)\b.{{0,60}}? into .{{0,24}}?{FILM}|"
    rf"(?:make|create) (?:(?:short|little|small|some) ){{0,2}}{FILM} (?:from|of|out of) "
    r"(?:both|all|these|those|the|my|each)",
    re.I,
)


_JOINS_THEM = re.compile(r"\b(?:join|merge|stitch|combine|connect|put|splice|cut)\w* them\b", re.I)
_THEM = re.compile(
    r"(?<=^animate )them\b|(?<=^bring )them\b|(?<=^turn )them\b|(?<=^make )them\b", re.I
)
_ANY_MUSIC = re.compile(r"(?:background )?music", re.I)
_SOME_MUSIC = re.compile(r"^(?:some |an? )(?:background )?(?:music|soundtrack|song|track)\b", re.I)


def told_apart(parts: Sequence[str]) -> list[str]:
    """The deeds with what is to be heard under films, or read on them, as deeds of their own.

    What is heard under films that are joined comes before the joining, which takes it in.
    """
    found: list[str] = []
    for place, part in enumerate(parts):
        if _MOVED.match(part) and any(_JOINS_THEM.search(one) for one in parts[place:]):
            part = _THEM.sub("all of them", part)
        joined = _joined_at(found)
        heard = _heard_alone(part) if joined is not None else ""
        if heard and joined is not None:
            found[joined] += WITH_NEW_SOUND
            found.insert(joined, heard)
            continue
        found += _apart(part)
    return found


def _joined_at(parts: Sequence[str]) -> int | None:
    """Where films are joined last, with nothing under them yet; None behind anything but words that stand on them."""
    for place in range(len(parts) - 1, -1, -1):
        if JOIN.search(parts[place]) and not _DRAWN.match(parts[place]):
            return None if WITH_NEW_SOUND in parts[place] or _heard_already(parts[place]) else place
        if not MARKS.search(parts[place]):
            return None
    return None


def _heard_alone(part: str) -> str:
    """The order for what is to be heard, where a deed is nothing else."""
    voiced, sound = _VOICE.fullmatch(f", {part}"), _ONLY_SOUND.fullmatch(part)
    return _voiced(voiced) if voiced else _made(sound) if sound else ""


def _voiced(told: re.Match[str]) -> str:
    return f"{told['voice']} saying {told['said']}"


def _heard_already(part: str) -> bool:
    return bool(re.search(rf"\b(?:the|that|this|my) (?:[\w-]+ ){{0,2}}{_NOUN}\b", part, re.I))


def _apart(part: str) -> list[str]:
    joins = bool(JOIN.search(part))
    if _DRAWN.match(part) or not (joins or _MOVED.match(part) or _PLACED.match(part)):
        return [part]
    before: list[str] = []
    behind: list[str] = []
    if voiced := _VOICE.search(part):
        part = _without(part, voiced)
        if joins:
            before.append(_voiced(voiced))
        else:
            behind += [_voiced(voiced), "put the voice under it"]
    if lettered := _first_letters(part):
        part = _without(part, lettered)
        behind.append(f"{lettered['deed'] or 'put '}{lettered['what']}{lettered['where']}")
    sound = None if voiced else _first_sound(part)
    if sound:
        part = _without(part, sound)
        if joins:
            before.append(_made(sound))
        else:
            behind.insert(0, f"add {_piece(sound)} under it")
    if before:
        part += WITH_NEW_SOUND
    return [*before, part, *behind]


def _without(part: str, cut: re.Match[str]) -> str:
    return f"{part[: cut.start()]}{part[cut.end() :]}".strip(" ,.")


def _first_letters(part: str) -> re.Match[str] | None:
    """Words that are to stand on the film: ordered, called words, or told where."""
    for one in _LETTERS.finditer(part):
        placed = one["link"].strip() and _PLACE.search(one["where"])
        told = one["deed"] and placed if one["plain"] else one["deed"] or one["noun"] or placed
        if one.start() and told:
            return one
    return None


def _first_sound(part: str) -> re.Match[str] | None:
    for one in _SOUND.finditer(part):
        told = one["link"].strip(" ,") or one["deed"] or ("," in one["link"] and one["where"])
        known = one["noun"] or one["named"] or one["where"] or one["played"]
        if one.start() and told and known and not _OF_ONE.search(part[: one.start()]):
            return one
    return None


def _piece(told: re.Match[str]) -> str:
    """What is to be made, said with its noun."""
    noun = "" if told["noun"] or told["named"] else " music"
    return f"{told['what']}{noun}{told['length'] or ''}"


def _made(told: re.Match[str]) -> str:
    piece = _piece(told)
    if _ANY_MUSIC.fullmatch(piece):
        return ANY_MUSIC
    return f"make {_SOME_MUSIC.sub('calm background music', piece)}"
