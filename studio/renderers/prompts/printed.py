"""What stands on a printed thing, read from its prompt: the title, what is above it, dates, places, a tagline."""

import re
from dataclasses import dataclass

from studio.renderers.prompts.printed_kinds import Kind, kind_of
from studio.renderers.prompts.words import unlettered

KICKER, MAIN, SECOND, DETAIL = "kicker", "main", "second", "detail"
MOST_DETAILS = 4
_LONGEST = 120
"""Signs of one line; what is longer is cut between words."""
_READ = 1500

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)"
)
_OF_ITS_OWN = "black good cyber easter palm whit ash maundy shrove fat giving taco"
"""What makes a day of the week the name of something: Black Friday is no Friday that is black."""
_DAY = "".join(rf"(?<!\b{word} )" for word in _OF_ITS_OWN.split()) + (
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?"
)
DATE = (
    rf"(?:(?:{_DAY},? )?(?:the )?\d{{1,2}}(?:st|nd|rd|th)?(?: ?[-–] ?\d{{1,2}})?\.? (?:of )?{_MONTH}\b(?:,? \d{{4}})?|"
    rf"(?:{_DAY},? )?{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?:,? \d{{4}})?|{_MONTH} \d{{4}}|"
    rf"\d{{1,2}}[./]\d{{1,2}}[./](?:\d{{4}}|\d\d)|(?:this |next |every )?{_DAY}|tonight|tomorrow)"
)
TIME = (
    r"(?:(?:from )?\d{1,2}(?:[:.]\d{2})? ?(?:am|pm|a\.m\.|p\.m\.|uhr|o['’]clock|h)\b(?: ?(?:[-–]|to) ?\d{1,2}(?:[:.]"
    r"\d{2})? ?(?:am|pm)\b)?|\d{1,2}:\d{2}|(?-i:noon|midnight)|doors \d{1,2}(?:[:.]\d{2})?)"
)
_CONTACT = re.compile(
    r"\+?\d[\d /-]{6,}\d|\S{1,64}@\S{1,64}\.\w+|(?:www\.)?\w[\w-]{0,62}\.(?:com|org|net|de|io|co|at|ch|eu)\b|@\w+",
    re.I,
)
_ADDRESS = re.compile(
    r"\d{1,4} (?:[A-ZÀ-Þ][\w'’-]* ){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Square|Place|Drive|Way|Court)\b|"
    r"\b[A-ZÀ-Þ][\w-]*(?:stra(?:ß|ss)e|str\.|weg|platz|allee|gasse) \d{1,4}|\b(?:Rue|Via|Calle|Plaza) [A-ZÀ-Þ]",
)
_OFF = re.compile(
    r"(?:up to )?[-−–]? ?\d{1,2} ?%(?: off| discount)?|(?:from )?[$€£] ?\d+(?:[.,]\d\d)?", re.I
)
_WHEN = re.compile(rf"(?:{DATE}|{TIME})(?:,? (?:at |from )?{TIME})?", re.I)
_QUOTED = re.compile(r"[\"“”«„]([^\"“”»]{2,160})[\"“”»]|(?<![\w])['‘]([^'’]{2,80})['’](?!\w)")
_TAGLINE = re.compile(
    r"(?:,|(?<!\s))\s*(?:and |with )?(?:the |a )?(?:tag ?line|slogan|subtitle|sub-?title|strap ?line|"
    r"motto)\b:?\s*(?:that says )?"
    r"(?P<said>[^,.;]{3,80})",
    re.I,
)
_BY = re.compile(
    r"\b(?:by(?: author)?|author:?|hosted by|host:?|starring|directed by) "
    r"(?P<who>[A-ZÀ-Þ][\w.'’-]*(?: [A-ZÀ-Þ][\w.'’-]*){0,3})"
)
_SAYS = re.compile(
    r"\b(?:that (?:says|announces|reads)|saying|announcing(?: that)?|to announce(?: that)?|reading|which says|with the "
    r"(?:words?|text|title|headline|message|quote)|titled|(?:text|title|headline|quote|words):?)[ :]+(?P<said>[^,.;\"]"
    r"{2,120})",
    re.I,
)
_LOOK = re.compile(
    r"\b(?:style|background|colou?rs?|look|theme|themed|vibes?|minimal\w*|elegant|modern|vintage|retro|rustic|boho|"
    r"watercolou?r|floral|flowers?|roses|leaves|balloons|confetti|letter(?:s|ing)|font|typography|gold|silver|dark|light|"
    r"bright|pastel|neon|colou?rful|simple|clean|fun|playful|dreamy|something|aesthetic|illustration|drawing|photo|"
    r"frame|border|on it|next (?:week|month|year)|blue|red|green|pink|yellow|purple|orange|black(?! fridays?\b)|white|"
    r"beige|cream|please|portrait|format|on the (?:left|right)|in the (?:fore|back)ground|without)\b",
    re.I,
)
_AGE = re.compile(
    r"\b(?:who (?:is )?)?(?:turn(?:s|ing)|is becoming|becoming) (?P<age>\d{1,3})\b|"
    r"['’]s (?P<nth>\d{1,3}(?:st|nd|rd|th))(?: birthday)?\b",
    re.I,
)
_SPLIT = re.compile(
    rf"\s*[,;·|\n]\s*|\s*[.:]\s+|\s+[-–—]\s+|\s+(?:on|at|from) (?={_WHEN.pattern})|"
    rf"(?<!\d)(?<!\dst)(?<!\dnd)(?<!\drd)(?<!\dth)(?<!day)(?<!until)(?<!doors)\s+(?={_WHEN.pattern})|"
    r"\s+(?:at|in)\s+(?=(?:the )?(?-i:[A-ZÀ-Þ0-9]))|\s+at\s+(?=the )|\s+(?:with|featuring|feat\.?)\s+",
    re.I,
)
_BLANKS = re.compile(r"\s{2,}")
_LEAD = re.compile(
    r"^(?:(?:and|for|of|from|to|on|at|in|by|with|called|named|about|it['’]?s|(?:the|our|my) \w+ (?:is|are)|"
    r"(?:they|we|it) (?:play|meet|opens?|starts?|begins?)) ){1,5}",
    re.I,
)
_OURS = re.compile(r"^(?:our|my|the|his|her|their) (?=\S)")
_PLACE = re.compile(
    r"\b(?:bar|club|hall|park|caf[eé]|gardens?|church|hotel|museum|theat(?:er|re)|cent(?:er|re)|house|school|studio|"
    r"restaurant|pub|arena|stadium|library|square|beach|castle|market|gallery)$",
    re.I,
)
_SMALL_WORDS = "a an and at by for from in of on or the to with de la le du van von und der die das"
_SMALL = frozenset(_SMALL_WORDS.split())
_CALLED = re.compile(
    r"\b(?:called|named|titled) (?P<said>[A-ZÀ-Þ0-9][\w'’&+-]{0,30}"
    r"(?: (?:[A-ZÀ-Þ0-9&+][\w'’&+-]{0,30}|of|the|and|in)){0,5})"
)
_ITS_KIND = re.compile(
    r"^(?:show|podcast|shop|store|band|series|channel|book|novel|bakery|caf[eé]|teacher) (?=(?-i:[A-ZÀ-Þ]))"
)
_WHOSE = re.compile(
    r"(?:my|our|the|his|her|their|an?) (?:\w+ )?(?:band|shop|bakery|company|business|owner|daughter|son|friend|mum|mom|"
    r"mother|dad|father|wife|husband|client|brand|salon|team|choir|sister|brother|boss|niece|nephew|kid|teacher)",
    re.I,
)
"""Whom or what it is for, told without a name: the title only where no name is told."""
_SEEN = re.compile(r"^(?:an?|some|two|three|four) ", re.I)


