"""Which place in line every waiting project is told, and why it waits."""

import asyncio
import logging
from collections import Counter
from dataclasses import dataclass

from studio.projects.notices import Notices
from studio.projects.records import Project, waiting_reason
from studio.rendering.workshop import Workshop

logger = logging.getLogger(__name__)

Key = tuple[str, str]
MOST_OFTEN_S = 0.1
"""Where the line moves all the time, those in it are told so often."""
LOT = 32
"""So many are told before others have their turn on the event loop."""
REST = 9
"""After telling took so long, at least so many times as long nothing is told: a long line leaves the loop to others."""


@dataclass(frozen=True)
class _Line:
    """Who waits, the next one first, each with its place from 1; not all of them are projects.

    `joined` are in the workshop's line already, the others are about to join it: for those `before` are the renders of
    projects that come before it. `behind` are renders in the line that are served after one who joined. `own` are
    renders of the same account that keep a project waiting.
    """

    places: dict[Key, int]
    joined: frozenset[Key]
    before: dict[Key, int]
    behind: dict[Key, int]
    own: dict[Key, int]


class Places:
    """The places of projects that wait as a whole: those in the line as they would be served, then those about to join
    it, as they came. No two are ever at the same place: all are told from one look at the line, the first one
    first; who asks meanwhile is told from the next look. One event loop only."""

    def __init__(self, workshop: Workshop, notices: Notices) -> None:
        self._workshop = workshop
        self._notices = notices
        self._live: dict[Key, Project] = {}  # in the order they came
        self._told: dict[Key, int] = {}
        self._asking: dict[Key, asyncio.Future[None]] = {}
        self._moved = False
        self._moved_at = self._next_at = float("-inf")
        self._timer: asyncio.TimerHandle | None = None
        self._telling: asyncio.Task[None] | None = None
        workshop.listen(self._line_moved)

    def enter(self, project: Project) -> None:
        """It has begun, and counts from now on."""
        self._live[project.key] = project

    def leave(self, project: Project) -> None:
        """It is over; harmless when said twice."""
        if self._live.get(project.key) is project:
            del self._live[project.key]
            self._told.pop(project.key, None)
            self._answered(project.key)
            self._line_moved()

    def ask(self, project: Project) -> "asyncio.Future[None]":
        """Have it told its place, and why it waits if it has to; also when that was told before.

        Resolved when it is said, which takes a second where thousands wait: nobody joins the line later for that.
        """
        asking = self._asking.get(project.key)
        if asking is None:
            asking = self._asking[project.key] = asyncio.get_running_loop().create_future()
        self._plan()
        return asking

    async def tell(self, project: Project) -> None:
        """The same; returns when it is said."""
        await asyncio.shield(self.ask(project))

    def called(self, project: Project) -> None:
        """A render of it has its turn. If that came before it could be told its place, it was the first in line."""
        if project.key in self._asking and project.key not in self._told:
            self._told[project.key] = 1
            self._notices.queued(project, 1, 0, self._workshop.size)
            self._answered(project.key)

    def _line_moved(self) -> None:
        """Those in it are told soon, and not too often."""
        self._moved = True
        self._plan()

    # --- Telling --------------------------------------------------------------------------------

    def _plan(self) -> None:
        """Look and tell when it is time: at once for who asks, else not too often; never while it is being told."""
        if self._telling is not None or not self._live:
            return
        due = self._next_at if self._asking else max(self._next_at, self._moved_at + MOST_OFTEN_S)
        if self._timer is not None:
            if self._timer.when() <= due:
                return  # put off by everybody who asks, it would not come while they keep coming
            self._timer.cancel()
        self._timer = asyncio.get_running_loop().call_at(due, self._begin)

    def _begin(self) -> None:
        self._timer = None
        self._telling = asyncio.create_task(self._tell_all())
        self._telling.add_done_callback(self._over)

    def _over(self, telling: "asyncio.Task[None]") -> None:
        self._telling = None
        if not telling.cancelled() and telling.exception() is not None:
            logger.error("places could not be told", exc_info=telling.exception())
            for key in list(self._asking):
                self._answered(key)  # better begun untold than never
        if self._asking or self._moved:
            self._plan()

    async def _tell_all(self) -> None:
        """From one look at the line: those who ask, those whose place is new to them, and those who were never told why
        they wait."""
        clock = asyncio.get_running_loop().time
        began, rested, count = clock(), 0.0, 0
        self._moved, self._moved_at = False, began
        line, asking = self._line(), frozenset(self._asking)
        for key in [*line.places, *(asking - line.places.keys())]:
            project = self._live.get(key)
            if project is not None and self._to_be_told(project, line, asked=key in asking):
                self._tell(project, line)
                count += 1
            if key in asking:
                self._answered(key)
            if count % LOT == LOT - 1:
                count, left_at = 0, clock()
                await asyncio.sleep(0)
                rested += clock() - left_at
        self._next_at = clock() + REST * (clock() - began - rested)

    def _to_be_told(self, project: Project, line: _Line, *, asked: bool) -> bool:
        """Who asked may have been called since, or be over: to be in line again would be news to its client."""
        if project.finished or any(one.at_work for one in project.renders):
            return False
        return asked or self._is_news(project, line)

    def _is_news(self, project: Project, line: _Line) -> bool:
        key = project.key
        if project.status != "queued" or key not in self._told:
            return False
        unexplained = project.waiting is None and key in line.joined
        return unexplained or self._told[key] != line.places[key]

    def _answered(self, key: Key) -> None:
        asking = self._asking.pop(key, None)
        if asking is not None and not asking.done():
            asking.set_result(None)

    def _tell(self, project: Project, line: _Line) -> None:
        place = line.places.get(project.key, 1)
        if project.waiting is None:
            self._explain(project, line)
        self._told[project.key] = place
        before = min(self._workshop.ahead + place - 1, self._workshop.size + place - 1)
        self._notices.queued(project, place, before, self._workshop.size)

    def _explain(self, project: Project, line: _Line) -> None:
        """Say why it waits, when renders enough to keep it waiting are made, wait, or will before it."""
        key = project.key
        mine = _open(project) if key in line.joined else 0
        later = mine + line.behind.get(key, 0)
        ahead = self._workshop.ahead - later + line.before.get(key, 0)
        if ahead >= self._workshop.size:
            reason = "queued" if line.own.get(key, 0) < ahead else "concurrency_limit"
            project.waiting = waiting_reason(reason)

    def _line(self) -> _Line:
        """One look at everybody."""
        order = self._workshop.order
        joined = frozenset(order)
        coming: list[tuple[Key, int]] = []
        own: Counter[str] = Counter()
        opened = {key: _open(one) for key, one in self._live.items()}
        for key, one in self._live.items():
            if one.status == "queued" and key not in joined:
                coming.append((key, opened[key]))
            else:
                own[one.account] += opened[key]
        others = {key: own[key[0]] - renders for key, renders in opened.items()}
        before: dict[Key, int] = {}
        behind: dict[Key, int] = {}
        later: Counter[str] = Counter()
        for key in reversed(order):
            behind[key] = later.total()
            if key in others:
                others[key] -= later[key[0]]
            later[key[0]] += _waiting(self._live[key]) if key in self._live else 1
        ahead = 0
        for key, renders in coming:
            before[key], others[key] = ahead, own[key[0]]
            ahead += renders
            own[key[0]] += renders
        places = {key: place for place, key in enumerate([*order, *(k for k, _ in coming)], 1)}
        return _Line(places, joined, before, behind, others)


def _open(project: Project) -> int:
    """Its renders that are not over."""
    return sum(not render.finished for render in project.renders)


def _waiting(project: Project) -> int:
    """Its renders that are not begun."""
    return sum(not (render.finished or render.at_work) for render in project.renders)
