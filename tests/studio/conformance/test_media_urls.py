"""Addresses for uploads and results: every slot, the reference recipe, films on the wrong route."""

import io
from typing import Any

import av
import httpx
import numpy as np
import pytest
from PIL import Image

from tests.studio.conformance.cover import covers
from tests.studio.conformance.plans import Sdk
from tests.studio.conformance.test_assets import fetched, picture
from tests.studio.near import NearStudio

SLOTS = [
    "startingImage", "cnImage", "referenceImage", "referenceImageEnd", "referenceMask",
    *(f"contextImage{number}" for number in range(1, 17)),
    *(f"keyframeImage{number}" for number in range(1, 9)),
    *("referenceAudio", "referenceAudio1", "referenceAudio2", "referenceAudio3"),
    *("referenceVideo", "referenceVideo1", "referenceVideo2", "referenceVideo3"),
]  # fmt: skip


@pytest.mark.parametrize("slot", SLOTS)
def test_every_slot_takes_and_gives(near: NearStudio, slot: str) -> None:
    with near.http("media-slots") as http:
        for route, name in (("image", "imageId"), ("media", "id")):
            place = {"jobId": f"job-{route}", name: "m1", "type": slot, "contentType": "image/png"}
            put = http.get(f"/v1/{route}/uploadUrl", params=place).json()["data"]["uploadUrl"]
            assert httpx.put(put, content=slot.encode()).status_code == 200
            answer = http.get(f"/v1/{route}/downloadUrl", params=place).json()
            assert httpx.get(answer["data"]["downloadUrl"]).content == slot.encode()


@covers(
    "client.projects.upload_url",
    "client.projects.download_url",
    "client.projects.media_upload_url",
    "client.projects.media_download_url",
)
async def test_references_of_one_job_are_told_apart_by_their_ids(
    sdk: Sdk, near: NearStudio
) -> None:
    client = await sdk("media-refs")
    projects, rest = client.projects, client.api_client.rest
    for name, colour in (("media_ref_1", "red"), ("media_ref_2", "blue")):
        place = {"jobId": "refs", "imageId": name, "type": "referenceImage",
                 "contentType": "image/png"}  # fmt: skip
        await rest.put_bytes(
            await projects.upload_url(place), picture(colour), content_type="image/png"
        )
    for name, colour in (("media_ref_1", "red"), ("media_ref_2", "blue")):
        url = await projects.download_url(
            {"jobId": "refs", "imageId": name, "type": "referenceImage"}
        )
        assert await fetched(url) == picture(colour)
    sound = {"jobId": "refs", "id": "a", "type": "referenceAudio", "contentType": "audio/mpeg"}
    await rest.put_bytes(
        await projects.media_upload_url(sound), b"ID3 sound", content_type="audio/mpeg"
    )
    assert await fetched(await projects.media_download_url(sound)) == b"ID3 sound"


@covers(
    "client.projects.get_result",
    "job.get_last_frame_url",
    "job.get_result_url",
    "job.get_result_data",
    "project.wait_for_completion",
)
async def test_a_film_is_fetched_from_the_media_route(sdk: Sdk, near: NearStudio) -> None:
    client = await sdk("media-film", "media-film")
    project = await client.projects.create(
        type="video", model_id="ltx25-22b-int8_i2v_distilled", positive_prompt="slow push in",
        number_of_media=1, reference_image=picture("orange"), width=480, height=480, duration=1,
        fps=24,
    )  # fmt: skip
    assert len(await project.wait_for_completion(120)) == 1
    job = project.jobs[0]
    place: dict[str, Any] = {"jobId": project.id, "type": "complete"}
    with near.http("media-film") as http:
        wrong = http.get("/v1/image/downloadUrl", params={**place, "imageId": job.id})
        assert wrong.status_code == 404
        assert "/v1/media/downloadUrl" in wrong.json()["message"]
        odd = http.get("/v1/media/downloadUrl", params={**place, "id": job.id, "artifact": "x"})
        assert odd.status_code == 400
        given = {"jobId": project.id, "type": "referenceImage", "artifact": "lastFrame"}
        assert http.get("/v1/media/downloadUrl", params=given).status_code == 400
    film = await fetched(await client.projects.media_download_url({**place, "id": job.id}))
    with av.open(io.BytesIO(film), "r") as container:
        frames = [frame.to_ndarray(format="rgb24") for frame in container.decode(video=0)]
    with Image.open(io.BytesIO(await fetched(await job.get_last_frame_url()))) as last:
        assert np.array_equal(np.asarray(last), frames[-1])
    result = await client.projects.get_result(project.id)
    assert result["jobs"][0]["kind"] == "video"
    assert await fetched(result["jobs"][0]["url"]) == film
    assert await fetched(await job.get_result_url()) == film
    assert await job.get_result_data() == film
