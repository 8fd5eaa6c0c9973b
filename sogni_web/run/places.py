"""Where things live: pure functions of the environment and of what a first start recorded.

Imports no Django, so that settings, the supervisor and the tests agree on one answer.
"""

import hashlib
import os
import pwd
import stat
import tempfile
from pathlib import Path
from urllib.parse import quote, urlsplit

ROOT = Path(__file__).resolve().parent.parent.parent
DATABASE_USER = "sogni"
DATABASE_NAME = "sogni"
SYSTEM_DATA = Path("/var/lib/sogni-web")  # databases of a root that runs the server
SERVICE_USERS = ("postgres", "nobody")  # PostgreSQL refuses root: the first that exists
SOCKET_PATH_LIMIT = 100  # bytes; the kernel's own limit is 108 (Linux) or 104 (macOS)
_POSTGRES_SOCKET = ".s.PGSQL.5432"
_VALKEY_SOCKET = "valkey.sock"
_HOME_RECORD = "postgres.place"
_ADDRESS_RECORD = "address"


class PlaceError(Exception):
    """A folder cannot be used. The text is a sentence for the person at the terminal."""


# --- The data folder ------------------------------------------------------------------------


def var_dir() -> Path:
    """The data folder: `SOGNI_WEB_VAR`, else `var/` beside the code. May not exist yet."""
    return Path(os.environ.get("SOGNI_WEB_VAR") or ROOT / "var").absolute()


def log_dir() -> Path:
    """One log file per process."""
    return var_dir() / "log"


def run_dir() -> Path:
    """What only a running supervisor needs: its lock, process records, beat's schedule."""
    return var_dir() / "run"


def web_port() -> int:
    """The port of the pages: `PORT`, else 8000. Raises PlaceError when it is no port."""
    return _port("PORT", 8000)


def studio_port() -> int:
    """The port of the local studio: `STUDIO_PORT`, else 8010."""
    return _port("STUDIO_PORT", 8010)


def _port(variable: str, default: int) -> int:
    given = os.environ.get(variable) or str(default)
    if not given.isdecimal() or not 0 < int(given) < 65_536:
        raise PlaceError(f"{variable} must be a port number from 1 to 65535, not {given!r}.")
    return int(given)


# --- Addresses that settings use ------------------------------------------------------------


def public_url() -> str:
    """The address people use: `PUBLIC_URL`, else this machine's at `PORT`.

    With neither set, the one of the installation that runs on this data folder: `manage.py` beside it needs no telling.
    """
    if given := os.environ.get("PUBLIC_URL"):
        return given.rstrip("/")
    record = run_dir() / _ADDRESS_RECORD
    if not os.environ.get("PORT") and record.is_file():
        return record.read_text().strip()
    host = reachable_host()
    return f"http://{f'[{host}]' if ':' in host else host}:{web_port()}"


def bind() -> str:
    """Where the pages listen: `BIND`, else this machine alone."""
    return os.environ.get("BIND") or "127.0.0.1"


