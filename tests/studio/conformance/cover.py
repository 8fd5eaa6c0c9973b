"""Which SDK calls the conformance cases cover.

A case says so itself: `@covers("client.chat.runs.create", "client.chat.runs.get")`, with the path from a client as a
program writes it. `declared()` reads the marks of every case in this package, so that another test can hold them
against what the SDK offers.
"""

import importlib
import inspect
import pkgutil

import pytest

covers = pytest.mark.covers


def declared() -> dict[str, list[str]]:
    """Every covered call with the cases that cover it, as module::function."""
    found: dict[str, list[str]] = {}
    package = importlib.import_module("tests.studio.conformance")
    for info in pkgutil.iter_modules(package.__path__, package.__name__ + "."):
        if not info.name.rpartition(".")[2].startswith("test_"):
            continue
        module = importlib.import_module(info.name)
        for name, case in inspect.getmembers(module, inspect.isfunction):
            for mark in getattr(case, "pytestmark", []):
                if mark.name == "covers" and name.startswith("test_"):
                    for call in mark.args:
                        found.setdefault(call, []).append(f"{info.name}::{name}")
    return found
