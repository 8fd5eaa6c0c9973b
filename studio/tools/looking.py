"""What can be said truthfully of a file: what it is, and of a picture how it looks. Measured, never guessed."""

import hashlib
from pathlib import Path
from typing import Any

from studio.director.talking import seeing
from studio.files.probing import probe


def metadata(path: Path) -> dict[str, Any]:
    """What a file is. ValueError when the studio cannot read it. Slow: call it in a thread."""
    facts = probe(path)
    if facts is None:
        raise ValueError("The file is no medium the studio reads.")
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    known = {"width": facts.width, "height": facts.height, "durationSeconds": facts.duration_s}
    return {
        "mediaType": facts.kind,
        "mimeType": facts.mime,
        "sizeBytes": path.stat().st_size,
        "sha256": digest,
        **{name: value for name, value in known.items() if value is not None},
    }


def described(path: Path) -> dict[str, Any]:
    """A picture's metadata, light, contrast, detail, colours and regions, and sentences of them. ValueError as above.

    Brightness and contrast are from 0 to 1; detail is the share of pixels that are edges.
    """
    facts = metadata(path)
    if facts["mediaType"] != "image":
        raise ValueError("Only a picture can be looked at like this.")
    look = seeing.measured(path)
    return {
        **facts,
        "width": look.width,
        "height": look.height,
        "brightness": round(look.brightness / 100, 3),
        "contrast": round(look.contrast / 100, 3),
        "detail": round(look.detail / 1000, 3),
        "palette": [
            {"hex": one.hex, "name": one.name, "share": round(one.share, 3)} for one in look.palette
        ],
        "regions": [
            {
                "where": one.place,
                "colour": one.colour,
                "brightness": round(one.brightness / 100, 3),
                "detail": round(one.detail / 1000, 3),
            }
            for one in look.grid
        ],
        "description": seeing.described("the picture", look),
    }
