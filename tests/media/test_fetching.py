"""Fetching what the service made: from its own addresses or public ones, bounded, and from nowhere else."""

import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from media.fetching import FetchRefused, fetch

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
    threading.Thread(target=running.serve_forever, daemon=True).start()
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
    with pytest.raises(FetchRefused):
        get(url, tmp_path / "a", "https://api.example.org", seconds=2)
    assert not (tmp_path / "a").exists()


def test_a_redirect_does_not_lead_inside(server: Server, tmp_path: Path) -> None:
    origin, acts = server
    acts["/a"] = send_to(f"http://127.0.0.1:{int(origin.rsplit(':')[-1]) + 1}/secret")
    with pytest.raises(FetchRefused, match="not public"):
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


def test_a_broken_transfer_is_no_file(server: Server, tmp_path: Path) -> None:
    origin, acts = server
    acts["/a"] = give(b"half", claim=4000)
    with pytest.raises(FetchRefused):
        get(f"{origin}/a", tmp_path / "a", origin)