@dataclass(frozen=True)
class Line:
    """Words that stand together, and how much they matter: kicker, main, second or detail."""

    text: str
    rank: str


@dataclass(frozen=True)
class Printed:
    """A printed thing understood. `motif` is what is to be seen on it besides its words, as a prompt."""

    kind: Kind
    lines: tuple[Line, ...]
    motif: str
    pictured: bool
    """Whether something is to be shown on it that is no adornment."""
    look: str
    """The whole prompt, which also tells colours and how much adorns it."""

    def of(self, rank: str) -> tuple[str, ...]:
        """The texts of one rank."""
        return tuple(line.text for line in self.lines if line.rank == rank)


def read_printed(prompt: str) -> Printed | None:
    """What is to be printed; None when the prompt is for no printed thing, or for one without words of its own."""
    whole, prompt = prompt, unlettered(_BLANKS.sub(_blank, prompt[:_READ]))
    found = kind_of(prompt)
    if found is None:
        return None
    kind, place = found
    reading = _Reading(kind, prompt, place)
    lines = reading.lines()
    if not any(line.rank == MAIN for line in lines):
        return None
    if kind.name in ("poster", "cover") and len(lines) == 1:
        return None  # a title alone is set under its picture
    return Printed(kind, lines, reading.motif(), bool(reading.pictured), whole)


