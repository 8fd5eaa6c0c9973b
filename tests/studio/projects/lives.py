"""Lives of render children for the tests of the pool. Each child imports this file: it imports next to nothing."""

import os
import signal
from multiprocessing.connection import Connection
from pathlib import Path

from studio.rendering.child import work


def dies(pipe: Connection, parent: int) -> None:
    """A child that cannot start."""


def comes_round(pipe: Connection, parent: int) -> None:
    """A child that starts once there is the file that the environment names."""
    if Path(os.environ["TEST_MENDED"]).exists():
        work(pipe, parent)


def hangs_once(pipe: Connection, parent: int) -> None:
    """A child that says nothing, unless there is the file that the environment names: it makes that."""
    try:
        Path(os.environ["TEST_MENDED"]).touch(exist_ok=False)
    except FileExistsError:
        work(pipe, parent)
    else:
        signal.pause()
