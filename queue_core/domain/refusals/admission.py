"""Why no new number is given, or not so as it was asked for."""

from queue_core.domain.refusals.refusal import Refusal
from queue_core.domain.rules import Quota, Unit
from queue_core.domain.ticket import Ticket


class UnitNotOffered(Refusal):
    code = "not-offered"
    remedy = "Choose a category and class that a window handles; see categories and windows in hall.toml."

    def __init__(self, unit: Unit) -> None:
        super().__init__(f"no window handles {unit.category}/{unit.ticket_class}")
        self.unit = unit


class AlreadyWaiting(Refusal):
    """`ticket` is the one the same person holds for this unit."""

    code = "already-waiting"
    remedy = "Use the number already held; it can be shown or printed again."

    def __init__(self, ticket: Ticket) -> None:
        super().__init__(f"this person already holds {ticket.number}")
        self.ticket = ticket


class ClosingRefusal(Refusal):
    """`chance` is that of being called before closing, in per mille."""

    def __init__(self, chance: int) -> None:
        super().__init__(f"of a thousand such numbers {chance} are called before closing")
        self.chance = chance


class WillNotBeServed(ClosingRefusal):
    code = "will-not-be-served"
    remedy = "Book an appointment for another day: the windows are full until closing."


class MayNotBeServed(ClosingRefusal):
    code = "may-not-be-served"
    remedy = "Warn the holder that the number may not be called today, or offer an appointment."


class QuotaFull(Refusal):
    """`quota` is the one that is used up."""

    code = "quota-full"
    remedy = "Come at another time or day, or book an appointment; the quotas stand in hall.toml."

    def __init__(self, quota: Quota) -> None:
        super().__init__(f"the quota of {quota.limit} numbers is used up")
        self.quota = quota


class TooManyErrands(Refusal):
    code = "too-many-errands"
    remedy = "Take one number for fewer matters, and another one when they are done."

    def __init__(self, most: int) -> None:
        super().__init__(f"a number is for 1 to {most} matters")
        self.most = most


class TooManyItems(Refusal):
    code = "too-many-items"
    remedy = "Bring fewer cases with one number."

    def __init__(self, items: int, most: int) -> None:
        super().__init__(f"a number is for 1 to {most} cases, not for {items}")
        self.items = items
        self.most = most


class PriorityUnverified(Refusal):
    code = "priority-unverified"
    remedy = "Say by whom or what the priority was verified, such as card or clerk:1001."

    def __init__(self) -> None:
        super().__init__("nobody verified the priority")


class NoSuchProject(Refusal):
    code = "no-such-project"
    remedy = "Use a green channel that hall.toml lists."

    def __init__(self, project: str) -> None:
        super().__init__(f"there is no green channel {project}")
        self.project = project


class NotInChannel(Refusal):
    """No window of the green channel serves this unit."""

    code = "not-in-channel"
    remedy = "Take the number without the project, or give the channel a window that serves this."

    def __init__(self, project: str, unit: Unit) -> None:
        super().__init__(f"no window of {project} handles {unit.category}/{unit.ticket_class}")
        self.project = project
        self.unit = unit
