"""Saved uploads as the SDK handles them, and what goes wrong on the way."""

import asyncio
import hashlib
import io
from typing import Any

import httpx
import pytest
from PIL import Image
from sogni_client import ApiError

from tests.studio.conformance.cover import covers
from tests.studio.conformance.plans import Sdk
from tests.studio.near import NearStudio


def picture(colour: str = "teal") -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (80, 60), colour).save(out, "PNG")
    return out.getvalue()


async def fetched(url: str) -> bytes:
    async with httpx.AsyncClient() as http:
        return (await http.get(url)).content


def announced(data: bytes, **more: Any) -> dict[str, Any]:
    digest = hashlib.sha256(data).hexdigest()
    return {
        "sha256": digest,
        "bytes": len(data),
        "contentType": "image/png",
        "name": "a.png",
        **more,
    }


@covers(
    "client.projects.assets.upload",
    "client.projects.assets.bind",
    "client.projects.assets.list",
    "client.projects.assets.remove",
    "client.projects.download_url",
)
async def test_one_upload_serves_many_projects(sdk: Sdk, near: NearStudio) -> None:
    client = await sdk("up-many")
    assets = client.projects.assets
    saved = await assets.upload(picture(), "image/png", "Teal")
    again = await assets.upload(picture(), "image/png")
    assert (saved["state"], saved["id"]) == ("ready", again["id"])
    for job in ("job-1", "job-2"):
        await assets.bind(saved["id"], {"projectId": job, "type": "startingImage"})
        url = await client.projects.download_url(
            {"jobId": job, "imageId": "any", "type": "startingImage"}
        )
        assert await fetched(url) == picture()
    listing = await assets.list()
    assert [one["name"] for one in listing["assets"]] == ["Teal"]
    assert listing["limits"]["fileBytes"] == 100 * 1024 * 1024
    assert listing["assets"][0]["expiresAt"] > listing["assets"][0]["createdAt"]
    await assets.remove(saved["id"])
    assert (await assets.list())["assets"] == []
    with pytest.raises(ApiError) as gone:
        await assets.bind(saved["id"], {"projectId": "job-3", "type": "startingImage"})
    assert gone.value.status == 404


@covers("client.projects.create", "client.projects.assets.try_bind_file")
async def test_a_project_saves_its_inputs_by_itself(sdk: Sdk) -> None:
    client = await sdk("up-auto", "up-auto")
    project = await client.projects.create(
        type="image",
        model_id="z_image_turbo_bf16",
        positive_prompt="at night",
        number_of_media=1,
        starting_image=picture("orange"),
        starting_image_strength=0.5,
        size_preset="custom",
        width=256,
        height=256,
    )
    assert len(await project.wait_for_completion(60)) == 1
    assert len((await client.projects.assets.list())["assets"]) == 1


def test_every_kind_of_file_is_taken_in_either_spelling(near: NearStudio) -> None:
    kinds = ("image/png", "image/jpeg", "image/webp", "video/mp4", "video/quicktime", "video/webm",
             "audio/mp4", "audio/mpeg", "audio/flac", "audio/wav")  # fmt: skip
    with near.http("up-kinds") as http:
        for kind in kinds:
            body = announced(kind.encode())
            del body["contentType"]
            answer = http.post("/v1/assets/prepare", json={**body, "content_type": kind})
            made = answer.json()["data"]
            assert {"id", "state", "uploadUrl", "uploadHeaders"} <= set(made), kind
        sent = httpx.put(made["uploadUrl"], content=b"audio/wav", headers=made["uploadHeaders"])
        assert sent.is_success
        http.post(f"/v1/assets/{made['id']}/finalize")
        slot = {"project_id": "j", "type": "referenceAudio"}
        assert http.post(f"/v1/assets/{made['id']}/bind", json=slot).is_success


