"""An admin's change of an allowance, told to open pages. Only a hint: every beat of a socket looks by itself."""

from typing import Any

from django.db import transaction
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver

from chat import doorbell
from teams.models import Allowance, Grant


@receiver((post_save, post_delete), sender=Allowance)
def allowance_changed(instance: Allowance, **_: Any) -> None:
    """Teams know nothing of pages, so it is heard here. Rings after the commit.

    By what the row itself says: when it goes with its person or team, those are gone already.
    """
    team, user = instance.team_id, instance.user_id
    transaction.on_commit(lambda: doorbell.ring_credits(team=team, user=user), robust=True)


@receiver(post_save, sender=Grant)
def granted(instance: Grant, **_: Any) -> None:
    """Extra credits belong to an allowance."""
    allowance_changed(instance.allowance)
