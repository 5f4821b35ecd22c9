"""Receipts 回执 of a case: what stands on the paper, the first time and whenever it is printed again."""

from queue_core.domain import commands
from queue_core.domain.hall_day import HallDay
from queue_core.domain.records import Case
from queue_core.domain.words import CaseState, PickupWay, ReceiptKind
from queue_core.hall.admission import Visit
from queue_core.hall.desk import Desk
from queue_core.hall.errors import Denied
from queue_core.hall.told_cases import told
from queue_core.matters import NoSuchMatter
from queue_core.store.case_deeds import Deed
from queue_core.wire import cases as wire
from queue_core.wire import words

_TAIL = 4
_CLERKS = ("clerk", "guide", "supervisor", "courier")


async def receipt(case: Case, kind: str, visit: Visit) -> wire.Receipt:
    """Raises Denied for a kind there is not, and for a hand-over that was not yet, or was taken back."""
    if kind not in tuple(ReceiptKind):
        raise Denied(
            404, "no-such-receipt", f"There is no receipt {kind!r}.", "Ask for acceptance or hand-over."
        )
    desk, receipt_kind = visit.desk, ReceiptKind(kind)
    deeds = await desk.hall.consult(lambda _, journal: journal.case_deeds(case.case_id))
    is_due = receipt_kind is ReceiptKind.ACCEPTANCE or case.state is CaseState.HANDED_OVER
    deed = deeds.accepted if receipt_kind is ReceiptKind.ACCEPTANCE else deeds.handed_over
    if deed is None or not is_due:
        raise Denied(
            409,
            "receipt-not-yet",
            f"Case {case.code} was not handed over yet.",
            "Hand it over first; until then there is the receipt of its acceptance.",
        )
    contact = desk.hall.disclosure.contact_of_case(case)
    holder = None if contact is None else contact.holder
    return wire.Receipt(
        kind=words.ReceiptKind(receipt_kind),
        case=told(case, desk.hall),
        hall_names=desk.settings.names,
        category_names=next(
            (each.names for each in desk.settings.categories if each.code == case.unit.category), {}
        ),
        matter_names=_matter_names(case, desk),
        nth=deeds.printed[receipt_kind] + 1,
        given_at_ms=deed.at_ms,
        window=deed.window,
        clerk=_clerk(deed),
        holder_tail="" if holder is None else holder.id_number[-_TAIL:],
        number=await desk.hall.read(lambda day: _number(deed, day)),
        kept_days=_kept_days(case, desk),
    )


async def printed(case: Case, kind: ReceiptKind, visit: Visit) -> wire.Receipt:
    """One more has come out; gives the next one. Raises Denied as `receipt` does."""
    command = commands.ReportReceipt(case_id=case.case_id, receipt=kind)
    await visit.desk.hall.execute(command, key=visit.key, actor=visit.asker.actor)
    return await receipt(case, kind, visit)


def _kept_days(case: Case, desk: Desk) -> int | None:
    """What was posted is not kept."""
    pickup = desk.settings.pickup
    match case.way:
        case PickupWay.WINDOW:
            return pickup.keep_days
        case PickupWay.LOCKER:
            return pickup.door_days
        case PickupWay.POST:
            return None


def _matter_names(case: Case, desk: Desk) -> dict[str, str]:
    """{} for a matter the catalogue has no more."""
    if case.matter is None:
        return {}
    try:
        return desk.catalogue.matter(case.matter).names
    except NoSuchMatter:
        return {}


def _clerk(deed: Deed) -> str | None:
    role, _, name = deed.actor.partition(":")
    return name if role in _CLERKS else None


def _number(deed: Deed, day: HallDay) -> str | None:
    """The number it was accepted or collected with, on whatever day."""
    ticket = None if deed.ticket_id is None else day.tickets.get(deed.ticket_id)
    return deed.number if ticket is None else ticket.number
