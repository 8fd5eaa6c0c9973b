"""Every public call of the Python SDK has a case that says it covers it, or a reason to be left out."""

import inspect
from typing import Any

from sogni_client import SogniClient
from sogni_client.account import AccountApi
from sogni_client.announcements import AnnouncementsApi
from sogni_client.assets import ReusableUploads
from sogni_client.chat import ChatApi, ChatStream, ChatToolsApi, _Completions, _Hosted, _Runs
from sogni_client.personal_loras import PersonalLoras
from sogni_client.projects import Job, Project, ProjectsApi
from sogni_client.replay import ReplayApi
from sogni_client.stats import StatsApi
from sogni_client.workflows import CreativeWorkflowsApi, CreativeWorkflowTemplatesApi
from sogni_client.worlds import WorldsApi

from tests.studio.conformance.cover import declared

_WALLET = "signed by a wallet; not needed with API keys"
_CHAIN = "moves tokens on a chain; out of scope"
_SHOP = "leads to a payment page; the studio sells nothing"
_SERVICE = "a service of Sogni's own beside the studio; out of scope"
_ALIAS = "another door to a call that has a case"
LEFT_OUT = {
    **dict.fromkeys(
        ["client.account.get_nonce", "client.account.get_wallet", "client.account.create",
         "client.account.login", "client.account.validate_username"], _WALLET),
    **dict.fromkeys(
        ["client.account.rewards", "client.account.claim_rewards", "client.account.withdraw",
         "client.account.deposit", "client.account.approve_token_usage"], _CHAIN),
    **dict.fromkeys(
        ["client.account.set_device_id", "client.account.create_subscription_checkout",
         "client.account.create_subscription_portal_session"], _SHOP),
    **dict.fromkeys(
        ["client.chat.create_completion", "client.chat.create_hosted_completion",
         "client.chat.execute_hosted_tool", "client.chat.create_chat_run", "client.chat.get_chat_run",
         "client.chat.cancel_chat_run", "client.chat.confirm_chat_run_cost",
         "client.chat.stream_chat_run_events", "client.create_instance"], _ALIAS),
}  # fmt: skip
LEFT_OUT_AREAS = dict.fromkeys(
    ("client.stats.", "client.announcements.", "client.replay.", "client.worlds."), _SERVICE
)
AREAS: dict[str, Any] = {
    "client": SogniClient, "client.account": AccountApi, "client.projects": ProjectsApi,
    "client.projects.assets": ReusableUploads, "client.projects.personal_loras": PersonalLoras,
    "project": Project, "job": Job, "client.chat": ChatApi, "client.chat.completions": _Completions,
    "client.chat.hosted": _Hosted, "client.chat.runs": _Runs, "client.chat.tools": ChatToolsApi,
    "stream": ChatStream, "client.workflows": CreativeWorkflowsApi,
    "client.workflows.templates": CreativeWorkflowTemplatesApi, "client.stats": StatsApi,
    "client.announcements": AnnouncementsApi, "client.replay": ReplayApi, "client.worlds": WorldsApi,
}  # fmt: skip


def offered() -> set[str]:
    """The public calls by the path a program writes: each function once, under its snake_case name."""
    return {
        f"{path}.{name}"
        for path, kind in AREAS.items()
        for name, member in vars(kind).items()
        if inspect.isfunction(getattr(member, "__func__", member))
        and not name.startswith("_")
        and name == name.lower()
    }


def test_every_call_has_a_case_or_a_reason() -> None:
    calls, covered = offered(), set(declared())
    out = {one for one in calls if one in LEFT_OUT or one.startswith(tuple(LEFT_OUT_AREAS))}
    assert set(LEFT_OUT) <= calls, sorted(set(LEFT_OUT) - calls)
    assert not covered & out, sorted(covered & out)
    assert calls - covered - out == set()
