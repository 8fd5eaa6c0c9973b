"""Several versions in one prompt: the ways a person listed, else usual ones that contradict nothing of the wish.

A way says an aspect of the scene: its time of day, its weather, its season. Where the wish names one itself, every way
that says something else of it is left out.
"""

import re
from collections.abc import Sequence

from studio.director.language.styles import COLOUR
from studio.director.language.vocabulary import EDGES

# what a wish may say itself, and the ways that say it too
_ASPECTS = {
    "time": r"dawn|sunrise|daybreak|first light|morning|noon|midday|afternoon|evening|dusk|sunset|sundown|twilight|"
    r"nights?|nighttime|midnight|daylight|daytime|(?:blue|golden) hour|moon\w*|starry|stars|nocturnal|by day|sunlit|"
    r"breakfast|aurora|northern lights",
    "weather": r"storm\w*|rain(?!bow)\w*|drizzl\w*|fog\w*|mist\w*|haz[ey]|snow\w*|blizzard|hail|sunny|sunshine|sunlit|"
    r"cloud\w*|overcast|wind(?:y|storm)|thunder\w*|lightning|clear sk(?:y|ies)|blue sk(?:y|ies)|aurora|northern lights|"
    r"starry|moonlit",
    "season": r"winter\w*|summer\w*|spring(?:time)?|autumn\w*|fall|snow\w*|blizzard|frost\w*|ice|icy|christmas|xmas|"
    r"halloween|easter|harvest|sakura|cherry blossoms?|fallen leaves|january|february|april|june|july|august|"
    r"september|october|november|december",
    "tones": r"colou?rs?|colou?red|pastels?|palette|neon|black and white|monochrome|sepia|(?:warm|cool) tones?",
    "mood": r"calm\w*|quiet|gentle|soft|slow|sad|dark|happy|upbeat|bright|fast|energetic|driving|dreamy|warm|playful|"
    r"epic|cinematic|raw|heavy|relax\w*|chill|peaceful|melanchol\w*|angry|aggressive|lullaby|ballad|lo-?fi",
}
_NAMED = {aspect: re.compile(rf"\b(?:{words})\b", re.I) for aspect, words in _ASPECTS.items()}
_SCENES = (
    ("at first light", "time"), ("under a full moon", "time weather"), ("with a storm coming in", "weather"),
    ("in low golden sun", "time weather"), ("in soft fog", "weather"), ("under northern lights", "time weather season"),
    ("in clear winter air", "season weather"), ("at dusk with lamps lit", "time"), ("in light rain", "weather season"),
    ("in deep snow", "season weather"), ("in spring colours", "season tones"), ("in autumn colours", "season tones"),
    ("at noon in hard light", "time weather"), ("at blue hour", "time"), ("under a starry sky", "time weather"),
    ("in warm evening haze", "time weather"),
    ("in a wide view", ""), ("seen from close by", ""), ("in muted colours", "tones"), ("from a low angle", ""),
    ("in bold colours", "tones"), ("with much empty space", ""), ("in strong contrast", ""), ("from above", ""),
    ("in cool colours", "tones"), ("off to one side", ""), ("in warm colours", "tones"), ("in crisp detail", ""),
    ("seen from far away", ""), ("in pale colours", "tones"), ("framed in the middle", ""), ("with soft edges", ""),
)  # fmt: skip
_ANYWHERE = tuple(one for one in _SCENES if one[1] in ("", "tones"))
_INSIDE = (  # for rooms and for what stands on a table: the weather does not come in
    ("in morning light through a window", "time"), ("lit by one warm lamp", "time"), ("by candlelight", "time"),
    ("on a grey rainy day", "weather"), ("late at night", "time"), ("in soft daylight", "time"),
)  # fmt: skip
_IN_SPACE = (  # there is no weather and no time of day either
    ("before a violet nebula", ""), ("lit from behind by a star", ""), ("near a ringed planet", ""),
    ("in deep blue light", ""), ("above a red planet", ""), ("among a field of stars", ""),
)  # fmt: skip
_INDOORS = re.compile(
    r"\b(?:indoors?|interiors?|(?:bed|living|dining|bath|class|ball|throne|play|tea)?[- ]?rooms?|kitchens?|nooks?|"
    r"study|librar(?:y|ies)|offices?|desks?|sofas?|couch(?:es)?|armchairs?|fireplaces?|caf[eé]s?|restaurants?|attics?|"
    r"lofts?|hallways?|corridors?|museums?|still[- ]lifes?|product shots?|table(?:top)?|bowls?|plates?|cups?|mugs?|"
    r"dishes|ramen|noodles|sushi|pizzas?|burgers?|hot ?dogs?|sandwich(?:es)?|cakes?|cupcakes?|cookies|"
    r"pancakes?|salads?|soups?|pasta|coffee|cocktails?|bookshel(?:f|ves))\b",
    re.I,
)
_SPACE = re.compile(
    r"\b(?:outer[- ]space|in space|space ?(?:ships?|stations?|craft|walks?|men|man)|astronauts?|cosmonauts?|"
    r"galax(?:y|ies)|nebulae?|planets?|saturn|jupiter|mars|black holes?|rockets?|satellites?|cosmos|universe|"
    r"on the moon)\b",
    re.I,
)
_SOUNDS = (
    ("calm and sparse", "mood"), ("bright and driving", "mood"), ("dark and slow", "mood"),
    ("warm and acoustic", "mood"), ("dreamy with wide pads", "mood"), ("raw and energetic", "mood"),
    ("gentle with piano", "mood"), ("big and cinematic", "mood"),
    ("with strings", ""), ("with brass", ""), ("with hand claps", ""), ("with a soft bell", ""),
    ("with a choir", ""), ("with brushed drums", ""), ("with a flute", ""), ("with a harp", ""),
    ("with an acoustic guitar", ""), ("with a long intro", ""), ("with few notes", ""), ("with a bass line ahead", ""),
    ("with a big ending", ""), ("with wide pads", ""), ("with a marimba", ""), ("with a music box", ""),
)  # fmt: skip
_STYLES = (
    "in watercolour", "in oils", "as a pencil drawing", "as pixel art", "as a woodcut", "in pop art",
    "as a paper cut-out", "as a mosaic", "in charcoal", "as stained glass", "in gouache", "as line art",
    "as low poly", "in pastels", "as a comic", "as a linocut",
)  # fmt: skip
_COLOURS = (
    "in red", "in blue", "in green", "in yellow", "in black", "in white", "in orange", "in purple", "in silver",
    "in pink", "in brown", "in turquoise", "in gold", "in grey", "in cream", "in teal",
)  # fmt: skip
_SEASONS = (
    "in spring", "in summer", "in autumn", "in winter", "in early spring", "in late summer", "in late autumn",
    "in deep winter",
)  # fmt: skip
_HOURS = (
    "at dawn", "at noon", "at dusk", "at night", "in the morning", "in the afternoon", "at sunset", "at blue hour",
)  # fmt: skip
_WEATHERS = (
    "in sunshine", "in the rain", "in fog", "in snow", "in a storm", "under grey clouds", "in strong wind",
    "under a rainbow",
)  # fmt: skip
_DESIGNS = (  # for what is no scene and has no weather
    "flat and minimal", "bold and geometric", "hand-drawn", "with fine lines", "retro", "round, as a badge",
    "in two colours", "playful", "elegant", "with a thick outline", "in one colour", "in negative space",
    "as a stamp", "with rough edges", "in soft gradients", "angular",
)  # fmt: skip
_TONES = (  # what a picture that is there can be given, and what else of it stays
    "a little warmer", "a little cooler", "more contrast", "more colourful", "a little darker", "a little brighter",
    "less saturated", "softer", "sharper", "closer", "vintage style", "black and white", "sepia", "HDR look",
    "less contrast", "mirrored",
)  # fmt: skip
_DESIGNED = re.compile(
    r"\b(?:logos?|icons?|stickers?|badges?|emblems?|monograms?|fonts?|lettering|patterns?|flags?|crests?|"
    r"buttons?|invitations?|labels?|menus?|"
    r"(?:business|birthday|greetings?|invitation|wedding|christmas|thank[- ]you) cards?)\b",
    re.I,
)
_GROUP = re.compile(r"\{([^{}]*)\}")
_IN_DIFFERENT = (
    r",?\s?\b(?:in|with|of) (?:(?:\d{1,2}|[a-z]{3,6}) )?(?:diff(?:erent)?|various|other|several) "
)
_EACH_IN = (
    r",?\s?(?:\b(?:and|with) )?\b(?:each|every)(?: (?:one|picture|image|photo|version|of them))?(?: is| being| shown)? "
    r"(?:in|at|with|of) (?:another|an? (?:new|diff(?:erent)?|other)|its own|some other) |"
    r",?\s?(?:\band )?\bone (?:in|at|for|of) (?:each|every) "
)


