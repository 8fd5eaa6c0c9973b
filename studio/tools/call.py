"""One call of a media tool from its plan to its outcome."""

import asyncio
import logging
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from studio.accounts.ledger import Hold
from studio.faults import Faults
from studio.files.blobs import Blobs, blob_key
from studio.policy import flagged
from studio.renderers.api import Progress, RenderResult
from studio.renderers.versions import seed_of
from studio.rendering.workshop import GUESS_S, RenderFailed, Watch, Workshop
from studio.tools.api import Piece, ToolRefusal, Work
from studio.tools.kept import Kept
from studio.tools.outcome import Failure, Outcome, Output, Tick
from studio.tools.pieces import Pieces

logger = logging.getLogger(__name__)

Report = Callable[[Tick], None]
TICK_S = 0.25
_WITHHELD = Failure("SAFETY_REJECTED", "The content filter kept the result back.")
_BROKEN = Failure("UNKNOWN_ERROR", "The studio failed on this render.")
_CANCELLED = Failure("USER_CANCELLED", "The call was cancelled.")
_FAILURES = {
    "genfailure": "PARAMETER_INVALID",  # a renderer says in a sentence what it cannot make
    "workerDisconnected": "GPU_WORKER_FAILED",
    "jobTimedOut": "PROVIDER_TIMEOUT",
}


@dataclass(frozen=True)
class Desk:
    """What every call needs."""

    blobs: Blobs
    pieces: Pieces
    workshop: Workshop
    faults: Faults
    kept: Kept


@dataclass(frozen=True)
class Caller:
    """Who calls: the account, the group it takes its turns with, whether the content filter is on.

    `call_id` is what the call's outputs are remembered under.
    """

    account: str
    group: str
    call_id: str
    filtered: bool


