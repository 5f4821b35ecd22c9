"""However pads, keys, kiosks, phones, links, skips, midnights and restarts come together: one rating a visit.

On the real journal and vault, in batches as the committer takes them; and all that came of it is counted a
second time, from the exported lines, by code that shares nothing with the report.
"""

import json
from collections import Counter
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from queue_core.app.business_days import BusinessDay
from queue_core.app.engine import Engine, Ports
from queue_core.app.errors import HallError
from queue_core.app.people import CardKind, Holder
from queue_core.app.requests import ErrandAsked, NumberWanted, PastRatingWanted, RatingWanted, Request
from queue_core.app.waits import Waits
from queue_core.audit.auditing import audit
from queue_core.domain import commands as c
from queue_core.domain.events import TicketIssued
from queue_core.domain.refusals import Refusal
from queue_core.domain.rules import CategoryRules, HallRules, RatingRules, Unit, WindowRules
from queue_core.domain.words import RatingChannel, TicketClass
from queue_core.reports.rating_days import ratings_report
from queue_core.store.journal import SqliteJournal
from queue_core.store.reading import export_lines
from queue_core.store.vault import FileVault

SECOND, HOUR = 1000, 3_600_000
DAY = 24 * HOUR
NINE = int(datetime(2026, 11, 23, 9, tzinfo=UTC).timestamp() * 1000)
ACCEPT, CUSTOMS = Unit("registration", TicketClass.ACCEPT), Unit("customs", TicketClass.ACCEPT)
LATE_DAYS = 2
RULES = HallRules(
    categories=tuple(
        CategoryRules(code=unit.category, classes=(unit.ticket_class,)) for unit in (ACCEPT, CUSTOMS)
    ),
    windows=(WindowRules(number=1, profile=(ACCEPT,)), WindowRules(number=2, profile=(CUSTOMS,))),
    undelivered_within_ms=DAY,
    rating_within_ms=60 * SECOND,
    rating=RatingRules(late_days=LATE_DAYS),
)
AT_WINDOW = {"pad": RatingChannel.PAD, "keypad": RatingChannel.KEYPAD}


