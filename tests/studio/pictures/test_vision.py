"""Which pictures a question about looks is shown: those it names, those that came with it, else the newest."""

import base64
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from studio.agent.session import Session
from studio.agent.vision import UNREAD, with_pictures
from studio.director.reading import images_of, text_of
from studio.director.talking.seeing import MOST_BYTES
from studio.tools.api import Media, Piece, ToolRefusal
from studio.tools.pieces import Pieces

QUESTION = "What colours do you see in"
Open = Callable[..., Session]


class Nothing(Pieces):
    """No address is the studio's own."""

    def __init__(self) -> None:
        pass

    async def at(self, url: Any, kind: str | None = None) -> Piece:
        raise ToolRefusal("This address is not one of the studio's own files.", "ASSET_NOT_FOUND")


@pytest.fixture
def opened(tmp_path: Path) -> Open:
    """A session with so many results and uploads, whose bytes are their names."""

    def file(name: str) -> Piece:
        path = tmp_path / name
        path.write_bytes(name.encode())
        return Piece("image", path, f"http://127.0.0.1/blobs/{name}", "image/png", 64, 64)

    def make(
        content: Any, *, made: int = 0, given: int = 0, attached: tuple[tuple[str, int], ...] = ()
    ) -> Session:
        media = Media(
            {"image": tuple(file(f"made{n}") for n in range(made))},
            {"image": tuple(file(f"given{n + 1}") for n in range(given))},
        )
        messages = [{"role": "user", "content": content}]
        return Session("somebody", messages, media, attached)

    return make


async def asked(session: Session) -> tuple[list[str], str]:
    """The bytes of the pictures the director is shown, and the words."""
    wish = (await with_pictures(Nothing(), session, session.told()))[-1]
    urls = images_of(wish)
    shown = [base64.b64decode(url.partition(",")[2]).decode() for url in urls if url != UNREAD]
    return shown + [UNREAD] * urls.count(UNREAD), text_of(wish)


@pytest.mark.parametrize(
    ("words", "made", "given", "attached", "shown", "named"),
    [
        ("this?", 2, 1, (), ["made1"], "image 1"),
        ("this?", 0, 3, (), ["given3"], "image -3"),
        ("image 0?", 2, 1, (), ["made0"], "image 0"),
        ("image 1 and image 0?", 2, 1, (), ["made1", "made0"], "image 1, image 0"),
        ("this?", 2, 2, (("image", -2),), ["given2"], "image -2"),
        ("image 0?", 2, 2, (("image", -2),), ["made0"], "image 0"),
        ("this?", 1, 1, (("audio", -1), ("image", -1)), ["given1"], "image -1, audio -1"),
        ("image 7?", 2, 0, (), [], ""),
        ("this?", 0, 0, (), [], ""),
    ],
)
async def test_the_pictures_that_are_meant_are_shown(
    opened: Open,
    words: str,
    made: int,
    given: int,
    attached: tuple[tuple[str, int], ...],
    shown: list[str],
    named: str,
) -> None:
    text = f"{QUESTION} {words}"
    session = opened(text, made=made, given=given, attached=attached)
    line = f"\n\nAttached: {named}" if named else ""
    found, told = await asked(session)
    assert found == shown
    assert told.rstrip() == (text + line)
    assert session.messages[-1]["content"] == text


async def test_a_wish_is_shown_its_own_pictures(opened: Open) -> None:
    mine = "data:image/png;base64," + base64.b64encode(b"mine").decode()
    parts = [
        {"type": "text", "text": f"{QUESTION} these?"},
        {"type": "image_url", "image_url": {"url": mine}},
        {"type": "image_url", "image_url": {"url": "http://elsewhere.example/x.png"}},
    ]
    assert (await asked(opened(parts, made=1)))[0] == ["mine", UNREAD]


async def test_nothing_is_read_for_a_wish_about_something_else(opened: Open) -> None:
    session = opened("make a lighthouse", made=2)
    assert (await asked(session)) == ([], "make a lighthouse")


async def test_a_file_that_went_or_is_too_large_is_not_read(opened: Open) -> None:
    session = opened(f"{QUESTION} image 0 and image 1?", made=2)
    session.media.at("image", 0).path.unlink()
    with session.media.at("image", 1).path.open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    assert (await asked(session))[0] == [UNREAD, UNREAD]
