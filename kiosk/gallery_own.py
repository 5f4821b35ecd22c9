"""The pages of one's own number, of pickup, guidance and rating with invented facts."""

from collections.abc import Iterator
from dataclasses import replace

from msgspec.structs import replace as changed

from drivers.contract.status import State, Status
from kiosk.flow.effects import (
    Arrival,
    AskExplanation,
    AskPreview,
    Cancellation,
    Change,
    Deferral,
    FindTickets,
    PrintList,
    Return,
)
from kiosk.flow.facts import Facts, ScannerFacts
from kiosk.flow.visit import OwnNumber, Page, Purpose, Visit
from queue_core.wire import texts
from queue_core.wire.cases import Case, CasePlace
from queue_core.wire.choices import AddErrand, CallBefore, Convert, Explanation, Prospect
from queue_core.wire.matters import Material, Matter
from queue_core.wire.messages import CardHolder, Errand, Estimate, Place, Slot, TakeNumber, Ticket
from queue_core.wire.words import CaseState, PlaceKind, Reason, TicketClass, TicketState

AT_MS = 1_795_309_200_000
HOUR_MS = 3_600_000
RENEWAL = Matter(
    code="reg-licence-renewal",
    names={
        "zh-CN": "食品经营许可证延续换发",
        "zh-Hant": "食品經營許可證延續換發",
        "en": "Renewal of a food business licence",
    },
    category="registration",
    department={"zh-CN": "市场监督管理局", "en": "Market Regulation Bureau"},
    classes=(TicketClass.ACCEPT, TicketClass.CONSULT),
    usual_minutes=12,
    materials=(
        Material(names={"zh-CN": "食品经营许可证", "en": "Food business licence"}, originals=1, copies=1),
        Material(
            names={"zh-CN": "法定代表人身份证", "en": "ID card of the legal representative"},
            originals=1,
            copies=1,
        ),
        Material(
            names={"zh-CN": "经营场所平面图", "en": "Floor plan of the premises"}, originals=0, copies=2
        ),
    ),
    terminals=(),
    web=None,
)
LICENCE = changed(
    RENEWAL,
    code="reg-licence",
    names={"zh-CN": "营业执照", "zh-Hant": "營業執照", "en": "Business licence"},
)
PLACES = (
    Place(
        code="a2",
        names={"zh-CN": "B 区", "en": "Zone B"},
        building={"zh-CN": "A 座", "en": "Building A"},
        floor="2",
        walking_min=3,
        windows=(1, 2, 3, 4, 5, 6),
    ),
)
CALLS = tuple(
    CallBefore(
        number=number,
        window=window,
        called_at_ms=AT_MS + at * 60_000,
        reason=reason,
        said=texts.why(reason, slot="10:00", window=7, windows="1–6", places=3, text="行动不便，先行办理"),
    )
    for number, window, at, reason in (
        ("027", 3, 31, Reason.APPOINTMENT),
        ("031", 5, 29, Reason.PRIORITY),
        ("018", 2, 26, Reason.EARLIER),
        ("029", 1, 22, Reason.PICKUP),
        ("012", 6, 19, Reason.CONTINUATION),
        ("034", 4, 15, Reason.OVERRIDE),
        ("017", 3, 12, Reason.EARLIER),
        ("016", 5, 9, Reason.EARLIER),
    )
)


def states(facts: Facts, holder: CardHolder, base: Ticket) -> Iterator[tuple[str, Visit, Facts]]:
    """Each scene's name, visit and facts, from the gallery's own facts, person and number."""
    assert facts.hall is not None
    hall = changed(facts.hall, places=PLACES, public_url="https://hall.example.org")
    facts = replace(facts, hall=hall, scanner=ScannerFacts(status=Status(state=State.ONLINE)))
    errand = Errand(ticket_class=TicketClass.ACCEPT, category="registration", matter=RENEWAL.code)
    ticket = changed(base, errands=(errand,), windows=(1, 2, 3, 5))
    visit = Visit(
        visit_id=1, purpose=Purpose.OWN, holder=holder, known_matters=(RENEWAL, LICENCE), was_held=True
    )
    yield from numbers(visit, ticket, facts)
    yield from changes(visit, ticket, facts)
    yield from pickups(visit, facts)
    yield from ratings(visit, ticket, facts)
    yield from messages(visit, ticket, facts)


def showing(visit: Visit, ticket: Ticket, page: Page = Page.OWN) -> Visit:
    return replace(visit, page=page, own=OwnNumber(ticket=ticket, is_holder=True), ticket=ticket)


