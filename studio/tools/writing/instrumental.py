"""compose_instrumental: a plan of music without words, in the sections the studio would play."""

from typing import Any

from studio.renderers.music.brief import Brief, read_brief
from studio.renderers.music.form import Form, Section, lay_out
from studio.tools.api import Arguments, ToolRefusal
from studio.tools.writing.topic import read_topic

_USUAL_S = 90
_SAYS = {
    "intro": "sets the scene", "verse": "states the theme quietly", "pre": "builds towards the height",
    "chorus": "opens up with everyone playing", "bridge": "turns to other chords and lighter hands",
    "break": "falls back to almost nothing", "solo": "leaves the stage to the lead",
    "outro": "lets the theme go and comes to rest",
}  # fmt: skip
_TAGS = {
    "intro": "Intro", "verse": "Verse", "pre": "Pre-Chorus", "chorus": "Chorus", "bridge": "Bridge",
    "break": "Break", "solo": "Solo", "outro": "Outro",
}  # fmt: skip


def compose_instrumental(arguments: Arguments) -> dict[str, Any]:
    """Title, structure and parameters of an instrumental, and a caption and skeleton that generate_music takes."""
    prompt = str(arguments.get("prompt") or "").strip()
    if not prompt:
        raise ToolRefusal("Say what the music is for.", "USER_INPUT_INCOMPLETE")
    seconds = float(arguments.get("duration_seconds") or _USUAL_S)
    brief = read_brief(f"{arguments.get('music_prompt') or ''} {prompt}".strip(), 1, seconds, {})
    form = lay_out(brief)
    sections = [_described(section, brief) for section in form.sections]
    return {
        "title": read_topic(prompt).title,
        "structure": "\n".join(
            f"{row['start']} {row['name']} ({row['bars']} bars): {row['description']}"
            for row in sections
        ),
        "sections": sections,
        "prompt": _caption(prompt, brief, form),
        "lyrics": "\n".join(f"[{row['name']}]" for row in sections),
        "style": brief.style.name,
        "bpm": round(brief.bpm),
        "keyscale": brief.key.name,
        "timesig": brief.meter,
        "duration_seconds": seconds,
        "instrumental": True,
    }


def _described(section: Section, brief: Brief) -> dict[str, Any]:
    players = _players(section, brief)
    start = section.first * brief.bar_s
    return {
        "name": _TAGS[section.name],
        "start": f"{int(start // 60)}:{int(start % 60):02d}",
        "start_seconds": round(start, 2),
        "bars": section.bars,
        "energy": round(section.energy, 2),
        "description": f"{_joined(players)}; it {_SAYS[section.name]}.".capitalize(),
    }


def _players(section: Section, brief: Brief) -> list[str]:
    style = brief.style
    named = [
        layer.instrument for layer in style.layers if layer.enters <= section.energy < layer.leaves
    ]
    drums = (
        [beat.drum for beat in style.beats if beat.enters <= section.energy] if brief.drums else []
    )
    if drums:
        named.append("drums" if len(drums) > 2 else _joined(drums[:2]))
    if section.energy >= style.lead.enters:
        named.append(f"{brief.lead or style.lead.instrument} with the tune")
    return list(dict.fromkeys(named)) or [style.layers[0].instrument]


def _caption(prompt: str, brief: Brief, form: Form) -> str:
    loudest = max(form.sections, key=lambda section: section.energy)
    mode = "minor" if brief.key.minor else "major"
    return (
        f"Global Metadata: {brief.style.name}, {round(brief.bpm)} BPM, {brief.key.name}, from a quiet opening to a "
        f"full {_TAGS[loudest.name].lower()}; {prompt.rstrip('.')}. Vocal Details: none, purely instrumental. "
        f"Arrangement: {_joined(_players(loudest, brief))}; {mode} harmony, sections grow by one player at a time and "
        "each ends with a fill."
    )


def _joined(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
