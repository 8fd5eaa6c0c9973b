"""The supervisor: starts everything in order, keeps it running, stops it in order.

One thread and no event loop: the kernel's parent-death signal watches the thread that starts a
child.
"""

import fcntl
import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from dataclasses import dataclass, field
from typing import IO

from sogni_web.run import children, places, postgres, process, valkey
from sogni_web.run.children import Service
from sogni_web.run.logs import LogFile

TICK_S = 0.1
PATIENCE_S = 20.0
READY_S = 120.0
BACKOFF_FIRST_S = 0.5
BACKOFF_MOST_S = 30.0
STEADY_S = 60.0  # a child that lived this long starts again without a wait


class StartError(Exception):
    """Nothing can be started. The text is a sentence for the person at the terminal."""


@dataclass
class Child:
    """A service and its present process. `due_at` is set while it waits to be started again."""

    service: Service
    log: LogFile
    process: subprocess.Popen[bytes] | None = None
    born_at: float = 0.0
    backoff_s: float = BACKOFF_FIRST_S
    due_at: float | None = None


@dataclass
class Supervisor:
    """One installation on this machine. `run` returns the exit code."""

    watch_parent: bool = False
    bind: str = field(default_factory=places.bind)
    _children: list[Child] = field(default_factory=list)
    _stop_asked: bool = False
    _lock: IO[str] | None = None
    _parent: "Parent | None" = None

    def run(self) -> int:
        """Start, supervise, stop. 0 after a clean stop, 1 when it could not start."""
        signal.signal(signal.SIGINT, self._ask_stop)
        signal.signal(signal.SIGTERM, self._ask_stop)
        signal.signal(signal.SIGHUP, self._ask_stop)
        if self.watch_parent:
            self._parent = Parent()
        try:
            self._claim()
            try:
                self._start_all()
                while not self._should_stop():
                    self._tick()
            finally:
                self._stop_all()
                places.forget_address()
        except (StartError, places.PlaceError, postgres.PostgresError, valkey.ValkeyError) as error:
            say(str(error))
            return 1
        return 0

    # --- Start ------------------------------------------------------------------------------

    def _claim(self) -> None:
        """Take the data folder and see that the ports are free, before anything starts."""
        if places.uses_studio() and places.studio_port() == places.web_port():
            raise StartError(
                f"PORT and STUDIO_PORT are both {places.web_port()}. Give each one of its own."
            )
        make_data_folder()
        self._lock = claim_data_folder()
        left = process.end_recorded(places.run_dir())
        if left:
            say(f"Ended what an earlier start had left running: {', '.join(left)}.")
        check_port(self.bind, places.web_port(), "PORT")
        if places.uses_studio():
            check_port("127.0.0.1", places.studio_port(), "STUDIO_PORT")
        places.note_address()

    def _start_all(self) -> None:
        say("Starting …")
        for service in children.foundation():
            self._add(service)
        for child in self._children:
            assert child.process is not None
            if child.service.name == "postgres":
                postgres.wait_ready(child.process)
            else:
                valkey.wait_ready(child.process)
        for service in children.studio():
            self._add(service)
        link = self._prepare()
        for service in children.application():
            if not self._should_stop():
                self._add(service)
        if self._wait_until_served():
            self._announce(link)

    def _add(self, service: Service) -> None:
        child = Child(service, LogFile(places.log_dir(), service.name))
        self._children.append(child)
        self._start(child)

    def _start(self, child: Child) -> None:
        with child.log.open() as output:
            child.process = child.service.start(output)
        child.born_at, child.due_at = time.monotonic(), None
        name = child.service.name
        process.record(places.run_dir(), name, child.process.pid, child.service.stop_signal)

    def _prepare(self) -> str:
        """Migrate and collect static files in a child; return the first sign-in link or ''."""
        log = LogFile(places.log_dir(), "prepare")
        answer = places.run_dir() / "prepare.out"
        arguments = [sys.executable, "-m", "sogni_web.run.prepare"]
        with log.open() as errors, open(os.open(answer, _FRESH, 0o600), "wb") as output:
            made = subprocess.Popen(
                arguments,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=errors,
                env=children.environment(),
                cwd=places.ROOT,
                start_new_session=True,
            )
        while made.poll() is None:
            if self._should_stop():
                process.end(made, signal.SIGTERM, patience_s=5)
                return ""
            time.sleep(TICK_S / 2)
        link = answer.read_text().strip().rpartition("\n")[2]
        answer.unlink()
        if made.returncode != 0:
            raise StartError(
                f"The database or the static files could not be prepared. {log.path} says:\n"
                f"{log.tail()}"
            )
        return link

    def _wait_until_served(self) -> bool:
        """True when a page can be served; False when asked to stop before."""
        until = time.monotonic() + READY_S
        while not self._should_stop():
            if serves(places.web_port(), places.reachable_host()):
                return True
            if time.monotonic() > until:
                raise StartError(
                    f"No page was served within {READY_S:.0f} s; {places.log_dir()} says why."
                )
            self._tick()
        return False

    def _announce(self, link: str) -> None:
        address = places.public_url()
        say(f"Ready: {address}/")
        if "://127.0.0.1:" in address:
            say(f"       {address.replace('127.0.0.1', 'localhost')}/ works too.")
        say(f"       Logs are in {places.log_dir()}.")
        if link:
            say(f"Sign in as the owner with this link; it works once:\n  {link}")
            say("Another one is made by: .venv/bin/python manage.py signin_link")
        say("Ctrl-C stops everything.")

    # --- Keep running -----------------------------------------------------------------------

    def _tick(self) -> None:
        now = time.monotonic()
        for child in self._children:
            if child.process is not None and child.process.poll() is not None:
                self._bury(child, now)
            elif child.due_at is not None and now >= child.due_at:
                self._start_again(child, now)
            for line in child.log.new_warnings():
                say(f"{child.service.name}: {line}")
        time.sleep(TICK_S)

    def _bury(self, child: Child, now: float) -> None:
        assert child.process is not None
        code, name = child.process.returncode, child.service.name
        process.kill_session(child.process.pid)  # what it had started itself
        process.forget(places.run_dir(), name)
        if now - child.born_at > STEADY_S:
            child.backoff_s = BACKOFF_FIRST_S
        child.process, child.due_at = None, now + child.backoff_s
        ended = signal.Signals(-code).name if code < 0 else f"code {code}"
        say(f"{name} ended ({ended}); starting it again in {child.backoff_s:g} s.")
        child.backoff_s = min(child.backoff_s * 2, BACKOFF_MOST_S)

    def _start_again(self, child: Child, now: float) -> None:
        try:
            self._start(child)
        except (OSError, postgres.PostgresError, valkey.ValkeyError, places.PlaceError) as error:
            child.due_at = now + child.backoff_s
            say(f"{child.service.name} could not be started: {error}")

    # --- Stop -------------------------------------------------------------------------------

    def _ask_stop(self, *_: object) -> None:
        self._stop_asked = True  # asked twice is asked once: make and the terminal both tell us

    def _should_stop(self) -> bool:
        if self._parent is not None and self._parent.wants_stop():
            self._stop_asked = True
        return self._stop_asked

    def _stop_all(self) -> None:
        """Pages first, then what works for them, the data last. KILL for what does not go."""
        if not self._children:
            return
        say("Stopping …")
        for names in (("web", "worker", "beat"), ("studio",), ("valkey",), ("postgres",)):
            group = [child for child in self._children if child.service.name in names]
            for child in group:
                if child.process is not None and child.process.poll() is None:
                    child.process.send_signal(child.service.stop_signal)
            until = time.monotonic() + PATIENCE_S
            for child in group:
                if child.process is not None:
                    patience_s = max(until - time.monotonic(), 0.0)
                    process.wait_or_kill(child.process, patience_s)
                    process.kill_session(child.process.pid)
                process.forget(places.run_dir(), child.service.name)
        say("Stopped.")


