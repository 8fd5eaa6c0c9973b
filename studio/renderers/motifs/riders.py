"""Whoever rides: a galloping horse, a bicycle, a motorcycle, and the person in the saddle."""

from collections.abc import Callable
from dataclasses import replace

from studio.renderers.drawing.canvas import Array, colour, mix
from studio.renderers.motifs.body import Clothes, Pose, is_woman, limb, natural, paint_body
from studio.renderers.motifs.pen import Pen, places
from studio.renderers.motifs.wheels import paint_bicycle, paint_motorcycle

_INK, _WHITE, _STEEL, _GOLD = (
    colour("#1c1618"),
    colour("#ffffff"),
    colour("#aeb8c4"),
    colour("#e0ac3a"),
)
_LEATHER = colour("#6a3f24")
_COATS = {"white": "#efeae4", "black": "#2a2628", "grey": "#9a9ca2", "gray": "#9a9ca2"}
_BROWNS = ("#8a5230", "#6b3d24", "#b0763f")
_ON_A_HORSE = Pose((0.07, -0.44), (0.03, -0.33), (0.0, 0.0), ".05 -.31, .1 -.16, .25 -.13", ".03 -.31, .12 -.17, .26 -.14",
                   ".01 .0, .17 .11, .1 .33, .19 .35", ".01 .0, .16 .1, .09 .31, .18 .33")  # fmt: skip
_ON_A_BICYCLE = Pose((0.14, -0.42), (0.09, -0.31), (0.0, -0.01), ".11 -.29, .13 -.13, .23 -.03", ".11 -.29, .15 -.14, .24 -.04",
                     ".0 .0, .2 .19, .14 .43, .23 .46", ".0 .0, .24 .1, .1 .29, .19 .32")  # fmt: skip
_ON_A_MOTORCYCLE = Pose((0.15, -0.42), (0.1, -0.31), (0.0, 0.0), ".12 -.29, .2 -.13, .35 -.16", ".12 -.29, .22 -.14, .36 -.17",
                        ".0 .0, .23 .03, .19 .27, .28 .29", ".0 .0, .23 .03, .19 .26, .28 .28")  # fmt: skip


def paint_rider(pen: Pen, hue: Array) -> None:
    """Somebody on a galloping horse: an astronaut, a knight, a cowboy, else a rider in the colour `hue`."""
    said = next((code for word, code in _COATS.items() if f"{word}-horse" in pen.words), None)
    coat = colour(said or _BROWNS[int(pen.rng.integers(3))])
    pen.shadow(0, 0.6)
    paint_horse(pen, coat)
    knight = bool(pen.words & {"knight", "knights", "paladin"})
    if knight:
        _caparison(pen, hue)
    pen.cast(
        "-.2 -.7, -.08 -.69, .06 -.69, .16 -.72, .16 -.58, .1 -.46, -.1 -.46, -.18 -.56",
        mix(hue, _INK, 0.35),
    )
    pen.cast(
        "-.17 -.73, -.04 -.69, .08 -.7, .15 -.78, .17 -.72, .1 -.62, -.08 -.62, -.16 -.66", _LEATHER
    )
    for strap in (".6 -.99, .54 -.83", ".49 -1.0, .57 -.84, .66 -.9"):
        pen.line(strap, 0.013, _LEATHER, curved=False)
    pen.line(".62 -.84, .4 -.76, .19 -.83", 0.012, _LEATHER)
    paint, wear = _who(pen, hue)
    seat = pen.moved(-0.01, -0.74, 0.92)
    paint_body(seat, _ON_A_HORSE, wear)
    paint(seat, _ON_A_HORSE.head, hue)


def paint_horse(pen: Pen, coat: Array) -> None:
    """A galloping horse without its shadow."""
    _far_legs(pen, coat)
    _horse(pen, coat)


