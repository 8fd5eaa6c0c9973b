"""The nine dances: the rhythm and the steps of each."""

from dataclasses import dataclass

from studio.renderers.films.danced.drums import Rhythm

_FLOOR, _CLAPS = "x---x---x---x---", "----x-------x---"
_MINOR, _FIFTHS = (0, -1, 3, 5, 7, -1, 5, 3), (0, 7, 12, 7, 3, 10, 15, 10)


@dataclass(frozen=True)
class Dance:
    """`steps` are the moves a dancer goes through, one for each pair of bars; `light` is the colour of the floor."""

    rhythm: Rhythm
    steps: tuple[str, ...]
    light: tuple[int, int, int]


DANCES: dict[str, Dance] = {
    "rasputin": Dance(
        Rhythm(126, _FLOOR, _CLAPS, "--x---x---x---x-",
               "0-c-0-c-3-f-5-7-", (0, 2, 3, 5, 7, 5, 3, 2), 55.0),
        ("kick", "bounce", "step", "jump"), (255, 90, 60),
    ),
    "big-guy": Dance(
        Rhythm(144, "x-----x---x-----", "--------x-----o-", "x-xxx-xxx-xxx-xx",
               "0-----0---3-----", _MINOR, 49.0),
        ("bounce", "sway", "wave"), (90, 200, 255),
    ),
    "keep-it-gangsta": Dance(
        Rhythm(94, "x--x--x---x-----", "----x-------x---", "x-x-x-x-x-x-x-xo",
               "0--0--3---5-----", _MINOR, 46.2, 0.22),
        ("sway", "bounce", "step", "wave"), (255, 190, 70),
    ),
    "this-is-america": Dance(
        Rhythm(120, "x---o--x--x-----", "----x--o----x---", "x-o-x-o-x-o-x-oo",
               "0------0--5--7--", (7, -1, 9, 7, 4, -1, 2, 0), 49.0, 0.1),
        ("step", "wave", "jump", "sway"), (255, 140, 90),
    ),
    "chinese-new-year": Dance(
        Rhythm(118, _FLOOR, "----x---o---x-x-", "x-x-x-x-x-x-x-x-",
               "0---7---0---7---", (0, 2, 4, 7, 9, 7, 4, 2), 58.3, 0.0, 1.8),
        ("step", "kick", "bounce", "sway"), (255, 60, 40),
    ),
    "spongebob": Dance(
        Rhythm(150, _FLOOR, _CLAPS, "--x---x---x---x-",
               "--0---0---3---5-", _FIFTHS, 55.0, 0.0, 1.5),
        ("jump", "twist", "bounce", "wave"), (120, 120, 255),
    ),
    "chanel": Dance(
        Rhythm(112, "x-------x-------", "---x--x----x--x-", "x-xxx-xxx-xxx-xx",
               "0--0---0--3--5--", (3, -1, 5, 7, -1, 10, 7, 5), 51.9, 0.14),
        ("wave", "sway", "step"), (255, 120, 190),
    ),
    "crystal-light-aerobics-1988": Dance(
        Rhythm(132, _FLOOR, _CLAPS, "x-x-x-x-x-x-x-x-",
               "0-0-0-0-5-5-7-7-", (0, 4, 7, 12, 11, 7, 4, 2), 55.0, 0.0, 1.6),
        ("step", "jump", "kick", "twist"), (90, 255, 200),
    ),
    "plastic-dream-sequence": Dance(
        Rhythm(128, _FLOOR, _CLAPS, "--x---x---x-x-x-",
               "0-0-0-0-8-8-a-a-", (0, 3, 7, 10, 8, 7, 3, 2), 51.9),
        ("twist", "wave", "step", "bounce"), (255, 110, 220),
    ),
}  # fmt: skip
