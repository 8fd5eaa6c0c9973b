"""A page as a tree, and fragments applied to it the way the browser's library does."""

import copy
from typing import cast

from lxml import html
from lxml.html import HtmlElement

SWAP = "hx-swap-oob"


class Page:
    """A rendered page that takes out-of-band fragments."""

    def __init__(self, source: str) -> None:
        self.root = html.document_fromstring(source)

    def apply(self, fragments: str) -> None:
        """Swap every top-level fragment: `true` by id, `delete` by id, `beforeend:#id` appends."""
        for fragment in html.fragments_fromstring(f"<div>{fragments}</div>")[0]:
            how = fragment.attrib.pop(SWAP, None)
            assert how is not None, f"a fragment without a place: {html.tostring(fragment)[:200]!r}"
            assert not fragment.xpath(f".//*[@{SWAP}]"), "marks stand on roots alone"
            if how.startswith("beforeend:#"):
                self._append(how.removeprefix("beforeend:#"), fragment)
            else:
                self._replace(fragment, delete=how == "delete")

    def find(self, name: str) -> HtmlElement | None:
        return self.root.get_element_by_id(name, None)

    def text(self, name: str) -> str:
        found = self.find(name)
        assert found is not None, f"there is no #{name} on the page"
        return " ".join(found.text_content().split())

    def normal(self) -> str:
        """What two views of one state agree on: no times, no tokens, nothing volatile, no cursor."""
        root = copy.deepcopy(self.root)
        for element in root.xpath(
            "//time | //*[@data-volatile] | //input[@name='csrfmiddlewaretoken']"
            " | //input[@name='client_key'] | //head | //script"
        ):
            element.drop_tree()
        for element in root.xpath("//*"):
            for name in ("hx-headers", "data-last-seq"):
                element.attrib.pop(name, None)
        _squeeze(root)
        return cast("str", html.tostring(root, encoding="unicode", pretty_print=True))

    def _append(self, name: str, fragment: HtmlElement) -> None:
        target = self.find(name)
        assert target is not None, f"there is no #{name} to append to"
        for child in list(fragment):
            known = child.get("id")
            assert known is None or self.find(known) is None, f"#{known} is there already"
            target.append(child)

    def _replace(self, fragment: HtmlElement, *, delete: bool) -> None:
        target = self.find(fragment.get("id"))
        if target is None:
            assert delete, f"there is no #{fragment.get('id')} to replace"
            return
        parent = target.getparent()
        if not delete:
            fragment.tail = target.tail
            parent.replace(target, fragment)
        else:
            target.drop_tree()


def _squeeze(root: HtmlElement) -> None:
    """White space between tags is layout of the source, not of the page."""
    for element in root.iter():
        if isinstance(element.tag, str):
            element.text = " ".join((element.text or "").split()) or None
            element.tail = " ".join((element.tail or "").split()) or None
