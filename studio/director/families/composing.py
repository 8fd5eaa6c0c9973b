"""Words as results: lyrics, outlines of music, scripts, plans and templates."""

import re
from typing import Any

from studio.director.language import values
from studio.director.language.clauses import Clause
from studio.director.language.music_words import GENRES
from studio.director.language.politeness import LEAD_IN
from studio.director.language.subjects import sized_out, without_length
from studio.director.language.vocabulary import EDGES
from studio.director.language.writing import nobody_writes, spoken_words
from studio.director.plan import Found, Scene, Unclear, Unsupported, short
from studio.director.references.pointing import meant

_WRITE = (
    r"(?:write|compose|draft|make|create|generate|pen|come up with|need|want|give|do|prepare|plan|design|"
    r"outline|sketch|produce|build|develop|have|get|set up|turn)"
)
_LYRICS = re.compile(
    rf"\b{_WRITE}\b.{{0,30}}\b(?:lyrics|verses?|chorus|song ?text|(?:the )?words (?:for|to|of) (?:a|the|my|"
    rf"this)\b\s?(?:[\w-]+ ){{0,3}}?(?:song|lullaby|anthem|ballad|hymn|jingle|chorus))\b|\b(?:words|text) (?:for|"
    rf"to|of) (?:an?|the|my) (?:[\w-]+ ){{0,3}}?(?:song|lullaby|anthem|ballad|hymn|shanty|tune)\b"
    rf"|^(?:an? )?(?:[\w-]+ )?(?:verse|chorus|rap) (?:about|for|on)\b|^lyrics (?:for|"
    rf"about|to)\b|^(?:some |new )?(?:[\w-]+ ){{0,3}}lyrics\b",
    re.I,
)
_PIECE = (  # what has chords and an arrangement; wood and tables have others
    r"\b(?:songs?|tunes?|melod(?:y|ies)|pieces?|ballads?|hymns?|waltz(?:es)?|solos?|chorus|verses?|bridge|music|band|"
    rf"choir|orchestra|quartet|track|lullab(?:y|ies)|anthems?|carols?|{GENRES})\b"
)
_INSTRUMENTAL = re.compile(
    r"\b(?:write|compose|draft|plan|outline|sketch|prepare|design|describe|arrange|work out|"
    r"figure out|map out)\b.{0,40}\binstrumentals?\b|"
    r"^(?:(?:an?|some|the|give me|write|suggest|need|i need) ){0,3}(?:[\w-]+ ){0,3}?(?:chord progressions?|chords|"
    r"(?:musical|song|band|orchestral|string|piano|choir) arrangement|song structure)(?= (?:and|ideas?)\b|"
    rf" (?:for|of|to) .{{0,60}}{_PIECE})(?! and lyrics)|"
    r"\binstrumental (?:outline|plan|arrangement|structure|composition|brief)\b",
    re.I,
)
_SCRIPT = re.compile(
    rf"\b{_WRITE}\b.{{0,60}}\b(?:scripts?|screen-?plays?|story-?boards?|shot ?lists?|ad copy|dialogue for|"
    rf"treatment|teleplay)\b|^(?:an? )?(?:[\w-]+ ){{0,4}}(?:script|screenplay|storyboard|shot ?list)\b(?=\s?(?:$|"
    rf"[,.:]|\b(?:about|for|of|with|in|where|that|to|between)\b))",
    re.I,
)
_TEMPLATE = re.compile(r"\b(?:template|reusable)\b", re.I)
_WORKFLOW = re.compile(
    r"\b(?:work-?flows?|pipelines?|production plans?|project plans?|step[- ]by[- ]step plan|plan of steps)\b|"
    r"^plan\b(?! b\b)|^(?:an? )?(?:[\w-]+ )?plan (?:for|to)\b|\b(?:runnable|executable) plan\b|\b(?:draft|make|"
    r"write|create|give|prepare|outline|"
    r"need)\b.{0,12}\bplan\b",
    re.I,
)
_KINDS = (
    (r"\bstory-?boards?\b|\bshot ?lists?\b", "storyboard"),
    (r"\bscreen-?plays?\b|\bteleplay\b", "screenplay"),
    (r"\btrailers?\b|\bteaser\b", "trailer"),
    (r"\b(?:ads?|adverts?|advertisement|commercial|promo)\b", "ad_script"),
    (r"\b(?:tik ?tok|reels?|shorts|social|instagram)\b", "social_short"),
    (r"\b(?:talking[- ]head|presenter|host|explainer|vlog)\b", "talking_head"),
    (r"\bcampaign\b", "campaign"),
    (r"\b(?:revise|revision|rewrite)\b", "revision"),
)
_PLATFORMS = (
    "TikTok",
    "YouTube Shorts",
    "YouTube",
    "Instagram Reels",
    "Instagram",
    "Facebook",
    "LinkedIn",
)
_CALLED = re.compile(
    r"\b(?:called|named|titled|under the name)\s(?:of\s)?([\w ,'-]{1,80}?)(?=\s(?:that|which|for|with|to|from|"
    r"about)\b|"
    r"\s?[:.;]|,\s(?:\d|vertical|horizontal|square|portrait|landscape|(?:two|three|four|five|six)\b)|$)",
    re.I,
)
_WITH_SOUND = re.compile(
    r"\b(?:with|and|including) (?:(?!no )[\w-]+ )?(?:music|audio|sound|a song|soundtrack)\b", re.I
)
_SCENES = re.compile(
    r"\b(\d{1,2}|"
    + "|".join(values.DIGITS)
    + r")[\s-]+(?:\w+\s)?(?:scenes?|shots?|panels?|beats|frames)\b",
    re.I,
)
_IN_PICTURES = re.compile(  # a story that can be drawn
    r"\b(?:in|with|of) (?:\d{1,2}|two|three|four|five|six) (?:pictures|images|drawings|panels|frames)\b",
    re.I,
)
_MAKING = re.compile(  # what is left of "that generates five shots about"
    r"\b(?:that |which )?(?:generat|mak|creat|produc|draw)(?:es?|s|ing)\s{1,2}(?=(?:about|of|with)\b)",
    re.I,
)
_LANGUAGE = re.compile(
    r"\bin (english|german|french|spanish|italian|portuguese|japanese|korean|chinese|russian|dutch|swedish|polish)\b",
    re.I,
)


