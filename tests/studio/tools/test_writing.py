"""The text tools: what they write is on topic, in shape and within its limits."""

import json
import re
from typing import Any

import pytest

from studio.tools.api import TextTool, ToolRefusal
from studio.tools.arguments import checked
from studio.tools.registry import TOOLS
from studio.tools.writing.rhymes import ENDINGS
from studio.tools.writing.topic import read_topic

TRANSFORMS = {"image_index", "video_index", "audio_index"}
ARGUMENTS = {
    "generate_image": {"prompt", "aspectRatio", "model", "sourceImageIndex"},
    "animate_photo": {"prompt", "duration", "videoModel", "sourceImageIndex"},
    "generate_music": {"prompt", "duration", "model"},
    "stitch_video": {"videoIndices", "audioIndex", "transition"},
}
BRIEF = "Create a 5-shot product teaser, 9:16, 15s for the AeroBottle, with music"


def write(tool_name: str, /, **arguments: Any) -> dict[str, Any]:
    tool = TOOLS[tool_name]
    assert isinstance(tool, TextTool)
    return tool.write(arguments)


def check_plan(plan: dict[str, Any]) -> None:
    """As the workflow endpoint would: known tools and arguments, and every binding to a step before."""
    seen: set[str] = set()
    assert plan["title"]
    assert plan["steps"]
    for step in plan["steps"]:
        known = ARGUMENTS[step["toolName"]]
        assert re.fullmatch(r"[A-Za-z0-9_.:-]{1,80}", step["id"])
        assert step["id"] not in seen
        assert set(step["arguments"]) <= known
        for row in step["dependsOn"]:
            assert row["sourceStepId"] in seen
            assert row["targetArgument"] in known
            assert row["transform"] in TRANSFORMS
            assert row["transform"].startswith(row["mediaType"])
        seen.add(step["id"])


@pytest.mark.parametrize(
    ("brief", "phrase", "title"),
    [
        ("Write a sad song about my grandmother's kitchen", "my grandmother's kitchen", "Grandmother's Kitchen"),
        (BRIEF, "the AeroBottle", "AeroBottle"), ("a fox", "a fox", "Fox"),
        ("lyrics for a lighthouse keeper who misses the sea",
         "a lighthouse keeper who misses the sea", "Lighthouse Keeper"),
        ("Make a 20 second video of a dragon over mountains with epic music",
         "a dragon over mountains", "Dragon Over Mountains"),
        ("a 30 second ad for Northwind coffee, a small roastery",
         "Northwind coffee, a small roastery", "Northwind Coffee"),
        ("a video of a day at the coast", "a day at the coast", "Day at the Coast"),
        ("three scenes of a fox, animate and stitch", "a fox", "Fox"),
        ("Make 3 shots about a baker, then animate each one and stitch them together", "a baker", "Baker"),
        ("a girl who stitches a flag, then joins the circus",
         "a girl who stitches a flag, then joins the circus", "Girl"),
        ("a song about an old man and his very small dog in the rain",
         "an old man and his very small dog in the rain", "Old Man"),
    ],
)  # fmt: skip
def test_it_finds_what_a_brief_is_about(brief: str, phrase: str, title: str) -> None:
    topic = read_topic(brief)
    assert (topic.phrase, topic.title) == (phrase, title)


def test_the_same_brief_gives_the_same_text_and_another_another() -> None:
    first = write("compose_lyrics", prompt="a song about the sea")
    assert first == write("compose_lyrics", prompt="a song about the sea")
    assert first["lyrics"] != write("compose_lyrics", prompt="a song about the city")["lyrics"]


