"""Small datasets of our own, in the forms that directories really come in."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from halved.directory.details import Details
from halved.directory.importing import bringing
from halved.directory.importing.report import Counts, Report
from halved.directory.models import Dataset

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
ABOUT = bringing.About(slug="ely", name="Help in Ely", timezone="Europe/London")

# HSDS 3.0: one service in full.
THREE = {
    "organizations.csv": "id,name,description,website\n"
    "o1,Harbour House,Tea and advice,harbour.example.org\n",
    "services.csv": "id,organization_id,name,description,status,fees_description,last_modified\n"
    "s1,o1,Debt desk,Help with bills,active,Free,2026-05-01T10:00:00Z\n",
    "locations.csv": "id,location_type,name,latitude,longitude\nl1,physical,The hall,52.4,0.26\n",
    "addresses.csv": "id,location_id,address_1,city,state_province,postal_code,country,"
    "address_type\na1,l1,1 Mill Street,Ely,Cambridgeshire,CB7 4AA,GB,physical\n",
    "service_at_location.csv": "id,service_id,location_id\nx1,s1,l1\n",
    "phones.csv": "id,service_id,number,type\np1,s1,01353 496 000,voice\n",
    "schedules.csv": "id,service_id,freq,byday,opens_at,closes_at\n"
    'h1,s1,WEEKLY,"MO,TU",09:00,17:00\n',
    "languages.csv": "id,service_id,name,code\ng1,s1,Polish,pl\n",
    "taxonomy_terms.csv": "id,name,description\nt1,Debt advice,Help with debt\n",
    "attributes.csv": "id,link_id,link_entity,taxonomy_term_id\nb1,s1,service,t1\n",
}  # fmt: skip

# The same service as JSON of HSDS 3.0.
IN_FULL: dict[str, Any] = {
    "id": "s1", "name": "Debt desk", "description": "Help with bills", "status": "active",
    "fees_description": "Free", "last_modified": "2026-05-01T10:00:00Z",
    "organization": {
        "id": "o1", "name": "Harbour House", "description": "Tea and advice",
        "website": "harbour.example.org",
    },
    "phones": [{"id": "p1", "number": "01353 496 000", "type": "voice"}],
    "schedules": [
        {"id": "h1", "freq": "WEEKLY", "byday": "MO,TU", "opens_at": "09:00", "closes_at": "17:00"}
    ],
    "languages": [{"id": "g1", "name": "Polish", "code": "pl"}],
    "attributes": [
        {"id": "b1", "taxonomy_term": {"id": "t1", "name": "Debt advice", "description": "x"}}
    ],
    "service_at_locations": [
        {
            "id": "x1",
            "location": {
                "id": "l1", "location_type": "physical", "name": "The hall", "latitude": 52.4,
                "longitude": 0.26,
                "addresses": [
                    {
                        "id": "a1", "address_1": "1 Mill Street", "city": "Ely", "country": "GB",
                        "state_province": "Cambridgeshire", "postal_code": "CB7 4AA",
                        "address_type": "physical",
                    }
                ],
            },
        }
    ],
}  # fmt: skip


ROW = "s{n},o1,Service {n},Help,active,Free,2026-05-01\n"


@dataclass
class Brought:
    """What an import came to."""

    counts: Counts
    details: dict[str, Details]  # by the id of the publisher
    lines: list[str]
    codes: dict[str, int]

    @property
    def only(self) -> Details:
        [found] = self.details.values()
        return found


def write(folder: Path, files: dict[str, str | bytes | list[Any] | dict[str, Any]]) -> Path:
    """Text and bytes as they are; anything else as JSON."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        data = content if isinstance(content, str | bytes) else json.dumps(content)
        (folder / name).write_bytes(data.encode() if isinstance(data, str) else data)
    return folder


def bring(path: Path, about: bringing.About = ABOUT, now: datetime = NOW) -> Brought:
    lines: list[str] = []
    report = Report(lines.append)
    counts = bringing.bring(path, about, now, report)
    services = Dataset.objects.get(slug=about.slug).all_services.all()
    return Brought(counts, {row.uid: row.details for row in services}, lines, dict(report.counts))


def services(*numbers: int) -> dict[str, str]:
    """Files of a dataset with these services."""
    head = THREE["services.csv"].splitlines()[0]
    rows = "".join(ROW.format(n=number) for number in numbers)
    return {"organizations.csv": THREE["organizations.csv"], "services.csv": f"{head}\n{rows}"}
