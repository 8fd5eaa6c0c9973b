"""What a project's client is told: its frames, spelled as the SDKs read them."""

from typing import Any

from studio.hub import Hub
from studio.ledger import Ledger
from studio.records import Project, Render
from studio.renderers.api import Progress
from studio.workshop import GUESS_S


class Notices:
    """Frames of projects on their way to whoever is connected under the project's app id."""

    def __init__(self, hub: Hub, ledger: Ledger) -> None:
        self._hub = hub
        self._ledger = ledger

    def say(
        self, project: Project, kind: str, body: dict[str, Any], *, claims: bool = False
    ) -> None:
        """One frame of a project; with `claims` its arrival means that the client knows the end."""
        connection = self._hub.find(project.account, project.app_id)
        if connection is None:
            return

        def claim() -> None:
            project.claimed = True

        connection.send(kind, {"jobID": project.id, **body}, claim if claims else None)

    def tell(self, account: str, app_id: str, kind: str, body: dict[str, Any]) -> None:
        """A frame of no project, such as a refusal."""
        connection = self._hub.find(account, app_id)
        if connection is not None:
            connection.send(kind, body)

    def balance(self, account: str) -> None:
        """Tell every client of an account what is left."""
        for connection in self._hub.of_account(account):
            connection.send("balanceUpdate", self._ledger.balance(account))

    def queued(self, project: Project, ahead: int, slots: int) -> None:
        """Where a new project stands; `ahead` renders wait or run, `slots` at once."""
        waiting = ahead >= slots
        position = max(1, (ahead - slots) // slots + 1) if waiting else 1
        body = {
            "type": "queued",
            "queuePosition": position,
            "estimatedStartSeconds": round(ahead / slots * GUESS_S[project.kind], 1),
            "queueStatus": "waiting",
        }
        self.say(project, "jobState", body)
        if waiting:
            reason = {"reason": "queued", "message": "Waiting for a free renderer."}
            self.say(project, "projectQueue", {"waitingReason": reason, "jobWaitingReasons": []})

    def eta(self, project: Project, render: Render | None) -> None:
        """Something for a live project, so that its client does not give it up."""
        if render is None:
            self.say(project, "jobETA", {"etaSeconds": GUESS_S[project.kind]})
        else:
            body = {"imgID": render.img_id, "etaSeconds": round(render.eta_s or 0, 1)}
            self.say(project, "jobETA", body)

    def progress(self, project: Project, render: Render, news: Progress) -> None:
        """A render is further; `hasImage` makes the client fetch the preview."""
        body: dict[str, Any] = {
            "imgID": render.img_id,
            "jobIndex": render.index,
            "step": news.step,
            "stepCount": news.step_count,
            "hasImage": bool(news.preview),
        }
        if news.eta_s is not None:
            body["etaSeconds"] = round(news.eta_s, 1)
        self.say(project, "jobProgress", body)

    def result(self, project: Project, render: Render, url: str | None) -> None:
        """A finished render; without an address it was withheld."""
        body: dict[str, Any] = {
            "imgID": render.img_id,
            "jobIndex": render.index,
            "performedStepCount": render.steps,
            "lastSeed": str(render.seed),
            "userCanceled": False,
            "triggeredNSFWFilter": render.withheld,
        }
        if url is not None:
            body["resultUrl"] = url
        self.say(project, "jobResult", body)

    def failed(self, project: Project, render: Render, error: str, sentence: str) -> None:
        """A render that came to nothing."""
        body = {
            "imgID": render.img_id,
            "jobIndex": render.index,
            "error": error,
            "error_message": sentence,
            "isFromWorker": True,
        }
        self.say(project, "jobError", body)
