import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import halved.vault.fields


def end_sessions_of_before(apps, schema_editor):
    """Nothing readable stays of them. Their table does: servers of the version before, which run
    until they are restarted, look into it with every page."""
    store = schema_editor.connection
    if "django_session" in store.introspection.table_names():
        schema_editor.execute("DELETE FROM django_session")


class Migration(migrations.Migration):
    """Sessions in a table of our own."""

    dependencies = [("accounts", "0004_operator")]

    operations = [
        migrations.CreateModel(
            name="Session",
            fields=[
                ("key_hash", models.CharField(max_length=64, primary_key=True, serialize=False)),
                (
                    "content",
                    halved.vault.fields.HouseField(blank=True, default=None, null=True),
                ),
                ("expires_at", models.DateTimeField(db_index=True)),
                (
                    "member",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="sessions",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.RunPython(end_sessions_of_before, migrations.RunPython.noop),
    ]
