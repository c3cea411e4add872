import re
import subprocess
import sys
from dataclasses import FrozenInstanceError, replace
from datetime import date, timedelta

import pytest

from halved.safety.book import FILE, make_book, shipped
from halved.safety.guessing import first_zones_of, guess_country, zones_of
from halved.safety.lines import (
    GROUPS,
    ROLES,
    SOURCES,
    CrisisLine,
    Seen,
    Way,
    dial,
    earliest_day,
    in_order,
    in_words,
)

BOOK = make_book({})
COUNTRIES = list(BOOK.countries.values())
LINES = [(country.code, line) for country in COUNTRIES for line in country.lines]
COMPILED = date(2026, 11, 22)

every_country = pytest.mark.parametrize("country", COUNTRIES, ids=lambda country: country.code)
every_line = pytest.mark.parametrize(
    ("code", "line"), LINES, ids=[f"{code}-{line.name}" for code, line in LINES]
)


def a_line(**changes):
    line = CrisisLine(
        name="Harbour Line",
        group="everyone",
        purpose="somebody to talk to",
        ways=(Way("call", "116 123"),),
        hours="day and night",
        languages=("English",),
        name_language="",
        cost="free",
        where="",
        note="",
        seen=Seen(("provider", "press"), "2026-11-01", True),
    )
    return replace(line, **changes)


# --- what the file holds ----------------------------------------------------------------------


def test_nothing_known_was_left_behind():
    assert len(COUNTRIES) == 231
    assert sum(bool(country.lines) for country in COUNTRIES) == 84
    assert len(LINES) == 166
    assert BOOK.compiled == COMPILED


def test_the_file_stays_small_enough_to_read_at_once():
    assert FILE.stat().st_size < 110_000


def test_countries_stand_in_the_order_people_look_for_them():
    names = [country.name for country in COUNTRIES]

    assert names[:2] == ["Afghanistan", "Albania"]
    assert names.index("Côte d’Ivoire") == names.index("Costa Rica") + 1
    assert names.index("Türkiye") < names.index("Turkmenistan")
    assert len(set(names)) == 231


@every_country
def test_each_country_has_an_emergency_number_that_two_sources_give_or_says_it_has_none(country):
    emergency = country.emergency

    assert re.fullmatch("[A-Z]{2}", country.code)
    assert country.name
    assert emergency.numbers
    assert emergency.seen.when
    if emergency.seen.confirmed:
        assert len(emergency.seen.kinds) >= 2
    else:
        assert country.code in {"EH", "GN", "GQ", "IO", "LY", "TK", "UZ"}
        assert not emergency.also


@every_country
def test_each_emergency_number_says_what_it_is_for(country):
    emergency = country.emergency

    for number in (*emergency.numbers, *emergency.also):
        assert number.roles
        assert set(number.roles) <= {"any", *ROLES}
    if emergency.seen.confirmed:
        roles = [role for number in emergency.numbers for role in number.roles]
        assert len(roles) == len(set(roles))
        assert "any" not in roles or emergency.numbers[0].roles[0] == "any"


@pytest.mark.parametrize(
    ("code", "numbers"),
    [
        ("GB", [("999", "any emergency")]),
        ("US", [("911", "any emergency")]),
        ("CA", [("911", "any emergency")]),
        ("AU", [("000", "any emergency")]),
        ("IN", [("112", "any emergency")]),
        ("DE", [("112", "any emergency"), ("110", "police")]),
        ("FR", [("112", "any emergency"), ("15", "ambulance"), ("17", "police"), ("18", "fire")]),
        ("JP", [("119", "ambulance and fire"), ("110", "police")]),
        ("NO", [("113", "ambulance"), ("112", "police"), ("110", "fire")]),
        ("BR", [("192", "ambulance"), ("190", "police"), ("193", "fire")]),
        ("CD", [("118", "police")]),
    ],
)
def test_emergency_numbers_that_must_never_slip(code, numbers):
    emergency = BOOK.find(code).emergency

    assert [(number.printed, number.label) for number in emergency.numbers] == numbers


