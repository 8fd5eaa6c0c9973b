"""What a style of music is made of.

Patterns are strings of sixteen steps (a bar of four beats), read by `patterns.read`. For drums `X` is loud, `x` usual,
`o` soft. For pitched layers `-` lets a note ring on; `x`, `X`, `o` are the whole chord, `d` and `u` a strum down or up,
digits one voice of the chord from below (going on in the next octave), and against the root `r` root, `o`… see `Layer`.
Several patterns are separated by `/`; a song keeps to one of them, drawn by its seed. Chord loops have one bar between
bars `|`; two chords in a bar are separated by a space.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Layer:
    """One player. `enters` is the energy of a section (0 … 1) from which it plays, `leaves` the one it stops at.

    Bass letters: `r` root, `h` its octave, `f` fifth, `l` fifth below, `t` third, `a` a step that leads to the next
    root. `gain` beside the other layers, `pan` −1 … 1, `send` to the room, `ducked` gives way to the kick.
    """

    instrument: str
    pattern: str
    gain: float = 0.5
    enters: float = 0.0
    leaves: float = 9.0
    centre: int = 60
    pan: float = 0.0
    send: float = 0.2
    ducked: bool = False
    echo: float = 0.0
    root_only: bool = False


@dataclass(frozen=True)
class Lead:
    """Who carries the tune: notes a bar, how much off the beat, its middle pitch, and its place in the mix."""

    instrument: str
    density: float = 4.5
    offbeat: float = 0.3
    centre: int = 72
    gain: float = 0.62
    enters: float = 0.5
    echo: float = 0.0
    send: float = 0.3
    slide: float = 0.92


@dataclass(frozen=True)
class Beat:
    """One drum's pattern and the energy from which it plays."""

    drum: str
    pattern: str
    enters: float = 0.5


@dataclass(frozen=True)
class Style:
    """A style. `bpm` is its usual range, `minor` the share of minor keys, `swing` the delay of every second eighth
    (or sixteenth, `swing_sixteenths`) in steps, `looseness_s` how far hands stray. Loops: verse, chorus, bridge.
    `room_s` is how long the room rings, `drive` the warmth of the master, `treble_db` its tilt, `kit_gain` the
    drums beside the rest."""

    name: str
    bpm: tuple[int, int]
    minor: float
    major_loops: tuple[str, str, str]
    minor_loops: tuple[str, str, str]
    beats: tuple[Beat, ...]
    layers: tuple[Layer, ...]
    lead: Lead
    swing: float = 0.0
    swing_sixteenths: bool = False
    looseness_s: float = 0.006
    room_s: float = 1.2
    wet: float = 0.5
    drive: float = 0.3
    treble_db: float = 0.0
    duck: float = 0.0
    fills: tuple[str, ...] = ("snare", "high tom", "low tom")
    crash: str = "crash"
    meter: int = 4
    kit_gain: float = 1.0
    extras: Mapping[str, str] = field(default_factory=dict)