class Hall:
    """One hall on one folder; `batch` does what its committer does with requests that came together."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.now_ms = NINE
        self.issued: list[TicketIssued] = []
        self.asked = 0
        self.open()

    def open(self) -> None:
        self.ports = Ports(
            journal=SqliteJournal(self.folder / "journal.db"),
            vault=FileVault(self.folder / "keys.db"),
            clock=lambda: self.now_ms,
            calendar=self.calendar,
            references=lambda: f"reference-{len(self.issued)}",
            waits=Waits(),
        )
        self.engine = Engine(self.ports, RULES)
        self.engine.restore()

    def close(self) -> None:
        for port in (self.ports.waits, self.ports.journal, self.ports.vault):
            port.close()

    def calendar(self, at_ms: int) -> BusinessDay:
        day = datetime.fromtimestamp(at_ms / 1000, UTC).date().isoformat()
        return BusinessDay(day=day, midnight_ms=at_ms - at_ms % DAY)

    def batch(self, steps: list[tuple]) -> None:
        self.engine.keep_time()
        for name, *rest in steps:
            getattr(self, name)(*rest)
        self.engine.commit()

    def ask(self, what: object) -> tuple:
        self.asked += 1
        with suppress(Refusal, HallError):
            return self.engine.handle(Request(key=f"key-{self.asked:06}", actor="test:1", what=what)).events
        return ()

    # What happens

    def serve(self, seconds: int, is_known: bool, has_two: bool) -> None:  # noqa: FBT001 as drawn
        for window in (1, 2):
            self.ask(c.OpenWindow(window=window, clerk=f"100{window}"))
        units = (ACCEPT, CUSTOMS) if has_two else (ACCEPT,)
        holder = Holder(name="测试", id_number=f"P{len(self.issued):07}", card=CardKind.PASSPORT)
        wanted = NumberWanted(
            errands=tuple(ErrandAsked(unit=unit) for unit in units), holder=holder if is_known else None
        )
        self.issued += [each for each in self.ask(wanted) if isinstance(each, TicketIssued)]
        self.go_on(1, seconds)

    def go_on(self, window: int, seconds: int) -> None:
        self.ask(c.CallNext(window=window))
        self.ask(c.StartService(window=window))
        self.now_ms += seconds * SECOND
        self.ask(c.FinishService(window=window))

    def rate(self, at: int, channel: str, level: int) -> None:
        if self.issued:
            ticket_id = self.issued[at % len(self.issued)].ticket_id
            if channel in AT_WINDOW:
                window = 1 + at % 2
                self.ask(
                    RatingWanted(ticket_id=ticket_id, level=level, channel=AT_WINDOW[channel], window=window)
                )
            elif channel == "skip":
                self.ask(c.SkipRating(ticket_id=ticket_id, window=1 + at % 2, channel=RatingChannel.PAD))
            elif channel == "link":
                reference = self.issued[at % len(self.issued)].reference
                self.ask(PastRatingWanted(reference=reference, level=level))
            else:
                self.ask(RatingWanted(ticket_id=ticket_id, level=level, channel=RatingChannel(channel)))

    def everybody(self, at: int, channels: list[str]) -> None:
        """All of them rate the same visit."""
        for level, channel in enumerate(channels, 1):
            self.rate(at, channel, level)

    def cancel(self, at: int) -> None:
        if self.issued:
            self.ask(c.Cancel(ticket_id=self.issued[at % len(self.issued)].ticket_id))


LEVELS = st.integers(1, 5)
NEWEST_AND_OTHERS = st.integers(-3, 3)
CHANNELS = st.sampled_from(["pad", "pad", "keypad", "kiosk", "phone", "link", "link", "link", "skip"])
RATINGS = st.tuples(
    st.just("rate"),
    NEWEST_AND_OTHERS,
    CHANNELS,
    LEVELS,
)
SERVICES = st.tuples(st.just("serve"), st.sampled_from([2, 30, 300]), st.booleans(), st.booleans())
STEPS = st.one_of(
    RATINGS,
    RATINGS,
    st.tuples(st.just("everybody"), NEWEST_AND_OTHERS, st.lists(CHANNELS, min_size=2, max_size=4)),
    SERVICES,
    st.tuples(st.just("go_on"), st.sampled_from([1, 2]), st.just(100)),
    st.tuples(st.just("cancel"), NEWEST_AND_OTHERS),
)
AFTERWARDS = st.sampled_from(["at once", "a while", "a day", "a day", "restart", "killed"])


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(st.lists(STEPS, min_size=1, max_size=6), AFTERWARDS), min_size=3, max_size=14))
def test_a_visit_is_rated_once_and_every_figure_is_that_of_a_second_count(life) -> None:
    with TemporaryDirectory() as folder:
        hall = Hall(Path(folder))
        for steps, then in life:
            if then == "killed":  # what was decided and not committed never was; nobody was told of it
                hall.engine.keep_time()
                before = len(hall.issued)
                for name, *rest in steps:
                    getattr(hall, name)(*rest)
                del hall.issued[before:]
            else:
                hall.batch(steps)
            hall.now_ms += {"a while": 45 * SECOND, "a day": DAY}.get(then, SECOND)
            if then in {"restart", "killed"}:
                hall.close()
                hall.open()
        hall.close()
        journal = Path(folder) / "journal.db"
        lines = [json.loads(line) for line in export_lines(journal)]
        assert_once_and_only_after_a_service(lines)
        assert_counted_alike(journal, lines)
        assert audit(journal, is_whole=True).violations == ()


def assert_once_and_only_after_a_service(lines: list[dict]) -> None:
    served: dict[int, dict] = {}
    rated: set[int] = set()
    for line in lines:
        body, kind = line["body"], line["kind"]
        if kind in {"service-finished", "stage-finished"}:
            served[body["ticket_id"]] = body
        elif kind == "service-rated":
            assert body["ticket_id"] not in rated
            rated.add(body["ticket_id"])
            assert body["window"] == served[body["ticket_id"]]["window"]
            assert body["clerk"] == f"100{body['window']}"


def assert_counted_alike(journal: Path, lines: list[dict]) -> None:
    """By visits: what became of each, read off the lines."""
    day, of_day, served, over, rated, skipped = "", {}, {}, set(), {}, set()
    for line in lines:
        body = line["body"]
        ticket_id = body.get("ticket_id")
        match line["kind"]:
            case "day-opened":
                day = body["day"]
            case "ticket-issued":
                of_day[ticket_id] = day
            case "stage-finished":
                served[ticket_id] = body["window"]
            case "service-finished":
                served[ticket_id] = body["window"]
                over.add(ticket_id)
            case "ticket-cancelled" | "ticket-expired":
                over.add(ticket_id)
            case "service-rated":
                rated[ticket_id] = body
            case "rating-skipped":
                skipped.add(ticket_id)
    invited = {each for each in served if each in over}
    report = ratings_report(journal)
    assert report.days == tuple(
        sorted({line["body"]["day"] for line in lines if line["kind"] == "day-opened"})
    )
    rates = report.hall.rates
    assert (rates.invited, rates.rated) == (len(invited), len(rated))
    levels = Counter(body["level"] for body in rated.values())
    assert rates.levels == tuple(levels[level] for level in range(1, 6))
    assert rates.late == sum(body["channel"] == "link" for body in rated.values())
    assert rates.skipped == len(skipped - set(rated))
    assert report.channels == Counter(body["channel"] for body in rated.values())
    by_window = Counter(str(served[each]) for each in invited)
    assert {each.name: each.rates.invited for each in report.by_window} == by_window
    there = Counter(str(body["window"]) for body in rated.values() if body["channel"] in AT_WINDOW)
    assert {each.name: sum(each.at_window) for each in report.by_window if sum(each.at_window)} == there
    assert report.follow_ups.open == sum(line["kind"] == "follow-up-opened" for line in lines)
    for each in report.days:
        alone = ratings_report(journal, day=each).hall.rates
        assert alone.invited == sum(of_day[ticket_id] == each for ticket_id in invited)
        assert alone.rated == sum(of_day[ticket_id] == each for ticket_id in rated)
