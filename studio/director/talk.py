"""Answers in words alone: who this is, small talk, refusals, facts about media, what cannot be done here."""

import re

from studio.director import seeing, words
from studio.director.reading import Medium, Turn, number
from studio.policy import forbids

LOCAL = (
    "This is the local studio. It makes real files with ordinary signal and image processing; no AI model is "
    "involved. I am a rule-based stand-in for the language model: I follow plain requests for pictures, moving "
    "pictures and music videos."
)
ABILITY = (
    "I can make pictures from words, bring a picture to life, and cut a film to a song you attach. For example: "
    "“four versions of a lighthouse poster”, or “make a music video of this song”."
)
DECLINED = "I will not make that. Ask for something else and I will start at once."
NOTHING = "All right, nothing is started. Say what you would like when you are ready."

_STOP = re.compile(
    r"^(no|nope|nah|no,? thanks?|no thank you|stop|cancel|never ?mind|forget it|nothing|draw nothing|wait|not now|"
    r"nein|non|nicht|danke,? nein)$"
    r"|^(please )?(don't|do not|dont)\b.{0,20}\b(anything|something|yet|it)( yet| now)?$",
    re.I,
)
_YES = re.compile(
    r"^(ok|okay|yes|yeah|yep|sure|cool|nice|great|good|perfect|wow|beautiful|fine|ja|oui|sí|si)$",
    re.I,
)
_LIKES = re.compile(r"^i (really )?(like|love|prefer|choose|pick|take)\b", re.I)
_ABOUT = re.compile(
    r"\b(what('s| is| do you see)|describe|how (long|big|large|wide)|which size|tell me about)\b",
    re.I,
)
_THING = re.compile(r"\b(image|picture|photo|video|film|audio|song|track)\b", re.I)
_QUESTION = re.compile(
    r"^(what|how|why|when|where|who|which|is|are|was|do|does|did|tell me|explain|say|sing|write|translate|calculate)\b",
    re.I,
)
_MAKE_SOUND = (
    r"\b(write|compose|make|generate|create|sing)\b( me| us)?( a| an| some)?( \w+)? ?"
    r"\b(music|song|lyrics|melody|beat|soundtrack|speech|voice ?over)$"
)
_CANNOT = {
    r"\bbackground\b.*\b(remov|cut|transparent)|\b(remov|cut)\w*\b.*\bbackground\b": "remove backgrounds",
    r"\b(upscale|enlarge|super[- ]?resol)": "enlarge pictures",
    r"\bsubtitles?\b|\bcaptions?\b": "add subtitles",
    r"\b(stitch|join|concatenate)\b|\bmerge\b.*\b(videos?|clips?)\b": "join films",
    r"^(please )?(delete|remove|trash)\b.*\b(image|video|audio|picture|song)\b": "delete things",
    _MAKE_SOUND: "make music or speech",
    r"\b3d model\b|\bglb\b": "make 3D models",
}


def talk_for(turn: Turn) -> str:
    """The words-only answer to a request; empty when there is something to make."""
    text = turn.text.strip(words.EDGES)
    if forbids(text):
        return DECLINED
    if words.IDENTITY.search(text):
        return LOCAL
    if _STOP.match(text):
        return NOTHING
    if words.ABILITY.search(text) and not words.PICTURE.search(text):
        return ABILITY
    return seeing.told(turn) or _small(text, turn) or _about(turn, text) or _beyond(turn, text)


def _small(text: str, turn: Turn) -> str:
    short = len(text.split()) <= 6 and not turn.attached
    if not short or (words.PICTURE.search(text) and not _LIKES.match(text)):
        return ""
    if words.GREETING.match(text):
        return (
            "Hello. What shall we make? A picture, a moving picture, or a film to a song of yours."
        )
    if words.THANKS.search(text):
        return "Glad it fits. Say what should come next, or change anything by its number."
    if _YES.match(text):
        return "Good. What should come next? Say a number to change something, or what to make."
    if _LIKES.match(text):
        return "Good choice. Shall it move, or should something about it change?"
    return ""


def _about(turn: Turn, text: str) -> str:
    if not _ABOUT.search(text) or not _THING.search(text) or words.ORDER.match(text):
        return ""
    medium = _meant(turn, text)
    if medium is None:
        return "There is nothing of that kind in this conversation yet."
    known = f"{medium.kind} {medium.index}: {medium.facts}."
    return known[0].upper() + known[1:] + " I only know these facts; I do not look at its content."


def _meant(turn: Turn, text: str) -> Medium | None:
    for word, index in words.INDEX.findall(text):
        kind = words.SPOKEN.get(word.lower(), word.lower())
        return next((m for m in turn.of_kind(kind) if m.index == number(index)), None)
    if turn.attached:
        return next((m for m in turn.media if (m.kind, m.index) == turn.attached[0]), None)
    found = _THING.search(text)
    kind = words.SPOKEN.get(found.group(1).lower(), found.group(1).lower()) if found else ""
    known = turn.of_kind(kind)
    return known[-1] if known else None


def _beyond(turn: Turn, text: str) -> str:
    if words.MUSIC_VIDEO.search(text):
        return ""
    for pattern, deed in _CANNOT.items():
        if re.search(pattern, text, re.I):
            return f"I cannot {deed} in this studio. I make pictures, moving pictures and films to a song."
    if _QUESTION.match(text) and not words.AGAIN.search(text):
        return f"I have no answer to that: I follow requests, I do not know things. {ABILITY}"
    return ""
