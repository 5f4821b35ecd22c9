"""Behind a staff card: what may be done, and that the citizen's visit goes on where it was."""

from dataclasses import replace

import pytest

from kiosk.flow.effects import AwaitPhone, CheckPrinter, LetGo, Print, ReadLog, Restart, TrialPrint, Withdraw
from kiosk.flow.events import (
    CabinetDevicesSeen,
    CabinetLinkSeen,
    DevicesSeen,
    LinkSeen,
    LogSeen,
    NumberTaken,
    PhoneHolds,
    Resumed,
    StaffSeen,
    StaffTold,
)
from kiosk.flow.learning import learn
from kiosk.flow.limits import STAFF_FOR_S, limit_s
from kiosk.flow.presses import StaffAct, StaffActed, TimeOver
from kiosk.flow.shown import shown_page
from kiosk.flow.staff import LINES_SHOWN
from kiosk.flow.table import step
from kiosk.flow.visit import Comfort, LogLine, Mode, Page, StaffView, Visit, Way
from kiosk.gallery_staff import CABINET, CABINET_FORCED, CABINET_ILL, CABINET_OPEN, ILL, ITSELF, MEMBER
from kiosk.samples import FACTS, HOLDER, TICKET
from kiosk.viewmodels.staff import staff
from queue_core.wire.messages import StaffMember
from queue_core.wire.words import Role

HERE = StaffSeen(MEMBER)
AWAY = replace(FACTS, link_trouble="hall-unreachable")
TROUBLED = Visit(
    visit_id=7, page=Page.PAPER_TROUBLE, ticket=TICKET, way=Way.PAPER, trouble="paper-out", holder=HOLDER
)


def after(visit: Visit, *events, facts=FACTS) -> Visit:
    for event in events:
        visit = step(visit, event, facts).visit
    return visit


def acted(act: StaffAct) -> StaffActed:
    return StaffActed(act)


def test_the_page_stands_over_the_home_page_and_over_a_hall_that_is_away():
    visit = after(Visit(visit_id=1), HERE)
    assert shown_page(visit, FACTS) == shown_page(visit, AWAY) == Page.STAFF
    assert limit_s(visit, FACTS.patience) == STAFF_FOR_S


@pytest.mark.parametrize("ending", [acted(StaffAct.LEAVE), TimeOver()])
def test_a_number_that_waits_for_paper_waits_on_behind(ending):
    staffed = step(TROUBLED, HERE, FACTS)
    assert staffed.effects == ()
    left = step(staffed.visit, ending, FACTS)
    assert (left.visit, left.effects) == (TROUBLED, ())


def test_a_phone_may_take_the_number_over_meanwhile():
    visit = after(TROUBLED, HERE, PhoneHolds(visit_id=7))
    assert shown_page(visit, FACTS) is Page.STAFF
    assert after(visit, acted(StaffAct.LEAVE)).page is Page.DONE


def test_a_number_that_comes_meanwhile_is_delivered_and_not_withdrawn():
    taking = Visit(visit_id=7, page=Page.TAKING, way=Way.PAPER)
    taken = step(after(taking, HERE), NumberTaken(visit_id=7, ticket=TICKET), FACTS)
    assert taken.effects == (Print(visit_id=7, ticket=TICKET),)
    assert taken.visit.staff is not None


def test_what_somebody_had_chosen_before_is_ended():
    known = Visit(visit_id=7, page=Page.CONFIRM, holder=HOLDER)
    visit = after(known, HERE, acted(StaffAct.LEAVE))
    assert (visit.page, visit.holder) == (Page.HOME, None)
    assert visit.visit_id != known.visit_id


@pytest.mark.parametrize("role", [Role.AUDITOR, Role.ADMIN, Role.GATEWAY])
def test_who_does_not_look_after_the_hall_sees_nothing(role):
    stranger = StaffSeen(StaffMember(clerk="x", display_name="x", role=role))
    assert after(Visit(visit_id=1), stranger) == Visit(visit_id=1)


def test_nothing_is_done_for_somebody_who_has_left():
    for act in StaffAct:
        assert step(Visit(visit_id=1), acted(act), FACTS).effects == ()


@pytest.mark.parametrize(
    ("act", "effect"),
    [
        (StaffAct.TEST_PRINT, TrialPrint()),
        (StaffAct.PAPER_CHANGED, CheckPrinter()),
        (StaffAct.LOG, ReadLog()),
    ],
)
def test_what_staff_press_is_done(act, effect):
    assert step(after(Visit(visit_id=1), HERE), acted(act), FACTS).effects == (effect,)


def test_one_slip_at_a_time():
    asked = after(Visit(visit_id=1), HERE, acted(StaffAct.TEST_PRINT))
    assert step(asked, acted(StaffAct.TEST_PRINT), FACTS).effects == ()
    told = after(asked, StaffTold(code="test-printed"))
    assert step(told, acted(StaffAct.TEST_PRINT), FACTS).effects == (TrialPrint(),)


def test_the_kiosk_starts_anew_only_after_a_second_yes():
    visit = after(Visit(visit_id=1), HERE)
    assert step(visit, acted(StaffAct.CONFIRM_RESTART), FACTS).effects == ()
    asked = after(visit, acted(StaffAct.RESTART))
    assert staff(asked, FACTS).view == StaffView.RESTART
    assert step(asked, acted(StaffAct.CONFIRM_RESTART), FACTS).effects == (Restart(),)


