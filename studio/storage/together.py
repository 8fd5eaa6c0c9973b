"""Several writes as one."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def together(db: sqlite3.Connection) -> Iterator[None]:
    """What is written in the body is kept as a whole or, when it raises or the process dies, not at all.

    The body must not wait for anything: the connection is everybody's. Within another one it is a part of that.
    """
    if db.in_transaction:
        yield
        return
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        db.execute("ROLLBACK")
        raise
    db.execute("COMMIT")
