"""Who speaks: the studio's voices, and voices made from a description."""

import re
from dataclasses import dataclass, replace

import numpy as np

_ACCENTS = (
    (re.compile(r"\bscot\w*\b", re.I), "en-gb-scotland"),
    (re.compile(r"\b(brit\w*|english accent|london)\b", re.I), "en-gb-x-rp"),
    (re.compile(r"\b(new york|brooklyn)\b", re.I), "en-us-nyc"), (re.compile(r"\bcaribbean\b", re.I), "en-029"),
    (re.compile(r"\bamerican\b", re.I), "en-us"),
)  # fmt: skip


@dataclass(frozen=True)
class Speaker:
    """`variant` shapes the throat; `pitch`, `range` 0 … 99; `pace` in words a minute; `accent` for English only."""

    variant: str
    pitch: int = 50
    range: int = 50
    pace: int = 165
    accent: str = "en-us"
    gap: int = 0

    def engine_voice(self, language: str, engine_name: str) -> str:
        """The engine's name for this speaker in a language."""
        base = self.accent if language == "english" else engine_name
        return f"{base}+{self.variant}" if self.variant else base


SPEAKERS = {
    "serena": Speaker("f2", 48, 46, 160, "en-gb-x-rp"),
    "vivian": Speaker("f4", 56, 58, 172),
    "ono_anna": Speaker("f5", 66, 62, 168),
    "sohee": Speaker("f3", 54, 52, 164),
    "ryan": Speaker("m3", 44, 50, 168),
    "aiden": Speaker("m7", 56, 62, 180),
    "eric": Speaker("m1", 42, 40, 156),
    "dylan": Speaker("m2", 48, 54, 172, "en-gb-x-rp"),
    "uncle_fu": Speaker("m5", 22, 36, 138),
}
_FEMALE = re.compile(
    r"\b(female|wom[ae]n|girl|lady|she|her|mother|mum|mom|aunt\w*|grandm\w*|queen|actress|feminine)\b",
    re.I,
)
_MALE = re.compile(
    r"\b(male|m[ae]n|boy|guy|gentleman|he|his|father|dad|uncle|grandf\w*|grandpa|king|masculine)\b",
    re.I,
)
_CHANGES = (  # what a word does: pitch, range, pace, gap
    (r"deep\w*|low|bass|baritone|gravel\w*|gruff|booming|villain", (-16, 0, -8, 0)),
    (r"high|shrill|squeaky|chirpy|light|soprano|tinny", (16, 6, 4, 0)),
    (r"old\w*|elderly|aged|ancient|grand\w*|wise|seventies|sixties|eighties", (-6, 4, -22, 1)),
    (r"child\w*|kids?|little|young|teen\w*|boy|girl", (20, 10, 8, 0)),
    (r"slow\w*|unhurried|measured|drawl\w*|deliberate|leisurely|sleepy|bedtime|patient", (-2, -4, -34, 2)),
    (r"fast|quick\w*|rapid|brisk|hurried|breathless|auctioneer|commentator", (3, 6, 48, 0)),
    (r"calm\w*|sooth\w*|gentle|warm\w*|soft\w*|meditat\w*|relax\w*|tender", (-4, -12, -14, 1)),
    (r"excited|energetic|enthusias\w*|cheer\w*|happy|joy\w*|lively|upbeat|thrilled|playful", (8, 24, 16, 0)),
    (r"angry|furious|shout\w*|aggressive|stern|commanding", (4, 28, 14, 0)),
    (r"sad\w*|sorrow\w*|mournful|melanchol\w*|tired|weary|depressed", (-6, -18, -26, 1)),
    (r"monotone|flat|robot\w*|emotionless|deadpan|android|machine", (0, -44, -4, 0)),
    (r"dramatic|theatrical|epic|trailer|storytell\w*|expressive", (-4, 22, -14, 1)),
    (r"nervous|anxious|scared|frightened", (10, 14, 18, 0)),
    (r"confident|professional|news\w*|announcer|narrator|documentary", (-2, 2, -2, 0)),
)  # fmt: skip
_RULES = tuple((re.compile(rf"\b(?:{words})\b", re.I), change) for words, change in _CHANGES)
_WHISPER = re.compile(r"\b(whisper\w*|hushed|secretive)\b", re.I)
_ROBOT = re.compile(r"\b(robot\w*|android|machine|synthetic)\b", re.I)
FEMALE_VARIANTS, MALE_VARIANTS = ("f2", "f3", "f4", "f1"), ("m3", "m1", "m7", "m4")


def styled(speaker: Speaker, description: str) -> Speaker:
    """The same speaker, speaking as a description says."""
    pitch, spread, pace, gap = speaker.pitch, speaker.range, speaker.pace, speaker.gap
    for words, change in _RULES:
        if words.search(description):
            pitch, spread, pace, gap = (
                pitch + change[0],
                spread + change[1],
                pace + change[2],
                gap + change[3],
            )
    variant = speaker.variant
    if _WHISPER.search(description):
        variant = "whisperf" if variant.startswith("f") or variant == "linda" else "whisper"
    accent = next(
        (accent for words, accent in _ACCENTS if words.search(description)), speaker.accent
    )
    return Speaker(
        variant, _within(pitch, 0, 99), _within(spread, 2, 99), _within(pace, 90, 260), accent, gap
    )


def designed(description: str, seed: int) -> Speaker:
    """A speaker invented from a description; what it leaves open is drawn from the seed."""
    rng = np.random.default_rng(seed)
    female = bool(_FEMALE.search(description))
    if not female and not _MALE.search(description):
        female = bool(rng.integers(0, 2))
    variants = FEMALE_VARIANTS if female else MALE_VARIANTS
    variant = str(rng.choice(variants))
    base = Speaker(variant, 52 if female else 44, 50, 164)
    made = styled(base, description)
    return replace(
        made, variant="robosoft" if _ROBOT.search(description) and not female else made.variant
    )


def take_of(speaker: Speaker, seed: int, variation: int, liveliness: float) -> Speaker:
    """One take: pace, pitch and melody a little different each time, more so the livelier it is asked for."""
    rng = np.random.default_rng((seed, variation))
    shift = rng.normal(0, 1, 3) * min(liveliness, 2.0)
    return replace(
        speaker,
        pitch=_within(round(speaker.pitch + 1.8 * float(shift[0])), 0, 99),
        range=_within(
            round(speaker.range * (0.6 + 0.45 * liveliness) + 3 * float(shift[1])), 0, 99
        ),
        pace=_within(round(speaker.pace * (1 + 0.02 * float(shift[2]))), 80, 300),
    )


def _within(value: int, low: int, high: int) -> int:
    return int(min(max(value, low), high))