def lyrics(clause: Clause, scene: Scene) -> Found:
    """Words for a song; a song with words that are given is music."""
    text = clause.bare
    if not _LYRICS.search(text) or re.search(
        r"\b(?:with|using|from|for) (?:the|these|those|my|this) lyrics\b|(?<=.)\blyrics:|\b(?:lyrics?|words|them|it) "
        r"into\b|\blyric video\b|^(?:make|have|keep) (?:the|its) (?:\w+ )?(?:chorus|verses?) (?!about\b|for\b|on\b)",
        text,
        re.I,
    ):
        return None
    if not scene.offers("compose_lyrics"):
        return Unsupported("write lyrics")
    tongue = _LANGUAGE.search(text)
    subject = (clause.quote if clause.bare.lower() == "lyrics:" else "") or _topic(
        clause,
        r"(?:song )?lyrics(?: only)?|"
        r"words|verses?|chorus|song ?text",
    )
    if not subject and scene.now("audio"):
        subject = _song_spoken_of(text, scene)
    if not subject:
        return Unclear("What should the song be about?")
    style = re.search(
        r"\b(?:for|to|as) (an? (?:[\w-]+ ){1,4}(?:song|track|ballad|anthem))\b", text, re.I
    )
    arguments = {
        "prompt": subject,
        "language": tongue.group(1).capitalize() if tongue else None,
        "duration_seconds": values.seconds_in(text),
        "music_prompt": style.group(1) if style else None,
    }
    return [scene.call("compose_lyrics", arguments, short(subject))]


def _song_spoken_of(text: str, scene: Scene) -> str:
    """What the song is about that "it" or "the song" points at; empty where nothing points."""
    if not re.search(r"\b(?:it|this|that|the (?:song|track|tune|music))\b", text, re.I):
        return ""
    found = meant(text, scene, "audio")
    known = scene.medium("audio", found[0]) if isinstance(found, list) and found else None
    return known.prompt if known else ""


