"""The two of a pair: who they are by the words, how they are dressed, and how each is painted in a pose."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from studio.renderers.drawing.canvas import Array, colour, mix
from studio.renderers.motifs.body import Clothes, Pose, natural, paint_arm, paint_body
from studio.renderers.motifs.pen import Pen
from studio.renderers.prompts.numbers import CARDINALS, plurals
from studio.renderers.scenes.persons.heads import HEADS, Head

_INK, _STEEL = colour("#1c1618"), colour("#b4bec8")


def said(words: str) -> frozenset[str]:
    """A set of words, told with blanks between."""
    return frozenset(words.split())


_WOMEN = said(
    "woman women girl lady mother daughter sister grandmother bride wife queen princess ballerina businesswoman "
    "businesswomen girlfriend waitress nurse granddaughter"
)
_MEN = said(
    "man men boy gentleman father son brother grandfather groom husband king prince businessman businessmen guy "
    "boyfriend waiter monk grandson"
)
_YOUNG = said("girl boy child children kid daughter son grandson granddaughter toddler")
_ELDERS = said("mother father grandmother grandfather man woman men women parent")
_PEOPLE = said(
    "people person friend couple lover newlywed partner player dancer child children kid doctor teacher chef soldier "
    "wizard pirate colleague politician samurai boxer toddler granddaughter parent"
)
_PERSONS = _WOMEN | _MEN | _PEOPLE
_MANNED = ("robot", "astronaut", "knight")
"""Who is no animal and no plain person."""
_CALLED = {kind: plurals([kind]) | {kind} for kind in (*_MANNED, *HEADS)}
"""What each is called, alone or where there are more."""
_SEVERAL = said(
    "people men women boys girls kids children robots astronauts knights businessmen dancers"
) | plurals(HEADS)
_TWO = said("2 couple pair lovers friends newlyweds partners each-other one-another") | {
    word for word, number in CARDINALS.items() if number == 2
}
_MORE = (
    said("crowd group team crowded")
    | {word for word, number in CARDINALS.items() if number > 2}
    | {f"{number}-{who}" for number in range(3, 21) for who in _SEVERAL}
)


@dataclass(frozen=True)
class Somebody:
    """One of two. `scale` is how tall, 1 as a grown person."""

    kind: str
    clothes: Clothes
    woman: bool
    scale: float = 1.0


def are_two(words: frozenset[str], *, by_nature: bool) -> bool:
    """Whether two are told of; what is done `by_nature` by two needs only somebody who does it."""
    kinds = _kinds(words)
    more = words & _MORE - ({"five"} if "high-five" in words else set())
    if not kinds or more:
        return False
    joined = any(f"{one}-and" in words for one in (*_PERSONS, *HEADS, *_MANNED))
    related = len(words & (_WOMEN | _MEN)) > 1
    return bool(by_nature or words & _TWO or joined or words & _SEVERAL or related)


def _kinds(words: frozenset[str]) -> list[str]:
    """Which kinds of beings the words name; whoever wears a suit is no other person."""
    kinds = [kind for kind in (*_MANNED, *HEADS) if words & _CALLED[kind]]
    return ["person", *kinds] if words & _PERSONS else kinds


def two_of(pen: Pen, hue: Array) -> tuple[Somebody, Somebody]:
    """Both of a pair; the first one wears the colour `hue`."""
    words = pen.words
    kinds = _kinds(words) or ["person"]
    first, second = (kinds[0], kinds[min(1, len(kinds) - 1)])
    other = mix(colour("#f2efe6"), hue, 0.1) if float(hue.mean()) < 0.2 else colour("#2f4f7a")
    sizes, women = _sizes(words), _women(words)
    pair = [
        _somebody(pen, kind, cloth, woman, size)
        for kind, cloth, woman, size in zip(
            (first, second), (hue, other), women, sizes, strict=True
        )
    ]
    return pair[0], pair[1]


def _women(words: frozenset[str]) -> tuple[bool, bool]:
    """Whether each is a woman or a girl; of a grown person and a child each by its own word."""
    if words & _YOUNG and words & _ELDERS:
        return bool(words & _WOMEN - _YOUNG), bool(words & _WOMEN & _YOUNG)
    women, men = bool(words & _WOMEN), bool(words & _MEN)
    return (women, women) if women != men else (False, True)


def _sizes(words: frozenset[str]) -> tuple[float, float]:
    """How tall both are: children are small, and one of them beside a grown person."""
    if not words & _YOUNG:
        return 1.0, 0.96
    return (1.0, 0.7) if words & _ELDERS else (0.8, 0.77)


def _somebody(pen: Pen, kind: str, cloth: Array, woman: bool, size: float) -> Somebody:
    skin, hair = natural(pen)
    style = ("bun", "long")[int(pen.rng.integers(2))] if woman else "short"
    plain = Clothes(cloth, mix(cloth, _INK, 0.65), _INK * 1.5, skin, hair, sleeve=0.9, style=style,
                    build=0.9 if woman else 1.06)  # fmt: skip
    if kind == "robot":
        shell = mix(_STEEL, cloth, 0.3)
        plain = replace(
            plain, top=shell, bottom=mix(_STEEL, _INK, 0.2), skin=_STEEL, style="none", build=1.15
        )
    elif kind == "astronaut":
        suit = colour("#eef1f4")
        plain = replace(
            plain,
            top=suit,
            bottom=suit,
            shoes=mix(_STEEL, _INK, 0.3),
            skin=suit,
            style="none",
            build=1.3,
        )
    elif kind == "knight":
        plain = replace(plain, top=_STEEL, bottom=cloth, shoes=mix(_STEEL, _INK, 0.4), skin=_STEEL, sleeve=1.0, style="none",
                        build=1.2)  # fmt: skip
    elif kind in HEADS:
        coats = HEADS[kind].coats
        plain = replace(
            plain, skin=colour(coats[int(pen.rng.integers(len(coats)))]), style="none", build=1.1
        )
        plain = replace(plain, shoes=plain.skin)
    return Somebody(kind, plain, woman and kind == "person", size)


def paint_somebody(pen: Pen, pose: Pose, one: Somebody) -> None:
    """One of two in a pose; `pen` is that of a grown person."""
    pen.shadow(0, 0.2)
    paint_body(pen, pose, one.clothes)
    _paint_face(pen, pose, one)


def paint_near_arm(pen: Pen, pose: Pose, one: Somebody) -> None:
    """The arm that is nearest, over whatever was painted since."""
    paint_arm(pen, pose, one.clothes)


def _paint_face(pen: Pen, pose: Pose, one: Somebody) -> None:
    """What covers a plain face: an animal's head, a robot's, a helmet."""
    x, y = pose.head
    if one.kind in HEADS:
        spot, size = pen.spot(x, y - 0.01), pen.size * 0.42
        Head(pen.canvas, HEADS[one.kind], one.clothes.skin, spot, size, night=0.6 * pen.dim).paint(
            chest=False
        )
    elif one.kind == "robot":
        _robot_head(pen, x, y, one.clothes.top)
    elif one.kind == "knight":
        pen.line(
            [(x - 0.02, y - 0.07), (x - 0.1, y - 0.13), (x - 0.15, y - 0.05)],
            0.05,
            one.clothes.bottom,
            end=0.014,
        )
        pen.ball(x, y, 0.08, 0.09, _STEEL)
        pen.fill(_around(x + 0.03, y - 0.014, 0.05, 0.014), _INK)
    elif one.kind == "astronaut":
        pen.ball(x, y, 0.105, 0.105, colour("#f4f6f8"))
        pen.ball(x + 0.03 * pose.facing, y, 0.072, 0.066, colour("#d8862a"))
        pen.oval(x + 0.035 * pose.facing, y + 0.01, 0.055, 0.045, colour("#3a2018"), alpha=0.75)
        chest = (
            (pose.neck[0] * 2 + pose.hips[0]) / 3 + 0.04 * pose.facing,
            (pose.neck[1] * 2 + pose.hips[1]) / 3,
        )
        pen.fill(_around(*chest, 0.045, 0.035), mix(_STEEL, _INK, 0.3))
        for step, code in ((-0.02, "#e2483d"), (0.0, "#f2b632"), (0.02, "#43a867")):
            pen.oval(chest[0] + step, chest[1], 0.008, 0.012, colour(code))


def _robot_head(pen: Pen, x: float, y: float, shell: Array) -> None:
    """A box with two lamps and an antenna."""
    pen.line([(x, y - 0.08), (x, y - 0.14)], 0.012, _STEEL, curved=False)
    pen.ball(x, y - 0.15, 0.02, 0.02, colour("#f2543a"))
    pen.cast(_around(x, y, 0.09, 0.08), shell, curved=False)
    pen.fill(_around(x + 0.02, y - 0.01, 0.062, 0.036), mix(_INK, shell, 0.15))
    for dx in (-0.008, 0.046):
        pen.oval(x + dx, y - 0.01, 0.016, 0.018, colour("#7ff0f0"))
    for row in (-0.02, 0.0, 0.02):
        pen.line(
            [(x + 0.02 + row, y + 0.042), (x + 0.02 + row, y + 0.06)], 0.008, _INK, curved=False
        )


def _around(x: float, y: float, half: float, tall: float) -> list[tuple[float, float]]:
    """A box with its corners cut."""
    cut = min(half, tall) * 0.35
    corners: Iterable[tuple[int, int]] = ((-1, -1), (1, -1), (1, 1), (-1, 1))
    found = []
    for sx, sy in corners:
        ends = [(x + sx * half, y + sy * (tall - cut)), (x + sx * (half - cut), y + sy * tall)]
        found += ends if sx == sy else ends[::-1]
    return found
