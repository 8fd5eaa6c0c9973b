"""Ids of projects are the clients' own: two accounts may choose the same, and a cancel may follow at once."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import websockets

from studio.projects.orders import quote
from tests.studio.near import NearStudio, near_studio
from tests.studio.wire.wires import frame, heard

JOB = "6F9619FF-8B86-D011-B42D-00CF4FC964FF"
ORDER: dict[str, Any] = {
    "jobID": JOB,
    "keyFrames": [
        {
            "modelID": "z_image_turbo_bf16",
            "positivePrompt": "a red house",
            "sizePreset": "custom",
            "width": 256,
            "height": 256,
        }
    ],
}
CANCEL = {"jobID": JOB, "error": "artistCanceled"}


@pytest.fixture
def near(tmp_path: Path) -> Iterator[NearStudio]:
    with near_studio(tmp_path, renderers=1) as studio:
        yield studio


def line(near: NearStudio, key: str) -> Any:
    return websockets.connect(f"{near.ws}/?appId=same", additional_headers={"api-key": key})


async def test_a_cancel_ends_nobody_elses_project(near: NearStudio) -> None:
    near.fault("stall")
    async with line(near, "first") as first, line(near, "second") as second:
        await first.send(frame("jobRequest", ORDER))
        assert (await heard(first, "jobState"))["type"] == "queued"
        await second.send(frame("jobRequest", ORDER))
        assert (await heard(second, "jobState"))["type"] == "queued"
        await first.send(frame("jobError", CANCEL))
        assert (await heard(first, "artistCancelConfirmation"))["didCancel"] is True
        assert (await heard(second, "jobResult"))["resultUrl"]


async def test_a_cancel_right_behind_the_order_leaves_nothing(tmp_path: Path) -> None:
    """Not even money that is kept back: the balance is enough for one picture, and the next order gets it."""
    price = quote("z_image_turbo_bf16", ORDER["keyFrames"][0])
    with near_studio(tmp_path, renderers=1, spark_balance=price) as near:
        async with line(near, "hasty") as wire:
            await wire.send(frame("jobRequest", ORDER))
            await wire.send(frame("jobError", CANCEL))
            assert (await heard(wire, "artistCancelConfirmation"))["didCancel"] is True
            with near.http("hasty") as http:
                found = http.get(f"/v2/projects/{JOB}").json()["data"]["project"]
            assert found["status"] == "canceled"
            await wire.send(frame("jobRequest", {**ORDER, "jobID": JOB.replace("6F", "7F", 1)}))
            assert (await heard(wire, "jobResult"))["resultUrl"]


async def test_an_order_that_carries_files_is_refused(near: NearStudio) -> None:
    async with line(near, "heavy") as wire:
        await wire.send(frame("jobRequest", {**ORDER, "extra": "A" * 1_100_000}))
        refused = await heard(wire, "jobError")
        assert refused["error"] == 4000
        assert "too large" in refused["error_message"]


async def test_what_policy_forbids_is_declined_at_this_door_too(near: NearStudio) -> None:
    wish = {**ORDER["keyFrames"][0], "positivePrompt": "a sexy picture of the president"}
    async with line(near, "bold") as wire:
        await wire.send(frame("jobRequest", {**ORDER, "keyFrames": [wish], "disableSafety": True}))
        refused = await heard(wire, "jobError")
        assert (refused["error"], refused["vendorFailureCategory"]) == (4000, "content_policy")
        wish |= {"positivePrompt": "a fox", "negativePrompt": wish["positivePrompt"]}
        await wire.send(frame("jobRequest", {**ORDER, "keyFrames": [wish]}))
        assert (await heard(wire, "jobResult"))["resultUrl"]
