"""Draws docs/states.md from the tables of moves in rules.py."""

from collections.abc import Mapping
from typing import TypeVar

from halved.asks.rules import ASK_MOVES, INVITATION_MOVES, AskState, InvitationState

State = TypeVar("State", AskState, InvitationState)

HEAD = """# States

Drawn from `halved/asks/rules.py` by `halved states > docs/states.md`. A test keeps it true.
"""


def draw() -> str:
    """The page, as Markdown with Mermaid diagrams."""
    return "\n".join(
        [
            HEAD,
            "## An ask",
            "",
            *_diagram(ASK_MOVES, AskState.DRAFT),
            "",
            "## One person's place in an ask",
            "",
            *_diagram(INVITATION_MOVES, InvitationState.PLANNED),
            "",
        ]
    )


def _diagram(moves: Mapping[State, Mapping[State, str]], first: State) -> list[str]:
    lines: list[str] = ["```mermaid", "stateDiagram-v2", f"    [*] --> {first}"]
    for state, onward in moves.items():
        lines += [f"    {state} --> {after}: {why}" for after, why in onward.items()]
        if not onward:
            lines.append(f"    {state} --> [*]")
    return [*lines, "```"]