def _asked(what: str) -> re.Pattern[str]:
    """Words that tell what varies: "in different styles", "each one in another season"."""
    return re.compile(rf"(?:{_IN_DIFFERENT}|{_EACH_IN}){what}\b", re.I)


_COLOURS_ASKED = _asked("colou?rs?")
_VARIED = (
    (_asked("(?:art )?styles?"), _STYLES),
    (_COLOURS_ASKED, _COLOURS),
    (_asked("seasons?(?: of the year)?"), _SEASONS),
    (_asked("times? of (?:the )?day"), _HOURS),
    (_asked("weathers?(?: conditions?)?"), _WEATHERS),
)
_COUNT = r"(?P<count>\d{1,2}|two|three|four|five|six|seven|eight|nine|ten)"
_DIFFERENT = r"(?:diff(?:erent|rent)?s?|various|other|new)"
_KINDS_OF = re.compile(  # "4 diff colors of the car"
    rf"^(?P<order>(?:(?:make|give|show|do|try|draw|create|generate)(?: me| us)? )?){_COUNT} (?:{_DIFFERENT} )?"
    r"(?P<what>colou?rs?|styles?) (?:of|for) (?P<of>(?:the|this|that|these|those|my|our|his|her|it|an?|them|"
    r"image|each)\b.*)$",
    re.I,
)
_OF_IN_KINDS = re.compile(  # "the car in 4 different colours"
    rf"^(?P<order>(?:(?:make|give|show|do|try|draw|create|generate|have)(?: me| us)? )?)"
    rf"(?P<of>(?:the|this|that|my|our|it|an?)\b(?: (?!\w*ed\b|with\b)[\w'-]+){{0,5}}?) in {_COUNT} {_DIFFERENT} "
    r"(?P<what>colou?rs|styles)$",
    re.I,
)


