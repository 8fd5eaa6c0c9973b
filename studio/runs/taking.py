"""From the body of a create call to a run: checked, its media found, nothing begun."""

from collections.abc import Mapping
from typing import Any

from studio.agent.asking import Ask, read
from studio.agent.members import Unacceptable, check_members
from studio.agent.session import Session, opened
from studio.director.reading import images_of
from studio.runs.record import Run
from studio.safe_json import is_number
from studio.spellings import camelled, either
from studio.storage.idempotency import Key
from studio.tools.pieces import CONTEXT_NAMES, Pieces, new_id

TIERS = ("fast", "hq", "pro")
SAMPLING = {"taskProfile": "task_profile", "maxTokens": "max_tokens"}
NESTED = ("mediaContext", "runtimeConfig")
"""Objects of members that may come in either spelling."""
NAMES = {
    "model": "model",
    "tools": "tools",
    "toolChoice": "tool_choice",
    "sampling": "sampling",
    "mediaReferences": "media_references",
    "mediaContext": "media_context",
    "maxEstimatedCapacityUnits": "max_estimated_capacity_units",
    "confirmCost": "confirm_cost",
    "sessionId": "session_id",
    "clientMessageId": "client_message_id",
    "tokenType": "token_type",
    "billingMode": "billing_mode",
    "appSource": "app_source",
    "runtimeConfig": "runtime_config",
}


async def take(pieces: Pieces, account: str, body: Mapping[str, Any], key: Key | None) -> Run:
    """A queued run. Raises Unacceptable, and ToolRefusal for media that are not the studio's own."""
    ask = asked(body)
    request: dict[str, Any] = {"messages": list(ask.messages)}
    for name, snake in NAMES.items():
        value = either(body, snake)
        if value is not None:
            request[name] = camelled(value) if name in NESTED and isinstance(value, dict) else value
    _check(request)
    _no_inline(request)
    if key is not None:
        request["idempotencyKey"] = key.text
    session = await opened(
        pieces,
        account,
        ask.messages,
        context=request.get("mediaContext"),
        references=request.get("mediaReferences") or [],
        inline=False,
    )
    return Run(
        id=f"run_{new_id()}",
        account=account,
        request=request,
        fingerprint=key.request if key else "",
        key=key.text if key else None,
        media_context=session.context(),
        attached=list(session.attached),
        prompts=session.prompts,
    )


def asked(request: Mapping[str, Any]) -> Ask:
    """The request as the loop reads it; the sampling's members are the request's own."""
    sampling = request.get("sampling")
    if not isinstance(sampling, dict | None):
        raise Unacceptable("sampling must be an object.")
    given: dict[str, Any] = sampling or {}
    members = {SAMPLING.get(name, name): value for name, value in given.items()}
    names = ("model", "messages", "tools", "tool_choice", "toolChoice")
    return read({**members, **{name: request[name] for name in names if name in request}})


async def session_of(pieces: Pieces, run: Run) -> Session:
    """The run's conversation as far as it has come. Raises ToolRefusal when a medium is no longer there."""
    messages = [*run.request["messages"], *run.messages]
    media = await pieces.context(run.media_context)
    return Session(
        run.account, [dict(one) for one in messages], media, tuple(run.attached), dict(run.prompts)
    )


def _check(request: Mapping[str, Any]) -> None:
    most = request.get("maxEstimatedCapacityUnits")
    if most is not None and (not is_number(most) or most < 0):
        raise Unacceptable("max_estimated_capacity_units must be a number that is not negative.")
    if not isinstance(request.get("confirmCost"), bool | None):
        raise Unacceptable("confirm_cost must be true or false.")
    check_members({name: request.get(name) for name in ("tokenType", "billingMode", "appSource")})
    if not isinstance(request.get("mediaReferences"), list | None):
        raise Unacceptable("media_references must be a list.")
    for name in ("sessionId", "clientMessageId"):
        if not isinstance(request.get(name), str | None):
            raise Unacceptable(f"{name} must be text.")
    _check_config(request.get("runtimeConfig"))


def _check_config(config: Any) -> None:
    if not isinstance(config, dict | None):
        raise Unacceptable("runtime_config must be an object.")
    config = config or {}
    if config.get("qualityTier") not in (None, *TIERS):
        raise Unacceptable(f"qualityTier must be one of {', '.join(TIERS)}.")
    for name in ("safeContentFilter", "requireJobConfirmation"):
        if not isinstance(config.get(name), bool | None):
            raise Unacceptable(f"{name} must be true or false.")
    threshold = config.get("jobConfirmationThresholdUsd")
    if isinstance(threshold, bool) or not isinstance(threshold, int | float | None):
        raise Unacceptable("jobConfirmationThresholdUsd must be a number.")


def _no_inline(request: Mapping[str, Any]) -> None:
    """Durable calls take addresses only; the refusal names each place that holds something else."""
    wrong = []
    for place, message in enumerate(request["messages"]):
        wrong += [f"messages[{place}]" for url in images_of(message) if not _external(url)]
    references = request.get("mediaReferences") or []
    for place, one in enumerate(references if isinstance(references, list) else []):
        inline = {"dataUri", "data_uri", "data"} & set(one) if isinstance(one, dict) else set()
        if inline or (isinstance(one, dict) and not _external(one.get("url") or one.get("value"))):
            wrong.append(f"mediaReferences[{place}]")
    context = request.get("mediaContext") or {}
    for name in CONTEXT_NAMES if isinstance(context, dict) else ():
        urls = context.get(name) or []
        for place, url in enumerate(urls if isinstance(urls, list) else []):
            if not _external(url):
                wrong.append(f"mediaContext.{name}[{place}]")
    if wrong:
        raise Unacceptable(f"Only http(s) addresses can be used here: {', '.join(wrong[:10])}.")


def _external(url: Any) -> bool:
    return isinstance(url, str) and url.lower().startswith(("http://", "https://"))
