from django.db import migrations, models

import halved.vault.fields


class Migration(migrations.Migration):
    dependencies = [
        ("asks", "0003_answers"),
    ]

    operations = [
        migrations.AddField(
            model_name="ask",
            name="pieces_key",
            field=halved.vault.fields.SealedField(blank=True, default=None, null=True),
        ),
        migrations.AddField(
            model_name="ask",
            name="links_until",
            field=models.DateTimeField(null=True),
        ),
    ]
