"""What is to be written and not made: words that are spoken somewhere are a script, others nobody writes here."""

import re

from studio.director.language.vocabulary import EDGES

_PENNED = (
    r"(?:write|draft|pen|script|word|come up with|think (?:up|of)|help (?:me|us) (?:write|with))"
)
_ASKED = rf"(?:{_PENNED}|suggest|brainstorm|propose|list|find|give|make|create|compose|prepare|do|need|want|get)"
_FOR_US = r"(?: (?:me|us|up))?"
_KIND = r"(?:(?!(?:about|for|of|with|to|on|in|at|that|and|or)\b)[\w'’-]{1,20},? ){0,5}?"
_A = r"(?:(?:an?|the|some|my|our|your|one|another) )?"
_GOES_ON = (
    r"(?=\s?(?:$|[,.:;?!(]|(?:about|for|of|to|with|on|in|from|between|where|that|which|who|by|as|please|at|"
    r"called|named|introducing|announcing|inviting|advertising|explaining|welcoming|thanking)\b))"
)
_SAID = (
    r"(?:(?:voice-?over|vo|radio|tv|television|video|podcast|you ?tube|promo\w*)[ -](?:script|text|copy|spot|ad|advert|"
    r"intro|outro)|ad[- ]?reads?|adverts?|ads?|advertisement|commercial|promo|narration|voice-?overs?|monologues?|"
    r"dialogues?|dialogs?|conversation|(?:comedy )?(?:sketch|skit)|speech|toast|eulogy|sales pitch|pitch|intro|outro|"
    r"introduction|radio play|play|scene|teaser|trailer|jokes? routine|stand-?up routine|welcome (?:message|text)|"
    r"tour (?:text|guide)|sermon|presentation|talk)"
)
_SPOKEN = re.compile(
    rf"^(?:{_PENNED}{_FOR_US} {_A}{_KIND}(?P<said>{_SAID})|"
    rf"(?:{_ASKED}{_FOR_US} )?{_A}{_KIND}(?:ad[- ]?reads?|voice-?over (?:script|text)|spoken (?:intro|outro|ad)))"
    rf"\b{_GOES_ON}",
    re.I,
)
_SEEN_OR_HEARD = re.compile(  # a scene in a place is drawn, a line on a thing is lettered
    r"^(?:write|word) (?:the |an? )?(?:scene|play|talk|title|intro)s? (?:on|in|at|over|across) (?:the|it|this|my)\b",
    re.I,
)
_ASKING = re.compile(rf"^(?:{_ASKED}{_FOR_US} )?{_A}", re.I)

_PROSE = (
    r"(?:letters?|e-?mails?|essays?|articles?|blog ?posts?|newsletters?|(?:short |bedtime |fairy |children['’]?s |"
    r"love |"
    r"ghost )?stor(?:y|ies)|tales?|poems?|haikus?|limericks?|sonnets?|rhymes?|novels?|descriptions?|bios?|biography|"
    r"reviews?|recipes?|jokes?|riddles?|reports?|press releases?|cover letters?|(?:social media |linked ?in |facebook |"
    r"instagram |insta )?posts?|tweets?|messages?|texts?|replies|reply|invitation text|obituary|homework|"
    r"lesson plans?|to-?do lists?|shopping lists?|vows|greetings?|blurbs?|headlines?|quotes?|lists?)"
)
_PHRASES = (
    r"(?:captions?|tag ?lines?|strap ?lines?|slogans?|mottos?|hashtags?|puns?|names?|nick ?names?|band names?|"
    r"(?:quiz|trivia|interview) questions|product descriptions?|e-?mail subjects?|subject lines?|conversation starters)"
)
_WRITTEN = re.compile(
    rf"^(?:write|draft|pen|word){_FOR_US} {_A}{_KIND}(?P<what>{_PROSE})\b{_GOES_ON}", re.I
)
_PHRASED = re.compile(
    rf"^(?:{_ASKED}{_FOR_US} )?{_A}{_KIND}(?P<what>{_PHRASES})(?: ideas?)? (?=(?:for|of|to go with|about) )",
    re.I,
)
_ON_A_FILM = re.compile(
    r"\b(?:video|film|clip|movie|footage|reel)\b|\bon (?:it|this|that|the)\b", re.I
)
_OF_THEM = re.compile(
    r"^(?:the |my |our |an? )?(?:[\w'’-]+ ){0,3}(?:names?|quotes?|captions?) of\b", re.I
)
_NOT_SEEN = (  # ideas that are drawn
    r"(?!(?:logo|icon|tattoo|poster|cover|design|thumbnail|card|invitation|invite|banner|fl[yi]er|wallpaper|outfit|costume|"
    r"dress|cake|decor\w*|d[eé]cor|colou?r|palette|layout|room|garden|hair\w*|nail|make-?up|sketch|drawing|painting|picture|"
    r"image|photo|illustration|art|mural|sticker|label|packaging|character|mascot|avatar|balloon|centrepiece|centerpiece|"
    r"pattern|print|visual|t-?shirt|shirt|sign|window|shop|table) )"
)
_IDEAS = re.compile(
    rf"^(?:{_ASKED}{_FOR_US} )?(?:some |a few |any |more |\d{{1,2}} |{_NOT_SEEN}[a-z]{{3,6}} )?"
    rf"(?:{_NOT_SEEN}[\w-]+ )?ideas (?:for|about|on) "
    r"(?:(?:an?|the|my|our|your|his|her|their) )?(?:[\w'’-]+ ){0,4}?(?P<what>part(?:y|ies)|birthday|holidays?|trips?|"
    r"lessons?|games?|gifts?|presents?|dinners?|lunch|meals?|weekends?|activit(?:y|ies)|projects?|names?|titles?|"
    r"podcasts?|episodes?|blogs?|posts?|dates?|stor(?:y|ies)|speech|captions?|hobb(?:y|ies)|class|school fair)"
    r"(?=\s?(?:$|[,.!?]|(?:for|with|about|in|on|at|that|please)\b))",
    re.I,
)


def spoken_words(text: str) -> str:
    """What is to be said on the air or on a stage and is still to be written, as a brief; empty for none."""
    if not _SPOKEN.match(text) or _SEEN_OR_HEARD.match(text):
        return ""
    return _ASKING.sub("", text).strip(EDGES)


def nobody_writes(text: str) -> str:
    """The words that are wished for and that no tool writes: "names", "letters"; empty for none."""
    told = _WRITTEN.match(text)
    if told is None and not _ON_A_FILM.search(text) and not _OF_THEM.match(text):
        told = _PHRASED.match(text)
    if told is None and _IDEAS.match(text):
        return "lists of ideas"
    if told is None:
        return ""
    return _several(told["what"].lower())


def _several(noun: str) -> str:
    """More than one of what was named."""
    if noun.endswith(("s", "homework")):
        return noun
    return f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"
