import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import halved.vault.fields


class Migration(migrations.Migration):
    """Sessions in a table of our own. Those of before end, so that nothing readable stays of them."""

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
        migrations.RunSQL("DROP TABLE IF EXISTS django_session", migrations.RunSQL.noop),
    ]
