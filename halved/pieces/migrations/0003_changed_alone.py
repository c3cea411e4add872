from django.db import migrations, models
from django.db.models import F


def note_what_was_changed(apps, schema_editor):
    """Until now a change was always of one piece alone."""
    changed = apps.get_model("pieces", "Piece").objects.filter(revision__gt=0)
    changed.update(recurrence_at=F("starts_at"))


class Migration(migrations.Migration):
    dependencies = [("pieces", "0002_calendars")]

    operations = [
        migrations.AddField(
            model_name="piece",
            name="recurrence_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.RunPython(note_what_was_changed, migrations.RunPython.noop, elidable=True),
    ]
