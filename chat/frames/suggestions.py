"""Suggestion chips: what could come next, from what just happened."""

from dataclasses import dataclass

from chat.models import Conversation, Run, ToolCall, ToolOutput


@dataclass(frozen=True)
class Suggestion:
    """`label` is on the chip, `prompt` is what it sends."""

    label: str
    prompt: str
    icon: str


MOST = 4


def suggestions_for(conversation: Conversation) -> list[Suggestion]:
    """For the newest answer, when nothing runs; none when it made nothing."""
    last = Run.objects.filter(conversation=conversation).order_by("pk").last()
    if last is None or last.is_active:
        return []
    made = list(
        ToolOutput.objects.filter(
            call__run__conversation=conversation,
            call__run__message=last.message,
            status=ToolCall.Status.DONE,
            item__state="ready",
        )
        .select_related("item")
        .order_by("pk")
    )
    if not made:
        return []
    films = [output.item for output in made if output.item.kind == "video"]
    pictures = [output.item for output in made if output.item.kind == "image"]
    return (_for_film(films[-1].index) if films else _for_picture(pictures[0].index))[:MOST]


def _for_picture(index: int) -> list[Suggestion]:
    return [
        Suggestion(f"Animate image {index}", f"Animate image {index}", "animate"),
        Suggestion("Four versions", f"Make four versions of image {index}", "image"),
        Suggestion("At night", f"Make image {index} again but at night", "redo"),
        Suggestion("Tall for phones", f"Make image {index} again in 9:16", "image"),
    ]


def _for_film(index: int) -> list[Suggestion]:
    return [
        Suggestion("Another take", f"Make video {index} again, with other pictures", "redo"),
        Suggestion("Poster", f"Make a poster that goes with video {index}", "image"),
    ]
