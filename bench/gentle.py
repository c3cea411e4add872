"""The gentle question: how often it is asked of harmless words, and how often it is missed.

`python -m bench.gentle` reads the sentences in tests/safety/gentle, prints the table that
stands in docs/gentle-question.md, and measures the time. `make bench` runs it too. Times are those
the processor worked: others on the machine only make one wait longer.
"""

import sys
import time
from collections.abc import Iterator
from pathlib import Path

from bench.figures import Figure
from bench.machine import Plan
from bench.wording import ORDINARY, PIECES
from halved.safety.gentle import About, look
from tests.safety.gentle_corpus import PARTS, Part

FALSE_ALARMS, DIRECT, INDIRECT = 2, 95, 60  # per cent
WORDS, TIME = 5_000, 20  # milliseconds
HOSTILE_SIZE, HOSTILE_TIME = 100_000, 1  # characters, seconds
# Beginnings of ways to say it, which make the reader look further.
ALMOST = (
    "i want to die of ", "i can not go on ", "nothing to live ", "better off without ", "not want ",
    "kill myself laughing ", "when i am gone ", "if i died ", "how many pills ", "i am not ",
)  # fmt: skip
MINE = (About.SELF, About.HARM)


def measure(folder: Path, plan: Plan) -> Iterator[Figure]:
    """As `make bench` asks for it. Needs neither the folder nor a core of its own."""
    yield from shares()
    yield from speed(3 if plan.quick else 10)


def asked(texts: tuple[str, ...], *about: About) -> int:
    """Of how many texts the question is asked, about what is given."""
    return sum(look(text) in about for text in texts)


def whole() -> Part:
    parts = PARTS.values()
    return Part(
        *(sum((getattr(part, sort) for part in parts), ()) for sort in Part.__annotations__)
    )


def rows() -> Iterator[str]:
    """The table of the page, as Markdown: of how many sentences it is asked, in each part."""
    for name, part in (PARTS | {"all": whole()}).items():
        counts = [
            (asked(part.harmless, *About), part.harmless),
            (asked(part.direct, *MINE), part.direct),
            (asked(part.indirect, *MINE), part.indirect),
            (asked(part.another, About.OTHER), part.another),
        ]
        cells = [f"{count} of {len(texts)}" for count, texts in counts]
        yield f"| {name} | {' | '.join(cells)} |"


def shares() -> Iterator[Figure]:
    part = whole()
    false = asked(part.harmless, *About) / len(part.harmless) * 100
    direct = asked(part.direct, *MINE) / len(part.direct) * 100
    indirect = asked(part.indirect, *MINE) / len(part.indirect) * 100
    yield Figure("harmless sentences asked about", false, "%", at_most=FALSE_ALARMS)
    yield Figure("direct sentences asked about", direct, "%", at_least=DIRECT)
    yield Figure("indirect sentences asked about", indirect, "%", at_least=INDIRECT)


def speed(rounds: int) -> Iterator[Figure]:
    text = " ".join((ORDINARY * (WORDS // len(ORDINARY) + 1))[:WORDS])
    look(text)
    least = min(_taken(text) for _ in range(rounds))
    yield Figure(f"{WORDS:,} words", least * 1000, "ms", at_most=TIME)
    worst = max(_taken((piece * HOSTILE_SIZE)[:HOSTILE_SIZE]) for piece in (*PIECES, *ALMOST))
    yield Figure("100 kB at worst", worst, "seconds", at_most=HOSTILE_TIME)


def _taken(text: str) -> float:
    begun = time.process_time()
    look(text)
    return time.process_time() - begun


def main() -> int:
    print("| part | harmless | direct | indirect | about somebody else |\n|---|---|---|---|---|")
    print("\n".join(rows()))
    figures = [*shares(), *speed(10)]
    print("\n".join(map(str, figures)))
    return 0 if all(figure.held for figure in figures) else 1


if __name__ == "__main__":
    sys.exit(main())
