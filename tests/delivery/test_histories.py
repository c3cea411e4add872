"""Whatever Nia does in whatever order, over all her asks: nobody is pestered (T22, T23).

A few dozen histories here. `HISTORIES=10000 python -m pytest tests/delivery/test_histories.py`
plays ten thousand.
"""

import os

from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.conftest import contact
from tests.delivery.histories import ZONES, Histories

COUNT = int(os.environ.get("HISTORIES", "30"))


def test_histories_never_pester_anybody(nia):
    class Hers(Histories):
        pass

    Hers.nia = nia
    for name, zone in ZONES.items():
        contact(nia, name, email=f"{name.lower()}@example.org", timezone=zone)

    run_state_machine_as_test(
        Hers,
        settings=settings(
            max_examples=COUNT,
            stateful_step_count=25,
            deadline=None,
            database=None,
            phases=(Phase.generate, Phase.shrink),
            report_multiple_bugs=False,
            suppress_health_check=list(HealthCheck),
        ),
    )