def as_versions(text: str) -> str:
    """Colours or styles that are counted, as the versions they are: "4 versions of the car in different colors"."""
    found = _KINDS_OF.match(text) or _OF_IN_KINDS.match(text)
    if found is None:
        return text
    what = found["what"].rstrip("s")
    return f"{found['order']}{found['count']} versions of {found['of']} in different {what}s"


def scene_ways(prompt: str) -> list[str]:
    """Ways to show this subject that say nothing else than the wish does."""
    if _DESIGNED.search(prompt):
        return list(_DESIGNS)
    if _SPACE.search(prompt):
        return _fitting(prompt, (*_IN_SPACE, *_ANYWHERE))
    return _fitting(prompt, (*_INSIDE, *_ANYWHERE) if _INDOORS.search(prompt) else _SCENES)


def framing_ways(prompt: str) -> list[str]:
    """Ways to show the same thing in the same light: only how it is framed and toned differs."""
    return (
        list(_DESIGNS)
        if _DESIGNED.search(prompt)
        else _fitting(prompt, [one for one in _SCENES if one[1] in ("", "tones")])
    )


def edit_ways(wish: str) -> list[str]:
    """Ways to change a picture that is there a little, without what the wish says itself."""
    named = set(re.findall(r"[\w-]{4,}", wish.lower()))
    return [way for way in _TONES if not named & set(way.lower().split())]


def style_ways() -> Sequence[str]:
    """Usual ways of painting, where none were named."""
    return _STYLES


def sound_ways(prompt: str) -> list[str]:
    """Ways to play this piece that do not gainsay its mood."""
    return _fitting(prompt, _SOUNDS)


def names_a_time(prompt: str) -> bool:
    """Whether words say when, or in which weather, a scene is."""
    return any(_NAMED[aspect].search(prompt) for aspect in ("time", "weather", "season"))


