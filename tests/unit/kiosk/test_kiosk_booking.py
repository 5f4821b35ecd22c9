"""A slot of another day instead of a number: when it is offered, and the road to it."""

from dataclasses import replace
from datetime import date

import pytest
from msgspec.structs import replace as changed

from kiosk.backstage.booking import coming_days, spread
from kiosk.flow.booking import GONE_MEANWHILE, may_book
from kiosk.flow.effects import Book, FindSlots
from kiosk.flow.events import AppointmentMade, AskFailed, PreviewSeen, SlotsFound, TakeFailed
from kiosk.flow.presses import (
    Again,
    Back,
    LanguageChosen,
    Leave,
    RiskAccepted,
    SlotChosen,
    SlotsWanted,
    TimeOver,
)
from kiosk.flow.visit import Page, Visit
from kiosk.gallery_booking import MADE, SLOTS
from kiosk.samples import FACTS, HALL, HOLDER, PREVIEW
from kiosk.samples_matters import MATTER
from kiosk.viewmodels.booking import booked, bring, slots
from kiosk.viewmodels.own_message import answer
from kiosk.viewmodels.taking import message
from kiosk.viewmodels.taking_foresight import foresight
from queue_core.wire.appointments import BookAppointment
from queue_core.wire.words import TicketClass
from tests.unit.kiosk.visits import CARD, PAPER, TO_CARD, TO_CONFIRM, only, play

KEY = "key-of-the-touch"
TO_FULL = (*TO_CARD, *CARD, AskFailed(visit_id=1, code="quota-full"))
FOUND = SlotsFound(visit_id=1, slots=SLOTS)
TO_SLOTS = (*TO_FULL, SlotsWanted(), FOUND)
CHOSEN = SlotChosen(starts_at_ms=SLOTS[1].starts_at_ms, key=KEY)
TO_BOOKED = (*TO_SLOTS, CHOSEN, AppointmentMade(visit_id=1, appointment=MADE))
WARNED = PreviewSeen(visit_id=1, preview=changed(PREVIEW, may_not_be_called=True))


def refused(code: str) -> Visit:
    return play((*TO_CARD, *CARD, AskFailed(visit_id=1, code=code))).visit


# Where it is offered


@pytest.mark.parametrize("code", ["quota-full", "will-not-be-served", "hall-closed-today"])
def test_where_no_number_of_today_will_do_another_day_is_offered(code: str) -> None:
    shown = answer(refused(code), Page.ASK_TROUBLE, FACTS)
    assert shown.book == "预约别的时间"
    assert "导办台" not in shown.text
    late = play((*TO_CONFIRM, PAPER, TakeFailed(visit_id=1, code=code))).visit
    assert message(late, Page.TAKE_TROUBLE, FACTS).book == "预约别的时间"


@pytest.mark.parametrize("code", ["hall-unreachable", "not-offered", "hall-not-open-yet"])
def test_what_may_pass_offers_no_other_day(code: str) -> None:
    assert answer(refused(code), Page.ASK_TROUBLE, FACTS).book == ""
    assert play((SlotsWanted(),), visit=refused(code)).effects == ()


def test_the_warning_of_closing_time_offers_another_day_until_the_risk_is_taken() -> None:
    warned = play((*TO_CARD, *CARD, WARNED)).visit
    assert foresight(warned, Page.CONFIRM, FACTS).book == "预约别的时间"
    accepted = play((RiskAccepted(),), visit=warned).visit
    assert foresight(accepted, Page.CONFIRM, FACTS).book == ""
    assert not may_book(accepted, FACTS)


def test_nothing_is_booked_for_somebody_who_only_typed_or_where_nothing_is_booked() -> None:
    full = refused("quota-full")
    typed = replace(full, holder=changed(HOLDER, name=""))
    without = replace(FACTS, hall=changed(HALL, has_appointments=False))
    for visit, facts in ((typed, FACTS), (replace(full, holder=None), FACTS), (full, without)):
        assert not may_book(visit, facts)
        assert "导办台" in answer(visit, Page.ASK_TROUBLE, facts).text


# The road


def test_the_slots_of_the_business_are_looked_for_and_shown() -> None:
    wanted = FindSlots(visit_id=1, category="registration", ticket_class=TicketClass.ACCEPT)
    assert only((*TO_FULL, SlotsWanted())) == wanted
    shown = slots(play(TO_SLOTS).visit, Page.SLOTS, FACTS)
    assert [(one.time, one.date) for one in shown.slots[2:4]] == [
        ("明天 16:30–17:00", "11月23日 周一"),
        ("周四 09:00–09:30", "11月26日 周四"),
    ]


