"""Whether a message is still true: cases and appointments as they stand, without a hall around them."""

import pytest
from msgspec.structs import replace

from queue_core.app.outgoing import still_true
from queue_core.domain.hall_day import HallDay
from queue_core.domain.rating_visit import FinishedVisit
from queue_core.domain.records import Appointment, Case, InDoor
from queue_core.domain.rules import Unit
from queue_core.domain.words import AppointmentState, CaseState, TicketClass
from queue_core.store.message import Message, MessageKind, Recipient
from queue_core.store.retention import Purpose

UNIT = Unit("registration", TicketClass.ACCEPT)
NOW_MS = 1_000_000
CASE = Case(
    case_id=1,
    code="C-1",
    unit=UNIT,
    matter=None,
    state=CaseState.READY,
    accepted_at_ms=0,
    language="en",
    place=InDoor(cabinet="L1", door=7),
    serial=41,
    keep_until_ms=2_000_000,
)
BOOKED = Appointment(
    appointment_id=1,
    reference="R" * 12,
    unit=UNIT,
    matter=None,
    starts_at_ms=NOW_MS + 1,
    ends_at_ms=NOW_MS + 2,
    places=1,
)
VISIT = FinishedVisit(
    ticket_id=1,
    reference="T" * 12,
    number="023",
    language="zh-CN",
    unit=UNIT,
    matter=None,
    day="2026-11-19",
    midnight_ms=0,
    window=1,
    clerk="1001",
    ended_at_ms=1,
)


def true(kind: MessageKind, params: dict[str, str], day: HallDay, visit: FinishedVisit | None = None):
    recipient = Recipient(purpose=Purpose.PICKUP, day="2026-11-20", sealed=b"")
    message = Message(dedupe_key="k", kind=kind, recipient=recipient, params=params, created_at_ms=0)
    return still_true(message, day, NOW_MS, past_visit=lambda _: visit)


def day_with(case: Case | None = None, appointment: Appointment | None = None) -> HallDay:
    day = HallDay()
    if case is not None:
        day.cases.accept(case)
    if appointment is not None:
        day.appointments.book(appointment)
    return day


def test_a_case_that_waits_is_told_with_where_and_by_which_code() -> None:
    facts = true(MessageKind.RESULT_READY, {"case": "C-1", "serial": "41"}, day_with(CASE))
    assert facts is not None
    assert (facts.language, facts.serial, facts.place) == ("en", 41, CASE.place)


@pytest.mark.parametrize(
    "case",
    [
        None,
        replace(CASE, state=CaseState.ACCEPTED),
        replace(CASE, state=CaseState.HANDED_OVER),
        replace(CASE, state=CaseState.EXPIRED),
        replace(CASE, is_missing=True),
        replace(CASE, serial=42),
    ],
    ids=["unknown", "not ready", "handed over", "expired", "missing", "with another code"],
)
def test_a_case_that_does_not_wait_under_that_code_is_not_told(case) -> None:
    for kind in (MessageKind.RESULT_READY, MessageKind.LOCKER_EXPIRING):
        params = {"case": "C-1", "serial": "41", "until_ms": "2000000"}
        assert true(kind, params, day_with(case)) is None


def test_a_case_kept_longer_after_all_is_not_said_to_expire() -> None:
    params = {"case": "C-1", "serial": "41", "until_ms": "2000000"}
    assert true(MessageKind.LOCKER_EXPIRING, params, day_with(CASE)) is not None
    later = replace(CASE, keep_until_ms=3_000_000)
    assert true(MessageKind.LOCKER_EXPIRING, params, day_with(later)) is None


@pytest.mark.parametrize(
    ("appointment", "is_told"),
    [
        (BOOKED, True),
        (replace(BOOKED, starts_at_ms=NOW_MS), False),
        (replace(BOOKED, state=AppointmentState.CANCELLED), False),
        (None, False),
    ],
    ids=["booked", "begun", "given back", "unknown"],
)
def test_an_appointment_is_told_of_as_long_as_it_is_booked_and_to_come(appointment, is_told) -> None:
    day = day_with(appointment=appointment)
    assert (true(MessageKind.APPOINTMENT_TOMORROW, {"appointment": "R" * 12}, day) is not None) is is_told


@pytest.mark.parametrize(
    ("visit", "is_asked"),
    [
        (VISIT, True),
        (replace(VISIT, level=5), False),
        (replace(VISIT, midnight_ms=-(10**12)), False),
        (None, False),
    ],
    ids=["open", "rated", "too late", "unknown"],
)
def test_a_visit_of_yesterday_is_asked_about_until_it_was_rated_or_it_is_too_late(visit, is_asked) -> None:
    told = true(MessageKind.RATING_LINK, {"reference": "T" * 12, "number": "023"}, HallDay(), visit)
    assert (told is not None) is is_asked


@pytest.mark.parametrize("kind", [MessageKind.CALLED, MessageKind.FEW_AHEAD])
def test_a_number_that_is_not_of_today_is_not_told_of(kind) -> None:
    assert true(kind, {"reference": "T" * 12, "number": "023", "window": "1"}, HallDay()) is None
