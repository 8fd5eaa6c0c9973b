"""Saying how far a film is, truthfully and not too often."""

import time

from studio.renderers.api import Progress, Report
from studio.renderers.drawing.canvas import Pixels
from studio.renderers.drawing.finish import preview

_EVERY_S = 0.22
_PREVIEWS = 6


class Teller:
    """Counts a film's steps (its frames, mostly) and reports them; the count only rises.

    A few reports carry a preview. `done` must be called at the end, `step_count` of `step_count`.
    """

    def __init__(self, report: Report, step_count: int) -> None:
        self._report, self._count = report, max(step_count, 1)
        self._step, self._next_preview = 0, 0
        self._began = self._told = time.monotonic()
        report(Progress(step=0, step_count=self._count))

    def step(self, picture: Pixels | None = None, count: int = 1) -> None:
        """`count` steps more are done; `picture` is the newest frame."""
        self._step = min(self._step + count, self._count - 1)
        now = time.monotonic()
        if now - self._told < _EVERY_S:
            return
        self._told = now
        small = None
        if picture is not None and self._step >= self._next_preview:
            self._next_preview = self._step + max(self._count // _PREVIEWS, 1)
            small = preview(picture)
        left = (now - self._began) / max(self._step, 1) * (self._count - self._step)
        self._report(Progress(self._step, self._count, round(left, 1), small))

    def done(self) -> None:
        """All is done."""
        self._report(Progress(self._count, self._count, 0))
