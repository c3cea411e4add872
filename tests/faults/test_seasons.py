"""Nights on which clocks change, in six zones, and a 29th of February."""

from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
import vobject

from halved.asks.rules import Way
from halved.delivery.rules import QUIET_FROM, QUIET_UNTIL, after_quiet_hours
from halved.pieces import calendars
from halved.pieces.calendars import Event
from halved.pieces.rules import remind_at
from halved.pieces.series import When, expand
from halved.reflection.moments import moment
from halved.vault import lists
from tests.asks.asking import ask_people, place_of
from tests.delivery.letters import run_worker

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
# In each, both nights of 2027, by the day that begins or ends in them.
NIGHTS = {
    "Europe/London": ("2027-03-28", "2027-10-31"),
    "America/New_York": ("2027-03-14", "2027-11-07"),
    "Australia/Lord_Howe": ("2027-10-03", "2027-04-04"),  # half an hour
    "Africa/Cairo": ("2027-04-30", "2027-10-28"),  # skips the hour after midnight
    "America/Havana": ("2027-03-14", "2027-11-07"),  # and has it twice
    "America/Santiago": ("2027-09-05", "2027-04-03"),  # the same, on the other half of the earth
}
each_night = pytest.mark.parametrize(
    ("zone", "night"), [(zone, night) for zone, nights in NIGHTS.items() for night in nights]
)


def around(night: str, hour: time) -> datetime:
    """That time of day on the day before, on the clock there."""
    return datetime.combine(date.fromisoformat(night) - DAY, hour)


@each_night
def test_the_clocks_do_change(zone, night):
    noons = [around(night, time(12)).replace(tzinfo=ZoneInfo(zone)) + n * DAY for n in (0, 2)]

    assert noons[0].utcoffset() != noons[1].utcoffset()


@each_night
def test_supper_stays_at_six_in_every_calendar(zone, night):
    starts = around(night, time(18))
    spans = expand(When(starts, starts + 2 * HOUR, zone, "FREQ=DAILY;COUNT=3"))
    events = [Event(UUID(int=n), span.starts_at, span.ends_at) for n, span in enumerate(spans)]

    read = vobject.readOne(calendars.file(events, datetime(2027, 1, 1, tzinfo=UTC)).decode())

    shown = [event.dtstart.value.astimezone(ZoneInfo(zone)) for event in read.vevent_list]
    assert [at.replace(tzinfo=None) for at in shown] == [starts + n * DAY for n in range(3)]
    assert all(span.ends_at - span.starts_at == 2 * HOUR for span in spans)


@each_night
def test_what_is_at_midnight_is_once_on_each_day(zone, night):
    starts = around(night, time(0, 15))
    days = [starts.date() + n * DAY for n in range(3)]

    spans = expand(When(starts, starts + HOUR, zone, "FREQ=DAILY;COUNT=3"))
    plans = [moment(day, time(0), zone) for day in days]

    for found in ([span.starts_at for span in spans], plans):
        assert [at.astimezone(ZoneInfo(zone)).date() for at in found] == days
        assert found == sorted(set(found))


@each_night
def test_a_helper_is_reminded_by_day_before_it_begins(zone, night):
    for hours in range(72):
        starts_at = around(night, time(0)).replace(tzinfo=ZoneInfo(zone)) + hours * HOUR

        remind = remind_at(starts_at.astimezone(UTC), zone)

        assert remind < starts_at
        assert QUIET_UNTIL <= remind.astimezone(ZoneInfo(zone)).time() < QUIET_FROM


@each_night
def test_whoever_waits_for_the_morning_gets_that_morning(zone, night):
    first = around(night, time(0)).replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)
    for minutes in range(0, 72 * 60, 15):
        at = first + timedelta(minutes=minutes)

        morning = after_quiet_hours(at, zone)

        assert timedelta() <= morning - at <= 12 * HOUR
        assert QUIET_UNTIL <= morning.astimezone(ZoneInfo(zone)).time() < QUIET_FROM


@each_night
def test_an_ask_over_such_a_night_asks_and_reminds_once_by_day(
    zone, night, nia, ben, cleo, mailoutbox
):
    ben.timezone = zone
    ben.save()
    sent_at = []
    evening = around(night, time(20, 45)).replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)
    ask = ask_people(nia, (ben, Way.EMAIL), (cleo, Way.CALL), at=evening)
    for quarters in range(-4, 16 * 24, 6):
        at = evening + quarters * HOUR / 4
        run_worker(at)
        sent_at += [at] * (len(mailoutbox) - len(sent_at))

    assert len(sent_at) == 2, "asked, and reminded once"
    assert all(8 <= at.astimezone(ZoneInfo(zone)).hour < 21 for at in sent_at)
    assert place_of(ask, ben).state == "passed_on"


# --- the day that most years do not have ------------------------------------------------------


@pytest.mark.parametrize(
    ("starts", "rule", "days"),
    [
        ("2028-01-29", "FREQ=MONTHLY;COUNT=3", ["01-29", "02-29", "03-29"]),
        ("2027-01-29", "FREQ=MONTHLY;COUNT=3", ["01-29", "03-29", "04-29"]),
        ("2028-02-28", "FREQ=DAILY;COUNT=3", ["02-28", "02-29", "03-01"]),
        ("2028-02-01", "FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=2", ["02-29", "03-31"]),
        ("2028-02-29", "FREQ=WEEKLY;COUNT=2", ["02-29", "03-07"]),
        ("2028-02-29", "FREQ=MONTHLY;INTERVAL=12;UNTIL=20290301", ["02-29"]),
    ],
)
def test_what_comes_again_finds_it_where_it_is_and_passes_over_it_where_not(starts, rule, days):
    at = datetime.fromisoformat(f"{starts}T18:00")

    found = expand(When(at, at + HOUR, "Europe/London", rule))

    there = [span.starts_at.astimezone(ZoneInfo("Europe/London")) for span in found]
    assert [f"{day:%m-%d}" for day in there] == days
    assert {day.hour for day in there} == {18}


def test_a_plan_for_it_comes_on_it():
    at = moment(date(2028, 2, 29), None, "Pacific/Apia")

    assert at.astimezone(ZoneInfo("Pacific/Apia")).date() == date(2028, 2, 29)


def test_a_list_beside_the_store_keeps_it(tmp_path):
    lists.put_down(tmp_path / "list", [b"a"], date(2028, 2, 29))

    assert lists.put_down_before(tmp_path / "list") == {b"a": date(2028, 2, 29)}


def test_a_link_made_on_it_ends_14_days_later(nia, ben):
    at = datetime(2028, 2, 29, 12, tzinfo=UTC)

    row = place_of(ask_people(nia, (ben, Way.LINK), at=at), ben)

    assert row.expires_at == datetime(2028, 3, 14, 12, tzinfo=UTC)
