"""Somebody who was asked tells the operator, and shows what they choose to show. Nobody else learns
of it."""

import sys

import pytest
from django.apps import apps
from django.test import Client

from halved import cli
from halved.asks import actions
from halved.asks.models import Ask
from halved.asks.rules import Way
from halved.delivery import reports
from halved.delivery.models import Message, OptOut, Report
from tests.asks.asking import WORDS, ask_people, place_of
from tests.delivery.letters import HOUR, MORNING, run_worker
from tests.journeys.visitors import ClientVisitor

OPERATOR = "operator@example.org"
THEIRS = "She writes every day. Call me on 5."
TICKS = {"show_ask": "on", "show_name": "on", "show_address": "on"}


@pytest.fixture
def ask(nia, ben) -> Ask:
    return ask_people(nia, (ben, Way.EMAIL), at=MORNING)


@pytest.fixture
def visitor(ask, ben) -> ClientVisitor:
    """Ben, on the page where he can report it."""
    visitor = ClientVisitor()
    visitor.open(f"/a/{place_of(ask, ben).token}/")
    visitor.send()
    visitor.follow("Something is wrong with this")
    return visitor


def shown() -> dict[str, str]:
    found: dict[str, str] = Report.objects.get().shown
    return found


# --- what is shown ----------------------------------------------------------------------------


def test_who_ticks_nothing_shows_only_what_it_is(visitor):
    visitor.send({"about": "pestering"})

    assert visitor.status == 200
    assert Report.objects.get().about == "pestering"
    assert shown() == {}


@pytest.mark.parametrize(
    ("ticked", "names"),
    [("show_ask", {"ask"}), ("show_name", {"name", "account"}), ("show_address", {"address"})],
)
def test_each_tick_shows_one_thing(visitor, ticked, names):
    visitor.send({"about": "threat", ticked: "on"})

    assert set(shown()) == names


def test_what_is_ticked_comes_from_behind_the_link(visitor, nia):
    visitor.send({"about": "other", "words": THEIRS, **TICKS})

    assert shown() == {
        "words": THEIRS,
        "ask": WORDS,
        "name": "Nia",
        "account": str(nia.pk),
        "address": "ben@example.org\n+44 20 7946 0018",
    }


def test_nothing_is_ticked_before(visitor):
    assert "checked" not in visitor.source


def test_what_is_taken_care_of_can_still_be_reported(ask, ben):
    token = place_of(ask, ben).token
    actions.close_ask(ask=ask, now=MORNING)
    visitor = ClientVisitor()

    visitor.open(f"/a/{token}/report/")
    visitor.send({"about": "other", "show_name": "on"})

    assert "show_ask" not in visitor.source
    assert shown()["name"] == "Nia"


@pytest.mark.parametrize("about", ["", "praise"])
def test_without_saying_what_it_is_nothing_is_sent_and_nothing_is_lost(visitor, about):
    path = visitor.path
    key = next(value for name, value in visitor.page.forms[0].values if name == "key")

    response = visitor.client.post(path, {"about": about, "words": THEIRS, "key": key, **TICKS})

    assert response.status_code == 422
    assert THEIRS in response.content.decode()
    assert response.content.decode().count(" checked") == len(TICKS)
    assert not Report.objects.exists()


def test_a_form_that_did_not_come_from_the_page_is_asked_for_again(visitor):
    response = visitor.client.post(visitor.path, {"about": "other", "words": THEIRS, **TICKS})

    assert (response.status_code, Report.objects.count()) == (422, 0)
    assert THEIRS in response.content.decode()


# --- who learns of it -------------------------------------------------------------------------


def test_the_store_does_not_show_what_was_reported_or_about_whom(visitor, ask):
    visitor.send({"about": "other", "words": THEIRS, **TICKS})

    row = Report.objects.values_list().get()
    kept = b"".join(bytes(value) for value in row if isinstance(value, bytes | memoryview))
    assert WORDS.encode() not in kept and b"Nia" not in kept and THEIRS.encode() not in kept
    ids = {str(ask.pk), str(ask.member_id), str(ask.invitations.get().pk)}
    assert not ids & set(map(str, row))


