"""Asks by e-mail, on a clock of the test's, in this process."""

from datetime import UTC, datetime, timedelta

from django.utils import timezone

from halved import worker

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
# Tomorrow at ten, in UTC: links of such asks are still good for the pages, whose clock is real.
MORNING = timezone.now().astimezone(UTC).replace(hour=10, minute=0, second=0, microsecond=0) + DAY


def run_worker(at: datetime) -> None:
    """What a worker does at one moment, until there is nothing left to do."""
    while worker.one_pass(lambda: at):
        pass
