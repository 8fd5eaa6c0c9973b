"""The one line of renders is fair: accounts take turns, projects take turns, nobody waits for ever."""

import asyncio

from studio.rendering.line import FairLine


async def served(line: FairLine, wanted: list[tuple[str, str]]) -> list[str]:
    """The order in which renders that join at once are served, one at a time."""
    order: list[str] = []

    async def one(account: str, group: str) -> None:
        async with line.turn(account, group):
            order.append(group)
            await asyncio.sleep(0)

    await asyncio.gather(*(one(*who) for who in wanted))
    return order


async def test_a_small_project_does_not_wait_for_a_large_one() -> None:
    wanted = [("a", "large")] * 8 + [("a", "small")]
    assert (await served(FairLine(1), wanted)).index("small") <= 2


async def test_accounts_take_turns_whatever_they_ask() -> None:
    wanted = [("greedy", f"project {n}") for n in range(6)] + [("other", "only")]
    assert (await served(FairLine(1), wanted)).index("only") <= 2


async def test_newcomers_never_overtake_for_ever() -> None:
    line, order = FairLine(1), []

    async def one(group: str) -> None:
        async with line.turn("a", group):
            order.append(group)
            if len(order) < 40:  # a new project for each that was served
                tasks.append(asyncio.create_task(one(f"new {len(order)}")))
            await asyncio.sleep(0)

    tasks = [asyncio.create_task(one("long")) for _ in range(4)]
    while tasks:
        await tasks.pop(0)
    assert max(place for place, group in enumerate(order) if group == "long") < 12


async def test_who_gives_up_keeps_no_slot() -> None:
    line = FairLine(1)
    entered = asyncio.Event()

    async def hold() -> None:
        async with line.turn("a", "one"):
            entered.set()
            await asyncio.Event().wait()

    holding = asyncio.create_task(hold())
    await entered.wait()
    waiting = asyncio.create_task(hold())
    await asyncio.sleep(0)
    waiting.cancel()
    await asyncio.gather(waiting, return_exceptions=True)
    called = asyncio.create_task(served(line, [("b", "two")]))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    holding.cancel()
    assert await called == ["two"]
    assert (line.running, line.waiting) == (0, 0)


async def test_who_gives_up_moves_the_others_up() -> None:
    line = FairLine(1)
    told: list[list[str]] = []
    line.listen(lambda: told.append([group for _, group in line.order]))
    waiting: dict[str, asyncio.Task[None]] = {}

    async def hold(group: str) -> None:
        async with line.turn("a", group):
            await asyncio.Event().wait()

    for group in ("at work", "first", "second"):
        waiting[group] = asyncio.create_task(hold(group))
        await asyncio.sleep(0)
    assert told[-1] == ["first", "second"]
    waiting["first"].cancel()
    await asyncio.wait({waiting["first"]})
    assert told[-1] == ["second"]
    for task in waiting.values():
        task.cancel()
