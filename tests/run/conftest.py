"""An installation whose processes may be killed, and a conversation on it."""

import json
from collections.abc import Callable, Iterator

import httpx
import psutil
import pytest

from tests.run.installation import Installation
from tests.run.visitor import Visitor
from tests.waiting import ASK_S, until

LEASE_S = 4
BOOKS = """
import json
from teams.models import Hold
print(json.dumps([[hold.key, hold.state, str(hold.charged or 0)] for hold in Hold.objects.all()]))
"""


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Installation, Visitor]]:
    made = Installation(
        tmp_path_factory.mktemp("kill"),
        STUDIO_ALLOW_FAULTS="1",
        RUN_LEASE_S=str(LEASE_S),
        RUN_SWEEP_S="1",
    )
    made.start()
    try:
        said = made.until(r"^Ctrl-C")
        link = next(line.strip() for line in said if "/accounts/link/" in line)
        visitor = Visitor(made, link)
        yield made, visitor
        visitor.close()
    finally:
        made.remove()


@pytest.fixture
def scene(running: tuple[Installation, Visitor]) -> "Scene":
    return Scene(*running)


class Scene:
    """A fresh conversation on the installation."""

    def __init__(self, installation: Installation, visitor: Visitor) -> None:
        self.installation = installation
        self.visitor = visitor
        self.path = visitor.start_conversation()

    def ask(self, text: str) -> None:
        self.visitor.say(self.path, text)

    def shows(self, *, status: str, tool: str) -> bool:
        calls = self.visitor.export(self.path)["tool_calls"]
        return any(call["tool"] == tool and call["status"] == status for call in calls)

    def percent(self) -> int:
        """How far the furthest open slot is, as the page says."""
        page = self.visitor.http.get(self.path).text
        told = [int(part.split('"')[0]) for part in page.split('aria-valuenow="')[1:]]
        return max(told, default=0)

    def fault(self, kind: str, **options: object) -> None:
        """Have the studio go wrong."""
        address = f"http://127.0.0.1:{self.installation.studio_port}/_studio/faults"
        httpx.post(address, json={"kind": kind, **options}).raise_for_status()

    def is_up(self) -> bool:
        try:
            return self.visitor.http.get(self.path).status_code == 200
        except httpx.HTTPError:
            return False

    def kill(self, name: str) -> psutil.Process:
        """End a process in the middle of its work; one that died before is given the pause before its next start."""
        until(lambda: self.installation.runs(name), seconds=60, what=f"the next start of {name}")
        process = self.installation.child(name)
        process.kill()
        return process

    def wait_for_end(self, seconds: float = 60.0) -> None:
        self.wait(self._ended, what="the end of the run", seconds=seconds)

    def wait(self, true: Callable[[], bool], *, what: str, seconds: float = 20.0) -> None:
        """For something the pages say."""
        until(true, seconds=seconds, what=what, every_s=ASK_S)

    def _ended(self) -> bool:
        try:
            return self.visitor.ended(self.path)
        except httpx.HTTPError:
            return False

    def charged_once(self) -> None:
        """Every call of this conversation is booked under one key, settled, at its cost."""
        export = self.visitor.export(self.path)
        books = {key: (state, charged) for key, state, charged in self.books()}
        for call in export["tool_calls"]:
            state, charged = books[f"call:{call['id']}"]
            assert state == "settled"
            assert float(charged) == pytest.approx(float(call["cost"]))

    def books(self) -> list[list[str]]:
        told: list[list[str]] = json.loads(self.installation.manage(BOOKS))
        return told

    def upstream(self) -> list[dict[str, str]]:
        """The projects the studio knows."""
        address = f"http://127.0.0.1:{self.installation.studio_port}/_studio/state"
        found: list[dict[str, str]] = httpx.get(address).json()["projects"]
        return found
