"""Whether it is alive and ready, told quickly, each dependency by name."""

import socket
import time

import pytest
from django.db import connection
from django.test import Client

from teams.models import User


def test_it_is_ready_and_says_of_what(client: Client, db: None) -> None:
    body = client.get("/readyz").json()
    assert {"ready", "database", "redis", "storage", "service"} == set(body)
    assert (body["database"], body["redis"], body["storage"]) == (True, True, True)
    assert client.get("/healthz").content == b"ok\n"


def test_a_database_that_hangs_is_told_within_seconds(
    client: Client, db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        options = {
            **connection.settings_dict["OPTIONS"],
            "host": "127.0.0.1",
            "port": silent.getsockname()[1],
        }
        monkeypatch.setitem(connection.settings_dict, "OPTIONS", options)
        monkeypatch.setitem(connection.settings_dict, "HOST", "")
        monkeypatch.setitem(connection.settings_dict, "PORT", "")
        began = time.monotonic()
        answer = client.get("/readyz")
    assert time.monotonic() - began < 8
    assert (answer.status_code, answer.json()["database"]) == (503, False)


def test_numbers_are_for_this_machine_and_for_staff(client: Client, alice: User) -> None:
    told = client.get("/metrics")
    assert told["Content-Type"].startswith("text/plain")
    assert b"# TYPE sogni_web_runs gauge" in told.content
    assert client.get("/metrics", REMOTE_ADDR="192.0.2.7").status_code == 404
    through_proxy = {"X-Forwarded-For": "192.0.2.7"}
    assert client.get("/metrics", headers=through_proxy).status_code == 404
    assert client.get("/metrics", headers={"Forwarded": "for=192.0.2.7"}).status_code == 404
    alice.is_staff = True
    alice.save()
    client.force_login(alice)
    assert client.get("/metrics", headers=through_proxy).status_code == 200
