"""Wrong settings are said at the start, with what to do, and not found out on a bad evening."""

import re
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import available_timezones

from django.conf import settings
from django.core.checks import CheckMessage, Error, Warning, register
from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from halved.logs import FORMATS
from halved.safety.book import open_book
from halved.vault.keys import BadHouseKey, house
from halved.vault.signing import BadSigningKey, signing_key

HOST = re.compile(r"(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)+(:[0-9]{1,5})?")


@register()
def check_settings(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    return [message for check in CHECKS if (message := check())]


def _mode() -> CheckMessage | None:
    if settings.MODE in ("own", "host"):
        return None
    return Error("HALVED_MODE must be own or host.", hint="Leave it out.", id="halved.E001")


def _sign_up() -> CheckMessage | None:
    if settings.SIGN_UP in ("open", "invited", "closed"):
        return None
    hint = "invited is the default: `halved invite` prints a link."
    return Error("HALVED_SIGN_UP must be open, invited or closed.", hint=hint, id="halved.E002")


def _public_url() -> CheckMessage | None:
    url = urlsplit(settings.PUBLIC_URL)
    if not settings.PUBLIC_URL or (url.scheme in ("http", "https") and url.hostname):
        return None
    hint = "Write it as https://halved.example.org, as people reach it."
    return Error("HALVED_PUBLIC_URL is no address.", hint=hint, id="halved.E003")


def _mail() -> CheckMessage | None:
    if not settings.SMTP_URL or settings.PUBLIC_URL:
        return None
    hint = "Set HALVED_PUBLIC_URL too: mail carries links, and they must lead here."
    return Warning("HALVED_SMTP_URL is set, but no mail will go out.", hint=hint, id="halved.W001")


def _sender() -> CheckMessage | None:
    name, at, host = settings.MAIL_FROM.rpartition("@")
    if name and at and host and " " not in settings.MAIL_FROM:
        return None
    hint = "Write it as halved@example.org."
    return Error("HALVED_MAIL_FROM is no e-mail address.", hint=hint, id="halved.E008")


def _operator() -> CheckMessage | None:
    try:
        validate_email(settings.OPERATOR_EMAIL or "nobody@example.org")
    except ValidationError:
        hint = "Write it as halved-reports@example.org, or leave it out."
        return Error("HALVED_OPERATOR_EMAIL is no e-mail address.", hint=hint, id="halved.E009")
    return None


def _relock() -> CheckMessage | None:
    if 1 <= settings.RELOCK_MINUTES <= 24 * 60:
        return None
    hint = "15 is the default."
    return Error(
        "HALVED_RELOCK_MINUTES must be from 1 to 1440 minutes.", hint=hint, id="halved.E004"
    )


def _time_zone() -> CheckMessage | None:
    if settings.TIME_ZONE in available_timezones():
        return None
    hint = "Write it like Europe/London."
    return Error("HALVED_TIME_ZONE is no time zone.", hint=hint, id="halved.E005")


def _house_key() -> CheckMessage | None:
    try:
        house()
    except BadHouseKey as error:
        return Error("The house key cannot be read.", hint=str(error), id="halved.E006")
    except OSError:
        hint = "HALVED_DATA_DIR must be a folder that Halved may read and write."
        return Error("The house key's file cannot be read.", hint=hint, id="halved.E007")
    return None


def _lines() -> CheckMessage | None:
    problems = open_book(settings.LINES_FILE).problems
    if not problems:
        return None
    hint = f"See all of it with `halved lines validate`. {problems[0]}"
    return Warning("Some lines known here cannot be shown.", hint=hint, id="halved.W002")


def _leave_to() -> CheckMessage | None:
    url = urlsplit(settings.LEAVE_TO)
    if url.scheme in ("http", "https") and url.hostname:
        return None
    hint = "Write it as https://www.example.org/weather."
    return Error("HALVED_LEAVE_TO is no address.", hint=hint, id="halved.E010")


def _push_hosts() -> CheckMessage | None:
    wrong = [host for host in settings.PUSH_HOSTS if not HOST.fullmatch(host)]
    if not wrong:
        return None
    hint = f"Write each as push.example.org or *.example.org, not as {wrong[0]}."
    return Error("HALVED_PUSH_HOSTS holds no name of a host.", hint=hint, id="halved.E011")


def _directory_hosts() -> CheckMessage | None:
    wrong = [host for host in settings.DIRECTORY_HOSTS if not HOST.fullmatch(host)]
    if not wrong:
        return None
    hint = f"Write each as data.example.org or *.example.org, not as {wrong[0]}."
    return Error("HALVED_DIRECTORY_HOSTS holds no name of a host.", hint=hint, id="halved.E020")


def _vapid_key() -> CheckMessage | None:
    try:
        if settings.CAN_PUSH:
            signing_key()
    except BadSigningKey as error:
        return Error("The key for push services cannot be read.", hint=str(error), id="halved.E012")
    except OSError:
        hint = "HALVED_DATA_DIR must be a folder that Halved may read and write."
        return Error("The file of the key for push cannot be read.", hint=hint, id="halved.E013")
    return None


def _log_format() -> CheckMessage | None:
    if settings.LOG_FORMAT in FORMATS:
        return None
    hint = "plain is the default."
    return Error("HALVED_LOG_FORMAT must be plain or json.", hint=hint, id="halved.E014")


CHECKS = (
    _mode, _sign_up, _public_url, _mail, _sender, _operator, _relock, _time_zone, _house_key,
    _lines, _leave_to, _push_hosts, _directory_hosts, _vapid_key, _log_format,
)  # fmt: skip
