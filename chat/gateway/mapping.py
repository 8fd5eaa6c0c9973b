"""The SDK's failures in the product's terms, and numbers out of its answers.

Failures are known by shape, not by class: this module needs nothing of the SDK.
"""

import logging
from collections.abc import Mapping
from concurrent.futures import CancelledError
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from chat.gateway.errors import (
    BadArguments,
    GatewayError,
    Interrupted,
    Refused,
    Unaffordable,
    Unavailable,
)

log = logging.getLogger(__name__)

NOT_CHARGED = "You were not charged."
BALANCE_CODES = {"4024", "insufficient_credit", "COST_LIMIT_EXCEEDED"}
PLAN_CODES = {"4052", "4078", "4079", "4080", "4081", "4103", "179"}
BUSY_CODES = {"102", "126"}
LINE_CODES = {"1001", "5001", "5002", "5003"}
CANCELLED_CODES = {"5004", "5005"}
TRANSPORT_TYPES = {"transport_lost", "server_restarting"}
TRANSPORT_MODULES = ("httpx", "httpcore", "websockets")
BUSY_S = 10.0
KEY_S = 30.0


def credits(value: Any) -> Decimal:
    """A cost as the service writes it (number or decimal string); 0 for none or nonsense."""
    try:
        number = Decimal(str(value if value is not None else 0))
        return number.quantize(Decimal("0.000001")) if number.is_finite() else Decimal(0)
    except InvalidOperation:
        return Decimal(0)


@dataclass(frozen=True)
class _Facts:
    """What a failure says of itself. `local`: the SDK refused before anything was sent."""

    code: str = ""
    status: int = 0
    text: str = ""
    original: str = ""
    category: str = ""
    retry_after_s: float | None = None
    local: bool = False
    transport: bool = False
    plan: bool = False


def gateway_error(error: BaseException) -> GatewayError:
    """Any failure of the SDK or its transport, sorted by the protocol's recipe (in its order)."""
    if isinstance(error, GatewayError):
        return error
    found = _sorted(_facts_of(error))
    if found.code == "unknown":
        log.warning("The service failed in a way that is not known.", exc_info=error)
    return found


def job_failure(error: Mapping[str, Any] | None) -> GatewayError:
    """Why a project or one of its renders gave nothing, from the SDK's error mapping."""
    if not error:
        return Refused(f"Nothing came back. {NOT_CHARGED}", code="nothing")
    return _sorted(_facts_in(error))


def _sorted(facts: _Facts) -> GatewayError:
    text = facts.text.lower()
    return (
        _cancelled(facts, text)
        or _money(facts, text)
        or _rules(facts, text)
        or _settings(facts, text)
        or _line(facts)
        or Refused(f"The service could not make this. {NOT_CHARGED}", code="unknown")
    )


def _cancelled(facts: _Facts, text: str) -> GatewayError | None:
    if facts.code in CANCELLED_CODES or "project canceled" in text:
        return Interrupted(f"It was cancelled. {NOT_CHARGED}", code="cancelled")
    return None


def _money(facts: _Facts, text: str) -> GatewayError | None:
    if facts.status == 402 or facts.code in BALANCE_CODES or "insufficient" in text:
        return Unaffordable(
            "The account at the service has too few credits. Nothing was started.", code="balance"
        )
    if facts.plan or facts.code in PLAN_CODES:
        return Refused(
            "The account's plan at the service does not include this. Nothing was started.",
            code="plan",
        )
    if facts.status == 429 or facts.code in BUSY_CODES:
        wait = facts.retry_after_s or BUSY_S
        return Unavailable(
            f"The service has a lot to do. It can be asked again in {wait:.0f} s.",
            code="busy",
            retry_after_s=wait,
        )
    return None


def _rules(facts: _Facts, text: str) -> GatewayError | None:
    named = facts.original in ("sensitiveContent", "SAFETY_REJECTED")
    if named or facts.category == "content_policy" or "nsfw" in text or "sensitive" in text:
        return Refused(
            "The content rules do not allow this. Change the wording and ask again.", code="content"
        )
    return None


def _settings(facts: _Facts, text: str) -> GatewayError | None:
    if facts.code == "4104" or (facts.local and "not supported" in text) or "tier not" in text:
        return Refused(
            "The service has no machine for this model now. Nothing was started.", code="model"
        )
    if facts.local or facts.status in (400, 422) or facts.category == "input_validation":
        return BadArguments(
            f"The service did not accept these settings. {NOT_CHARGED}", code="arguments"
        )
    return None


def _line(facts: _Facts) -> GatewayError | None:
    if facts.original == "projectLost" or facts.status == 404:
        return Interrupted(f"The service lost this. {NOT_CHARGED}", code="lost")
    if facts.code == "5002":
        return Interrupted(f"The worker went away. {NOT_CHARGED}", code="worker")
    if facts.code == "5003":
        return Interrupted(f"The worker took too long. {NOT_CHARGED}", code="worker")
    if facts.status in (401, 403):
        return Unavailable(
            "The service did not accept our key. Nothing was started.",
            code="key",
            retry_after_s=KEY_S,
        )
    if facts.transport or facts.code in LINE_CODES or facts.status >= 500:
        return Interrupted("The line to the service broke. Nothing is lost.", code="line")
    return None


def _facts_of(error: BaseException) -> _Facts:
    inner = getattr(error, "error", None)
    if isinstance(inner, Mapping):  # the SDK's ProjectError wraps a mapping
        return _facts_in(inner)
    code = getattr(error, "code", None) or getattr(error, "error_code", None)
    module = type(error).__module__.split(".")[0]
    return _Facts(
        code=str(code or ""),
        status=int(getattr(error, "status", None) or 0),
        text=str(error),
        retry_after_s=getattr(error, "retry_after", None),
        local=isinstance(error, ValueError),
        transport=isinstance(error, OSError | TimeoutError | CancelledError)
        or module in TRANSPORT_MODULES
        or type(error).__name__ == "RequestSessionError"
        or getattr(error, "error_type", None) in TRANSPORT_TYPES,
        plan=bool(getattr(error, "subscription_limit", None)),
    )


def _facts_in(error: Mapping[str, Any]) -> _Facts:
    return _Facts(
        code=str(error.get("code") or ""),
        text=str(error.get("message") or ""),
        original=str(error.get("originalCode") or ""),
        category=str(error.get("vendorFailureCategory") or ""),
        plan=bool(error.get("subscriptionLimit")),
    )
