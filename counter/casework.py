"""Carries out at the hall what is done with cases, and says which receipts are to be printed."""

from dataclasses import dataclass
from typing import assert_never

from counter.flow import deeds
from counter.flow.casework import CaseAct
from counter.flow.requests import SendDeed
from counter.flow.state import Notice
from counter.receipts import Wanted
from queue_core.client import ClientError, StaffClient
from queue_core.wire.cases import RecordCase
from queue_core.wire.words import ReceiptKind

SAID: dict[CaseAct, str] = {
    CaseAct.READY: "case-ready",
    CaseAct.HAND_OVER: "case-given",
    CaseAct.SHELVE: "case-shelved",
    CaseAct.POST: "case-posted",
    CaseAct.GIVE_TO_PARTNER: "case-with-partner",
    CaseAct.RETURN: "case-sent-back",
    CaseAct.KEEP_LONGER: "case-kept",
    CaseAct.REPRINT_ACCEPTANCE: "receipt-printing",
    CaseAct.REPRINT_HAND_OVER: "receipt-printing",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """`refused`: what the hall said of the first that it did not do; `receipts` are of those it did."""

    said: Notice | None = None
    refused: ClientError | None = None
    receipts: tuple[Wanted, ...] = ()


async def carry_out(client: StaffClient, asked: SendDeed, deed: deeds.WithCases, *, prints: bool) -> Outcome:
    """Raises ClientError where nothing was done. The same key again is the same command."""
    match deed:
        case deeds.AcceptCase():
            return await _accept(client, asked.key, deed, prints=prints)
        case deeds.HandOver():
            return await _hand_over(client, asked.key, deed)
        case deeds.OfCase():
            return await _of_case(client, asked.key, deed, prints=prints)
        case _:
            assert_never(deed)


async def _accept(client: StaffClient, key: str, deed: deeds.AcceptCase, *, prints: bool) -> Outcome:
    wanted = RecordCase(
        category=deed.category,
        matter=deed.matter,
        phone=deed.phone or None,
        way=deed.way,
        language=deed.language,
        ticket_id=deed.ticket_id,
    )
    case = await client.record_case(wanted, key=key)
    code = "case-accepted" if prints else "case-accepted-unprinted"
    return Outcome(
        said=Notice(code=code, detail=case.code, is_good=True),
        receipts=(Wanted(code=case.code, kind=ReceiptKind.ACCEPTANCE),),
    )


async def _hand_over(client: StaffClient, key: str, deed: deeds.HandOver) -> Outcome:
    """One after the other: what was handed over before one is refused stays so."""
    given: list[Wanted] = []
    refused = None
    for at, code in enumerate(deed.codes):
        try:
            await client.hand_over(code, deed.ticket_id, key=f"{key}-{at}")
        except ClientError as error:
            refused = error
            break
        given.append(Wanted(code=code, kind=ReceiptKind.HAND_OVER))
    said = Notice(code="cases-given", detail=str(len(given)), is_good=True)
    return Outcome(said=said, refused=refused, receipts=tuple(given))


async def _of_case(client: StaffClient, key: str, deed: deeds.OfCase, *, prints: bool) -> Outcome:
    code = deed.code
    receipts: tuple[Wanted, ...] = ()
    if deed.finishes:
        await client.make_ready(code, key=f"{key}-ready")
    match deed.act:
        case CaseAct.READY:
            await client.make_ready(code, key=key)
        case CaseAct.HAND_OVER:
            await client.hand_over(code, deed.ticket_id, key=key)
            receipts = (Wanted(code=code, kind=ReceiptKind.HAND_OVER),)
        case CaseAct.SHELVE | CaseAct.POST | CaseAct.GIVE_TO_PARTNER:
            await client.place_case(code, deed.place, key=key)
        case CaseAct.RETURN:
            await client.return_case(code, key=key)
        case CaseAct.KEEP_LONGER:
            await client.keep_longer(code, deed.until_ms, key=key)
        case CaseAct.REPRINT_ACCEPTANCE:
            receipts = (Wanted(code=code, kind=ReceiptKind.ACCEPTANCE),)
        case CaseAct.REPRINT_HAND_OVER:
            receipts = (Wanted(code=code, kind=ReceiptKind.HAND_OVER),)
        case _:
            assert_never(deed.act)
    is_reprint = deed.act in {CaseAct.REPRINT_ACCEPTANCE, CaseAct.REPRINT_HAND_OVER}
    if is_reprint and not prints:
        return Outcome(said=Notice(code="no-printer"))
    return Outcome(said=Notice(code=SAID[deed.act], detail=code, is_good=True), receipts=receipts)
