"""What players hand to the mix: notes and hits, and the grid they are placed on."""

from dataclasses import dataclass, field

import numpy as np

from studio.renderers.music.brief import Brief
from studio.renderers.music.patterns import BEATS, STEPS


@dataclass(frozen=True, slots=True)
class Note:
    """Times in seconds; `velocity` 0 … 1; `colour` is a take, or the vowel sung."""

    start_s: float
    length_s: float
    pitch: int
    velocity: float
    colour: int = 0


@dataclass(frozen=True, slots=True)
class Hit:
    """One stroke on a drum of the kit."""

    start_s: float
    drum: str
    velocity: float
    take: int = 0


@dataclass
class Track:
    """An instrument's notes and its place in the mix. `echo` repeats it every `echo_s` seconds, softer."""

    instrument: str
    gain: float
    pan: float = 0.0
    send: float = 0.2
    ducked: bool = False
    echo: float = 0.0
    echo_s: float = 0.0
    notes: list[Note] = field(default_factory=list)


@dataclass
class Piece:
    """Everything to be heard, before mixing. `kicks_s` is when the kick sounds, for what gives way to it."""

    tracks: list[Track]
    hits: list[Hit]
    kicks_s: list[float]


class Grid:
    """When a step of a bar falls, with the swing of the style and the looseness of hands."""

    def __init__(self, brief: Brief, seed: int) -> None:
        self._bar_s = brief.bar_s
        self._step_s = brief.bar_s / STEPS[brief.meter]
        self._per_beat = STEPS[brief.meter] // BEATS[brief.meter]
        self._style = brief.style
        self._rng = np.random.default_rng(seed)

    @property
    def step_s(self) -> float:
        """Seconds of a step."""
        return self._step_s

    def at(self, bar: int, step: float) -> float:
        """The exact time of a step, swung where the style swings (never in six eighths)."""
        late = 0.0
        style = self._style
        if style.swing and self._per_beat == 4:
            if style.swing_sixteenths:
                late = style.swing * self._step_s if int(step) % 2 else 0.0
            elif int(step) % 4 == 2:
                late = style.swing * self._step_s
            elif int(step) % 4 == 3:
                late = style.swing * 0.5 * self._step_s
        return bar * self._bar_s + step * self._step_s + late

    def played(self, bar: int, step: float) -> float:
        """The same as a hand plays it; never before the piece begins."""
        stray = (
            self._rng.normal(0, self._style.looseness_s * 0.5) if self._style.looseness_s else 0.0
        )
        return max(self.at(bar, step) + float(np.clip(stray, -0.02, 0.02)), 0.0)

    def touch(self, velocity: float) -> float:
        """A velocity as a hand plays it."""
        spread = 0.02 + 4 * self._style.looseness_s
        return float(np.clip(velocity * (1 + self._rng.normal(0, spread)), 0.05, 1.0))
