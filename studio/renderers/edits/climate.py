"""Which times of day, seasons and weathers a clause asks for."""

import re
from collections.abc import Callable

from studio.renderers.edits.seasons import SEASONS
from studio.renderers.edits.times import TIMES
from studio.renderers.edits.weather import WEATHERS
from studio.renderers.edits.wording import amount
from studio.renderers.edits.work import SEASON, TIME, WEATHER, Step, Work

_TIMES = (
    (r"\b(night|nighttime|night-time|midnight|moonlit|moonlight|after dark|starry)\b", "night"),
    (r"\b(blue hour|dusk|twilight)\b", "dusk"),
    (r"\b(sunset|golden hour|evening|sundown)\b", "sunset"),
    (r"\b(sunrise|dawn|early morning|morning)\b", "dawn"),
    (r"\b(day ?time|day-time|midday|noon|daylight|in the day|bright day|sunny( day)?|"
        r"clear blue sky|clear day)\b", "day"),
)  # fmt: skip
_SEASONS = (
    (r"\b(autumn(al)?|fall (colou?rs?|leaves|foliage|season|scene|time)|(in|like|to|into|a|"
        r"during) (the )?fall\b(?! (on|off|from|down)))", "autumn"),
    (r"\b(winter|wintry|snow[- ]?(covered|capped|y)|snow(?! ?(ing|fall|flakes|storm)|s\b)"
        r"(?! (is |starts? )?(to )?fall(s|ing)?\b))\b(?<!falling snow)(?<!it snow)", "winter"),
    (r"\b(spring(time)?|cherry blossoms?|in bloom)\b", "spring"),
    (r"\bsummer(y|time)?\b", "summer"),
)  # fmt: skip
_WEATHERS = (
    (r"\b(thunder\w*|lightning|storm(y)?|tempest)\b", "storm"),
    (r"\b(rain(y|ing)?|downpour|drizzle|wet)\b", "rain"),
    (r"\b(snow(ing|s| ?fall(s|ing)?| ?flakes| ?storm)|blizzard|falling snow|(let|make) it snow|"
        r"snow (is |starts? )?(to )?fall(s|ing)?)\b", "snow"),
    (r"\b(fog(gy)?|mist(y)?|haz[ey])\b", "fog"),
    (r"\b(overcast|cloudy|gloomy|gr[ae]y sky)\b", "overcast"),
    (r"\b(sun ?(rays|beams)|god ?rays|light rays|rays of light)\b", "rays"),
    (r"\b(aurora|northern lights)\b", "aurora"),
    (r"\brainbow\b(?! colou?r)", "rainbow"),
)  # fmt: skip
_UNWANTED = re.compile(r"\b(remove|no|without|erase|delete|clear away|stop|less)\b")


def read(clause: str, index: int) -> list[Step]:
    """The times, seasons and weathers a clause asks for."""
    if _UNWANTED.search(clause) or re.search(r"\b(background|backdrop)\b", clause):
        return []
    strength = min(amount(clause), 1.6)
    steps: list[Step] = []
    for table, rank, makers in (
        (_SEASONS, SEASON, SEASONS),
        (_TIMES, TIME, TIMES),
        (_WEATHERS, WEATHER, WEATHERS),
    ):
        name = next((name for pattern, name in table if re.search(pattern, clause)), None)
        if name is not None:
            steps.append(Step(rank, name, _bound(makers[name], strength)))
    return steps


def _bound(make: Callable[[Work, float], None], strength: float) -> Callable[[Work], None]:
    return lambda work: make(work, strength)
