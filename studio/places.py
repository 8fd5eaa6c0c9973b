"""Which place in line every waiting project is told, and why it waits."""

import asyncio

from studio.notices import Notices
from studio.records import Project, waiting_reason
from studio.workshop import Workshop

Key = tuple[str, str]


class Places:
    """The places of projects that wait as a whole: those in the line as they would be served, then those about to join
    it, as they came. No two are ever at the same place. One event loop only."""

    def __init__(self, workshop: Workshop, notices: Notices) -> None:
        self._workshop = workshop
        self._notices = notices
        self._live: dict[Key, Project] = {}  # in the order they came
        self._told: dict[Key, int] = {}
        self._moving = False
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
        self._tell(project, self._line())

    def _tell(self, project: Project, line: list[Key]) -> None:
        place = line.index(project.key) + 1 if project.key in line else 1
        ahead = self._ahead(project, line[: place - 1])
        if project.waiting is None and ahead >= self._workshop.size:
            others = self._own(project, line[place:]) < ahead
            project.waiting = waiting_reason("queued" if others else "concurrency_limit")
        self._told[project.key] = place
        soon = min(ahead, self._workshop.size + place - 1)
        self._notices.queued(project, place, soon, self._workshop.size)

    def _line(self) -> list[Key]:
        """Who waits, the next one first; not all of them are projects."""
        order = self._workshop.order
        joined = set(order)
        live = self._live.items()
        return [*order, *(k for k, one in live if one.status == "queued" and k not in joined)]

    def _ahead(self, project: Project, before: list[Key]) -> int:
        """Renders that wait or are made, and those that are about to wait before it."""
        joined = set(self._workshop.order)
        coming = [self._live[key] for key in before if key not in joined]
        own = _open(project) if project.key in joined else 0
        return self._workshop.ahead - own + sum(_open(one) for one in coming)

    def _own(self, project: Project, behind: list[Key]) -> int:
        """How many renders of its own account's other projects do not stand behind it."""
        account, later = project.account, {project.key, *behind}
        live = self._live.items()
        return sum(_open(one) for k, one in live if one.account == account and k not in later)

    def _moved(self) -> None:
        """The line has changed, maybe more than once in this moment: those who wait are told once."""
        if not self._moving:
            self._moving = True
            asyncio.get_running_loop().call_soon(self._tell_all)

    def _tell_all(self) -> None:
        self._moving = False
        line = self._line()
        for place, key in enumerate(line, 1):
            project = self._live.get(key)
            if project is None or project.status != "queued" or key not in self._told:
                continue
            unexplained = project.waiting is None and key in self._workshop.order
            if self._told[key] != place or unexplained:
                self._tell(project, line)


def _open(project: Project) -> int:
    """Its renders that are not over."""
    return sum(not render.finished for render in project.renders)
