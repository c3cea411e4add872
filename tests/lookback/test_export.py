"""The record as a file: complete, exact, and without a cell that starts a formula."""

import csv
import io

import pytest
from django.urls import reverse
from django.utils.timezone import localdate
from hypothesis import given, settings
from hypothesis import strategies as st

from halved.asks import actions
from halved.asks.rules import Answer, Reply, Way
from halved.lookback.export import COLUMNS, safe
from halved.lookback.rules import Moment
from tests.asks.asking import HOUR, NOON, WORDS, ask_people, draft_for
from tests.lookback.story import past_ask

PATH = "/lookback/halved.csv"
FORMULA = tuple("=+-@＝＋－＠")
nasty = st.text(st.sampled_from([*"=+-@＝＋－＠\t\r\n;,\"' a1", "ü"]), max_size=12)


def read(response) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig"), newline="")))


def written(*cells: str) -> str:
    file = io.StringIO()
    csv.writer(file, quoting=csv.QUOTE_NONNUMERIC).writerow(["2027-03-10", *cells, -80.19, 7])
    return file.getvalue()


@given(st.lists(nasty, min_size=1, max_size=3))
@settings(max_examples=400, deadline=None)
@pytest.mark.parametrize("cut_at", [",", ";", "\t"])
def test_no_cell_starts_a_formula_wherever_a_program_cuts(cut_at, texts):
    lines = csv.reader(
        io.StringIO(written(*map(safe, texts)), newline=""), delimiter=cut_at, strict=False
    )

    cells = [cell for line in lines for cell in line if cell != "-80.19"]
    assert not [cell for cell in cells if cell.strip().startswith(FORMULA)]


@given(nasty)
@settings(max_examples=100, deadline=None)
def test_no_cell_starts_with_a_tab_or_a_line_break(text):
    assert not safe(text).startswith(("\t", "\r", "\n"))


@given(st.text(st.characters(codec="utf-8", exclude_categories=["C"]), max_size=40))
@settings(max_examples=100, deadline=None)
def test_the_words_come_back_as_they_were_but_for_a_mark_before_a_formula(words):
    [line] = csv.reader(io.StringIO(written(safe(words)), newline=""))

    assert line[1].replace("'", "") == words.strip().replace("'", "")


@pytest.mark.parametrize(
    ("words", "cell"),
    [
        ("Thursday at four", "Thursday at four"),
        ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
        (" \t@SUM(1)", "'@SUM(1)"),
        ("milk\n- bread", "milk\n'- bread"),
        ("5 - 3 = 2", "5 - 3 = 2"),
        (None, ""),
    ],
)
def test_text_is_marked_only_where_a_cell_may_begin(words, cell):
    assert safe(words) == cell


def test_numbers_and_days_are_left_alone():
    [line] = csv.reader(io.StringIO(written(safe("=1"))))

    assert line == ["2027-03-10", "'=1", "-80.19", "7"]


@pytest.mark.django_db
def test_the_file_holds_what_was_noted_around_an_ask(room, nia, ben):
    weights = {Moment.BEFORE_ASKING: 8, Moment.AFTER_HELP: 0}
    ask = past_ask(nia, ben, Answer.YES, likely=0, weights=weights)

    [line] = read(room.get(PATH))

    assert list(line) == COLUMNS
    day = localdate(ask.opened_at).isoformat()
    assert [line["asked_on"], line["person"], line["words"]] == [day, "Ben", WORDS]
    assert [line["guess"], line["answer"]] == ["0", "yes"]
    noted = {moment.value: line[moment] for moment in Moment}
    assert noted == {
        "before_asking": "8",
        "after_asking": "",
        "after_help": "0",
        "three_days_later": "",
    }


@pytest.mark.django_db
def test_words_of_others_are_in_it_and_start_no_formula(room, nia, ben):
    ask = draft_for(nia, (ben, Way.LINK))
    actions.open_ask(ask=ask, now=NOON)
    reply = Reply(Answer.PART, "=HYPERLINK(“here”)")
    actions.answer(row=ask.invitations.get(), reply=reply, now=NOON + HOUR)

    [line] = read(room.get(PATH))

    assert line["reply"] == "'=HYPERLINK(“here”)"


@pytest.mark.django_db
def test_who_was_not_asked_and_what_did_not_go_out_are_not_in_it(room, nia, ben, cleo):
    draft_for(nia, (cleo, Way.CALL))
    ask_people(nia, (ben, Way.CALL), (cleo, Way.CALL))

    lines = read(room.get(PATH))

    assert [line["person"] for line in lines] == ["Ben"]


@pytest.mark.django_db
def test_the_file_is_kept_by_no_cache_and_its_name_says_nothing(room):
    response = room.get(reverse("lookback:export"))

    assert response["Cache-Control"] == "no-store"
    assert response["Content-Disposition"] == 'attachment; filename="halved.csv"'
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert read(response) == []
