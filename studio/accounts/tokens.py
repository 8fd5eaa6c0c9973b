"""Token sign-in as the SDKs do it: two JWTs whose `sub` names the account, renewed against each other.

The studio guards nothing behind a key, so it takes any token whose claims it can read.
"""

import base64
import binascii
import hashlib
import hmac
import json
import time
from typing import Any

from studio.safe_json import is_number

TOKEN_S = 3600
REFRESH_S = 30 * 24 * 3600


def claims(token: str) -> dict[str, Any] | None:
    """The claims of a JWT, or None when the text is none."""
    parts = token.split(".")
    if len(parts) != 3:
        return None
    try:
        body: Any = json.loads(base64.urlsafe_b64decode(parts[1] + "=" * (-len(parts[1]) % 4)))
    except (ValueError, binascii.Error, RecursionError):
        return None
    return body if isinstance(body, dict) else None


def subject(token: str) -> str | None:
    """Whom a JWT speaks for; None for any other text and for a JWT without a subject."""
    found = claims(token) or {}
    name = found.get("sub") or found.get("address")
    return name if isinstance(name, str) and name else None


def expired(token: str) -> bool:
    """Whether a JWT names a moment in the past as its end."""
    ends = (claims(token) or {}).get("exp")
    return is_number(ends) and ends < time.time()


def pair(name: str, secret: bytes) -> dict[str, str]:
    """A fresh token and refresh token for an account."""
    return {"token": _mint(name, TOKEN_S, secret), "refreshToken": _mint(name, REFRESH_S, secret)}


def _mint(name: str, life_s: int, secret: bytes) -> str:
    now = int(time.time())
    head = _part({"alg": "HS256", "typ": "JWT"})
    body = _part({"sub": name, "iat": now, "exp": now + life_s})
    seal = hmac.new(secret, f"{head}.{body}".encode(), hashlib.sha256).digest()
    return f"{head}.{body}.{base64.urlsafe_b64encode(seal).decode().rstrip('=')}"


def _part(value: dict[str, Any]) -> str:
    return base64.urlsafe_b64encode(json.dumps(value).encode()).decode().rstrip("=")
