"""A gateway that plays a script, for what the studio can not be made to do on demand: die at a given step."""

import threading
import uuid
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from chat.gateway.types import (
    ChatRequest,
    Estimate,
    JobEnd,
    JobEvent,
    JobSpec,
    JobSubmitted,
    RoundEnd,
    RoundEvent,
    SlotDone,
    SlotFailed,
    SlotProgress,
    TextPiece,
    Tick,
    ToolRequest,
)
from tests.waiting import LOOK_S


class Crash(BaseException):
    """The worker's thread dies here: nothing of ours may catch it."""


@dataclass
class Round:
    """What the model says in a round (word by word, or as `pieces`), and what it asks for."""

    text: str
    calls: tuple[ToolRequest, ...] = ()
    error: Exception | None = None
    pieces: tuple[TextPiece, ...] = ()


@dataclass
class FakeGateway:
    """Plays `rounds` in order. Jobs live in `jobs` like at a service: they survive the worker that sent them.

    `at(step)` is called before every step, named "chat", "piece", "estimate", "submit", "submitted", "progress",
    "done", "end", "find"; raising there is a crash at that step. `cost` credits a job. The files of the slots in
    `lost_files` cannot be fetched.
    """

    result_url: str
    rounds: list[Round] = field(default_factory=list)
    at: Callable[[str], None] = lambda step: None
    app_id: str = "test-worker"
    job_cost: Decimal = Decimal(2)
    failing_slots: frozenset[int] = frozenset()
    withheld_slots: frozenset[int] = frozenset()
    lost_files: frozenset[int] = frozenset()
    jobs: dict[str, JobSpec] = field(default_factory=dict)
    operations: dict[str, str] = field(default_factory=dict)
    asked: list[ChatRequest] = field(default_factory=list)
    cancelled: list[str] = field(default_factory=list)
    submissions: int = 0
    hold_progress: threading.Event | None = None

    def stream_chat(self, request: ChatRequest) -> Generator[RoundEvent, None, None]:
        self.at("chat")
        number = sum(1 for message in request.messages if message["role"] == "assistant")
        self.asked.append(request)
        script = self.rounds[min(number, len(self.rounds) - 1)]
        words = tuple(TextPiece(text=word + " ") for word in script.text.split(" "))
        for piece in script.pieces or words:
            yield piece
            self.at("piece")
        if script.error is not None:
            raise script.error
        yield RoundEnd(script.calls, "tool_calls" if script.calls else "stop", Decimal("0.01"))

    def estimate_chat(self, request: ChatRequest) -> Estimate:
        return Estimate(Decimal("0.02"))

    def known_estimate(self, request: ChatRequest) -> Estimate | None:
        return self.estimate_chat(request)

    def estimate_job(self, spec: JobSpec) -> Estimate:
        self.at("estimate")
        return Estimate(self.job_cost)

    def run_job(self, spec: JobSpec, *, operation_id: str) -> Iterator[JobEvent]:
        self.at("submit")
        remote_id = f"REMOTE-{uuid.uuid4()}"
        self.submissions += 1
        self.jobs[remote_id] = spec
        self.operations[operation_id] = remote_id
        self.at("submitted")
        yield JobSubmitted(remote_id)
        yield from self.follow_job(remote_id, spec)

    def find_job(self, *, app_id: str, operation_id: str) -> str | None:
        self.at("find")
        return self.operations.get(operation_id)

    def follow_job(self, remote_id: str, spec: JobSpec) -> Iterator[JobEvent]:
        for slot in range(spec.count):
            self.at("progress")
            yield SlotProgress(slot, percent=50, eta_at=datetime.now(UTC) + timedelta(seconds=1))
            while self.hold_progress is not None and not self.hold_progress.wait(0.05):
                yield Tick()
            self.at("done")
            if slot in self.withheld_slots:
                yield SlotFailed(slot, "The content rules kept this back.", withheld=True)
            elif slot in self.failing_slots:
                yield SlotFailed(slot, "The worker went away at 50 %.")
            else:
                gone = "/gone" if slot in self.lost_files else ""
                yield SlotDone(slot, self.result_url + gone, seed=7)
        self.at("end")
        yield JobEnd(None)

    def cancel_job(self, remote_id: str) -> bool:
        self.cancelled.append(remote_id)
        return True


def picture_server(png: bytes) -> tuple[ThreadingHTTPServer, str]:
    """A loopback server that hands out one picture; the caller shuts it down."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            if self.path.endswith("/gone"):
                self.send_error(404)
                return
            self.send_response(200)
            self.send_header("Content-Type", "image/png")
            self.send_header("Content-Length", str(len(png)))
            self.end_headers()
            self.wfile.write(png)

        def log_message(self, *args: Any) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, args=(LOOK_S,), daemon=True).start()
    return server, f"http://127.0.0.1:{server.server_port}"
