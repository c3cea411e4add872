"""Sealed fields: plain on an open row, a box everywhere else."""

import pytest
from django.db import connection
from django.db.transaction import atomic
from django.utils.timezone import now

from halved.accounts.models import HeldForm, Member
from halved.asks.models import Ask, Invitation
from halved.circle.models import Contact
from halved.delivery.models import Message, OptOut, Written
from halved.lookback.models import Forecast
from halved.reflection.models import CheckIn, Concern
from halved.vault.crypto import CannotOpen, new_key
from halved.vault.fields import (
    Locked,
    seal_behind_link,
    seal_for,
    seal_under,
    unseal_behind_link,
    unseal_under,
)
from tests.conftest import PASSPHRASE

WORDS = "Mum’s care, and the money"


def locked(row: Member) -> Member:
    """The same member as somebody without the passphrase gets them."""
    return Member.objects.get(pk=row.pk)


@pytest.fixture
def concern(nia) -> Concern:
    return Concern.put_down(nia, WORDS)


def box_of(concern: Concern) -> bytes:
    return bytes(Concern.objects.values_list("words", flat=True).get(pk=concern.pk))


# --- open -------------------------------------------------------------------------------------


VALUES = [WORDS, "", "☕ \u202e\u0000", 0, 7, False, [], ["emotional"], {"to": None}, "x" * 10_000]


@pytest.mark.store
@pytest.mark.parametrize("value", VALUES, ids=lambda value: repr(value)[:20])
def test_a_sealed_field_gives_back_what_was_put_in(nia, value):
    row = Concern(member=nia)
    row.words = value
    row.save()

    row = Concern.objects.get(pk=row.pk)
    row.member = nia

    assert row.words == value


@pytest.mark.store
def test_nothing_stays_nothing(nia):
    row = Concern.objects.create(member=nia, words=None)

    assert Concern.objects.get(pk=row.pk).words is None, "There is nothing to open."
    assert Concern.objects.filter(words=None).get() == row


@pytest.mark.store
def test_a_field_that_was_emptied_is_empty_in_the_store(concern):
    concern.words = None
    concern.save(update_fields=["words"])

    assert Concern.objects.values_list("words", flat=True).get() is None


def test_a_value_can_be_read_before_it_is_saved(nia):
    row = Concern(member=nia, words=WORDS)

    assert row.words == WORDS


@pytest.mark.store
def test_saving_a_row_again_leaves_an_untouched_box_as_it_is(concern, nia):
    before = box_of(concern)
    row = Concern.objects.get(pk=concern.pk)

    row.save()

    assert box_of(concern) == before


@pytest.mark.store
def test_many_rows_made_at_once_are_sealed_too(nia):
    Concern.objects.bulk_create([Concern(member=nia, words=word) for word in ("one", "two")])

    rows = Concern.objects.filter(member=nia)
    for row in rows:
        row.member = nia
    assert {row.words for row in rows} == {"one", "two"}


# --- locked -----------------------------------------------------------------------------------


def test_without_the_key_reading_says_locked(concern, nia):
    row = Concern.objects.get(pk=concern.pk)
    row.member = locked(nia)

    with pytest.raises(Locked):
        _ = row.words


def test_without_the_key_nothing_can_be_sealed(concern, nia):
    row = Concern(member=locked(nia))
    row.words = WORDS

    with pytest.raises(Locked), atomic():
        row.save()
    assert Concern.objects.count() == 1


def test_a_locked_row_can_still_be_saved_and_keeps_its_box(concern):
    before = box_of(concern)
    row = Concern.objects.get(pk=concern.pk)

    row.save()

    assert box_of(concern) == before


def test_the_wrong_passphrase_leaves_the_room_locked(nia):
    member = locked(nia)

    assert not member.check_password("a river of small stone")
    with pytest.raises(Locked):
        _ = member.signs_as


def test_another_member_opens_nothing(concern, olu):
    row = Concern.objects.get(pk=concern.pk)
    row.member = olu

    with pytest.raises(CannotOpen):
        _ = row.words


