"""What the tools of sound and of words are asked to show."""

from studio.gallery.exhibit import Exhibit, exhibits

_GENRES = {
    "synthwave": "driving synthwave, analog bass, bright lead",
    "jazz": "slow late-night jazz trio",
    "house": "deep house with warm chords",
    "rock": "fast rock with distorted guitars",
    "folk": "gentle acoustic folk in 3/4",
    "orchestral": "epic orchestral film score",
    "lofi": "lofi hip hop, dusty and calm",
    "reggae": "sunny reggae",
}
_LYRICS = "[Verse]\nThe lamp goes round, the sea goes on\n[Chorus]\nHold the light, hold the light till dawn"

SOUNDS = (
    *exhibits(
        "generate_music", "", {name: {"prompt": prompt} for name, prompt in _GENRES.items()}, duration=20, seed=7
    ),
    Exhibit(
        "sung", "generate_music",
        {"prompt": "indie pop ballad", "lyrics": _LYRICS, "duration": 24, "bpm": 96, "keyscale": "D major",
         "model": "xl-turbo", "seed": 7},
    ),
    *exhibits(
        "generate_speech",
        "",
        {
            "spoken": {"prompt": "Good evening. The harbour is quiet, and the lamp is lit.", "voice": "serena"},
            "spoken-low": {"prompt": "All hands on deck! The storm is here.", "voice": "uncle_fu"},
            "spoken-german": {"prompt": "Guten Abend. Der Hafen ist still.", "language": "german"},
            "spoken-design": {
                "prompt": "I have seen a thousand winters.", "model": "design",
                "voiceDescription": "a very old man, slow and deep",
            },
        },
        seed=7,
    ),
    Exhibit(
        "spoken-likeness", "generate_speech",
        {"prompt": "This is said like the first recording.", "model": "clone", "voiceSourceIndex": -1, "seed": 7,
         "voiceTranscript": "All hands on deck! The storm is here."},
        ("spoken-low",),
    ),
)  # fmt: skip
TEXTS = (
    Exhibit(
        "prompt", "enhance_prompt",
        {"prompt": "a fox in the snow", "destination_model": "z-turbo", "target_output": "image_prompt"},
    ),
    Exhibit(
        "prompt-film", "enhance_prompt",
        {"prompt": "a boat passes a lighthouse", "destination_model": "ltx25", "duration_seconds": 8},
    ),
    Exhibit("lyrics", "compose_lyrics", {"prompt": "a lighthouse keeper who waits", "duration_seconds": 90}),
    Exhibit("instrumental", "compose_instrumental", {"prompt": "a storm that clears", "duration_seconds": 90}),
    Exhibit(
        "script", "compose_script",
        {"brief": "a small boat finds its way home", "scene_count": 3, "duration_seconds": 24},
    ),
    Exhibit("workflow", "compose_workflow", {"brief": "a short film of a day at the coast", "scene_count": 2}),
    Exhibit(
        "template", "compose_workflow_template",
        {"brief": "a portrait of a person in three styles", "name": "Three looks"},
    ),
)  # fmt: skip
