"""The index over the terms of entries, and the words and places of each dataset.

It follows the table of entries by itself, whoever deletes there. A later migration that remakes
that table on SQLite loses the triggers, and has to make them again.
"""

import django.db.models.deletion
from django.db import migrations, models

SQLITE = [
    # Tokens are ours: everything but a space belongs to one.
    """CREATE VIRTUAL TABLE directory_terms USING fts5(
        terms, content='directory_entry', content_rowid='id', detail=none, columnsize=0,
        tokenize="ascii tokenchars '_.-'"
    )""",
    """CREATE TRIGGER directory_terms_insert AFTER INSERT ON directory_entry BEGIN
        INSERT INTO directory_terms (rowid, terms) VALUES (new.id, new.terms);
    END""",
    """CREATE TRIGGER directory_terms_delete AFTER DELETE ON directory_entry BEGIN
        INSERT INTO directory_terms (directory_terms, rowid, terms)
        VALUES ('delete', old.id, old.terms);
    END""",
    """CREATE TRIGGER directory_terms_update AFTER UPDATE OF id, terms ON directory_entry BEGIN
        INSERT INTO directory_terms (directory_terms, rowid, terms)
        VALUES ('delete', old.id, old.terms);
        INSERT INTO directory_terms (rowid, terms) VALUES (new.id, new.terms);
    END""",
]
POSTGRESQL = [
    """CREATE INDEX directory_terms ON directory_entry
    USING gin (array_to_tsvector(string_to_array(terms, ' ')))"""
]
DROPPED = {
    "sqlite": [
        "DROP TRIGGER directory_terms_insert",
        "DROP TRIGGER directory_terms_delete",
        "DROP TRIGGER directory_terms_update",
        "DROP TABLE directory_terms",
    ],
    "postgresql": ["DROP INDEX directory_terms"],
}


def make(apps, schema_editor):
    made = {"sqlite": SQLITE, "postgresql": POSTGRESQL}
    for statement in made[schema_editor.connection.vendor]:
        schema_editor.execute(statement, params=None)


def drop(apps, schema_editor):
    for statement in DROPPED[schema_editor.connection.vendor]:
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [("directory", "0001_initial")]

    operations = [
        migrations.CreateModel(
            name="Place",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(db_index=True, max_length=70)),
                ("region", models.CharField(blank=True, max_length=70)),
                ("label", models.CharField(max_length=160)),
                ("token", models.CharField(max_length=70)),
                ("latitude", models.FloatField(null=True)),
                ("longitude", models.FloatField(null=True)),
                ("count", models.PositiveIntegerField()),
                (
                    "dataset",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="places",
                        to="directory.dataset",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Word",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("word", models.CharField(max_length=30)),
                ("stem", models.CharField(max_length=30)),
                ("count", models.PositiveIntegerField(default=0)),
                (
                    "dataset",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="words",
                        to="directory.dataset",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["stem"], name="word_by_stem")],
                "constraints": [
                    models.UniqueConstraint(fields=("word", "dataset"), name="one_row_per_word")
                ],
            },
        ),
        migrations.RunPython(make, drop),
    ]
