"""Declined: sexual content with minors."""

import re

from studio.policy.bare import BARE, SEXUAL, UNCLOTHED
from studio.policy.words import Said, Span, Words, beside

MINORS = Words(
    """child, children, kid, kids, minor, minors, teen*, underage*, toddler, toddlers, baby, babies, girl, girls, boy,
    boys, schoolgirl, schoolgirls, schoolboy, schoolboys, school girl, school girls, school boy, school boys, preteen,
    preteens, pre teen, pre teens, pupil, pupils, loli, lolis, shota, shotas, infant, infants, juvenile, juveniles,
    adolescent, adolescents, tween, tweens, schoolkid, schoolkids, school kid, school kids,
    schoolchild, schoolchildren, school child, school children, prepubescent*, preschooler*, kindergartner*,
    first grader*, second grader*, third grader*, fourth grader*, fifth grader*, sixth grader*"""
)
_KIN = Words(
    """daughter, daughters, stepdaughter, stepdaughters, granddaughter, granddaughters, son, sons, stepson, stepsons,
    grandson, grandsons, niece, nieces, nephew, nephews"""
)
_YEARS = Words("year*, yr*, yo*, 1*, 2*, 3*, 4*, 5*, 6*, 7*, 8*, 9*")
_AGE = re.compile(
    r"\b(?:(?:(?:six|seven|eight|nine|four|fif|thir)(?:teen)?|five|ten|eleven|twelve)[\s-]years?[\s-]olds?|"
    r"(?:1[0-7]|[1-9])[\s-]?(?:year|yr|yo)\w*)"
    r"(?! of (?!age\b)| (?:together|married|ago|later|in (?:business|prison))\b)"
    r"(?![\s-]?(?:old[\s-])?(?:anniversary|plan|warranty|whiske?y|wine|scotch|bourbon|rum|cheese)\b)\b",
    re.I,
)
"""Years of somebody below eighteen, not of a wine."""
_GLUED_BARE = r"(?:nude|naked|topless|porn|undressed)"
_GLUED_MINOR = r"(?:child|kid|toddler|underage|preteen|girl|schoolboy|loli)"
_GLUED = re.compile(
    rf"{_GLUED_BARE}(?:little|young)?{_GLUED_MINOR}|{_GLUED_MINOR}(?:ren|s)?{_GLUED_BARE}"
)
"""The worst without the blanks between."""


def sexualises_minors(said: Said) -> bool:
    """Whether it says both that somebody is a child and that somebody is bare, or worse."""
    bare = said.find(BARE)
    return beside(_minors(said), said.find(SEXUAL, UNCLOTHED)) or beside(said.find(_KIN), bare)


def _minors(said: Said) -> list[Span]:
    found = said.find(MINORS)
    if said.has(_YEARS):
        found = sorted([*found, *(age.span() for age in _AGE.finditer(said.text))])
    return found


def glued(letters: str) -> bool:
    """Whether a text says so when its blanks are left out; `letters` are all of it, in lower case."""
    return _GLUED.search(letters) is not None
