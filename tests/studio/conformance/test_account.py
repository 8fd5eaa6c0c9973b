"""Account, money and catalogue as the SDK reads them."""

import base64
import json
import time
from typing import Any

import pytest
from sogni_client import ApiError, SogniClient

from tests.studio.conformance.cover import covers
from tests.studio.conformance.plans import DRAW, Sdk, ended, plan
from tests.studio.near import NearStudio

IMAGE = "z_image_turbo_bf16"
MODEL = "qwen3.6-35b-a3b-gguf-iq4xs"


def jwt(name: str, life_s: int) -> str:
    def part(value: dict[str, Any]) -> str:
        return base64.urlsafe_b64encode(json.dumps(value).encode()).decode().rstrip("=")

    return f"{part({'alg': 'none'})}.{part({'sub': name, 'exp': int(time.time()) + life_s})}.x"


@covers(
    "client.account.me",
    "client.account.account_balance",
    "client.account.refresh_balance",
    "client.account.wallet_balance",
)
async def test_it_tells_who_one_is_and_what_is_left(sdk: Sdk) -> None:
    client = await sdk("acc-me")
    me = await client.account.me()
    assert me["walletAddress"].startswith("0x")
    balance = await client.account.account_balance()
    assert set(balance["spark"]) == {"settled", "credit", "debit", "net", "premiumCredit"}
    assert (await client.account.refresh_balance()) == balance
    wallet = await client.account.wallet_balance(me["walletAddress"])
    assert set(wallet) == {"sogni", "spark", "ether"}
    with pytest.raises(ApiError):
        await client.account.wallet_balance("../../etc")


@covers(
    "client.account.get_subscription_status",
    "client.account.get_subscription_usage",
    "client.account.get_subscription_plans",
    "client.account.get_trial_eligibility",
    "client.account.refresh_subscription",
)
async def test_it_sells_no_subscriptions(sdk: Sdk) -> None:
    client = await sdk("acc-sub")
    assert (await client.account.get_subscription_status())["status"] == "none"
    assert (await client.account.get_subscription_usage())["periodJobs"] == 0
    assert await client.account.get_subscription_plans() == []
    assert (await client.account.get_trial_eligibility())["eligible"] is False
    assert (await client.account.refresh_subscription())["active"] is False


@covers("client.account.transaction_history")
async def test_every_charge_is_listed(sdk: Sdk) -> None:
    client = await sdk("acc-tx")
    before = float((await client.account.account_balance())["spark"]["net"])
    for _ in range(3):
        await ended(client, await client.workflows.start(input=plan(DRAW)))
    address = (await client.account.me())["walletAddress"]
    first = await client.account.transaction_history(status="completed", address=address, limit=2)
    assert [one["amount"] for one in first["entries"]] == [2, 2]
    assert first["entries"][0]["description"].startswith("generate_image")
    rest = await client.account.transaction_history(first["next"])
    assert len(rest["entries"]) == 1
    assert rest["next"]["offset"] is None
    after = float((await client.account.account_balance())["spark"]["net"])
    assert before - after == pytest.approx(6)
    assert (await client.account.get_subscription_usage())["periodRenderSpark"] == 6
    other = await client.account.transaction_history(status="completed", address="0x1", limit=2)
    assert other["entries"] == []


@covers("client.set_tokens", "client.account.logout")
async def test_tokens_are_renewed(near: NearStudio) -> None:
    client = await SogniClient.create(
        app_id="tokens", auth_type="token", rest_endpoint=near.rest, socket_endpoint=near.ws,
        disable_socket=True,
    )  # fmt: skip
    try:
        await client.set_tokens(token=jwt("ada", 1000), refresh_token=jwt("ada", 10_000))
        first = await client.account.me()
        await client.set_tokens(token=jwt("ada", -10), refresh_token=jwt("ada", 10_000))
        assert await client.account.me() == first
        await client.account.logout()
    finally:
        await client.aclose()


@pytest.mark.parametrize("body", [{}, {"refreshToken": 7}, {"refreshToken": "no.jwt"},
                                  {"refreshToken": jwt("ada", -10)}])  # fmt: skip
def test_a_wrong_refresh_token_is_refused(near: NearStudio, body: dict[str, Any]) -> None:
    with near.http() as http:
        assert http.post("/v1/account/refresh-token", json=body).status_code == 401


@covers(
    "client.projects.get_supported_models",
    "client.projects.get_model_options",
    "client.projects.get_size_presets",
    "client.projects.get_available_models",
    "client.projects.get_video_asset_config",
)
async def test_it_lists_models_options_and_sizes(sdk: Sdk) -> None:
    client = await sdk("acc-models")
    listed = await client.projects.get_supported_models()
    assert IMAGE in {one["id"] for one in listed}
    options = await client.projects.get_model_options(IMAGE)
    assert options["steps"]["max"] >= options["steps"]["default"]
    sizes = await client.projects.get_size_presets("fast", IMAGE)
    assert {"id", "label", "width", "height", "ratio", "aspect"} <= set(sizes[0])
    available = await client.projects.get_available_models("fast")
    assert next(one for one in available if one["id"] == IMAGE)["workerCount"] >= 1
    config = await client.projects.get_video_asset_config("ltx25-22b-int8_ia2v_distilled")
    assert config["workflowType"] == "ia2v"
    with pytest.raises(ApiError):
        await client.projects.get_size_presets("slow", IMAGE)


@covers(
    "client.projects.available_loras",
    "client.projects.supports_loras",
    "client.projects.get_lora",
    "client.projects.lora_constraints",
    "client.projects.personal_loras.list",
    "client.projects.personal_loras.get",
    "client.projects.personal_loras.catalog",
    "client.projects.personal_loras.remove",
    "client.projects.personal_loras.import_lora",
)
async def test_it_has_looks_of_its_own_and_no_personal_ones(sdk: Sdk) -> None:
    client = await sdk("acc-loras")
    catalogue = await client.projects.available_loras(model_id=IMAGE)
    assert "studio-watercolor" in {one["loraId"] for one in catalogue["loras"]}
    assert await client.projects.supports_loras(IMAGE)
    assert (await client.projects.get_lora("studio-ink"))["name"] == "Ink"
    assert (await client.projects.lora_constraints())["maxPerRequest"] == 8
    personal = client.projects.personal_loras
    calls = (
        personal.list(),
        personal.get("personal-1"),
        personal.catalog(),
        personal.remove("personal-1"),
        personal.import_lora(url="https://a", name="a", model_id=IMAGE, rights_confirmed=True),
    )
    for call in calls:
        with pytest.raises(ApiError) as refused:
            await call
        assert (refused.value.status, refused.value.error_code) == (403, 179)


def test_the_catalogue_is_told_once(near: NearStudio) -> None:
    with near.http() as http:
        first = http.get("/v1/model-catalog", params={"network": "fast", "mediaType": "image"})
        rows = first.json()["data"]["models"]
        assert {row["mediaType"] for row in rows} == {"image"}
        again = http.get(
            "/v1/model-catalog",
            params={"mediaType": "image"},
            headers={"If-None-Match": first.headers["etag"]},
        )
        assert (again.status_code, again.content) == (304, b"")
        assert http.get("/v1/model-catalog?network=moon").status_code == 400


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
    words = await client.chat.estimate_cost(
        model=MODEL, messages=[{"role": "user", "content": "hi"}], token_type="spark"
    )
    assert words["costInSpark"] > 0


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/api/v2/job/estimate/gold/fast/z_image_turbo_bf16/1/8/0/0/0/512/512", 400),
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
