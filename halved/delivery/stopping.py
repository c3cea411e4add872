""" "Please don't contact me through Halved again": by a link that stands in every message.

The link carries what the opt-out keeps, a keyed hash of the address, and a mark that only this
server can make. It needs no row, opens nothing that was asked, and works for as long as the mail
is kept.
"""

import base64
import binascii
from collections.abc import Iterable
from datetime import datetime

from django.conf import settings
from django.utils.crypto import constant_time_compare

from halved.delivery.models import OptOut, StopRequest, address_hash
from halved.delivery.rules import DAY
from halved.promises import keep, kept
from halved.vault.keys import house

HASH_BYTES, MARK_BYTES = 32, 16


def stop_url(address: str) -> str:
    return f"{settings.PUBLIC_URL}/stop/{_token(address_hash(address))}/"


def about_url() -> str:
    return f"{settings.PUBLIC_URL}/about/"


def hash_behind(token: str) -> bytes | None:
    """The keyed hash of the address a stop link was made for; None when we did not make it."""
    try:
        both = base64.b64decode(token.encode(), altchars=b"-_", validate=True)
    except (ValueError, binascii.Error):
        return None
    hashed = both[:HASH_BYTES]
    return hashed if constant_time_compare(both, hashed + _mark(hashed)) else None


def opt_out(hashes: list[bytes], now: datetime) -> None:
    """Halved never writes to these addresses again, whoever asks. The list is written first, so
    that a restored backup knows of it too."""
    keep(settings.STOPS_FILE, hashes, now.date())
    _stop(hashes, now)


def stop_again(now: datetime) -> None:
    """After a backup was restored: stops for whoever stands in the list."""
    _stop(kept(settings.STOPS_FILE), now)


def _stop(hashes: Iterable[bytes], now: datetime) -> None:
    OptOut.objects.bulk_create(
        [OptOut(address_hash=hashed, created_at=now) for hashed in hashes],
        ignore_conflicts=True,
        batch_size=1000,
    )


def may_ask_to_stop(address: str, now: datetime) -> bool:
    """Whether a stop link may be mailed to this address, and counts it: once a day at most, since
    anybody can type any address. Exact, however many ask at the same moment."""
    row, is_new = StopRequest.objects.get_or_create(
        address_hash=address_hash(address), defaults={"at": now}
    )
    again = StopRequest.objects.filter(pk=row.pk, at__lte=now - DAY)
    return is_new or bool(again.update(at=now))


def _token(hashed: bytes) -> str:
    return base64.b64encode(hashed + _mark(hashed), altchars=b"-_").decode()


def _mark(hashed: bytes) -> bytes:
    return house().hash(hashed.hex(), "halved.stop")[:MARK_BYTES]
