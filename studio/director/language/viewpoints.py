"""From where something is seen, as people say it: "from the back, looking down on it a bit", "drone view"."""

import re

_BIT = r"(?:(?:just )?a (?:bit|little|touch|tad)|slightly|somewhat|a little bit)"
_BY_HOW_MUCH = rf"(?:(?:{_BIT}|way|right|straight|directly|high|far|up|low|just|much|even|more|somewhere|very) ){{0,3}}"
_LOOKING = r"(?:^|[,;.] ?|\b(?:and|but|view|shot|camera|seen|us|one) )(?:(?:is|with the camera) )?look(?:ing|s)? "
_AT_IT = r"(?: (?:on|onto|at|upon)(?: (?:it|this|that|him|her|them|us|everything|the [\w-]+))?)?"
SIDES = (
    (r"front[- ](?:right|left)|(?:right|left)[- ]front|three[- ]quarter|3/4", "front"),
    (r"(?:back|rear)[- ](?:right|left)|(?:right|left)[- ](?:back|rear)|behind,? (?:and )?(?:to|from|"
     r"on) the (?:left|right)",
     "back"),
)  # fmt: skip
STRAIGHT = (
    (r"\b(?:from|to|on|see|show|round|around) (?:me |us )?(?:the |its |his |her |their )?(?:far )?left\b|"
     r"\bleft[- ](?:side|hand|view|profile)|\bside[- ](?:view|on)\b|\bfrom (?:the|one) side\b|\bin profile\b|"
     r"\bprofile (?:view|shot)\b|^(?:the |its |his |her )?left$", "left side view"),
    (r"\b(?:from|to|on|see|show|round|around) (?:me |us )?(?:the |its |his |her |their )?(?:far )?right\b|"
     r"\bright[- ](?:side|hand|view|profile)|^(?:the |its |his |her )?right$", "right side view"),
    (rf"\bfrom {_BY_HOW_MUCH}(?:behind|the (?:back|rear))\b|\b(?:back|rear)[- ]?(?:view|side)\b|"
     r"\b(?:the|its|his|her|their) (?:back|rear|reverse)(?: side)?(?: of|$)|\bto the (?:back|rear)\b|\bfrom behind\b|"
     r"\b(?:above|below) and behind\b|\bbehind (?:it|him|her|them)\b|\bwhat(?:['’]s| is) behind\b", "back view"),
    (r"\bfrom the front\b|\bfront(?:al)?[- ]view\b|\bhead[- ]on\b|\b(?:the|its|his|her) front(?: side)?(?: of|$)|"
     r"\bto the front\b", "front view"),
)  # fmt: skip
HEIGHTS = (
    (rf"\b{_BIT} (?:from )?(?:above|elevated|higher)|\bfrom {_BIT} (?:above|higher|higher up)\b|\belevated\b|"
     rf"\bhigher up\b|\bfrom higher\b|{_LOOKING}(?:{_BIT} down|down{_AT_IT} {_BIT})\b|\bgo (?:up )?higher\b",
     "elevated shot"),
    (rf"\blow[- ]angle|\bfrom {_BY_HOW_MUCH}(?:lower(?: down)?|below|beneath|underneath|down (?:low|below)|low|"
     rf"the (?:ground|floor|bottom))\b|\b(?:worm|frog|ant|mouse)['’]?s?[- ](?:eye|perspective|view)|{_LOOKING}"
     rf"(?:(?:straight|right|{_BIT}) )?up\b|\b(?:low down|lower down|down low)\b|\b(?:go|camera|move|bit|little|much) "
     r"lower\b|\b(?:ground|floor)[- ]level\b|\bthe underside\b", "low-angle shot"),
    (rf"\bhigh[- ]angle|\bfrom (?:the )?(?:{_BY_HOW_MUCH}(?:above|overhead|the top|top|up|high)|air|sky|ceiling|roof|"
     rf"rooftop)\b|\btop[- ]?down\b|\bbird['’]?s?[- ](?:eye|perspective|view)|\baerial\b|\boverhead\b|\btop view\b|"
     rf"\bdrones?\b|\bhelicopter\b|\bhigh up\b|{_LOOKING}(?:(?:straight|right|directly) )?down\b|"
     rf"\bthe top (?:side )?of\b",
     "high-angle shot"),
)  # fmt: skip
NEARS = (
    (r"\bclose[- ]?ups?\b|\bcloser\b|\bup close\b|\bnearer\b|\bzoom(?:ed)? in\b", "close-up"),
    (r"\bwide(?:r)?(?: shot| angle| view)\b|\bfrom (?:far(?:ther|ther)? ?(?:away|off)?|a distance|afar)\b|"
     r"\b(?:further|farther) (?:away|back|off|out)\b|\bzoom(?:ed)? out\b", "wide shot"),
)  # fmt: skip
_PLACE = (
    r"(?:(?:the |its |his |her )?(?:left|right|behind|back|front|side|rear|above|below|beneath|underneath|overhead|top|"
    r"bottom|other side|opposite side|air|sky|ceiling|ground|floor|roof|rooftop)|(?:further|farther) (?:away|back|"
    r"off|out|up)|closer|"
    r"nearer|higher(?: up)?|lower(?: down)?|up high|high up|down low|low down)"
)
FROM = rf"from {_BY_HOW_MUCH}{_PLACE}"
_NAMED = re.compile(
    r"\b(?:angles?|viewpoints?|perspectives?|point of view|camera (?:position|view))\b", re.I
)
_ANGLE = re.compile(
    r"\b(?:the (?:back|rear|other side|opposite side|left side|right side|underside) of|angles?|viewpoints?|"
    r"perspectives?|point of view|camera (?:position|view)|(?:other|opposite|another|different|left|right|back|front) "
    rf"(?:side|view)|view(?:ed)? from|seen from|looks? from|{FROM}|from a (?:drone|helicopter|bird)|"
    rf"drone['’]?s?[- ](?:view|"
    r"eye|perspective|shot)|(?:side|rear|back|front|top|aerial|closer|wider) view|close-?up|(?:bird|worm|frog)['’]?s"
    r"[- ](?:eye|perspective|view)|in profile|top[- ]?down|three[- ]quarter)\b|"
    rf"^(?:and |but |now )?looking (?:(?:straight|right|directly|{_BIT}) )?(?:up|down)\b",
    re.I,
)
_OTHER_ORDER = re.compile(  # something is done at that side
    r"^(?:put|add|place|remove|delete|erase|paint|write|stick|hang|replace|fix|crop|cut|fill|insert|light|hide|blur|"
    r"brighten|darken|clean|mend|repair|extend|animate|film|pan|take (?!(?:it|this|that|a (?:photo|picture|"
    r"shot)) from))\b",
    re.I,
)
_COMES_FROM = re.compile(
    r"\b(?:lights?|lighting|lit|sun(?:light|shine|beams?)?|rain|snow|shadows?|water|smoke|leaves|falls?|falling|comes?|coming|shin(?:es?|ing)|"
    r"hang(?:s|ing)|pour(?:s|ing)|drip(?:s|ping)) (?:down |in )?from\b",
    re.I,
)
_TO_A_SIDE = re.compile(
    r"^(?!(?:walk|come|step) to the (?:left|right)\b)(?:walk|go|move|come|step|turn|rotate|spin|swing)\b"
    r"(?: (?:it|the camera|him|her|this|that))?(?: a?round| over)?"
    r"(?: to| so (?:that )?(?:i|we|you)(?: can)? see) (?:the|its|his|her|their) (?:left|right|back|rear|front|other|"
    r"opposite)(?: side)?(?: of (?:it|him|her|them|this|that|the [\w-]+))?$",
    re.I,
)
_ITS_SIDE = re.compile(
    r"^(?:(?:show|see|have|get|view|reveal)(?: me| us)? )?(?:(?:the|its|his|her|their) )(?:left|right|back|front|rear|"
    r"other|opposite|under)[- ]?(?:side|view)?(?: of (?:it|him|her|this|that|them|(?:this|the|"
    r"that) [\w-]+(?: [\w-]+)?))?"
    r"(?: please| too| as well)*$",
    re.I,
)
_ASKED = re.compile(
    r"^(?:(?:and|so|but|ok|hm+),? )*(?:what|how) (?:does|do|would|might|could|will) (?:the|its|his|her|their) (?:back|"
    r"rear|other side|opposite side|left side|right side|underside|front|side|top)(?: (?:of|side) .{2,40}?)? looks?"
    r"(?: like)?(?: please)?$",
    re.I,
)
_LOOKS_AT = re.compile(
    r"^(?:(?:and|now|please|then|ok|can (?:i|we)|could (?:i|we)|let['’]?s|let me) )*(?:look at|see|view) (?:it|"
    r"him|her|this|"
    r"that|them|the [\w-]+) (?:\w+ )?from\b",
    re.I,
)
ONLY_SEEN_FROM = re.compile(  # "same house but seen from behind and from above"
    r"^(?:(?:the )?(?:very |exact )?same|this|that) (?:[\w-]+ ){0,2}?(?:[\w-]+),? (?:but |only |now |"
    r"just )?(?:seen |viewed "
    rf"|shown |taken |shot |photographed )?{FROM}(?:,? (?:and |but )?(?:{FROM}|looking (?:up|down)))?$",
    re.I,
)


