"""A message without what is remarked around its order: thanks, names, feelings, purposes, whatever wants nothing.

"Dear computer, this is my late husband. Could you mend it? Thank you, Rosemary" is "Could you mend it?".
"""

import re

from studio.director.language import values
from studio.director.language.asides import CRY as CRY_OUT
from studio.director.language.asides import (
    DELIGHT,
    DISLIKE,
    DOUBT,
    GREETING,
    PRAISE,
    PURPOSE,
    STORY,
    THANKS,
    aside,
    told_besides,
)
from studio.director.language.briefs import purpose_told
from studio.director.language.told_of_a_picture import (
    goes_on,
    is_new_thing,
    is_so_then,
    leans_on,
    looks_so,
    names_something,
    of_the_work,
    seen_doing,
)
from studio.director.language.vocabulary import CRY, FILM, PEOPLE, SONG, VERB, WORN

MOST_TEXT, MOST_PARTS = 1500, 24
_SENTENCE = re.compile(
    r"(?<!\bmr)(?<!\bms)(?<!\bdr)(?<!\bst)(?<!\bmrs)(?<!\bno)(?<!\bvs)(?<!\be\.g)[.!?…]{1,6}[\s)]+|\n+|"
    r"\s?[\u2600-\u27bf\ufe0f\u200d\U0001f300-\U0001faff]{1,8}\s?",
    re.I,
)
_JOINT = re.compile(r"(?:\s?[,;:]|\s[-–—]{1,2})\s|,?\s(?=(?:so|but|and)\s)|\.{2,3}\s", re.I)
_TELLS = re.compile(
    r"\b(?:lyrics|words|text|script|lines?|prompt|captions?|subtitles?|titles?|says?|saying|reads?(?: this)?(?: out)?"
    r"(?: loud)?|aloud|speak|voice|narrat\w+|announcement|message|letter|poem|brief|plan|template|"
    r"storyboard)\b[^:\n]{0,60}"
    r"(?<!\d):|\b(?:cards?|posters?|signs?|banners?|notes?|invitations?|fl[yi]ers?|labels?|stickers?|menus?|certificates?|"
    r"plaques?|comics?|memes?|chalkboards?|t-?shirts?|mugs?)\b[^:.!?\n]{0,40}(?<!\d):|\[(?:verse|chorus|intro)|-->",
    re.I,
)
_QUOTED = re.compile(r"[\"“„«].{0,1200}?[\"”“»]|(?<=\s)'[^'\n]{2,200}'(?=[\s,.;!?)]|$)", re.S)
_NO_VERB = (  # "warm light", "open fields": how a thing is
    r"(?!(?:warm|cool|open|close|slow|clean|cut|smooth|clear|film|level|last|light|mixed) (?!(?:it|this|that|these|"
    r"those|the|them|him|her|my|our|its|his|up|down|out|off|in|all|both|every|everything|an?|some|two|three|with|to|me|us)\b)\w)"
)
_ASKS = re.compile(
    rf"(?:(?:so|but|and|now|please|pls|plz|then|ok|okay|maybe|perhaps|just|only|also|yes|well|oh|i was|"
    rf"if)[\s,]{{1,3}}){{0,5}}(?:{_NO_VERB}{VERB}|"
    r"(?:can|could|may|might|would|will|should) (?:also |please )?(?:you|u|i|we|it|he|she|they|this|that|there|"
    r"the \w+|someone)|(?:i|we)"
    r"(?:['’]d| would| really| also| just)* ?(?:like|love|want|need|wish)(?! (?:it|this|that|them|how|"
    r"the (?:first|second|third|last))\b)|"
    r"(?:i|we)(?:['’]m|['’]re| am| are) (?:looking for|after)|need(?! cheering)|looking for|wondering|i wonder|"
    r"hoping|let['’]?s|how about|what about|"
    r"(?:an?|some|two|three|four|five|six|\d{1,2}) (?:[\w'-]+ ){0,3}?(?:videos?|films?|clips?|pictures?|images?|"
    r"photos?|drawings?|paintings?|portraits?|songs?|"
    r"tracks?|posters?|logos?)(?= (?:of|for|with|about|where|showing|that)\b)|"
    r"is (?:it|there)|would it|do you think|any chance|gimme)\b(?!['’-])",
    re.I,
)
_A_THING = re.compile(
    r"(?:(?:just|maybe|now|and|please) )*(?:an?|some|one|two|three|four|five|six|\d{1,2}|another|the same|again|"
    r"same)\s\w",
    re.I,
)
_LEANS_ON_STORY = re.compile(
    r"(?<!for )(?<!in )(?<!on )(?<!with )(?<!of )(?<!under )\b(?:him|her|them|it|one|ones|he|she|they|us|myself|"
    r"his|their|"
    r"me(?! (?:an?|some|the|my|two|three|\d)\b))\b",
    re.I,
)
_SIGNED = re.compile(
    r"(?:[-–—~] ?)?(?:(?:yours|best|love|regards|cheers|sincerely|xx?|all the best|(?:best|kind|warm) (?:wishes|"
    r"regards)|"
    r"yours (?:truly|sincerely|faithfully)|"
    r"with love)[\s,]{0,3})?(?:from )?(?P<name>(?-i:[A-Z][\w'’]{1,20}(?: (?:and|&) [A-Z][\w'’]{1,20}|"
    r" [A-Z][\w'’.]{0,20}){0,2}))?"
    r"[\s,.!]{0,3}x{0,3}[\s.!]{0,3}",
    re.I,
)
_SIGNS = re.compile(
    r"yours|best|love|regards|cheers|sincerely|wishes|thanks?|thank you|^[-–—~]", re.I
)
_SHOWN = re.compile(  # what came along, or was made: no part of what is wanted of it
    rf"(?:(?:and|so|well|ok) )*(?:(?:this|that|it|these|here|he|she|they)(?:['’]?s|['’]?re| is| are| was| were)|"
    rf"(?:this|here) (?:is|are)|i (?:took|filmed|shot|made|"
    rf"drew|painted|wrote|recorded|found|sell|have|had|got|bought)|my (?:[\w-]+ )?(?:{PEOPLE}) (?:took|filmed|"
    rf"shot|made|drew|painted|wrote|recorded|found|sent|gave))\b",
    re.I,
)
_OURS = re.compile(  # what somebody tells of their own life
    rf"(?:(?:and|so|well|ok|because|since|as) )*(?:(?:i|we)(?:['’](?:m|re|ve|ll|d))?|you(?:['’](?:re|ve|ll|d))?|"
    rf"my (?:[\w-]+ )?(?:{PEOPLE})(?: and i)?|our (?:[\w-]+ )?(?:{PEOPLE})|"
    rf"some of (?:our|my) \w+|it (?:was|has been|rained|snowed))\s\w",
    re.I,
)
_THEIRS = re.compile(r"(?:he|she|they)\b", re.I)
_LIFE = re.compile(
    r"\b(?:tomorrow|yesterday|tonight|today|(?:last|next|this|on) (?:week|month|year|night|summer|winter|spring|"
    r"\w+day)|years?|days? ago|in (?:january|february|march|april|may|june|july|august|september|october|"
    r"november|december|\d{4}))\b",
    re.I,
)
_PART = (
    r"(?:the|my|his|her|that|this|those|its) (?!(?:picture|photo|image|one|song|film|video|clip|colou?rs?|"
    r"style|music|voice|rest)\b)[\w-]{2,20}(?: (?!(?:is|are|looks?|in|on|of|at|here|"
    r"and)\b)[\w-]{2,20})?(?: (?:in|on|of) (?:this|it|that|here|the (?:picture|photo|image|background))| here)?"
)
_BAD_PART = re.compile(  # a part that somebody minds, before what is to be done with it
    rf"(?:[^.!?]{{0,120}}?\b(?:and|but|,) )?(?:i(?:['’]m| am) not (?:so |too |really )?(?:keen on|happy with|"
    rf"sure about|a fan of|mad about)|"
    rf"i (?:(?:really|just) )?(?:don['’]?t|do not) (?:really |much )?(?:like|love)|i hate) (?P<one>{_PART})$|"
    rf"(?:[^.!?]{{0,120}}?\b(?:and|but|,) )?(?P<other>{_PART}) (?:is|are|looks?) "
    r"(?:(?:really|very|so|just|a bit|a little|quite|rather|all|such) )*(?:a (?:mess|disaster|distraction)|ugly|"
    r"awful|horrible|distracting|annoying|boring|in the way|"
    r"terrible|messy|wrong|dull|spoiling it|ruining it|weird|hideous|cluttered)$",
    re.I,
)
_ITS_ORDER = re.compile(
    rf"^(?P<head>[^.!?;]{{0,40}}?\b(?:{VERB})(?: (?:out|off|away|up))?) (?:it|that|them|those)\b(?! (?:one|bit|"
    rf"part|picture|photo)s?\b)",
    re.I,
)
_DEADLINE = re.compile(
    r"\s(?:by|before) (?:tomorrow|tonight|(?:next )?(?:mon|tues|wednes|thurs|fri|satur|sun)day|the (?:weekend|"
    r"end of the (?:day|week)))(?: morning| evening| "
    r"night| afternoon| at the latest)?(?=\s?(?:[,.!?:;]|$|[^\x00-\u2fff]))",
    re.I,
)
_FACES = re.compile(
    r"(?<=\S)\s?[\U0001f600-\U0001f64f\U0001f970-\U0001f97a\u2764\U0001f493-\U0001f49f\ufe0f]{1,8}(?=\s|$)"
)
_THAT_SONG = re.compile(rf"\b(?:the|that|this|your) (?:[\w-]+ )?{SONG}\b", re.I)
_IT_IS = re.compile(r"(?:and |so |as |because )?(?:it|this|that|they)\b", re.I)
_DAMAGED = re.compile(
    r"\b(?:torn|fad\w+|scratch\w*|damaged?|creas\w+|stain\w*|blurr?\w*|crack\w*|yellow\w*|ripped|noisy|grainy|"
    r"dusty)\b",
    re.I,
)
_HOPED = re.compile(
    r"\b(?:imagin\w+|pictur(?:e|ed|ing)\b(?! (?:of|with|from))|envision\w*|(?:want\w*|needs?)(?! to (?!be\b|"
    r"have\b|see\b))|wish\w*|prefer\w*|thought of|thinking of|dream\w* of|"
    r"would (?:like|love)|['’]d (?:like|love)|should|must)\b",
    re.I,
)
_WORN = re.compile(rf"\b{WORN}\b", re.I)
_DESIGNED = re.compile(  # what it is for is to be read, or sung, on it
    r"\b(?:cards?|posters?|logos?|flyers?|invitations?|invites?|banners?|signs?|labels?|certificates?|menus?|"
    r"leaflets?|"
    r"covers?|songs?|lyrics|poems?|speech|scripts?|toast|jingles?|stickers?|t-?shirts?|something)\b",
    re.I,
)


