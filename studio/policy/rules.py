"""What the studio declines, whoever asks and by whichever door, and what its content filter keeps back.

Declined are sexual content with minors, degraded real people, calls to violence, instructions for harm, however the
letters are dressed up; in the larger languages besides English the plainest forms of it.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from studio.policy.disguise import readings, run_together
from studio.policy.forbidden_tongues import forbids_elsewhere
from studio.policy.nearby import follows
from studio.policy.violence import calls_to_violence
from studio.renderers.api import RenderRequest
from studio.renderers.dynamic_prompt import expand_prompt
from studio.safe_json import texts_of

_MINOR = (
    r"(?:child|children|kids?|minors?|teen\w*|underage\w*|toddlers?|bab(?:y|ies)|school ?(?:girl|boy)s?|girls?|"
    r"boys?|pre-?teens?|"
    r"pupils?|lolis?|shotas?|infants?|juveniles?|adolescents?|tweens?|school ?kids?|"
    r"(?:(?:six|seven|eight|nine|four|fif|thir)(?:teen)?|five|ten|eleven|twelve)[\s-]years?[\s-]olds?|"
    r"(?:1[0-7]|[1-9])[\s-]*(?:year|yr|yo)\w*(?![\s-]*(?:old[\s-])?"
    r"(?:anniversary|plan|warranty|whiske?y|wine|scotch|bourbon|rum|cheese)\b))"
)
_KIN = r"(?:(?:step|grand)?(?:daughters?|sons?)|nieces?|nephews?)"
_UNCLOTHED = (
    r"(?:unclothed|unclad|nudity|nudis[mt]\w*|pr[o0]n|without (?:any |his |her |their )?cloth(?:es|ing)|"
    r"wearing (?:nothing|no cloth\w*)|(?:with|has|have) no cloth(?:es|ing) on)"
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
    r"ricin|anthrax|chemical weapons?|ghost guns?|silencers?|molotov\w*|grenades?)"
)
_HARM_BY_COMPUTER = r"(?:ransomware|malware|keyloggers?|computer virus\w*|phishing)"
_WARDED_OFF = (
    r"\b(?:spot|recogni[sz]|detect|prevent|protect|defend|guard|report|remov|avoid(?! (?:detect|being))|against|"
    r"aware)"
)
_TAUGHT = (
    r"(?:how to|how (?:do|can|would) (?:i|you|one|we)|instructions?|step by step|recipe|guide|tutorial|infographic|"
    r"diagrams?|blueprints?|schematics?|teach me|explain)"
)
_FORBIDDEN = re.compile(
    r"\bstrip (?:her|him)\b"
    r"|\bstrip (?:the|this|that) (?:\w+ )?(?:girl|boy|child|kid|woman|man|lady|guy|person|people|model|"
    r"actress|teacher|neighbou?r|bride|cloth(?:es|ing)|dress|bikini|bra|underwear|top|shirt|swimsuit|panties)s?\b"
    r"|\b(?:undress|remove (?:her|his|their|the) cloth\w*|take off (?:her|his|their) "
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
    rf"|\b{_TAUGHT}\b(?:.{{0,60}}\b{_HARM}|(?:(?!{_WARDED_OFF}).){{0,60}}\b{_HARM_BY_COMPUTER})\b"
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
_TOGETHER = [
    (re.compile(rf"\b{one}\b", re.I), re.compile(rf"\b{other}\b", re.I))
    for one, other in (
        (_MINOR, _SEXUAL),
        (_SEXUAL, _MINOR),
        (_MINOR, _UNCLOTHED),
        (_UNCLOTHED, _MINOR),
        (_KIN, _BARE),
        (_BARE, _KIN),
        (_PLAIN, _SOMEONE),
        (_SOMEONE, _BARE),
        (rf"(?:{_HINTED}|{_INTIMATE})", _ROLES),
    )
]
_SOUNDS_LIKE = (
    r"\bsexual (?:health|education)\b|\bsex pistols\b|\bsex and the city\b|\bnaked (?:sword|blade|steel)s?\b|"
    r"\bgirls['’]? night\b|"
    r"\b(?:same|opposite)[\s-]sex\b(?! (?:photo|picture|image|scene|video|tape|act))|\bsex ed(?:ucation)?\b|"
    r"\bnaked[\s-](?:eyes?|mole|oats|cakes?|flames?|trees?|branch\w*|walls?|bulbs?|truth|juice)\b|"
    r"\bnude[\s-](?:lipsticks?|colou?r\w*|tones?|heels|pumps|shades?)\b"
)
"""Neither bare nor sexual, whoever is near."""
_INNOCENT = re.compile(
    rf"{_SOUNDS_LIKE}|\b(?:no|without(?: any)?) (?:nudity|(?:sexual|nsfw|erotic) content)\b|"
    r"\b(?:nothing|not) (?:sexual|nsfw|erotic)(?=$|[.,;!)])|\btopless (?:convertible|bus|double)|"
    r"(?-i:\bby [A-Z][a-z]+ [A-Z][a-z]+(?: [A-Z][a-z]+)?\b)|"
    r"(?-i:\b(?:Art (?:Deco|Nouveau)|Old Masters?|New (?:York|Orleans|Delhi|Zealand)|San (?:Francisco|Diego)|"
    r"Los Angeles|Las Vegas|Miami Beach|Hong Kong|Tel Aviv|Buenos Aires|Times (?:New Roman|Square))\b)",
    re.I,
)
"""What is no wish for it, painters, and places and styles that look like names of people."""
_GLUED_BARE = r"(?:nude|naked|topless|porn|undressed)"
_GLUED_MINOR = r"(?:child|kid|toddler|underage|preteen|girl|schoolboy|loli)"
_GLUED = re.compile(
    rf"{_GLUED_BARE}(?:little|young)?{_GLUED_MINOR}|{_GLUED_MINOR}(?:ren|s)?{_GLUED_BARE}", re.I
)
"""The worst without the blanks between."""
_EXPLICIT = (
    r"nudes?|nudity|naked|undress(?:ed|ing)|topless|sex|sexual\w*|porn\w*|erotic\w*|hentai|nsfw|"
    r"not safe for work"
)
"""Plainly not safe for work: what the filter keeps back."""
_FILTERED = re.compile(rf"\b({_EXPLICIT})\b", re.I)
_HARMLESS = re.compile(
    rf"\b(?:no|not|non|never|without)[\s-]+(?:any[\s-]+)?(?:{_EXPLICIT})\b|{_SOUNDS_LIKE}", re.I
)
_UNWANTED = ("negativePrompt", "negative_prompt")
"""Arguments that say what is not to be seen."""
_SELECTS = ("segment",)
"""Their words say what is in a picture that is there already."""
_WINDOW, _SHARED = 8192, 1024
"""Characters; what belongs together lies nearer than the second."""


def forbids(text: str) -> bool:
    """Whether policy keeps this from being made. Takes half a second for 100,000 characters."""
    together = any(_GLUED.search(part) for part in _windows(run_together(text)))
    return together or any(_declines(part) for one in readings(text) for part in _windows(one))


def _windows(text: str) -> Iterator[str]:
    """A long text in parts that overlap: in a thread it lets others run between two of them."""
    for start in range(0, max(len(text) - _SHARED, 1), _WINDOW - _SHARED):
        yield text[start : start + _WINDOW]


def _declines(text: str) -> bool:
    """One reading of a text, with single blanks."""
    return (
        calls_to_violence(text)
        or bool(_FORBIDDEN.search(text))
        or (_side_by_side(text) and _side_by_side(_INNOCENT.sub(" ", text)))
        or forbids_elsewhere(text)
    )


def _side_by_side(text: str) -> bool:
    return any(follows(pair, text) for pair in _TOGETHER)


def forbids_any(arguments: Mapping[str, Any], most_chars: int | None = None) -> bool:
    """Whether a tool's arguments, or an order's, ask for such a thing, in whatever text they hold.

    `most_chars` are as many of a text as anybody will use.
    """
    return any(forbids(one[:most_chars]) for one in texts_of(arguments, _UNWANTED))


def forbids_branch(prompt: str, variation: int, seed: int) -> bool:
    """Whether the branches that a prompt takes for one variation say what its text as a whole did not."""
    return "{" in prompt and forbids(expand_prompt(prompt, variation, seed))


def sensitive(text: str) -> bool:
    """Whether a prompt is plainly not safe for work."""
    return any(_FILTERED.search(_HARMLESS.sub(" ", one)) for one in readings(text))


def flagged(order: RenderRequest) -> bool:
    """Whether the content filter keeps back what this render shows, by the words it is made from."""
    if order.kind not in ("image", "video") or order.workflow in _SELECTS:
        return False
    return sensitive(expand_prompt(order.prompt, order.variation, order.seed))
