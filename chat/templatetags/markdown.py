"""Markdown as safe HTML: the only place that marks somebody's text as safe.

A remote picture is a way to carry secrets out (its address is fetched without a click), so nothing
but a link may name an address: `a[href]` with http, https or mailto. Mentions such as "image 3" become buttons.
"""

import re
from collections.abc import Callable
from html import escape

import nh3
from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore

from chat.templatetags.words import index_text

register = template.Library()

_MARKDOWN = MarkdownIt("commonmark", {"html": False, "breaks": True}).enable(
    ["table", "strikethrough"]
)


def _alignment(state: StateCore) -> None:
    """How a column stands, as an attribute: styles in a page are not let through."""
    for token in state.tokens:
        if token.type in ("th_open", "td_open") and (style := token.attrs.pop("style", None)):
            token.attrs["align"] = str(style).removeprefix("text-align:")


_MARKDOWN.core.ruler.push("alignment", _alignment)
_ALIGNED = {"center", "right"}
_TAGS = {
    *("p", "br", "strong", "em", "s", "code", "pre", "blockquote", "hr", "a"),
    *("ul", "ol", "li", "h1", "h2", "h3", "h4", "h5", "h6"),
    *("table", "thead", "tbody", "tr", "th", "td"),
}
_ATTRIBUTES = {"a": {"href", "title"}, "ol": {"start"}, "th": {"align"}, "td": {"align"}}
_SCHEMES = {"http", "https", "mailto"}
_KINDS = "image|video|audio|model"
_REFERENCE = re.compile(
    rf"@?\b({_KINDS})\s+#?([\u2212\u2013-]?\d{{1,4}})(?![\w%]|[.,]\d)", re.IGNORECASE
)
_PIECES = re.compile(r"(<[^>]*>)")
_HEADING = re.compile(r"<(/?)h([1-6])\b")


@register.filter
def markdown(text: str) -> SafeString:
    """Safe HTML of a whole Markdown text, with reference buttons, copy buttons on code, tables in a scroll box."""
    clean = nh3.clean(
        _MARKDOWN.render(text),
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        attribute_filter=_as_meant,
        url_schemes=_SCHEMES,
        link_rel="noopener noreferrer nofollow",
        set_tag_attribute_values={"a": {"target": "_blank"}},
        strip_comments=True,
    )
    clean = _HEADING.sub(_lower_heading, clean)
    clean = clean.replace("<table>", '<div class="table-box" tabindex="0"><table>')
    clean = clean.replace("</table>", "</table></div>")
    clean = clean.replace("<pre>", f'<div class="code">{_COPY}<pre tabindex="0">')
    clean = clean.replace("</pre>", "</pre></div>")
    return mark_safe(_outside_code(clean, _with_references))  # noqa: S308 - sanitised above


def _as_meant(tag: str, name: str, value: str) -> str | None:
    """A link names its scheme: none leads to a page of ours, or to another site without saying so."""
    if name == "align" and value not in _ALIGNED:
        return None
    if name == "href" and value.partition(":")[0].lower() not in _SCHEMES:
        return None
    return value


_COPY = '<button class="button button--quiet button--small code__copy" type="button" data-copy-code>Copy</button>'


@register.filter
def plain(text: str) -> SafeString:
    """Somebody's text as it was written, escaped, with reference buttons."""
    return mark_safe(_with_references(escape(text)))  # noqa: S308 - escaped


@register.filter
def finished(text: str) -> str:
    """The Markdown blocks of a streaming text that can no longer change."""
    return text[: _open_block(text)]


@register.filter
def unfinished(text: str) -> str:
    """What follows the finished blocks; shown plain until its block is done."""
    return text[_open_block(text) :]


def _open_block(text: str) -> int:
    """Where the block at the end begins: after the last blank line that is outside a code fence."""
    start = offset = 0
    fence = ""
    for line in text.splitlines(keepends=True):
        offset += len(line)
        bare = line.strip()
        if fence:
            if bare.startswith(fence) and not bare.strip(fence[0]):
                fence = ""
        elif match := re.match(r"(`{3,}|~{3,})", bare):
            fence = match[1]
        elif not bare:
            start = offset
    return start


def _lower_heading(match: re.Match[str]) -> str:
    """Requests are level-3 headings, so those inside an answer begin at level 4."""
    return f"<{match[1]}h{min(6, int(match[2]) + 3)}"


def _outside_code(html: str, change: Callable[[str], str]) -> str:
    """Apply `change` to text that stands in no code, link or tag."""
    depth = 0
    pieces = _PIECES.split(html)
    for place, piece in enumerate(pieces):
        if piece.startswith("<"):
            name = re.match(r"</?([a-z0-9]+)", piece)
            if name and name[1] in ("code", "pre", "a", "button"):
                depth += -1 if piece.startswith("</") else 1
        elif depth == 0:
            pieces[place] = change(piece)
    return "".join(pieces)


def _with_references(escaped: str) -> str:
    return _REFERENCE.sub(_reference, escaped)


def _reference(match: re.Match[str]) -> str:
    kind, digits = match[1].lower(), match[2]
    index = int(re.sub(r"[\u2212\u2013]", "-", digits))
    spoken = f"{kind} minus {-index}" if index < 0 else f"{kind} {index}"
    return format_html(
        '<button type="button" class="reference" data-ref-kind="{}" data-ref-index="{}"'
        ' aria-label="{}">{} {}</button>',
        kind,
        index,
        spoken,
        kind,
        index_text(index),
    )
