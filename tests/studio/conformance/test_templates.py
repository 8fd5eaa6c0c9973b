"""Saved workflow templates as the SDK handles them."""

from typing import Any

import pytest
from sogni_client import ApiError

from tests.studio.conformance.cover import covers
from tests.studio.conformance.plans import Sdk, ended, upload
from tests.studio.near import NearStudio

FOX: dict[str, Any] = {
    "name": "Fox",
    "category": "custom",
    "estimatedCapacityUnits": 4,
    "inputs": [
        {"name": "subject", "type": "text", "required": True},
        {"name": "seed", "type": "number", "default": 3},
        {"name": "light", "type": "select", "options": ["day", "night"], "default": "day"},
        {"name": "photo", "type": "image"},
        {"name": "moods", "type": "text", "multiple": True, "default": ["calm"]},
    ],
    "stages": [
        {
            "id": "draw",
            "tool": "generate_image",
            "args": {"prompt": "a $inputs.subject by $inputs.light", "seed": "$inputs.seed"},
        },
        {
            "id": "mood",
            "type": "batch",
            "over": "$inputs.moods",
            "tool": "generate_image",
            "args": {"prompt": "$item"},
        },
        {
            "id": "look",
            "tool": "create_asset_manifest",
            "args": {"title": "$inputs.photo"},
        },
    ],
}


@covers(
    "client.workflows.templates.create",
    "client.workflows.templates.update",
    "client.workflows.templates.get",
    "client.workflows.templates.list",
    "client.workflows.templates.delete",
)
async def test_they_are_made_changed_listed_and_deleted(sdk: Sdk) -> None:
    client = await sdk("tpl-crud")
    templates = client.workflows.templates
    made = await templates.create(FOX)
    assert (made["version"], made["visibility"]) == ("0.0.1", "private")
    assert made["estimatedCapacityUnits"] == {"min": 4, "max": 4}
    changed = await templates.update(made["id"], {"name": "Red fox", "visibility": "public"})
    assert (changed["version"], changed["name"]) == ("0.0.2", "Red fox")
    assert changed["stages"] == FOX["stages"]
    assert (await templates.get(made["id"])) == changed
    own = await templates.list(visibility="own")
    assert [one["id"] for one in own["templates"]] == [made["id"]]
    public = await templates.list(visibility="public")
    assert made["id"] in [one["id"] for one in public["templates"]]
    await templates.delete(made["id"])
    with pytest.raises(ApiError) as gone:
        await templates.get(made["id"])
    assert gone.value.status == 404


def test_one_is_kept_in_either_spelling(near: NearStudio) -> None:
    path = "/v1/creative-agent/workflows/templates"
    sent = {
        "review_focus": ["light"],
        "estimated_credits": 2,
        "expose_to_llm": True,
        "llm_priority": 3,
    }
    with near.http("tpl-snake") as http:
        made = http.post(path, json={**FOX, **sent})
        template = made.json()["data"]["template"]
        changed = http.patch(f"{path}/{template['id']}", json={"llm_priority": 4}).json()
        fork = http.post(f"{path}/{template['id']}/fork", json={"new_name": "Twin"}).json()
        gone = http.delete(f"{path}/{template['id']}")
    assert (made.status_code, gone.status_code, gone.content) == (201, 204, b"")
    assert (template["reviewFocus"], template["exposeToLLM"]) == (["light"], True)
    assert template["estimatedCredits"] == {"min": 2, "max": 2}
    assert changed["data"]["template"]["llmPriority"] == 4
    assert fork["data"]["template"]["name"] == "Twin"
    fields = ("id", "version", "name", "description", "brief", "category", "stability", "author",
              "visibility", "inputs", "stages", "reviewFocus", "tags", "metadata", "createdAt",
              "updatedAt")  # fmt: skip
    assert set(fields) <= set(template)


async def test_pages_follow_each_other(sdk: Sdk) -> None:
    client = await sdk("tpl-pages")
    names = []
    offset: Any = 0
    while offset is not None:
        page = await client.workflows.templates.list(visibility="public", offset=offset, limit=2)
        names += [one["id"] for one in page["templates"]]
        offset = page["next_cursor"]
    assert len(names) == len(set(names)) >= 5
    assert "studio-music-video" in names


@covers("client.workflows.templates.fork")
async def test_a_foreign_private_one_does_not_exist(sdk: Sdk) -> None:
    owner, other = await sdk("tpl-owner", "a"), await sdk("tpl-other", "b")
    made = await owner.workflows.templates.create(FOX)
    theirs = other.workflows.templates
    calls = (
        theirs.get(made["id"]),
        theirs.update(made["id"], {"name": "mine now"}),
        theirs.delete(made["id"]),
        theirs.fork(made["id"]),
        other.workflows.start(workflow_id=made["id"], inputs={"subject": "cat"}),
    )
    for call in calls:
        with pytest.raises(ApiError) as refused:
            await call
        assert refused.value.status == 404
    await owner.workflows.templates.update(made["id"], {"visibility": "public"})
    fork = await theirs.fork(made["id"], new_name="My fox")
    assert (fork["name"], fork["visibility"], fork["version"]) == ("My fox", "private", "0.0.1")
    assert fork["metadata"]["forkedFrom"] == made["id"]
    with pytest.raises(ApiError) as refused:
        await theirs.update(made["id"], {"name": "mine now"})
    assert refused.value.status == 403


