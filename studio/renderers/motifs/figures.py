"""People at what they do, seen whole: ballet, yoga, ball games, running, boards, and a hero in a cape."""

from dataclasses import replace

from studio.renderers.drawing.canvas import Array, colour, ellipse, mix
from studio.renderers.motifs.body import (
    Clothes,
    Pose,
    is_woman,
    limb,
    natural,
    paint_arm,
    paint_body,
)
from studio.renderers.motifs.pen import Pen, places

_INK, _WHITE, _GOLD = colour("#1c1618"), colour("#ffffff"), colour("#f2c14e")
_WOOD = colour("#c98a4a")
_ARABESQUE = Pose((0.15, -0.97), (0.1, -0.86), (0.0, -0.56), ".12 -.84, .28 -.93, .43 -1.04", ".09 -.84, -.07 -.9, -.22 -.94",
                  ".01 -.54, .01 -.3, .0 -.08, .005 .0", "-.02 -.56, -.24 -.62, -.46 -.71, -.55 -.77")  # fmt: skip
_SWAY = Pose((0.05, -0.94), (0.02, -0.83), (-0.02, -0.52), "-.06 -.81, -.16 -.93, -.12 -1.07", ".1 -.81, .24 -.84, .36 -.93",
             ".03 -.5, .1 -.28, .02 -.05, .1 -.01", "-.06 -.5, -.12 -.27, -.3 -.16, -.38 -.14", 0)  # fmt: skip
_LOTUS = Pose((0.0, -0.57), (0.0, -0.45), (0.0, -0.13), "-.1 -.43, -.2 -.29, -.26 -.12", ".1 -.43, .2 -.29, .26 -.12",
              "-.06 -.1, -.29 -.07, .02 -.03, .1 -.04", ".06 -.1, .29 -.07, -.02 -.05, -.1 -.05", 0)  # fmt: skip
_TREE = Pose((0.0, -0.94), (0.0, -0.82), (0.0, -0.5), "-.1 -.8, -.15 -.96, -.015 -1.08", ".1 -.8, .15 -.96, .015 -1.08",
             "-.03 -.48, -.035 -.25, -.03 -.03, -.08 .0", ".05 -.48, .25 -.36, .02 -.27, -.03 -.21", 0)  # fmt: skip
_WARRIOR = Pose((0.02, -0.76), (0.02, -0.64), (0.0, -0.34), ".1 -.62, .26 -.63, .42 -.63", "-.06 -.62, -.22 -.63, -.38 -.63",
                ".05 -.32, .27 -.3, .27 -.05, .36 -.01", "-.05 -.32, -.25 -.19, -.43 -.03, -.37 .0", 0)  # fmt: skip
_DUNK = Pose((0.1, -1.12), (0.06, -1.02), (-0.06, -0.74), ".12 -1.01, .22 -1.14, .32 -1.26", ".04 -1.0, -.14 -.98, -.22 -.84",
             "-.04 -.72, .14 -.6, .04 -.4, .1 -.34", "-.08 -.72, -.2 -.5, -.4 -.44, -.45 -.36")  # fmt: skip
_KICK = Pose((-0.1, -0.92), (-0.12, -0.81), (-0.06, -0.5), "-.1 -.79, .04 -.7, .16 -.76", "-.14 -.79, -.3 -.72, -.4 -.6",
             "-.03 -.48, .18 -.42, .36 -.3, .44 -.34", "-.09 -.48, -.06 -.25, -.14 -.03, -.05 .0")  # fmt: skip
_SPRINT = Pose((0.17, -0.92), (0.12, -0.81), (0.0, -0.51), ".12 -.79, .0 -.66, .13 -.6", ".11 -.79, .26 -.69, .32 -.82",
               ".02 -.49, .22 -.4, .16 -.18, .25 -.15", "-.02 -.49, -.14 -.29, -.36 -.22, -.41 -.14")  # fmt: skip
