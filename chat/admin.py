"""Conversations and runs in Django admin: to look at; what changes them are list actions that call actions."""

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from chat.actions.conversations import delete_conversation
from chat.actions.runs import stop_run
from chat.models import Conversation, Run, ToolCall
from media.admin import ReadOnly


@admin.register(Conversation)
class ConversationAdmin(ReadOnly):
    list_display = ("title", "owner", "team", "access", "last_seq", "active_at", "deleted_at")
    list_filter = ("access", "team")
    search_fields = ("title", "uuid", "owner__username")
    actions = ("move_to_trash",)

    def has_trash_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("chat.delete_conversation")

    @admin.action(description="Move to trash", permissions=("trash",))
    def move_to_trash(self, request: HttpRequest, queryset: QuerySet[Conversation]) -> None:
        for conversation in queryset:
            delete_conversation(conversation, by=request.user)  # type: ignore[arg-type]


@admin.register(Run)
class RunAdmin(ReadOnly):
    list_display = ("uuid", "conversation", "asked_by", "status", "round", "created_at", "ended_at")
    list_filter = ("status", "kind", "service")
    search_fields = ("uuid",)
    actions = ("stop",)

    def has_stop_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("chat.change_run")

    @admin.action(description="Stop", permissions=("stop",))
    def stop(self, request: HttpRequest, queryset: QuerySet[Run]) -> None:
        for run in queryset.active().select_related("conversation"):  # type: ignore[attr-defined]
            stop_run(run.conversation, by=request.user, only=run.uuid)  # type: ignore[arg-type]


@admin.register(ToolCall)
class ToolCallAdmin(ReadOnly):
    list_display = ("uuid", "name", "run", "status", "estimate", "cost", "started_at", "ended_at")
    list_filter = ("name", "status")
    search_fields = ("uuid", "remote_id")
