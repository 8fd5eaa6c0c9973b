"""How often one person does something: counted by the minute, in Redis."""

import functools
import logging
import time

from django.conf import settings
from redis import Redis
from redis.exceptions import RedisError

from teams.models import User

log = logging.getLogger(__name__)

WINDOW_S = 60


def within(what: str, user: User, most: int) -> bool:
    """Count one more `what` of this person; False when the running minute has more than `most`.

    Nobody is turned away because it cannot be counted.
    """
    key = f"rate:{what}:{user.pk}:{_minute()}"
    try:
        counting = _redis().pipeline(transaction=False)
        counting.incr(key)
        counting.expire(key, 2 * WINDOW_S)
        return int(counting.execute()[0]) <= most
    except RedisError as error:
        log.warning("A rate could not be counted: %s", error)
        return True


def _minute() -> int:
    """The running one; tests make it stand still."""
    return int(time.time()) // WINDOW_S


@functools.cache
def _redis() -> Redis:
    """One pool for all threads: Django's cache opens one for each, and here each request has a thread of its own."""
    return Redis.from_url(settings.REDIS_URL, socket_timeout=1, socket_connect_timeout=1)