_CROUCH = Pose((0.13, -0.78), (0.08, -0.67), (-0.08, -0.4), ".1 -.65, .24 -.6, .38 -.66", ".06 -.65, -.12 -.64, -.28 -.72",
               "-.06 -.38, .14 -.3, .13 -.06, .21 -.03", "-.09 -.38, -.1 -.18, -.24 -.05, -.16 -.03")  # fmt: skip
_HERO = Pose((0.0, -0.93), (0.0, -0.82), (0.0, -0.5), "-.13 -.79, -.26 -.66, -.12 -.52", ".13 -.79, .26 -.66, .12 -.52",
             "-.05 -.48, -.1 -.26, -.14 -.04, -.19 .0", ".05 -.48, .1 -.26, .14 -.04, .19 .0", 0)  # fmt: skip


def _dressed(pen: Pen, hue: Array, *, woman: bool, **more: float | str) -> Clothes:
    skin, hair = natural(pen)
    style = ("bun", "long")[int(pen.rng.integers(2))] if woman else "short"
    wear = Clothes(
        hue,
        mix(hue, _INK, 0.7),
        _WHITE * 0.92,
        skin,
        hair,
        style=style,
        build=0.88 if woman else 1.06,
    )
    return replace(wear, **more)  # type: ignore[arg-type]


def paint_dancer(pen: Pen, hue: Array) -> None:
    """A ballerina on her toes in a tutu; another dancer in a dress that swings."""
    pen.shadow(0, 0.3)
    if not pen.words & {"ballerina", "ballerinas", "ballet", "tutu"}:
        wear = _dressed(pen, hue, woman=is_woman(pen, 0.8), leg=0.0, sleeve=0.0)
        paint_body(pen, _SWAY, wear)
        pen.cast("-.1 -.54, .06 -.54, .12 -.44, .3 -.3, .26 -.24, .1 -.3, .0 -.22, -.12 -.28, -.26 -.2, -.3 -.26, -.16 -.44",
                 hue)  # fmt: skip
        for fold in (
            "-.06 -.5, -.14 -.36, -.2 -.26",
            ".0 -.5, .0 -.38, -.01 -.27",
            ".05 -.5, .14 -.38, .22 -.29",
        ):
            pen.line(fold, 0.01, mix(hue, _INK, 0.3), end=0.004, alpha=0.7)
        return
    wear = replace(
        _dressed(pen, hue, woman=True, leg=1.0, sleeve=0.0, style="bun"),
        bottom=colour("#f4d8cc"),
        shoes=hue,
    )
    paint_body(pen, _ARABESQUE, wear)
    for step, tone in enumerate(
        (mix(hue, _INK, 0.15), hue, mix(hue, _WHITE, 0.35), mix(hue, _WHITE, 0.6))
    ):
        pen.cast(
            ellipse(
                -0.01, -0.555 - 0.014 * step, 0.27 - 0.03 * step, 0.072 - 0.011 * step, turn=0.24
            ),
            tone,
            curved=False,
        )
    for step in range(13):
        lean = -0.24 + 0.04 * step
        pen.line(
            [(lean * 0.3, -0.6), (lean, -0.545 + lean * 0.24)],
            0.005,
            mix(hue, _INK, 0.2),
            alpha=0.35,
        )
    pen.cast("-.06 -.58, .06 -.6, .12 -.74, .05 -.78, -.0 -.74", hue)


def paint_yoga(pen: Pen, hue: Array) -> None:
    """Somebody on a mat: in the lotus where they meditate, else as a tree or a warrior."""
    wear = _dressed(pen, hue, woman=is_woman(pen, 0.85), sleeve=0.0)
    wear = replace(wear, shoes=wear.skin, style="bun" if wear.style == "long" else wear.style)
    pen.shadow(0, 0.5)
    pen.cast(
        "-.47 -.02, .47 -.02, .52 .045, -.52 .045",
        mix(hue, colour("#5f4a8a"), 0.6),
        curved=False,
        deep=0.5,
    )
    if pen.words & {
        "meditating",
        "meditation",
        "meditate",
        "meditates",
        "lotus",
        "mindfulness",
        "zen",
    }:
        paint_body(pen.moved(0, 0, 1.5), _LOTUS, wear)
        return
    paint_body(pen, _TREE if pen.rng.random() < 0.5 else _WARRIOR, wear)


