"""What recalls, returns, conversions, holds and stages do to the figures of a day: one short story each."""

from contextlib import closing
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import msgspec
import pytest
from typer.testing import CliRunner

from drivers.contract.device import Kind
from queue_core.domain import events as e
from queue_core.domain.entry import Entry
from queue_core.domain.hall_clock import Session
from queue_core.domain.rules import CategoryRules, HallRules, Unit
from queue_core.domain.ticket import Errand, Slot
from queue_core.domain.words import CallWay, DeferralReason, ExpiryReason, TicketClass
from queue_core.reports.cli import app
from queue_core.reports.days import MonthFigures
from queue_core.reports.errors import NoSuchDay, NotWritten
from queue_core.reports.figures import Targets, day_figures
from queue_core.reports.ledger import Ledger
from queue_core.reports.naming import KINDS
from queue_core.reports.spans import Spans
from queue_core.store.journal import SqliteJournal
from queue_core.wire.figures import DayFigures

MINUTE = 60_000
MIDNIGHT = 1_795_276_800_000
DAY = 24 * 60 * MINUTE
NINE = MIDNIGHT + 9 * 60 * MINUTE
ACCEPT = Unit("registration", TicketClass.ACCEPT)
CONSULT = Unit("registration", TicketClass.CONSULT)
SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def opened(day="2026-11-23", midnight=MIDNIGHT):
    noon = midnight + 12 * 60 * MINUTE
    sessions = (
        Session(opens_at_ms=midnight + 510 * MINUTE, closes_at_ms=noon),
        Session(opens_at_ms=noon + 90 * MINUTE, closes_at_ms=noon + 300 * MINUTE),
    )
    rules = HallRules(
        categories=(CategoryRules(code="registration", classes=tuple(TicketClass)),), windows=()
    )
    return e.DayOpened(
        at_ms=midnight,
        day=day,
        rules=rules,
        next_ticket_id=1,
        next_call_id=1,
        midnight_ms=midnight,
        sessions=sessions,
    )


def issued(minute, ticket_id=1, *, unit=ACCEPT, slot_minute=None, is_remote=False):
    slot = None
    if slot_minute is not None:
        starts = NINE + slot_minute * MINUTE
        slot = Slot(appointment_id=1, starts_at_ms=starts, ends_at_ms=starts + 30 * MINUTE)
    return e.TicketIssued(
        at_ms=NINE + minute * MINUTE,
        ticket_id=ticket_id,
        number=f"{ticket_id:03}",
        reference=str(ticket_id),
        errands=(Errand(unit=unit, seniority_ms=0),),
        language="zh-CN",
        holder=None,
        visitor=ticket_id,
        is_remote=is_remote,
        slot=slot,
    )


def at(kind, minute, ticket_id=1, **more):
    return kind(at_ms=NINE + minute * MINUTE, ticket_id=ticket_id, **more)


def called(minute, ticket_id=1, *, window=1, way=CallWay.RULE):
    return at(e.TicketCalled, minute, ticket_id, call_id=minute, window=window, way=way)


def started(minute, ticket_id=1, *, window=1):
    return at(e.ServiceStarted, minute, ticket_id, window=window)


def finished(minute, ticket_id=1, *, window=1):
    return at(e.ServiceFinished, minute, ticket_id, window=window)


def seated(minute, clerk="1001", window=1):
    return e.WindowOpened(at_ms=NINE + minute * MINUTE, window=window, clerk=clerk)


def figures(*events, targets=None):
    ledger = Ledger()
    for event in (opened(), *events):
        ledger.enter(event)
    return day_figures(ledger, targets or Targets())


def printer(minute, state, front_end="K1"):
    return e.DeviceChanged(
        at_ms=NINE + minute * MINUTE,
        front_end=front_end,
        device="printer",
        device_kind="ticket_printer",
        state=state,
        is_working=state == "online",
    )


def one(groups, name):
    return next(each for each in groups if each.name == name)


def minutes(spread):
    return spread.count, spread.mean_s and spread.mean_s / 60


def test_a_recall_changes_no_wait():
    recall = at(e.TicketRecalled, 15, call_id=2, window=1, nth=2)
    found = figures(issued(0), called(10), recall)
    assert (found.totals.calls, found.totals.recalls) == (1, 1)
    assert minutes(found.totals.wait) == (1, 10)


def test_who_comes_back_after_a_missed_call_waited_once_and_is_no_second_visitor():
    missed = at(e.TicketMissed, 12, window=1)
    found = figures(issued(0), called(10), missed, at(e.TicketReturned, 14), called(30))
    t = found.totals
    assert (t.taken, t.visitors, t.calls, t.no_shows, t.absent_numbers, t.returns) == (1, 1, 2, 1, 1, 1)
    assert minutes(t.wait) == (1, 10)


