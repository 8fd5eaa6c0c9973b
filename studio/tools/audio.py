"""Tools that make sound: music and speech."""

from typing import Any

from studio.accounts.prices import audio_price, speech_price
from studio.catalogue.audio import (
    DESCRIPTION_LENGTH,
    LANGUAGES,
    MUSIC_IDS,
    SPEAKERS,
    SPEECH_IDS,
    TEXT_LENGTH,
    TRANSCRIPT_LENGTH,
)
from studio.renderers.api import RenderError, RenderRequest
from studio.renderers.music.lyrics import WORDLESS, read_lyrics
from studio.renderers.speech import engine
from studio.renderers.speech.languages import language_of, readable
from studio.tools.api import Arguments, Media, MediaTool, Piece, ToolRefusal, Work
from studio.tools.seeds import MOST_VARIATIONS, versions

_MUSIC_SELECTORS = {
    "music3": "minimax_music3",
    "minimax-music3": "minimax_music3",
    "ace-step": "ace_step_1.5_xl_turbo",
    "turbo": "ace_step_1.5_turbo",
    "sft": "ace_step_1.5_sft",
    "xl-turbo": "ace_step_1.5_xl_turbo",
    "xl-sft": "ace_step_1.5_xl_sft",
}
_LONGEST_S = {"minimax_music3": 300}
_USUAL_S = {"minimax_music3": 60}


def _plan_music(arguments: Arguments, media: Media) -> Work:
    """One render a variation. Music 3 takes tempo, key and meter from its words only, as on the service."""
    asked = float(arguments["duration"]) if arguments.get("duration") is not None else None
    model = music_model(arguments.get("model"), asked)
    longest = _LONGEST_S.get(model, 600)
    duration_s = asked if asked is not None else float(_USUAL_S.get(model, 30))
    if duration_s > longest:
        raise ToolRefusal(f"{model} makes at most {longest} seconds of music.")
    options: dict[str, Any] = {"lyrics": str(arguments.get("lyrics") or "")}
    if model != "minimax_music3":
        options |= {name: arguments[name] for name in ("bpm", "keyscale") if arguments.get(name)}
        if arguments.get("timesig"):
            options["timesignature"] = str(int(arguments["timesig"]))
    prompt = _text(arguments.get("prompt"), "prompt")
    renders = _takes(
        "music", model, prompt, arguments, duration_s=duration_s, form="mp3", options=options
    )
    sung = any(verse.lines for verse in read_lyrics(options["lyrics"]))
    notes = {"lyrics": WORDLESS} if sung else {}
    return Work("audio", model, renders, audio_price(duration_s), notes)


def music_model(asked: Any, duration_s: float | None) -> str:
    """The model a name stands for; without one, that which makes so long a piece. Raises ToolRefusal."""
    if not asked:
        return "ace_step_1.5_xl_turbo" if duration_s and duration_s > 300 else "minimax_music3"
    model = _MUSIC_SELECTORS.get(str(asked), str(asked))
    if model not in MUSIC_IDS:
        known = ", ".join(MUSIC_IDS)
        raise ToolRefusal(
            f"There is no music model {asked}. There is: {known}.", "MODEL_UNAVAILABLE"
        )
    return model


def _plan_speech(arguments: Arguments, media: Media) -> Work:
    """One render a take. A cloned voice needs the recording; a designed one its description."""
    kind = _speech_kind(str(arguments.get("model") or "voice"))
    text = _text(arguments.get("prompt"), "prompt")
    if len(text) > TEXT_LENGTH:
        raise ToolRefusal(
            f"The text has {len(text)} characters; {TEXT_LENGTH} is the most. Split it."
        )
    _sayable(text, str(arguments.get("language") or "auto"))
    description = str(arguments.get("voiceDescription") or "").strip()
    inputs = {}
    if kind == "design" and not description:
        raise ToolRefusal(
            "Describe the voice to invent (voiceDescription).", "USER_INPUT_INCOMPLETE"
        )
    if kind == "clone":
        if description:
            raise ToolRefusal("A cloned voice takes no voiceDescription: the recording defines it.")
        inputs["referenceAudio"] = _voice_source(arguments, media).path
    options: dict[str, Any] = {"language": str(arguments.get("language") or "auto")}
    if kind == "voice":
        options["speaker"] = str(arguments.get("voice") or "serena")
    if description:
        options["instruct"] = description
    for name, told in (("creativity", "creativity"), ("voiceTranscript", "referenceText")):
        if arguments.get(name) is not None:
            options[told] = arguments[name]
    form = str(arguments.get("outputFormat") or "wav")
    model = SPEECH_IDS[kind]
    renders = _takes("speech", model, text, arguments, form=form, options=options, inputs=inputs)
    return Work("audio", model, renders, speech_price())


def _speech_kind(asked: str) -> str:
    kind = next((kind for kind, model in SPEECH_IDS.items() if asked in (kind, model)), None)
    if kind is None:
        known = ", ".join(SPEECH_IDS)
        raise ToolRefusal(
            f"There is no speech model {asked}. There is: {known}.", "MODEL_UNAVAILABLE"
        )
    return kind


