"""All that a member has: taken along whole, brought in whole, deleted whole.

The tests go over every model and every field there is, so that a new one that is forgotten fails.
"""

from __future__ import annotations

import io
import json
import re
import zipfile
from datetime import UTC, datetime
from typing import Any
from uuid import NAMESPACE_OID, uuid4, uuid5

import pytest
from django.apps import apps
from django.db import models
from django.test import Client
from django.utils import timezone
from django.utils.html import escape

from halved.accounts.models import HeldForm, Member
from halved.archive import contents
from halved.archive.asked_for import delete_asked_for
from halved.archive.bringing import bring
from halved.archive.contents import OF_THE_MEMBER, STAYS, WHOSE
from halved.archive.deleting import delete_again, delete_everything
from halved.archive.packing import pack
from halved.archive.pages import KINDS, ONLY_FOR_US, PAGES
from halved.archive.reading import (
    BROKEN,
    MOST_BYTES,
    MOST_FILES,
    NO_ARCHIVE,
    TOO_LARGE,
    TOO_NEW,
    CannotRead,
    read,
)
from halved.archive.shapes import NEEDED, OPTIONAL, fits
from halved.asks.models import Ask, Remark
from halved.asks.rules import AskState
from halved.circle.cards import read as read_cards
from halved.delivery.models import Message, OptOut, Recipient, Written, address_hash, who_hash
from halved.limits.models import Bucket
from halved.lookback.rules import Moment
from halved.pieces.models import Claim, Piece
from halved.reflection.models import Barrier, CheckIn
from halved.starting import prepare
from halved.vault.fields import SealedField
from tests.conftest import PASSPHRASE
from tests.journeys.furnished import furnish

NOW = datetime(2027, 3, 1, 12, tzinfo=UTC)
NOT_ON_A_PAGE = {
    "not_about": "ids; the concerns are on a page of their own",
    "pieces_key": "opens the pieces, and these are shown",
    "service": "an id; what is known of the service stands beside it",
}
ANSWER = "Of course. I am on the train until six."


def all_models() -> list[type[models.Model]]:
    return list(apps.get_models())


def leads_to_a_member(model: type[models.Model], seen: tuple[Any, ...] = ()) -> bool:
    """Whether rows of this model belong to a member, by themselves or by what they belong to."""
    return model is Member or any(
        field.related_model not in seen
        and field.remote_field.on_delete is models.CASCADE
        and leads_to_a_member(field.related_model, (*seen, model))
        for field in model._meta.concrete_fields
        if field.is_relation
    )


# --- nothing is forgotten ---------------------------------------------------------------------


def test_every_model_of_a_member_comes_along_or_says_why_not():
    owned = {m._meta.label for m in all_models() if leads_to_a_member(m)} - {"accounts.Member"}

    assert len(owned) > 20
    assert owned == set(WHOSE) | {name for name in STAYS if name.count(".") == 1}


def test_every_field_of_the_member_comes_along_or_says_why_not():
    fields = {f.name for f in Member._meta.concrete_fields}

    staying = {name.rpartition(".")[2] for name in STAYS if name.startswith("accounts.Member.")}

    assert fields == set(OF_THE_MEMBER) | staying


def test_nothing_stays_that_is_not_there():
    there = {f"{m._meta.label}.{f.name}" for m in all_models() for f in m._meta.concrete_fields}

    fields = {name for name in STAYS if name.count(".") == 2}

    assert fields <= there
    assert all(len(why.split()) > 4 for why in STAYS.values())


def test_models_stand_in_the_order_in_which_they_can_be_made():
    before: set[str] = set()

    for label in WHOSE:
        needed = {f.related_model._meta.label for f in contents.fields_of(label) if f.is_relation}
        before.add(label)

        assert needed <= before, label


def test_everything_that_is_sealed_is_shown_on_a_page():
    sealed = {
        f"{label}.{field.name}"
        for label in WHOSE
        for field in contents.fields_of(label)
        if isinstance(field, SealedField)
    }

    shown = {f"{label}.{name}" for label, kind in KINDS.items() for name in kind.labels}

    assert {name.rpartition(".")[2] for name in sealed - shown} == set(NOT_ON_A_PAGE)


