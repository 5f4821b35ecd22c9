"""`paihao report ratings`: what is counted, what is flagged, and by which evidence."""

from contextlib import closing

import msgspec
import pytest
from msgspec.structs import replace
from typer.testing import CliRunner

from queue_core.domain.entry import Entry
from queue_core.domain.events import (
    DayClosed,
    DayOpened,
    Event,
    FollowUpClosed,
    FollowUpOpened,
    FollowUpSentBack,
    RatingSkipped,
    ResultReady,
    RulesChanged,
    ServiceFinished,
    ServiceRated,
    ServiceStarted,
    StageFinished,
    TicketCancelled,
    TicketConverted,
    TicketIssued,
    WindowOpened,
    WindowTakenOver,
)
from queue_core.domain.follow_up import FollowUp
from queue_core.domain.hall_clock import Session
from queue_core.domain.rules import HallRules, RatingRules, Suspicion, Unit
from queue_core.domain.ticket import Errand
from queue_core.domain.words import CallBack, ExpiryReason, RatingChannel, TicketClass
from queue_core.reports.cli import app
from queue_core.reports.json_alone import with_value
from queue_core.reports.ratings import RatingsReport, ratings
from queue_core.store.journal import SqliteJournal
from queue_core.store.reading import export_lines
from queue_core.wire.ratings import FlagRule

SECOND = 1000
MINUTE = 60_000
DAY = 1440 * MINUTE
MIDNIGHT = 1_795_276_800_000
NINE = MIDNIGHT + 540 * MINUTE
ACCEPT, CONSULT = Unit("registration", TicketClass.ACCEPT), Unit("registration", TicketClass.CONSULT)
PAD, KEYPAD, PHONE, KIOSK, LINK = (
    RatingChannel.PAD,
    RatingChannel.KEYPAD,
    RatingChannel.PHONE,
    RatingChannel.KIOSK,
    RatingChannel.LINK,
)


class Diary:
    """Events of a hall, written down one after another; every service lasts `lasts_s`."""

    def __init__(self) -> None:
        self.events: list[Event] = []
        self.now_ms = NINE
        self.tickets = 0
        self.day = 0
        self.open_day()

    def add(self, kind: type[Event], **fields: object) -> "Diary":
        self.events.append(kind(at_ms=self.now_ms, **fields))
        return self

    def open_day(self) -> "Diary":
        self.day += 1
        midnight_ms = MIDNIGHT + (self.day - 1) * DAY
        self.now_ms = midnight_ms + 480 * MINUTE
        self.add(
            DayOpened,
            day=f"2026-11-{22 + self.day}",
            rules=HallRules(categories=(), windows=()),
            next_ticket_id=self.tickets + 1,
            next_call_id=1,
            midnight_ms=midnight_ms,
            sessions=(
                Session(
                    opens_at_ms=midnight_ms + 540 * MINUTE,
                    closes_at_ms=midnight_ms + 1020 * MINUTE,
                ),
            ),
        )
        for window in (1, 2, 3):
            self.add(WindowOpened, window=window, clerk=f"100{window}")
        self.now_ms = midnight_ms + 540 * MINUTE
        return self

    def later(self, seconds: float) -> "Diary":
        self.now_ms += int(seconds * SECOND)
        return self

    def serve(self, window: int = 1, lasts_s: float = 300, *, matter=None, is_known: bool = True) -> int:
        self.tickets += 1
        self.add(
            TicketIssued,
            ticket_id=self.tickets,
            number=f"{self.tickets:03}",
            reference=str(self.tickets),
            errands=(Errand(unit=ACCEPT, matter=matter, seniority_ms=0),),
            language="zh-CN",
            holder=b"sealed" if is_known else None,
            visitor=self.tickets,
        )
        self.go_on(self.tickets, window, lasts_s)
        return self.tickets

    def go_on(self, ticket_id: int, window: int, lasts_s: float = 300) -> None:
        self.add(ServiceStarted, ticket_id=ticket_id, window=window)
        self.later(lasts_s).add(ServiceFinished, ticket_id=ticket_id, window=window)

    def rate(self, ticket_id: int, level: int = 5, channel=PAD, window: int = 1, **more: object) -> None:
        rated = {"clerk": f"100{window}", **more}
        self.add(ServiceRated, ticket_id=ticket_id, window=window, level=level, channel=channel, **rated)

    def serve_and_rate(self, level: int = 5, channel=PAD, window: int = 1, after_s: float = 5) -> int:
        ticket_id = self.serve(window)
        self.later(after_s).rate(ticket_id, level, channel, window)
        return ticket_id

    def report(self, *days: str) -> RatingsReport:
        return ratings(self.events, days or None)