def reachable_host() -> str:
    """A host of this machine at which the pages answer."""
    return {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(bind(), bind())  # noqa: S104 - compared only


def usual_hosts() -> list[str]:
    """The host names that are answered when no others are named: this machine's, and the one people are told."""
    told = urlsplit(public_url()).hostname
    hosts = ["127.0.0.1", "localhost", "[::1]"]
    name = f"[{told}]" if told and ":" in told else told
    return hosts if not name or name in hosts else [*hosts, name]


def note_address() -> None:
    """Record the address of the installation that starts on this data folder."""
    forget_address()  # a killed predecessor's
    (run_dir() / _ADDRESS_RECORD).write_text(f"{public_url()}\n")


def forget_address() -> None:
    """Nothing runs on this data folder any more."""
    (run_dir() / _ADDRESS_RECORD).unlink(missing_ok=True)


def studio_url() -> str:
    """The local studio's HTTP address."""
    return f"http://127.0.0.1:{studio_port()}"


def database_url() -> str:
    """`DATABASE_URL`, else the embedded server's address.

    The embedded form is `postgres://user@/name?host=%2Ffolder`: django-environ and libpq read it
    alike, and a folder with capitals survives (in the host position it would be lower-cased).
    """
    return os.environ.get("DATABASE_URL") or embedded_database_url()


def embedded_database_url(name: str = DATABASE_NAME) -> str:
    """The address of a database of the embedded server, whether or not that is used."""
    return f"postgres://{DATABASE_USER}@/{name}?host={quote(str(postgres_socket_dir()), safe='')}"


def redis_url() -> str:
    """`REDIS_URL`, else the embedded Valkey's socket (database 0)."""
    return os.environ.get("REDIS_URL") or f"unix://{quote(str(valkey_socket()))}?db=0"


def embeds_postgres() -> bool:
    """Whether the embedded PostgreSQL is used: no `DATABASE_URL` is set."""
    return not os.environ.get("DATABASE_URL")


def embeds_valkey() -> bool:
    """Whether the embedded Valkey is used: no `REDIS_URL` is set."""
    return not os.environ.get("REDIS_URL")


def uses_studio() -> bool:
    """Whether the local studio is the service: no Sogni key and no other endpoint is set."""
    return not (os.environ.get("SOGNI_API_KEY") or os.environ.get("SOGNI_REST_ENDPOINT"))


# --- PostgreSQL -----------------------------------------------------------------------------


def service_user() -> str | None:
    """Who PostgreSQL runs as: None for ourselves, a service user's name when we are root."""
    if os.geteuid() != 0:
        return None
    for name in SERVICE_USERS:
        try:
            pwd.getpwnam(name)
        except KeyError:
            continue
        return name
    raise PlaceError(
        "PostgreSQL does not run as root, and there is no user 'postgres' or 'nobody' to run it as. "
        "Start as an ordinary user, or set DATABASE_URL."
    )


def postgres_home() -> Path:
    """The folder that belongs to the embedded PostgreSQL (its data and, if short, its socket).

    Under the data folder; for root elsewhere, because the service user must not need a way
    through the data folder. The place that a first start chose is recorded and stays.
    """
    record = var_dir() / _HOME_RECORD
    if record.is_file():
        return Path(record.read_text().strip())
    if service_user() is None:
        return var_dir() / "postgres"
    return SYSTEM_DATA / _fingerprint(var_dir())


def settle_postgres_home(*, throwaway: bool = False) -> Path:
    """Make the PostgreSQL folder (0700, owned by whoever runs the server) and record it.

    A throwaway one lives in the system's temporary folder. Calling twice is safe. Raises
    PlaceError when the folder is not ours alone.
    """
    user = service_user()
    record = var_dir() / _HOME_RECORD
    if record.is_file():
        home = postgres_home()
    elif throwaway and user is not None:
        home = Path(tempfile.mkdtemp(prefix="sogni-pg-"))
        os.chown(home, pwd.getpwnam(user).pw_uid, pwd.getpwnam(user).pw_gid)
    else:
        home = postgres_home()
        # The data folder was removed and made anew: its old database stays, untouched.
        for number in range(2, 1_000):
            if user is None or not home.exists():
                break
            home = SYSTEM_DATA / f"{_fingerprint(var_dir())}-{number}"
    if home.parent == SYSTEM_DATA:
        SYSTEM_DATA.mkdir(mode=0o755, exist_ok=True)
    private_dir(home, user)
    record.write_text(f"{home}\n")
    return home


def postgres_data() -> Path:
    """The database cluster's folder."""
    return postgres_home() / "data"


def postgres_socket_dir() -> Path:
    """The folder of the server's socket: 0700, the server's own."""
    return _socket_dir(postgres_home(), _POSTGRES_SOCKET, service_user())


# --- Valkey ---------------------------------------------------------------------------------


def valkey_home() -> Path:
    """The folder that belongs to the embedded Valkey."""
    return var_dir() / "valkey"


def valkey_socket() -> Path:
    """The socket of the embedded Valkey."""
    return _socket_dir(valkey_home(), _VALKEY_SOCKET, None) / _VALKEY_SOCKET


# --- Private folders ------------------------------------------------------------------------


def private_dir(folder: Path, user: str | None = None) -> None:
    """Make `folder` with mode 0700 for `user` (None: ourselves); verify it when it exists.

    Raises PlaceError when it is a link, someone else's, or open to others.
    """
    try:
        folder.mkdir(mode=0o700, parents=True)
    except FileExistsError:
        pass
    else:
        if user is not None:
            entry = pwd.getpwnam(user)
            os.chown(folder, entry.pw_uid, entry.pw_gid)
    verify_private(folder, user)


def verify_private(folder: Path, user: str | None = None) -> None:
    """Raise PlaceError unless `folder` is a real folder of `user` with mode 0700."""
    owner = os.geteuid() if user is None else pwd.getpwnam(user).pw_uid
    found = folder.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid != owner:
        raise PlaceError(f"{folder} belongs to someone else; remove it or set SOGNI_WEB_VAR.")
    if stat.S_IMODE(found.st_mode) != 0o700:
        raise PlaceError(f"{folder} is open to others; make it private with: chmod 700 {folder}")


def _socket_dir(home: Path, socket: str, user: str | None) -> Path:
    """`home`, or a short private folder named by a hash of it when its path is too long.

    The short one lies where anyone may make folders, so it is verified each time it is named.
    """
    if len(os.fsencode(home / socket)) <= SOCKET_PATH_LIMIT:
        return home
    runtime = os.environ.get("XDG_RUNTIME_DIR")
    base = Path(runtime) if runtime and user is None and len(runtime) < 50 else Path("/tmp")  # noqa: S108 - checked
    folder = base / f"sogni-web-{os.geteuid()}-{_fingerprint(home)}"
    if folder.exists() or folder.is_symlink():
        verify_private(folder, user)
    return folder


def _fingerprint(path: Path) -> str:
    return hashlib.sha256(os.fsencode(path) + str(os.geteuid()).encode()).hexdigest()[:16]
