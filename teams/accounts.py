"""How people get in: no open sign-up, and refusals as plain sentences."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest

_NO_MATCH = "This name and password do not belong together. Check both and try again."


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """django-allauth's questions about this site, answered."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": _NO_MATCH,
        "username_password_mismatch": _NO_MATCH,
        "incorrect_password": "This is not your current password.",
        "enter_current_password": "This is not your current password.",
        "too_many_login_attempts": "That is a lot at once. Try again in five minutes.",
        "account_inactive": "This account is not active.",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Nobody signs up by themselves: accounts are made by the people who run the studio."""
        return False

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        """Back to the conversations once the password is set."""
        return "/"
