"""Fixtures for every test, and the order they run in."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

pytest_plugins = ["tests.people"]

_LONGEST = tuple(Path(__file__).parent / name for name in ("journeys", "run"))


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """A thread that has ended may keep its connection until it is collected; dropping the database does not wait."""
    yield
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Whole installations and browsers first: at the end they would keep one worker busy and the others idle."""
    items.sort(key=lambda item: not any(item.path.is_relative_to(folder) for folder in _LONGEST))