def _fitting(prompt: str, ways: Sequence[tuple[str, str]]) -> list[str]:
    said = {aspect for aspect, words in _NAMED.items() if words.search(prompt)}
    if re.search(r"\bback(?:ground|drop)\b", prompt, re.I):
        said |= {"time", "weather", "season"}
    named = set(re.findall(r"[\w-]{4,}", prompt.lower()))
    return [
        way
        for way, aspects in ways
        if not said & set(aspects.split()) and way.split()[-1] not in named
    ]


def branched(prompt: str, count: int, ways: Sequence[str] = ()) -> str:
    """One prompt for several versions: as many branches as results, those the person listed, `ways`, or usual ones."""
    if count < 2 or "{" in prompt:
        return prompt
    told, listed, ways = _ways(prompt, count, ways)
    choice = "|".join((listed or ways)[:count])
    return f"{told}, {{{choice}}}" if told else f"{{{choice}}}"


def agreeing(told: str, ways: Sequence[str]) -> Sequence[str]:
    """Branches that agree with what a prompt has come to say: usual ones that gainsay it give way, listed ones stay."""
    if not {way for way, _ in (*_SCENES, *_INSIDE, *_IN_SPACE)}.issuperset(ways):
        return ways
    fitting = scene_ways(told)
    return sorted(fitting, key=lambda way: way not in ways)[: len(ways)]


def version_of(prompt: str, place: int) -> str:
    """The prompt of one result: its branch of every group."""
    while group := _GROUP.search(prompt):
        ways = group[1].split("|")
        prompt = prompt[: group.start()] + ways[place % len(ways)] + prompt[group.end() :]
    return prompt


def apart(prompt: str, count: int, ways: Sequence[str] = ()) -> list[str]:
    """Those branches as prompts of their own, for what makes one result a call."""
    if count < 2:
        return [prompt]
    told, listed, usual = _ways(prompt, count, ways)
    return [", ".join(part for part in (told, way) if part) for way in (listed or usual)[:count]]


def _ways(
    prompt: str, count: int, usual: Sequence[str]
) -> tuple[str, Sequence[str], Sequence[str]]:
    """The prompt, the ways a person listed, and those to take where none were: styles, colours … as asked for."""
    asked, varied = next(
        ((words, ways) for words, ways in _VARIED if words.search(prompt)), (None, ())
    )
    if asked is not None:
        prompt, usual = asked.sub("", prompt).strip(EDGES), varied
    if asked is _COLOURS_ASKED:
        prompt = re.sub(rf"\b{COLOUR} (?=[\w-]+)", "", prompt, count=1, flags=re.I)
    told, listed = branches_in(prompt, count)
    return told, listed, usual or scene_ways(told)


def branches_in(prompt: str, count: int) -> tuple[str, list[str]]:
    """The ways a person listed: "a car: red, blue and green", "one at dawn, one at night", "in red and in blue"."""
    if not prompt.strip(EDGES):
        return prompt, []
    found = _LIST.match(prompt)
    if found and found["head"].count('"') % 2 == 0:  # else it is a colon of what is to be read
        rows, _, manner = found["rows"].partition(". ")
        ways = _each_alone(_items(rows, with_in=True))
        if len(ways) != count or not manner.strip(EDGES):
            manner, ways = "", _each_alone(_items(found["rows"], with_in=True))
        if not 2 <= len(ways) <= count:
            return prompt, []
        head, ways = _named_once(found["head"].strip(EDGES), ways)
        return ", ".join(part for part in (head, manner.strip(EDGES)) if part), ways
    return _without_colon(prompt, count)


