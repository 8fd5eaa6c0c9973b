"""Pages about oneself: the sign-in link, usage, the theme."""

from __future__ import annotations

from http import HTTPStatus

from django.contrib import auth
from django.contrib.auth.decorators import login_required
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from teams import access, ledger, links, quota
from teams.forms import ThemeForm
from teams.meter import WIDTH, meter
from teams.models import Team, User


@never_cache
@sensitive_post_parameters("token")
@sensitive_variables("token")
@require_http_methods(["GET", "HEAD", "POST"])
def link(request: HttpRequest, token: str = "") -> HttpResponse:
    """A sign-in link: looking shows one button, so that a preview does not use it up."""
    if request.method == "POST":
        user = links.use_link(request.POST.get("token", token))
        if user is not None:
            auth.login(request, user, backend="django.contrib.auth.backends.ModelBackend")
            return HttpResponseRedirect("/")
        found = None
    else:
        found = links.find_link(token)
    status = HTTPStatus.GONE if found is None else HTTPStatus.OK
    response = render(request, "account/link.html", {"link": found, "token": token}, status=status)
    # The address is the secret. `no-referrer` would turn the form's Origin into "null", which
    # the CSRF check refuses; the bare origin tells nothing and passes.
    response["Referrer-Policy"] = "strict-origin"
    return response


@login_required
@require_safe
def usage(request: HttpRequest) -> HttpResponse:
    """What is left, spent and held, and every spend, in one of the person's teams."""
    user = _person(request)
    teams = access.teams_of(user)
    team = _chosen(teams, request.GET.get("team"))
    credits = quota.credits(user, team)
    lines, page = ledger.page(user, team, request.GET.get("page", 1))
    context = {
        "teams": teams,
        "team": team,
        "credits": credits,
        "meter": meter(credits),
        "meter_width": WIDTH,
        "lines": lines,
        "page": page,
    }
    return render(request, "teams/usage.html", context)


@require_POST
def theme(request: HttpRequest) -> HttpResponse:
    """Keep the chosen theme and go back to the page it was chosen on."""
    back = request.POST.get("next") or request.headers.get("Referer", "/")
    safe = url_has_allowed_host_and_scheme(
        back, {request.get_host()}, require_https=request.is_secure()
    )
    if not request.user.is_authenticated:
        return redirect_to_login(back if safe else "/")
    form = ThemeForm(request.POST)
    user = _person(request)
    if form.is_valid():
        user.theme = form.cleaned_data["theme"]
        user.save(update_fields=["theme"])
    return HttpResponseRedirect(back if safe else "/")


def _person(request: HttpRequest) -> User:
    assert isinstance(request.user, User)
    return request.user


def _chosen(teams: list[Team], uuid: str | None) -> Team:
    """The team asked for, the personal one by default; Http404 for any other."""
    if uuid is None:
        return teams[0]
    for team in teams:
        if str(team.uuid) == uuid:
            return team
    raise Http404
