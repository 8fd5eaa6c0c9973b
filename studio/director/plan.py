"""Steps, questions, and the scene they are planned in: the media there are and those that earlier steps will make."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from studio.director.offer import fitted
from studio.director.reading import Medium, Result, Round, Turn

MAKES = {
    "generate_image": "image", "edit_image": "image", "apply_style": "image", "restore_photo": "image",
    "refine_result": "image", "change_angle": "image", "upscale_image": "image", "remove_background": "image",
    "segment_image": "image", "generate_video": "video", "animate_photo": "video", "sound_to_video": "video",
    "video_to_video": "video", "stitch_video": "video", "orbit_video": "video", "dance_montage": "video",
    "extend_video": "video", "replace_video_segment": "video", "overlay_video": "video", "add_subtitles": "video",
    "upscale_video": "video", "generate_music": "audio", "generate_speech": "audio", "image_to_3d": "model",
}  # fmt: skip
TEXT_TOOLS = (
    "enhance_prompt",
    "compose_lyrics",
    "compose_instrumental",
    "compose_script",
    "compose_workflow",
    "compose_workflow_template",
)


@dataclass(frozen=True)
class Step:
    """One call: tool, arguments, and what to call it in a sentence. `also` run in the same round.

    `notes` are honest remarks: what could not be taken as it was said. `remade`: `subject` is made once more, with
    `change` in the person's words. `look`: pictures that a film to a song chooses its look from.
    """

    tool: str
    arguments: dict[str, Any]
    subject: str
    also: tuple["Step", ...] = ()
    notes: tuple[str, ...] = ()
    remade: bool = False
    change: str = ""
    look: bool = False

    @property
    def count(self) -> int:
        """How many results its own call makes."""
        fan = self.arguments.get("sourceImageIndices")
        if isinstance(fan, list):
            return len(fan)
        return int(self.arguments.get("numberOfVariations", 1))


@dataclass(frozen=True)
class Unclear:
    """A question instead of a call."""

    question: str


@dataclass(frozen=True)
class Unsupported:
    """Something no tool on offer can do; `deed` finishes the sentence "I cannot …"."""

    deed: str


Found = list[Step] | Unclear | Unsupported | None


@dataclass(frozen=True)
class Plan:
    """What is to be done in this turn, in order, and what stops it from going on."""

    steps: tuple[Step, ...] = ()
    stop: Unclear | Unsupported | None = None

    def done(self, rounds: Sequence[Round]) -> int:
        """How many of its steps are behind: a round that did a later one has left out those before it."""
        place = 0
        for one in (each for each in rounds if each.ok):
            while place < len(self.steps) and _left_out(self.steps[place], one):
                place += 1
            place += 1
        return min(place, len(self.steps))


@dataclass(frozen=True)
class Scene:
    """Where a clause is understood. `made` holds, for each step before it, what that made or will make.

    `left_out`: how many of the steps before it no round did, though one did what comes after them.
    """

    turn: Turn
    steps: tuple[Step, ...] = ()
    made: tuple[tuple[Medium, ...], ...] = ()
    results: tuple[Result, ...] = field(default=())
    left_out: int = 0

    def offers(self, *tools: str) -> bool:
        return all(tool in self.turn.tools for tool in tools)

    def takes(self, tool: str, argument: str) -> bool:
        """Whether the offered schema knows this argument."""
        return argument in (self.turn.tools.get(tool, {}).get("properties") or {})

    def needs(self, tool: str) -> set[str]:
        """The arguments that the offered schema asks for."""
        return set(self.turn.tools.get(tool, {}).get("required") or ())

    def choices(self, tool: str, argument: str) -> Sequence[str]:
        """What the offered schema lets one choose from for this argument."""
        fragment = (self.turn.tools.get(tool, {}).get("properties") or {}).get(argument) or {}
        return fragment.get("enum") or ()

    def call(self, tool: str, arguments: Mapping[str, Any], subject: str) -> Step:
        """A step whose arguments fit the offered schema; unknown names are left out, bounds kept with a note."""
        given = {name: value for name, value in arguments.items() if value is not None}
        fit, notes = fitted(
            self.turn.tools.get(tool, {}), tool, given, self.uploads, self.turn.tools
        )
        return Step(tool, fit, subject, notes=tuple(notes))

    @property
    def uploads(self) -> Mapping[str, int]:
        """How many uploads there are of each kind."""
        kinds = ("image", "video", "audio")
        return {k: sum(1 for one in self.before(k) if one.index < 0) for k in kinds}

    def before(self, kind: str) -> list[Medium]:
        """The media there were when the person spoke: results in order, then uploads in order."""
        fresh = {(result.kind, i) for result in self.turn.results for i in result.indices}
        old = [m for m in self.turn.of_kind(kind) if (kind, m.index) not in fresh]
        made = sorted((m for m in old if m.index >= 0), key=lambda m: m.index)
        return made + sorted((m for m in old if m.index < 0), key=lambda m: -m.index)

    def now(self, kind: str) -> list[Medium]:
        """Those, and what this turn's steps make."""
        old = self.before(kind)
        return [*old, *(one for one in self.made_here(kind) if one not in old)]

    def made_here(self, kind: str) -> list[Medium]:
        return [one for batch in self.made for one in batch if one.kind == kind]

    def last_batch(self, kind: str) -> list[Medium]:
        """What the latest step that makes this kind makes."""
        for batch in reversed(self.made):
            if batch and batch[0].kind == kind:
                return list(batch)
        return []

    def attached(self, kind: str) -> list[int]:
        return [index for one, index in self.turn.attached if one == kind]

    def medium(self, kind: str, index: int) -> Medium | None:
        known = [*self.now(kind), *self.turn.of_kind(kind)]
        return next((one for one in known if one.index == index), None)

    def newest_kind(self, kinds: Sequence[str]) -> str:
        """The kind of the newest medium among these; empty when there is none."""
        for batch in reversed(self.made):
            if batch and batch[0].kind in kinds:
                return batch[0].kind
        told = (*self.turn.attached, *self.turn.recent)
        named = [kind for kind, index in told if self.medium(kind, index) is not None]
        named += [kind for kind in kinds if self.now(kind)]
        return next((kind for kind in named if kind in kinds), "")

    def then(self, step: Step) -> "Scene":
        """The scene after a step: with its true results when it has been done, else with those it will have."""
        done = [one for one in self.turn.rounds if one.ok][len(self.steps) - self.left_out :]
        if done and _left_out(step, done[0]):
            expected = tuple(self._expected(step))  # what follows is planned as if it were there
            return replace(
                self,
                steps=(*self.steps, step),
                made=(*self.made, expected),
                results=(),
                left_out=self.left_out + 1,
            )
        if done:
            results = done[0].results
            made = tuple(
                self._known(result.kind, index) for result in results for index in result.indices
            )
            if not any(one.kind == MAKES.get(step.tool) for one in made):
                made = (*self._expected(step), *made)
        else:
            results, made = (), tuple(self._expected(step))
        return replace(self, steps=(*self.steps, step), made=(*self.made, made), results=results)

    def _known(self, kind: str, index: int) -> Medium:
        told = next((one for one in self.turn.of_kind(kind) if one.index == index), None)
        return told or Medium(kind, index)

    def _expected(self, step: Step) -> list[Medium]:
        kind = MAKES.get(step.tool)
        if kind is None:
            return []
        known = [one.index for one in self.now(kind)]
        first = max([*known, -1]) + 1
        found: list[Medium] = []
        for one in (step, *step.also):
            prompt = str(one.arguments.get("prompt") or "").replace('"', "'")
            seconds = one.arguments.get("duration")
            facts = f'prompt "{prompt}"' + (f", {seconds} s" if seconds else "")
            found += [Medium(kind, first + len(found) + n, facts) for n in range(one.count)]
        return found