@pytest.fixture
def diary() -> Diary:
    return Diary()


def rules_of(report: RatingsReport) -> list[tuple[str, int]]:
    return [(flag.rule.value, flag.window) for flag in report.flags]


# What is counted


def test_one_rating_is_invited_for_each_visit_that_is_over(diary) -> None:
    diary.serve_and_rate(5)
    diary.serve()
    stage = diary.serve(2)
    diary.events[-1] = StageFinished(at_ms=diary.now_ms, ticket_id=stage, window=2, done=(0,))
    report = diary.report()
    assert (report.hall.rates.invited, report.hall.rates.rated) == (2, 1)
    diary.add(TicketCancelled, ticket_id=stage)
    assert diary.report().hall.rates.invited == 3


def test_a_visit_counts_at_its_last_window_and_for_its_clerk(diary) -> None:
    ticket_id = diary.serve(1)
    diary.add(ResultReady, ticket_id=ticket_id, errand=Errand(unit=CONSULT, seniority_ms=0, matter="m"))
    assert diary.report().hall.rates.invited == 0
    diary.add(WindowTakenOver, window=2, clerk="1009")
    diary.add(ServiceStarted, ticket_id=ticket_id, window=2)
    diary.add(ServiceFinished, ticket_id=ticket_id, window=2, done=(1,))
    report = diary.report()
    assert [(each.name, each.rates.invited) for each in report.by_window] == [("2", 1)]
    assert [each.name for each in report.by_clerk] == ["1009"]
    assert [each.name for each in report.by_matter] == ["m"]


def test_what_was_rated_stays_with_the_service_it_was_rated_for(diary) -> None:
    ticket_id = diary.serve_and_rate(4)
    diary.add(ResultReady, ticket_id=ticket_id, errand=Errand(unit=ACCEPT, seniority_ms=0))
    during = diary.report().hall.rates
    assert (during.invited, during.rated) == (1, 1)
    diary.add(ServiceStarted, ticket_id=ticket_id, window=2)
    diary.add(ServiceFinished, ticket_id=ticket_id, window=2, done=(1,))
    assert [(each.name, each.rates.rated) for each in diary.report().by_window] == [("1", 1)]


def test_a_converted_errand_counts_as_what_it_was_in_the_end(diary) -> None:
    ticket_id = diary.tickets + 1
    diary.serve(matter="old")
    finished = diary.events.pop()
    diary.add(TicketConverted, ticket_id=ticket_id, errand=0, unit=CONSULT, matter=None)
    diary.events.append(finished)
    assert [each.name for each in diary.report().by_matter] == ["registration/consult"]


def test_pad_and_keypad_stand_against_phone_kiosk_and_link(diary) -> None:
    for level, channel in ((5, PAD), (4, KEYPAD), (3, PHONE), (2, KIOSK)):
        diary.serve_and_rate(level, channel)
    report = diary.report()
    assert report.hall.at_window == (0, 0, 0, 1, 1)
    assert report.hall.elsewhere == (0, 1, 1, 0, 0)
    assert report.hall.rates.levels == (0, 1, 1, 1, 1)
    assert report.channels == {"pad": 1, "keypad": 1, "phone": 1, "kiosk": 1}


def test_skipped_is_who_rated_nowhere_else(diary) -> None:
    for channel in (None, PHONE):
        ticket_id = diary.serve()
        diary.add(RatingSkipped, ticket_id=ticket_id, window=1, channel=PAD)
        if channel:
            diary.rate(ticket_id, 4, channel)
    rates = diary.report().hall.rates
    assert (rates.invited, rates.rated, rates.skipped) == (2, 1, 1)


def test_a_late_rating_belongs_to_the_day_of_its_visit(diary) -> None:
    ticket_id = diary.serve()
    diary.add(DayClosed, reason=ExpiryReason.DAY_ENDED).open_day()
    diary.rate(ticket_id, 1, LINK, visited_on="2026-11-23", labels=("long-wait", "other"))
    first, second = diary.report("2026-11-23"), diary.report("2026-11-24")
    assert (first.hall.rates.rated, first.hall.rates.late, first.late_of_before) == (1, 1, 0)
    assert first.labels == {"long-wait": 1, "other": 1}
    assert (second.hall.rates.invited, second.hall.rates.rated, second.late_of_before) == (0, 0, 1)