def instrumental(clause: Clause, scene: Scene) -> Found:
    """The outline of a piece without words."""
    if not _INSTRUMENTAL.search(clause.bare):
        return None
    if not scene.offers("compose_instrumental"):
        return None
    subject = _topic(
        clause,
        r"instrumental(?: (?:music|piece|track|outline|plan|arrangement|structure|composition|brief))?",
    )
    arguments = {
        "prompt": subject or clause.text,
        "duration_seconds": values.seconds_in(clause.bare),
    }
    return [scene.call("compose_instrumental", arguments, short(subject or "an instrumental"))]


def script(clause: Clause, scene: Scene) -> Found:
    """Scenes, dialogue or shots in words."""
    text = clause.bare
    spoken = "" if clause.quotes else spoken_words(clause.text)
    if not (spoken or _SCRIPT.search(text)):
        return None
    if not scene.offers("compose_script") and _IN_PICTURES.search(text):
        return None
    if not scene.offers("compose_script"):
        return Unsupported("write scripts")
    subject = without_length(sized_out(spoken)) if spoken else _whole_brief(clause)
    subject = subject or _topic(
        clause,
        r"scripts?|screen-?plays?|story-?boards?|shot ?lists?|treatment|ad copy|teleplay",
        named=True,
    )
    if not subject:
        return Unclear("What should the script be about?")
    text = clause.text
    kind = next((name for pattern, name in _KINDS if re.search(pattern, text, re.I)), None)
    form = (
        "json"
        if re.search(r"\bjson\b", text, re.I)
        else "markdown"
        if re.search(r"\bmarkdown\b", text, re.I)
        else None
    )
    arguments = {
        "brief": subject,
        "script_type": kind,
        "scene_count": _scenes(text),
        "duration_seconds": values.seconds_in(text),
        "aspect_ratio": shape_in(text) if kind != "social_short" or values.ratio_in(text) else None,
        "platform": next((one for one in _PLATFORMS if one.lower() in text.lower()), None),
        "return_format": form,
    }
    return [scene.call("compose_script", arguments, short(subject))]


def unwritten(clause: Clause, scene: Scene) -> Found:
    """Words that no tool writes: letters, names, captions."""
    what = "" if clause.quotes or scene.now("video") else nobody_writes(clause.text.strip(EDGES))
    return Unsupported(f"write {what}") if what else None


def workflow(clause: Clause, scene: Scene) -> Found:
    """A plan of steps that can be run; a template when it shall be kept under a name."""
    text = clause.bare
    kept = bool(_TEMPLATE.search(text))
    if (
        not _WORKFLOW.search(text)
        and not re.match(r"(?:an? )?(?:[\w-]{1,24} )?template\b", text, re.I)
        and not (kept and re.search(rf"\b(?:{_WRITE}|save|keep|store)\b", text, re.I))
    ):
        return None
    if re.search(r"\b(?:run|start|cancel|resume|list)\b.{0,20}\bworkflows?\b", text, re.I):
        return None
    tool = "compose_workflow_template" if kept else "compose_workflow"
    if not scene.offers(tool):
        return Unsupported("draft plans")
    brief = _whole_brief(clause) or _topic(
        clause,
        r"(?:reusable )?(?:workflow )?templates?|(?:reusable )?work-?flows?|pipelines?|(?:(?:production|project|"
        r"step[- ]by[- ]step) )?plan(?: of steps)?",
    )
    if not brief:
        return Unclear("What should the plan make?")
    text = clause.text
    sound = _WITH_SOUND.search(text)
    units = re.search(r"\b(\d+) (?:capacity )?units\b", text, re.I)
    arguments: dict[str, Any] = {
        "brief": brief,
        "scene_count": _scenes(text),
        "duration_seconds": values.seconds_in(text),
        "aspect_ratio": shape_in(text),
        "include_audio": True if sound else None,
        "max_estimated_capacity_units": int(units.group(1)) if units else None,
    }
    if kept:
        arguments["name"] = _name(clause, brief)
    return [scene.call(tool, arguments, short(brief))]


