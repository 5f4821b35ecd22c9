"""What can be measured of a day by watching it: waits, overtakings and leads, the use of windows."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from sim.day.following import follow
from sim.day.journal import Body, Floor, Happened, Number

_BUSY = frozenset({"called", "serving"})
_SHORT_MS = 10 * 60_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Wait:
    """The first call of a number. `wait_ms` is opening time from its issue, `late_ms` from slot or issue.

    `slot_ms` is that of an appointment still live at the call.
    """

    ticket_id: int
    ticket_class: str
    right: str
    issued_ms: int
    called_ms: int
    wait_ms: int
    slot_ms: int | None
    late_ms: int | None
    has_priority: bool
    estimate_ms: tuple[int, int] | None
    has_converted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Overtaking:
    """`lead_ms` of opening time lies between the two; `allowed_ms` is what the right gives at most."""

    reason: str
    lead_ms: int
    allowed_ms: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Idle:
    window: int
    at_ms: int
    span_ms: int


@dataclass(slots=True)
class Seen:
    """`busy` are (window, from, until, state); `waiting` (instant, waiting by class).

    By visitor: `in_hall_ms` from issue to last service, `matters` done; `results` had one on the same day.
    """

    waits: list[Wait] = field(default_factory=list)
    overtakings: list[Overtaking] = field(default_factory=list)
    idle: list[Idle] = field(default_factory=list)
    busy: list[tuple[int, int, int, str]] = field(default_factory=list)
    waiting: list[tuple[int, dict[str, int]]] = field(default_factory=list)
    short_returns_ms: list[int] = field(default_factory=list)
    in_hall_ms: dict[int, tuple[int, int]] = field(default_factory=dict)
    results: set[int] = field(default_factory=set)
    matters: dict[int, int] = field(default_factory=lambda: defaultdict(int))
    highest_head_start_ms: int = 0
    calls: int = 0
    sessions: tuple[tuple[int, int], ...] = ()
    windows: int = 0


@dataclass(slots=True)
class Witness:
    """Watches one day. `every_ms` is how often the waiting are counted."""

    head_starts_ms: dict[str, int]
    every_ms: int = 60_000
    seen: Seen = field(default_factory=Seen)
    floor: Floor = field(default_factory=Floor)
    _since: dict[int, tuple[int, str]] = field(default_factory=dict)
    _returned: dict[int, int] = field(default_factory=dict)
    _called: set[int] = field(default_factory=set)
    _next_count_ms: int = 0

    def watch(self, events: Iterable[Happened]) -> Seen:
        for event in events:
            if event.at_ms > self.floor.at_ms:
                self._time_passes(event.at_ms)
            self._before(event)
            follow(self.floor, event)
            self._after(event)
        self.seen.sessions = self.floor.sessions
        self.seen.windows = len(self.floor.states)
        return self.seen

    def _time_passes(self, to_ms: int) -> None:
        self._look_for_idle(to_ms)
        if to_ms >= self._next_count_ms and self.floor.sessions:
            counts: dict[str, int] = defaultdict(int)
            for number in self.floor.waiting.values():
                counts[_open(number)] += 1
            self.seen.waiting.append((self.floor.at_ms, counts))
            self._next_count_ms = self.floor.at_ms + self.every_ms

    def _look_for_idle(self, to_ms: int) -> None:
        """A window that is free while somebody it may call waits, for longer than an instant."""
        if not self.floor.waiting or self.floor.hall_ms(to_ms) == self.floor.hall_ms(self.floor.at_ms):
            return
        for window, state in self.floor.states.items():
            if state == "free" and any(
                self.floor.may_call(window, number) for number in self.floor.waiting.values()
            ):
                span_ms = to_ms - self.floor.at_ms
                self.seen.idle.append(Idle(window=window, at_ms=self.floor.at_ms, span_ms=span_ms))

    def _before(self, event: Happened) -> None:
        if event.kind == "ticket-called":
            self.seen.calls += 1
            self._compare(event.body)

    def _compare(self, body: Body) -> None:
        """Whom this call overtakes: those who could have been called here and came before."""
        called, window = self.floor.numbers[body["ticket_id"]], body["window"]
        profile = self.floor.profiles[window]
        own_ms = called.errands[body["in_hand"][0]].seniority_ms
        reason = _reason(body)
        allowed_ms = self.floor.head_start_ms if reason == "appointment" else self.head_starts_ms.get(reason)
        for other in self.floor.waiting.values():
            if other is called or other.state != "waiting" or not self.floor.may_call(window, other):
                continue
            other_ms = other.seniority_at(profile)
            if other_ms is not None and other_ms < own_ms:
                self.seen.overtakings.append(
                    Overtaking(reason=reason, lead_ms=own_ms - other_ms, allowed_ms=allowed_ms)
                )

    def _after(self, event: Happened) -> None:
        self.seen.highest_head_start_ms = max(self.seen.highest_head_start_ms, self.floor.head_start_ms)
        number = self.floor.numbers.get(event.body.get("ticket_id", 0))
        if number is not None:
            self._note(event, number)
        window = event.body.get("window")
        if window is not None:
            self._note_window(window)

    def _note(self, event: Happened, number: Number) -> None:
        match event.kind:
            case "ticket-called":
                self._note_call(event, number)
            case "ticket-returned" if number.missed_ms is not None:
                away_ms = self._hall_span(number.missed_ms, event.at_ms)
                if away_ms <= _SHORT_MS:
                    self._returned[number.ticket_id] = event.at_ms
            case "service-finished" | "stage-finished":
                first_ms, _ = self.seen.in_hall_ms.get(number.visitor, (number.issued_ms, 0))
                self.seen.in_hall_ms[number.visitor] = first_ms, event.at_ms
                self.seen.matters[number.visitor] += len(event.body["done"])
            case "result-ready":
                self.seen.results.add(number.visitor)
            case _:
                return

    def _note_call(self, event: Happened, number: Number) -> None:
        returned_ms = self._returned.pop(number.ticket_id, None)
        if returned_ms is not None:
            self.seen.short_returns_ms.append(self._hall_span(returned_ms, event.at_ms))
        if number.ticket_id in self._called:
            return
        self._called.add(number.ticket_id)
        since_ms = None if number.slot_ms is None else max(number.slot_ms, number.issued_ms)
        self.seen.waits.append(
            Wait(
                ticket_id=number.ticket_id,
                ticket_class=number.errands[number.in_hand[0]].unit[1],
                right=event.body["right"],
                issued_ms=number.issued_ms,
                called_ms=event.at_ms,
                wait_ms=self._hall_span(number.issued_ms, event.at_ms),
                slot_ms=number.slot_ms,
                late_ms=None if since_ms is None else self._hall_span(since_ms, event.at_ms),
                has_priority=number.has_priority,
                estimate_ms=number.estimate_ms,
                has_converted=number.has_converted,
            )
        )

    def _hall_span(self, from_ms: int, until_ms: int) -> int:
        return self.floor.hall_ms(until_ms) - self.floor.hall_ms(from_ms)

    def _note_window(self, window: int) -> None:
        state = self.floor.states[window]
        since_ms, before = self._since.get(window, (self.floor.at_ms, "closed"))
        if state == before:
            return
        if before in _BUSY:
            self.seen.busy.append((window, since_ms, self.floor.at_ms, before))
        self._since[window] = self.floor.at_ms, state


def _reason(body: Body) -> str:
    match body["way"]:
        case "hand-back":
            return "continuation"
        case "override":
            return "override"
        case _:
            return "unexplained" if body["right"] == "arrival" else str(body["right"])


def _open(number: Number) -> str:
    return next(errand.unit[1] for errand in number.errands if not errand.is_done)
