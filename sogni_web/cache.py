"""The cache: counters of the sign-in limits. When Redis is away nothing is counted, and people can still sign in."""

import logging
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.cache.backends.redis import RedisCache
from redis.exceptions import RedisError

log = logging.getLogger(__name__)


def _forgiving(verb: Callable[..., Any], without: Callable[..., Any]) -> Callable[..., Any]:
    """`verb`, or `without` with the same arguments when Redis does not answer."""

    @wraps(verb)
    def call(*args: Any, **kwargs: Any) -> Any:
        try:
            return verb(*args, **kwargs)
        except RedisError as error:
            log.warning("The cache cannot be reached: %s", error)
            return without(*args, **kwargs)

    return call


def _nothing_to_count(_cache: RedisCache, key: str, *_: Any, **__: Any) -> int:
    raise ValueError(f"Key '{key}' not found.")  # what Django's caches say of a missing key


class ForgivingCache(RedisCache):
    """Redis, or as if nothing had ever been stored. Django builds its other verbs on these."""

    add = _forgiving(RedisCache.add, lambda *_, **__: True)
    get = _forgiving(RedisCache.get, lambda _cache, _key, default=None, *_, **__: default)
    set = _forgiving(RedisCache.set, lambda *_, **__: None)
    touch = _forgiving(RedisCache.touch, lambda *_, **__: False)
    delete = _forgiving(RedisCache.delete, lambda *_, **__: False)
    get_many = _forgiving(RedisCache.get_many, lambda *_, **__: {})
    has_key = _forgiving(RedisCache.has_key, lambda *_, **__: False)
    incr = _forgiving(RedisCache.incr, _nothing_to_count)
    set_many = _forgiving(RedisCache.set_many, lambda _cache, data, *_, **__: list(data))
    delete_many = _forgiving(RedisCache.delete_many, lambda *_, **__: None)
    clear = _forgiving(RedisCache.clear, lambda *_, **__: False)
