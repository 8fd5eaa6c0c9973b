"""The socket of a conversation: who gets in, what is caught up, and when it ends."""

import asyncio
import json
import re
from decimal import Decimal
from typing import Any

import pytest
from asgiref.sync import sync_to_async
from channels.testing import WebsocketCommunicator
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session

from chat import access, consumers, doorbell, watch
from chat.actions.conversations import rename_conversation, start_conversation
from chat.actions.runs import stop_run
from chat.models import Conversation
from sogni_web.asgi import application
from teams import quota
from teams.models import Allowance, Membership, Team, User
from tests.chat.conftest import say
from tests.waiting import eventually

ORIGIN = "http://localhost"
SECONDS = 20


def session_of(user: User) -> str:
    store = SessionStore()
    store["_auth_user_id"] = str(user.pk)
    store["_auth_user_backend"] = "django.contrib.auth.backends.ModelBackend"
    store["_auth_user_hash"] = user.get_session_auth_hash()
    store.save()
    assert store.session_key is not None
    return store.session_key


async def dial(
    conversation: Conversation, user: User | None, *, after: str = "0", origin: str | None = ORIGIN
) -> WebsocketCommunicator:
    headers = [(b"host", b"localhost")]
    if origin is not None:
        headers.append((b"origin", origin.encode()))
    if user is not None:
        session = await sync_to_async(session_of)(user)
        headers.append((b"cookie", f"sessionid={session}".encode()))
    socket = WebsocketCommunicator(
        application, f"/ws/c/{conversation.uuid}/?after={after}", headers=headers
    )
    accepted, _ = await socket.connect(timeout=SECONDS)
    assert accepted
    return socket


async def frame(socket: WebsocketCommunicator, kind: str | None = None) -> dict[str, Any]:
    """The next frame (of a kind)."""
    while True:
        told: dict[str, Any] = json.loads(await socket.receive_from(timeout=SECONDS))
        if kind is None or told["type"] == kind:
            return told


async def hear_of_credits(*sockets: WebsocketCommunicator) -> None:
    """Returns when they hear of changed credits and have heard the last: a socket is let in before it listens."""
    for socket in sockets:
        while await socket.receive_nothing(0.3):
            doorbell.ring_credits(team=None, user=None)
    for socket in sockets:
        while not await socket.receive_nothing(0.5):
            await socket.receive_from()


async def ends_with(socket: WebsocketCommunicator) -> int:
    """Read on until the server closes; the code."""
    while True:
        message = await socket.receive_output(timeout=SECONDS)
        if message["type"] == "websocket.close":
            return int(message["code"])


@pytest.mark.parametrize("after", ["0", "-5", "999999"])
async def test_a_member_gets_what_comes_after_the_cursor(
    conversation: Conversation, alice: User, bob: User, after: str
) -> None:
    await sync_to_async(say)(conversation, alice, "a lighthouse")
    socket = await dial(conversation, bob, after=after)
    if after == "999999":
        assert await socket.receive_nothing(timeout=1)
    else:
        told = await frame(socket, "message_posted")
        assert "a lighthouse" in told["content"]
    await socket.disconnect(timeout=SECONDS)


async def test_numbers_ascend_and_a_new_change_follows(
    conversation: Conversation, alice: User
) -> None:
    await sync_to_async(say)(conversation, alice, "a lighthouse")
    socket = await dial(conversation, alice)
    seen = [await frame(socket)]
    await sync_to_async(rename_conversation)(conversation, "The coast")
    while seen[-1]["type"] != "conversation_changed" or "The coast" not in seen[-1]["content"]:
        seen.append(await frame(socket))
    numbers = [one["seq"] for one in seen]
    assert numbers == sorted(set(numbers))
    await socket.disconnect(timeout=SECONDS)


async def test_a_tail_is_passed_on_as_it_is(conversation: Conversation, alice: User) -> None:
    message = await sync_to_async(say)(conversation, alice, "a lighthouse")
    socket = await dial(conversation, alice)
    await frame(socket)
    await sync_to_async(doorbell.tail)(conversation.uuid, message.uuid, after=3, text="more")
    told = await frame(socket, "tail")
    assert told == {"type": "tail", "message": str(message.uuid), "after": 3, "text": "more"}
    await socket.disconnect(timeout=SECONDS)


