"""How often one person does something: counted by the minute, in the cache."""

import logging
import time

from django.core.cache import cache
from redis.exceptions import RedisError

from teams.models import User

log = logging.getLogger(__name__)

WINDOW_S = 60


def within(what: str, user: User, most: int) -> bool:
    """Count one more `what` of this person; False when the running minute has more than `most`.

    Nobody is turned away because it cannot be counted.
    """
    key = f"rate:{what}:{user.pk}:{int(time.time()) // WINDOW_S}"
    try:
        cache.add(key, 0, 2 * WINDOW_S)
        return cache.incr(key) <= most
    except (RedisError, ValueError) as error:
        log.warning("A rate could not be counted: %s", error)
        return True
