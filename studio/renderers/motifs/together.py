"""What two do together: they dance, play chess, shake hands, hug, hold hands, talk, drink to each other, fight."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from studio.renderers.drawing.canvas import Array, colour, mix
from studio.renderers.motifs.board_games import paint_piece
from studio.renderers.motifs.body import Pose
from studio.renderers.motifs.company import (
    Somebody,
    are_two,
    paint_near_arm,
    paint_somebody,
    said,
    two_of,
)
from studio.renderers.motifs.pen import Pen, places

_INK, _WHITE, _WOOD = colour("#1c1618"), colour("#ffffff"), colour("#8a5a36")
_STAND = (".01 -.48, .05 -.26, .04 -.04, .12 .0", "-.03 -.48, -.06 -.26, -.1 -.04, -.02 .0")
_WIDE = (".02 -.48, .14 -.28, .16 -.04, .25 .0", "-.04 -.48, -.16 -.28, -.27 -.04, -.18 .0")
_HANG = "-.01 -.79, -.06 -.64, -.01 -.5"
_HEAD, _NECK, _HIPS = (0.025, -0.93), (0.0, -0.82), (-0.01, -0.5)


def _standing(
    near: str, far: str, legs: tuple[str, str] = _STAND, head: tuple[float, float] = _HEAD
) -> Pose:
    """Somebody upright who looks to the right."""
    return Pose(head, _NECK, _HIPS, near, far, *legs)


_SHAKES = (
    _standing(".01 -.79, .11 -.63, .3 -.64", _HANG),
    _standing(_HANG, ".01 -.79, .13 -.63, .31 -.64"),
)
_HUGS = (_standing(".0 -.79, .13 -.67, .28 -.71", ".0 -.79, .12 -.6, .25 -.58", head=(0.045, -0.93)),
         _standing(".0 -.79, .14 -.6, .29 -.56", ".0 -.79, .12 -.75, .26 -.79", head=(0.045, -0.94)))  # fmt: skip
_SWINGS = (".03 -.48, .12 -.28, .04 -.05, .12 -.01", "-.05 -.48, -.14 -.28, -.32 -.18, -.39 -.13")
_DANCES = (_standing(".0 -.79, .16 -.9, .25 -1.09", "-.03 -.79, -.18 -.72, -.33 -.8", _SWINGS),
           _standing("-.02 -.79, -.19 -.74, -.34 -.83", ".0 -.79, .16 -.9, .25 -1.09", _SWINGS))  # fmt: skip
_FIVES = (
    _standing(".01 -.79, .16 -.84, .28 -1.02", _HANG),
    _standing(_HANG, ".01 -.79, .16 -.84, .29 -1.02"),
)
_TOASTS = (
    _standing(".01 -.79, .11 -.64, .24 -.78", _HANG),
    _standing(_HANG, ".01 -.79, .12 -.64, .25 -.78"),
)
_TALKS = (_standing(".01 -.79, .07 -.61, .22 -.7", ".01 -.79, .1 -.62, .25 -.6"),
          _standing("-.01 -.79, -.04 -.62, .12 -.6", ".0 -.79, .08 -.62, .2 -.72"))  # fmt: skip
_FIGHTS = (_standing(".01 -.79, .17 -.8, .34 -.88", ".01 -.79, .1 -.63, .16 -.79", _WIDE),
           _standing(".01 -.79, .08 -.62, .16 -.79", ".01 -.79, .14 -.64, .22 -.84", _WIDE, (0.0, -0.93)))  # fmt: skip
_SIDE_BY_SIDE = Pose((0.0, -0.93), (0.0, -0.82), (0.0, -0.5), "-.1 -.8, -.15 -.64, -.14 -.48", ".1 -.8, .15 -.64, .2 -.46",
                     "-.05 -.48, -.06 -.26, -.06 -.04, -.1 .0", ".05 -.48, .07 -.26, .08 -.04, .14 .0", 0)  # fmt: skip
_UNDER_A_TABLE = (".02 -.42, .29 -.45, .27 -.08, .36 .0", ".02 -.42, .32 -.45, .35 -.08, .44 .0")
_PLAYS = (Pose((0.13, -0.89), (0.07, -0.78), (0.0, -0.46), ".08 -.75, .2 -.58, .42 -.64", ".08 -.75, .27 -.58, .21 -.8",
               *_UNDER_A_TABLE),
          Pose((0.13, -0.89), (0.07, -0.78), (0.0, -0.46), ".08 -.75, .16 -.56, .34 -.53", ".08 -.75, .28 -.58, .2 -.8",
               *_UNDER_A_TABLE))  # fmt: skip

Prop = Callable[[Pen, Array], None]


def _nothing(pen: Pen, hue: Array) -> None:
    """Nothing is between the two."""


def _table(pen: Pen, hue: Array) -> None:
    """A small table with a game of chess on it."""
    dark = mix(_WOOD, _INK, 0.35)
    pen.cast("-.04 -.5, .04 -.5, .05 -.06, .2 .0, -.2 .0, -.05 -.06", dark, curved=False)
    pen.cast("-.36 -.535, .36 -.535, .36 -.49, -.36 -.49", _WOOD, curved=False, deep=0.5)
    for square in range(8):
        x = -0.24 + 0.06 * square
        tone = colour("#f0dcb8") if square % 2 else mix(dark, _INK, 0.3)
        pen.fill([(x, -0.562), (x + 0.06, -0.562), (x + 0.06, -0.536), (x, -0.536)], tone)
    ivory, ebony = colour("#f6ecd8"), colour("#33241f")
    for x, name, wood in ((-0.21, "r", ivory), (-0.15, "k", ivory), (-0.085, "p", ivory), (-0.03, "n", ebony),
                          (0.035, "p", ivory), (0.095, "p", ebony), (0.15, "q", ebony), (0.21, "r", ebony)):  # fmt: skip
        paint_piece(pen.moved(x, -0.56, 0.17), name, wood)


def _chairs(pen: Pen, hue: Array) -> None:
    """Two chairs, their backs outward."""
    for side in (-1, 1):
        for path in (
            [(0.76, -0.42), (0.82, -0.84)],
            [(0.74, -0.4), (0.76, 0.0)],
            [(0.46, -0.4), (0.45, 0.0)],
        ):
            pen.line([(side * x, y) for x, y in path], 0.034, mix(_WOOD, _INK, 0.3), curved=False)
        pen.line(
            [(side * 0.42, -0.4), (side * 0.77, -0.4)], 0.05, mix(_WOOD, hue, 0.25), curved=False
        )
        pen.line(
            [(side * 0.795, -0.62), (side * 0.82, -0.82)], 0.05, mix(_WOOD, hue, 0.25), curved=False
        )


def _glasses(pen: Pen, hue: Array) -> None:
    """Two glasses that touch."""
    for side in (-1, 1):
        part = pen.moved(side * 0.075, -0.78, turn=-0.3 * side)
        part.line("0 .07, 0 -.03", 0.012, _WHITE, curved=False, alpha=0.85)
        part.fill(
            "-.04 -.16, .04 -.16, .03 -.05, .0 -.03, -.03 -.05", colour("#e8f2f6"), alpha=0.75
        )
        part.fill("-.037 -.12, .037 -.12, .03 -.05, .0 -.03, -.03 -.05", colour("#f2c14e"))


_SWORDS = said("knight samurai pirate fencing sword swords duelling dueling")


def _arms(pen: Pen, hue: Array) -> None:
    """Crossed swords where two fence, else boxing gloves where they box."""
    if pen.words & _SWORDS:
        for side in (-1, 1):
            hilt, tip = (side * 0.03 - side * 0.05, -0.86), (side * 0.3, -1.22)
            pen.line(
                [(-hilt[0] - side * 0.02, -0.84), tip],
                0.024,
                colour("#dfe5ea"),
                end=0.008,
                curved=False,
            )
            pen.line(
                [(-side * 0.05, -0.9), (side * 0.04, -0.84)], 0.02, colour("#d8a84a"), curved=False
            )
        return
    if not pen.words & {"boxing", "boxer", "sparring"}:
        return
    red, blue = colour("#d6322f"), colour("#2463c8")
    for x, y, tone in (
        (-0.02, -0.89, red),
        (-0.2, -0.8, red),
        (0.16, -0.85, blue),
        (0.22, -0.79, blue),
    ):
        pen.ball(x, y, 0.055, 0.05, tone)


@dataclass(frozen=True)
class Deed:
    """How two do something: their poses, how far each stands from the middle, and what is with them."""

    words: frozenset[str]
    poses: tuple[Pose, Pose]
    apart: float
    by_nature: bool = False
    """Whether it takes two, so that one who is named is enough."""
    before: Prop = _nothing
    behind: Prop = _nothing
    meet: float | None = None
    """How high hands meet in the middle, in heights of a grown person."""
    arms: tuple[str, str] = ("near_arm", "far_arm")
    """The arms of both that meet."""
    wrapped: bool = False
    """Whether each has the arms about the other."""
    skirts: bool = False


DEEDS: dict[str, Deed] = {
    "handshake": Deed(said("handshake shaking-hands shake-hands shakes-hands"), _SHAKES, 0.31, by_nature=True,
                      meet=-0.635),
    "chess-players": Deed(said("playing-chess play-chess plays-chess chess-players chess-game chess-match"), _PLAYS, 0.58,
                          by_nature=True, before=_table, behind=_chairs),
    "high-five": Deed(said("high-five high-fives high-fiving"), _FIVES, 0.29, by_nature=True, meet=-1.02),
    "hand-in-hand": Deed(said("holding-hands hold-hands hand-in"), (_SIDE_BY_SIDE, _SIDE_BY_SIDE), 0.205, meet=-0.46,
                         arms=("far_arm", "far_arm")),
    "embrace": Deed(said("hugging hug hugs embracing embrace embraces cuddling cuddle kissing kiss kisses"), _HUGS, 0.11,
                    wrapped=True),
    "dancing-pair": Deed(said("dancing dance dances waltz waltzing tango salsa ballroom"), _DANCES, 0.25, meet=-1.09,
                         skirts=True),
    "toast": Deed(said("toasting clinking clinking-glasses raising-glasses"), _TOASTS, 0.32, meet=-0.78,
                  before=_glasses),
    "sparring": Deed(said("fighting fight boxing sparring wrestling fencing duelling dueling"), _FIGHTS, 0.37, before=_arms),
    "talk": Deed(said("talking talk chatting arguing discussing laughing conversation debating gossiping meeting"), _TALKS,
                 0.33),
}  # fmt: skip
"""Every deed by its tag; the first whose words are said is meant."""


def deed_of(words: frozenset[str]) -> str | None:
    """What two do together who are named."""
    found = (
        tag
        for tag, deed in DEEDS.items()
        if words & deed.words and are_two(words, by_nature=deed.by_nature)
    )
    return next(found, None)


def painter(tag: str) -> Callable[[Pen, Array], None]:
    """Who paints a deed; the hue is what the first of the two wears."""
    deed = DEEDS[tag]

    def paint(pen: Pen, hue: Array) -> None:
        first, second = two_of(pen, hue)
        one, other = fitted(deed, first.scale, second.scale)
        left = pen.moved(-deed.apart * _step(deed, first), 0.0, first.scale)
        right = pen.moved(deed.apart * _step(deed, second), 0.0, second.scale, flip=True)
        deed.behind(pen, hue)
        _paint_one(right, other, second, skirt=deed.skirts)
        _paint_one(left, one, first, skirt=deed.skirts)
        if deed.wrapped:
            paint_near_arm(right, other, second)
        lift = 0.0 if deed.meet is None else deed.meet * ((first.scale + second.scale) / 2 - 1)
        deed.before(pen.moved(0.0, lift), hue)
        if deed.before is _table:
            paint_near_arm(right, other, second)
            paint_near_arm(left, one, first)

    return paint


def _step(deed: Deed, one: Somebody) -> float:
    """How far from the middle somebody stands, whose arms are shorter where somebody is smaller."""
    return 1.0 if deed.meet is None else one.scale


def fitted(deed: Deed, first: float, second: float) -> tuple[Pose, Pose]:
    """Both poses, the hands of two who are not as tall brought to one height."""
    one, other = deed.poses
    if deed.meet is not None:
        level = deed.meet * (first + second) / 2
        one = _raised(one, deed.arms[0], level / first - deed.meet)
        other = _raised(other, deed.arms[1], level / second - deed.meet)
    elif deed.wrapped:
        for arm in ("near_arm", "far_arm"):
            one = _raised(one, arm, 0.68 * (1 - second / first))
            other = _raised(other, arm, 0.5 * (1 - first / second))
    return one, other


def _raised(pose: Pose, arm: str, by: float) -> Pose:
    """The pose with the hand of one arm higher or (above 0) lower, its elbow half as far."""
    shoulder, (ex, ey), (hx, hy) = places(getattr(pose, arm))
    moved = (shoulder, (ex, ey + by / 2), (hx, hy + by))
    told = ", ".join(f"{x:.3f} {y:.3f}" for x, y in moved)
    return replace(pose, near_arm=told) if arm == "near_arm" else replace(pose, far_arm=told)


def _paint_one(pen: Pen, pose: Pose, one: Somebody, *, skirt: bool) -> None:
    """One of the two; who dances in a skirt has it swing."""
    paint_somebody(pen, pose, one)
    if skirt and one.woman:
        pen.cast(
            "-.09 -.58, .06 -.58, .12 -.46, .26 -.28, .14 -.24, .04 -.19, -.08 -.22, -.2 -.16, -.34 -.24, -.18 -.44",
            one.clothes.top,
        )
        for fold in (
            "-.06 -.54, -.14 -.38, -.22 -.22",
            "-.02 -.54, -.02 -.38, -.02 -.24",
            ".03 -.54, .1 -.4, .16 -.28",
        ):
            pen.line(fold, 0.01, mix(one.clothes.top, _INK, 0.35), end=0.004, alpha=0.7)
        paint_near_arm(pen, pose, one)
