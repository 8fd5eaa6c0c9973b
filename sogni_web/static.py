"""Static files under hashed names, ES module imports included, compressed and cached for good."""

from collections.abc import Iterator
from fnmatch import fnmatch
from typing import Any

from whitenoise.storage import CompressedManifestStaticFilesStorage

# Readable copies that no page uses. Type annotations in their comments look like imports of
# files that are not shipped, and the rewriting below would stop at them.
_NOT_SERVED = ("django_htmx/ext/*-2.js", "django_htmx/ext/*-4.js")


class HashedStaticStorage(CompressedManifestStaticFilesStorage):  # type: ignore[misc]
    """WhiteNoise's storage, which also rewrites `import` addresses inside our ES modules."""

    support_js_module_import_aggregation = True

    def post_process(self, paths: dict[str, Any], *args: Any, **options: Any) -> Iterator[Any]:
        """Hash and compress all files but those that no page uses."""
        served = {
            name: found
            for name, found in paths.items()
            if not any(fnmatch(name, pattern) for pattern in _NOT_SERVED)
        }
        yield from super().post_process(served, *args, **options)
