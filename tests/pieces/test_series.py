"""When a piece of help is, and when it comes again."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from halved.pieces.series import AHEAD, LONGEST, MOST, CannotRepeat, When, expand, span

SIX = datetime(2027, 3, 26, 18)  # noqa: DTZ001  # a Friday; in Berlin, clocks change on Sunday
HOUR = timedelta(hours=1)


def berlin(rule: str, starts: datetime = SIX, hours: float = 2) -> list[str]:
    """On which days and at which times in UTC it begins."""
    when = When(starts, starts + hours * HOUR, "Europe/Berlin", rule)
    return [f"{each.starts_at:%m-%d %H:%M}" for each in expand(when)]


# --- rules ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("", ["03-26 17:00"]),
        ("FREQ=DAILY;COUNT=1", ["03-26 17:00"]),
        ("FREQ=DAILY;COUNT=3", ["03-26 17:00", "03-27 17:00", "03-28 16:00"]),
        ("RRULE:FREQ=DAILY;COUNT=2", ["03-26 17:00", "03-27 17:00"]),
        ("freq=daily;count=2", ["03-26 17:00", "03-27 17:00"]),
        ("FREQ=DAILY;INTERVAL=10;COUNT=2", ["03-26 17:00", "04-05 16:00"]),
        ("FREQ=WEEKLY;COUNT=2", ["03-26 17:00", "04-02 16:00"]),
        ("FREQ=WEEKLY;BYDAY=MO,FR;COUNT=3", ["03-26 17:00", "03-29 16:00", "04-02 16:00"]),
        ("FREQ=WEEKLY;BYDAY=MO;COUNT=2", ["03-29 16:00", "04-05 16:00"]),
        ("FREQ=MONTHLY;COUNT=2", ["03-26 17:00", "04-26 16:00"]),
        ("FREQ=MONTHLY;BYDAY=-1FR;COUNT=2", ["03-26 17:00", "04-30 16:00"]),
        ("FREQ=MONTHLY;BYMONTHDAY=31;COUNT=2", ["03-31 16:00", "05-31 16:00"]),
        ("FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=2", ["03-31 16:00", "04-30 16:00"]),
        ("FREQ=DAILY;UNTIL=20270327", ["03-26 17:00", "03-27 17:00"]),
        ("FREQ=DAILY;UNTIL=20270327T170000Z", ["03-26 17:00", "03-27 17:00"]),
        ("FREQ=DAILY;UNTIL=20270327T165959Z", ["03-26 17:00"]),
    ],
)
def test_a_rule_is_expanded_on_the_clock_on_the_wall(rule, expected):
    assert berlin(rule) == expected


@pytest.mark.parametrize(
    ("rule", "why"),
    [
        ("FREQ=DAILY", "how many times"),
        ("FREQ=DAILY;COUNT=2;UNTIL=20270401", "how many times"),
        ("FREQ=DAILY;COUNT=61", "more than 60 times"),
        ("FREQ=DAILY;COUNT=0", "not known here"),
        ("FREQ=MONTHLY;COUNT=14", "more than a year"),
        ("FREQ=DAILY;UNTIL=20270325", "never takes place"),
        ("FREQ=DAILY;UNTIL=20279999", "Until which day"),
        ("FREQ=YEARLY;COUNT=2", "not known here"),
        ("FREQ=SECONDLY;COUNT=2", "not known here"),
        ("FREQ=DAILY;BYHOUR=3;COUNT=2", "not known here"),
        ("FREQ=DAILY;BYMONTH=2;COUNT=2", "not known here"),
        ("FREQ=DAILY;BYDAY=MO;COUNT=2", "not known here"),
        ("FREQ=WEEKLY;BYDAY=2MO;COUNT=2", "not known here"),
        ("FREQ=WEEKLY;BYMONTHDAY=3;COUNT=2", "not known here"),
        ("FREQ=MONTHLY;BYMONTHDAY=3;BYDAY=MO;COUNT=2", "not known here"),
        ("FREQ=MONTHLY;BYDAY=6MO;COUNT=2", "not known here"),
        ("FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=30;COUNT=2", "more than a year"),
        ("FREQ=DAILY;COUNT=2\nEXDATE:20270327", "not known here"),
        ("COUNT=2", "not known here"),
        ("every day", "not known here"),
    ],
)
def test_a_rule_that_is_not_followed_says_what_to_do(rule, why):
    with pytest.raises(CannotRepeat, match=why):
        berlin(rule)


@pytest.mark.parametrize("hours", [0, -1, LONGEST / HOUR + 1])
def test_nothing_ends_before_it_begins_or_lasts_for_ever(hours):
    with pytest.raises(CannotRepeat, match="ends before it begins"):
        berlin("", hours=hours)


def test_a_rule_that_never_matches_is_given_up_quickly():
    february = datetime(2027, 2, 1, 18)  # noqa: DTZ001

    with pytest.raises(CannotRepeat, match="never takes place"):
        berlin("FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=30;COUNT=2", february)


# --- nights on which the clocks change --------------------------------------------------------


def test_a_time_the_clocks_skip_comes_later_and_one_that_comes_twice_is_the_first():
    spring = berlin("", datetime(2027, 3, 28, 2, 30))  # noqa: DTZ001
    autumn = berlin("", datetime(2027, 10, 31, 2, 30))  # noqa: DTZ001

    assert spring == ["03-28 01:30"], "03:30 in summer time"
    assert autumn == ["10-31 00:30"], "02:30 in summer time"


def test_a_night_ends_at_the_same_time_also_when_it_is_shorter():
    evening = datetime(2027, 3, 26, 22)  # noqa: DTZ001
    when = When(evening, evening + 10 * HOUR, "Europe/Berlin", "FREQ=DAILY;COUNT=3")

    nights = expand(when)

    ends = [each.ends_at.astimezone(ZoneInfo("Europe/Berlin")).hour for each in nights]
    assert ends == [8, 8, 8]
    assert [(each.ends_at - each.starts_at) / HOUR for each in nights] == [10, 9, 10]


def test_what_would_end_before_it_begins_in_the_skipped_hour_lasts_as_long_as_it_should():
    when = When(
        datetime(2027, 3, 28, 2, 30),  # noqa: DTZ001
        datetime(2027, 3, 28, 3, 0),  # noqa: DTZ001
        "Europe/Berlin",
    )

    assert span(when).ends_at - span(when).starts_at == HOUR / 2


# --- whatever the rule ------------------------------------------------------------------------

ZONES = ["UTC", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "America/Sao_Paulo"]
ZONES += ["Africa/Casablanca", "Asia/Kathmandu", "Pacific/Apia"]
FIRST, LAST = datetime(2026, 1, 1), datetime(2029, 1, 1)  # noqa: DTZ001
STARTS = st.datetimes(FIRST, LAST).map(lambda start: start.replace(second=0, microsecond=0))
WEEKDAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
DAYS = st.lists(st.sampled_from(WEEKDAYS), min_size=1, unique=True)
UNTIL = st.dates(FIRST.date(), LAST.date()).map("UNTIL={:%Y%m%d}".format)
ENDS = st.one_of(st.integers(1, 60).map("COUNT={}".format), UNTIL)


@st.composite
def rules(draw) -> str:
    frequency = draw(st.sampled_from(["DAILY", "WEEKLY", "MONTHLY"]))
    parts = [f"FREQ={frequency}", f"INTERVAL={draw(st.integers(1, 14))}", draw(ENDS)]
    if frequency != "DAILY" and draw(st.booleans()):
        parts.append("BYDAY=" + ",".join(draw(DAYS)))
    return ";".join(parts)


@settings(max_examples=150, deadline=None)
@given(STARTS, st.integers(1, 24 * 60), st.sampled_from(ZONES), rules())
def test_every_rule_gives_a_bounded_list_in_order_or_says_why_not(starts, minutes, zone, rule):
    when = When(starts, starts + timedelta(minutes=minutes), zone, rule)
    try:
        found = expand(when)
    except CannotRepeat as refused:
        assert str(refused)
        return

    assert 1 <= len(found) <= MOST
    assert found == sorted(found, key=lambda each: each.starts_at)
    assert found[-1].starts_at - found[0].starts_at <= AHEAD + 2 * HOUR
    for each in found:
        assert timedelta() < each.ends_at - each.starts_at <= timedelta(minutes=minutes) + 24 * HOUR
        shown = each.starts_at.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
        assert (shown - starts) % timedelta(days=1) in (timedelta(), HOUR / 2, HOUR)
