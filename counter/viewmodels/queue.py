"""Who comes next, without names: how many wait, for how long, and the numbers this window keeps."""

from dataclasses import dataclass

from counter.flow.state import Counter
from counter.viewmodels.moment import Moment
from counter.viewmodels.names import clock, minutes, reason_words

SOON_MS = 5 * 60_000


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldProps:
    """`until` on the hall's clock, `left_min` until then; `is_soon`: little of it is left."""

    ticket_id: int
    number: str
    reason: str
    until: str
    left_min: int
    is_soon: bool
    is_back: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueProps:
    """`first_wait_min` is −1 when nobody waits, or nobody has told."""

    waiting: int = 0
    first_wait_min: int = -1
    held: tuple[HeldProps, ...] = ()


def derive(state: Counter, moment: Moment) -> QueueProps:
    view = state.view
    if view is None:
        return QueueProps()
    since_ms, reasons = view.first_since_ms, state.hall.hold_reasons if state.hall else ()
    return QueueProps(
        waiting=view.waiting,
        first_wait_min=-1 if since_ms is None else minutes(moment.now_ms - since_ms),
        held=tuple(
            HeldProps(
                ticket_id=each.ticket_id,
                number=each.number,
                reason=reason_words(reasons, each.reason, moment.language),
                until=clock(state, each.until_ms),
                left_min=minutes(each.until_ms - moment.now_ms),
                is_soon=each.until_ms - moment.now_ms < SOON_MS,
                is_back=each.is_back,
            )
            for each in sorted(view.held, key=lambda each: (not each.is_back, each.until_ms))
        ),
    )