async def test_those_of_the_studio_can_be_forked_but_not_changed(sdk: Sdk) -> None:
    client = await sdk("tpl-system")
    templates = client.workflows.templates
    with pytest.raises(ApiError) as refused:
        await templates.delete("studio-picture-report")
    assert refused.value.status == 403
    fork = await templates.fork("studio-picture-report")
    assert fork["author"]["userId"].startswith("0x")


async def test_one_is_run_with_its_inputs(sdk: Sdk) -> None:
    client = await sdk("tpl-run")
    made = await client.workflows.templates.create(FOX)
    given = {"subject": "fox", "moods": ["wild", "quiet"]}
    done = await ended(client, await client.workflows.start(workflow_id=made["id"], inputs=given))
    assert done["status"] == "completed", done
    calls = {step["id"]: step["arguments"] for step in done["steps"]}
    assert calls["draw"] == {"prompt": "a fox by day", "seed": 3}
    assert calls["mood_1"] == {"prompt": "wild"}
    assert calls["mood_2"] == {"prompt": "quiet"}
    assert calls["look"] == {}


async def test_media_inputs_become_input_media(sdk: Sdk, near: NearStudio) -> None:
    client = await sdk("tpl-media")
    photo = upload(near, "tpl-media")
    started = await client.workflows.start(
        workflow_id="studio-picture-report", inputs={"photo": photo}
    )
    done = await ended(client, started)
    assert done["status"] == "completed", done
    assert done["steps"][0]["result"]["analysis"]["width"] == 96
    assert done["steps"][1]["result"]["metadata"]["mediaType"] == "image"


@pytest.mark.parametrize(
    ("inputs", "words"),
    [
        ({}, "subject is missing"),
        ({"subject": 7}, "subject must be text"),
        ({"subject": "a", "seed": "x"}, "seed must be a number"),
        ({"subject": "a", "light": "dusk"}, "one of its options"),
        ({"subject": "a", "photo": "file:///etc/passwd"}, "address of an image"),
        ({"subject": "a", "photo": "http://example.org/a.png"}, "not one of the studio's own"),
        ({"subject": "a", "other": 1}, "no input other"),
        ([1], "must be an object"),
    ],
)
async def test_wrong_inputs_are_refused_by_name(sdk: Sdk, inputs: Any, words: str) -> None:
    client = await sdk("tpl-inputs")
    made = await client.workflows.templates.create(FOX)
    with pytest.raises(ApiError) as refused:
        await client.workflows.start(workflow_id=made["id"], inputs=inputs)
    assert refused.value.status == 400
    assert words in str(refused.value)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"name": ""}, "name"),
        ({"name": None}, "name"),
        ({"category": "cooking"}, "category"),
        ({"visibility": "team"}, "visibility"),
        ({"stages": []}, "stage"),
        ({"stages": [{"tool": "no_such"}]}, "Stage 1"),
        ({"stages": [{"tool": ["generate_image"]}]}, "Stage 1"),
        ({"stages": [{"type": "loop", "tool": "generate_image"}]}, "Stage 1"),
        ({"inputs": [{"name": "../x"}]}, "name"),
        ({"inputs": [{"name": "a"}, {"name": "a"}]}, "same name"),
        ({"inputs": [{"name": "a", "type": "file"}]}, "type of a"),
        ({"inputs": [{"name": "a", "type": "select"}]}, "options"),
        ({"tags": "x"}, "tags"),
        ({"metadata": 7}, "metadata"),
        ({"estimatedCredits": "many"}, "estimatedCredits"),
        ({"estimatedCapacityUnits": {"min": 1}}, "estimatedCapacityUnits"),
        ({"exposeToLLM": "yes"}, "exposeToLLM"),
    ],
)
async def test_a_wrong_template_is_refused(sdk: Sdk, change: dict[str, Any], words: str) -> None:
    client = await sdk("tpl-wrong")
    with pytest.raises(ApiError) as refused:
        await client.workflows.templates.create({**FOX, **change})
    assert refused.value.status == 400
    assert words in str(refused.value)


def test_a_huge_template_is_refused(near: NearStudio) -> None:
    with near.http("tpl-huge") as http:
        answer = http.post(
            "/v1/creative-agent/workflows/templates",
            json={**FOX, "metadata": {"a": "x" * 300_000}},
        )
        assert answer.status_code == 413
        everyones = http.get(
            "/v1/creative-agent/workflows/templates", params={"visibility": "team"}
        )
        assert everyones.status_code == 400
        path = "/v1/creative-agent/workflows/templates/..%2f..%2fetc"
        assert http.get(path).status_code == 404


@covers("client.workflows.templates.create", "client.workflows.start")
async def test_an_input_says_how_many_it_takes(sdk: Sdk) -> None:
    client = await sdk("tpl-many")
    words = {"name": "words", "type": "text", "required": True, "multiple": {"min": 2, "max": 3}}
    stage = {
        "type": "batch", "over": "$inputs.words", "tool": "compose_lyrics", "args": {"prompt": "$item"},
    }  # fmt: skip
    made = await client.workflows.templates.create(
        {"name": "Songs", "inputs": [words], "stages": [stage]}
    )
    assert made["inputs"][0]["multiple"] == {"min": 2, "max": 3}
    begun = await client.workflows.start(workflow_id=made["id"], inputs={"words": ["a", "b"]})
    assert len(begun["steps"]) == 2
    for wrong in (["a"], ["a"] * 4):
        with pytest.raises(ApiError) as refused:
            await client.workflows.start(workflow_id=made["id"], inputs={"words": wrong})
        assert refused.value.status == 400
