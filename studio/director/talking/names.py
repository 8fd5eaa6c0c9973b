"""Titles for somebody's own film, song or channel: words, and nothing is made."""

import re

from studio.director.language import values
from studio.director.language.vocabulary import EDGES
from studio.director.plan import short

MOST = 10
_WORK = (
    r"(?:videos?|films?|movies?|clips?|vlogs?|songs?|tracks?|albums?|eps?|podcasts?|episodes?|channels?|shows?|series|"
    r"documentar(?:y|ies)|shorts?|reels?|books?|stor(?:y|ies)|blogs?|articles?|posts?|playlists?|talks?|exhibitions?)"
)
_NUMBER = r"(?:\d{1,2}|an?|some|two|three|four|five|six|seven|eight|nine|ten|a few|a couple of)"
_WISHED = re.compile(
    r"^(?:(?:hi|hey|hello|ok|so|please|can you|could you|would you|i need|we need|help me),? ){0,3}"
    r"(?P<asks>(?:suggest|give me|give us|find|think of|come up with|propose|write|make|list|find me|suggest me|"
    r"brainstorm|need) )?"
    rf"(?P<count>{_NUMBER} )?(?:(?:good|catchy|short|funny|possible|nice|great|other|more|different|new|"
    rf"working) ){{0,2}}"
    r"(?:(?:video|film|song|youtube|album|podcast) )?(?:(?P<bare>titles?|names)|"
    r"title (?:ideas?|suggestions?|options?)|name "
    r"(?:ideas?|suggestions?)|ideas? for (?:an? |the )?(?:title|name)) (?:ideas? )?(?P<link>for|of) "
    r"(?P<what>[^?.!\n]{3,120})[\s?.!]*$",
    re.I,
)
_ASKED = re.compile(
    r"^(?:(?:hi|hey|hello|ok|so|any ideas?|any idea),? ){0,3}(?:what|how) (?:could|should|can|might|would|shall|do) "
    r"(?:i|we|you) (?:call|name|title) (?P<what>[^?.!\n]{3,120})[\s?.!]*$",
    re.I,
)
_OWN = re.compile(rf"^(?:my|our|the|this|an?|his|her)\b.{{0,80}}\b{_WORK}\b", re.I)
_ABOUT = re.compile(
    rf"\b{_WORK} (?:about|on|of|with|where|in which|showing) (?P<topic>.{{2,80}})$", re.I
)
_BEFORE = re.compile(
    rf"^(?:my|our|the|this|an?|his|her) (?:(?:new|next|first|short|little|youtube|"
    rf"latest) )*(?P<topic>.{{2,60}}?) {_WORK}$",
    re.I,
)
_FORMS = (
    "{0}, from the Beginning", "A Day of {0}", "The Quiet Side of {0}", "What {0} Taught Us", "{0}: Up Close",
    "Everything but Easy: {0}", "Why {0}?", "The {0} Year", "Small Steps in {0}", "In Praise of {0}",
)  # fmt: skip


def names_for(text: str) -> str:
    """Titles, one a line, for a work of the person's own; empty where none were asked for."""
    text = text.strip()
    asked = _WISHED.match(text) or _ASKED.match(text)
    if asked is None or not _OWN.match(asked["what"].strip()):
        return ""
    what, told = asked["what"].strip(EDGES), asked.groupdict("")
    if told.get("bare") and told["link"].lower() == "of" and not (told["asks"] or told["count"]):
        return ""  # "titles of my books on a shelf" can be seen
    said = _ABOUT.search(what) or _BEFORE.match(what)
    if said is None:
        return "What is it about? With a subject I can put together some titles."
    topic = re.sub(r"^(?:my|our|the|an?|his|her) ", "", said["topic"].strip(EDGES), flags=re.I)
    topic = short(topic, 40).rstrip(" …")
    count = told.get("count", "").strip().lower()
    most = 5
    if count:
        most = 1 if count in ("a", "an") else int(values.COUNTS.get(count) or count)
    named = topic[0].upper() + topic[1:]
    return "\n".join(form.format(named) for form in _FORMS[: max(1, min(MOST, most))])
