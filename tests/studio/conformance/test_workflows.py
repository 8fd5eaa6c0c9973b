"""Durable workflows as the SDK drives them."""

import asyncio
import io
import json
from typing import Any

import httpx
import pytest
from PIL import Image
from sogni_client import ApiError

from tests.studio.conformance.cover import covers
from tests.studio.conformance.plans import DRAW, Sdk, bind, edit, ended, plan, upload
from tests.studio.flow_tools import PRICE
from tests.studio.near import NearStudio
from tests.waiting import eventually


def is_whole_record(done: dict[str, Any], sent: dict[str, Any]) -> None:
    """Every documented member of a finished workflow is there."""
    assert done["id"] == done["workflowId"]
    assert (done["title"], done["input"], done["safeContentFilter"]) == ("A fox", sent, True)
    assert [step["id"] for step in done["plan"]["steps"]] == ["draw", "edit"]
    assert [(step["id"], step["sequence"]) for step in done["steps"]] == [("draw", 0), ("edit", 1)]
    assert done["steps"][1]["dependsOn"] == sent["steps"][0]["dependsOn"]
    assert done["createTime"] <= done["updateTime"]
    assert done["billingPreviews"] == [done["billingPreview"]]
    made = done["artifacts"][0]
    assert (made["kind"], made["mediaType"], made["mimeType"]) == ("image", "image", "image/png")
    assert (made["width"], made["height"], made["toolName"]) == (64, 64, "generate_image")
    assert made["sizeBytes"] > 0
    assert done["steps"][0]["artifacts"] == [made]


@covers("client.workflows.start", "client.workflows.stream_events", "client.workflows.get")
async def test_it_runs_steps_that_build_on_each_other(sdk: Sdk) -> None:
    client = await sdk("wf-run")
    steps = plan(edit(bind("draw", "sourceImageIndex", "image_index")), DRAW)
    started = await client.workflows.start(input=steps, token_type="spark")
    async with asyncio.timeout(60):
        frames = [one async for one in client.workflows.stream_events(started["workflowId"])]
    assert {frame["event"] for frame in frames} == {"workflow_event"}
    first = frames[0]["data"]
    assert {"id", "workflowId", "sequence", "timestamp", "type", "status"} <= set(first)
    assert [frame["id"] for frame in frames] == [str(n) for n in range(1, len(frames) + 1)]
    kinds = [frame["data"].get("type") for frame in frames]
    assert kinds[0] == "workflow_started"
    assert kinds.count("step_completed") == 2
    assert kinds.count("artifact_created") == 2
    assert frames[-1]["data"]["status"] == "completed"
    done = await client.workflows.get(started["workflowId"])
    is_whole_record(done, steps)
    assert [one["stepId"] for one in done["artifacts"]] == ["draw", "edit"]
    assert done["steps"][1]["result"]["startIndex"] == 1
    async with httpx.AsyncClient() as http:
        for one in done["artifacts"]:
            with Image.open(io.BytesIO((await http.get(one["url"])).content)) as picture:
                assert picture.size == (64, 64)


@covers("client.workflows.events")
async def test_steps_that_need_nothing_of_each_other_run_side_by_side(
    sdk: Sdk, near: NearStudio
) -> None:
    """And still the pictures are counted in the order of the plan."""
    client = await sdk("wf-beside")
    draws = [{**DRAW, "id": f"draw{number}"} for number in range(2)]
    edits = [
        edit(bind(f"draw{number}", "sourceImageIndex", "image_index"), name=f"edit{number}")
        for number in range(2)
    ]
    listing = {"id": "list", "toolName": "create_asset_manifest", "arguments": {}}
    steps = (draws[0], edits[0], draws[1], edits[1], listing)
    done = await ended(client, await client.workflows.start(input=plan(*steps)))
    assert done["status"] == "completed", done
    began = [event["data"]["stepId"] for event in done["events"] if event["type"] == "step_started"]
    assert began[:2] == ["draw0", "draw1"]
    assert began[-1] == "list"
    order = [one["stepId"] for one in done["artifacts"]]
    assert order == ["draw0", "edit0", "draw1", "edit1"]
    starts = [step["result"]["startIndex"] for step in done["steps"][:4]]
    assert starts == [0, 1, 2, 3]


