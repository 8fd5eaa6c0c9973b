"""Fixtures for every test, the order they run in, and which of them run in one process."""

import gc
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import connection, transaction
from django.test import TransactionTestCase
from xdist.scheduler import LoadScopeScheduling

pytest_plugins = ["tests.people"]

_TOGETHER = ("tests/journeys/", "tests/studio/conformance/", "tests/studio/wire/")
"""Folders whose files share what is dear to start: an installation and a browser, or studios with their renderers."""
_FIRST = tuple(Path(__file__).parents[1] / folder for folder in (*_TOGETHER, "tests/run/"))
_YOUNG = 10_000
"""How many new objects there are before the first look at them. Pages and queries make thousands, and few in rings."""
_OF_THE_CODE = {"django_content_type", "auth_permission"}
"""Tables with a row for each model, which no test changes."""


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """A thread that has ended may keep its connection until it is collected; dropping the database does not wait."""
    with django_db_blocker.unblock():
        tables = set(connection.introspection.django_table_names()) - _OF_THE_CODE
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", lambda _: _empty(tables))
        yield
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )


def _empty(tables: Collection[str]) -> None:
    """What a test that committed leaves behind. Django's own way makes new files for all tables, and all permissions.

    Waits for whoever is still at one of them, as that does. Foreign keys are looked at in the end.
    """
    names = [connection.ops.quote_name(table) for table in sorted(tables)]
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"LOCK TABLE {', '.join(names)} IN ACCESS EXCLUSIVE MODE")
        cursor.execute("; ".join(f"DELETE FROM {name}" for name in names))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes long in one piece first: at the end it would keep one worker busy and the others idle."""
    items.sort(key=lambda item: not any(item.path.is_relative_to(folder) for folder in _FIRST))


def pytest_collection_finish() -> None:
    """What was imported and collected stays: the garbage collector need not look at it again and again."""
    gc.freeze()
    gc.set_threshold(_YOUNG, *gc.get_threshold()[1:])


class _Scheduling(LoadScopeScheduling):  # type: ignore[misc] # it carries no types
    """A file after the other to whoever is free, but the files of some folders to one."""

    def _split_scope(self, nodeid: str) -> str:
        folders = (folder for folder in _TOGETHER if nodeid.startswith(folder))
        return next(folders, None) or super()._split_scope(nodeid)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> _Scheduling | None:
    return _Scheduling(config, log) if config.getoption("dist") == "loadscope" else None
