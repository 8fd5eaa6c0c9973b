"""What the studio declines, whoever asks and by whichever door.

Sexual content with minors, degraded real people, calls to violence, instructions for harm.
"""

import re
from collections.abc import Mapping
from typing import Any

_MINOR = (
    r"(?:child|children|kids?|minors?|teen\w*|underage\w*|toddlers?|bab(?:y|ies)|school ?(?:girl|boy)s?|girls?|"
    r"boys?|pre-?teens?|"
    r"pupils?|lolis?|shotas?|(?:1[0-7]|[1-9])[\s-]*(?:year|yr|yo)\w*)"
)
_SEXUAL = (
    r"(?:nude\w*|naked\w*|undress\w*|topless|sex|sexual\w*|sexy|sexuali[sz]ed|porn\w*|erotic\w*|lingerie|hentai|nsfw|"
    r"stripp\w+|fetish\w*|seductive\w*|intimate)"
)
_SOMEONE = (
    r"(?:celebrit\w+|presidents?|prime minister|chancellor|politicians?|senators?|actress|actors?|pop ?stars?|pope|"
    r"kings?|queens?|(?-i:[A-Z][a-z]+ [A-Z][a-z]+)|"
    r"my (?:ex\b|ex-?\w+|boss|teacher|neighbou?rs?|colleagues?|co-?workers?|classmates?|sister|girlfriend|"
    r"boyfriend|wife|husband|rival)|(?:a|the|this) (?:real|famous) (?:person|woman|man))"
)
_DEGRADED = (
    r"(?:arrested|handcuff\w*|in jail|in prison|humiliat\w+|degrad\w+|bribes?|taking drugs|doing drugs|snorting|"
    r"drunk|vomiting|dead body|"
    r"lynched|beaten up|confess\w*|admit\w* (?:to )?(?:a |the )?(?:crime|fraud|affair)|nazi|fake (?:news|statement|"
    r"quote|speech)|announc\w+ (?:that )?(?:the )?(?:war|election))"
)
_HARM = (
    r"(?:bombs?|explosives?|nerve agents?|meth(?:amphetamine)?|napalm|ricin|anthrax|chemical weapons?|ghost guns?|"
    r"silencers?|molotov\w*|grenades?|"
    r"ransomware|malware|keyloggers?|computer virus\w*|phishing)"
)
_PEOPLE = (
    r"(?:immigrants?|migrants?|refugees?|foreigners?|minorit(?:y|ies)|jews?|muslims?|christians?|hindus?|blacks?|"
    r"black people|whites|white people|asians?|arabs?|roma|gays?|lesbians?|trans people|transgender people|women|"
    r"disabled people|homeless people|politicians?|journalists?|police(?:men| officers)?|(?:our|their) enem(?:y|ies))"
)
_VIOLENCE = (
    r"(?:attack|kill|murder|lynch|exterminate|shoot|burn|beat(?: up)?|hang|stab|bomb|wipe out)"
)
_FORBIDDEN = re.compile(
    rf"\b(?:call\w*|urg\w+|tell\w*|incit\w+|encourag\w+|invit\w+|let'?s|join us)\b.{{0,60}}"
    rf"\b{_VIOLENCE}\b.{{0,40}}\b{_PEOPLE}\b"
    rf"|\b(?:kill|murder|lynch|exterminate|gas)\b (?:all |every |the |those |these )*{_PEOPLE}\b"
    r"|\bincit\w+ (?:to )?(?:hatred|violence|riots?)\b"
    rf"|\b{_MINOR}\b.{{0,300}}\b{_SEXUAL}\b|\b{_SEXUAL}\b.{{0,300}}\b{_MINOR}\b"
    rf"|\b{_SEXUAL}\b.{{0,300}}\b{_SOMEONE}(?:\b|$)|\b{_SOMEONE}\b.{{0,300}}\b(?:nude\w*|naked\w*|topless|porn\w*|"
    rf"sexual\w*|"
    rf"undress\w*)\b"
    rf"|\b(?:undress|strip|remove (?:her|his|their|the) cloth\w*|take off (?:her|his|their) cloth\w*|(?:without|"
    rf"no) clothes)\b.{{0,40}}\b(?:her|him|photo|picture|image|girl|woman|clothes?)\b"
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


def forbids(text: str) -> bool:
    """Whether policy keeps this from being made."""
    return bool(_FORBIDDEN.search(" ".join(text.split())))


def forbids_any(arguments: Mapping[str, Any]) -> bool:
    """Whether a tool's arguments ask for such a thing, in a text or in a list of texts."""
    texts = [one for one in arguments.values() if isinstance(one, str)]
    rows = [one for one in arguments.values() if isinstance(one, list)]
    return any(
        forbids(one) for one in texts + [t for row in rows for t in row if isinstance(t, str)]
    )
