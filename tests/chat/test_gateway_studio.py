"""The gateway with the unmodified SDK against a real studio: rounds, jobs, recovery, and what goes wrong."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from chat.gateway.errors import Interrupted, Unaffordable, Unavailable
from chat.gateway.sogni import SogniGateway
from chat.gateway.types import (
    ChatRequest,
    JobEnd,
    JobQueued,
    JobSpec,
    JobSubmitted,
    MediaInput,
    RoundEnd,
    SlotDone,
    SlotFailed,
    SlotProgress,
    TextPiece,
    Tick,
)
from chat.toolbox.offer import offered
from tests.media.material import picture
from tests.studio_server import RunningStudio, running_studio
from tests.waiting import until

PICTURE = JobSpec(
    kind="image", model_id="z_image_turbo_bf16", prompt="a sea", count=2, width=256, height=256
)
FILM = JobSpec(
    kind="video",
    model_id="ltx25-22b-int8_i2v_distilled",
    prompt="waves",
    width=480,
    height=480,
    fps=24,
    inputs=(MediaInput("referenceImage", picture(size=(480, 480)), "image/png"),),
    options={"frames": 49},
)


@pytest.fixture(scope="module")
def studio(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningStudio]:
    with running_studio(tmp_path_factory.mktemp("studio")) as running:
        yield running


@pytest.fixture
def gateway(studio: RunningStudio, settings: Any) -> Iterator[SogniGateway]:
    yield from _gateway(studio, settings)
    studio.fault("clear")


def _gateway(studio: RunningStudio, settings: Any) -> Iterator[SogniGateway]:
    settings.SOGNI_API_KEY = ""
    settings.SOGNI_REST_ENDPOINT = studio.rest
    settings.SOGNI_SOCKET_ENDPOINT = studio.ws
    made = SogniGateway()
    yield made
    made.close()


def ask(gateway: SogniGateway, text: str, *, tools: bool = False) -> tuple[str, RoundEnd]:
    request = ChatRequest([{"role": "user", "content": text}], tools=offered([]) if tools else [])
    said, end = "", None
    for event in gateway.stream_chat(request):
        if isinstance(event, TextPiece):
            said += event.text
        elif isinstance(event, RoundEnd):
            end = event
    assert end is not None
    return said, end


def heard(events: Iterator[Any]) -> list[Any]:
    return [event for event in events if not isinstance(event, Tick)]


def test_a_round_streams_words_and_ends_with_its_cost(gateway: SogniGateway) -> None:
    said, end = ask(gateway, "are you an AI?")
    assert "rule-based" in said
    assert end.tool_requests == ()
    assert end.cost > 0
    assert end.completion_tokens > 10


def test_a_round_asks_for_tools(gateway: SogniGateway) -> None:
    _, end = ask(gateway, "two versions of a lighthouse poster", tools=True)
    assert [request.name for request in end.tool_requests] == ["generate_image"]
    assert end.finish_reason == "tool_calls"


def test_an_estimate_covers_what_a_round_costs(gateway: SogniGateway) -> None:
    request = ChatRequest([{"role": "user", "content": "are you an AI?"}])
    _, end = ask(gateway, "are you an AI?")
    assert gateway.estimate_chat(request).credits >= end.cost


def test_a_job_is_told_from_submission_to_its_files(gateway: SogniGateway) -> None:
    assert gateway.estimate_job(PICTURE).credits > 0
    events = heard(gateway.run_job(PICTURE, operation_id="first"))
    assert isinstance(events[0], JobSubmitted)
    assert isinstance(events[-1], JobEnd)
    assert sorted(event.slot for event in events if isinstance(event, SlotDone)) == [0, 1]
    assert all(event.url.startswith("http") for event in events if isinstance(event, SlotDone))
    moves: dict[int, list[int]] = {}
    for event in events:
        if isinstance(event, SlotProgress) and event.percent is not None:
            moves.setdefault(event.slot, []).append(event.percent)
    assert moves
    assert all(percents == sorted(percents) for percents in moves.values())


def test_a_film_is_made_from_bytes(gateway: SogniGateway) -> None:
    events = heard(gateway.run_job(FILM, operation_id="film"))
    assert [event.slot for event in events if isinstance(event, SlotDone)] == [0]


def test_a_submission_is_found_and_followed_by_another_client(
    gateway: SogniGateway, studio: RunningStudio, settings: Any
) -> None:
    studio.fault("stall", times=1)
    events = gateway.run_job(replace(PICTURE, count=1), operation_id="lost")
    sent = next(event for event in events if isinstance(event, JobSubmitted))
    events.close()  # type: ignore[attr-defined]
    until(lambda: gateway.find_job(app_id=gateway.app_id, operation_id="lost") == sent.remote_id)
    assert gateway.find_job(app_id=gateway.app_id, operation_id="other") is None
    for other in _gateway(studio, settings):
        following = other.follow_job(sent.remote_id, replace(PICTURE, count=1))
        assert isinstance(next(following), Tick | JobQueued | SlotProgress)
        assert other.cancel_job(sent.remote_id)
        rest = heard(following)
        assert not [event for event in rest if isinstance(event, SlotDone)]
        failed = [event for event in rest if isinstance(event, SlotFailed)]
        assert ["cancelled" in one.sentence for one in failed] == [True]


def test_a_submission_that_finished_unheard_is_found_after_the_handshake_took_it(
    gateway: SogniGateway, studio: RunningStudio, settings: Any
) -> None:
    """The service hands finished work back once, at the handshake; nobody may have asked for it by then."""
    spec = replace(PICTURE, count=1)
    events = gateway.run_job(spec, operation_id="unheard")
    sent = next(event for event in events if isinstance(event, JobSubmitted))
    events.close()  # type: ignore[attr-defined]
    gateway.close()
    until(lambda: _status(studio, sent.remote_id) == "completed")
    for other in _gateway(studio, settings):
        assert ask(other, "are you an AI?")[0]
        assert other.find_job(app_id=other.app_id, operation_id="unheard") == sent.remote_id
        assert [type(event) for event in heard(other.follow_job(sent.remote_id, spec))][-2:] == [
            SlotDone,
            JobEnd,
        ]


def _status(studio: RunningStudio, remote_id: str) -> str:
    known = {project["id"]: str(project["status"]) for project in studio.state()["projects"]}
    return known.get(remote_id, "")


def test_a_finished_job_can_still_be_followed(
    gateway: SogniGateway, studio: RunningStudio, settings: Any
) -> None:
    sent = heard(gateway.run_job(PICTURE, operation_id="done"))[0]
    for other in _gateway(studio, settings):
        events = heard(other.follow_job(sent.remote_id, PICTURE))
        assert sorted(event.slot for event in events if isinstance(event, SlotDone)) == [0, 1]


def test_a_job_is_not_lost_because_the_service_cannot_be_reached_for_a_while(
    gateway: SogniGateway, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("chat.gateway.jobs.POLL_S", 0.05)
    sent = heard(gateway.run_job(PICTURE, operation_id="outage"))[0]
    after_a_restart = SogniGateway()
    connection = after_a_restart._connection
    open_it, refused = connection._make, [ConnectionRefusedError(), ConnectionRefusedError()]

    async def make() -> Any:
        if refused:
            raise refused.pop()
        return await open_it()

    connection._make = make
    try:
        events = heard(after_a_restart.follow_job(sent.remote_id, PICTURE))
    finally:
        after_a_restart.close()
    assert not refused
    assert [type(event) for event in events] == [SlotDone, SlotDone, JobEnd]


@pytest.mark.parametrize(
    ("fault", "expected", "sentence"),
    [
        ("no_balance", Unaffordable, "too few credits"),
        ("rate_limit", Unavailable, "a lot to do"),
        ("llm_error", Interrupted, "line to the service broke"),
    ],
)
def test_a_refused_round_is_told_in_a_sentence(
    gateway: SogniGateway,
    studio: RunningStudio,
    fault: str,
    expected: type[Exception],
    sentence: str,
) -> None:
    studio.fault(fault, times=1)
    with pytest.raises(expected, match=sentence):
        ask(gateway, "are you an AI?")
    assert ask(gateway, "are you an AI?")[0]


def test_a_line_dropped_in_the_middle_loses_no_word_unnoticed(
    gateway: SogniGateway, studio: RunningStudio
) -> None:
    whole, _ = ask(gateway, "are you an AI?")
    studio.fault("drop", after=4, times=1)
    try:
        said, _ = ask(gateway, "are you an AI?")
    except Interrupted:
        return
    assert said == whole


def test_one_slot_may_fail_and_one_be_withheld(
    gateway: SogniGateway, studio: RunningStudio
) -> None:
    studio.fault("fail_slot", slot=1, times=1)
    events = heard(gateway.run_job(PICTURE, operation_id="half"))
    assert [event.slot for event in events if isinstance(event, SlotDone)] == [0]
    failed = next(event for event in events if isinstance(event, SlotFailed))
    assert failed.slot == 1
    assert "not charged" in failed.sentence
    studio.fault("withheld", times=1)
    events = heard(gateway.run_job(replace(PICTURE, count=1), operation_id="kept back"))
    withheld = next(event for event in events if isinstance(event, SlotFailed))
    assert withheld.withheld
    assert "content rules" in withheld.sentence


@pytest.mark.long
def test_it_goes_on_after_the_service_was_away(tmp_path: Path, settings: Any) -> None:
    with running_studio(tmp_path) as first:
        port = first.port
        for gateway in _gateway(first, settings):
            assert ask(gateway, "are you an AI?")[0]
            first.process.kill()
            first.process.wait()
            with pytest.raises((Interrupted, Unavailable)):
                ask(gateway, "are you an AI?")
            with running_studio(tmp_path, port):
                assert ask(gateway, "are you an AI?")[0]
