"""What the next commit makes durable: events, and beside the chain what follows from them."""

from dataclasses import dataclass, field

from queue_core.app.few_ahead import FewAhead
from queue_core.app.notices import messages_for
from queue_core.app.persons import Persons
from queue_core.app.ports import Vault
from queue_core.app.prepared import Kept
from queue_core.domain.entry import Attendance, Entry
from queue_core.domain.events import AppointmentCheckedIn, AppointmentEnded, Event
from queue_core.domain.hall_day import HallDay
from queue_core.domain.words import AppointmentState
from queue_core.store.message import Message
from queue_core.store.parties import Party, Subject
from queue_core.store.retention import Purpose

_SETTLING = (AppointmentCheckedIn, AppointmentEnded)


@dataclass(slots=True)
class Staged:
    entries: list[Entry] = field(default_factory=list)
    attendances: list[Attendance] = field(default_factory=list)
    parties: list[Party] = field(default_factory=list)
    messages: list[Message] = field(default_factory=list)


class Staging:
    """Whoever is staged is known to `persons` at once."""

    def __init__(self, persons: Persons, vault: Vault) -> None:
        self._persons = persons
        self._vault = vault
        self._few_ahead = FewAhead()
        self._staged = Staged()

    def take(self) -> Staged:
        """All that was staged; nothing is staged then."""
        staged, self._staged = self._staged, Staged()
        return staged

    def append(self, entry: Entry) -> None:
        self._staged.entries.append(entry)

    def follow(self, event: Event, day: HallDay) -> None:
        """Take up what an event that has just happened in `day` leaves outside the chain.

        Raises the store's error when a message cannot be sealed.
        """
        if isinstance(event, _SETTLING):
            self._settle_appointment(event, day)
        self._staged.messages.extend(messages_for(event, day, self._vault, self._few_ahead))

    def keep(self, kept: Kept) -> None:
        for attendance in kept.attendances:
            self._persons.attend(attendance)
        self._persons.know(kept.parties)
        self._staged.attendances.extend(kept.attendances)
        self._staged.parties.extend(kept.parties)
        self._staged.messages.extend(kept.messages)

    def _settle_appointment(self, event: AppointmentCheckedIn | AppointmentEnded, day: HallDay) -> None:
        """One that was kept or given back is not counted as missed."""
        if isinstance(event, AppointmentEnded) and event.state is AppointmentState.MISSED:
            return
        nobody = Party(
            subject=Subject.APPOINTMENT,
            subject_id=event.appointment_id,
            purpose=Purpose.FOLLOW_UP,
            day=day.day or "",
            person=b"",
        )
        self.keep(Kept(parties=(nobody,)))
