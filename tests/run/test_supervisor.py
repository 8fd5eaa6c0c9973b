"""The whole installation as real processes: starts, keeps running, stops, starts again.

One installation serves the module, because a first start migrates a database.
"""

import contextlib
import http.client
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from sogni_web.run.places import ROOT
from tests.run.installation import Installation


@pytest.fixture(scope="module")
def started_once(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Installation, str]]:
    installation = Installation(tmp_path_factory.mktemp("installation"))
    installation.start()
    said = installation.until(r"^Ctrl-C")
    yield installation, "\n".join(said)
    installation.remove()


@pytest.fixture
def running(started_once: tuple[Installation, str]) -> Installation:
    installation = started_once[0]
    if installation.process.poll() is not None:
        installation.start()
        installation.until(r"^Ctrl-C")
    return installation


def ask(installation: Installation, path: str, method: str = "GET", **headers: str) -> int:
    connection = http.client.HTTPConnection("127.0.0.1", installation.port, timeout=20)
    connection.request(method, path, headers={k.replace("_", "-"): v for k, v in headers.items()})
    answer = connection.getresponse()
    answer.read()
    status = answer.status
    connection.close()
    return status


def alive(process: psutil.Process) -> bool:
    try:
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def test_it_prints_the_address_and_on_the_first_start_a_sign_in_link(
    started_once: tuple[Installation, str],
) -> None:
    installation, said = started_once
    assert f"\nReady: http://127.0.0.1:{installation.port}/\n" in said
    assert f"http://localhost:{installation.port}/" in said
    link = next(line for line in said.splitlines() if "/accounts/link/" in line).strip()
    assert ask(installation, link.partition(str(installation.port))[2]) == 200
    for log in (installation.var / "log").iterdir():
        assert link.rstrip("/").rpartition("/")[2] not in log.read_text()


def test_it_serves_pages_without_naming_its_server(running: Installation) -> None:
    connection = http.client.HTTPConnection("localhost", running.port, timeout=20)
    connection.request("GET", "/accounts/login/")
    answer = connection.getresponse()
    assert answer.status == 200
    assert "server" not in {name.lower() for name, _ in answer.getheaders()}
    answer.read()
    connection.close()


def test_it_listens_on_loopback_only_and_its_servers_on_sockets_only(running: Installation) -> None:
    listening = {
        (process.pid, address) for process in running.children() for address in _heard_at(process)
    }
    assert {address for _, address in listening} == {"127.0.0.1"}
    servers = {running.child("postgres").pid, running.child("valkey").pid}
    assert not servers & {pid for pid, _ in listening}


def _heard_at(process: psutil.Process) -> list[str]:
    """Where the process listens. One that has just ended, as a server's short-lived children do, does so nowhere."""
    with contextlib.suppress(psutil.NoSuchProcess):
        found = process.net_connections("inet")
        return [one.laddr.ip for one in found if one.status == psutil.CONN_LISTEN]
    return []


def test_manage_py_works_beside_it_on_the_same_data(running: Installation) -> None:
    assert running.manage("from teams.models import User; print(User.objects.get().username)")


def test_a_sign_in_link_made_beside_it_needs_no_port(running: Installation) -> None:
    told = {name: value for name, value in running.environment.items() if name != "PORT"}
    made = subprocess.run(
        [sys.executable, "manage.py", "signin_link"],
        capture_output=True,
        text=True,
        env=told,
        cwd=ROOT,
        check=True,
    )
    link = made.stdout.strip()
    assert link.startswith(f"{running.address}/accounts/link/")
    assert ask(running, link.removeprefix(running.address)) == 200


def test_a_body_over_the_limit_is_refused_before_it_is_sent(running: Installation) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", running.port, timeout=20)
    connection.putrequest("POST", "/accounts/login/")
    connection.putheader("Content-Length", str(2**40))
    connection.endheaders()
    answer = connection.getresponse()
    assert answer.status == 413
    assert b"larger than 101 MB" in answer.read()
    connection.close()


def test_a_body_without_a_length_is_refused_once_it_is_over_the_limit(
    running: Installation,
) -> None:
    megabyte = b"%x\r\n" % 2**20 + bytes(2**20) + b"\r\n"
    with socket.create_connection(("127.0.0.1", running.port), timeout=20) as connection:
        head = b"POST /accounts/login/ HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n"
        connection.sendall(head)
        for _ in range(102):
            connection.sendall(megabyte)
        assert connection.recv(64).startswith(b"HTTP/1.1 413 ")


def test_a_second_start_on_the_same_data_is_one_sentence(running: Installation) -> None:
    code, said = running.attempt()
    assert code == 1
    assert said.count("\n") == 1
    assert said.startswith(f"Sogni Web already runs on {running.var}.")
    assert running.process.poll() is None


def test_a_child_that_dies_is_started_again(running: Installation) -> None:
    worker = running.child("worker")
    assert {"celery", "worker"} <= set(worker.cmdline())
    worker.kill()
    running.until(r"^worker ended \(SIGKILL\); starting it again in [0-9.]+ s\.$")
    deadline = time.monotonic() + 20
    while not (running.var / "run" / "worker.pid").exists():
        assert time.monotonic() < deadline
        running.process.poll()
    assert running.child("worker").pid != worker.pid


def test_a_database_that_dies_is_started_again(running: Installation) -> None:
    postgres = running.child("postgres")
    postgres.kill()
    running.until(r"^postgres ended \(SIGKILL\)")
    count = "from teams.models import User; print(User.objects.count())"
    deadline = time.monotonic() + 20
    while True:
        try:
            assert running.manage(count) == "1"
            return
        except Exception:
            if time.monotonic() > deadline:
                raise


@pytest.mark.parametrize("asked", [signal.SIGTERM, signal.SIGINT])
def test_it_stops_cleanly_and_the_next_start_finds_the_same_data(
    running: Installation, asked: int
) -> None:
    below = running.children()
    assert len(below) >= 5
    assert running.stop(asked) == 0
    assert not [process for process in below if alive(process)]
    assert not list((running.var / "run").glob("*.pid"))

    began = time.monotonic()
    running.start()
    said = running.until(r"^Ctrl-C")
    assert not any("/accounts/link/" in line for line in said)
    assert time.monotonic() - began < 20  # 3 s here; 8 s is the promise on a quiet machine
    assert ask(running, "/healthz") == 200


def test_a_killed_supervisor_takes_its_children_along(running: Installation) -> None:
    below = running.children()
    running.process.kill()
    running.process.wait()
    psutil.wait_procs(below, timeout=10)
    assert not [process for process in below if alive(process)]
    running.start()
    running.until(r"^Ready: ")
    assert ask(running, "/healthz") == 200


def test_a_busy_port_is_one_sentence_and_nothing_starts(
    tmp_path: Path, running: Installation
) -> None:

    other = Installation(tmp_path)
    other.port = running.port
    code, said = other.attempt()
    assert code == 1
    assert said.count("\n") == 1
    assert f"Port {running.port} on 127.0.0.1 cannot be used" in said
    assert f"PORT={running.port + 1}" in said
    assert not (other.var / "postgres.place").exists()
