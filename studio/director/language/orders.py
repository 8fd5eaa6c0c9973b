"""The order in a sentence, found behind what people wrap it in: praise, a story, a greeting, "is there any "
"chance"."""

import re

from studio.director.language.statements import COMPLAINT, DISLIKES, OF_A_PART, praises, states
from studio.director.language.vocabulary import CRY, FILM, PEOPLE, VERB

_ASKED = (
    r"(?:(?:(?:it|that|the (?:text|sign|title)) )?(?:should|must|has to|needs to) (?:say|read)|"
    r"(?:is there |would there be )?any (?:chance|way) (?:you|u|that you|to)(?: (?:can|could|might))?|"
    r"(?:can|could|would|will) (?:you|u|we)|"
    r"(?:can|could|should) there be|(?:can|could|should) (?:the|it|this|that|he|she|they)|the [\w ]{2,24} should|"
    r"(?:i|we)(?:['’]?d|"
    r" would) (?:like|"
    r"love|need|be \w+ if)|(?:i|we) (?:want|need)|it would be \w+ if|i was (?:hoping|wondering)|let['’]?s|"
    r"how about|would it be possible|do you think you|would you mind|is it possible|please|pls|plz)"
)

_SOFT = r"(?:(?:but|so|now|and|just|only|please|pls|plz|maybe|also|ok|then|instead)[\s,]{1,3}){0,6}"

_REQUEST = re.compile(
    rf"(?:\s?[,.!?;:…]{{1,6}}\s?|\s[-–—]{{1,3}}\s?|\s(?=(?:but|so|now|just)\s|and "
    rf"(?:{_ASKED})\b)){_SOFT}(?=(?:{_ASKED}|"
    rf"{VERB})\b(?!['’-]))",
    re.I,
)

_LASTS = re.compile(  # how long a film is already, which is no length it is to have
    r"^((?:my|our|the|this|that) [\w -]{1,40}?) (?:is|lasts|runs|takes) (?:about |only |just )?[\d.]+ ?"
    r"(?:s|secs?|seconds?|min|minutes?)(?: long)?$",
    re.I,
)

_PLACED = re.compile(
    rf"^((?:in|on|to|for|at|from) (?:the|my|our|this|that|@?(?:image|video|picture|"
    rf"clip))\b[^,.!?]{{0,30}}?)(?:\s?,\s?|"
    rf"(?<=video|image)\s|"
    rf"(?<=clip|film)\s|(?<=picture)\s|\s(?=(?:i|we) (?:need|want)\b))(?:please )?(?=(?:{VERB}|{_ASKED})\b)(.+)$",
    re.I,
)

_AUDIENCE = re.compile(  # who it is for, which is not to be seen either
    rf"^for (?:the|my|our|this|that) (?:[\w'-]+ ){{0,2}}?(?:{PEOPLE}(?:['’]s \w+)?|web ?site|site|blog|shop|"
    rf"store|lessons?|school|"
    r"company|business|office|newsletter|home ?page|presentation|slides)$",
    re.I,
)
_WRAPPED = re.compile(  # who speaks or whom it is for, before what is wanted
    rf"^(?P<head>[^,.!?:]{{2,80}}?)(?:\s?[,.!:]\s?|\s(?={VERB}\b))"
    rf"(?P<rest>(?:please )?(?:an?|some|two|three|four|{_ASKED}|{VERB})\b.+)$",
    re.I,
)

