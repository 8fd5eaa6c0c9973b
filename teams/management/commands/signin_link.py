"""Print a single-use sign-in link to the terminal."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import OperationalError

from teams import links
from teams.models import User


class Command(BaseCommand):
    help = "Print a link that signs one person in, once, within an hour."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("username", nargs="?", help="whom; else the first superuser")
        parser.add_argument(
            "--first",
            action="store_true",
            help="make the owner account and a link for a day, if there is nobody yet",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            self._print(options["username"], first=options["first"])
        except OperationalError as away:
            raise CommandError(
                f"The database does not answer; with the embedded one, `make run` has to run. {away}"
            ) from away

    def _print(self, username: str | None, *, first: bool) -> None:
        if not first:
            self.stdout.write(links.make_link(_person(username)))
        elif owner := links.first_owner():
            self.stdout.write(links.make_link(owner, lifetime=links.FIRST_LIFETIME))


def _person(username: str | None) -> User:
    people = User.objects.filter(is_active=True).order_by("pk")
    if username is None:
        found = people.filter(is_superuser=True).first()
        if found is None:
            raise CommandError("There is no active superuser. Name a person, or use --first.")
    else:
        found = people.filter(username=username).first()
        if found is None:
            raise CommandError(f"There is no active person named {username}.")
    return found
