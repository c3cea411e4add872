"""Addresses of pages and of mail: value in, value and the codes of what was odd out. Pure."""

import re
from urllib.parse import urlsplit

from halved.directory.importing.texts import Codes, is_nothing

LONGEST = 500
_SCHEME = re.compile(r"^[a-zA-Z][a-zA-Z0-9+.-]*:")
_TWICE = re.compile(r"^(https?):/*(?:https?:/*)*", re.IGNORECASE)
_HOST = re.compile(r"(?:[\w](?:[\w-]{0,61}[\w])?\.)+[^\W\d_](?:[\w-]{0,61}[\w])?", re.UNICODE)
_MAIL = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.)+[A-Za-z]{2,24}")


def url(text: str) -> tuple[str, Codes]:
    """An address with http or https, a host on the internet and nothing hidden in it; or ""."""
    found = text.strip().strip("<>\"'")
    if is_nothing(found):
        return "", ("empty_word",) if found else ()
    found = re.split(r"[\s;]+|,(?=\s|https?:)", found)[0].replace("\\", "/")
    codes: Codes = ()
    if not _SCHEME.match(found) or re.match(r"^[\w.-]+\.[a-z]{2,}:\d", found, re.IGNORECASE):
        found, codes = "http://" + found.lstrip("/"), ("url_scheme",)
    found = _TWICE.sub(lambda scheme: f"{scheme[1].lower()}://", found)
    return (found, codes) if _is_page(found) else ("", ("url_bad",))


def _is_page(address: str) -> bool:
    if len(address) > LONGEST or not address.isprintable():
        return False
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        return False
    host = parts.hostname or ""
    has_host = bool(_HOST.fullmatch(host)) and len(host) < 254
    return parts.scheme in ("http", "https") and has_host and "@" not in parts.netloc and port != 0


def email(text: str) -> tuple[str, Codes]:
    """The first address in the text, or ""."""
    found = text.strip()
    if is_nothing(found):
        return "", ("empty_word",) if found else ()
    if _MAIL.fullmatch(found):
        return found, ()
    inside = _MAIL.search(re.sub(r"\s*[\[(]at[\])]\s*", "@", found[:1_000], flags=re.IGNORECASE))
    if not inside or ".." in inside[0]:
        return "", ("email_bad",)
    return inside[0].lstrip(".'"), ("email_form",)
