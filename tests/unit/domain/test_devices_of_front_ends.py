"""What the journal keeps of the devices of front ends: when one stopped working, and when it worked again."""

import pytest

from queue_core.domain.commands import CloseDay, DeviceSeen, OpenDay, ReportDevices
from queue_core.domain.devices import is_news
from queue_core.domain.hall_day import HallDay
from queue_core.domain.rules import MINUTE_MS
from queue_core.domain.words import ExpiryReason
from tests.unit.domain.conftest import MORNING_MS, ZONES, Play


def told(*states: str, front_end: str = "K1") -> ReportDevices:
    devices = (
        DeviceSeen(name=f"printer-{at}", kind="ticket_printer", state=each)
        for at, each in enumerate(states, 1)
    )
    return ReportDevices(front_end=front_end, devices=tuple(devices))


def changes(play: Play, *states: str, front_end: str = "K1") -> list[tuple[str, str, bool]]:
    events = play.do(told(*states, front_end=front_end))
    return [(each.device, each.state, each.is_working) for each in events]


def test_a_device_is_journaled_when_it_stops_working_and_when_it_works_again(play: Play) -> None:
    assert changes(play, "online", "online") == []
    assert changes(play, "power_off", "busy") == [("printer-1", "power_off", False)]
    assert changes(play, "online", "online") == [("printer-1", "online", True)]


def test_what_does_not_work_for_another_reason_is_no_news(play: Play) -> None:
    changes(play, "power_off")
    assert not is_news(play.day, told("hardware_error"))
    assert changes(play, "hardware_error") == []


@pytest.mark.parametrize("before", ["online", "user_error"])
def test_what_starts_is_what_it_was_before(play: Play, before: str) -> None:
    changes(play, before)
    assert changes(play, "starting") == []


def test_what_a_front_end_has_no_more_is_not_broken_any_more(play: Play) -> None:
    changes(play, "online", "user_error")
    assert changes(play, "power_off", front_end="K2") == [("printer-1", "power_off", False)]
    assert changes(play, "online") == [("printer-2", "gone", True)]
    assert play.day.broken_devices == {("K2", "printer-1"): "ticket_printer"}


def test_what_is_still_broken_is_told_again_on_the_next_day(play: Play) -> None:
    changes(play, "power_off")
    play.do(OpenDay(day="2026-11-21", rules=ZONES, midnight_ms=MORNING_MS + 870 * MINUTE_MS), 900 * MINUTE_MS)
    assert is_news(play.day, told("power_off"))
    assert changes(play, "power_off") == [("printer-1", "power_off", False)]


def test_nothing_is_kept_once_the_day_is_closed_nor_before_the_first(play: Play) -> None:
    play.do(CloseDay(reason=ExpiryReason.DAY_ENDED))
    assert changes(play, "power_off") == []
    assert not is_news(HallDay(), told("power_off"))
