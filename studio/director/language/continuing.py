"""Words that go on from what is there, told from a thing of its own: "simpler, just one colour", "the text in red".

An order is never drawn as its own words: what would make no picture alone becomes the order it stands for.
"""

import re

from studio.director.language.statements import states
from studio.director.language.styles import COLOUR, STYLE
from studio.director.language.subjects import trimmed
from studio.director.language.vocabulary import THINGS_IN_ING

_MORE_OF_IT = """
simple dark bright light warm cool cold big large small tall long short wide narrow thick thin bold soft hard sharp
smooth rough clean clear crisp rich deep pale loud quiet calm wild high low close near far old young cute pretty nice
fine funny scary happy sad friendly angry moody dreamy cozy cosy busy empty full strong weak gentle round flat fresh
strange weird crazy sexy fancy plain classy messy gritty sunny cloudy rainy snowy foggy dirty shiny spooky creepy silly
edgy punchy tight loose slim heavy mild green blue red white black grey pink slow fast quick lively great cheap
tidy juicy hairy fluffy tiny chunky curvy royal natural
"""
_IRREGULAR = "better worse further farther"
_LOOKS = """
realistic photorealistic vintage retro modern minimal minimalist minimalistic elegant snowy rainy foggy misty sunny
cloudy stormy dark bright colourful colorful cute scary funny serious dramatic cinematic moody dreamy cozy cosy romantic
festive professional playful childish abstract blurry transparent monochrome handwritten bold flat clean fancy classy
luxurious rustic futuristic old-fashioned friendly aggressive wild calm quiet loud soft natural hand-drawn empty crowded
wet dry simple plain elaborate detailed glossy matte shiny rough smooth spooky creepy magical epic heroic royal sleek
warm cool cold light pale neon pastel symmetrical round square-ish asymmetrical geometric organic feminine masculine
grown-up traditional contemporary glamorous sporty tropical wintry autumnal springlike summery christmassy
"""
_OF_A_PICTURE = (
    r"(?:back-?grounds?|colou?rs?|fonts?|texts?|letters?|lettering|titles?|captions?|lighting|lights?|angles?|"
    r"camera(?: "
    r"angle)?|"
    r"styles?|looks?|moods?|vibes?|feel|atmosphere|sizes?|contrast|movement|motion|visuals?|energy|borders?|frames?|"
    r"framing|composition|perspective|weather|details?|saturation|brightness|outfits?|hair|expressions?|faces?|poses?|"
    r"endings?|beginnings?|openings?|resolution|quality|shadows?|reflections?|typography|layouts?|edges?|corners?|"
    r"shapes?|"
    r"lines|tones?|palette|zoom|point of view|proportions)"
)
_SINGLE = re.compile(
    r"(?:back-?ground|font|title|caption|angle|camera angle|style|look|mood|vibe|border|frame|perspective|"
    r"composition|expression|pose|layout|palette|point of view|outfit|ending|opening)$",
    re.I,
)
_FILLER = (
    r"(?:(?:make|do|have|get|draw|try) it|idk|i (?:don['’]?t|do not) know|dunno|hmm+|hm|lol|haha\w*|lmao|yeah|yep|"
    r"ok|okay|well|but|and|now|then|so|"
    r"maybe|perhaps|please|pls|i (?:think|guess)|rather|like|kinda|kind of|more like|also|just make it|(?:make|do|"
    r"have|get|draw) it|(?:the )?same,? but|no|nope|"
    r"nah|not (?:that|this|like (?:that|this))|try|let['’]?s try|let['’]?s have|how about|what about)"
)
_BEFORE = re.compile(rf"^(?:{_FILLER}(?:[\s,.!…-]{{1,4}}|$)){{1,6}}", re.I)
_AFTER = re.compile(
    r"(?:[\s,.!?]{1,3}(?:instead|maybe|perhaps|actually|after all|please|pls|lol|haha|too|though|i (?:think|guess)|"
    r"this time|again|now|ok|"
    r"if possible|or so|or something)){1,4}[\s.!?]{0,3}$",
    re.I,
)


def _comparatives() -> str:
    forms = []
    for word in _MORE_OF_IT.split():
        stem = f"{word[:-1]}i" if re.search(r"[^aeiou]y$", word) else word.removesuffix("e")
        forms.append(rf"{stem}{stem[-1]}?er")
    return "|".join([*forms, *_IRREGULAR.split()])