def _left_out(step: Step, done: Round) -> bool:
    """Whether a finished round neither did this step nor made what it makes."""
    kind = MAKES.get(step.tool)
    if kind is None or any(call.tool == step.tool for call in done.calls):
        return False
    return not any(result.kind == kind and result.indices for result in done.results)


def side_by_side(steps: Sequence[Step]) -> list[Step]:
    """Independent steps as one round."""
    first, *rest = steps
    return [replace(first, also=tuple(rest))]


def sentence_list(names: Sequence[str], word: str = "and") -> str:
    """ "a, b and c"."""
    if len(names) < 2:
        return "".join(names)
    return ", ".join(names[:-1]) + f" {word} {names[-1]}"


def short(text: str, most: int = 60) -> str:
    """The first words of a text, without branches."""
    text = re.sub(r",?\s?\{[^{}]*\}", "", text)
    if len(text) <= most:
        return text.strip(" ,")
    cut = text[:most].rsplit(" ", 1)[0]
    return _to_a_whole(cut, text[len(cut) : len(cut) + 40])


_LEFT_HANGING = re.compile(
    r"(?:[\s,;:.(&–—-]|\b(?:an?|the|my|your|our|his|her|its|their|this|that|which|who|whose|where|when|while|and|or|but|"
    r"as|of|in|on|at|by|to|for|from|with|without|about|into|onto|over|under|behind|before|after|between|through|near|"
    r"like|is|are|was|very|says?|saying|reads?|reading|called|named|titled|(?:with |in |says )?the (?:words?|title|"
    r"text|name)))$",
    re.I,
)
"""A word after which more must come."""
_BEGINS = re.compile(
    r" (?:and|or|but|of|in|on|at|by|to|for|from|with|without|about|into|onto|over|under|behind|before|after|between|"
    r"through|near|like|that|which|who|where|while|-|–|—) |[,;:] ",
    re.I,
)
_OPEN = re.compile(r"“[^”]*$")


def _to_a_whole(cut: str, rest: str) -> str:
    """The beginning of a text up to where it can stop: not after "about the", nor between "the deep" and "winter", and
    with no quotation half open."""
    open_at = cut.rfind('"') if cut.count('"') % 2 else -1
    curled = _OPEN.search(cut)
    open_at = curled.start() if curled else open_at
    begun = cut[:open_at] if open_at > len(cut) // 3 else cut
    whole = begun
    word = rest.split()[:1] if begun == cut and not cut.endswith((",", ";", ":")) else []
    if word and not _LEFT_HANGING.search(
        f" {word[0]}"
    ):  # it goes on: what was begun last is left out whole
        last = [one.start() for one in _BEGINS.finditer(begun) if one.start() > len(cut) // 2]
        whole = begun[: last[-1]] if last else begun
    while hanging := _LEFT_HANGING.search(whole):
        whole = whole[: hanging.start()]
    mark = "" if open_at < 0 or begun != cut else "”" if curled else '"'
    return f"{whole or cut} …{mark}"