def order_among(text: str, *, seen: bool, came: bool = False) -> tuple[str, tuple[str, ...]]:
    """The order in a message and what was remarked around it; `seen`: there are media the order may speak of.

    `came`: some of them came along with the message, which its sentences tell of.

    The message as it is, with no remarks, where nothing of it is an order.
    """
    if len(text) > MOST_TEXT:
        return text, ()
    text = text if _QUOTED.search(text) else _DEADLINE.sub("", text)
    start = _TELLS.search(text)
    end = start.end() if start else len(text)
    told, protected = text[:end], text[end:]
    sentences = _sentences(told)
    if protected:
        sentences, protected = sentences[:-1], (sentences[-1] if sentences else "") + protected
    return _sorted_out(sentences, protected, seen, came) or (text, ())


def only_remarks(text: str) -> tuple[str, ...]:
    """The kinds of its sentences where every one of them is a remark; else none."""
    sentences = _sentences(text) if len(text) <= MOST_TEXT else []
    kinds = [aside(one) for one in sentences]
    told = [kind or _beside(one, kinds) for kind, one in zip(kinds, sentences, strict=True)]
    return tuple(told) if told and all(told) else ()


def _beside(sentence: str, kinds: list[str]) -> str:
    """What is told beside thanks or praise, in a sentence of its own."""
    warm = THANKS in kinds or PRAISE in kinds
    if warm and (told_besides(sentence.strip(" .!?")) or _signed(sentence)):
        return STORY
    return ""


