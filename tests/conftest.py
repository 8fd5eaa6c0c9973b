"""Fixtures for every test, and the order they run in."""

from pathlib import Path

import pytest

pytest_plugins = ["tests.people"]

_LONGEST = tuple(Path(__file__).parent / name for name in ("journeys", "run"))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Whole installations and browsers first: at the end they would keep one worker busy and the others idle."""
    items.sort(key=lambda item: not any(item.path.is_relative_to(folder) for folder in _LONGEST))
