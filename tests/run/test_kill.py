"""Processes killed with -9 while they work: one result, charged once, nothing left running."""

import time

import pytest

from tests.run.conftest import Scene


@pytest.mark.parametrize("tool", ["generate_image", "animate_photo"])
def test_a_worker_killed_in_the_middle_of_a_render(scene: Scene, tool: str) -> None:
    before = len(scene.upstream())
    scene.ask("two versions of a lighthouse poster, then animate the second")
    scene.wait(lambda: scene.shows(status="running", tool=tool), what="a render")
    if tool == "animate_photo":
        scene.wait(lambda: scene.percent() > 0, what="progress")
    began = time.monotonic()
    scene.kill("worker")
    scene.wait_for_end()
    assert time.monotonic() - began < 60
    export = scene.visitor.export(scene.path)
    assert [run["status"] for run in export["runs"]] == ["completed"]
    made = [(item["kind"], item["index"], item["state"]) for item in export["media"]]
    assert made == [("image", 0, "ready"), ("image", 1, "ready"), ("video", 0, "ready")]
    assert len(scene.upstream()) - before == 2, "no job was sent twice"
    scene.charged_once()


def test_a_worker_killed_in_the_middle_of_a_word(scene: Scene) -> None:
    scene.fault("slow", factor=4, times=1)
    scene.ask("what can you do?")
    scene.wait(
        lambda: any(
            one["role"] == "assistant" for one in scene.visitor.export(scene.path)["messages"]
        ),
        what="the first words",
    )
    scene.kill("worker")
    scene.wait_for_end()
    export = scene.visitor.export(scene.path)
    replies = [one for one in export["messages"] if one["role"] == "assistant"]
    assert [one["state"] for one in replies] == ["complete"]
    assert [run["status"] for run in export["runs"]] == ["completed"]


@pytest.mark.parametrize("name", ["web", "valkey", "studio"])
def test_what_else_may_die_meanwhile(scene: Scene, name: str) -> None:
    scene.ask("a lighthouse at night")
    scene.wait(lambda: scene.shows(status="running", tool="generate_image"), what="a render")
    scene.kill(name)
    scene.wait_for_end()
    scene.wait(scene.is_up, what="the page")
    export = scene.visitor.export(scene.path)
    assert len([item for item in export["media"] if item["kind"] == "image"]) == 1
    assert export["runs"][-1]["status"] == "completed"
    scene.charged_once()
