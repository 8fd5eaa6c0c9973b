"""Each of several versions is told a seed that makes it again, alone."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from studio.projects.records import Project, Render
from studio.renderers.prompts.dynamic_prompt import expand_prompt
from studio.renderers.versions import FRESH, parted, seed_of
from studio.tools.api import Media, MediaTool
from studio.tools.registry import TOOLS
from tests.studio.conformance.test_assets import fetched


@pytest.mark.parametrize("first", [0, 77, FRESH - 1, FRESH, 2**31 - 1, 2**32 - 1, 2**53])
def test_a_seed_is_its_version(first: int) -> None:
    told = [seed_of(first, number) for number in range(16)]
    assert told[0] == first
    assert len(set(told)) == 16
    assert len({parted(one) for one in told}) == 16
    assert len({parted(one)[0] for one in told}) == 1
    assert all(seed_of(*parted(one)) == one for one in told)


@pytest.mark.parametrize("first", [number * FRESH + 5 for number in range(16)])
def test_every_branch_is_taken_wherever_the_seeds_begin(first: int) -> None:
    for count in range(2, 17):
        branches = [str(number) for number in range(count)]
        told = [parted(seed_of(first, number)) for number in range(count)]
        prompt = "{" + "|".join(branches) + "}"
        assert {expand_prompt(prompt, number, seed) for seed, number in told} == set(branches)


@pytest.mark.parametrize("most", [2**31, 2**32])
def test_versions_keep_to_the_bounds_of_their_model(most: int) -> None:
    assert all(0 <= seed_of(most - 1, number) < most for number in range(16))


@pytest.mark.parametrize("seed", [None, 5, 2**31 - 1])
@pytest.mark.parametrize("tool", ["generate_image", "generate_video", "generate_music"])
def test_a_tools_version_is_made_again_by_its_seed(tool: str, seed: int | None) -> None:
    asked: dict[str, Any] = {"prompt": "a {red|blue|green} boat", "numberOfVariations": 3}
    if seed is not None:
        asked["seed"] = seed
    maker = TOOLS[tool]
    assert isinstance(maker, MediaTool)
    made = maker.plan(asked, Media()).renders
    for one in made:
        again = {"prompt": asked["prompt"], "seed": seed_of(one.seed, one.variation)}
        assert maker.plan(again, Media()).renders == (one,)


@pytest.mark.parametrize("seed", [None, 77])
async def test_a_projects_version_is_made_again_by_its_seed(
    connect: Callable[..., Awaitable[Any]], seed: int | None
) -> None:
    client = await connect("versions")
    order = {
        "type": "image",
        "model_id": "z_image_turbo_bf16",
        "positive_prompt": "a {red|blue} boat on a lake",
        "size_preset": "custom",
        "width": 256,
        "height": 256,
    }
    first = {} if seed is None else {"seed": seed}
    several = await client.projects.create(**order, **first, number_of_media=2)
    await several.wait_for_completion(60)
    made = {job.seed: await fetched(job.result_url) for job in several.jobs}
    assert len(set(made.values())) == 2
    for told, picture in made.items():
        alone = await client.projects.create(**order, seed=told, number_of_media=1)
        (address,) = await alone.wait_for_completion(60)
        assert await fetched(address) == picture


def test_versions_an_earlier_studio_gave_one_seed_are_told_apart_when_they_are_taken_up() -> None:
    renders = [Render(str(number), number, 77) for number in range(3)]
    renders[1].status = "jobCompleted"
    request = {"keyFrames": [{"modelID": "z_image_turbo_bf16"}]}
    stored = Project("a", "me", "app", request, renders, "1").dump()
    taken_up = Project.load(stored)
    assert [parted(one.seed) for one in taken_up.renders] == [(77, 0), (77, 0), (77, 2)]
    assert Project.load(taken_up.dump()) == taken_up
