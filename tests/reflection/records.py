"""Records to weigh, in a few words: days are counted back from TODAY."""

from datetime import date, timedelta

from halved.reflection.rules import Cost, Moved, Record, Tried, Weighed, advise

TODAY = date(2027, 3, 31)


def day(ago: int) -> date:
    return TODAY - timedelta(days=ago)


def tried(ago: int, way: str = "a list", moved: Moved = Moved.NO) -> Tried:
    return Tried(day(ago), way, moved)


def failed(times: int, way: str = "a list") -> list[Tried]:
    return [tried(ago, way) for ago in range(times, 0, -1)]


def failed_in_many_ways(times: int) -> list[Tried]:
    return [tried(ago, f"way {ago}") for ago in range(times, 0, -1)]


def weighed(ago: int, weight: int, wish: int | None = None) -> Weighed:
    return Weighed(day(ago), weight, wish)


def cost(ago: int, **levels: int) -> Cost:
    return Cost(day(ago), levels)


def signs(record: Record) -> set[str]:
    """The ids of all signs found in this record."""
    advice = advise(record, TODAY)
    return {sign.id for sign in (*advice.decided, *advice.beside)}
