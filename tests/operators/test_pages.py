"""What operators look after, on pages: members, invitations, addresses, the record."""

import logging

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from halved import cli, operating
from halved.accounts.models import Member, SignUpInvite
from halved.delivery import stopping
from halved.delivery.models import OptOut, address_hash
from halved.operators import counting, suspending, views
from halved.operators.models import Act, Suspension, Tally
from tests.asks.asking import DAY, NOON
from tests.conftest import PASSPHRASE

ADDRESS = "ben@example.org"
HOME = "/operator/"


def acts() -> list[str]:
    return list(Act.objects.values_list("kind", flat=True))


def text(response: object) -> str:
    return response.content.decode()


# --- who may ----------------------------------------------------------------------------------


def test_somebody_who_is_no_operator_finds_nothing_and_does_nothing(nia, sign_in):
    client = sign_in(nia)

    pages = [client.get(HOME), client.post(f"{HOME}members/suspend/", {"name": "nia"})]

    assert [page.status_code for page in pages] == [404, 404]
    assert Member.objects.get().is_active


def test_on_ones_own_machine_there_is_only_what_makes_sense_there(desk, settings):
    settings.OWN_MACHINE = True
    page = text(desk.get(HOME))

    there = [desk.get(f"{HOME}{path}").status_code for path in ("no-messages/", "kept/")]
    not_there = ["members/", "reports/", "invitations/", "invitations/revoke/", "record/"]

    assert there == [200, 200]
    for path in not_there:
        assert desk.get(f"{HOME}{path}").status_code == 404
        assert path not in page


# --- counts -----------------------------------------------------------------------------------


def test_counts_stay_the_same_for_a_day_whoever_comes(operator, monkeypatch):
    monkeypatch.setattr("secrets.randbelow", lambda most: 0)
    counting.count(NOON)
    Member.objects.bulk_create(Member(username=f"m{n}", public_key=b"") for n in range(30))

    counting.count(NOON + 0.9 * DAY)
    before = counting.told("members")[0].words
    counting.count(NOON + DAY)

    assert (before, counting.told("members")[0].words) == ("fewer than 20", "at least 30")


def test_every_count_can_be_counted_and_has_its_words_on_the_page(desk):
    counting.count(NOON)

    page = text(desk.get(HOME))

    assert Tally.objects.count() == len(counting.COUNTED)
    for title, _ in counting.COUNTED.values():
        assert title in page
    assert page.count("fewer than 20") == len(counting.COUNTED)


def test_before_the_worker_counted_the_page_says_so(desk):
    assert "Nothing is counted yet" in text(desk.get(HOME))


# --- members ----------------------------------------------------------------------------------


def test_an_operator_suspends_by_name_and_lets_back(desk, nia):
    suspended = desk.post(f"{HOME}members/suspend/", {"name": " NIA "}, follow=True)
    was_in = Member.objects.get(pk=nia.pk).is_active
    back = desk.post(f"{HOME}members/let-back/", {"name": "nia"}, follow=True)

    assert "They are suspended." in text(suspended)
    assert "They can come in again." in text(back)
    assert (was_in, Member.objects.get(pk=nia.pk).is_active) == (False, True)
    assert acts() == ["let_back", "suspended"]


@pytest.mark.parametrize(
    ("do", "name", "says"),
    [
        ("suspend", "", "Write the name first."),
        ("suspend", "nobody", views.NOBODY),
        ("suspend", "olu", "This is you."),
        ("suspend", "dee", "They look after this server too."),
        ("let-back", "nia", views.IS_NOT),
    ],
)
def test_what_cannot_be_done_is_said_and_nothing_happens(desk, nia, do, name, says):
    Member.objects.create_member("dee", PASSPHRASE)
    Member.objects.filter(username="dee").update(is_operator=True)

    page = desk.post(f"{HOME}members/{do}/", {"name": name})

    assert page.status_code == 422
    assert says in text(page)
    assert not Suspension.objects.exists() and not acts()


