"""Guesses beside answers as a picture: server-made SVG, no script, with a table behind it.

Above, two half discs on a line from none to ten of ten: clay is what was guessed, green what came.
Where they meet they make a whole. Below, a disc for each ask, in a row for each guess.
"""

from collections.abc import Sequence

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from halved.lookback import rules, telling
from halved.lookback.rules import Guessed, Outcome, Share
from halved.reflection.chart import FONT, WIDTH, filled, width_of

LEFT, RIGHT = 16, 384
LINE = 42  # where the line from none to ten lies
HEAD = 104  # from here on there are discs
DISC = 23  # from one disc to the next
IN_A_ROW = (RIGHT - LEFT) // DISC
# How each answer is drawn: its colour, how much of the disc is full, of ten, and its edge.
LOOKS = {
    Outcome.YES: ("shared", 10, ""),
    Outcome.PART: ("shared", 5, ""),
    Outcome.LATER: ("shared", 0, ""),
    Outcome.NO: ("load", 0, ""),
    Outcome.SILENCE: ("load", 0, "3 3"),
}


def draw(rows: Sequence[Guessed]) -> SafeString:
    """The picture. Raises ValueError for fewer rows than it needs."""
    share = rules.share(rows)
    groups, bottom = _groups(rows)
    return format_html(
        '<svg viewBox="0 0 {} {}" role="img" aria-label="{}" width="100%">{}{}</svg>',
        WIDTH,
        bottom,
        " ".join(telling.of_share(rows)),
        _line(share),
        groups,
    )


def _x(of_ten: float) -> float:
    return round(LEFT + of_ten * (RIGHT - LEFT) / 10, 1)


def _line(share: Share) -> SafeString:
    """The line with the band, both half discs, and their words: the guess above, what came
    below."""
    guessed, came = _x(share.guessed), _x(share.came)
    ticks = format_html_join(
        "",
        '<line class="grid" x1="{0}" x2="{0}" y1="{1}" y2="{2}"/>',
        ((_x(step), LINE - 6, LINE + 6) for step in range(11)),
    )
    return format_html(
        '<rect class="band shared" x="{}" y="{}" width="{}" height="20" rx="4"/>'
        '<line class="grid" x1="{}" x2="{}" y1="{}" y2="{}"/>{}'
        '<path class="load" d="M{} {}a10 10 0 0 0 0 20z"/>'
        '<path class="shared" d="M{} {}a10 10 0 0 1 0 20z"/>{}{}',
        _x(share.low), LINE - 10, round(_x(share.high) - _x(share.low), 1),
        LEFT, RIGHT, LINE, LINE, ticks,
        guessed, LINE - 10,
        came, LINE - 10,
        _words(f"you guessed {telling.number(share.guessed)}", guessed, LINE - 20),
        _below(f"it was {telling.number(share.came)} of 10", came),
    )  # fmt: skip


def _below(words: str, x: float) -> SafeString:
    """The words for what came, and the ends of the line where there is room for them."""
    left, right = _around(words, x)
    ends = [
        ("first", LEFT - 8, "0") if left > LEFT + 2 * FONT else None,
        ("last", RIGHT + 8, "10") if right < RIGHT - 2 * FONT else None,
    ]
    return _words(words, x, LINE + 30) + format_html_join(
        "",
        f'<text class="{{}}" x="{{}}" y="{LINE + 30}">{{}}</text>',
        [end for end in ends if end],
    )


def _around(words: str, x: float) -> tuple[float, float]:
    """From where to where these words go, as near around `x` as the picture lets them."""
    width = width_of(words)
    left = min(max(x - width / 2, 0), WIDTH - width)
    return left, left + width


def _words(words: str, x: float, y: float) -> SafeString:
    middle = round(sum(_around(words, x)) / 2, 1)
    return format_html('<text class="middle" x="{}" y="{}">{}</text>', middle, y, words)


def _groups(rows: Sequence[Guessed]) -> tuple[SafeString, int]:
    """A row of discs for each guess, and where the last one ends."""
    y, drawn = HEAD, []
    for guess, group in rules.by_guess(rows).items():
        title = f"{telling.GUESSED[guess]}: {len(group)}"
        drawn.append(format_html('<text x="{}" y="{}">{}</text>', LEFT - 8, y, title))
        drawn.append(_discs(group, y + FONT))
        y += FONT + DISC * -(-len(group) // IN_A_ROW) + 2 * FONT
    return format_html_join("", "{}", ((part,) for part in drawn)), y - 2 * FONT


def _discs(group: Sequence[Guessed], top: float) -> SafeString:
    return format_html_join(
        "",
        '<circle class="disc {0}" cx="{1}" cy="{2}" r="8" stroke-dasharray="{4}"/>'
        '<path class="{0}" d="{3}"/>',
        (
            (colour, x, y, filled(x, y, full) if full else "", edge or "none")
            for number, row in enumerate(group)
            for colour, full, edge in [LOOKS[row.outcome]]
            for x, y in [(LEFT + DISC * (number % IN_A_ROW), top + DISC * (number // IN_A_ROW))]
        ),
    )
