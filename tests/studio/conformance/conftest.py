"""Studios with small tools for the session, and SDK clients to talk to them.

`connect` talks to one in a process of its own, with an account for each case; `sdk` to one in this process.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from typing import Any

import pytest
from sogni_client import SogniClient

from tests.studio.flow_tools import TOOLS
from tests.studio.near import NearStudio, near_studio
from tests.studio_server import RunningStudio, running_studio


async def closed(client: Any) -> None:
    """Close a client. What it began in the background is awaited: cut short, it leaks transports (SDK 5.70)."""
    pending = [task for task in asyncio.all_tasks() if _is_small_talk(task)]
    if pending:
        await asyncio.wait(pending, timeout=5)
    await client.aclose()


def _is_small_talk(task: "asyncio.Task[Any]") -> bool:
    """Whether a task is one of the SDK's short ones: its first look-ups, not its reader or its timers."""
    coroutine = task.get_coro()
    code = getattr(coroutine, "cr_code", None)
    name = getattr(coroutine, "__qualname__", "").lower()
    lasting = any(word in name for word in ("read", "schedule", "timeout", "watch"))
    return code is not None and "sogni_client" in code.co_filename and not lasting


@pytest.fixture(scope="session")
def small_studio(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningStudio]:
    folder = tmp_path_factory.mktemp("small-studio")
    with running_studio(folder, module="tests.studio.doubles", STUDIO_RENDERERS="2") as running:
        yield running


@pytest.fixture
def key(request: pytest.FixtureRequest) -> str:
    """An API key, and with it an account, of this case alone."""
    return f"key of {request.node.name}"


@pytest.fixture
async def connect(
    small_studio: RunningStudio, key: str, request: pytest.FixtureRequest
) -> AsyncIterator[Callable[..., Awaitable[Any]]]:
    """Makes unmodified SDK clients, connected (one closed while it connects leaks its transport); closes them after."""
    made: list[Any] = []

    async def client(app_id: str = "", **more: Any) -> Any:
        options = {"api_key": key, "app_id": app_id or request.node.name, **more}
        one = await SogniClient.create(
            rest_endpoint=small_studio.rest, socket_endpoint=small_studio.ws, **options
        )
        made.append(one)
        await one.chat.wait_for_models()
        return one

    yield client
    for one in made:
        await closed(one)


@pytest.fixture(scope="session")
def near(tmp_path_factory: pytest.TempPathFactory) -> Iterator[NearStudio]:
    with near_studio(tmp_path_factory.mktemp("near"), TOOLS, renderers=2) as running:
        yield running


@pytest.fixture
async def sdk(near: NearStudio) -> AsyncIterator[Callable[..., Awaitable[Any]]]:
    """Makes unmodified SDK clients of the near studio, each key an account of its own; closes them after.

    Without an app id a client has no socket.
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
        await closed(one)
