"""The gateway over Sogni's official SDK: one client per process, on the shared loop. Its only importer."""

import base64
import functools
import json
import logging
from collections.abc import AsyncIterator, Coroutine, Generator, Iterator
from typing import Any, TypeVar

from django.conf import settings
from sogni_client import SogniClient, SogniTools

from chat import eventloop
from chat.gateway.chats import chat_params, stream_round
from chat.gateway.connection import Connection
from chat.gateway.jobs import follow
from chat.gateway.mapping import gateway_error
from chat.gateway.quotes import Quotes
from chat.gateway.requests import estimate, project_params
from chat.gateway.types import (
    ChatRequest,
    Estimate,
    JobEvent,
    JobSpec,
    JobSubmitted,
    RoundEvent,
    Tick,
)

log = logging.getLogger(__name__)
T = TypeVar("T")

CALL_S = 20.0  # shorter than a run's lease
MAX_OUTPUT_TOKENS = 2048
LOCAL_KEY = "local-studio"


@functools.cache
def tool_manifest() -> dict[str, dict[str, Any]]:
    """The SDK's hosted tools: name → JSON schema of its arguments."""
    return {tool["function"]["name"]: tool["function"]["parameters"] for tool in SogniTools.all}


@functools.cache
def shared_gateway() -> "SogniGateway":
    """The one gateway of this process."""
    return SogniGateway()


class SogniGateway:
    """`chat.gateway.Gateway` for the studio and Sogni alike."""

    def __init__(self) -> None:
        self._connection = Connection(self._make)
        self._quotes = Quotes()
        self._handed_back: dict[str, str] = {}  # operation id → project id

    @property
    def app_id(self) -> str:
        return f"sogni-web-{settings.INSTANCE_ID}-{settings.WORKER_SLOT}"

    # --- rounds of the model --------------------------------------------------------------

    def stream_chat(self, request: ChatRequest) -> Generator[RoundEvent, None, None]:
        yield from self._iterate(self._chat(_chat_params(request)))

    async def _chat(self, params: dict[str, Any]) -> AsyncIterator[RoundEvent]:
        client = await self._connection.client()
        async for event in stream_round(client, params):
            yield event

    def estimate_chat(self, request: ChatRequest) -> Estimate:
        params = _chat_params(request)

        async def ask() -> Estimate:
            client = await self._connection.client()
            return await self._quotes.ask(client.chat.estimate_cost, params)

        return self._quotes.known(params) or self._wait(ask())

    def known_estimate(self, request: ChatRequest) -> Estimate | None:
        return self._quotes.known(_chat_params(request))

    # --- media jobs -----------------------------------------------------------------------

    def estimate_job(self, spec: JobSpec) -> Estimate:
        async def ask() -> Estimate:
            client = await self._connection.client()
            return await estimate(client.projects, spec, **_billing())

        return self._wait(ask())

    def run_job(self, spec: JobSpec, *, operation_id: str) -> Iterator[JobEvent]:
        return self._iterate(self._run(spec, operation_id))

    async def _run(self, spec: JobSpec, operation_id: str) -> AsyncIterator[JobEvent]:
        params = project_params(spec, operation_id=operation_id, **_billing())
        client = await self._connection.client()
        project = await client.projects.create(params)
        yield JobSubmitted(project.id)
        async for event in follow(self._connection, project.id, spec, project):
            yield event

    def follow_job(self, remote_id: str, spec: JobSpec) -> Iterator[JobEvent]:
        return self._iterate(follow(self._connection, remote_id, spec))

    def find_job(self, *, app_id: str, operation_id: str) -> str | None:
        """Reads the recovery snapshot of `app_id`: each project carries the request it was made from.

        What the service handed back at a handshake of ours counts as well: finished work it hands back once.
        """

        async def look() -> str | None:
            client = await self._connection.client()
            if operation_id in self._handed_back:
                return self._handed_back[operation_id]
            body = await client.api_client.socket.get(
                "/api/v1/artist/projects/sync", {"appId": app_id}
            )
            known = [*body.get("activeProjects", []), *body.get("unclaimedCompletedProjects", [])]
            return next((p["id"] for p in known if _operation_of(p) == operation_id), None)

        return self._wait(look())

    def cancel_job(self, remote_id: str) -> bool:
        async def cancel() -> bool:
            client = await self._connection.client()
            await client.projects.cancel(remote_id)
            return True

        try:
            return self._wait(cancel())
        except Exception as error:  # noqa: BLE001 - an unconfirmed cancel is an answer, not a failure
            log.info("The cancel was not confirmed: %s", error)
            return False

    # --- the client -----------------------------------------------------------------------

    async def _make(self) -> SogniClient:
        client = await SogniClient.create(
            app_id=self.app_id,
            app_source="sogni-web",
            api_key=settings.SOGNI_API_KEY or LOCAL_KEY,
            rest_endpoint=settings.SOGNI_REST_ENDPOINT,
            socket_endpoint=settings.SOGNI_SOCKET_ENDPOINT,
            network=settings.SOGNI_NETWORK,
        )
        for event in ("activeProjectsRecovered", "completedProjectsRecovered"):
            client.projects.on(event, self._note_handed_back)
        return client

    def _note_handed_back(self, projects: list[dict[str, Any]]) -> None:
        for project in projects:
            if operation := _operation_of(project):
                self._handed_back[operation] = str(project["id"])

    def close(self) -> None:
        """Drop the connection (tests, shutdown)."""
        eventloop.submit(self._connection.close()).result(10)

    def _wait(self, coroutine: Coroutine[Any, Any, T]) -> T:
        future = eventloop.submit(coroutine)
        try:
            return future.result(CALL_S)
        except Exception as error:
            future.cancel()
            raise gateway_error(error) from error

    def _iterate(self, source: AsyncIterator[T]) -> Iterator[T | Tick]:
        events = eventloop.iterate(source)
        try:
            for event in events:
                yield Tick() if isinstance(event, eventloop.Pause) else event
        except GeneratorExit:
            events.close()
            raise
        except Exception as error:
            raise gateway_error(error) from error


def _chat_params(request: ChatRequest) -> dict[str, Any]:
    return chat_params(
        request,
        model=settings.SOGNI_LLM_MODEL,
        token_type=settings.SOGNI_TOKEN_TYPE,
        most_tokens=MAX_OUTPUT_TOKENS,
    )


def _billing() -> dict[str, str]:
    return {"token_type": settings.SOGNI_TOKEN_TYPE, "network": settings.SOGNI_NETWORK}


def _operation_of(project: dict[str, Any]) -> str | None:
    try:
        request = json.loads(base64.b64decode(project.get("clientRequestData") or ""))
    except ValueError:
        return None
    found = request.get("operationId") if isinstance(request, dict) else None
    return found if isinstance(found, str) else None
