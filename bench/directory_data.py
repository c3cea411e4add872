"""A made-up directory of any size, as HSDS 3.0 in CSV files: `write_dataset(folder, 100_000)`.

A few words are common and most are rare, as in real texts (Zipf). Services lie in towns, the large
ones with many. The same seed gives the same files.
"""

import csv
import random
from collections.abc import Iterator
from itertools import accumulate, product
from pathlib import Path

COMMON = """
advice service support community help family centre health children care people young women
housing food group counselling legal training home free bank debt carers recovery mental safety
benefits school parents night drop line advocacy church library clinic project work skills money
older disability refugee welcome outreach meals transport nursery garden club bereavement alcohol
"""
KINDS = ("Debt advice", "Counselling", "Food bank", "Housing advice", "Legal advice", "Carers",
         "Addiction", "Bereavement", "Refugees", "Transport", "Childcare", "Benefits")  # fmt: skip
STARTS, MIDDLES, ENDS = (
    ("b", "br", "c", "d", "f", "g", "h", "k", "l", "m", "n", "p", "r", "s", "st", "t", "v", "w"),
    ("a", "e", "i", "o", "u", "ea", "ou", "ar", "en", "in", "or"),
    (
        "ck",
        "ding",
        "ll",
        "mer",
        "n",
        "nd",
        "per",
        "rd",
        "rton",
        "sham",
        "ss",
        "ster",
        "ton",
        "wick",
    ),
)
WORDS_IN_ALL, TOWNS_IN_ALL = 30_000, 2_500
SERVICES_OF_ONE, WORDS_OF_ONE = 8, 28
COLUMNS = {
    "organizations": "id,name,description,website,email",
    "services": "id,organization_id,name,description,url,email,status,fees_description,"
    "eligibility_description,last_modified",
    "locations": "id,location_type,name,latitude,longitude",
    "addresses": "id,location_id,address_1,city,state_province,postal_code,country,address_type",
    "service_at_location": "id,service_id,location_id",
    "phones": "id,service_id,number,type",
    "schedules": "id,service_id,freq,byday,opens_at,closes_at",
    "languages": "id,service_id,code",
    "taxonomy_terms": "id,name,description",
    "attributes": "id,link_id,link_entity,taxonomy_term_id",
}


def write_dataset(folder: Path, services: int, seed: int = 7) -> None:
    """Fills `folder` with one file for each table."""
    folder.mkdir(parents=True, exist_ok=True)
    files = {name: (folder / f"{name}.csv").open("w", newline="") for name in COLUMNS}
    writers = {name: csv.writer(file) for name, file in files.items()}
    try:
        for name, columns in COLUMNS.items():
            writers[name].writerow(columns.split(","))
        for table, row in _rows(services, random.Random(seed)):
            writers[table].writerow(row)
    finally:
        for file in files.values():
            file.close()


def _rows(services: int, dice: random.Random) -> Iterator[tuple[str, list[object]]]:
    words, towns = Words(dice), Towns(dice)
    for number, kind in enumerate(KINDS):
        yield "taxonomy_terms", [f"t{number}", kind, kind]
    for number in range(services):
        if number % SERVICES_OF_ONE == 0:
            yield from _organization(number // SERVICES_OF_ONE, words)
        yield from _service(number, words, dice)
        yield from _place(number, towns, dice)


def _organization(number: int, words: "Words") -> Iterator[tuple[str, list[object]]]:
    name, site = words.name(), f"https://o{number}.example.org"
    yield "organizations", [f"o{number}", name, words.text(12), site, f"o{number}@example.org"]


def _service(
    number: int, words: "Words", dice: random.Random
) -> Iterator[tuple[str, list[object]]]:
    one, org = f"s{number}", number // SERVICES_OF_ONE
    free = "Free" if dice.random() < 0.6 else "£5 for a session"
    yield "services", [
        one, f"o{org}", words.name(), words.text(WORDS_OF_ONE), f"https://o{org}.example.org/{one}",
        "", "active", free, words.text(5), "2026-05-01T10:00:00Z",
    ]  # fmt: skip
    yield "phones", [f"p{number}", one, f"01{dice.randrange(10**9):09}", "voice"]
    opens, closes = dice.choice((("09:00", "17:00"), ("10:00", "16:00"), ("18:00", "22:00")))
    yield "schedules", [f"h{number}", one, "WEEKLY", "MO,TU,WE,TH,FR", opens, closes]
    if dice.random() < 0.1:
        yield "languages", [f"l{number}", one, dice.choice(("es", "pl", "ur", "ar", "so"))]
    term = f"t{dice.randrange(len(KINDS))}"
    yield "attributes", [f"a{number}", one, "service", term]


def _place(number: int, towns: "Towns", dice: random.Random) -> Iterator[tuple[str, list[object]]]:
    """Of twenty, one has no coordinates."""
    town, code, latitude, longitude = towns.pick()
    place = f"l{number}"
    where: list[object] = [f"{latitude:.5f}", f"{longitude:.5f}"]
    if dice.random() < 0.05:
        where = ["", ""]
    yield "locations", [place, "physical", f"{town} centre", *where]
    street = f"{dice.randrange(1, 200)} High Street"
    yield "addresses", [f"d{number}", place, street, town, "", code, "GB", "physical"]
    yield "service_at_location", [f"x{number}", f"s{number}", place]


class Words:
    """Draws words; the one at place n is drawn n times less often than the first."""

    def __init__(self, dice: random.Random) -> None:
        self.dice = dice
        common = COMMON.split()
        self.words = [*common, *_made_up(dice, WORDS_IN_ALL - len(common))]
        self.weights = list(accumulate(1 / place for place in range(3, WORDS_IN_ALL + 3)))

    def draw(self, number: int) -> list[str]:
        return self.dice.choices(self.words, cum_weights=self.weights, k=number)

    def name(self) -> str:
        return " ".join(self.draw(3)).capitalize()

    def text(self, number: int) -> str:
        return " ".join(self.draw(number)).capitalize() + "."


class Towns:
    """Draws a town, its postcode, and a point within some kilometres."""

    def __init__(self, dice: random.Random) -> None:
        self.dice = dice
        self.towns = [
            (name.capitalize(), f"{name[:2].upper()}{number % 90 + 1}",
             dice.uniform(50.2, 56.0), dice.uniform(-4.5, 1.2))
            for number, name in enumerate(_made_up(dice, TOWNS_IN_ALL))
        ]  # fmt: skip
        self.weights = list(accumulate(1 / place for place in range(5, TOWNS_IN_ALL + 5)))

    def pick(self) -> tuple[str, str, float, float]:
        dice = self.dice
        [(town, area, latitude, longitude)] = dice.choices(self.towns, cum_weights=self.weights)
        code = f"{area} {dice.randrange(1, 10)}AB"
        return town, code, latitude + dice.gauss(0, 0.03), longitude + dice.gauss(0, 0.05)


def _made_up(dice: random.Random, number: int) -> list[str]:
    """So many words that nobody uses."""
    syllables = ["".join(parts) for parts in product(STARTS, MIDDLES)]
    found: dict[str, None] = {}
    while len(found) < number:
        found["".join(dice.choices(syllables, k=dice.choice((1, 2)))) + dice.choice(ENDS)] = None
    return list(found)
