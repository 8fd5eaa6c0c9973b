"""All settings, read from the environment. docs/operations.md lists the variables."""

import os
import secrets
import sys
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import environ
from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from sogni_web.run.places import (
    database_url,
    public_url,
    redis_url,
    studio_url,
    usual_hosts,
    var_dir,
)

env = environ.Env()
BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = var_dir()
TESTING = "pytest" in sys.modules

# --- Secrets ------------------------------------------------------------------------------


def _kept(name: str, make: Callable[[], str]) -> str:
    """What was made once and is kept under the data folder; of several processes that start at once the first wins."""
    kept = VAR_DIR / name
    if not kept.exists():
        VAR_DIR.mkdir(parents=True, exist_ok=True, mode=0o700)
        fresh = VAR_DIR / f"{name}.{secrets.token_hex(8)}"
        with open(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(make())
        try:
            os.link(fresh, kept)  # whole at once: nobody reads half of it
        except FileExistsError:
            pass
        finally:
            fresh.unlink()
    return kept.read_text().strip()


SECRET_KEY = os.environ.get("SECRET_KEY") or _kept("secret_key", lambda: secrets.token_urlsafe(50))
# in the name that workers have at the service: two installations never share it
INSTANCE_ID = _kept("instance_id", lambda: secrets.token_hex(4))
DEBUG = False

# --- Where it is reached ------------------------------------------------------------------

PUBLIC_URL = public_url()
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=usual_hosts())
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])
BEHIND_TLS = PUBLIC_URL.startswith("https://")
ROOT_URLCONF = "sogni_web.urls"
ASGI_APPLICATION = "sogni_web.asgi.application"

# --- Applications -------------------------------------------------------------------------

INSTALLED_APPS = [
    "daphne",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "channels",
    "django_htmx",
    "csp",
    "allauth",
    "allauth.account",
    "teams.apps.TeamsConfig",
    "media.apps.MediaConfig",
    "chat.apps.ChatConfig",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",  # before the one that answers for static files
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]

TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "chat.views.sidebar.conversations",
            ],
        },
    },
]

# --- Database -----------------------------------------------------------------------------

DATABASES = {"default": env.db_url_config(database_url())}
DATABASE_POOL = env.int("DATABASE_POOL", default=0)  # connections a long-lived process may keep
if DATABASE_POOL:  # threads take a connection for a moment each, so opening one must cost nothing
    _options = DATABASES["default"].setdefault("OPTIONS", {})
    _options["pool"] = {"min_size": 2, "max_size": DATABASE_POOL}
# every request has a thread of its own: a connection kept beyond it would be nobody's
DATABASES["default"]["CONN_MAX_AGE"] = 0
DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# --- Broker, channel layer, cache ---------------------------------------------------------

REDIS_URL = redis_url()
CHANNEL_LAYERS = {
    "default": {
        "BACKEND": "channels_redis.pubsub.RedisPubSubChannelLayer",
        # redis-py 8 gives every connection a 5 s socket timeout, which cuts idle subscriptions
        # (django/channels_redis issue 422).
        "CONFIG": {
            "hosts": [{"address": REDIS_URL, "socket_timeout": None, "max_connections": 10_000}],
            "prefix": "sogni-web",
        },
    }
}
CACHES = {
    "default": {
        "BACKEND": "sogni_web.cache.ForgivingCache",
        "LOCATION": REDIS_URL,
        # counters live here, and nothing waits for them: a server that hangs counts as one that is away
        "OPTIONS": {"socket_timeout": 1, "socket_connect_timeout": 1},
    }
}
CELERY_BROKER_URL = REDIS_URL.replace("unix://", "redis+socket://").replace(
    "?db=", "?virtual_host="
)
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = False  # the run row is the queue; a message is only a doorbell
# a full worker keeps one bell for each thread, so that none of them pauses; an idle worker hears the sweep's
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_TIMEZONE = "UTC"

# --- The service: Sogni with a key, the local studio without -------------------------------

SOGNI_API_KEY = env.str("SOGNI_API_KEY", default="")
SERVICE = "sogni" if SOGNI_API_KEY else "studio"
SOGNI_REST_ENDPOINT = env.str(
    "SOGNI_REST_ENDPOINT", default="https://api.sogni.ai" if SOGNI_API_KEY else studio_url()
)
SOGNI_SOCKET_ENDPOINT = env.str(
    "SOGNI_SOCKET_ENDPOINT",
    default="wss://socket.sogni.ai" if SOGNI_API_KEY else studio_url().replace("http", "ws", 1),
)
SOGNI_LLM_MODEL = env.str("SOGNI_LLM_MODEL", default="qwen3.6-35b-a3b-gguf-iq4xs")
SOGNI_TOKEN_TYPE = env.str("SOGNI_TOKEN_TYPE", default="spark")
SOGNI_NETWORK = env.str("SOGNI_NETWORK", default="fast")
WORKER_SLOT = env.str("WORKER_SLOT", default="1")  # unique per worker process, stable over restarts

# --- Runs ---------------------------------------------------------------------------------

