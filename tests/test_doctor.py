"""`halved doctor` finds what is wrong with a host, and tells of nobody."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.db import OperationalError, connection
from django.utils import timezone

from halved.delivery.models import Message
from halved.doctor import Finding, look, told
from halved.operators.rules import in_words
from halved.vault.keys import HouseKey

MINUTE = timedelta(minutes=1)


@pytest.fixture(autouse=True)
def well(settings, smtp, data_dir) -> None:
    """A host on which nothing is wrong."""
    settings.HTTPS = True


def found(about: str) -> Finding:
    return next(finding for finding in look(timezone.now()) if finding.about == about)


def message(member, **about: object) -> Message:
    letter = {"to": "ben@example.org", "name": "Nia", "url": "http://127.0.0.1:8000/a/t/"}
    return Message.objects.create(member=member, kind=Message.Kind.ASK, letter=letter, **about)


@pytest.mark.store
def test_a_host_that_is_well_is_told_so(nia):
    text, well = told(look(timezone.now()))

    assert well, text
    assert "LOOK" not in text


@pytest.mark.store
def test_work_that_nobody_does_is_found(nia):
    message(nia, due_at=timezone.now() - 20 * MINUTE)

    finding = found("work")

    assert finding.says == "something waits for 20 minutes"
    assert "halved work" in finding.do


def test_what_is_due_in_a_moment_is_no_matter(nia):
    message(nia, due_at=timezone.now() - MINUTE)

    assert found("work").well


@pytest.mark.parametrize(("failed", "rounded"), [(1, {0}), (45, {30, 40})])
def test_what_did_not_go_out_is_told_as_operators_see_it(nia, failed, rounded):
    for _ in range(failed):
        message(nia, state=Message.State.FAILED, ended_at=timezone.now())

    says = {f"{in_words(count)} of the last day did not go out" for count in rounded}
    assert found("messages").says in says


def test_the_key_of_another_store_is_found(nia, settings):
    message(nia)
    settings.HOUSE_KEYS = HouseKey.new().write()

    finding = found("house key")

    assert not finding.well


def test_a_key_that_others_can_read_is_found(db, settings, tmp_path: Path):
    settings.DATA_DIR = tmp_path
    key = tmp_path / "house.key"
    key.write_text("lookup:")
    key.chmod(0o644)

    finding = found("keys")

    assert finding.do == f"chmod 600 {key}"


def test_a_mail_server_that_is_away_is_found(db, settings):
    settings.EMAIL_PORT = 1

    assert "HALVED_SMTP_URL" in found("mail").do


def test_a_store_that_is_away_is_said_and_the_rest_is_looked_at(db):
    def is_away(*_: object) -> None:
        raise OperationalError

    with connection.execute_wrapper(is_away):
        findings = {finding.about: finding for finding in look(timezone.now())}

    assert findings["store"].says.startswith("does not answer")
    assert findings["mail"].well
    assert "work" not in findings
