"""What a change of a picture takes the place of: the time, the weather, the season, how many, how large, where.

Words that say the same of a scene cannot both hold: who wants it "at night" no more wants it "at dawn", wherever that
stands in the words before. What a thing is called ("a night market", "a summer dress") is no such saying.
"""

import re

from studio.director.language.styles import COLOUR, STYLE
from studio.director.language.vocabulary import WORN

_HOURS = (
    r"dawn|sunrise|daybreak|first light|(?:mid-?|after)?noon|mid-?day|morning|evening|dusk|sunset|sundown|twilight|"
    r"night(?:fall|time)?|midnight|day(?:light|time|break)?|(?:golden|blue) hour|moonlight|sun(?:light|shine)?|"
    r"(?:full )?moon|stars"
)
_SEASONS = r"winter(?:time)?|summer(?:time)?|spring(?:time)?|autumn|fall"
_WEATHERS = r"rain(?:fall|storm)?|snow(?:fall|storm)?|fog|mist|haze|(?:thunder)?storm|blizzard|drizzle|hail|sunshine"
_HOW = (
    r"(?:(?:early|late|deep|bright|soft|warm|cold|golden|dark|clear|light|heavy|hard|pale|thick|dense|pouring|falling|"
    r"low|first|full|starry|moonlit|sunny|rainy|snowy|foggy|misty|stormy|cloudy|grey|gr[ae]y|hot|summer|winter|autumn|"
    r"spring|morning|evening|afternoon|noon|midday|night|strong|gentle|fresh|blazing|harsh)[ -])"
)
_AT = r"(?:just )?(?:at|in|by|under|during|on|before|after|through|against) (?:an? |the )?"
_LIGHT = r"(?: (?:light|sun|sky|skies|time|glow|air|haze|mist|fog|rays|mood))?"
_LINK = (
    r"(?:in|on|at|with|without|and|by|over|under|near|of|from|to|behind|before|while|as|that|who|which|is|are|"
    r"falling|coming|[\w-]{2,20}ing)"
)
_ENDS = rf"{_LIGHT}(?=$|[,.;)}}|]| {_LINK}\b)"
_ALONE_HOURS, _ALONE_WEATHER = (  # between commas
    rf"(?:^|,\s?)(?:with )?{_HOW}{{0,3}}(?:{words}){_LIGHT}(?=$|[,.;])|"
    for words in (_HOURS, _WEATHERS)
)
_TIME_SAID = (
    rf"{_AT}{_HOW}{{0,2}}(?:{_HOURS}){_ENDS}|"
    r"(?:by|under) (?:an? |the )?(?:starry|moonlit|night) (?:sky|skies|night)"
)
_WEATHER_SAID = (
    rf"(?:{_AT}|with |amid )(?:an? |the |some )?{_HOW}{{0,2}}(?:{_WEATHERS})(?: (?:falling|coming in|coming down))?"
    rf"{_ENDS}|under (?:an? )?(?:blue|clear|cloudy|grey|overcast|stormy) (?:sky|skies)|on an? "
    r"(?:sunny|rainy|foggy|cloudy|snowy|stormy|windy|misty) (?:day|morning|evening|afternoon|night)"
)
_SEASON_SAID = rf"(?:in|during) (?:an? |the )?{_HOW}{{0,2}}(?:{_SEASONS}){_ENDS}"
_OF_WEATHER = (
    r"(?:sunny|rainy|foggy|misty|snowy|stormy|cloudy|overcast|windy|snow-covered|rain-soaked|hazy)"
)
_OF_HOURS = r"(?:sunny|sunlit|moonlit|starlit|star-lit)"
_OF_SEASONS = r"(?:winter|wintry|summer|summery|autumn|autumnal|spring|snowy|snow-covered)"
_CALLED = (  # what a thing is called by
    rf"(?!(?:{WORN}s?|market|olympics|games|sale|school|holidays?|vacation|collection|house|palace|break|party|roll|"
    rf"onions?|chicken|salad|menu|solstice|clothes|jumper|sweater|outfit|sports|festival|camp|cleaning)\b|{_LINK}\b)(?=[a-z])"
)
_ASPECTS = tuple(
    (
        re.compile(rf"\b(?:{named})\b", re.I),
        re.compile(rf",?\s?\b(?:and )?(?:{said})|{alone}\b{adjective} {_CALLED}", re.I),
    )
    for named, said, adjective, alone in (
        (rf"(?:at|by|in|during|this|early|late|under|before|after) (?:the |an? )?{_HOW}?(?:{_HOURS})|{_OF_HOURS}|"
         rf"nocturnal|night ?time|day ?time", _TIME_SAID, _OF_HOURS, _ALONE_HOURS),
        (rf"{_OF_WEATHER}|{_WEATHERS}|(?:rain|snow)ing|sunny", _WEATHER_SAID, _OF_WEATHER,
         _ALONE_WEATHER),
        (rf"in (?:the )?{_HOW}?(?:{_SEASONS})|winter|summer|autumn|wintry|autumnal|springtime", _SEASON_SAID,
         _OF_SEASONS, ""),
    )
)  # fmt: skip
_SIZE = r"(?:big(?:ger)?|larger?|huge|giant|gigantic|enormous|small(?:er)?|tiny|tinier|little|mini)"
_AGE = r"(?:old(?:er)?|young(?:er)?|new(?:er)?|ancient|modern|elderly)"
_SORTS = tuple(re.compile(sort, re.I) for sort in (_SIZE, COLOUR, _AGE))
_SUCH = re.compile(  # "bigger boats", "with a red door"
    rf"(?:with )?(?:an? |the |some )?(?P<how>{_SIZE}|{COLOUR}|{_AGE}) (?P<what>[\w-]{{2,20}})", re.I
)
_NUMBER = r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|\d{1,3})"
_SO_MANY = re.compile(
    rf"(?:with |only |just |but ){{0,3}}(?P<count>{_NUMBER}) (?P<what>[\w-]{{2,20}}?)s?(?P<only> only)?",
    re.I,
)
_VOICE = re.compile(
    r"(?:with )?(?:(?:sung|sang) by )?(?:an? )?(?P<who>(?:fe)?male|man|woman|boy|girl|child|child['’]s|man['’]s|"
    r"woman['’]s)(?: (?P<what>singer|voice|vocals?))?",
    re.I,
)
_VOICE_BEFORE = re.compile(
    r"\b(?:fe)?male (?:singer|voice|vocals?)\b|\b(?:man|woman|boy|girl|child)(?:['’]s voice| singing)\b",
    re.I,
)
_PLACED = re.compile(
    rf"(?P<at>in|on|over|under|through|along|across|past|inside) (?!(?:an? |the )?{_HOW}{{0,2}}(?:{_HOURS}|"
    rf"{_SEASONS}|{_WEATHERS})\b)"
    r"(?:(?:an?|the|my|our|some) )?(?:[\w-]{2,20} ){0,2}?(?P<where>[\w-]{2,20})",
    re.I,
)
_NO_PLACE = re.compile(
    rf"{WORN}s?|{STYLE.pattern}|{COLOUR}|suits?|uniforms?|clothes|armou?r|pyjamas|costumes?|light|style|colou?rs?|"
    r"background|foreground|middle|cent(?:er|re)|corner|distance|air|row|circle|same|hands?|arms?|mouth|motion|detail|"
    r"focus|love|look|mood|view|line|shape|form|top|bottom|left|right|side|way|front|fire|back|own|tones?|version|"
    r"english|german|french|spanish|italian|words|letters|seconds|minutes|days?|weekend|holidays?",
    re.I,
)