def test_a_conversion_keeps_the_wait_and_nobody_vanishes():
    converted = at(e.TicketConverted, 4, errand=0, unit=CONSULT, matter=None)
    found = figures(issued(0), converted, called(10))
    accept, consult = one(found.by_class, "accept"), one(found.by_class, "consult")
    assert (accept.taken, accept.converted_out, accept.wait.count) == (1, 1, 0)
    assert (consult.taken, consult.converted_in) == (0, 1)
    assert minutes(consult.wait) == (1, 10)
    assert [(each.from_unit, each.to_unit) for each in found.conversions] == [
        ("registration/accept", "registration/consult")
    ]
    category = one(found.by_category, "registration")
    assert (category.converted_in, category.converted_out) == (0, 0)


def test_another_matter_of_the_same_unit_is_no_conversion():
    same = at(e.TicketConverted, 4, errand=0, unit=ACCEPT, matter="licence")
    assert figures(issued(0), same).totals.conversions == 0


def test_a_hold_is_no_wait_and_its_time_no_service_and_it_is_not_done_in_one_sitting():
    held = at(e.TicketHeld, 14, window=1, reason="copy", until_ms=0)
    back = called(25, way=CallWay.HAND_BACK)
    found = figures(
        issued(0), called(10), started(11), held, at(e.TicketReturned, 20), back, started(26), finished(30)
    )
    t = found.totals
    assert (t.holds, t.hand_backs, t.returns, t.finished, t.immediate) == (1, 1, 0, 1, 0)
    assert minutes(t.wait) == (1, 10)
    assert minutes(t.service) == (1, 7)


def test_each_stage_waits_for_itself():
    stage = at(e.StageFinished, 20, window=1, done=())
    found = figures(issued(0), called(10), started(10), stage, called(26, window=2), started(26, window=2))
    assert minutes(found.totals.first_wait) == (1, 10)
    assert minutes(found.totals.wait) == (2, 8)
    assert minutes(one(found.by_window, "2").wait) == (1, 6)


def test_who_is_sent_back_unserved_waits_again_and_may_still_be_done_in_one_sitting():
    back = at(e.TicketSentBack, 12, window=1)
    found = figures(issued(0), called(10), back, called(20), started(21), finished(30))
    assert minutes(found.totals.wait) == (2, 9)
    assert (found.totals.finished, found.totals.immediate, found.totals.sent_back) == (1, 1, 1)


def test_a_result_of_the_same_day_makes_no_second_finished_number():
    result = at(e.ResultReady, 40, errand=Errand(unit=ACCEPT, seniority_ms=0))
    first = (issued(0), called(10), started(10), finished(20))
    assert figures(*first).totals.immediate == 1
    again = figures(*first, result, called(45), started(45), at(e.ServiceFinished, 50, window=1, done=(1,)))
    assert (again.totals.finished, again.totals.immediate, again.totals.sittings) == (1, 0, 2)
    assert minutes(again.totals.wait) == (2, 7.5)
    assert one(again.by_class, "accept").immediate == 0


@pytest.mark.parametrize(
    ("check_in", "slot", "call", "wait_min", "on_time"),
    [(0, 30, 33, 3, 1), (0, 30, 20, 0, 1), (40, 30, 45, 5, 1), (0, 30, 36, 6, 0)],
)
def test_an_appointment_waits_from_its_slot_or_a_later_check_in(check_in, slot, call, wait_min, on_time):
    found = figures(issued(check_in, slot_minute=slot), called(call))
    assert minutes(found.totals.wait) == (1, wait_min)
    assert (found.appointments.judged, found.appointments.on_time) == (1, on_time)


def test_a_remote_number_waits_from_its_arrival():
    remote = issued(0, is_remote=True)
    assert figures(remote).totals.waiting == 0
    arrived = at(e.TicketArrived, 40, seniority_ms=0)
    assert minutes(figures(remote, arrived, called(45)).totals.wait) == (1, 5)
    never = at(e.TicketExpired, 400, reason=ExpiryReason.DAY_ENDED)
    assert (figures(remote, never).totals.not_arrived, figures(remote, never).totals.left_uncalled) == (1, 0)


def test_a_number_that_reached_nobody_is_in_no_figure():
    withdrawn = at(e.TicketWithdrawn, 2, reason=None)
    asked = at(e.TicketDeferred, 1, reason=DeferralReason.ASKED, passes=3)
    converted = at(e.TicketConverted, 1, errand=0, unit=CONSULT, matter=None)
    found = figures(issued(0), asked, converted, withdrawn)
    assert found.totals.withdrawn == 1
    assert (found.totals.taken, found.totals.visitors, found.totals.deferrals) == (0, 0, 0)
    assert (found.by_class, found.by_hour, found.flow) == ((), (), ())


