"""One round of the director: a sentence and calls, a question, small talk, or the closing answer."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from studio.director import words
from studio.director.pictures import subject_of
from studio.director.plan import Step, Unclear
from studio.director.reading import Result, Turn, read
from studio.director.steps import steps_of
from studio.director.talk import ABILITY, talk_for

NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight")


@dataclass(frozen=True)
class Call:
    """A tool call to emit."""

    name: str
    arguments: dict[str, Any]


@dataclass(frozen=True)
class Reply:
    """What a round says. `thinking` comes first when it was asked for; `asks` when it waits for an answer."""

    text: str
    calls: tuple[Call, ...] = ()
    thinking: str = field(default="")
    asks: bool = False


def direct(request: Mapping[str, Any]) -> Reply:
    """Answer a chat request (OpenAI-shaped messages and tools)."""
    turn = read(request)
    reply = _direct(turn)
    asked = (request.get("chat_template_kwargs") or {}).get("enable_thinking") is True
    if not asked:
        return reply
    wish = turn.text[:80] or "the attached files"
    return replace(reply, thinking=f"They ask: {wish}. " + _why(reply))


def _why(reply: Reply) -> str:
    if reply.calls:
        return "That can be made; one sentence first, then the work."
    return "Nothing to make in this step; answer in words."


def _direct(turn: Turn) -> Reply:
    if turn.title_wanted:
        return Reply(_title(turn))
    if turn.rounds == 0:
        talk = talk_for(turn)
        if talk:
            return Reply(talk)
    steps = steps_of(turn)
    if isinstance(steps, Unclear):
        return Reply(steps.question, asks=True)
    if turn.results and not any(result.ok for result in _last_round(turn, steps)):
        return Reply(_sorrow(turn.results[-1]))
    if turn.rounds < len(steps) and turn.tools:
        step = steps[turn.rounds]
        calls = (step, *step.also)
        return Reply(_announce(step, turn), tuple(Call(one.tool, one.arguments) for one in calls))
    if turn.results:
        return Reply(_closing(turn))
    if steps:
        return Reply("I cannot make anything in this step. Ask again and I will start.")
    return Reply(ABILITY if turn.text else "What shall we make?")


def _last_round(turn: Turn, steps: list[Step]) -> list[Result]:
    place = min(turn.rounds, len(steps)) - 1
    size = 1 + len(steps[place].also) if steps and place >= 0 else 1
    return list(turn.results[-size:])


def _title(turn: Turn) -> str:
    told = next((text for text in turn.earlier if text.strip()), turn.text)
    subject = subject_of(told.splitlines()[0])[:40].strip(" ,.") or "New ideas"
    return subject[:1].upper() + subject[1:]


def _announce(step: Step, turn: Turn) -> str:
    if step.tool == "sound_to_video":
        look = step.arguments.get("sourceImageIndex")
        length = float(step.arguments.get("duration", 30))
        return f"Now the film: {length:.0f} seconds cut on the beat of {step.subject}" + (
            f", in the look of image {look}." if look is not None else "."
        )
    if step.tool == "animate_photo":
        seconds = step.arguments.get("duration")
        names = " and ".join(one.subject for one in (step, *step.also))
        return f"I will bring {names} to life" + (
            f" for {float(seconds):.0f} seconds." if seconds else "."
        )
    count = int(step.arguments.get("numberOfVariations", 1))
    if words.MUSIC_VIDEO.search(turn.text):
        return f"First the look of the film: {NUMBERS[min(count, 8)]} pictures to choose from, {step.subject}."
    if step.also:
        others = " and ".join(one.subject for one in step.also)
        return f"Two pictures, side by side: {step.subject}, and {others}."
    if count > 1:
        number = NUMBERS[count] if count < len(NUMBERS) else str(count)
        return f"Here come {number} versions of {step.subject}, each in another light."
    return f"I will make {step.subject}."


def _sorrow(result: Result) -> str:
    reason = result.error or "nothing came back"
    return (
        f"That did not work: {reason.rstrip('.')}. Change the request or try again; "
        "what was finished before is kept."
    )


def _closing(turn: Turn) -> str:
    films = [result for result in turn.results if result.kind == "video" and result.ok]
    failed = sum(result.failed for result in turn.results)
    missing = f" {failed} could not be made; each can be retried in its place." if failed else ""
    if films and films[-1].tool == "sound_to_video":
        return _film_answer(turn, films[-1]) + missing
    parts = [_named(result) for result in turn.results if result.ok and result.indices]
    made = "; ".join(part for part in parts if part)
    ending = " Say a number to change it, or what should move." if not films else ""
    return f"Done: {made}.{ending}{missing}" if made else "Nothing could be made this time."


def _film_answer(turn: Turn, film: Result) -> str:
    song = next((one for one in reversed(turn.of_kind("audio")) if one.seconds), None)
    used, whole = film.seconds, song.seconds if song else None
    text = f"Your film is ready as video {film.indices[0]}: the cuts fall on the beat and the song is its soundtrack."
    if used and whole and whole > used + 1:
        text += (
            f" It uses {used:.0f} of the song's {whole:.0f} seconds, the part with the most energy; "
            "the whole song is not in it."
        )
    looks = turn.made("image")
    if looks:
        text += f" The look comes from image {looks[0]}."
    return text


def _named(result: Result) -> str:
    names = [f"{result.kind} {index}" for index in result.indices]
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + f" and {names[-1]}"
