import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from halved.safety import book
from halved.safety.book import BadLines, make_book, open_book, read_local, shipped
from halved.safety.checking import problems_in, problems_in_line

NEW = {
    "group": "everyone",
    "for": "students here",
    "ways": [["call", "020 7946 0000"]],
    "sources": ["here"],
    "date": "2026-11-23",
    "confirmed": True,
}
SHIPPED = make_book({})


def names(made, code):
    return [line.name for line in made.find(code).lines]


def test_a_line_is_added_under_its_heading():
    made = make_book({"GB": {"lines": {"Campus night line": NEW}}})

    assert made.problems == ()
    added = next(line for line in made.find("GB").lines if line.name == "Campus night line")
    assert added.numbers[0].href == "tel:02079460000"
    assert added.seen.where == "whoever runs this server"
    assert set(names(SHIPPED, "GB")) < set(names(made, "GB"))


def test_a_few_fields_correct_a_line_and_leave_the_others():
    made = make_book({"GB": {"lines": {"Samaritans": {"hours": "at night"}}}})

    before, after = (one.find("GB").lines for one in (SHIPPED, made))
    [line] = [line for line in after if line.name == "Samaritans"]
    [was] = [line for line in before if line.name == "Samaritans"]
    assert (line.hours, line.ways, line.seen) == ("at night", was.ways, was.seen)


def test_null_takes_a_line_out():
    made = make_book({"GB": {"lines": {"Samaritans": None}}})

    assert set(names(SHIPPED, "GB")) - set(names(made, "GB")) == {"Samaritans"}


def test_emergency_numbers_can_be_corrected_and_other_countries_stay():
    made = make_book({"GB": {"emergency": {"numbers": [["112", "any"]], "confirmed": False}}})

    assert [number.printed for number in made.find("GB").emergency.numbers] == ["112"]
    assert made.find("FR") == SHIPPED.find("FR")
    assert len(made.countries) == 231


def test_a_country_can_be_added_and_stands_in_the_alphabet():
    seen = {"sources": ["here"], "date": "2026-11-23", "confirmed": True}
    entry = {"name": "Ærø", "emergency": {"numbers": [["112", "any"]], **seen}}

    made = make_book({"ZZ": entry})

    assert made.find("zz").name == "Ærø"
    assert len(made.countries) == 232


@pytest.mark.parametrize(
    ("entry", "says"),
    [
        ([], "written as {…}"),
        ({"lines": []}, "written as {…}"),
        ({"lines": {"Samaritans": []}}, "A line is written as"),
        ({"lines": {"Gone": {"hours": "x"}}}, "no such line any more"),
        ({"lines": {"New": NEW | {"ways": [["call", "12x"]]}}}, "“12x” is not a number"),
        ({"lines": {"New": NEW | {"ways": [["fax", "12"]]}}}, "is no way"),
        ({"lines": {"New": NEW | {"ways": [["web", "javascript:alert(1)"]]}}}, "no web address"),
        ({"lines": {"New": NEW | {"ways": [["mail", "a@b?bcc=c@d"]]}}}, "no e-mail address"),
        ({"lines": {"New": NEW | {"group": "all"}}}, '"group" is one of'),
        ({"lines": {"New": NEW | {"sources": ["hearsay"]}}}, '"sources" names'),
        ({"lines": {"New": NEW | {"date": "yesterday"}}}, "“yesterday” is no date"),
        ({"lines": {"New": NEW | {"confirmed": "yes"}}}, '"confirmed" is true or false'),
        ({"lines": {"New": NEW | {"languages": ["xx"]}}}, "no language code"),
        ({"lines": {"New": NEW | {"hours": "x" * 201}}}, "at most 200"),
        ({"lines": {"New": NEW | {"colour": "red"}}}, "“colour” is not a field"),
        ({"emergency": {"numbers": []}}, "needs at least one"),
        ({"emergency": {"numbers": [["999", "navy"]]}}, "is no number"),
    ],
)
def test_what_cannot_be_used_is_left_out_and_told(entry, says):
    local = {"GB": entry, "FR": {"lines": {"Kept": NEW}}}

    made = make_book(local)

    assert says in " ".join(made.problems)
    assert made.find("GB") == SHIPPED.find("GB")
    assert "Kept" in names(made, "FR")


def test_one_bad_line_does_not_undo_the_good_ones_of_its_country():
    lines = {"Samaritans": None, "Gone": {"hours": "x"}, "New": NEW}

    made = make_book({"GB": {"lines": lines}})

    assert len(made.problems) == 1
    assert "Samaritans" not in names(made, "GB")
    assert "New" in names(made, "GB")


@pytest.mark.parametrize("code", ["gb", "GBR", "", "../"])
def test_a_country_is_named_by_two_letters(code):
    made = make_book({code: {"lines": {}}})

    assert "two letters" in made.problems[0]
    assert made.countries == SHIPPED.countries


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["lines", "emergency", "numbers", "ways", "name", "group", "Samaritans"]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@settings(max_examples=150, deadline=None)
@given(st.dictionaries(st.sampled_from(["GB", "FR", "ZZ", "x"]), anything, max_size=3))
def test_nothing_an_operator_writes_takes_help_now_away(local):
    made = make_book(local)

    assert len(made.countries) >= 231
    for country in made.countries.values():
        assert country.emergency.numbers


# --- the file ---------------------------------------------------------------------------------


def test_what_comes_with_halved_passes_its_own_check():
    for entry in shipped()["countries"].values():
        assert problems_in(entry) == []
        for line in entry.get("lines", ()):
            assert problems_in_line(line, shipped()["languages"]) == []


def test_no_country_has_two_lines_of_one_name():
    for country in SHIPPED.countries.values():
        found = [line.name for line in country.lines]
        assert len(found) == len(set(found)), country.code


def test_a_changed_file_is_read_again_without_a_restart(tmp_path):
    file = tmp_path / "lines.json"
    assert open_book(file).countries == SHIPPED.countries

    file.write_text(json.dumps({"countries": {"GB": {"lines": {"Samaritans": None}}}}))
    assert "Samaritans" not in names(open_book(file), "GB")
    file.unlink()

    assert "Samaritans" in names(open_book(file), "GB")


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "{}", '{"countries": []}', "\xff", "[" * 100_000, "null"]
)
def test_a_broken_file_changes_nothing_and_is_told(tmp_path, caplog, text):
    file = tmp_path / "lines.json"
    file.write_bytes(text.encode("latin-1"))

    found = open_book(file)

    assert found.countries == SHIPPED.countries
    assert found.problems
    assert "left out of the lines of this server" in caplog.text
    with pytest.raises(BadLines):
        read_local(file)


def test_a_huge_file_is_not_read(tmp_path, monkeypatch):
    monkeypatch.setattr(book, "LARGEST", 10)
    file = tmp_path / "lines.json"
    file.write_text('{"countries": {}}')

    with pytest.raises(BadLines, match="over 1 MB"):
        read_local(file)
