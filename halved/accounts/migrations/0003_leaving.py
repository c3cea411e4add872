from django.db import migrations, models

import halved.vault.fields


class Migration(migrations.Migration):
    dependencies = [("accounts", "0002_wording")]

    operations = [
        migrations.AddField(
            model_name="member",
            name="leaving",
            field=halved.vault.fields.SealedField(blank=True, default=None, null=True),
        ),
        migrations.AddField(
            model_name="member",
            name="look",
            field=models.CharField(default="halved", max_length=20),
        ),
    ]
