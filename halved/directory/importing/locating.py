"""Addresses and access of a place: rows in, what is kept of them out. Pure."""

import re
from collections.abc import Iterable, Sequence

from halved.directory.details import Location
from halved.directory.importing import addresses
from halved.directory.importing.remarks import Remarks
from halved.directory.importing.report import Oddity
from halved.directory.importing.scratch import Kept

_WHEELCHAIR = re.compile(r"(?i)wheel ?chair")
_NOT = re.compile(
    r"(?i)\b(?:no|not|without|isn.t|un(?:suitable|able)|limited|partial|partly)\b[^.;]{0,40}"
    r"wheel ?chair"
    r"|wheel ?chair[^.;]{0,40}\b(?:not|no|unsuitable|inaccessible|limited|partial)\b"
    r"|wheel ?chair[^.;]{0,20}: ?(?:no|false|0)\b"
)


def address_of(rows: Sequence[Kept], remarks: Remarks) -> Location:
    """The address that people can go to; one for letters only where there is no other."""
    order = {"physical": 0, "": 1, "virtual": 2, "postal": 3}
    kinds = sorted(rows, key=lambda kept: order.get(kept.row.get("address_type", "").lower(), 1))
    for kept in rows:
        remarks.take(kept)
    if not kinds:
        return {}
    kept = kinds[0]
    if len([each for each in kinds if each.row.get("address_type") != "postal"]) > 1:
        remarks.note(kinds[1], Oddity("more_addresses", kinds[1].row.get("address_1", "")))
    return _address(kept, remarks)


def _address(kept: Kept, remarks: Remarks) -> Location:
    row = kept.row
    lines, city, odd = addresses.lines(row)
    region = row.get("state_province") or row.get("region", "")
    country, unknown = addresses.country(
        row.get("country", ""), row.get("state_province", ""), row.get("postal_code", "")
    )
    for oddity in (*odd, *unknown):
        remarks.note(kept, oddity)
    made: Location = {}
    if lines:
        made["lines"] = lines[:8]
    if city:
        made["city"] = city
    if region:
        made["region"] = region
    if row.get("postal_code"):
        made["postal_code"] = row["postal_code"][:20]
    if country:
        made["country"] = country
    return made


def is_wheelchair_friendly(texts: Iterable[str]) -> bool | None:
    """None where nothing is said of it, or it holds for a part of the house only."""
    said = [text for text in texts if _WHEELCHAIR.search(text)]
    if not said:
        return None
    against = [text for text in said if _NOT.search(text)]
    if not against:
        return True
    partly = any(re.search(r"(?i)limited|part", text) for text in against)
    return None if partly or len(against) < len(said) else False