def numbers(visit: Visit, ticket: Ticket, facts: Facts) -> Iterator[tuple[str, Visit, Facts]]:
    slot = Slot(reference="", starts_at_ms=AT_MS + HOUR_MS, ends_at_ms=AT_MS + HOUR_MS + HOUR_MS // 2)
    consult = Errand(ticket_class=TicketClass.CONSULT, category="business")
    waiting = changed(ticket, slot=slot, errands=(*ticket.errands, consult))
    yield "own-waiting", showing(visit, ticket), facts
    yield "own-waiting-several-matters", showing(visit, waiting), facts
    warned = changed(ticket, may_not_be_called=True)
    yield "own-waiting-warned", showing(visit, warned), facts
    for name, state in each_state(ticket).items():
        yield f"own-{name}", showing(visit, state), facts
    other = changed(ticket, ticket_id=31, number="031", category="construction")
    several = OwnNumber(ticket=ticket, is_holder=True, others=(other,))
    yield "own-several", replace(showing(visit, ticket), own=several), facts
    unproved = OwnNumber(ticket=ticket, is_holder=False)
    afar = OwnNumber(ticket=each_state(ticket)["remote"], is_holder=False)
    yield "own-remote-unproved", replace(showing(visit, ticket), own=afar), facts
    yield "own-unproved", replace(showing(visit, ticket), own=unproved), facts
    called = changed(ticket, state=TicketState.CALLED, window=5, estimate=None)
    meanwhile = replace(showing(visit, called), trouble="wrong-state")
    yield "own-changed-meanwhile", meanwhile, facts
    yield "own-typing", Visit(visit_id=1, page=Page.OWN_TYPING, purpose=Purpose.OWN, typed="02"), facts
    empty = Visit(visit_id=1, page=Page.OWN_TYPING, purpose=Purpose.OWN)
    yield "own-typing-empty", empty, facts
    case = Visit(visit_id=1, page=Page.OWN_TYPING, purpose=Purpose.COLLECT, typed="SL2026")
    yield "own-typing-case", case, facts
    explained = Explanation(
        number=ticket.number, windows=ticket.windows, own=(Reason.STEPPED_BACK,), before=CALLS, elsewhere=14
    )
    for name, told in (
        ("explanation", explained),
        ("explanation-short", changed(explained, own=(), before=CALLS[:2])),
        ("explanation-nobody", changed(explained, own=(), before=(), elsewhere=0)),
    ):
        own = OwnNumber(ticket=ticket, is_holder=True, explanation=told)
        yield name, replace(showing(visit, ticket, Page.EXPLANATION), own=own), facts


def each_state(ticket: Ticket) -> dict[str, Ticket]:
    bare = changed(ticket, estimate=None)
    return {
        "deferred": changed(ticket, state=TicketState.DEFERRED, passes_left=2),
        "called": changed(bare, state=TicketState.CALLED, window=5),
        "serving": changed(bare, state=TicketState.SERVING, window=5),
        "held": changed(bare, state=TicketState.HELD),
        "absent": changed(bare, state=TicketState.ABSENT),
        "remote": changed(bare, state=TicketState.REMOTE),
        "finished": changed(bare, state=TicketState.FINISHED, served_at=5, may_rate=True),
        "cancelled": changed(bare, state=TicketState.CANCELLED),
        "expired": changed(bare, state=TicketState.EXPIRED),
    }


def changes(visit: Visit, ticket: Ticket, facts: Facts) -> Iterator[tuple[str, Visit, Facts]]:
    yield "convert", showing(visit, ticket, Page.CONVERT), facts
    wanted = Convert(ticket_class=TicketClass.CONSULT, category="construction")
    prospect = Prospect(
        ahead_now=6,
        now=Estimate(p50_s=700, p90_s=1075),
        ahead=2,
        estimate=Estimate(p50_s=240, p90_s=480),
        keeps_appointment=False,
    )
    slot = Slot(reference="", starts_at_ms=AT_MS, ends_at_ms=AT_MS + HOUR_MS // 2)
    booked = changed(ticket, slot=slot)
    kept = changed(prospect, keeps_appointment=True)
    for name, of, told in (
        ("convert-confirm", ticket, prospect),
        ("convert-confirm-appointment-lost", booked, prospect),
        ("convert-confirm-appointment-kept", booked, kept),
        ("convert-confirm-unknown", ticket, None),
    ):
        own = OwnNumber(ticket=of, is_holder=True, wanted=wanted, prospect=told)
        yield name, replace(showing(visit, of, Page.CONVERT_CONFIRM), own=own), facts
    yield "ask-defer", showing(visit, ticket, Page.ASK_DEFER), facts
    yield "ask-cancel", showing(visit, booked, Page.ASK_CANCEL), facts
    sure = OwnNumber(ticket=ticket, is_holder=True, is_sure=True)
    yield "ask-cancel-twice", replace(showing(visit, ticket, Page.ASK_CANCEL), own=sure), facts
    adding = OwnNumber(ticket=ticket, is_holder=True, is_adding=True)
    yield "ask-add", replace(showing(visit, ticket, Page.ASK_ADD), own=adding, matter=RENEWAL), facts
    errand = Errand(ticket_class=TicketClass.ACCEPT, category="registration", matter=RENEWAL.code)
    deferred = each_state(ticket)["deferred"]
    for name, change, after in (
        (
            "converted",
            wanted,
            changed(ticket, ticket_class=TicketClass.CONSULT, category="construction", errands=()),
        ),
        ("deferred", Deferral(), deferred),
        ("cancelled", Cancellation(), each_state(ticket)["cancelled"]),
        ("returned", Return(), deferred),
        ("arrived", Arrival(), ticket),
        ("added", AddErrand(errand=errand), ticket),
    ):
        question = Change(visit_id=1, ticket_id=ticket.ticket_id, change=change, key="")
        shown = replace(showing(visit, after, Page.CHANGED), question=question, matter=RENEWAL)
        yield f"changed-{name}", shown, facts


def pickups(visit: Visit, facts: Facts) -> Iterator[tuple[str, Visit, Facts]]:
    collecting = replace(visit, purpose=Purpose.COLLECT)
    cases = tuple(
        Case(
            code=f"SL2026-11-{number:04}",
            category=category,
            matter=matter,
            state=CaseState.READY,
            accepted_at_ms=AT_MS - 14 * 24 * HOUR_MS,
            ready_at_ms=AT_MS - 24 * HOUR_MS,
        )
        for number, category, matter in (
            (117, "registration", RENEWAL.code),
            (118, "registration", LICENCE.code),
            (240, "construction", None),
            (301, "trade", LICENCE.code),
        )
    )
    yield "card-case-known", replace(collecting, page=Page.CARD, holder=None, case=cases[0]), facts
    yield "cases", replace(collecting, page=Page.CASES, cases=cases[:2]), facts
    yield "cases-many", replace(collecting, page=Page.CASES, cases=cases), facts
    for code in (
        "no-case-of-person",
        "no-such-case",
        "unknown-code",
        "case-not-ready",
        "case-handed-over",
        "case-overdue",
        "case-returned",
        "case-missing",
    ):
        yield f"no-case-{code}", replace(collecting, page=Page.NO_CASE, trouble=code), facts
    door, other_door = (CasePlace(kind=PlaceKind.DOOR, cabinet="L1", door=number) for number in (3, 12))
    partner = CasePlace(kind=PlaceKind.PARTNER, label="bees", reference="8841")
    sent = CasePlace(kind=PlaceKind.POSTED, label="EMS", reference="EB8841200375")
    for code, place in (("case-in-door", door), ("case-at-partner", partner), ("case-posted", sent)):
        there = (changed(cases[0], place=place),)
        yield f"no-case-{code}", replace(collecting, page=Page.NO_CASE, trouble=code, cases=there), facts
    shelf = CasePlace(kind=PlaceKind.SHELF, label="B12")
    for name, *places in (
        ("cases-elsewhere", door, other_door),
        ("cases-apart", shelf, door, other_door),
        ("cases-apart-many", shelf, None, door, other_door, partner, sent, other_door, door),
    ):
        of = (*cases, *cases)
        apart = tuple(
            changed(each, code=f"{each.code}-{at}", place=place)
            for at, (each, place) in enumerate(zip(of, places, strict=False))
        )
        yield name, replace(collecting, page=Page.CASES, cases=apart), facts
    beside = replace(facts, means=replace(facts.means, cabinet="L1"))
    here = replace(collecting, cases=(changed(cases[0], place=door),), trouble="case-in-door")
    yield "no-case-but-in-this-cabinet", replace(here, page=Page.NO_CASE), beside
    yield "cases-some-in-this-cabinet", replace(collecting, page=Page.CASES, cases=apart), beside


def ratings(visit: Visit, ticket: Ticket, facts: Facts) -> Iterator[tuple[str, Visit, Facts]]:
    rating = replace(visit, purpose=Purpose.RATE)
    done = tuple(changed(each, is_done=True) for each in ticket.errands)
    served = changed(each_state(ticket)["finished"], errands=done)
    yield "rate", showing(rating, served, Page.RATE), facts
    yield "rated", showing(rating, served, Page.RATED), facts
    for code in ("already-rated", "not-served-yet", "not-proved"):
        yield f"no-number-{code}", replace(rating, page=Page.NO_NUMBER, trouble=code), facts


def messages(visit: Visit, ticket: Ticket, facts: Facts) -> Iterator[tuple[str, Visit, Facts]]:
    for code in ("none-today", "unknown-number", "unknown-code"):
        yield f"no-number-{code}", replace(visit, page=Page.NO_NUMBER, trouble=code), facts
    assert visit.holder is not None
    looking = FindTickets(visit_id=1, holder=visit.holder)
    printing = PrintList(visit_id=1, matter=RENEWAL, language="zh-CN")
    yield "asking", replace(visit, page=Page.ASKING, question=looking), facts
    yield "asking-list", replace(visit, page=Page.ASKING, question=printing), facts
    explaining = AskExplanation(visit_id=1, ticket_id=ticket.ticket_id)
    deferring = Change(visit_id=1, ticket_id=ticket.ticket_id, change=Deferral(), key="")
    taking = AskPreview(visit_id=1, request=TakeNumber())
    for code, question in (
        ("hall-unreachable", explaining),
        ("too-many-errands", deferring),
        ("quota-full", taking),
        ("too-many-attempts", looking),
        ("refused", deferring),
        ("paper-out", printing),
    ):
        yield (
            f"ask-trouble-{code}",
            replace(visit, page=Page.ASK_TROUBLE, question=question, trouble=code),
            facts,
        )
    yield "list-done", replace(visit, page=Page.LIST_DONE, matter=RENEWAL), facts
