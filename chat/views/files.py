"""Media files behind the conversation's door."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from chat.access import Need, may_reach_item
from chat.models import Conversation, ToolOutput
from chat.views import doors
from chat.views.doors import PersonRequest
from media.intake import read_preview
from media.models import Blob, Item
from media.renditions import find_rendition
from media.serving import serve

# what a file of this type may be called; the first is what it gets when it is called anything else
ENDINGS = {
    "image/png": ("png",),
    "image/jpeg": ("jpg", "jpeg"),
    "image/webp": ("webp",),
    "image/gif": ("gif",),
    "image/heic": ("heic", "heif"),
    "image/avif": ("avif",),
    "audio/mpeg": ("mp3",),
    "audio/mp4": ("m4a", "mp4", "aac"),
    "audio/wav": ("wav",),
    "audio/flac": ("flac",),
    "audio/ogg": ("ogg", "oga", "opus"),
    "audio/webm": ("webm", "weba"),
    "video/mp4": ("mp4", "mov", "m4v"),
    "video/webm": ("webm", "mkv"),
}


@require_safe
@doors.person
def media_file(request: PersonRequest, item: UUID) -> HttpResponseBase:
    """The full file, with ranges."""
    found, blob = _item(request, item)
    return serve(
        request,
        name=blob.name,
        etag=blob.sha256,
        size=blob.size_bytes,
        mime=blob.mime,
        filename=shown_name(found, blob.mime),
        download="download" in request.GET,
    )


@require_safe
@doors.person
def media_rendition(request: PersonRequest, item: UUID, purpose: str) -> HttpResponseBase:
    """A thumbnail, poster or waveform."""
    _, blob = _item(request, item)
    return rendition_response(request, blob, purpose)


@require_safe
@doors.conversation(Need.VIEW)
def media_preview(
    request: PersonRequest, found: Conversation, call: UUID, slot: int
) -> HttpResponse:
    """The newest preview of a slot that is being made; nothing (204) once it has ended or expired.

    A page may ask a moment after the render has finished, so that is no error.
    """
    output = get_object_or_404(
        ToolOutput, call__uuid=call, call__run__conversation=found, position=slot
    )
    data = read_preview(output.preview) if output.preview else None
    if data is None:
        return HttpResponse(status=204, headers={"Cache-Control": "no-store"})
    return HttpResponse(
        data,
        content_type="image/webp",
        headers={"Cache-Control": "private, max-age=3600", "X-Content-Type-Options": "nosniff"},
    )


def shown_name(item: Item, mime: str) -> str:
    """The name a file is given out under. A picture that is a page as well is not saved as one."""
    name = item.name or f"{item.kind} {item.index}"
    endings = ENDINGS.get(mime, ("bin",))
    ending = name.rpartition(".")[2].lower() if "." in name.lstrip(".") else ""
    return name if ending in endings else f"{name}.{endings[0]}"


def rendition_response(request: HttpRequest, blob: Blob, purpose: str) -> HttpResponseBase:
    """Answer with a stored rendition; 404 when the blob has none of this purpose."""
    made = find_rendition(blob, purpose) if purpose != "tool" else None
    if made is None:
        raise Http404
    return serve(
        request,
        name=made.name,
        etag=f"{blob.sha256}-{purpose}",
        size=made.size_bytes,
        mime=made.mime,
        filename=f"{purpose}.{made.name.rsplit('.', 1)[-1]}",
    )


def _item(request: PersonRequest, uuid: UUID) -> tuple[Item, Blob]:
    found = Item.objects.select_related("blob").filter(uuid=uuid).first()
    if found is None or found.blob is None or found.state != Item.State.READY:
        raise Http404
    if not may_reach_item(request.user, found.shelf_id):
        raise Http404
    return found, found.blob
