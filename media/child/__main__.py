"""`python -m media.child`: reads a job as JSON from standard input, answers with JSON on standard output."""

import json
import resource
import sys
from pathlib import Path
from typing import Any

MEMORY_BYTES = 2 * 1024**3
CPU_S = 60
FILE_BYTES = 600 * 1024**2


def _limit() -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_S, CPU_S))
    resource.setrlimit(resource.RLIMIT_FSIZE, (FILE_BYTES, FILE_BYTES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":  # macOS refuses a limit on address space
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))


def _examine(job: dict[str, Any]) -> dict[str, Any]:
    """Decode `job["path"]`, make its renditions in `job["folder"]`; facts as a JSON-able mapping.

    Raises `Undecodable`. Limits come with the job (bytes, pixels, seconds). Only the decoder that is needed is loaded.
    """
    from media.child.sniff import engine_of

    path, folder = Path(job["path"]), Path(job["folder"])
    with path.open("rb") as file:
        engine = engine_of(file.read(4096))
    if engine == "image":
        from media.child.pictures import examine_picture

        return examine_picture(path, folder, job["limits"])
    from media.child.streams import examine_stream

    return examine_stream(path, folder, engine, job["limits"])


def main() -> None:
    _limit()
    from media.child.sniff import Undecodable

    job: dict[str, Any] = json.load(sys.stdin)
    try:
        answer: dict[str, Any] = {"ok": _examine(job)}
    except Undecodable as refused:
        answer = {"refused": refused.reason, "code": refused.code}
    except MemoryError:
        answer = {"refused": "Opening it would take too much memory.", "code": "too_large"}
    json.dump(answer, sys.stdout)


if __name__ == "__main__":
    main()
