"""Whole pages."""

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_http_methods, require_safe

from chat import access, journal
from chat.access import Need
from chat.actions.conversations import untouched_conversation
from chat.frames import page_context
from chat.frames.page import sidebar_context
from chat.models import Conversation
from chat.views import doors
from chat.views.doors import PersonRequest
from teams import quota

A_PAGE = 100


@require_safe
@doors.person
def home(request: PersonRequest) -> HttpResponse:
    """The last conversation, or an untouched new one."""
    last = access.visible_conversations(request.user).touched().order_by("-active_at").first()
    return redirect(last or untouched_conversation(request.user))


@require_http_methods(["GET", "POST"])
@doors.person
def new(request: PersonRequest) -> HttpResponse:
    """An untouched conversation; asking again gives the same one."""
    return redirect(untouched_conversation(request.user))


@require_safe
@gzip_page  # a seventh of it; tokens are masked anew in each page, so its length tells nothing of them
@doors.conversation(Need.VIEW)
def conversation(request: PersonRequest, found: Conversation) -> HttpResponse:
    """The conversation as it is at its newest entry."""
    return conversation_page(request, found)


def conversation_page(
    request: PersonRequest,
    found: Conversation,
    *,
    status: int = 200,
    draft_text: str = "",
    refusal: str = "",
) -> HttpResponse:
    """The whole page; `draft_text` stands in the composer, and below it why it was refused."""
    quota.default_allowance(request.user, found.team)  # a snapshot reads only
    with journal.snapshot():
        found.refresh_from_db()
        context = {**page_context(found, request.user), "draft_text": draft_text}
        context["refusal"] = refusal
        response = render(request, "chat/conversation.html", context, status=status)
    response["Cache-Control"] = "no-store"
    return response


@require_safe
@doors.person
def every_conversation(request: PersonRequest) -> HttpResponse:
    """All conversations one may see, newest first, also those the sidebar has no room for."""
    listed = access.visible_conversations(request.user).touched().order_by("-active_at", "-pk")
    return _listed(request, "chat/conversations.html", listed)


@require_safe
@doors.person
def trash(request: PersonRequest) -> HttpResponse:
    """Deleted conversations one may bring back."""
    return _listed(request, "chat/trash.html", access.trashed_conversations(request.user))


def _listed(
    request: PersonRequest, template: str, conversations: QuerySet[Conversation]
) -> HttpResponse:
    """A page of a list."""
    page = Paginator(conversations, A_PAGE).get_page(request.GET.get("page", 1))
    context = {"page": page, "viewer": request.user, **sidebar_context(None, request.user)}
    return render(request, template, context)


@require_safe
def favicon(request: HttpRequest) -> HttpResponse:
    """Where browsers look that show one of our files alone; pages name the icon themselves."""
    return redirect(static("icons/favicon.svg"))


def unreadable(request: PersonRequest, exception: Exception) -> HttpResponse:
    """400: not a request of ours. Django's own answer reads the form again, and fails with it."""
    return render(None, "400.html", status=400)


def missing(request: PersonRequest, exception: Exception) -> HttpResponse:
    """404: the same page for what does not exist and for what one may not see."""
    return render(request, "404.html", status=404)


def refused(request: PersonRequest, exception: Exception) -> HttpResponse:
    """403: known, and not open to this person."""
    return render(request, "403.html", status=403)


def expired_form(request: PersonRequest, reason: str = "") -> HttpResponse:
    """A form without its token: most often the page is older than the session."""
    if getattr(request, "htmx", False):
        return HttpResponse(status=204, headers={"HX-Refresh": "true"})
    return render(request, "403_csrf.html", status=403)
