"""Long runs on real processes: deaths at random moments, and many conversations in a row."""

import random
import time

import psutil
import pytest

from tests.run.conftest import Scene

pytestmark = pytest.mark.long

DEATHS = 12
SOAK_S = 150
GROWTH = 1.35


def test_deaths_at_random_moments_end_in_one_film_charged_once(scene: Scene) -> None:
    dice = random.Random(11)
    for _ in range(DEATHS):
        scene.path = scene.visitor.start_conversation()
        scene.ask("two versions of a lighthouse poster, then animate the second")
        time.sleep(dice.uniform(0, 6))  # the moment is the point
        victim = dice.choice(["worker", "worker", "web", "valkey", "studio", "postgres"])
        scene.kill(victim)
        scene.wait_for_end(90)
        scene.wait(scene.is_up, seconds=30, what=f"the page after {victim} died")
        export = scene.visitor.export(scene.path)
        states = {one["state"] for one in export["media"]}
        made = [(one["kind"], one["index"]) for one in export["media"]]
        if victim == "studio":  # the service lost what it was at: said, not charged, nothing hangs
            assert states <= {"ready", "failed"}
        else:
            assert export["runs"][-1]["status"] == "completed", victim
            assert made == [("image", 0), ("image", 1), ("video", 0)], victim
            assert states == {"ready"}, victim
        scene.charged_once()


def test_memory_stays_where_it_is(scene: Scene) -> None:
    names = ("web", "worker", "studio")
    rounds, before = 0, {}
    end = time.monotonic() + SOAK_S
    while time.monotonic() < end:
        scene.path = scene.visitor.start_conversation()
        scene.ask("a lighthouse at night")
        scene.wait_for_end()
        rounds += 1
        if rounds == 10:  # caches are warm
            before = {name: _memory(scene, name) for name in names}
    assert rounds > 20
    for name in names:
        assert _memory(scene, name) < before[name] * GROWTH + 20e6, name


def _memory(scene: Scene, name: str) -> float:
    process: psutil.Process = scene.installation.child(name)
    return float(process.memory_info().rss)
