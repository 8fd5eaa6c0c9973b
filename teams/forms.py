"""Input from people: the theme, the team to look at, allowances and extra credits."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django import forms

from teams.models import Allowance, User


class ThemeForm(forms.Form):
    """One of the three themes."""

    theme = forms.ChoiceField(choices=User.Theme.choices)


class AllowanceForm(forms.ModelForm):  # type: ignore[type-arg]
    """An allowance in the admin. Locks its row, so that no spend is weighed against both values.

    Must run inside a transaction, as the admin's pages do.
    """

    class Meta:
        model = Allowance
        fields = ("scope", "team", "user", "period", "amount")

    def clean(self) -> dict[str, Any] | None:
        if self.instance.pk is not None:
            Allowance.objects.select_for_update().get(pk=self.instance.pk)
        return super().clean()


class TopUpForm(forms.Form):
    """Extra credits for the running period of every chosen allowance, with the reason."""

    amount = forms.DecimalField(
        min_value=Decimal("0.000001"), max_digits=18, decimal_places=6, label="Extra credits"
    )
    reason = forms.CharField(max_length=200)
