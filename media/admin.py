"""Media in Django admin: to look at, not to change."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from media.models import Blob, Item, Upload


class ReadOnly(admin.ModelAdmin):  # type: ignore[type-arg]
    """Rows that the product alone changes."""

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(Blob)
class BlobAdmin(ReadOnly):
    list_display = ("sha256", "kind", "mime", "size_bytes", "width", "height", "duration_s")
    list_filter = ("kind", "mime")
    search_fields = ("sha256",)


@admin.register(Item)
class ItemAdmin(ReadOnly):
    list_display = ("uuid", "kind", "index", "version", "origin", "state", "tool", "cost")
    list_filter = ("kind", "origin", "state", "tool")
    search_fields = ("uuid", "prompt", "name")


@admin.register(Upload)
class UploadAdmin(ReadOnly):
    list_display = ("name", "owner", "created_at", "item")
