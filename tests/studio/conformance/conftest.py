"""The real Python SDK against a studio whose tools are quick doubles."""

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from typing import Any

import pytest
from sogni_client import SogniClient

from tests.studio.doubles import TOOLS
from tests.studio.near import NearStudio, near_studio


@pytest.fixture(scope="session")
def near(tmp_path_factory: pytest.TempPathFactory) -> Iterator[NearStudio]:
    with near_studio(tmp_path_factory.mktemp("near"), TOOLS) as running:
        yield running


@pytest.fixture
async def sdk(near: NearStudio) -> AsyncIterator[Callable[..., Awaitable[Any]]]:
    """Makes unmodified SDK clients of the near studio, each key an account of its own; closes them after.

    Without an app id a client has no socket: one closed while it still connects leaks its transport (SDK 5.70).
    """
    made: list[Any] = []

    async def client(key: str, app_id: str = "", **more: Any) -> Any:
        one = await SogniClient.create(
            app_id=app_id or None,
            disable_socket=not app_id,
            api_key=key,
            rest_endpoint=near.rest,
            socket_endpoint=near.ws,
            **more,
        )
        made.append(one)
        return one

    yield client
    for one in made:
        await one.aclose()
