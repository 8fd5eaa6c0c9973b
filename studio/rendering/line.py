"""Whose render is next: one line for everything that is rendered, served in turns."""

import asyncio
import itertools
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field


@dataclass
class _Waiting:
    """One render in the line. `called` is resolved when it may start."""

    account: str
    group: str
    number: int
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
        self._waiting: list[_Waiting] = []
        self._moment = itertools.count()
        self._accounts: dict[str, int] = {}
        self._groups: dict[tuple[str, str], int] = {}
        self._listeners: list[Callable[[], None]] = []

    def listen(self, moved: Callable[[], None]) -> None:
        """`moved` is called whenever somebody joined, was called or gave up, so that all may be told their places."""
        self._listeners.append(moved)

    @property
    def order(self) -> list[tuple[str, str]]:
        """The (account, group) that wait, as they would be served if nobody else came."""
        ranked = sorted(self._ready(), key=self._rank)
        return list(dict.fromkeys((one.account, one.group) for one in ranked))

    @property
    def waiting(self) -> int:
        """How many renders wait."""
        return len(self._waiting)

    @asynccontextmanager
    async def turn(self, account: str, group: str) -> AsyncIterator[None]:
        """Wait for one's turn and hold a slot for the body. May be cancelled at any moment."""
        me = self._join(account, group)
        try:
            await me.called
        except asyncio.CancelledError:
            if me.called.done() and not me.called.cancelled():
                self._leave()  # called in the same moment: the slot goes on to the next
            else:
                self._waiting.remove(me)
                self._forget(me)
                self._tell()
            raise
        try:
            yield
        finally:
            self._leave()

    def _join(self, account: str, group: str) -> _Waiting:
        moment = next(self._moment)
        self._accounts.setdefault(account, moment)
        self._groups.setdefault((account, group), moment)
        me = _Waiting(account, group, moment)
        self._waiting.append(me)
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
            first = min(ready, key=self._rank)
            self._waiting.remove(first)
            served = next(self._moment)
            self._accounts[first.account] = served
            self._groups[first.account, first.group] = served
            self._forget(first)
            self.running += 1
            first.called.set_result(None)
        if self.running > before:
            self._tell()

    def _tell(self) -> None:
        for moved in self._listeners:
            moved()

    def _ready(self) -> list[_Waiting]:
        """Those who wait, without the cancelled ones that have not left yet."""
        return [one for one in self._waiting if not one.called.done()]

    def _rank(self, one: _Waiting) -> tuple[int, int, int]:
        return self._accounts[one.account], self._groups[one.account, one.group], one.number

    def _forget(self, one: _Waiting) -> None:
        """Remember the turns of those who wait only; who comes back joins at the end of the round."""
        if not any(other.account == one.account for other in self._waiting):
            self._accounts.pop(one.account, None)
        if not any((o.account, o.group) == (one.account, one.group) for o in self._waiting):
            self._groups.pop((one.account, one.group), None)
