"""The official JavaScript SDK against the studio, where Node and the package can be had."""

import hashlib
import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.services import OUTSIDE
from tests.studio.flow_tools import TOOLS
from tests.studio.near import NearStudio, near_studio
from tests.studio.wire.js.left_out import LEFT_OUT

HERE = Path(__file__).parent / "js"
OLDEST_NODE = 20
INSTALL_S = 240
FILE_S = 400
FILES = sorted(path.name for path in (HERE / "cases").glob("*.mjs"))


def _major(node: str) -> int:
    said = subprocess.run([node, "--version"], capture_output=True, text=True, timeout=20)
    text = said.stdout.strip().removeprefix("v").partition(".")[0]
    return int(text) if text.isdigit() else 0


@pytest.fixture(scope="session")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the package and the cases. The package is kept in the user's cache, by the pinned version."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None or _major(node) < OLDEST_NODE:
        pytest.skip(f"the JavaScript SDK is not tested: Node {OLDEST_NODE} or newer is not here")
    wanted = (HERE / "package.json").read_bytes()
    base = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    folder = base / "sogni-web-js" / hashlib.sha256(wanted).hexdigest()[:12]
    if not (folder / "node_modules" / ".complete").is_file():
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "package.json").write_bytes(wanted)
        command = [
            npm,
            "install",
            "--no-audit",
            "--no-fund",
            "--no-package-lock",
            "--ignore-scripts",
        ]
        try:
            done = subprocess.run(
                command, cwd=folder, env=OUTSIDE, capture_output=True, timeout=INSTALL_S
            )
        except subprocess.TimeoutExpired:
            pytest.skip("the JavaScript SDK is not tested: npm took too long")
        if done.returncode:
            pytest.skip("the JavaScript SDK is not tested: npm could not install it")
        (folder / "node_modules" / ".complete").touch()
    place = tmp_path_factory.mktemp("js")
    shutil.copytree(HERE, place, dirs_exist_ok=True)
    (place / "node_modules").symlink_to(folder / "node_modules")
    return place


@pytest.fixture(scope="module")
def studio(tmp_path_factory: pytest.TempPathFactory) -> Iterator[NearStudio]:
    with near_studio(tmp_path_factory.mktemp("js-studio"), TOOLS) as running:
        yield running


def _node(workshop: Path, studio: NearStudio, file: str, *arguments: str) -> list[Any]:
    """Run a script; its lines of JSON."""
    done = subprocess.run(
        ["node", file, *arguments],
        cwd=workshop,
        env={**os.environ, "STUDIO_REST": studio.rest, "STUDIO_WS": studio.ws},
        capture_output=True,
        text=True,
        timeout=FILE_S,
    )
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines() if line[:1] in "{["]


@pytest.mark.parametrize("file", FILES)
def test_it_is_served_as_by_sogni(workshop: Path, studio: NearStudio, file: str) -> None:
    rows = _node(workshop, studio, f"cases/{file}")
    assert rows
    wrong = [f"{row['name']}: {row['error']}" for row in rows if row["error"]]
    assert not wrong, "\n".join(wrong)


def test_every_call_has_a_case_or_a_reason(workshop: Path, studio: NearStudio) -> None:
    offered = set(_node(workshop, studio, "surface.mjs")[0])
    rows = [row for file in FILES for row in _node(workshop, studio, f"cases/{file}", "--list")]
    covered = {call for row in rows for call in row["calls"]}
    assert covered <= offered, f"not in the SDK: {sorted(covered - offered)}"
    assert set(LEFT_OUT) <= offered, f"not in the SDK: {sorted(set(LEFT_OUT) - offered)}"
    assert not covered & set(LEFT_OUT)
    assert offered - covered - set(LEFT_OUT) == set()