def paint_basketball(pen: Pen, hue: Array) -> None:
    """A player in the air, the ball at the rim of a basket."""
    steel, rim = colour("#8a929c"), colour("#e8542a")
    pen.shadow(0, 0.34)
    pen.fill(".66 -1.3, .72 -1.3, .76 0, .68 0", steel, fade=steel * 0.5)
    pen.fill(".54 -1.62, .64 -1.66, .64 -1.16, .54 -1.14", _WHITE * 0.95)
    pen.line(".56 -1.46, .62 -1.48, .62 -1.28, .56 -1.27", 0.012, rim, curved=False, closed=True)
    for x in (0.3, 0.36, 0.42, 0.48):
        pen.line([(x, -1.22), (0.39 + (x - 0.39) * 0.4, -1.0)], 0.007, _WHITE)
        pen.line([(0.78 - x, -1.2), (0.39 + (x - 0.39) * 0.5, -1.04)], 0.007, _WHITE)
    wear = _dressed(pen, hue, woman=is_woman(pen, 0.3), sleeve=0.0, leg=0.55)
    wear = replace(wear, bottom=hue)
    paint_body(pen, _DUNK, wear)
    pen.line(".26 -1.225, .54 -1.225", 0.024, rim, curved=False)
    _ball(pen, 0.36, -1.34, 0.088, colour("#e8762a"))
    pen.fill(".0 -.86, .05 -.87, .04 -.98, -.0 -.97", _WHITE, alpha=0.9)


def _ball(pen: Pen, x: float, y: float, reach: float, hue: Array) -> None:
    """A basketball with its seams."""
    pen.ball(x, y, reach, reach, hue)
    for seam in ([(-1, 0), (0, 0.12), (1, 0)], [(0, -1), (0.12, 0), (0, 1)], [(-0.72, -0.7), (-0.3, 0), (-0.72, 0.7)],
                 [(0.72, -0.7), (0.4, 0), (0.72, 0.7)]):  # fmt: skip
        pen.line(
            [(x + dx * reach * 0.97, y + dy * reach * 0.97) for dx, dy in seam], reach * 0.08, _INK
        )


def paint_footballer(pen: Pen, hue: Array) -> None:
    """A player who has just hit the ball."""
    pen.shadow(0, 0.42)
    wear = replace(
        _dressed(pen, hue, woman=is_woman(pen, 0.3), leg=0.5), bottom=_WHITE * 0.94, shoes=_INK * 2
    )
    paint_body(pen, _KICK, wear)
    x, y, reach = 0.62, -0.42, 0.085
    pen.ball(x, y, reach, reach, _WHITE)
    for turn in range(5):
        dx, dy = places(ellipse(0, 0, reach * 0.72, reach * 0.72, turn=0.3, count=5))[turn]
        pen.oval(x + dx, y + dy, reach * 0.24, reach * 0.2, _INK)
    pen.oval(x, y, reach * 0.28, reach * 0.28, _INK)
    for tuft in (-0.1, 0.0, 0.1):
        pen.line(
            [(x - 0.1, y + tuft), (x - 0.2 - abs(tuft), y + tuft * 1.6 + 0.03)],
            0.01,
            _WHITE,
            end=0.002,
            alpha=0.7,
        )


def paint_runner(pen: Pen, hue: Array) -> None:
    """A sprinter in mid-stride."""
    pen.shadow(0, 0.4)
    wear = _dressed(pen, hue, woman=is_woman(pen), sleeve=0.0, leg=0.42)
    paint_body(
        pen,
        _SPRINT,
        replace(
            wear, shoes=mix(hue, _WHITE, 0.25), style="long" if wear.style != "short" else "short"
        ),
    )


