"""The one door to the service (the local studio or Sogni)."""

from chat.gateway.protocol import Gateway, get_gateway

__all__ = ["Gateway", "get_gateway"]
