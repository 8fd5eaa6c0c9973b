"""One studio for the session's tests, and SDK clients to talk to it."""

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from typing import Any

import pytest
from sogni_client import SogniClient

from tests.studio_server import RunningStudio, running_studio


@pytest.fixture(scope="session")
def studio(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningStudio]:
    with running_studio(tmp_path_factory.mktemp("studio"), STUDIO_RENDERERS="2") as running:
        yield running


@pytest.fixture
async def connect(studio: RunningStudio) -> AsyncIterator[Callable[..., Awaitable[Any]]]:
    """Makes unmodified SDK clients; closes them after, and has what still stalls go on."""
    made: list[Any] = []

    async def client(app_id: str, key: str = "local-studio") -> Any:
        one = await SogniClient.create(
            app_id=app_id, api_key=key, rest_endpoint=studio.rest, socket_endpoint=studio.ws
        )
        made.append(one)
        return one

    yield client
    for one in made:
        await one.aclose()
    studio.fault("clear")
