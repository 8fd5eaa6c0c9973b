"""Who calls: any non-empty key, in each of the three spellings clients use, or a token whose claims name a subject."""

import re

from starlette.requests import HTTPConnection

from studio.accounts import tokens
from studio.accounts.ledger import Account, account_of
from studio.wire.errors import UNAUTHORIZED, Refusal

_SCHEME = re.compile(r"^bearer(\s+|$)", re.I)
"""At the beginning of a header; without a key behind it there is none."""


def caller(request: HTTPConnection) -> Account:
    """The account of the request's key or token; raises Refusal 401 without one."""
    key = request.headers.get("api-key") or ""
    if not key:
        key = _SCHEME.sub("", request.headers.get("authorization", "").strip())
    if not key or len(key) > 4096:
        raise Refusal(401, "A key is needed; any text will do for the local studio.", UNAUTHORIZED)
    name = tokens.subject(key)
    if name is None:
        return account_of(key)
    if tokens.expired(key):
        raise Refusal(401, "The token is no longer valid.", UNAUTHORIZED)
    return account_of(f"token:{name}")


def base_url(request: HTTPConnection) -> str:
    """The address the client reached us by; its host was checked at the door."""
    return f"http://{request.headers['host']}"
