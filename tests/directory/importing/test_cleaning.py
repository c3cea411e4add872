"""What is mended is certain; what is not is left out and said. Tables of values, as they come."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from halved.directory.importing import addresses, dates, fees, links, phones, spoken, texts
from halved.directory.importing.cleaning import clean_row, status
from halved.directory.importing.hsds import TABLES
from halved.directory.importing.locating import is_wheelchair_friendly
from halved.directory.importing.report import CODES

# --- texts ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("given", "clean", "codes"),
    [
        ("Debt advice", "Debt advice", ()),
        ("  Debt   advice ", "Debt advice", ()),
        ("Call first.\\nThen come.", "Call first.\nThen come.", ("newline",)),
        ("C:\\new", "C:\\new", ()),
        ("<p>Come <b>in</b></p><ul><li>tea<li>talk</ul>", "Come in\n\n- tea\n- talk", ("html",)),
        ("<script>alert(1)</script>Tea", "Tea", ("html",)),
        ("&lt;p&gt;Tea&lt;/p&gt;", "Tea", ("entity", "html")),
        ("For children <5 years", "For children <5 years", ()),
        ("Tea &amp; talk", "Tea & talk", ("entity",)),
        ("**Free** [tea](https://example.org)", "Free tea (https://example.org)", ("html",)),
        ("see house_rules_2024", "see house_rules_2024", ()),
        ("donâ€™t wait", "don’t wait", ("mojibake",)),
        ("CafÃ© Nord", "Café Nord", ("mojibake",)),
        ("Ã is a letter", "Ã is a letter", ()),
        ("te\x00a\x07", "tea", ("control",)),
        ("for tenants.The office is upstairs", "for tenants. The office is upstairs", ("glued",)),
        ("TelephoneYou can ring at night.", "Telephone\nYou can ring at night.", ("glued",)),
        ("McDonald, LaSalle and YouTube", "McDonald, LaSalle and YouTube", ()),
        ("see www.Help.Example.org", "see www.Help.Example.org", ()),
        ("N/A", "", ("empty_word",)),
        (" none ", "", ("empty_word",)),
        ("", "", ()),
    ],
)  # fmt: skip
def test_a_text_is_made_fit_to_read(given, clean, codes):
    assert texts.clean(given) == (clean, codes)


def test_a_text_without_end_is_cut():
    clean, codes = texts.clean("tea " * 20_000)

    assert len(clean) == texts.LONGEST
    assert codes == ("long",)


# --- addresses of pages and of mail -----------------------------------------------------------


@pytest.mark.parametrize(
    ("given", "clean", "codes"),
    [
        ("https://example.org/a?b=c", "https://example.org/a?b=c", ()),
        ("www.example.org", "http://www.example.org", ("url_scheme",)),
        ("//example.org/a", "http://example.org/a", ("url_scheme",)),
        ("http://http://example.org", "http://example.org", ()),
        ("http:/example.org", "http://example.org", ()),
        ("http://a.example.org; http://b.example.org", "http://a.example.org", ()),
        ("n/a", "", ("empty_word",)),
        ("javascript:alert(1)", "", ("url_bad",)),
        ("java\tscript:alert(1)", "", ("url_bad",)),
        ("data:text/html,x", "", ("url_bad",)),
        ("mailto:ann@example.org", "", ("url_bad",)),
        ("https://bank.example.org@evil.example", "", ("url_bad",)),
        ("ask at the desk", "", ("url_bad",)),
        ("http://localhost/", "", ("url_bad",)),
        ("http://10.0.0.1/", "", ("url_bad",)),
    ],
)
def test_only_pages_of_the_open_web_are_linked(given, clean, codes):
    assert links.url(given) == (clean, codes)


@pytest.mark.parametrize(
    ("given", "clean", "codes"),
    [
        ("ann@example.org", "ann@example.org", ()),
        ("mailto:ann@example.org", "ann@example.org", ("email_form",)),
        ("Ann <ann@example.org>", "ann@example.org", ("email_form",)),
        ("ann [at] example.org", "ann@example.org", ("email_form",)),
        ("ann@example.org; ben@example.org", "ann@example.org", ("email_form",)),
        ("use the form", "", ("email_bad",)),
        ("ann@example", "", ("email_bad",)),
        ("none", "", ("empty_word",)),
    ],
)
def test_a_mail_address_is_taken_out_of_what_stands_around_it(given, clean, codes):
    assert links.email(given) == (clean, codes)


# --- dates ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("given", "iso", "codes"),
    [
        ("2024-05-01", "2024-05-01", ()),
        ("2024-05-01T10:00:00.123Z", "2024-05-01", ()),
        ("20240501", "2024-05-01", ("date_form",)),
        ("13/05/2024", "2024-05-13", ("date_form",)),
        ("05/13/2024", "2024-05-13", ("date_form",)),
        ("05/05/2024", "2024-05-05", ("date_form",)),
        ("1st May 2024", "2024-05-01", ("date_form",)),
        ("January 01, 1970", "1970-01-01", ("date_form",)),
        ("03/04/2024", "", ("date_bad",)),
        ("2024-13-01", "", ("date_bad",)),
        ("in spring", "", ("date_bad",)),
        ("", "", ()),
    ],
)
def test_a_date_that_could_be_two_is_none(given, iso, codes):
    assert dates.day(given) == (iso, codes)


# --- phones -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("given", "found", "codes"),
    [
        ("020 7946 0018", [{"number": "020 7946 0018"}], ()),
        ("+44 (0)20 7946 0018", [{"number": "+44 (0)20 7946 0018"}], ()),
        ("116 123", [{"number": "116 123"}], ()),
        ("(555) 0134-200 x123", [{"number": "(555) 0134-200", "extension": "123"}], ("extension",)),
        ("555-0134x12", [{"number": "555-0134", "extension": "12"}], ("extension",)),
        ("555 0134 ext. 5", [{"number": "555 0134", "extension": "5"}], ("extension",)),
        ("555. 013. 4200", [{"number": "555.013.4200"}], ()),
        (
            "(555) 013-4200; (555) 013-4201",
            [{"number": "(555) 013-4200"}, {"number": "(555) 013-4201"}],
            ("phones_many",),
        ),
        (
            "555-0134-200 or 555-0134-201",
            [{"number": "555-0134-200"}, {"number": "555-0134-201"}],
            ("phones_many",),
        ),
        ("0555 0134 (CARE)", [{"number": "0555 0134", "description": "CARE"}], ("phone_words",)),
        ("fax: 555 013 4200", [{"number": "555 013 4200", "type": "fax"}], ()),
        ("1-800-LAW-REP-4", [{"number": "1-800-LAW-REP-4"}], ()),
        (
            "844-RIGHTS-9 (844-555-0187)",
            [{"number": "844-555-0187", "description": "844-RIGHTS-9"}],
            ("phone_words",),
        ),
        ("no phone", [], ()),
        ("N/A", [], ()),
        ("ask at the desk", [], ("phone_none",)),
    ],
)  # fmt: skip
def test_a_number_stays_as_printed_without_what_stands_around_it(given, found, codes):
    assert phones.phones(given) == (found, codes)


# --- languages --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("given", "codes", "words"),
    [
        ("English", ["en"], []),
        ("en", ["en"], []),
        ("spa", ["es"], []),
        ("EN_gb", ["en-GB"], []),
        ("English, Spanish; Polish by appointment", ["en", "es", "pl"], ["Polish by appointment"]),
        ("Bosnian & Croatian", ["bs", "hr"], []),
        ("Chinese (Mandarin)", ["zh"], []),
        ("BSL", ["bfi"], []),
        ("Elvish", [], ["Elvish"]),
        ("n/a", [], []),
    ],
)
def test_languages_get_their_codes_and_lose_no_words(given, codes, words):
    assert spoken.languages(given)[:2] == (codes, words)


# --- fees -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "free"),
    [
        ("Free to everyone", True),
        ("free of charge.", True),
        ("No cost", True),
        ("None.", True),
        ("£5 per session", False),
        ("Sliding scale based on income", False),
        ("Free for members, £5 for others", None),
        ("Suggested donation of $2.50", None),
        ("Ask at the desk", None),
        ("", None),
    ],
)
def test_it_is_free_only_where_that_is_certain(text, free):
    assert fees.free([text], []) is free


@pytest.mark.parametrize(("amounts", "free"), [([0], True), ([5, 7], False), ([0, 5], None)])
def test_prices_say_whether_it_is_free(amounts, free):
    assert fees.free([], amounts) is free


# --- where it is ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("given", "country", "point", "code"),
    [
        (("51.5", "-0.1"), "GB", (51.5, -0.1), None),
        (("51,5", "-0,1"), "GB", (51.5, -0.1), None),
        (("41.8", "87.6"), "US", (41.8, -87.6), "longitude_sign"),
        (("-87.6", "41.8"), "US", (41.8, -87.6), "coordinates_swapped"),
        (("-120.5", "45.1"), "", (45.1, -120.5), "coordinates_swapped"),
        (("0", "0"), "", None, "coordinates_bad"),
        (("100", "101"), "", None, "coordinates_bad"),
        (("51.5", ""), "GB", None, "coordinates_bad"),
        (("nan", "3"), "", None, "coordinates_bad"),
        (("north", "west"), "", None, "coordinates_bad"),
        (("", ""), "", None, None),
    ],
)
def test_coordinates_are_put_right_where_it_is_certain(given, country, point, code):
    found, odd = addresses.point(*given, country)

    assert found == point
    assert [oddity.code for oddity in odd] == ([code] if code else [])


@pytest.mark.parametrize(
    ("line", "lines", "city"),
    [
        ("12 Mill StreetSuite 600Chicago", ["12 Mill Street", "Suite 600"], "Chicago"),
        ("P.O. Box 726Homewood", ["P.O. Box 726"], "Homewood"),
        ("9 Mill Street, 2nd FloorJoliet", ["9 Mill Street, 2nd Floor"], "Joliet"),
        ("9 Mill Blvd.Wheaton", ["9 Mill Blvd."], "Wheaton"),
        ("300 Mill Ave STE AWaukegan", ["300 Mill Ave STE AWaukegan"], ""),
        ("17 North State Street", ["17 North State Street"], ""),
        ("4 McAllister Road", ["4 McAllister Road"], ""),
    ],
)
def test_lines_of_an_address_come_apart_where_it_is_certain(line, lines, city):
    assert addresses.lines({"address_1": line})[:2] == (lines, city)


def test_a_town_that_is_given_is_not_guessed():
    lines, city, _ = addresses.lines({"address_1": "Suite 600Chicago", "city": "Cicero"})

    assert (lines, city) == (["Suite 600", "Chicago"], "Cicero")


@pytest.mark.parametrize(
    ("text", "region", "code", "country"),
    [
        ("United Kingdom", "", "", "GB"),
        ("usa", "", "", "US"),
        ("de", "", "", "DE"),
        ("", "IL", "60601", "US"),
        ("", "", "SW1A 1AA", "GB"),
        ("", "", "", ""),
        ("Middle Earth", "", "", ""),
    ],
)
def test_a_country_has_two_letters(text, region, code, country):
    assert addresses.country(text, region, code)[0] == country


@pytest.mark.parametrize(
    ("said", "friendly"),
    [
        (["wheelchair"], True),
        (["Wheelchair access on all floors"], True),
        (["Not suitable for wheelchairs"], False),
        (["No wheelchair access"], False),
        (["Limited wheelchair access"], None),
        (["Induction loop"], None),
        ([], None),
    ],
)
def test_a_wheelchair_gets_in_only_where_that_is_said(said, friendly):
    assert is_wheelchair_friendly(said) is friendly


# --- rows -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("given", "kept", "codes"),
    [
        ("", "active", ()),
        ("Active", "active", ()),
        ("temporarily_closed", "temporarily closed", ()),
        ("closed", "inactive", ("status_unknown",)),
        ("being planned", "active", ("status_unknown",)),
    ],
)
def test_a_status_is_one_of_four(given, kept, codes):
    assert status(given) == (kept, codes)


def test_a_row_is_held_against_the_schema():
    row = {"name": "N/A", "minimum_age": "adult", "url": "ftp://x", "email": "a@example.org"}

    clean, odd = clean_row("service", row, "3")

    assert clean == {"email": "a@example.org"}
    assert {oddity.code for oddity in odd} == {
        "empty_word", "not_a_number", "url_bad", "id_missing", "no_name", "status_empty",
    }  # fmt: skip


def test_older_versions_ask_for_less():
    row = {"id": "1", "address_1": "1 Mill Street", "city": "Ely", "postal_code": "CB7 4AA"}

    assert clean_row("address", row, "2")[1] == []
    assert len(clean_row("address", row, "3")[1]) == 3


def test_an_id_without_end_is_shortened_and_stays_its_own():
    first, second = "x" * 5_000 + "1", "x" * 5_000 + "2"

    kept = {clean_row("service", {"id": own}, "3")[0]["id"] for own in (first, second)}

    assert len(kept) == 2
    assert max(map(len, kept)) <= 200


FIELDS = [(table, name) for table, fields in TABLES.items() for name in fields]


@given(st.sampled_from(FIELDS), st.text(max_size=80))
@settings(max_examples=300, deadline=None)
def test_no_value_breaks_a_row_and_each_remark_has_a_meaning(place, value):
    table, name = place

    clean, odd = clean_row(table, {name: value}, "3")

    assert all(isinstance(text, str) and text for text in clean.values())
    assert {oddity.code for oddity in odd} <= CODES.keys()
