"""Calls and windows as the hall's stream carries them."""

import os

import pytest

from queue_core.wire.views import CallView, WindowTicket, WindowView
from queue_core.wire.words import TicketClass, TicketState, WindowState

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

NOW = 1_800_000_000_000


def _call(call_id, *, ticket=None, window=3, nth=1, age_ms=0, language="zh-CN", number=None, is_spoken=False):
    return CallView(
        call_id=call_id,
        ticket_id=ticket or call_id,
        number=number or f"{ticket or call_id:03d}",
        ticket_class=TicketClass.ACCEPT,
        window=window,
        nth=nth,
        called_at_ms=NOW - age_ms,
        language=language,
        is_spoken=is_spoken,
    )


def _ticket(ticket, state):
    return WindowTicket(
        ticket_id=ticket,
        number=f"{ticket:03d}",
        ticket_class=TicketClass.ACCEPT,
        category="registration",
        state=state,
        calls=1,
        issued_at_ms=NOW,
        called_at_ms=NOW,
        started_at_ms=None,
        holder=None,
    )


def _window(number, ticket, state=TicketState.CALLED):
    return WindowView(
        window=number,
        state=WindowState.CALLED if ticket else WindowState.FREE,
        clerk=None,
        clerk_display_name=None,
        ticket=_ticket(ticket, state) if ticket else None,
        rating=None,
        waiting=0,
        calls_before_no_show=3,
    )


@pytest.fixture(scope="session")
def now_ms():
    return NOW


@pytest.fixture(scope="session")
def call():
    return _call


@pytest.fixture(scope="session")
def window():
    return _window
