"""What the kiosk keeps and tells of itself: a number on its way, its log, its clock, and appointments."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
import structlog

from kiosk.backstage import clock
from kiosk.backstage.finding import todays
from kiosk.backstage.health import KioskHealth
from kiosk.backstage.keepsake import Keepsake, place
from kiosk.backstage.log_ring import LINES, LogRing
from kiosk.flow.visit import Way
from kiosk.samples import HALL, TICKET
from queue_core.client import Credential
from queue_core.wire.appointments import Appointment
from queue_core.wire.words import AppointmentState, DeliveryState, Role, TicketClass

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)


@pytest.fixture
def health() -> KioskHealth:
    return KioskHealth(lambda _: None, lambda: NOW)


def credential(device: str = "kiosk-1", certificate: str = "one") -> Credential:
    return Credential(
        server="https://hall", role=Role.KIOSK, device=device, token="secret", certificate=certificate
    )


# Keepsake


def test_a_number_is_kept_from_its_issue_until_the_hall_knows_what_became_of_it(tmp_path, health):
    keepsake = Keepsake(tmp_path / "kept", health)
    keepsake.taken(TICKET, Way.PAPER, "en")
    keepsake.printing(TICKET.ticket_id)
    (found,) = Keepsake(tmp_path / "kept", health).found()
    assert (found.ticket_id, found.way, found.language) == (TICKET.ticket_id, Way.PAPER, "en")
    assert (found.has_left_printer, found.outcome) == (True, None)
    keepsake.settled(TICKET.ticket_id, DeliveryState.PRINTED)
    (found,) = Keepsake(tmp_path / "kept", health).found()
    assert found.outcome is DeliveryState.PRINTED
    keepsake.forget(TICKET.ticket_id)
    assert Keepsake(tmp_path / "kept", health).found() == ()


@pytest.mark.parametrize(("later_s", "is_young"), [(5, True), (-30, True), (179, True), (181, False)])
def test_a_number_is_kept_for_who_waits_and_for_no_later_comer(tmp_path, health, later_s, is_young):
    now_s = NOW.timestamp()
    Keepsake(tmp_path / "kept", health, lambda: now_s).taken(TICKET, Way.PAPER, "en")
    after = Keepsake(tmp_path / "kept", health, lambda: now_s + later_s)
    (found,) = after.found()
    assert after.is_young(found) is is_young


def test_the_file_holds_no_secret_and_only_its_owner_reads_it(tmp_path, health):
    Keepsake(tmp_path / "kept", health).taken(TICKET, Way.PHONE, "zh-CN")
    kept = (tmp_path / "kept").read_text()
    assert TICKET.status_url.partition("#")[2] not in kept
    assert "status_url" not in kept
    assert (tmp_path / "kept").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("content", [b"", b"\xff", b"{}", b'[{"ticket_id": "x"}]'])
def test_a_file_that_is_spoilt_is_nothing(tmp_path, health, content):
    (tmp_path / "kept").write_bytes(content)
    assert Keepsake(tmp_path / "kept", health).found() == ()


def test_a_disk_that_cannot_be_written_is_told_and_mends(tmp_path, health):
    folder = tmp_path / "folder"
    keepsake = Keepsake(folder / "kept", health)
    keepsake.taken(TICKET, Way.PHONE, "zh-CN")
    assert [(each.name, each.trouble) for each in health.health()] == [("disk", "disk-unwritable")]
    folder.mkdir()
    keepsake.printing(TICKET.ticket_id)
    assert health.health() == ()
    assert Keepsake(folder / "kept", health).found()[0].has_left_printer


def test_kiosks_of_one_folder_do_not_take_each_others_numbers(tmp_path):
    places = {
        place(tmp_path, credential(device, certificate))
        for device in ("kiosk-1", "kiosk-2")
        for certificate in ("one", "another")
    }
    assert len(places) == 4
    assert place(None, credential()) is None


# Log


def lines_of(*told: dict[str, object]) -> list[str]:
    ring = LogRing()
    for each in told:
        ring(None, "info", dict(each))
    return [line.text for line in ring.lines()]


def test_the_newest_line_stands_first_and_fifty_are_kept():
    texts = lines_of(*({"event": f"event-{each}"} for each in range(LINES + 5)))
    assert (len(texts), texts[0], texts[-1]) == (LINES, f"event-{LINES + 4}", "event-5")


def test_only_named_fields_are_kept_whatever_a_line_carries():
    (text,) = lines_of(
        {
            "event": "print-failed",
            "code": "paper-out",
            "device": "escpos+tcp://10.4.0.31:9100?secret=1",
            "detail": "张秀兰 440106195603040023",
            "exception": "Traceback … token",
        }
    )
    assert text == "print-failed device=escpos+tcp://10.4.0.31:9100 code=paper-out"


def test_a_line_passes_on_to_the_log_unchanged():
    ring, event = LogRing(), {"event": "printed", "bytes_sent": 7}
    assert ring(None, "info", event) is event
    assert event == {"event": "printed", "bytes_sent": 7}
    assert structlog.get_config()["processors"]


# Clock


@pytest.mark.parametrize("off_s", [121.0, -3600.0])
def test_a_clock_two_minutes_off_is_told_until_it_is_right(health, off_s):
    clock.tell(health, off_s)
    clock.tell(health, off_s)
    (told,) = health.health()
    assert (told.name, told.trouble, told.since) == ("clock", "clock-wrong", NOW)
    assert told.remedy
    clock.tell(health, 1.0)
    assert health.health() == ()


# Appointments


def booked(starts: str, state: AppointmentState, reference: str) -> Appointment:
    starts_at_ms = int(datetime.fromisoformat(starts).replace(tzinfo=ZoneInfo("Asia/Shanghai")).timestamp())
    return Appointment(
        reference=reference,
        ticket_class=TicketClass.ACCEPT,
        category="registration",
        matter=None,
        starts_at_ms=starts_at_ms * 1000,
        ends_at_ms=(starts_at_ms + 1800) * 1000,
        state=state,
    )


def test_appointments_of_today_are_those_of_the_halls_day_the_live_before_the_missed():
    of_person = (
        booked("2026-11-22 00:00", AppointmentState.MISSED, "missed"),
        booked("2026-11-22 15:00", AppointmentState.BOOKED, "later"),
        booked("2026-11-22 09:00", AppointmentState.BOOKED, "soon"),
        booked("2026-11-22 10:00", AppointmentState.CHECKED_IN, "checked-in"),
        booked("2026-11-22 11:00", AppointmentState.CANCELLED, "cancelled"),
        booked("2026-11-23 00:00", AppointmentState.BOOKED, "tomorrow"),
        booked("2026-11-21 23:30", AppointmentState.MISSED, "yesterday"),
    )
    assert [each.reference for each in todays(of_person, HALL)] == ["soon", "later", "missed"]
    assert todays(of_person, None) == ()
