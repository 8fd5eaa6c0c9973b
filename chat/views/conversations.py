"""What one does to a conversation as a whole."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from chat.access import Need
from chat.actions import conversations
from chat.actions.errors import ActionRefused
from chat.forms import AccessForm, TitleForm
from chat.models import Conversation
from chat.views import doors
from chat.views.doors import PersonRequest


@require_POST
@doors.conversation(Need.WRITE)
def rename(request: PersonRequest, found: Conversation) -> HttpResponse:
    """A new title."""
    form = TitleForm(request.POST)
    if not form.is_valid():
        raise ActionRefused("A title needs 1 to 80 characters.", code="invalid")
    conversations.rename_conversation(found, form.cleaned_data["title"])
    return doors.done(request, found)


@require_POST
@doors.conversation(Need.MANAGE)
def set_access(request: PersonRequest, found: Conversation) -> HttpResponse:
    """Who else may see or write."""
    form = AccessForm(request.POST)
    if not form.is_valid():
        raise ActionRefused("Choose who may see this conversation.", code="invalid")
    conversations.set_access(found, form.cleaned_data["access"])
    return doors.done(request, found)


@require_POST
@doors.conversation(Need.MANAGE)
def delete(request: PersonRequest, found: Conversation) -> HttpResponse:
    """To the trash; a toast offers to undo it."""
    conversations.delete_conversation(found, by=request.user)
    messages.success(request, "Moved to trash, kept for 30 days.", extra_tags=f"undo:{found.uuid}")
    return redirect("home")


@require_POST
@doors.conversation(Need.MANAGE)
def restore(request: PersonRequest, found: Conversation) -> HttpResponse:
    """Out of the trash."""
    conversations.restore_conversation(found)
    return redirect(found)
