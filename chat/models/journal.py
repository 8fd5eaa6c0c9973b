"""The journal: what happened in a conversation, numbered without gaps."""

from django.db import models


class Event(models.Model):
    """One entry. Written by `chat.journal` only, under the conversation's lock; read by sockets.

    `type` is one of `chat.events.EventType`; `payload` is its TypedDict from `chat.events`.
    """

    conversation = models.ForeignKey(
        "chat.Conversation", on_delete=models.CASCADE, related_name="events"
    )
    seq = models.PositiveBigIntegerField()
    type = models.CharField(max_length=40)
    run = models.ForeignKey(
        "chat.Run", on_delete=models.CASCADE, null=True, blank=True, related_name="events"
    )
    payload = models.JSONField(default=dict)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("seq",)
        constraints = (
            # the cursor of every reader; also the index that catch-up reads by
            models.UniqueConstraint(fields=("conversation", "seq"), name="event_seq_once"),
        )

    def __str__(self) -> str:
        return f"{self.seq} {self.type}"
