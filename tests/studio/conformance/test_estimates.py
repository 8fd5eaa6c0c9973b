"""Estimates as the SDK asks for them, against what is charged."""

import pytest

from tests.studio.conformance.cover import covers
from tests.studio.conformance.plans import Sdk
from tests.studio.conformance.test_assets import fetched
from tests.studio.near import NearStudio

IMAGE = "z_image_turbo_bf16"
MODEL = "qwen3.6-35b-a3b-gguf-iq4xs"


@covers(
    "client.projects.estimate_cost",
    "client.projects.estimate_video_cost",
    "client.projects.create",
    "client.chat.estimate_cost",
)
async def test_prices_are_those_that_are_charged(sdk: Sdk) -> None:
    client = await sdk("acc-price", "acc-price")
    guess = await client.projects.estimate_cost(
        model=IMAGE, image_count=2, step_count=8, preview_count=0, width=256, height=512,
        network="fast", token_type="spark", guidance=1, sampler="euler", context_images=0,
    )  # fmt: skip
    before = float((await client.account.account_balance())["spark"]["net"])
    project = await client.projects.create(
        type="image", model_id=IMAGE, positive_prompt="a fox", number_of_media=2,
        size_preset="custom", width=256, height=512, loras=["studio-ink"], lora_strengths=[1],
    )  # fmt: skip
    await project.wait_for_completion(60)
    after = float((await client.account.account_balance())["spark"]["net"])
    assert before - after == pytest.approx(float(guess["spark"]))
    film = await client.projects.estimate_video_cost(
        token_type="spark", model="ltx25-22b-int8_i2v_distilled", width=832, height=480, duration=5,
        fps=24, steps=8, number_of_media=3, reference_image_count=1, keyframe_count=1,
    )  # fmt: skip
    assert float(film["spark"]) > 0
    assert 0 < film["estimatedRenderSeconds"] < film["estimatedTotalSeconds"]
    words = await client.chat.estimate_cost(
        model=MODEL, messages=[{"role": "user", "content": "hi"}], token_type="spark"
    )
    assert words["costInSpark"] > 0
    assert words["costInUSD"] == pytest.approx(words["costInSpark"] * 0.005)
    assert (words["inputTokens"], words["outputTokens"]) == (8, 4096)


@covers("client.projects.estimate_cost", "client.chat.estimate_cost")
@pytest.mark.parametrize(
    ("token", "named"), [("spark", "spark"), ("sogni", "sogni"), ("auto", "spark")]
)
async def test_a_price_is_told_in_the_token_it_is_asked_in(
    sdk: Sdk, token: str, named: str
) -> None:
    client = await sdk("acc-token")
    picture = await client.projects.estimate_cost(
        model=IMAGE, image_count=1, step_count=8, preview_count=0, width=512, height=512,
        network="fast", token_type=token,
    )  # fmt: skip
    assert picture["token"] == picture[named]
    assert picture["spark"] != picture["sogni"]
    asked = [{"role": "user", "content": "hi"}]
    words = await client.chat.estimate_cost(model=MODEL, messages=asked, token_type=token)
    assert words["costInToken"] == words[f"costIn{named.title()}"]


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/api/v2/job/estimate/gold/fast/z_image_turbo_bf16/1/8/0/0/0/512/512", 400),
        ("/api/v2/job/estimate/spark/moon/z_image_turbo_bf16/1/8/0/0/0/512/512", 404),
        ("/api/v2/job/estimate/spark/fast/z_image_turbo_bf16/x/8/0/0/0/512/512", 400),
        ("/api/v2/job/estimate/spark/fast/z_image_turbo_bf16/-1/8/0/0/0/512/512", 400),
        ("/api/v2/job/estimate/spark/fast/z_image_turbo_bf16/0/8/0/0/0/512/512", 400),
        ("/api/v2/job/estimate/spark/fast/unheard/1/8/0/0/0/512/512", 404),
        ("/api/v2/job/estimate/spark/fast/ltx25-22b-int8_i2v_distilled/1/8/0/0/0/512/512", 400),
        ("/api/v2/job/estimate/spark/fast/z_image_turbo_bf16/1/8/0/false/0/512/512", 200),
        ("/api/v1/job-video/estimate/spark/z_image_turbo_bf16/512/512/25/24", 400),
        ("/api/v1/job-video/estimate/spark/x/512/512/25/24", 404),
        ("/api/v1/job-audio/estimate/spark/x", 400),
        ("/api/v1/job-llm/estimate/spark/unheard/10/10", 404),
        ("/v1/transactions/list?limit=nan&offset=-1", 200),
    ],
)
def test_a_wrong_question_gets_the_documented_body(
    near: NearStudio, path: str, status: int
) -> None:
    with near.http() as http:
        answer = http.get(path)
    assert answer.status_code == status
    assert status == 200 or answer.json()["status"] == "error"
    if "unheard/1" in path:
        assert answer.json()["errorCode"] == 4104


@covers("client.projects.create", "client.projects.estimate_audio_cost")
async def test_a_song_costs_what_was_quoted(sdk: Sdk) -> None:
    client = await sdk("pro-song", "pro-song")
    guess = await client.projects.estimate_audio_cost(
        token_type="spark", model="minimax_music3", duration=10, steps=8, number_of_media=1
    )
    before = float((await client.account.account_balance())["spark"]["net"])
    project = await client.projects.create(
        type="audio", model_id="minimax_music3", positive_prompt="calm piano", number_of_media=1,
        duration=10,
    )  # fmt: skip
    (url,) = await project.wait_for_completion(120)
    assert len(await fetched(url)) > 10_000
    assert (await client.projects.get_result(project.id))["jobs"][0]["kind"] == "audio"
    after = float((await client.account.account_balance())["spark"]["net"])
    assert before - after == pytest.approx(float(guess["spark"]))