async def test_a_quiet_line_has_a_beat(
    conversation: Conversation, alice: User, settings: Any
) -> None:
    settings.CATCH_UP_S = 0.2
    socket = await dial(conversation, alice, after="999")
    assert (await frame(socket, "beat"))["seq"] == 999
    await socket.disconnect(timeout=SECONDS)


async def test_credits_given_by_an_admin_arrive_at_once_and_only_where_they_count(
    conversation: Conversation, alice: User, bob: User
) -> None:
    socket, other = await dial(conversation, alice), await dial(conversation, bob)
    await hear_of_credits(socket, other)

    def allow(amount: int | None) -> None:
        quota.credits(alice, conversation.team)
        own = Allowance.objects.get(user=alice, team=conversation.team)
        own.amount = None if amount is None else Decimal(amount)
        own.save()

    for amount, shown in ((7, "7"), (0, "0"), (7, "7"), (None, "")):
        await sync_to_async(allow)(amount)
        told = await frame(socket, "beat")
        left = re.search(r'data-credits-left="([^"]*)"', told["content"])
        assert left is not None
        assert left[1].partition(".")[0] == shown
        if amount == 0:  # an entry brings the figure as well: after it the next beat tells it again
            await sync_to_async(rename_conversation)(conversation, "The coast")
            await frame(socket, "conversation_changed")
    assert (await frame(other))["type"] == "conversation_changed"  # and no beat before it
    await asyncio.gather(*(one.disconnect(timeout=SECONDS) for one in (socket, other)))


async def test_work_in_another_conversation_is_seen_in_the_list(
    conversation: Conversation, alice: User, settings: Any
) -> None:
    settings.CATCH_UP_S = 0.2
    other = await sync_to_async(start_conversation)(alice)
    await sync_to_async(say)(other, alice, "a boat")
    socket = await dial(conversation, alice, after="999")
    assert "working" in (await frame(socket, "beat"))["content"]
    assert "content" not in await frame(socket, "beat")
    await sync_to_async(stop_run)(other, by=alice)
    news = ""
    while not news:
        news = (await frame(socket, "beat")).get("content", "")
    assert "working" not in news
    assert 'aria-label="Conversations"' in news
    await socket.disconnect(timeout=SECONDS)


@pytest.mark.parametrize("who", ["charlie", None])
async def test_a_stranger_is_sent_away_for_good(
    conversation: Conversation, charlie: User, who: str | None
) -> None:
    socket = await dial(conversation, charlie if who else None)
    assert await ends_with(socket) == consumers.FOR_GOOD


@pytest.mark.parametrize(
    "origin",
    [None, "https://evil.example", "null", "http://localhost.evil.example", "file://", "http://["],
)
async def test_a_foreign_page_is_sent_away(
    conversation: Conversation, alice: User, origin: str | None
) -> None:
    socket = await dial(conversation, alice, origin=origin)
    assert await ends_with(socket) == consumers.FOR_GOOD


@pytest.mark.parametrize("after", ["x", "1e9", "%00"])
async def test_a_cursor_that_is_no_number_is_refused(
    conversation: Conversation, alice: User, after: str
) -> None:
    socket = await dial(conversation, alice, after=after)
    assert await ends_with(socket) == consumers.FOR_GOOD


async def test_what_a_page_says_changes_nothing(conversation: Conversation, alice: User) -> None:
    socket = await dial(conversation, alice)
    for said in ("{", "null", json.dumps({"type": "ring", "seq": 10**9}), "x" * 100_000):
        await socket.send_to(text_data=said)
    await socket.send_to(bytes_data=b"\x00\xff")
    await sync_to_async(say)(conversation, alice, "still here")
    assert "still here" in (await frame(socket, "message_posted"))["content"]
    await socket.disconnect(timeout=SECONDS)


async def test_a_removed_member_is_sent_away(
    conversation: Conversation, bob: User, team: Team, settings: Any
) -> None:
    settings.ACCESS_RECHECK_S = 0.1
    socket = await dial(conversation, bob)
    await Membership.objects.filter(team=team, user=bob).adelete()
    assert await ends_with(socket) == consumers.FOR_GOOD


async def test_a_private_one_closes_for_the_team(
    conversation: Conversation, bob: User, settings: Any
) -> None:
    settings.ACCESS_RECHECK_S = 0.1
    socket = await dial(conversation, bob)
    await Conversation.objects.filter(pk=conversation.pk).aupdate(access="private")
    assert await ends_with(socket) == consumers.FOR_GOOD


