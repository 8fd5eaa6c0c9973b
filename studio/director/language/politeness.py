"""The asking around an order, taken off: "could you please", "i wish the car was red", "what would it look like"."""

import re

from studio.director.language.styles import COLOUR
from studio.director.language.vocabulary import GOOD_DAY, PEOPLE, VERB, WORN

_ASKING = (
    rf"(?:please|kindly)(?: to(?= {VERB}\b))?|pls|plz|"
    r"(?:could|can|may) i trouble (?:you|u) for|would you mind|(?:is there |"
    r"would there be )?any (?:chance|way) (?:to|(?:that )?(?:u|you)(?: "
    r"(?:can|could|might))?)|i(?: was|['’]?m| am) (?:just )?(?:wondering|hoping|thinking)(?: (?:if |whether |that )?"
    r"(?:(?:perhaps|maybe|possibly) )?(?:u|you) (?:can|could|might|would)(?: (?:perhaps|maybe|possibly))?(?: be able "
    r"to)?)?|is there (?:a|any) way (?:to|(?:that )?(?:we|i|you|u) (?:can|could))|"
    r"(?:would|could|might|will) it be possible (?:to|for (?:you|u) to|(?:that )?(?:you|u)(?: (?:can|could|would|"
    r"might))?)|"
    r"send (?:me|us)(?= @?(?:image|video) [-−]?\d+ (?!(?:by|via|to|in an?)\b)\w)|"
    r"what do (?:you|u) think (?:about|of)(?= \w+ing\b)|"
    r"is there (?:a|any) possibility (?:to|that (?:you|u)(?: (?:can|could))?)(?: (?:get|have|see) (?=an? |some ))?|"
    r"(?:(?:would|could|will) (?:you|u) )?be so (?:kind|nice|good)(?:,? (?:as )?to| and)|"
    r"(?:i|we)(?:['’]?d| would) (?:be (?:\w+ )?(?:happy|glad|grateful|thankful)|appreciate it|love it|"
    r"like it) if (?:you|u) "
    r"(?:can|could|would)|(?:it|that)(?:['’]?d| would) be (?:so |really |very )?\w+ if (?:you|u) (?:can|could|would)|"
    r"(?:i|we)(?: would|['’]?d) (?:appreciate|need)|do (?:me|us) (?:a|the) favou?r(?: and|,)|i request (?:you )?to|"
    r"i(?:['’]?m| am) (?:wanting|needing|requiring)|(?:i|we) require|"
    r"do the needful and|possibly|if (?:that is |that['’]s |it is |it['’]s |at all )?possible|quick (?:one|request|"
    r"wish)|"
    r"let (?:me|us) (?:see|hear)(?= an? | some | the )|(?:i(?:['’]?m| am)|we(?:['’]?re| are)) in need of|"
    rf"my {PEOPLE} (?:wants?|would like|asked (?:me )?for|(?:is|are) asking for)(?= an? | some )|"
    r"(?:i|we) (?:would like|['’]d like|want|need|wish) that (?:you|u)(?: (?:can|could|would))?|"
    r"(?:can|could|would|will) (?:u|you)|(?:can|could) (?:we|someone|somebody)|(?:i )?wish|"
    r"gimme|yo+|lemme (?:see|"
    r"have)|"
    r"(?:can|could|may) (?:i|we) (?:(?:please|also|maybe|perhaps|just) )*(?:get|have|see)|"
    r"i wonder (?:if|whether) (?:you|u) (?:can|could|might|would)(?: be able to)?|(?:would|could|might) (?:you|"
    r"u) be able to|is it possible (?:to|(?:that )?(?:you|u)(?: (?:can|could))?)|are you able to|"
    r"do you think you (?:can|could)|"
    r"(?:(?:i|we) )?(?:would like|want|need|wish|wanna|would love) (?:you )?to(?: (?:see|have|get) (?=an? |some |"
    r"one |two |three )| have(?=,))?|"
    r"i['’ ]?d (?:like|love)(?: (?:you )?to)?(?: (?:see|have|get|look at) (?=an? |some |one |two |three )|"
    r"(?<= to) have(?=,))?|"
    r"i wanna(?: see)?|i(?:['’]?m| am) (?:looking for|after)|looking for|(?:(?:i|we) )?(?:want|need|would like|would "
    r"love)|let['’]?s|let us|help me(?: to)?|how about|what "
    r"about|"
    r"i meant?(?: that)?(?= (?:it|the|that|this|make|a|an|he|she|they)\b)|"
    r"why not|i (?:think|guess|believe)|go ahead and|try to|maybe|perhaps|just|instead|actually|also|"
    r"next(?! to\b)|now|so|"
    r"and|but|(?:oh|ah|uh+|um+)(?=[\s,]{1,2}(?:and|also|but|yes|please|can|could|now|then|i|we|make|add|give|put)\b)|"
    rf"ok|okay|well|hmm+|alright|(?:{GOOD_DAY}|hi|hello|hey)(?: there)?(?=\s?[,.!:;-]|\s(?:{VERB}|again|all|"
    rf"everyone|guys|an?|"
    r"some|two|three|the|my|this|i|i['’]m|we|it|u|you|can|could|would|will|may|is|are|do|does|please|pls|let|"
    r"let['’]s|need|want|"
    r"what|how|if|so|and|just)\b)|"
    r"thanks|thank you|yes|yeah|sure|wow"
)
# these cry out before a stop or an order only: "no background", "super car" and "cool jazz" are what is wanted
_CRIED = (
    rf"(?:right|great|nice|cool|perfect|awesome|lovely|super|no)(?=\s?[,.!:;]|\s(?:{VERB}|now|so|and|but|ok|okay|"
    rf"thanks|thank|please|pls|can|could|i|let)\b)"
)
LEAD_IN = re.compile(rf"^(?:{_CRIED}|(?:{_ASKING})\b(?![-'’]|\s?$))[\s,.!:-]*(?=\S)", re.I)
_WOULD_LOOK = re.compile(
    r"^(?:what|how) (?:would|does|might|could|will|do) (.+?) look(?: like\b|(?= (?:at|in|on|as|with)\b)|$)|"
    r"^(?:i wonder |wondering |i(?:['’]?d| would) (?:love|like) to see |(?:let me )?see )"
    r"(?:what|how) (.+?) (?:would|might|could) look(?: like\b)?",
    re.I,
)
_THING = (
    r"((?:the|this|that|these|those|my|his|her|its|their) (?:[\w'-]+ ){0,3}?[\w'-]+|it|he|she|they|"
    r"(?:image|picture|photo|video|clip) \d+)"
)
_WISHED = rf"^(?:(?:i|we) (?:really |just |do )?)?(?:wish|if only) (?:that )?{_THING} "
_TOLD_TO = (  # what is wanted of a thing, not what it is wanted for
    r"^(?:(?:i|we) )?(?:(?:really|just|also) )?(?:(?:i|we)['’]d (?:like|love)|(?:would )?(?:like|love)|want|need) "
    r"(?P<what>(?:the|this|that|these|those|my|his|her|its|their) (?:[\w'-]+ ){0,3}?[\w'-]+|it|this|that|"
    r"these|those|him|her|them|me|us|"
    r"(?:image|picture|photo|video|clip) \d+) to (?!(?:send|post|use|put|show|print|share|see|hear|give|upload|take|"
    r"go (?:along )?with)\b)"
)
_TOO = re.compile(  # a pace or a length that is wrong, as the order that puts it right
    r"^(?P<what>(?:the|this|that|these|my) [\w' -]{1,40}?|it|they|image \d+|video \d+|audio \d+)(?:['’]s| is| "
    r"are| feels?|"
    r" seems?| sounds?| looks?| goes| runs| moves)(?: (?:a (?:bit|little)|way|much|far|still|just)){0,2} too "
    r"(?P<how>slow|fast|quick|long|short)(?:ly)?$",
    re.I,
)
_REMEDY = {
    "slow": "faster", "fast": "slower", "quick": "slower", "long": "shorter", "short": "longer", "dark": "brighter",
    "bright": "darker", "light": "darker", "big": "smaller", "large": "smaller", "small": "bigger", "tiny": "bigger",
    "cold": "warmer", "warm": "cooler", "hot": "cooler", "blurry": "sharper", "soft": "sharper", "busy": "simpler",
    "dull": "more colourful", "colourful": "calmer in its colours", "colorful": "calmer in its colours",
    "crowded": "emptier", "complicated": "simpler", "empty": "fuller", "sad": "happier", "scary": "friendlier",
    "plain": "more detailed", "simple": "more detailed", "thin": "bolder", "thick": "thinner", "loud": "calmer",
}  # fmt: skip
_JUST_TOO = re.compile(  # said of the newest thing alone: "too dark"
    r"^(?:(?:(?P<what>(?:the |my |this |that )?(?:film|video|clip|picture|photo|image|pic)(?! is [\w ]*too (?:long|"
    r"short|"
    r"slow|fast|quick)\b))|it|that|this)(?:['’]?s| is) )?(?:(?:a )?(?:bit|little|tad|way|much|far|"
    r"still) )?too (?P<how>"
    rf"{'|'.join(_REMEDY)})$",
    re.I,
)
_PRAISE = (
    r"(?:such|so|really|very|too|the|no|beautiful|cute|lovely|nice|great|amazing|pretty|gorgeous|weird|funny|"
    r"strange)"
)
_POSES = "(?:hold|carry|wear|sit|stand|lie|ride|look|eat|drink|read|lean|point|hug|kiss|wink|carr)"
"""What somebody in a picture is told to do, which a still picture can show."""
_WISHES = (
    (rf"^({COLOUR}) (?:is|would be|looks?|was) (?:(?:much|way|even|a lot) )?(?:better|nicer|prettier|cooler|best)$",
     r"make it \1"),
    (rf"{_TOLD_TO}(?:be|become)\s", r"make \g<what> "),
    (rf"{_TOLD_TO}have\s", r"give \g<what> "),
    (rf"{_TOLD_TO}(?!(?:know|feel|love|hate|think|remember|understand|believe|happen|work)\b)(?=\w)", r"make "
        r"\g<what> "),
    (rf"{_WISHED}(?:was|were|would be|could be)\s", r"make \1 "),
    (r"^(?:(?:i|we)(?:['’]d| would) (?:also |really )?(?:like|love|prefer)|do) (it|that|this|them) (?:(?:to be|"
        r"a bit|a little|much|as|some) )*"
     r"(?=(?:in|as|with|at|without) \w|(?!ever\b|after\b|over\b|under\b|better\b|together\b|"
     r"later\b)[\w-]{2,10}er\b)", r"make \1 "),
    (r"^(?:can|could|may|might) (it|that|this|the song) (?:also )?(?:become|be turned into|"
        r"be made into) (?=an? )", r"make \1 into "),
    (rf"{_WISHED}had\s", r"give \1 "),
    (rf"{_WISHED}(?:would|could)\s", r"have \1 "),
    (rf"^(?:i|we)(?:['’]?d| would) (?:prefer|rather (?:have|see)) {_THING} (?!(?:one|image|picture)\b)(?=\w)",
     r"make \1 "),
    (r"^(?!(?:its?|this|that|the|he|she|they|his|her|their|my|our|your|i|you|we|there|what|how|which|all|both|each|"
     r"every\w*|image|picture|photo|"
     r"video|clip|song|audio)\b)((?:[\w'-]+ )?[\w'-]+) (?:should|must|needs? to|has to|ought to) (?:be|look) (?=\w)",
     r"make the \1 "),
    (r"^(?!(?:it|this|that|the|he|she|they|i|you|we|there|what|who|one|somebody|image|picture|photo|video|clip|"
        r"song)\b)"
     r"(?!(?:every|some|any|no)(?:one|body|thing)\b)([\w'-]+) needs (?=(?:an?|some|more|bigger|smaller|new|two|"
     r"longer|shorter)\b)", r"give the \1 "),
    (r"^(?:(?:it|this|that|the (?:text|sign|title|headline|caption|label|writing)) )?(?:should|must|has to|needs to|"
     r"ought to) (?:say|read) (?=\S)", "change the text to "),
    (rf"^{_THING} (?:should|must|needs? to|has to|ought to) be (?=\w)", r"make \1 "),
    (rf"^(he|she|it|they) (?:has|have|had|wears?|is wearing|are wearing) (?!{_PRAISE})"
     rf"(?=(?:[\w-]+ ){{0,4}}?{WORN}\b)", r"give \1 "),
    (rf"^(?P<whom>he|she|they|it) (?P<deed>{_POSES})s?(?:es)? (?=(?:an?|the|some|two|his|her|their|on|in|at|to|up|"
     rf"under|with)\b)",
     r"make \g<whom> \g<deed> "),
    (r"^it (?=(?:without|with) \w)", ""), (r"^it (?=(?:in|on|at|under|inside) (?:an?|the|my|our) \w)", "put it "),
    (r"^(the [\w' -]{2,30}?) (?:is|are) (?:still )?missing$", r"add \1"),
    (r"^(?:could|can|should|may|might) there (?:also )?be (?=(?:an?|some|more|two|three)\b)", "add "),
    (r"^(?:the )?(?:same|again|once more)(?: thing| one)?,? (?:but|only|just) (?=(?:it|he|she|they|the [\w ]{2,20}) "
     r"(?:should|must|needs? to|has to)\b)", ""),
    (r"^(?:the|its) (?:text|title|words?|caption|headline|sign|label) (?:should|must|could|has to|needs to) "
     r"(?:say|read|be) (?=[\u2983\"“])", "write "),
    (rf"^{_THING} (?:should|must|needs? to|has to|ought to) (?:have|get|wear|hold) (?=\w)", r"give \1 "),
    (r"^(?!(?:it|this|that|these|those|he|she|they|what|which|one|something|both|all|everything)\b)([\w' "
     r"-]{3,40}?) would "
     r"(?:be|look) (?:(?:much|even|way|a bit) )?(?:nicer|better|cooler|great|good|perfect|lovely|cool)$", r"give "
     r"it \1"),
    (r"^(?:i|we)(?:['’]?d| would) (?:prefer|rather (?:have|see)) (an? [\w' -]{3,40}?)(?: instead)?$", r"\1 instead"),
    (rf"^{_THING} (?:needs?|could use|deserves?) (?!to\b|(?:some ?thing|some|a bit of)? ?(?:work|help|more)?$|"
     rf"sth\b)(?=\w)",
     r"give \1 "),
    (r"^(?:can|could|may) (?:i|we) (?:please )?hear (?=(?:it|this|that|the|my)\b)", "play "),
    (rf"^(?:can|could|may|might) {_THING} (?:have|get|wear) (?=\w)", r"give \1 "),
    (r"^(?!.{0,60}\b(?:see|use|watch|download|share|print|read|find|access|join|buy)\b)(?:can|could|might) "
     rf"{_THING} (?!(?:be done|be possible|work|do)\b)(?=\w)", r"have \1 "),
)  # fmt: skip
_WISHED_AS = tuple((re.compile(pattern, re.I), order) for pattern, order in _WISHES)
_PERSON = re.compile(r"^(make|give|have) (he|she|they)\b", re.I)
_WHOM = {"he": "him", "she": "her", "they": "them"}
_SHOWN = re.compile(
    r"^show (?:me |us )?(?:what|how) (.+?) (?:would|does|might|could|will) look(?: like)?(?=$|[\s,.!?])",
    re.I,
)
_DISLIKED = re.compile(
    r"[,.;]\s?(?:because |as |since )?i (?:really )?(?:do not|don['’]?t|did not|didn['’]?t) like (?:it|this|that|"
    r"the (?:first|last|"
    r"other|result|old))(?: (?:one|version|at all|much|very much)){0,2}[\s.!]{0,3}$",
    re.I,
)
_TAIL = re.compile(
    r"[\s,]{0,3}\b(?:please|pls|plz|(?:many )?thanks(?: in advance| a lot)?|thank (?:you|u)(?: in advance|"
    r" very much)?|thx|tnx|"
    r"tysm|ty|for me|would you|could you|"
    r"if you (?:can|could|like)|ok|okay|lol|haha\w{0,8}|lmao)[\s.!?]{0,6}$",
    re.I,
)


