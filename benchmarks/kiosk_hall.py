"""A hall and devices that are made up: they answer what a kiosk asks, truthfully or with what goes wrong.

Pure, so that the visit alone, and the kiosk's window, can be walked through at random; what a walk needs to
know of the truth, such as whose number was handed over, stands here.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from random import Random
from typing import assert_never
from urllib.parse import urlsplit

from msgspec.structs import replace as changed

from display.kit.phones import masked
from display.ticket.printer import PrinterFacts, printer_trouble
from drivers.contract.events import CodeKind
from drivers.contract.status import Card, State, Status
from kiosk import gallery_own, gallery_staff, samples, samples_matters
from kiosk.flow.effects import (
    Arrival,
    AskExplanation,
    AskPreview,
    AskProspect,
    AwaitPhone,
    Beep,
    Book,
    Cancellation,
    Change,
    CheckPrinter,
    ConfirmPrinted,
    Deferral,
    Effect,
    FindAppointments,
    FindCases,
    FindSlots,
    FindTickets,
    LetGo,
    LookForCards,
    LookUpMatter,
    MakeLink,
    NameMatters,
    Print,
    PrintList,
    RateVisit,
    ReadCard,
    ReadLog,
    ReadText,
    Restart,
    Return,
    SearchMatters,
    Take,
    TrialPrint,
    VerifyCode,
    Withdraw,
)
from kiosk.flow.events import (
    AlreadyHeld,
    AppointmentMade,
    AppointmentsFound,
    AskFailed,
    CardFailed,
    CardLaid,
    CardRead,
    CasesFound,
    CodeKnown,
    CodeScanned,
    Event,
    ExplanationSeen,
    HallSeen,
    LinkFailed,
    LinkMade,
    LinkSeen,
    LinkStale,
    ListPrinted,
    LogSeen,
    MatterSeen,
    MattersFound,
    MattersNamed,
    NumberGone,
    NumberTaken,
    PhoneHolds,
    PreviewSeen,
    Printed,
    PrinterSeen,
    PrintFailed,
    ProspectSeen,
    ReadersSeen,
    SlotsFound,
    StaffSeen,
    StaffTold,
    TakeFailed,
    TicketChanged,
    TicketsFound,
)
from kiosk.flow.facts import Facts
from queue_core.wire.appointments import Appointment, FreeSlot
from queue_core.wire.cases import Case
from queue_core.wire.choices import AddErrand, Convert, Explanation, Prospect
from queue_core.wire.finding import Claim, CodeRead
from queue_core.wire.matters import FoundMatters
from queue_core.wire.messages import CardHolder, Errand, Estimate, TakeNumber, Ticket
from queue_core.wire.views import HallView
from queue_core.wire.words import (
    AppointmentState,
    CardKind,
    CaseState,
    DeliveryState,
    TicketClass,
    TicketState,
)
from sim.crowd.people import invented_people

SURELY, OFTEN = 0.0, 0.25
STAFF_COME = 0.3
MATTERS = {
    each.code: each
    for each in (samples_matters.MATTER, changed(samples_matters.ELSEWHERE, code="sole-trader-setup"))
} | {"food-licence": changed(gallery_own.RENEWAL, code="food-licence")}
HALL = changed(samples.HALL, has_appointments=True, has_messages=True)
OPEN = frozenset(TicketState) - {
    TicketState.FINISHED,
    TicketState.CANCELLED,
    TicketState.EXPIRED,
    TicketState.WITHDRAWN,
}
HALL_FAILS = (
    "hall-unreachable",
    "refused",
    "hall-closed",
    "too-many-attempts",
    "bad-request",
    "no-estimate",
    "card-needed",
)
TAKE_FAILS = ("hall-unreachable", "quota-full", "hall-closed-today", "may-not-be-served", "not-offered")
CARD_FAILS = ("card-removed", "card-unknown", "card-mute", "card-unreadable", "timed-out", "link-lost")
CODE_FAILS = ("code-unknown", "code-expired", "code-unreachable")
PAPER_FAILS = ("paper-out", "cover-open", "printer-fault", "link-lost", "timed-out", "hall-unreachable")
AFTER_BYTES_LEFT = frozenset({"link-lost", "timed-out", "paper-out", "printer-fault"})
BOOK_FAILS = ("slot-full", "slot-past", "already-booked", "barred", "hall-unreachable")
CHANGE_FAILS = ("wrong-state", "ticket-ended", "no-such-errand", "too-many-errands", "hall-unreachable")


@dataclass(slots=True)
class Fate:
    """What became of one number that the kiosk was told of."""

    is_delivered: bool = False
    is_gone: bool = False
    may_be_on_paper: bool = False


@dataclass(slots=True)
class MadeUpHall:
    """`trouble`: the share of questions that come to nothing. `waiting` are effects not answered yet."""

    dice: Random
    trouble: float = OFTEN
    tickets: dict[int, Ticket] = field(default_factory=dict)
    holders: dict[int, CardHolder | None] = field(default_factory=dict)
    by_key: dict[str, int] = field(default_factory=dict)
    requests: dict[str, TakeNumber] = field(default_factory=dict)
    fates: dict[int, Fate] = field(default_factory=dict)
    waiting: list[Effect] = field(default_factory=list)
    watched: AwaitPhone | None = None
    linked: set[int] = field(default_factory=set)
    on_readers: dict[int, CardHolder] = field(default_factory=dict)
    broken_readers: set[int] = field(default_factory=set)
    printer: PrinterFacts = samples.PRINTER
    asked: Counter[str] = field(default_factory=Counter)
    people: tuple[CardHolder, ...] = tuple(
        CardHolder(name=one.name, id_number=one.number, card=CardKind.RESIDENT_ID)
        for one in invented_people(6)
    )

    # What a kiosk must never show to the next person

    def secrets(self) -> Iterator[str]:
        """Names, identity numbers, mobiles, links' secrets, codes of cases: each must go with its visit."""
        for person in self.people:
            yield person.name
            yield person.id_number
            yield f"{person.name[0]}**"
        for ticket in self.tickets.values():
            yield urlsplit(ticket.status_url).fragment
            yield claim_token(ticket.ticket_id)
        yield from (case.code for case in CASES)
        yield from (MOBILE, masked(MOBILE))

    # What is asked

    def perform(self, effect: Effect) -> None:
        """As the kiosk's backstage does: some is done at once, some is waited for."""
        self.asked[type(effect).__name__] += 1
        match effect:
            case Withdraw(ticket_id=ticket_id):
                self.watched = None
                self.fates.setdefault(ticket_id, Fate()).is_gone = True
                self._end(ticket_id, TicketState.WITHDRAWN)
            case ConfirmPrinted(ticket_id=ticket_id):
                self.watched = None
                self.fates.setdefault(ticket_id, Fate()).is_delivered = True
            case AwaitPhone():
                self.watched = effect
            case Print():
                self.watched = None
                self.waiting.append(effect)
            case Beep() | Restart() | LetGo():
                pass
            case SearchMatters():
                self.waiting = [one for one in self.waiting if not isinstance(one, SearchMatters)]
                self.waiting.append(effect)
            case _:
                self.waiting.append(effect)

    def is_waited_for(self, effect: Effect | None) -> bool:
        return effect in self.waiting

    def is_busy_for(self, visit_id: int, *kinds: type) -> bool:
        return any(isinstance(one, kinds) and getattr(one, "visit_id", 0) == visit_id for one in self.waiting)

    def answer(self) -> list[Event]:
        """To one of the questions, whichever is ready first."""
        if not self.waiting:
            return []
        effect = self.waiting.pop(self.dice.randrange(len(self.waiting)))
        return self._answered(effect, fails=self.dice.random() < self.trouble)

    def _answered(self, effect: Effect, *, fails: bool) -> list[Event]:  # noqa: C901, PLR0911, PLR0912 one a kind
        choose = self.dice.choice
        match effect:
            case LookForCards(except_on=left):
                return [CardLaid(number) for number in self.on_readers if number not in left]
            case ReadCard(visit_id=visit_id, reader=reader):
                holder = self.on_readers.get(reader)
                if fails or holder is None or reader in self.broken_readers:
                    return [CardFailed(visit_id=visit_id, code=choose(CARD_FAILS))]
                return [CardRead(visit_id=visit_id, reader=reader, holder=holder)]
            case VerifyCode(visit_id=visit_id):
                if fails:
                    return [CardFailed(visit_id=visit_id, code=choose(CODE_FAILS))]
                holder = changed(choose(self.people), card=CardKind.MEDICAL_INSURANCE)
                return [CardRead(visit_id=visit_id, reader=-1, holder=holder)]
            case AskPreview(visit_id=visit_id, request=request):
                if (held := self._held(request.holder)) is not None:
                    return [AlreadyHeld(visit_id=visit_id, ticket=held)]
                return [self._failed(visit_id) if fails else self._foreseen(effect)]
            case Take():
                return [self._taken(effect, fails=fails)]
            case Print():
                return [self._printed(effect, fails=fails)]
            case PrintList(visit_id=visit_id):
                if fails or printer_trouble(self.printer):
                    return [PrintFailed(visit_id=visit_id, code=choose(PAPER_FAILS), has_left_printer=False)]
                return [ListPrinted(visit_id=visit_id)]
            case NameMatters(visit_id=visit_id, codes=codes):
                named = tuple(MATTERS[code] for code in codes if code in MATTERS)
                return [MattersNamed(visit_id=visit_id, matters=named)] if named and not fails else []
            case TrialPrint() | CheckPrinter():
                return [StaffTold(code=choose(PAPER_FAILS) if fails else "test-printed")]
            case ReadLog():
                return [LogSeen(gallery_staff.LINES)]
            case MakeLink(visit_id=visit_id, ticket_id=ticket_id):
                if fails:
                    return [LinkFailed(visit_id=visit_id, code=choose(HALL_FAILS))]
                self.linked.add(ticket_id)
                return [LinkMade(visit_id=visit_id, claim=claim_of(self.tickets[ticket_id]))]
            case SearchMatters(visit_id=visit_id, asked=asked) if fails:
                return [AskFailed(visit_id=visit_id, asked=asked, code=choose(HALL_FAILS))]
            case Book(visit_id=visit_id) if fails:
                return [AskFailed(visit_id=visit_id, code=choose(BOOK_FAILS))]
            case Change() | RateVisit():
                if fails:
                    return [AskFailed(visit_id=effect.visit_id, code=choose(CHANGE_FAILS))]
                return [TicketChanged(visit_id=effect.visit_id, ticket=self._changed(effect))]
            case _:
                return [self._failed(effect.visit_id) if fails else self._found(effect)]  # type: ignore[union-attr]

    def _found(self, effect: Effect) -> Event:  # noqa: C901, PLR0911 one a kind of question
        match effect:
            case FindTickets(visit_id=visit_id, holder=holder):
                return TicketsFound(visit_id=visit_id, tickets=self.numbers_of(holder))
            case FindAppointments(visit_id=visit_id):
                found = samples.APPOINTMENTS[: self.dice.randrange(3)]
                return AppointmentsFound(visit_id=visit_id, appointments=tuple(map(self._aged, found)))
            case FindSlots(visit_id=visit_id):
                return SlotsFound(visit_id=visit_id, slots=SLOTS[: self.dice.randrange(len(SLOTS) + 1)])
            case Book(visit_id=visit_id, request=request):
                booked = changed(samples.APPOINTMENTS[0], starts_at_ms=request.starts_at_ms)
                return AppointmentMade(visit_id=visit_id, appointment=booked)
            case FindCases(visit_id=visit_id):
                return CasesFound(visit_id=visit_id, cases=CASES[: self.dice.randrange(4)])
            case ReadText(visit_id=visit_id, text=text):
                return CodeKnown(visit_id=visit_id, read=self.read(text))
            case SearchMatters(visit_id=visit_id, asked=asked, category=category, query=query):
                return MattersFound(visit_id=visit_id, asked=asked, found=found_matters(category, query))
            case LookUpMatter(visit_id=visit_id, code=code):
                matter = MATTERS.get(code, samples_matters.MATTER)
                return MatterSeen(visit_id=visit_id, matter=changed(matter, code=code))
            case AskProspect(visit_id=visit_id):
                soon = Estimate(p50_s=240, p90_s=480)
                told = Prospect(ahead_now=6, now=None, ahead=2, estimate=soon, keeps_appointment=False)
                return ProspectSeen(visit_id=visit_id, prospect=told)
            case AskExplanation(visit_id=visit_id):
                calls = gallery_own.CALLS[: self.dice.randrange(len(gallery_own.CALLS))]
                told_why = Explanation(number="902", windows=(1, 2), own=(), before=calls, elsewhere=3)
                return ExplanationSeen(visit_id=visit_id, explanation=told_why)
            case other:
                raise AssertionError(other)

    def _failed(self, visit_id: int) -> AskFailed:
        return AskFailed(
            visit_id=visit_id, code=self.dice.choice((*HALL_FAILS, "no-estimate", "card-needed"))
        )

    def _aged(self, booked: Appointment) -> Appointment:
        state = self.dice.choice((AppointmentState.BOOKED, AppointmentState.MISSED))
        return changed(booked, state=state)

    def _foreseen(self, effect: AskPreview) -> PreviewSeen:
        request = effect.request
        told = changed(
            samples.PREVIEW,
            ticket_class=request.ticket_class or TicketClass.ACCEPT,
            category=request.category or "registration",
            may_not_be_called=self.dice.random() < self.trouble,
        )
        return PreviewSeen(visit_id=effect.visit_id, preview=told)

    # Numbers

    def numbers_of(self, holder: CardHolder) -> tuple[Ticket, ...]:
        found = [
            self.tickets[ticket_id]
            for ticket_id, of in self.holders.items()
            if of is not None and of.id_number == holder.id_number
        ]
        return tuple(sorted(found, key=lambda one: one.state not in OPEN))

    def _held(self, holder: CardHolder | None) -> Ticket | None:
        every = self.numbers_of(holder) if holder else ()
        return next((one for one in every if one.state in OPEN), None)

    def _taken(self, effect: Take, *, fails: bool) -> Event:
        """Of failures, some come before the number is issued and some after: the answer was lost."""
        key, request, visit_id = effect.decision.key, effect.decision.request, effect.visit_id
        assert self.requests.setdefault(key, request) == request, "one key, two wishes"
        failed = TakeFailed(visit_id=visit_id, code=self.dice.choice(TAKE_FAILS))
        if fails and self.dice.random() < 0.5:  # noqa: PLR2004 a coin
            return failed
        if key not in self.by_key and (held := self._held(request.holder)) is not None:
            return AlreadyHeld(visit_id=visit_id, ticket=held)
        ticket_id = self.by_key.setdefault(key, len(self.tickets) + 1)
        if ticket_id not in self.tickets:
            self.holders[ticket_id] = request.holder
            self.tickets[ticket_id] = issued(ticket_id, request)
        if fails:
            return TakeFailed(visit_id=visit_id, code="hall-unreachable")
        self.fates.setdefault(ticket_id, Fate())
        return NumberTaken(visit_id=visit_id, ticket=self.tickets[ticket_id])

    def _printed(self, effect: Print, *, fails: bool) -> Event:
        ticket_id, visit_id = effect.ticket.ticket_id, effect.visit_id
        if self.tickets[ticket_id].state not in OPEN:
            return NumberGone(visit_id=visit_id)
        trouble = printer_trouble(self.printer)
        if fails or trouble:
            code = trouble or self.dice.choice(PAPER_FAILS)
            has_left = code in AFTER_BYTES_LEFT and self.dice.random() < 0.5  # noqa: PLR2004 a coin
            if has_left and ticket_id in self.fates:
                self.fates[ticket_id].may_be_on_paper = True
            return PrintFailed(visit_id=visit_id, code=code, has_left_printer=has_left)
        if ticket_id in self.fates:
            self.fates[ticket_id].is_delivered = True
        self._deliver(ticket_id, DeliveryState.PRINTED)
        return Printed(visit_id=visit_id)

    def _changed(self, effect: Change | RateVisit) -> Ticket:
        ticket = self.tickets[effect.ticket_id]
        match effect.change if isinstance(effect, Change) else None:
            case None:
                after = changed(ticket, may_rate=False)
            case Deferral():
                after = changed(ticket, state=TicketState.DEFERRED, passes_left=3)
            case Cancellation():
                after = changed(ticket, state=TicketState.CANCELLED)
            case Return() | Arrival():
                after = changed(ticket, state=TicketState.WAITING)
            case Convert(ticket_class=ticket_class, category=category):
                after = changed(ticket, ticket_class=ticket_class, category=category)
            case AddErrand(errand=errand):
                after = changed(ticket, errands=(*ticket.errands, errand))
            case other:
                assert_never(other)
        self.tickets[ticket.ticket_id] = after
        return after

    def read(self, text: str) -> CodeRead:
        for ticket in self.tickets.values():
            if text == ticket.status_url:
                return CodeRead(ticket=ticket, is_holder=True)
            if text == ticket.number and ticket.state in OPEN:
                return CodeRead(ticket=changed(ticket, status_url=""))
        return CodeRead(case=next((case for case in CASES if case.code == text), None))

    def _end(self, ticket_id: int, state: TicketState) -> None:
        self.tickets[ticket_id] = changed(self.tickets[ticket_id], state=state)

    def _deliver(self, ticket_id: int, delivery: DeliveryState) -> None:
        self.tickets[ticket_id] = changed(self.tickets[ticket_id], delivery=delivery)

    # What happens by itself

    def phone_claims(self) -> list[Event]:
        """A phone scans what is on the screen."""
        watched = self.watched
        if watched is None or watched.ticket_id not in self.linked:
            return []
        self.watched = None
        if watched.ticket_id in self.fates:
            self.fates[watched.ticket_id].is_delivered = True
        self._deliver(watched.ticket_id, DeliveryState.PAPERLESS)
        return [PhoneHolds(visit_id=watched.visit_id)]

    def link_ages(self) -> list[Event]:
        return [LinkStale(visit_id=self.watched.visit_id)] if self.watched else []

    def number_goes(self) -> list[Event]:
        """The hall's own timer ends a number that nobody holds."""
        watched = self.watched
        if watched is None or self.tickets[watched.ticket_id].delivery in HELD_BY_SOMEBODY:
            return []
        self.watched = None
        self._end(watched.ticket_id, TicketState.WITHDRAWN)
        if watched.ticket_id in self.fates:
            self.fates[watched.ticket_id].is_gone = True
        return [NumberGone(visit_id=watched.visit_id)]

    def happenings(self, facts: Facts) -> list[Event]:  # noqa: PLR0911 one a kind
        """One thing that cards, codes, phones, staff, devices or the hall do next."""
        dice = self.dice
        match dice.randrange(14):
            case 0 | 1 | 2:
                return self.lay(dice.randrange(2), dice.choice(self.people))
            case 3 | 4:
                return self.pull(dice.randrange(2))
            case 5:
                return self.break_or_mend_reader(dice.randrange(2))
            case 6:
                self.printer = samples.NO_PAPER if self.printer is samples.PRINTER else samples.PRINTER
                return [PrinterSeen(self.printer)]
            case 7:
                trouble = "" if facts.link_trouble else dice.choice(("", "hall-unreachable"))
                return [LinkSeen(trouble), self.hall()]
            case 8 | 9:
                return self.phone_claims()
            case 10:
                return self.link_ages()
            case 11:
                return self.number_goes()
            case 12:
                return self.queue_moves()
            case _:
                is_staff = dice.random() < STAFF_COME
                return [StaffSeen(gallery_staff.MEMBER) if is_staff else self.scan()]

    def scan(self) -> CodeScanned:
        known = [ticket.status_url for ticket in self.tickets.values()]
        text = self.dice.choice([*known, *(case.code for case in CASES), "https://elsewhere.example.org/x"])
        return CodeScanned(text=text, kind=self.dice.choice(tuple(CodeKind)))

    def queue_moves(self) -> list[Event]:
        """Numbers are called, served, missed: found in another state next time."""
        for ticket_id, ticket in self.tickets.items():
            if ticket.delivery in HELD_BY_SOMEBODY and ticket.state in OPEN:
                state = self.dice.choice(tuple(OPEN | {TicketState.FINISHED}))
                is_served = state is TicketState.FINISHED
                self.tickets[ticket_id] = changed(
                    ticket,
                    state=state,
                    may_rate=is_served,
                    served_at=3 if is_served else None,
                    window=3 if state in {TicketState.CALLED, TicketState.SERVING} else None,
                )
        return []

    def lay(self, reader: int, holder: CardHolder) -> list[Event]:
        if reader in self.broken_readers or reader in self.on_readers:
            return []
        self.on_readers[reader] = holder
        return [self.readers(), CardLaid(reader)]

    def pull(self, reader: int) -> list[Event]:
        if self.on_readers.pop(reader, None) is None:
            return []
        return [self.readers()]

    def break_or_mend_reader(self, reader: int) -> list[Event]:
        self.broken_readers ^= {reader}
        self.on_readers.pop(reader, None)
        return [self.readers()]

    def readers(self) -> ReadersSeen:
        return ReadersSeen(
            tuple(replace(one, status=self._reader_status(one.reader)) for one in samples.READERS)
        )

    def _reader_status(self, reader: int) -> Status:
        if reader in self.broken_readers:
            return Status(state=State.NO_DEVICE, card=Card.UNKNOWN)
        lies = Card.PRESENT if reader in self.on_readers else Card.ABSENT
        return Status(state=State.ONLINE, card=lies)

    def hall(self) -> HallSeen:
        return HallSeen(HALL if self.dice.random() > 0.1 else closed())  # noqa: PLR2004 one in ten