def test_each_step_is_checked(near: NearStudio) -> None:
    data = picture("red")
    with near.http("up-steps") as http:
        made = http.post("/v1/assets/prepare", json=announced(data)).json()["data"]
        base, to, heads = f"/v1/assets/{made['id']}", made["uploadUrl"], made["uploadHeaders"]
        assert made["state"] == "uploading"
        assert http.post(f"{base}/finalize").status_code == 409
        slot = {"projectId": "j", "type": "startingImage"}
        assert http.post(f"{base}/bind", json=slot).status_code == 409
        assert httpx.put(to, content=data).status_code == 403
        wrong = {**heads, "Content-Type": "image/jpeg"}
        assert httpx.put(to, content=data, headers=wrong).status_code == 403
        assert httpx.put(to, content=data[:-1], headers=heads).status_code == 400
        assert httpx.put(to, content=data + b"x", headers=heads).status_code == 413
        assert httpx.put(to, content=bytes(len(data)), headers=heads).status_code == 400
        assert httpx.get(to).status_code in (404, 405)
        assert httpx.put(to, content=data, headers=heads).status_code == 200
        assert httpx.put(to, content=data, headers=heads).status_code == 412
        assert http.post(f"{base}/finalize").json()["data"]["state"] == "ready"
        assert http.post(f"{base}/finalize").status_code == 200
        assert http.post(f"{base}/bind", json=slot).status_code == 200
        for bad in (
            {},
            {"projectId": "j"},
            {"projectId": "j", "type": "complete"},
            {"projectId": "j", "type": "../x"},
            {"projectId": "", "type": "startingImage"},
            {"projectId": "j", "type": "referenceAudio"},
            {"projectId": 7, "type": "startingImage"},
            {"projectId": "j", "type": "startingImage", "id": 7},
        ):
            assert http.post(f"{base}/bind", json=bad).status_code == 400, bad
        with near.http("up-stranger") as other:
            assert other.post(f"{base}/bind", json=slot).status_code == 404
            assert other.post(f"{base}/finalize").status_code == 404
            assert other.delete(base).status_code == 404
        assert http.delete(base).status_code == 204
        assert http.delete(base).status_code == 404


@pytest.mark.parametrize(
    "change",
    [
        {"sha256": "x"}, {"sha256": "A" * 64}, {"sha256": None}, {"bytes": 0}, {"bytes": -1},
        {"bytes": 101 * 1024 * 1024}, {"bytes": "9"}, {"bytes": True}, {"contentType": "text/html"},
        {"contentType": ["image/png"]}, {"contentType": None},
    ],
)  # fmt: skip
def test_what_cannot_be_kept_is_not_prepared(near: NearStudio, change: dict[str, Any]) -> None:
    with near.http("up-wrong") as http:
        answer = http.post("/v1/assets/prepare", json=announced(b"abc", **change))
    assert answer.status_code == 400
    assert answer.json()["message"].endswith(".")


def test_a_full_library_says_so(near: NearStudio, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(
        __import__("studio.files.uploads", fromlist=["LIMITS"]).LIMITS, "entries", 1
    )
    with near.http("up-full") as http:
        assert http.post("/v1/assets/prepare", json=announced(b"one")).status_code == 200
        full = http.post("/v1/assets/prepare", json=announced(b"two"))
    assert full.status_code == 409
    assert full.json()["message"].startswith("Your saved upload library is full.")


async def test_a_file_on_its_way_is_locked(near: NearStudio) -> None:
    data = picture("blue") * 40
    with near.http("up-lock") as http:
        made = http.post("/v1/assets/prepare", json=announced(data)).json()["data"]
        begun, rest = asyncio.Event(), asyncio.Event()

        async def slowly() -> Any:
            yield data[:100]
            begun.set()
            await rest.wait()
            yield data[100:]

        heads = {**made["uploadHeaders"], "Content-Length": str(len(data))}
        async with httpx.AsyncClient() as sender:
            sending = asyncio.create_task(
                sender.put(made["uploadUrl"], content=slowly(), headers=heads)
            )
            await asyncio.wait_for(begun.wait(), 10)
            locked = 0
            async with httpx.AsyncClient(base_url=near.rest, headers={"api-key": "up-lock"}) as me:
                for _ in range(100):
                    locked = (await me.post(f"/v1/assets/{made['id']}/finalize")).status_code
                    if locked == 423:
                        break
                assert locked == 423
                assert (await me.delete(f"/v1/assets/{made['id']}")).status_code == 423
                rest.set()
                assert (await sending).status_code == 200
                assert (await me.post(f"/v1/assets/{made['id']}/finalize")).status_code == 200
