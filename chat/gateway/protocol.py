"""The verbs of the service, all synchronous: worker threads read top to bottom, one shared loop does the waiting."""

from collections.abc import Generator, Iterator
from typing import Protocol

from chat.gateway.types import ChatRequest, Estimate, JobEvent, JobSpec, RoundEvent


class Gateway(Protocol):
    """What the agent's loop needs of a service. Iterators yield `Tick` about twice a second while nothing comes.

    Every verb raises from `chat.gateway.errors` only. Closing an iterator early stops listening; it does not
    cancel the remote work (`cancel_job` does).
    """

    @property
    def app_id(self) -> str:
        """The identity of this worker slot at the service; stable over restarts."""
        ...

    def stream_chat(self, request: ChatRequest) -> Generator[RoundEvent, None, None]:
        """One round of the model: text pieces, then exactly one `RoundEnd`."""
        ...

    def estimate_chat(self, request: ChatRequest) -> Estimate: ...

    def known_estimate(self, request: ChatRequest) -> Estimate | None:
        """What `estimate_chat` says, where that needs no asking."""
        ...

    def estimate_job(self, spec: JobSpec) -> Estimate: ...

    def run_job(self, spec: JobSpec, *, operation_id: str) -> Iterator[JobEvent]:
        """Upload the inputs, submit, follow to `JobEnd`. `operation_id` is findable by `find_job`."""
        ...

    def find_job(self, *, app_id: str, operation_id: str) -> str | None:
        """The remote id of a job submitted with this operation id, among active, unclaimed and recent ones."""
        ...

    def follow_job(self, remote_id: str, spec: JobSpec) -> Iterator[JobEvent]:
        """Re-attach to a job submitted before, by this process or another; the events from now on to `JobEnd`."""
        ...

    def cancel_job(self, remote_id: str) -> bool:
        """Ask the service to stop; True when it says so. Harmless twice."""
        ...


def get_gateway() -> Gateway:
    """The process's gateway; tests replace it by patching this function's holder."""
    from chat.gateway.sogni import shared_gateway

    return shared_gateway()
