"""What may be spent, as a person and an admin see it."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.journeys.person import Person

pytestmark = pytest.mark.journey


def test_what_an_admin_allows_stands_on_the_open_page_in_a_moment(
    enter: Callable[[str], Person],
) -> None:
    charlie, root = enter("charlie"), enter("root")
    charlie.start_conversation()
    left = charlie.page.locator("[data-credits-left]")
    for amount, said in (("0", "0 left"), ("150.5", "150 "), ("", "credits, no limit")):
        root.page.goto(f"{root.address}/admin/teams/allowance/?q=charlie")
        root.page.locator("#result_list tbody th a").first.click()
        root.page.get_by_label("Amount").fill(amount)
        root.page.get_by_role("button", name="Save", exact=True).click()
        expect(left).to_contain_text(said, timeout=5_000)
