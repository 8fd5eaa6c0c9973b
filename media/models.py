"""Bytes once, numbered for good: blobs and their renditions, shelves, items, and uploads not sent yet."""

import time
import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q


def now_us() -> int:
    """Microseconds since 1970."""
    return time.time_ns() // 1000


class Kind(models.TextChoices):
    IMAGE = "image"
    VIDEO = "video"
    AUDIO = "audio"
    MODEL = "model"


class Blob(models.Model):
    """A file, stored once under its sha-256. The bytes are there before the row is.

    `duration_s` in seconds; `width`, `height` in pixels as shown upright. `created_at`: when these bytes last came in;
    what nothing refers to is swept a day later.
    """

    sha256 = models.CharField(max_length=64, unique=True)
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=5, choices=Kind)
    mime = models.CharField(max_length=80)
    size_bytes = models.PositiveBigIntegerField()
    width = models.PositiveIntegerField(null=True, blank=True)
    height = models.PositiveIntegerField(null=True, blank=True)
    duration_s = models.FloatField(null=True, blank=True)
    fps = models.FloatField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"{self.kind} {self.sha256[:12]}"


class Rendition(models.Model):
    """A file made from a blob: what pages show, or what the tools are given instead of it."""

    class Purpose(models.TextChoices):
        THUMBNAIL = "thumbnail"
        POSTER = "poster"
        WAVEFORM = "waveform"
        TOOL = "tool"

    blob = models.ForeignKey(Blob, on_delete=models.CASCADE, related_name="renditions")
    purpose = models.CharField(max_length=10, choices=Purpose)
    name = models.CharField(max_length=140)
    mime = models.CharField(max_length=80)
    size_bytes = models.PositiveBigIntegerField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("blob", "purpose"), name="rendition_purpose_once"),
        )

    def __str__(self) -> str:
        return f"{self.purpose} of {self.blob_id}"


class Shelf(models.Model):
    """The numbering of one conversation. Its row is locked while indices are given."""

    created_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"shelf {self.pk}"


class Item(models.Model):
    """A numbered place on a shelf: generated 0, 1, 2 …, uploads −1, −2 …, per kind, never reused.

    pending → ready | failed | withheld; failed and withheld → pending by a retry; any → retired by a person.
    A redo of a ready item is another row with the same index and the next version.
    """

    class Origin(models.TextChoices):
        GENERATED = "generated"
        UPLOADED = "uploaded"

    class State(models.TextChoices):
        PENDING = "pending"
        READY = "ready"
        FAILED = "failed"
        WITHHELD = "withheld"
        RETIRED = "retired"

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    shelf = models.ForeignKey(Shelf, on_delete=models.PROTECT, related_name="items")
    kind = models.CharField(max_length=5, choices=Kind)
    origin = models.CharField(max_length=9, choices=Origin)
    index = models.IntegerField()
    version = models.PositiveSmallIntegerField(default=1)
    state = models.CharField(max_length=8, choices=State, default=State.PENDING)
    blob = models.ForeignKey(
        Blob, on_delete=models.PROTECT, null=True, blank=True, related_name="items"
    )
    name = models.CharField(max_length=200, blank=True)
    tool = models.CharField(max_length=60, blank=True)
    prompt = models.TextField(blank=True)
    model_id = models.CharField(max_length=120, blank=True)
    seed = models.BigIntegerField(null=True, blank=True)
    cost = models.DecimalField(max_digits=18, decimal_places=6, null=True, blank=True)
    expected_width = models.PositiveIntegerField(null=True, blank=True)
    expected_height = models.PositiveIntegerField(null=True, blank=True)
    facts = models.JSONField(default=dict, blank=True)
    reason = models.CharField(max_length=300, blank=True)
    sources = models.ManyToManyField("self", symmetrical=False, related_name="made", blank=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    created_at = models.DateTimeField(auto_now_add=True)
    retired_at = models.DateTimeField(null=True, blank=True)
    retired_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ("pk",)
        constraints = (
            # an index is given once; a redo is the next version of it
            models.UniqueConstraint(
                fields=("shelf", "kind", "index", "version"), name="item_index_once"
            ),
            # people and agent tell uploads from results by the sign
            models.CheckConstraint(
                condition=Q(origin="generated", index__gte=0) | Q(origin="uploaded", index__lt=0),
                name="item_sign_tells_origin",
            ),
            # a finished item has its bytes, an unfinished one has none
            models.CheckConstraint(
                condition=Q(state="ready", blob__isnull=False)
                | Q(state__in=("pending", "failed", "withheld"), blob__isnull=True)
                | Q(state="retired"),
                name="item_ready_has_blob",
            ),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.index}"

    @property
    def width(self) -> int | None:
        """Pixels: of the file, or promised."""
        return self.blob.width if self.blob and self.blob.width else self.expected_width

    @property
    def height(self) -> int | None:
        """Pixels: of the file, or promised."""
        return self.blob.height if self.blob and self.blob.height else self.expected_height

    @property
    def is_ready(self) -> bool:
        return self.state == Item.State.READY


class Upload(models.Model):
    """A file a person attached to a draft (`draft_key`: the conversation's id) and has not sent yet.

    `item` is set when its message is sent; from then on the item speaks for it. `place` orders the files of a draft:
    when its person picked it, in microseconds since 1970 on their clock.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="uploads"
    )
    draft_key = models.UUIDField(db_index=True)
    blob = models.ForeignKey(Blob, on_delete=models.PROTECT, related_name="uploads")
    name = models.CharField(max_length=200)
    item = models.OneToOneField(
        Item, on_delete=models.CASCADE, null=True, blank=True, related_name="upload"
    )
    place = models.BigIntegerField(default=now_us)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("place", "pk")

    def __str__(self) -> str:
        return self.name
