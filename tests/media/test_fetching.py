"""Fetching what the service made: from its own addresses or public ones, bounded, and from nowhere else."""

import gzip
import socket
import threading
import time
import tracemalloc
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from media import fetching
from media.fetching import FetchRefused, fetch
from tests.waiting import LOOK_S

Server = tuple[str, dict[str, Callable[[BaseHTTPRequestHandler], None]]]


@pytest.fixture
def server() -> Iterator[Server]:
    """A server that does what a test says: its origin, and path → behaviour."""
    acts: dict[str, Callable[[BaseHTTPRequestHandler], None]] = {}

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            acts[self.path](self)

        def log_message(self, *args: object) -> None:
            pass

    running = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=running.serve_forever, args=(LOOK_S,), daemon=True).start()
    yield f"http://127.0.0.1:{running.server_port}", acts
    running.shutdown()
    running.server_close()


def give(data: bytes, *, claim: int | None = None) -> Callable[[BaseHTTPRequestHandler], None]:
    def act(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", "image/png")
        handler.send_header("Content-Length", str(len(data) if claim is None else claim))
        handler.end_headers()
        handler.wfile.write(data)

    return act


def send_to(place: str) -> Callable[[BaseHTTPRequestHandler], None]:
    def act(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(302)
        handler.send_header("Location", place)
        handler.end_headers()

    return act


def trickle(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.end_headers()
    for _ in range(100):
        try:
            handler.wfile.write(b"x" * 70_000)
            time.sleep(0.05)  # a slow server is the case
        except OSError:
            return


def drip_head(handler: BaseHTTPRequestHandler) -> None:
    """A status line, then a header that never ends."""
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
    _drip(handler)


def drip_body(handler: BaseHTTPRequestHandler) -> None:
    """Far less than a chunk at a time, always before a read would time out."""
    handler.send_response(200)
    handler.end_headers()
    _drip(handler)


def _drip(handler: BaseHTTPRequestHandler) -> None:
    for _ in range(100):
        try:
            handler.wfile.write(b"x")
            time.sleep(0.1)  # a slow server is the case
        except OSError:
            return


def give_packed(data: bytes, encoding: str) -> Callable[[BaseHTTPRequestHandler], None]:
    def act(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Encoding", encoding)
        handler.send_header("Content-Length", str(len(data)))
        handler.end_headers()
        handler.wfile.write(data)

    return act


def get(url: str, dest: Path, *allowed: str, most: int = 10**6, seconds: float = 5.0) -> str:
    return fetch(url, allowed_origins=allowed, max_bytes=most, timeout_s=seconds, dest=dest)


def test_a_file_of_the_service_is_kept(server: Server, tmp_path: Path) -> None:
    origin, acts = server
    acts["/a"] = give(b"picture")
    acts["/there"] = send_to("/a")
    assert get(f"{origin}/there", tmp_path / "a", origin) == "image/png"
    assert (tmp_path / "a").read_bytes() == b"picture"


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/x",
        "http://127.0.0.1:22/",
        "http://localhost/x",
        "http://[::1]/x",
        "http://[::ffff:127.0.0.1]/x",
        "http://10.0.0.1/x",
        "http://169.254.169.254/latest/meta-data/",
        "http://0.0.0.0/x",
        "http://2130706433/x",
        "http://0x7f.1/x",
        "http://192.168.1.1/x",
        "http://100.64.0.1/x",
        "http://[::127.0.0.1]/x",
        "http://[64:ff9b::7f00:1]/x",
        "http://[64:ff9b:1::7f00:1]/x",
        "http://[2002:7f00:1::]/x",
        "http://[fe80::1%25lo]/x",
        "http://[fc00::1]/x",
        "http://[fec0::1]/x",
        "http://[::ffff:0:7f00:1]/x",
        "http://[ff02::1]/x",
        "http://[::]/x",
        "http://0/x",
        "http://0177.0.0.1/x",
        "http://127.1/x",
        "http://\uff11\uff12\uff17.0.0.1/x",
        "http://127.0.0.1:80\\@api.example.org/x",
        "https://api.example.org@127.0.0.1/x",
        "https://:pw@127.0.0.1/x",
        "http://224.0.0.1/x",
        "file:///etc/passwd",
        "/etc/passwd",
        "ftp://example.org/x",
        "gopher://127.0.0.1/",
        "http://user:pass@127.0.0.1/",
        "http:///x",
        "http://127.0.0.1:99999/",
        "",
    ],
)
def test_nothing_of_our_own_network_is_opened(url: str, tmp_path: Path) -> None:
    with pytest.raises(FetchRefused, match=r"not public|plain http|not known|InvalidURL"):
        get(url, tmp_path / "a", "https://api.example.org", seconds=2)
    assert not (tmp_path / "a").exists()


def test_a_redirect_does_not_lead_inside(server: Server, tmp_path: Path) -> None:
    origin, acts = server
    acts["/a"] = send_to(f"http://127.0.0.1:{int(origin.rsplit(':')[-1]) + 1}/secret")
    with pytest.raises(FetchRefused, match="not public"):
        get(f"{origin}/a", tmp_path / "a", origin)


@pytest.mark.parametrize("address", ["http://[::1/x", "http://ex\u2100mple.com/x"])
def test_what_is_no_address_is_refused(tmp_path: Path, address: str) -> None:
    with pytest.raises(FetchRefused):
        get(address, tmp_path / "a", "https://api.example.org")


def test_a_redirect_to_what_is_no_address_is_refused(server: Server, tmp_path: Path) -> None:
    origin, acts = server
    acts["/a"] = send_to("http://[::1/x")
    with pytest.raises(FetchRefused):
        get(f"{origin}/a", tmp_path / "a", origin)


def test_circles_end(server: Server, tmp_path: Path) -> None:
    origin, acts = server
    acts["/a"] = send_to("/a")
    with pytest.raises(FetchRefused, match="circles"):
        get(f"{origin}/a", tmp_path / "a", origin)


@pytest.mark.parametrize("claim", [None, 10])
def test_no_more_than_agreed_is_kept(server: Server, tmp_path: Path, claim: int | None) -> None:
    origin, acts = server
    acts["/a"] = give(b"x" * 5000, claim=claim)
    if claim:
        get(f"{origin}/a", tmp_path / "a", origin, most=1000)
        assert (tmp_path / "a").stat().st_size == claim
    else:
        with pytest.raises(FetchRefused, match="larger than agreed"):
            get(f"{origin}/a", tmp_path / "a", origin, most=1000)


def test_a_slow_server_is_left(server: Server, tmp_path: Path) -> None:
    origin, acts = server
    acts["/a"] = trickle
    began = time.monotonic()
    with pytest.raises(FetchRefused, match="too long"):
        get(f"{origin}/a", tmp_path / "a", origin, most=10**9, seconds=0.3)
    assert time.monotonic() - began < 3


def test_who_waits_is_asked_meanwhile_and_may_end_it(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetching, "TICK_S", 0.05)
    origin, acts = server
    acts["/slow"] = trickle
    asked: list[float] = []

    class Stopped(Exception):
        pass

    def tick() -> None:
        asked.append(time.monotonic())
        if len(asked) == 3:
            raise Stopped

    began = time.monotonic()
    with pytest.raises(Stopped):
        fetch(
            f"{origin}/slow",
            allowed_origins=[origin],
            max_bytes=10**9,
            timeout_s=20,
            dest=tmp_path / "file",
            tick=tick,
        )
    assert time.monotonic() - began < 4


def test_a_broken_transfer_is_no_file(server: Server, tmp_path: Path) -> None:
    origin, acts = server
    acts["/a"] = give(b"half", claim=4000)
    with pytest.raises(FetchRefused):
        get(f"{origin}/a", tmp_path / "a", origin)


@pytest.mark.parametrize("act", [drip_head, drip_body])
def test_dripping_does_not_hold_it_beyond_its_time(
    server: Server, tmp_path: Path, act: Callable[[BaseHTTPRequestHandler], None]
) -> None:
    origin, acts = server
    acts["/a"] = act
    began = time.monotonic()
    with pytest.raises(FetchRefused):
        get(f"{origin}/a", tmp_path / "a", origin, seconds=1)
    assert time.monotonic() - began < 3


@pytest.mark.parametrize("layers", [1, 2])
def test_a_packed_answer_is_never_unfolded(server: Server, tmp_path: Path, layers: int) -> None:
    origin, acts = server
    data = bytes(32 * 1024 * 1024)
    for _ in range(layers):
        data = gzip.compress(data)
    acts["/a"] = give_packed(data, ", ".join(["gzip"] * layers))
    tracemalloc.start()
    try:
        get(f"{origin}/a", tmp_path / "a", origin, most=10**9)
        assert tracemalloc.get_traced_memory()[1] < 8 * 1024 * 1024
    finally:
        tracemalloc.stop()
    assert (tmp_path / "a").read_bytes() == data


def test_a_name_that_changes_its_mind_is_connected_to_where_it_was_checked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The name is public at the first look and ours at every later one."""
    looks: list[str] = []

    def resolve(host: str, port: int, *args: object, **options: object) -> list[object]:
        looks.append(host)
        address = "192.0.0.9" if looks.count(host) == 1 and host == "two.example" else "127.0.0.1"
        if host == "192.0.0.9":
            raise OSError("the checked address, and nothing else, is connected to")
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port))]

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    with pytest.raises(FetchRefused):
        get("http://two.example/x", tmp_path / "a", seconds=1)
    assert looks.count("two.example") == 1