_MUSED = re.compile(
    r"^(?:what(?:['’]?s)?|which|how)\b[^?.!]{1,100}\?\s(?:maybe|perhaps|something like|i think(?: of)?|"
    r"how about|what "
    r"about) (.{3,})$",
    re.I,
)
_CORRECTED = re.compile(
    rf"^(?P<verb>{VERB} (?:me |us )?)?(?:an?|two|three|some) [^.,;!?]{{1,60}}(?:[.,;!…]{{1,3}}|\s[-–—])\s?"
    r"(?:no|no wait|wait|wait no|oh wait|actually|sorry|oops|i mean|or rather|scratch that)[,.!]{0,3}\s"
    r"(?:no,? |sorry,? |actually,? |i mean |i meant |rather |make (?:that|it) )?(?P<instead>(?:an?|two|three|"
    r"some) .+)$",
    re.I | re.S,
)
_PRAISED_BUT = re.compile(  # "the third is nice but thinner lines"
    rf"^(?P<head>[^,.;!?]{{3,60}}?),? but (?P<rest>(?!(?:i|it|you|not|no|why|what|how|still|also|"
    rf"then)\b)(?!{_ASKED}\b)"
    rf"[^.!?]{{3,80}}[.!]?)$",
    re.I,
)
_FOND_OF = (
    r"(?:(?:i (?:really )?(?:like|love|want|choose|pick|prefer|take|(?:would |['’]d )?go (?:with|for))|(?:let['’]?s )?"
    r"go (?:with|for)|take|pick|choose|use|love|i['’]ll take) )?"
)
_IS_GOOD = (
    r"(?:,? (?:please|pls|then|best|it is|for sure|(?:is|looks) (?:(?:really|so|very|the|my) ){0,2}(?:best|nicest|"
    r"favou?rite|great|good|nice|perfect|lovely|cool|winner|one)))?"
)
_ONE_OF_THEM = (
    rf"^{_FOND_OF}(?P<one>(?:the |that )?(?:first|second|third|fourth|fifth|last|left|right|middle|1st|2nd|3rd|4th)"
    rf"(?: (?:one|picture|image|photo|version))?|(?:image|picture|number|no\.) \d{{1,3}}){_IS_GOOD}"
)
_POINTED_FIRST = re.compile(  # "second one, add an alien", "the third one! but make her older"
    rf"{_ONE_OF_THEM}(?: ?[,:.!]{{1,3}}| ?[-–—]| (?=but ))\s?(?:and |please |now |but |only |just |can you |could you "
    rf"){{0,4}}(?P<rest>(?!\w+ (?:me )?(?:two|three|four|five|six|\d|another|more|some) )(?!(?:make|turn) (?:it|this|"
    rf"that) (?:in)?to )(?!make (?:it|this|that) an? ){VERB}\b.{{2,200}})$",
    re.I,
)
_POINTED_BUT = re.compile(  # "third one pls but older"
    rf"{_ONE_OF_THEM}(?: ?[,!.]{{1,3}})? but (?P<but>(?:(?:a (?:bit|little|lot)|much|way) )?(?:[a-z]{{2,9}}er|more|"
    r"less|with|without|in|at|on)\b.{0,120})$",
    re.I,
)
_AS_FILM = re.compile(  # a new thing, and that it is to be filmed: "a bridge in fog, as video, 16:9"
    rf"^(?P<what>(?:an?|some|two|three) [^,.;!?]{{3,80}}), (?:as|for) (?:an? )?(?:short )?{FILM}(?P<rest>(?:, "
    rf".{{2,60}})?)$",
    re.I,
)
_NOT_THAT = re.compile(  # "not the astronaut, a whale instead"
    r"^(?:no,? )?not (?:an? |the )?(?P<old>[\w' -]{2,30}?) ?[,;.-] ?(?:but |rather |"
    r"it should be )?(?P<new>(?:an?|the|"
    r"two|some) [\w' -]{2,40}?)(?: instead| please)*[.!]?$",
    re.I,
)
_AS_FOLLOWS = re.compile(  # "film this for ten seconds: waves hitting a pier"
    rf"^(?P<order>film|shoot) (?:this|the following)(?P<how>[^,.:;!?\n]{{0,40}}): (?!{VERB}\b|(?:in|at|with|as|"
    rf"like|for)\b)"
    r"(?P<what>[^\n]{3,400}?)[\s.!]*$",
    re.I,
)
_MEANT = re.compile(  # "I wanted a grown up dog, not a puppy"
    r"^(?:but |no,? |well,? )?(?:i|we)(?: actually| really)? (?:wanted|meant|asked for|said|(?:was|"
    r"were) hoping for|was after) "
    r"(?P<new>(?:an?|some|the|two|three) [\w' -]{2,40}?),? (?:and |but )?not (?:an? |the |"
    r"some )?(?P<old>[\w' -]{2,30}?)[\s.!]*$",
    re.I,
)
_HERE = re.compile(
    rf"^(?!{VERB}\b|(?:right|over|up|down|in|out)\b)(?:an? |your )?[\w-]{{2,24}}(?: [\w-]{{2,24}})? here "
    rf"?[!,.:] ?(?=\S)",
    re.I,
)

_INTRODUCED = re.compile(  # who is speaking, which is no part of what is to be seen
    r"^(?:(?:i|we) (?:play|work|teach|study|live|sing|dance) [\w' -]{1,60}|my name is [\w' -]{1,40}|(?:i|"
    r"we)(?:['’]?m|['’]?re| am| are) (?:new here|(?:an? )[\w-]{1,24}(?: [\w-]{1,24})?"
    r"(?: (?:at|in|from|of|for|by|with) [\w' -]{1,40})?)|this is \w+ (?:from|of) [\w' -]{1,40}|"
    r"i hope [\w' -]{1,60})$",
    re.I,
)

_CAN_YOU = re.compile(
    rf"^(?:can|could|do) (?:you|u) (?:also )?(?:do|make|create|draw) (\w{{3,12}}?)s?\? (?={VERB}\b)",
    re.I,
)

_COMMAND = re.compile(
    rf"^(?!save the date\b){VERB}\s(?:up |out |of |rid of |away )*"
    r"(?:the|that|this|those|these|my|his|her|its|it|them|him)\b",
    re.I,
)

