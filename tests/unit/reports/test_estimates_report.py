"""`paihao report estimates`: what a journal says about the waits people were told."""

from contextlib import closing

import msgspec
import pytest
from typer.testing import CliRunner

from queue_core.domain.entry import Entry
from queue_core.domain.events import (
    DayOpened,
    EstimateShown,
    TicketCalled,
    TicketCancelled,
    TicketConverted,
    TicketDeferred,
    TicketIssued,
)
from queue_core.domain.rules import HallRules, Unit
from queue_core.domain.ticket import Errand, Estimate
from queue_core.domain.words import CallWay, DeferralReason, TicketClass
from queue_core.reports.accuracy import EstimatesReport, report_on
from queue_core.reports.cli import app
from queue_core.reports.errors import NoJournal, NotWritten
from queue_core.reports.predictions import predictions
from queue_core.store.journal import SqliteJournal
from queue_core.store.reading import export_lines

MINUTE = 60_000
MIDNIGHT = 1_795_276_800_000
NINE = MIDNIGHT + 9 * 60 * MINUTE
ACCEPT = Unit("registration", TicketClass.ACCEPT)
CONSULT = Unit("registration", TicketClass.CONSULT)
OPENED = DayOpened(
    at_ms=MIDNIGHT,
    day="2026-11-23",
    rules=HallRules(categories=(), windows=()),
    next_ticket_id=1,
    next_call_id=1,
    midnight_ms=MIDNIGHT,
)


def told(p50_min, p90_min):
    return Estimate(p50_ms=p50_min * MINUTE, p90_ms=p90_min * MINUTE)


def issued(ticket_id, estimate, *, at_min=0, unit=ACCEPT, is_remote=False):
    return TicketIssued(
        at_ms=NINE + at_min * MINUTE,
        ticket_id=ticket_id,
        number="001",
        reference=str(ticket_id),
        errands=(Errand(unit=unit, seniority_ms=0),),
        language="zh-CN",
        holder=None,
        visitor=ticket_id,
        is_remote=is_remote,
        estimate=estimate,
    )


def called(ticket_id, at_min, way=CallWay.RULE):
    return TicketCalled(at_ms=NINE + at_min * MINUTE, call_id=1, ticket_id=ticket_id, window=1, way=way)


def converted(ticket_id, unit=CONSULT):
    return TicketConverted(at_ms=NINE, ticket_id=ticket_id, errand=0, unit=unit, matter=None)


def shown(ticket_id, estimate, unit=CONSULT):
    return EstimateShown(at_ms=NINE, ticket_id=ticket_id, unit=unit, ahead=0, estimate=estimate)


DAY = (
    OPENED,
    issued(1, told(10, 20)),
    issued(2, told(10, 20)),
    issued(3, None),
    issued(4, told(10, 12), unit=CONSULT),
    called(1, 6),
    called(3, 8),
    called(2, 18),
    called(4, 30),
    issued(5, told(0, 0), at_min=70),
    called(5, 70),
)


def test_error_and_coverage_are_those_of_the_numbers_that_were_called():
    report = report_on(predictions(DAY))
    assert (report.issued, report.untold, report.changed, report.uncalled) == (5, 1, 0, 0)
    assert report.at_issue.judged == 4
    assert report.at_issue.mean_absolute_error_min == pytest.approx((4 + 8 + 20 + 0) / 4)
    assert report.at_issue.mean_error_min == pytest.approx((-4 + 8 + 20 + 0) / 4)
    assert (report.at_issue.within_p50, report.at_issue.within_p90) == (0.5, 0.75)
    assert report.told_to_wait.judged == 3


def test_units_and_hours_are_told_apart():
    report = report_on(predictions(DAY))
    assert {name: each.judged for name, each in report.by_unit.items()} == {
        "registration/accept": 3,
        "registration/consult": 1,
    }
    assert {hour: each.judged for hour, each in report.by_hour.items()} == {"09": 3, "10": 1}


def test_the_first_call_counts_not_a_later_one():
    found = predictions([OPENED, issued(1, told(10, 20)), called(1, 5), called(1, 50)])
    assert [each.wait_ms for each in found.judged] == [5 * MINUTE]


