"""The audit of one journal: first its chain, then every event by every check."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import msgspec
from msgspec import Struct

from queue_core.audit import bodies, chain, references
from queue_core.audit.checks import OF_THE_RULES
from queue_core.audit.checks.check import Check
from queue_core.audit.checks.idle import NoIdle
from queue_core.audit.errors import BrokenLine, NothingToAudit
from queue_core.audit.finding import Complaint, Finding
from queue_core.audit.following import follow
from queue_core.audit.hall import Hall
from queue_core.audit.lines import NO_HASH, Event, events
from queue_core.audit.step import Step
from queue_core.audit.tally import Override, Overtaking, Tally

DAY_OPENED = "day-opened"
FIRST_RELEASE = 1
SHAPE = "shape"
SHAPE_SENTENCE = "Every event is of a documented kind and version and has its documented fields."


class Idle(Struct, frozen=True, kw_only=True):
    """How long a window stood open, free and unpaused under one clerk while somebody waited for it."""

    window: int
    clerk: str
    idle_ms: int


class Report(Struct, frozen=True, kw_only=True):
    """What an audit found; spans in milliseconds. `head` is the hash of the last event (hex).

    `overtakings` are by reason: the right called by, `hand-back`, `override`, and `came-back` or `let-pass`
    for those who let others pass. Of the `days_of_first_release`, which are not among `days`, only chain,
    sequence and time were checked.
    """

    is_right: bool
    events: int
    days: tuple[str, ...]
    days_of_first_release: int
    head: str
    numbers: int
    calls: dict[str, int]
    calls_recomputed: int
    overtakings: dict[str, Overtaking]
    unexplained_overtakings: int
    overrides: tuple[Override, ...]
    unverified_pickups: int
    idle: tuple[Idle, ...]
    longest_automatic_idle_ms: int
    violations: tuple[Finding, ...]


@dataclass
class Auditor:
    """Follows a journal event by event; one for each journal."""

    hall: Hall = field(default_factory=Hall)
    tally: Tally = field(default_factory=Tally)
    order: chain.Order = field(default_factory=chain.Order)
    checks: tuple[Check, ...] = field(default_factory=lambda: tuple(each() for each in OF_THE_RULES))
    days_of_first_release: int = 0
    _is_first_release: bool = False

    def __post_init__(self) -> None:
        """Most checks look at one side of an event only."""
        self._before = [each for each in self.checks if type(each).before is not Check.before]
        self._after = [each for each in self.checks if type(each).after is not Check.after]

    def findings(self, event: Event) -> Iterator[Finding]:
        """What is wrong with the next event. It has happened once the iterator is exhausted."""
        if self._is_of_first_release(event):
            for found, wanted in self.order.complaints(event, event.at_ms):
                yield _plain(event, chain.ORDER, chain.ORDER_SENTENCE, found, wanted)
            return
        try:
            body = bodies.read(event.body)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            yield _plain(event, SHAPE, SHAPE_SENTENCE, f"{event.kind}: {error}", "docs/journal.md")
            return
        kind, version = bodies.kind_of(body), bodies.VERSIONS.get(bodies.kind_of(body), 1)
        if (event.kind, event.version) != (kind, version):
            found, wanted = f"{event.kind} version {event.version}", f"{kind} version {version}"
            yield _plain(event, SHAPE, SHAPE_SENTENCE, found, wanted)
        for found, wanted in self.order.complaints(event, body.at_ms):
            yield _plain(event, chain.ORDER, chain.ORDER_SENTENCE, found, wanted)
        yield from self._by_the_rules(event, body)
        if isinstance(body, bodies.DayOpened):
            self.order.begin_day()

    def _is_of_first_release(self, event: Event) -> bool:
        """A day opened by release 0.1 followed an older call rule, up to its end."""
        if event.kind == DAY_OPENED:
            self._is_first_release = event.version == FIRST_RELEASE
            self.days_of_first_release += self._is_first_release
            if self._is_first_release:
                self.hall = Hall()
        return self._is_first_release

    def _by_the_rules(self, event: Event, body: bodies.Happened) -> Iterator[Finding]:
        step = Step(event, body, self.hall)
        if strange := references.missing(step):
            yield _plain(event, references.NAME, references.SENTENCE, *strange)
            return
        for check in self._before:
            for complaint in check.before(step):
                yield self._told(event, check, complaint)
        self.tally.count(step)
        follow(self.hall, body)
        now = Step(event, body, self.hall)
        for check in self._after:
            for complaint in check.after(now):
                yield self._told(event, check, complaint)

    def _told(self, event: Event, check: Check, complaint: Complaint) -> Finding:
        ticket = self.hall.tickets.get(complaint.ticket_id or 0)
        return Finding(
            rule=check.name,
            sentence=check.sentence,
            sequence=event.sequence,
            at_ms=event.at_ms,
            number=None if ticket is None else ticket.number,
            window=complaint.window,
            found=complaint.found,
            wanted=complaint.wanted,
        )

    def idle(self) -> tuple[Idle, ...]:
        found = next(check for check in self.checks if isinstance(check, NoIdle))
        return tuple(
            Idle(window=window, clerk=clerk, idle_ms=idle_ms)
            for (window, clerk), idle_ms in sorted(found.idle_ms.items())
            if idle_ms
        )

    @property
    def longest_automatic_idle_ms(self) -> int:
        return next(check for check in self.checks if isinstance(check, NoIdle)).longest_auto_ms


def audit(
    path: Path,
    *,
    is_whole: bool = False,
    head: str | None = None,
    watch: Callable[[Iterable[Event]], Iterable[Event]] = iter,
) -> Report:
    """Audit an export or a journal.db, up to its first violation or, `is_whole`, to its end.

    A broken chain is named before all else. `head` is the hash the journal has to end with. `watch` passes
    the events through, as a progress bar does. Raises Unreadable, NothingToAudit.
    """
    auditor = Auditor()
    found = [
        _plain(each.event, chain.CHAIN, chain.CHAIN_SENTENCE, each.found, each.wanted)
        for each in chain.broken_links(events(path), head)
    ]
    count, last = 0, NO_HASH
    for event in watch(_whole_lines(path)):
        if found and not is_whole:
            break
        found.extend(auditor.findings(event))
        count, last = count + 1, event.digest
    if count == 0 and not found:
        raise NothingToAudit(path)
    return _report(auditor, tuple(found if is_whole else found[:1]), count, last)


def _whole_lines(path: Path) -> Iterator[Event]:
    """Up to a broken line, if there is one: the look at the chain has named it."""
    with suppress(BrokenLine):
        yield from events(path)


def _report(auditor: Auditor, violations: tuple[Finding, ...], count: int, head: str) -> Report:
    tally = auditor.tally
    return Report(
        is_right=not violations,
        events=count,
        days=tuple(tally.days),
        days_of_first_release=auditor.days_of_first_release,
        head=head,
        numbers=tally.kinds["ticket-issued"],
        calls=dict(tally.ways),
        calls_recomputed=tally.kinds["ticket-called"],
        overtakings=tally.overtakings,
        unexplained_overtakings=tally.unexplained,
        overrides=tuple(tally.overrides),
        unverified_pickups=tally.unverified_pickups,
        idle=auditor.idle(),
        longest_automatic_idle_ms=auditor.longest_automatic_idle_ms,
        violations=violations,
    )


def _plain(event: Event, rule: str, sentence: str, found: str, wanted: str) -> Finding:
    """What is wrong with a line itself."""
    return Finding(
        rule=rule,
        sentence=sentence,
        sequence=event.sequence,
        at_ms=event.at_ms,
        number=None,
        window=None,
        found=found,
        wanted=wanted,
    )