# --- a full room ------------------------------------------------------------------------------


@pytest.fixture
def full(nia: Member) -> Member:
    """Nia’s room with something in every field of every model that comes along."""
    room = furnish(nia)
    barrier = Barrier(member=nia, concern=room.concern)
    barrier.kind, barrier.words = "shame", "What would they think?"
    barrier.save()
    words = Remark(member=nia, invitation=room.person, author="asked", said_at=NOW, behind=b"x")
    words.words = ANSWER
    words.save()
    for forecast in nia.forecasts.all():
        weighed = [CheckIn.note(nia, room.concern, weight) for weight in range(4)]
        for moment, row in zip(Moment, weighed, strict=True):
            setattr(forecast, moment, row)
        forecast.save()
    for claim in Claim.objects.filter(piece=room.piece):
        claim.seal_name(bytes.fromhex(room.asked.pieces_key), "Benny")
        claim.save()
    for label in WHOSE:
        for row in _rows(label, nia):
            _fill(row, label)
    for name in OF_THE_MEMBER:
        if not getattr(nia, name):
            setattr(nia, name, something(f"accounts.Member.{name}"))
    nia.save()
    return nia


def something(name: str) -> Any:
    """A value that this sealed field takes, and that stands nowhere else where it can be words."""
    leaving = {"to": "https://example.org", "shows": "everywhere", "hidden": "5"}
    reply = {"words": f"{name} as words", "date": "2027-03-02"}
    made = [leaving, reply, True, f"{name} as text", "2027-03-01", 5, [f"{name} in a list"]]
    made += [["emotional"], ["listening"], {"no": f"{name} said back"}, "nia@example.org"]
    made += ["Europe/London", "+44 20 7946 0018", "ab" * 32, str(uuid5(NAMESPACE_OID, name))]
    return next(value for value in made if fits(name, value))


def _rows(label: str, member: Member) -> list[Any]:
    rows = list(apps.get_model(label)._default_manager.filter(**{WHOSE[label]: member}))
    for row in rows:
        row.member = member
    return rows


def _fill(row: Any, label: str) -> None:
    """Puts something into each field that is empty."""
    for field in contents.fields_of(label):
        needs = field.name != "pieces_key" and not field.is_relation
        if needs and getattr(row, field.attname) is None:
            if isinstance(field, SealedField):
                setattr(row, field.attname, something(f"{label}.{field.name}"))
            elif isinstance(field, models.DateTimeField):
                setattr(row, field.attname, NOW)
    row.save()


def archive(member: Member) -> bytes:
    return b"".join(pack(member, NOW))


def files(packed: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(packed)) as opened:
        assert opened.testzip() is None
        return {name: opened.read(name).decode() for name in opened.namelist()}


def test_there_is_something_in_every_field_that_is_compared(full):
    rows = json.loads(files(archive(full))["data.json"])["rows"]

    empty = [
        f"{label}.{field.name}"
        for label in WHOSE
        for field in contents.fields_of(label)
        if not any(row[field.attname] not in (None, "") for row in rows[label])
    ]

    assert empty == []


def test_what_comes_out_of_one_room_and_into_another_is_the_same_in_every_field(full, olu):
    packed = archive(full)
    before = json.loads(files(packed)["data.json"])

    bring(olu, read(packed), NOW)
    after = json.loads(files(archive(fresh(olu)))["data.json"])

    assert by_id(after) == by_id(expected(before, olu))


def fresh(member: Member) -> Member:
    """The member as the store has them, with the room open."""
    row = Member.objects.get(pk=member.pk)
    row.key = member.key
    return row


def expected(content: dict[str, Any], member: Member) -> dict[str, Any]:
    """The same with the new ids, and with what was out on the old server closed."""
    ids = {row["id"] for rows in content["rows"].values() for row in rows if "id" in row}
    ids |= {row["series"] for row in content["rows"]["pieces.Piece"]}
    text = json.dumps(content)
    for old in ids:
        text = text.replace(old, str(uuid5(member.pk, old)))
    renamed: dict[str, Any] = json.loads(text)
    for row in renamed["rows"]["asks.Ask"]:
        if row["state"] == AskState.OPEN:
            row |= {"state": AskState.CLOSED, "closed_at": NOW.isoformat()}
    return renamed


