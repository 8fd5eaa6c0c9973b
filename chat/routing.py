"""Where sockets connect."""

from django.urls import URLPattern, path

from chat.consumers import ConversationConsumer

websocket_urlpatterns: list[URLPattern] = [
    path("ws/c/<uuid:uuid>/", ConversationConsumer.as_asgi()),
]
