"""Every setting. What an operator may set is read here and listed in docs/settings.md."""

import re
import sys
from pathlib import Path
from typing import Any

import environ
import platformdirs
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from halved import __version__
from halved.logs import FORMATS
from halved.vault.keys import read_or_make_secret

env = environ.FileAwareEnv()

# --- where things are -------------------------------------------------------------------------

DATA_DIR = Path(env.str("HALVED_DATA_DIR", "") or platformdirs.user_data_dir("halved"))
# "own": one person on their own machine. "host": many members, sign-in by name.
MODE = env.str("HALVED_MODE", "host")
OWN_MACHINE = MODE == "own"
PUBLIC_URL = env.str("HALVED_PUBLIC_URL", "").rstrip("/")
# Lines of help that are known here, and corrections: see docs/help-now.md.
LINES_FILE = Path(env.str("HALVED_LINES_FILE", "") or DATA_DIR / "lines.json")
# Where `halved now` writes Help now to, for a proxy to serve while Halved does not answer.
NOW_DIR = Path(env.str("HALVED_NOW_DIR", "")) if env.str("HALVED_NOW_DIR", "") else None
# Hosts from which the worker may fetch datasets anew, and a page may bring one in.
DIRECTORY_HOSTS = env.list("HALVED_DIRECTORY_HOSTS", default=[])
# Where “Leave now” leads, unless a member chose another page.
LEAVE_TO = env.str("HALVED_LEAVE_TO", "https://www.bbc.co.uk/weather")
SETUP_TOKEN = env.str("HALVED_SETUP_TOKEN", "")
DEMO_TOKEN = env.str("HALVED_DEMO_TOKEN", "")

DEBUG = False
SECRET_KEY = env.str("HALVED_SECRET_KEY", "") or read_or_make_secret(DATA_DIR / "secret.key")
HOUSE_KEYS = env.str("HALVED_HOUSE_KEY", "")
HOUSE_KEY_FILE = DATA_DIR / "house.key"

_public_host = PUBLIC_URL.split("://")[-1].split("/")[0].rsplit(":", 1)[0]
ALLOWED_HOSTS = env.list("HALVED_ALLOWED_HOSTS", default=[]) or [
    "127.0.0.1",
    "localhost",
    "[::1]",
    *([_public_host] if _public_host else []),
]
CSRF_TRUSTED_ORIGINS = [PUBLIC_URL] if PUBLIC_URL else []

# --- the house --------------------------------------------------------------------------------

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.staticfiles",
    "django.forms",
    "django_htmx",
    "halved",
    "halved.vault",
    "halved.limits",
    "halved.delivery",
    "halved.accounts",
    "halved.circle",
    "halved.reflection",
    "halved.safety",
    "halved.directory",
    "halved.asks",
    "halved.pieces",
    "halved.lookback",
    "halved.archive",
    "halved.operators",
    # After ours: of two templates with one name, the first one wins.
    "allauth",
    "allauth.account",
]
MIDDLEWARE = [
    "halved.metrics.count_requests",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "halved.policy.security_headers",
    "halved.asks.answering.without_cookies",
    "halved.accounts.sessions.Sessions",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
]
ROOT_URLCONF = "halved.urls"
WSGI_APPLICATION = "halved.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [Path(__file__).parent / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
            ],
        },
    }
]
# Our own django/forms/widgets/attrs.html comes first: no browser keeps what is typed here.
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
USE_TZ = True
TIME_ZONE = env.str("HALVED_TIME_ZONE", "UTC")
USE_I18N = False
LANGUAGE_CODE = "en"

# --- the store --------------------------------------------------------------------------------

DATABASES = {
    "default": env.db_url_config(
        env.str("HALVED_DATABASE_URL", "") or f"sqlite:///{DATA_DIR / 'halved.sqlite3'}"
    )
}
if "ENGINE" not in DATABASES["default"]:
    raise ImproperlyConfigured(
        "HALVED_DATABASE_URL is no address. Write it like postgres://user:password@host/name"
    )
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        # FULL: an acknowledged ask survives a power cut. secure_delete: what is wiped is gone.
        # cache_size: 8 MB of pages for each connection, instead of 2.
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
        " PRAGMA secure_delete=ON; PRAGMA foreign_keys=ON; PRAGMA cache_size=-8000;",
    }
else:
    # A store whose machine is gone says nothing: it is given up within seconds, so that pages can
    # say so. What stands in the address goes before.
    DATABASES["default"]["OPTIONS"] = {
        "connect_timeout": 5,
        "keepalives_idle": 10,
        "keepalives_interval": 5,
        "keepalives_count": 2,
        "tcp_user_timeout": 15_000,  # milliseconds
        **DATABASES["default"].get("OPTIONS", {}),
    }
DATABASES["default"]["CONN_MAX_AGE"] = None
DATABASES["default"]["CONN_HEALTH_CHECKS"] = not DATABASES["default"]["ENGINE"].endswith("sqlite3")
# Counts of what was tried, in the memory of each process. The default of 300 would let whoever has
# many addresses push out the counts of others.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "OPTIONS": {"MAX_ENTRIES": 50_000},
    }
}

