"""Whose tickets, appointments and cases there are: found by keyed hashes that live outside the journal."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from queue_core.app.people import Holder
from queue_core.app.ports import Vault
from queue_core.domain.entry import Attendance
from queue_core.store.parties import Party, Subject
from queue_core.store.retention import Purpose

_LENGTH, _BIRTH = 18, slice(6, 14)  # GB 11643-1999: YYYYMMDD


class Persons:
    """Belongs to the committer's thread."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault
        self._tickets: dict[bytes, list[int]] = defaultdict(list)
        self._subjects: dict[tuple[Subject, Purpose], dict[bytes, dict[int, str]]] = defaultdict(
            lambda: defaultdict(dict)
        )
        self._person_of: dict[tuple[Subject, Purpose, int], bytes] = {}

    def begin_day(self) -> None:
        self._tickets.clear()

    def attend(self, attendance: Attendance) -> None:
        self._tickets[attendance.person].append(attendance.ticket_id)

    def know(self, parties: Iterable[Party]) -> None:
        """The newest party of a subject and purpose counts; one without a person is nobody's."""
        for party in parties:
            at = (party.subject, party.purpose, party.subject_id)
            known = self._subjects[party.subject, party.purpose]
            if (before := self._person_of.pop(at, None)) is not None:
                known[before].pop(party.subject_id, None)
            if party.person:
                self._person_of[at] = party.person
                known[party.person][party.subject_id] = party.day

    def person_today(self, day: str, holder: Holder) -> bytes:
        return self._vault.person(Purpose.QUEUEING, day, holder.id_number)

    def tickets_of(self, person: bytes) -> tuple[int, ...]:
        return tuple(self._tickets.get(person, ()))

    def tickets_today_of(self, holder: Holder) -> tuple[int, ...]:
        """Ids of a person's tickets of today, in the order they were taken. No key is made for it."""
        known = self._vault.known_as(Purpose.QUEUEING, holder.id_number)
        return tuple(ticket_id for person in known for ticket_id in self._tickets.get(person, ()))

    def appointments_of(self, holder: Holder) -> tuple[int, ...]:
        return self.subjects_of(Subject.APPOINTMENT, Purpose.APPOINTMENT, holder)

    def cases_of(self, holder: Holder) -> tuple[int, ...]:
        return self.subjects_of(Subject.CASE, Purpose.PICKUP, holder)

    def subjects_of(
        self, subject: Subject, purpose: Purpose, holder: Holder, *, since: str = ""
    ) -> tuple[int, ...]:
        """Ids of a person's appointments or cases of days from `since` on, in the order they came."""
        known = self._subjects[subject, purpose]
        return tuple(
            sorted(
                subject_id
                for person in self._vault.known_as(purpose, holder.id_number)
                for subject_id, day in known.get(person, {}).items()
                if day >= since
            )
        )


def age_on(day: str, id_number: str) -> int | None:
    """Full years of life on an ISO date, from an ID number; None for a number that tells no birth.

    Who was born on 29 February grows older on 1 March of other years.
    """
    born = id_number[_BIRTH]
    if len(id_number) != _LENGTH or not born.isdecimal():
        return None
    try:
        birth = date.fromisoformat(born)
    except ValueError:
        return None
    on = date.fromisoformat(day)
    return on.year - birth.year - ((on.month, on.day) < (birth.month, birth.day))
