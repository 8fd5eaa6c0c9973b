"""People, the teams they work in, and what may be and has been spent."""

from __future__ import annotations

import uuid
import zoneinfo
from decimal import Decimal

from django.contrib.auth.models import AbstractUser
from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone


def validate_time_zone(name: str) -> None:
    """Refuse anything that is not an IANA zone name such as `Europe/Berlin`."""
    if name not in zoneinfo.available_timezones():
        raise ValidationError(f"There is no time zone named “{name}”.", code="time_zone")


class User(AbstractUser):
    """A person who signs in. Known outside by `uuid`, never by `pk`."""

    class Theme(models.TextChoices):
        SYSTEM = "system", "as the device"
        DARK = "dark", "dark"
        LIGHT = "light", "light"

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    theme = models.CharField(max_length=6, choices=Theme, default=Theme.SYSTEM)

    @property
    def display_name(self) -> str:
        """The full name, or the user name where none was given."""
        return self.get_full_name() or self.username

    @property
    def initials(self) -> str:
        """One or two capitals for the round avatar."""
        words = self.display_name.replace(".", " ").split()
        return "".join(word[0] for word in (words[:1] + words[1:][-1:])).upper()


class Team(models.Model):
    """People who work together. Everybody has a personal team, made on first need."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    name = models.CharField(max_length=120)
    personal_owner = models.OneToOneField(
        User, on_delete=models.CASCADE, null=True, blank=True, related_name="personal_team"
    )
    time_zone = models.CharField(
        max_length=64,
        default="UTC",
        validators=[validate_time_zone],
        help_text="Days and months of its allowances begin at midnight in this zone.",
    )
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    def __str__(self) -> str:
        return self.name


class Membership(models.Model):
    """What one person is in one team. That an owner remains is held by `teams.access`."""

    class Role(models.TextChoices):
        OWNER = "owner", "owner"
        ADMIN = "admin", "admin"
        MEMBER = "member", "member"
        VIEWER = "viewer", "viewer"

    team = models.ForeignKey(Team, on_delete=models.CASCADE, related_name="memberships")
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="memberships")
    role = models.CharField(max_length=6, choices=Role, default=Role.MEMBER)
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        constraints = [
            # One role per person and team: access never has to choose between two rows.
            models.UniqueConstraint(fields=["team", "user"], name="membership_once"),
        ]

    def __str__(self) -> str:
        return f"{self.user} in {self.team}: {self.role}"


class Allowance(models.Model):
    """How many credits may be spent per period: by a person in a team, by a team, by everyone.

    `amount` null means unlimited. The row is also the lock of its scope (see `teams.quota`).
    """

    class Scope(models.TextChoices):
        PERSON = "person", "a person in a team"
        TEAM = "team", "a whole team"
        INSTANCE = "instance", "everyone together"

    class Period(models.TextChoices):
        DAY = "day", "a day"
        MONTH = "month", "a month"
        NEVER = "never", "once, never renewed"

    scope = models.CharField(max_length=8, choices=Scope)
    team = models.ForeignKey(
        Team, on_delete=models.CASCADE, null=True, blank=True, related_name="allowances"
    )
    user = models.ForeignKey(
        User, on_delete=models.CASCADE, null=True, blank=True, related_name="allowances"
    )
    period = models.CharField(max_length=5, choices=Period, default=Period.MONTH)
    amount = models.DecimalField(
        max_digits=18,
        decimal_places=6,
        null=True,
        blank=True,
        validators=[MinValueValidator(Decimal(0))],
        help_text="Credits per period. Empty means unlimited.",
    )

    class Meta:
        constraints = [
            # The scope says which target is set, so a query by target never meets a wrong row.
            models.CheckConstraint(
                condition=Q(scope="person", team__isnull=False, user__isnull=False)
                | Q(scope="team", team__isnull=False, user__isnull=True)
                | Q(scope="instance", team__isnull=True, user__isnull=True),
                name="allowance_scope_target",
                violation_error_message=(
                    "Choose a person and a team for a person, only a team for a team, "
                    "and neither for everyone."
                ),
            ),
            # One row per target and period: two would each let the full amount through.
            models.UniqueConstraint(
                fields=["scope", "team", "user", "period"],
                name="allowance_once",
                nulls_distinct=False,
                violation_error_message="There is already an allowance like this. Change that one.",
            ),
            models.CheckConstraint(
                condition=Q(amount__gte=0), name="allowance_amount_not_negative"
            ),
        ]

    def __str__(self) -> str:
        target = {
            "person": f"{self.user} in {self.team}",
            "team": str(self.team),
            "instance": "everyone",
        }[self.scope]
        amount = "unlimited" if self.amount is None else f"{self.amount.normalize():f}"
        return f"{target}: {amount} for {self.get_period_display()}"


class Grant(models.Model):
    """Extra credits on one allowance for one of its periods, with a reason; never edited, and it keeps its row."""

    allowance = models.ForeignKey(Allowance, on_delete=models.PROTECT, related_name="grants")
    amount = models.DecimalField(
        max_digits=18, decimal_places=6, validators=[MinValueValidator(Decimal("0.000001"))]
    )
    reason = models.CharField(max_length=200)
    by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")
    period_start = models.DateField(help_text="First day of the period it belongs to.")
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(amount__gt=0), name="grant_amount_positive"),
        ]

    def __str__(self) -> str:
        return f"+{self.amount.normalize():f}, {self.reason}"


class Hold(models.Model):
    """One spend: held before the call, then settled to what it cost, or released.

    held → settled | released. A released hold may still be settled (the service charged after
    all) and may be held anew under its key. It belongs to the period of `reserved_at`.
    People and teams with a spend are deactivated, not deleted: spend never changes afterwards.
    """

    class State(models.TextChoices):
        HELD = "held", "held"
        SETTLED = "settled", "settled"
        RELEASED = "released", "given back"

    key = models.CharField(max_length=200)
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="holds")
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="holds")
    held = models.DecimalField(max_digits=18, decimal_places=6)
    charged = models.DecimalField(max_digits=18, decimal_places=6, null=True, blank=True)
    state = models.CharField(max_length=8, choices=State, default=State.HELD)
    note = models.CharField(max_length=200, blank=True)
    reserved_at = models.DateTimeField(default=timezone.now)
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-reserved_at", "-pk"]
        constraints = [
            # The key makes reserve idempotent: a redelivered call finds its own hold.
            models.UniqueConstraint(fields=["key"], name="hold_key_once"),
            models.CheckConstraint(
                condition=Q(state="settled", charged__isnull=False)
                | (~Q(state="settled") & Q(charged__isnull=True)),
                name="hold_charged_iff_settled",
            ),
            models.CheckConstraint(
                condition=Q(held__gte=0) & (Q(charged__isnull=True) | Q(charged__gte=0)),
                name="hold_amounts_not_negative",
            ),
            models.CheckConstraint(
                condition=Q(state="held", closed_at__isnull=True)
                | (~Q(state="held") & Q(closed_at__isnull=False)),
                name="hold_closed_iff_not_held",
            ),
        ]
        indexes = [
            # What a person, a team and everyone spent in a period, summed at every reserve.
            models.Index(fields=["team", "user", "reserved_at"], name="hold_team_user_reserved"),
            models.Index(fields=["reserved_at"], name="hold_reserved"),
            # The sweep of stale holds reads only the open ones.
            models.Index(fields=["reserved_at"], name="hold_open", condition=Q(state="held")),
        ]

    def __str__(self) -> str:
        return f"{self.note or self.key}: {self.state}"


class SignInLink(models.Model):
    """A single-use link that signs one person in. Only a digest of its token is kept.

    unused → used, once; dead after `expires_at`.
    """

    token_hash = models.CharField(max_length=64)
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="sign_in_links")
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["token_hash"], name="sign_in_link_token_once"),
            models.CheckConstraint(
                condition=Q(expires_at__gt=F("created_at")), name="sign_in_link_expires_later"
            ),
        ]

    def __str__(self) -> str:
        return f"for {self.user}, until {self.expires_at:%Y-%m-%d %H:%M}"
