"""Do the rules about words tell anything about who gets help from strangers? Asked of real posts.

`python -m bench.strangers FILE` takes lines "got_help, title, text" (tab-separated, 0 or 1 first),
prints how often help came, how well a logistic model of the rule outcomes alone ranks posts it has
not seen (AUC, five repeats of 70/30), and each coefficient with its interval. It is told in
docs/wording.md, with what it does not mean, and never to a person.
"""

import argparse
from pathlib import Path
from typing import Any

import numpy as np
import statsmodels.api as sm
from scipy.stats import mannwhitneyu

from bench.shares import TO_STRANGERS, posts, whole
from halved.wording import LANGUAGES, check

REPEATS, SHARE = 5, 0.7
SEED = 20140527
LEAST = 0.01  # a rule that fires on fewer texts, or on more than the rest, tells nothing here


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.strangers", description=__doc__)
    parser.add_argument("file", type=Path)
    got, texts = _posts(parser.parse_args().file)
    outcomes, rules = _outcomes(texts)
    print(f"{len(got):,} posts; help came to {got.mean():.1%} of them.")
    found = [_auc(outcomes, got, np.random.default_rng(SEED + n)) for n in range(REPEATS)]
    print(
        f"AUC of {len(rules)} rules alone, {REPEATS} repeats: {np.mean(found):.3f}"
        f" ({min(found):.3f} to {max(found):.3f}); 0.5 is chance.\n"
    )
    model = _fit(outcomes, got)
    print("| rule | fires on | coefficient | 95 % interval |\n|---|---|---|---|")
    print(f"| (none of them) | | {model.params[0]:.2f} | {_interval(model, 0)} |")
    for n in np.argsort(model.params[1:]):
        share, value = outcomes[:, n].mean(), model.params[n + 1]
        print(f"| {rules[n]} | {share:.1%} | {value:+.2f} | {_interval(model, n + 1)} |")


def _posts(file: Path) -> tuple[Any, list[str]]:
    rows = posts(file)
    return np.array([int(row["got_help"]) for row in rows]), [whole(row) for row in rows]


def _outcomes(texts: list[str]) -> tuple[Any, list[str]]:
    """Whether each rule fires on each text, for the rules that fire often enough to tell."""
    rules = [rule.id for rule in LANGUAGES["en"].rules]
    fired = [{note.rule for note in check(text, TO_STRANGERS)} for text in texts]
    table = np.array([[rule in notes for rule in rules] for notes in fired], dtype=float)
    often = (table.mean(axis=0) >= LEAST) & (table.mean(axis=0) <= 1 - LEAST)
    return table[:, often], [rule for rule, is_often in zip(rules, often, strict=True) if is_often]


def _fit(outcomes: Any, got: Any) -> Any:
    return sm.Logit(got, sm.add_constant(outcomes, has_constant="add")).fit(disp=False)


def _auc(outcomes: Any, got: Any, chance: Any) -> float:
    """How often a post that got help is ranked above one that did not, on the third held back."""
    order = chance.permutation(len(got))
    seen, unseen = np.split(order, [round(SHARE * len(got))])
    model = _fit(outcomes[seen], got[seen])
    rank = model.predict(sm.add_constant(outcomes[unseen], has_constant="add"))
    helped = got[unseen] == 1
    above = mannwhitneyu(rank[helped], rank[~helped]).statistic
    return float(above / (helped.sum() * (~helped).sum()))


def _interval(model: Any, n: int) -> str:
    low, high = model.conf_int()[n]
    return f"{low:+.2f} to {high:+.2f}"


if __name__ == "__main__":
    main()
