"""Every project there is, of every account, in memory and in the store."""

import time

from studio.files.blobs import Blobs
from studio.projects.orders.inputs import inputs_kept
from studio.projects.records import Project, new_id
from studio.settings import HISTORY_LIFETIME_S, UNCLAIMED_LIFETIME_S
from studio.storage.store import Store


class Register:
    """Projects by account and id: ids are the clients' own. What is written here outlives a restart."""

    def __init__(self, store: Store, blobs: Blobs) -> None:
        self._store = store
        self._blobs = blobs
        self.all: dict[tuple[str, str], Project] = {}
        # Clients come back in floods, and each asks for its own: nobody looks through everybody's.
        self._of: dict[str, dict[str, dict[str, Project]]] = {}
        store.drop_projects(time.time() - HISTORY_LIFETIME_S)
        for data in store.projects():
            self._remember(Project.load(data))

    def _remember(self, project: Project) -> None:
        """From before a restart. What was unfinished begins again under the same id, when its files are there."""
        self._add(project)
        if project.finished:
            return
        for render in project.renders:
            if render.at_work:
                render.status, render.step, render.img_id = "created", 0, new_id()
        project.status, project.waiting = "queued", None
        if not inputs_kept(project, self._blobs):
            self.lose(project, "serverRestarting")

    def enter(self, project: Project) -> None:
        """A project that was taken."""
        self._add(project)
        self.save(project)

    def strike(self, project: Project) -> None:
        """As any order that is refused, it was never taken."""
        self._drop(project)
        self._store.drop_project(project.account, project.id)

    def save(self, project: Project) -> None:
        """Write it down as it is now. Its time is the store's too: what is old is forgotten."""
        project.updated = time.time()
        self._write(project)

    def lose(self, project: Project, error: str) -> None:
        """End it: its open renders fail with `error`; what is finished stays good, and makes it a success."""
        project.status = "errored"
        for render in project.renders:
            if not render.finished:
                render.status, render.reason = "jobError", error
        if any(render.status == "jobCompleted" for render in project.renders):
            project.status = "completed"
        self.save(project)

    def claim(self, project: Project) -> None:
        """Its client knows the end; it is not handed back again, not even after a restart."""
        project.claimed = True
        self._write(project)

    def find(self, account: str, job_id: str) -> Project | None:
        """An account's project; the case of the id does not matter."""
        return self.all.get((account, job_id.upper()))

    def active(self, account: str, app_id: str | None = None) -> list[Project]:
        """What an account has not finished yet, of one of its clients or of all."""
        mine = self._of.get(account, {})
        apps = mine.values() if app_id is None else [mine.get(app_id, {})]
        return [one for app in apps for one in app.values() if not one.finished]

    def unclaimed(self, account: str, app_id: str) -> list[Project]:
        """Finished while nobody listened, within the last hour."""
        since = time.time() - UNCLAIMED_LIFETIME_S
        return [
            one
            for one in self._of.get(account, {}).get(app_id, {}).values()
            if one.finished and not one.claimed and one.updated > since
        ]

    def sweep(self) -> None:
        """Forget what was over seven days ago."""
        before = time.time() - HISTORY_LIFETIME_S
        self._store.drop_projects(before)
        for one in [one for one in self.all.values() if one.finished and one.updated < before]:
            self._drop(one)

    def _add(self, project: Project) -> None:
        self.all[project.key] = project
        apps = self._of.setdefault(project.account, {})
        apps.setdefault(project.app_id, {})[project.id] = project

    def _drop(self, project: Project) -> None:
        del self.all[project.key]
        apps = self._of[project.account]
        del apps[project.app_id][project.id]
        if not apps[project.app_id]:
            del apps[project.app_id]
        if not apps:
            del self._of[project.account]

    def _write(self, project: Project) -> None:
        self._store.save_project(project.account, project.id, project.updated, project.dump())
