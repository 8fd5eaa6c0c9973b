"""Whose render is next: one line for everything that is rendered, served in turns."""

import asyncio
import itertools
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

Group = tuple[str, str]
"""An account, and what it is that wants the renders: a project, a run, a workflow or a chat."""


@dataclass(eq=False)
class _Waiting:
    """One render in the line. `called` is resolved when it may start."""

    group: Group
    called: "asyncio.Future[None]" = field(
        default_factory=lambda: asyncio.get_running_loop().create_future()
    )


class FairLine:
    """`slots` renders at once. Accounts take turns, and within an account its groups do.

    A group is a project, a run, a workflow or a chat. Whoever was served, or joined, longest ago is next: a newcomer
    waits one turn of each other group at most, and nobody waits for ever. One event loop only.
    """

    def __init__(self, slots: int) -> None:
        self.slots = slots
        self.running = 0
        self.waiting = 0
        """How many renders wait."""
        self._waiting: dict[Group, dict[_Waiting, None]] = {}  # in the order they joined
        self._groups_of: dict[str, int] = {}
        self._moment = itertools.count()
        self._accounts: dict[str, int] = {}
        self._groups: dict[Group, int] = {}
        self._listeners: list[Callable[[], None]] = []

    def listen(self, moved: Callable[[], None]) -> None:
        """`moved` is called whenever somebody joined, was called or gave up, so that all may be told their places."""
        self._listeners.append(moved)

    @property
    def order(self) -> list[Group]:
        """The groups that wait, as they would be served if nobody else came."""
        return sorted(self._ready(), key=self._rank)

    @asynccontextmanager
    async def turn(self, account: str, group: str) -> AsyncIterator[None]:
        """Wait for one's turn and hold a slot for the body. May be cancelled at any moment."""
        me = self._join((account, group))
        try:
            await me.called
        except asyncio.CancelledError:
            if me.called.done() and not me.called.cancelled():
                self._leave()  # called in the same moment: the slot goes on to the next
            else:
                self._remove(me)
                self._tell()
            raise
        try:
            yield
        finally:
            self._leave()

    def _join(self, group: Group) -> _Waiting:
        moment, me = next(self._moment), _Waiting(group)
        self._accounts.setdefault(group[0], moment)
        self._groups.setdefault(group, moment)
        if group not in self._waiting:
            self._waiting[group] = {}
            self._groups_of[group[0]] = self._groups_of.get(group[0], 0) + 1
        self._waiting[group][me] = None
        self.waiting += 1
        self._call()
        if not me.called.done():
            self._tell()
        return me

    def _leave(self) -> None:
        self.running -= 1
        self._call()

    def _call(self) -> None:
        before = self.running
        while self.running < self.slots and (ready := self._ready()):
            group = min(ready, key=self._rank)
            first = next(one for one in self._waiting[group] if not one.called.done())
            served = next(self._moment)
            self._accounts[group[0]] = self._groups[group] = served
            self._remove(first)
            self.running += 1
            first.called.set_result(None)
        if self.running > before:
            self._tell()

    def _tell(self) -> None:
        for moved in self._listeners:
            moved()

    def _ready(self) -> list[Group]:
        """The groups with renders that wait, those that were cancelled and have not left yet left out."""
        return [
            group
            for group, renders in self._waiting.items()
            if not all(one.called.done() for one in renders)
        ]

    def _rank(self, group: Group) -> tuple[int, int]:
        return self._accounts[group[0]], self._groups[group]

    def _remove(self, one: _Waiting) -> None:
        """It waits no more. The turns of those who wait only are remembered; who comes back joins at the end."""
        group, account = one.group, one.group[0]
        del self._waiting[group][one]
        self.waiting -= 1
        if self._waiting[group]:
            return
        del self._waiting[group], self._groups[group]
        self._groups_of[account] -= 1
        if not self._groups_of[account]:
            del self._groups_of[account], self._accounts[account]
