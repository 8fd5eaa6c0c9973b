"""A value that is too much, too little or no choice: the nearest that is one."""

import math
import re
from collections.abc import Container
from typing import Any

from studio.director.mending.mended import Mended
from studio.director.offer import UNITS, WORDS, further, shape_in
from studio.director.plan import MAKES
from studio.director.reading import Past

_MOST = re.compile(
    r"(?:maximum(?: of| is)?|at most|no more than|up to|less than or equal to|exceeds?(?: the)?(?: maximum| "
    r"limit)?(?: of)?|<=|greater than the maximum of|cannot (?:be more than|exceed))\s?(-?\d+(?:\.\d+)?)",
    re.I,
)

_LEAST = re.compile(
    r"(?:minimum(?: of| is)?|at least|no less than|greater than or equal to|>=|less than the minimum of|must be "
    r"(?:more|greater) than)\s?(-?\d+(?:\.\d+)?)",
    re.I,
)

_BETWEEN = re.compile(
    r"\b(?:between|from)\s(-?\d+(?:\.\d+)?)\s?(?:and|to|-|–)\s?(-?\d+(?:\.\d+)?)|\b(\d+(?:\.\d+)?)\s?(?:-|–|"
    r"to)\s?(\d+(?:\.\d+)?)\b",
    re.I,
)

_CHOICES = re.compile(
    r"not one of \[([^\]]{0,400})\]|\bmust be (?:one of|either) ([\w,\s'\"|.:/-]+)", re.I
)

_NUMBER_WORDS = {
    "duration": r"second|duration|length|long",
    "numberOfVariations": r"variation|count|results",
    "width": r"width|wide",
    "height": r"height|tall",
}


def _number_meant(given: dict[str, Any], name: str, error: str) -> str:
    """Which numeric argument a failure is about."""
    numeric = [
        one
        for one, value in given.items()
        if isinstance(value, int | float)
        and not isinstance(value, bool)
        and not one.endswith("Index")
    ]
    if name in numeric:
        return name
    return next(
        (one for one in numeric if re.search(_NUMBER_WORDS.get(one, re.escape(one)), error, re.I)),
        "",
    )


def bounded(
    call: Past, given: dict[str, Any], name: str, error: str, offered: Container[str]
) -> Mended | None:
    """The nearest value within the bounds a failure tells, and how to come to the rest with the `offered` tools."""
    name = _number_meant(given, name, error)
    if not name:
        return None
    value = given[name]
    rest = (
        error.replace(str(value), " ", 1)
        if re.match(rf"\s?(?:{name}\b[:\s]*)?{re.escape(str(value))}\b", error)
        else error
    )
    low, high = _limits(rest)
    fit = value
    if high is not None and value > high:
        fit = high
    elif low is not None and value < low:
        fit = low
    if fit == value:
        return None
    fit = int(fit) if float(fit).is_integer() else fit
    other = {"width": "height", "height": "width"}.get(name, "")
    if isinstance(given.get(other), int | float):  # the shape stays
        given = {**given, other: round(given[other] * fit / value / 8) * 8}
    told = _bound_told(call.tool, name, value, fit)
    if isinstance(given.get(other), int | float):
        told = f"{told}; the shape stays, and the {other} becomes {given[other]:g}{UNITS.get(other, '')}"
    return Mended(
        call.tool, {**given, name: fit}, f"{told}.{further(call.tool, name, value, fit, offered)}"
    )


def _bound_told(tool: str, name: str, value: float, fit: float) -> str:
    """What has a limit, which it is, and what was changed for it."""
    unit, most = UNITS.get(name, ""), "at most" if fit < value else "at least"
    of = "" if name == "numberOfVariations" else _OF.get(MAKES.get(tool, ""), "")
    return f"The {_called(name)}{of} can be {most} {fit:g}{unit} here, not {value:g}, so I take {fit:g}{unit}"


_OF = {"image": " of a picture", "video": " of such a film", "audio": " of a recording"}


def _called(name: str) -> str:
    return WORDS.get(name, re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).replace("_", " ").lower())


def _nearest(name: str, value: str, fit: str) -> str:
    """What was too much, too little or no choice, and what is taken for it."""
    unit = UNITS.get(name, "")
    return f"The {_called(name)} cannot be {value}{unit} there; I take {fit}{unit}, the nearest that is possible."


def _nearest_shape(value: Any, options: list[str]) -> str:
    """The choice that is most like a shape that is none; empty where it is no matter of shapes."""
    wanted = shape_in(value)
    shapes = {one: told for one in options if (told := shape_in(one))}
    if not wanted or not shapes or value in shapes:
        return ""
    return min(shapes, key=lambda one: abs(math.log(shapes[one] / wanted)))


def _limits(error: str) -> tuple[float | None, float | None]:
    most, least = _MOST.search(error), _LEAST.search(error)
    if most or least:
        return (float(least.group(1)) if least else None), (float(most.group(1)) if most else None)
    between = _BETWEEN.search(error)
    if between:
        low, high = [float(one) for one in between.groups() if one][:2]
        return low, high
    return None, None


def choices_in(error: str) -> str:
    """The choices a failure lists, as it writes them; empty when it lists none."""
    found = _CHOICES.search(error)
    return next((one for one in found.groups() if one), "") if found else ""


def chosen(call: Past, given: dict[str, Any], name: str, text: str) -> Mended | None:
    """The nearest of the choices for a number; without the argument for a word."""
    options = [one.strip(" '\"") for one in re.split(r"[,|]|\bor\b", text) if one.strip(" '\"")]
    value = given[name]
    numbers = [float(one) for one in options if re.fullmatch(r"-?\d+(?:\.\d+)?", one)]
    if numbers and isinstance(value, int | float):
        near = min(numbers, key=lambda one: abs(one - value))
        fit = int(near) if near.is_integer() else near
        return Mended(call.tool, {**given, name: fit}, _nearest(name, f"{value:g}", f"{fit:g}"))
    if shape := _nearest_shape(value, options):
        return Mended(call.tool, {**given, name: shape}, _nearest(name, str(value), shape))
    same = next((one for one in options if one.lower() == str(value).lower()), None)
    kept = {key: one for key, one in given.items() if key != name}
    if same is not None:
        return Mended(call.tool, {**kept, name: same}, "I write that as it is known here.")
    return Mended(call.tool, kept, "That choice is not there; I take the usual one.")
