"""REST: projects after the fact, and what a returning client has to know."""

import itertools
import time
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from studio.catalogue import MODELS
from studio.projects.records import Project
from studio.settings import HISTORY_LIFETIME_S
from studio.wire.account_routes import success
from studio.wire.bodies import whole_query
from studio.wire.callers import caller
from studio.wire.errors import NOT_FOUND, RATE_LIMITED, Refusal

HISTORY = {"role": "artist", "state": "completed"}
"""What the history is asked for, and consists of."""


async def finished(request: Request) -> JSONResponse:
    """`/v1/projects/:id`: 404 until it is finished."""
    project = _found(request)
    if not project.finished:
        raise Refusal(404, "The project is not finished.", NOT_FOUND)
    return success({"project": project.stored()})


async def live(request: Request) -> JSONResponse:
    """`/v2/projects/:id`: at any time."""
    return success({"project": _found(request).public()})


async def active(request: Request) -> JSONResponse:
    account = caller(request)
    projects = request.app.state.studio.projects.active(account.address)
    return JSONResponse({"projects": [{"id": one.id} for one in projects]})


async def sync(request: Request) -> JSONResponse:
    """The recovery snapshot of an app id, or of the whole account without one. 20 calls in 10 s."""
    account = caller(request)
    studio = request.app.state.studio
    wait = studio.sync_rate.take(account.address)
    if wait:
        raise Refusal(429, "Too many requests", RATE_LIMITED, wait)
    snapshot = recovery(studio, account.address, request.query_params.get("appId"))
    return JSONResponse({**snapshot, "serverTime": int(time.time() * 1000)})


async def recent(request: Request) -> JSONResponse:
    """Finished renders, newest first: `since` in milliseconds, `limit` renders, of one app source where named.

    Only what an artist ordered and got is remembered so: another `role` or `state` has no rows.
    """
    account = caller(request)
    query = request.query_params
    if any(query.get(name) not in (None, "", usual) for name, usual in HISTORY.items()):
        return success({"jobs": []})
    limit = whole_query(request, "limit", 50, 1, 100)
    since = whole_query(request, "since", 0, 0, 2**53) / 1000
    if query.get("mediaOnly") == "true" and query.get("since") and since < _oldest():
        raise Refusal(400, "The history of media goes back seven days.")
    source = query.get("appSource")
    asked = query.get("address") or account.address
    projects = [
        one
        for one in request.app.state.studio.projects.all.values()
        if one.account == account.address
        and asked.lower() == account.address.lower()
        and any(render.status == "jobCompleted" for render in one.renders)
        and one.updated >= since
        and source in (None, "", one.request.get("appSource"))
    ]
    projects.sort(key=lambda one: one.updated, reverse=True)
    rows = itertools.chain.from_iterable(_rows(one) for one in projects)
    return success({"jobs": list(itertools.islice(rows, limit))})


def recovery(studio: Any, account: str, app_id: str | None) -> dict[str, Any]:
    """The two lists of the handshake and of the sync route."""
    projects = studio.projects
    unclaimed = projects.unclaimed(account, app_id) if app_id is not None else []
    return {
        "activeProjects": [one.recovered() for one in projects.active(account, app_id)],
        "unclaimedCompletedProjects": [one.recovered() for one in unclaimed],
    }


def _oldest() -> float:
    """The service looks up media of the last seven days alone; the SDKs stay inside them by a minute."""
    return time.time() - HISTORY_LIFETIME_S


def _rows(project: Project) -> list[dict[str, Any]]:
    return [
        {
            "id": render.img_id,
            "imgID": render.img_id,
            "status": render.status,
            "reason": render.status,
            "endTime": int(project.updated * 1000),
            "triggeredNSFWFilter": render.withheld,
            "nsfwDetected": render.labelled,
            "parentRequest": {
                "id": project.id,
                "model": {"id": project.model_id, "name": MODELS[project.model_id].name},
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
