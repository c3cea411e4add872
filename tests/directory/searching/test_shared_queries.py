"""Fifty searches of two made-up towns: the same answers on SQLite and on PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from halved.directory.searching.search import Query, search
from tests.directory.searching import towns

pytestmark = [pytest.mark.store, pytest.mark.django_db]
MONDAY_NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)

# what is typed | near | who comes first; with `+` who is among the first three
QUERIES = """
someone to talk to about debt | Alderbrook | debt-desk + debt-line
cant pay my bills | Alderbrook | debt-desk
i owe money everywhere | | debt-desk + debt-line
landlord wants me out | Fennick | housing-fennick
kicked out of my flat | Alderbrook | tenants
my landlord keeps the deposit | Alderbrook | tenants
nowhere to sleep tonight | Alderbrook | night-shelter
homeless and 17 | Fennick | hostel-youth
bank wants to take my house | | mortgage
food bank | Alderbrook | food-alder
food bank | Fennick | food-fennick
nothing to eat | Alderbrook | soup + food-alder
food for my dog | Fennick | pets
free lawyer | Alderbrook | law-centre
divorce lawyer | Fennick | family-law
my ex wont let me see my kids | Alderbrook | mediation
social worker took my kids | Fennick | children-services
my husband hits me | | abuse-line + refuge
afraid to go home, women | | refuge
panic attacks at night | Alderbrook | counsel-alder
i want to die | | crisis
i just need somebody to talk to | | listening + chat
lonely | Fennick | befriend
my mum died | Alderbrook | grief
lost my baby | Fennick | baby-loss
i drink too much | Alderbrook | alcohol
husband is an alcoholic | Fennick | families-drink
cant stop betting | | gambling
quit smoking | Alderbrook | smoking
got fired | Fennick | workers
need a job | Alderbrook | jobs
universal credit stopped | Alderbrook | benefits-alder
help with immigration papers | Fennick | migrants
asylum | Fennick | migrants
learn english | Fennick | migrants
looking after my mother | Alderbrook | carers
nursing home treats my dad badly | | care-homes
someone to watch my kids after school | Alderbrook | after-school
toothache | Fennick | dentist
contraception | Alderbrook | clinic
ride to hospital | Alderbrook | rides
winter coat | Fennick | clothes
heating bill | | heating
army veteran | Alderbrook | veterans
coming out as gay | Fennick | pride
husband in prison | | prison
fill in a form online | Alderbrook | digital
books | Newbridge | library-n
schulden | Alderbrook | debt-desk
abogado de inmigracion | Fennick | visa + migrants
"""


def rows() -> list[tuple[str, str, str]]:
    lines = [line.split("|") for line in QUERIES.strip().splitlines()]
    return [(text.strip(), near.strip(), wanted.strip()) for text, near, wanted in lines]


@pytest.fixture(scope="module")
def filled(django_db_setup: None, django_db_blocker) -> Iterator[None]:  # type: ignore[no-untyped-def]
    with django_db_blocker.unblock():
        dataset = towns.fill()
        yield
        dataset.delete()


@pytest.mark.parametrize(("text", "near", "wanted"), rows())
def test_an_everyday_search_finds(filled, text, near, wanted):
    results = search(Query(text=text, near=near), MONDAY_NOON)

    found = [hit.service.uid for hit in results.hits]
    first, *others = wanted.split(" + ")
    assert found[0] == first, found
    assert set(others) <= set(found[:3]), found


def test_there_are_fifty_searches():
    assert len(set(rows())) == 50
