"""Reading a request for music: style, tempo, key, meter, mood and instruments."""

import re
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from studio.renderers.music import (
    styles_band,
    styles_club,
    styles_hall,
    styles_machine,
    styles_roots,
)
from studio.renderers.music.lyrics import Verse, read_lyrics
from studio.renderers.music.patterns import BEATS
from studio.renderers.music.style import Style
from studio.renderers.music.theory import Key, read_key

STYLES: dict[str, Style] = {
    style.name: style
    for style in (
        *styles_band.STYLES,
        *styles_roots.STYLES,
        *styles_machine.STYLES,
        *styles_club.STYLES,
        *styles_hall.STYLES,
    )
}
_WORDS = (  # in a prompt the longest name wins, then the one that comes first
    ("drum and bass", r"drum (?:and|&|n|'n') ?bass|d ?& ?b|dnb|jungle|liquid funk|breakbeats?|neurofunk"),
    ("lo-fi", r"lo-?fi(?: hip[- ]?hop)?|chill ?hop|study beats?|bedroom beats?"),
    ("trap", r"trap|drill|808s?"),
    ("hip-hop", r"hip[- ]?hop|rap|boom ?bap|beat ?tape|grime"),
    ("synthwave", r"synth-?wave|retro-?wave|outrun|vapor-?wave|80s|eighties|1980s|new wave|synth-?pop"),
    ("chiptune", r"chip-?tunes?|8[- ]?bit|16[- ]?bit|video ?game|arcade|game ?boy|retro game"),
    ("metal", r"(?:\w+ )?metal(?:core)?|djent|hardcore"),
    ("trance", r"trance|edm|big room|progressive house|eurodance|hardstyle"),
    ("techno", r"techno|acid techno|industrial techno"),
    ("disco", r"(?:nu-?)?disco|boogie|studio 54"),
    ("house", r"(?:deep |tropical |tech |future |acid )?house|club|dance|electronic|electro|garage"),
    ("bossa nova", r"bossa(?: nova)?|samba|latin|salsa|rumba|cha-?cha|mambo|reggaeton|tango"),
    ("reggae", r"reggae|dub|ska|rocksteady|dancehall"),
    ("jazz", r"jazz\w*|swing|bebop|big band|dixieland"),
    ("funk", r"funk\w*|motown"),
    ("rhythm and blues", r"r ?& ?b|rnb|rhythm and blues|neo-?soul|soul|gospel"),
    ("blues", r"blues\w*"),
    ("country", r"country|bluegrass|honky[- ]tonk|americana"),
    ("children's song", r"child\w*|kids?'?|nursery|lullaby|toddlers?"),
    ("classical piano", r"classical piano|piano (?:solo|sonata|nocturne|etude|prelude)|solo piano(?: nocturne)?|"
     r"nocturne|sonata|etude|prelude"),
    ("piano ballad", r"(?:piano|power|love|slow) ballad|ballad"),
    ("waltz", r"waltz\w*"),
    ("cinematic", r"cinematic|trailer|film score|movie score|soundtrack"),
    ("orchestral", r"orchestra\w*|symphon\w*|classical|philharmonic|chamber music|string quartet|ballet"),
    ("ambient", r"ambient|drone|soundscape"),
    ("folk", r"(?:indie )?folk\w*|singer-?songwriter|celtic|irish|acoustic"),
    ("rock", r"(?:hard |punk |indie |alternative |classic |garage |surf |stoner )?rock|punk|grunge"),
    ("pop", r"(?:dance |indie |teen |power )?pop"),
)  # fmt: skip
_HINTS = (  # moods and scenes, asked only where no style is named
    ("lo-fi", r"chill\w*|vinyl|stud(?:y|ying)|cosy|cozy|rainy"),
    ("synthwave", r"neon|retro|cyberpunk"),
    ("chiptune", r"pixel\w*|game"),
    ("techno", r"warehouse|industrial|hypnotic|acid"),
    ("trance", r"festival|rave"),
    ("bossa nova", r"brazil\w*|beach|tropical"),
    ("reggae", r"jamaica\w*|island"),
    ("jazz", r"lounge|noir|saxophone|sax"),
    ("funk", r"groovy|slap bass"),
    ("country", r"nashville|banjo|cowboy|western"),
    ("children's song", r"playful|cartoon|whimsical|ukulele|silly"),
    ("cinematic", r"epic|movie|film|heroic|battle|dramatic|suspense\w*|blockbuster|adventure|horror|tense"),
    ("orchestral", r"strings|fairy[- ]?tale|royal|elegant|violins?|baroque"),
    ("ambient", r"atmospher\w*|meditat\w*|spa|sleep\w*|relax\w*|ethereal|yoga|healing|underwater|space|calm\w*|"
     r"peaceful|dreamy|floating"),
    ("folk", r"campfire|fingerpick\w*|unplugged|medieval|pastoral|guitar"),
    ("classical piano", r"piano|chopin|mozart"),
    ("piano ballad", r"tearjerker|wedding|romantic|love|sad|melanchol\w*"),
    ("rock", r"guitars|garage|anthem|energetic"),
    ("pop", r"radio|catchy|commercial|corporate|jingle|upbeat|happy"),
)  # fmt: skip
_NAMED, _HINTED = (
    tuple((name, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for name, words in table)
    for table in (_WORDS, _HINTS)
)
_SAD = re.compile(r"\b(sad|melanchol\w*|dark|gloomy|moody|sombre|somber|tragic|lonely|haunt\w*|eerie|sinister|"
                  r"tense|angry|mysterious|nostalgic|heartbreak\w*|rainy|minor)\b", re.IGNORECASE)  # fmt: skip
_GLAD = re.compile(r"\b(happy|joy\w*|uplift\w*|cheer\w*|bright|sunny|upbeat|triumph\w*|optimis\w*|playful|fun|"
                   r"celebrat\w*|hopeful|summer\w*|major)\b", re.IGNORECASE)  # fmt: skip
_SLOW = re.compile(
    r"\b(slow\w*|laid[- ]back|lazy|gentle|calm|relax\w*|sleepy|mellow|downtempo)\b", re.IGNORECASE
)
_UNHURRIED = re.compile(
    r"\bslow(?:er)?\b(?![- ](?:build|burn|fade|rise|attack|release|start|intro))", re.IGNORECASE
)
_FAST = re.compile(
    r"\b(fast|quick|energetic|driving|frantic|racing|up-?tempo|high[- ]energy|hyper)\b",
    re.IGNORECASE,
)
_UNHURRIED_BPM = 84.0
"""What is called slow itself is no faster, though its style be quick; what is gentle or builds slowly may be."""
_SOFT = re.compile(
    r"\b(soft\w*|gentle|calm|quiet|intimate|minimal\w*|sparse|delicate|tender)\b", re.IGNORECASE
)
_NO_DRUMS = re.compile(
    r"\b(?:no|without|free of) (?:any )?(?:drums?|percussion|beats?)\b|\bdrumless\b", re.IGNORECASE
)
_BPM = re.compile(r"\b(\d{2,3}(?:\.\d)?)\s*-?\s*(?:bpm|beats? per minute)\b", re.IGNORECASE)
_BPM_AFTER = re.compile(r"\b(?:bpm|tempo)\s*(?:of|:|=)?\s*(\d{2,3})\b", re.IGNORECASE)
_METER = re.compile(r"\b([2346])/[48]\b")
_LEADS = (
    ("sax", r"sax\w*"), ("muted trumpet", r"muted trumpet"), ("trumpet", r"trumpets?"), ("flute", r"flutes?"),
    ("fiddle", r"violins?|fiddles?"), ("cello", r"cellos?"), ("clarinet", r"clarinets?"),
    ("whistle", r"whistl\w*|penny"), ("lead guitar", r"(?:guitar solo|lead guitar|electric guitar solo)"),
    ("harp", r"harps?"), ("marimba", r"marimba|xylophone|kalimba"), ("bells", r"bells?|glockenspiel|celesta"),
    ("music box", r"music box"), ("steel pan", r"steel (?:pan|drum)s?"), ("melodica", r"melodica|harmonica|accordion"),
    ("voice", r"vocals?|voices?|sing\w*|humm\w*|choir"), ("harpsichord", r"harpsichord"), ("organ", r"organ"),
    ("rhodes", r"rhodes|electric piano"), ("piano", r"piano lead|piano melod\w*"),
)  # fmt: skip
_LEAD_WORDS = tuple(
    (name, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for name, words in _LEADS
)
_NEGATED = re.compile(
    r"\b(?:no|without|not|never|free of) (?:any |a |the )?[\w-]+(?: (?:or|and) [\w-]+)?",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Brief:
    """What is to be written. `bpm` counts beats: quarters, in 6/8 dotted quarters. `duration_s` is exact."""

    style: Style
    bpm: float
    key: Key
    meter: int
    duration_s: float
    seed: int
    verses: tuple[Verse, ...] = ()
    lead: str | None = None
    drums: bool = True
    softness: float = 0.0

    @property
    def beat_s(self) -> float:
        """Seconds of a beat."""
        return 60 / self.bpm

    @property
    def bar_s(self) -> float:
        """Seconds of a bar."""
        return BEATS[self.meter] * self.beat_s


def read_style(prompt: str) -> Style:
    """The style a prompt names, else the one its mood hints at, else pop. What is negated does not count."""
    text = _NEGATED.sub(" ", prompt)
    for table in (_NAMED, _HINTED):
        found = [
            (-len(match.group(0).split()), match.start(), name)
            for name, words in table
            for match in words.finditer(text)
        ]
        if found:
            return STYLES[min(found)[2]]
    return STYLES["pop"]


def read_brief(prompt: str, seed: int, duration_s: float, options: Mapping[str, Any]) -> Brief:
    """A brief from a prompt and the request's options (`bpm`, `keyscale`, `timesignature`, `lyrics`).

    Options win over words of the prompt, words over what the style usually has; the rest is drawn from the seed.
    """
    style = read_style(prompt)
    draw = Draw(seed, prompt)
    sad, glad = bool(_SAD.search(prompt)), bool(_GLAD.search(prompt))
    minor_share = 1.0 if sad and not glad else 0.0 if glad and not sad else style.minor
    key = read_key(str(options.get("keyscale") or "")) or read_key(prompt)
    if key is None:
        minor = draw.share() < minor_share
        key = Key(draw.pick((9, 11, 0, 2, 4, 5, 7) if minor else (0, 2, 4, 5, 7, 9, 10)), minor)
    text = _NEGATED.sub(" ", prompt)
    lead = next((name for name, words in _LEAD_WORDS if words.search(text)), None)
    verses = read_lyrics(str(options.get("lyrics") or ""))
    if any(verse.lines for verse in verses):
        lead = "voice"
    return Brief(
        style=style,
        bpm=_tempo(prompt, options, style, draw),
        key=key,
        meter=_meter(prompt, options, style),
        duration_s=duration_s,
        seed=draw.seed,
        verses=verses,
        lead=lead,
        drums=not _NO_DRUMS.search(prompt),
        softness=0.25 if _SOFT.search(prompt) else 0.0,
    )


def _tempo(prompt: str, options: Mapping[str, Any], style: Style, draw: "Draw") -> float:
    asked = options.get("bpm")
    if isinstance(asked, int | float) and not isinstance(asked, bool) and 30 <= asked <= 300:
        return float(asked)
    found = _BPM.search(prompt) or _BPM_AFTER.search(prompt)
    if found and 30 <= float(found.group(1)) <= 300:
        return float(found.group(1))
    low, high = style.bpm
    bpm = low + (high - low) * draw.share()
    bpm = low * 0.92 if _SLOW.search(prompt) else high * 1.04 if _FAST.search(prompt) else bpm
    if _UNHURRIED.search(prompt):
        bpm = min(bpm, _UNHURRIED_BPM)
    return float(round(bpm))


def _meter(prompt: str, options: Mapping[str, Any], style: Style) -> int:
    asked = str(options.get("timesignature") or options.get("timesig") or "").strip()[:1]
    if asked and asked in "2346":
        return int(asked)
    found = _METER.search(prompt)
    return int(found.group(1)) if found else style.meter


class Draw:
    """Chances that hang on the seed and the prompt only."""

    def __init__(self, seed: int, prompt: str) -> None:
        self.seed = zlib.crc32(f"{seed}\n{prompt.strip().lower()}".encode())
        self._state = self.seed or 1

    def share(self) -> float:
        """The next number from 0 up to 1 (a linear congruence: always the same on every machine)."""
        self._state = (self._state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (self._state >> 33) / 2**31

    def pick(self, choices: tuple[int, ...]) -> int:
        """One of some numbers."""
        return choices[int(self.share() * len(choices)) % len(choices)]
