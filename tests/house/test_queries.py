"""A page costs as many queries with thirty of everything as with one."""

from __future__ import annotations

from datetime import date

import pytest
from django.contrib.auth import HASH_SESSION_KEY, SESSION_KEY
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from halved.accounts.models import HeldForm, Member
from halved.accounts.sessions import SessionStore
from halved.asks import actions
from halved.asks.models import Ask, Invitation
from halved.asks.rules import Answer, Order, Reply, Way
from halved.circle.following_up import Try
from halved.circle.following_up import Way as Reached
from halved.circle.models import Enquiry
from halved.delivery.models import Message
from halved.directory.models import Service
from halved.lookback.models import Forecast, Given
from halved.lookback.rules import Moment
from halved.reflection.models import Attempt, Barrier, CheckIn, Concern, Cost, Intention, Weighing
from halved.safety.models import SafetyPlan
from tests.accounts.authenticator import HOST
from tests.conftest import PASSPHRASE, contact
from tests.directory.desks import desk
from tests.journeys.furnished import passkey_of

FEW, MANY = 1, 30
SMALL = "directory_dataset"  # a handful, however large the store
NOTED = ["edit", "tried", "costs", "barriers", "weigh", "plan_new"]


def fill(nia: Member, count: int) -> dict[str, str]:
    """`count` of everything. Returns the address of each page that shows some of it."""
    now = timezone.now()
    people = [contact(nia, f"Person {n}", email=f"p{n}@example.org") for n in range(count)]
    concerns = [Concern(member=nia) for _ in range(count)]
    for concern in concerns:
        concern.words = "Something heavy"
        concern.save()
        CheckIn.note(nia, concern, 8)
        CheckIn.note(nia, concern, 6)
    for _ in range(count):
        CheckIn.note(nia, concerns[0], 7)
        given(nia)
        enquired(nia)
        drafted(nia, concerns[0], people[:1])
        _answered(drafted(nia, concerns[0], people[:1]), nia)
        held = HeldForm(member=nia)
        held.form = {"path": "/", "fields": [["words", "Something"]]}
        held.save()
        passkey_of(nia)
        signed_in(nia)
    for concern in [*concerns, *concerns[:1] * count]:
        note(nia, concern)
    draft = drafted(nia, concerns[0], people)
    out = drafted(nia, concerns[0], people)
    actions.open_ask(ask=out, now=now)
    for row in out.invitations.all():
        actions.mark_asked(row=row, now=now)
        _failed(row, nia)
    _answered(asked := drafted(nia, concerns[0], people), nia)
    SafetyPlan.write(nia, {"alone": "A walk"}, now.date())
    return {
        "home": reverse("home"),
        "concern": reverse("reflection:concern", args=[concerns[0].pk]),
        **{name: reverse(f"reflection:{name}", args=[concerns[0].pk]) for name in NOTED},
        "weighed": reverse("reflection:weighed", args=[nia.weighings.last().pk]),
        "plan": reverse("reflection:plan", args=[nia.intentions.last().pk]),
        "put_away": reverse("reflection:put_away_list"),
        "circle": reverse("circle:people"),
        "professionals": reverse("circle:professionals"),
        "enquiry": reverse("circle:enquiry", args=[nia.enquiries.last().pk]),
        "asks": reverse("asks:asks"),
        "ask": reverse("asks:ask", args=[out.pk]),
        "answered": reverse("asks:ask", args=[asked.pk]),
        "whom": reverse("asks:whom", args=[draft.pk]),
        "words": reverse("asks:words", args=[draft.pk]),
        "send": reverse("asks:send", args=[draft.pk]),
        "rehearse": reverse("asks:rehearse", args=[draft.pk]),
        "rehearse_seen": reverse("asks:rehearse_seen", args=[draft.pk]),
        "rehearse_answers": reverse("asks:rehearse_answers", args=[draft.pk]),
        "after": reverse("lookback:after", args=[asked.pk]),
        "lookback": reverse("lookback:lookback"),
        "export": reverse("lookback:export"),
        "giving": reverse("lookback:giving"),
        "places": reverse("directory:search"),
        "a place": reverse("directory:service", args=[turned_to(nia, count).key]),
        "where they come from": reverse("directory:about"),
        "all my data": reverse("archive:data"),
        "passkeys": reverse("passkeys"),
        "browsers": reverse("browsers"),
        "safety plan": reverse("plan:plan"),
        "its parts": reverse("plan:change"),
    }


def turned_to(nia: Member, count: int) -> Service:
    """A service with as many places, among as many, and on her list."""
    places = [{"lines": [f"{number} Road"]} for number in range(count)]
    rows = [desk(name="Debt desk", locations=places, phones=[{"number": "01632 960101"}])]
    rows += [desk() for _ in range(count)]
    contact(nia, "Debt desk", profession="advice", service=str(rows[0].key))
    return rows[0]


def enquired(nia: Member) -> None:
    """A practice to follow up with, and one that is not on the list."""
    for name in ("Dr Weber", "Dr Lang"):
        practice = contact(nia, name, profession="therapist")
    row = Enquiry(member=nia, contact=practice)
    row.words = "Could I come?"
    row.save()
    row.note(Try("1", date(2026, 3, 2), Reached.CALL), date(2026, 3, 2))


