"""What a sheet wants to know of the hall, asked once: whoever wants it newer asks again."""

from typing import assert_never

from counter.flow import happenings as h
from counter.flow import requests as r
from queue_core.client import ClientError, StaffClient
from queue_core.wire.cases import CaseQuery
from queue_core.wire.choices import AskEstimate

MATTERS_SHOWN = 20


async def look_up(client: StaffClient, asked: r.LookUp) -> h.LookedUp:
    try:
        return await _answer(client, asked)
    except ClientError as error:
        return h.LookUpFailed(look_up=asked.look_up, code=error.code)


async def _answer(client: StaffClient, asked: r.LookUp) -> h.LookedUp:
    match asked:
        case r.AskProspect():
            wanted = AskEstimate(
                ticket_class=asked.unit.ticket_class, category=asked.unit.category, errand=asked.errand
            )
            prospect = await client.prospect(asked.ticket_id, wanted)
            return h.ProspectTold(look_up=asked.look_up, prospect=prospect)
        case r.FindMatters():
            found = await client.matters(asked.query, limit=MATTERS_SHOWN)
            return h.MattersFound(look_up=asked.look_up, matters=found.matters)
        case r.AskSlots():
            slots = await client.slots(asked.unit.category, asked.unit.ticket_class, asked.day)
            return h.SlotsTold(look_up=asked.look_up, slots=slots)
        case r.AskShift():
            return h.ShiftTold(look_up=asked.look_up, summary=await client.shift())
        case r.AskCases():
            return h.CasesTold(look_up=asked.look_up, cases=await client.list_cases(asked.query))
        case r.AskCase():
            return await _about_case(client, asked)
        case _:
            assert_never(asked)


async def _about_case(client: StaffClient, asked: r.AskCase) -> h.LookedUp:
    """Its code may be the beginning of another's."""
    found = await client.list_cases(CaseQuery(code=asked.code))
    case = next((each for each in found if each.code == asked.code), None)
    if case is None:
        return h.LookUpFailed(look_up=asked.look_up, code="no-such-case")
    return h.CaseTold(look_up=asked.look_up, case=case, history=await client.case_history(case.code))
