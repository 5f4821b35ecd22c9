"""The page behind a staff card under a finger."""

import pytest

from kiosk.flow.effects import CheckPrinter, ReadLog, Restart, TrialPrint
from kiosk.flow.events import (
    CabinetDevicesSeen,
    CabinetLinkSeen,
    DevicesSeen,
    HallSeen,
    LogSeen,
    PrinterSeen,
    StaffCardRefused,
    StaffSeen,
    StaffTold,
)
from kiosk.flow.visit import Page
from kiosk.gallery_staff import CABINET_ILL, ILL, LINES, MEMBER, device
from kiosk.samples import HALL, PRINTER


@pytest.fixture
def staffed(kiosk):
    kiosk.hear(HallSeen(HALL), PrinterSeen(PRINTER), StaffSeen(MEMBER))
    assert kiosk.is_at(Page.STAFF)
    kiosk.asked()
    return kiosk


@pytest.mark.parametrize(
    ("name", "effect"),
    [("test-print", TrialPrint()), ("paper-changed", CheckPrinter()), ("show-log", ReadLog())],
)
def test_each_button_does_its_work_once(staffed, name, effect):
    staffed.press(name)
    assert staffed.asked() == [effect]


def test_what_came_of_it_is_said(staffed):
    staffed.press("test-print")
    staffed.hear(StaffTold(code="paper-out"))
    assert "新纸" in staffed.text("staff-said")


def test_the_log_is_leafed_through_and_left(staffed):
    staffed.press("show-log")
    staffed.hear(LogSeen(LINES))
    assert staffed.text("log-0") == LINES[0].text
    staffed.press("older")
    assert staffed.text("log-0") == LINES[-1].text
    staffed.press("show-devices")
    assert "show-log" in staffed.names()


def devices_on(kiosk) -> set[str]:
    return {name for name in kiosk.names() if name.startswith("device-")}


def test_more_devices_than_there_is_room_for_are_leafed_through_the_worst_first(staffed):
    few = devices_on(staffed)
    assert "page-down" not in staffed.names()
    staffed.hear(
        DevicesSeen(ILL), CabinetDevicesSeen(CABINET_ILL.devices), CabinetLinkSeen("unauthenticated")
    )
    first = devices_on(staffed)
    assert "device-cabinet-locker" in first
    staffed.press("page-down")
    second = devices_on(staffed)
    assert second
    assert not first & second
    staffed.press("page-up")
    assert devices_on(staffed) == first
    staffed.hear(DevicesSeen(()), CabinetDevicesSeen(()), CabinetLinkSeen(""))
    assert devices_on(staffed) == few


def test_whether_devices_are_leafed_through_depends_on_how_many_there_are_alone(staffed):
    def is_leafed_through(count: int) -> bool:
        staffed.hear(DevicesSeen(tuple(device(f"scanner-{n}", "scanner", "online") for n in range(count))))
        return "page-down" in staffed.names()

    counts = range(8, 33, 4)
    while_they_come = [is_leafed_through(count) for count in counts]
    while_they_go = [is_leafed_through(count) for count in reversed(counts)]
    assert {True, False} == set(while_they_come)
    assert while_they_go[::-1] == while_they_come


def test_a_restart_wants_a_second_yes(staffed):
    staffed.press("restart")
    assert staffed.asked() == []
    staffed.press("confirm-restart")
    assert staffed.asked() == [Restart()]


def test_leaving_goes_back_to_the_home_page(staffed):
    staffed.press("staff-leave")
    assert staffed.is_at(Page.HOME)


def test_a_card_of_no_use_says_so_on_any_page_and_is_gone_again(kiosk):
    kiosk.hear(HallSeen(HALL), StaffCardRefused("hall-unreachable"))
    assert kiosk.is_at(Page.HOME)
    assert "staff-refusal" in kiosk.names()
    kiosk.hear(StaffCardRefused(""))
    assert "staff-refusal" not in kiosk.names()
