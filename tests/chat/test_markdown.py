"""The agent's words as HTML: whatever the model was talked into writing, only text and links come out."""

import re
import time

import pytest

from chat.templatetags.markdown import finished, markdown, plain, unfinished

TAG = re.compile(r"<(?!/)([a-z0-9]+)([^>]*)>")
OURS = {"p", "a", "code", "pre", "div", "button", "table", "thead", "tbody", "tr", "th", "td"}
OURS |= {"em", "strong", "s", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "br", "hr"}

HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "![x](http://evil.example/secret.png)",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt&#58;alert(1))",
    "[x](data:text/html,<script>alert(1)</script>)",
    '[x](vbscript:x) [y](//evil.example "\' onx=1")',
    '[x](http://a "<table> <img src=x onerror=alert(1)>")',
    '[x](http://a "<pre><h1> image 3 > image 4")',
    '[a](http://x" hx-post="/c/)',
    '<button hx-post="/delete" hx-trigger="load">',
    "<svg/onload=alert(1)>",
    "`<table>` <table> &lt;table&gt;",
    '| <b onx="1"> |\n|-|\n| <iframe src=x> |',
    '```"><script>\nx\n```',
    '@image 3" onmouseover="alert(1)',
    "<style>*{display:none}</style><base href=//evil.example>",
    "<!-- --><meta http-equiv=refresh content=0>",
]


def test_a_column_of_figures_stands_as_it_was_meant() -> None:
    html = markdown("| a | b | c |\n|---|--:|:-:|\n| 1 | 2 | 3 |")
    assert "<td>1</td>" in html
    assert '<td align="right">2</td>' in html
    assert '<td align="center">3</td>' in html


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_but_text_and_links_comes_out(text: str) -> None:
    for html in (markdown(text), plain(text)):
        for name, attributes in TAG.findall(html):
            assert name in OURS, html
            named = set(re.findall(r'([a-z-]+)="[^"]*"', attributes))
            assert not re.sub(r'[a-z-]+="[^"]*"|data-copy-code', "", attributes).strip(), html
            assert not {one for one in named if one.startswith(("on", "hx-", "src", "style"))}, html
        for address in re.findall(r'href="([^"]*)"', html):
            assert address.startswith(("http://", "https://", "mailto:")), html


@pytest.mark.parametrize(
    "text",
    [
        "[" * 20_000,
        "![" * 10_000,
        "[a](" * 5_000,
        "> " * 10_000,
        "*a " * 7_000,
        "<" * 20_000,
        "&#" * 10_000,
        "|a" * 300 + "\n" + "|-" * 300 + "\n" + "|x\n" * 3_000,
        "\n".join("  " * depth + "- a" for depth in range(200)),
        "image 3 " * 2_500,
        "```\n" * 5_000,
    ],
    ids=lambda text: text[:6],
)
def test_no_text_takes_long(text: str) -> None:
    began = time.monotonic()
    markdown(text)
    finished(text)
    unfinished(text)
    plain(text)
    assert time.monotonic() - began < 10  # a bound, not a speed: the usual is well under one
