"""What each family of video models can do: the one table behind the lists, the socket's orders and the hosted tools."""

import re
from dataclasses import dataclass, replace

H3_STEP, H3_LEAST, H3_MOST, H3_FPS = 17, 124, 362, 24
"""MiniMax H3 counts its frames in steps of 17 from 124 to 362, at 24 a second."""
CONSENTED = "-uncensored"
"""Ids that end so are made only for accounts that accepted an agreement in one of the service's own apps."""
LTX_STEP = 8
"""LTX counts its frames in steps of 8 from 1 on."""
WAN_FPS = 16
"""WAN counts its frames at this pace, whatever pace it is shown at."""
_LTX_FPS = (24, *(fps for fps in range(1, 61) if fps != 24))
_UINT31 = 2**31 - 1


@dataclass(frozen=True)
class References:
    """How many pictures, films and sounds a model refers to, and how many of all together."""

    pictures: int = 16
    films: int = 10
    sounds: int = 10
    all: int = 36

    def passed(self, pictures: int, films: int, sounds: int) -> str:
        """What is too many, as a sentence without its end; empty when nothing is."""
        rows = (
            ("pictures", pictures, self.pictures),
            ("videos", films, self.films),
            ("sounds", sounds, self.sounds),
            ("media", pictures + films + sounds, self.all),
        )
        for what, count, most in rows:
            if count > most:
                return f"Reference {what}: {most} at most with {{}}, not {count}."
        return ""


@dataclass(frozen=True)
class Sizes:
    """Pixels of a film: each side, the shorter side, the area, and the grid that sides keep to.

    `classes` are the shorter sides a model makes, where it makes a few only.
    """

    least: int
    most: int
    most_short: int
    most_pixels: int
    grid: int = 2
    classes: tuple[int, ...] = ()

    def sentence(self) -> str:
        """The limits in words."""
        grid = f", in steps of {self.grid}" if self.grid > 2 else ""
        return (
            f"sides from {self.least} to {self.most} pixels{grid}, the shorter one {self.most_short} at most, "
            f"and {self.most_pixels:,} pixels in all at most"
        )

    def fits(self, width: int, height: int) -> bool:
        """Whether a film may be of this size."""
        return (
            self.least <= min(width, height) <= self.most_short
            and max(width, height) <= self.most
            and width * height <= self.most_pixels
            and not (self.grid > 2 and (width % self.grid or height % self.grid))
        )

    def within(self, width: int, height: int) -> tuple[int, int]:
        """The size, made smaller in its shape where it is beyond the limits; a small one stays as it is."""
        long, short = max(width, height), min(width, height)
        fine = long <= self.most and short <= self.most_short
        if fine and width * height <= self.most_pixels:
            return width, height
        return self.nearest(width, height)

    def nearest(self, width: int, height: int) -> tuple[int, int]:
        """The size within the limits that is nearest to one, in its shape as far as that goes."""
        short, long = min(width, height), max(width, height)
        wanted = min(self.classes, key=lambda one: abs(one - short), default=short)
        scale = min(
            wanted / short,
            self.most_short / short,
            self.most / long,
            (self.most_pixels / (short * long)) ** 0.5,
        )
        scale = max(scale, self.least / short)
        sides = [
            min(round(one * scale / self.grid) * self.grid, self.most) for one in (width, height)
        ]
        while sides[0] * sides[1] > self.most_pixels:
            sides[sides.index(max(sides))] -= self.grid
        return sides[0], sides[1]


