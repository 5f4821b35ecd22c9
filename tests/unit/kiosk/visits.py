"""What happens in a visit to take a number, as events to play, and where it leads."""

from collections.abc import Iterable
from dataclasses import replace

from drivers.contract.events import CodeKind
from kiosk.flow.effects import Effect
from kiosk.flow.events import (
    AppointmentsFound,
    CardLaid,
    CardRead,
    CodeScanned,
    Event,
    LinkMade,
    MatterSeen,
    MattersFound,
    NumberTaken,
    PreviewSeen,
    PrintFailed,
    TicketsFound,
)
from kiosk.flow.facts import Facts
from kiosk.flow.presses import CategoryChosen, ClassChosen, MatterChosen, NoMatter, PurposeChosen, WayChosen
from kiosk.flow.steps import Step
from kiosk.flow.table import step
from kiosk.flow.visit import Purpose, Visit, Way
from kiosk.samples import APPOINTMENTS, FACTS, HOLDER, LINK, PREVIEW, TICKET
from kiosk.samples_matters import MATTER, MATTERS
from queue_core.wire.finding import Claim
from queue_core.wire.matters import FoundMatters
from queue_core.wire.words import TicketClass

ACCEPT = ClassChosen(TicketClass.ACCEPT)
CONSULT = ClassChosen(TicketClass.CONSULT)  # the gallery's hall gives it without a card
PICKUP = ClassChosen(TicketClass.PICKUP)
CHECK_IN = PurposeChosen(Purpose.CHECK_IN)
GUIDE = PurposeChosen(Purpose.GUIDE)
REGISTRATION = CategoryChosen("registration")
FOUND = MattersFound(visit_id=1, asked=1, found=MATTERS)
NO_CATALOGUE = MattersFound(visit_id=1, asked=1, found=FoundMatters(matters=(), total=0))
COMPANY = MatterChosen("company-setup")
SEEN = MatterSeen(visit_id=1, matter=MATTER)
READ = CardRead(visit_id=1, reader=0, holder=HOLDER)
CARD = (CardLaid(0), READ)
FORESEEN = PreviewSeen(visit_id=1, preview=PREVIEW)
PAPER = WayChosen(way=Way.PAPER, key="key-of-the-first-touch")
PHONE = WayChosen(way=Way.PHONE, key="key-of-the-first-touch")
TAKEN = NumberTaken(visit_id=1, ticket=TICKET)
LINKED = LinkMade(visit_id=1, claim=Claim(url=LINK, expires_at_ms=0))
PAPER_OUT = PrintFailed(visit_id=1, code="paper-out", has_left_printer=True)
UNPLUGGED = PrintFailed(visit_id=1, code="link-lost", has_left_printer=True)
NO_NUMBERS = TicketsFound(visit_id=1, tickets=())
E_CARD = CodeScanned(text="a code that stands for somebody", kind=CodeKind.MEDICAL_INSURANCE)

TO_MATTERS = (ACCEPT, REGISTRATION, FOUND)
TO_CARD = (*TO_MATTERS, NoMatter())
TO_CONFIRM = (*TO_CARD, *CARD, FORESEEN)
TO_PRINTING = (*TO_CONFIRM, PAPER, TAKEN)
TO_QR = (*TO_CONFIRM, PHONE, TAKEN)


def found(count: int) -> AppointmentsFound:
    return AppointmentsFound(visit_id=1, appointments=APPOINTMENTS[:count])


def play(events: Iterable[Event], facts: Facts = FACTS, visit: Visit | None = None) -> Step:
    """The last step of a visit to which all of these happened."""
    last = Step(visit or Visit(visit_id=1))
    for event in events:
        last = step(last.visit, event, facts)
    return last


def only(events: Iterable[Event], facts: Facts = FACTS) -> Effect:
    """The one effect of the last step."""
    (effect,) = play(events, facts).effects
    return effect


def with_means(**means: bool) -> Facts:
    return replace(FACTS, means=replace(FACTS.means, **means))
