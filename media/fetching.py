"""The only place that opens an address which is not written in our own settings.

Allowed are the exact origins of the configured endpoints, and public addresses over http(s). The address that was
checked is the one connected to, at every hop of a redirect.
"""

import asyncio
import ipaddress
import socket
from collections.abc import Callable, Coroutine, Iterable
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

import httpx

HOPS = 3
TICK_S = 1.0
SILENCE_S = 20.0  # a server that sends nothing for this long is given up
# IPv6 that leads to IPv4 (NAT64, 6to4, Teredo, the old compatible and translated forms), or is local by an old rule
NOT_PUBLIC = [
    ipaddress.IPv6Network(network)
    for network in (
        "64:ff9b::/96",
        "64:ff9b:1::/48",
        "2002::/16",
        "2001::/32",
        "::/96",
        "::ffff:0:0:0/96",
        "fec0::/10",
    )
]


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

    `timeout_s` bounds the whole of it, however little at a time is sent; `max_bytes` bounds the file, which is kept
    as it came: nothing packed is unfolded. `tick` is called about once a second meanwhile, in a thread of its own;
    what it raises ends the transfer. Not to be called on a running event loop.
    """
    origins = {_origin(allowed) for allowed in allowed_origins}

    async def bounded() -> str:
        async with asyncio.timeout(timeout_s):
            return await _ticking(_follow(url, origins, max_bytes, dest), tick)

    try:
        return asyncio.run(bounded())
    except TimeoutError as error:
        raise FetchRefused("The file took too long.") from error


async def _ticking(work: Coroutine[Any, Any, str], tick: Callable[[], object]) -> str:
    """What `work` returns; `tick` runs beside it and may end it."""
    running = asyncio.ensure_future(work)
    try:
        while True:
            done, _ = await asyncio.wait({running}, timeout=TICK_S)
            if done:
                return running.result()
            await asyncio.to_thread(tick)
    finally:
        running.cancel()
        await asyncio.wait({running})


async def _follow(url: str, origins: set[str], max_bytes: int, dest: Path) -> str:
    try:
        return await _hops(url, origins, max_bytes, dest)
    # ValueError: an address, here or in a redirect, that is none
    except (httpx.HTTPError, httpx.InvalidURL, OSError, ValueError) as error:
        raise FetchRefused(f"The file could not be fetched: {type(error).__name__}.") from error


async def _hops(url: str, origins: set[str], max_bytes: int, dest: Path) -> str:
    async with httpx.AsyncClient(
        trust_env=False, follow_redirects=False, timeout=SILENCE_S
    ) as client:
        for _ in range(HOPS + 1):
            response = await client.send(await _checked(client, url, origins), stream=True)
            try:
                if response.is_redirect:
                    url = urljoin(url, response.headers.get("location", ""))
                    continue
                if response.status_code != 200:
                    raise FetchRefused(f"The file's address answered {response.status_code}.")
                await _save(response, dest, max_bytes)
                return str(response.headers.get("content-type", ""))
            finally:
                await response.aclose()
    raise FetchRefused("The file's address led in circles.")


async def _checked(client: httpx.AsyncClient, url: str, origins: set[str]) -> httpx.Request:
    """The request for this hop, aimed at the address that was checked."""
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname or "@" in parts.netloc:
        raise FetchRefused("Only plain http(s) addresses can be fetched.")
    headers = {"Accept-Encoding": "identity"}
    if _origin(url) in origins:
        return client.build_request("GET", url, headers=headers)
    address = await _public_address(parts.hostname, parts.port or _default_port(parts.scheme))
    target = httpx.URL(url).copy_with(host=address)
    return client.build_request(
        "GET",
        target,
        headers={**headers, "Host": parts.netloc},
        extensions={"sni_hostname": parts.hostname},
    )


async def _public_address(host: str, port: int) -> str:
    """An address of `host`; refuses when any of its addresses is not public."""
    try:
        answers = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise FetchRefused("The file's host is not known.") from error
    found = {str(info[4][0]) for info in answers}
    if not found or not all(_is_public(address) for address in found):
        raise FetchRefused("That address is not public.")
    return sorted(found)[0]


def _is_public(address: str) -> bool:
    ip = ipaddress.ip_address(address.split("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        if any(ip in network for network in NOT_PUBLIC):
            return False
        ip = ip.ipv4_mapped or ip
    return ip.is_global and not ip.is_multicast


async def _save(response: httpx.Response, dest: Path, max_bytes: int) -> None:
    size = 0
    with dest.open("wb") as file:
        async for chunk in response.aiter_raw():
            size += len(chunk)
            if size > max_bytes:
                raise FetchRefused("The file is larger than agreed.")
            file.write(chunk)


def _origin(url: str) -> str:
    parts = urlsplit(url)
    try:
        port = parts.port or _default_port(parts.scheme)
    except ValueError as error:
        raise FetchRefused("Only plain http(s) addresses can be fetched.") from error
    return f"{parts.scheme}://{(parts.hostname or '').lower()}:{port}"


def _default_port(scheme: str) -> int:
    return 443 if scheme == "https" else 80
