"""Each limit of the newer video families, passed by a client without the SDK (which refuses most of them itself)."""

from typing import Any

import pytest
import websockets
from sogni_client.utils import calculate_video_frames

from studio.catalogue import MODELS
from studio.projects.orders import take_order
from studio.projects.orders.videos import size
from tests.studio.near import NearStudio
from tests.studio.projects.test_same_job import JOB
from tests.studio.wire.wires import frame, heard

MINI, SEED, SEED25 = "seedance-2-0-mini", "seedance-2-0", "seedance-2-5"
LTX, WAN22 = "ltx25-22b-int8_t2v_distilled", "wan_v2.2-14b-fp8_t2v"
ANIMATE = "wan_v2.2-14b-fp8_animate-move_lightx2v"
WAN, HAPPY, H3 = "wan3.0-video", "happyhorse-1.1-", "minimax-h3-fl2va-fp8_"
REF, GUIDED = "minimax-h3-ref2va-fp8_r2v", "minimax-h3-fastvideo-int8_a2v_turbo"
SIZE = {"width": 480, "height": 480}
IMAGE, END = "hasReferenceImage", "hasReferenceImageEnd"
FILM, SOUND = "hasReferenceVideo", "hasReferenceAudio"


def pins(count: int, *places: int) -> dict[str, Any]:
    flags = {f"hasKeyframeImage{number}": True for number in range(1, count + 1)}
    return {IMAGE: True, "frames": 124, "keyframeFrameIndices": list(places), **flags}


def urls(kind: str, count: int) -> dict[str, Any]:
    return {f"reference{kind}URLs": ["http://127.0.0.1/blobs/x"] * count}


