"""One run from claim to end."""

import logging
from concurrent.futures import ThreadPoolExecutor
from uuid import UUID

from django.conf import settings
from django.db import InterfaceError, OperationalError

from chat.actions import runs
from chat.actions.errors import RunOver
from chat.gateway import Gateway
from chat.gateway.errors import GatewayError
from chat.loop.calls import run_call
from chat.loop.keeper import HandOver, Keeper
from chat.loop.rounds import Opening, RoundOutcome, ask_model, open_run
from chat.models import Conversation, Run, ToolCall, ToolOutput
from chat.runlog import current_run_id
from db.connections import release_connection
from teams.quota import NotEnoughCredits

log = logging.getLogger(__name__)

REPEATS = 3


def drive_run(uuid: UUID, conversation_pk: int, *, owner: str, gateway: Gateway) -> None:
    """Claim the run and take it as far as it goes. Harmless for a run that is not to be had.

    `owner` names this worker slot. Never raises for what a run can meet; unexpected faults end the run as
    failed and are logged.
    """
    token = current_run_id.set(str(uuid)[:8])
    try:
        opening = _open(uuid, conversation_pk, owner, gateway)
        run = runs.claim_run(uuid, owner=owner) if opening is None else opening.run
        if run is not None:
            _drive_claimed(run, gateway, opening)
    except (OperationalError, InterfaceError) as away:
        log.warning("The database went away; the run is taken up when its lease lapses: %s", away)
    finally:
        current_run_id.reset(token)
        release_connection()


def _open(uuid: UUID, conversation_pk: int, owner: str, gateway: Gateway) -> Opening | None:
    """An untried answer, claimed together with its first question; None for everything else, which is claimed alone."""
    try:
        return open_run(uuid, conversation_pk, owner=owner, gateway=gateway)
    except Conversation.DoesNotExist:
        log.info("The conversation was deleted.")
    except (GatewayError, NotEnoughCredits) as refusal:
        log.info("The first question was refused; asked again in its turn: %s", refusal)
    except (OperationalError, InterfaceError):
        raise
    except Exception:
        log.exception("The first question could not be put; the run meets it in its turn.")
    return None


def _drive_claimed(run: Run, gateway: Gateway, opening: Opening | None) -> None:
    try:
        _drive(run, gateway, opening)
    except RunOver:
        log.info("The run was stopped or taken over.")
    except HandOver:
        runs.hand_back(run)
        log.info("Handed back at shutdown.")
    except (GatewayError, NotEnoughCredits) as refusal:
        _end(run, reason=str(refusal))
    except (OperationalError, InterfaceError):
        raise
    except Exception:
        log.exception("The run failed.")
        _end(run, reason="This did not work, and it is our fault. Nothing was lost.")


def _drive(run: Run, gateway: Gateway, opening: Opening | None) -> None:
    keeper = Keeper(run)
    if opening is None:  # it may have waited long, and its asker may have gone
        keeper.check()
    if run.service != settings.SERVICE:
        _end(run, reason="The service behind this studio was changed. Ask again.")
        return
    if run.kind == Run.Kind.RETRY:
        _run_calls(run, gateway, keeper)
        made = ToolOutput.objects.filter(maker__run=run, status=ToolCall.Status.DONE).exists()
        runs.end_run(run, status=Run.Status.COMPLETED if made else Run.Status.FAILED)
        return
    first = run.round
    for number in range(first, settings.RUN_MAX_ROUNDS):
        asked = opening is None and run.tool_calls.filter(round=number).exists()
        if not asked:
            outcome = ask_model(run, gateway, keeper, round=number, opening=opening)
            if outcome is RoundOutcome.FINAL:
                return
        opening = None
        _run_calls(run, gateway, keeper)
        if _repeats(run):
            _end(run, reason="It kept asking for the same thing. Change the wording and ask again.")
            return
    _end(run, reason="It took too many steps. What is finished is kept.")


def _run_calls(run: Run, gateway: Gateway, keeper: Keeper) -> None:
    """The open calls of the round, side by side; one failure never loses the others."""
    calls = list(
        ToolCall.objects.filter(run=run, status__in=("queued", "running")).order_by("position")
    )
    release_connection()
    if len(calls) == 1:
        run_call(run, calls[0], gateway, keeper)
        return
    with ThreadPoolExecutor(max_workers=8, thread_name_prefix="call") as pool:
        waiting = [pool.submit(_in_thread, run, call, gateway, keeper) for call in calls]
    for done in waiting:
        done.result()


def _in_thread(run: Run, call: ToolCall, gateway: Gateway, keeper: Keeper) -> None:
    token = current_run_id.set(str(run.uuid)[:8])
    try:
        run_call(run, call, gateway, keeper)
    finally:
        current_run_id.reset(token)
        release_connection()


def _repeats(run: Run) -> bool:
    """The same call with the same arguments three times in a run."""
    seen = [(call.name, repr(sorted(call.arguments.items()))) for call in run.tool_calls.all()]
    return any(seen.count(one) >= REPEATS for one in set(seen))


def _end(run: Run, *, reason: str) -> None:
    """The run gave no final answer: partial when outputs were kept, else failed."""
    kept = ToolOutput.objects.filter(maker__run=run, status=ToolCall.Status.DONE).exists()
    status = Run.Status.PARTIAL_FAILURE if kept else Run.Status.FAILED
    try:
        runs.end_run(run, status=status, reason=reason)
    except RunOver:
        log.info("The run was over already.")
