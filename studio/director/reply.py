"""One round of the director: a sentence and calls, a question, small talk, or the closing answer."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from studio.director.answers import with_answer
from studio.director.corrections import with_correction
from studio.director.mending import MOST_TRIES, Mended, mend, tries
from studio.director.plan import MAKES, Plan, Scene, Unclear
from studio.director.reading import Turn, read
from studio.director.references.chosen import with_choice
from studio.director.steps import plan_for
from studio.director.talking.abilities import ability
from studio.director.talking.announcing import announced
from studio.director.talking.closing import closing, sorry, stopped
from studio.director.talking.talk import talk_for
from studio.director.talking.titles import titled


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
    """Answer a chat request (OpenAI-shaped messages and tools).

    Takes milliseconds, but up to a few seconds when attached pictures are asked about: call it off the event loop.
    """
    turn = with_choice(with_correction(with_answer(read(request))))
    form = request.get("response_format")
    plan, reply = _direct(turn, form if isinstance(form, Mapping) else {})
    template = request.get("chat_template_kwargs")
    asked = isinstance(template, Mapping) and template.get("enable_thinking") is True
    return replace(reply, thinking=_thoughts(turn, plan, reply)) if asked else reply


def _direct(turn: Turn, form: Mapping[str, Any]) -> tuple[Plan, Reply]:
    named = titled(turn, form)
    if named:
        return Plan(), Reply(named)
    if not turn.rounds:
        talk = talk_for(turn)
        if talk:
            return Plan(), Reply(talk)
    plan = plan_for(turn)
    return plan, _round(turn, plan)


def _round(turn: Turn, plan: Plan) -> Reply:
    done = plan.done(turn.rounds)
    step = plan.steps[done] if done < len(plan.steps) else None
    if turn.rounds and not turn.rounds[-1].ok:
        return _after_failure(turn, plan, done)
    if step is not None and turn.tools and not _came_to_nothing(turn):
        calls = tuple(
            Call(one.tool, one.arguments) for one in (step, *step.also) if one.tool in turn.tools
        )
        if calls:
            return Reply(announced(step, turn), calls)
    if turn.results:
        return Reply(closing(turn, plan), asks=isinstance(plan.stop, Unclear))
    if plan.stop is not None:
        return Reply(stopped(plan.stop, turn), asks=isinstance(plan.stop, Unclear))
    if plan.steps:
        return Reply("I cannot make anything in this step. Ask again and I will start.")
    return Reply(
        f"{ability(turn.tools)} What shall we make?" if turn.text else "What shall we make?",
        asks=not turn.text,
    )


def _came_to_nothing(turn: Turn) -> bool:
    """Whether the newest round was to make something and made nothing, though it did not fail."""
    if not turn.rounds:
        return False
    newest = turn.rounds[-1]
    made = any(result.indices for result in newest.results)
    return not made and all(call.tool in MAKES for call in newest.calls)


def _after_failure(turn: Turn, plan: Plan, done: int) -> Reply:
    """The call mended, a question, or calm words; what was finished is told too."""
    step = plan.steps[done] if done < len(plan.steps) else None
    scene = Scene(turn)
    for one in plan.steps[:done]:
        scene = scene.then(one)
    found = mend(turn, scene, step) if turn.tools else None
    if isinstance(found, Mended):
        return Reply(found.remark, (Call(found.tool, found.arguments),))
    results = [result for result in turn.rounds[-1].results if not result.ok]
    text = sorry(results[-1]) if results else "That did not work. Change the request or try again."
    if isinstance(found, Unclear):
        text = found.question
    elif tries(turn) > MOST_TRIES:
        text += " I tried it in different ways and stop here."
    made = closing(turn, Plan()) if any(result.ok for result in turn.results) else ""
    return Reply(f"{made} {text}".strip(), asks=isinstance(found, Unclear))


def _thoughts(turn: Turn, plan: Plan, reply: Reply) -> str:
    """What was understood, in plain words."""
    wish = turn.text[:80] or "the attached files"
    parts = [f"They ask: {wish}."]
    if len(plan.steps) > 1:
        parts.append(
            f"That is {len(plan.steps)} steps, one after the other; {len(turn.rounds)} rounds are behind."
        )
    if reply.calls:
        parts.append("That can be made; one sentence first, then the work.")
    elif reply.asks:
        parts.append("One thing is not clear; a question first.")
    elif turn.results:
        parts.append("The work is over; tell what came of it by its numbers.")
    else:
        parts.append("Nothing to make in this step; answer in words.")
    return " ".join(parts)
