"""The gateway over Sogni's official SDK: one client per process, on the shared loop. Its only importer."""

import asyncio
import base64
import functools
import json
import logging
import secrets
import threading
from collections.abc import AsyncIterator, Coroutine, Iterator
from typing import Any, TypeVar

from django.conf import settings
from sogni_client import SogniClient, SogniTools

from chat import eventloop
from chat.gateway.errors import BadArguments, Unavailable
from chat.gateway.jobs import follow_project, poll_project, project_params
from chat.gateway.mapping import credits, gateway_error
from chat.gateway.thinking import ThinkingFilter
from chat.gateway.types import (
    ChatRequest,
    Estimate,
    JobEvent,
    JobSpec,
    JobSubmitted,
    RoundEnd,
    RoundEvent,
    TextPiece,
    Tick,
    ToolRequest,
)

log = logging.getLogger(__name__)
T = TypeVar("T")

CALL_S = 60.0
CHAT_SILENCE_S = 120.0
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
        self._client: SogniClient | None = None
        self._guard = threading.Lock()
        self._making: asyncio.Lock | None = None

    @property
    def app_id(self) -> str:
        return f"sogni-web-{_instance_id()}-{settings.WORKER_SLOT}"

    # --- rounds of the model --------------------------------------------------------------

    def stream_chat(self, request: ChatRequest) -> Iterator[RoundEvent]:
        _refuse_addresses(request.messages)
        yield from self._iterate(self._chat(request))

    async def _chat(self, request: ChatRequest) -> AsyncIterator[RoundEvent]:
        client = await self._connected()
        thinking: dict[str, Any] = {} if request.thinking is None else {"think": request.thinking}
        stream = await client.chat.completions.create(
            model=request.model or settings.SOGNI_LLM_MODEL,
            messages=request.messages,
            stream=True,
            max_tokens=request.max_tokens or MAX_OUTPUT_TOKENS,
            tools=request.tools or None,
            tool_choice="auto" if request.tools else None,
            sogni_tools="none",
            token_type=settings.SOGNI_TOKEN_TYPE,
            **thinking,
        )
        sieve = ThinkingFilter()
        while True:
            try:
                chunk = await asyncio.wait_for(anext(stream), CHAT_SILENCE_S)
            except StopAsyncIteration:
                break
            except TimeoutError as silent:
                raise Unavailable("The model said nothing for two minutes.") from silent
            text, thought = sieve.feed(chunk.get("content") or "")
            if text or thought:
                yield TextPiece(text, thought)
        text, thought = sieve.finish()
        if text or thought:
            yield TextPiece(text, thought)
        yield _round_end(stream.final_result or {})

    def estimate_chat(self, request: ChatRequest) -> Estimate:
        async def ask() -> Estimate:
            client = await self._connected()
            quote = await client.chat.estimate_cost(
                model=request.model or settings.SOGNI_LLM_MODEL,
                messages=request.messages,
                max_tokens=request.max_tokens or MAX_OUTPUT_TOKENS,
                token_type=settings.SOGNI_TOKEN_TYPE,
            )
            return Estimate(credits(quote["costInToken"]))

        return self._wait(ask())

    # --- media jobs -----------------------------------------------------------------------

    def estimate_job(self, spec: JobSpec) -> Estimate:
        async def ask() -> Estimate:
            client = await self._connected()
            quote = await self._quote(client, spec)
            seconds = quote.get("estimatedTotalSeconds")
            return Estimate(credits(quote["token"]), float(seconds) if seconds else None)

        return self._wait(ask())

    async def _quote(self, client: SogniClient, spec: JobSpec) -> dict[str, Any]:
        token = settings.SOGNI_TOKEN_TYPE
        if spec.kind == "image":
            options = await client.projects.get_model_options(spec.model_id)
            quote: dict[str, Any] = await client.projects.estimate_cost(
                token_type=token,
                network=settings.SOGNI_NETWORK,
                model=spec.model_id,
                image_count=spec.count,
                step_count=options["steps"]["default"],
                preview_count=0,
                width=spec.width,
                height=spec.height,
            )
            return quote
        quote = await client.projects.estimate_video_cost(
            token_type=token,
            model=spec.model_id,
            width=spec.width,
            height=spec.height,
            frames=spec.options["frames"],
            fps=spec.fps,
            number_of_media=spec.count,
        )
        return quote

    def run_job(self, spec: JobSpec, *, operation_id: str) -> Iterator[JobEvent]:
        return self._iterate(self._run(spec, operation_id))

    async def _run(self, spec: JobSpec, operation_id: str) -> AsyncIterator[JobEvent]:
        client = await self._connected()
        project = await client.projects.create(
            project_params(
                spec,
                operation_id=operation_id,
                token_type=settings.SOGNI_TOKEN_TYPE,
                network=settings.SOGNI_NETWORK,
            )
        )
        yield JobSubmitted(project.id)
        async for event in follow_project(project, spec.count):
            yield event

    def follow_job(self, remote_id: str, spec: JobSpec) -> Iterator[JobEvent]:
        return self._iterate(self._follow(remote_id, spec))

    async def _follow(self, remote_id: str, spec: JobSpec) -> AsyncIterator[JobEvent]:
        client = await self._connected()
        await client.projects.sync()
        project = next(
            (one for one in client.projects.tracked_projects if one.id == remote_id), None
        )
        events = (
            follow_project(project, spec.count)
            if project is not None
            else poll_project(client.projects, remote_id, spec.count, spec.kind)
        )
        async for event in events:
            yield event

    def find_job(self, *, app_id: str, operation_id: str) -> str | None:
        """Reads the recovery snapshot of `app_id`: each project carries the request it was made from."""

        async def look() -> str | None:
            client = await self._connected()
            body = await client.api_client.socket.get(
                "/api/v1/artist/projects/sync", {"appId": app_id}
            )
            known = [*body.get("activeProjects", []), *body.get("unclaimedCompletedProjects", [])]
            return next((p["id"] for p in known if _operation_of(p) == operation_id), None)

        return self._wait(look())

    def cancel_job(self, remote_id: str) -> bool:
        async def cancel() -> bool:
            client = await self._connected()
            await client.projects.cancel(remote_id)
            return True

        try:
            return self._wait(cancel())
        except Exception as error:  # noqa: BLE001 - an unconfirmed cancel is an answer, not a failure
            log.info("The cancel was not confirmed: %s", error)
            return False

    # --- the client -----------------------------------------------------------------------

    async def _connected(self) -> SogniClient:
        """The live client; made at first use and anew when its authentication is gone."""
        if self._making is None:
            self._making = asyncio.Lock()
        async with self._making:
            if self._client is None or not self._client.api_client.auth.is_authenticated:
                if self._client is not None:
                    await self._client.aclose()
                self._client = await SogniClient.create(
                    app_id=self.app_id,
                    app_source="sogni-web",
                    api_key=settings.SOGNI_API_KEY or LOCAL_KEY,
                    rest_endpoint=settings.SOGNI_REST_ENDPOINT,
                    socket_endpoint=settings.SOGNI_SOCKET_ENDPOINT,
                    network=settings.SOGNI_NETWORK,
                )
            return self._client

    def close(self) -> None:
        """Drop the connection (tests, shutdown)."""
        client, self._client = self._client, None
        if client is not None:
            eventloop.submit(client.aclose()).result(10)

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
            events.close()  # type: ignore[attr-defined]
            raise
        except Exception as error:
            raise gateway_error(error) from error