class MediaCall:
    """One call of a media tool while it is made: its renders side by side."""

    def __init__(
        self, desk: Desk, caller: Caller, head: Outcome, work: Work, hold: Hold, report: Report
    ) -> None:
        self._desk, self._caller, self._head = desk, caller, head
        self._work, self._hold, self._report = work, hold, report
        self._id = caller.call_id
        self._shares = [0.0] * len(work.renders)
        self._etas: list[float | None] = [None] * len(work.renders)
        self._outputs: dict[int, Output] = {}
        self._failed: dict[int, Failure] = {}
        self._withheld: set[int] = set()
        self._paid: set[int] = set()  # before a restart
        self._done: set[int] = set()  # since

    async def run(self, stop: asyncio.Event) -> Outcome:
        """Make every render; those not finished when `stop` is set are given up."""
        await self._take_up()
        self.tell("queued")
        renders = [asyncio.create_task(self._make(n)) for n in range(len(self._work.renders))]
        stopping = asyncio.create_task(stop.wait())
        every = asyncio.create_task(asyncio.wait(renders))
        waits: set[asyncio.Task[Any]] = {every, stopping}
        try:
            await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for task in (*renders, *waits):
                task.cancel()
            ends = await asyncio.gather(*renders, return_exceptions=True)
        for place, end in enumerate(ends):
            if isinstance(end, asyncio.CancelledError):
                self._failed[place] = _CANCELLED
            elif isinstance(end, BaseException):
                raise end
        return self._ended()

    def _ended(self) -> Outcome:
        outputs = tuple(self._outputs[place] for place in sorted(self._outputs))
        ended = replace(
            self._head,
            outputs=outputs,
            failed=dict(sorted(self._failed.items())),
            withheld=len(self._withheld),
            spent=self._work.price_each * (len(outputs) + len(self._withheld)),
        )
        if outputs:
            return ended
        return replace(ended, failure=next(iter(ended.failed.values()), _WITHHELD))

    async def _take_up(self) -> None:
        """What this call made before a restart, where its file is still there, and what was kept back then.

        What has expired since is made again, for nothing: it was paid for, and nobody had it.
        """
        for place, data in self._desk.kept.of(self._id).items():
            self._paid.add(place)
            if "withheld" in data:
                self._withheld.add(place)
                self._shares[place] = 1.0
                continue
            try:
                piece = await self._desk.pieces.at(data["url"])
            except ToolRefusal:
                continue
            sources = tuple(data["sources"])
            self._outputs[place] = Output(data["id"], piece, data["fps"], data["facts"], sources)
            self._shares[place] = 1.0

    async def _make(self, place: int) -> None:
        if place in self._outputs or place in self._withheld:
            return
        watch = _Watch(self, place)
        try:
            account, group = self._caller.account, self._caller.group
            async with self._desk.workshop.made(
                account, group, place, lambda: self._work.renders[place], watch
            ) as result:
                await self._keep(place, result)
        except RenderFailed as failed:
            kind = _FAILURES.get(failed.error, "UNKNOWN_ERROR")
            self._give_up(place, Failure(kind, str(failed)))
        except Exception:
            logger.exception("a render of %s failed", self._head.tool)
            if place in self._done:
                return  # what was paid for stays good
            self._outputs.pop(place, None)
            self._give_up(place, _BROKEN)

    def _give_up(self, place: int, failure: Failure) -> None:
        """One render came to nothing; the others go on."""
        self._failed[place] = failure
        self._shares[place] = 1.0
        self.tell_render(place, "failed", error=failure.message)

    async def _keep(self, place: int, result: RenderResult) -> None:
        desk, kind, order = self._desk, self._work.media_type, self._work.renders[place]
        self._shares[place] = 1.0
        sensitive = flagged(order)
        if (sensitive and self._caller.filtered) or desk.faults.take("withheld") is not None:
            desk.kept.save(self._id, place, {"withheld": True}, partial(self._pay, place))
            self._done.add(place)
            self._withheld.add(place)
            self.tell_render(place, "withheld", error=_WITHHELD.message)
            return
        sources = [
            (await self._adopt(f"source{number}", place, path, result.mime))[1]
            for number, path in enumerate(result.sources)
        ]
        key, url = await self._adopt("complete", place, result.path, result.mime)
        piece = Piece(
            kind,
            desk.blobs.path(key),
            url,
            result.mime,
            result.width,
            result.height,
            result.duration_s,
            self._work.maker,
        )
        facts = {"seed": seed_of(order.seed, order.variation), **await self._told(place, result)}
        if sensitive:
            facts["nsfwDetected"] = True
        output = Output(f"{key[:24]}-{place}", piece, result.fps, facts, tuple(sources))
        self._outputs[place] = output
        row = {"id": output.id, "url": url, "fps": output.fps, "facts": facts}
        desk.kept.save(self._id, place, {**row, "sources": sources}, partial(self._pay, place))
        self._done.add(place)
        self.tell_render(place, "completed", url=url)

    async def _told(self, place: int, result: RenderResult) -> dict[str, Any]:
        """What the renderer says of its result; a last frame that was asked for gets an address of its own."""
        told = dict(result.notes)
        picture = told.pop("last_frame", None)
        if picture is not None:
            path = result.path.with_name(picture)
            told["lastFrameUrl"] = (await self._adopt("lastFrame", place, path, "image/png"))[1]
        return told

    def _pay(self, place: int) -> None:
        if place in self._paid:
            return
        about = f"{self._head.tool} with {self._work.model_id}"
        self._hold.spend(self._work.price_each, about, source="tool", source_id=self._id)

    async def _adopt(self, slot: str, place: int, path: Path, mime: str) -> tuple[str, str]:
        key = blob_key(self._caller.account, self._id, slot, str(place))
        await self._desk.blobs.adopt(path, mime, key, maker=self._work.maker)
        return key, self._desk.pieces.address(key)

    def tell(self, status: str) -> None:
        """How far the whole call is."""
        left = [eta for eta in self._etas if eta is not None]
        share = sum(self._shares) / len(self._shares) if self._shares else 1.0
        self._report(Tick(share, status, max(left, default=None), count=len(self._shares)))

    def tell_render(self, place: int, status: str, *, url: str = "", error: str = "") -> None:
        """How far one render is, and with it the call."""
        video = self._work.media_type == "video"
        self._report(
            Tick(
                self._shares[place],
                status,
                self._etas[place],
                place,
                len(self._shares),
                url=url,
                video=video,
                error=error,
            )
        )
        self.tell("processing" if min(self._shares) < 1 else "completed")

    def further(self, place: int, share: float, eta_s: float | None) -> None:
        """A render's progress only rises."""
        self._shares[place] = max(self._shares[place], min(share, 0.99))
        self._etas[place] = eta_s

    @property
    def media_type(self) -> str:
        return self._work.media_type


class _Watch(Watch):
    """Turns a render's news into ticks, four a second at most."""

    def __init__(self, call: MediaCall, place: int) -> None:
        self._call, self._place = call, place
        self._told = 0.0

    def assigned(self) -> None:
        self._call.tell_render(self._place, "initiating")

    def started(self) -> None:
        self._call.further(self._place, 0.0, GUESS_S.get(self._call.media_type))
        self._call.tell_render(self._place, "started")

    async def progress(self, news: Progress) -> None:
        self._call.further(self._place, news.step / max(news.step_count, 1), news.eta_s)
        now = time.monotonic()
        if now - self._told >= TICK_S:
            self._told = now
            self._call.tell_render(self._place, "processing")
