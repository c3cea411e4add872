"""What a helper sees of the pieces, and what nobody but the right people sees."""

from dataclasses import replace

from halved.asks.rules import Way
from halved.pieces import actions
from halved.pieces.models import Claim
from halved.pieces.shown import to_helper
from tests.asks.asking import HOUR, NOON, ask_people, draft_for, place_of
from tests.pieces.rota import (
    SATURDAY,
    SUPPER,
    add,
    ask_for,
    at,
    letter_of,
    offers,
    sees,
    takes,
    takes_over,
)

FOR_TWO = replace(SUPPER, places=2)


def test_open_pieces_are_there_for_everybody_invited(nia, ben, cleo):
    _, piece = ask_for(nia, (ben, Way.LINK), (cleo, Way.EMAIL))

    seen = [sees(piece, person) for person in (ben, cleo)]

    assert [(each.what, each.leave_out, each.state, each.free) for each in seen] == [
        ("Supper for three", "No flowers, please", "open", 1)
    ] * 2


def test_the_place_is_shown_to_who_took_it_only(nia, ben, cleo):
    _, piece = ask_for(nia, (ben, Way.LINK), (cleo, Way.LINK))
    takes(piece, ben)

    assert sees(piece, ben).where == "Mill Lane 4"
    assert "Mill Lane" not in str(sees(piece, cleo))


def test_the_place_goes_with_what_is_handed_on(nia, ben, cleo):
    _, piece = ask_for(nia, (ben, Way.LINK), (cleo, Way.LINK))
    claim = takes(piece, ben)
    offers(piece, ben)
    offered = sees(piece, cleo)
    takes_over(piece, claim, cleo)

    assert (offered.offered, offered.where) == ([claim.pk], "")
    assert [sees(piece, person).where for person in (ben, cleo)] == ["", "Mill Lane 4"]


def test_names_are_shown_only_if_the_member_says_so(nia, ben, cleo):
    ask, piece = ask_for(nia, (ben, Way.LINK), (cleo, Way.LINK), about=FOR_TWO)
    takes(piece, ben, name="Benedict")

    without = sees(piece, cleo).names
    actions.show_names(ask=ask, on=True)
    shown = [sees(piece, person).names for person in (ben, cleo)]
    actions.show_names(ask=ask, on=False)

    assert (without, shown) == ([], [[], ["Benedict"]])
    assert sees(piece, cleo).names == []


def test_who_gave_no_name_stays_unnamed(nia, ben, cleo):
    ask, piece = ask_for(nia, (ben, Way.LINK), (cleo, Way.LINK))
    takes(piece, ben)
    actions.show_names(ask=ask, on=True)

    assert sees(piece, cleo).names == []


def test_nothing_readable_is_in_the_store(nia, ben):
    _, piece = ask_for(nia, (ben, Way.EMAIL))
    takes(piece, ben, name="Benedict")
    claim = Claim.objects.values().get()

    stored = b"".join(bytes(value) for value in claim.values() if isinstance(value, bytes))
    stored += bytes(piece.words) + bytes(piece.location)

    for words in (b"Supper", b"Mill", b"flowers", b"Benedict", b"ben@example.org"):
        assert words not in stored


def test_words_of_one_piece_do_not_open_as_those_of_another(nia, ben):
    ask, piece = ask_for(nia, (ben, Way.LINK))
    [other] = add(ask)
    other.words, key = piece.words, actions.pieces_key(ask)

    assert piece.open_words(key)["what"] == "Supper for three"
    try:
        other.open_words(key)
    except Exception as error:
        assert type(error).__name__ == "CannotOpen"
    else:
        raise AssertionError("It opened.")


def test_what_is_over_is_gone_and_what_comes_first_is_first(nia, ben):
    ask, saturday = ask_for(nia, (ben, Way.LINK))
    [friday] = add(ask, at(SATURDAY.replace(day=12)))
    row, letter = place_of(ask, ben), letter_of(ask, ben)

    before = [each.piece.pk for each in to_helper(row, letter, NOON)]
    begun = [each.state for each in to_helper(row, letter, friday.starts_at)]
    after = [each.piece.pk for each in to_helper(row, letter, friday.ends_at)]

    assert before == [friday.pk, saturday.pk]
    assert begun == ["begun", "open"]
    assert after == [saturday.pk]


def test_an_ask_without_pieces_shows_none(nia, ben):
    ask = ask_people(nia, (ben, Way.LINK))

    assert to_helper(place_of(ask, ben), letter_of(ask, ben), NOON) == []


def test_what_a_helper_sees_costs_the_same_with_sixty_pieces(nia, ben, django_assert_num_queries):
    ask = draft_for(nia, (ben, Way.LINK))
    add(ask, at(SATURDAY, rule="FREQ=DAILY;COUNT=60"), FOR_TWO)
    actions.asks.open_ask(ask=ask, now=NOON)
    row, letter = place_of(ask, ben), letter_of(ask, ben)

    with django_assert_num_queries(3):
        shown = to_helper(row, letter, NOON + HOUR)

    assert len(shown) == 60
