"""The picture tools' arguments: which picture is meant, which model, which bounds."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from studio.catalogue.images import FULL_EDIT, IDENTITY_EDIT, MESH, MESH_OF_VIEWS, QUICK_EDIT
from studio.renderers import Progress, RenderError
from studio.renderers.regions.memory import forget
from studio.renderers.registry import render
from studio.renderers.versions import seed_of
from studio.tools.api import Media, Piece, ToolRefusal, Work
from studio.tools.quality import with_quality
from studio.tools.registry import TOOLS
from tests.studio.pictures.picture_material import ball_scene, session, textured
from tests.studio.render_material import ask

PLACES = [
    ("image", name)
    for name in ("edit", "apply_style", "restore_photo", "change_angle", "cut_out", "segment")
]
NEEDED: dict[str, dict[str, Any]] = {
    "generate_image": {"prompt": "a fox"},
    "edit_image": {"prompt": "at night"},
    "apply_style": {"prompt": "oil"},
    "restore_photo": {"prompt": "restore"},
    "refine_result": {"prompt": "brighter"},
    "change_angle": {"description": "left side view"},
    "remove_background": {},
    "segment_image": {"text": "the sky"},
    "upscale_image": {"scale": 4},
    "image_to_3d": {},
}


def plan(tool: str, media: Media, **arguments: Any) -> Work:
    return TOOLS[tool].plan(NEEDED[tool] | arguments, media)  # type: ignore[union-attr]


def main_input(work: Work) -> str:
    inputs = work.renders[0].inputs
    return (inputs.get("contextImage1") or inputs["startingImage"]).stem


@pytest.fixture(scope="module")
def media(tmp_path_factory: pytest.TempPathFactory) -> Media:
    """Two results and two uploads."""
    one = textured((300, 200))
    return session(tmp_path_factory.mktemp("media"), one, one, uploads=(one, one))


@pytest.mark.parametrize(
    ("tool", "index", "meant"),
    [
        ("edit_image", None, "made1"),
        ("edit_image", 0, "made0"),
        ("edit_image", -1, "given0"),
        ("edit_image", -2, "given1"),
        ("apply_style", None, "made1"),
        ("apply_style", -1, "given0"),
        ("change_angle", -1, "given0"),
        ("change_angle", 1, "made1"),
        ("refine_result", None, "made1"),
        ("refine_result", 0, "made0"),
        ("restore_photo", None, "given0"),
        ("restore_photo", 1, "given0"),
        ("remove_background", -2, "given1"),
        ("segment_image", None, "made1"),
        ("upscale_image", None, "made1"),
        ("image_to_3d", 0, "made0"),
        ("generate_image", 1, "made1"),
    ],
)
def test_indices_name_the_picture(tool: str, index: int | None, meant: str, media: Media) -> None:
    arguments = {} if index is None else {"sourceImageIndex": index}
    assert main_input(plan(tool, media, **arguments)) == meant


@pytest.mark.parametrize("tool", [name for name in NEEDED if name not in ("generate_image",)])
def test_without_results_the_upload_is_meant(tool: str, tmp_path: Path) -> None:
    assert main_input(plan(tool, session(tmp_path, uploads=(textured((300, 200)),)))) == "given0"


@pytest.mark.parametrize("tool", [name for name in NEEDED if name != "generate_image"])
def test_without_any_picture_the_tool_says_so(tool: str) -> None:
    with pytest.raises(ToolRefusal) as refused:
        plan(tool, Media())
    assert refused.value.error_type == "ASSET_NOT_FOUND"


def test_an_index_that_is_not_there_names_what_there_is(media: Media) -> None:
    with pytest.raises(ToolRefusal, match="0 to 1 and -1 to -2"):
        plan("edit_image", media, sourceImageIndex=7)


def test_addresses_of_the_session_are_understood_and_no_others(media: Media) -> None:
    assert (
        main_input(plan("remove_background", media, source_image_url="http://studio/given1.png"))
        == "given1"
    )
    with pytest.raises(ToolRefusal) as refused:
        plan("segment_image", media, source_image_url="http://elsewhere/x.png")
    assert refused.value.error_type == "ASSET_NOT_FOUND"


def test_a_file_of_ours_from_outside_the_session_can_be_named_by_its_address(media: Media) -> None:
    url = "http://studio/kept.png"
    kept = Piece("image", Path("kept.png"), url, "image/png", 300, 200)
    named = replace(media, named={url: kept})
    assert main_input(plan("remove_background", named, source_image_url=url)) == "kept"
    wrong = replace(media, named={url: replace(kept, kind="video")})
    with pytest.raises(ToolRefusal, match="No image"):
        plan("remove_background", wrong, source_image_url=url)


@pytest.mark.parametrize(
    ("tool", "named", "model"),
    [
        ("generate_image", "krea-2-turbo", "krea2_turbo_fp8_scaled"),
        ("generate_image", "z_image_turbo_bf16", "z_image_turbo_bf16"),
        ("generate_image", None, "z_image_turbo_bf16"),
        ("edit_image", None, QUICK_EDIT),
        ("edit_image", "qwen", FULL_EDIT),
        ("edit_image", IDENTITY_EDIT, IDENTITY_EDIT),
        ("edit_image", "krea-identity-edit", IDENTITY_EDIT),
        ("edit_image", "gpt-image-2.5-sunburst", "gpt-image-2.5-sunburst"),
        ("edit_image", "flux-3-klein", "flux3_image_klein_sd_int8_convrot"),
        ("generate_image", "pony-v7", "coreml-cyberrealisticPony_v7"),
    ],
)
def test_models_go_by_their_short_names_and_ids(
    tool: str, named: str | None, model: str, media: Media
) -> None:
    work = plan(tool, media, **({"model": named} if named else {}))
    assert work.model_id == model == work.renders[0].model_id


def test_a_model_that_is_not_there_is_refused_with_those_that_are(media: Media) -> None:
    with pytest.raises(ToolRefusal, match="z-turbo") as refused:
        plan("generate_image", media, model="sdxl-9")
    assert refused.value.error_type == "MODEL_UNAVAILABLE"
    with pytest.raises(ToolRefusal, match="qwen-lightning"):
        plan("edit_image", media, model="z-turbo")


@pytest.mark.parametrize(
    ("model", "size", "said"),
    [
        ("one-obsession-v22", {"width": 2048, "height": 1024}, "256 to 1920"),
        ("moss-image", {"width": 256, "height": 1024}, "512 to 2048"),
        ("gpt-image-2", {"width": 640, "height": 480}, "655,360"),
        ("gpt-image-2", {"width": 3840, "height": 3840}, "8,294,400"),
        ("gpt-image-2.5-flare", {"width": 3840, "height": 1024}, "3 times"),
        ("chroma1-hd", {"width": 2560, "height": 1024}, "256 to 2048"),
    ],
)
def test_a_models_own_bounds_are_told(
    model: str, size: dict[str, int], said: str, media: Media
) -> None:
    with pytest.raises(ToolRefusal, match=said) as refused:
        plan("generate_image", media, model=model, **size)
    assert refused.value.error_type == "PARAMETER_INVALID"
    assert plan("generate_image", media, model=model).renders[0].width == 1024


def test_a_mask_goes_to_gpt_image(media: Media) -> None:
    work = plan("edit_image", media, mask_image_url="http://studio/given0.png")
    assert work.model_id == "gpt-image-2.5-flare"


@pytest.mark.parametrize(
    ("changed", "said"), [({"mime": "image/jpeg"}, "a PNG"), ({"width": 299}, "300x200, not 299")]
)
def test_a_mask_is_a_png_of_its_pictures_size(
    changed: dict[str, Any], said: str, media: Media
) -> None:
    mask = replace(media.uploaded["image"][0], url="http://studio/mask", **changed)
    known = replace(media, named={mask.url: mask})
    with pytest.raises(ToolRefusal, match=said):
        plan("edit_image", known, mask_image_url=mask.url)


def test_looks_are_added_to_the_words(media: Media) -> None:
    chosen = {"loras": ["studio-ink", "studio-oil"], "loraStrengths": [1, 0.1]}
    assert plan("generate_image", media, **chosen).renders[0].prompt == "a fox, ink"


@pytest.mark.parametrize(
    ("tool", "given", "tier", "model"),
    [
        ("edit_image", {}, "fast", QUICK_EDIT),
        ("edit_image", {}, "hq", FULL_EDIT),
        ("edit_image", {"model": "qwen-lightning"}, "pro", QUICK_EDIT),
        ("restore_photo", {}, "pro", FULL_EDIT),
        ("generate_image", {}, "pro", "z_image_turbo_bf16"),
    ],
)
def test_a_runs_quality_chooses_where_the_call_leaves_it_open(
    tool: str, given: dict[str, Any], tier: str, model: str, media: Media
) -> None:
    assert plan(tool, media, **with_quality(tool, given, tier)).model_id == model


@pytest.mark.parametrize("name", ["mask_image_url", "maskImageUrl"])
def test_a_mask_keeps_its_model_whatever_the_quality(name: str) -> None:
    given = {name: "http://studio/given0.png"}
    assert with_quality("edit_image", given, "hq") == given


def test_quality_and_views_choose_the_model(media: Media) -> None:
    assert plan("restore_photo", media, quality="hq").model_id == FULL_EDIT
    assert plan("image_to_3d", media).model_id == MESH
    assert plan("image_to_3d", media, backViewImageIndex=0).model_id == MESH_OF_VIEWS
    assert set(plan("image_to_3d", media, rightViewImageIndex=-2).renders[0].inputs) == {
        "startingImage",
        "contextImage3",
    }


@pytest.mark.parametrize(
    ("tool", "arguments"),
    [
        ("generate_image", {"width": 100, "height": 100}),
        ("generate_image", {"width": 9000, "height": 512}),
        ("generate_image", {"aspectRatio": "wide-ish"}),
        ("edit_image", {"aspectRatio": "5000x5000"}),
        ("upscale_image", {"scale": 7}),
        ("upscale_image", {"targetLongestEdge": 200}),
        ("upscale_image", {"targetLongestEdge": 600}),
        ("image_to_3d", {"meshTargetFaces": 10}),
        ("image_to_3d", {"textureSize": 8192}),
        ("image_to_3d", {"shapeResolution": 1200}),
        ("segment_image", {"points": [{"x": 0.5, "y": 0.5, "label": "positive"}]}),
        ("segment_image", {"text": "x" * 241}),
        ("segment_image", {"text": "", "boxes": [{"x0": 0.6, "y0": 0, "x1": 0.2, "y1": 1}]}),
        (
            "segment_image",
            {"text": "", "boxes": [{"x0": 0, "y0": 0, "x1": 1, "y1": 1, "label": "negative"}]},
        ),
        ("segment_image", {"text": "", "points": [{"x": 1.5, "y": 0.5, "label": "positive"}]}),
        ("segment_image", {"multimask": True}),
        ("generate_image", {"loras": ["krea2-realism"]}),
        ("edit_image", {"model": "qwen", "mask_image_url": "http://studio/given0.png"}),
    ],
)
def test_what_is_out_of_bounds_is_refused(
    tool: str, arguments: dict[str, Any], media: Media
) -> None:
    with pytest.raises(ToolRefusal) as refused:
        plan(tool, media, **arguments)
    assert refused.value.error_type == "PARAMETER_INVALID"


def test_variations_are_renders_side_by_side_with_seeds(media: Media) -> None:
    made = plan("edit_image", media, numberOfVariations=16, seed=5).renders
    assert [one.variation for one in made] == list(range(16))
    assert {one.seed for one in made} == {5}
    drawn = plan("generate_image", media, numberOfVariations=3).renders
    assert [one.variation for one in drawn] == [0, 1, 2]
    told = {seed_of(one.seed, one.variation) for one in drawn}
    assert len(told) == 3
    assert {plan("generate_image", media, seed=seed).renders[0].variation for seed in told} == {
        0, 1, 2
    }  # fmt: skip


def test_further_uploads_come_along_when_the_prompt_speaks_of_them(media: Media) -> None:
    alone = plan("edit_image", media, prompt="make the two dogs blue", sourceImageIndex=-1)
    assert set(alone.renders[0].inputs) == {"contextImage1"}
    together = plan("edit_image", media, prompt="combine both pictures", sourceImageIndex=-1)
    assert [path.stem for path in together.renders[0].inputs.values()][:2] == ["given0", "given1"]
    assert together.price_each > alone.price_each
    two = plan("edit_image", media, prompt="combine both pictures", model=IDENTITY_EDIT)
    assert len(two.renders[0].inputs) == 2


@pytest.mark.parametrize(
    ("kind", "workflow"),
    [*PLACES, ("image", "upscale"), ("model", "i23d")],
)
@pytest.mark.parametrize(
    "content", [b"", b"GIF89a\xff", b"\x89PNG\r\n\x1a\n" + bytes(40), b"<svg onload=alert(1)>"]
)
def test_hostile_files_are_refused_in_a_sentence(
    kind: str, workflow: str, content: bytes, tmp_path: Path
) -> None:
    bad = tmp_path / "bad.png"
    bad.write_bytes(content)
    request = ask(
        kind,
        workflow,
        "make it blue",
        width=0,
        height=0,
        inputs={"startingImage": bad},
        options={"text": "sky"},
    )
    with pytest.raises(RenderError, match="could not be read"):
        render(request, tmp_path / "out", lambda _: None)


@pytest.mark.parametrize("size", [(1, 1), (3, 2), (2, 700), (16, 16), (17, 240)])
@pytest.mark.parametrize(("kind", "workflow"), [*PLACES, ("model", "i23d")])
def test_tiny_and_thin_pictures_end_in_a_file_or_a_sentence(
    kind: str, workflow: str, size: tuple[int, int], tmp_path: Path
) -> None:
    pixels = np.random.default_rng(1).integers(0, 255, (size[1], size[0], 3)).astype(np.uint8)
    request = ask(
        kind,
        workflow,
        "make the ball blue at night, add rain and a balloon, blur the background",
        width=0,
        height=0,
        inputs={"startingImage": session(tmp_path, pixels).at("image", 0).path},
        options={
            "text": "red ball",
            "meshTargetFaces": 5000,
            "textureSize": 1024,
            "normalMapSize": 512,
        },
    )
    try:
        made = render(request, tmp_path / "out", lambda _: None)
    except RenderError as refusal:
        sentence = str(refusal)
        assert sentence.endswith(".")
    else:
        assert made.path.stat().st_size > 0


@pytest.mark.parametrize("tool", list(NEEDED))
def test_the_same_request_gives_the_same_bytes(tool: str, tmp_path: Path) -> None:
    media = session(tmp_path, ball_scene()[0], uploads=(ball_scene()[0],))
    more: dict[str, Any] = {
        "generate_image": {"width": 256, "height": 256},
        "image_to_3d": {"meshTargetFaces": 5000, "textureSize": 1024, "normalMapSize": 512},
        "upscale_image": {"scale": 3},
    }
    request = plan(tool, media, **more.get(tool, {})).renders[0]
    first = render(request, tmp_path / "a", lambda _: None).path
    forget()
    second = render(request, tmp_path / "b", lambda _: None).path
    assert first.read_bytes() == second.read_bytes()


def test_steps_only_climb(tmp_path: Path) -> None:
    request = plan(
        "edit_image", session(tmp_path, ball_scene()[0]), prompt="at night, add rain"
    ).renders[0]
    told: list[Progress] = []
    render(request, tmp_path, told.append)
    assert [one.step for one in told] == [1, 2, 3]
    assert {one.step_count for one in told} == {3}
    assert all(one.preview for one in told)


@pytest.mark.parametrize("model", ["gpt-image-2.5-flare", "krea-identity-edit"])
def test_a_shape_alone_is_made_as_large_as_the_model_needs(model: str, tmp_path: Path) -> None:
    small = session(tmp_path, np.zeros((240, 320, 3), np.uint8))
    request = plan("edit_image", small, model=model, aspectRatio="16:9").renders[0]
    assert request.width * request.height >= 655_360
    assert request.width / request.height == pytest.approx(16 / 9, rel=0.03)
    with pytest.raises(ToolRefusal):
        plan("edit_image", small, model=model, aspectRatio="320x180")