CASES: list[tuple[str, dict[str, Any], str]] = [
    # Length and pace.
    (SEED, {"frames": 95}, "4 to 15 seconds"),
    (MINI, {"frames": 362}, "4 to 15 seconds"),
    (SEED25, {"frames": 722}, "4 to 30 seconds"),
    (WAN, {"frames": 59}, "2 to 30 seconds"),
    (WAN, {"frames": 902}, "2 to 30 seconds"),
    (HAPPY + "t2v", {"frames": 71}, "3 to 15 seconds"),
    (H3 + "t2v", {"frames": 123}, "5.167 to 15.08 seconds"),
    (H3 + "t2v", {"frames": 363}, "5.167 to 15.08 seconds"),
    (H3 + "t2v", {"frames": 125}, "steps of 17"),
    (SEED, {"fps": 30}, "24 frames a second"),
    (WAN, {"fps": 24}, "30 frames a second"),
    (HAPPY + "t2v", {"fps": 25}, "24 frames a second"),
    (H3 + "t2v", {"fps": 16}, "24 frames a second"),
    (LTX, {"frames": 17}, "1 to 20 seconds"),
    (LTX, {"frames": 489}, "1 to 20 seconds"),
    (LTX, {"frames": 100}, "steps of 8"),
    (LTX, {"fps": 61}, "1 to 60 frames a second"),
    (WAN22, {"frames": 178}, "1 to 10 seconds"),
    (ANIMATE, {IMAGE: True, FILM: True, "frames": 338}, "1 to 20 seconds"),
    (WAN22, {"fps": 24}, "16 or 32 frames a second"),
    # Size.
    (LTX, {"width": 472, "height": 480}, "from 480 to 3840"),
    (LTX, {"width": 4096, "height": 480}, "from 480 to 3840"),
    (WAN22, {"width": 480, "height": 464}, "480 pixels at least"),
    (SEED, {"width": 478, "height": 480}, "from 480 to 3840"),
    (SEED, {"width": 4096, "height": 2160}, "from 480 to 3840"),
    (MINI, {"width": 736, "height": 736}, "720 at most"),
    (SEED25, {"width": 1440, "height": 1440}, "1080 at most"),
    (WAN, {"width": 1936, "height": 1080}, "to 1920"),
    (HAPPY + "t2v", SIZE, "from 720"),
    (H3 + "t2v", {"width": 72, "height": 64}, "steps of 32"),
    (H3 + "t2v", {"width": 1376, "height": 64}, "to 1344"),
    (H3 + "t2v", {"width": 1344, "height": 800}, "1,032,192 pixels"),
    (H3 + "t2v", {"width": 640}, "belong together"),
    (WAN, {"ratio": "2:1"}, "ratio is adaptive, 16:9"),
    # What there is no choice of.
    (WAN, {"seed": 2**31}, "seed is a whole number from 0"),
    (H3 + "t2v", {"steps": 8}, "20 steps"),
    (H3 + "t2v_balanced", {"steps": 20}, "8 steps"),
    (GUIDED, {SOUND: True, "steps": 8}, "4 steps"),
    ("minimax-h3-fastvideo-omni-int8_r2v_turbo", {IMAGE: True, "steps": 4}, "8 steps"),
    (H3 + "t2v", {"guidanceScale": 3}, "guidance is 1"),
    (H3 + "t2v", {"negativePrompt": "rain"}, "no negative prompt"),
    (GUIDED, {SOUND: True, "generateAudio": False}, "always carries the sound"),
    (H3 + "t2v", {"audioStart": 1}, "audioStart"),
    (SEED, {"returnLastFrame": True}, "Seedance 2.5 only"),
    (SEED25, {"returnLastFrame": "yes"}, "true or false"),
    # References.
    (SEED, {IMAGE: True, **urls("Image", 9)}, "Reference pictures: 9 at most"),
    (MINI, {FILM: True, **urls("Video", 3)}, "Reference videos: 3 at most"),
    (SEED, {IMAGE: True, SOUND: True, **urls("Audio", 3)}, "Reference sounds: 3 at most"),
    (SEED, {**urls("Image", 9), **urls("Video", 3), SOUND: True}, "Reference media: 12 at most"),
    (SEED, {SOUND: True}, "needs a picture or a film"),
    (SEED, {"seedanceTaskType": "edit", FILM: True}, "belongs to Seedance 2.5"),
    (SEED25, {**urls("Image", 31), "seedanceTaskType": "reference"}, "Reference pictures: 30 at most"),
    (SEED25, {FILM: True}, "need a seedanceTaskType"),
    (SEED25, {IMAGE: True, "seedanceTaskType": "reference", FILM: True}, "goes without"),
    (SEED25, {"seedanceTaskType": "extend"}, "needs a reference video"),
    (SEED25, {"seedanceTaskType": "reference"}, "A reference is needed"),
    (SEED25, {"seedanceTaskType": "paint", FILM: True}, "seedanceTaskType is reference"),
    (WAN, urls("Image", 11), "Reference pictures: 10 at most"),
    (WAN, urls("Video", 6), "Reference videos: 5 at most"),
    (WAN, urls("Audio", 6), "Reference sounds: 5 at most"),
    (WAN, {IMAGE: True, FILM: True}, "goes without other references"),
    (WAN, {END: True}, "needs a first one"),
    (WAN, {"hasReferenceMask": True}, "no mask"),
    (WAN, {"positivePrompt": " "}, "prompt or a reference"),
    (WAN, {"referenceLinkURL": "https://example.com"}, "no pages of the web"),
    (WAN, {"referenceImageURLs": "x"}, "a list of addresses"),
    (HAPPY + "t2v", {IMAGE: True}, "Reference pictures: 0 at most"),
    (HAPPY + "i2v", {}, "needs a picture"),
    (HAPPY + "i2v", {IMAGE: True, **urls("Image", 1)}, "Reference pictures: 1 at most"),
    (HAPPY + "r2v", {}, "needs a picture"),
    (HAPPY + "r2v", urls("Image", 10), "Reference pictures: 9 at most"),
    (HAPPY + "r2v", {END: True}, "no last frame"),
    (HAPPY + "r2v", {IMAGE: True, SOUND: True}, "Reference sounds: 0 at most"),
    (H3 + "t2v", {IMAGE: True}, "takes no referenceImage"),
    (H3 + "t2v_turbo", {FILM: True}, "takes no referenceVideo"),
    (H3 + "t2v", {"extendOutput": "both"}, "extended or continuation"),
    (H3 + "t2v", {"hasContextImage1": True}, "no such references"),
    (H3 + "t2v", urls("Image", 1), "takes uploads"),
    (H3 + "i2v", {}, "needs a first or a last frame"),
    (H3 + "flf2v", {IMAGE: True}, "needs referenceImageEnd"),
    (GUIDED, {}, "needs referenceAudio"),
    (GUIDED, {SOUND: True, IMAGE: True}, "takes no referenceImage"),
    (REF, {}, "needs a picture or a film"),
    (REF, {f"hasContextImage{n}": True for n in range(1, 11)}, "Reference pictures: 9 at most"),
    (REF, {**{f"hasContextImage{n}": True for n in range(1, 10)}, **{f"hasReference{kind}{n}": True
     for kind in ("Video", "Audio") for n in (1, 2)}}, "Reference media: 12 at most"),
    # Keyframes.
    (H3 + "i2v", pins(9, *range(1, 10)), "Keyframes: 8 at most"),
    (H3 + "i2v", pins(1, 0), "frames 1 to 122"),
    (H3 + "i2v", pins(1, 123), "frames 1 to 122"),
    (H3 + "i2v", pins(2, 5, 5), "all of them different"),
    (H3 + "i2v", {**pins(1, 5), "frames": None}, "number of frames"),
    (H3 + "t2v", {"hasKeyframeImage1": True}, "takes no keyframes"),
    (SEED, {"hasKeyframeImage1": True}, "takes no keyframes"),
]  # fmt: skip


