"""What beat rings: tasks that exist, and none that are worth nothing by the time a busy worker comes to them."""

from sogni_web.celery import STALE_S, app


def test_every_sweep_exists_and_goes_stale() -> None:
    app.loader.import_default_modules()
    known = set(app.tasks)  # asking makes the application whole, its schedule too
    schedule = app.conf.beat_schedule
    assert {entry["task"] for entry in schedule.values()} <= known
    assert "chat.sweep_runs" in schedule
    for entry in schedule.values():
        stale_s = entry["options"]["expires"]
        assert STALE_S <= stale_s == max(entry["schedule"], STALE_S)