@pytest.mark.parametrize(
    ("code", "missing"),
    [
        ("GB", ()),
        ("FR", ()),
        ("JP", ()),
        ("CM", ("ambulance", "fire")),
        ("GM", ("police",)),
        ("ST", ("ambulance", "police")),
    ],
)
def test_a_role_without_an_agreed_number_is_named(code, missing):
    assert BOOK.find(code).emergency.missing == missing


def test_numbers_of_which_sources_disagree_are_kept_apart():
    emergency = BOOK.find("CM").emergency

    assert [(number.printed, number.label) for number in emergency.also] == [
        ("112", "ambulance"),
        ("119", "ambulance and fire"),
        ("118", "fire"),
    ]


@every_country
def test_112_from_a_mobile_is_not_offered_where_it_is_shown_already(country):
    shown = [*country.emergency.numbers, *country.emergency.also]

    assert not (country.emergency.mobile_112 and "112" in [number.printed for number in shown])


@every_line
def test_each_line_can_be_reached_and_says_for_whom_it_is(code, line):
    assert line.name
    assert line.group in GROUPS
    assert line.purpose
    assert line.ways
    assert {way.how for way in line.ways} <= {"call", "text", "whatsapp", "mail", "chat", "web"}
    if not line.numbers:
        assert (code, line.name) == ("EC", "Teléfono Amigo")


@every_line
def test_each_line_names_its_source_and_date_or_is_shown_check_first(code, line):
    assert line.seen.kinds
    assert set(line.seen.kinds) <= set(SOURCES)
    if line.seen.newest:
        assert earliest_day(line.seen.newest) <= COMPILED
    else:
        assert line.seen.check_first(COMPILED)
    if not line.seen.confirmed:
        assert line.seen.check_first(earliest_day(line.seen.newest or "2026"))


@every_line
def test_a_tap_dials_the_printed_digits_and_no_others(code, line):
    for way in line.ways:
        if way.how in ("call", "text"):
            scheme, _, dialled = way.href.partition(":")
            assert scheme == {"call": "tel", "text": "sms"}[way.how]
            assert re.findall("[0-9*+]", dialled) == re.findall("[0-9*+]", way.printed)
            assert re.fullmatch(r"[0-9*+]+", dialled)


@every_country
def test_a_tap_on_an_emergency_number_dials_it_as_printed(country):
    for number in (*country.emergency.numbers, *country.emergency.also):
        assert number.href == f"tel:{number.printed}"


@every_line
def test_a_site_is_a_web_address_and_a_mail_address_an_address(code, line):
    for way in line.other_ways:
        pattern = r"[a-z]+@[a-z.-]+" if way.how == "mail" else r"https?://[a-z0-9.-]+(/[\w./-]*)?"
        assert re.fullmatch(pattern, way.printed)


@every_line
def test_what_is_said_of_a_line_is_short_and_calm(code, line):
    for text in (line.purpose, line.hours, line.cost, line.where, line.note):
        assert "!" not in text
        assert all(len(sentence.split()) <= 20 for sentence in text.split(". "))
    assert line.note == "" or line.note.endswith(".")
    assert not any(re.fullmatch("[a-z]{2,3}", language) for language in line.languages)


@pytest.mark.parametrize(
    ("code", "name", "number"),
    [
        ("GB", "Samaritans", "116 123"),
        ("US", "988 Suicide & Crisis Lifeline", "988"),
        ("AU", "Lifeline", "13 11 14"),
        ("CA", "9-8-8 Suicide Crisis Helpline", "988"),
        ("FR", "3114 numéro national de prévention du suicide", "3114"),
        ("DE", "TelefonSeelsorge", "0800 1110111"),
        ("KR", "109 자살예방상담전화", "109"),
        ("CL", "*4141 Línea de Prevención del Suicidio", "*4141"),
    ],
)
def test_the_first_line_of_a_country_is_the_one_meant_for_everyone(code, name, number):
    heading, lines = BOOK.find(code).groups[0]
    first = lines[0]

    assert heading == "Lines for everyone"
    assert first.name == name
    assert first.numbers[0].printed == number


# --- rules ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("printed", "link"),
    [
        ("116 123", "tel:116123"),
        ("988", "tel:988"),
        ("024", "tel:024"),
        ("1-866-488-7386", "tel:18664887386"),
        ("+972-9-8891333", "tel:+97298891333"),
        ("*4141", "tel:*4141"),
    ],
)
def test_a_number_is_dialled_as_printed(printed, link):
    assert dial(printed) == link


