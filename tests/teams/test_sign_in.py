"""Signing in: by name or e-mail, by a link that works once; guessing is limited."""

import logging
import re
from datetime import timedelta
from functools import partial
from io import StringIO
from pathlib import Path

import pytest
from django.core.cache import cache
from django.core.management import CommandError, call_command
from django.db import OperationalError
from django.test import Client, override_settings
from django.utils import timezone

from sogni_web.redaction import LinkFilter
from teams import links
from teams.models import SignInLink, User
from tests.people import PASSWORD, make_person
from tests.teams.test_quota import at_once

LOGIN = "/accounts/login/"


@pytest.fixture(autouse=True)
def fresh_limits() -> None:
    cache.clear()


def signed_in(client: Client) -> bool:
    return "_auth_user_id" in client.session


def printed(*args: str) -> str:
    out = StringIO()
    call_command("signin_link", *args, stdout=out)
    return out.getvalue().strip()


def path_of(address: str) -> str:
    return "/" + address.split("/", 3)[3]


def test_the_page_has_the_form_and_offers_no_door_that_is_closed(client: Client, db: None) -> None:
    html = client.get(LOGIN).content.decode()
    assert re.search(r'<input[^>]*name="login"', html)
    assert re.search(r'<input[^>]*name="password"', html)
    assert re.search(r"<button[^>]*>Sign in</button>", html)
    assert not re.search(r"sign.?up|passkey|forgot|style=|onclick", html, re.IGNORECASE)


@pytest.mark.parametrize("name", ["alice", "alice@example.org"])
def test_signs_in_by_name_or_email(client: Client, alice: User, name: str) -> None:
    response = client.post(LOGIN, {"login": name, "password": PASSWORD})
    assert response.headers["Location"] == "/"
    assert signed_in(client)


def test_leads_back_to_the_page_that_asked_and_nowhere_else(client: Client, alice: User) -> None:
    form = {"login": "alice", "password": PASSWORD}
    assert client.get("/usage/").headers["Location"] == f"{LOGIN}?next=/usage/"
    assert 'value="/usage/"' in client.get(f"{LOGIN}?next=/usage/").content.decode()
    assert client.post(LOGIN, {**form, "next": "/usage/"}).headers["Location"] == "/usage/"
    client.logout()
    away = client.post(LOGIN, {**form, "next": "https://elsewhere.example/"})
    assert away.headers["Location"] == "/"


def test_refuses_a_wrong_password_in_a_sentence(client: Client, alice: User) -> None:
    response = client.post(LOGIN, {"login": "alice", "password": "wrong"})
    html = response.content.decode()
    assert "This name and password do not belong together." in html
    assert 'value="alice"' in html
    assert "wrong" not in html
    assert not signed_in(client)


def test_a_deactivated_person_cannot_sign_in(client: Client, alice: User) -> None:
    alice.is_active = False
    alice.save(update_fields=["is_active"])
    client.post(LOGIN, {"login": "alice", "password": PASSWORD})
    assert not signed_in(client)


def test_guessing_is_limited_even_when_the_last_guess_is_right(client: Client, alice: User) -> None:
    for _ in range(5):
        client.post(LOGIN, {"login": "alice", "password": "wrong"})
    response = client.post(LOGIN, {"login": "alice", "password": PASSWORD})
    assert "That is a lot at once." in response.content.decode()
    assert not signed_in(client)


@override_settings(ACCOUNT_RATE_LIMITS={"login": "2/m/ip"})
def test_too_many_posts_from_one_address_get_a_page(client: Client, db: None) -> None:
    statuses = [client.post(LOGIN, {"login": "x", "password": "y"}).status_code for _ in range(3)]
    assert statuses == [200, 200, 429]


@override_settings(
    CACHES={
        "default": {
            "BACKEND": "sogni_web.cache.ForgivingCache",
            "LOCATION": "unix:///nowhere/valkey.sock",
        }
    }
)
def test_signing_in_works_while_the_cache_is_away(client: Client, alice: User) -> None:
    client.post(LOGIN, {"login": "alice", "password": "wrong"})
    assert not signed_in(client)
    client.post(LOGIN, {"login": "alice", "password": PASSWORD})
    assert signed_in(client)


