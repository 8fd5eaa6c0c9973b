"""What a project's client is told: its frames, spelled as the SDKs read them."""

import asyncio
from collections.abc import Callable, Mapping
from typing import Any

from studio.accounts.ledger import Ledger
from studio.hub import GOING_AWAY, Hub, Sent
from studio.projects.records import Project, Render, worker_name
from studio.renderers.api import Progress
from studio.rendering.workshop import ATTEMPTS, GUESS_S

FIRST_FRAME_S = 0.02  # the client tracks a project only after its send returned


def later(act: Callable[..., None], *given: Any) -> None:
    """Say something once the client's send has returned."""
    asyncio.get_running_loop().call_later(FIRST_FRAME_S, act, *given)


class Notices:
    """Frames of projects on their way to whoever is connected under the project's app id."""

    def __init__(self, hub: Hub, ledger: Ledger) -> None:
        self._hub = hub
        self._ledger = ledger

    def say(
        self, project: Project, kind: str, body: dict[str, Any], on_sent: Sent | None = None
    ) -> None:
        """One frame of a project, for whoever is connected under its app id; `on_sent` when it was handed over."""
        connection = self._hub.find(project.account, project.app_id)
        if connection is not None:
            connection.send(kind, {"jobID": project.id, **body}, on_sent)

    def tell(self, account: str, app_id: str, kind: str, body: dict[str, Any]) -> None:
        """A frame of no project, such as a refusal."""
        connection = self._hub.find(account, app_id)
        if connection is not None:
            connection.send(kind, body)

    def refuse(
        self,
        account: str,
        app_id: str,
        job_id: str,
        code: int,
        sentence: str,
        category: str = "",
        more: Mapping[str, Any] | None = None,
    ) -> None:
        """An order that is not taken, told once the client knows its project; `more` are further members."""
        body = {"jobID": job_id, "error": code, "error_message": sentence, **(more or {})}
        if category:
            body["vendorFailureCategory"] = category
        later(self.tell, account, app_id, "jobError", body)

    def close(self, account: str, app_id: str) -> None:
        """End a client's socket the way a restart would; it comes back by itself."""
        connection = self._hub.find(account, app_id)
        if connection is not None:
            connection.close(GOING_AWAY)

    def balance(self, account: str) -> None:
        """Tell every client of an account what is left."""
        for connection in self._hub.of_account(account):
            connection.send("balanceUpdate", self._ledger.balance(account))

    def queued(self, project: Project, place: int, ahead: int, slots: int) -> None:
        """Its place among those who wait, from 1; `ahead` renders wait or run, `slots` at once."""
        waits = project.waiting is not None
        body: dict[str, Any] = {
            "type": "queued",
            "queuePosition": place,
            "estimatedStartSeconds": round(ahead / slots * GUESS_S[project.kind], 1),
            "queueStatus": "waiting",
        }
        if waits:
            body["waitingReason"] = project.waiting
            if project.waiting and project.waiting["reason"] == "no_workers":
                body["queueStatus"] = "no-workers"
        self.say(project, "jobState", body)
        if waits:
            self.waiting(project)

    def waiting(self, project: Project) -> None:
        """Why a project and each of its renders wait, unless its client said it does not want to know."""
        connection = self._hub.find(project.account, project.app_id)
        if connection is None or connection.subscriptions.get("projectQueue") is False:
            return
        body = {
            "waitingReason": project.waiting,
            "jobWaitingReasons": [
                {"jobIndex": one.index, "waitingReason": project.waiting, "imgID": one.img_id}
                for one in project.renders
                if one.status == "created"
            ],
        }
        self.say(project, "projectQueue", body)

    def state(self, project: Project, render: Render, *, loading: bool = False) -> None:
        """A render has a slot, or is being made; `loading` where the process that is to make it still starts."""
        body: dict[str, Any] = {
            "type": render.status,
            "imgID": render.img_id,
            "jobIndex": render.index,
            "workerName": worker_name(render.index),
        }
        if loading:
            model = project.model_id
            body["preparation"] = {"phase": "loadingModel", "model": model, "step": "start"}
        self.say(project, "jobState", body)

    def retry(self, project: Project, render: Render, attempt: int) -> None:
        """A render whose child died is begun again; its next frames carry a new imgID and the same jobIndex."""
        body = {
            "imgID": render.img_id,
            "jobIndex": render.index,
            "attempt": attempt,
            "maxAttempts": ATTEMPTS,
            "error": "workerDisconnected",
            "error_message": "The worker went away.",
        }
        self.say(project, "jobRetry", body)

    def eta(self, project: Project, render: Render) -> None:
        """Something for a live render, so that its client does not give it up.

        Never without an imgID: the SDKs take the missing one for a render of its own, which then never ends.
        """
        left = GUESS_S[project.kind] if render.eta_s is None else render.eta_s
        self.say(project, "jobETA", {"imgID": render.img_id, "etaSeconds": round(left, 1)})

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

    def result(
        self, project: Project, render: Render, url: str | None, last_frame: str | None = None
    ) -> None:
        """A finished render; without an address it was withheld. `last_frame` where the client asked for it."""
        body: dict[str, Any] = {
            "imgID": render.img_id,
            "jobIndex": render.index,
            "performedStepCount": render.steps,
            "lastSeed": str(render.seed),
            "userCanceled": False,
            "triggeredNSFWFilter": render.withheld,
            "nsfwDetected": render.labelled,
            "nsfwSources": render.nsfw_sources,
        }
        if url is not None:
            body["resultUrl"] = url
        if last_frame is not None:
            body["lastFrameUrl"] = last_frame
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
