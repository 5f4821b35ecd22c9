"""The page behind a staff card with invented facts."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

from kiosk.flow.facts import CabinetFacts, DeviceFacts, Facts, Itself
from kiosk.flow.visit import LogLine, StaffSession, StaffView, Visit
from queue_core.wire.messages import StaffMember
from queue_core.wire.words import Role

SINCE = datetime(2026, 11, 22, 1, 30, tzinfo=UTC)
MEMBER = StaffMember(clerk="guide-1", display_name="周晓岚", role=Role.GUIDE)
ITSELF = Itself(name="kiosk-1", server="https://10.4.0.2:8443", version="0.1.0")
LINES = tuple(
    LogLine(at=at, level=level, text=text)
    for at, level, text in (
        ("09:41:12", "warning", "device-lost part=devices device=escpos+tcp://10.4.0.31:9100 code=link-lost"),
        ("09:41:12", "warning", "print-failed part=kiosk.printing code=link-lost has_left_printer=True"),
        ("09:40:58", "info", "printed part=kiosk.printing what=ticket"),
        ("09:40:31", "info", "card-failed part=kiosk.readers code=card-removed reader=0"),
        ("09:38:02", "error", "background-work-failed"),
        ("09:37:47", "info", "question-came-to-nothing part=kiosk.asking code=no-estimate"),
        ("09:36:20", "info", "staff-card-refused part=kiosk.staffing code=unknown-card"),
        ("09:31:00", "info", "device-recovered part=devices device=idcard+pcsc://Reader%20A%2000%2000"),
        ("09:30:00", "info", "printed part=kiosk.printing what=trial"),
    )
)


def device(name: str, kind: str, state: str, trouble: str | None = None, **parts: str) -> DeviceFacts:
    return DeviceFacts(
        name=name, kind=kind, address="", state=state, parts=parts, trouble=trouble, remedy=None, since=SINCE
    )


WELL = (
    device("reader-1", "card_reader", "online", card="absent"),
    device("reader-2", "card_reader", "online", card="absent"),
    device("printer", "ticket_printer", "online", paper="low", cover="closed", cutter="fine"),
    device("scanner", "scanner", "online"),
    device("speaker", "speaker", "online"),
    device("staff-reader", "staff_card_reader", "online", card="present"),
)
ILL = (
    device("reader-1", "card_reader", "no_device", "absent", card="unknown"),
    device("reader-2", "card_reader", "online", card="absent"),
    device("printer", "ticket_printer", "user_error", paper="out", cover="open"),
    device("scanner", "scanner", "online"),
    device("staff-reader", "staff_card_reader", "online", card="present"),
    device("clock", "clock", "user_error", "clock-wrong"),
)
CABINET = CabinetFacts(
    devices=(
        device("locker", "locker", "online", doors="closed"),
        device("staff-reader", "staff_card_reader", "online", card="absent"),
    )
)
CABINET_ILL = CabinetFacts(
    devices=(
        device("locker", "locker", "power_off", "link-lost", doors="unknown"),
        device("staff-reader", "staff_card_reader", "no_device", "absent", card="unknown"),
    ),
    link_trouble="unauthenticated",
)
CABINET_FORCED = CabinetFacts(devices=(device("locker", "locker", "tamper_suspected", doors="open"),))
CABINET_OPEN = CabinetFacts(devices=(device("locker", "locker", "online", doors="open"),))


def states(facts: Facts) -> Iterator[tuple[str, Visit, Facts]]:
    """Each scene's name, visit and facts; `facts` are a whole kiosk's."""
    yield "home-staff-card-unknown", Visit(visit_id=1), replace(facts, staff_refused="unknown-card")
    away = replace(facts, staff_refused="hall-unreachable", link_trouble="hall-unreachable")
    yield "away-staff-card", Visit(visit_id=1), away
    session = StaffSession(member=MEMBER, lines=LINES)
    well = replace(facts, devices=WELL, itself=ITSELF)
    ill = replace(well, devices=ILL, link_trouble="hall-unreachable")
    yield "staff", visit(session), well
    yield "staff-printing", visit(replace(session, is_busy=True)), well
    yield "staff-printed", visit(replace(session, said="test-printed")), well
    yield "staff-ill", visit(replace(session, said="paper-out")), ill
    beside = replace(well, means=replace(facts.means, cabinet="L1"))
    yield "staff-with-cabinet", visit(session), replace(beside, cabinet=CABINET)
    yield "staff-with-cabinet-open", visit(session), replace(beside, cabinet=CABINET_OPEN)
    yield "staff-with-cabinet-forced", visit(session), replace(beside, cabinet=CABINET_FORCED)
    both_ill = replace(beside, devices=ILL, cabinet=CABINET_ILL)
    yield "staff-with-cabinet-ill", visit(replace(session, said="paper-out")), both_ill
    yield "staff-log", visit(replace(session, view=StaffView.LOG)), well
    yield "staff-log-empty", visit(StaffSession(member=MEMBER, view=StaffView.LOG)), well
    yield "staff-restart", visit(replace(session, view=StaffView.RESTART)), well


def visit(session: StaffSession) -> Visit:
    return Visit(visit_id=1, staff=session)