_PART_IS_TOO = re.compile(  # of a part of it: "her crown is too small"
    rf"^(?P<what>he|she|they|(?:the|his|her|its|their|my) (?!(?:film|video|clip|song|music)\b)[\w' "
    rf"-]{{2,30}}?)(?:['’]s| is| "
    rf"are| looks?) "
    rf"(?:(?:a (?:bit|little)|way|much|far|still) )*too (?P<how>{'|'.join(_REMEDY)})$",
    re.I,
)


_FIX_THAT = re.compile(  # what is wrong, and that it should be put right: "a bit blurry, can you fix that"
    rf"^(?:(?:it|that|this)(?:['’]?s| is| looks?) )?(?:(?:a (?:bit|little)|quite|very|rather|kind of|too|pretty) "
    rf")*(?P<how>"
    rf"{'|'.join(_REMEDY)}|blurry),? (?:(?:can|could) you |please )?(?:fix|change|improve|correct) (?:it|that|this)$",
    re.I,
)


def _as_order(text: str) -> str:
    """A wish about a thing that is there, or a question whether it can be so, as the order it means."""
    if wrong := _FIX_THAT.match(text.rstrip(" .!?")):
        return f"make it {_REMEDY[wrong['how'].lower()]}"
    if just := _JUST_TOO.match(text.rstrip(" .!")):
        what = re.sub(r"^(?:my |this |that )?(?=\w+$)", "the ", just["what"] or "")
        return f"make {what or 'it'} {_REMEDY[just['how'].lower()]}"
    if too := _TOO.match(text.rstrip(" .!")):
        return f"make {too['what']} {_REMEDY[too['how'].lower()]}"
    if part := _PART_IS_TOO.match(text.rstrip(" .!")):
        what = _WHOM.get(part["what"].lower(), part["what"])
        return f"make {what} {_REMEDY[part['how'].lower()]}"
    for pattern, order in _WISHED_AS:
        told = pattern.sub(order, text, count=1)
        if told != text:
            return _PERSON.sub(lambda one: f"{one.group(1)} {_WHOM[one.group(2).lower()]}", told)
    return text


