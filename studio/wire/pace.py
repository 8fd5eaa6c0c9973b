"""How fast one client's messages are taken: others have their turn after each, and half of the time after many."""

import asyncio
import time
from collections.abc import Iterator
from contextlib import contextmanager

SPELL_S = 0.01
"""After so much work for one client it rests as long; the line itself then holds the sender back."""
LEAST_S = 30e-6
"""What a message takes at least, with its way through the socket."""


class Pace:
    """The messages of one connection."""

    def __init__(self) -> None:
        self._worked_s = 0.0

    @contextmanager
    def work(self) -> Iterator[None]:
        """Around the taking of one message."""
        began = time.perf_counter()
        try:
            yield
        finally:
            self._worked_s += max(time.perf_counter() - began, LEAST_S)

    async def rest(self) -> None:
        """After every message. Those that came together would else be taken without a pause."""
        if self._worked_s < SPELL_S:
            await asyncio.sleep(0)
            return
        spell, self._worked_s = self._worked_s, 0.0
        await asyncio.sleep(spell)
