"""How often an account may ask."""

import math
import time
from collections import defaultdict, deque
from collections.abc import Callable


class Rate:
    """`most` calls in any `span_s` seconds, for each account."""

    def __init__(
        self, most: int, span_s: float, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._most = most
        self._span_s = span_s
        self._clock = clock
        self._calls: dict[str, deque[float]] = defaultdict(deque)

    def take(self, account: str) -> int:
        """0 when the call is allowed, and counted; else the whole seconds to wait."""
        now, calls = self._clock(), self._calls[account]
        while calls and calls[0] <= now - self._span_s:
            calls.popleft()
        if len(calls) >= self._most:
            return max(1, math.ceil(calls[0] + self._span_s - now))
        calls.append(now)
        return 0
