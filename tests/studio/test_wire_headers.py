"""Headers beside the key: where a page came from, and what to pay with."""

from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from tests.studio.near import NearStudio, near_studio

HELLO = {"messages": [{"role": "user", "content": "hello"}]}


@pytest.fixture(scope="module")
def near(tmp_path_factory: pytest.TempPathFactory) -> Iterator[NearStudio]:
    with near_studio(tmp_path_factory.mktemp("headers")) as studio:
        yield studio


def post(near: NearStudio, path: str, body: dict[str, Any], **headers: str) -> httpx.Response:
    return httpx.post(
        near.rest + path, json=body, headers={"api-key": "headers", **headers}, timeout=30
    )


def test_an_origin_that_is_no_address_is_refused(near: NearStudio) -> None:
    answer = httpx.get(f"{near.rest}/healthz", headers={"Origin": "http://["})
    assert answer.status_code == 403
    assert answer.json()["status"] == "error"


@pytest.mark.parametrize(
    ("body", "header", "told"),
    [({}, "sogni", "sogni"), ({"token_type": "spark"}, "sogni", "spark"), ({"tokenType": "auto"}, "sogni", "auto")],
)  # fmt: skip
def test_a_header_names_what_to_pay_with_unless_the_body_does(
    near: NearStudio, body: dict[str, Any], header: str, told: str
) -> None:
    answer = post(near, "/v1/chat/runs", {**HELLO, **body}, **{"X-Token-Type": header})
    assert answer.json()["data"]["run"]["scope"]["tokenType"] == told


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/v1/chat/runs", HELLO),
        ("/v1/chat/completions", HELLO),
        ("/v1/creative-agent/workflows", {"input": {"title": "a", "steps": []}}),
    ],
)
def test_a_header_with_no_such_token_is_refused(
    near: NearStudio, path: str, body: dict[str, Any]
) -> None:
    answer = post(near, path, body, **{"X-Token-Type": "gold"})
    assert answer.status_code == 400
    assert "token_type" in answer.json()["message"]
