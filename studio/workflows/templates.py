"""Saved workflow templates: one's own, the public ones of others, and those the studio brings along."""

import re
import secrets
import time
from collections.abc import Mapping
from copy import deepcopy
from typing import Any

from studio.projects.records import iso
from studio.storage.documents import Documents
from studio.tools.api import Tool
from studio.workflows.builtin import BUILT_IN
from studio.workflows.plan import MOST_STEPS
from studio.workflows.template_fields import BadTemplate, checked_fields

KIND = "template"
MOST_TEMPLATES = 200
FIRST_VERSION = "0.0.1"
_VERSION = re.compile(r"(\d{1,6})\.(\d{1,6})\.(\d{1,9})")
Template = dict[str, Any]


class NoTemplate(Exception):
    """There is none under this id that the account may see."""


class NotYours(Exception):
    """Others' templates are read and forked, not changed."""


class Templates:
    """The templates of every account. Raises BadTemplate, NoTemplate, NotYours."""

    def __init__(self, documents: Documents, tools: Mapping[str, Tool]) -> None:
        self._documents = documents
        self._tools = tools
        rows = (row for row in documents.all(KIND))
        self._all: dict[str, Template] = {row["template"]["id"]: row for row in rows}

    def listed(self, account: str, visibility: str) -> list[Template]:
        """One's own, newest first; then others' public ones; then those that come with the studio."""
        own = [one for one in reversed(self._all.values()) if one["account"] == account]
        others = [
            one
            for one in reversed(self._all.values())
            if one["account"] != account and one["template"]["visibility"] == "public"
        ]
        mine = [one["template"] for one in own]
        if visibility == "own":
            return mine
        public = [one["template"] for one in others] + list(BUILT_IN.values())
        if visibility == "all":
            return mine + public
        return [one for one in mine if one["visibility"] == "public"] + public

    def find(self, account: str, name: str) -> Template:
        """One the account may see; a foreign private one does not exist for it."""
        if name in BUILT_IN:
            return BUILT_IN[name]
        row = self._all.get(name)
        if row is None or (row["account"] != account and row["template"]["visibility"] != "public"):
            raise NoTemplate
        template: Template = row["template"]
        return template

    def create(self, account: str, sent: Any) -> Template:
        """A new template of one's own."""
        if sum(1 for one in self._all.values() if one["account"] == account) >= MOST_TEMPLATES:
            raise BadTemplate(f"You can keep {MOST_TEMPLATES} templates.")
        fields = checked_fields(sent, self._tools, whole=True)
        now = iso(time.time())
        template = {
            "id": f"tpl_{secrets.token_hex(12)}",
            "version": FIRST_VERSION,
            **fields,
            "author": {"userId": account, "displayName": "studio"},
            "createdAt": now,
            "updatedAt": now,
        }
        self._save(account, template)
        return template

    def update(self, account: str, name: str, sent: Any) -> Template:
        """Change some fields of one's own template; its version rises by a patch."""
        template = self._own(account, name)
        changed = {**template, **checked_fields(sent, self._tools, whole=False)}
        changed["version"] = _bumped(str(template["version"]))
        changed["updatedAt"] = iso(time.time())
        self._save(account, changed)
        return changed

    def delete(self, account: str, name: str) -> None:
        self._own(account, name)
        del self._all[name]
        self._documents.drop(KIND, account, name)

    def fork(self, account: str, name: str, new_name: Any) -> Template:
        """A private copy of any template one may see."""
        source = self.find(account, name)
        if new_name is not None and not isinstance(new_name, str):
            raise BadTemplate("newName must be text.")
        copied = {
            key: deepcopy(value)
            for key, value in source.items()
            if key not in ("id", "version", "author", "createdAt", "updatedAt")
        }
        copied["name"] = (new_name or "").strip() or f"{source['name']} (copy)"
        copied["visibility"] = "private"
        copied["metadata"] = {**source.get("metadata", {}), "forkedFrom": source["id"]}
        return self.create(account, copied)

    def _own(self, account: str, name: str) -> Template:
        template = self.find(account, name)
        if name in BUILT_IN or self._all[name]["account"] != account:
            raise NotYours
        return template

    def _save(self, account: str, template: Template) -> None:
        row = {"account": account, "template": template}
        self._all[template["id"]] = row
        self._documents.put(KIND, account, template["id"], row)


def _bumped(version: str) -> str:
    found = _VERSION.fullmatch(version)
    if found is None:
        return FIRST_VERSION
    major, minor, patch = (int(part) for part in found.groups())
    return f"{major}.{minor}.{patch + 1}"


assert all(len(one["stages"]) <= MOST_STEPS for one in BUILT_IN.values())
