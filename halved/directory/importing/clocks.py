"""Times of the day as they are written: text in, HH:MM out. Pure."""

import re

_TIME = re.compile(
    r"(?i)(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?s?\.?,? +)?"
    r"(\d{1,2})(?:[:.h]?(\d{2}))?(?::\d{2}(?:\.\d+)?)? ?"
    r"(a\.?m\.?|p\.?m\.?|noon|midnight|uhr|h)?(z|[+-]\d{2}:?\d{2})?"
)
_DATED = re.compile(r"\d{4}-\d\d-\d\d[T ](\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?")
_PLAIN = re.compile(r"([01]\d|2[0-4]):([0-5]\d)(:00)?", re.ASCII)
_WORDS = {"noon": "12:00", "midday": "12:00", "midnight": "00:00"}
_DASH = r" ?(?:-|–|—|to|until|till) ?"
_SPAN = re.compile(rf"(?i)(?:from )?(.{{1,14}}?){_DASH}(.{{1,14}})")


def clock(text: str) -> tuple[str, bool]:
    """HH:MM as a clock there shows it (24:00 is midnight as an end), or ""; and whether it was
    written in another way. A zone behind it is that of the place."""
    said = " ".join(text.split())[:40]
    if found := _PLAIN.fullmatch(said):
        return _made(int(found[1]), int(found[2]), ""), False
    if said.lower() in _WORDS:
        return _WORDS[said.lower()], True
    if found := _DATED.fullmatch(said):
        return found[1], True
    found = _TIME.fullmatch(said)
    if not found or (not found[2] and not found[3]):
        return "", True
    half = (found[3] or "").lower().replace(".", "")
    short = bool(re.fullmatch(r"\d:[0-5]\d(:00)?", said))  # 9:00 is 09:00
    return _made(int(found[1]), int(found[2] or 0), half), not short


def _made(hour: int, minute: int, half: str) -> str:
    if half in ("am", "pm", "noon", "midnight"):
        if not 1 <= hour <= 12:
            return f"{hour:02}:{minute:02}" if half == "pm" and 12 < hour < 24 else ""
        hour = hour % 12 + (12 if half in ("pm", "noon") else 0)
    if minute > 59 or hour > 24 or (hour == 24 and minute):
        return ""
    return f"{hour:02}:{minute:02}"


def span_in_words(text: str) -> tuple[str, str] | None:
    """`9am-5pm`, `9-5pm`, `9 to 5`: as people write it, or None where it is not certain."""
    said = " ".join(text.split()).strip(" .,")
    found = _SPAN.fullmatch(said)
    if not found:
        return None
    first, second = found[1].strip(), found[2].strip()
    opens, closes = _bare(first), _bare(second)
    if opens is not None and closes is not None:  # 9-5: nobody opens from nine at night
        if 7 <= opens < 12 and 1 <= closes <= 6:
            return f"{opens:02}:00", f"{closes + 12:02}:00"
        return None
    if opens is not None:
        return _with_half_of_second(opens, second)
    begins, ends = clock(first)[0], clock(second)[0]
    ends = "24:00" if ends == "00:00" else ends
    if not begins or not ends or (begins >= ends and not (begins >= "12:00" and ends <= "10:00")):
        return None
    return begins, ends


def _bare(text: str) -> int | None:
    return int(text) if re.fullmatch(r"\d{1,2}", text) and 1 <= int(text) <= 12 else None


def _with_half_of_second(opens: int, second: str) -> tuple[str, str] | None:
    """`9-5pm` opens in the morning, `2-5pm` after noon."""
    closes = clock(second)[0]
    if not closes or not re.search(r"(?i)[ap]\.?m", second):
        return None
    both = [f"{hour:02}:00" for hour in (opens % 12, opens % 12 + 12) if f"{hour:02}:00" < closes]
    return (both[-1], closes) if both else None