def _round_end(result: dict[str, Any]) -> RoundEnd:
    requests = tuple(
        ToolRequest(
            call["id"] or f"call_{place}", call["function"]["name"], call["function"]["arguments"]
        )
        for place, call in enumerate(result.get("tool_calls", []))
    )
    usage = result.get("usage") or {}
    cost = result.get("cost") or {}
    return RoundEnd(
        requests,
        result.get("finishReason") or "stop",
        credits(cost.get("costInToken", cost.get("costInSpark"))),
        int(usage.get("prompt_tokens", 0)),
        int(usage.get("completion_tokens", 0)),
    )


def _refuse_addresses(messages: list[dict[str, Any]]) -> None:
    """The SDK reads image parts that are not `data:` from disk or the network; none may reach it."""
    for message in messages:
        content = message.get("content")
        for part in content if isinstance(content, list) else []:
            image = part.get("image_url")
            if image is not None and not str(image.get("url")).startswith("data:image/"):
                raise BadArguments(
                    "Pictures are passed as data, never as an address.", code="address"
                )


def _operation_of(project: dict[str, Any]) -> str | None:
    try:
        request = json.loads(base64.b64decode(project.get("clientRequestData") or ""))
    except ValueError:
        return None
    found = request.get("operationId") if isinstance(request, dict) else None
    return found if isinstance(found, str) else None


@functools.cache
def _instance_id() -> str:
    """A random id of this installation, kept under the data folder: two installations never share an app id."""
    kept = settings.VAR_DIR / "instance_id"
    if not kept.exists():
        kept.write_text(secrets.token_hex(4))
    return kept.read_text().strip()