def signed_in(nia: Member) -> None:
    """In one more browser."""
    store = SessionStore()
    store[SESSION_KEY], store[HASH_SESSION_KEY] = str(nia.pk), nia.get_session_auth_hash()
    store.save()


def given(nia: Member) -> None:
    row = Given(member=nia)
    row.words, row.on = "Fed the cat", "2027-03-01"
    row.save()


def note(nia: Member, concern: Concern) -> None:
    """One of everything that can be noted about it, and a plan whose moment is here."""
    about = {"member": nia, "concern": concern}
    tried = Attempt(**about)
    tried.what, tried.on, tried.moved = "Rang the office", "2027-03-01", "no"
    cost, barrier, weighing = Cost(**about), Barrier(**about), Weighing(**about)
    cost.levels, barrier.kind = {"sleep": 2}, "shame"
    weighing.yes, weighing.outcome, weighing.signs, weighing.choice = [], 0, [], 0
    weighing.look_on = weighing.again_on = "2027-03-08"
    plan = Intention(state=Intention.State.COME, **about)
    plan.trigger = {"kind": "standstill", "day": "2027-03-08", "hour": "09:00"}
    for row in (tried, cost, barrier, weighing, plan):
        row.save()


def drafted(nia: Member, concern: Concern, people: list[object]) -> Ask:
    ask = Ask(member=nia, concern=concern, order=Order.TOGETHER)
    ask.kinds = ["emotional"]
    ask.save()
    actions.plan(ask=ask, people=[(person, Way.LINK) for person in people])
    actions.write(ask=ask, words={row.pk: "Could you come?" for row in ask.invitations.all()})
    Forecast(member=nia, ask=ask).note_before(3, 8)
    return ask


def _answered(ask: Ask, nia: Member) -> None:
    now = timezone.now()
    actions.open_ask(ask=ask, now=now)
    for row in ask.invitations.all():
        actions.answer(row=row, reply=Reply(Answer.PART, "A little"), now=now)
    forecast = Forecast.objects.get(ask=ask)
    forecast.member = nia
    forecast.note_weight(Moment.AFTER_HELP, 5, now)


def _failed(row: Invitation, nia: Member) -> None:
    """A message that did not go out, which the home page and the ask tell of."""
    Message.objects.create(
        member=nia, about=row.pk, kind="ask", state="failed", failures=5, ended_at=timezone.now()
    )


def cost(client: Client, path: str) -> int:
    with CaptureQueriesContext(connection) as queries:
        response = client.get(path)
    assert response.status_code == 200, path
    return len(queries)


def costs(member: Member, count: int) -> dict[str, int]:
    """What each page costs a member who has `count` of everything."""
    pages = fill(member, count)
    client = Client()
    client.post("/sign-in/", {"login": member.username, "password": PASSPHRASE})
    return {name: cost(client, path) for name, path in pages.items()}


def test_no_page_takes_more_queries_for_more_rows(nia, olu, settings):
    settings.PASSKEY_HOST = HOST
    with_one = costs(olu, FEW)

    with_thirty = costs(nia, MANY)

    assert with_thirty == with_one
    assert max(with_thirty.values()) <= 15, with_thirty


def test_what_is_counted_here_really_is_on_the_pages(nia, sign_in):
    pages = fill(nia, 3)
    client = sign_in(nia)

    home = client.get(pages["home"]).content.decode()
    words = client.get(pages["words"]).content.decode()

    assert home.count("Something heavy") >= 3
    assert home.count("did not go out") >= 3
    assert words.count("<textarea") == 3


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL scans so small a table.")
def test_no_page_reads_a_whole_table_in_a_large_store(nia, sign_in):
    pages, client = fill(nia, 3), sign_in(nia)
    look_large()

    read = {name: whole_tables(client, path) for name, path in pages.items()}

    assert not {name: found for name, found in read.items() if found}


@pytest.mark.store
def test_a_name_is_found_by_its_index_however_it_is_typed(nia):
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET LOCAL enable_seqscan = off")

    found = Member.objects.filter(username__iexact="NIA")

    assert "member_name" in found.explain()
    assert found.get() == nia


def look_large() -> None:
    """Tells SQLite of a million rows in each table, of which a member has thirty."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
        cursor.execute("UPDATE sqlite_stat1 SET stat = '1000000'")
        for table in connection.introspection.table_names(cursor):
            for _, index, unique, *_ in cursor.execute(f"PRAGMA index_list({table})").fetchall():
                found = [table, index, f"1000000 {1 if unique else 30}"]
                cursor.execute("DELETE FROM sqlite_stat1 WHERE idx = %s", [index])
                cursor.execute("INSERT INTO sqlite_stat1 VALUES (%s, %s, %s)", found)
        cursor.execute("ANALYZE sqlite_schema")


def whole_tables(client: Client, path: str) -> list[str]:
    """What SQLite says of each question of this page for which it would read a whole table."""
    with CaptureQueriesContext(connection) as queries:
        client.get(path)
    found = []
    with connection.cursor() as cursor:
        for query in queries.captured_queries:
            if query["sql"].startswith("SELECT"):
                cursor.execute(f"EXPLAIN QUERY PLAN {query['sql']}")
                found += [
                    f"{row[-1]}: {query['sql'][:80]}"
                    for row in cursor.fetchall()
                    if row[-1].startswith("SCAN") and SMALL not in row[-1]
                ]
    return found
