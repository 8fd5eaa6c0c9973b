"""Somebody in front of a browser: what they do, and what the browser complains about."""

import re
from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import (
    Browser,
    ConsoleMessage,
    Locator,
    Page,
    Response,
    StorageState,
    expect,
)

from tests.chat.dom import Page as Tree

RUN_MS = 90_000


class Person:
    """One browser context of `name`; `kept` is what another one of theirs held when it was signed in."""

    def __init__(
        self, browser: Browser, address: str, name: str, kept: StorageState | None = None
    ) -> None:
        self.address = address
        self.name = name
        self.complaints: list[str] = []
        self._context = browser.new_context(
            viewport={"width": 1280, "height": 900}, reduced_motion="reduce", storage_state=kept
        )
        self.page = self.open_tab()

    def open_tab(self) -> Page:
        """Another tab of the same browser."""
        page = self._context.new_page()
        page.on("console", self._on_console)
        page.on("pageerror", lambda error: self.complaints.append(f"{self.name}: {error}"))
        page.on("response", self._on_response)
        return page

    def _on_console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(f"{self.name}: {message.text}")

    def _on_response(self, response: Response) -> None:
        if response.status >= 400:
            self.complaints.append(f"{self.name}: {response.status} {response.url}")

    def close(self) -> None:
        self._context.close()

    def sign_in(self, password: str) -> StorageState:
        """By the form; what the browser holds then."""
        self.page.goto(f"{self.address}/accounts/login/")
        self.fill_in(password)
        self.page.wait_for_url("**/c/**")
        return self._context.storage_state()

    def fill_in(self, password: str) -> None:
        """The form of the sign-in page."""
        self.page.locator("input[name=login]").fill(self.name)
        self.page.locator("input[name=password]").fill(password)
        self.page.get_by_role("button", name="Sign in").click()

    def come_back(self) -> None:
        """To the first page, as somebody who is signed in."""
        self.page.goto(self.address)
        self.page.wait_for_url("**/c/**")

    def start_conversation(self) -> str:
        """A new one; its address."""
        self.page.get_by_role("link", name="New conversation").or_(
            self.page.get_by_role("button", name="New conversation")
        ).first.click()
        self.page.wait_for_url("**/c/**")
        expect(self.page.locator("[data-message-id]")).to_have_count(0)
        self.wait_until_live()
        return self.page.url

    def wait_until_live(self, page: Page | None = None) -> None:
        expect((page or self.page).locator("#log")).to_have_attribute("data-connection", "live")

    def attach(self, *files: Path, known: int = 0) -> None:
        """Beside `known` ones that are attached already."""
        self.page.locator("form input[type=file][name=files]").set_input_files(list(files))
        ready = self.page.locator("[data-attachment][data-state=ready]")
        expect(ready).to_have_count(known + len(files), timeout=20_000)

    def say(self, text: str, *, files: Sequence[Path] = ()) -> None:
        """Attach, type, and press Enter; returns when the message stands in the conversation or waits."""
        if files:
            self.attach(*files)
        known = self._sent()
        self.page.get_by_role("textbox", name="Message", exact=True).fill(text)
        self.page.keyboard.press("Enter")
        expect(self.page.get_by_role("textbox", name="Message", exact=True)).to_have_value("")
        self.page.wait_for_function(
            "known => document.querySelectorAll('[data-role=user], [data-queued]').length > known",
            arg=known,
        )

    def _sent(self) -> int:
        return self.page.locator("[data-role=user], [data-queued]").count()

    @property
    def runs(self) -> Locator:
        return self.page.locator("[data-run-id]")

    def wait_for_end(self, status: str = "completed", *, page: Page | None = None) -> None:
        """Until nothing works any more and the newest run ended as `status`."""
        looked_at = page or self.page
        last = looked_at.locator("[data-run-id]").last
        expect(last).to_have_attribute(
            "data-run-status",
            re.compile("completed|partial_failure|failed|cancelled"),
            timeout=RUN_MS,
        )
        expect(last).to_have_attribute("data-run-status", status)

    def media(self, kind: str, index: int) -> Locator:
        """A finished piece in the conversation by its number."""
        return self.page.locator(f"#log [data-media][data-kind={kind}][data-index='{index}']")

    def download(self, piece: Locator, to: Path) -> Path:
        """The piece's file as the page addresses it."""
        href = piece.first.get_attribute("data-href")
        answer = self.page.request.get(f"{self.address}{href}")
        assert answer.ok
        to.write_bytes(answer.body())
        return to

    def seen(self, page: Page | None = None) -> str:
        """The conversation as this page holds it, without what may differ between two views."""
        source = (page or self.page).locator("#log").evaluate("log => log.outerHTML")
        return Tree(source).normal()