# --- while the member is away -----------------------------------------------------------------


@pytest.mark.store
def test_what_arrives_while_the_room_is_locked_opens_when_it_is_unlocked(nia):
    row = HeldForm(member=locked(nia))
    row.form = {"path": "/", "fields": [["words", WORDS]]}
    row.save()

    row = HeldForm.objects.select_related("member").get(pk=row.pk)
    with pytest.raises(Locked):
        _ = row.form
    assert row.member.check_password(PASSPHRASE)
    assert row.form == {"path": "/", "fields": [["words", WORDS]]}


@pytest.mark.store
def test_what_the_server_must_read_opens_without_the_member(nia):
    row = Message(member=locked(nia), kind=Message.Kind.NOTICE, letter={"to": "nia@example.org"})
    row.save()

    assert Message.objects.get(pk=row.pk).letter == {"to": "nia@example.org"}


# --- moved boxes ------------------------------------------------------------------------------


def swap(model: type, field: str, one: object, two: object) -> None:
    """Swaps the boxes of two rows in the table itself, as somebody with the store could."""
    boxes = dict(model.objects.values_list("pk", field))
    for row, other in ((one, two), (two, one)):
        assert boxes[other.pk]
        model.objects.filter(pk=row.pk).update(**{field: bytes(boxes[other.pk])})


SEALED = [
    (Contact, "name", {}),
    (Contact, "email", {}),
    (Concern, "words", {}),
    (CheckIn, "weight", {}),
    (Ask, "words", {}),
    (Ask, "kinds", {}),
    (HeldForm, "form", {}),
    (Message, "letter", {"kind": Message.Kind.ASK}),
]


@pytest.mark.store
@pytest.mark.parametrize(("model", "field", "about"), SEALED)
def test_boxes_swapped_between_two_rows_do_not_open(nia, model, field, about):
    one, two = (model(member=nia, **about, **{field: "the same words"}) for _ in range(2))
    one.save()
    two.save()

    swap(model, field, one, two)

    for row in model.objects.filter(pk__in=[one.pk, two.pk]):
        row.member = nia
        with pytest.raises(CannotOpen):
            getattr(row, field)


def test_a_box_put_into_another_field_of_its_row_does_not_open(nia, ben):
    box = Contact.objects.values_list("name", flat=True).get(pk=ben.pk)
    Contact.objects.filter(pk=ben.pk).update(relation=bytes(box))

    row = Contact.objects.get(pk=ben.pk)
    row.member = nia

    assert row.name == "Ben"
    with pytest.raises(CannotOpen):
        _ = row.relation


def test_a_box_put_into_a_row_of_the_same_id_elsewhere_does_not_open(nia, concern):
    ask = Ask.objects.create(pk=concern.pk, member=nia)
    Ask.objects.filter(pk=ask.pk).update(words=box_of(concern))

    row = Ask.objects.get(pk=ask.pk)
    row.member = nia

    with pytest.raises(CannotOpen):
        _ = row.words


def test_one_members_keys_and_boxes_do_not_open_for_another(nia, olu):
    olus_key = olu.key
    for field in ("private_box", "password", "recovery"):
        stolen = Member.objects.values_list(field, flat=True).get(pk=nia.pk)
        value = stolen if isinstance(stolen, str) else bytes(stolen)
        Member.objects.filter(pk=olu.pk).update(**{field: value})

    row = locked(olu)

    assert not row.check_password(PASSPHRASE), "Both have the same passphrase."
    row.key = olus_key
    with pytest.raises(CannotOpen):
        _ = row.private_key


# --- around the row ---------------------------------------------------------------------------


def test_plain_words_are_refused_where_no_row_can_seal_them(concern):
    before, concern.words = box_of(concern), "other words"

    with pytest.raises(TypeError, match="sealed"), atomic():
        Concern.objects.filter(pk=concern.pk).update(words=WORDS)
    with pytest.raises(TypeError, match="sealed"), atomic():
        Concern.objects.bulk_update([concern], ["words"])
    with pytest.raises(TypeError, match="sealed"), atomic():
        Concern.objects.filter(words=WORDS).exists()
    assert box_of(concern) == before