def paint_zebra(pen: Pen, hue: Array) -> None:
    """A zebra at a gallop; `hue` is what its stripes stand on."""
    stripe = colour("#24222a")
    pen.shadow(0, 0.6)
    paint_horse(pen, hue)
    for step in range(11):
        x = -0.4 + 0.064 * step
        pen.line([(x, -0.69), (x + 0.025, -0.58), (x - 0.01, -0.45)], 0.026, stripe, end=0.006)
    for step in range(7):
        t = step / 6
        x, y = 0.2 + 0.25 * t, -0.72 - 0.3 * t
        pen.line([(x - 0.02, y - 0.02), (x + 0.07 - 0.02 * t, y + 0.09)], 0.024, stripe, end=0.008)
    for x, y in (
        (0.4, -0.45),
        (0.48, -0.4),
        (0.54, -0.3),
        (-0.42, -0.44),
        (-0.46, -0.36),
        (-0.53, -0.28),
    ):
        pen.line([(x - 0.03, y - 0.02), (x + 0.03, y + 0.012)], 0.02, stripe, end=0.006)
    pen.cast(".66 -.88, .73 -.8, .7 -.74, .64 -.76, .62 -.82", mix(stripe, _WHITE, 0.15))


def _far_legs(pen: Pen, coat: Array) -> None:
    shade = mix(coat, _INK, 0.35)
    for leg, widths in ((".22 -.52, .4 -.32, .34 -.14, .27 -.1", (0.15, 0.08, 0.05, 0.045)),
                        ("-.3 -.54, -.28 -.34, -.44 -.2, -.41 -.05", (0.2, 0.1, 0.055, 0.045))):  # fmt: skip
        limb(pen, leg, widths, shade)
        _hoof(pen, leg)


def _hoof(pen: Pen, leg: str) -> None:
    """The dark end of a leg."""
    *_, before, end = places(leg)
    tip = (end[0] + (end[0] - before[0]) * 0.3, end[1] + (end[1] - before[1]) * 0.3)
    limb(pen, [end, tip], (0.05, 0.066), mix(_INK, _WHITE, 0.12))


def _horse(pen: Pen, coat: Array) -> None:
    """Tail, trunk, neck and head, mane and the near legs."""
    hair = mix(coat, _INK, 0.65) if float(coat.mean()) < 0.5 else mix(coat, _INK, 0.25)
    pen.cast(
        "-.42 -.66, -.56 -.74, -.76 -.7, -.94 -.5, -.98 -.4, -.82 -.5, -.7 -.5, -.56 -.56, -.44 -.54",
        hair,
    )
    pen.cast("-.46 -.66, -.3 -.72, -.08 -.68, .12 -.69, .3 -.72, .4 -.6, .34 -.47, .1 -.41, -.12 -.42, -.36 -.44, -.5 -.54",
             coat)  # fmt: skip
    pen.cast(".16 -.7, .3 -.88, .42 -1.02, .47 -1.06, .46 -1.14, .52 -1.06, .58 -1.0, .68 -.87, .73 -.8, .7 -.74, .63 -.75, "
             ".55 -.82, .49 -.84, .46 -.74, .4 -.58, .28 -.48", coat)  # fmt: skip
    pen.cast(
        ".48 -1.08, .38 -1.04, .26 -.96, .14 -.86, .02 -.8, .14 -.74, .22 -.74, .34 -.86, .44 -.99",
        hair,
    )
    pen.oval(0.555, -0.955, 0.016, 0.018, _INK)
    pen.oval(0.7, -0.79, 0.01, 0.008, _INK)
    for leg, widths in ((".28 -.54, .48 -.42, .56 -.26, .66 -.19", (0.17, 0.09, 0.055, 0.05)),
                        ("-.36 -.56, -.44 -.36, -.6 -.22, -.66 -.08", (0.24, 0.11, 0.06, 0.05))):  # fmt: skip
        limb(pen, leg, widths, coat)
        _hoof(pen, leg)