def test_suspending_twice_is_said(desk, nia):
    desk.post(f"{HOME}members/suspend/", {"name": "nia"})

    assert views.IS_SUSPENDED in text(desk.post(f"{HOME}members/suspend/", {"name": "nia"}))


def test_names_cannot_be_tried_out(desk, nia):
    for number in range(views.NAMES.most):
        desk.post(f"{HOME}members/suspend/", {"name": f"nobody-{number}"})

    page = desk.post(f"{HOME}members/suspend/", {"name": "nia"})

    assert views.OFTEN in text(page)
    assert Member.objects.get(pk=nia.pk).is_active


def test_no_page_names_a_member(desk, nia):
    suspending.suspend(nia.pk, NOON)
    counting.count(NOON)

    for path in ("", "members/", "reports/", "invitations/", "no-messages/", "record/"):
        assert "nia" not in text(desk.get(f"{HOME}{path}"))


# --- invitations ------------------------------------------------------------------------------


def test_a_link_is_shown_once_and_lets_one_person_sign_up(desk, settings):
    settings.SIGN_UP = "invited"

    page = text(desk.post(f"{HOME}invitations/make/"))
    again = text(desk.get(f"{HOME}invitations/"))

    url = next(word for word in page.split() if "?invite=" in word)
    url = url.partition(">")[2].partition("<")[0]
    assert "?invite=" not in again
    assert b"Make my room" in Client().get(url.removeprefix(settings.PUBLIC_URL)).content
    assert acts() == ["invited"]


def test_all_open_links_are_made_useless_after_a_question(desk):
    token = SignUpInvite.make()
    asked = desk.get(f"{HOME}invitations/revoke/")
    still = SignUpInvite.is_good(token)

    desk.post(f"{HOME}invitations/revoke/")

    assert "Every link that nobody has used yet" in text(asked)
    assert (still, SignUpInvite.is_good(token)) == (True, False)
    assert acts() == ["revoked"]


@pytest.mark.parametrize(
    ("setting", "value", "says"),
    [("SIGN_UP", "closed", "HALVED_SIGN_UP"), ("PUBLIC_URL", "", "HALVED_PUBLIC_URL")],
)
def test_where_a_link_would_be_no_use_none_is_made(desk, settings, setting, value, says):
    setattr(settings, setting, value)

    page = desk.post(f"{HOME}invitations/make/", follow=True)

    assert says in text(page)
    assert not SignUpInvite.objects.exists() and not acts()


# --- addresses that want no messages ----------------------------------------------------------


@pytest.fixture
def lists(settings, tmp_path) -> None:
    settings.OPT_OUTS_FILE = tmp_path / "opt-outs.list"
    settings.TAKEN_BACK_FILE = tmp_path / "taken-back.list"


def test_an_address_is_put_on_the_list_for_somebody_who_rang(desk, lists):
    desk.post(f"{HOME}no-messages/add/", {"address": "Ben@Example.org"})

    assert OptOut.objects.filter(address_hash=address_hash(ADDRESS)).exists()
    assert acts() == ["stopped"]


def test_taking_one_off_says_the_same_whether_it_was_there_or_not(desk, lists):
    stopping.opt_out([address_hash(ADDRESS)], NOON)

    pages = [
        desk.post(f"{HOME}no-messages/take-off/", {"address": address, "asked": "on"}, follow=True)
        for address in (ADDRESS, "cleo@example.org")
    ]

    assert "is off it now" in text(pages[0])
    assert len({page.content.partition(b"csrf")[0] for page in pages}) == 1
    assert not OptOut.objects.exists()


def test_none_is_taken_off_without_its_owner(desk, lists):
    stopping.opt_out([address_hash(ADDRESS)], NOON)

    page = desk.post(f"{HOME}no-messages/take-off/", {"address": ADDRESS})

    assert page.status_code == 422
    assert OptOut.objects.exists() and not acts()


