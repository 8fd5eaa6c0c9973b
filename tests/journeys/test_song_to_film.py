"""From a song to a music video, a photo to a film, and four versions of a poster."""

from pathlib import Path

import numpy as np
import pytest
from playwright.sync_api import expect

from tests.journeys.person import Person
from tests.studio.render_material import read_frames, read_sound, write_picture

pytestmark = pytest.mark.journey


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    return write_picture(tmp_path / "harbour.jpg", (900, 600))


def test_a_song_becomes_a_music_video(alice: Person, song: Path, tmp_path: Path) -> None:
    alice.start_conversation()
    alice.say("make a music video of this song", files=[song])
    alice.wait_for_end()
    film = alice.media("video", 0)
    expect(film).to_have_count(1)
    expect(film).to_have_attribute("data-origin", "generated")
    expect(alice.page.locator("[data-role=assistant]").last).to_contain_text("video 0")
    expect(alice.media("audio", -1)).to_have_count(1)
    before = alice.seen()
    alice.page.reload()
    alice.wait_until_live()
    assert alice.seen() == before
    _plays(alice)
    _opens_alone(alice, film.get_attribute("data-href"))
    _sounds_and_cuts_like(song, alice.download(film, tmp_path / "film.mp4"))


def _plays(alice: Person) -> None:
    alice.page.get_by_role("button", name="Play video 0").click()
    alice.page.wait_for_function("() => document.querySelector('#log video').currentTime > 0.3")
    alice.page.get_by_role("button", name="Pause video 0").click()
    length = alice.page.evaluate("document.querySelector('#log video').duration")
    assert length == pytest.approx(8, abs=0.2)


def _opens_alone(alice: Person, address: str | None) -> None:
    """By its link, which is there to be copied."""
    tab = alice.open_tab()
    tab.goto(f"{alice.address}{address}")
    tab.wait_for_function("() => document.querySelector('video').readyState > 1")
    tab.close()


def _sounds_and_cuts_like(song: Path, film: Path) -> None:
    heard, rate = read_sound(film)
    original, _ = read_sound(song)
    count = min(len(heard), len(original))
    assert count > 7.5 * rate
    assert np.corrcoef(heard[:count], original[:count])[0, 1] >= 0.95
    frames = read_frames(film)[:, ::4, ::4].astype(np.float32)
    changes = np.abs(np.diff(frames, axis=0)).mean((1, 2, 3))
    cuts = np.flatnonzero(changes > 8 * np.median(changes)) + 1  # a fade or a push stays below
    beats = np.arange(0.21, 8, 0.5)
    assert len(cuts) >= 3
    assert all(np.abs(beats - cut / 24).min() <= 2 / 24 for cut in cuts)


def test_a_photo_comes_to_life(alice: Person, photo: Path, tmp_path: Path) -> None:
    alice.start_conversation()
    alice.say("animate this", files=[photo])
    alice.wait_for_end()
    expect(alice.media("image", -1)).to_have_count(1)
    frames = read_frames(alice.download(alice.media("video", 0), tmp_path / "film.mp4"))
    assert frames.shape[2] > frames.shape[1]
    assert np.abs(frames[0].astype(float) - frames[-1]).mean() > 1


def test_four_versions_and_the_second_moves(alice: Person) -> None:
    alice.start_conversation()
    alice.say("four versions of a lighthouse poster, then animate the second for 2 seconds")
    alice.wait_for_end()
    for index in range(4):
        expect(alice.media("image", index)).to_have_count(1)
    expect(alice.media("video", 0)).to_have_count(1)
    tray = alice.page.locator("[data-tool=animate_photo]")
    expect(tray).to_contain_text("Made from image 1")
