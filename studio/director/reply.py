"""One round of the director: a sentence and calls, a question, small talk, or the closing answer."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from studio.director.language.clauses import clauses_of
from studio.director.mending import MOST_TRIES, Mended, mend, tries
from studio.director.plan import Plan, Scene, Unclear
from studio.director.reading import Turn, read
from studio.director.references.kinds import kinds_named
from studio.director.references.pointing import ONLY_POINTS
from studio.director.steps import plan_for
from studio.director.talking.abilities import ability
from studio.director.talking.announcing import announced
from studio.director.talking.closing import closing, sorry, stopped
from studio.director.talking.talk import talk_for
from studio.director.talking.titles import titled

ASK, FINISH = "ask_clarifying_question", "finalize_response"
_WORDS_ASKED = re.compile(r"\b(say|words|text|title)\b.{0,200}\?", re.I)


_ABOUT_ASKED = re.compile(
    r"^What should (?:the )?(it|film|picture|music|song|script|plan)\b.*\?", re.I
)


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
    turn = _with_answer(read(request))
    form = request.get("response_format")
    plan, reply = _direct(turn, form if isinstance(form, Mapping) else {})
    template = request.get("chat_template_kwargs")
    asked = isinstance(template, Mapping) and template.get("enable_thinking") is True
    return replace(reply, thinking=_thoughts(turn, plan, reply)) if asked else reply


def _with_answer(turn: Turn) -> Turn:
    """A short answer to the director's question, put into the request the question was about."""
    if not turn.question or not turn.earlier or not turn.text:
        return turn
    wish = turn.earlier[-1].strip()
    if (
        _WORDS_ASKED.search(turn.question)
        and len(clauses_of(turn.text)) == 1
        and not re.match(r"^(?:no|never|stop|cancel|forget)\b", turn.text, re.I)
    ):
        if '"' in turn.text or "“" in turn.text or "-->" in turn.text:
            return replace(turn, text=f"{wish} {turn.text}")
        return replace(turn, text=f'{wish}: "{turn.text.strip()}"')
    about = _ABOUT_ASKED.search(turn.question)
    if about and _is_a_thing(turn.text):
        link = (
            "for"
            if about.group(1) == "plan"
            else "of"
            if about.group(1) in ("film", "picture", "it")
            else "about"
        )
        return replace(turn, text=f"{wish.rstrip(' .!?')} {link} {turn.text.strip()}")
    if _is_an_option(turn.text, turn.question):
        return replace(turn, text=f"{wish.rstrip(' .!?')} {turn.text.strip()}")
    if ONLY_POINTS.match(turn.text.strip()):
        known = turn.text.strip()
        wish = re.sub(r"\b(image|video|audio|picture|photo|clip|song)\s?#?[-−]?\d+", r"\1", wish)
        known = f"number {known}" if re.fullmatch(r"[-−]?\d+", known) else known
        return replace(turn, text=f"{wish} {known}")
    return turn


def _is_an_option(answer: str, question: str) -> bool:
    """Whether an answer is one of the things a question lists: "rasputin" of "which dance: rasputin, … or chanel?" """
    listed = question.partition(":")[2].rstrip("? ")
    options = (
        [one.strip().lower() for one in re.split(r",| or ", listed)] if len(question) < 1000 else []
    )
    said = re.sub(r"^(?:the|maybe|then|ok|please) |,? please$", "", answer.strip(" .!").lower())
    return len(options) > 1 and said in options


def _is_a_thing(text: str) -> bool:
    """Whether an answer only names something, without an order and a noun of its own."""
    if len(text.split()) > 16 or len(clauses_of(text)) != 1 or kinds_named(text):
        return False
    return not re.match(
        r"^(?:no|never|stop|cancel|forget|make|create|draw|generate|animate|write|show|give|what|who|how|why|it|"
        r"surprise|"
        r"anything|something|whatever)\b",
        text.strip(),
        re.I,
    )


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
    done = sum(1 for one in turn.rounds if one.ok)
    step = plan.steps[done] if done < len(plan.steps) else None
    if turn.rounds and not turn.rounds[-1].ok:
        return _after_failure(turn, plan, done)
    if step is not None and turn.tools:
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