def test_who_asked_is_not_told(visitor, ask, nia, sign_in):
    client = sign_in(nia)
    pages = ["/", "/asks/", f"/asks/{ask.pk}/"]
    before = [client.get(page).content for page in pages]

    visitor.send({"about": "other", **TICKS})

    # Each page has a key of its own against forged forms, which is new each time.
    after = [client.get(page).content for page in pages]
    assert [len(page) for page in after] == [len(page) for page in before]
    assert not Message.objects.filter(member=nia, kind=Message.Kind.NOTICE).exists()


def test_the_operator_gets_one_mail_that_says_nothing(visitor, smtp, settings):
    settings.OPERATOR_EMAIL = OPERATOR
    for about in ("other", "threat"):
        visitor.send({"about": about, "words": THEIRS, **TICKS})
        visitor.open("../report/")

    run_worker(MORNING + HOUR)

    letters = [letter for letter in smtp.messages if letter["To"] == OPERATOR]
    assert len(letters) == 1
    text = str(letters[0].items()) + letters[0].get_content()
    assert not [secret for secret in (THEIRS, WORDS, "Nia", "ben@", "threat") if secret in text]


def test_without_an_operators_address_no_mail_is_written(visitor):
    visitor.send({"about": "other"})

    assert not Message.objects.filter(kind=Message.Kind.REPORT).exists()


def test_on_somebodys_own_machine_there_is_nobody_to_report_to(ask, ben, settings):
    settings.OWN_MACHINE = True
    visitor = ClientVisitor()

    visitor.open(f"/a/{place_of(ask, ben).token}/report/")

    assert "Nia runs Halved on their own machine" in visitor.text
    assert "<form" not in visitor.source
    assert Client().post(visitor.path, {"about": "other"}).status_code == 200
    assert not Report.objects.exists()


def test_after_three_reports_from_one_link_the_words_are_given_back(visitor):
    for number in range(4):
        visitor.open("../report/")
        visitor.send({"about": "other", "words": f"{THEIRS} {number}"})

    assert visitor.status == 429
    assert f"{THEIRS} 3" in visitor.text
    assert Report.objects.count() == reports.MOST


def test_reporting_is_not_opting_out(visitor):
    visitor.send({"about": "pestering"})

    assert not OptOut.objects.exists()


# --- the operator reads -----------------------------------------------------------------------


@pytest.fixture
def run(capsys, monkeypatch):
    """`run("--all")`: what `halved reports --all` prints."""
    monkeypatch.setattr(cli, "set_up", lambda: None)

    def run(*arguments: str) -> str:
        monkeypatch.setattr(sys, "argv", ["halved", "reports", *arguments])
        cli.main()
        printed: str = capsys.readouterr().out
        return printed

    return run


def test_the_operator_reads_what_was_shown_and_no_more(visitor, run, nia):
    visitor.send({"about": "threat", "words": THEIRS, "show_name": "on"})

    printed = run()

    assert "It threatens me, or someone else" in printed
    assert THEIRS in printed and "Nia" in printed and str(nia.pk) in printed
    assert WORDS not in printed and "ben@" not in printed


def test_what_is_done_is_wiped_and_no_longer_listed(visitor, run):
    visitor.send({"about": "threat", "words": THEIRS})
    number = run().split()[0]

    done, again = run("--done", number), run("--done", number)

    assert "wiped" in done and "before" in again
    assert Report.objects.get().shown is None
    assert run() == "There is no report.\n"
    assert ", done" in run("--all")


@pytest.mark.parametrize("number", ["", "zz", "0" * 32])
def test_a_number_that_no_report_has_is_said(db, run, number):
    with pytest.raises(SystemExit) as ended:
        run("--done", number or "-")

    assert "0 reports" in str(ended.value)


def test_a_report_cannot_give_orders_to_the_terminal():
    assert reports.harmless("a\x1b[2Jb\r\nc\x07\u202e") == "a�[2Jb\nc��"


def test_every_report_can_be_sealed_anew():
    from halved.vault.rotation import house_fields

    assert (apps.get_model("delivery.Report"), "shown") in [
        (model, field.name) for model, field in house_fields()
    ]
