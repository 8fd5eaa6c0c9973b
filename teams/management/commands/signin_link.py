"""Print a single-use sign-in link to the terminal."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

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
        if options["first"]:
            owner = links.first_owner()
            if owner is not None:
                self.stdout.write(links.make_link(owner, lifetime=links.FIRST_LIFETIME))
            return
        self.stdout.write(links.make_link(_person(options["username"])))


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
