"""What works where no script runs: a message that is refused comes back as it was typed."""

from typing import Any
from uuid import uuid4

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from lxml import html

from chat.models import Conversation, Message
from teams.models import User


def test_a_refused_message_comes_back_as_it_was_typed(
    conversation: Conversation, alice: User, picture: bytes
) -> None:
    client = Client()
    client.force_login(alice)
    address = reverse("send", args=[conversation.uuid])
    broken = SimpleUploadedFile("<b>.png", b"no picture")
    form = {"text": "a <lighthouse>", "client_key": str(uuid4()), "files": [broken]}
    answer = client.post(address, form)
    assert answer.status_code == 422
    tree = html.document_fromstring(answer.content)
    assert tree.cssselect("#message")[0].text_content() == "a <lighthouse>"
    assert "was not attached" in tree.cssselect("#composer-refusal")[0].text_content()
    assert tree.cssselect("#composer")[0].get("action") == address
    assert not Message.objects.exists()
    again = {**form, "files": [SimpleUploadedFile("sea.png", picture)]}
    assert client.post(address, again)["Location"] == conversation.get_absolute_url()
    assert Message.objects.get().attachments.count() == 1


def test_one_that_comes_too_fast_comes_back_too(
    conversation: Conversation, alice: User, settings: Any
) -> None:
    settings.PER_MINUTE = {**settings.PER_MINUTE, "send": 0}
    client = Client()
    client.force_login(alice)
    form = {"text": "a lighthouse", "client_key": str(uuid4())}
    answer = client.post(reverse("send", args=[conversation.uuid]), form)
    assert answer.status_code == 429
    tree = html.document_fromstring(answer.content)
    assert tree.cssselect("#message")[0].text_content() == "a lighthouse"
    assert "That is a lot" in tree.cssselect("#composer-refusal")[0].text_content()
