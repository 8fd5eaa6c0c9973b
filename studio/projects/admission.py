"""Whether a project that was taken may begin: what takes too long to find out while its client waits."""

import asyncio

from studio.accounts.ledger import Hold
from studio.catalogue import MODELS
from studio.files.blobs import blob_key
from studio.projects.notices import Notices
from studio.projects.orders import BadOrder, permit
from studio.projects.orders.film_inputs import URLS, addresses
from studio.projects.orders.inputs import MASK
from studio.projects.orders.videos import measured
from studio.projects.records import Project
from studio.projects.register import Register
from studio.tools.api import ToolRefusal
from studio.tools.pieces import Pieces

POOR = (4024, "Insufficient balance")


class Admission:
    """The last questions before the first render."""

    def __init__(self, register: Register, notices: Notices, pieces: Pieces) -> None:
        self._register = register
        self._notices = notices
        self._pieces = pieces

    async def may_begin(self, project: Project, hold: Hold) -> bool:
        """Whether policy allows it and there is the money; if not, its client is told so, and it is over."""
        account, app_id = project.account, project.app_id
        try:
            await self._check_addresses(project)
            await asyncio.to_thread(permit, project)
        except BadOrder as refused:
            self._register.strike(project)
            self._notices.refuse(
                account, app_id, project.id, refused.code, str(refused), refused.category
            )
            return False
        if await self._covered(project, hold):
            return True
        self._register.lose(project, "insufficientFunds")
        self._notices.refuse(account, app_id, project.id, *POOR)
        return False

    async def _check_addresses(self, project: Project) -> None:
        """BadOrder unless each address it refers to is a medium of ours, of the kind it is said to be."""
        rows = [(kind, url) for kind in URLS for url in addresses(project.key_frame, kind)]
        mask = project.key_frame.get(MASK)
        for kind, url in [*rows, *([("image", mask)] if mask else [])]:
            try:
                piece = await self._pieces.at(url, kind)
            except ToolRefusal as refused:
                raise BadOrder(str(refused)) from refused
            if url == mask and piece.mime != "image/png":
                raise BadOrder("The mask must be a PNG.")

    async def _covered(self, project: Project, hold: Hold) -> bool:
        """Whether there is the money for it. An order need not say how long the film is that it wants larger: that is
        measured, and held instead of the guess."""
        if MODELS[project.model_id].workflow != "upscale":
            return True
        facts = await self._pieces.film(blob_key(project.account, project.id, "referenceVideo"))
        due = None if facts is None else measured(project.key_frame, facts)
        if due is None:
            return True  # the render says what is wrong with it
        project.price = str(due)
        return hold.fit(due * sum(1 for render in project.renders if not render.finished))
