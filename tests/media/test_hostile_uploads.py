"""What people and their enemies attach: taken or refused in a sentence, within bounds, nothing left behind."""

import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import av
import psutil
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image

from chat.actions.conversations import start_conversation
from media.models import Blob, Rendition, Upload
from media.storage import open_media
from teams.models import User
from tests.media.conftest import Take, files_in
from tests.media.material import film, picture, png_bomb, png_header, sound, turned_picture

SECONDS = 20  # a bound, not a speed: the usual is under one

SVG = (
    b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
)
HTML = b"<!doctype html><script>fetch('/c/')</script>"

REFUSED: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "a picture cut short": ("a.jpg", lambda: picture("JPEG", size=(640, 480))[:2000], "damaged"),
    "a film cut short": ("a.mp4", lambda: film()[:900], "damaged"),
    "a bomb": ("a.png", png_bomb, "up to 50 million"),
    "a claim of 30,000 × 30,000": ("a.png", lambda: png_header(30_000, 30_000), "up to 50 million"),
    "a drawing with a script": ("a.svg", lambda: SVG, "can carry scripts"),
    "a drawing called a picture": ("a.png", lambda: SVG, "can carry scripts"),
    "a page called a picture": ("storm.jpg", lambda: HTML, "opens as a web page"),
    "nothing": ("a.png", bytes, "empty"),
    "an endless mp3": ("a.mp3", lambda: b"\xff\xfb\x90\x64" * 200_000, "damaged"),
    "an mp3 that is only a tag": (
        "a.mp3",
        lambda: b"ID3\x04\0\0\x7f\x7f\x7f\x7f" + bytes(4096),
        "",
    ),
    "a program": ("a.jpg", lambda: b"\x7fELF" + bytes(4096), "not what its name says"),
    "a document": ("a.pdf", lambda: b"%PDF-1.7 " + bytes(4096), "Images, sound and video"),
    "an archive": ("a.png", lambda: b"PK\x03\x04" + bytes(4096), "not what its name says"),
    "a format of its own": ("a.tif", lambda: b"II*\0" + bytes(4096), "not taken. Attach a PNG"),
    "a film of another": ("a.avi", lambda: b"RIFF\0\0\0\0AVI " + bytes(64), "Attach an MP4 of it"),
    "a solid": ("a.stl", lambda: b"solid cube\n", "Images, sound and video"),
    "a playlist": ("a.mp3", lambda: b"#EXTM3U\nfile:///etc/passwd\n", "not what its name"),
    "a list of files": ("a.wav", lambda: b"ffconcat version 1.0\nfile /etc/passwd\n", "not what"),
    "noise": ("a.webm", lambda: b"\x1aE\xdf\xa3" + bytes(range(256)) * 40, "damaged"),
}

TAKEN: dict[str, tuple[str, Callable[[], bytes], str, str, tuple[int, int] | None]] = {
    "a picture": ("a.png", picture, "image", "image/png", (64, 48)),
    "a wrong ending": ("a.mp3", lambda: picture("JPEG"), "image", "image/jpeg", (64, 48)),
    "a turned one": ("a.jpg", turned_picture, "image", "image/jpeg", (48, 64)),
    "alpha": ("a.png", lambda: picture(mode="RGBA"), "image", "image/png", (64, 48)),
    "CMYK": ("a.jpg", lambda: picture("JPEG", "CMYK"), "image", "image/jpeg", (64, 48)),
    "16 shades": ("a.gif", lambda: picture("GIF", "P"), "image", "image/gif", (64, 48)),
    "WebP": ("a.webp", lambda: picture("WEBP"), "image", "image/webp", (64, 48)),
    "AVIF": ("a.avif", lambda: picture("AVIF"), "image", "image/avif", (64, 48)),
    "a film": ("a.mp4", film, "video", "video/mp4", (64, 48)),
    "a silent film": ("a.mp4", lambda: film(with_sound=False), "video", "video/mp4", (64, 48)),
    "a phone's film": ("a.mp4", lambda: film(turn=90), "video", "video/mp4", (48, 64)),
    "a web film": (
        "a.webm",
        lambda: film(container="webm", codec="libopus"),
        "video",
        "video/webm",
        (64, 48),
    ),
    "a turned web film": (
        "a.webm",
        lambda: film(container="webm", codec="libopus", turn=90),
        "video",
        "video/webm",
        (48, 64),
    ),
    "sound in a film's box": ("a.mp4", lambda: film(picture=False), "audio", "audio/mp4", None),
    "a sound": ("a.wav", sound, "audio", "audio/wav", None),
    "an mp3": ("a.mp3", lambda: sound(container="mp3", codec="mp3"), "audio", "audio/mpeg", None),
    "a flac": (
        "a.flac",
        lambda: sound(container="flac", codec="flac"),
        "audio",
        "audio/flac",
        None,
    ),
}


