"""A new version's store must do for the version before, which runs beside it for a while."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.apps import apps
from django.db import migrations
from django.db.migrations.loader import MigrationLoader
from django.db.models import NOT_PROVIDED

# The last one of each app in the version that `make bench-cluster` comes from.
BEFORE = {
    "accounts": "0004_operator",
    "asks": "0006_said_no",
    "circle": "0003_enquiries",
    "delivery": "0006_push",
    "limits": "0001_initial",
    "lookback": "0002_looking_back",
    "pieces": "0003_changed_alone",
    "reflection": "0003_three_days_later",
    "safety": "0001_initial",
}
ONLY_ADDS = (migrations.CreateModel, migrations.AddIndex, migrations.RunPython)


def since() -> Iterator[tuple[str, Any]]:
    """Each step that came after, beside the migration it stands in."""
    for (app, name), migration in sorted(MigrationLoader(None).disk_migrations.items()):
        ours = apps.get_app_config(app).name.startswith("halved.")
        if ours and name > BEFORE.get(app, ""):
            made = {one.name for one in migration.operations if hasattr(one, "options")}
            for step in migration.operations:
                if getattr(step, "model_name", "") not in {name.lower() for name in made}:
                    yield f"{app}.{name}", step


def may_stay_empty(field: Any) -> bool:
    """The version before writes rows without it."""
    return field.null or field.many_to_many or field.db_default is not NOT_PROVIDED


def is_safe(step: Any) -> bool:
    adds = isinstance(step, migrations.AddField) and may_stay_empty(step.field)
    return adds or isinstance(step, ONLY_ADDS)


def test_a_new_version_only_adds_to_the_store():
    steps = list(since())

    unsafe = [f"{where}: {step.describe()}" for where, step in steps if not is_safe(step)]

    assert len(steps) > 10
    assert not unsafe, "Put this into a later version, or say in CHANGELOG.md what must stop first."


@pytest.mark.parametrize(
    "step",
    [
        migrations.RemoveField("ask", "words"),
        migrations.DeleteModel("Ask"),
        migrations.RenameField("ask", "words", "text"),
        migrations.RunSQL("DROP TABLE asks_ask"),
    ],
    ids=lambda step: type(step).__name__,
)
def test_what_the_version_before_misses_is_not_safe(step):
    assert not is_safe(step)