_HOW_MUCH = r"(?:(?:an? (?:bit|little|lot|touch|tad)|much|slightly|even|way|far|still|some) )*"
_THAN = re.compile(
    rf"{_HOW_MUCH}(?:{_comparatives()})(?=$|,| (?:and|than|but|in|at|on|with|for|up|down|so)\b)",
    re.I,
)
_LOOK = re.compile(
    rf"(?:(?:very|really|all|totally|super|quite|more|less|not (?:so|too|as)|too) ){{0,4}}(?:"
    rf"{'|'.join(_LOOKS.split())}|{COLOUR}|"
    rf"{STYLE.pattern}|black and white)(?:(?:,? and|,| &)? (?:very |all )?(?:{'|'.join(_LOOKS.split())}|{COLOUR}|"
    rf"{STYLE.pattern}|on|black and white|style|look)){{0,4}}",
    re.I,
)
_SHADE = (
    r"(?:pale|light|lighter|dark|darker|deep|bright|soft|warm|burnt|dull|muted|neon|pastel|strong)"
)
_A_TINT = re.compile(  # "rather a pale blue", though "an orange" is a thing
    rf"(?!an? (?!{_SHADE} )(?:[a-z]+ )?orange$)(?:an? )?(?P<tint>(?:[a-z]+ )?{COLOUR})", re.I
)
_IN_A_STYLE = re.compile(
    r"(?:in )?(?!(?:the|same|that|this|my|another|different|an?|no)\b)(?:[\w'-]{2,20} ){1,2}style"
    r"(?:(?:,| and| with| but) [\w' ,-]{3,60})?",
    re.I,
)
_LIMITED = re.compile(
    r"(?P<only>only|just|nothing but|no more than|not|no|less|fewer|more|without|with)\b", re.I
)
_WHERE = re.compile(
    r"(?:in|on|at|under|inside|behind|near|beside|by|next to|in front of|on top of|above|among|during|outside|against|"
    r"over|around|between)\b",
    re.I,
)
_AS = re.compile(
    r"(?:as|like) (?:an?|the|if|in|some)\b|as (?!(?:soon|long|far|well|usual|always|for|you|i|we|it|he|she|they)\b)"
    r"[\w' -]{3,60}$",
    re.I,
)
_FOR = re.compile(
    r"for (?:the|a|an|my|our|kids|children|adults|print\w*|instagram|story|stories|tik ?tok)\b",
    re.I,
)
_BY_BEGINNING = (
    (_AS, "show it"),
    (_FOR, "make it"),
    (re.compile(r"from\b", re.I), "show it"),
    (_WHERE, "put it"),
)
_PART = re.compile(
    rf"(?P<the>(?:the|its|his|her|their|all) )?(?:(?!(?:an?|two|three)\b)[\w'-]{{1,20}} "
    rf"){{0,3}}?{_OF_A_PICTURE}\b(?P<rest>.*)$",
    re.I,
)
_THERE = re.compile(  # at a place of the picture that is there: "lights on in the windows"
    r"(?!the\b)[\w' -]{2,40}? (?:in|on|at|behind|around|near|from|through|outside|under) "
    r"the (?:windows?|back-?ground|foreground|corners?|"
    r"middle|left|"
    r"right|top|bottom|table|walls?|sky|eyes|hair|distance|front|back|edges?)$",
    re.I,
)
JOINED = r"(?:with|and|in|on|of|at|under|over|near|or)"  # what makes two things one picture
_AT_A_SIDE = re.compile(  # "yellow roses on top"
    rf"(?!(?:the|it|this|that|they|he|she|make|put|move|show|look\w*)\b)(?:(?!{JOINED}\b)[\w'-]{{2,20}} ){{1,3}}"
    r"(?:on top|in front|behind|underneath|in between|all (?:over|a?round)|everywhere|"
    r"around (?:it|them)|next to (?:it|him|her|them))",
    re.I,
)
_ALTERNATIVE = re.compile(r"(?:an? )?(?:different|other|another|new)\b", re.I)
_SHOT = re.compile(
    r"(?:wide|close|long|aerial|top|side|front|macro|full[- ]body|extreme close)[- ](?:up|shot|view)",
    re.I,
)
_DOING = re.compile(  # "wearing a top hat", "hanging from a branch"
    rf"(?:(?:wearing|holding|carrying) (?P<worn>(?:an?|some|two|the) [\w' -]{{2,40}})|(?!{THINGS_IN_ING}\b|"
    rf"(?:bring|sting|fling)\b)"
    r"[a-z-]{2,20}ing (?:from|in|on|at|under|over|through|into|down|up|with|behind|his|her|its) [\w' -]{2,40})",
    re.I,
)
_OTHERS = re.compile(r"(?:other|different|new|bigger|smaller|more|fewer) [\w-]{2,20}s", re.I)
_OF_IT = re.compile(
    r"^(?!(?:what|which|how|who|why|is|are|put|make|add|give|show|draw|and|i|you|we)\b)"
    r"[\w' -]{2,40} (?:of|on|in|"
    r"around|behind|beside|near|"
    r"under|over|from) (?:it|him|her|them|us|me)(?: [\w-]+)?$",
    re.I,
)
_WITH = re.compile(r"something (?:with|like|about|in) (?P<what>.{2,80})$", re.I)
_MEANT = re.compile(
    r"(?P<what>[\w' -]{2,40}) (?:was|is) (?:meant|what i meant|wanted)(?:,? not .{2,40})?$", re.I
)
_NEW = re.compile(
    r"(?:an?|two|three|four|five|six|some|\d{1,2}|my|our)\s(?!(?:bit|little|lot|touch|tad)\b)", re.I
)
_ASKS = re.compile(
    r"\b(?:should|shall|must|needs? to|has to|have to|would|could)\b|^(?:they|he|she|it)\b|\b(?:i|we|you|it|they|"
    r"he|she)\b",
    re.I,
)


