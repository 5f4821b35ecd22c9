"""The hall as an application: commands in, durable events out. The server stands on this package alone.

    hall = open_hall(folder, rules, calendar=BusinessDays(zone))   # blocks: lock, replay, first commit
    wanted = NumberWanted(errands=(ErrandAsked(unit=…),), holder=…)
    outcome = await hall.execute(wanted, key=…, actor="kiosk:K1")
    outcome = await hall.execute(CallNext(window=3), key=…, actor="clerk:0007")
    waiting = await hall.read(lambda day: day.lanes.waiting_at(3))
    stop = hall.subscribe(lambda entries, day: loop.call_soon_threadsafe(…))
    hall.disclosure.holder_secret(ticket.reference); hall.disclosure.holder_of(ticket)  # any thread
    hall.close()

Everything returns after the commit. Refusals (`queue_core.domain.refusals`), `HallError` and `StoreError`
(opening, `disclosure`) carry `code` and `remedy`. `read` and listeners run on the committer thread and see
the committed day (`HallDay`): tickets, windows and calls in it are frozen and may be kept, the day may not.

To measure the engine alone, run N asyncio tasks that await `execute` with fresh keys against a hall in a
folder of its own; N tasks are N clients. `queue_core.store.reading.verify` checks the journal it leaves.
"""

from queue_core.app.business_days import BusinessDay, BusinessDays
from queue_core.app.errors import HallError, HallStopped, IdempotencyConflict, ReservedKey, UndecidedCommand
from queue_core.app.hall import Hall, Listener
from queue_core.app.opening import SteeredClock, new_reference, open_hall, wall_ms
from queue_core.app.people import CardKind, Holder
from queue_core.app.requests import (
    BookingWanted,
    CaseTold,
    ConversionWanted,
    ErrandAsked,
    ErrandWantedToo,
    NumberWanted,
    Outcome,
    ProspectWanted,
)
from queue_core.domain.entry import Entry

__all__ = [
    "BookingWanted",
    "BusinessDay",
    "BusinessDays",
    "CardKind",
    "CaseTold",
    "ConversionWanted",
    "Entry",
    "ErrandAsked",
    "ErrandWantedToo",
    "Hall",
    "HallError",
    "HallStopped",
    "Holder",
    "IdempotencyConflict",
    "Listener",
    "NumberWanted",
    "Outcome",
    "ProspectWanted",
    "ReservedKey",
    "SteeredClock",
    "UndecidedCommand",
    "new_reference",
    "open_hall",
    "wall_ms",
]
