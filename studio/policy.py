"""What the studio declines, whoever asks and by whichever door, and what its content filter keeps back.

Declined are sexual content with minors, degraded real people, calls to violence, instructions for harm.
"""

import re
from bisect import bisect_left
from collections.abc import Mapping
from typing import Any

from studio.renderers.api import RenderRequest
from studio.renderers.dynamic_prompt import expand_prompt
from studio.violence import calls_to_violence

_MINOR = (
    r"(?:child|children|kids?|minors?|teen\w*|underage\w*|toddlers?|bab(?:y|ies)|school ?(?:girl|boy)s?|girls?|"
    r"boys?|pre-?teens?|"
    r"pupils?|lolis?|shotas?|(?:1[0-7]|[1-9])[\s-]*(?:year|yr|yo)\w*)"
)
_BARE = r"(?:nude\w*|naked\w*|topless|porn\w*|sexual\w*|undress\w*)"
_PLAIN = rf"(?:{_BARE}|sex|erotic\w*|lingerie|hentai|nsfw|stripp\w+)"
_HINTED = r"(?:sexy|fetish\w*|seductive\w*)"
_SEXUAL = rf"(?:{_PLAIN}|{_HINTED}|intimate)"
_INTIMATE = r"intimate (?:photos?|pictures?|images?|pics?|videos?|scenes?|clips?)"
_ROLES = (
    r"(?:celebrit\w+|presidents?|prime minister|chancellor|politicians?|senators?|actress|actors?|pop ?stars?|pope|"
    r"kings?|queens?|"
    r"my (?:ex\b|ex-?\w+|boss|teacher|neighbou?rs?|colleagues?|co-?workers?|classmates?|sister|girlfriend|"
    r"boyfriend|wife|husband|rival)|(?:a|the|this) (?:real|famous) (?:person|woman|man))"
)
_SOMEONE = rf"(?:{_ROLES}|(?-i:[A-Z][a-z]+ [A-Z][a-z]+))"  # two words that may be a name
_DEGRADED = (
    r"(?:arrested|handcuff\w*|in jail|in prison|humiliat\w+|degrad\w+|bribes?|taking drugs|doing drugs|snorting|"
    r"drunk|vomiting|dead body|"
    r"lynched|beaten up|confess\w*|admit\w* (?:to )?(?:a |the )?(?:crime|fraud|affair)|nazi|fake (?:news|statement|"
    r"quote|speech)|announc\w+ (?:that )?(?:the )?(?:war|election))"
)
_HARM = (
    r"(?:(?<!smoke )(?<!bath )(?<!glitter )(?<!photo )bombs?|explosives?|nerve agents?|meth(?:amphetamine)?|napalm|"
    r"ricin|anthrax|chemical weapons?|ghost guns?|silencers?|molotov\w*|grenades?|ransomware|malware|keyloggers?|"
    r"computer virus\w*|phishing)"
)
_FORBIDDEN = re.compile(
    r"\bstrip (?:her|him)\b"
    r"|\b(?:undress|strip (?:the|this|that)\b|remove (?:her|his|their|the) cloth\w*|take off (?:her|his|their) "
    r"cloth\w*|(?:without|no) clothes)\b.{0,40}\b(?:her|him|photo|picture|image|girl|woman|clothes?)\b"
    r"|\b(?:take|get|remove|lose|strip|delete|erase)\b.{0,20}\b(?:her|his|their|my \w+['’]?s?|the (?:girl|woman|"
    r"man|lady|guy)['’]?s?)\s"
    r"(?:\w+ )?(?:clothes|clothing|bikini|bra|underwear|top|dress|swimsuit|panties)(?:\s(?:off|away))?(?:\s(?:in|"
    r"from|on) (?:this|the|that|her|my) \w+)?$"
    r"|\bout of (?:her|his|their) clothes\b"
    rf"|\b{_SOMEONE}\b.{{0,60}}\b(?:underwear|bikini|panties|bra)\b.{{0,60}}\b(?:without (?:her|his|their)|"
    rf"secret\w*|know\w*)\b"
    rf"|\b(?:real|fake|realistic|convincing|photo|video|picture|image|footage|news|"
    rf"clip)\b.{{0,60}}\b{_SOMEONE}\b.{{0,60}}\b{_DEGRADED}\b"
    r"|\b(?:nude|naked|topless)\w*\s(?:photos?|pictures?|images?|pics?|videos?)\sof\s(?!an? |the |some |two |"
    r"three |\w+ (?:statue|"
    r"sculpture|figure)|marble|classical|greek)\w+ \w+"
    r"|\bdeep-?fakes?\b|\bfake\b.{0,30}\b(?:evidence|id card|passport|alibi|news (?:photo|report|footage)|"
    r"nudes?)\b|\bto (?:defraud|scam|blackmail|trick voters|deceive|humiliate|embarrass)\b"
    r"|\b(?:clone|imitate|fake|copy)\b.{0,30}\bvoice\b.{0,50}\b(?:scam|trick|fool|bank|without (?:his|her|their)|"
    r"prank call|ransom)\b"
    rf"|\b(?:how to|how (?:do|can|would) (?:i|you|one|we)|instructions?|step by step|recipe|guide|tutorial|"
    rf"infographic|diagrams?|blueprints?|schematics?|teach "
    rf"me|explain)\b.{{0,60}}\b{_HARM}\b"
    r"|\b(?:build|mak|print|assembl)\w*\b.{0,12}\b(?:gun|firearm|silencer)s?\b.{0,30}\b(?:at home|untraceable|"
    r"undetect\w*)\b"
    rf"|\b{_SOMEONE}\b.{{0,60}}\b{_DEGRADED}\b.{{0,60}}\b(?:so (?:that )?i can|to) (?:post|share|send|show|upload)\b"
    r"|\b(?:how to|how (?:do|can) i|instructions?|recipe|guide)\b.{0,40}\b(?:poison (?:someone|my|a person|people)|"
    r"kill (?:someone|my|a person|people|him|her)|hack into|make a gun|build a gun|3d[- ]print a gun|hide a body)\b"
    rf"|\b(?:build|make|making|building|cooking|cook|synthesi[sz]\w+)\b.{{0,12}}\b(?:a )?(?:pipe bomb|bomb at home|"
    rf"explosives|nerve agent|"
    rf"meth)\b",
    re.I | re.S,
)
FAR = 300
"""Characters between two words that belong together."""
_TOGETHER = [
    (re.compile(rf"\b{one}\b", re.I), re.compile(rf"\b{other}\b", re.I))
    for one, other in (
        (_MINOR, _SEXUAL),
        (_SEXUAL, _MINOR),
        (_PLAIN, _SOMEONE),
        (_SOMEONE, _BARE),
        (rf"(?:{_HINTED}|{_INTIMATE})", _ROLES),
    )
]
_EXPLICIT = (
    r"nudes?|nudity|naked|undress(?:ed|ing)|topless|sex|sexual\w*|porn\w*|erotic\w*|hentai|nsfw|"
    r"not safe for work"
)
"""Plainly not safe for work: what the filter keeps back."""
_FILTERED = re.compile(rf"\b({_EXPLICIT})\b", re.I)
_HARMLESS = re.compile(
    rf"\b(?:no|not|non|never|without)[\s-]+(?:any[\s-]+)?(?:{_EXPLICIT})\b"
    r"|\b(?:same|opposite)[\s-]sex\b|\bnaked[\s-](?:eyes?|mole|oats|cake|flame)\b"
    r"|\bnude[\s-](?:lipsticks?|colou?r\w*|tones?|heels|pumps|shade)\b",
    re.I,
)
_UNWANTED = ("negativePrompt", "negative_prompt")
"""Arguments that say what is not to be seen."""
_SELECTS = ("segment",)
"""Their words say what is in a picture that is there already."""