@pytest.fixture
def attach(places: dict[str, Path], alice: User) -> Callable[[str, bytes], Any]:
    """Attach a file as the page does; the answer."""
    client = Client()
    client.force_login(alice)
    address = reverse("upload", args=[start_conversation(alice).uuid])

    def attached(name: str, data: bytes) -> Any:
        return client.post(
            address,
            {"file": SimpleUploadedFile(name, data)},
            headers={"Accept": "application/json"},
        )

    return attached


@pytest.mark.parametrize("case", REFUSED)
def test_it_is_refused_in_a_sentence(
    attach: Callable[[str, bytes], Any], places: dict[str, Path], case: str
) -> None:
    name, make, reason = REFUSED[case]
    data = make()
    began = time.monotonic()
    answer = attach(name, data)
    assert time.monotonic() - began < SECONDS
    assert answer.status_code == 422
    told = answer.json()
    assert told["sentence"].startswith(f"{name} was not attached. ")
    assert reason in told["sentence"]
    assert told["sentence"].endswith(".")
    assert "Traceback" not in told["sentence"]
    _nothing_is_left(places)


def test_a_page_that_says_the_sentence_itself_gets_it_as_an_answer(
    client: Client, alice: User
) -> None:
    client.force_login(alice)
    answer = client.post(
        reverse("upload", args=[start_conversation(alice).uuid]),
        {"file": SimpleUploadedFile("page.jpg", b"<html></html>")},
        headers={"Accept": "application/json, text/html"},
    )
    assert answer.status_code == 200  # nothing for the browser's console
    assert answer.json()["sentence"].startswith("page.jpg was not attached. ")


def _nothing_is_left(places: dict[str, Path]) -> None:
    assert not Upload.objects.exists()
    assert not Blob.objects.exists()
    assert not Rendition.objects.exists()
    for folder in places.values():
        assert files_in(folder) == []
    assert not [
        child
        for child in psutil.Process().children(recursive=True)
        if "media.child" in " ".join(child.cmdline())
    ]


@pytest.mark.parametrize("case", TAKEN)
def test_it_is_taken_for_what_it_is(
    attach: Callable[[str, bytes], Any], places: dict[str, Path], case: str
) -> None:
    name, make, kind, mime, size = TAKEN[case]
    answer = attach(name, make())
    assert answer.status_code == 201, answer.content
    blob = Upload.objects.get().blob
    assert (blob.kind, blob.mime) == (kind, mime)
    if size:
        assert (blob.width, blob.height) == size
    if kind != "image":
        assert blob.duration_s == pytest.approx(1, abs=0.12)
    assert files_in(places["incoming"]) == []
    shown = blob.renditions.get(purpose="waveform" if kind == "audio" else "thumbnail")
    with open_media(shown.name) as file:
        data = file.read()
    if kind == "audio":
        assert data.startswith(b"<svg")
        assert b"script" not in data
    else:
        assert Image.open(BytesIO(data)).format == "WEBP"


def test_a_turned_picture_is_upright_and_without_its_place_for_tools(
    take: Take,
) -> None:
    blob = take("a.jpg", turned_picture()).blob
    with open_media(blob.renditions.get(purpose="tool").name) as file:
        clean = Image.open(BytesIO(file.read()))
    assert clean.size == (48, 64)
    assert not clean.getexif()


def test_a_turned_film_is_turned_for_tools_too(take: Take) -> None:
    blob = take("a.webm", film(container="webm", codec="libopus", turn=90)).blob
    with open_media(blob.renditions.get(purpose="tool").name) as file, av.open(file, "r") as opened:
        assert next(opened.decode(video=0)).rotation == 90


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("../../etc/passwd.png", "passwd.png"),
        ("C:\\temp\\sea.png", "sea.png"),
        ("x" * 400 + ".png", "x" * 200),
        ("  ", "file"),
    ],
)
def test_names_are_only_names(take: Take, given: str, kept: str) -> None:
    assert take(given, picture()).name == kept


def test_too_large_is_told_with_the_limit(take: Take, settings: Any) -> None:
    settings.MEDIA_LIMITS = {**settings.MEDIA_LIMITS, "image_bytes": 100}
    with pytest.raises(
        Exception, match=r"sea\.png was not attached\. It is 0 MB; images may have up to"
    ):
        take("sea.png", picture())


def test_the_same_bytes_are_kept_once(take: Take, places: dict[str, Path]) -> None:
    first, second = take("a.png", picture()), take("b.png", picture())
    assert first.blob == second.blob
    assert len([name for name in files_in(places["media"]) if "." not in name]) == 1
