"""Somebody who uses a running installation over HTTP, without a browser."""

import re
import uuid
from typing import Any

import httpx

from tests.run.installation import Installation

TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')


class Visitor:
    """Signed in by the link that a first start or `manage.py signin_link` prints."""

    def __init__(self, installation: Installation, link: str) -> None:
        self.http = httpx.Client(
            base_url=installation.address, timeout=20, follow_redirects=True,
            headers={"Origin": installation.address},
        )  # fmt: skip
        self._post(link, {}, page=link)

    @property
    def token(self) -> str:
        """What forms carry against forgery."""
        found = TOKEN.search(self.http.get("/").raise_for_status().text)
        assert found
        return found[1]

    def start_conversation(self) -> str:
        """The path of a new one."""
        return self.http.get("/new").raise_for_status().url.path

    def upload(self, conversation: str, name: str, data: bytes) -> str:
        """Attach a file to the draft; its id."""
        answer = self._post(
            f"{conversation}uploads", {}, page=conversation, files={"file": (name, data)}
        )
        found = re.search(r'name="upload" value="([^"]+)"', answer.text)
        assert found, answer.text
        return found[1]

    def say(self, conversation: str, text: str, *uploads: str) -> None:
        data = {"text": text, "client_key": str(uuid.uuid4()), "upload": list(uploads)}
        self._post(f"{conversation}send", data, page=conversation)

    def stop(self, conversation: str) -> None:
        self._post(f"{conversation}stop", {}, page=conversation)

    def export(self, conversation: str) -> dict[str, Any]:
        found: dict[str, Any] = (
            self.http.get(f"{conversation}export.json").raise_for_status().json()
        )
        return found

    def ended(self, conversation: str) -> bool:
        """Whether something was asked for and nothing works or waits any more."""
        runs = self.export(conversation)["runs"]
        return bool(runs) and not any(
            run["status"] in ("queued", "running", "waiting_for_user") for run in runs
        )

    def _post(self, path: str, data: dict[str, Any], *, page: str, **more: Any) -> httpx.Response:
        found = TOKEN.search(self.http.get(page).raise_for_status().text)
        assert found, f"{page} has no form"
        answer = self.http.post(path, data={"csrfmiddlewaretoken": found[1], **data}, **more)
        return answer.raise_for_status()

    def close(self) -> None:
        self.http.close()
