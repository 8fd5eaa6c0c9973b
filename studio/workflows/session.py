"""The media of a workflow under way: pieces for the tools, sources for the bindings, files for a look."""

from pathlib import Path
from typing import Any

from studio.tools.api import Media, Piece, ToolRefusal
from studio.tools.outcome import Outcome
from studio.tools.pieces import Pieces
from studio.workflows.bindings import Session, Source
from studio.workflows.control import Scene
from studio.workflows.plan import INPUT
from studio.workflows.record import Step, Workflow

_GONE = Path("/nonexistent")


async def input_rows(
    pieces: Pieces, references: Any, named: dict[str, Any]
) -> list[dict[str, Any]]:
    """Input media as rows of the record: the references that were sent, then a template's media by name.

    Raises ToolRefusal for any address but the studio's own.
    """
    rows = []
    for place, one in enumerate(references if isinstance(references, list) else []):
        if not isinstance(one, dict):
            raise ToolRefusal("media_references must hold objects.")
        url, name = one.get("url") or one.get("value"), one.get("id")
        piece = await pieces.at(url, one.get("kind") or one.get("mediaType"))
        label = name if isinstance(name, str) and name else f"input_{place + 1}"
        rows.append(_row(piece, f"input-{place}", name=label[:200]))
    for name, urls in named.items():
        for url in urls if isinstance(urls, list) else [urls]:
            rows.append(_row(await pieces.at(url), f"input-{len(rows)}", name=name))
    return rows


class WorkflowSession:
    """Grows with every step that is done. Order is never changed, so indices stay what they were."""

    def __init__(self, workflow: Workflow, media: Media, paths: dict[str, Path]) -> None:
        self._workflow = workflow
        self.media = media
        self._paths = paths

    @classmethod
    async def of(cls, workflow: Workflow, pieces: Pieces) -> "WorkflowSession":
        """From the record, also after a restart. A file that is gone keeps its place; using it fails."""
        found: dict[bool, dict[str, list[Piece]]] = {True: {}, False: {}}
        paths: dict[str, Path] = {}
        for made, rows in ((False, workflow.inputs), (True, workflow.artifacts)):
            for row in rows:
                piece = await _piece(row, pieces)
                found[made].setdefault(row["mediaType"], []).append(piece)
                if piece.path is not _GONE:
                    paths[row["id"]] = piece.path
        generated, uploaded = (
            {kind: tuple(some) for kind, some in found[made].items()} for made in (True, False)
        )
        return cls(workflow, Media(generated, uploaded), paths)

    def bindings(self) -> Session:
        """What the next step's bindings can reach: every step that came to something, and the input media."""
        sources = {INPUT: self.source(self._workflow.inputs, {}, made=False)}
        for step in self._workflow.steps:
            if step.status == "completed":
                rows = [one for one in self._workflow.artifacts if one["id"] in step.artifacts]
                sources[step.id] = self.source(rows, step.result, made=True)
        return Session(sources, self._paths)

    def source(self, rows: list[dict[str, Any]], result: dict[str, Any], *, made: bool) -> Source:
        """Rows with their places in the index spaces."""
        every = self._workflow.artifacts if made else self._workflow.inputs
        indices: dict[str, int] = {}
        seen: dict[str, int] = {}
        for row in every:
            place = seen[row["mediaType"]] = seen.get(row["mediaType"], -1) + 1
            indices[row["id"]] = place if made else -place - 1
        return Source(tuple(rows), indices, result)

    def scene(self) -> Scene:
        return Scene(self._workflow, self.media, self._paths)

    def add(self, step: Step, outcome: Outcome) -> list[dict[str, Any]]:
        """Take in what a step made; the new rows."""
        rows = []
        for output in outcome.outputs:
            row = _row(output.piece, output.id, toolName=step.tool, stepId=step.id)
            row |= {"modelKey": outcome.model_id, "metadata": dict(output.facts)}
            self._paths[output.id] = output.piece.path
            rows.append(row)
        self.media = outcome.added_to(self.media)
        self._workflow.artifacts.extend(rows)
        step.artifacts.extend(row["id"] for row in rows)
        return rows


def _row(piece: Piece, asset: str, **more: Any) -> dict[str, Any]:
    known = {
        "width": piece.width,
        "height": piece.height,
        "durationSeconds": piece.duration_s,
        "sizeBytes": piece.path.stat().st_size if piece.path.is_file() else None,
    }
    return {
        "id": asset,
        "kind": piece.kind,
        "mediaType": piece.kind,
        "url": piece.url,
        "mimeType": piece.mime,
        **{key: value for key, value in known.items() if value is not None},
        **more,
    }


async def _piece(row: dict[str, Any], pieces: Pieces) -> Piece:
    try:
        return await pieces.at(row["url"], row["mediaType"])
    except ToolRefusal:
        return Piece(row["mediaType"], _GONE, row["url"], row["mimeType"])
