"""What was said about a job so far, and what of its renders' state is news."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from chat.gateway.errors import GatewayError
from chat.gateway.mapping import job_failure
from chat.gateway.renders import Render, cancelled
from chat.gateway.types import JobEvent, JobQueued, SlotDone, SlotFailed, SlotProgress

WITHHELD = "The content rules kept this back. Change the wording and ask again."
UNDER_WAY = ("initiating", "processing", "initiatingModel", "jobStarted", "jobProgress")


@dataclass
class Told:
    """What was said about a job so far; `news` says what is new. Progress never runs back."""

    count: int
    _slots: dict[str, int] = field(default_factory=dict)
    _ended: set[int] = field(default_factory=set)
    _percent: dict[int, int] = field(default_factory=dict)
    _said: dict[int, SlotProgress] = field(default_factory=dict)
    _queued: JobQueued | None = None

    @property
    def complete(self) -> bool:
        return len(self._ended) >= self.count

    def queued(self, now: JobQueued) -> list[JobEvent]:
        """The place in line, when it moved and nothing has started."""
        if now == self._queued or self._said or self._ended:
            return []
        self._queued = now
        return [now]

    def news(self, renders: Iterable[Render]) -> list[JobEvent]:
        events: list[JobEvent] = []
        for render in renders:
            slot = self._slot(render)
            if slot in self._ended:
                continue
            if render.status in ("completed", "failed", "canceled"):
                if ended := self._end(slot, render):
                    events.append(ended)
            elif render.status in UNDER_WAY:
                moved, before = self._move(slot, render), self._said.get(slot)
                if moved != before:
                    self._said[slot] = moved
                    events.append(_without_known_preview(moved, before))
        return events

    def rest_failed(self, error: Mapping[str, Any] | None) -> list[JobEvent]:
        """The job is over: what has not come does not come."""
        sentence = job_failure(error).sentence
        rest = [slot for slot in range(self.count) if slot not in self._ended]
        self._ended.update(rest)
        return [SlotFailed(slot, sentence) for slot in rest]

    @property
    def anything_ended(self) -> bool:
        return bool(self._ended)

    def _end(self, slot: int, render: Render) -> JobEvent | None:
        if render.status == "completed" and not render.withheld and not render.url:
            return None  # its address is still to be had
        self._ended.add(slot)
        if render.withheld:
            return SlotFailed(slot, WITHHELD, withheld=True)
        if render.status == "completed":
            return SlotDone(slot, render.url, render.seed)
        failure = job_failure(render.error or cancelled(render.status))
        return SlotFailed(slot, self._placed(slot, failure), withheld=failure.code == "content")

    def _placed(self, slot: int, failure: GatewayError) -> str:
        """A worker that went away is told with how far it was."""
        percent = self._percent.get(slot)
        if failure.code != "worker" or not percent:
            return failure.sentence
        return failure.sentence.replace(".", f" at {percent} %.", 1)

    def _move(self, slot: int, render: Render) -> SlotProgress:
        percent = render.percent
        if percent is not None:
            percent = self._percent[slot] = max(percent, self._percent.get(slot, 0))
        step = "Getting ready" if render.status.startswith("initiating") else ""
        if not step and render.steps and render.step:
            step = f"Step {min(render.step, render.steps)} of {render.steps}"
        return SlotProgress(slot, percent, step, render.eta_at, render.preview_url)

    def _slot(self, render: Render) -> int:
        """By the service's index: what is made again under a new id keeps its place. Without one, the first free."""
        if render.key in self._slots:
            return self._slots[render.key]
        if render.index is not None and 0 <= render.index < self.count:
            slot = render.index
        else:
            taken = set(self._slots.values())
            slot = next((one for one in range(self.count) if one not in taken), self.count - 1)
        self._slots[render.key] = slot
        return slot


def _without_known_preview(moved: SlotProgress, before: SlotProgress | None) -> SlotProgress:
    """A preview is told once: whoever hears of it fetches it."""
    known = before is not None and moved.preview_url == before.preview_url
    return replace(moved, preview_url="") if known else moved