def test_lyrics_rhyme_have_sections_and_fill_the_time() -> None:
    lengths = []
    for seconds in (15, 60, 120, 240):
        made = write(
            "compose_lyrics", prompt="a song about a lighthouse keeper", duration_seconds=seconds
        )
        sheet = made["lyrics"]
        assert sheet.startswith("[")
        assert "lighthouse keeper" in sheet
        assert "[Chorus]" in sheet
        lines = [line for line in sheet.splitlines() if line and not line.startswith("[")]
        lengths.append(len(lines))
        assert 1.0 < seconds / len(lines) < 16
        for section in sheet.split("\n\n"):
            sung = section.splitlines()[1:]
            for first, second in zip(sung[::2], sung[1::2], strict=True):
                assert _family(first) == _family(second), (first, second)
    assert lengths == sorted(lengths)
    assert {"title", "bpm", "keyscale", "timesig", "music_prompt", "duration_seconds"} <= set(made)


def _family(line: str) -> int:
    return next(
        place
        for place, family in enumerate(ENDINGS)
        if any(line.endswith(ending) for ending in family)
    )


def test_another_language_is_owned_up_to() -> None:
    assert "note" not in write("compose_lyrics", prompt="love", language="en")
    made = write("compose_lyrics", prompt="love", language="Finnish")
    assert made["language"] == "English"
    assert "Finnish" in made["note"]


def test_an_instrumental_has_the_sections_the_music_tool_plays() -> None:
    made = write(
        "compose_instrumental", prompt="lo-fi background for a coffee shop", duration_seconds=60
    )
    assert made["style"] == "lo-fi"
    assert made["sections"][0]["name"] == "Intro"
    starts = [row["start_seconds"] for row in made["sections"]]
    assert starts == sorted(starts)
    assert starts[-1] < 60
    assert made["lyrics"].splitlines() == [f"[{row['name']}]" for row in made["sections"]]
    assert f"{made['bpm']} BPM" in made["prompt"]
    assert made["keyscale"] in made["prompt"]


@pytest.mark.parametrize(
    "kind", ["ad_script", "trailer", "screenplay", "talking_head", "social_short", "revision"]
)
def test_scenes_add_up_and_words_can_be_spoken_in_time(kind: str) -> None:
    made = write(
        "compose_script",
        brief="an ad for Northwind coffee",
        script_type=kind,
        scene_count=5,
        duration_seconds=24,
    )
    scenes = made["scenes"]
    assert len(scenes) == 5
    assert sum(scene["duration_seconds"] for scene in scenes) == pytest.approx(24, abs=0.05)
    assert any(scene["spoken"] for scene in scenes)
    for scene in scenes:
        assert len(scene["spoken"].split()) <= scene["duration_seconds"] * 2.5
        assert "{" not in json.dumps(list(scene.values()))
    assert "Northwind" in made["script"]


def test_a_script_comes_in_the_format_asked_for() -> None:
    brief = "a robot that learns to paint"
    assert json.loads(write("compose_script", brief=brief, return_format="json")["script"])[
        "scenes"
    ]
    markdown = write("compose_script", brief=brief, return_format="markdown", scene_count=2)[
        "script"
    ]
    assert markdown.startswith("# Robot")
    assert markdown.count("## Scene") == 2
    plain = write("compose_script", brief=brief)["script"]
    assert plain.startswith("ROBOT")
    assert "NARRATOR" in plain
    assert (
        len(write("compose_script", brief=brief, duration_seconds=4, scene_count=8)["scenes"]) == 8
    )


@pytest.mark.parametrize(
    ("model", "target", "has"),
    [
        ("z_image_turbo_bf16", "image_prompt", "photographic"), ("sdxl", "image_prompt", ", "),
        ("ltx25", "video_prompt", "Camera"),
        ("seedance2", "video_prompt", "Sound"), ("qwen", "edit_prompt", "Keep everything else"),
        ("gpt-image-2", "edit_prompt", "Keep everything else"), ("music3", "model_prompt", "Arrangement"),
    ],
)  # fmt: skip
def test_a_prompt_grows_in_the_models_manner(model: str, target: str, has: str) -> None:
    made = write(
        "enhance_prompt",
        prompt="a red fox in the snow",
        target_output=target,
        destination_model=model,
    )
    assert "red fox in the snow" in made["prompt"].lower()
    assert has in made["prompt"]
    assert len(made["prompt"].split()) > 12
    assert ("negative_prompt" in made) == (model == "sdxl")