def test_a_slot_is_booked_with_the_key_of_its_touch_and_tried_again_with_the_same() -> None:
    wanted = only((*TO_SLOTS, CHOSEN))
    request = BookAppointment(
        ticket_class=TicketClass.ACCEPT,
        category="registration",
        starts_at_ms=SLOTS[1].starts_at_ms,
        holder=HOLDER,
    )
    assert wanted == Book(visit_id=1, request=request, key=KEY)
    silent = (*TO_SLOTS, CHOSEN, AskFailed(visit_id=1, code="hall-unreachable"))
    assert "不会重复预约" in answer(play(silent).visit, Page.ASK_TROUBLE, FACTS).text
    assert only((*silent, Again())) == wanted


def test_a_slot_that_was_not_offered_is_not_booked() -> None:
    assert play((*TO_SLOTS, SlotChosen(starts_at_ms=1, key=KEY))).effects == ()


def test_what_was_booked_is_shown_large_and_goes_with_the_visit() -> None:
    visit = play(TO_BOOKED).visit
    shown = booked(visit, Page.BOOKED, FACTS)
    assert (visit.page, shown.when, shown.date, shown.time) == (
        Page.BOOKED,
        "明天",
        "11月23日 周一",
        "11:30–12:00",
    )
    later = changed(MADE, starts_at_ms=SLOTS[3].starts_at_ms, ends_at_ms=SLOTS[3].ends_at_ms)
    visit = play((*TO_SLOTS, CHOSEN, AppointmentMade(visit_id=1, appointment=later))).visit
    shown = booked(replace(visit, language="en"), Page.BOOKED, FACTS)
    assert (shown.when, shown.date.count("Thu") + shown.date.count("周四")) == ("", 1)
    for done in (Leave(), TimeOver()):
        assert play((*TO_BOOKED, done)).visit == Visit(visit_id=2)


@pytest.mark.parametrize("code", sorted(GONE_MEANWHILE))
def test_a_slot_that_went_meanwhile_lists_the_others_with_the_reason(code: str) -> None:
    gone = (*TO_SLOTS, CHOSEN, AskFailed(visit_id=1, code=code))
    assert isinstance(only(gone), FindSlots)
    anew = play((*gone, SlotsFound(visit_id=1, slots=SLOTS[2:]))).visit
    shown = slots(anew, Page.SLOTS, FACTS)
    assert (anew.page, len(shown.slots), shown.notice != "") == (Page.SLOTS, 4, True)
    assert play((CHOSEN,), visit=anew).effects == ()


def test_who_has_an_appointment_on_that_day_is_told_and_chooses_another() -> None:
    twice = (*TO_SLOTS, CHOSEN, AskFailed(visit_id=1, code="already-booked"))
    assert "已有预约" in answer(play(twice).visit, Page.ASK_TROUBLE, FACTS).text
    back = play((*twice, Back())).visit
    assert (back.page, slots(back, Page.SLOTS, FACTS).notice) == (Page.SLOTS, "")


@pytest.mark.parametrize("road", [(FOUND,), (AskFailed(visit_id=1, code="hall-unreachable"),)])
def test_back_leads_to_the_refusal_as_it_stood_in_the_language_of_now(road: tuple[object, ...]) -> None:
    events = (*TO_FULL, SlotsWanted(), *road, LanguageChosen("en"), Back())
    assert play(events).visit == replace(play(TO_FULL).visit, language="en")


def test_a_business_that_is_not_booked_leads_to_the_guide_desk() -> None:
    none = play((*TO_FULL, SlotsWanted(), AskFailed(visit_id=1, code="no-appointments"))).visit
    assert "导办台" in slots(none, Page.SLOTS, FACTS).none


def test_what_to_bring_is_said_by_name_when_it_is_little() -> None:
    visit = play(TO_BOOKED).visit
    assert bring(visit) == "请带好证件和要用的材料"
    few = changed(MATTER, materials=MATTER.materials[:1])
    assert MATTER.materials[0].names["zh-CN"] in bring(replace(visit, matter=few))
    assert str(len(MATTER.materials)) in bring(replace(visit, matter=MATTER))


# Which slots


def test_a_week_from_tomorrow_is_looked_at_with_a_few_times_of_each_day() -> None:
    days = coming_days(HALL)
    assert (days[0], days[-1], len(days)) == (date(2026, 11, 23), date(2026, 11, 29), 7)
    assert coming_days(changed(HALL, day="")) == []
    assert spread(SLOTS[:2]) == SLOTS[:2]
    assert spread(SLOTS) == (SLOTS[0], SLOTS[3], SLOTS[5])
