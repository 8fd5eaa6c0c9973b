"""Runs of the agent, the tool calls they make, and the output slots of a call."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q

ACTIVE = ("queued", "running", "waiting_for_user")


class RunQuerySet(models.QuerySet["Run"]):
    def active(self) -> "RunQuerySet":
        """Queued, running or waiting for a person."""
        return self.filter(status__in=ACTIVE)


class Run(models.Model):
    """One answer of the agent. The row is the queue: a worker claims it by a conditional update.

    queued → running → completed | partial_failure | failed | cancelled; running → queued when its worker hands it
    over. `completed`: the agent gave its final answer, whatever single calls did;
    `partial_failure`: it did not, but outputs were kept; `failed`: neither.
    `lease_until`: while in the future the run belongs to `lease_owner`. `stopped_by`: who pressed Stop.
    `seq`: the number of the entry that made it, its place on the page.
    `kind`: `answer` drives the model; `retry` only makes one failed slot again.
    `attempts`: how often it was claimed, which also tells one claim from the next; `hand_overs`: how many of those
    ended with a worker that stopped in order.
    """

    class Status(models.TextChoices):
        QUEUED = "queued"
        RUNNING = "running"
        WAITING_FOR_USER = "waiting_for_user"
        COMPLETED = "completed"
        PARTIAL_FAILURE = "partial_failure"
        FAILED = "failed"
        CANCELLED = "cancelled"

    class Kind(models.TextChoices):
        ANSWER = "answer"
        RETRY = "retry"

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    conversation = models.ForeignKey(
        "chat.Conversation", on_delete=models.CASCADE, related_name="runs"
    )
    kind = models.CharField(max_length=8, choices=Kind, default=Kind.ANSWER)
    status = models.CharField(max_length=16, choices=Status, default=Status.QUEUED)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    message = models.ForeignKey(
        "chat.Message", on_delete=models.CASCADE, null=True, blank=True, related_name="runs"
    )
    seq = models.PositiveBigIntegerField()
    round = models.PositiveSmallIntegerField(default=0)
    attempts = models.PositiveSmallIntegerField(default=0)
    hand_overs = models.PositiveSmallIntegerField(default=0)
    engine = models.CharField(max_length=12, default="worker")
    service = models.CharField(max_length=12)
    lease_owner = models.CharField(max_length=80, blank=True)
    lease_until = models.DateTimeField(null=True, blank=True)
    stopped_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    reason = models.CharField(max_length=300, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    started_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = RunQuerySet.as_manager()

    class Meta:
        ordering = ("pk",)
        constraints = (
            # one run at a time in a conversation
            models.UniqueConstraint(
                fields=("conversation",), condition=Q(status__in=ACTIVE), name="run_active_once"
            ),
        )
        indexes = (
            # the sweep looks for queued runs and lapsed leases
            models.Index(
                fields=("status", "lease_until"),
                condition=Q(status__in=("queued", "running")),
                name="run_claimable",
            ),
        )

    def __str__(self) -> str:
        return f"run {self.uuid} {self.status}"

    @property
    def is_active(self) -> bool:
        return self.status in ACTIVE


class ToolCall(models.Model):
    """One call of a tool.

    queued → running → done | failed | cancelled; done when any slot is good. `submission` guards the remote job:
    none → submitting (the row knows app id and operation id before anything is sent) → submitted (remote id
    known) → closed. After a crash in `submitting` the worker looks for the operation upstream before it submits
    again. `error` is a sentence for the person; `result` is what the model is told.
    """

    class Status(models.TextChoices):
        QUEUED = "queued"
        RUNNING = "running"
        WAITING = "waiting"
        DONE = "done"
        FAILED = "failed"
        CANCELLED = "cancelled"

    class Submission(models.TextChoices):
        NONE = "none"
        SUBMITTING = "submitting"
        SUBMITTED = "submitted"
        CLOSED = "closed"

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    run = models.ForeignKey(Run, on_delete=models.CASCADE, related_name="tool_calls")
    round = models.PositiveSmallIntegerField()
    position = models.PositiveSmallIntegerField()
    seq = models.PositiveBigIntegerField()
    call_id = models.CharField(max_length=120)
    name = models.CharField(max_length=60)
    arguments = models.JSONField(default=dict)
    status = models.CharField(max_length=10, choices=Status, default=Status.QUEUED)
    submission = models.CharField(max_length=10, choices=Submission, default=Submission.NONE)
    app_id = models.CharField(max_length=80, blank=True)
    operation_id = models.CharField(max_length=80, blank=True)
    remote_id = models.CharField(max_length=80, blank=True)
    submitted_at = models.DateTimeField(null=True, blank=True)
    hold = models.ForeignKey(
        "teams.Hold", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    estimate = models.DecimalField(max_digits=18, decimal_places=6, null=True, blank=True)
    cost = models.DecimalField(max_digits=18, decimal_places=6, null=True, blank=True)
    error = models.CharField(max_length=500, blank=True)
    result = models.JSONField(null=True, blank=True)
    # a retry makes slots that are shown in the tray of an earlier call
    shown = models.BooleanField(default=True)
    created_at = models.DateTimeField(auto_now_add=True)
    started_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("run", "round", "position")
        constraints = (
            # a restarted worker finds the call it made before
            models.UniqueConstraint(
                fields=("run", "round", "position"), name="tool_call_position_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.name} {self.status}"

    @property
    def is_open(self) -> bool:
        return self.status in ("queued", "running", "waiting")


class ToolOutput(models.Model):
    """One output slot of a call and the media item it fills.

    `call` is the tray it is shown in, `maker` the call that makes it now (another one after a retry).
    `percent` 0–100 or null when the share is unknown; `eta_at` the expected end; `heard_at` the last word of
    the service; `preview` a token of `media.intake`, never a provider's address.
    """

    call = models.ForeignKey(ToolCall, on_delete=models.CASCADE, related_name="outputs")
    maker = models.ForeignKey(ToolCall, on_delete=models.CASCADE, related_name="makes")
    position = models.PositiveSmallIntegerField()
    item = models.ForeignKey("media.Item", on_delete=models.PROTECT, related_name="+")
    label = models.CharField(max_length=120, blank=True)
    prompt = models.TextField(blank=True)
    status = models.CharField(
        max_length=10, choices=ToolCall.Status, default=ToolCall.Status.QUEUED
    )
    percent = models.PositiveSmallIntegerField(null=True, blank=True)
    step = models.CharField(max_length=120, blank=True)
    queue_position = models.PositiveSmallIntegerField(null=True, blank=True)
    eta_at = models.DateTimeField(null=True, blank=True)
    preview = models.CharField(max_length=80, blank=True)
    reason = models.CharField(max_length=300, blank=True)
    cost = models.DecimalField(max_digits=18, decimal_places=6, null=True, blank=True)
    heard_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("call", "position")
        constraints = (
            models.UniqueConstraint(fields=("call", "position"), name="tool_output_position_once"),
        )

    def __str__(self) -> str:
        return f"slot {self.position} {self.status}"

    @property
    def is_open(self) -> bool:
        return self.status in ("queued", "running", "waiting")