def by_id(content: dict[str, Any]) -> dict[str, Any]:
    """Rows in the order of their new ids, which is another one."""
    key = lambda row: str(row.get("id") or row["ask_id"])  # noqa: E731
    return content | {"rows": {k: sorted(v, key=key) for k, v in content["rows"].items()}}


def test_what_was_brought_in_opens_on_every_page(full, olu, sign_in):
    bring(olu, read(archive(furnished_only(full))), NOW)
    client = sign_in(olu)
    asks = [f"/asks/{ask.pk}/" for ask in Ask.objects.filter(member=olu)]
    concerns = [f"/carrying/{row.pk}/" for row in olu.concerns.all()]

    for path in ["/", "/asks/", "/circle/", "/lookback/", "/pieces/", *asks, *concerns]:
        assert client.get(path).status_code in (200, 302), path


def furnished_only(member: Member) -> Member:
    """A room as people have it, without what only fills a field."""
    other = Member.objects.create_member("dee", PASSPHRASE)
    furnish(other)
    return other


def test_nothing_is_sent_from_a_room_that_was_brought_in(full, olu):
    bring(olu, read(archive(full)), NOW)

    assert not olu.invitations.filter(due_at__isnull=False).exists()
    assert not olu.asks.filter(state=AskState.OPEN).exists()
    assert not Message.objects.filter(member=olu).exists()


def test_pieces_and_who_took_them_open_under_the_key_that_came_along(full, olu):
    bring(olu, read(archive(full)), NOW)
    piece = Piece.objects.select_related("ask").get(member=olu)
    piece.ask.member = olu
    key = bytes.fromhex(piece.ask.pieces_key)

    assert piece.open_words(key)["what"] == "Supper for three"
    assert Claim.objects.get(piece=piece).open_name(key) == "Benny"


# --- the archive ------------------------------------------------------------------------------


def test_every_word_of_the_room_stands_on_a_page(full):
    found = files(archive(full))
    pages = "".join(found[name] for name in PAGES)
    rows = json.loads(found["data.json"])["rows"]

    words = [
        text
        for label in WHOSE
        for row in rows[label]
        for field in contents.fields_of(label)
        if isinstance(field, SealedField) and field.name not in NOT_ON_A_PAGE
        for text in texts_in(row[field.attname])
    ]

    assert len(words) > 50
    assert not [text for text in words if escape(text) not in pages]


def words_of(value: dict[str, Any]) -> list[Any]:
    return [each for name, each in value.items() if name not in ONLY_FOR_US]


def texts_in(value: Any) -> list[str]:
    """The words in it; not days and hours, which a page writes in its own way."""
    if isinstance(value, dict | list):
        inside = value if isinstance(value, list) else words_of(value)
        return [text for each in inside for text in texts_in(each)]
    is_words = isinstance(value, str) and not re.match(r"\d{4}-\d\d-\d\d", value)
    return [value] if is_words and value else []


def test_the_pages_need_no_network_and_no_script(full):
    found = files(archive(full))

    for name in [*PAGES, "index.html"]:
        links = re.findall(r'(?:src|href)="([^"]+)"', found[name])
        assert set(links) <= {*found}, name
        assert "<script" not in found[name]


def test_what_was_written_stays_words_on_a_page(nia):
    held = HeldForm(member=nia)
    held.form = {"path": "/", "fields": [["words", "<script>alert(1)</script>"]]}
    held.save()

    page = files(archive(nia))["more.html"]

    assert "&lt;script&gt;alert(1)" in page
    assert "<script>" not in page


def test_the_circle_comes_as_a_contact_file(full):
    found = files(archive(full))

    assert "Ben" in [card.name for card in read_cards(found["circle.vcf"].encode())]
    assert found["calendar.ics"].startswith("BEGIN:VCALENDAR")
    assert found["record.csv"].startswith("\ufeff")
    assert "Round the block with the dog" in found["plan.html"]