def _blank(found: re.Match[str]) -> str:
    """One blank for many: patterns that end in blanks would look for their end from each of them."""
    return "\n" if "\n" in found[0] else " "


def refuses_words(negative: str) -> bool:
    """Whether what is not to be seen are words."""
    return bool(
        re.search(r"\b(?:texts?|letters|words|titles?|typography|lettering)\b", negative, re.I)
    )


def looks_only(text: str) -> bool:
    """Whether words tell how it is to look, and not what is to be read on it."""
    return bool(_LOOK.search(text)) and not _PLACE.search(text)


class _Reading:
    """Takes the words of a prompt apart; what is no lettering is left for the picture."""

    def __init__(self, kind: Kind, prompt: str, place: re.Match[str]) -> None:
        self.kind = kind
        self.says = place.groupdict().get("said") or kind.says
        self.quotes: list[str] = []
        self.second: list[str] = []
        self.main: list[str] = []
        self.details: list[str] = []
        self.seen: list[str] = [prompt[: place.start()]]
        self.pictured: list[str] = []
        self.whose: list[str] = []
        self._rest = self._special(prompt[place.end() :])
        self._parts()

    def _special(self, tail: str) -> str:
        """Takes out what says itself what it is: taglines, authors, quotations, an announcement."""
        while found := _TAGLINE.search(tail):
            self.second.append(_unquoted(found["said"]))
            tail = tail[: found.start()] + "," + tail[found.end() :]
        for found in _QUOTED.finditer(tail):
            # what is quoted behind a date was added to what stands on it already
            late = _WHEN.search(tail[: found.start()])
            (self.second if late else self.quotes).append(found[1] or found[2])
        tail = _QUOTED.sub(",", tail)
        if not self.quotes and (found := _CALLED.search(tail)):
            self.quotes.append(found["said"])
            tail = tail[: found.start()] + "," + tail[found.end() :]
        if found := _SAYS.search(tail):
            self.main.append(found["said"])
            tail = tail[: found.start()] + "," + tail[found.end() :]
        if found := _BY.search(tail):
            self.details.append(found["who"])
            tail = tail[: found.start()] + "," + tail[found.end() :]
        if found := _AGE.search(tail):
            self.second.append(
                f"turns {found['age']}" if found["age"] else f"{found['nth']} birthday"
            )
            tail = tail[: found.start()] + "," + tail[found.end() :]
        return tail

    def _parts(self) -> None:
        """Puts every part of the rest where it belongs."""
        if self.kind.name == "quote":
            said, _, who = re.sub(r"\s+[-–—]\s+(?=[A-ZÀ-Þ])", "\n", self._rest).partition("\n")
            self.main += [said.strip(" :,.-–—")] if said.strip(" :,.-–—") else []
            self.details += [who] if who else []
            return
        stated = self._rest.lstrip().startswith(":")
        for part in _SPLIT.split(self._rest):
            text = (part or "").strip(" .,:!?")
            for one in re.split(r" and (?=\w)", text) if self.kind.name == "menu" else [text]:
                told = one if _OFF.match(one) else _LEAD.sub("", one.strip(" -–—"))
                if told and not _LEFT_OVER.fullmatch(told):
                    named = self.kind.name in _FOR or bool(_EVENT.search(one))
                    fits = named and bool(re.match(r"for\b", one))
                    self._place(told, fits=fits or stated)
                    stated = False

    def _place(self, text: str, *, fits: bool) -> None:
        """One part; `fits` when it was said to be what the thing is for, or to stand on it."""
        if _WHEN.fullmatch(text) or _ADDRESS.search(text) or _CONTACT.search(text):
            self.details.append(text)
        elif _WHOSE.fullmatch(text):
            self.whose.append(_SEEN.sub("", _OURS.sub("", text)))
        elif _OFF.search(text) and len(text.split()) < 5:
            self.main.insert(0, text)
        elif _LOOK.search(text) and not (_named(text) or (self.details and _PLACE.search(text))):
            self.seen.append(text)
        elif _SEEN.match(text) and not fits:
            self.pictured.append(text)
        elif not (self.main or self.quotes) and (fits or self._titles(text)):
            self.main.append(_ITS_KIND.sub("", _SEEN.sub("", _OURS.sub("", text))))
        elif self.kind.name in _SLOGANS and not (self.second or self.details or _named(text)):
            self.second.append(text)
        elif _named(text) or self.details or self.kind.name == "menu":
            self.details.append(_OURS.sub("", text))
        else:
            self.seen.append(text)

    def _titles(self, text: str) -> bool:
        """Whether the first thing said of it is its title: a name, or what it is for."""
        return _named(text) or bool(_OURS.match(text)) or self.kind.name in _FOR

    def lines(self) -> tuple[Line, ...]:
        """The lines from top to bottom, each made ready to be set."""
        titles = [*self.quotes, *self.main] or self.whose
        says = self.says
        if self.kind.name in _GREETINGS:
            greeted = titles[:1] and says.lower() in titles[0].lower().replace("'", "’")
            self.second = [*titles[int(bool(greeted)) : 1], *self.second]
            titles = titles[:1] if greeted else [says]
        elif self.kind.name == "post" and self.quotes and self.main:
            says, titles = self.quotes[0], [*self.main, *self.quotes[1:]]
        titles = titles or ([says] if says else [])
        rows = [Line(set_text(says), KICKER)] if says and says != titles[0] else []
        rows += [Line(set_text(text), MAIN) for text in titles[:1]]
        rest = [Line(set_text(text), SECOND) for text in [*titles[1:3], *self.second]]
        details = [Line(set_text(text), DETAIL) for text in _joined(self.details)]
        return (*rows, *rest[:2], *details[:MOST_DETAILS])

    def motif(self) -> str:
        """What is left to be seen, as words of a prompt."""
        parts = [*self.pictured, *self.seen, *self.whose, *self.quotes[:1], *self.main[:1]]
        left = (" ".join(_NO_MOTIF.sub(" ", part).split()).strip(" ,") for part in parts)
        # apart, or the colour of a background is that of the thing named next
        return ", ".join(part for part in left if part.lower() not in ("", "a", "an"))


