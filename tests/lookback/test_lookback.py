"""The page of all guesses: counts below ten, a picture from ten on, what got lighter and what
did not, and who said yes to what."""

import pytest

from halved.asks.rules import Answer
from halved.lookback import past
from halved.lookback.rules import Moment
from halved.reflection.models import Concern
from tests.asks.asking import DAY, WORDS
from tests.lookback.story import past_ask

pytestmark = pytest.mark.django_db
BEFORE, AFTER_HELP, LATE = Moment.BEFORE_ASKING, Moment.AFTER_HELP, Moment.THREE_DAYS_LATER


def page(room) -> str:
    return room.get("/lookback/").content.decode()


def part(page: str, heading: str) -> str:
    """What stands under one heading."""
    return page.partition(f"<h2>{heading}</h2>")[2].partition("<h2>")[0]


@pytest.fixture
def nine(nia, ben) -> None:
    for number in range(9):
        answer = Answer.YES if number else Answer.NO
        past_ask(nia, ben, answer, likely=2, ago=(number + 1) * DAY)


@pytest.mark.usefixtures("nine")
def test_nine_guesses_are_counted_in_a_sentence(room):
    found = page(room)

    assert "You guessed a no nine times. Eight of them were a yes, or a part." in found
    assert "<figure>" not in found


@pytest.mark.parametrize("more", [1, 2])
@pytest.mark.usefixtures("nine")
def test_from_ten_on_there_is_a_picture_with_a_table_behind_it(room, nia, ben, more):
    for _ in range(more):
        past_ask(nia, ben, Answer.PART, likely=9)

    found = page(room)

    assert "<figure><svg" in found
    assert f"{8 + more} of {9 + more} asks came to a yes, or a part" in found
    assert found.count("What the band means") == 1
    assert found.count("<td>2 of 10</td>") == 9
    assert "nine times" not in found


@pytest.mark.usefixtures("nine")
def test_a_guess_whose_ask_is_still_open_is_not_counted(room, nia, cleo):
    past_ask(nia, cleo, likely=9)

    found = page(room)

    assert "<figure>" not in found
    assert "Waiting for Cleo" in found


def test_an_ask_without_a_guess_is_on_the_page_and_in_no_count(room, nia, ben):
    past_ask(nia, ben, Answer.YES)

    found = page(room)

    assert "no guess" in found
    assert "You guessed a" not in found.partition("</h1>")[2].partition("<details")[0]


LIGHTER = [
    ({BEFORE: 8, AFTER_HELP: 5}, "What got lighter"),
    ({BEFORE: 8, AFTER_HELP: 8}, "What got no lighter"),
    ({BEFORE: 8, AFTER_HELP: 5, LATE: 9}, "What got no lighter"),
]


@pytest.mark.parametrize(("weights", "heading"), LIGHTER)
def test_what_got_lighter_is_told_and_what_did_not(room, nia, ben, weights, heading):
    past_ask(nia, ben, Answer.YES, weights=weights)

    found = page(room)

    after = weights.get(LATE, weights[AFTER_HELP])
    assert f"<td>8</td><td>{after}</td>" in part(found, heading)
    assert found.count("got") == 1


def test_a_weight_without_another_one_is_compared_with_nothing(room, nia, ben):
    past_ask(nia, ben, Answer.YES, weights={BEFORE: 8})

    assert "lighter" not in page(room)


def test_older_weights_are_folded_away(room, nia, ben):
    for number in range(6):
        past_ask(nia, ben, Answer.YES, weights={BEFORE: 8, AFTER_HELP: 5}, ago=number * DAY)

    found = part(page(room), "What got lighter")

    shown, _, folded = found.partition("<details")
    assert (shown.count("<td>8</td>"), folded.count("<td>8</td>")) == (5, 1)


def test_who_said_yes_to_what_names_no_noes(room, nia, ben, cleo):
    past_ask(nia, ben, Answer.PART, ago=2 * DAY)
    past_ask(nia, cleo, Answer.NO)
    asked = past_ask(nia, ben, Answer.YES)
    asked.concern = Concern.put_down(nia, "Mum’s care")
    asked.save()

    found = part(page(room), "Who said yes to what")

    assert found.index("Mum’s care") < found.index("said yes, but less") < found.index("</table>")
    assert WORDS in found
    assert "Cleo" not in found


def test_the_page_looks_at_the_latest_and_says_so(room, nia, ben, cleo, monkeypatch):
    monkeypatch.setattr(past, "LATEST", 2)
    for ago, (who, answer) in enumerate([(ben, "yes"), (ben, "part"), (cleo, "yes")]):
        past_ask(nia, who, Answer(answer), ago=(ago + 1) * DAY)

    found = page(room)

    assert "This page looks at your latest 2 asks." in found
    assert "Ben said yes, but less" in found
    assert "Cleo" not in found


def test_with_nothing_asked_it_says_what_it_is_for(room):
    found = page(room)

    assert "Before each ask you can make a guess" in found
    assert "halved.csv" not in found
