"""The socket of a conversation: on every ring, reconnect and heartbeat the same answer, everything after the cursor."""

import asyncio
import json
import logging
import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from urllib.parse import parse_qs, urlsplit

from channels.generic.websocket import AsyncWebsocketConsumer
from django.conf import settings
from django.http import Http404
from django.http.request import validate_host

from chat import access, doorbell
from chat.frames import Frame, beside, frames_after
from chat.models import Conversation
from chat.watch import TooMany, Watch, watch
from db.connections import release_connection
from teams import quota

log = logging.getLogger(__name__)

COME_BACK = 4012
FOR_GOOD = 4403
SPACING_S = (
    0.1  # the first ring is answered at once; commits that follow in a burst share a catch-up
)

# catch-ups share a few threads: Channels' own pool has one thread for all sockets
POOL = ThreadPoolExecutor(max_workers=6, thread_name_prefix="catch-up")


class ConversationConsumer(AsyncWebsocketConsumer):  # type: ignore[misc]
    """One open page. `cursor`: the number of the newest entry this page has."""

    conversation: Conversation
    cursor: int
    group = ""
    _work: "asyncio.Task[None] | None" = None
    _again: asyncio.Event
    _credits_rang = False
    _told: dict[str, str]  # what the page was told last apart from its entries, by part
    _watched: Watch | None = None

    async def connect(self) -> None:
        """Accepts first: a refusal before that has no close code a page could read."""
        await self.accept()
        self._again = asyncio.Event()
        self._told = {}
        if not self._same_origin():
            await self.close(FOR_GOOD)
            return
        try:
            self.conversation = await _in_pool(self._find)
            self.cursor = self._asked_cursor()
        except (Http404, ValueError):
            await self.close(FOR_GOOD)
            return
        try:
            self._watched = self._watch()
        except TooMany:
            await self.close(COME_BACK)
            return
        self.group = doorbell.group_of(self.conversation.uuid)
        try:
            for group in (self.group, doorbell.CREDITS):
                await self.channel_layer.group_add(group, self.channel_name)
        except Exception as error:  # noqa: BLE001 - any Redis failure; catch-up goes on without rings
            log.warning("No rings for a socket: %s", error)
        self._work = asyncio.create_task(self._deliver())
        self._again.set()

    async def disconnect(self, code: int) -> None:
        if self._watched is not None:
            self._watched.forget()
        if self._work is not None:
            self._work.cancel()
        if self.group:
            try:
                for group in (self.group, doorbell.CREDITS):
                    await self.channel_layer.group_discard(group, self.channel_name)
            except Exception as error:  # noqa: BLE001 - any Redis failure; the group forgets by itself
                log.debug("The group could not be left: %s", error)

    async def receive(self, text_data: str | None = None, bytes_data: bytes | None = None) -> None:
        """Pages say nothing that matters here; whatever comes is ignored."""

    async def ring(self, message: dict[str, Any]) -> None:
        """There is something to read."""
        if message["seq"] > self.cursor:
            self._again.set()

    async def credits(self, message: dict[str, Any]) -> None:
        """What may be spent has changed, perhaps for this person here."""
        mine = {"team": self.conversation.team_id, "user": self.scope["user"].pk}
        if all(message[key] in (None, mine[key]) for key in mine):
            self._credits_rang = True
            self._again.set()

    async def tail(self, message: dict[str, Any]) -> None:
        """The live end of a text, passed on as it is."""
        await self.send(
            json.dumps({key: message[key] for key in ("type", "message", "after", "text")})
        )

    async def lost_access(self) -> None:
        """The person may not see this conversation any more."""
        await self.close(FOR_GOOD)

    async def lost_session(self) -> None:
        """The person signed out, or has a new session: the page comes back with what it has now."""
        await self.close(COME_BACK)

    def _watch(self) -> Watch:
        seat = access.seat_of(self.scope["user"], self.scope["session"].session_key)
        return watch(self, self.conversation.pk, seat)

    async def _deliver(self) -> None:
        """Catch up whenever asked, and now and then unasked; one catch-up at a time."""
        caught_up_at = 0.0
        while True:
            try:
                await asyncio.wait_for(self._again.wait(), settings.CATCH_UP_S)
                await asyncio.sleep(caught_up_at + SPACING_S - time.monotonic())
            except TimeoutError:
                self._credits_rang = True  # it may not have been heard
            self._again.clear()
            beats, self._credits_rang = self._credits_rang, False
            try:
                frames = await _in_pool(self._frames)
                news = await _in_pool(self._beside) if beats else {}
            except Conversation.DoesNotExist:
                await self.close(FOR_GOOD)
                return
            except Exception:
                log.exception("A catch-up failed; the page is asked to come back.")
                await self.close(COME_BACK)
                return
            for frame in frames:
                await self.send(
                    json.dumps({"seq": frame.seq, "type": frame.type, "content": frame.content})
                )
                self.cursor = frame.seq
                self._told = {}  # it may have brought others
            if beats:
                await self._beat(news)
            caught_up_at = time.monotonic()

    async def _beat(self, parts: dict[str, str]) -> None:
        """The line is alive; with those parts of the page that are not what it was told last.

        No entry of the conversation tells of them: an admin changes an allowance, another conversation is at work.
        """
        news = "".join(html for name, html in parts.items() if html != self._told.get(name))
        self._told = parts
        told: dict[str, Any] = {"type": "beat", "seq": self.cursor}
        if news:
            told["content"] = news
        await self.send(json.dumps(told))

    def _beside(self) -> dict[str, str]:
        return beside(self.conversation.pk, self.scope["user"])

    def _frames(self) -> list[Frame]:
        return frames_after(self.conversation.pk, self.scope["user"], self.cursor)

    def _find(self) -> Conversation:
        uuid = self.scope["url_route"]["kwargs"]["uuid"]
        found = access.find_conversation(self.scope["user"], uuid, access.Need.VIEW)
        quota.default_allowance(self.scope["user"], found.team)  # a catch-up reads only
        return found

    def _asked_cursor(self) -> int:
        query = parse_qs(self.scope["query_string"].decode("ascii", "replace"))
        return max(0, int(query.get("after", ["0"])[0]))

    def _same_origin(self) -> bool:
        headers = dict(self.scope["headers"])
        origin = headers.get(b"origin", b"").decode("latin-1")
        host = headers.get(b"host", b"").decode("latin-1")
        try:
            parts = urlsplit(origin)
        except ValueError:  # such as an unclosed bracket
            return False
        if parts.scheme not in ("http", "https") or not parts.hostname:
            return False
        allowed = [
            *settings.ALLOWED_HOSTS,
            *(urlsplit(o).hostname or "" for o in settings.CSRF_TRUSTED_ORIGINS),
        ]
        name = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
        return validate_host(name, allowed) and (
            parts.netloc == host or origin in settings.CSRF_TRUSTED_ORIGINS
        )


async def _in_pool(work: Any) -> Any:
    """Run database work on the catch-up threads; the connection goes back to the pool after."""

    def run() -> Any:
        try:
            return work()
        finally:
            release_connection()

    return await asyncio.get_running_loop().run_in_executor(POOL, run)
