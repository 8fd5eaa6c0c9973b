"""A real installation in a folder of its own, driven as a person at a terminal drives it."""

import json
import os
import queue
import re
import shutil
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import psutil

from sogni_web.run.places import ROOT
from tests.studio_server import free_port

PATIENCE_S = 60.0


class Installation:
    """`python -m sogni_web.run` on a data folder. Start and stop it as often as needed.

    `settings` are environment variables of the product. Its studio renders one thing at a time where they say no more.
    """

    def __init__(self, folder: Path, **settings: str) -> None:
        self.var = folder / "var"
        self.settings = {"STUDIO_RENDERERS": "1", **settings}
        self.port, self.studio_port = free_port(), free_port()
        self._lines: queue.Queue[str | None] = queue.Queue()
        self._process: subprocess.Popen[str] | None = None

    @property
    def environment(self) -> dict[str, str]:
        kept = {
            name: value
            for name, value in os.environ.items()
            if name not in ("DATABASE_URL", "REDIS_URL", "SOGNI_API_KEY", "SOGNI_REST_ENDPOINT")
        }
        ports = {"PORT": str(self.port), "STUDIO_PORT": str(self.studio_port)}
        return {**kept, **ports, "SOGNI_WEB_VAR": str(self.var), **self.settings}

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def process(self) -> subprocess.Popen[str]:
        assert self._process is not None
        return self._process

    def start(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "sogni_web.run"],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            env=self.environment,
            cwd=ROOT,
        )
        self._lines = queue.Queue()
        threading.Thread(target=self._read, args=(self._process, self._lines), daemon=True).start()

    @staticmethod
    def _read(process: subprocess.Popen[str], lines: "queue.Queue[str | None]") -> None:
        assert process.stdout is not None
        with process.stdout as output:
            for line in output:
                lines.put(line.rstrip("\n"))
        lines.put(None)

    def until(self, pattern: str) -> list[str]:
        """The lines up to and including the first that matches."""
        seen: list[str] = []
        deadline = time.monotonic() + PATIENCE_S
        while True:
            try:
                line = self._lines.get(timeout=max(deadline - time.monotonic(), 0.01))
            except queue.Empty:
                raise AssertionError(f"no line like {pattern!r} came: {seen}") from None
            if line is None:
                raise AssertionError(f"it ended before a line like {pattern!r}: {seen}")
            seen.append(line)
            if re.search(pattern, line):
                return seen

    def attempt(self) -> tuple[int, str]:
        """Run a start that is expected to fail; its exit code and what it said."""
        tried = subprocess.run(
            [sys.executable, "-m", "sogni_web.run"],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            env=self.environment,
            cwd=ROOT,
            timeout=PATIENCE_S,
            check=False,
        )
        return tried.returncode, tried.stdout + tried.stderr

    def stop(self, signal_number: int = signal.SIGTERM) -> int:
        self.process.send_signal(signal_number)
        return self.process.wait(PATIENCE_S)

    def child(self, name: str) -> psutil.Process:
        told = json.loads((self.var / "run" / f"{name}.pid").read_text())
        return psutil.Process(told["pid"])

    def runs(self, name: str) -> bool:
        """Whether the supervisor has it started, and did not find it ended."""
        return (self.var / "run" / f"{name}.pid").exists()

    def children(self) -> list[psutil.Process]:
        """Every process below the supervisor."""
        return psutil.Process(self.process.pid).children(recursive=True)

    def manage(self, code: str) -> str:
        """What `manage.py shell` prints for `code`."""
        ran = subprocess.run(
            [sys.executable, "manage.py", "shell", "--no-imports", "-c", code],
            capture_output=True,
            text=True,
            env=self.environment,
            cwd=ROOT,
            check=True,
        )
        return ran.stdout.strip()

    def remove(self) -> None:
        """Stop it if it runs, and remove what it wrote outside its folder."""
        if self._process is not None and self._process.poll() is None:
            self.stop(signal.SIGTERM)
        place = self.var / "postgres.place"
        if place.is_file():
            shutil.rmtree(place.read_text().strip(), ignore_errors=True)
