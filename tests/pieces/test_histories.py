"""Whatever happens in whatever order, nobody gets what is another's, and nobody is pestered.

A few histories here. `HISTORIES=10000 python -m pytest tests/pieces/test_histories.py` plays ten
thousand.
"""

import os

from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.conftest import contact
from tests.pieces.histories import HERS, ZONES, Histories

COUNT = int(os.environ.get("HISTORIES", "15"))


def test_histories_never_break_a_limit(nia):
    nia.timezone, nia.notice_address = HERS, "nia@example.org"
    nia.save()
    contacts = {
        name: contact(nia, name, email=f"{name.lower()}@example.org", timezone=zone)
        for name, zone in ZONES.items()
    }

    run_state_machine_as_test(
        Histories.of(nia, contacts),
        settings=settings(
            max_examples=COUNT,
            stateful_step_count=40,
            deadline=None,
            database=None,
            phases=(Phase.generate, Phase.shrink),
            report_multiple_bugs=False,
            suppress_health_check=list(HealthCheck),
        ),
    )
