"""Sending, stopping, and what waits in line."""

from uuid import UUID, uuid4

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST
from django_htmx.http import trigger_client_event

from chat.access import Need
from chat.actions import messages, runs, slots
from chat.actions.errors import ActionRefused
from chat.forms import SendForm, StopForm, TextForm
from chat.models import Conversation, Message, Run, ToolOutput
from chat.views import doors
from chat.views.doors import PersonRequest
from chat.views.pages import conversation_page
from media.intake import Refused, take_upload
from media.models import Upload


@require_POST
@doors.conversation(Need.WRITE)
def send(request: PersonRequest, found: Conversation) -> HttpResponse:
    """A message with its uploads. Files inside the form itself (no JavaScript) are taken first.

    The page hears "message-sent" with the key for the next message. Without JavaScript a refused one comes back as
    it was typed.
    """
    try:
        key = _sent(request, found)
    except ActionRefused as refused:
        if doors.wants_sentence(request):
            raise
        status, words = doors.status_of(refused), request.POST.get("text", "")
        return conversation_page(
            request, found, status=status, draft_text=words, refusal=refused.sentence
        )
    return trigger_client_event(doors.done(request, found), "message-sent", {"client_key": key})


def _sent(request: PersonRequest, found: Conversation) -> str:
    """Send what the form says; the key of the next message."""
    doors.count("send", request.user)
    form = SendForm(request.POST, sender=request.user, conversation=found)
    if not form.is_valid():
        raise ActionRefused("The message could not be read. Send it again.", code="invalid")
    client_key = form.cleaned_data["client_key"]
    if not request.FILES or not messages.was_sent(found, client_key):
        messages.send_message(
            found,
            author=request.user,
            text=form.cleaned_data["text"],
            client_key=client_key,
            uploads=form.uploads() + _files(request, found),
        )
    return str(uuid4())


def _files(request: PersonRequest, found: Conversation) -> list[Upload]:
    files: list[UploadedFile[bytes]] = request.FILES.getlist("files")
    for _ in files:
        doors.count("upload", request.user)
    try:
        return [
            take_upload(
                owner=request.user,
                draft_key=found.uuid,
                name=file.name or "file",
                chunks=file.chunks(),
            )
            for file in files
        ]
    except Refused as refused:
        raise ActionRefused(str(refused), code=refused.code) from refused


@require_POST
@doors.conversation(Need.WRITE)
def stop(request: PersonRequest, found: Conversation) -> HttpResponse:
    """End the run the page showed, from any tab; without its name whatever runs."""
    runs.stop_run(found, by=request.user, only=StopForm(request.GET).meant())
    return doors.done(request, found)


@require_POST
@doors.conversation(Need.WRITE)
def withdraw(request: PersonRequest, found: Conversation, message: UUID) -> HttpResponse:
    """Take back one's own waiting message."""
    messages.withdraw_message(_message(found, message), by=request.user)
    return doors.done(request, found)


@require_POST
@doors.conversation(Need.WRITE)
def edit_queued(request: PersonRequest, found: Conversation, message: UUID) -> HttpResponse:
    """New words for one's own waiting message."""
    form = TextForm(request.POST)
    if not form.is_valid():
        raise ActionRefused("The message could not be read. Send it again.", code="invalid")
    messages.edit_queued_message(
        _message(found, message), text=form.cleaned_data["text"], by=request.user
    )
    return doors.done(request, found)


@require_POST
@doors.conversation(Need.WRITE)
def retry_slot(request: PersonRequest, found: Conversation, call: UUID, slot: int) -> HttpResponse:
    """Make one failed slot again."""
    output = get_object_or_404(
        ToolOutput.objects.select_related("call__run"),
        call__uuid=call,
        call__run__conversation=found,
        position=slot,
    )
    slots.retry_slot(output, by=request.user)
    return doors.done(request, found)


@require_POST
@doors.conversation(Need.WRITE)
def retry_run(request: PersonRequest, found: Conversation, run: UUID) -> HttpResponse:
    """Ask again after a run that did not finish."""
    runs.retry_run(get_object_or_404(Run, uuid=run, conversation=found), by=request.user)
    return doors.done(request, found)


def _message(found: Conversation, message: UUID) -> Message:
    return get_object_or_404(Message, uuid=message, conversation=found)
