"""What a workflow may cost, and who is asked."""

import pytest
from sogni_client import ApiError

from tests.studio.conformance.cover import covers
from tests.studio.conformance.plans import DRAW, Sdk, bind, edit, ended, plan
from tests.studio.near import NearStudio


async def test_a_cost_above_the_ceiling_waits_for_approval(sdk: Sdk, near: NearStudio) -> None:
    client = await sdk("wf-cost")
    started = await client.workflows.start(
        input=plan(DRAW, edit(bind("draw", "sourceImageIndex", "image_index"))),
        max_estimated_capacity_units=3,
    )
    assert started["awaitingCostApproval"] is True
    preview = started["waiting"]["details"]["costApprovalPreview"]
    assert preview["totalEstimatedCapacityUnits"] == 4
    assert [row["stepId"] for row in preview["perToolBreakdown"]] == ["draw", "edit"]
    path = f"/v1/creative-agent/workflows/{started['workflowId']}/confirm-cost"
    with near.http("wf-cost") as http:
        assert http.post(path, json={"decision": "confirm"}).status_code == 400
        other = {**preview, "totalEstimatedCapacityUnits": 1}
        wrong = {"decision": "confirm", "acceptedCostPreview": other}
        assert http.post(path, json=wrong).status_code == 409
        right = {"decision": "confirm", "acceptedCostPreview": preview}
        assert http.post(path, json=right).status_code == 200
    with pytest.raises(ApiError):
        await client.workflows.start(input={"steps": []})
    assert (await ended(client, started))["status"] == "completed"


async def test_a_step_dearer_than_foreseen_is_asked_about(sdk: Sdk, near: NearStudio) -> None:
    """What cannot be planned before the file is there counts one unit until then."""
    client = await sdk("wf-dear")
    unforeseen = edit(bind("draw", "mask_image_url", "artifact_data_uri"))
    started = await client.workflows.start(
        input=plan(DRAW, unforeseen), max_estimated_capacity_units=3
    )
    paused = await ended(client, started)
    assert paused["waitingReason"] == "cost_reauthorization_required"
    assert paused["awaitingCostApproval"] is True
    preview = paused["waiting"]["details"]["costApprovalPreview"]
    assert preview["totalEstimatedCapacityUnits"] == 4
    with pytest.raises(ApiError) as refused:
        await client.workflows.resume(paused["workflowId"])
    assert refused.value.status == 409
    path = f"/v1/creative-agent/workflows/{started['workflowId']}/confirm-cost"
    with near.http("wf-dear") as http:
        yes = {"decision": "confirm", "accepted_cost_preview": preview}
        assert http.post(path, json=yes).status_code == 200
    assert (await ended(client, started))["status"] == "completed"


async def test_a_cost_may_be_declined(sdk: Sdk, near: NearStudio) -> None:
    client = await sdk("wf-declined")
    started = await client.workflows.start(input=plan(DRAW), max_estimated_capacity_units=1)
    path = f"/v1/creative-agent/workflows/{started['workflowId']}/confirm-cost"
    with near.http("wf-declined") as http:
        assert http.post(path, json={"decision": "cancel"}).status_code == 200
        assert http.post(path, json={"decision": "cancel"}).status_code == 409
    assert (await client.workflows.get(started["workflowId"]))["status"] == "cancelled"


async def test_a_cost_approved_beforehand_does_not_wait(sdk: Sdk) -> None:
    client = await sdk("wf-approved")
    started = await client.workflows.start(
        input=plan(DRAW), max_estimated_capacity_units=1, confirm_cost=True
    )
    assert (await ended(client, started))["status"] == "completed"


async def test_an_empty_account_waits_for_credit(sdk: Sdk, near: NearStudio) -> None:
    client = await sdk("wf-poor")
    near.fault("no_balance")
    paused = await ended(client, await client.workflows.start(input=plan(DRAW)))
    assert paused["waitingReason"] == "insufficient_credit"
    again = await client.workflows.resume(paused["workflowId"])
    assert (await ended(client, again["workflow"]))["status"] == "completed"


async def test_words_are_paid_for_as_they_were_quoted(sdk: Sdk, near: NearStudio) -> None:
    """A text tool costs the tokens it reads and writes."""
    client = await sdk("wf-words")
    write = {"id": "write", "toolName": "compose_lyrics", "arguments": {"prompt": "a fox " * 40}}
    started = await client.workflows.start(input=plan(write), max_estimated_capacity_units=0.0001)
    preview = started["waiting"]["details"]["costApprovalPreview"]
    quoted = preview["totalEstimatedCapacityUnits"]
    assert 0 < quoted < 0.1
    path = f"/v1/creative-agent/workflows/{started['workflowId']}/confirm-cost"
    with near.http("wf-words") as http:
        yes = {"decision": "confirm", "acceptedCostPreview": preview}
        assert http.post(path, json=yes).status_code == 200
        assert (await ended(client, started))["status"] == "completed"
        debit = http.get("/v4/account/balance").json()["data"]["spark"]["debit"]
    assert float(debit) == pytest.approx(quoted)


@covers("client.chat.hosted.execute_tool")
async def test_words_that_are_executed_are_paid_for(sdk: Sdk, near: NearStudio) -> None:
    client = await sdk("words")
    call = {"tool": "compose_lyrics", "arguments": {"prompt": "a fox"}}
    answer = await client.chat.hosted.execute_tool(**call)
    told = answer["data"]["result"]["estimated_cost"]["spark"]
    await client.chat.hosted.execute_tool(tool="compose_lyrics", arguments={})
    with near.http("words") as http:
        debit = http.get("/v4/account/balance").json()["data"]["spark"]["debit"]
    assert float(debit) == pytest.approx(told)
    assert told > 0
