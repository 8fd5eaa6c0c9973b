"""How one render of a project gets on: told to its client and kept in the record."""

from dataclasses import replace

from studio.files.blobs import Blobs, blob_key
from studio.projects.notices import Notices
from studio.projects.places import Places
from studio.projects.records import Project, Render, new_id
from studio.renderers.api import Progress
from studio.rendering.workshop import GUESS_S, Watch


class ProjectWatch(Watch):
    """Tells the client how one render gets on, and keeps it in the record.

    What the content filter will keep back (`sensitive`, and the project is filtered) has no previews; others have as
    many as the order says, where it says that.
    """

    def __init__(
        self, project: Project, render: Render, notices: Notices, blobs: Blobs, places: Places
    ) -> None:
        self._project, self._render = project, render
        self._notices, self._blobs, self._places = notices, blobs, places
        self.sensitive = False
        self._shown = 0

    def assigned(self) -> None:
        self._places.called(self._project)
        self._project.status, self._project.waiting = "active", None
        self._render.status = "initiatingModel"
        self._notices.state(self._project, self._render)

    def started(self) -> None:
        self._render.status = "jobStarted"
        self._notices.state(self._project, self._render)
        self._render.eta_s = GUESS_S[self._project.kind]
        self._notices.eta(self._project, self._render)

    async def progress(self, news: Progress) -> None:
        render, project = self._render, self._project
        render.step, render.steps, render.eta_s = news.step, news.step_count, news.eta_s
        if (self.sensitive and project.filtered) or self._shown >= project.previews:
            news = replace(news, preview=None)
        if news.preview:
            self._shown += 1
            key = blob_key(project.account, project.id, "preview", render.img_id)
            await self._blobs.write(key, news.preview, "image/jpeg")
        self._notices.progress(project, render, news)

    def again(self, attempt: int) -> None:
        render = self._render
        self._notices.retry(self._project, render, attempt)
        render.img_id, render.step = new_id(), 0
        self.assigned()
