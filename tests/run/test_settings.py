"""What a first start makes up: once, whole, and the same for every process that starts with it."""

import os
import subprocess
import sys
from pathlib import Path

from sogni_web.run.places import ROOT

ASKED = "from django.conf import settings as s; print(s.SECRET_KEY, s.INSTANCE_ID)"


def test_processes_that_start_at_once_agree_on_what_was_made_up(tmp_path: Path) -> None:
    folder = tmp_path / "var"
    told = {
        **{name: value for name, value in os.environ.items() if name != "SECRET_KEY"},
        "SOGNI_WEB_VAR": str(folder),
        "DJANGO_SETTINGS_MODULE": "sogni_web.settings",
        "DATABASE_URL": "postgres://nobody@nowhere/it",
    }
    starts = [
        subprocess.Popen(
            [sys.executable, "-c", ASKED], stdout=subprocess.PIPE, text=True, env=told, cwd=ROOT
        )
        for _ in range(3)
    ]
    said = {start.communicate(timeout=60)[0] for start in starts}
    assert len(said) == 1
    secret, instance = said.pop().split()
    assert (folder / "secret_key").read_text() == secret
    assert (folder / "instance_id").read_text() == instance
    assert sorted(path.name for path in folder.iterdir() if path.is_file()) == [
        "instance_id",
        "secret_key",
    ]
    assert (folder / "secret_key").stat().st_mode & 0o777 == 0o600
