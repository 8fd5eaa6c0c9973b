"""Suggestion chips: what could come next, from what just happened."""

from dataclasses import dataclass, replace
from uuid import UUID, uuid5

from chat.models import Conversation, Run, ToolCall, ToolOutput
from chat.templatetags.words import index_text
from media.models import Item


@dataclass(frozen=True)
class Suggestion:
    """`label` is on the chip, `prompt` is what it sends: once for each `key`, however often it is pressed."""

    label: str
    prompt: str
    icon: str
    key: UUID | None = None


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
    found = _for_film(films[-1]) if films else _for_picture(pictures[0])
    return [replace(one, key=uuid5(last.uuid, one.prompt)) for one in found[:MOST]]


def _for_picture(picture: Item) -> list[Suggestion]:
    """A movement, versions, another light, and the shape it has not."""
    name = f"image {picture.index}"
    tall = (picture.height or 0) > (picture.width or 0)
    dark = "night" in picture.prompt.lower()
    hour, shape = ("dawn" if dark else "night"), ("16:9" if tall else "9:16")
    return [
        Suggestion(f"Animate {name}", f"Animate {name}", "animate"),
        Suggestion("Four versions", f"Make four versions of {name}", "image"),
        Suggestion(f"At {hour}", f"Make {name} again but at {hour}", "redo"),
        Suggestion(
            "Wide for screens" if tall else "Tall for phones",
            f"Make {name} again in {shape}",
            "image",
        ),
    ]


def _for_film(film: Item) -> list[Suggestion]:
    """Another look for a song, another movement for a picture, and a poster of what it shows."""
    sources = list(film.sources.all())
    song = next((one for one in sources if one.kind == "audio"), None)
    picture = next((one for one in sources if one.kind == "image"), None)
    found: list[Suggestion] = []
    if song is not None:
        ask = f"Make a music video of audio {index_text(song.index)} with"
        found += [
            Suggestion("In a city at night", f"{ask} a city at night", "video"),
            Suggestion("In a storm at sea", f"{ask} a storm at sea", "video"),
        ]
    elif picture is not None:
        ask = f"Animate image {index_text(picture.index)} with"
        found += [
            Suggestion("Pan to the left", f"{ask} a slow pan to the left", "animate"),
            Suggestion("Pull back", f"{ask} a slow pull back", "animate"),
        ]
    subject = _subject(picture)
    if subject and "poster" not in subject:
        found.append(Suggestion("A poster of it", f"Make a poster of {subject} in 2:3", "image"))
    return found


def _subject(picture: Item | None) -> str:
    """What a picture shows: the first clause of its prompt; empty for what was attached."""
    return picture.prompt.split(",")[0].strip() if picture is not None else ""
