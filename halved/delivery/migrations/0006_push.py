import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import halved.vault.fields

KINDS = [
    "ask",
    "reminder",
    "thanks",
    "remark",
    "taken_care",
    "pieces",
    "notice",
    "push",
    "stop",
    "report",
]


class Migration(migrations.Migration):
    dependencies = [
        ("delivery", "0005_stop_and_report"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterField(
            model_name="message",
            name="kind",
            field=models.CharField(
                choices=[(kind, kind.replace("_", " ").title()) for kind in KINDS], max_length=10
            ),
        ),
        migrations.CreateModel(
            name="PushSubscription",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("endpoint", halved.vault.fields.HouseField(blank=True, default=None, null=True)),
                ("endpoint_hash", models.BinaryField(unique=True)),
                ("since", models.DateTimeField()),
                (
                    "member",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="push_subscriptions",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
    ]
