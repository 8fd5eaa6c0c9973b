"""The content filter: what is plainly not safe for work is made, paid for and kept back, unless it is switched off."""

import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from decimal import Decimal
from pathlib import Path

import pytest

from studio.policy import flagged, sensitive
from studio.renderers.api import RenderRequest
from studio.server import Studio, build
from studio.settings import Settings
from studio.tools.api import Media
from studio.tools.outcome import Outcome
from tests.studio.flow_tools import PRICE, TOOLS

ME = "0xme"
NUDE = "a nude couple in bed, explicit"


@pytest.mark.parametrize(
    "prompt",
    ["a naked man on a beach", NUDE, "erotic photograph", "NSFW pin-up", "two people having sex",
     "pornographic scene", "hentai girl", "a topless dancer", "full nudity, studio light"],
)  # fmt: skip
def test_it_knows_what_is_plainly_not_safe_for_work(prompt: str) -> None:
    assert sensitive(prompt)


@pytest.mark.parametrize(
    "prompt",
    ["a fox in the snow", "a woman in a red dress, no nudity", "a portrait, non-sexual", "without any nudity",
     "stars seen with the naked eye", "a naked mole rat", "a same-sex wedding", "nude lipstick on a table",
     "a jazz sextet on stage", "the sextant of a captain", "Essex in autumn", "a sexy sports car",
     "a topless convertible by the sea", "a sex on the beach cocktail, orange slice"],
)  # fmt: skip
def test_it_lets_the_harmless_pass(prompt: str) -> None:
    assert not sensitive(prompt)


def order(prompt: str, *, workflow: str = "t2i", kind: str = "image", take: int = 0) -> bool:
    return flagged(RenderRequest(kind, workflow, "m", prompt, 1, 64, 64, variation=take))


def test_it_judges_each_take_by_its_own_branch() -> None:
    prompt = "a {fox|naked man} by the sea"
    assert [order(prompt, take=take) for take in (0, 1)] == [False, True]


def test_it_judges_what_is_seen() -> None:
    assert order(NUDE, kind="video", workflow="t2v")
    assert not order("naked", kind="audio", workflow="music")
    assert not order("naked person", workflow="segment")


@asynccontextmanager
async def opened(folder: Path) -> AsyncIterator[Studio]:
    settings = Settings(folder, allow_faults=True, spark_balance=Decimal(100), renderers=1)
    studio = build(settings, TOOLS)
    await studio.pool.start()
    try:
        yield studio
    finally:
        await studio.close()


async def draw(studio: Studio, prompt: str, *, filtered: bool = True, count: int = 1) -> Outcome:
    arguments = {"prompt": prompt, "numberOfVariations": count}
    return await studio.engine.run(
        ME, "generate_image", arguments, Media(), call_id="one", filtered=filtered
    )


async def test_what_was_kept_back_is_neither_made_nor_charged_again(tmp_path: Path) -> None:
    async with opened(tmp_path) as studio:
        outcome = await draw(studio, "a {fox|naked man}", count=2)
        assert (len(outcome.outputs), outcome.withheld) == (1, 1)
        assert outcome.envelope(Media())["status"] == "partial_failure"
        assert studio.ledger.net(ME) == 100 - 2 * PRICE
    async with opened(tmp_path) as studio:
        studio.faults.arm("fail_slot", 0, {})
        again = await draw(studio, "a {fox|naked man}", count=2)
        assert (len(again.outputs), again.withheld, dict(again.failed)) == (1, 1, {})
        assert again.spent == 2 * PRICE
        assert studio.ledger.net(ME) == 100 - 2 * PRICE


async def test_what_expired_before_it_was_given_is_made_again_for_nothing(tmp_path: Path) -> None:
    """A call that a restart cut short, taken up when its first files are a day old."""
    async with opened(tmp_path) as studio:
        assert len((await draw(studio, "a fox", count=2)).outputs) == 2
    async with opened(tmp_path) as studio:
        for key in studio.store.blobs_before(time.time() + 1):
            studio.blobs.path(key).unlink()
            studio.store.drop_blob(key)
        again = await draw(studio, "a fox", count=3)
        assert (len(again.outputs), again.spent) == (3, 3 * PRICE)
        assert studio.ledger.net(ME) == 100 - 3 * PRICE
        studio.faults.arm("fail_slot", 1, {"slot": 0})
        assert len((await draw(studio, "a fox", count=3)).outputs) == 3


async def test_nothing_of_it_is_given(tmp_path: Path) -> None:
    async with opened(tmp_path) as studio:
        envelope = (await draw(studio, NUDE)).envelope(Media())
        assert envelope["error_type"] == "SAFETY_REJECTED"
        assert envelope["withheldCount"] == 1
        assert "output_assets" not in envelope


async def test_switched_off_it_only_labels(tmp_path: Path) -> None:
    async with opened(tmp_path) as studio:
        envelope = (await draw(studio, NUDE, filtered=False)).envelope(Media())
        assert envelope["ok"]
        assert envelope["output_assets"][0]["nsfwDetected"] is True
