"""Files of a draft: taken one by one, seen only by their owner until they are sent."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_POST, require_safe

from chat.access import Need
from chat.forms import UploadForm
from chat.models import Conversation
from chat.views import doors
from chat.views.doors import PersonRequest
from chat.views.files import rendition_response
from media.intake import Refused, take_upload
from media.models import Upload


@require_POST
@doors.conversation(Need.WRITE)
@doors.at_most("upload")
def upload(request: PersonRequest, found: Conversation) -> HttpResponse:
    """Take one file; its chip, or the sentence that refuses it."""
    file = request.FILES.get("file")
    if file is None:
        return JsonResponse({"code": "empty", "sentence": "No file came."}, status=422)
    try:
        taken = take_upload(
            owner=request.user,
            draft_key=found.uuid,
            name=file.name or "file",
            chunks=file.chunks(),
            place=UploadForm(request.POST).place_wished(),
        )
    except Refused as refused:
        body = {"code": refused.code, "sentence": str(refused), "reason": refused.reason}
        return JsonResponse(body, status=200 if _shows_it(request) else 422)
    return render(
        request, "chat/_attachment.html", {"upload": taken, "conversation": found}, status=201
    )


def _shows_it(request: PersonRequest) -> bool:
    """The page itself asks, and says the sentence at the file: for the browser nothing failed, and it complains of
    nothing."""
    return "text/html" in request.headers.get("Accept", "")


@require_POST
@doors.conversation(Need.WRITE)
def remove(request: PersonRequest, found: Conversation, upload: UUID) -> HttpResponse:
    """Take a file out of one's draft. Twice is harmless."""
    Upload.objects.filter(uuid=upload, owner=request.user, draft_key=found.uuid, item=None).delete()
    return doors.done(request, found)


@require_safe
@doors.person
def rendition(request: PersonRequest, upload: UUID, purpose: str) -> HttpResponseBase:
    """The thumbnail or waveform of one's own upload."""
    mine = get_object_or_404(Upload.objects.select_related("blob"), uuid=upload, owner=request.user)
    return rendition_response(request, mine.blob, purpose)
