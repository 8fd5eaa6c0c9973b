"""A client of the socket that only pings and prints the seconds each answer took.

`python -m benchmarks.pinger PORT KEY`
"""

import asyncio
import sys
import time

import websockets

_EVERY_S = 0.02


async def _ping(port: str, key: str) -> None:
    address = f"ws://127.0.0.1:{port}/?appId=pinger"
    async with websockets.connect(
        address, additional_headers={"api-key": key}, max_queue=None
    ) as line:
        reading = asyncio.create_task(_drain(line))
        while not reading.done():
            sent = time.perf_counter()
            await (await line.ping())
            print(time.perf_counter() - sent, flush=True)
            await asyncio.sleep(_EVERY_S)


async def _drain(line: websockets.ClientConnection) -> None:
    async for _ in line:
        pass


if __name__ == "__main__":
    asyncio.run(_ping(*sys.argv[1:]))
