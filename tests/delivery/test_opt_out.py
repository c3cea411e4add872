""" "Please don't contact me through Halved again": for everybody here, and told to nobody."""

import re
from collections.abc import Callable
from datetime import datetime

import pytest
from django.test import Client
from django.utils import timezone

from halved.accounts.models import Member
from halved.asks import actions
from halved.asks.models import Ask
from halved.asks.rules import Answer, Reply, Way
from halved.delivery import actions as delivery
from halved.delivery import stopping
from halved.delivery.channels import email
from halved.delivery.models import Message, OptOut
from halved.starting import prepare
from tests.asks.asking import ask_people, place_of
from tests.conftest import PASSPHRASE, contact
from tests.delivery.letters import DAY, HOUR, MINUTE, MORNING, run_worker
from tests.journeys.visitors import ClientVisitor
from tests.smtp import MailServer

ADDRESS = "ben@example.org"
TO_PEOPLE = ["ask", "reminder", "thanks", "remark", "taken_care", "pieces", "notice", "stop"]


def written_to(smtp: MailServer) -> list[str]:
    return [str(message["To"]) for message in smtp.messages]


# --- two taps ---------------------------------------------------------------------------------


def stop_link(smtp: MailServer) -> str:
    """The link at the end of the latest mail."""
    found = re.search(r"http://127.0.0.1:8000(/stop/\S+/)", smtp.messages[-1].get_content())
    assert found, smtp.messages[-1].get_content()
    return found[1]


def test_two_taps_from_the_mail_are_enough(nia, ben, smtp, client):
    ask = ask_people(nia, (ben, Way.EMAIL), at=MORNING)
    run_worker(MORNING)
    link = stop_link(smtp)

    first = client.get(link)
    second = client.post(link)

    assert (first.status_code, second.status_code) == (200, 200)
    run_worker(MORNING + 2 * DAY)
    assert len(smtp.messages) == 1
    assert not client.cookies
    assert place_of(ask, ben).state == "reminded"


def test_two_taps_from_the_cover_are_enough(nia, ben, smtp):
    """The cover is what the link of the mail opens."""
    ask = ask_people(nia, (ben, Way.EMAIL), at=MORNING)
    visitor = ClientVisitor()
    visitor.open(f"/a/{place_of(ask, ben).token}/")

    visitor.follow("Please don’t contact me through Halved again")
    visitor.send()

    run_worker(MORNING)
    assert "will not write to you again" in visitor.text
    assert smtp.messages == []


@pytest.mark.parametrize("kind", TO_PEOPLE)
def test_every_mail_says_how_to_make_it_stop_and_what_it_is(kind):
    letter = {"to": ADDRESS, "name": "Nia", "url": "http://127.0.0.1:8000/a/x/", "items": []}

    text = email.text(kind, letter, stopping.stop_url(ADDRESS))

    assert stopping.stop_url(ADDRESS) in text
    assert "http://127.0.0.1:8000/about/" in text


def test_the_link_in_an_old_mail_still_stops(nia, ben, smtp, client):
    ask = ask_people(nia, (ben, Way.EMAIL), at=MORNING)
    run_worker(MORNING)
    actions.withdraw(row=place_of(ask, ben), now=MORNING + HOUR)

    client.post(stop_link(smtp))

    assert OptOut.objects.count() == 1


@pytest.mark.parametrize("change", [lambda link: link[:-6] + "AAAA=/", lambda _: "/stop/ü/"])
def test_a_stop_link_that_we_did_not_make_stops_nobody(db, client, change):
    link = stopping.stop_url(ADDRESS).removeprefix("http://127.0.0.1:8000")

    response = client.post(change(link))

    assert response.status_code == 404
    assert not OptOut.objects.exists()


def test_a_stop_link_does_not_show_the_address(db, client):
    link = stopping.stop_url(ADDRESS).removeprefix("http://127.0.0.1:8000")

    page = client.get(link)

    assert "ben" not in link and "ben@" not in page.content.decode()
    assert not page.cookies


def test_the_first_tap_alone_changes_nothing(nia, ben, smtp, client):
    ask = ask_people(nia, (ben, Way.EMAIL), at=MORNING)

    client.get(f"/a/{place_of(ask, ben).token}/stop/")
    run_worker(MORNING)

    assert written_to(smtp) == [ADDRESS]
    assert not OptOut.objects.exists()


