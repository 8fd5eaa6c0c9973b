"""A reading once more: in another voice, tone or pace, or in another language."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from studio.director.families.once_more.newest import newest_deed
from studio.director.families.once_more.remake_words import kept
from studio.director.families.once_more.words_exchanged import exchanged_words
from studio.director.families.songs.speech import HOW_READ, TONGUES, VOICES, voice_in
from studio.director.language.clauses import Clause
from studio.director.language.continuing import bared
from studio.director.language.frames import parts_of
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


_ANOTHER_VOICE = re.compile(
    rf"^{_ASKED}(?:an?other|a different|some other|a new) (?:voice|speaker|narrator|reader|person)$",
    re.I,
)
_IN_THIS_VOICE = re.compile(
    rf"^(?:{_ASKED})?(?:in |with )?(?:the |this |that )(?:very )?(?:same )?(?:voice|speaker|person|narrator)\b|"
    r"^same (?:voice|speaker|person|narrator)\b",
    re.I,
)
_SHOULD = re.compile(
    r"^(?:he|she|it|they|the (?:voice|speaker|reader)) (?:should|must|could|can|needs? to|has to|"
    r"ought to) (?:sound|speak|talk|"
    r"read(?: it)?|say it|be)(?: (?:a bit|a little|much))? (?P<how>[\w' ,-]{3,60})$",
    re.I,
)
_PACE = re.compile(
    r"^(?:(?P<slow>slow)|speed) (?:it|that|this|him|her|the (?:voice|reading|speech)) (?:down|up)(?: a (?:bit|"
    r"little))?$",
    re.I,
)
_AMISS = re.compile(
    r"^(?:(?:but|and|it|she|he|that|this|the voice) ?(?:['’]s|is|sounds|was)? )?(?:(?:a (?:bit|little)|way|much|"
    r"far|still|"
    r"just) )*(?:too (?P<too>[a-z]{3,12})|(?:sounds?|sounding) (?:(?:so|very|really|a bit) )*(?P<as>[a-z]{3,12}))$",
    re.I,
)
_REMEDY = {
    "fast": "slower", "quick": "slower", "slow": "faster", "loud": "softer", "quiet": "louder", "high": "lower",
    "low": "higher", "deep": "higher", "sad": "happier", "happy": "more serious", "cheerful": "more serious",
    "angry": "friendlier", "boring": "livelier", "flat": "livelier", "monotone": "livelier", "robotic": "more natural",
    "cold": "warmer", "serious": "more cheerful", "stiff": "more natural", "excited": "calmer", "dramatic": "calmer",
    "harsh": "softer", "young": "older", "old": "younger", "bored": "livelier", "tired": "livelier",
    "formal": "more relaxed",
}  # fmt: skip
_SPOKEN_SO = re.compile(  # words that can only tell how something is said, once it is to be said again
    r"\b(?:voices?|accent|tone|pace|speed|warmth|energy|emotion|feeling|passion|pauses?|breath\w*|whisper\w*|shout\w*|"
    r"man|men|woman|girl|boy|lady|guy|(?:fe)?male|child|kid|grand(?:ma|pa|mother|father)|narrator|announcer|presenter|"
    r"anchor|host|teacher|pirate|robot|witch|wizard|newsreader|reporter|storyteller|someone|somebody|irish|british|"
    r"american|scottish|australian|german|french|italian|spanish|[a-z]{3,14}ly|drama|enthusias\w+|mood)\b|"
    r"^(?:(?:more )?like|as if|as though) ",
    re.I,
)
_NO_VOICE = re.compile(
    r"\b(?:music|songs?|sung|sing|beat|piano|guitar|drums?|(?:longer|shorter)(?! pauses?)|seconds?|minutes?|"
    r"picture|video|film|"
    r"background|subtitles?)\b",
    re.I,
)
_BEFORE_HOW = re.compile(
    r"^(?:(?:spoken|read|said|told|voiced|done|performed) )?(?:(?:by|in|with|from|as|using|through)(?! if\b|"
    r" though\b) )?",
    re.I,
)


def read_again(clause: Clause, scene: Scene) -> Found:
    """The newest reading with a change of how it is read, which is told in a few words."""
    past = newest_deed(scene, "generate_speech")
    text = bared(clause.bare)
    if past is None or len(text) > 80:
        return None
    if words := exchanged_words(text, str(past.arguments.get("prompt") or "")):
        return _anew(past, {"prompt": words}, scene)
    if should := _SHOULD.match(text):
        return read_so(should["how"], scene)
    if pace := _PACE.match(text):
        text = "slower" if pace["slow"] else "faster"
    if _ANOTHER_VOICE.match(text):
        return _anew(past, _other_voice(past.arguments), scene)
    if clause.quotes and _IN_THIS_VOICE.match(text):
        return _anew(past, {"prompt": clause.quote}, scene)
    if (amiss := _AMISS.match(text)) and (
        remedy := _REMEDY.get((amiss["too"] or amiss["as"]).lower())
    ):
        text = remedy
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


def read_so(change: str, scene: Scene) -> Found:
    """The newest reading said as these words tell, which are known to tell how; a question for any others."""
    past = newest_deed(scene, "generate_speech")
    if past is None or '"' in change:
        return None
    at = str(past.arguments.get("voiceDescription") or "")
    how: dict[str, Any] = {}
    words = ""
    for part in parts_of(change):
        if other := exchanged_words(part, words or str(past.arguments.get("prompt") or "")):
            words, how = other, {**how, "prompt": other}
            continue
        told = _how(part, scene, at)
        if not told and (_NO_VOICE.search(part) or not (_SPOKEN_SO.search(part) or how)):
            return HOW_READ
        how |= told or _described(part, at, scene)
        at = str(how.get("voiceDescription") or "")
    return _anew(past, how, scene) if how else HOW_READ


def _described(part: str, before: str, scene: Scene) -> dict[str, Any]:
    """How it is to be said, in the person's words; who speaks takes the place of what was told before."""
    words = _BEFORE_HOW.sub("", part)
    who = next((name for pattern, name in VOICES if re.search(pattern, words, re.I)), None)
    told = words if who else ", ".join([*(one for one in before.split(", ") if one), words])
    voice = {"voice": who} if who and scene.takes("generate_speech", "voice") else {}
    return {"model": "voice", **voice, "voiceDescription": told}


def _other_voice(before: Mapping[str, Any]) -> dict[str, Any]:
    """A voice that is clearly another than the one before."""
    return {"model": "voice", "voice": "serena" if before.get("voice") == "ryan" else "ryan"}


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