async def test_a_step_that_counts_waits_for_all_before_it(sdk: Sdk) -> None:
    client = await sdk("wf-barrier")
    counted = {"id": "count", "toolName": "edit_image",
               "arguments": {"prompt": "at night", "sourceImageIndex": 1}}  # fmt: skip
    draws = [{**DRAW, "id": f"draw{number}"} for number in range(3)]
    done = await ended(
        client, await client.workflows.start(input=plan(*draws[:2], counted, draws[2]))
    )
    assert done["status"] == "completed", done
    kinds = [
        (e["type"], e["data"]["stepId"]) for e in done["events"] if e["type"].startswith("step")
    ]
    assert kinds.index(("step_started", "count")) > kinds.index(("step_completed", "draw1"))
    assert kinds.index(("step_started", "draw2")) > kinds.index(("step_completed", "count"))


async def test_its_log_can_be_read_from_any_place(sdk: Sdk, near: NearStudio) -> None:
    client = await sdk("wf-log")
    done = await ended(client, await client.workflows.start(input=plan(DRAW)))
    log = await client.workflows.events(done["workflowId"])
    assert [event["sequence"] for event in log] == list(range(1, len(log) + 1))
    seen = [
        frame["id"]
        async for frame in client.workflows.stream_events(done["workflowId"], last_event_id=3)
    ]
    assert seen[:-1] == [str(event["sequence"]) for event in log[3:]][: len(seen) - 1]
    assert all("status" not in event for event in log if event["type"].startswith("step_"))
    path = f"/v1/creative-agent/workflows/{done['workflowId']}/events"
    with near.http("wf-log") as http:
        rest = http.get(path, params={"after": 2}).json()["data"]["events"]
        raw = http.get(f"{path}/stream", params={"after": len(log) - 1}).text
    assert rest == log[2:]
    head, state = raw.rstrip().split("\n\n")
    assert head.startswith(f": open\nid: {len(log)}\nevent: workflow_event\ndata: {{")
    assert state.startswith("event: workflow_status\ndata: {")
    assert json.loads(state.partition("data: ")[2])["status"] == "completed"


async def test_input_media_go_into_steps_by_index_and_by_name(sdk: Sdk, near: NearStudio) -> None:
    client = await sdk("wf-input")
    references = [{"kind": "image", "url": upload(near, "wf-input"), "id": "photo"}]
    by_name = edit(
        bind("$input_media", "sourceImageIndex", "image_index", sourceArtifactId="photo")
    )
    look = {
        "id": "look",
        "toolName": "analyze_image",
        "arguments": {},
        "dependsOn": [bind("$input_media", "url", "image_url", sourceArtifactIndex=0)],
    }
    started = await client.workflows.start(input=plan(by_name, look), media_references=references)
    done = await ended(client, started)
    assert done["status"] == "completed", done
    seen = done["steps"][1]["result"]["analysis"]
    assert (seen["width"], seen["height"]) == (96, 64)
    assert "landscape" in seen["description"]
    assert len(seen["regions"]) == 9


async def test_words_become_subtitles(sdk: Sdk) -> None:
    client = await sdk("wf-words")
    words = {"id": "words", "toolName": "compose_lyrics", "arguments": {"prompt": "over the hills"}}
    cues = {"id": "cues", "toolName": "add_subtitles", "arguments": {},
            "dependsOn": [bind("words", "cues", "subtitle_cues")]}  # fmt: skip
    srt = {"id": "srt", "toolName": "add_subtitles", "arguments": {},
           "dependsOn": [bind("words", "srt", "subtitle_srt")]}  # fmt: skip
    done = await ended(client, await client.workflows.start(input=plan(words, cues, srt)))
    assert "'endSeconds': 3.0, 'text': 'over the hills'" in done["steps"][1]["result"]["message"]
    assert "00:00:03,000 --> 00:00:06,000\nla la la" in done["steps"][2]["result"]["message"]