_GONE = re.compile(r"without (?:the |an? |any )?(?P<what>[\w' -]{2,40})$", re.I)


def without_gainsaid(prompt: str, change: str) -> str:
    """The prompt without what the change says otherwise: when it is, in which weather and season, what is not there."""
    for named, said in _ASPECTS:
        if named.search(change):
            prompt = _without(prompt, said)
    gone = _GONE.match(change)
    return _without(prompt, _told_of(gone["what"])) if gone else prompt


def _told_of(thing: str) -> re.Pattern[str]:
    """Where a prompt tells of a thing: the part between commas that begins or ends with it, else its words alone."""
    name = re.escape(thing)
    return re.compile(
        rf",\s?(?:(?:with|and) )?(?:[\w-]+ )?{name}\b[^,]*|,?\s?(?:\b(?:with|and) )?(?:\b(?:an?|the) )?\b{name}\b",
        re.I,
    )


def says_when(change: str) -> bool:
    """Whether a change says when a scene is, in which weather or season."""
    return any(named.search(change) for named, _ in _ASPECTS)


def _without(prompt: str, said: re.Pattern[str]) -> str:
    rest = re.sub(r"\s+([,.;])", r"\1", " ".join(said.sub(" ", prompt).split()))
    rest = re.sub(r"^[,;]\s?|(?<=[,;])\s?[,;]|[,;]\s?$|\b(?:and|in|at)\s?$", "", rest).strip(" ,;")
    return rest or prompt


