"""The input files a request names, and whether they are still there."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from studio.files.blobs import Blobs, blob_key
from studio.projects.orders.film_inputs import URLS, addresses
from studio.projects.records import Project

MASK = "gptImageMaskUrl"
"""The address of a mask for GPT Image, in place of an upload."""
_FLAG = re.compile(
    r"has(StartingImage|ContextImage([1-9]|1[0-6])|ReferenceImage|ReferenceImageEnd|ReferenceMask"
    r"|KeyframeImage[1-8]|ReferenceAudio[1-3]?|ReferenceVideo[1-3]?)"
)


def named_inputs(frame: dict[str, Any]) -> list[str]:
    """The slots whose files the client says it uploaded."""
    return [
        name[3].lower() + name[4:]
        for name, value in frame.items()
        if value is True and _FLAG.fullmatch(name)
    ]


def inputs_kept(project: Project, blobs: Blobs) -> bool:
    """Whether every file a project was given can still be read."""
    slots = named_inputs(project.key_frame)
    keys = [blob_key(project.account, project.id, slot) for slot in slots]
    urls = [url for kind in URLS for url in addresses(project.key_frame, kind)]
    urls += [project.key_frame[MASK]] if project.key_frame.get(MASK) else []
    named = [blobs.named(url) for url in urls]
    return all(key is not None and blobs.find(key) is not None for key in [*keys, *named])


def referred(frame: Mapping[str, Any], blobs: Blobs) -> dict[str, list[Path]]:
    """The files behind an order's addresses, by their kind. Any that is not ours was refused before."""
    keys = {kind: [blobs.named(url) for url in addresses(frame, kind)] for kind in URLS}
    return {kind: [blobs.path(key) for key in some if key] for kind, some in keys.items()}
