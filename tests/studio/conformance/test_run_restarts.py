"""Runs outlive their studio."""

import asyncio
from pathlib import Path

from tests.studio.conformance.running import (
    ASKING,
    ended,
    kinds,
    plain_client,
    told,
    wish,
)
from tests.studio_server import running_studio
from tests.waiting import eventually


async def test_a_killed_studio_takes_its_runs_up_again(tmp_path: Path) -> None:
    """Two of three pictures are finished when it dies; only the third is rendered, and paid for, afterwards."""
    folder = tmp_path / "data"
    with running_studio(folder, module="tests.studio.doubles", STUDIO_RENDERERS="1") as studio:
        async with await plain_client(studio) as client:
            waiting, _ = await ended(client, wish("draw a fox", runtime_config=ASKING))
            studio.fault("stall", slot=2)
            run = await client.chat.runs.create(**wish("three versions of a red fox"))

            async def two_done() -> bool:
                log = (await client.chat.runs.get(run["runId"]))["events"]
                return sum("resultUrl" in one.get("payload", {}) for one in log) >= 2

            await asyncio.wait_for(eventually(two_done), 30)
            spent = await client.account.refresh_balance()
            studio.process.kill()
            studio.process.wait(10)
    port = studio.port
    with running_studio(folder, port, module="tests.studio.doubles") as studio:
        async with await plain_client(studio) as client:
            events = await told(client, run)
            assert [one["sequence"] for one in events] == list(range(len(events)))
            assert "run_resumed" in kinds(events)
            done = await client.chat.runs.get(run["runId"])
            assert (done["status"], len(done["artifacts"])) == ("completed", 3)
            assert done["recovery"]["resumeCount"] == 1
            after = await client.account.refresh_balance()
            assert float(spent["spark"]["net"]) - float(after["spark"]["net"]) < 1.1
            still = await client.chat.runs.get(waiting["runId"])
            assert still["status"] == "waiting_for_user"
            details = still["waiting"]["details"]
            await client.chat.runs.confirm_cost(
                still["runId"], tool_call_id=details["toolCallId"], decision="confirm",
                accepted_cost_preview=details["costApprovalPreview"],
            )  # fmt: skip
            assert (await told(client, still))[-1]["type"] == "run_completed"
