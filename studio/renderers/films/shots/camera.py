"""Camera moves named in words, as a path that leaves from, or comes to, exactly the picture that was given."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from studio.renderers.films.shots.camera_words import has_words, named_moves
from studio.renderers.regions.keeping import Kept
from studio.renderers.song_films.moves import View, keeping

ROOM = 1.4
"""A picture is given this much room around it; a view's zoom of `ROOM` shows the picture itself and no more."""

_LEFT_BEHIND = {"left": "right", "right": "left", "up": "bottom", "down": "top"}
_USUAL = ("in", "sway", "out", "right", "orbit", "up")


@dataclass(frozen=True)
class Camera:
    """Moves one after the other, how far they go (1 is usual), and where a push in leads (shares of the picture)."""

    moves: tuple[str, ...]
    reach: float
    focus: tuple[float, float]
    fast: bool
    phase: float
    room: float = ROOM
    """How much larger than the frame the canvas is."""
    kept: Kept | None = None
    """What stays in sight, in shares of the canvas."""
    freed: frozenset[str] = frozenset()
    """The sides of it that may be left behind, since words lead the camera away from there."""

    def at(self, t: float) -> View:
        """The view at a share 0 … 1 of the way; at 0 it is exactly the picture."""
        x, y, zoom, roll, sway_x, sway_y = 0.5, 0.5, 1.0, 0.0, 0.0, 0.0
        count = len(self.moves)
        for number, move in enumerate(self.moves):
            share = float(np.clip(t * count - number, 0, 1))
            if share <= 0 and number:
                continue
            dx, dy, closer, turn, side, lift = self._step(move, self._eased(share), share)
            x, y, zoom = x + dx, y + dy, zoom * closer
            roll, sway_x, sway_y = roll + turn, sway_x + side, sway_y + lift
        if self.room < ROOM:
            # A composed scene is about its subject; no move leaves it behind.
            reach = 0.34 / max(zoom, 1e-3)
            x = float(np.clip(x, self.focus[0] - reach, self.focus[0] + reach))
        # Unless the camera draws back, it stays inside the picture and does not see the made-up margin.
        spare = max((1 - 1 / max(zoom, 1e-3)) / 2, 0.0)
        view = View(
            0.5 + float(np.clip(x - 0.5, -spare, spare)) / self.room,
            0.5 + float(np.clip(y - 0.5, -spare, spare)) / self.room,
            float(np.clip(zoom * self.room, 1.0, 3.6)),
            roll,
            sway_x / self.room,
            sway_y / self.room,
        )
        reach = 0.5 if self.room < ROOM else 0.5 / self.room
        return keeping(view, self.kept, reach, self.freed)

    def _eased(self, share: float) -> float:
        if self.fast:
            return float(1 - (1 - share) ** 2.4)
        return 0.35 * share + 0.65 * share * share * (3 - 2 * share)

    def _step(self, move: str, e: float, share: float) -> tuple[float, ...]:
        """What one move adds: x, y (shares), zoom (a factor), roll (degrees), sideways and upward steps (shares)."""
        far, (fx, fy) = self.reach, self.focus
        wave = float(np.sin(2 * np.pi * share))
        cross = 1 + 0.4 * far * min(e * 1.8, 1.0)
        if move == "in":
            closer = 1 + 0.42 * far * e
            lead = (1 - 1 / closer) * 1.0
            return (fx - 0.5) * lead, (fy - 0.5) * lead, closer, 0, 0.028 * e, -0.015 * e
        if move == "out" and self.room < ROOM:
            # A scene of the studio's own has no margin to draw back into: it is drawn back to from close by.
            return 0, 0, 1 + 0.42 * far * (1 - e), 0, 0.028 * (1 - e), 0
        if move == "out":
            return 0, 0, 1 - (1 - 1 / ROOM) * min(0.85 * far, 1.0) * e, 0, 0.02 * e, 0
        if move == "orbit":
            return 0.012 * e, 0, 1 + 0.14 * e, 1.1 * e, 0.2 * far * e, 0.02 * e
        if move in ("left", "right"):
            side = -1 if move == "left" else 1
            return side * 0.2 * far * e, 0, cross, 0, side * -0.075 * e, 0
        if move in ("up", "down"):
            side = -1 if move == "up" else 1
            return 0, side * 0.2 * far * e, cross, 0, 0, side * -0.06 * e
        if move == "roll":
            return 0, 0, 1 + 0.3 * e, 9 * far * e, 0, 0
        if move == "shake":
            tremble = 0.004 * far * min(share * 8, 1.0)
            a, b = 19 * share + self.phase, 23 * share + 2 * self.phase
            return (
                tremble * np.sin(a) + 0.6 * tremble * np.sin(2.3 * a),
                tremble * np.cos(b) + 0.6 * tremble * np.sin(1.7 * b),
                1 + 0.06 * min(share * 6, 1.0), 0.5 * np.sin(0.7 * a) * min(share * 8, 1.0), 0, 0,
            )  # fmt: skip
        return (
            0.01 * wave, 0.012 * np.sin(np.pi * share), 1 + 0.1 * e, 0.35 * wave,
            0.085 * far * wave, 0.03 * np.sin(np.pi * share),
        )  # fmt: skip


def read_camera(
    prompt: str,
    variation: int,
    focus: tuple[float, float],
    rng: np.random.Generator,
    kept: Callable[[], Kept | None],
) -> Camera:
    """The camera a prompt asks for, its moves in the order they are named; without one, variations take turns.

    `kept` finds what is to stay in sight, and is only asked where the camera moves.
    """
    fast, slow = has_words("fast", prompt), has_words("slow", prompt)
    reach = 1.3 if fast else 0.8 if slow else 1.0
    named = named_moves(prompt)
    moves = (_USUAL[variation % len(_USUAL)],) if named is None else named
    return Camera(
        moves, reach, focus, fast, float(rng.uniform(0, 6)), kept=kept() if moves else None,
        freed=frozenset(_LEFT_BEHIND[move] for move in named or () if move in _LEFT_BEHIND),
    )  # fmt: skip
