"""A conversation, a scripted gateway and a picture to hand out."""

import uuid
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection
from PIL import Image

from chat.actions.conversations import start_conversation
from chat.actions.messages import send_message
from chat.loop import keeper
from chat.models import Conversation, Message, Run
from teams.models import Team, User
from tests.fakes import FakeGateway, picture_server
from tests.waiting import until


@pytest.fixture(scope="session")
def picture() -> bytes:
    out = BytesIO()
    Image.linear_gradient("L").resize((64, 48)).convert("RGB").save(out, "PNG")
    return out.getvalue()


@pytest.fixture
def gateway(picture: bytes, settings: Any) -> Iterator[FakeGateway]:
    """Plays a script; its results come from a server of its own."""
    server, origin = picture_server(picture)
    settings.SOGNI_REST_ENDPOINT = origin
    keeper.stay()
    cache.clear()
    yield FakeGateway(f"{origin}/picture.png")
    server.shutdown()
    server.server_close()


@pytest.fixture
def conversation(transactional_db: None, alice: User, team: Team) -> Iterator[Conversation]:
    """Alice's, shared with her team to write."""
    yield start_conversation(alice, team=team)
    # a page that left may still be reading on its thread, and the tables are about to be emptied
    until(_nobody_else_is_at_it, what="an end of all transactions")


def _nobody_else_is_at_it() -> bool:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) = 0 FROM pg_stat_activity WHERE datname = current_database()"
            " AND pid <> pg_backend_pid() AND backend_type = 'client backend' AND state <> 'idle'"
        )
        found: bool = cursor.fetchone()[0]
    return found


def say(conversation: Conversation, author: User, text: str) -> Message:
    """Send a message as a person would."""
    return send_message(conversation, author=author, text=text, client_key=uuid.uuid4())


def newest_run(conversation: Conversation) -> Run:
    run = Run.objects.filter(conversation=conversation).order_by("pk").last()
    assert run is not None
    return run