# Who deleted everything, and who wants no messages: a backup that is put back must know it, too.
DELETIONS_FILE = DATA_DIR / "deletions.list"
# And who does not want to be written to, so that it holds after that as well.
OPT_OUTS_FILE = DATA_DIR / "opt-outs.list"
TAKEN_BACK_FILE = DATA_DIR / "opt-outs-taken-back.list"
BACKUP_DAYS = env.int("HALVED_BACKUP_DAYS", 30)

# --- members ----------------------------------------------------------------------------------

AUTH_USER_MODEL = "accounts.Member"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "halved.accounts.passphrase.LongEnough"},
    {"NAME": "halved.accounts.passphrase.NotCommon"},
]
SIGN_UP = env.str("HALVED_SIGN_UP", "invited")
SESSION_ENGINE = "halved.accounts.sessions"
RELOCK_MINUTES = env.int("HALVED_RELOCK_MINUTES", 15)
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"
LOGOUT_REDIRECT_URL = "home"
# How many proxies stand in front, so that limits count people and not the proxy.
ALLAUTH_TRUSTED_PROXY_COUNT = env.int("HALVED_PROXIES", 1 if PUBLIC_URL.startswith("https") else 0)
ACCOUNT_ADAPTER = "halved.accounts.adapter.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*", "password2*"]
# Tries are counted in the store, for all processes together: see halved/accounts/tries.py.
ACCOUNT_RATE_LIMITS = {"login": "", "login_failed": "", "change_password": ""}
ACCOUNT_SIGNUP_REDIRECT_URL = "recovery_code"
ACCOUNT_USER_MODEL_EMAIL_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_LOGOUT_REDIRECT_URL = "/"
ACCOUNT_FORMS = {
    "login": "halved.accounts.forms.SignInForm",
    "signup": "halved.asks.joining.SignUpForm",
}

# --- mail -------------------------------------------------------------------------------------

SMTP_URL = env.str("HALVED_SMTP_URL", "")
if SMTP_URL:
    vars().update(env.email_url_config(SMTP_URL))
else:
    EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
EMAIL_TIMEOUT = 20
MAIL_FROM = env.str("HALVED_MAIL_FROM", f"halved@{_public_host or 'localhost'}")
# Who runs this server, for people who were asked and want to know.
OPERATOR_NAME = env.str("HALVED_OPERATOR_NAME", "")
OPERATOR_CONTACT = env.str("HALVED_OPERATOR_CONTACT", "")
OPERATOR_EMAIL = env.str("HALVED_OPERATOR_EMAIL", "")
# Links reach other people, and mail goes out, only where other people can reach this server.
CAN_LINK = bool(PUBLIC_URL)
CAN_MAIL = bool(PUBLIC_URL and SMTP_URL)

# --- the browser ------------------------------------------------------------------------------

HTTPS = PUBLIC_URL.startswith("https://") and not OWN_MACHINE
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_NAME = "__Host-session" if HTTPS else "session"
CSRF_COOKIE_NAME = "__Host-csrf" if HTTPS else "csrf"
ROOM_COOKIE_NAME = "__Host-room" if HTTPS else "room"
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "halved.accounts.views.stale_form"
# Passkeys belong to a name: browsers make none for an address of numbers, and none without TLS but
# on this machine. On one's own machine the passphrase is the only key.
_host_is_name = re.fullmatch(r"[\w.-]*[a-z][\w-]*", _public_host.lower())
_host_is_safe = HTTPS or (_public_host == "localhost" and not OWN_MACHINE)
PASSKEY_HOST = _public_host.lower() if _host_is_name and _host_is_safe else ""
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
# Messages on the screen go by way of a push service: browsers want HTTPS, and the server needs the
# internet. Off on one's own machine, unless it is asked for.
CAN_PUSH = env.bool("HALVED_PUSH", HTTPS)
PUSH_HOSTS = env.list("HALVED_PUSH_HOSTS", default=[])
VAPID_KEY = env.str("HALVED_VAPID_KEY", "")
VAPID_KEY_FILE = DATA_DIR / "vapid.key"
# Not "no-referrer": then browsers send no origin with our own forms, and Django refuses them.
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
# A browser that was here over TLS comes back over TLS for a year. Other names of the domain are the
# operator's to decide.
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "manifest-src": [SELF],
        # No script turns text into a script. The two policies are in halved.js and device.js.
        "require-trusted-types-for": ["'script'"],
        "trusted-types": ["default", "halved-device"],
    }
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000_000
# Files are read in memory, at most 20 MB: what somebody brings in of their own touches no disk.
# A list of services is public, and waits in the store for the worker.
FILE_UPLOAD_MAX_MEMORY_SIZE = 20_000_000
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.MemoryFileUploadHandler"]

STATIC_URL = "static/"
STATIC_ROOT = DATA_DIR / f"static-{__version__}"
TESTING = "pytest" in sys.modules
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if TESTING
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = TESTING

# Logs say what failed, never what people wrote: no request bodies, no queries, no addresses.
LOG_FORMAT = env.str("HALVED_LOG_FORMAT", "plain")
LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": FORMATS.get(LOG_FORMAT, FORMATS["plain"])},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {"django.request": {"level": "ERROR"}, "halved": {"level": "INFO"}},
}