async def test_someone_deactivated_is_sent_away(
    conversation: Conversation, bob: User, settings: Any
) -> None:
    settings.ACCESS_RECHECK_S = 0.1
    socket = await dial(conversation, bob)
    await User.objects.filter(pk=bob.pk).aupdate(is_active=False)
    assert await ends_with(socket) == consumers.FOR_GOOD


async def test_someone_who_signed_out_is_asked_to_come_back(
    conversation: Conversation, bob: User, settings: Any
) -> None:
    """With the cookie it then has, which is nobody's or a new session's."""
    settings.ACCESS_RECHECK_S = 0.1
    socket = await dial(conversation, bob)
    await Session.objects.all().adelete()
    assert await ends_with(socket) == consumers.COME_BACK


async def test_a_new_password_ends_what_the_old_one_opened(
    conversation: Conversation, bob: User, settings: Any
) -> None:
    settings.ACCESS_RECHECK_S = 0.1
    socket = await dial(conversation, bob)
    bob.set_password("another long walk")
    await bob.asave(update_fields=["password"])
    assert await ends_with(socket) == consumers.COME_BACK


async def test_a_socket_that_cannot_be_closed_does_not_end_the_watch(
    conversation: Conversation, alice: User, bob: User, settings: Any
) -> None:
    settings.ACCESS_RECHECK_S = 0.05
    told: list[str] = []

    class Page:
        def __init__(self, name: str) -> None:
            self.name = name

        async def lost_access(self) -> None:
            told.append(self.name)
            raise RuntimeError("gone")

        lost_session = lost_access

    seats = {
        user: access.seat_of(user, await sync_to_async(session_of)(user)) for user in (alice, bob)
    }
    for user, seat in seats.items():
        watch.watch(Page(user.username), conversation.pk, seat)
    for user, count in ((bob, 1), (alice, 2)):
        user.is_active = False
        await user.asave(update_fields=["is_active"])
        await asyncio.wait_for(eventually(lambda n=count: len(told) == n), SECONDS)  # type: ignore[misc]
    assert told == ["bob", "alice"]


async def test_one_person_has_so_many_sockets_and_others_still_get_in(
    conversation: Conversation, alice: User, bob: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watch, "SOCKETS_EACH", 2)
    mine = [await dial(conversation, alice, after="999") for _ in range(2)]
    loop = asyncio.get_running_loop()  # a socket is accepted before it has a place
    await asyncio.wait_for(
        eventually(lambda: loop in watch._watchers and len(watch._watchers[loop].watches) == 2),
        SECONDS,
    )
    assert await ends_with(await dial(conversation, alice)) == consumers.COME_BACK
    theirs = await dial(conversation, bob, after="999")
    await mine[0].disconnect(timeout=SECONDS)
    again = await dial(conversation, alice, after="999")
    for socket in (mine[1], theirs, again):
        assert await socket.receive_nothing(timeout=0.2)
        await socket.disconnect(timeout=SECONDS)


async def test_an_address_without_a_socket_is_refused_quietly(db: None, caplog: Any) -> None:
    for path in ("/", "/ws/x", "/ws/c/%00/"):
        socket = WebsocketCommunicator(application, path, headers=[(b"host", b"localhost")])
        accepted, _ = await socket.connect(timeout=SECONDS)
        assert not accepted
    assert not caplog.records


async def test_a_catch_up_that_fails_asks_the_page_to_come_back(
    conversation: Conversation, alice: User, monkeypatch: pytest.MonkeyPatch, caplog: Any
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("the database went away")

    monkeypatch.setattr(consumers, "frames_after", fail)
    socket = await dial(conversation, alice)
    assert await ends_with(socket) == consumers.COME_BACK


async def test_rings_without_redis_are_made_up_for(
    conversation: Conversation, alice: User, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.CATCH_UP_S = 0.1
    monkeypatch.setattr(doorbell, "ring", lambda *_: None)
    socket = await dial(conversation, alice)
    await sync_to_async(say)(conversation, alice, "unheard")
    assert "unheard" in (await frame(socket, "message_posted"))["content"]
    await socket.disconnect(timeout=SECONDS)