def test_who_got_the_link_from_the_member_names_the_address(nia, smtp, client):
    ben = contact(nia, "Ben")
    ask = ask_people(nia, (ben, Way.LINK), at=MORNING)
    page = f"/a/{place_of(ask, ben).token}/stop/"

    without = client.post(page, {"address": " "})
    client.post(page, {"address": f" {ADDRESS.upper()} "})

    assert without.status_code == 200
    ben.email = ADDRESS
    ben.save()
    ask_people(nia, (ben, Way.EMAIL), at=MORNING)
    run_worker(MORNING)
    assert smtp.messages == []


# --- it holds ---------------------------------------------------------------------------------


@pytest.mark.store
@pytest.mark.parametrize("spelling", [ADDRESS, "BEN@Example.ORG", " ben@example.org "])
def test_it_binds_every_member(nia, olu, smtp, spelling):
    delivery.opt_out([spelling], MORNING)

    for member in (nia, olu):
        member.signs_as = "Nia"
        ask_people(member, (contact(member, "Ben", email=ADDRESS), Way.EMAIL), at=MORNING)
    run_worker(MORNING)

    assert smtp.messages == []


@pytest.mark.store
def test_it_holds_for_what_was_queued_before(nia, ben, cleo, smtp):
    ask_people(nia, (ben, Way.EMAIL), at=MORNING)
    ask_people(nia, (cleo, Way.EMAIL), at=MORNING)

    delivery.opt_out([ADDRESS], MORNING)
    run_worker(MORNING)

    assert written_to(smtp) == ["cleo@example.org"]


def test_it_holds_for_a_message_that_is_tried_again(nia, ben, smtp):
    ask_people(nia, (ben, Way.EMAIL), at=MORNING)
    smtp.mode = "half"
    run_worker(MORNING)

    delivery.opt_out([ADDRESS], MORNING)
    smtp.mode = "accept"
    run_worker(MORNING + HOUR)

    assert smtp.messages == []


def test_it_holds_for_reminders_and_thanks(nia, ben, smtp):
    ask = ask_people(nia, (ben, Way.EMAIL), at=MORNING)
    run_worker(MORNING)

    delivery.opt_out([ADDRESS], MORNING)
    run_worker(MORNING + 2 * DAY)
    later = MORNING + 2 * DAY
    actions.answer(row=place_of(ask, ben), reply=Reply(Answer.YES), now=later)
    actions.thank(row=place_of(ask, ben), words="Thank you", now=later)
    run_worker(later)

    assert len(smtp.messages) == 1


def test_who_opted_out_can_still_answer(nia, ben, smtp, client):
    ask = ask_people(nia, (ben, Way.EMAIL), at=MORNING)
    run_worker(MORNING)

    client.post(f"/a/{place_of(ask, ben).token}/stop/")

    assert client.post(f"/a/{place_of(ask, ben).token}/").status_code == 200


def test_it_is_kept_as_a_keyed_hash(db):
    delivery.opt_out([ADDRESS], MORNING)
    delivery.opt_out([ADDRESS], MORNING)

    [row] = OptOut.objects.values_list("address_hash", flat=True)
    assert len(bytes(row)) == 32
    assert b"ben" not in bytes(row)


# --- nobody is told ---------------------------------------------------------------------------
# Nia asks someone who opted out; Olu, who is her equal in everything, someone who is just silent.


@pytest.fixture
def twins(nia, olu, smtp) -> list[tuple[Member, Ask, Client]]:
    delivery.opt_out([ADDRESS], MORNING)
    found = []
    for member, address in ((nia, ADDRESS), (olu, "silent@example.org")):
        member.signs_as, member.pending_code = "Nia", None
        member.save()
        ben = contact(member, "Ben", email=address)
        cleo = contact(member, "Cleo", email=f"cleo.{member.username}@example.org")
        client = Client()
        client.post("/sign-in/", {"login": member.username, "password": PASSPHRASE})
        ask = ask_people(member, (ben, Way.EMAIL), (cleo, Way.EMAIL), at=MORNING)
        found.append((member, ask, client))
    return found


IDS = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?<=value=\")\w{64}(?=\")")


