"""Whether the product is alive, ready, and how it does."""

import logging
from collections.abc import Callable
from urllib.request import urlopen

import psycopg
import redis
from django.conf import settings
from django.core.files.storage import storages
from django.db import connection
from django.db.models import Count
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_safe

from chat.models import Conversation, Run, ToolCall

log = logging.getLogger(__name__)
PATIENCE_S = 2
LOOPBACK = ("127.0.0.1", "::1")
PASSED_ON = ("X-Forwarded-For", "Forwarded", "X-Real-IP", "Via")  # a proxy here speaks for others


@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """200 while the process answers."""
    return HttpResponse("ok\n", content_type="text/plain")


@require_safe
def readyz(request: HttpRequest) -> HttpResponse:
    """200 when everything needed answers, else 503; each dependency by name."""
    found = {name: _works(check) for name, check in CHECKS.items()}
    needed = all(found[name] for name in ("database", "redis", "storage"))
    return JsonResponse({"ready": needed, **found}, status=200 if needed else 503)


@require_safe
def metrics(request: HttpRequest) -> HttpResponse:
    """Prometheus text; for this machine and for staff."""
    staff = request.user.is_authenticated and getattr(request.user, "is_staff", False)
    here = request.META.get("REMOTE_ADDR") in LOOPBACK
    if not staff and (not here or any(name in request.headers for name in PASSED_ON)):
        raise Http404
    lines = [
        "# HELP sogni_web_conversations Conversations not in the trash.",
        "# TYPE sogni_web_conversations gauge",
        f"sogni_web_conversations {Conversation.objects.kept().touched().count()}",
        "# HELP sogni_web_runs Runs by status.",
        "# TYPE sogni_web_runs gauge",
    ]
    runs = Run.objects.values("status").annotate(n=Count("pk")).order_by("status")
    lines += [f'sogni_web_runs{{status="{row["status"]}"}} {row["n"]}' for row in runs]
    lines += [
        "# HELP sogni_web_tool_calls Tool calls by tool and status.",
        "# TYPE sogni_web_tool_calls gauge",
    ]
    calls = ToolCall.objects.values("name", "status").annotate(n=Count("pk")).order_by("name")
    lines += [
        f'sogni_web_tool_calls{{tool="{row["name"]}",status="{row["status"]}"}} {row["n"]}'
        for row in calls
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; version=0.0.4")


def _works(check: Callable[[], object]) -> bool:
    try:
        check()
    except Exception as error:  # noqa: BLE001 - whatever is wrong, the answer is "not ready"
        log.warning("Not ready: %s", error)
        return False
    return True


def _database() -> None:
    """On a connection of its own: one of the pool would wait for a server that hangs."""
    wanted = {**connection.get_connection_params(), "connect_timeout": PATIENCE_S}
    with psycopg.connect(**wanted) as fresh:
        fresh.execute("SELECT 1")


def _redis() -> None:
    client = redis.Redis.from_url(settings.REDIS_URL, socket_timeout=PATIENCE_S)
    try:
        client.ping()
    finally:
        client.close()


def _storage() -> None:
    storages["media"].exists("probe")


def _service() -> None:
    if settings.SERVICE == "studio":
        with urlopen(f"{settings.SOGNI_REST_ENDPOINT}/healthz", timeout=PATIENCE_S):  # noqa: S310 - our own setting
            return


CHECKS: dict[str, Callable[[], object]] = {
    "database": _database,
    "redis": _redis,
    "storage": _storage,
    "service": _service,
}
