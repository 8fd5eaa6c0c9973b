"""The server keeps neither a body nor an unread answer in memory, and waits for neither for ever."""

import http.client
import json
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import psutil
import pytest

from sogni_web.run.process import end

MB = 2**20
BODY_S = 2.0
BASE = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Tiny:
    """The server's process and port."""

    process: psutil.Process
    port: int

    def dial(self) -> socket.socket:
        return socket.create_connection(("127.0.0.1", self.port), timeout=20)

    def memory_mb(self) -> float:
        return float(self.process.memory_info().rss) / MB

    def most_memory_mb(self) -> float:
        """The peak since the start."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(status.split("VmHWM:")[1].split()[0]) / 1024

    def ask(self, method: str, path: str, body: bytes = b"", **headers: str) -> tuple[int, bytes]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        with closing(connection):
            connection.request(method, path, body, named)
            answer = connection.getresponse()
            return answer.status, answer.read()


@pytest.fixture(scope="module")
def tiny() -> Iterator[Tiny]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "tests.run.tiny", str(port), str(BODY_S)]
    process = subprocess.Popen(command, cwd=BASE)
    try:
        made = Tiny(psutil.Process(process.pid), port)
        _wait_for(made)
        yield made
    finally:
        end(process, 15, patience_s=5)


def _wait_for(tiny: Tiny) -> None:
    until = time.monotonic() + 30
    while True:
        try:
            tiny.ask("GET", "/")
            return
        except OSError:
            assert time.monotonic() < until
            time.sleep(0.05)


def test_an_answer_nobody_reads_is_not_kept_in_memory(tiny: Tiny) -> None:
    before = tiny.memory_mb()
    silent = [tiny.dial() for _ in range(5)]
    for connection in silent:
        connection.sendall(b"GET /large HTTP/1.1\r\nHost: localhost\r\n\r\n")
    until = time.monotonic() + 2
    while time.monotonic() < until:
        assert tiny.memory_mb() - before < 60
        time.sleep(0.1)
    for connection in silent:
        connection.close()


def test_an_answer_that_is_read_is_whole(tiny: Tiny) -> None:
    status, body = tiny.ask("GET", "/large")
    assert (status, len(body)) == (200, 200 * MB)


@pytest.mark.skipif(sys.platform != "linux", reason="the peak is read from /proc")
def test_a_large_form_is_neither_parsed_nor_kept_in_memory(tiny: Tiny) -> None:
    head = b'--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\n'
    body = head + bytes(60 * MB) + b"\r\n--x--\r\n"
    tiny.ask("POST", "/", body[:1000])
    before = tiny.most_memory_mb()
    status, told = tiny.ask("POST", "/", body, Content_Type="multipart/form-data; boundary=x")
    assert (status, json.loads(told)["taken"]) == (200, len(body))
    assert tiny.most_memory_mb() - before < 20


@pytest.mark.parametrize("size", [0, 1, 64 * 1024 - 1, 64 * 1024, 64 * 1024 + 1])
def test_a_body_arrives_whole(tiny: Tiny, size: int) -> None:
    status, told = tiny.ask("POST", "/", bytes(size))
    assert (status, json.loads(told)["taken"]) == (200, size)


def test_a_body_that_never_ends_is_cut(tiny: Tiny) -> None:
    began = time.monotonic()
    with tiny.dial() as connection:
        connection.sendall(b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\n")
        with pytest.raises(OSError):
            while time.monotonic() - began < 15:
                connection.sendall(b"x")
                time.sleep(0.05)
    assert time.monotonic() - began < 10


def test_an_address_is_not_moved_by_a_header(tiny: Tiny) -> None:
    _, told = tiny.ask("GET", "/", Daphne_Root_Path="//evil.example")
    assert json.loads(told)["root_path"] == ""


def test_a_crash_is_answered_as_strictly_as_a_page(tiny: Tiny) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", tiny.port, timeout=20)
    with closing(connection):
        connection.request("GET", "/crash")
        answer = connection.getresponse()
    assert answer.status == 500
    assert answer.headers["Content-Security-Policy"] == "default-src 'none'"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
