"""The only place that opens an address which is not written in our own settings.

Allowed are the exact origins of the configured endpoints, and public addresses over http(s). The address that was
checked is the one connected to, at every hop of a redirect.
"""

import ipaddress
import socket
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import httpx

HOPS = 3
CHUNK = 64 * 1024
SILENCE_S = 20.0  # a server that sends nothing for this long is given up


class FetchRefused(Exception):
    """The address may not be opened, or what it gave cannot be kept."""


def fetch(
    url: str,
    *,
    allowed_origins: Iterable[str],
    max_bytes: int,
    timeout_s: float,
    dest: Path,
    tick: Callable[[], object] = lambda: None,
) -> str:
    """Fetch `url` into `dest`; the content type it was served with. Raises `FetchRefused`.

    `timeout_s` bounds the whole transfer, `max_bytes` its size. `tick` is called while bytes come; what it
    raises ends the transfer.
    """
    origins = {_origin(allowed) for allowed in allowed_origins}
    until = time.monotonic() + timeout_s
    try:
        with httpx.Client(
            trust_env=False, follow_redirects=False, timeout=min(timeout_s, SILENCE_S)
        ) as client:
            for _ in range(HOPS + 1):
                request = _checked(client, url, origins)
                response = client.send(request, stream=True)
                try:
                    if response.is_redirect:
                        url = urljoin(url, response.headers.get("location", ""))
                        continue
                    if response.status_code != 200:
                        raise FetchRefused(f"The file's address answered {response.status_code}.")
                    _save(response, dest, max_bytes, until, tick)
                    return str(response.headers.get("content-type", ""))
                finally:
                    response.close()
    except (httpx.HTTPError, httpx.InvalidURL, OSError) as error:
        raise FetchRefused(f"The file could not be fetched: {type(error).__name__}.") from error
    raise FetchRefused("The file's address led in circles.")


def _checked(client: httpx.Client, url: str, origins: set[str]) -> httpx.Request:
    """The request for this hop, aimed at the address that was checked."""
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.username:
        raise FetchRefused("Only plain http(s) addresses can be fetched.")
    if _origin(url) in origins:
        return client.build_request("GET", url)
    address = _public_address(parts.hostname, parts.port or _default_port(parts.scheme))
    target = httpx.URL(url).copy_with(host=address)
    return client.build_request(
        "GET",
        target,
        headers={"Host": parts.netloc},
        extensions={"sni_hostname": parts.hostname},
    )


def _public_address(host: str, port: int) -> str:
    """An address of `host`; refuses when any of its addresses is not public."""
    try:
        found = {
            str(info[4][0]) for info in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        }
    except (OSError, UnicodeError) as error:
        raise FetchRefused("The file's host is not known.") from error
    for address in found:
        ip = ipaddress.ip_address(address.split("%")[0])
        mapped = getattr(ip, "ipv4_mapped", None)
        if not (mapped or ip).is_global or ip.is_multicast:
            raise FetchRefused("That address is not public.")
    return sorted(found)[0]


def _save(
    response: httpx.Response, dest: Path, max_bytes: int, until: float, tick: Callable[[], object]
) -> None:
    size = 0
    with dest.open("wb") as file:
        for chunk in response.iter_bytes(CHUNK):
            size += len(chunk)
            if size > max_bytes:
                raise FetchRefused("The file is larger than agreed.")
            if time.monotonic() > until:
                raise FetchRefused("The file took too long.")
            file.write(chunk)
            tick()


def _origin(url: str) -> str:
    parts = urlsplit(url)
    try:
        port = parts.port or _default_port(parts.scheme)
    except ValueError as error:
        raise FetchRefused("Only plain http(s) addresses can be fetched.") from error
    return f"{parts.scheme}://{(parts.hostname or '').lower()}:{port}"


def _default_port(scheme: str) -> int:
    return 443 if scheme == "https" else 80
