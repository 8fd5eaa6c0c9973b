"""The Celery application: workers run the agent's loop, beat rings the sweeps."""

import os

from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sogni_web.settings")

app = Celery("sogni_web")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()


@app.on_after_finalize.connect
def schedule(sender: Celery, **_: object) -> None:
    """What beat rings and how often (seconds). Tasks are named so that no import points upwards."""
    from django.conf import settings

    sender.conf.beat_schedule = {
        "runs": {"task": "chat.sweep_runs", "schedule": float(settings.RUN_SWEEP_S)},
        "journal": {"task": "chat.fold_journals", "schedule": 600.0},
        "holds": {"task": "chat.sweep_holds", "schedule": 60.0},
        "trash": {"task": "chat.empty_trash", "schedule": 3_600.0},
        "media": {"task": "media.sweep", "schedule": 3_600.0},
    }