@pytest.mark.parametrize("transform", ["image_index", "asset_ref"])
async def test_a_reference_is_an_index_where_a_number_is_wanted(sdk: Sdk, transform: str) -> None:
    client = await sdk("wf-ref")
    draws = [{**DRAW, "id": f"draw{number}"} for number in range(2)]
    last = edit(bind("draw1", "sourceImageIndex", transform))
    done = await ended(client, await client.workflows.start(input=plan(*draws, last)))
    assert done["status"] == "completed", done
    assert done["steps"][2]["result"]["startIndex"] == 2


async def test_assets_are_listed_labelled_and_checked(sdk: Sdk) -> None:
    client = await sdk("wf-assets")
    label = {"id": "label", "toolName": "label_asset", "arguments": {"label": "hero"},
             "dependsOn": [bind("draw", "assetId", "asset_ref")]}  # fmt: skip
    check = {"id": "check", "toolName": "validate_asset_references", "arguments": {},
             "dependsOn": [bind("draw", "assetIds", "asset_ref")]}  # fmt: skip
    listing = {"id": "list", "toolName": "create_asset_manifest", "arguments": {}}
    final = {"id": "end", "toolName": "finalize_response", "arguments": {"content": "Done."}}
    done = await ended(
        client, await client.workflows.start(input=plan(DRAW, label, check, listing, final))
    )
    by_id = {step["id"]: step["result"] for step in done["steps"]}
    assert by_id["check"]["valid"] is True
    assert by_id["list"]["assetManifest"]["assets"][0]["metadata"]["label"] == "hero"
    assert by_id["end"]["resultUrls"] == [done["artifacts"][0]["url"]]


@pytest.mark.parametrize(
    ("steps", "step", "words"),
    [
        ([DRAW, DRAW], "draw", "twice"),
        ([{"id": "x", "toolName": "no_such", "arguments": {}}], "x", "no tool"),
        ([edit(bind("nowhere", "sourceImageIndex", "image_index"))], "edit", "no step"),
        ([edit(bind("edit", "sourceImageIndex", "image_index"))], "edit", "wait for each other"),
        ([edit(bind("two", "sourceImageIndex", "image_index"), name="one"),
          edit(bind("one", "sourceImageIndex", "image_index"), name="two")], "", "wait for each"),
        ([DRAW, edit(bind("draw", "noArgument", "image_index"))], "edit", "no argument"),
        ([DRAW, edit(bind("draw", "sourceImageIndex", "fly"))], "edit", "no transform"),
        ([DRAW, edit({**bind("draw", "sourceImageIndex", ""), "transform": ["image_index"]})], "edit",
         "no transform"),
        ([DRAW, edit(bind("draw", "sourceImageIndex", "video_index"))], "edit", "no such video"),
        ([DRAW, edit(bind("draw", "sourceImageIndex", "image_index", sourceArtifactIndex=4))],
         "edit", "no such image"),
        ([{"id": "x", "toolName": "generate_image", "arguments": {}}], "x", "needs prompt"),
        ([{"id": "x", "toolName": "generate_image",
           "arguments": {"prompt": "a", "numberOfVariations": 99}}], "x", "at most 16"),
        ([{"id": "x", "toolName": "edit_image", "arguments": {"prompt": "a", "sourceImageIndex": 7}}],
         "x", "no image 7"),
        ([], "", "at least one step"),
    ],
)  # fmt: skip
async def test_a_plan_that_cannot_work_is_refused_with_the_step_named(
    sdk: Sdk, steps: list[dict[str, Any]], step: str, words: str
) -> None:
    client = await sdk("wf-wrong")
    with pytest.raises(ApiError) as refused:
        await client.workflows.start(input={"steps": steps})
    assert refused.value.status == 400
    assert words in str(refused.value)
    details = refused.value.details or {}
    assert details["error_type"] == "WORKFLOW_VALIDATION_FAILED"
    assert not step or details["stepId"] == step
    assert await client.workflows.list() == []


