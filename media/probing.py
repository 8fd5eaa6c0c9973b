"""Runs the decoder child on one file and turns its answer into facts or a refusal."""

import json
import os
import subprocess
import sys
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings

from media.refusals import Refused

WALL_S = 90.0
AT_ONCE = max(2, os.cpu_count() or 1)  # children of this process: each may take much memory
TURN_S = 2 * WALL_S
_turns = threading.BoundedSemaphore(AT_ONCE)


@dataclass(frozen=True)
class Probed:
    """What decoding found. `renditions`: purpose → (file in the folder, mime)."""

    kind: str
    mime: str
    width: int | None
    height: int | None
    duration_s: float | None
    fps: float | None
    renditions: Mapping[str, tuple[Path, str]]


def probe(path: Path, folder: Path) -> Probed:
    """Decode the file in a process of its own with memory, CPU and wall-clock limits. Raises `Refused`.

    A few at a time; the others wait for their turn.

    Renditions are written into `folder`, which the caller owns and removes.
    """
    if not _turns.acquire(timeout=TURN_S):
        raise Refused("Many files are being opened now. Try again in a minute.", code="busy")
    try:
        return _probe(path, folder)
    finally:
        _turns.release()


def _probe(path: Path, folder: Path) -> Probed:
    job = {"path": str(path), "folder": str(folder), "limits": settings.MEDIA_LIMITS}
    try:
        done = subprocess.run(
            [sys.executable, "-m", "media.child"],
            input=json.dumps(job).encode(),
            capture_output=True,
            timeout=WALL_S,
            cwd=settings.BASE_DIR,
            env={"PATH": "/usr/bin:/bin", "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"},
            check=False,
        )
        answer = json.loads(done.stdout)
    except subprocess.TimeoutExpired as slow:
        raise Refused("Opening it took too long.", code="too_slow") from slow
    except ValueError as died:  # the child met a limit and was ended by the system
        raise Refused("It is damaged or too large to open.", code="undecodable") from died
    if "ok" not in answer:
        raise Refused(answer["refused"], code=answer["code"])
    return _probed(answer["ok"], folder)


def _probed(facts: dict[str, Any], folder: Path) -> Probed:
    return Probed(
        kind=facts["kind"],
        mime=facts["mime"],
        width=facts.get("width"),
        height=facts.get("height"),
        duration_s=facts.get("duration_s"),
        fps=facts.get("fps"),
        renditions={
            purpose: (folder / made["file"], made["mime"])
            for purpose, made in facts["renditions"].items()
        },
    )
