"""Dynamic prompts: `{a|b|c}` gives each variation its own branch.

The forms of the Dynamic Prompts language that the service names: a plain group and `{@a|b}` go through their branches
in order, `{~a|b}` draws by the seed, `{3::a|b}` makes a branch three times as frequent, groups may stand inside groups,
and `{2$$a|b|c}` takes two branches at once, joined by a comma or by what stands between two more `$$`.
"""

import hashlib
import re
from dataclasses import dataclass, field

_WEIGHT = re.compile(r"\s*(\d{1,6}(?:\.\d{1,6})?)::")
_COUNT = re.compile(r"\s*(\d{1,2})(?:-(\d{1,2}))?\$\$(?:([^|{}$]{0,40})\$\$)?")
_DEEPEST = 24
_USUAL_MOST = 4096
"""Characters of an expansion, unless the prompt itself is longer: what stands between several branches is repeated."""


def expand_prompt(prompt: str, variation: int, seed: int) -> str:
    """The prompt of one variation. Braces without a bar stay as they are; expanding twice changes nothing more.

    It is cut at `_USUAL_MOST` characters, or at the prompt's own length where that is more.
    """
    expanded = _Expansion(prompt, variation, seed).text(0, len(prompt), variation, 0)
    return expanded[: max(_USUAL_MOST, len(prompt))]


@dataclass
class _Expansion:
    prompt: str
    variation: int
    seed: int
    ends: dict[int, int] = field(init=False)
    """Where the group that opens at a place closes."""

    def __post_init__(self) -> None:
        self.ends, opened = {}, []
        for place, letter in enumerate(self.prompt):
            if letter == "{":
                opened.append(place)
            elif letter == "}" and opened:
                self.ends[opened.pop()] = place

    def text(self, start: int, stop: int, turn: int, depth: int) -> str:
        """The part of the prompt between two places with its groups resolved; `turn` counts visits of this part."""
        pieces: list[str] = []
        place = start
        while place < stop:
            end = self.ends.get(place)
            if end is None or depth > _DEEPEST:
                pieces.append(self.prompt[place])
                place += 1
                continue
            bars = self._bars(place + 1, end)
            if bars:
                pieces.append(self._choice(place, end, bars, turn, depth))
            else:
                pieces += ["{", self.text(place + 1, end, turn, depth + 1), "}"]
            place = end + 1
        return "".join(pieces)

    def _bars(self, start: int, stop: int) -> list[int]:
        level, found = 0, []
        for place in range(start, stop):
            level += {"{": 1, "}": -1}.get(self.prompt[place], 0)
            if level == 0 and self.prompt[place] == "|":
                found.append(place)
        return found

    def _choice(self, start: int, end: int, bars: list[int], turn: int, depth: int) -> str:
        """One group: which branches, in which order, and their texts."""
        first = start + 1
        way = self.prompt[first] if self.prompt[first] in "@~" else "@"
        first += self.prompt[first] in "@~"
        count = _COUNT.match(self.prompt, first, end)
        low, high, joint = 1, 1, ", "
        if count:
            low = int(count[1])
            high = int(count[2] or count[1])
            joint = count[3] if count[3] is not None else joint
            first = count.end()
        edges = list(zip([first, *(bar + 1 for bar in bars)], [*bars, end], strict=True))
        branches = [self._branch(*edge) for edge in edges]
        draw = _Draw(self.seed, self.variation, start)
        wanted = min(low + draw.below(max(high - low, 0) + 1), len(branches))
        chosen: list[str] = []
        open_ones = list(range(len(branches)))
        for step in range(wanted):
            weights = [branches[one][0] for one in open_ones]
            index = draw.weighted(weights) if way == "~" else _in_order(weights, turn)
            visits = 0 if way == "~" else turn // len(open_ones)
            one = open_ones.pop(index)
            inner = visits if step == 0 else turn
            chosen.append(self.text(branches[one][1], branches[one][2], inner, depth + 1).strip())
        return joint.join(chosen)

    def _branch(self, start: int, stop: int) -> tuple[float, int, int]:
        """Weight, beginning and end of one branch."""
        weight = _WEIGHT.match(self.prompt, start, stop)
        return (float(weight[1]), weight.end(), stop) if weight else (1.0, start, stop)


def _in_order(weights: list[float], turn: int) -> int:
    """The branch of turn 0, 1, 2 …: in order, a heavier one as much more often (smooth weighted round robin)."""
    if len(set(weights)) == 1 or sum(weights) <= 0:
        return turn % len(weights)
    score = [0.0] * len(weights)
    chosen = 0
    for _ in range(turn % 4096 + 1):
        score = [one + weight for one, weight in zip(score, weights, strict=True)]
        chosen = score.index(max(score))
        score[chosen] -= sum(weights)
    return chosen


class _Draw:
    """Chance that depends on the seed, the variation and the place of the group only."""

    def __init__(self, seed: int, variation: int, place: int) -> None:
        self._key = f"{seed}:{variation}:{place}"
        self._drawn = 0

    def share(self) -> float:
        self._drawn += 1
        digest = hashlib.blake2b(f"{self._key}:{self._drawn}".encode(), digest_size=6).digest()
        return int.from_bytes(digest) / 2**48

    def below(self, count: int) -> int:
        return int(self.share() * count) if count > 1 else 0

    def weighted(self, weights: list[float]) -> int:
        mark = self.share() * sum(weights)
        for index, weight in enumerate(weights):
            mark -= weight
            if mark < 0:
                return index
        return len(weights) - 1
