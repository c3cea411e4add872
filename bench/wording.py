"""The check of words: how well it finds where a text asks, and how long it takes.

`python -m bench.wording asks FILE` takes lines of "Yes" or "No", a tab and a sentence, and says how
often `find_ask` agrees. `python -m bench.wording speed` needs no file; `make bench` runs it too.
Times are those the processor worked: others on the machine only make one wait longer.
"""

import argparse
import re
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from bench.figures import Figure
from bench.machine import Plan
from bench.servers import ROOT, environment
from halved.wording import Setting, check, find_ask

PRECISION, RECALL = 0.88, 0.80
FEW_ASKS = 0.31  # the share of asks in the mail of working people, nearer to life than half
SHORT, LONG, LONGER = 200, 5_000, 20_000  # words
SHORT_TIME, LONG_TIME = 2, 50  # milliseconds
GROWTH = 1.5  # times as long for each word, in a text four times as long
HOSTILE_SIZE, HOSTILE_TIME = 100_000, 1  # bytes, seconds
IMPORT_TIME = 100  # milliseconds

ORDINARY = re.findall(
    r"\S+",
    "My mother has been ill since March and the days are long. I drive there every evening after"
    " work, and we eat together. On some days she knows who I am, on others she asks for her"
    " sister. The neighbours were kind, but they moved away in June. ",
)
PIECES = (
    "a", "((", ", ", "please ", "can you ", "if you ", "i'd ", "would be ", "would be good really ",
    "and, ", "? ", ". ", "...", "\n", " \n", "“", '"', "'a ", "\u200b", "😊", "dr. ", "so ",
    "word ", "any a ", "see if you ", "your a ", "http://a.b/?c=d&e ", "- ", "so so so so so\n",
)  # fmt: skip
TASKS: dict[str, Callable[[str], object]] = {
    "find_ask": lambda text: find_ask(text, "en"),
    "check": lambda text: check(text, Setting(language="en")),
}


def measure(folder: Path, plan: Plan) -> Iterator[Figure]:
    """As `make bench` asks for it. Needs neither the folder nor a core of its own."""
    return speed(3 if plan.quick else 10)


def asks(file: Path) -> Iterator[Figure]:
    counts = Counter(
        (label == "Yes", find_ask(sentence, "en") is not None)
        for label, _, sentence in (line.partition("\t") for line in _lines(file))
    )
    found, wrong = counts[True, True], counts[False, True]
    recall = found / (found + counts[True, False])
    false_alarms = wrong / (wrong + counts[False, False])
    precision = found / (found + wrong)
    at_few = FEW_ASKS * recall / (FEW_ASKS * recall + (1 - FEW_ASKS) * false_alarms)
    yield Figure("sentences", counts.total())
    yield Figure("of which ask", (found + counts[True, False]) / counts.total() * 100, "%")
    yield Figure("precision", precision, at_least=PRECISION)
    yield Figure("recall", recall, at_least=RECALL)
    yield Figure("F1", 2 * precision * recall / (precision + recall))
    yield Figure(f"precision, if {FEW_ASKS:.0%} asked and labels were as these", at_few)


def _lines(file: Path) -> list[str]:
    lines = [line for line in file.read_text(encoding="utf-8").split("\n") if line]
    if wrong := [line for line in lines if not line.startswith(("Yes\t", "No\t"))]:
        sys.exit(f'bench: each line begins with "Yes" or "No" and a tab; {len(wrong)} do not.')
    return lines


def speed(rounds: int) -> Iterator[Figure]:
    for name, task in TASKS.items():
        short, long, longer = (_least(task, words, rounds) for words in (SHORT, LONG, LONGER))
        yield Figure(f"{name}, {SHORT} words", short, "ms", at_most=SHORT_TIME)
        yield Figure(f"{name}, {LONG:,} words", long, "ms", at_most=LONG_TIME)
        growth = longer / long * LONG / LONGER
        yield Figure(f"{name}, a word in {LONGER:,} against {LONG:,}", growth, at_most=GROWTH)
        worst = max(_taken(task, (piece * HOSTILE_SIZE)[:HOSTILE_SIZE]) for piece in PIECES)
        yield Figure(f"{name}, 100 kB at worst", worst / 1000, "seconds", at_most=HOSTILE_TIME)
    begun = min(_import_time() for _ in range(rounds))
    yield Figure("import in a new process", begun, "ms", at_most=IMPORT_TIME)


def _least(task: Callable[[str], object], words: int, rounds: int) -> float:
    """Milliseconds for an ordinary text that asks for nothing, so that it is read to its end. A
    short one is read more often: what else the processor does would be seen in so short a time."""
    text = " ".join((ORDINARY * (words // len(ORDINARY) + 1))[:words])
    return min(_taken(task, text) for _ in range(rounds * max(1, LONG // words)))


def _taken(task: Callable[[str], object], text: str) -> float:
    begun = time.process_time()
    task(text)
    return (time.process_time() - begun) * 1000


def _import_time() -> float:
    code = (
        "import time; begun = time.process_time(); import halved.wording;"
        " print((time.process_time() - begun) * 1000)"
    )
    said = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env=environment(),
        check=True,
        capture_output=True,
        text=True,
    )
    return float(said.stdout)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.wording", description=__doc__)
    parts = parser.add_subparsers(dest="part", required=True)
    parts.add_parser("asks").add_argument("file", type=Path)
    parts.add_parser("speed")
    args = parser.parse_args()
    missed = 0
    for figure in asks(args.file) if args.part == "asks" else speed(10):
        print(figure, flush=True)
        missed += not figure.held
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
