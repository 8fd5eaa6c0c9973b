"""A conversation, a scripted gateway and a picture to hand out."""

import uuid
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pytest
from django.core.cache import cache
from PIL import Image

from chat.actions.conversations import start_conversation
from chat.actions.messages import send_message
from chat.loop import keeper
from chat.models import Conversation, Message, Run
from teams.models import Team, User
from tests.fakes import FakeGateway, picture_server


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
def conversation(transactional_db: None, alice: User, team: Team) -> Conversation:
    """Alice's, shared with her team to write."""
    return start_conversation(alice, team=team)


def say(conversation: Conversation, author: User, text: str) -> Message:
    """Send a message as a person would."""
    return send_message(conversation, author=author, text=text, client_key=uuid.uuid4())


def newest_run(conversation: Conversation) -> Run:
    run = Run.objects.filter(conversation=conversation).order_by("pk").last()
    assert run is not None
    return run