_GO_ON = re.compile(
    r"^(?:(?:ok|okay|yes|yeah|sure|well|alright|good),? ){0,2}(?:please )?(?:go on|go ahead|carry on|continue) "
    r"?[,.:!;-] ?(?=\w)",
    re.I,
)
_DROPPED = re.compile(  # what was before is over: what follows is a thing of its own
    r"^(?:(?:ok|okay|no|hm+|well|actually|you know what|wait),? ){0,2}(?:forget (?:it|that|this|about (?:it|that|"
    r"this))|"
    r"scrap (?:it|that|this)|never ?mind(?: (?:it|that|this))?|new idea|change of plans?|(?:and )?(?:now )?something "
    r"(?:(?:completely|totally|entirely|very) )?(?:else|different|new)(?: now)?|(?:an?)?other (?:topic|thing|idea))"
    r" ?[.,:;!-] ?(?=\w)",
    re.I,
)
_PLEASE = re.compile(r",? (?:please|pls|plz)(?=[\s.!?]{0,3}$)", re.I)
SEPARATOR = "\u2985"  # what stands behind it points, and is no part of a prompt


def order_first(text: str) -> str:
    """The order before the praise or the story it was wrapped in; praise only points, a story stays."""
    text, start = _able(_uncried(decided(_HERE.sub("", _GO_ON.sub("", _DROPPED.sub("", text)))))), 0
    if placed := _PLACED.match(text):
        where, rest = placed.group(1), placed.group(2).rstrip(" .!?")
        if _AUDIENCE.match(where):
            return f"{order_first(rest)}{SEPARATOR} {where}"
        return f"{rest} {where[0].lower()}{where[1:]}"
    if (unwrapped := _unwrapped(text)) is not None:
        return unwrapped
    while found := _REQUEST.search(text, start):
        start = found.end()
        head, rest = CRY.sub("", text[: found.start()]).strip(" .,!?"), text[found.end() :].strip()
        if len(rest.split()) < 2:
            return text
        if not head:
            continue
        if praises(head):
            return f"{rest}{SEPARATOR} {head}"
        if _INTRODUCED.match(head):
            return order_first(rest)
        if lasts := _LASTS.match(head):
            return f"{rest}{SEPARATOR} {lasts.group(1)}"
        if COMPLAINT.match(head) or DISLIKES.match(head) or OF_A_PART.match(head):
            return f"{rest}{SEPARATOR} {head}"
        if states(head):
            return f"{_PLEASE.sub('', rest).rstrip(' .!?,')}. {head}"
        if not re.search(r"[.!?]", found.group()):
            return text
    return text


def decided(text: str) -> str:
    """What somebody settled on: "draw a cat. no, a dog" is a dog, "what would suit a bakery? maybe bread" is bread."""
    if mused := _MUSED.match(text):
        return mused.group(1)
    if told := _AS_FOLLOWS.match(text):
        return f"{told['order']} {told['what']},{told['how']}".rstrip(",")
    if film := _AS_FILM.match(text):
        return f"make a video of {film['what']}{film['rest']}"
    if swapped := _NOT_THAT.match(text):
        return f"{swapped['new']} instead of the {swapped['old']}"
    if meant := _MEANT.match(text):
        return f"swap the {meant['old']} for {meant['new']}"
    return _CORRECTED.sub(lambda told: (told["verb"] or "") + told["instead"], text)


def _unwrapped(text: str) -> str | None:
    """The wish behind whom it is for, who speaks, or which picture is meant; None when it begins with none of "
    "them."""
    if pointed := _POINTED_FIRST.match(text):
        return f"{pointed['rest']}{SEPARATOR} {_with_article(pointed['one'])}"
    if (praised := _PRAISED_BUT.match(text)) and praises(praised["head"]):
        return f"{praised['rest'].rstrip(' .!')}{SEPARATOR} {praised['head']}"
    if pointed := _POINTED_BUT.match(text):
        return f"{_with_article(pointed['one'])} but {pointed['but']}"
    found = _WRAPPED.match(text)
    if found and _AUDIENCE.match(found["head"]):
        return f"{order_first(found['rest'].rstrip(' .!?'))}{SEPARATOR} {found['head']}"
    return order_first(found["rest"]) if found and _INTRODUCED.match(found["head"]) else None


def _with_article(one: str) -> str:
    """ "Second one" as "the second one"; a number stays alone."""
    return one if re.match(r"the|that|image|picture|number|no", one, re.I) else f"the {one}"


def _able(text: str) -> str:
    """ "Can you do videos? Make one of a waterfall" as "Make a video of a waterfall"."""
    asked = _CAN_YOU.match(text)
    if asked is None:
        return text
    return re.sub(r"\b(?:one|some)\b", f"a {asked.group(1)}", text[asked.end() :], count=1)


def _uncried(text: str) -> str:
    """Without "omg yes!!" or "lol" before an order."""
    rest = CRY.sub("", text)
    if rest == text:
        return text
    asked = re.match(
        rf"{_SOFT}(?:{_ASKED}|{VERB})\b|now (?:the|an?|in|at|with|as)\b", rest, re.I
    ) or _PLACED.match(rest)
    return rest if asked or _INTRODUCED.match(re.split(r"[,.!?;]| and ", rest)[0]) else text


def commands(text: str) -> bool:
    """Whether it orders something about a thing that is there: "fix the roof"."""
    return bool(_COMMAND.match(text))
