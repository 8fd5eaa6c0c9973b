"""From a jobRequest to the renders it asks for, checked and priced. One file for each kind of media."""

from studio.projects.orders.refusals import BadOrder, Declined
from studio.projects.orders.taking import (
    MOST_RENDERS,
    permit,
    quote,
    render_request,
    settled,
    take_order,
)

__all__ = [
    "MOST_RENDERS",
    "BadOrder",
    "Declined",
    "permit",
    "quote",
    "render_request",
    "settled",
    "take_order",
]
