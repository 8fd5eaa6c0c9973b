"""Bring database and static files up to this code, in one process: `python -m sogni_web.run.prepare`.

One start of Django instead of three. The last line it prints is the owner's single-use sign-in
link on the very first start, and nothing otherwise.
"""

import hashlib
import io
import os
import sys
from pathlib import Path

import django
from django.conf import settings
from django.core.management import call_command


def main() -> None:
    """Migrate, collect static files when any has changed, and print the first sign-in link."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sogni_web.settings")
    django.setup()
    call_command("migrate", interactive=False, verbosity=1, stdout=sys.stderr)
    _collect_static()
    print(_first_link(), flush=True)


def _collect_static() -> None:
    """Collect and hash static files, unless the sources are those of the last time."""
    stamp = settings.VAR_DIR / "static.stamp"
    sources = _fingerprint()
    if settings.STATIC_ROOT.is_dir() and stamp.is_file() and stamp.read_text() == sources:
        return
    stamp.unlink(missing_ok=True)
    call_command("collectstatic", interactive=False, verbosity=1, clear=True, stdout=sys.stderr)
    stamp.write_text(sources)


def _fingerprint() -> str:
    """A digest of names, sizes and times of every static source, of the storage's settings and of its code."""
    from django.contrib.staticfiles.finders import get_finders

    digest = hashlib.sha256(repr(settings.STORAGES["staticfiles"]).encode())
    digest.update((Path(__file__).parents[1] / "static.py").read_bytes())
    for finder in get_finders():
        for name, storage in finder.list([]):
            path = storage.path(name)
            found = os.stat(path)
            digest.update(f"{path}\0{found.st_size}\0{found.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def _first_link() -> str:
    printed = io.StringIO()
    call_command("signin_link", first=True, stdout=printed)
    return printed.getvalue().strip()


if __name__ == "__main__":
    main()