def bared(text: str) -> str:
    """Words without the hesitation and the politeness round them."""
    for _ in range(2):
        text = trimmed(_BEFORE.sub("", _AFTER.sub("", trimmed(text))))
    return text


def order_from(text: str) -> str:
    """The order that words stand for that go on from what is there; empty for a thing of its own or what is unclear."""
    told = bared(text)
    if meant := _MEANT.fullmatch(told):
        return f"make it {meant['what']}"
    first, *rest = re.split(r"\s?[,;.]\s(?![^\"]*\"$)", told)
    parts = [first, *(part for part in rest if part and not states(part))]
    parts = parts[1:] if len(parts) > 1 and parts[0].lower() == "too much" else parts
    if (states(first) and first.lower() != "too much") or any(
        _NEW.match(part) and not _A_TINT.fullmatch(part) for part in parts
    ):
        return ""
    order = _order(parts[0])
    return ", ".join([order, *parts[1:]]) if order else ""


def _order(text: str) -> str:
    """The order of one part; the kinds are tried from the surest to the loosest."""
    if told := _WITH.fullmatch(text):
        return f"add {told['what']}"
    if _ALTERNATIVE.match(text) and (part := _PART.fullmatch(text)):
        return f"give it {_with_article(text)}" if not part["rest"] else ""
    if _NEW.match(text) and not _A_TINT.fullmatch(text):
        return ""
    if shown := _shown(text):
        return shown
    if _THAN.match(text) and not _PART.fullmatch(text):
        return f"make it {text}"
    if look := _LOOK.fullmatch(re.sub(r"^in (?:all )?(?=\w)", "", text)):
        return f"make it {look.group()}"
    if tint := _A_TINT.fullmatch(text):
        return f"make it {tint['tint']}"
    if _IN_A_STYLE.fullmatch(text):
        return f"make it {text}"
    if _LIMITED.match(text):
        return (
            text
            if re.match(r"(?:no|less|fewer|more|without|with)\b", text, re.I)
            else f"make it {text}"
        )
    order = next((order for begins, order in _BY_BEGINNING if begins.match(text)), "")
    if order:
        return f"{order} {text}"
    if _THERE.fullmatch(text) or _AT_A_SIDE.fullmatch(text):
        return f"add {text}"
    part = _PART.fullmatch(text)
    if part and (part["the"] or not part["rest"]) and len(text.split()) < 8:
        return f"give it {_with_article(text)}"
    return ""


def _shown(text: str) -> str:
    """The order of words that say how it is shown, what somebody wears or does, or of what there is more."""
    if _SHOT.fullmatch(text):
        return f"show it in {text}"
    if doing := _DOING.fullmatch(text):
        return f"give it {doing['worn']}" if doing["worn"] else f"show it {text}"
    if _OTHERS.fullmatch(text):
        return f"give it {text}"
    if _OF_IT.search(text):
        return f"show {text}"
    return ""


def _with_article(text: str) -> str:
    """ "White background" as "a white background"."""
    if not _SINGLE.search(text) or re.match(
        r"(?:the|its|his|her|their|all|an?|another|other)\b", text, re.I
    ):
        return text
    return f"{'an' if text[0].lower() in 'aeiou' else 'a'} {text}"


def tells_or_asks(text: str) -> bool:
    """Whether words speak of somebody or something as a sentence does, so that they are no picture's words."""
    return bool(_ASKS.search(text)) and not _NEW.match(bared(text))
