"""Django admin for people, teams and credits. Holds are read-only: only calls write them."""

from __future__ import annotations

from typing import Any

from allauth.account.decorators import secure_admin_login
from django.contrib import admin, messages
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import Permission
from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.forms import BaseInlineFormSet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from teams import access, quota, wording
from teams.forms import AllowanceForm, TopUpForm
from teams.grants import grant
from teams.models import Allowance, Grant, Hold, Membership, Team, User

# One sign-in page for everybody, with its limits on guessing.
admin.site.login = secure_admin_login(admin.site.login)  # type: ignore[method-assign]
admin.site.site_header = "Sogni Web"
admin.site.site_title = "Sogni Web"
admin.site.index_title = "Administration"


class MembershipInline(admin.TabularInline):  # type: ignore[type-arg]
    model = Membership
    extra = 0
    autocomplete_fields = ("user", "team")


class OwnersStay(BaseInlineFormSet):  # type: ignore[type-arg]
    """Memberships of one person: refuses to take a team its last owner."""

    def clean(self) -> None:
        super().clean()
        if any(self.errors):
            return
        for form in self.initial_forms:
            kept = form.cleaned_data
            was = Membership.objects.select_related("team").filter(pk=form.instance.pk).first()
            if was is None or was.role != Membership.Role.OWNER:
                continue
            stays = kept["role"] == Membership.Role.OWNER and kept["team"] == was.team
            if kept.get("DELETE") or not stays:
                try:
                    access.check_leaving(was)
                except access.Refused as refused:
                    raise ValidationError(f"{was.team}: {refused}", code=refused.code) from refused


class PersonMembershipInline(MembershipInline):
    formset = OwnersStay


RIGHTS = ("is_staff", "is_superuser", "groups", "user_permissions")


def _superuser(request: HttpRequest) -> bool:
    return bool(getattr(request.user, "is_superuser", False))


def _within_reach(request: HttpRequest, person: User | None) -> bool:
    """Nobody changes the name, password or account of somebody who has rights they lack, in use or not."""
    if person is None or _superuser(request):
        return True
    if person.is_superuser:
        return False
    rights = Permission.objects.filter(Q(user=person) | Q(group__user=person))
    named = rights.values_list("content_type__app_label", "codename")
    return all(request.user.has_perm(f"{app}.{codename}") for app, codename in named)


@admin.register(User)
class PersonAdmin(UserAdmin):  # type: ignore[type-arg]
    fieldsets = (*(UserAdmin.fieldsets or ()), ("Interface", {"fields": ("theme",)}))
    inlines = (PersonMembershipInline,)
    list_display = ("username", "email", "first_name", "last_name", "is_active", "is_staff")

    def get_readonly_fields(self, request: HttpRequest, obj: User | None = None) -> tuple[str, ...]:
        """Only a superuser gives rights: whoever may change people would give themselves all."""
        fixed = tuple(super().get_readonly_fields(request, obj))
        return fixed if _superuser(request) else (*fixed, *RIGHTS)

    def has_change_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        return _within_reach(request, obj) and super().has_change_permission(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        return _within_reach(request, obj) and super().has_delete_permission(request, obj)

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        """Deleting several at once asks about none of them."""
        actions = super().get_actions(request)
        if not _superuser(request):
            actions.pop("delete_selected", None)
        return actions


class OwnerRemains(BaseInlineFormSet):  # type: ignore[type-arg]
    """Memberships of one team: refuses to save without an owner."""

    def clean(self) -> None:
        super().clean()
        if any(self.errors):
            return
        Team.objects.select_for_update().filter(pk=self.instance.pk).first()
        kept = [
            form.cleaned_data
            for form in self.forms
            if form.cleaned_data.get("user") and not form.cleaned_data.get("DELETE")
        ]
        owners = {row["user"].pk for row in kept if row["role"] == Membership.Role.OWNER}
        personal = self.instance.personal_owner_id
        if not owners or (personal is not None and personal not in owners):
            raise ValidationError("A team needs its owner. Keep or choose one.", code="last_owner")


class TeamMembershipInline(MembershipInline):
    formset = OwnerRemains


@admin.register(Team)
class TeamAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    list_display = ("name", "personal_owner", "time_zone", "created_at")
    search_fields = ("name", "personal_owner__username")
    autocomplete_fields = ("personal_owner",)
    inlines = (TeamMembershipInline,)


class GrantInline(admin.TabularInline):  # type: ignore[type-arg]
    """What was granted so far. New grants go through the top-up action, with a reason."""

    model = Grant
    extra = 0
    can_delete = False
    readonly_fields = ("amount", "reason", "by", "period_start", "created_at")

    def has_add_permission(self, request: HttpRequest, obj: Allowance | None = None) -> bool:
        return False


@admin.register(Allowance)
class AllowanceAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    form = AllowanceForm
    list_display = ("__str__", "scope", "user", "team", "period", "credits", "left")
    list_filter = ("scope", "period")
    list_select_related = ("user", "team")
    search_fields = ("user__username", "user__email", "team__name")
    autocomplete_fields = ("user", "team")
    inlines = (GrantInline,)
    actions = ("top_up",)

    @admin.display(description="credits", ordering="amount")
    def credits(self, allowance: Allowance) -> str:
        return "unlimited" if allowance.amount is None else wording.credits_text(allowance.amount)

    @admin.display(description="credits left")
    def left(self, allowance: Allowance) -> str:
        left = quota.balance(allowance, timezone.now()).left
        return "unlimited" if left is None else wording.at_most(left)

    @admin.action(description="Give extra credits", permissions=("change",))
    def top_up(self, request: HttpRequest, queryset: QuerySet[Allowance]) -> HttpResponse | None:
        """Ask for an amount and a reason, then grant them on every chosen allowance."""
        form = TopUpForm(request.POST if "give" in request.POST else None)
        if form.is_valid():
            assert isinstance(request.user, User)
            chosen = list(queryset.order_by("pk"))
            for allowance in chosen:
                grant(allowance, by=request.user, **form.cleaned_data)
                self.log_change(request, allowance, f"Extra credits: {form.cleaned_data}")
            self.message_user(request, f"Extra credits given: {len(chosen)}.", messages.SUCCESS)
            return None
        context = {
            **self.admin_site.each_context(request),
            "title": "Give extra credits",
            "opts": self.model._meta,
            "form": form,
            "allowances": queryset,
        }
        return render(request, "admin/teams/top_up.html", context)


@admin.register(Hold)
class HoldAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    list_display = ("reserved_at", "user", "team", "note", "held", "charged", "state")
    list_filter = ("state", "reserved_at")
    list_select_related = ("user", "team")
    search_fields = ("key", "note", "user__username", "team__name")
    date_hierarchy = "reserved_at"

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Hold | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Hold | None = None) -> bool:
        return False