_SOMEBODY = re.compile(  # whoever is there already: "now the same girl in a library"
    r"^(?:(?:and|now|then|next|ok|but|show|draw|paint|do|make|me|us|please)[, ]{1,2}){0,4}"
    r"(?:(?:the )?(?:very |exact )?same (?!(?:thing|one|again|but|picture|image|photo|scene|view|video|film|clip|song|"
    r"style|with|in|from|at|for|as)\b)[\w-]{2,20}(?: (?!(?:in|on|at|from|with|but)\b)[\w-]{2,20}){0,2}?|"
    r"him|her|them|this (?:girl|boy|man|woman|guy|character|person|dog|cat))(?: again)?(?=[, ])(?P<rest>.{4,300})$",
    re.I | re.S,
)
_VIEW_WORDS = re.compile(
    rf"(?:(?:but|and|only|now|just|this time|seen|viewed|shown|shot|taken|looked at) )*(?:{FROM}|"
    r"from (?:the|a|an) (?:[\w-]+ )?(?:side|angle|view|height|distance)|(?:in|at|from) (?:an? )?(?:low|high|wide|other|"
    r"different|another|new|side)[- ](?:angle|view|shot)|(?:low|high|wide)[- ]angle|in profile|close[- ]?up|"
    r"(?:(?:side|rear|back|front|top|aerial|closer|wider|wide|bird['’]?s[- ]eye) )(?:view|shot))\b",
    re.I,
)
_ELSEWHERE = re.compile(  # at a place, or doing or wearing something
    r"\b(?:in|inside|at|on|under|near|by|beside|through|over|among) (?:an? |the |her |his |their )?(?!(?:same|style|"
    r"colou?r|front|back|left|right|middle|cent(?:er|re)|picture|photo|image|background|profile)\b)[\w-]{2,20}|"
    r"\b(?!(?:looking|facing|standing|morning|evening)\b)[a-z]{3,14}ing\b",
    re.I,
)


