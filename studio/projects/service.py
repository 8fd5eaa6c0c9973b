"""Media projects: taken, rendered in turns, told to their client, remembered for those who come back.

The door to all of it. What is remembered is in `register`, what runs in `running`, how it ends in `settling`.
"""

from decimal import Decimal
from typing import Any

from studio.accounts.ledger import Ledger
from studio.faults import Faults
from studio.files.blobs import Blobs
from studio.projects.admission import POOR, Admission
from studio.projects.notices import Notices, later
from studio.projects.orders import BadOrder, take_order
from studio.projects.register import Register
from studio.projects.running import Running
from studio.projects.settling import Settling
from studio.rendering.workshop import Workshop
from studio.settings import Settings
from studio.storage.store import Store
from studio.tools.pieces import Pieces

RESTARTING = (1001, "The server is restarting.")


class Projects:
    """Every project of every account. One event loop only."""

    def __init__(
        self,
        settings: Settings,
        store: Store,
        blobs: Blobs,
        ledger: Ledger,
        notices: Notices,
        workshop: Workshop,
        faults: Faults,
        pieces: Pieces,
    ) -> None:
        self._ledger = ledger
        self._notices = notices
        self._faults = faults
        self._register = register = Register(store, blobs)
        self._running = Running(
            settings.heartbeat_s,
            Admission(register, notices, pieces),
            Settling(settings.address, register, store, blobs, notices, faults),
            blobs,
            notices,
            workshop,
            faults,
        )
        self.all = register.all
        self.find = register.find
        self.active = register.active
        self.unclaimed = register.unclaimed
        self.claim = register.claim
        self.sweep = register.sweep

    def resume(self) -> None:
        """Begin again what a restart interrupted; to be called once, when renders can be made."""
        for project in [one for one in self.all.values() if not one.finished]:
            left = sum(1 for render in project.renders if not render.finished)
            hold = self._ledger.hold(project.account, Decimal(project.price) * left)
            if hold is None:
                self._register.lose(project, "insufficientFunds")
            else:
                self._running.start(project, hold)

    def submit(self, account: str, app_id: str, request: dict[str, Any]) -> None:
        """A jobRequest frame, taken at once: a cancel right behind it finds it. Refusals go back as jobError."""
        job_id = str(request.get("jobID") or "").upper()
        if (account, job_id) in self.all:
            return  # sent twice over a bad line
        if self._faults.take("restarting") is not None:
            self._notices.refuse(account, app_id, job_id, *RESTARTING)
            later(self._notices.close, account, app_id)
            return
        try:
            project = take_order(account, app_id, request)
        except BadOrder as refused:
            self._notices.refuse(
                account, app_id, job_id, refused.code, str(refused), refused.category, refused.more
            )
            return
        due = Decimal(project.price) * len(project.renders)
        poor = self._faults.take("no_balance") is not None
        hold = None if poor else self._ledger.hold(account, due)
        if hold is None:
            self._notices.refuse(account, app_id, job_id, *POOR)
            return
        self._register.enter(project)
        self._running.start(project, hold)

    def cancel(self, account: str, app_id: str, job_id: str) -> None:
        """The client's jobError `artistCanceled`: stop the renders, keep what is finished."""
        project = self.find(account, job_id)
        body: dict[str, Any] = {"jobID": job_id.upper(), "didCancel": project is not None}
        if project is None:
            body["error_message"] = "There is no such project."
        elif not project.finished:
            self._running.stop(project)
            project.status, project.waiting = "cancelled", None
            for render in project.renders:
                if not render.finished:
                    render.status, render.reason = "jobError", "artistCanceled"
            self._register.save(project)
            self.claim(project)
        self._notices.tell(account, app_id, "artistCancelConfirmation", body)

    async def close(self) -> None:
        """Stop what runs; it is begun again by the studio that comes after."""
        await self._running.close()