@pytest.mark.parametrize(
    "change",
    [
        converted(1),
        TicketDeferred(at_ms=NINE, ticket_id=1, reason=DeferralReason.ASKED, passes=3),
    ],
)
def test_a_number_that_became_another_is_not_held_against_what_was_told_before(change):
    found = predictions([OPENED, issued(1, told(10, 20)), change, called(1, 50)])
    assert (found.judged, found.changed) == ([], 1)


def test_a_call_by_a_supervisor_proves_no_prediction_right():
    found = predictions([OPENED, issued(1, told(10, 20)), called(1, 10, CallWay.OVERRIDE)])
    assert (found.judged, found.changed) == ([], 1)


def test_a_remote_number_is_not_judged():
    found = predictions([OPENED, issued(1, told(10, 20), is_remote=True), called(1, 90)])
    assert (found.judged, found.changed) == ([], 1)


def test_what_was_shown_before_a_choice_counts_when_it_was_chosen():
    chosen = [issued(1, told(20, 30)), shown(1, told(10, 15)), converted(1), called(1, 12)]
    left = [issued(2, told(20, 30)), shown(2, told(5, 6)), called(2, 20)]
    report = report_on(predictions([OPENED, *chosen, *left]))
    assert (report.before_choice.judged, report.before_choice.mean_absolute_error_min) == (1, 2)
    assert (report.at_issue.judged, report.at_issue.mean_absolute_error_min) == (1, 0)


def test_who_left_or_was_never_called_is_counted():
    left = TicketCancelled(at_ms=NINE, ticket_id=1)
    found = predictions([OPENED, issued(1, told(1, 2)), left, issued(2, told(1, 2)), OPENED])
    assert (found.uncalled, found.judged) == (2, [])


@pytest.fixture
def journal(tmp_path):
    file = tmp_path / "journal.db"
    with closing(SqliteJournal(file)) as store:
        store.append(
            [
                Entry(sequence=number, key=f"k{number}", fingerprint=b"", actor="kiosk:1", event=event)
                for number, event in enumerate(DAY, 1)
            ],
            [],
            [],
        )
    return file


def test_a_journal_and_its_export_say_the_same(journal, tmp_path):
    export = tmp_path / "journal.jsonl"
    export.write_bytes(b"".join(export_lines(journal)))
    from_journal = CliRunner().invoke(app, ["estimates", str(journal)])
    from_export = CliRunner().invoke(app, ["estimates", str(export)])
    assert from_journal.exit_code == 0
    assert from_journal.stdout == from_export.stdout
    assert "5 numbers issued: 1 without an estimate" in from_journal.stdout


def test_the_figures_can_be_read_by_programs(journal, tmp_path):
    file = tmp_path / "figures.json"
    CliRunner().invoke(app, ["estimates", str(journal), "--json", str(file)])
    assert msgspec.json.decode(file.read_bytes(), type=EstimatesReport) == report_on(predictions(DAY))


def test_the_figures_can_be_seen(journal, tmp_path):
    file = tmp_path / "figures.png"
    done = CliRunner().invoke(app, ["estimates", str(journal), "--picture", str(file)])
    assert done.exit_code == 0
    assert file.read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize("content", [None, b"not an event\n", b'{"sequence": 1}\n'])
def test_a_file_that_is_no_journal_is_named(tmp_path, content):
    file = tmp_path / "something.jsonl"
    if content is not None:
        file.write_bytes(content)
    done = CliRunner().invoke(app, ["estimates", str(file)])
    assert isinstance(done.exception, NoJournal)
    assert str(file) in str(done.exception)


@pytest.mark.parametrize("option", ["--json", "--picture"])
def test_a_place_that_cannot_be_written_is_named(journal, tmp_path, option):
    done = CliRunner().invoke(app, ["estimates", str(journal), option, str(tmp_path / "nowhere" / "file")])
    assert isinstance(done.exception, NotWritten)


def test_a_day_without_predictions_is_reported_too():
    report = report_on(predictions([OPENED, issued(1, None), called(1, 3)]))
    assert (report.untold, report.at_issue) == (1, None)
