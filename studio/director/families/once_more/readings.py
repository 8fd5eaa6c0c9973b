"""A reading once more: in another voice, tone or pace, or in another language."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from studio.director.families.once_more.newest import newest_deed
from studio.director.families.once_more.remake_words import kept
from studio.director.families.songs.speech import TONGUES, voice_in
from studio.director.language.clauses import Clause
from studio.director.language.continuing import bared
from studio.director.plan import Found, Scene, Unclear
from studio.director.reading import Past

_ASKED = r"(?:(?:make|have|let|do|say|read|speak|try|use|take|with|in|by|as|it|that|them|him|her|be|sound) ){0,5}"
_VOICE = re.compile(  # a person alone may be somebody to be drawn
    rf"^(?P<asked>{_ASKED})(?:(?:an?|the|my) )?(?P<who>(?:[\w-]{{2,20}} ){{0,3}}?(?:man|woman|girl|boy|"
    r"lady|guy|male|female|child|kid|grandm\w+|grandpa\w*|pirate|robot|witch|narrator|announcer)(?P<own>['’]s)?)"
    r"(?P<voice>(?: (?:voice|speaker|one))?(?: (?:reading|saying|speaking) it)?)$",
    re.I,
)
_SEX = re.compile(r"^(?:[\w-]+ ){0,3}(?:fe)?male$", re.I)
_TONE = re.compile(
    rf"^{_ASKED}(?:an? )?(?P<tone>(?:(?:bit|little|lot|much|way|even|more|less|very|really) ){{0,3}}"
    r"(?:slow\w*|fast\w*|quick\w*|deep\w*|high\w*|low\w*|loud\w*|soft\w*|quiet\w*|warm\w*|cold\w*|calm\w*|happi\w*|"
    r"happy|sad\w*|angr\w+|excited|cheerful|friendly|friendlier|serious|dramatic|energetic|enthusiastic|whisper\w*|"
    r"clear\w*|gentl\w+|young\w*|old\w*|natural|emotional|relaxed|sleepy|funny|funnier|scary|spooky|solemn|proud|"
    r"(?<=more )[a-z]{4,16}|(?<=less )[a-z]{4,16})"
    r"(?: (?:voice|tone|pace))?|(?:an? )?[\w-]{3,20} accent)$",
    re.I,
)
_TONGUE = re.compile(
    rf"^{_ASKED}(?:now )?(?P<tongue>{'|'.join(TONGUES)})(?: (?:version|please|instead|too))*$", re.I
)


def read_again(clause: Clause, scene: Scene) -> Found:
    """The newest reading with a change of how it is read, which is told in a few words."""
    past = newest_deed(scene, "generate_speech")
    text = bared(clause.bare)
    if past is None or len(text) > 80:
        return None
    tongue = _TONGUE.match(text.rstrip(" :"))
    if clause.quotes:
        told = {"prompt": clause.quote, "language": tongue["tongue"].lower()} if tongue else {}
        return _anew(past, told, scene) if told else None
    if tongue:
        return Unclear(
            f"I do not translate. What should the voice say in {tongue['tongue'].capitalize()}? "
            "Give me the exact words."
        )
    if re.search(rf"\b(?:like|try|(?:make|do|have) it) {re.escape(text)}\b", clause.bare, re.I):
        text = f"as {text}"  # what it is to become is no hesitation
    how = _how(text, scene, str(past.arguments.get("voiceDescription") or ""))
    return _anew(past, how, scene) if how else None


def _anew(past: Past, told: Mapping[str, Any], scene: Scene) -> Found:
    arguments = {**kept(past.arguments), **told}
    where = f"audio {past.made[0][1]}" if past.made else "it"
    return [replace(scene.call(past.tool, arguments, where), remade=True)]


def _how(text: str, scene: Scene, before: str) -> dict[str, Any]:
    """The voice that is told, or the tone beside how it was read before; empty for other words."""
    if tone := _TONE.match(text):
        told = re.sub(r"^an? ", "", tone["tone"], flags=re.I)
        kept_ = [part for part in before.split(", ") if part and part != told]
        return {"model": "voice", "voiceDescription": ", ".join([*kept_, told])}
    said = _VOICE.match(text)
    if said and (said["asked"] or said["own"] or said["voice"] or _SEX.search(said["who"])):
        who = re.sub(r"['’]s$", "", said["who"])
        voice = voice_in(f"with a {who} voice", scene)
        return {name: value for name, value in voice.items() if value is not None}
    return {}