class Parent:
    """The `make` that started us, which we do not outlive.

    It hands SIGTERM on, but on an interrupt meant for it alone it waits for us without a word.
    While it waits it has put the signal's default action back, which /proc shows.
    """

    def __init__(self) -> None:
        self._pid = os.getppid()
        self._caught = self._catches_interrupt()

    def wants_stop(self) -> bool:
        """Whether it is gone or was interrupted."""
        return os.getppid() != self._pid or (self._caught and not self._catches_interrupt())

    def _catches_interrupt(self) -> bool:
        try:
            with open(f"/proc/{self._pid}/status") as status:
                caught = next(line for line in status if line.startswith("SigCgt"))
        except (OSError, StopIteration):
            return False
        return bool(int(caught.split()[1], 16) & 1 << (signal.SIGINT - 1))


_FRESH = os.O_WRONLY | os.O_CREAT | os.O_TRUNC


def say(line: str) -> None:
    """Tell the person at the terminal; go on when there is none any more."""
    try:
        print(line, flush=True)
    except OSError:
        return


def make_data_folder() -> None:
    """The data folder, with what the supervisor itself keeps in it. Raises StartError when it cannot be."""
    try:
        places.var_dir().mkdir(mode=0o700, parents=True, exist_ok=True)
        for folder in (places.log_dir(), places.run_dir()):
            folder.mkdir(mode=0o700, exist_ok=True)
    except OSError as error:
        raise StartError(
            f"The data folder {places.var_dir()} cannot be used ({os.strerror(error.errno or 0)}). "
            "Choose another with SOGNI_WEB_VAR."
        ) from None


def claim_data_folder() -> IO[str]:
    """Lock the data folder for as long as the file stays open. Raises StartError when taken."""
    lock = (places.run_dir() / "lock").open("a+")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        lock.close()
        raise StartError(
            f"Sogni Web already runs on {places.var_dir()}. Stop it first, or set SOGNI_WEB_VAR to "
            "another folder and PORT and STUDIO_PORT to other ports."
        ) from None
    return lock


def check_port(bind: str, port: int, variable: str) -> None:
    """Raise StartError when something listens on the port already."""
    family = socket.AF_INET6 if ":" in bind else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((bind, port))
            probe.listen(1)
        except OSError as error:
            raise StartError(
                f"Port {port} on {bind} cannot be used ({os.strerror(error.errno or 0)}). Stop what "
                f"uses it, or choose another with {variable}={port + 1}."
            ) from None


def serves(port: int, host: str) -> bool:
    """Whether the web process answers its health page."""
    connection = http.client.HTTPConnection(host, port, timeout=5)
    try:
        connection.request("GET", "/healthz")
        with connection.getresponse() as answer:
            return answer.status < 500
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()
