"""The values that cross the gateway. Money in credits (Spark), times in seconds, sizes in pixels."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import Any


@dataclass(frozen=True)
class ChatRequest:
    """One round of the model. `messages` and `tools` are OpenAI-shaped; no tools means a final answer.

    Images travel as `data:` parts only; the gateway refuses any other address.
    """

    messages: list[dict[str, Any]]
    tools: list[dict[str, Any]] = field(default_factory=list)
    model: str = ""
    max_tokens: int | None = None
    thinking: bool | None = None


@dataclass(frozen=True)
class TextPiece:
    """Visible text and reasoning, already told apart (`<think>` never reaches `text`).

    `retracts`: the text of all pieces before was reasoning, too.
    """

    text: str = ""
    thinking: str = ""
    retracts: bool = False

    def __bool__(self) -> bool:
        return bool(self.text or self.thinking or self.retracts)


@dataclass(frozen=True)
class ToolRequest:
    """A call the model asked for; `arguments` is its raw JSON text."""

    call_id: str
    name: str
    arguments: str


@dataclass(frozen=True)
class RoundEnd:
    """The round is over. `cost` is what the service charged."""

    tool_requests: tuple[ToolRequest, ...]
    finish_reason: str
    cost: Decimal
    prompt_tokens: int = 0
    completion_tokens: int = 0


@dataclass(frozen=True)
class Tick:
    """Nothing new: a chance to look whether to go on."""


@dataclass(frozen=True)
class MediaInput:
    """A file for a job. `role` is Sogni's input type (referenceImage, referenceAudio, startingImage …)."""

    role: str
    data: bytes
    mime: str


@dataclass(frozen=True)
class JobSpec:
    """A media project: `count` renders of one kind."""

    kind: str
    model_id: str
    prompt: str
    count: int = 1
    width: int | None = None
    height: int | None = None
    seed: int | None = None
    negative_prompt: str = ""
    duration_s: float | None = None
    fps: int | None = None
    audio_start_s: float | None = None
    inputs: tuple[MediaInput, ...] = ()
    options: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Estimate:
    """What a job or a round will cost and, where the service says so, take."""

    credits: Decimal
    seconds: float | None = None


@dataclass(frozen=True)
class JobSubmitted:
    """The service has the job under this id."""

    remote_id: str


@dataclass(frozen=True)
class JobQueued:
    """In line, to start at `eta_at`. `position` 1 is next; `reason` is a sentence of the service."""

    position: int | None = None
    eta_at: datetime | None = None
    reason: str = ""


@dataclass(frozen=True)
class SlotProgress:
    """Render `slot` (0-based) works, to be done at `eta_at`. `percent` 0–100 or None; `preview_url` is a new one to
    fetch."""

    slot: int
    percent: int | None = None
    step: str = ""
    eta_at: datetime | None = None
    preview_url: str = ""


@dataclass(frozen=True)
class SlotDone:
    """Render `slot` is finished; `url` is the service's short-lived address of the file."""

    slot: int
    url: str
    seed: int | None = None
    facts: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class SlotFailed:
    """Render `slot` gave nothing. `withheld`: the content filter kept it back."""

    slot: int
    sentence: str
    withheld: bool = False


@dataclass(frozen=True)
class JobEnd:
    """No more comes. `cost` is what the service charged, None when it does not say."""

    cost: Decimal | None = None


RoundEvent = TextPiece | RoundEnd | Tick
JobEvent = JobSubmitted | JobQueued | SlotProgress | SlotDone | SlotFailed | JobEnd | Tick