def test_nobody_signs_up(client: Client, db: None) -> None:
    form = {"username": "eve", "password1": PASSWORD, "password2": PASSWORD}
    html = client.post("/accounts/signup/", form).content.decode()
    assert "No sign-up here" in html
    assert not User.objects.exists()


@pytest.mark.parametrize("path", ["email/", "password/reset/", "login/code/confirm/", "3rdparty/"])
def test_what_is_not_offered_has_no_address(client: Client, db: None, path: str) -> None:
    assert client.get(f"/accounts/{path}").status_code == 404


def test_signs_out(client: Client, alice: User) -> None:
    client.force_login(alice)
    assert client.get("/accounts/logout/").status_code == 200
    assert signed_in(client)
    assert client.post("/accounts/logout/").headers["Location"] == LOGIN
    assert not signed_in(client)


def test_the_admin_uses_the_same_door(client: Client, alice: User, root: User) -> None:
    assert client.get("/admin/", follow=True).redirect_chain[-1][0].startswith(LOGIN)
    client.force_login(root)
    assert client.get("/admin/").status_code == 200


def test_a_link_shows_a_button_and_signs_in_once(client: Client, root: User) -> None:
    path = path_of(printed())
    for _ in range(2):
        page = client.get(path)
        assert page.status_code == 200
    assert page.headers["Referrer-Policy"] == "strict-origin"
    assert "no-store" in page.headers["Cache-Control"]
    token = path.rstrip("/").rsplit("/", 1)[1]
    before = client.session.session_key
    assert client.post("/accounts/link/", {"token": token}).headers["Location"] == "/"
    assert signed_in(client)
    assert client.session.session_key != before
    other = Client()
    assert other.get(path).status_code == 410
    assert "signin_link" in other.post("/accounts/link/", {"token": token}).content.decode()
    assert not signed_in(other)


def test_the_button_needs_the_page_it_is_on(root: User) -> None:
    strict = Client(enforce_csrf_checks=True)
    token = path_of(printed()).rstrip("/").rsplit("/", 1)[1]
    assert strict.post("/accounts/link/", {"token": token}).status_code == 403
    html = strict.get(f"/accounts/link/{token}/").content.decode()
    csrf = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', html)
    assert csrf is not None
    form = {"token": token, "csrfmiddlewaretoken": csrf[1]}
    assert strict.post("/accounts/link/", form).status_code == 302


@pytest.mark.django_db(transaction=True)
def test_one_link_signs_in_one_of_two_at_once() -> None:
    token = path_of(links.make_link(make_person("alice"))).rstrip("/").rsplit("/", 1)[1]
    clients = [Client() for _ in range(4)]
    at_once([partial(one.post, "/accounts/link/", {"token": token}) for one in clients])
    assert sum(signed_in(one) for one in clients) == 1


def test_an_expired_or_invented_link_says_how_to_get_another(client: Client, root: User) -> None:
    path = path_of(printed())
    now = timezone.now()
    SignInLink.objects.update(created_at=now - timedelta(hours=2), expires_at=now)
    assert client.get(path).status_code == 410
    assert "This link does not work any more" in client.get(path).content.decode()
    assert client.get("/accounts/link/invented/").status_code == 410


def test_a_deactivated_person_cannot_use_a_link(client: Client, alice: User) -> None:
    path = path_of(printed("alice"))
    User.objects.update(is_active=False)
    assert client.get(path).status_code == 410


def test_only_a_digest_of_the_token_is_kept(root: User) -> None:
    token = path_of(printed()).rstrip("/").rsplit("/", 1)[1]
    link = SignInLink.objects.get()
    assert token not in str(vars(link))
    assert len(link.token_hash) == 64