def pages(at: datetime, member: Member, ask: Ask, client: Client) -> str:
    """All that the member can see of an ask at this moment, less what is random."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(timezone, "now", lambda: at)
        found = [client.get(path) for path in ("/", "/asks/", f"/asks/{ask.pk}/")]
    assert all(page.status_code == 200 for page in found)
    return IDS.sub("", "".join(page.content.decode() for page in found))


# Each lets something happen, and says when it has.
Happens = Callable[[MailServer], datetime]


def nothing_yet(smtp: MailServer) -> datetime:
    return MORNING


def asked(smtp: MailServer) -> datetime:
    run_worker(MORNING)
    return MORNING


def mail_is_away(smtp: MailServer) -> datetime:
    smtp.mode = "dead"
    return asked(smtp)


def mail_was_away(smtp: MailServer) -> datetime:
    at = mail_is_away(smtp) + MINUTE
    smtp.mode = "accept"
    run_worker(at)
    return at


def mail_stays_away(smtp: MailServer) -> datetime:
    smtp.mode = "dead"
    for minutes in (0, 1, 6, 31, 151):
        run_worker(MORNING + minutes * MINUTE)
    return MORNING + 151 * MINUTE


def reminded(smtp: MailServer) -> datetime:
    at = asked(smtp) + 2 * DAY
    run_worker(at)
    return at


def passed_on(smtp: MailServer) -> datetime:
    at = reminded(smtp) + DAY
    run_worker(at)
    return at


@pytest.mark.parametrize(
    "happens",
    [nothing_yet, asked, mail_is_away, mail_was_away, mail_stays_away, reminded, passed_on],
)
def test_who_opted_out_looks_like_who_is_silent(twins, smtp, happens: Happens):
    at = happens(smtp)

    hers, the_others = (pages(at, *twin) for twin in twins)

    assert hers == the_others
    assert ADDRESS not in written_to(smtp)
    assert "Ben" in hers


@pytest.mark.parametrize("happens", [asked, mail_was_away, mail_stays_away, reminded, passed_on])
def test_what_happens_to_them_happens_at_the_same_moments(twins, smtp, happens: Happens):
    happens(smtp)

    hers, the_others = (moments(ask) for _, ask, _ in twins)

    assert hers == the_others
    assert any(hers)


def moments(ask: Ask) -> list[object]:
    """Every state and time of an ask, and of the messages that belong to it."""
    names = ["state", "asked_at", "reminded_at", "undelivered_at", "expires_at", "due_at"]
    rows = list(ask.invitations.values_list(*names))
    about = ask.invitations.values("pk")
    messages = Message.objects.filter(about__in=about).order_by("kind", "about")
    fields = ["kind", "state", "failures", "due_at", "ended_at", "noted_at"]
    return [*rows, *sorted(map(str, messages.values_list(*fields)))]


# --- after a restore --------------------------------------------------------------------------


@pytest.fixture
def opt_outs(settings, tmp_path):
    settings.OPT_OUTS_FILE = tmp_path / "opt-outs.list"
    return settings.OPT_OUTS_FILE


def hashes() -> list[bytes]:
    return [bytes(row.address_hash) for row in OptOut.objects.all()]


@pytest.mark.django_db
def test_a_restored_backup_knows_it_again_at_the_next_start(opt_outs):
    delivery.opt_out([ADDRESS], MORNING)
    before = hashes()
    OptOut.objects.all().delete()

    prepare()
    prepare()

    assert hashes() == before != []


@pytest.mark.django_db
def test_the_list_of_opt_outs_shows_no_address(opt_outs):
    delivery.opt_out([ADDRESS], MORNING)

    assert re.fullmatch(r"[0-9a-f]{64} \d{4}-\d\d-\d\d\n", opt_outs.read_text())
    assert opt_outs.stat().st_mode & 0o777 == 0o600


@pytest.mark.django_db
def test_a_list_that_cannot_be_written_stops_nobody_from_opting_out(opt_outs, caplog):
    opt_outs.mkdir()

    delivery.opt_out([ADDRESS], MORNING)

    assert OptOut.objects.exists()
    assert "not on the list" in caplog.text
    assert ADDRESS not in caplog.text


@pytest.mark.django_db
def test_a_line_that_was_cut_off_harms_no_other(opt_outs):
    delivery.opt_out([ADDRESS], MORNING)
    opt_outs.write_text(f"{opt_outs.read_text()}not a hash 2027\n{'ab' * 16}")
    OptOut.objects.all().delete()

    stopping.opt_out_again()

    assert OptOut.objects.count() == 1
