"""Whether to go on: leases, stop, removed access, shutdown."""

import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, wait
from contextvars import copy_context
from typing import TypeVar

from django.conf import settings

from chat.actions.runs import access_age_s, check_asker, renew_lease
from chat.models import Run
from db.connections import release_connection

T = TypeVar("T")

RENEW_S = 1.0
PAUSE_MOST_S = 60.0

_leaving = threading.Event()


class HandOver(Exception):
    """This worker shuts down; the run goes back to the queue and its jobs go on upstream."""


def leave() -> None:
    """Every run of this process leaves at its next tick."""
    _leaving.set()


def is_leaving() -> bool:
    """Whether this process takes up nothing any more."""
    return _leaving.is_set()


def stay() -> None:
    """The process works again (tests, a restarted pool)."""
    _leaving.clear()


class Keeper:
    """Renews one run's lease, from whichever of its threads ticks. `check` raises `RunOver` or `HandOver`."""

    def __init__(self, run: Run) -> None:
        self.run = run
        self._lock = threading.Lock()
        self._renewed_at = 0.0
        self._access_at = time.monotonic() - access_age_s(run)
        self._over: Exception | None = None

    def check(self) -> None:
        """Cheap when called often: asks the rows at most once a second, the access at most every 4 s."""
        if _leaving.is_set():
            raise HandOver
        with self._lock:
            if self._over is not None:
                raise self._over
            now = time.monotonic()
            if now - self._renewed_at < RENEW_S:
                return
            try:
                renew_lease(self.run)
                if now - self._access_at >= settings.ACCESS_RECHECK_S:
                    check_asker(self.run)
                    self._access_at = now
            except Exception as over:
                self._over = over
                raise
            finally:
                release_connection()
            self._renewed_at = now

    def pause(self, seconds: float) -> None:
        """Wait, and go on checking; at most a minute."""
        until = time.monotonic() + min(seconds, PAUSE_MOST_S)
        while time.monotonic() < until:
            self.check()
            time.sleep(0.2)

    def during(self, work: Callable[[], T]) -> T:
        """What `work` returns, which may take longer than a lease: it has a thread of its own, and we go on checking.

        It is not cut short: what `check` raises comes when it is done.
        """
        with ThreadPoolExecutor(max_workers=1, thread_name_prefix="work") as pool:
            done = pool.submit(copy_context().run, _released, work)
            while not wait([done], timeout=RENEW_S).done:
                self.check()
            return done.result()


def _released(work: Callable[[], T]) -> T:
    try:
        return work()
    finally:
        release_connection()
