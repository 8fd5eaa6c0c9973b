"""How often an account may ask."""

import math
import time
from collections import defaultdict, deque
from collections.abc import Callable

MOST_ACCOUNTS = 1000


class Rate:
    """`most` calls in any `span_s` seconds, for each account."""

    def __init__(
        self, most: int, span_s: float, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._most = most
        self._span_s = span_s
        self._clock = clock
        self._calls: dict[str, deque[float]] = defaultdict(deque)

    def __len__(self) -> int:
        """How many accounts are remembered."""
        return len(self._calls)

    def take(self, account: str) -> int:
        """0 when the call is allowed, and counted; else the whole seconds to wait."""
        now = self._clock()
        self._forget(now - self._span_s)
        calls = self._calls[account]
        while calls and calls[0] <= now - self._span_s:
            calls.popleft()
        if len(calls) >= self._most:
            return max(1, math.ceil(calls[0] + self._span_s - now))
        calls.append(now)
        return 0

    def _forget(self, before: float) -> None:
        """Accounts that asked nothing lately, once there are many: anybody can make up keys."""
        if len(self._calls) > MOST_ACCOUNTS:
            for account in [one for one, calls in self._calls.items() if calls[-1] <= before]:
                del self._calls[account]
