"""The booked slots of a hall: whose places they take, and which have passed without a check-in.

Owned by one hall day and changed by `evolve` alone. Whose an appointment is stands outside the journal.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from heapq import heapify, heappop, heappush

from msgspec.structs import replace

from queue_core.domain.events import AppointmentCheckedIn, AppointmentEnded
from queue_core.domain.life import APPOINTMENT_LIFE
from queue_core.domain.records import Appointment
from queue_core.domain.rules import Unit
from queue_core.domain.words import AppointmentState

_LIVE = frozenset({AppointmentState.BOOKED, AppointmentState.CHECKED_IN})


class AppointmentBook:
    """Each step costs O(log n) with n appointments."""

    def __init__(self, appointments: Iterable[Appointment] = ()) -> None:
        self._by_id: dict[int, Appointment] = {}
        self._by_reference: dict[str, int] = {}
        self._by_source: dict[str, int] = {}
        self._taken: Counter[tuple[str, int]] = Counter()
        self._lapses: list[tuple[int, int]] = []  # heap of (slot's end, id) of the booked, and of some ended
        for appointment in appointments:
            self._keep(appointment)
        self._lapses = [(each.ends_at_ms, each.appointment_id) for each in self if _is_booked(each)]
        heapify(self._lapses)

    def __iter__(self) -> Iterator[Appointment]:
        return iter(self._by_id.values())

    def __len__(self) -> int:
        return len(self._by_id)

    def get(self, appointment_id: int) -> Appointment | None:
        return self._by_id.get(appointment_id)

    def by_reference(self, reference: str) -> Appointment | None:
        """The appointment with that public reference."""
        return self._by_id.get(self._by_reference.get(reference, 0))

    def by_source(self, source: str) -> Appointment | None:
        """The newest one under the booking system's own code."""
        return self._by_id.get(self._by_source.get(source, 0))

    def taken(self, category: str, starts_at_ms: int) -> int:
        """How many places of a slot are taken."""
        return self._taken[category, starts_at_ms]

    def ended_by(self, wall_ms: int) -> list[Appointment]:
        """Those still booked whose slot ended at `wall_ms` or before, by that end. O(how many they are)."""
        due = []
        places = [0]
        while places:  # a heap's children are never before their parent
            place = places.pop()
            if place < len(self._lapses) and self._lapses[place][0] <= wall_ms:
                due.append(self._lapses[place])
                places += [2 * place + 1, 2 * place + 2]
        found = (self._by_id[appointment_id] for _, appointment_id in sorted(due))
        return [each for each in found if _is_booked(each)]

    def carried(self, from_ms: int) -> tuple[Appointment, ...]:
        """What goes over into the day that begins at `from_ms`: the booked of that day and later.

        Ended ones of those days go with them as long as a booking system may send them again.
        """
        return tuple(
            each for each in self if each.starts_at_ms >= from_ms and (_is_booked(each) or each.source)
        )

    def book(self, appointment: Appointment) -> None:
        """Raises KeyError when the id is taken."""
        if appointment.appointment_id in self._by_id:
            raise KeyError(appointment.appointment_id)
        self._keep(appointment)
        heappush(self._lapses, (appointment.ends_at_ms, appointment.appointment_id))

    def check_in(self, appointment_id: int, ticket_id: int) -> None:
        """Raises KeyError when it is unknown, or cannot be checked in any more."""
        appointment = self._by_id[appointment_id]
        if AppointmentCheckedIn not in APPOINTMENT_LIFE[appointment.state]:
            raise KeyError(appointment.state)
        self._replace(replace(appointment, state=AppointmentState.CHECKED_IN, ticket_id=ticket_id))

    def end(self, appointment_id: int, state: AppointmentState) -> None:
        """Raises KeyError when it is unknown, or over already, or `state` is no end."""
        appointment = self._by_id[appointment_id]
        if state not in APPOINTMENT_LIFE[appointment.state][AppointmentEnded]:
            raise KeyError(state)
        self._replace(replace(appointment, state=state))

    def convert(self, appointment_id: int, unit: Unit, places: int) -> None:
        """Let the slot be kept for another unit, with other places. Raises KeyError when it is unknown."""
        self._replace(replace(self._by_id[appointment_id], unit=unit, places=places))

    def _replace(self, appointment: Appointment) -> None:
        self._count(self._by_id[appointment.appointment_id], -1)
        self._keep(appointment)
        while self._lapses and not _is_booked(self._by_id[self._lapses[0][1]]):
            heappop(self._lapses)

    def _keep(self, appointment: Appointment) -> None:
        self._by_id[appointment.appointment_id] = appointment
        self._by_reference[appointment.reference] = appointment.appointment_id
        if appointment.source is not None:
            self._by_source[appointment.source] = max(
                appointment.appointment_id, self._by_source.get(appointment.source, 0)
            )
        self._count(appointment, 1)

    def _count(self, appointment: Appointment, sign: int) -> None:
        if appointment.state in _LIVE:
            self._taken[appointment.unit.category, appointment.starts_at_ms] += sign * appointment.places


def _is_booked(appointment: Appointment) -> bool:
    return appointment.state is AppointmentState.BOOKED
