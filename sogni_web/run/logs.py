"""The children's log files: kept small, and their warnings shown at the terminal."""

import re
import shutil
from pathlib import Path
from typing import IO

MAX_BYTES = 10 * 1024 * 1024
_MOST_LINES = 20  # shown of one look; the rest is in the file
_WORTH_SHOWING = re.compile(r"^(?:\S+ \S+ )?\W?(WARNING|ERROR|CRITICAL)\b")


class LogFile:
    """One child's log under `folder`. The child writes the file itself, in append mode."""

    def __init__(self, folder: Path, name: str) -> None:
        self.name = name
        self.path = folder / f"{name}.log"
        self._cap()
        self._offset = self.path.stat().st_size if self.path.exists() else 0

    def open(self) -> IO[bytes]:
        """The file for a child's output. The caller closes its copy."""
        return self.path.open("ab")

    def new_warnings(self) -> list[str]:
        """The warnings and errors written since the last look."""
        if not self.path.exists():
            return []
        with self.path.open("rb") as file:
            file.seek(self._offset)
            told = file.read()
        whole = told.rpartition(b"\n")[0]
        self._offset += len(whole) + 1 if whole else 0
        self._cap()
        lines = whole.decode(errors="replace").splitlines()
        return [line for line in lines if _WORTH_SHOWING.match(line)][:_MOST_LINES]

    def tail(self, lines: int = 12) -> str:
        """The last lines, for the explanation of a failure."""
        if not self.path.exists():
            return ""
        return "\n".join(self.path.read_text(errors="replace").splitlines()[-lines:])

    def _cap(self) -> None:
        """Move a file that has grown too large aside. Its writer goes on at the beginning."""
        if not self.path.exists() or self.path.stat().st_size <= MAX_BYTES:
            return
        shutil.copyfile(self.path, self.path.with_suffix(".log.1"))
        with self.path.open("r+b") as file:
            file.truncate(0)
        self._offset = 0
