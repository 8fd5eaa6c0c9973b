"""What was written once more, with a change; and lyrics sung."""

import re

from studio.director.families.once_more.newest import newest_deed
from studio.director.families.once_more.remake_words import AGAIN, kept
from studio.director.language import values
from studio.director.language.clauses import Clause
from studio.director.language.continuing import bared, order_from
from studio.director.language.subjects import without_length
from studio.director.plan import Found, Scene, Unsupported, short
from studio.director.reading import Past
from studio.director.references.kinds import kinds_named

TEXTS = ("compose_lyrics", "compose_instrumental", "compose_script")
_SUNG = re.compile(
    r"^(?:(?:make|do|create|record|play|turn|let me hear|i want|give me) )?(?:it |that |this |them |those |the lyrics |"
    r"the song |a song |me )?(?:(?:in)?to |as |with |from |out of |of )?(?:an? |the )?(?P<style>(?:[\w&-]{2,20} "
    r"){0,3}?)"
    r"(?:songs?|tracks?|ballads?|anthems?|lullab(?:y|ies))(?: (?:from|of|out of|with|using) (?:it|that|them|"
    r"(?:these|those|the) (?:lyrics|words)))?$|^(?:sing|record|perform) (?:it|that|them|the lyrics|the song)?"
    r"(?: (?:as|in) (?P<as>[\w& -]{3,40})| (?P<how>[a-z]{3,12}ly))?$",
    re.I,
)
_PART = re.compile(
    r"^(?:add |with |give it |and )?(?:(?:another|one more|an?|more|no|without|two|three|four|\d) )(?:\w+ )?"
    r"(?:verses?|choruse?s?|bridge|rhymes?|lines?|scenes?|jokes?|intro|outro|refrain|ending|dialogue)\b.{0,60}$",
    re.I,
)
_TOLD = re.compile(
    r"^(?:(?:please|and|also) )*(?:(?:mention|include|talk about|speak of|leave out|put in|start with|end with|"
    r"begin with|call (?:her|him|"
    r"it)) .{2,60}|(?:it|she|he|they|the \w+) (?:should|must|has to|needs to) .{2,60}|(?:make|have) (?:the|its) "
    r"(?:(?:first|second|third|last) )?"
    r"(?:verses?|chorus|bridge|ending|end|beginning|title|intro|scenes?) .{2,40})$",
    re.I,
)
_RHYMES = re.compile(
    r"^(?:(?:make|let|have|it|should|must|the) ){0,3}(?:lyrics )?rhymes?\b.{0,30}$", re.I
)
_TONGUE = re.compile(
    r"^(?:(?:make|do|write|now|it|that|please) ){0,3}in (?P<tongue>english|german|french|spanish|italian|portuguese|"
    r"japanese|korean|chinese|russian|dutch|swedish|polish)$",
    re.I,
)


def written_again(clause: Clause, scene: Scene) -> Found:
    """The newest lyrics, outline or script with what a few words change of it, or the lyrics as a song."""
    past = newest_deed(scene, *TEXTS)
    text = bared(clause.text)
    if past is None or len(text) > 100:
        return None
    if past.tool == "compose_lyrics" and (sung := _SUNG.match(text)):
        return _sung(sung["style"] or sung["as"] or sung["how"] or "", past, scene)
    tongue = _TONGUE.match(text)
    if tongue and scene.takes(past.tool, "language"):
        told = {"language": tongue["tongue"].capitalize()}
        return _anew("", past, scene, **told)
    change = _change(text)
    if change is None or (kinds_named(text) and not _TOLD.match(text)):
        return None
    return _anew(change, past, scene)


_A_THING = re.compile(
    r"(?:an?|the|two|three|some) (?!.{0,40}\b(?:one|version|verses?|chorus\w*|lines?|rhymes?|bridge|ending|"
    r"scenes?|jokes?|"
    r"title)\b)",
    re.I,
)


def rewritten(change: str, scene: Scene) -> Found:
    """The newest text once more with all that these words tell of it."""
    past = newest_deed(scene, *TEXTS)
    return None if past is None or _A_THING.match(change) else _anew(change, past, scene)


def _change(text: str) -> str | None:
    """The words of a change of what was written; empty for the same once more, None for anything else."""
    if _PART.match(text) or _TOLD.match(text) or _RHYMES.match(text) or values.pace_in(text) != 1.0:
        return text
    if re.fullmatch(rf"(?:try |do it |write it |once )?(?:{AGAIN.pattern})", text, re.I):
        return ""
    order = order_from(text)
    return order.removeprefix("make it ") if order.startswith("make it ") else None


def _anew(change: str, past: Past, scene: Scene, **more: str) -> Found:
    arguments = {**kept(past.arguments), **more}
    name = "brief" if "brief" in arguments else "prompt"
    told = str(arguments.get(name) or "")
    if seconds := values.seconds_in(change):
        told = without_length(told)
        arguments |= (
            {"duration_seconds": seconds} if scene.takes(past.tool, "duration_seconds") else {}
        )
    arguments[name] = _on_another_topic(told, change) or (f"{told}, {change}" if change else told)
    return [scene.call(past.tool, arguments, short(arguments[name]))]


def _on_another_topic(told: str, change: str) -> str:
    """The wish with what it is about exchanged: "the same about the mountains"; empty for any other change."""
    topic = re.fullmatch(
        r"(?:but |one |this time )?about (?P<what>.{2,80}?)(?: instead)?", change, re.I
    )
    if topic is None:
        return ""
    before = re.match(r"(?P<kind>.*?\babout )", told, re.I)
    return f"{before['kind'] if before else ''}{topic['what']}"


def _sung(style: str, past: Past, scene: Scene) -> Found:
    """A song with the words that were written, in a style that was told or fits them."""
    if not scene.offers("generate_music"):
        return Unsupported("make music or speech")
    words = past.result.told.get("lyrics") if past.result else None
    if not isinstance(words, str) or not words:
        return None
    about = str(past.arguments.get("prompt") or "a song")
    style = style.strip()
    prompt = f"{style}{'' if 'song' in style else ' song'}, {about}" if style else about
    return [scene.call("generate_music", {"prompt": prompt, "lyrics": words}, short(prompt))]
