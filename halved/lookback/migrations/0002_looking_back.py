import uuid

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import halved.vault.fields


def check_in():
    return models.ForeignKey(
        null=True,
        on_delete=django.db.models.deletion.SET_NULL,
        related_name="+",
        to="reflection.checkin",
    )


class Migration(migrations.Migration):
    dependencies = [
        ("lookback", "0001_initial"),
        ("reflection", "0003_three_days_later"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RenameField("forecast", "before", "before_asking"),
        migrations.RenameField("forecast", "after", "after_help"),
        migrations.AddField("forecast", "after_asking", check_in()),
        migrations.AddField("forecast", "three_days_later", check_in()),
        migrations.AddField("forecast", "settled_at", models.DateTimeField(null=True)),
        migrations.CreateModel(
            name="Given",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("words", halved.vault.fields.SealedField(blank=True, default=None, null=True)),
                ("whom", halved.vault.fields.SealedField(blank=True, default=None, null=True)),
                ("on", halved.vault.fields.SealedField(blank=True, default=None, null=True)),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "member",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="given",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["-at"],
                "indexes": [
                    models.Index(fields=["member", "-at"], name="lookback_gi_member__210301_idx")
                ],
            },
        ),
    ]
