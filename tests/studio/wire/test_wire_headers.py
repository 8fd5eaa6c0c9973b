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
        ("/v1/creative-agent/tools/execute", {"tool": "compose_lyrics"}),
    ],
)
def test_a_header_with_no_such_token_is_refused(
    near: NearStudio, path: str, body: dict[str, Any]
) -> None:
    answer = post(near, path, body, **{"X-Token-Type": "gold"})
    assert answer.status_code == 400
    assert "token_type" in answer.json()["message"]


@pytest.mark.parametrize(
    ("sent", "served"),
    [
        ("image/png", "image/png"),
        ("image/svg+xml", "application/octet-stream"),
        ("text/html", "application/octet-stream"),
    ],
)
def test_nothing_that_could_run_is_served_as_such(near: NearStudio, sent: str, served: str) -> None:
    place = {"jobId": "j", "type": "startingImage", "imageId": sent}
    with near.http("headers") as http:
        given = http.get("/v1/image/uploadUrl", params={**place, "contentType": sent}).json()
        url = given["data"]["uploadUrl"]
        assert http.put(url, content=b"<svg/>", headers={"Content-Type": sent}).is_success
        found = http.get("/v1/image/downloadUrl", params=place).json()["data"]["downloadUrl"]
        answer = http.get(found)
    assert answer.content == b"<svg/>"
    assert answer.headers["content-type"] == served
    assert answer.headers["x-content-type-options"] == "nosniff"