def test_a_prompt_keeps_what_it_already_says() -> None:
    made = write("enhance_prompt", prompt="close-up oil painting of a fox, neon light, 35mm",
                 target_output="image_prompt",
                 destination_model="z-turbo")  # fmt: skip
    assert "photographic" not in made["prompt"]
    assert made["prompt"].lower().count("light") == 1
    for mode in ("preserve", "validate"):
        kept = write("enhance_prompt", prompt="a fox", destination_model="ltx25", prompt_mode=mode)
        assert kept["prompt"] == "a fox"
    assert (
        write(
            "enhance_prompt",
            prompt="a really very nice fox",
            destination_model="ltx25",
            prompt_mode="compress",
        )["prompt"]
        == "a nice fox"
    )


def test_without_a_target_the_model_decides_and_an_unknown_model_fails() -> None:
    assert (
        write("enhance_prompt", prompt="a fox", destination_model="wan22")["target_output"]
        == "video_prompt"
    )
    with pytest.raises(ToolRefusal) as refused:
        write(
            "enhance_prompt",
            prompt="a fox",
            target_output="image_prompt",
            destination_model="midjourney-3",
        )
    assert refused.value.error_type == "MODEL_UNAVAILABLE"
    with pytest.raises(ToolRefusal, match="makes no image"):
        write(
            "enhance_prompt",
            prompt="a fox",
            target_output="image_prompt",
            destination_model="ltx25",
        )


def test_a_workflow_is_a_plan_that_can_be_sent() -> None:
    made = write("compose_workflow", brief=BRIEF)
    check_plan(made["plan"])
    tools = [step["toolName"] for step in made["steps"]]
    assert tools.count("generate_image") == tools.count("animate_photo") == 5
    assert tools[-2:] == ["generate_music", "stitch_video"]
    assert {step["arguments"].get("aspectRatio") for step in made["steps"]} == {"9:16", None}
    clips = [
        step["arguments"]["duration"]
        for step in made["steps"]
        if step["toolName"] == "animate_photo"
    ]
    assert sum(clips) - 0.4 * (len(clips) - 1) == pytest.approx(15, abs=0.1)
    assert made["fits_budget"]
    assert made["estimated_capacity_units"] == sum(
        row["capacityUnits"] for row in made["estimate"]["perStep"]
    )


def test_arguments_win_over_the_briefs_words_and_the_budget_bounds_the_plan() -> None:
    made = write("compose_workflow", brief=BRIEF, scene_count=2, include_audio=False, aspect_ratio="1:1",
                 destination_models={"image": "krea-2-turbo", "video": "wan22"})  # fmt: skip
    check_plan(made["plan"])
    assert len(made["steps"]) == 5
    assert made["steps"][0]["arguments"]["model"] == "krea-2-turbo"
    assert made["steps"][1]["arguments"]["videoModel"] == "wan22"
    small = write("compose_workflow", brief=BRIEF, max_estimated_capacity_units=17)
    assert small["fits_budget"]
    assert small["estimated_capacity_units"] <= 17
    check_plan(small["plan"])
    assert not write("compose_workflow", brief=BRIEF, max_estimated_capacity_units=1)["fits_budget"]


def test_a_style_is_in_every_picture_once() -> None:
    made = write(
        "compose_workflow", brief="a film about the sea", style="ink drawing", scene_count=2
    )
    prompts = [
        step["arguments"]["prompt"]
        for step in made["steps"]
        if step["toolName"] == "generate_image"
    ]
    assert [prompt.count("ink drawing") for prompt in prompts] == [1, 1]


def test_pictures_alone_need_no_film() -> None:
    made = write("compose_workflow", brief="three pictures of a fox", scene_count=3)
    assert [step["toolName"] for step in made["steps"]] == ["generate_image"] * 3


