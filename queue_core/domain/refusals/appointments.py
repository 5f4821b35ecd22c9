"""Why an appointment is not booked, or gives no right."""

from queue_core.domain.records import Appointment
from queue_core.domain.refusals.refusal import Refusal


class NoSuchAppointment(Refusal):
    """Also one that is not of today, when it was brought as a number's right."""

    code = "appointment-not-found"
    remedy = "Check the appointment and its day; without one a number can be taken as a walk-in."

    def __init__(self, appointment_id: int) -> None:
        super().__init__(f"appointment {appointment_id} is not known, or is of another day")
        self.appointment_id = appointment_id


class AppointmentUsed(Refusal):
    code = "appointment-used"
    remedy = "Use the number that was issued for the appointment; a cancelled one is void."

    def __init__(self, appointment: Appointment) -> None:
        super().__init__(f"appointment {appointment.appointment_id} is {appointment.state}")
        self.appointment = appointment


class CheckInIsInTheHall(Refusal):
    code = "check-in-in-the-hall"
    remedy = "Check the appointment in at a kiosk or at the guide desk of the hall."

    def __init__(self, appointment_id: int) -> None:
        super().__init__(f"appointment {appointment_id} cannot be checked in from afar")
        self.appointment_id = appointment_id


class NoAppointments(Refusal):
    code = "no-appointments"
    remedy = "Take a number in the hall; hall.toml names the categories that can be booked."

    def __init__(self, category: str) -> None:
        super().__init__(f"{category} cannot be booked")
        self.category = category


class AlreadyBooked(Refusal):
    """`appointment` is the one the same person has on that day."""

    code = "already-booked"
    remedy = "Use the appointment already booked, or cancel it first."

    def __init__(self, appointment: Appointment) -> None:
        super().__init__(f"this person has appointment {appointment.appointment_id} on that day")
        self.appointment = appointment


class Barred(Refusal):
    code = "barred"
    remedy = "Take a number in the hall; booking is possible again when the bar is over."

    def __init__(self, missed: int) -> None:
        super().__init__(f"this person missed {missed} appointments lately")
        self.missed = missed


class SlotRefusal(Refusal):
    """`starts_at_ms` (wall) is the slot that was asked for."""

    def __init__(self, starts_at_ms: int, sentence: str) -> None:
        super().__init__(f"the slot at {starts_at_ms} {sentence}")
        self.starts_at_ms = starts_at_ms


class NoSuchSlot(SlotRefusal):
    code = "no-such-slot"
    remedy = "Choose one of the slots the hall offers."

    def __init__(self, starts_at_ms: int) -> None:
        super().__init__(starts_at_ms, "is not one of the hall's")


class SlotPast(SlotRefusal):
    code = "slot-past"
    remedy = "Choose a slot that has not begun."

    def __init__(self, starts_at_ms: int) -> None:
        super().__init__(starts_at_ms, "has begun already")


class SlotFull(SlotRefusal):
    """`nearest` are the starts of free slots of the same day, the nearest first."""

    code = "slot-full"
    remedy = "Choose another slot; the nearest free ones are named."

    def __init__(self, starts_at_ms: int, nearest: tuple[int, ...]) -> None:
        super().__init__(starts_at_ms, "is full")
        self.nearest = nearest


class SameDayStopped(SlotRefusal):
    code = "same-day-stopped"
    remedy = "Choose another day: today more people wait than the hall can serve in time."

    def __init__(self, starts_at_ms: int) -> None:
        super().__init__(starts_at_ms, "cannot be booked any more: the hall is overloaded today")
