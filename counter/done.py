"""Carries a deed out at the hall, and says what the window would not show."""

from collections.abc import Awaitable, Callable
from typing import Any

from counter.flow import deeds
from counter.flow.requests import SendDeed
from counter.flow.state import Notice
from queue_core.client import StaffClient
from queue_core.wire.appointments import BookForTicket
from queue_core.wire.cases import RecordCase
from queue_core.wire.choices import AddErrand, Convert, Transfer
from queue_core.wire.words import TicketClass

Told = Awaitable[Notice | None]


async def carry_out(client: StaffClient, asked: SendDeed, deed: deeds.AtWindow) -> Notice | None:
    """Raises ClientError. The same key again is the same command."""
    return await _ACTS[type(deed)](client, asked, deed)


async def _plain(client: StaffClient, asked: SendDeed, deed: deeds.Plain) -> None:
    await client.act(asked.window, deed.action, key=asked.key)


async def _hold(client: StaffClient, asked: SendDeed, deed: deeds.Hold) -> None:
    await client.hold(asked.window, deed.reason, key=asked.key)


async def _pause(client: StaffClient, asked: SendDeed, deed: deeds.Pause) -> None:
    await client.pause(asked.window, deed.reason, minutes=deed.minutes, key=asked.key)


async def _transfer(client: StaffClient, asked: SendDeed, deed: deeds.Transfer) -> None:
    unit = deed.unit
    wanted = Transfer(
        ticket_class=None if unit is None else unit.ticket_class,
        category=None if unit is None else unit.category,
        to_window=deed.to_window,
    )
    await client.transfer(asked.window, wanted, key=asked.key)


async def _convert(client: StaffClient, asked: SendDeed, deed: deeds.Convert) -> None:
    wanted = Convert(ticket_class=deed.unit.ticket_class, category=deed.unit.category, errand=deed.errand)
    await client.convert(deed.ticket_id, wanted, key=asked.key)


async def _finish_part(client: StaffClient, asked: SendDeed, deed: deeds.FinishPart) -> None:
    await client.finish_part(asked.window, deed.unfinished, key=asked.key)


async def _note(client: StaffClient, asked: SendDeed, deed: deeds.Note) -> Notice:
    await client.write_note(asked.window, deed.text, key=asked.key)
    return Notice(code="note-written" if deed.text else "note-taken-back", is_good=True)


async def _add_matter(client: StaffClient, asked: SendDeed, deed: deeds.AddMatter) -> Notice:
    await client.add_errand(deed.ticket_id, AddErrand(errand=deed.errand), key=asked.key)
    return Notice(code="matter-added", is_good=True)


async def _result(client: StaffClient, asked: SendDeed, deed: deeds.Result) -> Notice:
    if deed.records:
        case = RecordCase(
            code=deed.case, category=deed.category, ticket_class=TicketClass.PICKUP, matter=deed.matter
        )
        await client.record_case(case, key=f"{asked.key}-case")
    await client.announce_result(deed.ticket_id, deed.case, key=asked.key)
    return Notice(code="result-announced", detail=deed.case, is_good=True)


async def _book(client: StaffClient, asked: SendDeed, deed: deeds.Book) -> Notice:
    wanted = BookForTicket(
        ticket_class=deed.unit.ticket_class,
        category=deed.unit.category,
        starts_at_ms=deed.starts_at_ms,
        matter=deed.matter,
    )
    booked = await client.book_for(deed.ticket_id, wanted, key=asked.key)
    return Notice(code="booked", detail=str(booked.starts_at_ms), is_good=True)


async def _hand_back(client: StaffClient, asked: SendDeed, deed: deeds.HandBack) -> None:
    await client.come_back(deed.ticket_id, key=asked.key)


_ACTS: dict[type[deeds.AtWindow], Callable[[StaffClient, SendDeed, Any], Told]] = {
    deeds.Plain: _plain,
    deeds.Hold: _hold,
    deeds.Pause: _pause,
    deeds.Transfer: _transfer,
    deeds.Convert: _convert,
    deeds.FinishPart: _finish_part,
    deeds.Note: _note,
    deeds.AddMatter: _add_matter,
    deeds.Result: _result,
    deeds.Book: _book,
    deeds.HandBack: _hand_back,
}
