"""Database connections of threads that wait: a waiting thread holds none."""

from django.db import connections


def release_connection() -> None:
    """Give back what this thread holds; the next query takes one anew. Inside a transaction nothing happens."""
    for connection in connections.all(initialized_only=True):
        if not connection.in_atomic_block:
            connection.close()