def test_a_template_has_inputs_and_a_concrete_plan() -> None:
    made = write(
        "compose_workflow_template",
        brief="a short film about my dog",
        name="Dog film",
        include_audio=True,
    )
    draft = made["template_draft"]
    assert draft["name"] == "Dog film"
    units = draft["estimatedCapacityUnits"]
    assert 0 < units["min"] == units["max"]
    assert "$inputs.subject" in json.dumps(draft["stages"])
    assert {row["name"] for row in draft["inputs"]} == {"subject", "style"}
    check_plan(made["plan"])
    assert "$inputs" not in json.dumps(made["plan"])
    assert "my dog" in json.dumps(made["plan"])


def test_declared_inputs_are_used() -> None:
    inputs = [
        {"name": "hero", "type": "text", "required": True},
        {"name": "photo", "type": "image", "required": True},
    ]
    made = write("compose_workflow_template", brief="a teaser", name="T", inputs=inputs)
    stages = made["template_draft"]["stages"]
    assert "$inputs.hero" in stages[0]["args"]["prompt"]
    assert {"sourceStepId": "$input_media", "sourceArtifactId": "photo"}.items() <= stages[0][
        "dependsOn"
    ][0].items()
    check_plan(made["plan"])


def test_a_kept_template_changes_only_where_asked() -> None:
    before = write("compose_workflow_template", brief="a short film about my dog", name="Dog film")[
        "template_draft"
    ]
    edit = "make it 9:16, add a music step and switch the image model to gpt-image-2"
    made = write(
        "compose_workflow_template",
        brief=edit,
        name="Dog film",
        existing_template={**before, "id": "wf_1"},
    )
    after = made["template_draft"]
    assert after["id"] == "wf_1"
    assert after["version"] == "0.0.2"
    assert {stage["id"] for stage in before["stages"]} < {stage["id"] for stage in after["stages"]}
    pictures = [stage["args"] for stage in after["stages"] if stage["tool"] == "generate_image"]
    assert {(args["aspectRatio"], args["model"]) for args in pictures} == {("9:16", "gpt-image-2")}
    assert any(row["targetArgument"] == "audioIndex" for row in after["stages"][-1]["dependsOn"])
    assert made["changes"]
    check_plan(made["plan"])
    gone = write(
        "compose_workflow_template",
        brief="remove the music",
        name="Dog film",
        existing_template=after,
    )
    assert "generate_music" not in json.dumps(gone["template_draft"])
    check_plan(gone["plan"])


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("compose_lyrics", {"prompt": " "}), ("compose_instrumental", {}), ("compose_script", {"brief": ""}),
        ("compose_workflow", {}), ("compose_workflow_template", {"brief": "a film", "name": ""}),
        ("enhance_prompt", {"prompt": "", "destination_model": "ltx25"}),
    ],
)  # fmt: skip
def test_nothing_to_go_by_is_refused(name: str, arguments: dict[str, Any]) -> None:
    with pytest.raises(ToolRefusal) as refused:
        write(name, **arguments)
    assert refused.value.error_type == "USER_INPUT_INCOMPLETE"


@pytest.mark.parametrize(
    "text",
    [
        "?",
        "a",
        "💥💥",
        "x" * 5000,
        "{a|b} $inputs.x [Verse]",
        "\n\n…",
        "a-" * 4000,
        "please " * 1500,
    ],
)
def test_odd_briefs_do_no_harm(text: str) -> None:
    for name, argument in (("compose_lyrics", "prompt"), ("compose_instrumental", "prompt"),
                           ("compose_script", "brief"),
                           ("compose_workflow", "brief")):  # fmt: skip
        assert write(name, **{argument: text})


def test_what_the_official_examples_send_is_taken() -> None:
    """One leaves target_output out, one names a script type of its own (the protocol's notes, section 8)."""
    prompt = checked(TOOLS["enhance_prompt"], {"prompt": "a fox", "destination_model": "wan22"})
    assert write("enhance_prompt", **prompt)["prompt"]
    brief = checked(TOOLS["compose_script"], {"brief": "a fox", "script_type": "creative_brief"})
    assert "fox" in str(write("compose_script", **brief)).lower()
