"""What a plan will cost, and whether it can work at all: every step planned once with results that are only guessed."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from studio.tools.api import Media, Piece, ToolRefusal, Work
from studio.tools.engine import Engine
from studio.workflows.bindings import Session, Source, Unbound, bound
from studio.workflows.control import CONTROL
from studio.workflows.plan import INPUT, Plan, PlanFault, PlannedStep

UNKNOWN_UNITS = Decimal(1)
"""Taken for a step that cannot be planned before an earlier one is done."""
_NOWHERE = "http://studio.invalid"
_WORDS: dict[str, Any] = {
    "cues": [{"startSeconds": 0, "endSeconds": 1, "text": "…"}],
    "prompt": "…",
}


@dataclass(frozen=True)
class Forecast:
    """Capacity units (one is one Spark) in all, and of each step; the media of those that could be planned."""

    total: Decimal
    steps: tuple[tuple[PlannedStep, Decimal], ...]
    kinds: Mapping[str, str]

    def rows(self) -> list[dict[str, Any]]:
        """For a preview's breakdown."""
        return [
            {
                "toolCallId": step.id,
                "stepId": step.id,
                "toolName": step.tool,
                "capacityUnits": float(units),
            }
            for step, units in self.steps
        ]


async def forecast(engine: Engine, plan: Plan, given: Source, media: Media) -> Forecast:
    """Plan every step in order. Raises PlanFault when a step cannot work with what it will get."""
    guesses = _Guesses(engine, {INPUT: given}, media)
    rows = [(step, await guesses.step(step)) for step in plan.steps]
    return Forecast(sum((units for _, units in rows), Decimal(0)), tuple(rows), guesses.kinds)


class _Guesses:
    """The session as it will probably be."""

    def __init__(self, engine: Engine, sources: dict[str, Source], media: Media) -> None:
        self._engine = engine
        self._sources = sources
        self._media = media
        self._unknown: set[str] = set()
        self.kinds: dict[str, str] = {}

    async def step(self, step: PlannedStep) -> Decimal:
        """Guess one step; its units."""
        if step.tool in CONTROL:
            self.kinds[step.id] = "text"
            self._sources[step.id] = Source((), {}, _WORDS)
            return Decimal(0)
        certain = not self._unknown and all(one.source == INPUT for one in step.bindings)
        work: Work | Decimal | None = None
        if not any(one.source in self._unknown for one in step.bindings):
            work = await self._planned(step, certain=certain)
        if isinstance(work, Decimal):
            self.kinds[step.id] = "text"
            self._sources[step.id] = Source((), {}, _WORDS)
            return work
        if work is None:
            self._unknown.add(step.id)
            return UNKNOWN_UNITS
        self._keep(step, work)
        return work.price_each * len(work.renders)

    async def _planned(self, step: PlannedStep, *, certain: bool) -> Work | Decimal | None:
        """What it renders, or what its words cost; None where that cannot be known yet."""
        tool = self._engine.tool(step.tool)
        try:
            arguments = bound(tool, step.arguments, step.bindings, Session(self._sources, {}))
            work = await self._engine.plan(step.tool, arguments, self._media)
            if work is None:
                return await self._engine.price(step.tool, arguments, self._media)
            return work
        except Unbound as missing:
            if any(one.transform == "artifact_data_uri" for one in step.bindings):
                self._unknown.add(step.id)
                return None
            raise PlanFault(str(missing), step.id) from missing
        except ToolRefusal as refused:
            if certain:
                raise PlanFault(str(refused), step.id) from refused
            self._unknown.add(step.id)
            return None

    def _keep(self, step: PlannedStep, work: Work) -> None:
        self.kinds[step.id] = work.media_type
        kind, start = work.media_type, len(self._media.made(work.media_type))
        pieces = tuple(_piece(work, step, place) for place in range(len(work.renders)))
        made = {**self._media.generated, kind: (*self._media.made(kind), *pieces)}
        named = {**self._media.named, **{one.url: one for one in pieces}}
        self._media = Media(made, self._media.uploaded, named)
        rows = tuple(
            {
                "id": f"{step.id}-{place}",
                "mediaType": kind,
                "url": one.url,
                "mimeType": one.mime,
            }
            for place, one in enumerate(pieces)
        )
        indices = {f"{step.id}-{place}": start + place for place in range(len(pieces))}
        self._sources[step.id] = Source(rows, indices, _WORDS)


def _piece(work: Work, step: PlannedStep, place: int) -> Piece:
    request = work.renders[place]
    length = request.duration_s
    frames = request.options.get("frames")
    if length is None and isinstance(frames, int):
        length = frames / max(request.fps, 1)
    mimes: Mapping[str, str] = {"image": "image/png", "video": "video/mp4", "audio": "audio/mpeg"}
    return Piece(
        work.media_type,
        Path("/nonexistent"),
        f"{_NOWHERE}/{step.id}/{place}",
        mimes.get(work.media_type, "application/octet-stream"),
        request.width or None,
        request.height or None,
        length,
        work.maker,
    )
