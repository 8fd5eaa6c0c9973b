"""Built-in templates with the studio's real tools, from the picture put in to the pictures that come out."""

import io
from collections.abc import AsyncIterator, Iterator
from typing import Any

import httpx
import pytest
from PIL import Image, ImageDraw
from sogni_client import SogniClient

from tests.studio.conformance.conftest import closed
from tests.studio.conformance.plans import ended
from tests.studio.near import NearStudio, near_studio


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Iterator[NearStudio]:
    with near_studio(tmp_path_factory.mktemp("whole")) as running:
        yield running


@pytest.fixture
async def client(whole: NearStudio) -> AsyncIterator[Any]:
    one = await SogniClient.create(
        api_key="tools", rest_endpoint=whole.rest, socket_endpoint=whole.ws, disable_socket=True
    )
    yield one
    await closed(one)


async def photo(client: Any) -> str:
    """The address of an uploaded picture with something on it."""
    picture = Image.new("RGB", (320, 240), "lightblue")
    pen = ImageDraw.Draw(picture)
    pen.ellipse((100, 60, 220, 200), fill="peru", outline="black", width=4)
    out = io.BytesIO()
    picture.save(out, "PNG")
    place = {"jobId": "tools", "imageId": "photo", "type": "referenceImage",
             "contentType": "image/png"}  # fmt: skip
    to = await client.projects.upload_url(place)
    await client.api_client.rest.put_bytes(to, out.getvalue(), content_type="image/png")
    return str(await client.projects.download_url(place))


async def opened(url: str) -> Image.Image:
    async with httpx.AsyncClient() as http:
        picture = Image.open(io.BytesIO((await http.get(url)).content))
    picture.load()
    return picture


async def test_a_portrait_is_restored_and_painted(client: Any) -> None:
    started = await client.workflows.start(
        workflow_id="studio-portrait-makeover", inputs={"photo": await photo(client)}
    )
    done = await ended(client, started)
    assert done["status"] == "completed", done["error"]
    assert [one["stepId"] for one in done["artifacts"]] == ["restored", "styled"]
    restored, styled = [await opened(one["url"]) for one in done["artifacts"]]
    assert restored.tobytes() != styled.resize(restored.size).tobytes()


async def test_a_series_is_four_different_posters(client: Any) -> None:
    started = await client.workflows.start(
        workflow_id="studio-poster-series", inputs={"prompt": "a lighthouse"}
    )
    done = await ended(client, started)
    assert done["status"] == "completed", done
    pictures = [await opened(one["url"]) for one in done["artifacts"]]
    assert len({one.tobytes() for one in pictures}) == 4
    assert all(one.height > one.width for one in pictures)


async def test_the_cost_is_the_one_foreseen(client: Any) -> None:
    steps = [{"id": "a", "toolName": "generate_image",
              "arguments": {"prompt": "a fox", "numberOfVariations": 2}}]  # fmt: skip
    before = float((await client.account.account_balance())["spark"]["net"])
    done = await ended(client, await client.workflows.start(input={"steps": steps}))
    after = float((await client.account.account_balance())["spark"]["net"])
    foreseen = done["billingPreview"]["totalEstimatedCapacityUnits"]
    assert before - after == pytest.approx(foreseen)
    assert foreseen > 0