@pytest.mark.parametrize("printed", ["", "call us", "988 then 1", "#31#", "12+3", "١١٢", "1;2"])
def test_what_is_not_a_number_is_refused_aloud(printed):
    with pytest.raises(ValueError, match="not a number"):
        dial(printed)


@pytest.mark.parametrize(
    ("way", "href", "label"),
    [
        (Way("call", "0800 1111"), "tel:08001111", "0800 1111"),
        (Way("text", "85258"), "sms:85258", "85258"),
        (Way("whatsapp", "300 754 8933"), "", "300 754 8933"),
        (Way("mail", "jo@samaritans.org"), "mailto:jo@samaritans.org", "jo@samaritans.org"),
        (Way("chat", "https://www.113.nl"), "https://www.113.nl", "113.nl"),
        (Way("web", "https://mind.se/hitta-hjalp/"), "https://mind.se/hitta-hjalp/", "mind.se"),
    ],
)
def test_each_way_has_its_own_kind_of_link(way, href, label):
    assert (way.href, way.label) == (href, label)


@pytest.mark.parametrize(
    ("written", "first_day", "words"),
    [
        ("2025", date(2025, 1, 1), "2025"),
        ("2026-02", date(2026, 2, 1), "February 2026"),
        ("2025-09-03", date(2025, 9, 3), "3 September 2025"),
    ],
)
def test_a_date_is_told_no_more_precisely_than_it_is_known(written, first_day, words):
    assert earliest_day(written) == first_day
    assert in_words(written) == words


@pytest.mark.parametrize("written", ["", "soon", "25", "2025-13", "2025-02-30", "2025-1-1"])
def test_a_date_nobody_can_read_is_refused(written):
    with pytest.raises(ValueError, match=r"date|month|day"):
        earliest_day(written)


SEEN_ON = date(2026, 5, 26)


@pytest.mark.parametrize(
    ("newest", "confirmed", "today", "check"),
    [
        ("2026-05-26", True, SEEN_ON, False),
        ("2026-05-26", True, SEEN_ON + timedelta(days=180), False),
        ("2026-05-26", True, SEEN_ON + timedelta(days=181), True),
        ("2026-05-26", False, SEEN_ON, True),
        ("2026-05", True, date(2026, 10, 28), False),
        ("2026-05", True, date(2026, 10, 29), True),
        ("2026", True, date(2026, 7, 1), True),
        ("", True, SEEN_ON, True),
        ("2026-05-27", True, SEEN_ON, True),
    ],
)
def test_old_undated_single_and_future_sources_are_shown_check_first(
    newest, confirmed, today, check
):
    assert Seen(("press",), newest, confirmed).check_first(today) is check


def test_the_nearest_source_is_named_and_others_are_counted_in():
    assert Seen(("provider", "press"), "2026", True).where == "its own page and others"
    assert Seen(("lists",), "", False).where == "public lists"
    assert Seen(("lists",), "", False).when == ""


def test_lines_stand_in_order_everyone_then_the_young_then_the_rest():
    one_source = Seen(("lists",), "2021", False)
    lines = [
        a_line(name="Men", group="others"),
        a_line(name="Veterans", group="veterans"),
        a_line(name="Pride", group="lgbtq"),
        a_line(name="Refuge", group="abuse"),
        a_line(name="Unsure", seen=one_source),
        a_line(name="Evenings", hours="17:00 to midnight every day"),
        a_line(name="Young", group="young"),
        a_line(name="Always"),
        a_line(name="Always too"),
        a_line(name="Silent", group="silent"),
    ]

    names = [line.name for line in in_order(lines)]

    assert names[:6] == ["Silent", "Always", "Always too", "Evenings", "Unsure", "Young"]
    assert names[6:] == ["Refuge", "Pride", "Veterans", "Men"]


def test_lines_are_grouped_under_headings_that_say_who_is_meant():
    headings = [heading for heading, _ in BOOK.find("GB").groups]

    assert headings == [
        "Lines for everyone",
        "For children and young people",
        "If somebody hurts or frightens you",
    ]