def tells_more_than_a_view(text: str) -> bool:
    """Whether whoever is there is wanted at another place, or doing something, and seen from somewhere as well."""
    told = _SOMEBODY.match(text)
    if told is None or not _VIEW_WORDS.search(told["rest"]):
        return False
    return bool(_ELSEWHERE.search(_VIEW_WORDS.sub(" ", told["rest"])))


def names_a_view(text: str) -> bool:
    """Whether it says from where something is to be seen, and not what is to be done at that side."""
    if not (_ANGLE.search(text) or _TO_A_SIDE.match(text)):
        return False
    return bool(_NAMED.search(text)) or not (_OTHER_ORDER.match(text) or _COMES_FROM.search(text))


def names_its_side(text: str) -> bool:
    """Whether it is a side of what is there and nothing else: "show me the back"."""
    return bool(_ITS_SIDE.match(text) or _TO_A_SIDE.match(text))


def asks_for_a_side(text: str) -> bool:
    """ "What does the back of it look like?", "look at it from the right": what can be shown."""
    return bool(_ASKED.match(text) or (_LOOKS_AT.match(text) and names_a_view(text)))


def sides_in(text: str) -> list[str]:
    """The sides that are named, as the tool calls them; two of them that meet are a quarter."""
    for pattern, where in SIDES:
        if found := re.search(pattern, text, re.I):
            told = text if where == "front" else found[0]
            hand = "left" if re.search(r"\bleft\b", told, re.I) else "right"
            return [f"{where}-{hand} quarter view"]
    return [one for pattern, one in STRAIGHT if re.search(pattern, text, re.I)]


_AT_A_SIDE = r"the (?:left|right|back|front|rear|side)\b(?: side)?"
_AND_A_SIDE = re.compile(rf"\b(from {_AT_A_SIDE})((?:,| and|, and| &|/) )(?={_AT_A_SIDE})", re.I)
_ANOTHER_VIEW = re.compile(
    r"(?:,? (?:and|plus|then|&)|,) (?=(?:(?:one|once|another(?: one)?|also) )?from\b)", re.I
)
_ONE_VIEW = re.compile(r"\b(?:seen|viewed|shown|taken|shot|photographed|same)\b", re.I)


def told_apart(text: str) -> list[str]:
    """Views that are told one by one: "from above and from the left"; both of one picture stay together."""
    if _ONE_VIEW.search(text):
        return [text]
    for _ in range(3):
        text = _AND_A_SIDE.sub(r"\1\2from ", text)
    parts = _ANOTHER_VIEW.split(text)
    told = all(sides_in(one) or any(re.search(p, one, re.I) for p, _ in HEIGHTS) for one in parts)
    return parts if told else [text]
