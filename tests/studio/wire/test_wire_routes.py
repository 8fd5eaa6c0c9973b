"""Every REST route, whatever it is for: foreign pages, wrong bodies and tricks in ids are refused in the documented
body, and nothing a client sends makes the studio fail."""

import json
import re
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from starlette.routing import Route

from studio.server import application
from studio.settings import Settings
from tests.studio_server import RunningStudio, running_studio

KEY = {"api-key": "hostile-routes"}


def nested(depth: int) -> bytes:
    return b'{"a":' * depth + b"1" + b"}" * depth


MEMBERS = (
    "messages", "model", "tools", "tool", "arguments", "input", "inputs", "name", "steps", "sha256", "bytes", "stages",
    "contentType", "projectId", "type", "decision", "tool_call_id", "reason", "token_type", "media_references",
    "runtime_config", "sampling", "seed_overrides", "workflow_id", "newName", "refreshToken",
)  # fmt: skip
BODIES: list[bytes] = [
    b"no json", b"7", b"[]", b"null", b'"x"', b"{}", b"\xff\xfe", b"[" * 200_000, nested(70), nested(600),
    *(json.dumps(dict.fromkeys(MEMBERS, value)).encode() for value in (7, "", [{"a": [None]}], {"id": -1e300})),
]  # fmt: skip


@pytest.fixture(scope="module")
def plain_studio(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningStudio]:
    with running_studio(tmp_path_factory.mktemp("routes")) as running:
        yield running


def routes() -> list[tuple[str, str]]:
    """Method and path of every route, with a trick in place of each parameter."""
    guard: Any = application(Settings(Path("unused"), allow_faults=False))
    found = []
    for route in guard.inner.routes:
        if isinstance(route, Route):
            methods = sorted((route.methods or {"GET"}) - {"HEAD"})
            found += [(method, route.path) for method in methods]
    return found


def filled(path: str, value: str) -> str:
    path = re.sub(r"\{[a-z_]+:int\}", "999999999999999999999", path)
    return re.sub(r"\{[^}]+\}", value, path)


TRICKS = (
    "none",
    "..%2f..%2f..%2fetc%2fpasswd",
    "%00",
    "x" * 3000,
    "%F0%9F%8E%A8",
    "'%20OR%201=1--",
)
NAMED = [pytest.param(method, path, id=f"{method} {path}") for method, path in routes()]


@pytest.mark.parametrize(("method", "path"), NAMED)
def test_pages_of_other_sites_are_refused(
    plain_studio: RunningStudio, method: str, path: str
) -> None:
    url = plain_studio.rest + filled(path, "none")
    for headers in (
        {"Host": "evil.example"},
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
    ):
        answer = httpx.request(method, url, headers={**KEY, **headers})
        assert answer.status_code == 403, headers


@pytest.mark.parametrize(("method", "path"), NAMED)
def test_nothing_sent_makes_it_fail(plain_studio: RunningStudio, method: str, path: str) -> None:
    with httpx.Client(base_url=plain_studio.rest, headers=KEY, timeout=30) as http:
        for trick in TRICKS if "{" in path else ("none",):
            answer = http.request(method, filled(path, trick))
            _documented(answer)
        if method in ("POST", "PATCH", "PUT", "DELETE"):
            for body in BODIES:
                _documented(http.request(method, filled(path, "none"), content=body))
    assert plain_studio.process.poll() is None


@pytest.mark.parametrize(("method", "path"), NAMED)
def test_a_body_beyond_the_limit_is_refused(
    plain_studio: RunningStudio, method: str, path: str
) -> None:
    head = f"{method} {filled(path, 'none')} HTTP/1.1\r\nHost: 127.0.0.1:{plain_studio.port}\r\n"
    with socket.create_connection(("127.0.0.1", plain_studio.port), timeout=10) as raw:
        raw.sendall(f"{head}api-key: a\r\nContent-Length: {10**12}\r\n\r\n".encode())
        assert b" 413 " in raw.recv(4096)


def _documented(answer: httpx.Response) -> None:
    assert answer.status_code < 500, answer.text
    if answer.status_code >= 400:
        told = answer.json()
        assert told["status"] == "error"
        assert told["message"]
        assert isinstance(told["errorCode"], int)
