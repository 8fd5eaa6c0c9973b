"""Where things live, and what is refused."""

import os
import pwd
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import environ
import psycopg
import pytest

from sogni_web.run import places, postgres, process
from sogni_web.run.logs import MAX_BYTES, LogFile
from sogni_web.run.supervisor import Supervisor
from tests.studio_server import free_port


@pytest.fixture
def var(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    folder = tmp_path / "Var"
    folder.mkdir(mode=0o700)
    monkeypatch.setenv("SOGNI_WEB_VAR", str(folder))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.delenv("REDIS_URL", raising=False)
    yield folder
    if (folder / "postgres.place").exists():
        shutil.rmtree(places.postgres_home())


def test_servers_that_are_given_are_used(var: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgres://somebody@db/it")
    monkeypatch.setenv("REDIS_URL", "redis://cache/3")
    assert places.database_url() == "postgres://somebody@db/it"
    assert places.redis_url() == "redis://cache/3"
    assert not places.embeds_postgres()
    assert not places.embeds_valkey()


def test_settings_and_libpq_read_the_embedded_address_alike(var: Path) -> None:
    url = places.database_url()
    folder = str(places.postgres_socket_dir())
    read = environ.Env.db_url_config(url)
    assert (read["NAME"], read["USER"], read["OPTIONS"]) == ("sogni", "sogni", {"host": folder})
    assert psycopg.conninfo.conninfo_to_dict(url) == {
        "dbname": "sogni",
        "user": "sogni",
        "host": folder,
    }


@pytest.mark.parametrize(
    ("bind", "address"),
    [
        ("", "http://127.0.0.1:8123"),
        ("0.0.0.0", "http://127.0.0.1:8123"),
        ("192.168.7.2", "http://192.168.7.2:8123"),
        ("::", "http://[::1]:8123"),
    ],
)
def test_the_address_is_one_at_which_the_pages_answer(
    var: Path, monkeypatch: pytest.MonkeyPatch, bind: str, address: str
) -> None:
    monkeypatch.delenv("PUBLIC_URL", raising=False)
    monkeypatch.setenv("PORT", "8123")
    monkeypatch.setenv("BIND", bind)
    assert places.public_url() == address


@pytest.mark.parametrize(
    ("bind", "told", "more"),
    [
        ("", "", []),
        ("0.0.0.0", "", []),
        ("192.168.7.2", "", ["192.168.7.2"]),
        ("fd00::1", "", ["[fd00::1]"]),
        ("0.0.0.0", "https://sogni.example/", ["sogni.example"]),
    ],
)
def test_the_address_people_are_told_is_answered(
    var: Path, monkeypatch: pytest.MonkeyPatch, bind: str, told: str, more: list[str]
) -> None:
    monkeypatch.setenv("PUBLIC_URL", told)
    monkeypatch.setenv("PORT", "8123")
    monkeypatch.setenv("BIND", bind)
    assert places.usual_hosts() == ["127.0.0.1", "localhost", "[::1]", *more]


def test_the_address_of_what_runs_is_known_beside_it(
    var: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("PUBLIC_URL", "PORT"):
        monkeypatch.delenv(name, raising=False)
    places.run_dir().mkdir()
    assert places.public_url() == "http://127.0.0.1:8000"
    with monkeypatch.context() as started:
        started.setenv("PORT", "9000")
        places.note_address()
    assert places.public_url() == "http://127.0.0.1:9000"
    with monkeypatch.context() as told:
        told.setenv("PORT", "9100")
        assert places.public_url() == "http://127.0.0.1:9100"
        told.setenv("PUBLIC_URL", "https://sogni.example/")
        assert places.public_url() == "https://sogni.example"
    places.note_address()  # a start without either, after one that was killed
    assert places.public_url() == "http://127.0.0.1:8000"
    places.forget_address()
    places.forget_address()


def test_a_long_folder_gets_a_short_private_socket(
    var: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    long = var / ("long " * 20).strip()
    monkeypatch.setenv("SOGNI_WEB_VAR", str(long))
    sock = places.valkey_socket()
    assert len(os.fsencode(sock)) <= places.SOCKET_PATH_LIMIT
    assert sock == places.valkey_socket()
    assert not sock.is_relative_to(long)
    sock.parent.mkdir(mode=0o755)
    try:
        with pytest.raises(places.PlaceError, match="open to others"):
            places.valkey_socket()
    finally:
        sock.parent.rmdir()


def test_a_link_in_place_of_a_private_folder_is_refused(var: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir(mode=0o700)
    (var / "valkey").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(places.PlaceError, match="belongs to someone else"):
        places.private_dir(var / "valkey")


def test_the_database_folder_stays_where_the_first_start_put_it(var: Path) -> None:
    chosen = places.settle_postgres_home()
    owner = places.service_user() or pwd.getpwuid(os.geteuid()).pw_name
    assert chosen.stat().st_mode & 0o777 == 0o700
    assert chosen.owner() == owner
    assert places.settle_postgres_home() == places.postgres_home() == chosen


def test_an_emptied_data_folder_does_not_find_the_old_database(var: Path) -> None:
    first = places.settle_postgres_home()
    (var / "postgres.place").unlink()
    if places.service_user() is None:
        pytest.skip("without root the database lies in the data folder itself")
    second = places.settle_postgres_home()
    assert first.exists()
    assert second != first
    shutil.rmtree(first)


@pytest.mark.parametrize("port", ["0", "65536", "-1", "http", "8000 "])
def test_a_port_that_is_none_is_told_so(port: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORT", port)
    with pytest.raises(places.PlaceError, match="PORT must be a port number"):
        places.web_port()


def test_one_port_for_both_is_told_before_anything_starts(
    var: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    port = str(free_port())
    monkeypatch.setenv("PORT", port)
    monkeypatch.setenv("STUDIO_PORT", port)
    code, said = start_in_vain(capsys)
    assert code == 1
    assert said == f"PORT and STUDIO_PORT are both {port}. Give each one of its own.\n"
    assert not (var / "postgres.place").exists()


def test_a_data_folder_that_cannot_be_is_one_sentence(
    var: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (var / "file").touch()
    monkeypatch.setenv("SOGNI_WEB_VAR", str(var / "file" / "data"))
    code, said = start_in_vain(capsys)
    assert code == 1
    assert said == (
        f"The data folder {var / 'file' / 'data'} cannot be used (Not a directory). "
        "Choose another with SOGNI_WEB_VAR.\n"
    )


def start_in_vain(capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    """The exit code of a supervisor that cannot start, and what it said at the terminal."""
    wanted = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
    before = [signal.getsignal(number) for number in wanted]
    try:
        code = Supervisor().run()
    finally:
        for number, handler in zip(wanted, before, strict=True):
            signal.signal(number, handler)
    return code, capsys.readouterr().out


def test_data_of_another_major_version_are_refused(var: Path) -> None:
    data = places.settle_postgres_home() / "data"
    data.mkdir()
    (data / "PG_VERSION").write_text("16\n")
    with pytest.raises(postgres.PostgresError, match=r"written by PostgreSQL 16.*pg_dump"):
        postgres.start(subprocess.DEVNULL)


def test_what_a_killed_predecessor_left_is_ended(tmp_path: Path) -> None:
    left = process.spawn(["sleep", "600"], output=subprocess.DEVNULL)
    process.record(tmp_path, "worker", left.pid, signal.SIGTERM)
    assert process.end_recorded(tmp_path) == ["worker"]
    assert left.wait(10) == -signal.SIGTERM
    assert not list(tmp_path.iterdir())


def test_a_stranger_with_a_reused_number_is_left_alone(tmp_path: Path) -> None:
    stranger = process.spawn(["sleep", "600"], output=subprocess.DEVNULL)
    (tmp_path / "web.pid").write_text(
        f'{{"pid": {stranger.pid}, "started": "long ago", "signal": 15}}'
    )
    (tmp_path / "beat.pid").write_text("half a rec")
    assert process.end_recorded(tmp_path) == []
    assert stranger.poll() is None
    process.end(stranger, signal.SIGTERM)
    assert not list(tmp_path.iterdir())


def test_a_child_that_does_not_stop_is_killed() -> None:
    deaf = "import signal; signal.signal(15, signal.SIG_IGN); print(flush=True); signal.pause()"
    reading, writing = os.pipe()
    child = process.spawn([sys.executable, "-c", deaf], output=writing)
    os.close(writing)
    with open(reading, "rb") as output:
        output.readline()  # it is deaf now
    process.end(child, signal.SIGTERM, patience_s=0.1)
    assert child.returncode == -signal.SIGKILL


def test_warnings_of_a_log_are_shown_once_and_the_rest_is_not(tmp_path: Path) -> None:
    log = LogFile(tmp_path, "web")
    with log.open() as file:
        file.write(b"2025-01-01 10:00:00,000 INFO    chat run=- fine\n")
        file.write(b"2025-01-01 10:00:01,000 WARNING chat run=- look\n")
        file.write(b"2025-01-01 10:00:02,000 ERROR   chat run=- half a li")
        file.flush()
        assert [line.partition("run=- ")[2] for line in log.new_warnings()] == ["look"]
        file.write(b"ne\n")
        file.flush()
        assert [line.partition("run=- ")[2] for line in log.new_warnings()] == ["half a line"]
    assert log.new_warnings() == []


def test_a_log_that_grew_too_large_is_moved_aside(tmp_path: Path) -> None:
    log = LogFile(tmp_path, "web")
    with log.open() as file:
        file.write(b"x" * MAX_BYTES + b"\n")
        file.flush()
        log.new_warnings()
        file.write(b"2025-01-01 10:00:00,000 ERROR   chat run=- after\n")
    assert (tmp_path / "web.log.1").stat().st_size == MAX_BYTES + 1
    assert len(log.new_warnings()) == 1
    assert log.path.stat().st_size < 100