def in_its_place(prompt: str, change: str) -> str:
    """The prompt with another number, size, colour, voice or place where it has one; empty where it has none."""
    change = change.strip(" ,.")
    change = re.sub(r" instead$", "", change, flags=re.I)
    for told in (_so_many, _such, _voiced, _placed):
        if done := told(prompt, change):
            return done
    return ""


def _so_many(prompt: str, change: str) -> str:
    said = _SO_MANY.fullmatch(change)
    if said is None or said["count"].lower() in ("a", "an"):
        return ""
    noun = re.escape(said["what"])
    there = re.compile(rf"\b{_NUMBER} (?P<how>(?:(?!and\b)[\w-]+ ){{0,3}}?){noun}(?:e?s)?\b", re.I)
    one = said["count"].lower() in ("one", "1")
    words = said["what"] if one else _several(said["what"])
    return (
        there.sub(lambda old: f"{said['count']} {old['how']}{words}", prompt, count=1)
        if (there.search(prompt))
        else ""
    )


def _several(noun: str) -> str:
    return (
        noun
        if noun.endswith("s")
        else f"{noun}es"
        if noun.endswith(("x", "ch", "sh"))
        else f"{noun}s"
    )


def _such(prompt: str, change: str) -> str:
    said = _SUCH.fullmatch(change)
    if said is None:
        return ""
    sort = next(one for one in _SORTS if one.fullmatch(said["how"]))
    there = re.compile(rf"\b{sort.pattern} (?={re.escape(said['what'])}\b)", re.I)
    return there.sub(f"{said['how']} ", prompt, count=1) if there.search(prompt) else ""


def _voiced(prompt: str, change: str) -> str:
    said = _VOICE.fullmatch(change)
    there = _VOICE_BEFORE.search(prompt) if said else None
    if said is None or there is None:
        return ""
    who = re.sub(r"['’]s$", "", said["who"].lower())
    who = {"man": "male", "woman": "female"}.get(who, who)
    return f"{prompt[: there.start()]}{who} {said['what'] or 'voice'}{prompt[there.end() :]}"


def _placed(prompt: str, change: str) -> str:
    """Another place behind the same small word: "over mountains" for "over a sunny beach"."""
    said = _PLACED.fullmatch(change)
    if said is None or _NO_PLACE.fullmatch(said["where"]):
        return ""
    for there in _PLACED_BEFORE[said["at"].lower()].finditer(prompt):
        if not _NO_PLACE.fullmatch(there["where"]):
            return f"{prompt[: there.start()]}{change}{prompt[there.end() :]}"
    return ""


_PLACED_BEFORE = {
    at: re.compile(
        rf"\b{at} (?!(?:an? |the )?{_HOW}{{0,2}}(?:{_HOURS}|{_SEASONS}|{_WEATHERS})\b)(?:(?:an?|the|my|our|some) )?"
        r"(?:(?!(?:in|on|at|with|and|of|by|over|under|near)\b)[\w-]{2,20} ){0,2}?(?P<where>[\w-]{2,20})"
        r"(?=$|[,.;]| (?:in|on|at|with|and|by|over|under|near|while|that|who|which|[\w-]{2,20}ing)\b)",
        re.I,
    )
    for at in ("in", "on", "over", "under", "through", "along", "across", "past", "inside")
}
"""What stands behind each of these words in a prompt, up to the next part of it."""