def _caparison(pen: Pen, hue: Array) -> None:
    """A knight's cloth over the horse's trunk, with a golden hem."""
    pen.cast(
        "-.48 -.66, -.3 -.72, .1 -.7, .34 -.7, .42 -.56, .4 -.36, .2 -.3, -.1 -.28, -.4 -.26, -.54 -.4",
        hue,
    )
    pen.line(".4 -.37, .2 -.31, -.1 -.29, -.4 -.27, -.52 -.4", 0.022, _GOLD)
    for x in (-0.32, 0.3):
        pen.fill([(x - 0.05, -0.5), (x, -0.57), (x + 0.05, -0.5), (x, -0.43)], _GOLD)


Topping = Callable[[Pen, tuple[float, float], Array], None]


def _who(pen: Pen, hue: Array) -> tuple[Topping, Clothes]:
    """What a rider wears, and who paints what is on the head."""
    skin, hair = natural(pen)
    plain = Clothes(hue, colour("#e4dccb"), _INK * 1.5, skin, hair)
    if pen.words & {"astronaut", "astronauts", "cosmonaut"}:
        suit = colour("#eef1f4")
        return _space_helmet, replace(plain, top=suit, bottom=suit, shoes=mix(_STEEL, _INK, 0.3), skin=suit, sleeve=1.0,
                                      style="none", build=1.3)  # fmt: skip
    if pen.words & {"knight", "knights", "paladin"}:
        return _helm, replace(plain, top=_STEEL, bottom=mix(_STEEL, _INK, 0.2), shoes=mix(_STEEL, _INK, 0.4), skin=_STEEL,
                              sleeve=1.0, style="none", build=1.2)  # fmt: skip
    if pen.words & {"cowboy", "cowgirl", "cowboys", "rodeo"}:
        wear = replace(plain, bottom=colour("#35507a"), shoes=_LEATHER, sleeve=0.95, build=1.1)
        return _cowboy_hat, replace(wear, style="long" if is_woman(pen, 0.0) else "short")
    woman = is_woman(pen)
    wear = replace(
        plain, sleeve=0.95, style="long" if woman else "short", build=0.9 if woman else 1.05
    )
    return (_cap if pen.words & {"jockey", "jockeys", "equestrian"} else _bare), wear


def _bare(pen: Pen, at: tuple[float, float], hue: Array) -> None:
    """Nothing on the head."""


def _cap(pen: Pen, at: tuple[float, float], hue: Array) -> None:
    x, y = at
    cap = [
        (-0.07, -0.02),
        (-0.06, -0.07),
        (0.0, -0.1),
        (0.056, -0.07),
        (0.064, -0.035),
        (0.11, -0.02),
        (0.05, -0.015),
    ]
    pen.cast([(x + dx, y + dy) for dx, dy in cap], mix(hue, _INK, 0.5))


def _space_helmet(pen: Pen, at: tuple[float, float], hue: Array) -> None:
    x, y = at
    pen.cast(
        [(x - 0.2, y + 0.13), (x - 0.09, y + 0.12), (x - 0.08, y + 0.34), (x - 0.19, y + 0.36)],
        colour("#c9ced6"),
    )
    pen.ball(x, y, 0.115, 0.115, colour("#f4f6f8"))
    pen.ball(x + 0.035, y, 0.078, 0.07, colour("#d8862a"))
    pen.oval(x + 0.04, y + 0.01, 0.06, 0.048, colour("#3a2018"), alpha=0.75)
    pen.oval(x + 0.01, y - 0.03, 0.026, 0.014, _WHITE, turn=-0.5, alpha=0.8)
    pen.fill(
        [(x + 0.03, y + 0.2), (x + 0.1, y + 0.19), (x + 0.1, y + 0.25), (x + 0.03, y + 0.26)],
        mix(hue, _WHITE, 0.2),
    )


