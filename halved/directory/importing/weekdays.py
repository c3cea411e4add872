"""Weekdays as they are written: text in, numbers out, 1 for Monday. Pure."""

import re

from halved.directory.importing.clocks import span_in_words

NAMES = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
_SHORT = {
    "m": 1, "mo": 1, "mon": 1, "tu": 2, "tue": 2, "tues": 2, "w": 3, "we": 3, "wed": 3, "weds": 3,
    "th": 4, "thu": 4, "thur": 4, "thurs": 4, "f": 5, "fr": 5, "fri": 5, "sa": 6, "sat": 6,
    "su": 7, "sun": 7,
}  # fmt: skip
_DAYS = _SHORT | {name.lower(): number for number, name in enumerate(NAMES, 1)}
_GROUPS = {
    "weekdays": range(1, 6), "weekday": range(1, 6), "daily": range(1, 8), "every day": range(1, 8),
    "everyday": range(1, 8), "7 days a week": range(1, 8), "seven days a week": range(1, 8),
    "all week": range(1, 8), "weekends": (6, 7), "weekend": (6, 7), "all days": range(1, 8),
}  # fmt: skip
_WHICH = {1: "first", 2: "second", 3: "third", 4: "fourth", 5: "fifth", -1: "last"}
_DASH = re.compile(r"\s*(?:-|–|—|\bto\b|\bthrough\b|\bthru\b|\buntil\b)\s*")
_BETWEEN = re.compile(r"\s*(?:,|/|;|&|\+|\band\b)\s*|(?<=[a-z])\s+(?=[a-z])")
_WORD = r"(?:[A-Za-z]+(?: ?(?:-|–|—|to|through|thru|,|/|&|and) ?[A-Za-z]+)*|\d days a week)"
_TIMES = r"[\d.:apmAPM –—-]*\d[\d.:apmAPM –—-]*(?:to [\d.:apmAPM ]+)?|noon[^,;]*"
_ALWAYS = re.compile(
    r"(?i)(?:open )?(?:24 ?/ ?7(?: ?/ ?365)?|24 hours(?: (?:a|per) day)?,? (?:7|seven) days"
    r" (?:a|per) week|24 hours every day|day and night, every day)\.?"
)


def days_of(text: str) -> list[int]:
    """The days, or none where one of the words is no plain weekday."""
    said = " ".join(text.lower().replace(".", "").split())[:200]
    if re.fullmatch(r"[1-7](?:[,;/ ]+[1-7])*", said):
        return sorted({int(number) for number in re.findall(r"\d", said)})
    if said in _GROUPS:
        return [*_GROUPS[said]]
    found: set[int] = set()
    for part in _BETWEEN.split(_DASH.sub("-", said)):
        span = _span(part)
        if not span:
            return []
        found.update(span)
    return sorted(found)


def in_month(text: str) -> str:
    """`2MO,-1FR` as people say it: second Monday, last Friday. "" where it is something else."""
    said = []
    for part in text.upper().replace(" ", "").split(","):
        found = re.fullmatch(r"([+-]?\d)([A-Z]{2,9})", part)
        if not found or int(found[1]) not in _WHICH or not days_of(found[2]):
            return ""
        said.append(f"{_WHICH[int(found[1])]} {NAMES[days_of(found[2])[0] - 1]}")
    return ", ".join(said)


def _span(text: str) -> list[int]:
    """`mon`, `mondays` or `mon-fri`; over the weekend as well: `sat-mon`."""
    ends = [_DAYS.get(end) or _DAYS.get(end.removesuffix("s")) for end in _DASH.split(text)]
    first, last = ends[0], ends[-1]
    if first is None or last is None or len(ends) > 2:
        return []
    return [(first - 1 + step) % 7 + 1 for step in range((last - first) % 7 + 1)]


def spoken_hours(text: str) -> list[tuple[list[int], str, str]]:
    """Days with their hours, where each word of the text is understood: `Mon-Fri 9am-5pm; Sat
    10-2pm` or `9-5 M-F`. Otherwise nothing."""
    said = " ".join(text.split()).strip(" .")
    if len(said) > 300:
        return []
    if _ALWAYS.fullmatch(said):
        return [([*range(1, 8)], "00:00", "24:00")]
    found = []
    for part in re.split(r"\s*[;\n]\s*|,\s*(?=[A-Z][a-z]+[^,]*\d)", said):
        hours = _of_part(part.strip(" ,."))
        if not hours:
            return []
        found.append(hours)
    return found


def _of_part(part: str) -> tuple[list[int], str, str] | None:
    before = re.fullmatch(rf"({_WORD})[:,]? +({_TIMES})", part)
    after = re.fullmatch(rf"({_TIMES}),? +({_WORD})", part)
    if not before and not after:
        return None
    days, times = (before[1], before[2]) if before else (after[2], after[1]) if after else ("", "")
    span = span_in_words(times)
    on = days_of(days)
    return (on, *span) if span and on else None
