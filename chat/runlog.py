"""Every log line of a worker says which run it belongs to."""

import logging
from contextvars import ContextVar

current_run_id: ContextVar[str] = ContextVar("current_run_id", default="-")


class RunIdFilter(logging.Filter):
    """Adds `run_id` to a record: the run this thread works on, or a dash."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.run_id = current_run_id.get()
        return True
