"""Reports on a page: what was shown and no more, settled, and what may follow."""

from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from halved.accounts.models import Member
from halved.asks.rules import Way
from halved.delivery import reports
from halved.delivery.models import Report
from halved.operators import suspending
from halved.operators.models import Act
from tests.asks.asking import DAY, NOON, ask_people, place_of

PAGE = "/operator/reports/"


def reported(member: Member | None = None, place: object = "elsewhere", **shown: str) -> Report:
    if member:
        shown["account"] = str(member.pk)
    reports.report(place=place, about="pestering", shown=shown, now=NOON)
    return Report.objects.latest("reported_at", "pk")


def text(response: object) -> str:
    return response.content.decode()


def test_what_was_ticked_is_shown_and_the_account_only_as_a_button(desk, nia):
    reported(nia, words="Every day.", name="Nia", ask="Come <b>now</b>")

    page = text(desk.get(PAGE))

    assert "They write again and again" in page
    assert "Every day." in page and "Nia" in page and "Come &lt;b&gt;now&lt;/b&gt;" in page
    assert "Suspend who asks" in page
    assert str(nia.pk) not in page and "nia" not in page


def test_where_the_account_was_not_ticked_there_is_no_button(desk, nia):
    row = reported(words="Every day.")

    assert "Suspend who asks" not in text(desk.get(PAGE))
    assert desk.post(f"{PAGE}{row.pk}/suspend/").status_code == 404


def test_who_asks_is_suspended_and_let_back_without_a_name(desk, nia):
    row = reported(nia)

    suspended = text(desk.post(f"{PAGE}{row.pk}/suspend/", follow=True))
    was_in = Member.objects.get(pk=nia.pk).is_active
    back = text(desk.post(f"{PAGE}{row.pk}/let-back/", follow=True))

    assert "Who asks is suspended." in suspended and "nia" not in suspended
    assert "can come in again" in back
    assert (was_in, Member.objects.get(pk=nia.pk).is_active) == (False, True)
    assert set(Act.objects.values_list("kind", flat=True)) == {"suspended", "let_back"}


def test_a_member_who_deleted_everything_is_said_to_be_gone(desk, nia):
    row = reported(nia)
    nia.delete()

    assert "has deleted everything" in text(desk.get(PAGE))
    assert desk.post(f"{PAGE}{row.pk}/suspend/").status_code == 404


def test_another_operator_is_not_suspended_from_a_page(desk, nia):
    Member.objects.filter(pk=nia.pk).update(is_operator=True)
    row = reported(nia)

    page = desk.post(f"{PAGE}{row.pk}/suspend/")

    assert page.status_code == 422
    assert "They look after this server too." in text(page)
    assert Member.objects.get(pk=nia.pk).is_active


def test_what_came_from_an_operators_own_link_is_left_to_others(desk, operator, nia, sign_in):
    from tests.conftest import contact

    dee = contact(operator, "Dee", email="dee@example.org")
    place = place_of(ask_people(operator, (dee, Way.LINK)), dee)
    row = reported(operator, place=place.pk, words="Olu writes every day.")
    Member.objects.filter(pk=nia.pk).update(is_operator=True)

    own = text(desk.get(PAGE)), text(desk.get("/operator/"))
    pages = [desk.get(f"{PAGE}{row.pk}/settle/"), desk.post(f"{PAGE}{row.pk}/settle/")]
    others = text(sign_in(Member.objects.get(pk=nia.pk)).get(PAGE))

    assert "Olu writes" not in own[0] and "Nothing waits." in own[0] and "Nothing waits." in own[1]
    assert [page.status_code for page in pages] == [404, 404]
    assert "Olu writes" in others


def test_settling_asks_first_and_then_wipes(desk, nia):
    row = reported(nia, words="Every day.")

    asked = text(desk.get(f"{PAGE}{row.pk}/settle/"))
    kept = Report.objects.get().shown
    done = text(desk.post(f"{PAGE}{row.pk}/settle/", follow=True))

    assert "cannot be brought back" in asked and kept
    assert "It is settled, and wiped." in done and "Nothing waits." in done
    assert Report.objects.get().shown is None
    assert desk.post(f"{PAGE}{row.pk}/settle/").status_code == 404
    assert [act.kind for act in Act.objects.all()] == ["settled"]


def test_before_settling_it_says_how_a_suspended_member_comes_back(desk, nia):
    row = reported(nia)
    suspending.suspend(nia.pk, NOON)

    assert "only by the name they sign in with" in text(desk.get(f"{PAGE}{row.pk}/settle/"))


def test_the_first_page_says_that_something_waits(desk, nia):
    reported(words="Every day.")

    assert "Something waits for you." in text(desk.get("/operator/"))


@pytest.mark.parametrize("count", [1, 10])
def test_the_list_costs_as_many_queries_with_ten_as_with_one(desk, count):
    for _ in range(count):
        reports.report(
            place=uuid4(), about="other", shown={"account": str(uuid4())}, now=NOON + DAY
        )

    with CaptureQueriesContext(connection) as queries:
        page = desk.get(PAGE)

    assert page.status_code == 200
    assert len(queries) <= 7
