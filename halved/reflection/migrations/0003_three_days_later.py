from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("reflection", "0002_notes")]

    operations = [
        migrations.AlterField(
            model_name="checkin",
            name="moment",
            field=models.CharField(
                choices=[
                    ("today", "Today"),
                    ("before_asking", "before asking"),
                    ("after_asking", "after asking"),
                    ("after_help", "after help"),
                    ("three_days_later", "three days later"),
                ],
                default="today",
                max_length=20,
            ),
        ),
    ]
