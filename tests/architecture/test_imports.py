"""What the import layers cannot say: who may call what."""

import ast
from collections.abc import Iterator
from pathlib import Path

from sogni_web.run.places import ROOT

PRODUCT = ("chat", "media", "teams", "sogni_web")
WRITERS = {"append", "changing"}


def modules(*packages: str) -> Iterator[tuple[Path, ast.Module]]:
    for package in packages:
        for path in sorted((ROOT / package).rglob("*.py")):
            yield path.relative_to(ROOT), ast.parse(path.read_text())


def imported(tree: ast.Module) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def test_the_sdk_has_one_importer() -> None:
    importers = {
        str(path)
        for path, tree in modules(*PRODUCT, "studio")
        if any(name.split(".")[0] == "sogni_client" for name in imported(tree))
    }
    assert importers == {"chat/gateway/sogni.py"}


def test_the_journal_is_written_by_actions_only() -> None:
    strangers = []
    for path, tree in modules("chat"):
        if path.parts[1] in ("actions", "journal.py"):
            continue
        strangers += [name for name in imported(tree) if name.startswith("chat.journal.")]
        strangers += [
            f"{path}:{node.lineno}"
            for node in ast.walk(tree)
            if isinstance(node, ast.Attribute)
            and isinstance(node.value, ast.Name)
            and node.value.id == "journal"
            and node.attr in WRITERS
        ]
    assert strangers == []


def test_entries_are_made_in_the_journal_only() -> None:
    makers = [
        f"{path}:{node.lineno}"
        for path, tree in modules(*PRODUCT)
        if path != Path("chat/journal.py")
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and ast.unparse(node.func) in ("Event", "Event.objects.create")
    ]
    assert makers == []


def test_no_module_of_the_product_imports_the_studio() -> None:
    both = [
        str(path)
        for path, tree in modules(*PRODUCT)
        if any(name.split(".")[0] == "studio" for name in imported(tree))
    ]
    assert both == []