def test_an_empty_room_makes_an_archive_too(nia):
    found = files(archive(nia))

    assert json.loads(found["data.json"])["rows"]["reflection.Concern"] == []
    assert "plan.html" not in found
    assert "Nothing is here." in found["carrying.html"]


def test_the_archive_is_sent_while_it_is_made(full):
    parts = [part for part in pack(full, NOW) if part]

    assert len(parts) > 10


# --- what may come in -------------------------------------------------------------------------


def zipped(**content: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in content.items():
            made.writestr(name.replace("_json", ".json"), data)
    return file.getvalue()


def of(content: Any) -> bytes:
    return zipped(data_json=json.dumps(content).encode())


def many_files() -> bytes:
    return zipped(**{f"n{number}": b"" for number in range(MOST_FILES + 1)})


def lying() -> bytes:
    """Says that it holds 9 bytes, and holds more."""
    whole = bytearray(zipped(data_json=b"[" * 1_000))
    for mark, at in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        place = whole.index(mark) + at
        whole[place : place + 4] = (9).to_bytes(4, "little")
    return bytes(whole)


HOSTILE = {
    "nothing": (lambda: b"", NO_ARCHIVE),
    "no zip": (lambda: b"PK" + b"x" * 99, BROKEN),
    "a picture": (lambda: b"\x89PNG", NO_ARCHIVE),
    "too many bytes": (lambda: b"PK" + b"0" * MOST_BYTES, TOO_LARGE),
    "a bomb": (lambda: zipped(data_json=b" " * (MOST_BYTES + 1)), TOO_LARGE),
    "a bomb of values": (lambda: zipped(data_json=b"[" + b"[]," * 2_000_000), TOO_LARGE),
    "too many files": (many_files, NO_ARCHIVE),
    "a size that is not true": (lying, BROKEN),
    "deep": (lambda: zipped(data_json=b"[" * 200_000), BROKEN),
    "a path": (lambda: zipped(**{"../../data_json": b"{}"}), NO_ARCHIVE),
    "no JSON": (lambda: zipped(data_json=b"<html>"), BROKEN),
    "no text": (lambda: zipped(data_json=b"\xff\xfe\x00"), BROKEN),
    "a list": (lambda: of([]), NO_ARCHIVE),
    "somebody else’s": (lambda: of({"format": "other", "version": 1}), NO_ARCHIVE),
    "a later version": (lambda: of({"format": "halved", "version": 2}), TOO_NEW),
    "no version": (lambda: of({"format": "halved"}), BROKEN),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_no_archive_is_told_and_costs_little(name):
    make, said = HOSTILE[name]
    data = make()

    with pytest.raises(CannotRead) as refused:
        read(data)

    assert str(refused.value) == said


def content(**rows: Any) -> dict[str, Any]:
    labels = {name.replace("_", ".", 1): found for name, found in rows.items()}
    return {"format": "halved", "version": 1, "member": {}, "rows": labels}


ID = str(uuid4())
CONCERN = {"id": ID, "words": "Money", "created_at": "2027-03-01T00:00:00+00:00"}
WRONG = {
    "no rows": {"format": "halved", "version": 1},
    "rows of nothing": content(reflection_Concern=3),
    "a row that is none": content(reflection_Concern=["x"]),
    "an id that is none": content(reflection_Concern=[CONCERN | {"id": "1"}]),
    "twice the same": content(reflection_Concern=[CONCERN, CONCERN]),
    "a day that is none": content(reflection_Concern=[CONCERN | {"created_at": "soon"}]),
    "a state that is none": content(asks_Ask=[{"id": ID, "state": "owned"}]),
    "what is not there": content(reflection_CheckIn=[{"id": ID, "concern_id": str(uuid4())}]),
    "a zone that is too long": content() | {"member": {"timezone": "x" * 99}},
    "a piece without its ask": content(pieces_Piece=[{"id": ID, "words": {}, "location": ""}]),
}


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("name", WRONG)
def test_of_an_archive_with_a_mistake_in_it_nothing_comes_in(name):
    olu = Member.objects.create_member("olu", PASSPHRASE)
    before = everything()
    first = {"circle.Contact": [{"id": str(uuid4()), "name": "Ben"}]}
    rows = WRONG[name].get("rows")
    wrong = WRONG[name] | ({"rows": first | rows} if isinstance(rows, dict) else {})

    with pytest.raises(CannotRead):
        bring(olu, wrong, NOW)

    assert everything() == before


def test_every_shape_takes_what_a_room_holds(full):
    rows = json.loads(files(archive(full))["data.json"])["rows"]

    for name in [name for name in {*NEEDED, *OPTIONAL} if not name.startswith("accounts.Member")]:
        label, _, field = name.rpartition(".")
        assert any(row[field] is not None for row in rows[label]), name
        assert all(fits(name, row[field]) for row in rows[label]), name


def test_a_room_that_holds_something_takes_no_archive(full, olu):
    packed = read(archive(full))
    bring(olu, packed, NOW)

    with pytest.raises(CannotRead, match="something in this room"):
        bring(olu, packed, NOW)


def test_no_row_of_anybody_else_can_be_meant_by_an_id(full, olu):
    theirs = full.concerns.get()
    aimed = content(
        reflection_Concern=[CONCERN | {"id": str(theirs.pk), "words": "Mine now"}],
    )

    bring(olu, aimed, NOW)

    assert full.concerns.get() == theirs
    assert olu.concerns.get().words == "Mine now"


# --- everything goes --------------------------------------------------------------------------


def everything() -> dict[str, list[tuple[Any, ...]]]:
    return {
        model._meta.label: [
            tuple(bytes(value) if isinstance(value, memoryview) else value for value in row)
            for row in model._base_manager.order_by("pk").values_list()
        ]
        for model in all_models()
        if model is not Bucket  # how often something was tried, for some minutes
    }


@pytest.fixture
def deletions(settings: Any, tmp_path: Any) -> Any:
    settings.DELETIONS_FILE = tmp_path / "deletions.list"
    return settings.DELETIONS_FILE


@pytest.fixture
def others(olu: Member) -> Member:
    """Somebody else’s room, and what others said for good."""
    furnish(olu)
    Client().post("/sign-in/", {"login": "olu", "password": PASSPHRASE})
    OptOut.objects.create(address_hash=address_hash("cleo@example.org"))
    return olu


def test_after_a_deletion_every_table_is_as_if_the_member_had_never_been(others, deletions):
    before = everything()
    nia = Member.objects.create_member("nia", PASSPHRASE)
    furnish(nia)
    who = who_hash(nia.pk, "dee@example.org")
    Recipient.objects.create(member=nia, who=who, since=timezone.now())
    Written.objects.create(who=who, at=timezone.now())
    Message.objects.create(member=nia, kind="ask", due_at=timezone.now())
    Client().post("/sign-in/", {"login": "nia", "password": PASSPHRASE})
    assert everything() != before

    delete_everything(nia, NOW)

    assert everything() == before


def test_links_lead_nowhere_at_once(nia, deletions, client):
    room = furnish(nia)
    link = f"/a/{room.token}/"
    assert b"Nia" in client.get(link).content

    delete_everything(nia, NOW)

    page = client.get(link)
    assert b"Nia" not in page.content
    assert page.content == client.get("/a/no-such-link-of-anybody/").content


def test_the_list_names_nobody_and_lets_a_restored_backup_forget_again(nia, deletions):
    kept = {"pk": nia.pk, "username": nia.username, "password": nia.password}
    delete_everything(nia, NOW)
    Member.objects.create(**kept, public_key=b"restored")

    count = delete_again()

    assert count == 1
    assert not Member.objects.exists()
    assert re.fullmatch(r"[0-9a-f]{64} 2027-03-01\n", deletions.read_text())
    assert str(nia.pk) not in deletions.read_text()


def test_a_start_after_a_restore_deletes_them_once_more(nia, deletions):
    kept = {name: getattr(nia, name) for name in ("pk", "username", "password")}
    delete_everything(nia, NOW)
    Member.objects.create(**kept, public_key=b"restored")

    prepare()

    assert not Member.objects.exists()


def test_whoever_deleted_nothing_is_not_deleted_again(nia, olu, deletions):
    delete_everything(nia, NOW)

    assert delete_again() == 0
    assert Member.objects.get() == olu


# --- by the host ------------------------------------------------------------------------------


@pytest.fixture
def type_in(monkeypatch: Any, capsys: Any) -> Any:
    """`type_in("nia", "Nia")`: the command for one name, with what is typed; its code and words."""

    def run(name: str, typed: str) -> tuple[int, str]:
        monkeypatch.setattr("sys.stdin", io.StringIO(f"{typed}\n"))
        code = delete_asked_for(name)
        said = capsys.readouterr()
        return code, said.out + said.err

    return run


def test_the_host_deletes_what_the_member_would_have_deleted(others, deletions, type_in):
    before = everything()
    furnish(Member.objects.create_member("nia", PASSPHRASE))
    Client().post("/sign-in/", {"login": "nia", "password": PASSPHRASE})

    code, said = type_in("NIA", "nia")

    assert code == 0
    assert "nobody can bring it back" in said
    assert "at most 30 days" in said
    assert everything() == before
    assert len(deletions.read_text().splitlines()) == 1


@pytest.mark.parametrize("typed", ["", "yes", "olu"])
def test_without_the_name_once_more_the_host_deletes_nothing(nia, deletions, type_in, typed):
    before = everything()

    code, said = type_in("nia", typed)

    assert code == 1
    assert "Nothing was deleted" in said
    assert everything() == before


def test_the_host_is_told_when_there_is_nobody_of_that_name(nia, type_in):
    code, said = type_in("nobody", "nobody")

    assert code == 2
    assert "nobody here signs in as nobody" in said
    assert Member.objects.exists()


# --- by the pages -----------------------------------------------------------------------------


@pytest.fixture
def here(sign_in: Any, nia: Member, deletions: Any) -> Client:
    return sign_in(nia)


@pytest.mark.parametrize("path", ["/room/data/all-my-data.zip", "/room/delete/"])
def test_an_open_room_alone_is_not_enough(here, nia, path):
    response = here.post(path, {"passphrase": "somebody else’s guess"})

    assert b"This is not your passphrase" in response.content
    assert Member.objects.get() == nia


def test_guessing_is_slowed_down(here):
    for _ in range(6):
        response = here.post("/room/delete/", {"passphrase": "a wrong one"})

    assert b"tried often" in response.content


def test_the_passphrase_brings_the_archive(here):
    response = here.post("/room/data/all-my-data.zip", {"passphrase": PASSPHRASE})

    assert response["Content-Disposition"] == 'attachment; filename="all-my-data.zip"'
    assert response["Cache-Control"] == "no-store"
    assert "data.json" in files(b"".join(response.streaming_content))


def test_an_archive_comes_in_by_the_page_and_says_what_could_not_come(here, nia, olu):
    furnish(olu)
    file = io.BytesIO(archive(olu))
    file.name = "all-my-data.zip"

    response = here.post("/room/data/bring/", {"archive": file}, follow=True)

    assert b"Your archive is here" in response.content
    assert nia.concerns.count() == 1


def test_deleting_says_what_goes_and_what_stays_and_for_how_long(here, settings):
    settings.BACKUP_DAYS = 14

    page = here.get("/room/delete/").content.decode()

    assert "for at most 14 days" in page
    assert "messages that wait to be sent" in page


def test_who_deletes_everything_is_signed_out_everywhere(here, sign_in, nia):
    other = Client()
    other.post("/sign-in/", {"login": "nia", "password": PASSPHRASE})

    gone = here.post("/room/delete/", {"passphrase": PASSPHRASE}, follow=True)

    assert b"Everything is deleted" in gone.content
    assert not Member.objects.exists()
    assert here.get("/circle/").status_code == other.get("/circle/").status_code == 302


def test_on_ones_own_machine_it_is_the_first_start_again(here, settings):
    settings.OWN_MACHINE, settings.SETUP_TOKEN = True, "a-long-word"

    gone = here.post("/room/delete/", {"passphrase": PASSPHRASE}, follow=True)

    assert b"start Halved again" in gone.content
    assert here.get("/setup/a-long-word/").status_code == 200


def test_nothing_of_a_deletion_is_logged(here, caplog):
    here.post("/room/delete/", {"passphrase": PASSPHRASE})

    assert not caplog.records
