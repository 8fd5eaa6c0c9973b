"""The processes of a running installation, and how each is started and asked to stop."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import IO

from sogni_web.run import places, postgres, valkey
from sogni_web.run.process import spawn

POOL = "40"  # database connections web and worker may keep each

Start = Callable[[IO[bytes]], "subprocess.Popen[bytes]"]


@dataclass(frozen=True)
class Service:
    """One long-lived child: its name, how it starts, and the signal that ends it well."""

    name: str
    start: Start
    stop_signal: int = signal.SIGTERM


def foundation() -> list[Service]:
    """What must answer before anything else starts; empty when other servers are configured."""
    services = []
    if places.embeds_postgres():
        services.append(Service("postgres", postgres.start, postgres.STOP_SIGNAL))
    if places.embeds_valkey():
        services.append(Service("valkey", valkey.start, valkey.STOP_SIGNAL))
    return services


def studio() -> list[Service]:
    """The local studio, unless another service is configured."""
    return [Service("studio", _python("-m", "studio"))] if places.uses_studio() else []


def application() -> list[Service]:
    """Web, worker and beat, in the order in which they start."""
    concurrency = os.environ.get("WORKER_CONCURRENCY") or "16"
    worker = ("worker", "-P", "threads", "--concurrency", concurrency, "--loglevel", "INFO")
    quiet = ("--without-gossip", "--without-mingle")
    schedule = ("-s", str(places.run_dir() / "beat-schedule"), "--pidfile=", "--loglevel", "INFO")
    return [
        Service("web", _python("-m", "sogni_web.run.web", DATABASE_POOL=POOL)),
        Service("worker", _celery(*worker, *quiet, DATABASE_POOL=POOL)),
        Service("beat", _celery("beat", *schedule)),
    ]


def environment() -> dict[str, str]:
    """What children see: ours, with the data folder as an absolute path."""
    return {**os.environ, "SOGNI_WEB_VAR": str(places.var_dir()), "PYTHONUNBUFFERED": "1"}


def _python(*arguments: str, **defaults: str) -> Start:
    return lambda output: spawn(
        [sys.executable, *arguments],
        output=output,
        environment={**defaults, **environment()},
        folder=places.ROOT,
    )


def _celery(*arguments: str, **defaults: str) -> Start:
    # a container's root is no reason to warn at every start: nothing pickled is taken, and all sockets are private
    quiet = ("-W", "ignore:You're running the worker with superuser privileges")
    return _python(*quiet, "-m", "celery", "-A", "sogni_web", *arguments, **defaults)
