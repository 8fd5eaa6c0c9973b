"""A real studio for tests: a process of its own on a free port, with its own data folder."""

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlencode
from urllib.request import Request, urlopen

ROOT = Path(__file__).resolve().parent.parent
START_S = 20.0


@dataclass
class RunningStudio:
    """Addresses and control of a studio."""

    port: int
    process: "subprocess.Popen[bytes]"
    data_dir: Path

    @property
    def rest(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def ws(self) -> str:
        return f"ws://127.0.0.1:{self.port}"

    def fault(self, kind: str, **options: Any) -> None:
        """Arm a fault."""
        body = json.dumps({"kind": kind, **options}).encode()
        request = Request(f"{self.rest}/_studio/faults", body, {"Content-Type": "application/json"})
        urlopen(request, timeout=5).close()

    def state(self, key: str = "local-studio") -> dict[str, Any]:
        query = urlencode({"key": key})
        with urlopen(f"{self.rest}/_studio/state?{query}", timeout=5) as answer:
            found: dict[str, Any] = json.load(answer)
        return found


def free_port() -> int:
    """A port nothing listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def running_studio(
    data_dir: Path, port: int | None = None, *, module: str = "studio", **environment: str
) -> Iterator[RunningStudio]:
    """Start a studio with faults allowed, fast speech and one renderer; stop it at the end. `module` is what is run."""
    chosen = port or free_port()
    process = subprocess.Popen(
        [sys.executable, "-m", module, "--port", str(chosen), "--data-dir", str(data_dir)],
        cwd=ROOT,
        env={
            **os.environ,
            "STUDIO_ALLOW_FAULTS": "1",
            "STUDIO_TOKENS_PER_SECOND": "400",
            "STUDIO_FIRST_TOKEN_S": "0.01",
            "STUDIO_RENDERERS": "1",
            **environment,
        },
    )
    studio = RunningStudio(chosen, process, data_dir)
    try:
        _wait(studio)
        yield studio
    finally:
        process.terminate()
        process.wait(10)


def _wait(studio: RunningStudio) -> None:
    until = time.monotonic() + START_S
    while time.monotonic() < until:
        assert studio.process.poll() is None, "the studio ended at its start"
        try:
            with urlopen(f"{studio.rest}/healthz", timeout=1):
                return
        except OSError:
            time.sleep(0.05)
    raise AssertionError("the studio did not answer in time")
