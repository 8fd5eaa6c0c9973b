"""docker-compose.yml: valid by the compose schema, and true to this code."""

import importlib.util
import re
import subprocess
import sys
from typing import Any

import yaml

from sogni_web.run.places import ROOT

FILE = ROOT / "docker-compose.yml"


def composed() -> dict[str, Any]:
    told: dict[str, Any] = yaml.safe_load(FILE.read_text())
    return told


def test_it_is_valid_by_the_compose_schema() -> None:
    checked = subprocess.run(
        [
            sys.executable,
            "-m",
            "check_jsonschema",
            "--builtin-schema",
            "vendor.compose-spec",
            str(FILE),
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_it_has_every_process_and_server() -> None:
    services = composed()["services"]
    assert {"web", "worker", "beat", "postgres", "redis"} <= set(services)
    for name in ("web", "worker", "beat"):
        assert {"DATABASE_URL", "REDIS_URL", "SECRET_KEY"} <= set(services[name]["environment"])


def test_its_commands_name_modules_that_exist() -> None:
    commands = [service["command"] for service in composed()["services"].values()]
    started = {command[2] for command in commands if command[:2] == ["python", "-m"]}
    assert started
    assert all(importlib.util.find_spec(module) for module in started)


def test_no_secret_is_written_into_it() -> None:
    for variable in ("POSTGRES_PASSWORD", "SECRET_KEY", "SOGNI_API_KEY"):
        assert re.search(rf"\${{{variable}:\?", FILE.read_text())


def test_the_image_copies_folders_that_exist() -> None:
    lines = (ROOT / "Dockerfile").read_text().splitlines()
    for line in lines:
        if line.startswith("COPY"):
            assert all((ROOT / source).exists() for source in line.split()[1:-1])
