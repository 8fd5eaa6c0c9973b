"""One thing the gallery shows: a tool, what it is asked, and what it is given."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Exhibit:
    """`given` are names of other exhibits (`name`, or `name:2` for its second result) or of the inputs `photo`, `song`,
    `clip` and `worn`; they become the session's uploads, each kind in this order.
    """

    name: str
    tool: str
    arguments: Mapping[str, Any] = field(default_factory=dict)
    given: tuple[str, ...] = ()

    @property
    def asked(self) -> str:
        """The words it was asked with, where the tool takes words."""
        names = ("prompt", "description", "brief", "text")
        return str(next((self.arguments[name] for name in names if name in self.arguments), ""))

    @property
    def settings(self) -> dict[str, Any]:
        """The other arguments."""
        asked = self.asked
        return {k: v for k, v in self.arguments.items() if v != asked and k != "seed"}


def exhibits(
    tool: str, given: str | tuple[str, ...], asked: Mapping[str, Mapping[str, Any]], **common: Any
) -> tuple[Exhibit, ...]:
    """Several of one tool with the same inputs, by name; `common` arguments go to all."""
    sources = (given,) if isinstance(given, str) and given else tuple(given or ())
    return tuple(Exhibit(name, tool, {**common, **more}, sources) for name, more in asked.items())
