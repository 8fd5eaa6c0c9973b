"""What is printed or posted with words on it: its kinds, what each says by itself, and what it is printed on."""

import re
from dataclasses import dataclass

_SOCIAL = (
    r"(?:instagram|insta|facebook|linkedin|twitter|tik ?tok|social(?: media)?|whatsapp|pinterest|"
    r"promo(?:tional)?)"
)
_SHAPE = r"(?:(?:square|vertical|horizontal|wide|portrait|landscape|new|short) )?"


@dataclass(frozen=True)
class Kind:
    """A kind of printed thing: `says` is on it anyway, above the rest; `sheet` is paper or scene.

    What its pattern finds as `said` stands there instead: a summer sale is no mere sale.
    """

    name: str
    pattern: re.Pattern[str]
    sheet: str
    says: str = ""
    topic: str = ""
    """What adorns it where nothing else is told."""


def _kind(name: str, pattern: str, sheet: str, says: str = "", topic: str = "") -> Kind:
    return Kind(name, re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE), sheet, says, topic)


_INVITE = r"invit(?:ation|e)s?(?: cards?)?"
KINDS: tuple[Kind, ...] = (
    _kind("save the date", r"save[ -]the[ -]dates?(?: (?:cards?|invit\w+|announcements?))?", "paper", "Save the date",
          "flowers"),
    _kind("wedding", rf"wedding (?:{_INVITE}|cards?|announcements?)", "paper", "We are getting married", "flowers"),
    _kind("birthday invitation",
          rf"birthday (?:party )?{_INVITE}|{_INVITE}(?= (?:to|for) (?:[\w'’]+ ){{0,3}}birthday)",
          "paper", "You’re invited", "confetti"),
    _kind("baby shower", rf"baby shower (?:{_INVITE}|cards?)", "paper", "Baby shower", "flowers"),
    _kind("invitation", rf"(?:party )?{_INVITE}", "paper", "You’re invited", "flowers"),
    _kind("birthday card", r"birthday cards?", "paper", "Happy Birthday", "confetti"),
    _kind("thanks", r"thank[ -]?you (?:cards?|notes?)", "paper", "Thank you", "flowers"),
    _kind("christmas card", r"(?:christmas|xmas|holiday) cards?", "paper", "Merry Christmas", "stars"),
    _kind("valentine", r"valentine(?:['’]?s)?(?: day)? cards?", "paper", "Happy Valentine’s Day", "flowers"),
    _kind("mother's day", r"mother['’]?s day cards?", "paper", "Happy Mother’s Day", "flowers"),
    _kind("get well", r"get[ -]well(?:[ -]soon)? cards?", "paper", "Get well soon", "flowers"),
    _kind("congratulations", r"congratulations? cards?|graduation cards?", "paper", "Congratulations", "confetti"),
    _kind("business card", r"(?:business|visiting|calling) cards?", "paper", "", "bar"),
    _kind("menu", r"(?:restaurant |café |cafe |bar |drinks? |lunch |dinner |cocktail )?menus?(?: cards?| boards?)?",
          "paper", "Menu", "sprigs"),
    _kind("schedule", r"(?:class |course |weekly |lesson )?(?:schedules?|timetables?)(?: (?:headers?|banners?))?",
          "paper", "Schedule", "shapes"),
    _kind("certificate", r"(?:gift )?(?:certificates?|vouchers?)", "paper", "", "sprigs"),
    _kind("quote", r"quote (?:posters?|cards?|posts?|graphics?|prints?)", "paper", "", "shapes"),
    _kind("sticker", r"stickers?", "paper", "", "sticker"),
    _kind("sale", r"(?:(?P<said>(?:summer|winter|spring|autumn|black friday|cyber monday|christmas|easter|clearance|"
          r"flash|end of season) sale)|(?:big )?(?:sale|discount|offer)) "
          r"(?:banners?|posters?|flyers?|posts?|signs?|ads?|cards?)", "scene", "Sale", "burst"),
    _kind("movie poster", r"(?:movie|film|cinema) posters?", "scene"),
    _kind("flyer", r"(?:event |party |concert |gig |club )?(?:flyers?|fliers?|leaflets?|handbills?)", "scene", "",
          "beams"),
    _kind("event poster", r"(?:event|party|concert|gig|festival|show|tour) posters?", "scene", "", "beams"),
    _kind("post", rf"{_SHAPE}{_SOCIAL} (?:posts?|stor(?:y|ies)|graphics?|announcements?)|"
          rf"{_SHAPE}posts?(?=:| (?:with (?:it|the words)\b|"
        r"(?:for \w+ )?(?:announcing|saying|that (?:says|announces))))", "scene", "", "shapes"),
    _kind("thumbnail", r"(?:youtube |video )?thumb ?nails?", "scene", "", "beams"),
    _kind("banner", r"(?:youtube |web(?:site)? |twitter |facebook |linkedin |shop |store )?(?:banners?|page headers?)",
          "scene", "", "shapes"),
    _kind("podcast cover", r"podcast (?:covers?|logos?|art\w*)(?: art)?", "scene", "", "shapes"),
    _kind("book cover", r"(?:e-?)?book covers?|novel covers?", "scene", "", "shapes"),
    _kind("cover", r"(?:magazine|album|single|ep|record|mixtape) covers?(?: art)?", "scene", "", "beams"),
    _kind("poster", r"posters?", "scene", "", "beams"),
    _kind("postcard", r"postcards?", "scene", "", "shapes"),
    _kind("card", r"(?:greeting |gift |note |place )?cards?", "paper", "", "flowers"),
)  # fmt: skip
"""The first whose words are in a prompt is what it is; the particular stand before the general."""

NO_PRINT = re.compile(
    r"\b(?:playing|credit|memory|graphics|tarot|trading|sd|sim|post|id|score|card (?:game|table|tower|house)s?)"
    r" ?cards?\b|\bhouse of cards\b|\bcard (?:game|table|player|trick)s?\b|\bbook ?cover(?:ed|ing)\b",
    re.IGNORECASE,
)
"""Cards that nobody writes a wish on."""


def kind_of(prompt: str) -> tuple[Kind, re.Match[str]] | None:
    """What printed thing a prompt is for, and where it says so; None when it is for none."""
    if NO_PRINT.search(prompt):
        return None
    for kind in KINDS:
        if found := kind.pattern.search(prompt):
            return kind, found
    return None