def _sentences(text: str) -> list[str]:
    """The sentences of a text with what ends them; what stands in quotes is not cut."""
    quoted = [one.span() for one in _QUOTED.finditer(text)]
    found, start = [], 0
    for stop in _SENTENCE.finditer(text):
        if not any(a < stop.start() < b for a, b in quoted):
            found.append(text[start : stop.end()])
            start = stop.end()
    found.append(text[start:])
    return [one for one in found if one.strip()]


def _sorted_out(
    sentences: list[str], protected: str, seen: bool, came: bool
) -> tuple[str, tuple[str, ...]] | None:
    parts: list[str] = []
    for one in sentences[:MOST_PARTS]:
        parts += _cut(one, seen)
    parts, minded = _of_the_part(parts) if seen else (parts, ())
    kinds = [aside(one) for one in parts]
    if parts and not protected and len(parts) > 1 and _signed(parts[-1], after=kinds[-2]):
        kinds[-1] = THANKS
    wanted = [one for one, kind in zip(parts, kinds, strict=True) if not kind]
    asked = [one for one in wanted if _asks(one)]
    ordered = " ".join(asked) + protected
    if not asked and not protected and not any(_A_THING.match(one) for one in wanted):
        stories = False
    else:
        stories = seen or not _LEANS_ON_STORY.search(ordered)
    wishes = ordered or " ".join(wanted)
    kept: list[str] = []
    remarks: list[str] = []
    new = False
    for one, kind in zip(parts, kinds, strict=True):
        told = stories and not kind and _told_only(one, bool(asked), seen)
        told = told and (came or not leans_on(ordered, one))
        dropped = (kind and not _needed(one, kind, wishes)) or told or one in minded
        after = any(_asks(before) for before in kept)
        content = bool(_DESIGNED.search(wishes)) and (bool(kept) or of_the_work(one))
        if told and (content or (after and is_so_then(one))):
            dropped = False
        if dropped and new and _of_the_new(one, kind):
            dropped = False
        (remarks if dropped else kept).append(one)
        fresh = not dropped and not came and is_new_thing(one, asked=one in asked)
        new = new or fresh
    rest = _joined([*kept, *sentences[MOST_PARTS:]]) + protected
    if not remarks or not (kept or protected):
        return None
    around = tuple(one.strip() for one in remarks)
    return _of_the_song(_for_nobody(_FACES.sub("", rest)), around), around


