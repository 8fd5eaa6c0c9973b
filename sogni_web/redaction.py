"""What must not stand in a log: the token of a sign-in link, which is in its address; pages about an odd request."""

import logging
import re

_LINK = re.compile(r"(/accounts/link/)[^/\s\"']+")


class LinkFilter(logging.Filter):
    """Cuts the token out of whatever a record says."""

    def filter(self, record: logging.LogRecord) -> bool:
        try:
            said = record.getMessage()
        except Exception:  # noqa: BLE001 - words that do not fit: the handler tells of it, and only it
            return True
        if _LINK.search(said):
            record.msg, record.args = _LINK.sub(r"\1…", said), ()
        return True


class OddRequestFilter(logging.Filter):
    """Tells a request that no page of ours makes in one line: anybody can send thousands of them."""

    def filter(self, record: logging.LogRecord) -> bool:
        if record.name.startswith("django.security."):
            record.exc_info = record.exc_text = None
        return True
