"""Faults on demand, for tests: only with `STUDIO_ALLOW_FAULTS=1`.

Kinds: slow (factor on chat speed), stall (a render says nothing until it is cancelled or the faults are
cleared), fail_slot (render `slot` fails), withheld (the filter keeps results), no_balance, rate_limit, llm_error, drop
(the socket is cut after `after` tokens), cut_stream (an event stream ends after `after` events, in the middle of the
connection or, with `clean`, properly), restarting (a project is refused with 1001 and the socket closed so) and wait (a
project waits `seconds` for the `reason`, one of the wire's five).
"""

import asyncio
from dataclasses import dataclass, field
from typing import Any

KINDS = (
    "slow", "stall", "fail_slot", "withheld", "no_balance", "rate_limit", "llm_error", "drop",
    "restarting", "wait", "cut_stream",
)  # fmt: skip


@dataclass
class Fault:
    """One armed fault; gone after `times` uses (0: stays)."""

    kind: str
    times: int
    options: dict[str, Any] = field(default_factory=dict)


class Faults:
    """The armed faults."""

    def __init__(self, *, allowed: bool) -> None:
        self.allowed = allowed
        self._armed: list[Fault] = []
        self._stalled: set[asyncio.Event] = set()

    def arm(self, kind: str, times: int, options: dict[str, Any]) -> None:
        assert self.allowed, "faults are armed only where they are allowed"
        self._armed.append(Fault(kind, times, options))

    def armed(self) -> list[str]:
        """The kinds that wait for their moment."""
        return [fault.kind for fault in self._armed]

    def clear(self) -> None:
        """None is armed any more, and whoever stalls goes on."""
        self._armed.clear()
        for on in self._stalled:
            on.set()

    async def stall(self) -> None:
        """Return when the faults are cleared."""
        on = asyncio.Event()
        self._stalled.add(on)
        try:
            await on.wait()
        finally:
            self._stalled.discard(on)

    def take(self, kind: str, **wanted: Any) -> dict[str, Any] | None:
        """The options of an armed fault that fits, used up once; None when there is none."""
        for fault in self._armed:
            fits = all(fault.options.get(key, value) == value for key, value in wanted.items())
            if fault.kind == kind and fits:
                if fault.times == 1:
                    self._armed.remove(fault)
                fault.times = max(0, fault.times - 1) if fault.times else 0
                return fault.options
        return None
