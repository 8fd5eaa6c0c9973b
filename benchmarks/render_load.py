"""Many at once: fairness between equal projects, and the memory of the render children."""

import asyncio
import json
import sys
import time
from pathlib import Path
from typing import Any

import psutil

from benchmarks.watched import Watched, told, watched
from studio.gallery.exhibit import Exhibit
from studio.gallery.making import Maker

PROJECTS = 4
SONG_S, CLIP_S = 180, 10
_MB = 1e6


async def fairness(folder: Path) -> list[dict[str, Any]]:
    """Four equal projects, asked for in one moment through the SDK: by one account, then by four.

    Another project holds the children at that moment, so that nobody is served before all are in the line.
    """
    rows = []
    async with watched(folder / "studio", renderers=2) as seen:
        for who in ("one account", "four accounts"):
            keys = [who if who.startswith("one") else f"{who} {n}" for n in range(PROJECTS)]
            asking = await _askers(seen, who, keys)
            assert asking.stdin is not None, "it is a pipe"
            while all(one.finished for one in seen.studio.projects.all.values()):  # noqa: ASYNC110 - nothing tells of it
                await asyncio.sleep(0.02)
            asking.stdin.write(b"go\n")
            with seen.span() as span:
                said, _ = await asking.communicate()
            ends = json.loads(said)
            first, last = min(ends), max(ends)
            row = {"who": who, "first_s": round(first, 2), "last_s": round(last, 2)}
            rows.append(row | {"ratio": round(last / first, 2), **told(span)})
    return rows


async def _askers(seen: Watched, name: str, keys: list[str]) -> asyncio.subprocess.Process:
    return await asyncio.create_subprocess_exec(
        sys.executable, "-m", "benchmarks.askers", str(seen.port), name, *keys,
        stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE,
    )  # fmt: skip


async def memory(folder: Path) -> list[dict[str, Any]]:
    """A song of three minutes; two clips to it at 720p side by side; the whole song over a film of its length."""
    song = Exhibit(
        "long-song", "generate_music", {"prompt": "synthwave", "duration": SONG_S, "seed": 7}
    )
    clips = [
        Exhibit(f"clip-{start}", "sound_to_video",
                {"prompt": "ribbons of light", "duration": CLIP_S, "audioStart": start,
                 "aspectRatio": "1280x720", "seed": 7}, ("long-song",))
        for start in (0, SONG_S - CLIP_S)
    ]  # fmt: skip
    order = [-1, -2] * (SONG_S // CLIP_S // 2)
    whole = Exhibit("whole", "stitch_video", {"videoIndices": order, "audioIndex": -1},
                    (*(one.name for one in clips), "long-song"))  # fmt: skip
    rows = []
    async with watched(folder / "studio", renderers=2) as seen:
        maker = Maker(
            seen.studio, folder, {}, known={one.name: one for one in (song, *clips, whole)}
        )
        for name, asked in (("song", [song]), ("two clips", clips), ("whole film", [whole])):
            began = time.monotonic()
            made = await maker.make(asked, lambda _: None)
            assert all(not one.failure for one in made), [one.failure for one in made]
            peaks = [_peak(pid) for pid in seen.studio.pool.pids()]
            rows.append({
                "after": name, "took_s": round(time.monotonic() - began, 1),
                "largest_child_mb": round(max(peaks)), "children_mb": round(sum(peaks)),
                "studio_mb": round(psutil.Process().memory_info().rss / _MB),
            })  # fmt: skip
    return rows


def _peak(pid: int) -> float:
    """The most memory a process ever held, in MB (Linux keeps it as VmHWM)."""
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) * 1024 / _MB
    raise AssertionError("Linux tells VmHWM")