def test_the_log_is_leafed_through_and_no_page_of_it_is_empty():
    lines = tuple(LogLine(at="", level="info", text=str(at)) for at in range(LINES_SHOWN + 1))
    visit = after(Visit(visit_id=1), HERE, acted(StaffAct.LOG), LogSeen(lines))
    first = staff(visit, FACTS)
    assert (len(first.lines), first.has_newer, first.has_older) == (LINES_SHOWN, False, True)
    for _ in range(2):
        visit = after(visit, acted(StaffAct.OLDER))
        last = staff(visit, FACTS)
        assert ([each.text for each in last.lines], last.has_newer, last.has_older) == (["8"], True, False)
    assert staff(after(visit, acted(StaffAct.NEWER)), FACTS) == first


def test_the_worst_device_stands_first_with_what_to_do():
    visit = after(Visit(visit_id=1), HERE)
    shown = staff(visit, replace(AWAY, devices=ILL, itself=ITSELF))
    assert [each.tone for each in shown.devices] == ["bad"] * 4 + ["good"] * 3
    assert all(each.remedy for each in shown.devices if each.tone == "bad")
    printer = next(each for each in shown.devices if each.name == "printer")
    assert "没有纸" in printer.state
    assert "新纸" in printer.remedy


HOSTING = replace(FACTS, itself=ITSELF, means=replace(FACTS.means, cabinet="L1"))


def devices_shown(facts):
    return {each.name: each for each in staff(after(Visit(visit_id=1), HERE), facts).devices}


def heard(*events, facts=HOSTING):
    for event in events:
        facts = learn(facts, event)
    return facts


def test_the_hosted_cabinet_stands_among_the_devices_under_its_own_name():
    shown = devices_shown(heard(DevicesSeen(ILL), CabinetDevicesSeen(CABINET.devices)))
    assert shown["cabinet-locker"].title == "取件柜 L1"
    assert shown["cabinet-staff-reader"].title == "取件柜 L1 · 员工卡读卡器"
    assert shown["staff-reader"].title == "员工卡读卡器"
    assert {shown[name].tone for name in ("cabinet-locker", "cabinet-staff-reader")} == {"good"}


@pytest.mark.parametrize(
    ("cabinet", "tone", "state", "remedy"),
    [
        (CABINET_ILL, "bad", "没有应答", "数据线"),
        (CABINET_FORCED, "bad", "可能被动过，有柜门开着", "把门关好"),
        (CABINET_OPEN, "warn", "正常，有柜门开着", "把门关好"),
    ],
)
def test_what_ails_the_boards_is_said_with_what_to_do(cabinet, tone, state, remedy):
    shown = devices_shown(heard(CabinetDevicesSeen(cabinet.devices)))["cabinet-locker"]
    assert (shown.tone, shown.state) == (tone, state)
    assert remedy in shown.remedy


def test_a_cabinet_that_the_hall_does_not_know_is_told_apart_from_a_hall_that_is_away():
    strange = devices_shown(heard(CabinetLinkSeen("unauthenticated")))["cabinet-hall"]
    assert (strange.tone, strange.state) == ("bad", "没有登记")
    assert "登记" in strange.remedy
    away = heard(CabinetLinkSeen("hall-unreachable"))
    assert devices_shown(away)["cabinet-hall"].state == "没有应答"
    assert "cabinet-hall" not in devices_shown(heard(LinkSeen("hall-unreachable"), facts=away))
    assert "cabinet-hall" not in devices_shown(heard(CabinetLinkSeen(""), facts=away))


def test_staff_see_no_large_letters_and_nothing_low_and_the_visitor_has_them_again():
    comfort = Comfort(mode=Mode.ELDERLY, reach=True)
    visit = after(replace(TROUBLED, comfort=comfort), HERE)
    assert visit.dressed == Comfort()
    assert after(visit, acted(StaffAct.LEAVE)).dressed == comfort


# After a crash


def resumed(way: Way, *, has_left_printer: bool) -> Resumed:
    return Resumed(ticket=TICKET, way=way, has_left_printer=has_left_printer, language="en")


def test_what_was_not_printed_is_printed_and_what_may_be_is_asked_about():
    back = step(Visit(visit_id=1), resumed(Way.PAPER, has_left_printer=False), FACTS)
    assert (back.visit.page, back.visit.language) == (Page.PRINTING, "en")
    assert [type(each) for each in back.effects] == [Print]
    asked = step(Visit(visit_id=1), resumed(Way.PAPER, has_left_printer=True), FACTS)
    assert (asked.visit.page, asked.visit.trouble) == (Page.PAPER_TROUBLE, "resumed")
    assert Print not in [type(each) for each in asked.effects]


def test_a_number_that_may_be_on_paper_is_not_withdrawn_from_whoever_went_with_it():
    asked = step(Visit(visit_id=1), resumed(Way.PAPER, has_left_printer=True), FACTS).visit
    gone = step(after(asked, TimeOver()), TimeOver(), FACTS)
    assert gone.effects == (LetGo(ticket_id=23),)
    shown = step(Visit(visit_id=1), resumed(Way.PHONE, has_left_printer=False), FACTS)
    assert shown.visit.page is Page.QR
    assert AwaitPhone in [type(each) for each in shown.effects]


def test_somebody_who_has_begun_is_not_disturbed():
    begun = Visit(visit_id=1, page=Page.CATEGORY)
    assert step(begun, resumed(Way.PHONE, has_left_printer=False), FACTS).visit == begun
    assert Withdraw not in [
        type(each) for each in step(begun, resumed(Way.PHONE, has_left_printer=False), FACTS).effects
    ]
