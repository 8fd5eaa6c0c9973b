"""The doors of this app: who is let in to what, and how a refusal is told."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django_htmx.http import HttpResponseClientRedirect

from chat.access import Need, find_conversation
from chat.actions.errors import ActionRefused
from chat.models import Conversation
from teams import rates
from teams.models import User

TOO_FAST = "too_fast"
View = Callable[..., HttpResponseBase]


class PersonRequest(HttpRequest):
    """A request of someone who is signed in."""

    user: User
    htmx: Any


def person(view: View) -> View:
    """Someone signed in. htmx is told to go to the sign-in page as a whole."""

    @wraps(view)
    def door(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.user.is_authenticated:
            return view(request, *args, **kwargs)
        sign_in = redirect_to_login(_page_of(request, kwargs.get("uuid")))
        if getattr(request, "htmx", False):
            return HttpResponseClientRedirect(sign_in.url)
        return sign_in

    return door


def _page_of(request: HttpRequest, conversation: UUID | None) -> str:
    """Where to go on after signing in: what only takes a form cannot be looked at, its conversation can."""
    if request.method in ("GET", "HEAD"):
        return request.get_full_path()
    return reverse("home") if conversation is None else reverse("conversation", args=[conversation])


def conversation(need: Need) -> Callable[[View], View]:
    """Someone signed in who may do this in the conversation; 404 for everyone else."""

    def decorate(view: View) -> View:
        @person
        @wraps(view)
        def door(request: HttpRequest, uuid: UUID, *args: Any, **kwargs: Any) -> HttpResponseBase:
            assert isinstance(request.user, User)
            found = find_conversation(request.user, uuid, need)
            try:
                return view(request, found, *args, **kwargs)
            except ActionRefused as refused:
                return refusal(request, found, refused)

        return door

    return decorate


def at_most(what: str) -> Callable[[View], View]:
    """Inside a conversation's door: so many a minute for one person (`settings.PER_MINUTE`)."""

    def decorate(view: View) -> View:
        @wraps(view)
        def door(request: PersonRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            count(what, request.user)
            return view(request, *args, **kwargs)

        return door

    return decorate


def count(what: str, user: User) -> None:
    """One more `what` of this person. Raises `ActionRefused` when the minute has too many."""
    if not rates.within(what, user, settings.PER_MINUTE[what]):
        raise ActionRefused("That is a lot at once. Try again in a moment.", code=TOO_FAST)


def refusal(request: HttpRequest, found: Conversation, refused: ActionRefused) -> HttpResponse:
    """A sentence where the person is: JSON for scripts, a message on the page else."""
    from django.contrib import messages

    if wants_sentence(request):
        told = {"code": refused.code, "sentence": refused.sentence}
        return JsonResponse(told, status=status_of(refused))
    messages.error(request, refused.sentence)
    return redirect(found)


def status_of(refused: ActionRefused) -> int:
    """The HTTP status of a refusal."""
    return 429 if refused.code == TOO_FAST else 422


def wants_sentence(request: HttpRequest) -> bool:
    """A script asks, and shows what it is told where the person is."""
    return bool(getattr(request, "htmx", False)) or "json" in request.headers.get("Accept", "")


def done(request: HttpRequest, found: Conversation) -> HttpResponse:
    """The journal tells the page; without htmx the page is loaded again."""
    return HttpResponse(status=204) if getattr(request, "htmx", False) else redirect(found)