@every_country
def test_no_line_is_lost_between_the_headings(country):
    grouped = [line for _, lines in country.groups for line in lines]

    assert (*country.silent_lines, *grouped) == country.lines


def test_what_is_not_known_about_a_line_is_said():
    assert a_line().facts == "somebody to talk to · day and night · free · English"
    assert a_line(hours="", cost="", where="England").facts == (
        "somebody to talk to · English · England · not known: hours, cost"
    )


@pytest.mark.parametrize(
    ("header", "code"),
    [
        ("en-GB", "GB"),
        ("en-GB,en-US;q=0.9,en;q=0.8", "GB"),
        ("en,de-AT;q=0.8", "AT"),
        ("en-us", "US"),
        ("zh-Hant-TW,zh;q=0.9", "TW"),
        ("zh-yue-HK", "HK"),
        ("sr-Latn-RS", "RS"),
        ("de;q=0.9, fr-CH;q=0.7, it-IT;q=0.8", "IT"),
        ("pt-BR;q=0,pt-PT;q=0.5", "PT"),
        ("ca-ES-valencia", "ES"),
        ("en-GG,en-IE;q=0.5", "IE"),
        ("en", None),
        ("es,fr;q=0.5", None),
        ("es-419", None),
        ("*", None),
        ("", None),
        (",;q=,-,--GB;;", None),
        ("en-x-GB", None),
        ("en-u-ca-GB", None),
        ("en-ZZ", None),
        ("en-GB;q=oops", None),
        ("en-GB;q=-1", None),
    ],
)
def test_a_country_is_guessed_only_from_a_language_that_names_one(header, code):
    assert guess_country(BOOK.countries, header) == code


@pytest.mark.parametrize("code", ["GB", "gb", " gb "])
def test_a_country_is_found_however_its_code_is_typed(code):
    assert BOOK.find(code).name == "United Kingdom"


@pytest.mark.parametrize("code", ["", "ZZ", "GBR", "../GB", "\0"])
def test_an_unknown_code_finds_nothing(code):
    assert BOOK.find(code) is None


def test_the_language_of_a_name_is_told_where_letters_depend_on_it():
    names = {line.name: line.name_language for _, line in LINES}

    assert names["よりそいホットライン"] == "ja"
    assert names["安心專線 1925"] == "zh"
    assert names["Samaritans of Singapore"] == ""


def test_nobody_can_write_in_the_book():
    with pytest.raises(FrozenInstanceError):
        BOOK.find("GB").lines[0].name = "Other"
    with pytest.raises(TypeError):
        BOOK.countries["GB"] = None
    with pytest.raises(TypeError):
        shipped()["countries"] = None


@pytest.mark.parametrize(
    ("languages", "zone", "code"),
    [
        ("en-US", "Europe/London", "GB"),
        ("de-AT", "Europe/Berlin", "DE"),
        ("en-IN", "Asia/Calcutta", "IN"),
        ("en-IN", "Asia/Kolkata", "IN"),
        ("sq-XK", "Europe/Belgrade", "XK"),
        ("en", "Europe/Belgrade", "RS"),
        ("de-AT", "Etc/UTC", "AT"),
        ("de-AT", "nowhere", "AT"),
        ("de-AT", "", "AT"),
        ("en", "UTC", None),
    ],
)
def test_the_clock_says_where_somebody_is_and_the_language_helps_out(languages, zone, code):
    assert guess_country(BOOK.countries, languages, zone) == code


@every_country
def test_each_zone_of_a_country_leads_to_it(country):
    zones = zones_of(country.code).split()

    assert zones
    for zone in zones:
        assert guess_country(BOOK.countries, f"en-{country.code}", zone) == country.code


def test_a_zone_leads_to_one_country_when_nothing_else_is_known():
    every = [zone for country in COUNTRIES for zone in first_zones_of(country.code).split()]

    assert len(every) == len(set(every)) > 500


def test_the_lines_can_be_read_without_django():
    program = (
        "import sys, halved.safety.book as it; it.make_book({}); print('django' in sys.modules)"
    )

    run = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)

    assert run.stdout.strip() == b"False"
