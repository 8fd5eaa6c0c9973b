"""Declined: sexual content with minors."""

import re

from studio.policy.bare import BARE, BARED, BARED_HINTS, SEXUAL, UNCLOTHED
from studio.policy.words import Said, Span, Words, beside

MINORS = Words(
    """child, children, kid, kids, minor, minors, teen*, underage*, toddler, toddlers, baby, babies, girl, girls, boy,
    boys, schoolgirl, schoolgirls, schoolboy, schoolboys, school girl, school girls, school boy, school boys, preteen,
    preteens, pre teen, pre teens, lolita, lolitas, jailbait, barely legal, high schooler*, highschooler*,
    middle schooler*, little sister, little sisters, little brother, little brothers, younger sister, younger sisters,
    younger brother, younger brothers, grandchild, grandchildren, pupil, pupils, loli, lolis,
    shota, shotas, infant, infants, juvenile, juveniles,
    adolescent, adolescents, tween, tweens, schoolkid, schoolkids, school kid, school kids,
    schoolchild, schoolchildren, school child, school children, prepubescent*, preschooler*, kindergartner*,
    first grader*, second grader*, third grader*, fourth grader*, fifth grader*, sixth grader*"""
)
_KIN = Words(
    """daughter, daughters, stepdaughter, stepdaughters, granddaughter, granddaughters, son, sons, stepson, stepsons,
    grandson, grandsons, niece, nieces, nephew, nephews"""
)
_OF_KIN = Words(
    "incest*, molest*, rape, raped, rapes, masturbat*, orgasm*, blowjob*, blow job*, lewd*, nsfw, hentai, xxx, erotic*"
)
"""Said of grown sons and daughters, too, it is nothing that is made."""
_YEARS = Words("year*, yr*, yo*, 1*, 2*, 3*, 4*, 5*, 6*, 7*, 8*, 9*")
_AGE = re.compile(
    r"\b(?:(?:(?:six|seven|eight|nine|four|fif|thir)(?:teen)?|five|ten|eleven|twelve)[\s-]years?[\s-]olds?|"
    r"(?:1[0-7]|[1-9])[\s-]?(?:year|yr|yo)\w*)"
    r"(?! of (?!age\b)| (?:together|married|ago|later|in (?:business|prison))\b)"
    r"(?![\s-]?(?:old[\s-])?(?:anniversary|plan|warranty|whiske?y|wine|scotch|bourbon|rum|cheese)\b)\b",
    re.I,
)
"""Years of somebody below eighteen, not of a wine."""
_SMALL = r"(?:1[0-7]|[1-9]|(?:six|seven|eight|nine|four|fif|thir)(?:teen)?|five|ten|eleven|twelve)"
_TOLD_AGE = re.compile(  # "she is fifteen", "aged 12", not "he is 9 feet tall"
    rf"\b(?:(?:(?:he|she|they|who|i|girl|boy|model|character)(?:['’]s|['’]re|['’]m| is| are| am)|just turned|turned|"
    rf"turning|aged|age|at the age of|age of)[:,]? (?:only |just |about |maybe |barely |still |turning )?{_SMALL})\b"
    r"(?![.:,]?\d|[\s-]?(?:%|percent|feet|foot|ft|inch\w*|cm|met(?:er|re)s?|miles|km|minutes?|min|hours?|days?|weeks?|"
    r"months?|times|pounds|kilos?|kg|out of|of (?!age)|points?|degrees?|o['’]clock|am|pm|to |steps?|people|friends|"
    r"on (?:a|the) scale))",
    re.I,
)
_AGE_HINTS = Words("""is, s, are, re, am, m, turned, turning, aged, age""")
_GLUED_BARE = r"(?:nude|naked|topless|porn|undressed)"
_GLUED_MINOR = r"(?:child|kid|toddler|underage|preteen|girl|schoolboy|loli)"
_GLUED = re.compile(
    rf"{_GLUED_BARE}(?:little|young)?{_GLUED_MINOR}|{_GLUED_MINOR}(?:ren|s)?{_GLUED_BARE}"
)
"""The worst without the blanks between."""


def sexualises_minors(said: Said) -> bool:
    """Whether it says both that somebody is a child and that somebody is bare, or worse."""
    bare, minors = said.find(BARE), _minors(said)
    sexual = said.find(SEXUAL, UNCLOTHED)
    if minors and said.has(BARED_HINTS):
        sexual = sorted([*sexual, *(found.span() for found in BARED.finditer(said.text))])
    return beside(minors, sexual) or beside(said.find(_KIN), [*bare, *said.find(_OF_KIN)])


def _minors(said: Said) -> list[Span]:
    found = said.find(MINORS)
    if said.has(_YEARS):
        found = sorted([*found, *(age.span() for age in _AGE.finditer(said.text))])
    if said.has(_AGE_HINTS):
        found = sorted([*found, *(age.span() for age in _TOLD_AGE.finditer(said.text))])
    return found


def glued(letters: str) -> bool:
    """Whether a text says so when its blanks are left out; `letters` are all of it, in lower case."""
    return _GLUED.search(letters) is not None
