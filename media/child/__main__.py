"""`python -m media.child`: reads a job as JSON from standard input, answers with JSON on standard output."""

import json
import resource
import sys
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


def main() -> None:
    _limit()
    from media.child.sniff import Undecodable, examine

    job: dict[str, Any] = json.load(sys.stdin)
    try:
        answer: dict[str, Any] = {"ok": examine(job)}
    except Undecodable as refused:
        answer = {"refused": refused.reason, "code": refused.code}
    except MemoryError:
        answer = {"refused": "Opening it would take too much memory.", "code": "too_large"}
    json.dump(answer, sys.stdout)


if __name__ == "__main__":
    main()
