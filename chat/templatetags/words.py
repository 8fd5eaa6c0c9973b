"""The words of slots, trays and ends of runs, as design and product say them. Pure: rows in, words out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from chat.toolbox import sizes
from teams.wording import credits_text

if TYPE_CHECKING:
    from chat.models import Run, ToolCall, ToolOutput
    from media.models import Item

MINUS = "\u2212"
BLUR_STEPS = 8

_COUNTS = [
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
]

# tool name: what is being done, what one of it is called, what several are called
_DOINGS: dict[str, tuple[str, str, str]] = {
    "generate_image": ("Making", "picture", "pictures"),
    "edit_image": ("Editing", "picture", "pictures"),
    "restore_photo": ("Restoring", "photo", "photos"),
    "apply_style": ("Restyling", "picture", "pictures"),
    "refine_result": ("Refining", "picture", "pictures"),
    "change_angle": ("Turning", "view", "views"),
    "remove_background": ("Cutting out", "picture", "pictures"),
    "segment_image": ("Cutting out", "part", "parts"),
    "upscale_image": ("Enlarging", "picture", "pictures"),
    "animate_photo": ("Animating", "clip", "clips"),
    "generate_video": ("Filming", "clip", "clips"),
    "sound_to_video": ("Making", "music video", "music videos"),
    "video_to_video": ("Reworking", "clip", "clips"),
    "stitch_video": ("Joining", "film", "films"),
    "orbit_video": ("Circling", "clip", "clips"),
    "dance_montage": ("Choreographing", "dance film", "dance films"),
    "extend_video": ("Extending", "clip", "clips"),
    "replace_video_segment": ("Replacing", "passage", "passages"),
    "overlay_video": ("Layering", "clip", "clips"),
    "add_subtitles": ("Subtitling", "clip", "clips"),
    "upscale_video": ("Enlarging", "clip", "clips"),
    "generate_music": ("Composing", "track", "tracks"),
    "generate_speech": ("Recording", "voice", "voices"),
    "image_to_3d": ("Modelling", "shape", "shapes"),
}

# tools without a picture of their own: while at work, when done
_QUIET: dict[str, tuple[str, str]] = {
    "analyze_image": ("Looking at the picture", "Looked at the picture"),
    "analyze_video": ("Watching the clip", "Watched the clip"),
    "extract_metadata": ("Reading the file", "Read the file"),
    "enhance_prompt": ("Sharpening the wording", "Sharpened the wording"),
    "compose_script": ("Writing the script", "Wrote the script"),
    "compose_lyrics": ("Writing the words", "Wrote the words"),
    "compose_instrumental": ("Sketching the music", "Sketched the music"),
    "compose_workflow": ("Drawing up the steps", "Drew up the steps"),
    "compose_workflow_template": ("Drawing up the steps", "Drew up the steps"),
}


def index_text(index: int) -> str:
    """An index as people see it: 3, or −1 with a real minus."""
    return f"{MINUS}{-index}" if index < 0 else str(index)


def index_spoken(index: int) -> str:
    """An index as it is spoken: 3, or minus 1."""
    return f"minus {-index}" if index < 0 else str(index)


def ordinal(number: int) -> str:
    """1st, 2nd, 3rd, 11th."""
    if 10 <= number % 100 <= 20:
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"


def count_word(number: int) -> str:
    """Small counts in words, larger ones in figures."""
    return _COUNTS[number] if number < len(_COUNTS) else str(number)


def span_text(seconds: float) -> str:
    """About how long: 14 s, 2 min, 1 h 5 min."""
    whole = max(0, round(seconds))
    if whole < 90:
        return f"{whole} s"
    minutes = round(whole / 60)
    if minutes < 60:
        return f"{minutes} min"
    hours, minutes = divmod(minutes, 60)
    return f"{hours} h {minutes} min" if minutes else f"{hours} h"


def eta_text(eta_at: datetime | None, now: datetime) -> str:
    """What is left until `eta_at`: "about 14 s left", "any moment" at zero and after, or nothing."""
    if eta_at is None:
        return ""
    left = (eta_at - now).total_seconds()
    return f"about {span_text(left)} left" if left >= 1 else "any moment"


def money(amount: Decimal | None) -> str:
    """3.3 credits, 1 credit."""
    text = credits_text(amount or Decimal(0))
    return f"{text} credit" if text == "1" else f"{text} credits"


def charged(amount: Decimal | None) -> str:
    """What an end cost, as a sentence for a caption."""
    return money(amount) if amount else "Not charged"


@dataclass(frozen=True)
class SlotWords:
    """One slot on the page. `look` names its state in the style sheet; `live` words are volatile (an ETA)."""

    look: str
    caption: str
    live: str = ""
    head: str = ""
    body: str = ""
    corner: str = ""
    percent: int = 0
    bar: bool = False
    spoken: str = ""

    @property
    def blur(self) -> int:
        """How blurred a preview is: 0 the most, falling with progress."""
        return min(BLUR_STEPS - 1, self.percent * BLUR_STEPS // 100)


def slot_words(output: ToolOutput, now: datetime) -> SlotWords:
    """What a slot says in its present state."""
    item = output.item
    if item.state == "retired":
        return SlotWords("retired", "Deleted", body="Deleted")
    if output.status == "done":
        return SlotWords("ready", f"Ready, {money(output.cost)}" if output.cost else "Ready")
    if output.status == "failed":
        return _not_made(output)
    if output.status == "cancelled":
        return SlotWords("stopped", charged(output.cost), body=_stopped_by(output.maker.run))
    if output.status == "waiting":
        return SlotWords("waiting", "Waiting for you", bar=True, spoken="waiting for you")
    if output.status == "queued" or (output.queue_position and output.percent is None):
        return _in_line(output, now)
    return _at_work(output, now)


_MONEY_TOLD = ("charged", "Nothing was started")


def shared_reason(outputs: Sequence[ToolOutput]) -> str:
    """Why none of several was made, when it is one reason for all: the tray says it once and in full. Else nothing."""
    if len(outputs) < 2 or any(output.status != "failed" for output in outputs):
        return ""
    reasons = {_not_made(output).body for output in outputs}
    return reasons.pop() if len(reasons) == 1 else ""


def _not_made(output: ToolOutput) -> SlotWords:
    declined = output.item.state == "withheld"
    word = "Declined" if declined else "Not made"
    reason = output.reason or "This one was not made."
    money_line = f"{money(output.cost)} charged." if output.cost else "You were not charged."
    if reason == word:
        reason = "It was not made before the run ended."
    body = reason if any(words in reason for words in _MONEY_TOLD) else f"{reason} {money_line}"
    return SlotWords("declined" if declined else "failed", word, body=body, corner=word.lower())


def _stopped_by(run: Run) -> str:
    return (
        f"Stopped by {run.stopped_by.first_name or run.stopped_by}" if run.stopped_by else "Stopped"
    )


def _in_line(output: ToolOutput, now: datetime) -> SlotWords:
    place = output.queue_position
    head = f"{ordinal(place)} in line" if place else "In line"
    live = ""
    if output.eta_at is not None:
        left = (output.eta_at - now).total_seconds()
        live = f"starts in about {span_text(left)}" if left >= 1 else "starts any moment"
    return SlotWords(
        "queued",
        "Waiting",
        live=live,
        head=head,
        corner=ordinal(place) if place else "",
        bar=True,
        spoken=head,
    )


def _at_work(output: ToolOutput, now: datetime) -> SlotWords:
    percent = min(100, output.percent or 0)
    live = eta_text(output.eta_at, now)
    if output.percent is None:
        step = output.step or "Working"
        return SlotWords("preparing", step, live=live, body=step, percent=3, bar=True, spoken=step)
    return SlotWords(
        "running",
        f"{percent} %",
        live=live,
        body="" if output.preview else output.step or "Starting",
        corner=f"{percent} %",
        percent=percent,
        bar=True,
        spoken=f"{percent} %" + (f", {output.step}" if output.step else ""),
    )


def tray_title(call: ToolCall, count: int) -> str:
    """What is being made, in words: "Making four pictures", and when done "Four pictures"."""
    if call.name in _QUIET and not count:
        return _QUIET[call.name][0 if call.is_open else 1]
    doing, one, many = _DOINGS.get(call.name, ("Making", "piece", "pieces"))
    if not count:
        return "Getting ready" if call.is_open else "One step of the plan"
    article = "an" if one[0] in "aeiou" else "a"
    what = f"{article} {one}" if count == 1 else f"{count_word(count)} {many}"
    if call.is_open:
        return f"{doing} {what}"
    return what[0].upper() + what[1:]


def asked_instead(call: ToolCall, item: Item) -> str:
    """The pixels a call asked for, where the model makes others: ", nearest to 200 × 800"."""
    asked = sizes.asked_size(call.arguments)
    if asked is None or asked == (item.width, item.height):
        return ""
    return f", nearest to {asked[0]} × {asked[1]}"


def tray_count(outputs: Sequence[ToolOutput]) -> str:
    """1 of 4 ready, 1 not made."""
    ready = sum(output.status == "done" for output in outputs)
    missed = sum(output.status == "failed" for output in outputs)
    stopped = sum(output.status == "cancelled" for output in outputs)
    parts = [f"{ready} of {len(outputs)} ready"]
    if missed:
        parts.append(f"{missed} not made")
    if stopped:
        parts.append(f"{stopped} stopped")
    return ", ".join(parts)


def tray_sum(call: ToolCall, outputs: Sequence[ToolOutput]) -> str:
    """3.3 of about 13 credits spent; when closed what it cost in the end."""
    spent = call.cost
    if spent is None:
        spent = sum((output.cost for output in outputs if output.cost), Decimal(0))
    if call.is_open and call.estimate:
        return f"{credits_text(spent)} of about {money(call.estimate)} spent"
    alone = len(outputs) == 1 and outputs[0].status != "done"
    if spent or call.is_open or alone:  # a single one that was not made says so itself
        return money(spent) if spent else ""
    return "Nothing was charged"


def made_since(names: Sequence[str]) -> str:
    """What a retry made after the answer had ended: its words stay as they were said."""
    *others, last = names
    if not others:
        return f"Since then {last} was made."
    return f"Since then {', '.join(others)} and {last} were made."


def run_note(run: Run, kept: int, spent: Decimal) -> str:
    """What an ended run says under its answer; empty when there is nothing to add."""
    if run.status == "completed":
        return ""
    cost = f"{money(spent)} charged." if spent else "Nothing was charged."
    if kept:
        piece = (
            "One finished piece is"
            if kept == 1
            else f"{count_word(kept).capitalize()} finished pieces are"
        )
        cost = f"{piece} kept, {money(spent)} charged." if spent else f"{piece} kept. {cost}"
    if run.status == "cancelled":
        return f"{run.reason} {cost}" if run.reason else f"{_stopped_by(run)}. {cost}"
    reason = run.reason or "The answer did not come through."
    return reason if "Nothing was" in reason else f"{reason} {cost}"
