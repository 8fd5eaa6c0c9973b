"""Many at once: fairness between equal projects, and the memory of the render children."""

import asyncio
import time
from pathlib import Path
from typing import Any

import psutil
from sogni_client import SogniClient

from benchmarks.watched import Watched, told, watched
from studio.gallery.exhibit import Exhibit
from studio.gallery.making import Maker

PROJECTS, PICTURES = 4, 12
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
            clients = {key: await _client(seen, key) for key in keys}
            clients["busy"] = await _client(seen, "busy")
            busy = asyncio.create_task(_project(clients["busy"], 99, time.monotonic(), pictures=2))
            while all(one.finished for one in seen.studio.projects.all.values()):  # noqa: ASYNC110 - nothing tells of it
                await asyncio.sleep(0.02)
            began = time.monotonic()
            with seen.span() as span:
                ends = await asyncio.gather(
                    *(_project(clients[key], n, began) for n, key in enumerate(keys))
                )
            await busy
            for client in clients.values():
                await client.aclose()
            first, last = min(ends), max(ends)
            row = {"who": who, "first_s": round(first, 2), "last_s": round(last, 2)}
            rows.append(row | {"ratio": round(last / first, 2), **told(span)})
    return rows


async def _client(seen: Watched, key: str) -> Any:
    client = await SogniClient.create(
        api_key=key,
        app_id=f"fair {key}",
        rest_endpoint=f"http://127.0.0.1:{seen.port}",
        socket_endpoint=f"ws://127.0.0.1:{seen.port}",
    )
    await client.projects.wait_for_models()
    return client


async def _project(client: Any, number: int, began: float, pictures: int = PICTURES) -> float:
    """Seconds from the moment all were asked for to this one's last result."""
    project = await client.projects.create(
        type="image", model_id="z_image_turbo_bf16", positive_prompt="a lighthouse on a rocky coast",
        number_of_media=pictures, size_preset="custom", width=1024, height=768, seed=number,
    )  # fmt: skip
    urls = await project.wait_for_completion(300)
    assert len(urls) == pictures
    return time.monotonic() - began


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
