"""What a renderer is asked, what it says on the way, and what it hands back."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class RenderRequest:
    """One render of one project.

    `kind` is image, video, audio or model; `workflow` is the engine family (`t2i`, `i2i`, `i2v`, `ia2v`, `a2v` …), or
    the tool's name where no model of the socket does the same (`stitch_video`). `inputs` maps Sogni's input types
    (startingImage, referenceImage, referenceImageEnd, referenceAudio, contextImage1 …) to files; a tool that takes
    many calls them video1, video2 …. Sizes in pixels, durations in seconds. The same request gives the same bytes
    on one machine.
    """

    kind: str
    workflow: str
    model_id: str
    prompt: str
    seed: int
    width: int
    height: int
    steps: int = 8
    variation: int = 0
    negative_prompt: str = ""
    duration_s: float | None = None
    fps: int = 24
    audio_start_s: float | None = None
    strength: float = 0.5
    output_format: str = ""
    inputs: Mapping[str, Path] = field(default_factory=dict)
    options: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Progress:
    """`step` of `step_count` done; `preview` is a small JPEG of the unfinished picture, where there is one.

    `eta_s` is the renderer's own estimate of the seconds left.
    """

    step: int
    step_count: int
    eta_s: float | None = None
    preview: bytes | None = None


@dataclass(frozen=True)
class RenderResult:
    """The finished file; `notes` are true facts the answer may tell (for example the part of a song used).

    `sources` are the clips a composition was put together from, in order, files in the same folder.
    """

    path: Path
    mime: str
    width: int | None = None
    height: int | None = None
    duration_s: float | None = None
    fps: float | None = None
    notes: Mapping[str, Any] = field(default_factory=dict)
    sources: tuple[Path, ...] = ()


class RenderError(Exception):
    """The request cannot be rendered; the message is a sentence for the person."""


Report = Callable[[Progress], None]
