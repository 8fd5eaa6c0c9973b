"""Reading pattern strings, in four-beat bars and in the other meters."""

STEPS = {2: 8, 3: 12, 4: 16, 6: 12}
BEATS = {2: 2, 3: 3, 4: 4, 6: 2}
Event = tuple[int, int, str]


def fit(pattern: str, meter: int, bar: int) -> str:
    """A sixteen-step pattern made to last a bar of another meter.

    Two beats: its halves in turn. Three: its first, second and last beat, so that a back beat becomes oom-pah-pah.
    Six: two beats of three eighths; busy patterns run in even eighths. Longer patterns go on with the next bar.
    """
    if len(pattern) > 16:
        bars = len(pattern) // 16
        pattern = pattern[16 * (bar % bars) :][:16]
    if meter == 4:
        return pattern
    if meter == 2:
        return pattern[8:] if bar % 2 and pattern[8] not in "-" else pattern[:8]
    beats = [pattern[start : start + 4] for start in range(0, 16, 4)]
    if meter == 3:
        return beats[0] + beats[1] + beats[3]
    return _compound(pattern)


def _compound(pattern: str) -> str:
    hits = sum(mark not in ".-" for mark in pattern)
    if hits >= 8:  # a running pattern: its marks, one an eighth
        marks = [mark for mark in pattern if mark not in ".-"]
        ring = "-" if "-" in pattern else "."
        return "".join(marks[place % len(marks)] + ring for place in range(6))
    made = []
    for beat in (pattern[:4], pattern[4:8]):
        a, b, c, d = tuple(beat)
        gap = "-" if "-" in beat or (a not in ".-" and d == "-") else "."
        made.append(a + gap + b + c + (d if d != c else gap) + gap)
    return "".join(made)


def read(pattern: str) -> list[Event]:
    """(step, length in steps, mark) of every sound in a bar; a drum's length is one step."""
    events: list[Event] = []
    for step, mark in enumerate(pattern):
        if mark == "-" and events:
            start, _, old = events[-1]
            if start + events[-1][1] == step:
                events[-1] = (start, step - start + 1, old)
        elif mark not in ".-":
            events.append((step, 1, mark))
    return events


def sections_of(text: str) -> list[str]:
    """The choices of a pattern string."""
    return text.split("/")
