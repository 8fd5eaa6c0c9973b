"""How fast and at what cost words reach a page, against a bare relay in the same run.

Starts a whole installation of its own (fresh data, free ports, loopback only), signs one person in, and asks the
studio's director the same question in 1 and in 20 conversations at once; then the relay of `benchmarks/relay.py` on
the same studio and Valkey does the same. Prints a table; `--json FILE` keeps the numbers.
"""

import argparse
import asyncio
import contextlib
import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
import psutil
import websockets

from sogni_web.run.places import ROOT
from tests.run.installation import Installation
from tests.run.visitor import Visitor
from tests.studio_server import free_port

QUESTION = "are you an AI?"
LEVELS = {1: 12, 20: 4}  # conversations at once: rounds
PATIENCE_S = 60.0


@dataclass
class Heard:
    """One answer as its page heard it: when it was asked for, and (moment, characters) of every tail."""

    asked_at: float
    tails: list[tuple[float, int]] = field(default_factory=list)


@dataclass
class Level:
    """One number of conversations on one system. Seconds; CPU seconds per 10,000 tokens by process."""

    first_token: list[float]
    token: list[float]
    cpu: dict[str, float]
    tokens: int


Ask = Callable[[int], Awaitable[Heard]]


async def measure(
    ask: Ask, count: int, rounds: int, processes: dict[str, psutil.Process], studio: str
) -> Level:
    """`ask(n)` puts the question in the n-th conversation and listens to its end."""
    await asyncio.gather(*(ask(number) for number in range(count)))  # warm
    level = Level([], [], {}, 0)
    before = {name: _cpu(process) for name, process in processes.items()}
    for _ in range(rounds):
        began = time.time()
        heard = await asyncio.gather(*(ask(number) for number in range(count)))
        told = [chat for chat in await _told(studio) if chat["received_at"] >= began]
        assert len(told) == count, f"{len(told)} answers for {count} questions"
        _compare(level, heard, told)
    for name, process in processes.items():
        level.cpu[name] = (_cpu(process) - before[name]) * 10_000 / level.tokens
    return level


def _compare(level: Level, heard: list[Heard], told: list[dict[str, Any]]) -> None:
    """Answers are matched by the order in which they began."""
    by_first = sorted(heard, key=lambda one: one.tails[0][0])
    for page, chat in zip(by_first, sorted(told, key=lambda one: one["told"][0][0]), strict=True):
        own = chat["told"][0][0] - chat["received_at"]
        level.first_token.append(page.tails[0][0] - page.asked_at - own)
        level.tokens += len(chat["told"])
        for moment, chars in chat["told"]:
            shown = next((at for at, seen in page.tails if seen >= chars), None)
            if shown is not None:
                level.token.append(shown - moment)


async def _told(studio: str) -> list[dict[str, Any]]:
    async with httpx.AsyncClient() as http:
        answer = await http.get(f"{studio}/_studio/state")
    chats: list[dict[str, Any]] = answer.raise_for_status().json()["chats"]
    return [chat for chat in chats if chat["told"]]


def _cpu(process: psutil.Process) -> float:
    times = process.cpu_times()
    return float(times.user + times.system)


async def product(installation: Installation, visitor: Visitor, count: int) -> tuple[Ask, Any]:
    """The product's pages: a socket each, a POST each."""
    paths = [_fresh(visitor, number) for number in range(count)]
    seen = {path: visitor.export(path)["last_seq"] for path in paths}
    token = visitor.token
    cookies = "; ".join(f"{name}={value}" for name, value in visitor.http.cookies.items())
    headers = {"Cookie": cookies}
    stack = contextlib.AsyncExitStack()
    http = await stack.enter_async_context(
        httpx.AsyncClient(
            base_url=installation.address, cookies=dict(visitor.http.cookies), timeout=20
        )
    )
    sockets = [
        await stack.enter_async_context(
            websockets.connect(
                f"ws://127.0.0.1:{installation.port}/ws{path}?after={seen[path]}",
                additional_headers=headers, origin=websockets.Origin(installation.address),
            )
        )
        for path in paths
    ]  # fmt: skip

    async def ask(number: int) -> Heard:
        return await _answer(http, f"{paths[number]}send", token, sockets[number])

    return ask, stack


async def _answer(
    http: httpx.AsyncClient, address: str, token: str, socket: websockets.ClientConnection
) -> Heard:
    """Post the question, and listen at the page's socket until its run has ended."""
    heard = Heard(time.time())

    async def trace(event: str, _info: dict[str, Any]) -> None:
        # the client's own work before is not ours
        if event == "http11.send_request_headers.started":
            heard.asked_at = time.time()

    sent = asyncio.create_task(
        http.post(
            address,
            data={"text": QUESTION, "client_key": _key(), "csrfmiddlewaretoken": token},
            headers={"HX-Request": "true", "Origin": str(http.base_url).rstrip("/")},
            extensions={"trace": trace},
        )
    )
    async with asyncio.timeout(PATIENCE_S):
        async for message in socket:
            frame = json.loads(message)
            if frame["type"] == "tail":
                heard.tails.append((time.time(), frame["after"] + len(frame["text"])))
            elif frame["type"] == "run_completed":
                break
    assert (await sent).status_code == 204
    return heard