def _sayable(text: str, language: str) -> None:
    """Refuses at once what the renderer would refuse later."""
    if not engine.installed():
        raise ToolRefusal(engine.ABSENT, "MODEL_UNAVAILABLE")
    try:
        readable(text, language_of(text, language))
    except RenderError as refused:
        raise ToolRefusal(str(refused)) from refused


def _voice_source(arguments: Arguments, media: Media) -> Piece:
    index = arguments.get("voiceSourceIndex")
    if index is None:
        if not arguments.get("voice_source_url"):
            raise ToolRefusal(
                "Say which recording holds the voice (voiceSourceIndex).", "USER_INPUT_INCOMPLETE"
            )
        piece = media.at_address("audio", str(arguments["voice_source_url"]))
    else:
        piece = media.at("audio", int(index))
    if piece.duration_s is not None and piece.duration_s < 3:
        raise ToolRefusal(
            "The recording is shorter than three seconds; a voice needs a little more."
        )
    return piece


def _takes(
    workflow: str, model: str, prompt: str, arguments: Arguments, *,
    form: str, options: dict[str, Any], duration_s: float | None = None, inputs: dict[str, Any] | None = None,
) -> tuple[RenderRequest, ...]:  # fmt: skip
    """The renders of one call: the same request, each its own variation."""
    return tuple(
        RenderRequest(
            kind="audio",
            workflow=workflow,
            model_id=model,
            prompt=prompt,
            seed=seed,
            width=0,
            height=0,
            variation=variation,
            duration_s=duration_s,
            output_format=str(arguments.get("outputFormat") or form),
            inputs=dict(inputs or {}),
            options=options,
        )
        for seed, variation in versions(arguments)
    )


def _text(value: Any, name: str) -> str:
    text = str(value or "").strip()
    if not text:
        raise ToolRefusal(f"The {name} is empty.", "USER_INPUT_INCOMPLETE")
    return text


_SEED = {
    "type": "integer",
    "minimum": 0,
    "maximum": 4294967295,
    "description": "Draws the same again.",
}
_VARIATIONS = {
    "type": "integer",
    "minimum": 1,
    "maximum": MOST_VARIATIONS,
    "description": "How many, each from its own branch of {a|b}.",
}
_MUSIC: dict[str, dict[str, Any]] = {
    "prompt": {
        "type": "string",
        "description": "Style, mood and instruments; tempo and key may be named too.",
    },
    "duration": {"type": "number", "minimum": 10, "maximum": 600, "description": "Seconds."},
    "lyrics": {
        "type": "string",
        "description": "Words, sections under tags such as [Verse] and [Chorus]. They give form and melody, and "
        "are sung on their vowels only; tags alone give a form.",
    },
    "bpm": {
        "type": "number",
        "minimum": 30,
        "maximum": 300,
        "description": "Beats a minute (ACE-Step).",
    },
    "keyscale": {"type": "string", "description": 'A key such as "F# minor" (ACE-Step).'},
    "timesig": {
        "type": "number",
        "enum": [2, 3, 4, 6],
        "description": "Beats of a bar; 6 is six eighths.",
    },
    "model": {"type": "string", "description": "A music model's id or short name."},
    "numberOfVariations": _VARIATIONS,
    "seed": _SEED,
    "outputFormat": {
        "type": "string",
        "enum": ["mp3", "wav", "flac"],
        "description": "File format.",
    },
}
_SPEECH: dict[str, dict[str, Any]] = {
    "prompt": {
        "type": "string",
        "maxLength": TEXT_LENGTH,
        "description": "The words to be said, as written.",
    },
    "model": {"type": "string", "description": "voice, clone or design; or the model's id."},
    "voice": {
        "type": "string",
        "enum": list(SPEAKERS),
        "description": "Who speaks, with the model voice.",
    },
    "voiceDescription": {
        "type": "string",
        "maxLength": DESCRIPTION_LENGTH,
        "description": "How it is said, or, with design, who says it.",
    },
    "voiceSourceIndex": {
        "type": "integer",
        "description": "The recording to copy: -1 the first upload.",
    },
    "voice_source_url": {"type": "string", "description": "The same by its address."},
    "voiceTranscript": {
        "type": "string",
        "maxLength": TRANSCRIPT_LENGTH,
        "description": "What the recording says.",
    },
    "language": {
        "type": "string",
        "enum": list(LANGUAGES),
        "description": "auto finds it from the text.",
    },
    "creativity": {
        "type": "number",
        "minimum": 0.1,
        "maximum": 2,
        "description": "How lively; 0.9 usually.",
    },
    "outputFormat": {
        "type": "string",
        "enum": ["wav", "mp3", "flac"],
        "description": "File format.",
    },
    "seed": _SEED,
    "numberOfVariations": _VARIATIONS,
}

TOOLS: tuple[MediaTool, ...] = (
    MediaTool("generate_music", _MUSIC, ("prompt",), _plan_music),
    MediaTool("generate_speech", _SPEECH, ("prompt",), _plan_speech),
)
