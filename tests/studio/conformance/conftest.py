"""One studio with small tools for the session, an account of its own for each case, and SDK clients to talk to it."""

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from typing import Any

import pytest
from sogni_client import SogniClient

from tests.studio_server import RunningStudio, running_studio


@pytest.fixture(scope="session")
def small_studio(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningStudio]:
    folder = tmp_path_factory.mktemp("small-studio")
    with running_studio(folder, module="tests.studio.doubles") as running:
        yield running


@pytest.fixture
def key(request: pytest.FixtureRequest) -> str:
    """An API key, and with it an account, of this case alone."""
    return f"key of {request.node.name}"


@pytest.fixture
async def connect(
    small_studio: RunningStudio, key: str, request: pytest.FixtureRequest
) -> AsyncIterator[Callable[..., Awaitable[Any]]]:
    """Makes unmodified SDK clients; closes them after."""
    made: list[Any] = []

    async def client(app_id: str = "", **more: Any) -> Any:
        options = {"api_key": key, "app_id": app_id or request.node.name, **more}
        one = await SogniClient.create(
            rest_endpoint=small_studio.rest, socket_endpoint=small_studio.ws, **options
        )
        made.append(one)
        return one

    yield client
    for one in made:
        await one.aclose()
