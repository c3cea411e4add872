import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import halved.vault.fields


class Migration(migrations.Migration):
    dependencies = [("accounts", "0005_sessions")]

    operations = [
        migrations.CreateModel(
            name="Passkey",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("id_hash", models.BinaryField(unique=True)),
                (
                    "credential",
                    halved.vault.fields.HouseField(blank=True, default=None, null=True),
                ),
                ("name", halved.vault.fields.SealedField(blank=True, default=None, null=True)),
                ("room", models.BinaryField(null=True)),
                (
                    "member",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="passkeys",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
    ]
