"""Where sockets connect."""

from typing import Any

from django.urls import URLPattern, path, re_path

from chat.consumers import ConversationConsumer


async def nowhere(scope: Any, receive: Any, send: Any) -> Any:
    """No socket at this address: refused before it opens."""
    await send({"type": "websocket.close"})


websocket_urlpatterns: list[URLPattern] = [
    path("ws/c/<uuid:uuid>/", ConversationConsumer.as_asgi()),
    re_path("", nowhere),
]
