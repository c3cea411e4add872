"""An archive that was changed on its way: what no page could show is refused, all of it."""

from __future__ import annotations

from typing import Any

import pytest

from halved.accounts.models import HeldForm, Member
from halved.archive import contents
from halved.archive.bringing import bring
from halved.archive.contents import OF_THE_MEMBER, WHOSE
from halved.archive.packing import pack
from halved.archive.reading import CannotRead, read
from halved.archive.shapes import NEEDED, OPTIONAL, OTHERS, fits
from halved.asks.models import Ask
from halved.circle.models import Contact
from halved.reflection.models import Concern, Intention, Weighing
from halved.vault.fields import SealedField
from tests.conftest import PASSPHRASE
from tests.journeys.furnished import furnish
from tests.test_archive import NOW, archive, everything


def sealed_names() -> set[str]:
    """Every field of an archive whose value the store does not know."""
    rows = {
        f"{label}.{field.name}"
        for label in WHOSE
        for field in contents.fields_of(label)
        if isinstance(field, SealedField)
    }
    fields = [f for f in Member._meta.concrete_fields if f.name in OF_THE_MEMBER]
    return rows | {f"accounts.Member.{f.name}" for f in fields if isinstance(f, SealedField)}


def test_every_sealed_value_has_a_shape():
    assert sealed_names() == {*NEEDED, *OPTIONAL}
    assert not {*NEEDED} & {*OPTIONAL}


PAGES = ["/", "/room/", "/asks/", "/circle/", "/lookback/", "/pieces/", "/safety/plan/"]
ODD: list[Any] = [
    None, True, -1, 3, 11, 1.5, "", " ", "x", "2027-02-30", "9" * 99, "\0", "<b>", [], [3], ["x"],
    [["a", "b"]], {}, {"a": 3}, {"a": "b"}, {"kind": "time"}, {"words": 3}, {"path": "//a"},
]  # fmt: skip


@pytest.mark.parametrize("name", sorted({*NEEDED, *OPTIONAL, *OTHERS}))
def test_most_odd_values_fit_nowhere(name):
    taken = [value for value in ODD if fits(name, value)]

    assert len(taken) < len(ODD) - 12
    assert len({type(value) for value in taken if value is not None}) <= 1
    assert (None in taken) == (name in OPTIONAL)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("accounts.Member.signs_as", "see www.example.org"),
        ("accounts.Member.signs_as", "x" * 61),
        (
            "accounts.Member.leaving",
            {"to": "javascript:alert(1)", "shows": "everywhere", "hidden": ""},
        ),
        ("accounts.Member.leaving", {"to": "", "shows": "everywhere", "hidden": "", "more": ""}),
        ("accounts.Member.timezone", "../../etc/hosts"),
        ("accounts.HeldForm.form", {"path": "https://example.org", "fields": []}),
        ("accounts.HeldForm.form", {"path": "/\\example.org", "fields": []}),
        ("circle.Contact.email", "a@example.org\nBcc: b@example.org"),
        ("circle.Contact.phone", "12x"),
        ("circle.Enquiry.tries", [{"id": "1", "on": "2027-03-01", "way": "fax", "outcome": "no"}]),
        ("reflection.Intention.trigger", {"kind": "weight"}),
        ("reflection.Intention.trigger", {"kind": "time", "day": "2027-03-01", "hour": "late"}),
        ("reflection.Cost.levels", {"sleep": 3}),
        ("reflection.Barrier.kind", "laziness"),
        ("safety.SafetyPlan.parts", {"signs": ["x"]}),
        ("asks.Ask.pieces_key", "ab"),
        ("pieces.Piece.words", {"what": "Supper"}),
    ],
)
def test_what_no_form_would_have_taken_does_not_fit(name, value):
    assert not fits(name, value)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    "name",
    ["reflection.Concern.words", "asks.Ask.kinds", "pieces.Piece.words", "pieces.Claim.name"],
)
def test_of_a_doctored_archive_nothing_comes_in(name):
    nia, olu = (Member.objects.create_member(each, PASSPHRASE) for each in ("nia", "olu"))
    furnish(nia)
    doctored = read(archive(nia))
    label, _, field = name.rpartition(".")
    doctored["rows"][label][0][field] = {"a": ["b"]}
    before = everything()

    with pytest.raises(CannotRead, match="damaged, or was changed"):
        bring(olu, doctored, NOW)

    assert everything() == before


@pytest.mark.parametrize("turn", range(4))
def test_whatever_is_taken_opens_on_every_page(nia, olu, sign_in, turn):
    furnish(nia)
    doctored = read(archive(nia))
    for name in sealed_names() | {*OTHERS}:
        label, _, field = name.rpartition(".")
        taken = [value for value in ODD[1:] if fits(name, value)]
        for values in doctored["rows"].get(label, [doctored["member"]]) if taken else ():
            values[field] = taken[turn % len(taken)]
    bring(olu, doctored, NOW)
    client = sign_in(olu)
    mine = {
        "/asks/{}/": Ask, "/carrying/{}/": Concern, "/circle/{}/": Contact, "/held/{}/": HeldForm,
        "/carrying/plans/{}/": Intention, "/carrying/weighed/{}/": Weighing,
    }  # fmt: skip
    own = [path.format(row.pk) for path, m in mine.items() for row in m.objects.filter(member=olu)]

    for path in [*PAGES, *own]:
        assert client.get(path).status_code in (200, 302), path
    assert len(b"".join(pack(olu, NOW))) > 1_000
