"""What comes in over forms."""

from uuid import UUID, uuid4

from django import forms
from django.conf import settings
from django.http import QueryDict

from chat.models import Conversation
from media.models import Upload
from teams.models import User


class SendForm(forms.Form):
    """A message: words, the key that makes sending twice harmless, and uploads of this draft."""

    text = forms.CharField(required=False, strip=True, max_length=settings.MESSAGE_MAX_LENGTH * 2)
    client_key = forms.UUIDField(required=False)
    upload = forms.Field(required=False)

    def __init__(self, data: QueryDict, *, sender: User, conversation: Conversation) -> None:
        super().__init__(data)
        self.named = data.getlist("upload")
        self.sender = sender
        self.conversation = conversation

    def clean_client_key(self) -> UUID:
        key: UUID | None = self.cleaned_data["client_key"]
        return key or uuid4()

    def uploads(self) -> list[Upload]:
        """The named uploads in the order of the form; only one's own, of this conversation's draft."""
        wanted = []
        for value in self.named:
            try:
                wanted.append(UUID(value))
            except ValueError:
                continue
        wanted = list(dict.fromkeys(wanted))
        if not wanted:
            return []
        mine = Upload.objects.filter(
            uuid__in=wanted, owner=self.sender, draft_key=self.conversation.uuid, item=None
        ).select_related("blob", "owner")
        by_uuid = {upload.uuid: upload for upload in mine}
        return [by_uuid[uuid] for uuid in wanted if uuid in by_uuid]


class UploadForm(forms.Form):
    """One file for the draft. What its page says of its place is only a wish."""

    place = forms.IntegerField(required=False, min_value=0, max_value=2**53)

    def place_wished(self) -> int | None:
        """Microseconds since 1970, as `Upload.place`; None when the page named none that can be."""
        return self.cleaned_data["place"] if self.is_valid() else None


class StopForm(forms.Form):
    """Which run is meant: by the time it is stopped another may have begun."""

    run = forms.UUIDField(required=False)

    def meant(self) -> UUID | None:
        """None when no run was named."""
        return self.cleaned_data["run"] if self.is_valid() else None


class TextForm(forms.Form):
    """New words for a waiting message. Its length is the action's to judge."""

    text = forms.CharField(required=False)


class TitleForm(forms.Form):
    """A conversation's new name."""

    title = forms.CharField(max_length=400)


class AccessForm(forms.Form):
    """Who else sees a conversation."""

    access = forms.ChoiceField(choices=Conversation.Access.choices)
