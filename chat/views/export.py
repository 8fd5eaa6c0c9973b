"""A conversation as JSON: messages, runs, tool calls, media."""

from typing import Any

from django.http import HttpResponse, JsonResponse
from django.views.decorators.http import require_safe

from chat import journal
from chat.access import Need
from chat.models import Conversation, Message, Run, ToolCall
from chat.views import doors
from chat.views.doors import PersonRequest
from media.models import Item


@require_safe
@doors.conversation(Need.VIEW)
def export(request: PersonRequest, found: Conversation) -> HttpResponse:
    """Everything readable about the conversation at one moment."""
    with journal.snapshot():
        found.refresh_from_db()
        body = {
            "id": str(found.uuid),
            "title": found.title,
            "last_seq": found.last_seq,
            "messages": [_message(one) for one in _messages(found)],
            "runs": [_run(one) for one in Run.objects.filter(conversation=found)],
            "tool_calls": [
                _call(one)
                for one in ToolCall.objects.filter(run__conversation=found)
                .select_related("run", "hold")
                .prefetch_related("makes__item")
            ],
            "media": [_item(one) for one in _items(found)],
        }
    return JsonResponse(body, json_dumps_params={"ensure_ascii": False})


def _messages(found: Conversation) -> Any:
    return (
        Message.objects.filter(conversation=found)
        .exclude(state=Message.State.RESTARTED)
        .select_related("author", "run")
        .prefetch_related("attachments__item")
    )


def _items(found: Conversation) -> Any:
    return found.shelf.items.select_related("blob").prefetch_related("sources")


def _message(message: Message) -> dict[str, Any]:
    return {
        "id": str(message.uuid),
        "role": message.role,
        "author": message.author.get_username() if message.author else None,
        "run": str(message.run.uuid) if message.run else None,
        "text": message.text,
        "state": message.state,
        "seq": message.seq,
        "created_at": message.created_at.isoformat(),
        "attachments": [_reference(attachment.item) for attachment in message.attachments.all()],
    }


def _run(run: Run) -> dict[str, Any]:
    return {
        "id": str(run.uuid),
        "kind": run.kind,
        "status": run.status,
        "reason": run.reason,
        "rounds": run.round + 1,
        "created_at": run.created_at.isoformat(),
        "ended_at": run.ended_at.isoformat() if run.ended_at else None,
    }


def _call(call: ToolCall) -> dict[str, Any]:
    return {
        "id": str(call.uuid),
        "run": str(call.run.uuid),
        "tool": call.name,
        "arguments": call.arguments,
        "status": call.status,
        "error": call.error,
        "estimate": _number(call.estimate),
        # its own: `call.cost` of a tray counts what its retries cost, too
        "cost": _number(call.hold.charged) if call.hold else None,
        "outputs": [_reference(output.item) for output in call.makes.all()],
    }


def _item(item: Item) -> dict[str, Any]:
    blob = item.blob
    return {
        "id": str(item.uuid),
        "kind": item.kind,
        "origin": item.origin,
        "index": item.index,
        "version": item.version,
        "state": item.state,
        "name": item.name,
        "sha256": blob.sha256 if blob else None,
        "bytes": blob.size_bytes if blob else None,
        "mime": blob.mime if blob else None,
        "width": item.width,
        "height": item.height,
        "duration": blob.duration_s if blob else None,
        "tool": item.tool,
        "prompt": item.prompt,
        "model": item.model_id,
        "seed": item.seed,
        "cost": _number(item.cost),
        "sources": [_reference(source) for source in item.sources.all()],
    }


def _reference(item: Item) -> dict[str, Any]:
    return {"kind": item.kind, "index": item.index, "version": item.version, "id": str(item.uuid)}


def _number(value: Any) -> float | None:
    return None if value is None else float(value)
