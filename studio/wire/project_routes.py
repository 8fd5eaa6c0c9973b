"""REST: projects after the fact, and what a returning client has to know."""

import time
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from studio.records import Project, iso
from studio.wire.account_routes import success
from studio.wire.callers import caller
from studio.wire.errors import NOT_FOUND, Refusal


async def finished(request: Request) -> JSONResponse:
    """`/v1/projects/:id`: 404 until it is finished."""
    project = _found(request)
    if not project.finished:
        raise Refusal(404, "The project is not finished.", NOT_FOUND)
    return success({"project": project.public()})


async def live(request: Request) -> JSONResponse:
    """`/v2/projects/:id`: at any time."""
    return success({"project": _found(request).public()})


async def active(request: Request) -> JSONResponse:
    account = caller(request)
    projects = request.app.state.studio.projects.active(account.address)
    return JSONResponse({"projects": [{"id": one.id} for one in projects]})


async def sync(request: Request) -> JSONResponse:
    account = caller(request)
    app_id = request.query_params.get("appId", "")
    return JSONResponse(
        {
            **recovery(request.app.state.studio, account.address, app_id),
            "serverTime": int(time.time() * 1000),
        }
    )


async def recent(request: Request) -> JSONResponse:
    """Finished renders of the last days, newest first."""
    account = caller(request)
    limit = request.query_params.get("limit", "20")
    most = min(100, int(limit)) if limit.isdigit() else 20
    projects = [
        one
        for one in request.app.state.studio.projects.all.values()
        if one.account == account.address and one.status == "completed"
    ]
    projects.sort(key=lambda one: one.updated, reverse=True)
    return success({"jobs": [row for one in projects[:most] for row in _rows(one)][:most]})


def recovery(studio: Any, account: str, app_id: str) -> dict[str, Any]:
    """The two lists of the handshake and of the sync route."""
    projects = studio.projects
    return {
        "activeProjects": [one.recovered() for one in projects.active(account, app_id)],
        "unclaimedCompletedProjects": [
            one.recovered() for one in projects.unclaimed(account, app_id)
        ],
    }


def _rows(project: Project) -> list[dict[str, Any]]:
    return [
        {
            "id": render.img_id,
            "imgID": render.img_id,
            "status": "completed",
            "endTime": iso(project.updated),
            "triggeredNSFWFilter": render.withheld,
            "nsfwDetected": False,
            "parentRequest": {
                "id": project.id,
                "model": {"id": project.model_id, "name": project.model_id},
                "appSource": project.request.get("appSource"),
            },
        }
        for render in project.renders
        if render.status == "jobCompleted"
    ]


def _found(request: Request) -> Project:
    account = caller(request)
    project: Project | None = request.app.state.studio.projects.find(
        account.address, request.path_params["id"]
    )
    if project is None:
        raise Refusal(404, "There is no such project.", NOT_FOUND)
    return project


ROUTES = [
    Route("/v1/projects/{id}", finished),
    Route("/v2/projects/{id}", live),
    Route("/v1/jobs/list", recent),
    Route("/api/v1/artist/projects/active", active),
    Route("/api/v1/artist/projects/sync", sync),
]