@pytest.mark.parametrize(("model", "most_s"), [(LTX, 20), (WAN22, 10)])
def test_every_length_the_sdk_orders_is_taken(model: str, most_s: int) -> None:
    for fps in (12, 16, 24, 25, 30, 32, 60):
        for seconds in range(1, most_s + 1):
            frames = calculate_video_frames(model, seconds, fps)
            pace = {} if model == WAN22 else {"fps": fps}
            order = {"modelID": model, "positivePrompt": "a street", "frames": frames, **pace}
            take_order("0xa", "app", {"jobID": JOB, "keyFrames": [order]})


def test_a_shape_alone_is_as_large_as_the_family_makes_it() -> None:
    assert size(MODELS[HAPPY + "t2v"], {"ratio": "9:16", "modelID": HAPPY + "t2v"}) == (720, 1248)
    assert size(MODELS[WAN], {"ratio": "1:1", "modelID": WAN}) == (640, 640)


def test_wan_makes_smaller_what_is_ordered_too_large() -> None:
    assert size(MODELS[WAN22], {"width": 1920, "height": 1080}) == (1360, 768)
    assert size(MODELS[WAN22], {"width": 832, "height": 480}) == (832, 480)


async def refused(near: NearStudio, order: dict[str, Any]) -> Any:
    headers = {"api-key": "limits"}
    async with websockets.connect(f"{near.ws}/?appId=limits", additional_headers=headers) as wire:
        await wire.send(frame("jobRequest", order))
        return await heard(wire, "jobError")


@pytest.mark.parametrize(("model", "more", "said"), CASES)
async def test_what_a_family_does_not_make_is_refused_before_it_is_paid(
    near: NearStudio, model: str, more: dict[str, Any], said: str
) -> None:
    asked = {"modelID": model, "positivePrompt": "a street", **more}
    answer = await refused(near, {"jobID": JOB, "keyFrames": [asked]})
    assert (answer["error"], answer["vendorFailureCategory"]) == (4000, "input_validation")
    assert said in answer["error_message"]
    with near.http("limits") as http:
        assert http.get("/v4/account/balance").json()["data"]["spark"]["debit"] == "0"


@pytest.mark.parametrize("model", [SEED, WAN, HAPPY + "t2v", H3 + "t2v"])
async def test_mov_comes_from_seedance_25_only(near: NearStudio, model: str) -> None:
    asked = {"modelID": model, "positivePrompt": "a street"}
    order = {"jobID": JOB, "outputFormat": "mov", "keyFrames": [asked]}
    assert "Seedance 2.5 only" in (await refused(near, order))["error_message"]