_LIST = re.compile(  # "a car: red, blue", "pictures. first a seed, second a sprout"
    r"^(?P<head>.*?)(?:[:;]|\.(?=\s(?:the )?(?:first|one)\b)|,(?=\s(?:the )?first (?:an?|the|of|"
    r"one)\b))\s?(?P<rows>.+)$",
    re.I | re.S,
)
_ONLY_MEDIA = re.compile(  # or nothing: what is left of "two videos: one of rain, one of snow"
    r"(?:(?:short|different|new|small|quick|nice|separate) )*(?:pictures|images|photos|pics|photographs|drawings|shots|"
    r"videos|clips|films|movies|vids|songs|tracks|pieces|tunes|things|ones|versions|options)?",
    re.I,
)
_BARE_THING = re.compile(r"(?:an? |the )?(?:[\w'-]{2,24} )?[\w'-]{2,24}", re.I)
_PLACE_LAST = re.compile(
    r"^(?:an? |the )?(?:[\w'-]{2,24} )?[\w'-]{2,24}(?P<where> (?:over|above|across|along|in|at|near|by|behind|beside) "
    r"(?:the|my|our) [\w' -]{2,60})$",
    re.I,
)
_MEDIUM_OF_ONE = re.compile(
    r"^(?:(?:an?|the) )?(?:(?:(?:pictures?|images?|photos?|pics?|videos?|clips?|films?|songs?|tracks?) )?(?:of|showing|"
    r"with)(?= (?:an?|the|my|our|some|two|three|[\w-]+)\b)|(?:songs?|tracks?|videos?|clips?)(?= \w))\s",
    re.I,
)
_COUNTED_ONE = re.compile(
    r"^(?:(?:and )?(?:the )?(?:one|other|another|first|second|third|fourth|fifth|last|1st|2nd|3rd)(?: one)?)"
    r"(?: (?:is|shows|should (?:be|show)|being))?(?:$|[\s:,-]{1,2})",
    re.I,
)


def _each_alone(rows: list[str]) -> list[str]:
    """Rows without the word that counts them: "one of a tiger", "the other for a bar" as "of a tiger", "for a bar"."""
    if sum(bool(_COUNTED_ONE.match(row)) for row in rows) < 2:
        return rows
    bare = [_COUNTED_ONE.sub("", row).strip(EDGES) for row in rows]
    return [row for row in bare if row]


def _named_once(head: str, ways: list[str]) -> tuple[str, list[str]]:
    """What all have in common, and the ways; "pictures" before a list of things says nothing more of them."""
    if not _ONLY_MEDIA.fullmatch(head):
        return head, ways
    return "", _all_there([_MEDIUM_OF_ONE.sub("", way) for way in ways])


def _all_there(ways: list[str]) -> list[str]:
    """ "A sunrise", "a sunset over the alps": the place that is told last is that of all, where none has its own."""
    place = _PLACE_LAST.match(ways[-1])
    if place is None or not all(_BARE_THING.fullmatch(way) for way in ways[:-1]):
        return ways
    return [*(f"{way}{place['where']}" for way in ways[:-1]), ways[-1]]


def _without_colon(prompt: str, count: int) -> tuple[str, list[str]]:
    if len(re.findall(r"\b(?:one|another|other)\b", prompt, re.I)) == count:
        head, _, rest = re.sub(
            r"\b(?:one|the first)\b", "\0", prompt, count=1, flags=re.I
        ).partition("\0")
        ways = _items(
            re.sub(r"\b(?:and )?(?:one|another|the other|other)\b", ",", rest, flags=re.I)
        )
        return _named_once(head.strip(EDGES), ways) if len(ways) == count else (prompt, [])
    found = re.match(
        r"^(.*?),?\sin ([\w-]{1,24}(?: [\w-]{1,24})?(?:, [\w-]{1,24}(?: [\w-]{1,24})?){0,15} and (?:in )?[\w-]{1,24})$",
        prompt,
        re.I,
    )
    if found:
        ways = _items(found.group(2))
        return (
            (found.group(1).strip(EDGES), [f"in {one}" for one in ways])
            if len(ways) == count
            else (prompt, [])
        )
    head, *ways = _items(prompt)
    plain = ways and all(
        len(one.split()) < 4 and not re.match(r"(?:an?|the|with) ", one) for one in ways
    )
    return (head, ways) if plain and len(ways) == count else (prompt, [])


def _items(text: str, *, with_in: bool = False) -> list[str]:
    """The parts of a list, without "and"; without "in" too, unless that is kept."""
    parts = re.split(
        r"\s?(?:,|\band\b|\bor\b|/|;|(?<=\w)\. (?=(?:the )?(?:first|second|third|other|one)\b))\s?",
        text,
    )
    rows = [one.strip(EDGES) for one in parts]
    rows = rows if with_in else [re.sub(r"^in\s", "", one, flags=re.I) for one in rows]
    return [one for one in rows if one]
