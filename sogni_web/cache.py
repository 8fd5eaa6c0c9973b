"""The cache: counters of the sign-in limits. When Redis is away nothing is counted, and people can still sign in."""

import logging
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.cache.backends.redis import RedisCache
from redis.exceptions import RedisError

log = logging.getLogger(__name__)


def _forgiving(verb: Callable[..., Any], without: Any) -> Callable[..., Any]:
    @wraps(verb)
    def call(*args: Any, **kwargs: Any) -> Any:
        try:
            return verb(*args, **kwargs)
        except RedisError as error:
            log.warning("The cache cannot be reached: %s", error)
            return without(*args, **kwargs) if callable(without) else without

    return call


class ForgivingCache(RedisCache):
    """Redis, or as if nothing had ever been stored."""

    add = _forgiving(RedisCache.add, True)
    get = _forgiving(RedisCache.get, lambda _self, _key, default=None, **_: default)
    set = _forgiving(RedisCache.set, None)
    delete = _forgiving(RedisCache.delete, False)
