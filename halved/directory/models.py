"""Services that one can turn to, of the datasets that were brought in. Nothing here is private."""

import json
import uuid
from typing import cast

from django.db import models

from halved.directory.details import Details
from halved.directory.turning import web
from halved.vault.fields import HouseField


class Dataset(models.Model):
    """One directory of one publisher. Several stand beside each other.

    A new version of it is put down beside what is shown, and shown when it is whole: services with
    a number above `shown_to`, and `Change` rows, are what is not shown yet.
    """

    class State(models.TextChoices):
        WHOLE = "", "all of it is shown"
        BEGUN = "begun", "a new version is put down"  # and dropped, if that ends midway
        SHOWING = "showing", "the new version is whole, and takes the place of the old one"
        GOING = "going", "it is taken away"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    slug = models.SlugField(unique=True)
    name = models.CharField(max_length=200)
    publisher = models.CharField(max_length=200, blank=True)
    licence = models.CharField(max_length=200, blank=True)
    licence_url = models.URLField(max_length=500, blank=True)
    source = models.URLField(max_length=500, blank=True)  # where it is fetched from; "" for a file
    timezone = models.CharField(max_length=64)  # of its opening times
    dated_on = models.DateField(null=True)  # how old the data is, where it says so
    imported_at = models.DateTimeField(null=True)
    services = models.PositiveIntegerField(default=0)
    organizations = models.PositiveIntegerField(default=0)
    locations = models.PositiveIntegerField(default=0)
    flagged = models.PositiveIntegerField(default=0)
    oddities = models.JSONField(default=dict)  # how often each kind of oddity was met
    refresh_days = models.PositiveSmallIntegerField(null=True)
    refresh_at = models.DateTimeField(null=True, db_index=True)
    failed = models.CharField(max_length=200, blank=True)  # why the last try brought nothing
    state = models.CharField(
        max_length=10, choices=State, default=State.WHOLE, db_default="", blank=True
    )
    shown_to = models.BigIntegerField(default=0, db_default=0)
    writer = models.UUIDField(null=True)  # whose turn it is to write: see importing/turns.py
    writing_at = models.DateTimeField(null=True)  # when they last wrote

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def licence_page(self) -> str:
        return web(self.licence_url)

    @property
    def source_page(self) -> str:
        return web(self.source)


class Upload(models.Model):
    """A file that somebody brought, until the worker has read it. Nothing in it is private. It lies
    in the store, so that any worker finds it on any machine."""

    class State(models.TextChoices):
        COMING = "coming", "some of its parts are here"
        WAITING = "waiting", "all of it is here, and to be read"
        DONE = "done", "it is read or given up, and its parts go"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dataset = models.ForeignKey(Dataset, on_delete=models.CASCADE, related_name="uploads")
    name = models.CharField(max_length=200)  # of the list
    called = models.CharField(max_length=80)  # the file
    timezone = models.CharField(max_length=64)
    brought_at = models.DateTimeField()
    state = models.CharField(
        max_length=10, choices=State, default=State.COMING, db_default="waiting"
    )
    reading_at = models.DateTimeField(null=True)  # when whoever reads it last went on
    tries = models.PositiveSmallIntegerField(default=0)

    def __str__(self) -> str:
        return str(self.pk)


class UploadPart(models.Model):
    """A megabyte of it, at most. In the order of their numbers they are the file."""

    upload = models.ForeignKey(Upload, on_delete=models.CASCADE, related_name="parts")
    content = models.BinaryField()

    def __str__(self) -> str:
        return str(self.pk)


class Services(models.QuerySet["Service"]):
    def shown(self) -> "Services":
        return self.filter(pk__lte=models.F("dataset__shown_to"))


class Service(models.Model):
    """Help that an organization gives, at places or from afar."""

    key = models.UUIDField(unique=True)  # for addresses of pages: the same after each import
    dataset = models.ForeignKey(Dataset, on_delete=models.CASCADE, related_name="all_services")
    uid = models.CharField(max_length=200)
    digest = models.CharField(max_length=32)  # of the document
    document = models.TextField()  # Details as JSON

    objects = Services.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["dataset", "uid"], name="one_service_per_uid")
        ]

    def __str__(self) -> str:
        return str(self.key)

    @property
    def details(self) -> Details:
        return cast(Details, json.loads(self.document))


class Change(models.Model):
    """What becomes of a service as soon as the new version of its dataset is shown."""

    service = models.OneToOneField(Service, on_delete=models.CASCADE, primary_key=True)
    dataset = models.ForeignKey(Dataset, on_delete=models.CASCADE, related_name="changes")
    digest = models.CharField(max_length=32)
    document = models.TextField(null=True)  # None: the service is gone

    def __str__(self) -> str:
        return str(self.pk)


class Entry(models.Model):
    """What the search index knows of a service at one of its locations; see terms.py."""

    service = models.ForeignKey(Service, on_delete=models.CASCADE, related_name="entries")
    latitude = models.FloatField(null=True)
    longitude = models.FloatField(null=True)
    place = models.PositiveSmallIntegerField()  # which of the details' locations; 0 is the first
    terms = models.TextField()  # tokens with a space between each

    def __str__(self) -> str:
        return str(self.pk)


class Correction(models.Model):
    """What somebody says is wrong about a service, for the operator. Who says it is not kept."""

    class Kind(models.TextChoices):
        NUMBER = "number", "The number or the address for mail"
        CLOSED = "closed", "They have closed, or do something else now"
        HOURS = "hours", "The opening times"
        PLACE = "place", "Where it is"
        OTHER = "other", "Something else"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dataset = models.ForeignKey(Dataset, on_delete=models.CASCADE, related_name="corrections")
    key = models.UUIDField(db_index=True)  # of the service, which the next import may take away
    kind = models.CharField(max_length=10, choices=Kind.choices)
    words = HouseField()
    sent_at = models.DateTimeField()

    class Meta:
        ordering = ["sent_at"]

    def __str__(self) -> str:
        return str(self.pk)


class Word(models.Model):
    """A word as services write it, so that typing mistakes can be mended."""

    dataset = models.ForeignKey(Dataset, on_delete=models.CASCADE, related_name="words")
    word = models.CharField(max_length=30)
    stem = models.CharField(max_length=30)
    count = models.PositiveIntegerField(default=0)  # services with the stem

    class Meta:
        constraints = [models.UniqueConstraint(fields=["word", "dataset"], name="one_row_per_word")]
        indexes = [models.Index(fields=["stem"], name="word_by_stem")]

    def __str__(self) -> str:
        return str(self.pk)


class Place(models.Model):
    """A town or a postcode that addresses name, and the middle of what is there."""

    dataset = models.ForeignKey(Dataset, on_delete=models.CASCADE, related_name="places")
    name = models.CharField(max_length=70, db_index=True)  # folded: "east st louis"
    region = models.CharField(max_length=70, blank=True)  # folded
    label = models.CharField(max_length=160)  # what people read: "East St Louis, IL"
    token = models.CharField(max_length=70)  # of the index
    latitude = models.FloatField(null=True)
    longitude = models.FloatField(null=True)
    count = models.PositiveIntegerField()  # entries there

    def __str__(self) -> str:
        return str(self.pk)
