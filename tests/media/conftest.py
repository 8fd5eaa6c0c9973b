"""A media folder per test, and what is left in it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from media.intake import take_upload
from media.models import Upload
from teams.models import User

Take = Callable[[str, bytes], Upload]


@pytest.fixture
def places(tmp_path: Path, settings: Any) -> dict[str, Path]:
    """Where bytes may be: kept, coming in, shown for a while."""
    folders = {name: tmp_path / name for name in ("media", "incoming", "previews")}
    for folder in folders.values():
        folder.mkdir()
    storages = {**settings.STORAGES}
    storages["media"] = {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": folders["media"]},
    }
    settings.STORAGES = storages
    settings.FILE_UPLOAD_TEMP_DIR = str(folders["incoming"])
    settings.MEDIA_PREVIEW_DIR = folders["previews"]
    return folders


@pytest.fixture
def take(places: dict[str, Path], alice: User) -> Take:
    """Take a file for a draft of alice's."""
    draft = uuid4()

    def taken(name: str, data: bytes) -> Upload:
        return take_upload(owner=alice, draft_key=draft, name=name, chunks=[data])

    return taken


def files_in(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())
