""" "Please don't contact me through Halved again": by a link that stands in every message.

The link carries what the opt-out keeps, a keyed hash of the address, and a mark that only this
server can make. It needs no row, opens nothing that was asked, and works for as long as the mail
is kept.
"""

import base64
import binascii
import logging
from datetime import UTC, datetime

from django.conf import settings
from django.utils.crypto import constant_time_compare

from halved.delivery.models import OptOut, StopRequest, address_hash
from halved.delivery.rules import DAY
from halved.vault.keys import house
from halved.vault.lists import put_down, put_down_before

log = logging.getLogger(__name__)

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
    """Halved never writes to these addresses again, whoever asks, and whatever backup of the store
    is put back."""
    try:
        put_down(settings.OPT_OUTS_FILE, hashes, now.date())
    except OSError as error:  # it holds all the same, but for a backup
        log.error("an opt-out is not on the list beside the store: %s", type(error).__name__)
    _keep([OptOut(address_hash=hashed, created_at=now) for hashed in hashes])


def take_back(address: str, now: datetime) -> None:
    """Whoever owns this address wants messages again. The same whether it was on the list."""
    hashed = address_hash(address)
    try:
        put_down(settings.TAKEN_BACK_FILE, [hashed], now.date())
    except OSError as error:  # after a backup was put back, it is on the list once more
        log.error("an opt-out that was taken back is not noted: %s", type(error).__name__)
    OptOut.objects.filter(address_hash=hashed).delete()


def opt_out_again() -> None:
    """After a backup was restored: whoever stands in the list is not written to, unless they took
    it back on a later day."""
    back = put_down_before(settings.TAKEN_BACK_FILE)
    taken_back = [
        hashed
        for hashed, day in put_down_before(settings.OPT_OUTS_FILE).items()
        if back.get(hashed, day) > day
    ]
    OptOut.objects.filter(address_hash__in=taken_back).delete()
    _keep(
        [
            OptOut(
                address_hash=hashed, created_at=datetime(day.year, day.month, day.day, tzinfo=UTC)
            )
            for hashed, day in put_down_before(settings.OPT_OUTS_FILE).items()
            if hashed not in taken_back
        ]
    )


def _keep(rows: list[OptOut]) -> None:
    OptOut.objects.bulk_create(rows, batch_size=500, ignore_conflicts=True)


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