def test_targets_are_judged_in_opening_time():
    over_noon = figures(issued(175), called(280), targets=Targets({"registration/accept": 20}))
    assert minutes(over_noon.totals.wait) == (1, 105)
    unit = one(over_noon.by_unit, "registration/accept")
    assert (unit.target_min, unit.within_target) == (20, 1)


def test_a_relieving_clerk_finishes_in_her_own_name():
    relief = e.WindowTakenOver(at_ms=NINE + 20 * MINUTE, window=1, clerk="1002")
    closed = e.WindowClosed(at_ms=NINE + 40 * MINUTE, window=1)
    found = figures(seated(0), issued(0), called(5), started(10), relief, finished(30), closed)
    before, after = one(found.by_clerk, "1001"), one(found.by_clerk, "1002")
    assert (before.calls, before.sittings, before.open_s, before.serving_s) == (1, 0, 1200, 600)
    assert (after.calls, after.sittings, after.open_s, after.serving_s) == (0, 1, 1200, 600)
    assert one(found.by_window, "1").serving_s == 1200


def test_the_flow_has_each_quarter_and_who_waits_at_its_end():
    found = figures(issued(0), issued(5, 2), called(20), issued(50, 3))
    assert [(each.taken, each.called, each.waiting) for each in found.flow] == [
        (2, 0, 2),
        (0, 1, 1),
        (0, 0, 1),
        (1, 0, 2),
    ]
    assert found.totals.first_since_ms == NINE + 5 * MINUTE


def test_percentiles_are_waits_that_were_and_halves_go_up():
    spans = Spans()
    for seconds in range(20, 0, -1):
        spans.add(seconds * 1000)
    spread = spans.spread()
    assert (spread.p50_s, spread.p95_s, spread.longest_s, spread.mean_s) == (10, 19, 20, 11)
    assert Spans().spread().mean_s is None


STORY = (
    opened(),
    seated(-30),
    issued(0),
    issued(1, 2, unit=CONSULT),
    called(10),
    started(11),
    finished(20),
    called(21, 2),
    e.DayClosed(at_ms=NINE + 400 * MINUTE, reason=ExpiryReason.DAY_ENDED),
    opened("2026-11-24", MIDNIGHT + DAY),
    msgspec.structs.replace(issued(0), at_ms=NINE + DAY),
    msgspec.structs.replace(called(30), at_ms=NINE + DAY + 30 * MINUTE),
)


@pytest.fixture
def journal(tmp_path):
    file = tmp_path / "journal.db"
    with closing(SqliteJournal(file)) as store:
        store.append(
            [
                Entry(sequence=number, key=f"k{number}", fingerprint=b"", actor="kiosk:1", event=event)
                for number, event in enumerate(STORY, 1)
            ],
            [],
            [],
        )
    return file


def run(*arguments):
    return CliRunner().invoke(app, [str(each) for each in arguments])


def test_the_last_day_is_reported_unless_one_is_named(journal, tmp_path):
    file = tmp_path / "day.json"
    last = run("day", "--journal", journal, "--json", file)
    assert last.exit_code == 0
    assert "2026-11-24" in last.stdout
    assert msgspec.json.decode(file.read_bytes(), type=DayFigures).totals.taken == 1
    run("day", "--journal", journal, "--day", "2026-11-23", "--json", file)
    told = msgspec.json.decode(file.read_bytes(), type=DayFigures)
    assert (told.totals.taken, told.totals.finished, told.is_closed) == (2, 1, True)


def test_the_terminal_shows_waits_in_two_languages(journal):
    shown = run("day", "--journal", journal, "--day", "2026-11-23").stdout
    assert "首次等候 平均" in shown
    assert "First wait: mean" in shown
    assert "15:00" in shown


def test_the_workbook_holds_numbers_as_numbers_with_headings_in_two_languages(journal, tmp_path):
    file = tmp_path / "day.xlsx"
    assert run("day", "--journal", journal, "--day", "2026-11-23", "--xlsx", file).exit_code == 0
    with ZipFile(file) as packed:
        book = ET.fromstring(packed.read("xl/workbook.xml"))
        names = [each.get("name") for each in book.iter(f"{SHEET}sheet")]
        classes = names.index("号类 Class") + 1
        sheet = ET.fromstring(packed.read(f"xl/worksheets/sheet{classes}.xml"))
        texts = [
            "".join(part.text or "" for part in each.iter(f"{SHEET}t"))
            for each in ET.fromstring(packed.read("xl/sharedStrings.xml")).iter(f"{SHEET}si")
        ]
    rows = [[cell_value(cell, texts) for cell in row] for row in sheet.iter(f"{SHEET}row")]
    assert rows[0][:2] == ["号类\nClass", "取号\nTaken"]
    accept = dict(zip(rows[0], rows[1], strict=False))
    assert accept["号类\nClass"] == "受理 Accept"
    assert accept["取号\nTaken"] == 1
    assert accept["平均等候\nMean wait"] == pytest.approx(600 / 86_400)


