"""The gallery's page: plain HTML with its style inside, no script, files beside it by relative names."""

import json
from collections.abc import Iterable, Mapping
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import quote

from PIL import Image

from studio.gallery.catalogue import FAMILIES, INPUTS
from studio.gallery.making import Made, Shown
from studio.gallery.posters import model_poster, poster
from studio.tools.registry import TOOLS

_STYLE = Path(__file__).with_name("page.css")
_USUAL_RATIO = 1.5
_HONEST = (
    "Made on this machine with ordinary image and signal processing. No AI model is at work here."
)


def page(made: Iterable[Made], took_s: float) -> str:
    """The whole document. Writes a poster beside each film and each model. Tools that were not tried are named too."""
    by_tool: dict[str, list[Made]] = {name: [] for name in TOOLS}
    for one in made:
        by_tool[one.exhibit.tool].append(one)
    body = "".join(_family(name, by_tool) for name in FAMILIES)
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>The studio’s tools</title>\n<style>\n{_STYLE.read_text()}</style>\n</head>\n<body>\n"
        f"{_head(by_tool, took_s)}<main>\n{body}"
        f"<footer>{_HONEST}</footer>\n"
        "</main>\n</body>\n</html>\n"
    )


def _head(by_tool: Mapping[str, list[Made]], took_s: float) -> str:
    tried = [one for rows in by_tool.values() for one in rows]
    failed = sum(1 for one in tried if one.failure)
    results = sum(len(one.results) or (one.told is not None) for one in tried)
    lines = [
        f"{len(by_tool)} tools",
        f"{results} results",
        f"{failed} failed" if failed else "none failed",
    ]
    links = "".join(
        f'<a href="#{name}">{name}</a>' if rows else f'<span class="absent">{name}, not shown this time</span>'
        for name, rows in by_tool.items()
    )  # fmt: skip
    made = (
        f"made in {took_s / 60:.0f} min {took_s % 60:.0f} s"
        if took_s >= 60
        else f"made in {took_s:.0f} s"
    )
    return (
        f"<header>\n<h1>The studio’s tools</h1>\n<p>{' · '.join([*lines, made])}</p>\n"
        f'<nav aria-label="Tools">{links}</nav>\n</header>\n'
    )


def _family(name: str, by_tool: Mapping[str, list[Made]]) -> str:
    tools = dict.fromkeys(one.tool for one in FAMILIES[name])
    shown = "".join(_tool(tool, by_tool[tool]) for tool in tools if by_tool[tool])
    return f"<h2>{escape(name)}</h2>\n{shown}" if shown else ""


def _tool(tool: str, made: list[Made]) -> str:
    figures = "".join(_exhibit(one) for one in made)
    took = sum(one.took_s for one in made)
    return (
        f'<section id="{tool}">\n<h3>{tool}<small>{took:.1f} s</small></h3>\n'
        f'<div class="row">\n{figures}</div>\n</section>\n'
    )


def _exhibit(one: Made) -> str:
    name = one.exhibit.name
    told = "".join(_figure(one, shown, place) for place, shown in enumerate(one.results))
    if one.told is not None:
        told += f'<figure class="text" id="{name}">{_words(one.told)}{_caption(one)}</figure>\n'
    if one.failure:
        told += (
            f'<figure class="failed" id="{name}{"-failed" if told else ""}">'
            f"<strong>Not made.</strong> {escape(one.failure)}{_caption(one)}</figure>\n"
        )
    return told


def _figure(one: Made, shown: Shown, place: int) -> str:
    piece, file = shown.piece, quote(shown.file.name)
    ratio = piece.width / piece.height if piece.width and piece.height else _USUAL_RATIO
    label = escape(one.exhibit.asked or one.exhibit.name, quote=True)
    head, kind = f'style="--ratio:{ratio:.4f}"', ""
    if piece.kind == "image":
        clear = " clear" if _see_through(shown.file) else ""
        inner = f'<a href="{file}"><img class="media{clear}" src="{file}" alt="{label}" loading="lazy"></a>'
    elif piece.kind == "video":
        still = shown.file.with_suffix(".poster.jpg")
        frame = f' poster="{quote(still.name)}"' if poster(shown.file, still) else ""
        inner = (
            f'<video class="media" src="{file}"{frame} controls playsinline preload="none" '
            f'aria-label="{label}"></video>'
        )
    elif piece.kind == "audio":
        head, kind = "", ' class="sound"'
        inner = f'<audio src="{file}" controls preload="none" aria-label="{label}"></audio>'
    else:
        still = shown.file.with_suffix(".poster.jpg")
        if model_poster(shown.file, still):
            head = 'style="--ratio:1"'
            seen = f'<img class="media" src="{quote(still.name)}" alt="{label}" loading="lazy">'
        else:
            head, kind, seen = "", ' class="file"', ""
        inner = f'<a href="{file}" download>{seen}{escape(shown.file.name)}</a>'
    name = one.exhibit.name + (f"-{place + 1}" if place else "")
    return f'<figure id="{name}"{kind} {head}>{inner}{_caption(one, shown)}</figure>\n'


def _see_through(file: Path) -> bool:
    with Image.open(file) as picture:
        return "A" in picture.getbands()


def _caption(one: Made, shown: Shown | None = None) -> str:
    exhibit = one.exhibit
    facts: list[str] = []
    if shown is not None:
        piece = shown.piece
        facts += [f"{piece.width} × {piece.height}"] if piece.width and piece.height else []
        facts += [f"{piece.duration_s:.1f} s long"] if piece.duration_s else []
        facts.append(_size(shown.size_bytes))
    facts.append(f"took {one.took_s:.1f} s")
    given = f"<span>from {', '.join(map(_source, exhibit.given))}</span>" if exhibit.given else ""
    settings = f"<span>{escape(_settings(exhibit.settings))}</span>" if exhibit.settings else ""
    asked = escape(exhibit.asked or exhibit.name)
    return f"<figcaption>{asked}<span>{' · '.join(facts)}</span>{settings}{given}</figcaption>"


def _source(name: str) -> str:
    """A link to where a source is shown; a person's own file is not shown."""
    place = INPUTS.get(name, name)
    return f'<a href="#{escape(place.replace(":", "-"))}">{escape(name)}</a>'


def _settings(settings: Mapping[str, Any]) -> str:
    return " · ".join(
        f"{name} {value if isinstance(value, str | int | float) else json.dumps(value, ensure_ascii=False)}"
        for name, value in settings.items()
    )


def _words(told: Mapping[str, Any]) -> str:
    rows = []
    for name, value in told.items():
        if isinstance(value, str | int | float):
            words = f"<p>{escape(str(value))}</p>"
        else:
            words = f"<pre>{escape(json.dumps(value, indent=1, ensure_ascii=False))}</pre>"
        rows.append(f"<h4>{escape(name)}</h4>{words}")
    return "".join(rows)


def _size(count: int) -> str:
    return f"{count / 1e6:.1f} MB" if count >= 1e6 else f"{count / 1e3:.0f} kB"
