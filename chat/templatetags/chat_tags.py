"""Filters and tags of the conversation's templates."""

import hashlib
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal
from itertools import groupby

from django import template
from django.db.models import Sum
from django.templatetags.static import static
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from chat.models import Conversation, Run, ToolCall, ToolOutput
from chat.templatetags import words
from chat.toolbox.table import MODEL_NAMES
from media.models import Item
from teams import wording
from teams.models import User
from teams.quota import Credits

register = template.Library()

TINTS = 8
LOW_SHARE = Decimal("0.2")  # under this share of the total the meter warns
SLOT_HEIGHT = 520
SLOT_WIDTH = 672
NAME_END = 10

KIND_ICONS = {"image": "image", "video": "video", "audio": "audio", "model": "model"}

register.filter("index_text", words.index_text)
register.filter("money", words.money)
register.filter("made_since", words.made_since)
register.simple_tag(words.tray_title, name="tray_title")
register.simple_tag(words.shared_reason, name="shared_reason")
register.simple_tag(words.asked_instead, name="asked_instead")
register.simple_tag(words.tray_count, name="tray_count")
register.simple_tag(words.tray_sum, name="tray_sum")


@register.simple_tag
def icon(name: str, size: int = 20) -> SafeString:
    """An icon of the sprite in the colour of the text around it; words say what it means."""
    return format_html(
        '<svg class="icon icon--{}" width="{}" height="{}" aria-hidden="true" focusable="false">'
        '<use href="{}#{}"></use></svg>',
        size,
        size,
        size,
        static("icons/sprite.svg"),
        name,
    )


@register.filter
def kind_icon(kind: str) -> str:
    """The sprite's name for a kind of media."""
    return KIND_ICONS.get(kind, "image")


@register.filter
def media_name(item: Item) -> str:
    """How people and agent call a piece: image −1."""
    return f"{item.kind} {words.index_text(item.index)}"


@register.filter
def media_spoken(item: Item) -> str:
    """The name for screen readers: image minus 1, version 2, Moonlit; video 0, 2 minutes 48."""
    parts = [f"{item.kind} {words.index_spoken(item.index)}"]
    if item.version > 1:
        parts.append(f"version {item.version}")
    if item.blob and item.blob.duration_s:
        minutes, seconds = divmod(round(item.blob.duration_s), 60)
        parts.append(f"{minutes} minutes {seconds}" if minutes else f"{seconds} seconds")
    if item.name:
        parts.append(item.name)
    return ", ".join(parts)


@register.filter
def duration(seconds: float | None) -> str:
    """2:48; hours only where there are any."""
    whole = round(seconds or 0)
    hours, rest = divmod(whole, 3600)
    minutes, second = divmod(rest, 60)
    return f"{hours}:{minutes:02}:{second:02}" if hours else f"{minutes}:{second:02}"


@register.filter
def file_size(size_bytes: int | None) -> str:
    """4.1 MB, 812 kB."""
    size = size_bytes or 0
    if size < 1_000:
        return f"{size} B"
    if size < 1_000_000:
        return f"{size / 1_000:.0f} kB"
    if size < 1_000_000_000:
        return f"{size / 1_000_000:.1f} MB"
    return f"{size / 1_000_000_000:.1f} GB"


@register.filter
def name_start(name: str) -> str:
    """A file name without its last letters: what gives way where there is little room."""
    return name[:-NAME_END]


@register.filter
def name_end(name: str) -> str:
    """The last letters of a file name, always shown: they tell the kind, and one take from the next."""
    return name[-NAME_END:]


@register.filter
def megabytes(size_bytes: int) -> int:
    """A limit in whole megabytes, as limits are set."""
    return size_bytes // (1024 * 1024)


@register.filter
def first_name(user: User) -> str:
    """How the interface calls a person."""
    return user.first_name or user.username


@register.filter
def tint(user: User) -> str:
    """The class of a person's colour: one of eight, the same everywhere and for good."""
    return f"tint-{hashlib.sha256(user.uuid.bytes).digest()[0] % TINTS}"


@register.filter
def model_name(model_id: str) -> str:
    """What people call a model; one without a name is told by its id: z_image_turbo_bf16 becomes Z image turbo."""
    if model_id in MODEL_NAMES:
        return MODEL_NAMES[model_id]
    noise = {"bf16", "fp8", "fp16", "fp8mixed", "scaled", "gguf", "iq4xs"}
    parts = [
        part for part in model_id.replace("_", " ").replace("-", " ").split() if part not in noise
    ]
    text = " ".join(parts)
    return text[:1].upper() + text[1:]


