"""The sidebar on pages that know nothing of conversations."""

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from chat.frames import ConversationList, conversation_list
from teams.models import User


def conversations(request: HttpRequest) -> dict[str, object]:
    """Context processor: `conversations`, asked for only where a page draws the sidebar."""
    user = getattr(request, "user", None)

    def listed() -> object:
        return conversation_list(user) if isinstance(user, User) else ConversationList([], False)

    return {"conversations": SimpleLazyObject(listed)}
