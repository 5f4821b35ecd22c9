"""The life cycles of ticket, delivery and window as tables: state, then the event that leads on.

An event that a state's row does not name cannot happen in it. `decide` asks these tables, `evolve` follows
them.
"""

from queue_core.domain.events import (
    Event,
    ServiceFinished,
    ServiceStarted,
    TicketCalled,
    TicketMissed,
    TicketPrinted,
    TicketPrintFailed,
    TicketPrinting,
    TicketRecalled,
    TicketWentPaperless,
    TicketWithdrawn,
    WindowClosed,
    WindowOpened,
)
from queue_core.domain.words import DeliveryState, TicketState, WindowState

TICKET_LIFE: dict[TicketState, dict[type[Event], TicketState]] = {
    TicketState.WAITING: {
        TicketCalled: TicketState.CALLED,
        TicketWithdrawn: TicketState.WITHDRAWN,
    },
    TicketState.CALLED: {
        TicketRecalled: TicketState.CALLED,
        ServiceStarted: TicketState.SERVING,
        TicketMissed: TicketState.ABSENT,
    },
    TicketState.SERVING: {ServiceFinished: TicketState.FINISHED},
    TicketState.FINISHED: {},
    TicketState.ABSENT: {},
    TicketState.WITHDRAWN: {},
}

# Paper and phone may both be asked for, and a ticket may be printed again.
DELIVERY_LIFE: dict[DeliveryState, dict[type[Event], DeliveryState]] = {
    DeliveryState.ISSUED: {
        TicketPrinting: DeliveryState.PRINTING,
        TicketPrinted: DeliveryState.PRINTED,
        TicketPrintFailed: DeliveryState.FAILED,
        TicketWentPaperless: DeliveryState.PAPERLESS,
        TicketWithdrawn: DeliveryState.WITHDRAWN,
    },
    DeliveryState.PRINTING: {
        TicketPrinted: DeliveryState.PRINTED,
        TicketPrintFailed: DeliveryState.FAILED,
        TicketWentPaperless: DeliveryState.PAPERLESS,
        TicketWithdrawn: DeliveryState.WITHDRAWN,
    },
    DeliveryState.FAILED: {
        TicketPrinting: DeliveryState.PRINTING,
        TicketPrinted: DeliveryState.PRINTED,
        TicketWentPaperless: DeliveryState.PAPERLESS,
        TicketWithdrawn: DeliveryState.WITHDRAWN,
    },
    DeliveryState.PRINTED: {
        TicketPrinting: DeliveryState.PRINTING,
        TicketWentPaperless: DeliveryState.PAPERLESS,
    },
    # The phone may take the number while the printer is at work: its result still comes in.
    DeliveryState.PAPERLESS: {
        TicketPrinting: DeliveryState.PRINTING,
        TicketPrinted: DeliveryState.PRINTED,
        TicketPrintFailed: DeliveryState.PAPERLESS,
    },
    DeliveryState.WITHDRAWN: {},
}

WINDOW_LIFE: dict[WindowState, dict[type[Event], WindowState]] = {
    WindowState.CLOSED: {WindowOpened: WindowState.FREE},
    WindowState.FREE: {TicketCalled: WindowState.CALLED, WindowClosed: WindowState.CLOSED},
    WindowState.CALLED: {
        TicketRecalled: WindowState.CALLED,
        ServiceStarted: WindowState.SERVING,
        TicketMissed: WindowState.FREE,
    },
    WindowState.SERVING: {ServiceFinished: WindowState.FREE},
}