def ratio(item: Item) -> float:
    """Width over height, of the file or promised; 1 where neither is known."""
    if not item.width or not item.height:
        return 1.0
    return item.width / item.height


@register.filter
def shape(item: Item) -> dict[str, int]:
    """Box of a slot that stands alone, in pixels: in the column's width and at most 520 high.

    What was promised stays: a result of another shape is shown whole inside it, and nothing moves.
    """
    wide = ratio(item)
    if item.expected_width and item.expected_height:
        wide = item.expected_width / item.expected_height
    width = min(SLOT_WIDTH if wide >= 1.6 else 440, round(SLOT_HEIGHT * wide))
    return {"width": width, "height": round(width / wide)}


@register.filter
def grid_class(outputs: Sequence[ToolOutput]) -> str:
    """Columns of a tray by the shape of what it makes and how many there are."""
    wide = ratio(outputs[0].item) if outputs else 1.0
    fills = 1.3 if outputs and outputs[0].item.kind == "video" else 1.6  # players fill the width
    form = "wide" if wide >= fills else "mid" if wide >= 0.8 else "tall"
    if outputs and outputs[0].item.kind == "audio":
        form = "sound"
    return f"slots--{form} slots--{'one' if len(outputs) == 1 else 'some' if len(outputs) < 5 else 'many'}"


@register.simple_tag
def slot_words(output: ToolOutput) -> words.SlotWords:
    """What a slot says now."""
    return words.slot_words(output, timezone.now())


@register.simple_tag
def run_note(run: Run) -> str:
    """What an ended run says: who or what ended it, what is kept, what it cost. Two queries unless completed.

    Neither counts what a retry made or cost later: `call.cost` of a tray would.
    """
    if run.status == Run.Status.COMPLETED:
        return ""
    kept = ToolOutput.objects.filter(maker__run=run, status=ToolCall.Status.DONE).count()
    spent = ToolCall.objects.filter(run=run).aggregate(sum=Sum("hold__charged"))["sum"]
    return words.run_note(run, kept, spent or Decimal(0))


@register.filter
def by_day(conversations: Iterable[Conversation]) -> list[tuple[str, list[Conversation]]]:
    """Conversations, newest first, under Today, Yesterday, Last 7 days and Older."""
    today = timezone.localdate()
    groups = groupby(conversations, key=lambda one: _day_group(one.active_at, today))
    return [(name, list(group)) for name, group in groups]


def _day_group(moment: datetime, today: date) -> str:
    day = timezone.localtime(moment).date()
    if day >= today:
        return "Today"
    if day == today - timedelta(days=1):
        return "Yesterday"
    return "Last 7 days" if day > today - timedelta(days=8) else "Older"


@register.filter
def credits_until(credits: Credits) -> str:
    """Where little is left: until when it must do."""
    if not is_low(credits) or credits.renews_at is None:
        return ""
    return f"until {wording.day_text(credits.renews_at)}"


@register.filter
def credits_figure(credits: Credits) -> str:
    """412; 6.6; never below none."""
    return "" if credits.left is None else wording.at_most(credits.left)


@register.filter
def is_low(credits: Credits) -> bool:
    """Under a fifth of the total, or nothing."""
    if credits.left is None:
        return False
    return credits.left <= 0 or credits.left < LOW_SHARE * (credits.total or 0)


@register.filter
def meter_look(credits: Credits) -> str:
    """none, low or fine."""
    if credits.left is not None and credits.left <= 0:
        return "none"
    return "low" if is_low(credits) else "fine"


@register.filter
def meter_width(credits: Credits, width: int) -> int:
    """What is left as pixels of a bar `width` wide."""
    if credits.left is None:
        return width
    if not credits.total:
        return 0
    return max(0, min(width, round(credits.left / credits.total * width)))


@register.filter
def count_kind(items: Iterable[Item], kind: str) -> int:
    """How many pieces of a kind there are."""
    return sum(item.kind == kind for item in items)


@register.filter
def kinds(items: Iterable[Item]) -> list[str]:
    """The kinds there are, in the order they are always shown."""
    there = {item.kind for item in items}
    return [kind for kind in KIND_ICONS if kind in there]