def _helm(pen: Pen, at: tuple[float, float], hue: Array) -> None:
    """A closed helm with its plume, and the lance."""
    x, y = at
    for step in range(4):
        pen.line([(x - 0.02, y - 0.08), (x - 0.1, y - 0.16 + 0.02 * step), (x - 0.2, y - 0.08 + 0.03 * step)], 0.05,
                 mix(hue, _WHITE if step % 2 else _INK, 0.15), end=0.014)  # fmt: skip
    pen.ball(x, y, 0.082, 0.092, _STEEL)
    pen.fill(
        [(x - 0.0, y - 0.03), (x + 0.08, y - 0.026), (x + 0.08, y - 0.002), (x + 0.0, y - 0.002)],
        _INK,
    )
    pen.line([(x - 0.07, y + 0.06), (x + 0.07, y + 0.06)], 0.02, _GOLD, curved=False)
    pen.line(
        [(x - 0.5, y + 0.5), (x + 0.62, y - 0.04)],
        0.036,
        colour("#d8c8a8"),
        end=0.012,
        curved=False,
    )
    pen.line(
        [(x + 0.06, y + 0.23), (x + 0.14, y + 0.191)],
        0.08,
        mix(hue, _INK, 0.2),
        end=0.04,
        curved=False,
    )
    pen.ball(x + 0.19, y + 0.31, 0.03, 0.03, mix(_STEEL, _INK, 0.2))


def _cowboy_hat(pen: Pen, at: tuple[float, float], hue: Array) -> None:
    x, y = at
    felt = colour("#7a5432")
    pen.cast([(x + dx, y + dy) for dx, dy in ((-0.14, -0.075), (-0.07, -0.045), (0.07, -0.045), (0.14, -0.07), (0.07, -0.02),
                                              (-0.07, -0.02))], mix(felt, _INK, 0.2))  # fmt: skip
    pen.cast([(x + dx, y + dy) for dx, dy in ((-0.066, -0.045), (-0.06, -0.13), (-0.02, -0.15), (0.0, -0.135), (0.03, -0.15),
                                              (0.06, -0.12), (0.066, -0.045))], felt)  # fmt: skip
    pen.line(
        [(x - 0.066, y - 0.056), (x + 0.066, y - 0.056)], 0.016, mix(hue, _INK, 0.4), curved=False
    )


def paint_cyclist(pen: Pen, hue: Array) -> None:
    """Somebody on a bicycle; `hue` is the bicycle's."""
    skin, hair = natural(pen)
    woman = is_woman(pen)
    other = colour("#f2efe6") if float(hue.mean()) < 0.4 else colour("#2f5f8a")
    wear = Clothes(other, colour("#34405c"), _WHITE * 0.9, skin, hair, style="long" if woman else "short",
                   build=0.9 if woman else 1.05)  # fmt: skip
    paint_bicycle(pen, hue)
    seat = pen.moved(-0.25, -0.985, 1.62)
    paint_body(seat, _ON_A_BICYCLE, wear)
    if pen.words & {"cyclist", "cyclists", "mountain", "racing", "race", "biker"}:
        _cap(seat, _ON_A_BICYCLE.head, hue)


def paint_biker(pen: Pen, hue: Array) -> None:
    """Somebody in leather on a motorcycle, with a helmet in its colour."""
    skin, hair = natural(pen)
    leather = colour("#2c292e")
    wear = Clothes(leather, colour("#34405c"), leather, skin, hair, sleeve=0.95, build=1.1,
                   style="long" if is_woman(pen, 0.3) else "short")  # fmt: skip
    paint_motorcycle(pen, hue)
    seat = pen.moved(-0.34, -0.74, 1.55)
    paint_body(seat, _ON_A_MOTORCYCLE, wear)
    x, y = _ON_A_MOTORCYCLE.head
    seat.ball(x - 0.004, y - 0.006, 0.086, 0.092, hue)
    seat.cast(
        [(x + 0.01, y - 0.03), (x + 0.08, y - 0.026), (x + 0.084, y + 0.02), (x + 0.02, y + 0.03)],
        mix(_INK, _STEEL, 0.2),
    )
    seat.line([(x - 0.04, y - 0.07), (x + 0.03, y - 0.08)], 0.014, mix(hue, _WHITE, 0.6))
