from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("asks", "0005_kept_links"),
    ]

    operations = [
        migrations.AddField(
            model_name="invitation",
            name="said_no_at",
            field=models.DateTimeField(null=True),
        ),
    ]
