"""The tables of moves: all of them happen, nothing else does, and docs/states.md shows them."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from copy import deepcopy
from functools import partial
from pathlib import Path

import pytest

from halved.asks import rules
from halved.asks.rules import ASK_MOVES, INVITATION_MOVES, Answer, AskState, InvitationState, Way
from halved.asks.states import draw
from tests.asks.play import Play
from tests.asks.rows import NOON, AskRow, Person

ROOT = Path(__file__).parents[2]


def test_every_move_in_the_tables_happens_and_no_other():
    in_tables = {
        (before, after)
        for moves in (ASK_MOVES, INVITATION_MOVES)
        for before, onward in moves.items()
        for after in onward
    }

    assert all_changes() == in_tables


def all_changes() -> set[tuple[str, str]]:
    """Every change of state that two people and the member can bring about between them.

    Plays on from each situation once, by everything that may happen next.
    """
    people = [Person(0, Way.EMAIL), Person(1, Way.LINK)]
    begin = Play(AskRow(AskState.DRAFT), people, NOON)
    begin.open()
    seen, changes, ahead = {situation(begin)}, set(begin.changes), [begin]
    while ahead:
        for play in what_may_follow(ahead.pop()):
            changes |= play.changes
            if situation(play) not in seen:
                seen.add(situation(play))
                ahead.append(play)
    return changes


def what_may_follow(play: Play) -> Iterator[Play]:
    for happen in events(play):
        after = deepcopy(play)
        happen(after)
        yield after


def events(play: Play) -> Iterator[Callable[[Play], object]]:
    yield Play.ask_next
    yield Play.close
    if due := play.next_timer():
        yield lambda after: after.wait(due)
    for place in range(len(play.people)):
        for does in (Play.mark_asked, Play.withdraw, Play.undelivered):
            yield partial(does_someone, does, place)
        for code in Answer:
            yield partial(does_someone, Play.note, place, code=code)
            yield partial(does_someone, Play.answer, place, code=code)


def does_someone(does: Callable[..., None], place: int, after: Play, **more: object) -> None:
    does(after, after.people[place], **more)


def situation(play: Play) -> tuple[object, ...]:
    """What makes two moments alike: all but the times."""
    rows = [
        (
            row.state,
            row.answer,
            bool(row.turn_at),
            bool(row.undelivered_at),
            bool(row.expires_at),
            rules.may_answer(row, play.now),
        )
        for row in play.people
    ]
    return (play.ask.state, *rows)


def test_the_page_of_states_is_true():
    told = (ROOT / "docs" / "states.md").read_text()

    assert told == draw(), "Run: python -m halved states > docs/states.md"


def test_the_command_prints_the_page():
    printed = subprocess.run(
        [sys.executable, "-m", "halved", "states"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )

    assert printed.stdout == draw()


@pytest.mark.parametrize(
    ("states", "moves"), [(AskState, ASK_MOVES), (InvitationState, INVITATION_MOVES)]
)
def test_every_state_is_drawn_with_the_moves_that_lead_on(states, moves):
    page = draw()

    for state in states:
        for after, why in moves[state].items():
            assert f"    {state} --> {after}: {why}\n" in page
        assert moves[state] or f"    {state} --> [*]\n" in page