def paint_surfer(pen: Pen, hue: Array) -> None:
    """A surfer on a board that throws up spray."""
    foam = colour("#f2f8fa")
    pen.cast(
        "-.56 .02, -.3 .07, .2 .05, .58 -.08, .62 -.13, .5 -.1, .1 -.02, -.4 -.03",
        mix(hue, _WHITE, 0.1),
    )
    pen.line("-.46 .015, .1 .015, .54 -.1", 0.014, _WHITE)
    wear = _dressed(pen, mix(hue, _INK, 0.6), woman=is_woman(pen), sleeve=0.9, leg=0.95)
    paint_body(pen.moved(0, 0.02), _CROUCH, replace(wear, shoes=wear.skin))
    for _ in range(46):
        out = float(pen.rng.uniform(0, 1))
        x, y = -0.66 + 0.9 * out**1.5, 0.1 - float(pen.rng.uniform(0, 0.3)) * (1 - out) ** 0.8
        reach = float(pen.rng.uniform(0.012, 0.04)) * (1.1 - out * 0.6)
        pen.oval(x, y, reach, reach * 0.8, foam, alpha=0.75)
    pen.blob("-.74 .14, -.5 .05, -.1 .09, .3 .05, .56 .08, .4 .15, -.1 .16", foam, alpha=0.85)


def paint_skater(pen: Pen, hue: Array) -> None:
    """Somebody on a skateboard."""
    pen.shadow(0, 0.44, y=0.11)
    paint_body(
        pen,
        _CROUCH,
        replace(_dressed(pen, hue, woman=is_woman(pen, 0.35)), bottom=colour("#2f4468")),
    )
    pen.line("-.42 -.06, -.34 .01, .3 .01, .38 -.06", 0.036, mix(_WOOD, hue, 0.2))
    for x in (-0.24, 0.2):
        pen.ball(x, 0.06, 0.042, 0.042, colour("#f0e8d8"))
        pen.oval(x, 0.06, 0.014, 0.014, _INK)


def paint_superhero(pen: Pen, hue: Array) -> None:
    """A hero with fists on the hips, cape in the wind."""
    second = colour("#e03442") if hue[2] > hue[0] else colour("#4a86e8")
    pen.shadow(0, 0.34)
    pen.cast("-.11 -.82, .11 -.82, .2 -.6, .3 -.3, .56 -.14, .44 -.08, .5 .0, .2 -.08, .0 -.04, -.16 -.1, -.24 -.4, -.18 -.64",
             second)  # fmt: skip
    for fold in (
        ".06 -.78, .18 -.4, .4 -.12",
        ".0 -.78, .04 -.4, .12 -.1",
        "-.08 -.78, -.12 -.4, -.1 -.12",
    ):
        pen.line(fold, 0.014, mix(second, _INK, 0.4), end=0.006, alpha=0.6)
    woman = is_woman(pen, 0.35)
    wear = replace(_dressed(pen, hue, woman=woman, sleeve=0.92, style="long" if woman else "short"), bottom=hue, shoes=second,
                   build=1.05 if woman else 1.34)  # fmt: skip
    paint_body(pen, _HERO, wear)
    for side in (-1, 1):
        limb(pen, [(side * 0.115, -0.19), (side * 0.14, -0.04)], (0.075, 0.06), second)
    pen.cast("-.085 -.56, .085 -.56, .09 -.5, .03 -.42, -.03 -.42, -.09 -.5", second)
    pen.fill("-.09 -.575, .09 -.575, .092 -.54, -.092 -.54", _GOLD)
    pen.fill("-.06 -.75, .06 -.75, .075 -.71, .0 -.62, -.075 -.71", _GOLD)
    pen.fill("-.042 -.735, .042 -.735, .052 -.705, .0 -.645, -.052 -.705", second)
    pen.blob(
        "-.056 -.945, -.02 -.955, .0 -.94, .02 -.955, .056 -.945, .05 -.915, .02 -.91, .0 -.925, -.02 -.91, -.05 -.915",
        second,
    )
    for x in (-0.024, 0.024):
        pen.oval(x, -0.932, 0.011, 0.008, _WHITE)
    paint_arm(pen, _HERO, wear)
