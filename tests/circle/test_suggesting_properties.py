"""Whom to ask, on many circles: the load is spread, and what the member noted is kept to."""

from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from halved.circle.rules import GOOD_AT, LATELY, MOST, OFTEN, cautions, suggest
from tests.circle.people import CARE, DAY, TODAY, Person, asked, asked_again, need

kinds = st.lists(st.sampled_from(sorted(GOOD_AT)), unique=True).map(tuple)
people = st.builds(
    Person,
    name=st.text(st.characters(categories=["L"]), min_size=1, max_size=8),
    kinds=st.none() | kinds,
    inner=st.none() | st.booleans(),
    not_about=st.sampled_from([None, (), (CARE,)]),
    profession=st.sampled_from([None, None, "GP"]),
    rest_day=st.none() | st.dates(TODAY - 40 * DAY, TODAY + 40 * DAY),
)
pasts = st.lists(st.integers(0, 500), max_size=6).flatmap(
    lambda days: st.builds(
        lambda yes, waiting: asked(*days, yes=yes, waiting=waiting and bool(days)),
        st.integers(0, len(days)),
        st.booleans(),
    )
)
circles = st.lists(st.tuples(people, pasts), max_size=12)
needs = st.builds(
    lambda kinds, concern: need(*kinds, concern=concern), kinds, st.sampled_from(["", CARE])
)


@given(circles, needs)
@settings(max_examples=100, deadline=None)
def test_nobody_is_suggested_against_what_is_noted_or_known(circle, of):
    for found in suggest(circle, of):
        past = next(past for person, past in circle if person is found.person)
        assert not cautions(found.person, past, of)
        assert not past.waiting
        assert past.lately < OFTEN


@given(circles, needs)
@settings(max_examples=100, deadline=None)
def test_every_suggestion_is_one_sentence_with_a_reason_and_without_a_score(circle, of):
    found = suggest(circle, of)

    assert len(found) <= MOST
    for suggestion in found:
        said = suggestion.sentence
        assert said.startswith(f"{suggestion.person.name}: ") and said.endswith(".")
        assert len(suggestion.reasons) >= 2
        assert not any(sign in " ".join(suggestion.reasons) for sign in "%/★!")


@given(circles, needs, st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_the_order_in_which_people_are_kept_does_not_matter(circle, of, random):
    circle = list({person.name.casefold(): (person, past) for person, past in circle}.values())
    shuffled = random.sample(circle, len(circle))

    assert suggest(shuffled, of) == suggest(circle, of)


@given(st.integers(1, 6), st.lists(st.integers(0, 1), max_size=29))
@settings(max_examples=100, deadline=None)
def test_who_follows_the_first_suggestion_spreads_the_load(count, pauses):
    circle = {n: (Person(f"Person {n}", kinds=("emotional",)), asked()) for n in range(count)}
    today = TODAY
    for pause in pauses:
        today += timedelta(days=pause)
        found = suggest(circle.values(), need("emotional", today=today))
        if not found:
            break
        n = next(n for n, (person, _) in circle.items() if person is found[0].person)
        circle[n] = (circle[n][0], asked_again(circle[n][1], today))

    assert today - TODAY < LATELY
    turns = [past.lately for _, past in circle.values()]
    assert max(turns) - min(turns) <= 1
    assert max(turns) <= OFTEN


@given(people, needs, st.lists(st.integers(0, 20), max_size=8))
@settings(max_examples=60, deadline=None)
def test_the_fifth_time_is_said_before_it_and_not_the_fourth(person, of, days):
    said = " ".join(cautions(person, asked(*days), of))

    assert ("You have asked" in said) is (len(days) >= OFTEN)
