"""One running product for all journeys, and people with a browser each."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, StorageState, sync_playwright

from tests.journeys.person import Person
from tests.people import PASSWORD
from tests.run.installation import Installation
from tests.studio.render_material import click_track, write_song

CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
_NOT_NEEDED = (
    # pages of the browser's own window, made for each window: a third of what a journey costs the browser
    "WebUIOmniboxPopup", "WebUIOmniboxAimPopup", "PreloadTopChromeWebUI",
    # a second list takes the place of Playwright's: what of that bears on pages of this machine
    "PaintHolding", "HttpsUpgrades", "HttpsFirstBalancedModeAutoEnable", "DestroyProfileOnBrowserClose",
    "AvoidUnnecessaryBeforeUnloadCheckSync", "ThirdPartyStoragePartitioning", "OptimizationHints", "MediaRouter",
)  # fmt: skip
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--renderer-process-limit=1",
    "--disable-background-networking",
    "--disable-component-update",
    f"--disable-features={','.join(_NOT_NEEDED)}",
    "--autoplay-policy=no-user-gesture-required",
]
PEOPLE = f"""
from teams.access import add_member, personal_team
from teams.models import Membership, User

def make(name):
    return User.objects.create_user(name, f"{{name}}@example.org", "{PASSWORD}", first_name=name.capitalize())

space = personal_team(make("alice"))
add_member(space, make("bob"), Membership.Role.MEMBER)
add_member(space, make("vera"), Membership.Role.VIEWER)
make("charlie")
User.objects.create_superuser("root", "root@example.org", "{PASSWORD}")
"""


@pytest.fixture(scope="package")
def product(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    """The whole product as real processes, with the cast of `tests.people` in it; for the journeys and no longer."""
    made = Installation(
        tmp_path_factory.mktemp("journeys"),
        STUDIO_ALLOW_FAULTS="1",
        STUDIO_RENDERERS="2",
        RUN_LEASE_S="6",
        RUN_SWEEP_S="2",
    )
    made.start()
    try:
        made.until(r"^Ctrl-C")
        made.manage(PEOPLE)
        yield made
    finally:
        made.remove()


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """For the journeys: its driver keeps an event loop running, which asynchronous tests of others cannot bear."""
    if CHROMIUM is None:
        pytest.skip("Chromium is not installed")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture(scope="package")
def signed_in(product: Installation) -> dict[str, StorageState]:
    """Who came in by the form already, and what their browser held then: a password is made to be slow.

    The session is for all journeys: one that ends it takes its person out of here.
    """
    return {}


@pytest.fixture
def enter(
    browser: Browser, product: Installation, signed_in: dict[str, StorageState]
) -> Iterator[Callable[[str], Person]]:
    """Sign somebody in, in a browser of their own. Afterwards no page may have complained."""
    inside: list[Person] = []

    def sign_in(name: str) -> Person:
        second = name in [person.name for person in inside]  # with a session of its own
        kept = None if second else signed_in.get(name)
        person = Person(browser, product.address, name, kept)
        inside.append(person)
        if kept is None:
            signed_in[name] = person.sign_in(PASSWORD)
        else:
            person.come_back()
        return person

    yield sign_in
    complaints = [complaint for person in inside for complaint in person.complaints]
    for person in inside:
        person.close()
    assert complaints == []


@pytest.fixture
def alice(enter: Callable[[str], Person]) -> Person:
    return enter("alice")


@pytest.fixture
def fault(product: Installation) -> Iterator[Callable[..., None]]:
    """Have the studio go wrong: `fault("stall", times=1)`."""
    address = f"http://127.0.0.1:{product.studio_port}/_studio/faults"

    def arm(kind: str, **options: object) -> None:
        httpx.post(address, json={"kind": kind, **options}).raise_for_status()

    yield arm
    arm("clear")


@pytest.fixture(scope="session")
def song(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Eight seconds at 120 beats a minute."""
    samples, _ = click_track(120, 8)
    folder = tmp_path_factory.mktemp("song")
    return write_song(folder / "tide.m4a", samples, codec="aac")


@pytest.fixture(scope="package", autouse=True)
def quiet_logs(product: Installation) -> Iterator[None]:
    """Nothing in the product's own logs may be a warning or worse, whatever the journeys did."""
    yield
    said = [
        line
        for name in ("web", "worker", "beat", "studio", "prepare")
        for line in (product.var / "log" / f"{name}.log").read_text().splitlines()
        if any(f" {level} " in line for level in ("WARNING", "ERROR", "CRITICAL"))
    ]
    assert said == []
