"""The pictures the model looks at in a round: those that came with a request, those it names, or else the newest.

They are put into the messages right before the model is asked: no file is read under a conversation's lock, and what
a round will cost is told from its words alone, as the SDK does.
"""

import base64
import logging
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from io import BytesIO
from typing import Any

from PIL import Image

from media.models import Blob, Item
from media.renditions import open_thumbnail

log = logging.getLogger(__name__)

VISION_MOST = 20
NEWEST_MOST = 4
NEWEST_TURNS = 3
_NAMED = re.compile(r"(?:@?\b(?:image|picture|photo)\s?#?|(?<!\w)#)\s?([-−]?\d{1,6})\b", re.I)

Part = dict[str, Any]


def in_view(
    words: str,
    attached: Sequence[Item],
    before: Sequence[Sequence[tuple[str, int]]],
    catalogue: Sequence[Item],
) -> list[Item]:
    """The pictures of a request, in the order they are shown.

    What came with it comes first, then what its words name by index. A request with neither is most often about what
    came last: it gets the newest few of `before`, the media (kind, index) of each earlier turn, oldest turn first.
    """
    indices = [int(found.replace("−", "-")) for found in _NAMED.findall(words)]
    named = _known((("image", index) for index in indices), catalogue)
    asked = [item for item in attached if item.kind == "image" and item.is_ready]
    if asked or named:
        return _once([*asked, *named])[:VISION_MOST]
    recent = _known((one for turn in before[-NEWEST_TURNS:] for one in turn), catalogue)
    return _once(recent[::-1])[:NEWEST_MOST][::-1]


def with_pictures(messages: Sequence[Part], pictures: Sequence[Item]) -> list[Part]:
    """`messages` with these pictures behind the words of the newest request, small. Reads their files."""
    told = list(messages)
    place = max((n for n, one in enumerate(told) if one["role"] == "user"), default=None)
    if place is None or not pictures:
        return told
    parts: list[Part] = [{"type": "text", "text": told[place]["content"]}]
    parts += [{"type": "image_url", "image_url": {"url": url}} for url in _seen(pictures)]
    told[place] = {**told[place], "content": parts}
    return told


def made_by(results: Iterable[Mapping[str, Any] | None]) -> list[tuple[str, int]]:
    """The media (kind, index) that calls made, from what the model was told of them."""
    return [
        (str(told.get("mediaType")), index)
        for told in results
        if told and told.get("ok")
        for index in told.get("indices") or []
    ]


def _known(named: Iterable[tuple[str, int]], catalogue: Sequence[Item]) -> list[Item]:
    """The pictures among them that are there to be seen."""
    there = {("image", one.index): one for one in catalogue if one.kind == "image" and one.is_ready}
    return [there[one] for one in named if one in there]


def _once(items: Iterable[Item]) -> list[Item]:
    """Each of them once, where it comes first."""
    return list({item.pk: item for item in items}.values())


def _seen(pictures: Iterable[Item]) -> Iterable[str]:
    """The pictures as small JPEG data addresses; a file that cannot be read is left out: an answer goes without it."""
    for item in pictures:
        try:
            if item.blob:
                yield _address(item.blob)
        except OSError as error:
            log.warning("A picture cannot be looked at: %s", error)


# The bytes of a blob never change, and the rounds of a run look at the same ones.
@lru_cache(maxsize=32)
def _address(blob: Blob) -> str:
    """Raises `OSError`, also for what has no small picture yet: that may come, and is not remembered."""
    small = open_thumbnail(blob)
    if small is None:
        raise FileNotFoundError("It has no thumbnail.")
    with Image.open(BytesIO(small), formats=("WEBP",)) as picture:
        flat = picture.convert("RGB")
    out = BytesIO()
    flat.save(out, "JPEG", quality=85)
    return "data:image/jpeg;base64," + base64.b64encode(out.getvalue()).decode()
