"""A file on its way to somebody who reads slowly holds nothing that others need."""

import asyncio
from typing import Any

import pytest
from asgiref.testing import ApplicationCommunicator
from django.db import connection
from django.http import HttpRequest, StreamingHttpResponse

from sogni_web.asgi import OneHopHandler
from tests.waiting import until

ALIVE = "SELECT count(*) FROM pg_stat_activity WHERE pid = %s"
asked_by: list[int] = []


def alive(pid: int) -> bool:
    """Whether the connection with this server process is still open."""
    with connection.cursor() as cursor:
        cursor.execute(ALIVE, [pid])
        return bool(cursor.fetchone()[0])


def slow_file(request: HttpRequest) -> StreamingHttpResponse:
    """Asks the database, as a door does, and answers piece by piece."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        asked_by.append(int(cursor.fetchone()[0]))

    async def pieces() -> Any:
        yield b"one"
        await asyncio.sleep(30)
        yield b"two"

    return StreamingHttpResponse(pieces())


def test_an_answer_under_way_holds_no_database_connection(
    transactional_db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    handler = OneHopHandler()
    monkeypatch.setattr(handler, "_middleware_chain", slow_file)

    async def read_one_piece() -> bytes:
        scope = {"type": "http", "method": "GET", "path": "/", "headers": [], "query_string": b""}
        reader: Any = ApplicationCommunicator(handler, scope)  # type: ignore[no-untyped-call]
        await reader.send_input({"type": "http.request", "body": b""})
        await reader.receive_output(10)
        piece = await reader.receive_output(10)
        await asyncio.to_thread(look)
        await reader.send_input({"type": "http.disconnect"})
        await reader.wait(10)
        return bytes(piece["body"])

    def look() -> None:
        try:
            until(lambda: not alive(asked_by[-1]), what="giving the connection back")
        finally:
            connection.close()

    assert asyncio.run(read_one_piece()) == b"one"
