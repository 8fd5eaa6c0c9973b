"""The ASGI application: pages over HTTP, conversation streams over WebSocket."""

import os
from typing import Any

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sogni_web.settings")

import django
from asgiref.sync import sync_to_async
from django.core.handlers.asgi import ASGIHandler
from django.db import close_old_connections
from django.http import HttpRequest, HttpResponseBase

django.setup(set_prefix=False)

from channels.auth import AuthMiddlewareStack  # noqa: E402
from channels.routing import ProtocolTypeRouter, URLRouter  # noqa: E402

from chat.routing import websocket_urlpatterns  # noqa: E402


class OneHopHandler(ASGIHandler):
    """Django's handler with one hop to a thread for each request.

    Every middleware and view here is synchronous. Django's own handler crosses over and back for each middleware,
    two dozen times a request; that alone took three milliseconds of every answer.
    """

    def load_middleware(self, is_async: bool = False) -> None:
        super().load_middleware(is_async=False)

    async def get_response_async(self, request: HttpRequest) -> HttpResponseBase:
        respond: Any = sync_to_async(self._respond, thread_sensitive=True)
        response: HttpResponseBase = await respond(request)
        return response

    def _respond(self, request: HttpRequest) -> HttpResponseBase:
        """A stream may be read for minutes; the database connection of the request does not wait for that."""
        response = self.get_response(request)
        if response.streaming:
            close_old_connections()
        return response


application = ProtocolTypeRouter(
    {
        "http": OneHopHandler(),
        "websocket": AuthMiddlewareStack(URLRouter(websocket_urlpatterns)),
    }
)
