"""Which file stands for a blob: on a page, or for the tools."""

from media.models import Blob, Rendition
from media.storage import open_media


def find_rendition(blob: Blob, purpose: str) -> Rendition | None:
    return blob.renditions.filter(purpose=purpose).first()


def open_for_tools(blob: Blob) -> tuple[bytes, str]:
    """(bytes, mime) in a format the tools take: the clean rendition where there is one, else the file itself."""
    made = find_rendition(blob, Rendition.Purpose.TOOL)
    name, mime = (made.name, made.mime) if made else (blob.name, blob.mime)
    with open_media(name) as file:
        return file.read(), mime


def open_thumbnail(blob: Blob) -> bytes | None:
    """The small WebP of a picture or a film."""
    made = find_rendition(blob, Rendition.Purpose.THUMBNAIL)
    if made is None:
        return None
    with open_media(made.name) as file:
        return file.read()
