"""Small scenes by hand: windows, who waits, and services that always take ten minutes."""

from random import Random

from queue_core.domain.hall_clock import HallClock, Session
from queue_core.domain.rules import Policy, Unit
from queue_core.domain.ticket import Errand, Ticket, Window
from queue_core.domain.words import DeliveryState, Origin, TicketClass, TicketState, WindowState
from queue_core.estimates.board import lay_out
from queue_core.estimates.history import History, Service
from queue_core.estimates.scene import Scene
from queue_core.estimates.simulation import simulate

MINUTE = 60_000
NOON = 1_795_320_000_000
ACCEPT = Unit("registration", TicketClass.ACCEPT)
PICKUP = Unit("registration", TicketClass.PICKUP)
CUSTOMS = Unit("customs", TicketClass.ACCEPT)
UNITS = (ACCEPT, PICKUP, CUSTOMS)
TEN = Service(10.0 * MINUTE, 0.0001)
STEADY = History(services=dict.fromkeys(UNITS, TEN))
OPEN = HallClock((Session(opens_at_ms=NOON - 180 * MINUTE, closes_at_ms=NOON + 240 * MINUTE),))
WITH_LUNCH = HallClock(
    (
        Session(opens_at_ms=NOON - 180 * MINUTE, closes_at_ms=NOON + 5 * MINUTE),
        Session(opens_at_ms=NOON + 95 * MINUTE, closes_at_ms=NOON + 240 * MINUTE),
    )
)


def window(number, *units, state=WindowState.FREE, ticket=None):
    return Window(number=number, state=state, profile=units or UNITS, ticket_id=ticket)


def ticket(ticket_id, came_min=0.0, unit=ACCEPT, *, clock=OPEN, case_id=None, **more):
    """Waits since `came_min` minutes before noon."""
    at = NOON - round(came_min * MINUTE)
    errand = Errand(unit=unit, seniority_ms=clock.at(at), case_id=case_id)
    given = {"errands": (errand,), "state": TicketState.WAITING} | more
    return Ticket(
        ticket_id=ticket_id,
        day="2026-11-23",
        number=f"{ticket_id:03}",
        reference=str(ticket_id),
        language="zh-CN",
        holder=None,
        visitor=ticket_id,
        origin=Origin.KIOSK,
        issued_at_ms=at,
        delivery=DeliveryState.PRINTED,
        delivery_at_ms=at,
        **given,
    )


def scene(windows, waiting=(), *, clock=OPEN, at=NOON, serving=None, appointments=()):
    return Scene(
        now_ms=at,
        clock=clock,
        policy=Policy(),
        head_start_ms=Policy().appointment_head_start_ms,
        windows=tuple(windows),
        waiting=tuple(waiting),
        at_windows=serving or {},
        appointments=appointments,
    )


def called_min(shown, history=STEADY):
    """By ticket, the minute of its call on the middle path."""
    paths = simulate(lay_out(shown, history), 15, Random(3))
    return {number: round(times[len(times) // 2] / MINUTE) for number, times in paths.waits.items()}
