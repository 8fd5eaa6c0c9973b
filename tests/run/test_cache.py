"""A cache whose server is away, or hangs: as if nothing had ever been stored, for every verb Django knows."""

import socket
from collections.abc import Iterator
from typing import Any

import pytest

from sogni_web.cache import ForgivingCache

PATIENCE = {"OPTIONS": {"socket_timeout": 0.05, "socket_connect_timeout": 0.05}}


@pytest.fixture(params=["away", "hanging"])
def cache(request: pytest.FixtureRequest) -> Iterator[ForgivingCache]:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        if request.param == "away":
            silent.close()
        yield ForgivingCache(f"redis://127.0.0.1:{port}/0", PATIENCE)


def test_nothing_is_there(cache: ForgivingCache, caplog: pytest.LogCaptureFixture) -> None:
    assert cache.get("one") is None
    assert cache.get("one", 1) == 1
    assert cache.get_many(["one", "two"]) == {}
    assert "one" not in cache
    assert cache.get_or_set("one", 1) == 1
    assert "The cache cannot be reached" in caplog.text


def test_storing_is_no_fault(cache: ForgivingCache) -> None:
    changes: dict[str, Any] = {
        "add": cache.add("one", 1),
        "set": cache.set("one", 1),
        "set_many": cache.set_many({"one": 1}),
        "touch": cache.touch("one"),
        "delete": cache.delete("one"),
        "delete_many": cache.delete_many(["one"]),
        "clear": cache.clear(),
    }
    assert changes == {
        "add": True,
        "set": None,
        "set_many": ["one"],
        "touch": False,
        "delete": False,
        "delete_many": None,
        "clear": False,
    }


def test_what_is_not_there_can_not_be_counted(cache: ForgivingCache) -> None:
    for count in (cache.incr, cache.decr):
        with pytest.raises(ValueError, match="not found"):
            count("one")
