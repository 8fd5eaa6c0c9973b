"""How runs end, and how a model that goes wrong is kept in bounds."""

import json
import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from chat import history
from chat.actions import messages, runs, slots, sweeps
from chat.actions.conversations import delete_conversation, restore_conversation
from chat.gateway.types import TextPiece, ToolRequest
from chat.models import Conversation, Message, Run, ToolCall, ToolOutput
from media.intake import take_upload
from media.models import Item
from teams.access import add_member, remove_member
from teams.models import Hold, Membership, User
from tests.chat.conftest import newest_run, say
from tests.chat.test_loop import drive, image_call, script
from tests.fakes import FakeGateway, Round


def bad_call(index: int) -> ToolRequest:
    arguments = {"prompt": "x", "sourceImageIndex": index}
    return ToolRequest(f"c{index}", "animate_photo", json.dumps(arguments))


def test_two_tries_to_mend_and_then_the_model_answers_in_words(
    conversation: Conversation, alice: User, gateway: FakeGateway
) -> None:
    gateway.rounds = [Round("Moving.", (bad_call(index),)) for index in range(5)]
    say(conversation, alice, "animate image 9")
    run = drive(conversation, gateway)
    assert [bool(asked.tools) for asked in gateway.asked] == [True, True, True, False]
    assert ToolCall.objects.count() == 3
    assert all("There is no image" in call.error for call in ToolCall.objects.all())
    assert (run.status, gateway.submissions) == (Run.Status.COMPLETED, 0)


def test_a_call_that_was_mended_may_go_wrong_again_later(
    conversation: Conversation, alice: User, gateway: FakeGateway
) -> None:
    gateway.rounds = [
        Round("One.", (bad_call(1),)),
        Round("Two.", (bad_call(2),)),
        Round("Three.", (image_call(),)),
        Round("Four.", (bad_call(4),)),
        Round("Five.", (image_call(prompt="a boat"),)),
        Round("Here are images 0 and 1."),
    ]
    say(conversation, alice, "a lighthouse and a boat")
    run = drive(conversation, gateway)
    assert run.status == Run.Status.COMPLETED
    assert [item.state for item in Item.objects.all()] == ["ready", "ready"]


def test_the_last_round_offers_no_tools_and_runs_none(
    conversation: Conversation, alice: User, gateway: FakeGateway, settings: Any
) -> None:
    settings.RUN_MAX_ROUNDS = 2
    gateway.rounds = [
        Round("First.", (image_call(prompt="one"),)),
        Round("Last.", (image_call(prompt="two"),)),
    ]
    say(conversation, alice, "go on")
    run = drive(conversation, gateway)
    assert [bool(asked.tools) for asked in gateway.asked] == [True, False]
    assert (run.status, gateway.submissions) == (Run.Status.COMPLETED, 1)


def test_the_same_call_three_times_ends_the_loop(
    conversation: Conversation, alice: User, gateway: FakeGateway
) -> None:
    gateway.rounds = [Round("Again.", (image_call(f"c{n}"),)) for n in range(6)]
    say(conversation, alice, "a lighthouse")
    run = drive(conversation, gateway)
    assert run.status == Run.Status.PARTIAL_FAILURE
    assert "same thing" in run.reason
    assert gateway.submissions <= 3


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ("{not json", "not valid JSON"),
        ("[1, 2]", "must be a JSON object"),
        ('{"numberOfVariations": 2}', "'prompt' is a required property"),
        ('{"prompt": "x", "numberOfVariations": 99}', "numberOfVariations"),
        ('{"prompt": "x", "sourceImageIndex": "/etc/passwd"}', "not an address"),
    ],
)
def test_a_malformed_call_is_told_to_the_model_and_calmly_to_the_person(
    conversation: Conversation, alice: User, gateway: FakeGateway, arguments: str, told: str
) -> None:
    wrong = ToolRequest("c", "generate_image", arguments)
    gateway.rounds = [Round("Drawing.", (wrong,)), Round("That did not work.")]
    say(conversation, alice, "a lighthouse")
    assert drive(conversation, gateway).status == Run.Status.COMPLETED
    assert told in gateway.asked[1].messages[-1]["content"]
    call = ToolCall.objects.get()
    assert (call.status, gateway.submissions) == ("failed", 0)
    assert "Traceback" not in call.error


def test_an_unknown_tool_is_told_to_the_model(
    conversation: Conversation, alice: User, gateway: FakeGateway
) -> None:
    gateway.rounds = [Round("Now.", (ToolRequest("c", "rm_rf", "{}"),)), Round("Not possible.")]
    say(conversation, alice, "go")
    assert drive(conversation, gateway).status == Run.Status.COMPLETED
    assert "no such tool" in gateway.asked[1].messages[-1]["content"]


def test_a_retry_that_works_mends_the_tray_and_what_the_model_knows(
    conversation: Conversation, alice: User, gateway: FakeGateway
) -> None:
    gateway.failing_slots = frozenset({0})
    script(gateway, image_call())
    say(conversation, alice, "a lighthouse")
    drive(conversation, gateway)
    tray = ToolCall.objects.get()
    assert tray.status == ToolCall.Status.FAILED
    gateway.failing_slots = frozenset()
    slots.retry_slot(ToolOutput.objects.get(), by=alice)
    assert drive(conversation, gateway).status == Run.Status.COMPLETED
    tray.refresh_from_db()
    assert tray.status == ToolCall.Status.DONE
    assert tray.result is not None
    assert (tray.result["indices"], tray.result["ok"]) == ([0], True)
    assert tray.result["madeLater"] == [0]
    assert tray.cost and tray.result["cost"] == {"credits": f"{tray.cost.normalize():f}"}


