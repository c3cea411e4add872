"""On how many real asks does each rule about words fire?

`python -m bench.shares EMAIL-ASKS STRANGER-ASKS` takes sentences ("Yes" or "No", a tab, a sentence;
those that ask are used, as mails to a friend) and posts (got_help, title, text; as written to
strangers), and prints a table for docs/wording.md. A rule over a quarter of either needs a reason.
"""

import argparse
import csv
import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from halved.wording import LANGUAGES, Audience, Setting, Way, check

TOO_OFTEN = 0.25
_TAG = re.compile(r"^ *[\[(].*?[\])]")
TO_A_FRIEND = Setting(way=Way.MAIL, language="en")
TO_STRANGERS = Setting(audience=Audience.STRANGER, language="en")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.shares", description=__doc__)
    parser.add_argument("sentences", type=Path)
    parser.add_argument("posts", type=Path)
    args = parser.parse_args()
    sentences, texts = _sentences(args.sentences), [whole(post) for post in posts(args.posts)]
    in_mail, in_posts = _shares(sentences, TO_A_FRIEND), _shares(texts, TO_STRANGERS)
    print(f"| rule | of {len(sentences):,} sentences that ask | of {len(texts):,} posts |")
    print("|---|---|---|")
    for rule in LANGUAGES["en"].rules:
        shares = (in_mail[rule.id], in_posts[rule.id])
        print(f"| {rule.id} |{'|'.join(f' {_told(share)} ' for share in shares)}|")


def _told(share: float) -> str:
    return f"**{share:.1%}**" if share > TOO_OFTEN else f"{share:.1%}"


def _sentences(file: Path) -> list[str]:
    lines = file.read_text(encoding="utf-8").split("\n")
    return [line.removeprefix("Yes\t") for line in lines if line.startswith("Yes\t")]


def posts(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t"))


def whole(post: dict[str, str]) -> str:
    """What people read: the title without its tag in brackets, and the text."""
    title = _TAG.sub("", post["title"]).strip()
    return title + "\n" + post["text"]


def _shares(texts: Iterable[str], setting: Setting) -> dict[str, float]:
    notes = [{note.rule for note in check(text, setting)} for text in texts]
    fired = Counter(rule for each in notes for rule in each)
    return {rule.id: fired[rule.id] / len(notes) for rule in LANGUAGES["en"].rules}


if __name__ == "__main__":
    main()