def _needed(sentence: str, kind: str, wishes: str) -> bool:
    """Whether what it is for, or whom, is to be read or sung on it, or says its size."""
    designed = _DESIGNED.search(wishes)
    if kind == PURPOSE:
        return bool((designed and _IT_IS.match(sentence)) or values.size_in(sentence))
    return kind == STORY and bool(designed)


def _of_the_new(sentence: str, kind: str) -> bool:
    """Whether a sentence, a remark elsewhere, tells of the new thing before it."""
    if kind:
        return kind == STORY or (kind == PRAISE and looks_so(sentence))
    return goes_on(sentence)


def _of_the_part(parts: list[str]) -> tuple[list[str], tuple[str, ...]]:
    """The parts with "it" as what the part before it minded, and those: "I don't like the sky. Make it pink"."""
    minded: list[str] = []
    for place, one in enumerate(parts[:-1]):
        bad, order = _BAD_PART.match(one.strip(" .,!?\n")), _ITS_ORDER.match(parts[place + 1])
        if bad and order and _asks(parts[place + 1]):
            part = re.sub(
                r" (?:in|on|of) (?:this|it|that|here|the \w+)$| here$",
                "",
                bad["one"] or bad["other"],
            )
            what = re.sub(r"^(?:my|that|this|those)\b", "the", part, flags=re.I)
            parts[place + 1] = f"{order['head']} {what}{parts[place + 1][order.end() :]}"
            minded.append(one)
    return parts, tuple(minded)


