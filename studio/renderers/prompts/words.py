"""What a prompt asks for: its words sorted into subjects, time of day, weather, style and colours."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache

from studio.renderers.prompts.numbers import said_number, told
from studio.renderers.prompts.vocabulary import (
    COLOUR_WORDS,
    FORMS,
    LAND,
    OWN,
    STYLES,
    SUBJECTS,
    TIME_HINTS,
    TIMES,
    WEATHER,
    Table,
)

_SAYS = (
    r"titled?|says|saying|reads|reading|with the (?:text|words)|(?:text|words?|slogan|caption):?"
)
_SHEETS = r"poster|cover|logo|banner|flyer|sign|label"
"""What bears the name of what it is for; a cat called Luna has no letters on her."""
_QUOTED = re.compile(
    r"[\"“”«]([^\"“”»]{2,40})[\"“”»]"
    rf"|\b(?:{_SAYS}|called|named) ['‘]([^'’]{{2,40}})['’]"
    rf"|\b(?:{_SAYS}|(?:{_SHEETS})s?\b[^.\"]{{0,60}}? (?:called|named)) "
    r"((?-i:[A-Z0-9])[\w&'’-]*(?: (?-i:[A-Z0-9])[\w&'’-]*){0,4})",
    re.IGNORECASE,
)
_LETTERING = re.compile(
    r"(?:,|(?<!\s))\s*\bthe title(?: in (?P<how>[\w ]{1,40}?) letters\b(?: at the (?P<there>top|bottom|middle))?"
    r"| at the (?P<where>top|bottom|middle)\b)|(?:,|(?<!\s))\s*\bwith an? (?P<size>big|large|huge|bold|small|tiny) "
    r"(?:title|headline)\b",
    re.IGNORECASE,
)
"""How a title is to be set; its colour and size are of nothing else in the picture."""
_LARGE, _SMALL = frozenset({"big", "large", "huge", "bold"}), frozenset({"small", "tiny"})
_DARK_THING = re.compile(
    r"\bdark(?=[ -](?:coat|cloak|hair|haired|eyes|skin|suit|dress|jacket|horse|dog|cat|red|green|blue|brown|gr[ae]y|"
    r"purple|wood|chocolate)\b)",
    re.IGNORECASE,
)
"""“Dark” that is said of a thing, and not of the hour."""
_ONE_THING = re.compile(
    r"\b(hot|ice|blade|olive|coconut|essential|hair|body|massage|painted)[ -]"
    r"(dogs?|creams?|runners?|oils?|eggs?|nails)\b"
)
"""Two words for one thing that is not what its parts are."""
_MOUNTED = re.compile(
    r"\b(?:on|riding|rides|rode|ride|mounted on|galloping on)(?: (?:an?|the|his|her|their))?(?: [\w-]+){0,2}? "
    r"(?:horse|pony|stallion|mare)s?\b|\bcow(?:boy|girl)s?\b(?![ -](?:hat|boot)|[^.]*\bportrait)",
    re.IGNORECASE,
)
"""Somebody in the saddle."""
_INSIDE_GLASS = re.compile(
    r"\b(?:in|inside|within)(?: (?:an?|the|my|our|his|her))?(?: [\w-]+){0,2}? (?:greenhouse|conservatory|glasshouse)\b",
    re.IGNORECASE,
)
"""What grows under glass, and not the house."""
_DROWNED = re.compile(
    r"\b(?:under|beneath|below|(?:at|on) the (?:bottom|floor) of|deep in)(?: the)?(?: [\w-]+)? "
    r"(?:sea|ocean|water|waves)\b|\b(?:sea|ocean)[ -](?:floor|bed)\b|\bsunken\b",
    re.IGNORECASE,
)
"""What lies below the water."""
_SENDS = (
    r"(?:fall(?:s|ing)?|fell|pour(?:s|ed|ing)?|drop(?:s|ped|ping)?|drip(?:s|ping)?|drift(?:s|ed|ing)?|hang(?:s|ing)?|hung|"
    r"shin(?:es?|ing)|shone|stream(?:s|ed|ing)|beam(?:s|ed|ing)|rain(?:s|ed|ing)|snow(?:s|ed|ing)|com(?:es?|ing)|came|"
    r"lit|lighting|illuminat(?:es?|ed|ing)|filter(?:s|ed|ing)|descend(?:s|ed|ing)|plung(?:es?|ed|ing)|"
    r"cascad(?:es?|ed|ing)|tumbl(?:es?|ed|ing))"
)
_RAYS = r"(?:\w*light|(?:light|sun|moon)?(?:ray|beam|shaft)s?|lamps?|sun|moon|stars)"
_SENT_DOWN = re.compile(
    r"(?:"
    rf"\b(?:{_RAYS}|rain|snow|hail|mist)(?: [\w'-]+){{0,3}}? {_SENDS}"
    r"(?: (?!(?:seen|viewed|shot|view)\b)[\w'-]+){0,4}?"
    rf"|(?<!\bthe )(?<!\bin )\b{_SENDS}(?: (?:\w+ly|low|down|in|out|straight|right))*"
    r"|(?<!\bthe )(?<!\bin )(?<!\bunder )(?:\b\w*light|\b\w*(?:ray|beam|shaft)s?|\brain|\bsnow|\bhail)"
    r"(?: of (?:the )?\w+)?(?: (?:\w+ly|down|in|straight|right))?"
    r"|\bin light) from (?:(?:high|far|directly|right|straight) )?(?:above|overhead)\b",
    re.IGNORECASE,
)
"""What comes from above itself, and no view from there: light, rain, a lamp that hangs."""
_FROM_ABOVE = re.compile(
    r"\bfrom (?:(?:high|far|directly|right|straight) )?(?:above(?! (?:the )?clouds)|overhead|the air|a drone)\b|"
    r"\b(?:top|overhead|aerial|drone|bird'?s?'?[ -]?eye'?s?)[ -]"
    r"(?:view|shot|photo|photograph|perspective|picture|image|angle|footage)s?\b|\btop[ -]?down\b|\bflat[ -]?lay\b",
    re.IGNORECASE,
)
"""A view straight down."""
_BIRDS_EYE = re.compile(r"\bbird'?s?'?[ -]eye'?s?\b", re.IGNORECASE)
"""No bird that is to be seen."""
_SOME_PEOPLE = re.compile(r"(?<!\bfor )\b(?:men|women|children)\b(?!['’])", re.IGNORECASE)
"""More than one, and not whom a thing is made for or belongs to."""
_COLOURLESS = re.compile(
    r"\bin black[ -](?:and|&)[ -]white\b|\bb&w\b|\bblack[ -](?:and|&)[ -]white\b(?=\s*(?:[,.;!]|$|photo|picture|image|"
    r"film|style|portrait|illustration))",
    re.IGNORECASE,
)
"""A picture without colours, and no black and white cat."""
_MADE_OF = re.compile(
    r"\b([\w-]+) (?:(?:that is|which is|is|are) )?(?:made|built|carved|sculpted) (?:out of|entirely of|from|of|in) "
    r"([\w-]+(?: [\w-]+)?)"
)
"""A thing and the stuff it is of, as in “a house made of dark chocolate”."""
_SIDE_BY_SIDE = re.compile(r"(?<![\w-])([\w-]+)(?= ([\w-]+))")
"""Two words of one phrase, as in “a gingerbread house”; what a comma parts is of two things."""
_STUFFS = {
    "chocolate": "#5f3720", "gingerbread": "#b5723a", "ice": "#c4e6f4", "glass": "#cfe8ec", "crystal": "#d4ccf4",
    "candy": "#f28ab0", "cheese": "#f2c63c", "sand": "#dcbc84", "snow": "#f2f6fa", "wood": "#8a5a34",
    "stone": "#9a958c", "paper": "#f2ecdf", "jelly": "#e2506a", "marble": "#eceae6", "bone": "#e8dfc8",
    "gold": "#e8b53a", "rust": "#9a5230", "brick": "#a5452f", "clay": "#b5683c",
    "bronze": "#9a6a34", "steel": "#9aa4ae", "cardboard": "#b58f5f",
}  # fmt: skip
"""What things are made of, and its colour."""
_LONE_TREE = re.compile(
    r"\b(?:an?|one|the) (?!(?:\w+ )?(?:christmas|xmas|palm|pine|fir|family|shoe)\b)(?:[a-z-]+ ){1,2}tree\b"
    r"(?![ -]?(?:s|house)\b)",
    re.IGNORECASE,
)
"""One tree, and no wood."""
_TOLD_BY_PLACE = {
    "on-horseback": _MOUNTED, "black-and-white": _COLOURLESS, "inside-a-greenhouse": _INSIDE_GLASS,
    "under-the-sea": _DROWNED, "seen-from-above": _FROM_ABOVE, "some-people": _SOME_PEOPLE, "a-tree": _LONE_TREE,
}  # fmt: skip
"""What is told by where words stand, and then read as one word."""
_BUILT = frozenset({"cabin", "castle", "car", "robot", "dragon", "horse", "cat", "dog", "fox"})
"""Subjects that take the colour of their stuff."""
_READ = 2000
"""So many characters are searched for whose colour is whose."""
_BETWEEN = 2
"""So many words may stand between a colour and what it is said of, as in “a red old sports car”."""


@dataclass(frozen=True)
class Brief:
    """A prompt understood: tags in the order they were said, colours as hex, `title` when words were quoted."""

    subjects: tuple[str, ...]
    time: str | None
    weather: frozenset[str]
    styles: tuple[str, ...]
    colours: tuple[str, ...]
    words: frozenset[str]
    title: str | None = None
    owned: tuple[tuple[str, str], ...] = ()
    """Subjects that have a colour to themselves, and which."""
    letters: float = 1.0
    """How large the title is set, 1 as usual."""
    letters_at: str = ""
    """Where the title is to stand: top, bottom or middle; empty when it was left open."""
    letters_in: str = ""
    """The colour of the title, as hex; empty when it was left open."""
    said: tuple[str, ...] = ()
    """Its words in their order, and the marks between them."""
    refused: frozenset[str] = frozenset()
    """Tags and words of what shall not be there."""

    def refuses(self, *names: str) -> bool:
        """Whether any of these was ruled out."""
        return any(name in self.refused for name in names)

    def has(self, *subjects: str) -> bool:
        """Whether any of these subjects was asked for."""
        return any(subject in self.subjects for subject in subjects)

    def colour_of(self, subject: str) -> str | None:
        """The colour said of this subject alone."""
        return dict(self.owned).get(subject)

    @property
    def is_of_land(self) -> bool:
        """Whether it is of land, sea, sky and towns alone."""
        return LAND.issuperset(self.subjects) and not self.is_abstract

    @property
    def is_abstract(self) -> bool:
        """Whether it is of nothing that has a name."""
        return FORMS.issuperset(self.subjects)

    @property
    def loose(self) -> tuple[str, ...]:
        """The colours that were said of no thing in particular, and so of the whole picture."""
        taken = {code for _, code in self.owned}
        return tuple(code for code in self.colours if code not in taken)


def _forms(text: str) -> list[str]:
    words = re.findall(r"[a-z0-9][a-z0-9'-]*", _ONE_THING.sub(r"\1\2", text.lower()))
    forms: list[str] = []
    for first, second in zip(words, [*words[1:], ""], strict=False):
        forms.append(f"{first}-{second}")
        forms.append(first)
        if first.endswith("ies"):
            forms.append(first[:-3] + "y")
        elif first.endswith(("ches", "shes", "xes", "sses")):
            forms.append(first[:-2])
        elif first.endswith("s") and len(first) > 3:
            forms.append(first[:-1])
    return forms


@cache
def _lookup(table: Table) -> dict[str, list[str]]:
    lookup: dict[str, list[str]] = {}
    for tag, words in table:
        for word in words.split():
            lookup.setdefault(word, []).append(tag)
    return lookup


def _tags(forms: Iterable[str], table: Table) -> tuple[str, ...]:
    lookup = _lookup(table)
    found: dict[str, None] = {}
    for form in forms:
        for tag in lookup.get(form, ()):
            found.setdefault(tag)
    return tuple(found)


def _owned(prompt: str) -> dict[str, str]:
    """Each subject and the colour that is said of it: the nearest one before it in the same phrase."""
    found: dict[str, str] = {}
    for phrase in re.split(
        r"[,.;:!?]|\b(?:and|with|in|on|of|at|under|over|before|behind)\b", prompt.lower()
    ):
        words = phrase.split()
        for index, word in enumerate(words):
            after = _tags(_forms(" ".join(words[index + 1 : index + 2 + _BETWEEN])), SUBJECTS)
            owner = next((tag for tag in after if tag in OWN), None)
            if word in COLOUR_WORDS and owner:
                found.setdefault(owner, COLOUR_WORDS[word])
    made = [(said[2], said[1]) for said in _SIDE_BY_SIDE.finditer(prompt.lower())]
    made += [
        (said[1], stuff) for said in _MADE_OF.finditer(prompt.lower()) for stuff in said[2].split()
    ]
    for thing, stuff in made:
        owner = next((tag for tag in _tags(_forms(thing), SUBJECTS) if tag in _BUILT), None)
        if owner and stuff in _STUFFS:
            found.setdefault(owner, _STUFFS[stuff])
    return found


_SOME = 3
"""So many are meant by a plural alone."""


def number_of(brief: Brief, *subjects: str, some: int = _SOME) -> int:
    """How many of these subjects are to be seen, by what `said_number` reads: `some` where only a plural is said."""
    names = {name for tag, said in SUBJECTS if tag in subjects for name in said.split()}
    return said_number(brief.said, names - brief.refused, some)


def unlettered(prompt: str) -> str:
    """A prompt without how its title is to be set: of that nothing else in the picture depends."""
    return _LETTERING.sub("", prompt)


def read_prompt(prompt: str) -> Brief:
    """Sorts a prompt's words. Unknown words are kept in `words`; they only steer chance."""
    lettering = _LETTERING.search(prompt)
    prompt = _LETTERING.sub("", prompt) if lettering else prompt
    set_in = frozenset(_forms((lettering["how"] or lettering["size"] or "") if lettering else ""))
    forms = _forms(_BIRDS_EYE.sub("eye", prompt))
    looked = _SENT_DOWN.sub(" ", prompt)
    forms += [form for form, said in _TOLD_BY_PLACE.items() if said.search(looked)]
    lit = _forms(_DARK_THING.sub("", prompt))
    times = _tags(lit, TIMES) or _tags(lit, TIME_HINTS)
    quoted = _QUOTED.search(prompt)
    title = next((part for part in quoted.groups() if part), None) if quoted else None
    return Brief(
        subjects=_tags(forms, SUBJECTS),
        time=times[0] if times else None,
        weather=frozenset(_tags(forms, WEATHER)),
        styles=_tags(forms, STYLES),
        colours=tuple(dict.fromkeys(COLOUR_WORDS[form] for form in forms if form in COLOUR_WORDS)),
        words=frozenset(forms),
        title=title,
        said=told(_ONE_THING.sub(r"\1\2", prompt.lower())),
        owned=tuple(_owned(prompt[:_READ]).items()),
        letters=1.6 if set_in & _LARGE else 0.6 if set_in & _SMALL else 1.0,
        letters_at=(lettering["there"] or lettering["where"] or "").lower() if lettering else "",
        letters_in=next(
            (COLOUR_WORDS[form] for form in sorted(set_in) if form in COLOUR_WORDS), ""
        ),
    )


def without(brief: Brief, negative: str) -> Brief:
    """The brief less what a negative prompt names; what scenes add by chance asks `refuses`."""
    forms = _forms(negative)
    subjects, weather = set(_tags(forms, SUBJECTS)), set(_tags(forms, WEATHER))
    times, styles = set(_tags(forms, (*TIMES, *TIME_HINTS))), set(_tags(forms, STYLES))
    colours = {COLOUR_WORDS[form] for form in forms if form in COLOUR_WORDS}
    lettering = {"text", "letters", "words", "title", "typography", "lettering"} & set(forms)
    return replace(
        brief,
        subjects=tuple(subject for subject in brief.subjects if subject not in subjects),
        time=None if brief.time in times else brief.time,
        weather=brief.weather - weather,
        styles=tuple(style for style in brief.styles if style not in styles),
        colours=tuple(code for code in brief.colours if code not in colours),
        words=brief.words - set(forms),
        owned=tuple((tag, code) for tag, code in brief.owned if code not in colours),
        title=None if lettering else brief.title,
        refused=frozenset(subjects | weather | times | styles | set(forms)),
    )
