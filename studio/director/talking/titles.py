"""Titles and follow-up suggestions, when a message asks for them, in the form it asks for."""

import json
import re
from collections.abc import Mapping
from typing import Any

from studio.director.language.clauses import clause_of
from studio.director.language.subjects import subject_of
from studio.director.plan import short
from studio.director.reading import Turn

_GIVE = (
    r"(?:write|give|make|create|generate|suggest|propose|find|come up with|return|answer with|reply with|"
    r"provide|need|summari[sz]e)"
)
_TITLE = re.compile(
    rf"\b{_GIVE}\b.{{0,60}}\btitles?\b|\btitle\b.{{0,30}}\b(?:for|of) (?:this|the) (?:conversation|chat)\b|"
    rf"\b(?:name|title) (?:this|the) (?:conversation|chat)\b",
    re.I | re.S,
)
_ABOUT_TALK = re.compile(
    r"\b(?:conversation|chat|dialog(?:ue)?|thread|exchange|message|discussion|session)s?\b", re.I
)
_SUGGEST = re.compile(
    rf"\b{_GIVE}\b.{{0,60}}\b(?:follow[- ]?ups?|suggestions|next (?:steps|requests|messages|questions|ideas)|"
    rf"suggested (?:replies|prompts))\b",
    re.I | re.S,
)
_COUNT = re.compile(
    r"\b(two|three|four|five|six|[2-6])\b(?:\s\w+){0,3}\s(?:follow|suggest|next|chips|replies|requests|ideas)",
    re.I,
)
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_SAID = re.compile(r"^\s?(?:user|person|human|customer)\s?:\s?(.+)$", re.I | re.M)
MOST_TITLE = 48


def titled(turn: Turn, form: Mapping[str, Any]) -> str:
    """The answer to a request for a title or for suggestions; empty when it is neither. `form` is a response format."""
    asking = f"{turn.system}\n{turn.said}" if not turn.tools and not turn.media else turn.said
    if turn.rounds:
        return ""
    wants_title = _TITLE.search(asking) and _ABOUT_TALK.search(asking)
    wants_next = _SUGGEST.search(asking) and (
        _ABOUT_TALK.search(asking) or re.search(r"\bjson\b|\bfollow", asking, re.I)
    )
    if wants_next:
        return _as_asked(_suggestions(turn, asking), asking, form, "suggestions")
    return _as_asked(_title(turn), asking, form, "title") if wants_title else ""


def _as_asked(value: str | list[str], asking: str, form: Mapping[str, Any], usual: str) -> str:
    """As text, one a line, or as JSON under the name that was asked for."""
    wanted = form.get("type") in ("json_object", "json_schema") or re.search(
        r"\bjson\b", asking, re.I
    )
    if not wanted:
        return value if isinstance(value, str) else "\n".join(value)
    array = re.search(
        r"\bjson (?:array|list)\b|\barray of strings\b|\blist of strings\b", asking, re.I
    )
    if array and not form:
        return json.dumps(value if isinstance(value, list) else [value], ensure_ascii=False)
    named = re.search(r"[{]\s?[\"'](\w+)[\"']\s?:", asking) or re.search(
        r"\b(?:key|field|property)\s[\"'`]?(\w+)", asking
    )
    schema = (
        (form.get("json_schema") or {}).get("schema")
        if isinstance(form.get("json_schema"), Mapping)
        else None
    )
    members = list((schema or {}).get("properties") or {}) if isinstance(schema, Mapping) else []
    name = members[0] if members else named.group(1) if named else usual
    return json.dumps({name: value}, ensure_ascii=False)


def _wish(turn: Turn) -> str:
    """The first thing the person asked for, also when the conversation is quoted in the request."""
    told = [text for text in turn.earlier if text.strip()]
    if told:
        return told[0].strip().splitlines()[0]
    quoted = _SAID.search(turn.said)
    if quoted:
        return quoted.group(1)
    rest = [
        row
        for row in re.split(r"[\n:]", turn.said)
        if row.strip() and not _TITLE.search(row) and not _SUGGEST.search(row)
    ]
    return rest[-1].strip(' "“”') if rest else ""


def _title(turn: Turn) -> str:
    clause = clause_of(_wish(turn)).text
    subject = re.sub(r"\b(?:then|after that)\b(?s:.*)$", "", subject_of(clause), flags=re.I)
    subject = re.sub(
        r"^(?:an?|the|some|my)\s",
        "",
        re.split(r"[,;:.]\s|\band then\b", subject)[0].strip(" ,.\"'"),
        flags=re.I,
    )
    subject = short(subject, MOST_TITLE).rstrip(" …") or "New ideas"
    return subject[:1].upper() + subject[1:]


def _suggestions(turn: Turn, asking: str) -> list[str]:
    """Requests that fit what was made last."""
    found = _COUNT.search(asking)
    count = int(_NUMBERS.get(found.group(1).lower(), 0) or found.group(1)) if found else 3
    kind, index = turn.recent[0] if turn.recent else ("", 0)
    if not kind and turn.media:
        kind, index = turn.media[-1].kind, turn.media[-1].index
    text = " ".join(turn.answers[-1:]) + turn.said
    named = re.search(r"\b(image|video|audio)\s([-−]?\d+)", text)
    if not kind and named:
        kind, index = named.group(1), int(named.group(2).replace("−", "-"))
    rows = {
        "image": [f"Animate image {index}", f"Make image {index} again but at "
                                            f"night", f"Four versions of image {index}", f"Image {index} in 9:16",
                  f"Turn image {index} into a watercolour", f"Enlarge image {index}"],
        "video": [f"Make video {index} longer", f"Video {index} again but "
                                                f"slower", f"Add subtitles to video "
                                                           f"{index}", f"Add music to video {index}",
                  f"Enlarge video {index} to 1080p", f"Put a title on video {index}"],
        "audio": [f"Make a music video of audio {index}", f"Make audio {index} "
                                                          f"longer", "Write lyrics for "
                                                                     "it", "A calmer version of "
                                                                         "it", "A cover picture for it",
                  "Another version with piano"],
    }  # fmt: skip
    usual = ["Four versions of a lighthouse poster", "A short film of the sea at "
                                                     "night", "A calm piano piece", "A portrait in watercolour",
             "A storyboard for a short film", "A red fox in the snow"]  # fmt: skip
    return rows.get(kind, usual)[:count]