MOBILE = "13812345678"
HELD_BY_SOMEBODY = frozenset({DeliveryState.PRINTED, DeliveryState.REPRINTED, DeliveryState.PAPERLESS})
SLOTS = tuple(
    FreeSlot(starts_at_ms=starts_at_ms, ends_at_ms=starts_at_ms + samples.HALF_HOUR_MS, room=2)
    for day in range(1, 6)
    for starts_at_ms in (samples.MORNING_MS + day * 48 * samples.HALF_HOUR_MS,)
)
CASES = tuple(
    Case(
        code=f"SL2026-77-{number:04}",
        category=category,
        matter=matter,
        state=state,
        accepted_at_ms=gallery_own.AT_MS,
        ready_at_ms=gallery_own.AT_MS,
    )
    for number, category, matter, state in (
        (1, "registration", "food-licence", CaseState.READY),
        (2, "construction", None, CaseState.READY),
        (3, "trade", None, CaseState.ACCEPTED),
        (4, "trade", None, CaseState.HANDED_OVER),
    )
)


def issued(ticket_id: int, request: TakeNumber) -> Ticket:
    unit = (request.ticket_class or TicketClass.ACCEPT, request.category or "registration")
    errand = Errand(ticket_class=unit[0], category=unit[1], matter=request.matter, case=request.case)
    return changed(
        samples.TICKET,
        ticket_id=ticket_id,
        number=f"{9000 + ticket_id}",
        ticket_class=unit[0],
        category=unit[1],
        errands=(errand, *request.further),
        status_url=f"https://hall.example.org/t/ref{ticket_id}#secret{ticket_id:06}x",
    )


def claim_token(ticket_id: int) -> str:
    return f"claim.token{ticket_id:06}x"


def claim_of(ticket: Ticket) -> Claim:
    head = ticket.status_url.partition("#")[0]
    return Claim(url=f"{head}#{claim_token(ticket.ticket_id)}", expires_at_ms=0)


def found_matters(category: str | None, query: str) -> FoundMatters:
    """The gallery's category has a catalogue, the others have none."""
    if category not in {None, "registration"} or len(query) > 3:  # noqa: PLR2004 nothing is called so
        return FoundMatters(matters=(), total=0)
    return samples_matters.MATTERS


def closed() -> HallView:
    return samples.replace_day(HALL)