def test_the_first_start_makes_the_owner_once(client: Client, db: None) -> None:
    address = printed("--first")
    owner = User.objects.get()
    assert (owner.username, owner.is_superuser, owner.is_staff) == ("owner", True, True)
    assert not owner.has_usable_password()
    assert client.get(path_of(address)).status_code == 200
    assert printed("--first") == ""
    assert User.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_two_first_starts_at_once_make_one_owner() -> None:
    made = at_once([links.first_owner] * 4)
    assert [type(one) for one in made].count(User) == 1


def test_the_command_says_when_there_is_nobody(db: None) -> None:
    with pytest.raises(CommandError, match="no active superuser"):
        printed()
    with pytest.raises(CommandError, match="named nobody"):
        printed("nobody")


def test_the_owner_sets_a_password_and_signs_in_with_it(client: Client, db: None) -> None:
    printed("--first")
    client.force_login(User.objects.get())
    assert client.get("/accounts/password/change/").headers["Location"] == "/accounts/password/set/"
    assert "Set a password" in client.get("/accounts/password/set/").content.decode()
    form = {"password1": PASSWORD, "password2": PASSWORD}
    assert client.post("/accounts/password/set/", form).headers["Location"] == "/"
    assert signed_in(client)
    fresh = Client()
    fresh.post(LOGIN, {"login": "owner", "password": PASSWORD})
    assert signed_in(fresh)


def test_changing_the_password_asks_for_the_current_one(client: Client, alice: User) -> None:
    client.force_login(alice)
    form = {
        "oldpassword": "wrong",
        "password1": "a new long one 1",
        "password2": "a new long one 1",
    }
    html = client.post("/accounts/password/change/", form).content.decode()
    assert "This is not your current password." in html
    client.post("/accounts/password/change/", {**form, "oldpassword": PASSWORD})
    alice.refresh_from_db()
    assert alice.check_password("a new long one 1")


def test_every_account_page_extends_the_sites_layout() -> None:
    folder = Path(__file__).resolve().parents[2] / "templates" / "account"
    for page in folder.glob("[a-z]*.html"):
        assert '{% extends "account/_layout.html" %}' in page.read_text(), page.name


def test_a_link_that_still_works_stands_in_no_log(
    alice: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = next(one for one in logging.getLogger().handlers if one.name == "stderr")
    said = StringIO()
    monkeypatch.setattr(log, "stream", said)
    path = path_of(links.make_link(alice))
    assert Client(enforce_csrf_checks=True).post(path).status_code == 403
    assert "/accounts/link/…/" in said.getvalue()
    assert path not in said.getvalue()


def test_a_record_whose_words_do_not_fit_is_the_handlers_to_tell_of() -> None:
    record = logging.LogRecord("x", logging.INFO, "x.py", 1, "%d of %d", ("one",), None)
    assert LinkFilter().filter(record)


def test_guessing_is_counted_by_the_address_the_proxy_saw(alice: User) -> None:
    def guess(address: str) -> bool:
        """Whether it was looked at; the last hop is the proxy's word, what stands before is anyone's."""
        answer = Client().post(
            LOGIN,
            {"login": f"nobody{next(names)}", "password": "x"},
            headers={"X-Forwarded-For": f"203.0.113.{next(names)}, {address}"},
        )
        return "That is a lot at once" not in answer.content.decode()

    names = iter(range(1_000))
    with override_settings(ALLAUTH_TRUSTED_PROXY_COUNT=1):
        assert [guess("192.0.2.7") for _ in range(21)] == [True] * 20 + [False]
        assert guess("192.0.2.8")


def test_a_link_without_a_database_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    def away(*_: object, **__: object) -> str:
        raise OperationalError("connection refused")

    monkeypatch.setattr(links, "first_owner", away)
    with pytest.raises(CommandError, match="make run"):
        call_command("signin_link", "--first")


@pytest.mark.django_db
def test_a_form_that_was_open_for_too_long_says_so_and_what_to_do() -> None:
    answer = Client(enforce_csrf_checks=True).post(LOGIN, {"login": "alice", "password": PASSWORD})
    assert answer.status_code == 403
    assert "This page was open for too long, and nothing was sent." in answer.content.decode()
