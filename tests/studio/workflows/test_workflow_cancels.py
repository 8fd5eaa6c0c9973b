"""Workflows that are cancelled from two sides."""

import asyncio
from pathlib import Path

from studio.server import build
from studio.settings import Settings
from tests.studio.conformance.plans import DRAW, plan
from tests.studio.flow_tools import TOOLS


async def test_of_two_cancels_at_once_the_first_ends_it(tmp_path: Path) -> None:
    studio = build(Settings(tmp_path, allow_faults=True, renderers=1), TOOLS)
    async with asyncio.timeout(30):
        started, _ = await studio.workflows.start("0xme", plan(DRAW), {}, {}, None)
        cancels = [studio.workflows.cancel(started) for _ in range(2)]
        assert await asyncio.gather(*cancels) == [True, False]
        assert started.status == "cancelled"
        await studio.close()
