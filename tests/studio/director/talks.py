"""Conversations as tables: what is said, the calls it leads to with arguments as they must be, words of the answer."""

from collections.abc import Mapping, Sequence
from typing import Any

from tests.studio.director.conversation import Conversation, World

File = tuple[str, str, tuple[float, ...]]
Wanted = tuple[str, Mapping[str, Any]]
Said = tuple[str, Sequence[File], Sequence[Wanted], str]
IMAGE, FILM, SONG_FILM = "generate_image", "animate_photo", "sound_to_video"
PHOTO: File = ("image", "IMG_2041.jpg", (1536, 1024))
MUG: File = ("image", "mug.png", (1000, 1000))
DOG: File = ("image", "rex.jpg", (1200, 900))
CLIP: File = ("video", "clip.mp4", (1280, 720, 12.0))
SONG: File = ("audio", "song.mp3", (184.0,))
BESIDE = {"sourceImageIndex": None}
"""A picture that starts from no other one."""


def turn(text: str, *wanted: Wanted, files: Sequence[File] = (), says: str = "") -> Said:
    """One turn. An argument that is wanted as None must not be there."""
    return text, files, wanted, says


def hold(world: World, turns: Sequence[Said]) -> None:
    """Holds a conversation and checks every turn of it."""
    talk = Conversation(world)
    for text, files, wanted, says in turns:
        calls = talk.say(text, files=files)
        assert [call.name for call in calls] == [tool for tool, _ in wanted], (text, calls)
        for call, (_, arguments) in zip(calls, wanted, strict=True):
            got = {one: call.arguments.get(one) for one in arguments}
            assert got == dict(arguments), text
        assert says in talk.text, (text, talk.text)
