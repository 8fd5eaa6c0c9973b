"""A pytest plugin: real PostgreSQL and Valkey for the whole run, before Django reads its settings.

With `DATABASE_URL` and `REDIS_URL` set, those servers are used and nothing is started.
"""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Generator
from pathlib import Path

import certifi
import pytest

from sogni_web.run import places, postgres, valkey
from sogni_web.run.process import end

OUTSIDE = dict(os.environ)
"""The environment as it was found, for what has to leave this machine."""
_started: list[tuple[subprocess.Popen[bytes], int]] = []
_folders: list[Path] = []


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_load_initial_conftests(early_config: pytest.Config) -> Generator[None, None, None]:
    """Start what is missing. A wrapper runs before pytest-django's hook imports the settings."""
    _start(servers=not _leaves_it_to_others(early_config))
    yield


def _leaves_it_to_others(config: pytest.Config) -> bool:
    """Whether this process hands out the tests (`-n`) and runs none: each of the others has servers of its own."""
    asked = getattr(config.known_args_namespace, "numprocesses", None)
    return bool(asked) and "PYTEST_XDIST_WORKER" not in os.environ


def _one_authority(folder: Path) -> Path:
    """A file with the first of all known authorities. No test leaves this machine, and no server of one has TLS; but
    every HTTP client reads whom to trust, and all of them take it 20 ms, a client of the SDK twice that.
    """
    end = "-----END CERTIFICATE-----\n"
    first = certifi.contents().partition(end)[0] + end
    path = folder / "authority.pem"
    path.write_text(first)
    return path


def _start(*, servers: bool) -> None:
    var = Path(tempfile.mkdtemp(prefix="sogni-test-"))
    _folders.append(var)
    (var / "static").mkdir()  # nothing is collected for tests, but WhiteNoise asks for the folder
    os.environ["SOGNI_WEB_VAR"] = str(var)
    os.environ.setdefault(
        "OPENBLAS_NUM_THREADS", "1"
    )  # as in a render child: NumPy is not loaded yet
    if not servers:
        return
    os.environ["SSL_CERT_FILE"] = str(_one_authority(var))
    log = var / "services.log"
    with log.open("ab") as output:
        try:
            if places.embeds_postgres():
                server = postgres.start(output, fast=True, throwaway=True)
                _folders.append(places.postgres_home())
                _started.append((server, postgres.STOP_SIGNAL))
                postgres.wait_ready(server)
            if places.embeds_valkey():
                server = valkey.start(output, keep=False)
                _started.append((server, valkey.STOP_SIGNAL))
                valkey.wait_ready(server)
        except (postgres.PostgresError, valkey.ValkeyError, places.PlaceError) as error:
            told = log.read_text(errors="replace")[-2_000:]
            _stop()
            raise pytest.UsageError(f"{error}\n{told}") from error


def pytest_unconfigure() -> None:
    """Stop the servers and remove their data."""
    _stop()


def _stop() -> None:
    while _started:
        end(*_started.pop(), patience_s=5)
    while _folders:
        shutil.rmtree(_folders.pop(), ignore_errors=True)