def _whom(who: str) -> str:
    """ "We" and "I" as they are said of those who are shown."""
    return {"we": "us", "i": "me", **_WHOM}.get(who.lower(), who)


_OF_THEM = re.compile(  # "the second of the pictures"
    r"\b(?P<which>the (?:first|second|third|fourth|fifth|last)) of (?:(?:the|these|those|my|our) (?P<of>pictures|"
    r"images|photos|"
    r"videos|clips|films|songs|versions|ones)|(?:these|those|them)\b)",
    re.I,
)


def _singular(noun: str | None) -> str:
    return "one" if noun in (None, "ones", "versions") else str(noun)[:-1]


_LOOPED = re.compile(
    r"^(?:(?:can|could|should|let|make|have) )?(?:it|this|that)(?: to)? (?:run|play|go|repeat) (?:in|on|as) (?:an? )?"
    r"(?:(?:endless|seamless) )?loop\??$",
    re.I,
)
_BIT = re.compile(r"^(?:just )?bit (?=(?:more|less|[\w-]{3,12}er)\b)", re.I)
_SECONDS_MEANT = re.compile(  # "longer, 20"
    r"\b(longer|shorter)[,:]? (?:(?:like|to|about|say|maybe) )?(\d{1,3})$", re.I
)


def plain(text: str) -> str:
    """Without the asking around it."""
    text = re.sub(r",? (?:please|pls|plz)(?=[,:])", "", text.strip(" \t\n,;"), flags=re.I)
    text = _OF_THEM.sub(lambda one: f"{one['which']} {_singular(one['of'])}", text)
    text = _LOOPED.sub("make it loop", text)
    text = _BIT.sub("a bit ", _SECONDS_MEANT.sub(r"\1, \2 seconds", text))
    for _ in range(5):
        text = LEAD_IN.sub("", _as_order(text))
    text = _SHOWN.sub(r"show \1", _DISLIKED.sub("", text))
    text = re.sub(r"\?$", "", text) if _WOULD_LOOK.match(text) else text
    text = _WOULD_LOOK.sub(lambda found: f"show {_whom(found.group(1) or found.group(2))}", text)
    for _ in range(2):
        text = _TAIL.sub("", text)
    return text.strip(" \t\n,;.!")
