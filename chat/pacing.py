"""When a stream is stored and when it is only shown: the two tempos of text and progress.

Durable checkpoints are few (each is a commit), live tails are many (each is a hint). Clocks are passed in.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

Clock = Callable[[], float]

CHECKPOINT_S = 0.5
CHECKPOINT_CHARS = 1024
TAIL_S = 0.05
PROGRESS_S = 1.0


@dataclass
class TextPace:
    """Collects streamed text; says when to store it and when to show the tail.

    `stored`: characters in the last checkpoint. A checkpoint is due about every half second or kilobyte, and
    when a Markdown block is finished; the first tail goes at once, then one every 50 ms.
    """

    clock: Clock
    text: str = ""
    thinking: str = ""
    stored: int = 0
    _checkpoint_at: float = field(default=0.0, init=False)
    _tail_at: float = field(default=-1.0, init=False)
    _shown: int = field(default=0, init=False)

    def __post_init__(self) -> None:
        self._checkpoint_at = self.clock()

    def add(self, text: str, thinking: str) -> None:
        self.text += text
        self.thinking += thinking

    def retract(self) -> None:
        """The text so far was reasoning."""
        self.thinking += self.text
        self.text, self.stored, self._shown = "", 0, 0

    @property
    def tail(self) -> str:
        """Everything after the last checkpoint."""
        return self.text[self.stored :]

    def checkpoint_due(self) -> bool:
        fresh = len(self.text) - self.stored
        if not fresh:
            return False
        waited = self.clock() - self._checkpoint_at
        block_ended = "\n\n" in self.tail and waited >= TAIL_S
        return waited >= CHECKPOINT_S or fresh >= CHECKPOINT_CHARS or block_ended

    def tail_due(self) -> bool:
        return len(self.text) > max(self._shown, self.stored) and (
            self.clock() - self._tail_at >= TAIL_S
        )

    def stored_now(self) -> None:
        """A checkpoint of the whole text was written."""
        self.stored = len(self.text)
        self._checkpoint_at = self.clock()

    def shown_now(self) -> None:
        """A tail was sent."""
        self._shown = len(self.text)
        self._tail_at = self.clock()


@dataclass
class ProgressPace:
    """Merges the news of a call's slots; they are stored at most once a second."""

    clock: Clock
    changes: dict[int, dict[str, object]] = field(default_factory=dict)
    _stored_at: float = field(default=-PROGRESS_S, init=False)

    def add(self, slot: int, **news: object) -> None:
        self.changes.setdefault(slot, {}).update(
            {key: value for key, value in news.items() if value not in (None, "")}
        )

    def due(self) -> bool:
        return bool(self.changes) and self.clock() - self._stored_at >= PROGRESS_S

    def take(self) -> dict[int, dict[str, object]]:
        """What to store now."""
        changes, self.changes = self.changes, {}
        self._stored_at = self.clock()
        return changes