_NO_MOTIF = re.compile(
    r"\b(?:posters?|covers?|logos?|with|the|lettering|on it|for)\b", re.IGNORECASE
)


def _joined(details: list[str]) -> list[str]:
    """The details, a time on the line of the day before it."""
    rows: list[str] = []
    for text in dict.fromkeys(details):
        if rows and re.fullmatch(TIME, text, re.I) and re.fullmatch(DATE, rows[-1], re.I):
            rows[-1] = f"{set_text(rows[-1])} · {text}"
        else:
            rows.append(text)
    return rows


_FOR = frozenset(
    ("menu", "schedule", "flyer", "event poster", "business card", "save the date", "wedding", "invitation",
     "birthday invitation", "banner", "thumbnail", "book cover", "podcast cover")
)  # fmt: skip
"""Kinds whose "for" names what stands on them."""
_EVENT = re.compile(
    r"\b(?:night|festival|fest|concert|gig|party|fair|market|show|exhibition|workshop|conference|meet-?up|quiz|picnic|"
    r"tournament|contest|marathon|race|bazaar|auction|fundraiser|evening|weekend|parade|carnival|matinée|opening)$",
    re.I,
)
"""What people come to: on anything printed "for" it, its name is the title."""
_LEFT_OVER = re.compile(
    r"(?:(?:called|named|titled|saying|with|and|the|for|of|it|this|that|these|logos?|pictures?|photos?|words?|titles?|text|lettering)\b\W*)+",
    re.I,
)
"""What stands alone where a quotation was taken out, and what only points at a picture."""
_SLOGANS = frozenset(("business card", "flyer", "event poster", "post", "sale", "banner"))
"""Kinds on which small words behind the title are a line of their own."""
_GREETINGS = frozenset(
    (
        "birthday card",
        "thanks",
        "christmas card",
        "valentine",
        "mother's day",
        "get well",
        "congratulations",
    )
)
"""Kinds whose own words are the title, and a name below it is whom they greet."""


def _named(text: str) -> bool:
    """Whether it has the capitals of a name."""
    return bool(re.search(r"(?<![\w'’])[A-ZÀ-Þ][\w'’-]*", text))


def _unquoted(text: str) -> str:
    return text.strip(" \"“”„«»'‘’:")


def set_text(text: str) -> str:
    """A text as it is set: without marks at its ends, names and small titles with capitals, not too long."""
    text = " ".join(_unquoted(text).strip(" ,;").split())
    if len(text) > _LONGEST:
        text = text[:_LONGEST].rsplit(" ", 1)[0] + "…"
    if not text or _named(text) or len(text.split()) > 5:
        return text[:1].upper() + text[1:]
    words = text.split()
    return " ".join(
        word if place and word in _SMALL else word[:1].upper() + word[1:]
        for place, word in enumerate(words)
    )
