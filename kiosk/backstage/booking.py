"""Free slots of the coming days, and the booking of one."""

from datetime import date, timedelta
from typing import assert_never

from kiosk.backstage.asking import Post, answer
from kiosk.flow.effects import Book, FindSlots
from kiosk.flow.events import AppointmentMade, Event, SlotsFound
from queue_core.client import HallClient
from queue_core.wire.appointments import FreeSlot
from queue_core.wire.views import HallView

ENOUGH = 6  # as many as one page shows: who wants another day asks the guide desk
MOST_OF_A_DAY = 3
MOST_DAYS = 7


class Bookings:
    """`post` hands an event to the visit."""

    def __init__(self, client: HallClient, post: Post) -> None:
        self._client = client
        self._post = post

    async def fulfil(self, effect: FindSlots | Book, hall: HallView | None) -> None:
        await answer(self._post, effect.visit_id, self._fulfilled(effect, hall))

    async def _fulfilled(self, effect: FindSlots | Book, hall: HallView | None) -> Event:
        match effect:
            case FindSlots(visit_id=visit_id):
                return SlotsFound(visit_id=visit_id, slots=await self._found(effect, hall))
            case Book(visit_id=visit_id, request=request, key=key):
                booked = await self._client.book(request, key=key)
                return AppointmentMade(visit_id=visit_id, appointment=booked)
            case _:
                assert_never(effect)

    async def _found(self, effect: FindSlots, hall: HallView | None) -> tuple[FreeSlot, ...]:
        """From tomorrow on, day by day until there are enough; a day of rest has none."""
        found: list[FreeSlot] = []
        for day in coming_days(hall):
            free = await self._client.slots(effect.category, effect.ticket_class, day)
            found += spread(free)
            if len(found) >= ENOUGH:
                break
        return tuple(found[:ENOUGH])


def coming_days(hall: HallView | None) -> list[date]:
    if hall is None or not hall.day:
        return []
    today = date.fromisoformat(hall.day)
    return [today + timedelta(days=ahead) for ahead in range(1, MOST_DAYS + 1)]


def spread(slots: tuple[FreeSlot, ...]) -> tuple[FreeSlot, ...]:
    """A few of a day: its first, its last and one in between, so that there is a morning and an afternoon."""
    if len(slots) <= MOST_OF_A_DAY:
        return slots
    return (slots[0], slots[len(slots) // 2], slots[-1])
