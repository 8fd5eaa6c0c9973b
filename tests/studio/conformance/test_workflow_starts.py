"""What a durable workflow may be begun and gone on with, and what is refused."""

import pytest
from sogni_client import ApiError

from tests.studio.conformance.cover import covers
from tests.studio.conformance.plans import DRAW, Sdk, ended, plan
from tests.studio.near import NearStudio


@covers("client.workflows.resume", "client.workflows.reseed")
async def test_who_pays_may_change_on_the_way(sdk: Sdk, near: NearStudio) -> None:
    client = await sdk("wf-billing")
    ask = {"id": "ask", "toolName": "ask_clarifying_question", "arguments": {"question": "Well?"}}
    first = await ended(client, await client.workflows.start(input=plan(ask)))
    assert first["billingPreview"]["tokenType"] == "spark"
    for again in (client.workflows.reseed, client.workflows.resume):
        with pytest.raises(ApiError) as refused:
            await again(first["workflowId"], token_type="gold")
        assert refused.value.status == 400
        told = await again(first["workflowId"], token_type="sogni", billing_mode="tokens")
        assert told["workflow"]["billingPreview"]["tokenType"] == "sogni"


def test_a_plan_may_be_spelled_in_either_way(near: NearStudio) -> None:
    binding = {"source_step_id": "draw", "target_argument": "source_image_index",
               "transform": "image_index", "source_artifact_index": 0, "media_type": "image"}  # fmt: skip
    step = {"id": "edit", "tool_name": "edit_image", "arguments": {"prompt": "at night"},
            "depends_on": [binding]}  # fmt: skip
    body = {"input": plan(DRAW, step), "tokenType": "spark", "maxEstimatedCapacityUnits": 9}
    with near.http("wf-snake") as http:
        answer = http.post("/v1/creative-agent/workflows", json=body)
    made = answer.json()["data"]["workflow"]
    assert answer.status_code == 201
    assert made["steps"][1]["dependsOn"] == [binding]


@pytest.mark.parametrize(
    "body",
    [
        b"{", b"[]", b"7", b"{}", b'{"input":7}', b'{"input":{"steps":"x"}}',
        b'{"input":{"steps":[7]}}', b'{"input":{"steps":[{"toolName":7}]}}',
        b'{"input":{"steps":[{"id":"../x","toolName":"generate_image"}]}}',
        b'{"input":{"steps":[{"toolName":"generate_image","arguments":7}]}}',
        b'{"input":{"steps":[{"toolName":"generate_image","arguments":{"prompt":"a"},"dependsOn":7}]}}',
        b'{"input":{"steps":[{"toolName":"generate_image","arguments":{"prompt":"a"},"dependsOn":[7]}]}}',
        b'{"input":{"steps":[{"toolName":"generate_image","arguments":{"prompt":"a"}}]},"workflow_id":"x"}',
        b'{"input":{"steps":[{"toolName":"generate_image","arguments":{"prompt":"a"}}]},'
        b'"media_references":[{"url":"http://169.254.169.254/"}]}',
        b'{"input":{"steps":[{"toolName":"generate_image","arguments":{"prompt":"a"}}]},'
        b'"media_references":[{"url":"file:///etc/passwd"}]}',
        b'{"input":{"steps":[{"toolName":"generate_image","arguments":{"prompt":"a"}}]},'
        b'"media_references":[{"kind":"image","dataUri":"data:image/png;base64,AAAA"}]}',
        b'{"input":{"steps":[{"toolName":"generate_image","arguments":{"prompt":"a"}}]},'
        b'"max_estimated_capacity_units":"many"}',
        b'{"input":{"steps":[{"toolName":"generate_image","arguments":{"prompt":"a"}}]},'
        b'"confirm_cost":"yes"}',
        b'{"input":{"steps":[{"toolName":"generate_image","arguments":{"prompt":"a"}}]},'
        b'"safe_content_filter":"off"}',
        b'{"input":{"steps":[{"toolName":"generate_image","arguments":{"prompt":"a"}}]},'
        b'"billing_mode":"later"}',
        b'{"input":{"steps":[{"toolName":"generate_image","arguments":{"prompt":"a"}}]},'
        b'"token_type":"gold"}',
        b'{"input":{"steps":[{"toolName":"generate_image","arguments":{"prompt":"a"}}]},'
        b'"app_source":7}',
        b'{"input":' + b'{"a":' * 3000 + b"1" + b"}" * 3001,
    ],
)  # fmt: skip
def test_a_wrong_start_gets_the_documented_body(near: NearStudio, body: bytes) -> None:
    with near.http("wf-hostile") as http:
        answer = http.post(
            "/v1/creative-agent/workflows",
            content=body,
            headers={"Content-Type": "application/json"},
        )
    assert answer.status_code == 400, answer.text
    assert answer.json()["status"] == "error"
    assert answer.json()["message"]


@covers("client.workflows.start")
async def test_a_plan_in_words_is_composed(sdk: Sdk) -> None:
    client = await sdk("wf-words")
    begun = await client.workflows.start(
        input={"prompt": "two pictures of a lighthouse", "title": "Sea"}
    )
    assert begun["id"] == begun["workflowId"]
    assert begun["title"] == "Sea"
    assert {one["toolName"] for one in begun["steps"]} == {"generate_image"}
