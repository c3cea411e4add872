"""What people write in notes and asks: harmless words that look like danger, and words of danger.

The sentences stand in `gentle/`, a folder for each part and a file for each sort, one sentence to a
line. They were written for these tests, one by one; none was said by a real person. Part A was
written before the rules. Each other part was written after it, and measured before any rule was
changed for it. Part N was written without sight of the rules or of the other parts: that is why a
few of its sentences stand in them too. docs/gentle-question.md gives those first figures.
"""

from dataclasses import dataclass
from pathlib import Path

_FOLDER = Path(__file__).parent / "gentle"


@dataclass(frozen=True)
class Part:
    """Sentences of each sort. `another` is about somebody else who may be in danger."""

    harmless: tuple[str, ...]
    direct: tuple[str, ...]
    indirect: tuple[str, ...]
    another: tuple[str, ...]


def _read(folder: Path) -> Part:
    return Part(
        **{
            sort: tuple((folder / f"{sort}.txt").read_text(encoding="utf-8").splitlines())
            for sort in Part.__annotations__
        }
    )


PARTS = {folder.name.upper(): _read(folder) for folder in sorted(_FOLDER.iterdir())}