@pytest.mark.parametrize(("days", "wanted"), [(1, True), (0, False)])
def test_after_a_backup_is_put_back_the_later_wish_holds(db, lists, days, wanted):
    """In doubt nobody is written to: of two on one day, the list does not know the later."""
    stopping.opt_out([address_hash(ADDRESS)], NOON)
    stopping.take_back(ADDRESS, NOON + days * DAY)
    OptOut.objects.create(address_hash=address_hash(ADDRESS))  # as the copy has it

    stopping.opt_out_again()

    assert OptOut.objects.exists() is not wanted


def test_who_stops_it_again_after_that_stays_on_the_list(db, lists):
    stopping.opt_out([address_hash(ADDRESS)], NOON)
    stopping.take_back(ADDRESS, NOON + DAY)
    stopping.opt_out([address_hash(ADDRESS)], NOON + 2 * DAY)
    OptOut.objects.all().delete()

    stopping.opt_out_again()

    assert OptOut.objects.count() == 1


# --- the record -------------------------------------------------------------------------------


def test_the_record_says_which_operator_did_what_and_to_nobody(desk, nia):
    desk.post(f"{HOME}members/suspend/", {"name": "nia"})

    page = text(desk.get(f"{HOME}record/"))

    assert "olu" in page and "A member was suspended" in page
    assert "nia" not in page
    fields = {field.name for field in Act._meta.get_fields()}
    assert fields == {"id", "operator", "by_command", "kind", "at"}


def test_no_page_costs_more_with_thirty_of_everything(desk, operator):
    def cost() -> list[int]:
        counts = []
        for path in ("", "members/", "invitations/", "no-messages/", "kept/", "record/"):
            with CaptureQueriesContext(connection) as queries:
                assert desk.get(f"{HOME}{path}").status_code == 200
            counts.append(len(queries))
        return counts

    counting.count(NOON)
    Act.note(operator, Act.Kind.INVITED, NOON)
    few = cost()
    for number in range(30):
        Act.note(operator, Act.Kind.INVITED, NOON)
        OptOut.objects.create(address_hash=bytes([number]))

    assert cost() == few


def test_the_log_says_it_without_names(desk, nia, caplog):
    with caplog.at_level(logging.INFO, "halved"):
        desk.post(f"{HOME}members/suspend/", {"name": "nia"})

    said = [
        line.getMessage() for line in caplog.records if line.name.startswith("halved.operators")
    ]
    assert said == ["operators: a member was suspended"]


def test_an_operator_who_deletes_everything_leaves_no_name_in_the_record(desk, operator):
    desk.post(f"{HOME}invitations/make/")

    operator.delete()

    assert [act.who for act in Act.objects.all()] == ["Somebody who left"]


@pytest.mark.parametrize("command", ["suspend", "operator"])
def test_commands_are_in_the_record_too(nia, monkeypatch, capsys, command):
    monkeypatch.setattr(operating, "set_up", lambda: None)

    for off in ([], ["--off"]):
        operating.COMMANDS[command](cli._parser().parse_args([command, "NIA", *off]))

    assert len(acts()) == 2
    assert {act.who for act in Act.objects.all()} == {"By command, on the server"}
    assert "NIA" in capsys.readouterr().out
    with pytest.raises(SystemExit, match="nobody here signs in"):
        operating.COMMANDS[command](cli._parser().parse_args([command, "nobody"]))


def test_a_command_takes_the_account_as_a_report_shows_it(nia, monkeypatch):
    monkeypatch.setattr(operating, "set_up", lambda: None)

    operating.suspend(cli._parser().parse_args(["suspend", str(nia.pk)]))

    assert not Member.objects.get().is_active


def test_suspending_by_command_twice_is_said(nia, monkeypatch):
    monkeypatch.setattr(operating, "set_up", lambda: None)
    args = cli._parser().parse_args(["suspend", "nia"])
    operating.suspend(args)

    with pytest.raises(SystemExit, match="already suspended"):
        operating.suspend(args)
