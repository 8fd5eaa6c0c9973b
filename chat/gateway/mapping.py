"""The SDK's failures in the product's terms, and numbers out of its answers."""

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

NOT_CHARGED = "You were not charged."
PLAN_CODES = {"4078", "4079", "4080", "4081", "179", "4052", "4103"}
LOST_CODES = {"1001", "5001", "5002", "5003"}


def credits(value: Any) -> Decimal:
    """A cost as the service writes it (number or decimal string); 0 for none."""
    try:
        return Decimal(str(value if value is not None else 0)).quantize(Decimal("0.000001"))
    except InvalidOperation:
        return Decimal(0)


def gateway_error(error: BaseException) -> GatewayError:
    """Sort any failure of the SDK or its transport; the order follows the protocol's recipe."""
    if isinstance(error, GatewayError):
        return error
    found = _facts(error)
    code, status, text = found["code"], found["status"], found["text"].lower()
    if code == "5004" or "project canceled" in text:
        return Interrupted("It was cancelled.", code="cancelled")
    if status == 402 or code in ("4024", "insufficient_credit") or "insufficient" in text:
        return Unaffordable(
            "The account at the service has too few credits. Nothing was started.", code="balance"
        )
    if code in PLAN_CODES:
        return Refused("The account's plan does not include this.", code="plan")
    if status == 429 or code in ("126", "102"):
        wait = float(found["retry_after"] or 10)
        return Unavailable(
            f"The service is busy. It can be asked again in {wait:.0f} s.",
            code="busy",
            retry_after_s=wait,
        )
    if found["category"] == "content_policy" or "sensitive" in text or "policy" in text:
        return Refused("The content rules do not allow this. Change the wording.", code="content")
    if status in (401, 403) or code in ("4010", "4021"):
        return Unavailable("The service did not accept the key.", code="key", retry_after_s=30)
    if found["missing_model"] or code == "4104":
        return Refused("The service has no machine for this model now.", code="model")
    if status in (400, 422) or found["local"]:
        return BadArguments("The service did not accept these settings.", code="arguments")
    if "projectlost" in text or found["original"] == "projectLost":
        return Interrupted(f"The service lost this job. {NOT_CHARGED}", code="lost")
    if found["transport"] or code in LOST_CODES or status >= 500:
        return Interrupted(f"The line to the service broke. {NOT_CHARGED}", code="line")
    return Refused(f"The service could not make this. {NOT_CHARGED}", code=code or "unknown")


def job_sentence(error: Any) -> str:
    """Why one render gave nothing, from its error mapping."""
    if not isinstance(error, dict):
        return f"Nothing came back. {NOT_CHARGED}"
    code = str(error.get("code", ""))
    if code == "5002":
        return f"The worker went away. {NOT_CHARGED}"
    if code == "5003":
        return f"The worker took too long. {NOT_CHARGED}"
    if error.get("vendorFailureCategory") == "content_policy":
        return "The content rules do not allow this. Change the wording and ask again."
    return gateway_error(_Plain(error)).sentence


class _Plain(Exception):
    """An SDK error mapping as an exception, to be sorted like the others."""

    def __init__(self, error: dict[str, Any]) -> None:
        super().__init__(str(error.get("message", "")))
        self.code = error.get("code")
        self.error = error


def _facts(error: BaseException) -> dict[str, Any]:
    inner = getattr(error, "error", None)
    details = inner if isinstance(inner, dict) else {}
    code = getattr(error, "code", None) or getattr(error, "error_code", None) or details.get("code")
    text = f"{error} {details.get('message', '')}"
    kind = f"{type(error).__module__}.{type(error).__name__}"
    return {
        "code": str(code or ""),
        "status": int(getattr(error, "status", 0) or 0),
        "text": text,
        "retry_after": getattr(error, "retry_after", None),
        "category": details.get("vendorFailureCategory"),
        "original": details.get("originalCode"),
        "local": isinstance(error, ValueError | TypeError | KeyError),
        "missing_model": "not supported" in text or "not found" in text.lower(),
        "transport": isinstance(error, OSError | TimeoutError)
        or kind.startswith(("httpx.", "httpcore.", "websockets."))
        or bool(getattr(error, "retryable", False))
        or getattr(error, "error_type", "") in ("transport_lost", "server_restarting"),
    }