@covers("client.workflows.list")
async def test_the_same_key_is_the_same_workflow(sdk: Sdk) -> None:
    client = await sdk("wf-key")
    both = await asyncio.gather(
        *(client.workflows.start(input=plan(DRAW), idempotency_key="once") for _ in range(2))
    )
    assert both[0]["workflowId"] == both[1]["workflowId"]
    await ended(client, both[0])
    assert len(await client.workflows.list()) == 1
    other = plan({**DRAW, "arguments": {"prompt": "a hare"}})
    with pytest.raises(ApiError) as refused:
        await client.workflows.start(input=other, idempotency_key="once")
    assert (refused.value.status, refused.value.error_code) == (409, 102)
    assert "Idempotency-Key" in str(refused.value)
    assert len(await client.workflows.list()) == 1


@covers("client.workflows.resume")
async def test_a_question_waits_for_the_user(sdk: Sdk, near: NearStudio) -> None:
    client = await sdk("wf-ask")
    ask = {"id": "ask", "toolName": "ask_clarifying_question",
           "arguments": {"question": "Day or night?", "options": ["day", "night"]}}  # fmt: skip
    paused = await ended(client, await client.workflows.start(input=plan(ask, DRAW)))
    assert (paused["status"], paused["waitingReason"]) == (
        "waiting_for_user",
        "ask_clarifying_question",
    )
    assert paused["awaitingCostApproval"] is False
    went_on = await client.workflows.resume(paused["workflowId"])
    assert went_on["resumed"] is True
    assert (await ended(client, went_on["workflow"]))["status"] == "completed"
    assert (await client.workflows.resume(paused["workflowId"]))["resumed"] is False


@covers("client.workflows.reseed")
async def test_it_is_taken_again_with_other_seeds(sdk: Sdk) -> None:
    client = await sdk("wf-seed")
    edited = edit(bind("draw", "sourceImageIndex", "image_index"))
    first = await ended(client, await client.workflows.start(input=plan(DRAW, edited)))
    taken = await client.workflows.reseed(
        first["workflowId"], seed_overrides={"draw": 99}, idempotency_key="take-2"
    )
    assert taken["reseed"]["cloned_from_run_id"] == first["workflowId"]
    seeds = {row["stepId"]: row["newSeed"] for row in taken["reseed"]["steps"]}
    assert seeds["draw"] == 99
    assert "edit" in seeds
    same = await client.workflows.reseed(
        first["workflowId"], seed_overrides={"draw": 99}, idempotency_key="take-2"
    )
    assert same["idempotent"] is True
    assert same["workflow"]["workflowId"] == taken["workflow"]["workflowId"]
    with pytest.raises(ApiError) as refused:
        await client.workflows.reseed(first["workflowId"], idempotency_key="take-2")
    assert (refused.value.status, refused.value.error_code) == (409, 102)
    second = await ended(client, taken["workflow"])
    assert second["artifacts"][0]["metadata"]["seed"] == 99
    with pytest.raises(ApiError):
        await client.workflows.reseed(first["workflowId"], seed_overrides={"nobody": 1})


@covers("client.workflows.cancel")
async def test_a_cancel_stops_the_renders(sdk: Sdk, near: NearStudio) -> None:
    client = await sdk("wf-cancel")
    near.fault("stall")
    started = await client.workflows.start(input=plan(DRAW))
    workshop = near.inner.workshop
    await asyncio.wait_for(eventually(lambda: workshop.ahead == 1), 20)
    path = f"/v1/creative-agent/workflows/{started['workflowId']}/cancel"
    with near.http("wf-cancel") as http:
        told = [await asyncio.to_thread(http.post, path) for _ in range(2)]
    assert [one.json()["data"]["transitioned"] for one in told] == [True, False]
    gone = told[0].json()["data"]["workflow"]
    assert gone["status"] == "cancelled"
    frames = [f async for f in client.workflows.stream_events(started["workflowId"])]
    assert frames[-1]["data"]["status"] == "cancelled"
    assert (await client.workflows.cancel(started["workflowId"]))["status"] == "cancelled"
    await asyncio.wait_for(eventually(lambda: workshop.ahead == 0), 20)