def _fresh(visitor: Visitor, number: int) -> str:
    """A conversation of its own: the untouched one is used up first."""
    path = visitor.start_conversation()
    visitor.say(path, f"hello {number}")
    deadline = time.monotonic() + PATIENCE_S
    while not visitor.ended(path):
        assert time.monotonic() < deadline
        time.sleep(0.1)
    return path


def _key() -> str:
    import uuid

    return str(uuid.uuid4())


async def relay(port: int, count: int) -> tuple[Ask, Any]:
    """The bare relay: the question goes over the socket itself."""
    stack = contextlib.AsyncExitStack()
    sockets = [
        await stack.enter_async_context(
            websockets.connect(f"ws://127.0.0.1:{port}/ws/relay{number}/")
        )
        for number in range(count)
    ]

    async def ask(number: int) -> Heard:
        heard = Heard(time.time())
        await sockets[number].send(QUESTION)
        async with asyncio.timeout(PATIENCE_S):
            async for message in sockets[number]:
                frame = json.loads(message)
                if frame["type"] == "end":
                    break
                heard.tails.append((time.time(), len(frame["text"])))
        return heard

    return ask, stack


@contextlib.contextmanager
def relay_processes(installation: Installation) -> Iterator[tuple[int, dict[str, psutil.Process]]]:
    port = free_port()
    command = [sys.executable, "-m", "benchmarks.relay"]
    options: dict[str, Any] = {
        "env": installation.environment,
        "cwd": ROOT,
        "stdout": subprocess.PIPE,
    }
    worker = subprocess.Popen([*command, "worker"], **options)
    web = subprocess.Popen([*command, "web", str(port)], **options)
    try:
        assert worker.stdout is not None
        worker.stdout.readline()
        _wait_for(port)
        yield port, {"web": psutil.Process(web.pid), "worker": psutil.Process(worker.pid)}
    finally:
        for process in (web, worker):
            process.terminate()
            process.wait(10)
            if process.stdout is not None:
                process.stdout.close()


def _wait_for(port: int) -> None:
    deadline = time.monotonic() + PATIENCE_S
    while time.monotonic() < deadline:
        with contextlib.suppress(OSError), contextlib.closing(_dial(port)):
            return
        time.sleep(0.05)
    raise AssertionError("the relay did not start")


def _dial(port: int) -> Any:
    import socket

    return socket.create_connection(("127.0.0.1", port), 1)


async def run(installation: Installation, visitor: Visitor) -> dict[str, dict[int, Level]]:
    studio = f"http://127.0.0.1:{installation.studio_port}"
    valkey = installation.child("valkey")
    found: dict[str, dict[int, Level]] = {"product": {}, "relay": {}}
    ours = {name: installation.child(name) for name in ("web", "worker")} | {"valkey": valkey}
    with relay_processes(installation) as (port, theirs):
        for count, rounds in LEVELS.items():
            ask, stack = await relay(port, count)
            async with stack:
                found["relay"][count] = await measure(
                    ask, count, rounds, {**theirs, "valkey": valkey}, studio
                )
            ask, stack = await product(installation, visitor, count)
            async with stack:
                found["product"][count] = await measure(ask, count, rounds, ours, studio)
    return found


def report(found: dict[str, dict[int, Level]]) -> list[dict[str, Any]]:
    rows = []
    for count in LEVELS:
        for system in ("relay", "product"):
            level = found[system][count]
            row: dict[str, Any] = {"conversations": count, "system": system, "tokens": level.tokens}
            for name, values in (("first", level.first_token), ("token", level.token)):
                ordered = sorted(values)
                row[f"{name}_p50_ms"] = round(statistics.median(ordered) * 1000, 1)
                row[f"{name}_p95_ms"] = round(ordered[int(len(ordered) * 0.95)] * 1000, 1)
            row["cpu_s_per_10k"] = {name: round(value, 2) for name, value in level.cpu.items()}
            row["cpu_s_per_10k"]["sum"] = round(sum(level.cpu.values()), 2)
            rows.append(row)
    return rows


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", type=Path, help="write the rows here")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        installation = Installation(Path(folder), STUDIO_ALLOW_FAULTS="1")
        installation.start()
        try:
            said = installation.until(r"^Ctrl-C")
            visitor = Visitor(installation, next(x.strip() for x in said if "/accounts/link/" in x))
            rows = report(asyncio.run(run(installation, visitor)))
        finally:
            installation.remove()
    for row in rows:
        print(json.dumps(row))
    if asked.json:
        asked.json.write_text(json.dumps(rows, indent=1))


if __name__ == "__main__":
    main()