def test_follow_ups_are_counted_until_they_are_closed(diary) -> None:
    ticket_id = diary.serve_and_rate(1)
    low = FollowUp(
        follow_up_id=1,
        ticket_id=ticket_id,
        visited_on="2026-11-23",
        number="001",
        window=1,
        clerk="1001",
        unit=ACCEPT,
        matter=None,
        level=1,
        labels=(),
        channel=PAD,
        opened_at_ms=diary.now_ms,
        due_on="2026-11-23",
    )
    diary.add(FollowUpOpened, follow_up=low)
    assert (diary.report().follow_ups.open, diary.report().follow_ups.overdue) == (1, 0)
    diary.open_day()
    diary.events[-4] = replace(diary.events[-4], follow_ups=(low,))
    assert diary.report().follow_ups.overdue == 1
    told = {"follow_up_id": 1, "supervisor": "9001"}
    diary.add(FollowUpSentBack, result=CallBack.NOT_SATISFIED, due_on="2026-12-01", **told)
    assert (diary.report().follow_ups.open, diary.report().follow_ups.overdue) == (1, 0)
    diary.add(FollowUpClosed, result=CallBack.SATISFIED, **told)
    counts = diary.report().follow_ups
    assert (counts.opened, counts.open, counts.results) == (1, 0, {"satisfied": 1})


# What is flagged


def test_a_day_like_others_is_not_flagged(diary) -> None:
    for window in (1, 2, 3):
        for nth in range(25):
            level = 5 if nth % 5 else 4
            diary.serve_and_rate(level, PHONE if nth % 6 == 0 else PAD, window, after_s=4 + nth % 7)
    assert diary.report().flags == ()


def test_pressed_sooner_than_anybody_reads_is_flagged(diary) -> None:
    hasty = diary.serve_and_rate(after_s=0.9)
    diary.serve_and_rate(after_s=1)
    diary.serve_and_rate(channel=PHONE, after_s=0.5)
    (flag,) = diary.report().flags
    assert (flag.rule, flag.window, flag.clerk, flag.ticket_ids) == (FlagRule.AT_ONCE, 1, "1001", (hasty,))
    assert flag.at_ms[0] == next(e.at_ms for e in diary.events if isinstance(e, ServiceRated))


def test_a_string_is_one_level_again_and_again_close_together(diary) -> None:
    for window, levels in ((1, "55555"), (2, "55545"), (3, "5555")):
        for level in levels:
            ticket_id = diary.serve(window, lasts_s=40)
            diary.later(2).rate(ticket_id, int(level), PAD, window)
        diary.later(600)
    assert rules_of(diary.report()) == [("string", 1)]
    (flag,) = diary.report().flags
    assert (len(flag.ticket_ids), flag.figures["level"]) == (5, 5)


def test_slow_ones_are_no_string(diary) -> None:
    for _ in range(8):
        ticket_id = diary.serve(lasts_s=60)
        diary.later(2).rate(ticket_id)
    assert diary.report().flags == ()


def test_a_window_where_nobody_ever_rates_by_phone_is_flagged_where_others_do(diary) -> None:
    for nth in range(20):
        diary.serve_and_rate(5 - nth % 2, window=1)
    for nth in range(10):
        diary.serve_and_rate(5 - nth % 2, PHONE if nth == 0 else PAD, window=2)
    assert rules_of(diary.report()) == [("pad-only", 1)]


