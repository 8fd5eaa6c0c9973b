"""Conversations, the messages in them, and the media sent with a message."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse


class ConversationQuerySet(models.QuerySet["Conversation"]):
    def kept(self) -> "ConversationQuerySet":
        """Those not in the trash."""
        return self.filter(deleted_at=None)

    def touched(self) -> "ConversationQuerySet":
        """Those in which something happened; an untouched one is listed nowhere."""
        return self.filter(last_seq__gt=0)


class Conversation(models.Model):
    """A conversation owns its journal: `last_seq` is the number of the newest entry.

    `folded_to`: foldable entries up to this number may have been swept away.
    """

    class Access(models.TextChoices):
        PRIVATE = "private", "Only the owner"
        TEAM_VIEW = "team_view", "The team can view"
        TEAM_WRITE = "team_write", "The team can write"

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    title = models.CharField(max_length=120, blank=True)
    titled_by_person = models.BooleanField(default=False)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="conversations"
    )
    team = models.ForeignKey("teams.Team", on_delete=models.PROTECT, related_name="conversations")
    access = models.CharField(max_length=12, choices=Access, default=Access.PRIVATE)
    shelf = models.OneToOneField("media.Shelf", on_delete=models.PROTECT, related_name="+")
    last_seq = models.PositiveBigIntegerField(default=0)
    folded_to = models.PositiveBigIntegerField(default=0)
    created_at = models.DateTimeField(auto_now_add=True)
    active_at = models.DateTimeField(auto_now_add=True)
    deleted_at = models.DateTimeField(null=True, blank=True)

    objects = ConversationQuerySet.as_manager()

    class Meta:
        ordering = ("-active_at",)
        indexes = (
            # the sidebar reads a team's newest conversations
            models.Index(fields=("team", "-active_at"), name="conversation_team_active"),
        )

    def __str__(self) -> str:
        return self.title or "New conversation"

    def get_absolute_url(self) -> str:
        return reverse("conversation", args=(self.uuid,))


class Message(models.Model):
    """What a person or the agent said.

    A person's message: queued → posted. `seq` is null while queued; it is the number of the entry that posted it,
    and the order on the page.
    An agent's message: streaming → complete | stopped | restarted. A restarted one (its round was
    cut by a crash) is not shown any more; the next round's message takes its place.
    """

    class Role(models.TextChoices):
        USER = "user"
        ASSISTANT = "assistant"

    class State(models.TextChoices):
        QUEUED = "queued"
        POSTED = "posted"
        STREAMING = "streaming"
        COMPLETE = "complete"
        STOPPED = "stopped"
        RESTARTED = "restarted"

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    conversation = models.ForeignKey(
        Conversation, on_delete=models.CASCADE, related_name="messages"
    )
    role = models.CharField(max_length=10, choices=Role)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    run = models.ForeignKey(
        "chat.Run", on_delete=models.CASCADE, null=True, blank=True, related_name="messages"
    )
    round = models.PositiveSmallIntegerField(null=True, blank=True)
    text = models.TextField(blank=True)
    thinking = models.TextField(blank=True)
    state = models.CharField(max_length=10, choices=State)
    seq = models.PositiveBigIntegerField(null=True, blank=True)
    parent = models.ForeignKey(
        "self", on_delete=models.SET_NULL, null=True, blank=True, related_name="children"
    )
    client_key = models.UUIDField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    completed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("seq", "pk")
        constraints = (
            # a double click or a retry after a dropped connection makes one message
            models.UniqueConstraint(
                fields=("conversation", "client_key"), name="message_client_key_once"
            ),
            # one place on the page each
            models.UniqueConstraint(fields=("conversation", "seq"), name="message_seq_once"),
            models.CheckConstraint(
                condition=Q(role="user", author__isnull=False)
                | Q(role="assistant", run__isnull=False),
                name="message_has_a_speaker",
            ),
            # only a queued message has no place yet
            models.CheckConstraint(
                condition=Q(state="queued", seq__isnull=True)
                | (~Q(state="queued") & Q(seq__isnull=False)),
                name="message_queued_has_no_seq",
            ),
        )

    def __str__(self) -> str:
        return f"{self.role}: {self.text[:40]}"


class Attachment(models.Model):
    """A media item sent with a message, in the order it was attached."""

    message = models.ForeignKey(Message, on_delete=models.CASCADE, related_name="attachments")
    item = models.ForeignKey("media.Item", on_delete=models.PROTECT, related_name="+")
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ("position",)
        constraints = (
            models.UniqueConstraint(
                fields=("message", "position"), name="attachment_position_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.message_id}[{self.position}]"
