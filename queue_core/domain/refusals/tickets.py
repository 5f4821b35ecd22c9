"""Why a ticket does not go that way. Those about a known ticket share a root."""

from queue_core.domain.refusals.refusal import Refusal
from queue_core.domain.ticket import Ticket
from queue_core.domain.words import DeliveryState


class NoSuchTicket(Refusal):
    code = "no-such-ticket"
    remedy = "Check the number: it may belong to another day. Take a new one."

    def __init__(self, ticket_id: int) -> None:
        super().__init__(f"there is no ticket {ticket_id} today")
        self.ticket_id = ticket_id


class TicketRefusal(Refusal):
    """`ticket` is the one concerned."""

    def __init__(self, ticket: Ticket, sentence: str) -> None:
        super().__init__(f"{ticket.number} {sentence}")
        self.ticket = ticket


class WrongState(TicketRefusal):
    code = "wrong-state"
    remedy = "Look at the present state of the number: this cannot be done in it."

    def __init__(self, ticket: Ticket) -> None:
        super().__init__(ticket, f"is {ticket.state}")


class TicketEnded(TicketRefusal):
    code = "ticket-ended"
    remedy = "Take a new number."

    def __init__(self, ticket: Ticket) -> None:
        super().__init__(ticket, f"is {ticket.state}")


class WrongDelivery(Refusal):
    code = "wrong-delivery"
    remedy = "Look at the ticket's delivery; a withdrawn number is dead: take a new one."

    def __init__(self, ticket: Ticket, outcome: DeliveryState) -> None:
        super().__init__(
            f"{ticket.number} is {ticket.state} and {ticket.delivery}: it cannot become {outcome}"
        )
        self.ticket = ticket


class NoSuchErrand(TicketRefusal):
    code = "no-such-errand"
    remedy = "Look at the open errands of the number: this one is not there, or done."

    def __init__(self, ticket: Ticket, errand: int) -> None:
        super().__init__(ticket, f"has no open errand {errand}")
        self.errand = errand


class NowhereToGo(TicketRefusal):
    code = "nowhere-to-go"
    remedy = "Name the business or the window the number is sent on to."

    def __init__(self, ticket: Ticket) -> None:
        super().__init__(ticket, "was not given another business or window")


class TooManyHolds(TicketRefusal):
    code = "too-many-holds"
    remedy = "Finish the service, or send the number back to waiting."

    def __init__(self, ticket: Ticket, most: int) -> None:
        super().__init__(ticket, f"was held {most} times already")
        self.most = most


class HolderElsewhere(TicketRefusal):
    code = "holder-elsewhere"
    remedy = "Wait until the other number of the same person is done."

    def __init__(self, ticket: Ticket) -> None:
        super().__init__(ticket, "belongs to a person who is at a window with another number")
