"""The Celery application: workers run the agent's loop, beat rings the sweeps."""

import os

from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sogni_web.settings")

app = Celery("sogni_web")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()


STALE_S = 60.0  # more than clocks of machines that keep time ever differ


@app.on_after_finalize.connect
def schedule(sender: Celery, **_: object) -> None:
    """What beat rings and how often (seconds). Tasks are named so that no import points upwards.

    Workers that have all their threads busy leave sweeps lying; each rings for up to 200 runs, so of an hour's worth
    only the newest may still be swept.
    """
    from django.conf import settings

    often = {
        "chat.sweep_runs": float(settings.RUN_SWEEP_S),
        "chat.fold_journals": 600.0,
        "chat.sweep_holds": 60.0,
        "chat.empty_trash": 3_600.0,
        "media.sweep": 3_600.0,
    }
    sender.conf.beat_schedule = {
        task: {"task": task, "schedule": every_s, "options": {"expires": max(every_s, STALE_S)}}
        for task, every_s in often.items()
    }