def cell_value(cell, texts):
    value = cell.find(f"{SHEET}v").text
    return texts[int(value)] if cell.get("t") == "s" else float(value)


def test_a_workbook_that_cannot_be_written_is_named(journal, tmp_path):
    done = run("day", "--journal", journal, "--day", "2026-11-23", "--xlsx", tmp_path / "none" / "day.xlsx")
    assert isinstance(done.exception, NotWritten)


def test_pictures_of_the_day_are_drawn(journal, tmp_path):
    assert run("day", "--journal", journal, "--day", "2026-11-23", "--png", tmp_path / "png").exit_code == 0
    drawn = {file.name: file.read_bytes() for file in (tmp_path / "png").iterdir()}
    assert set(drawn) == {"flow.png", "waits.png", "hours.png", "units.png", "windows.png"}
    assert all(picture.startswith(b"\x89PNG") for picture in drawn.values())


def test_a_month_is_all_its_days_together(journal, tmp_path):
    file = tmp_path / "month.json"
    assert run("month", "--journal", journal, "--month", "2026-11", "--json", file).exit_code == 0
    found = msgspec.json.decode(file.read_bytes(), type=MonthFigures)
    assert [each.day for each in found.days] == ["2026-11-23", "2026-11-24"]
    assert [each.totals.taken for each in found.days] == [2, 1]
    assert (found.whole.totals.taken, found.whole.totals.wait.mean_s) == (3, 20 * 60)


@pytest.mark.parametrize("wanted", [("day", "--day", "2026-11-25"), ("month", "--month", "2025-01")])
def test_a_day_the_journal_does_not_hold_is_named(journal, wanted):
    done = run(wanted[0], "--journal", journal, *wanted[1:])
    assert isinstance(done.exception, NoSuchDay)
    assert "2026-11-23 to 2026-11-24" in str(done.exception)


def test_a_month_is_written_as_one(journal):
    assert run("month", "--journal", journal, "--month", "November").exit_code == 2


@pytest.mark.parametrize("option", ["--xlsx", "--json", "--png"])
def test_a_place_where_nothing_can_be_written_is_named(journal, tmp_path, option):
    (tmp_path / "file").write_text("")
    done = run("day", "--journal", journal, option, tmp_path / "file" / "below")
    assert isinstance(done.exception, NotWritten)


def downtime(*events):
    return [
        (each.front_end, each.failures, each.down_s / 60, each.is_down) for each in figures(*events).devices
    ]


def test_a_device_is_down_from_when_it_fails_until_it_works_again():
    failures = (
        printer(0, "user_error"),
        printer(5, "online"),
        printer(20, "power_off"),
        printer(30, "online"),
    )
    assert downtime(*failures) == [("K1", 2, 15, False)]


def test_a_device_that_is_down_counts_on_until_the_day_is_closed():
    closed = e.DayClosed(at_ms=NINE + 60 * MINUTE, reason=ExpiryReason.HALL_CLOSED)
    broken = (printer(0, "no_device", "K2"), printer(50, "power_off"))
    assert downtime(*broken, seated(58)) == [("K2", 1, 58, True), ("K1", 1, 8, True)]
    assert downtime(*broken, closed, issued(90)) == [("K2", 1, 60, True), ("K1", 1, 10, True)]


def test_what_is_switched_off_outside_opening_hours_is_not_down():
    before_opening = (printer(-60, "power_off"), printer(-40, "online"))
    assert downtime(*before_opening) == []
    over_noon = (printer(170, "power_off"), printer(280, "online"))
    assert downtime(*over_noon) == [("K1", 1, 20, False)]


def test_what_was_broken_when_a_day_ended_is_not_so_on_the_next_until_it_is_told():
    tomorrow = opened("2026-11-24", MIDNIGHT + DAY)
    assert downtime(printer(0, "power_off"), tomorrow, printer(24 * 60 + 60, "online")) == [
        ("K1", 1, 180 + 210, False)
    ]


def test_every_kind_of_device_has_its_name():
    assert KINDS.keys() == set(Kind)
