"""Single-use sign-in links: made on the command line, used once, dead after a while."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from datetime import timedelta

from django.conf import settings
from django.db import connection, transaction
from django.urls import reverse
from django.utils import timezone

from teams.models import SignInLink, User

LIFETIME = timedelta(hours=1)
FIRST_LIFETIME = timedelta(hours=24)


def make_link(user: User, *, lifetime: timedelta = LIFETIME) -> str:
    """The full address of a new link for the person. Only the digest of its token is stored."""
    token = secrets.token_urlsafe(32)
    now = timezone.now()
    SignInLink.objects.create(
        token_hash=_digest(token), user=user, created_at=now, expires_at=now + lifetime
    )
    return f"{settings.PUBLIC_URL}{reverse('teams:link', args=[token])}"


def first_owner() -> User | None:
    """Make the owner account, exactly once: None when anybody exists already.

    Safe to call at the same time: the table is locked while it looks and writes.
    """
    with transaction.atomic():
        with connection.cursor() as cursor:
            table = connection.ops.quote_name(User._meta.db_table)
            cursor.execute(f"LOCK TABLE {table} IN SHARE ROW EXCLUSIVE MODE")
        if User.objects.exists():
            return None
        return User.objects.create_superuser("owner", first_name="Owner")


def find_link(token: str) -> SignInLink | None:
    """The link if it can still be used; looks only."""
    digest = _digest(token)
    link = SignInLink.objects.select_related("user").filter(token_hash=digest).first()
    if link is None or not hmac.compare_digest(link.token_hash, digest):
        return None
    usable = link.used_at is None and link.expires_at > timezone.now() and link.user.is_active
    return link if usable else None


def use_link(token: str) -> User | None:
    """Use the link up and return whom it signs in; None when it cannot be used (any more).

    Of two calls at once one gets the person: the row is locked while it is looked at and marked.
    """
    with transaction.atomic():
        SignInLink.objects.select_for_update().filter(token_hash=_digest(token)).first()
        link = find_link(token)
        if link is None:
            return None
        link.used_at = timezone.now()
        link.save(update_fields=["used_at"])
        return link.user


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