def _class(*shorts: int) -> Sizes:
    """Sizes of the resolutions that are named by their shorter sides, the smallest first; as long as 16:9."""
    long = -(-shorts[-1] * 16 // 9 // 2) * 2
    return Sizes(shorts[0], long, shorts[-1], long * shorts[-1], classes=shorts)


_OPEN = Sizes(64, 3840, 3840, 3840 * 2160)
_LTX = Sizes(480, 3840, 3840, 3840 * 2160)
_WAN = Sizes(480, 1536, 1536, 1024 * 1024, 16)
_ANY = References()
_DOZEN = References(9, 3, 3, 12)


@dataclass(frozen=True)
class Family:
    """Models with the same limits, found by the beginning of their ids (a regular expression).

    Lengths in seconds; `fps` are the paces on offer, the usual one first; `order_s` is the shortest clip the SDKs
    order, where that is less than `least_s`. `kept` says that an order of the socket is held to all of the limits; of
    LTX and WAN it is held to lengths, paces and sides. `exports` is for mov and the last frame.
    """

    ids: str
    name: str
    tier: str
    least_s: float
    most_s: float
    fps: tuple[int, ...] = (24,)
    sounds: bool = True
    references: References = _ANY
    sizes: Sizes = _OPEN
    usual_size: tuple[int, int] = (832, 480)
    usual_s: float = 5.0
    most_seed: int | None = None
    steps: int | None = None
    vendor: bool = False
    exports: bool = False
    kept: bool = True
    order_s: float | None = None

    @property
    def h3(self) -> bool:
        """Whether frames are counted as MiniMax H3 does."""
        return self.name == "minimax-h3"

    @property
    def ltx(self) -> bool:
        """Whether frames are counted as LTX does."""
        return self.name.startswith("ltx")

    @property
    def counted_at(self) -> int | None:
        """The one pace at which frames are counted; None where it is the order's own."""
        return None if self.ltx else WAN_FPS if self.name == "wan22" else self.fps[0]


_H3_TIERS = (
    (r"minimax-h3-fastvideo-omni-.*r2v", "minimax-h3-balanced", 8, _DOZEN),
    (r"minimax-h3-.*r2v_turbo", "minimax-h3-turbo", 4, _DOZEN),
    (r"minimax-h3-.*r2v_balanced", "minimax-h3-balanced", 8, _DOZEN),
    (r"minimax-h3-.*r2v", "minimax-h3", 20, _DOZEN),
    (r"minimax-h3-.*_turbo", "minimax-h3-turbo", 4, _ANY),
    (r"minimax-h3-.*_balanced", "minimax-h3-balanced", 8, _ANY),
    (r"minimax-h3", "minimax-h3", 20, _ANY),
)


def _h3(ids: str, tier: str, steps: int, references: References) -> Family:
    return Family(
        ids, "minimax-h3", tier, H3_LEAST / H3_FPS, H3_MOST / H3_FPS, references=references,
        sizes=Sizes(64, 1344, 1344, 1_032_192, 32), usual_s=6.0, steps=steps,
    )  # fmt: skip


def _happyhorse(ids: str, pictures: int) -> Family:
    return Family(
        ids, "happyhorse", "happyhorse", 3, 15, references=References(pictures, 0, 0, pictures),
        sizes=_class(720, 1080), usual_size=(1280, 720), vendor=True,
    )  # fmt: skip


def _ltx(name: str) -> tuple[Family, Family]:
    first = Family(
        rf"{name}-.*_v2v", name, f"{name}-v2v", 2, 20, _LTX_FPS, sizes=_LTX, kept=False, order_s=1
    )
    return first, replace(first, ids=name, tier=f"{name}-video")


def _wan(ids: str, tier: str, most_s: float) -> Family:
    return Family(
        ids, "wan22", tier, 2, most_s, (WAN_FPS, 2 * WAN_FPS), False, sizes=_WAN, kept=False, order_s=1
    )  # fmt: skip


FAMILIES: tuple[Family, ...] = (
    *_ltx("ltx25"),
    *_ltx("ltx23"),
    _wan(r"wan_v2\.2.*_animate", "wan22-animate", 20),
    # Where a sound leads it, WAN goes on as long as where a film does.
    _wan(r"wan_v2\.2.*_s2v", "wan22-video", 20),
    _wan(r"wan_v2\.2", "wan22-video", 10),
    Family(r"seedance-2-5", "seedance25", "seedance25", 4, 30, references=References(30, 10, 10, 50),
           sizes=_class(480, 720, 1080), vendor=True, exports=True),
    Family(r"seedance-2-0-mini", "seedance", "seedance2-mini", 4, 15, references=_DOZEN, sizes=_class(480, 720),
           vendor=True),
    Family(r"seedance-2-0", "seedance", "seedance2", 4, 15, references=_DOZEN, sizes=_class(480, 720, 1080, 2160),
           vendor=True),
    Family(r"wan3\.0", "wan3", "wan3", 2, 30, (30,), references=References(10, 5, 5, 20), sizes=_class(480, 720, 1080),
           most_seed=_UINT31, vendor=True),
    _happyhorse(r"happyhorse-1\.1-r2v", 9),
    _happyhorse(r"happyhorse-1\.1-i2v", 1),
    _happyhorse(r"happyhorse-1\.1-t2v", 0),
    *(_h3(*row) for row in _H3_TIERS),
)  # fmt: skip


def family_of(model_id: str) -> Family | None:
    """The family a full id belongs to."""
    return next((one for one in FAMILIES if re.match(one.ids, model_id)), None)


def snapped_to_h3(seconds: float) -> float:
    """The nearest length that MiniMax H3 makes, in seconds."""
    steps = round((seconds * H3_FPS - H3_LEAST) / H3_STEP)
    most = (H3_MOST - H3_LEAST) // H3_STEP
    return (H3_LEAST + H3_STEP * min(max(steps, 0), most)) / H3_FPS


def two_stage(model_id: str) -> bool:
    """Whether a model delivers twice the width and height of the canvas it is given."""
    return model_id.endswith("_2stage")