async def test_a_cancel_keeps_what_is_finished(sdk: Sdk, near: NearStudio) -> None:
    """Of three pictures one hangs: the others are paid for, so they are had, in the order of the plan."""
    client = await sdk("wf-cut")
    near.fault("stall", slot=1)
    pair = {**DRAW, "id": "pair", "arguments": {"prompt": "a fox", "numberOfVariations": 2}}
    single = {**DRAW, "id": "single"}
    started = await client.workflows.start(input=plan(pair, single))

    def spent() -> str:
        answer = httpx.get(f"{near.rest}/v4/account/balance", headers={"api-key": "wf-cut"})
        return str(answer.json()["data"]["spark"]["debit"])

    await asyncio.wait_for(eventually(lambda: spent() == str(2 * PRICE)), 30)
    gone = await client.workflows.cancel(started["workflowId"])
    assert gone["status"] == "cancelled"
    steps = {one["id"]: one for one in gone["steps"]}
    assert [len(steps[name]["artifacts"]) for name in ("pair", "single")] == [1, 1]
    assert [one["stepId"] for one in gone["artifacts"]] == ["pair", "single"]
    kinds = [one["type"] for one in gone["events"]]
    assert kinds.count("workflow_cancelled") == 1
    assert kinds[-1] == "workflow_cancelled"
    await asyncio.wait_for(eventually(lambda: near.inner.workshop.ahead == 0), 20)


async def test_ten_at_once_are_enough(sdk: Sdk, near: NearStudio) -> None:
    client = await sdk("wf-many")
    near.fault("fail_slot", slot=0)
    failed = await ended(client, await client.workflows.start(input=plan(DRAW)))
    assert failed["status"] == "failed"
    ask = {"id": "ask", "toolName": "ask_clarifying_question", "arguments": {"question": "Well?"}}
    made = [await client.workflows.start(input=plan(ask)) for _ in range(10)]
    with pytest.raises(ApiError) as refused:
        await client.workflows.start(input=plan(ask))
    assert (refused.value.status, refused.value.error_code) == (409, 102)
    assert refused.value.details == {"activeWorkflowCount": 10, "activeWorkflowLimit": 10}
    with pytest.raises(ApiError) as refused:
        await client.workflows.resume(failed["workflowId"])
    assert (refused.value.status, refused.value.error_code) == (409, 102)
    assert len(await client.workflows.list(limit=4, offset=9)) == 2
    with near.http("wf-many") as http:
        pages = [
            http.get(f"/v1/creative-agent/workflows?{query}").json()["data"]["next"]
            for query in ("limit=4", "limit=4&offset=4", "limit=4&offset=8")
        ]
    assert pages == [4, 8, None]
    for one in made:
        await client.workflows.cancel(one["workflowId"])
    await client.workflows.start(input=plan(ask))


async def test_what_can_be_made_is_made_when_a_step_fails(sdk: Sdk, near: NearStudio) -> None:
    client = await sdk("wf-part")
    near.fault("fail_slot", slot=0)
    other = {**DRAW, "id": "other"}
    done = await ended(
        client,
        await client.workflows.start(
            input=plan(DRAW, edit(bind("draw", "sourceImageIndex", "image_index")), other)
        ),
    )
    assert done["status"] == "partial_failure"
    assert [step["status"] for step in done["steps"]] == ["failed", "skipped", "completed"]
    assert done["error"]["stepId"] == "draw"
    again = await client.workflows.resume(done["workflowId"])
    assert (await ended(client, again["workflow"]))["status"] == "completed"


async def test_others_see_nothing_of_it(sdk: Sdk, near: NearStudio) -> None:
    client = await sdk("wf-mine")
    mine = await ended(client, await client.workflows.start(input=plan(DRAW)))
    base = f"/v1/creative-agent/workflows/{mine['workflowId']}"
    with near.http("wf-stranger") as http:
        for path in ("", "/events", "/events/stream"):
            assert http.get(base + path).status_code == 404
        for path in ("/resume", "/reseed", "/cancel", "/confirm-cost"):
            assert http.post(base + path, json={"decision": "cancel"}).status_code == 404
        assert http.get("/v1/creative-agent/workflows").json()["data"]["workflows"] == []
