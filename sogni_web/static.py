"""Static files under hashed names, ES module imports included, compressed and cached for good; styles as one file."""

import re
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

from whitenoise.storage import CompressedManifestStaticFilesStorage

STYLES = "css/main.css"
_IMPORT = re.compile(r'@import url\("([^"]+)"\) layer\((\w+)\);')

# Readable copies that no page uses. Type annotations in their comments look like imports of
# files that are not shipped, and the rewriting below would stop at them.
_NOT_SERVED = ("django_htmx/ext/*-2.js", "django_htmx/ext/*-4.js")


def joined_styles(sheet: Path) -> str:
    """The sheet with those it imports inside, each in its layer.

    A browser learns of imports only when it has the sheet, and asks for six at a time: one file is there sooner.
    """

    def inside(found: re.Match[str]) -> str:
        return f"@layer {found[2]} {{\n{(sheet.parent / found[1]).read_text()}}}"

    return _IMPORT.sub(inside, sheet.read_text())


class HashedStaticStorage(CompressedManifestStaticFilesStorage):  # type: ignore[misc]
    """WhiteNoise's storage, which also rewrites `import` addresses inside our ES modules."""

    support_js_module_import_aggregation = True

    def post_process(self, paths: dict[str, Any], *args: Any, **options: Any) -> Iterator[Any]:
        """Join the styles; hash and compress all files but those that no page uses."""
        served = {
            name: found
            for name, found in paths.items()
            if not any(fnmatch(name, pattern) for pattern in _NOT_SERVED)
        }
        if STYLES in served and not options.get("dry_run"):
            source, path = served[STYLES]
            kept = Path(self.path(STYLES))
            kept.unlink(missing_ok=True)  # it may be a link to the source
            kept.write_text(joined_styles(Path(source.path(path))))
            served[STYLES] = (self, STYLES)
        yield from super().post_process(served, *args, **options)