def test_no_phone_anywhere_flags_nobody(diary) -> None:
    for nth in range(40):
        diary.serve_and_rate(5 - nth // 2 % 2, window=1 + nth % 2)
    assert diary.report().flags == ()


def test_a_pad_pressed_while_the_hall_is_closed_is_flagged(diary) -> None:
    diary.now_ms = MIDNIGHT + 1040 * MINUTE
    diary.serve_and_rate()
    odd = diary.serve_and_rate()
    diary.serve_and_rate(channel=PHONE)
    (flag,) = diary.report().flags
    assert (flag.rule, flag.ticket_ids) == (FlagRule.ODD_HOURS, (odd,))


def test_a_service_that_was_none_is_flagged_and_with_nobody_known_a_short_one(diary) -> None:
    seats = {}
    for window, lasts_s, is_known in ((1, 14, True), (2, 15, True), (3, 59, False)):
        ticket_id = diary.serve(window, lasts_s, is_known=is_known)
        diary.later(5).rate(ticket_id, 5, PAD, window)
        seats[window] = ticket_id
    flags = diary.report().flags
    assert [(flag.rule, flag.ticket_ids) for flag in flags] == [
        (FlagRule.EMPTY_SEAT, (seats[1],)),
        (FlagRule.EMPTY_SEAT, (seats[3],)),
    ]
    assert flags[1].figures["nobody_known"] == 1


def test_a_pad_whose_one_level_stands_far_above_the_others_is_flagged(diary) -> None:
    for nth in range(20):
        diary.serve_and_rate(5, window=1)
        diary.serve_and_rate((5, 5, 4, 3)[nth % 4], window=2)
    (flag,) = diary.report().flags
    assert (flag.rule, flag.window) == (FlagRule.PATTERN, 1)
    assert (flag.figures["percent"], flag.figures["percent_of_others"]) == (100, 50)


def test_a_pad_that_says_what_phones_do_not_is_flagged(diary) -> None:
    for _ in range(10):
        diary.serve_and_rate(5)
    for level in (1, 2, 2, 3, 5):
        diary.serve_and_rate(level, PHONE)
    (flag,) = diary.report().flags
    assert flag.rule is FlagRule.PAD_AGAINST_PHONE
    assert (flag.figures["percent_at_window"], flag.figures["percent_elsewhere"]) == (100, 20)


def test_thresholds_are_those_in_effect(diary) -> None:
    diary.serve_and_rate(after_s=2)
    assert diary.report().flags == ()
    stricter = RatingRules(suspicion=Suspicion(at_once_ms=3 * SECOND))
    diary.add(RulesChanged, rules=HallRules(categories=(), windows=(), rating=stricter))
    assert rules_of(diary.report()) == [("at-once", 1)]


def test_flags_stand_beside_the_rate_and_correct_nothing(diary) -> None:
    diary.serve_and_rate(after_s=0)
    report = diary.report()
    assert (report.hall.flags, report.by_window[0].flags, report.by_clerk[0].flags) == (1, 1, 1)
    assert report.hall.rates.rated == 1


# At a terminal


@pytest.fixture
def journal(diary, tmp_path):
    diary.serve_and_rate(5)
    diary.serve_and_rate(1, PHONE, window=2)
    diary.open_day().serve_and_rate(3, KIOSK)
    path = tmp_path / "journal.db"
    with closing(SqliteJournal(path)) as store:
        store.append(
            [
                Entry(sequence=at, key=f"k{at}", fingerprint=bytes(32), actor="test:1", event=event)
                for at, event in enumerate(diary.events, 1)
            ],
            [],
        )
    return path


def run(*words: object, data: object = "no-hall"):
    env = {"COLUMNS": "240", "PAIHAO_DATA": str(data)}
    return CliRunner().invoke(app, ["ratings", *map(str, words)], env=env)


def test_the_report_is_a_table_in_the_terminal(journal) -> None:
    told = run(journal)
    assert told.exit_code == 0, told.output
    for said in ("评价率", "Window", "Clerk", "1001", "phone"):
        assert said in told.output


def test_the_report_is_json_in_the_terminal_or_in_a_file(journal, tmp_path) -> None:
    told = run("--journal", journal, "--json")
    report = msgspec.json.decode(told.output, type=RatingsReport)
    assert (report.hall.rates.invited, report.hall.rates.levels) == (3, (1, 0, 1, 0, 1))
    written = tmp_path / "ratings.json"
    assert run(journal, "--json", written).exit_code == 0
    assert msgspec.json.decode(written.read_bytes(), type=RatingsReport) == report


def test_without_a_file_the_hall_s_own_journal_is_read(journal) -> None:
    told = run("--json", data=journal.parent)
    assert msgspec.json.decode(told.output, type=RatingsReport).hall.rates.invited == 3
    assert "no-hall/journal.db" in str(run("--json").exception)


def test_the_report_is_of_a_day_or_a_month_and_of_an_export_alike(journal, tmp_path) -> None:
    export = tmp_path / "export.jsonl"
    export.write_bytes(b"".join(export_lines(journal)))
    for path in (journal, export):
        day = msgspec.json.decode(run(path, "--json", "--day", "2026-11-24").output, type=RatingsReport)
        assert (day.days, day.hall.rates.invited) == (("2026-11-24",), 1)
        month = msgspec.json.decode(run(path, "--month", "2026-11", "--json").output, type=RatingsReport)
        assert month.hall.rates.invited == 3


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("--day", "2026-11-23"),
        ("{journal}", "--journal", "{journal}"),
        ("{journal}", "--day", "2026-01-01"),
        ("{journal}", "--day", "2026-11-23", "--month", "2026-11"),
    ],
)
def test_what_cannot_be_reported_is_said(journal, words) -> None:
    told = run(*(word.format(journal=journal) for word in words))
    assert told.exit_code != 0


def test_json_alone_goes_to_the_terminal() -> None:
    assert with_value(["f", "--json"]) == ["f", "--json", "-"]
    assert with_value(["--json", "--day", "d"]) == ["--json", "-", "--day", "d"]
    assert with_value(["--json", "f"]) == ["--json", "f"]
