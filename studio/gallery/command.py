"""`python -m studio gallery`: make the exhibits, write the page, say where it is."""

import argparse
import asyncio
import time
from collections.abc import Mapping
from pathlib import Path

from studio.gallery.catalogue import named
from studio.gallery.exhibit import Exhibit
from studio.gallery.making import Made, maker
from studio.gallery.page import page
from studio.settings import from_environment

_GIVEN = {"photo": "picture", "song": "song", "clip": "film"}


def add_options(parser: argparse.ArgumentParser) -> None:
    """The options of the sub-command."""
    parser.add_argument("--out", type=Path, help="where the page goes; gallery in the data folder")
    parser.add_argument("--only", default="", help="tools or exhibits by name, with commas between")
    for name, what in _GIVEN.items():
        parser.add_argument(
            f"--{name}", type=Path, help=f"a {what} of yours in place of the studio's own"
        )


def run(given: argparse.Namespace) -> int:
    """The exit code: 1 when anything failed, 2 for options that cannot be."""
    settings = from_environment(data_dir=given.data_dir)
    folder: Path = (given.out or settings.data_dir / "gallery").resolve()
    people = {name: getattr(given, name) for name in _GIVEN if getattr(given, name) is not None}
    missing = next((file for file in people.values() if not file.is_file()), None)
    if missing is not None:
        print(f"There is no file {missing}.")  # noqa: T201 - a command speaks to its terminal
        return 2
    try:
        chosen = named(name for name in given.only.split(",") if name)
    except ValueError as wrong:
        print(wrong)  # noqa: T201
        return 2
    folder.mkdir(parents=True, exist_ok=True)
    made = asyncio.run(show(chosen, folder, people, settings.renderers))
    failed = sum(1 for one in made if one.failure)
    print(f"{len(made)} exhibits, {failed} failed: {folder / 'index.html'}")  # noqa: T201
    return 1 if failed else 0


async def show(
    chosen: list[Exhibit], folder: Path, people: Mapping[str, Path], renderers: int = 2
) -> list[Made]:
    """Make `chosen` and what they need, and write the page, in `folder`, which is there. What was tried, in order."""
    began = time.monotonic()
    async with maker(folder, people, renderers) as workshop:
        made = await workshop.make(chosen, _tell)
        words = await asyncio.to_thread(page, made, time.monotonic() - began)
    (folder / "index.html").write_text(words, encoding="utf-8")
    return made


def _tell(made: Made) -> None:
    end = made.failure or "done"
    print(f"{made.took_s:6.1f} s  {made.exhibit.tool:26} {made.exhibit.name:20} {end}", flush=True)  # noqa: T201
