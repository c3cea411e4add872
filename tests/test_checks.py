"""Wrong settings are named at the start, each with its own number."""

import os
import subprocess
import sys

import pytest
from django.core.checks import run_checks
from pytest_django import Settings

WRONG = {
    "halved.E001": {"MODE": "cloud"},
    "halved.E002": {"SIGN_UP": "maybe"},
    "halved.E003": {"PUBLIC_URL": "halved.example.org"},
    "halved.W001": {"SMTP_URL": "smtp://mail.example.org", "PUBLIC_URL": ""},
    "halved.E008": {"MAIL_FROM": "Halved"},
    "halved.E009": {"OPERATOR_EMAIL": "reports"},
    "halved.E004": {"RELOCK_MINUTES": 0},
    "halved.E005": {"TIME_ZONE": "Europe/Atlantis"},
    "halved.E006": {"HOUSE_KEYS": "lookup:short"},
    "halved.E011": {"PUSH_HOSTS": ["https://push.example.org"]},
    "halved.E012": {"CAN_PUSH": True, "VAPID_KEY": "short"},
    "halved.E010": {"LEAVE_TO": "weather"},
}


def test_the_settings_of_the_tests_are_right():
    assert [message.id for message in run_checks()] == []


@pytest.mark.parametrize("number", WRONG)
def test_a_wrong_setting_is_named_with_what_to_do(number: str, settings: Settings):
    for name, value in WRONG[number].items():
        setattr(settings, name, value)

    messages = {message.id: message for message in run_checks()}

    assert set(messages) == {number}
    assert messages[number].hint


def test_a_key_file_that_may_not_be_read_is_named(settings: Settings, tmp_path):
    settings.HOUSE_KEY_FILE = tmp_path

    assert [message.id for message in run_checks()] == ["halved.E007"]


def test_lines_that_cannot_be_shown_are_told_and_stop_nothing(settings: Settings, tmp_path):
    settings.LINES_FILE = tmp_path / "lines.json"
    settings.LINES_FILE.write_text('{"countries": {"GB": {"lines": {"Samaritans": []}}}}')

    [message] = run_checks()

    assert message.id == "halved.W002"
    assert "GB: Samaritans" in message.hint
    assert not message.is_serious()


@pytest.mark.parametrize(
    ("name", "value", "word"),
    [
        ("HALVED_TIME_ZONE", "Europe/Atlantis", "Atlantis"),
        ("HALVED_RELOCK_MINUTES", "soon", "soon"),
        ("HALVED_DATABASE_URL", "nonsense", "HALVED_DATABASE_URL"),
        ("HALVED_SIGN_UP", "maybe", "HALVED_SIGN_UP"),
    ],
)
def test_a_start_with_a_wrong_setting_ends_with_a_sentence(
    name: str, value: str, word: str, tmp_path
):
    env = {**os.environ, "HALVED_DATA_DIR": str(tmp_path), name: value}

    end = subprocess.run(
        [sys.executable, "-m", "halved", "migrate"], env=env, capture_output=True, text=True
    )

    assert end.returncode == 1
    assert word in end.stderr
    assert "Traceback" not in end.stderr
