"""What the studio's tools cost, and what they cost everybody else, in one run.

Every tool once through its plan and a render child, one at a time: seconds per megapixel, or multiples of real time,
beside plain work on the same machine in the same run; the event loop's longest delay and a socket's pings meanwhile.
Then four equal projects at once, and the memory of the render children under a three-minute song. `--json FILE` keeps
the numbers.
"""

import argparse
import asyncio
import json
import tempfile
import time
from pathlib import Path
from typing import Any

import av
import numpy as np
from PIL import Image

from benchmarks import render_load
from benchmarks.watched import told, watched
from studio.gallery.catalogue import EXHIBITS, with_sources
from studio.gallery.exhibit import Exhibit
from studio.gallery.making import Made, Maker
from studio.renderers.codecs.encode import MovieWriter

PARTS = ("tools", "fair", "memory")
IDLE_S = 3.0


def one_each() -> list[Exhibit]:
    """The first exhibit of every tool that makes media."""
    first: dict[str, Exhibit] = {}
    for one in EXHIBITS.values():
        if not one.tool.startswith(("compose_", "enhance_")):
            first.setdefault(one.tool, one)
    return list(first.values())


async def tools(folder: Path) -> list[dict[str, Any]]:
    """A row for each tool, after one for plain work and one for doing nothing."""
    rows = [
        {"tool": "plain PNG", "s_per_mp": _plain_png()},
        {"tool": "plain film", "real_time": _plain_film(folder)},
    ]
    async with watched(folder / "studio", renderers=1) as seen:
        await asyncio.sleep(1)
        with seen.span() as idle:
            await asyncio.sleep(IDLE_S)
        rows.append({"tool": "nothing", **told(idle)})
        maker = Maker(seen.studio, folder, {})
        chosen = one_each()
        for exhibit in with_sources(chosen, ()):
            with seen.span() as span:
                made = (await maker.make([exhibit], lambda _: None))[-1]
            if exhibit in chosen:
                row = {"tool": exhibit.tool, "took_s": round(made.took_s, 2)}
                rows.append(row | _pace(made) | told(span))
    return rows


def _pace(made: Made) -> dict[str, Any]:
    assert made.results, f"{made.exhibit.tool}: {made.failure}"
    pieces = [one.piece for one in made.results]
    lasts = sum(piece.duration_s or 0 for piece in pieces)
    if lasts:
        return {"real_time": round(lasts / made.took_s, 2)}
    pixels = sum((piece.width or 0) * (piece.height or 0) for piece in pieces)
    return {"s_per_mp": round(made.took_s * 1e6 / pixels, 2)} if pixels else {}


def _plain_png() -> float:
    """Seconds per megapixel to write and read a PNG."""
    noise = np.random.default_rng(1).normal(128, 12, (1000, 1000, 3)).clip(0, 255).astype(np.uint8)
    began = time.perf_counter()
    with tempfile.TemporaryFile() as file:
        Image.fromarray(noise).save(file, "PNG")
        Image.open(file).load()
    return round(time.perf_counter() - began, 3)


def _plain_film(folder: Path) -> float:
    """Multiples of real time at which frames that are there already become a film of 640 × 360 at 24."""
    rng = np.random.default_rng(1)
    wide = rng.normal(128, 30, (60, 160, 3)).clip(0, 255).astype(np.uint8)
    scene = np.asarray(Image.fromarray(wide).resize((1280, 360), Image.Resampling.BICUBIC))
    began = time.perf_counter()
    with MovieWriter(folder / "plain.mp4", 640, 360, 24) as movie:
        for index in range(96):
            movie.add(np.ascontiguousarray(scene[:, index * 4 : index * 4 + 640]))
    took = time.perf_counter() - began
    with av.open(str(folder / "plain.mp4")) as film:
        assert film.streams.video[0].frames == 96
    return round(4 / took, 2)


async def measure(parts: list[str]) -> dict[str, Any]:
    """The parts asked for, by name."""
    found: dict[str, Any] = {}
    for name in parts:
        with tempfile.TemporaryDirectory() as place:
            folder = Path(place)
            if name == "tools":
                found[name] = await tools(folder)
            elif name == "fair":
                found[name] = await render_load.fairness(folder)
            else:
                found[name] = await render_load.memory(folder)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", type=Path, help="write the numbers here")
    parser.add_argument("--part", choices=PARTS, action="append", help="only this; may be repeated")
    asked = parser.parse_args()
    found = asyncio.run(measure(asked.part or list(PARTS)))
    for name, rows in found.items():
        for row in rows:
            print(name, json.dumps(row))
    if asked.json:
        asked.json.write_text(json.dumps(found, indent=1))


if __name__ == "__main__":
    main()