def _whole_brief(clause: Clause) -> str:
    """What was written out after a colon or in quotes: all of it."""
    called = re.search(r"\b(?:called|named|titled)\b", clause.bare, re.I)
    if len(clause.quote.split()) < 3 or (called and not _named_ahead(clause)):
        return ""
    return clause.quote


def _named_ahead(clause: Clause) -> str:
    """The name that stands before a colon, behind which all of it was written out."""
    called = _CALLED.search(clause.bare) if clause.bare.endswith(":") else None
    return called.group(1) if called else ""


def _name(clause: Clause, brief: str) -> str:
    """What a template is to be called; a short form of its brief when nobody said."""
    called = _CALLED.search(clause.bare)
    if ahead := _named_ahead(clause):
        return ahead.strip(EDGES)[:60]
    if clause.quotes or called:
        return (clause.quote or (called.group(1) if called else "")).strip(EDGES)[:60]
    return short(brief, 40).strip(" …").capitalize()


def shape_in(text: str) -> str | None:
    """An aspect ratio that was said, in figures or by the place it is for."""
    shape = values.size_in(text).get("aspectRatio")
    return str(shape) if shape else None


def _scenes(text: str) -> int | None:
    found = _SCENES.search(text)
    return int(values.value(found.group(1))) if found else None


def _topic(clause: Clause, nouns: str, *, named: bool = False) -> str:
    """What it is about: what follows the noun, else what stands before it; `named`: with what it is called."""
    text = (
        without_length(sized_out(clause.text)) if not clause.quotes else without_length(clause.text)
    )
    text = re.sub(" {2,}", " ", _MAKING.sub("", _SCENES.sub("", _LANGUAGE.sub("", text))))
    text = re.sub(r"\b([Aa]) (?=[aeio])", r"\1n ", text)
    if not named:
        text = re.sub(
            r"\b(?:called|named|titled)\s(?:\"[^\"]*\"|[\w'-]+(?: [A-Z][\w'-]+)*)", "", text
        )
    text = re.sub(
        r"\b(?:as|in) (?:json|markdown)\b|\b(?:in|with)\s?(?=[,.]|$)", "", text, flags=re.I
    )
    text = re.sub(r"(?:\s?,){2,8}", ",", text)
    for _ in range(3):
        text = LEAD_IN.sub("", text)
    text = re.sub(r"\ban? (?=(?:about|of|for|on|with)\b)", "", text, flags=re.I)
    return _told_after(text, nouns) or _told_ahead(text, nouns)


def _told_after(text: str, nouns: str) -> str:
    """What follows the noun: "lyrics about the sea"."""
    after = re.search(
        rf"\b(?:{nouns})\b[\s,:]{{0,3}}(?:for|about|of|on|to|that|which|where|in which|with|from|:)?\s((?s:.+))$",
        text,
        re.I,
    )
    if after and len(after.group(1).split()) >= 1:
        words = re.sub(
            r"^(?:an? |the )?(?:[\w-]+ )?(?:song|track|video|film)\s(?:about|of|on)\s",
            "",
            after.group(1),
            flags=re.I,
        )
        words = re.sub(r"^(?:about|of|for|on)\s", "", words.strip(EDGES), flags=re.I)
        if words and not re.fullmatch(r"(?:me|us|it|this|an?)", words, re.I):
            return words
    return ""


def _told_ahead(text: str, nouns: str) -> str:
    """What stands before it: "a space opera script"."""
    before = re.sub(
        rf"^{_WRITE}\b(?:\s(?:me|us))?\s?",
        "",
        re.sub(rf"\s?\b(?:{nouns})\b(?s:.*)$", "", text, flags=re.I),
        flags=re.I,
    )
    before = re.sub(r"^(?:an?|the|some|new)\b\s?", "", before, flags=re.I).strip(EDGES)
    return (
        before
        if len(before) > 2
        and not re.fullmatch(
            r"(?:short|nice|new|good|save|song|video|film|ad|trailer|quick|reusable)", before, re.I
        )
        else ""
    )