def test_a_stop_in_the_very_last_moment_leaves_nothing_held(
    conversation: Conversation, alice: User, gateway: FakeGateway
) -> None:
    gateway.rounds = [Round("Hello there.")]
    say(conversation, alice, "hi")
    pieces: list[str] = []

    def stop_at_the_last_word(step: str) -> None:
        pieces.append(step)
        if pieces.count("piece") == 2:
            runs.stop_run(conversation, by=alice)

    gateway.at = stop_at_the_last_word
    assert drive(conversation, gateway).status == Run.Status.CANCELLED
    assert not Hold.objects.filter(state=Hold.State.HELD).exists()


def test_a_waiting_message_of_somebody_who_left_takes_its_files_along(
    conversation: Conversation, alice: User, bob: User, gateway: FakeGateway, picture: bytes
) -> None:
    gateway.rounds = [Round("Hello.")]
    say(conversation, alice, "hi")
    upload = take_upload(owner=bob, draft_key=conversation.uuid, name="sea.png", chunks=[picture])
    messages.send_message(
        conversation, author=bob, text="animate", client_key=uuid.uuid4(), uploads=[upload]
    )
    remove_member(conversation.team, bob)
    drive(conversation, gateway)
    assert not Message.objects.filter(state=Message.State.QUEUED).exists()
    assert Item.objects.get().state == Item.State.RETIRED
    add_member(conversation.team, bob, Membership.Role.MEMBER)


def test_a_conversation_brought_back_goes_on_with_its_line(
    conversation: Conversation, alice: User
) -> None:
    say(conversation, alice, "first")
    second = say(conversation, alice, "second")
    delete_conversation(conversation, by=alice)
    assert not Run.objects.filter(conversation=conversation).active().exists()
    restore_conversation(conversation)
    assert newest_run(conversation).message == second
    assert newest_run(conversation).is_active


def test_one_file_sent_from_two_tabs_is_in_one_message(
    conversation: Conversation, alice: User, picture: bytes
) -> None:
    upload = take_upload(owner=alice, draft_key=conversation.uuid, name="sea.png", chunks=[picture])
    stale = type(upload).objects.get(pk=upload.pk)
    for given in (upload, stale):
        messages.send_message(
            conversation, author=alice, text="look", client_key=uuid.uuid4(), uploads=[given]
        )
    assert [item.index for item in Item.objects.all()] == [-1]
    sent = Message.objects.order_by("pk")
    assert [message.attachments.count() for message in sent] == [1, 0]


def test_a_worker_that_keeps_dying_ends_the_run_with_a_reason(
    conversation: Conversation, alice: User
) -> None:
    say(conversation, alice, "hi")
    uuid_ = newest_run(conversation).uuid
    while runs.claim_run(uuid_, owner="slot") is not None:
        Run.objects.update(lease_until=timezone.now() - timedelta(seconds=1))
    run = newest_run(conversation)
    assert (run.status, run.attempts) == (Run.Status.FAILED, runs.MAX_ATTEMPTS + 1)
    assert run.reason
    assert sweeps.claimable_runs() == []


def test_a_fault_of_ours_in_the_first_question_ends_the_run(
    conversation: Conversation,
    alice: User,
    gateway: FakeGateway,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def broken(*_: object) -> None:
        raise ValueError("a bug")

    monkeypatch.setattr(history, "build_round", broken)
    say(conversation, alice, "hi")
    run = drive(conversation, gateway)
    assert (run.status, "our fault" in run.reason) == (Run.Status.FAILED, True)


def test_reasoning_without_an_opening_tag_leaves_the_text_at_once(
    conversation: Conversation, alice: User, gateway: FakeGateway
) -> None:
    seen: list[tuple[str, str]] = []

    def look(step: str) -> None:
        seen.extend(Message.objects.filter(role="assistant").values_list("text", "thinking"))

    gateway.at = look
    said = (TextPiece("They want a fox."), TextPiece("A fox.", " Red.", retracts=True))
    gateway.rounds = [Round("", pieces=said)]
    say(conversation, alice, "a fox?")
    run = drive(conversation, gateway)
    assert ("", "They want a fox.") in seen
    answer = run.messages.get()
    assert (answer.text, answer.thinking) == ("A fox.", "They want a fox. Red.")


def test_an_answer_of_reasoning_alone_says_so(
    conversation: Conversation, alice: User, gateway: FakeGateway
) -> None:
    said = (TextPiece("They want a fox."), TextPiece(retracts=True))
    gateway.rounds = [Round("", pieces=said)]
    say(conversation, alice, "a fox?")
    run = drive(conversation, gateway)
    answer = run.messages.get()
    assert run.status == Run.Status.COMPLETED
    assert (answer.text, answer.thinking) == ("There is nothing to add.", "They want a fox.")


def test_a_stop_before_an_empty_answer_leaves_nothing_held(
    conversation: Conversation, alice: User, gateway: FakeGateway
) -> None:
    def stop(step: str) -> None:
        if step == "piece":
            runs.stop_run(conversation, by=alice)

    gateway.at = stop
    gateway.rounds = [Round("", pieces=(TextPiece("", "Hm."),))]
    say(conversation, alice, "a fox?")
    assert drive(conversation, gateway).status == Run.Status.CANCELLED
    assert not Hold.objects.filter(state=Hold.State.HELD).exists()