@pytest.mark.store
def test_a_box_sealed_first_may_be_written_on_a_condition(concern, nia):
    box = seal_for(concern, "words", "other words")

    assert Concern.objects.filter(pk=concern.pk, words=box_of(concern)).update(words=box) == 1

    row = Concern.objects.get(pk=concern.pk)
    row.member = nia
    assert row.words == "other words"


@pytest.mark.store
def test_no_query_gives_plain_words(concern):
    [row] = Concern.objects.values("words")
    [(listed,)] = Concern.objects.values_list("words")
    with connection.cursor() as cursor:
        cursor.execute("SELECT words FROM reflection_concern")
        (raw,) = cursor.fetchone()

    for box in (row["words"], listed, raw):
        assert b"care" not in bytes(box)
        assert len(bytes(box)) >= 72


@pytest.mark.store
@pytest.mark.parametrize("rows", [Concern.objects.defer("words"), Concern.objects.only("pk")])
def test_a_field_left_out_of_a_query_is_fetched_when_it_is_read(concern, nia, rows):
    row = rows.get(pk=concern.pk)
    row.member = nia

    assert row.words == WORDS
    assert row.words == WORDS, "And once more from the row."


def test_a_field_left_out_of_a_query_stays_locked_without_the_key(concern):
    row = Concern.objects.defer("words").get(pk=concern.pk)

    with pytest.raises(Locked):
        _ = row.words


def test_reading_another_field_anew_leaves_the_words_on_the_row(concern, nia):
    row = Concern.objects.get(pk=concern.pk)
    row.member = nia
    later = now()
    Concern.objects.update(created_at=later, words=seal_for(concern, "words", "other words"))

    row.refresh_from_db(fields=["created_at"])

    assert (row.created_at, row.words) == (later, WORDS)


# --- what shows -------------------------------------------------------------------------------


def test_the_text_form_of_a_row_is_its_id(nia, ben, concern):
    ask = Ask.objects.create(member=nia, words=WORDS)
    rows = [
        nia,
        ben,
        concern,
        ask,
        Invitation.objects.create(member=nia, ask=ask, position=0, way="call", name="Ben"),
        CheckIn.note(nia, concern, 7),
        Forecast.objects.create(member=nia, ask=ask),
        HeldForm.objects.create(member=nia, form={}),
        Message.objects.create(member=nia, kind="ask", letter={"to": "ben@example.org"}),
        Written.objects.create(who=b"hash", at=ask.created_at),
        OptOut.objects.create(address_hash=b"hash"),
    ]

    for row in rows:
        assert str(row) == str(row.pk)
        assert repr(row) == f"<{type(row).__name__}: {row.pk}>"


def test_words_not_sealed_yet_have_no_text_form(nia):
    row = Concern(member=nia, words=WORDS)

    assert "care" not in str(row.__dict__)


# --- behind a link ----------------------------------------------------------------------------


def test_what_lies_behind_a_link_opens_with_its_token_in_its_place():
    place = "asks.Invitation.letter:1"
    box = seal_behind_link("a-token", {"words": WORDS}, place)

    assert unseal_behind_link("a-token", box, place) == {"words": WORDS}
    with pytest.raises(CannotOpen):
        unseal_behind_link("b-token", box, place)
    with pytest.raises(CannotOpen):
        unseal_behind_link("a-token", box, "asks.Invitation.letter:2")


def test_what_several_people_share_opens_with_their_key_in_its_place():
    key, place = new_key(), "pieces.Piece.words:1"
    box = seal_under(key, {"what": WORDS}, place)

    assert unseal_under(key, box, place) == {"what": WORDS}
    with pytest.raises(CannotOpen):
        unseal_under(new_key(), box, place)
    with pytest.raises(CannotOpen):
        unseal_under(key, box, "pieces.Piece.location:1")