RUN_MAX_ROUNDS = env.int("RUN_MAX_ROUNDS", default=8)
RUN_LEASE_S = env.int("RUN_LEASE_S", default=30)  # a dead worker's run is taken up after this
RUN_SWEEP_S = env.int("RUN_SWEEP_S", default=10)
RUN_SILENCE_S = env.int("RUN_SILENCE_S", default=1_800)  # a job silent for longer is given up
WORKER_CONCURRENCY = env.int("WORKER_CONCURRENCY", default=16)
ACCESS_RECHECK_S = 4.0
CATCH_UP_S = 15.0
MESSAGE_MAX_LENGTH = 20_000
PER_MINUTE = {  # of one person
    "send": env.int("SENDS_PER_MINUTE", default=240),
    "upload": env.int("UPLOADS_PER_MINUTE", default=120),
}

# --- Credits ------------------------------------------------------------------------------

DEFAULT_MONTHLY_CREDITS = Decimal(env.str("DEFAULT_MONTHLY_CREDITS", default="2000"))

# --- Accounts -----------------------------------------------------------------------------

AUTH_USER_MODEL = "teams.User"
AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
if TESTING:  # a slow hash for every person of every test is minutes
    PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
LOGIN_URL = "/accounts/login/"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_LOGIN_METHODS = {"username", "email"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "email", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_ADAPTER = "teams.accounts.AccountAdapter"
ACCOUNT_LOGOUT_REDIRECT_URL = "/accounts/login/"
ACCOUNT_SESSION_REMEMBER = True
# Guesses are few per name and per address; signing in with the right password stays easy.
ACCOUNT_RATE_LIMITS = {"login": "60/m/ip", "login_failed": "20/m/ip,5/5m/key"}

# Proxies of our own in front: without their number everyone behind them shares one address.
ALLAUTH_TRUSTED_PROXY_COUNT = env.int("TRUSTED_PROXIES", default=0)

# --- Cookies, headers ---------------------------------------------------------------------

SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = BEHIND_TLS
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "chat.views.pages.expired_form"
CSRF_COOKIE_HTTPONLY = True  # forms and hx-headers carry the token
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_HSTS_SECONDS = 31_536_000 if BEHIND_TLS else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_TLS else None
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "blob:"],
        "media-src": [SELF, "blob:"],
        "connect-src": [SELF],
        "font-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}

# --- Media --------------------------------------------------------------------------------

_MB = 1024 * 1024
MEDIA_LIMITS = {
    "image_bytes": env.int("IMAGE_MAX_MB", default=20) * _MB,
    "audio_bytes": env.int("AUDIO_MAX_MB", default=50) * _MB,
    "video_bytes": env.int("VIDEO_MAX_MB", default=100) * _MB,
    "image_pixels": 50_000_000,
    "video_pixels_per_frame": 3840 * 2160,
    "duration_s": 1_800,
    "files_per_message": 20,
    "draft_files": 100,  # unsent, of one person in all conversations
    "draft_bytes": 2_000 * _MB,
}
UPLOAD_MAX_BYTES = max(MEDIA_LIMITS[f"{kind}_bytes"] for kind in ("image", "audio", "video"))
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * _MB
FILE_UPLOAD_MAX_MEMORY_SIZE = 1 * _MB
FILE_UPLOAD_TEMP_DIR = str(VAR_DIR / "incoming")
FILE_UPLOAD_PERMISSIONS = 0o600
FILE_UPLOAD_DIRECTORY_PERMISSIONS = 0o700
MEDIA_PREVIEW_DIR = VAR_DIR / "previews"
for _folder in (Path(FILE_UPLOAD_TEMP_DIR), MEDIA_PREVIEW_DIR):
    _folder.mkdir(parents=True, exist_ok=True, mode=0o700)

# --- Files --------------------------------------------------------------------------------

STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES: dict[str, dict[str, Any]] = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "media": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {
            "location": VAR_DIR / "media",
            "file_permissions_mode": 0o600,
            "directory_permissions_mode": 0o700,
        },
    },
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if TESTING
        else "sogni_web.static.HashedStaticStorage"
    },
}
WHITENOISE_USE_FINDERS = TESTING
WHITENOISE_AUTOREFRESH = TESTING  # else every client of a test lists all files first

# --- Language and time --------------------------------------------------------------------

LANGUAGE_CODE = "en"
LANGUAGES = [("en", _("English"))]
TIME_ZONE = "UTC"
USE_I18N = True
USE_TZ = True

# --- Logging ------------------------------------------------------------------------------

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {
        "run": {"()": "chat.runlog.RunIdFilter"},
        "links": {"()": "sogni_web.redaction.LinkFilter"},
        "odd": {"()": "sogni_web.redaction.OddRequestFilter"},
    },
    "formatters": {
        "line": {
            "format": "{asctime} {levelname:<7} {name} run={run_id} {message}",
            "style": "{",
        }
    },
    "handlers": {
        "stderr": {
            "class": "logging.StreamHandler",
            "formatter": "line",
            "filters": ["run", "links", "odd"],
        }
    },
    "root": {"handlers": ["stderr"], "level": env.str("LOG_LEVEL", default="INFO")},
    "loggers": {
        "daphne": {"level": "WARNING"},
        "httpx": {"level": "WARNING"},
        "sogni_client": {"level": "WARNING"},
        "django.channels.server": {"level": "WARNING"},
        "django.request": {"level": "ERROR"},  # a stranger at a closed door is no warning
    },
}