def forbids(text: str) -> bool:
    """Whether policy keeps this from being made."""
    text = " ".join(text.split())
    return (
        calls_to_violence(text)
        or bool(_FORBIDDEN.search(text))
        or any(_follows(one, other, text) for one, other in _TOGETHER)
    )


def forbids_any(arguments: Mapping[str, Any]) -> bool:
    """Whether a tool's arguments, or an order's, ask for such a thing, in a text or in a list of texts."""
    wanted = [value for name, value in arguments.items() if name not in _UNWANTED]
    texts = [one for one in wanted if isinstance(one, str)]
    rows = [one for one in wanted if isinstance(one, list)]
    return any(
        forbids(one) for one in texts + [t for row in rows for t in row if isinstance(t, str)]
    )


def _follows(one: re.Pattern[str], other: re.Pattern[str], text: str) -> bool:
    """Whether the other is said soon after the one. One look at each, however often they are said."""
    begins = [found.start() for found in other.finditer(text)]
    for found in one.finditer(text) if begins else ():
        place = bisect_left(begins, found.end())
        if place < len(begins) and begins[place] - found.end() <= FAR:
            return True
    return False


def sensitive(text: str) -> bool:
    """Whether a prompt is plainly not safe for work."""
    return bool(_FILTERED.search(_HARMLESS.sub(" ", text)))


def flagged(order: RenderRequest) -> bool:
    """Whether the content filter keeps back what this render shows, by the words it is made from."""
    if order.kind not in ("image", "video") or order.workflow in _SELECTS:
        return False
    return sensitive(expand_prompt(order.prompt, order.variation, order.seed))
