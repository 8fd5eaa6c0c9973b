"""Child processes that never outlive us: own sessions, parent-death signals, records on disk."""

import ctypes
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import IO, Final

_PR_SET_PDEATHSIG: Final = 1
_libc = ctypes.CDLL(None, use_errno=True) if sys.platform == "linux" else None


def die_with_parent(signal_number: int, parent: int) -> None:
    """Ask the kernel for `signal_number` when the parent dies (Linux; elsewhere records serve).

    The kernel watches the *thread* that started us. A change of user clears the wish, so call
    this after it.
    """
    if _libc is None:
        return
    _libc.prctl(_PR_SET_PDEATHSIG, signal_number, 0, 0, 0)
    if os.getppid() != parent:  # it died before we asked
        os.kill(os.getpid(), signal.SIGKILL)


def spawn(
    arguments: Sequence[str],
    *,
    output: IO[bytes] | int,
    environment: Mapping[str, str] | None = None,
    folder: Path | None = None,
    user: str | None = None,
    death_signal: int = signal.SIGTERM,
) -> subprocess.Popen[bytes]:
    """Start a child in its own session, so that Ctrl-C reaches only us, with no input.

    Its output and errors go to `output`. Call from a thread that lives as long as the child
    should.
    """
    parent = os.getpid()
    return subprocess.Popen(
        list(arguments),
        stdin=subprocess.DEVNULL,
        stdout=output,
        stderr=subprocess.STDOUT,
        env=environment,
        cwd=folder,
        user=user,
        group=None if user is None else _group_of(user),
        extra_groups=None if user is None else [],
        start_new_session=True,
        preexec_fn=lambda: die_with_parent(death_signal, parent),
    )


def _group_of(user: str) -> int:
    import pwd

    return pwd.getpwnam(user).pw_gid


def end(process: subprocess.Popen[bytes], signal_number: int, patience_s: float = 20.0) -> None:
    """Ask a child to stop, and KILL its whole session after `patience_s`."""
    if process.poll() is not None:
        return
    process.send_signal(signal_number)
    wait_or_kill(process, patience_s)


def wait_or_kill(process: subprocess.Popen[bytes], patience_s: float) -> None:
    """Wait for a child that was asked to stop; KILL its whole session after `patience_s`."""
    try:
        process.wait(patience_s)
    except subprocess.TimeoutExpired:
        kill_session(process.pid)
        process.wait()


def kill_session(leader: int) -> None:
    """KILL a child and what it started, if anything of it is left."""
    try:
        os.killpg(leader, signal.SIGKILL)
    except ProcessLookupError:
        return


# --- Records of running children, for the case that we are killed ---------------------------


def started_at(pid: int) -> str | None:
    """A text that tells this process from a later one with the same number; None if it is gone."""
    if Path("/proc/self/stat").exists():
        try:
            text = Path(f"/proc/{pid}/stat").read_text()
        except (FileNotFoundError, ProcessLookupError):
            return None
        state, *fields = text.rpartition(")")[2].split()
        return None if state == "Z" else fields[18]
    listing = subprocess.run(
        ["ps", "-o", "lstart=", "-p", str(pid)], capture_output=True, text=True, check=False
    )
    return listing.stdout.strip() or None


def record(folder: Path, name: str, pid: int, signal_number: int) -> None:
    """Note a running child under `folder`, for `end_recorded` of a later start."""
    note = {"pid": pid, "started": started_at(pid), "signal": int(signal_number)}
    (folder / f"{name}.pid").write_text(json.dumps(note))


def forget(folder: Path, name: str) -> None:
    """The child has ended."""
    (folder / f"{name}.pid").unlink(missing_ok=True)


def end_recorded(folder: Path, patience_s: float = 10.0) -> list[str]:
    """End what a killed predecessor left, and return the names of what still ran.

    A record whose process is gone, or whose number now belongs to another, is only removed.
    """
    left: dict[str, tuple[int, str]] = {}
    for note in sorted(folder.glob("*.pid")):
        try:
            told = json.loads(note.read_text())
            pid, started, signal_number = int(told["pid"]), told["started"], int(told["signal"])
        except (ValueError, KeyError, TypeError):
            note.unlink()
            continue
        if started and started_at(pid) == started:
            os.kill(pid, signal_number)
            left[note.stem] = (pid, started)
        else:
            note.unlink()
    until = time.monotonic() + patience_s
    for name, (pid, started) in left.items():
        while started_at(pid) == started and time.monotonic() < until:
            time.sleep(0.05)
        kill_session(pid)
        forget(folder, name)
    return sorted(left)
