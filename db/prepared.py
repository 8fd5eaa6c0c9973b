"""Querysets whose SQL is written once, for the few questions that stand before every answer's first word.

Django builds and compiles a queryset anew each time, which takes two or three times as long as PostgreSQL needs to
answer it. A `Prepared` is compiled at its first use; after that only the values are put in. What is asked is still a
queryset, and what comes back are still models. Several may be asked `together`: PostgreSQL gets all of them at once.
"""

import copy
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Generic, TypeVar, overload
from uuid import UUID

from django.db import connection
from django.db.models import QuerySet
from django.db.transaction import TransactionManagementError

T = TypeVar("T")
A = TypeVar("A")
B = TypeVar("B")
C = TypeVar("C")


class CannotBePrepared(TypeError):
    """The queryset, or the values it is asked for, do not fit: a mistake of the program."""


@dataclass(frozen=True)
class _Compiled:
    """`places`: for each parameter of the SQL the number of the value that belongs there, None for a constant."""

    queryset: Any
    compiler: Any
    sql: str
    params: tuple[Any, ...]
    places: tuple[int | None, ...]


@dataclass(frozen=True)
class Asked(Generic[T]):
    """A prepared question with its values."""

    known: _Compiled
    values: tuple[Any, ...]

    @property
    def params(self) -> Iterator[Any]:
        return (
            constant if place is None else self.values[place]
            for constant, place in zip(self.known.params, self.known.places, strict=True)
        )

    def read(self, rows: list[tuple[Any, ...]]) -> list[T]:
        """The answer, from the rows as the database gives them."""
        return list(self.known.queryset._iterable_class(_Answered(self.known, rows)))


class Prepared(Generic[T]):
    """`build` makes the queryset from the values it is asked for; `kinds` are their types: `int`, `str`, `UUID`.

    `build` is called once, with stand-ins for the values, so it must not look at them. Rows are models or, of a flat
    `values_list`, values; prefetches are not made. Raises `CannotBePrepared` for anything else, and Django's
    `TransactionManagementError` where rows to be locked are asked for outside of a transaction.
    """

    def __init__(self, build: "Callable[..., QuerySet[Any, T]]", *kinds: type) -> None:
        self._build = build
        self._marks = tuple(_mark(kind, place) for place, kind in enumerate(kinds))
        self._compiled: _Compiled | None = None

    def __call__(self, *values: Any) -> list[T]:
        """The rows, in one query."""
        return _answers((self.of(*values),))[0]

    def first(self, *values: Any) -> T | None:
        """The first row or None. The query is the same, so ask for few."""
        return next(iter(self(*values)), None)

    def of(self, *values: Any) -> Asked[T]:
        """The question for these values, to be asked together with others."""
        if len(values) != len(self._marks):
            raise CannotBePrepared(f"{len(self._marks)} values are asked for, not {len(values)}")
        if self._compiled is None:
            self._compiled = self._compile()
        if self._compiled.queryset.query.select_for_update and not connection.in_atomic_block:
            raise TransactionManagementError("rows are locked inside a transaction")
        return Asked(self._compiled, values)

    def _compile(self) -> _Compiled:
        queryset: Any = self._build(*self._marks)
        compiler = queryset.query.get_compiler(connection.alias)
        sql, params = compiler.as_sql()
        places = tuple(self._marks.index(p) if p in self._marks else None for p in params)
        missing = set(range(len(self._marks))) - set(places)
        if missing:
            raise CannotBePrepared(f"values {missing} do not reach the query as they are")
        return _Compiled(queryset, compiler, sql, tuple(params), places)


@overload
def together(one: Asked[A], two: Asked[B], /) -> tuple[list[A], list[B]]: ...
@overload
def together(
    one: Asked[A], two: Asked[B], three: Asked[C], /
) -> tuple[list[A], list[B], list[C]]: ...
@overload
def together(
    one: Asked[A], two: Asked[B], three: Asked[C], four: Asked[T], /
) -> tuple[list[A], list[B], list[C], list[T]]: ...
def together(*asked: Asked[Any]) -> tuple[list[Any], ...]:
    """The answers of several questions, for one trip to the database; they are put in order, one after the other."""
    return _answers(asked)


def _answers(asked: tuple[Asked[Any], ...]) -> tuple[list[Any], ...]:
    """Psycopg binds the values on this side (Django's default), so one text may hold several statements."""
    found = []
    with connection.cursor() as cursor:
        cursor.execute(
            "; ".join(one.known.sql for one in asked),
            [value for one in asked for value in one.params],
        )
        for place, one in enumerate(asked):
            if place:
                cursor.nextset()
            found.append(one.read(cursor.fetchall()))
    return tuple(found)


class _Answered:
    """What Django's row iterables read of a queryset and its query: a compiler that has its rows already."""

    def __init__(self, known: _Compiled, rows: list[tuple[Any, ...]]) -> None:
        self.model, self.db, self.query = known.queryset.model, connection.alias, self
        self._known_related_objects: dict[Any, Any] = {}
        self._compiler = copy.copy(known.compiler)
        self._compiler.connection = connection
        self._compiler.execute_sql = lambda *_, **__: [rows]

    def get_compiler(self, *_: Any, **__: Any) -> Any:
        return self._compiler


def _mark(kind: type, place: int) -> Any:
    """A stand-in that no constant of a query is likely to equal; numbers fit the smallest integer column."""
    if kind is int:
        return 32_600 + place
    if kind is UUID:
        return UUID(int=(1 << 127) + place)
    if kind is not str:
        raise CannotBePrepared(f"values of {kind} cannot be prepared")
    return f"\x01{place}\x01"
