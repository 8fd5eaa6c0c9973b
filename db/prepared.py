"""Querysets whose SQL is written once, for the few questions that stand before every answer's first word.

Django builds and compiles a queryset anew each time, which takes two or three times as long as PostgreSQL needs to
answer it. A `Prepared` is compiled at its first use; after that only the values are put in. What is asked is still a
queryset, and what comes back are still models.
"""

import copy
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar
from uuid import UUID

from django.db import connection
from django.db.models import QuerySet

T = TypeVar("T")


@dataclass(frozen=True)
class _Compiled:
    """`places`: for each parameter of the SQL the number of the value that belongs there, None for a constant."""

    queryset: Any
    compiler: Any
    sql: str
    params: tuple[Any, ...]
    places: tuple[int | None, ...]


class Prepared(Generic[T]):
    """`build` makes the queryset from the values it is asked for; `kinds` are their types: `int`, `str`, `UUID`.

    `build` is called once, with stand-ins for the values, so it must not look at them. Rows are models or, of a flat
    `values_list`, values; prefetches are not made.
    """

    def __init__(self, build: "Callable[..., QuerySet[Any, T]]", *kinds: type) -> None:
        self._build = build
        self._marks = tuple(_mark(kind, place) for place, kind in enumerate(kinds))
        self._compiled: _Compiled | None = None

    def __call__(self, *values: Any) -> list[T]:
        """The rows, in one query. Rows to be locked are asked for inside a transaction."""
        assert len(values) == len(self._marks), "one value for each kind"
        if self._compiled is None:
            self._compiled = self._compile()
        known = self._compiled
        assert connection.in_atomic_block or not known.queryset.query.select_for_update
        params = tuple(
            constant if place is None else values[place]
            for constant, place in zip(known.params, known.places, strict=True)
        )
        return list(known.queryset._iterable_class(_Asked(known, params)))

    def first(self, *values: Any) -> T | None:
        """The first row or None. The query is the same, so ask for few."""
        return next(iter(self(*values)), None)

    def _compile(self) -> _Compiled:
        queryset: Any = self._build(*self._marks)
        compiler = queryset.query.get_compiler(connection.alias)
        sql, params = compiler.as_sql()
        places = tuple(self._marks.index(p) if p in self._marks else None for p in params)
        missing = set(range(len(self._marks))) - set(places)
        assert not missing, f"values {missing} do not reach the query as they are"
        return _Compiled(queryset, compiler, sql, tuple(params), places)


class _Asked:
    """What Django's row iterables read of a queryset and its query: the compiler, with its SQL done."""

    def __init__(self, known: _Compiled, params: tuple[Any, ...]) -> None:
        self.model, self.db, self.query = known.queryset.model, connection.alias, self
        self._known_related_objects: dict[Any, Any] = {}
        self._compiler = copy.copy(known.compiler)
        self._compiler.connection = connection
        self._compiler.as_sql = lambda *_, **__: (known.sql, params)

    def get_compiler(self, *_: Any, **__: Any) -> Any:
        return self._compiler


def _mark(kind: type, place: int) -> Any:
    """A stand-in that no constant of a query is likely to equal; numbers fit the smallest integer column."""
    if kind is int:
        return 32_600 + place
    if kind is UUID:
        return UUID(int=(1 << 127) + place)
    assert kind is str, f"values of {kind} cannot be prepared"
    return f"\x01{place}\x01"
