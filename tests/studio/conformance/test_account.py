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
    pending = await client.account.transaction_history(status="pending", address=address, limit=2)
    assert (pending["entries"], pending["next"]["offset"]) == ([], None)


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


def test_a_token_is_renewed_in_either_spelling(near: NearStudio) -> None:
    for name in ("refreshToken", "refresh_token"):
        with near.http() as http:
            answer = http.post("/v1/account/refresh-token", json={name: jwt("ada", 1000)})
        assert set(answer.json()["data"]) == {"token", "refreshToken"}


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
    for one in listed:
        await client.projects.get_model_options(one["id"])  # a range that lacks a bound raises
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
    assert IMAGE in catalogue["models"]
    assert catalogue["lastUpdated"]
    assert "studio-watercolor" in {one["loraId"] for one in catalogue["loras"]}
    assert await client.projects.supports_loras(IMAGE)
    assert (await client.projects.get_lora("studio-ink"))["name"] == "Ink"
    bounds = {"maxPerRequest": 8, "minStrength": -100, "maxStrength": 100}
    assert await client.projects.lora_constraints() == bounds
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
        assert {"id", "name", "tierId", "tags", "availableNetworks", "workerCounts"} <= set(rows[0])
        assert first.json()["data"]["catalogVersion"]
        again = http.get(
            "/v1/model-catalog",
            params={"mediaType": "image"},
            headers={"If-None-Match": first.headers["etag"]},
        )
        assert (again.status_code, again.content) == (304, b"")
        assert http.get("/v1/model-catalog?network=moon").status_code == 400