def _of_the_song(text: str, remarks: tuple[str, ...]) -> str:
    """The order of a film with "it" as the song that was just praised."""
    if not re.search(FILM, text, re.I) or not any(_THAT_SONG.search(one) for one in remarks):
        return text
    return re.sub(
        r"\b(make|turn|could|can|give|use) (?:it|that)\b", r"\1 the song", text, count=1, flags=re.I
    )


def _joined(parts: list[str]) -> str:
    text = "".join(one if one[-1:].isspace() else f"{one} " for one in parts).strip()
    return re.sub(r"^(?:but|so),? (?=\w)", "", text, flags=re.I)


def _for_nobody(text: str) -> str:
    """Without somebody only the remarks spoke of: "a unicorn for her?"."""
    return re.sub(r"(?<=\w) for (?:her|him|them)(?=[.?!\s]*$)", "", text)


def _cut(sentence: str, seen: bool) -> list[str]:
    """A sentence in its remarks and its order, where commas or a "so" part them."""
    for joint in list(_JOINT.finditer(sentence))[:MOST_PARTS]:
        head, rest = sentence[: joint.start()], sentence[joint.end() :]
        if len(rest.split()) < 2 or not head.strip():
            continue
        kind = aside(head)
        thing = (
            _A_THING.match(rest) and (seen or kind in (GREETING, THANKS, DOUBT)) and kind != CRY_OUT
        )
        if (
            (kind and (_asks(rest) or thing))
            or kind in (GREETING, DOUBT)
            or (_asks(rest) and (_told_only(head, True, seen) or _BAD_PART.match(head)))
        ):
            return [f"{head}. ", *_cut(rest, seen)]
    for joint in reversed(list(_JOINT.finditer(sentence))[:MOST_PARTS]):
        head, rest = sentence[: joint.start()], sentence[joint.end() :]
        if head.strip() and not aside(head) and aside(rest) in (THANKS, PURPOSE, DELIGHT, DISLIKE):
            return [*_cut(f"{head}. ", seen), rest]
    return [sentence]


def _asks(text: str) -> bool:
    return bool(_ASKS.match(CRY.sub("", text.strip())) or _ASKS.match(text.strip()))


def _told_only(text: str, asked: bool, seen: bool) -> bool:
    """Whether a sentence tells of somebody's own life or of what came along, and wants nothing."""
    said = CRY.sub("", text.strip(" .!?\n"))
    said = re.sub(r"^(?:he+y+|hi+|so|ok|well)[\s,]+(?:so )?", "", said, flags=re.I)
    if (
        _asks(said)
        or purpose_told(said)
        or seen_doing(said)
        or names_something(said)
        or _WORN.search(said)
        or _HOPED.search(said)
    ):
        return False
    if _SHOWN.match(said):
        return seen and not _DAMAGED.search(said)
    if _THEIRS.match(said):
        return seen and bool(_LIFE.search(said))
    return bool(_OURS.match(said)) and (asked or bool(_LIFE.search(said)))


def _signed(sentence: str, *, after: str = THANKS) -> bool:
    """Whether it is a name under a message."""
    said = sentence.strip()
    found = _SIGNED.fullmatch(said)
    return bool(found and said and (after == THANKS or _SIGNS.search(said)))
