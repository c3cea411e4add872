"""Kinds of help, and the everyday words that mean them: English, with some German and Spanish.

They are in kinds.json. `words` mean the kind in what a person types and in what a service says of
itself; `asks` mean it only in what a person types. Endings, accents and small words between do not
matter: see phrases.py. Whoever changes the words raises terms.VERSION.
"""

import json
from pathlib import Path
from typing import NamedTuple


class Kind(NamedTuple):
    """One kind of help; its texts hold phrases with a comma between."""

    label: str  # what people read: We looked under “money and debt”
    words: tuple[str, ...]
    asks: tuple[str, ...] = ()


def _read(path: Path) -> dict[str, Kind]:
    told = json.loads(path.read_text(encoding="utf-8"))
    return {
        code: Kind(kind["label"], tuple(kind["words"]), tuple(kind.get("asks", ())))
        for code, kind in told.items()
    }


KINDS = _read(Path(__file__).with_name("kinds.json"))
