"""Lyrics that were just written, sung: "record it as a slow blues"."""

import re

from studio.director.families.songs.music import piece_for
from studio.director.language.clauses import Clause
from studio.director.language.subjects import without_length
from studio.director.language.sung import A_SONG, SUNG
from studio.director.plan import Found, Scene, short

_SUNG = re.compile(rf"^(?:please )?{SUNG}\b(?P<how>.*)$", re.I | re.S)
_HOW = re.compile(r"^[\s,.:;-]*(?:(?:please|pls|and|now|then)\b\s?)*", re.I)
_AS = re.compile(r"^(?:as|like|in) (?:an? |the style of )?", re.I)
_A_SONG = re.compile(A_SONG, re.I)
_WITHOUT_NOUN = re.compile(r"^a song (?=with\b)")
_WITH = re.compile(r"^(?:with|over|on|by|to|for)\b", re.I)


def recorded(clause: Clause, scene: Scene) -> Found:
    """The song of lyrics that this turn, or the call right before it, wrote."""
    told = _SUNG.match(clause.text)
    if told is None or not scene.offers("generate_music"):
        return None
    written = _written(scene)
    if written is None:
        return None
    subject, style, lyrics = written
    how = _HOW.sub("", told["how"])
    manner = _AS.sub("", without_length(how))
    if not manner or _WITH.match(manner):
        noun = "a song" if _A_SONG.search(subject) else style or "a song"
        manner = f"{noun} {manner}".strip()
    if subject and _A_SONG.search(subject):
        prompt = subject if manner == "a song" else f"{subject}, {_WITHOUT_NOUN.sub('', manner)}"
    else:
        about = " about" if manner == "a song" else ", about"
        prompt = f"{manner}{about} {subject}" if subject else manner
    if re.match(r"(?:please )?rap\b", clause.bare, re.I) and "rap" not in manner.lower():
        prompt = f"rap, {prompt}"
    return [piece_for(Clause(prompt, f"{how} song"), scene, lyrics)]


def _written(scene: Scene) -> tuple[str, str, str | None] | None:
    """What the newest lyrics are about, in which style they are to be sung, and the lyrics where they are there."""
    last = scene.steps[-1] if scene.steps else None
    if last is not None:
        result = next((one for one in scene.results if one.tool == "compose_lyrics"), None)
        tool, arguments = last.tool, last.arguments
    else:
        past = next(iter(scene.turn.past), None)
        if past is None or scene.turn.attached:
            return None
        result, tool, arguments = past.result, past.tool, dict(past.arguments)
    if tool != "compose_lyrics":
        return None
    lyrics = result.told.get("lyrics") if result else None
    return (
        short(str(arguments.get("prompt") or "")),
        str(arguments.get("music_prompt") or ""),
        lyrics if isinstance(lyrics, str) and lyrics else None,
    )
