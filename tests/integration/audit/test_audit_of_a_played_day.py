"""What the engine does on days full of chance passes an audit that shares nothing with it."""

import random

import pytest

from queue_core.app import CardKind, HallError, Holder
from queue_core.app.requests import BookingWanted, CaseTold, ErrandAsked, NumberWanted
from queue_core.audit.auditing import audit
from queue_core.domain import commands as asked
from queue_core.domain.refusals import Refusal
from queue_core.domain.rules import Unit
from queue_core.domain.ticket import Priority
from queue_core.domain.words import (
    DeliveryState,
    Origin,
    PriorityKind,
    RatingChannel,
    TicketClass,
    TicketState,
    WindowState,
)

WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CHECK = "10X98765432"
STEPS = 350
MINUTE = 60_000


def person(number: int) -> Holder:
    body = f"44010619900307{number:03d}"
    check = CHECK[sum(int(digit) * weight for digit, weight in zip(body, WEIGHTS, strict=True)) % 11]
    return Holder(name=f"某{number}", id_number=body + check, card=CardKind.RESIDENT_ID)


class Chance:
    """Draws what happens next; knows of the hall what anybody in it could see."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.appointments: list[str] = []
        self.cases = 0

    def unit(self) -> Unit:
        return Unit(self.random.choice(("registration", "trade")), self.random.choice(tuple(TicketClass)))

    def of_the_house(self, now_ms: int):
        kind = self.random.random()
        if kind < 0.7:
            units = [self.unit() for _ in range(self.random.choice((1, 1, 1, 2, 3)))]
            return NumberWanted(
                errands=tuple(ErrandAsked(unit=unit) for unit in dict.fromkeys(units)),
                holder=person(self.random.randrange(400)) if self.random.random() < 0.7 else None,
                is_remote=self.random.random() < 0.1,
                origin=Origin.KIOSK,
                accepts_risk=True,
            )
        if kind < 0.8:
            slot_ms = 30 * MINUTE
            starts_at_ms = (now_ms // slot_ms + self.random.randrange(1, 5)) * slot_ms
            return BookingWanted(
                unit=self.unit(), starts_at_ms=starts_at_ms, holder=person(400 + self.random.randrange(500))
            )
        if kind < 0.9 and self.appointments:
            reference = self.appointments.pop(self.random.randrange(len(self.appointments)))
            return NumberWanted(appointment=reference)
        self.cases += 1
        return CaseTold(
            code=f"B{self.cases}", unit=self.unit(), holder=person(self.random.randrange(400)), is_ready=True
        )

    def with_a_ticket(self, ticket):
        options = [
            asked.Convert(ticket_id=ticket.ticket_id, unit=self.unit(), errand=0),
            asked.Defer(ticket_id=ticket.ticket_id),
            asked.Return(ticket_id=ticket.ticket_id),
            asked.Return(ticket_id=ticket.ticket_id),
            asked.Arrive(ticket_id=ticket.ticket_id),
            asked.AddErrand(ticket_id=ticket.ticket_id, wanted=asked.ErrandWanted(unit=self.unit())),
            asked.ReportDelivery(ticket_id=ticket.ticket_id, outcome=DeliveryState.PRINTED),
            asked.ReportDelivery(ticket_id=ticket.ticket_id, outcome=DeliveryState.PAPERLESS),
            asked.ReportDelivery(
                ticket_id=ticket.ticket_id, outcome=DeliveryState.FAILED, reason="paper-out"
            ),
            asked.GrantPriority(
                ticket_id=ticket.ticket_id,
                priority=Priority(kind=PriorityKind.DISABILITY, verified_by="clerk:1001"),
            ),
            asked.AnnounceResult(ticket_id=ticket.ticket_id, case_id=self.random.randrange(1, 5)),
            asked.RateVisit(ticket_id=ticket.ticket_id, level=2, channel=RatingChannel.PHONE),
        ]
        if self.random.random() < 0.1:
            options = [asked.Cancel(ticket_id=ticket.ticket_id)]
        return self.random.choice(options)

    def at_a_window(self, window, ticket_ids):
        number = window.number
        rare = [
            asked.PauseWindow(window=number, reason="tea"),
            asked.CloseWindow(window=number),
            asked.CloseWindow(window=number, emergency="alarm"),
            asked.ChangeProfile(window=number, profile=tuple({self.unit() for _ in range(4)})),
            asked.CallTicket(window=number, ticket_id=self.random.choice(ticket_ids or [1]), reason="faint"),
        ]
        if self.random.random() < 0.06:
            return self.random.choice(rare)
        match window.state:
            case WindowState.CLOSED:
                return asked.OpenWindow(window=number, clerk=None if number == 5 else f"100{number}")
            case WindowState.PAUSED:
                return asked.ResumeWindow(window=number)
            case WindowState.FREE:
                return asked.CallNext(window=number)
            case WindowState.CALLED:
                no_show = self.random.random() < 0.4
                missing = [asked.Recall(window=number), asked.MarkNoShow(window=number)]
                return self.random.choice(missing) if no_show else asked.StartService(window=number)
            case WindowState.SERVING:
                ending = [asked.FinishService(window=number)] * 4
                return self.random.choice(
                    [
                        *ending,
                        asked.HoldTicket(window=number, reason="copy"),
                        asked.Transfer(window=number, unit=self.unit()),
                        asked.Transfer(window=number, to_window=self.random.randrange(1, 5)),
                        asked.Convert(ticket_id=window.ticket_id, unit=self.unit()),
                        asked.AddErrand(
                            ticket_id=window.ticket_id, wanted=asked.ErrandWanted(unit=self.unit())
                        ),
                    ]
                )

    def rating(self, window):
        return asked.Rate(
            window=window.number,
            ticket_id=window.finished_id or 1,
            level=self.random.randrange(1, 6),
            channel=RatingChannel.PAD,
        )


async def play(hall, time, seed: int, steps: int = STEPS) -> None:
    chance = Chance(seed)
    for step in range(steps):
        time.now_ms += chance.random.choice((0, 200, 5_000, 40_000, 150_000))
        windows = await hall.read(lambda day: tuple(day.windows.values()))
        tickets = await hall.read(lambda day: tuple(each for each in day.tickets.values()))
        away = [each for each in tickets if each.state in (TicketState.ABSENT, TicketState.HELD)]
        kind = chance.random.random()
        window = chance.random.choice(windows)
        if kind < 0.22 or not tickets:
            what = chance.of_the_house(time.now_ms)
        elif kind < 0.3:
            what = chance.with_a_ticket(chance.random.choice(tickets))
        elif kind < 0.36 and away:
            what = asked.Return(ticket_id=chance.random.choice(away).ticket_id)
        elif kind < 0.4:
            what = chance.rating(window)
        else:
            what = chance.at_a_window(window, [each.ticket_id for each in tickets if each.is_waiting])
        try:
            outcome = await hall.execute(what, key=f"{seed}-{step}-{time.now_ms}", actor="clerk:1001")
        except (Refusal, HallError):
            continue
        if isinstance(what, BookingWanted) and outcome.events:
            chance.appointments.append(outcome.events[-1].appointment.reference)


@pytest.mark.parametrize("seed", range(6))
async def test_days_of_chance_are_right_to_an_auditor(hall, time, tmp_path, seed) -> None:
    await play(hall, time, seed)
    time.now_ms += 16 * 60 * MINUTE
    await play(hall, time, seed + 100, steps=30)
    report = audit(tmp_path / "journal.db", is_whole=True)
    assert report.violations == ()
    assert report.calls_recomputed > 30
    assert report.unexplained_overtakings == 0
    assert len(report.days) > 1
