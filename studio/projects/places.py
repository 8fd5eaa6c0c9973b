"""Which place in line every waiting project is told, and why it waits."""

import asyncio
from dataclasses import dataclass

from studio.projects.notices import Notices
from studio.projects.records import Project, waiting_reason
from studio.rendering.workshop import Workshop

Key = tuple[str, str]
MOST_OFTEN_S = 0.25
"""Where the line moves all the time, those in it are told so often."""


@dataclass(frozen=True)
class _Line:
    """Who waits, the next one first, each with its place from 1; not all of them are projects. `joined` are in the
    workshop's line already, the others are about to join it."""

    places: dict[Key, int]
    joined: frozenset[Key]


class Places:
    """The places of projects that wait as a whole: those in the line as they would be served, then those about to join
    it, as they came. No two are ever at the same place. One event loop only."""

    def __init__(self, workshop: Workshop, notices: Notices) -> None:
        self._workshop = workshop
        self._notices = notices
        self._live: dict[Key, Project] = {}  # in the order they came
        self._told: dict[Key, int] = {}
        self._moving: asyncio.TimerHandle | None = None
        self._moved_at = 0.0
        workshop.listen(self._moved)

    def enter(self, project: Project) -> None:
        """It has begun, and counts from now on."""
        self._live[project.key] = project

    def leave(self, project: Project) -> None:
        """It is over; harmless when said twice."""
        if self._live.get(project.key) is project:
            del self._live[project.key]
            self._told.pop(project.key, None)
            self._moved()

    def tell(self, project: Project) -> None:
        """Its place, and why it waits if it has to; also when that was told before."""
        if self._moving is not None:
            self._tell_moved()  # else it might be told a place that another believes to have
        self._tell(project, self._line())

    def _line(self) -> _Line:
        order = self._workshop.order
        joined = frozenset(order)
        live = self._live.items()
        coming = (k for k, one in live if one.status == "queued" and k not in joined)
        places = {key: place for place, key in enumerate([*order, *coming], 1)}
        return _Line(places, joined)

    def _tell(self, project: Project, line: _Line) -> None:
        place = line.places.get(project.key, 1)
        if project.waiting is None:
            self._explain(project, line, place)
        self._told[project.key] = place
        before = min(self._workshop.ahead + place - 1, self._workshop.size + place - 1)
        self._notices.queued(project, place, before, self._workshop.size)

    def _explain(self, project: Project, line: _Line, place: int) -> None:
        """Say why it waits, when renders enough to keep it waiting are made, wait, or will before it."""
        key, live = project.key, self._live.items()
        mine = _open(project) if key in line.joined else 0
        coming = [one for k, one in live if len(line.joined) < line.places.get(k, 0) < place]
        ahead = self._workshop.ahead - mine + sum(_open(one) for one in coming)
        if ahead < self._workshop.size:
            return
        own = sum(
            _open(one)
            for k, one in live
            if k != key
            and one.account == project.account
            and (k in line.joined or line.places.get(k, 0) < place)
        )
        project.waiting = waiting_reason("queued" if own < ahead else "concurrency_limit")

    def _moved(self) -> None:
        """The line has changed; those in it are told soon, and not too often."""
        if self._moving is None:
            loop = asyncio.get_running_loop()
            wait = self._moved_at + MOST_OFTEN_S - loop.time()
            self._moving = loop.call_later(max(wait, 0.0), self._tell_moved)

    def _tell_moved(self) -> None:
        """Those who wait are told a place that is new to them, and why they wait if nobody said so yet."""
        if self._moving is not None:
            self._moving.cancel()
            self._moving = None
        self._moved_at = asyncio.get_running_loop().time()
        line = self._line()
        for key, place in line.places.items():
            project = self._live.get(key)
            if project is None or project.status != "queued" or key not in self._told:
                continue
            unexplained = project.waiting is None and key in line.joined
            if self._told[key] != place or unexplained:
                self._tell(project, line)


def _open(project: Project) -> int:
    """Its renders that are not over."""
    return sum(not render.finished for render in project.renders)
