"""The life cycles as tables: state, then the event that leads on.

An event that a state's row does not name cannot happen in it. `decide` asks these tables, `evolve` follows
them, and the documentation's diagrams are drawn from them.
"""

from queue_core.domain.events import (
    AppointmentCheckedIn,
    AppointmentEnded,
    CallSpoken,
    CaseDeposited,
    CaseExpired,
    CaseHandedOver,
    CaseKeptLonger,
    CaseMissing,
    CasePlaced,
    CaseReady,
    CaseRemoved,
    CaseReturned,
    DeferralEnded,
    DoorChanged,
    DoorForced,
    DoorLeftOpen,
    ErrandAdded,
    EstimateShown,
    Event,
    FindingSaid,
    FollowUpAdvanced,
    FollowUpClosed,
    FollowUpSentBack,
    NoteWritten,
    PauseAsked,
    PriorityGranted,
    ProfileChanged,
    ReceiptPrinted,
    ResultReady,
    ServiceFinished,
    ServiceStarted,
    StageFinished,
    TicketArrived,
    TicketCalled,
    TicketCancelled,
    TicketConverted,
    TicketDeferred,
    TicketExpired,
    TicketHeld,
    TicketMissed,
    TicketPrinted,
    TicketPrintFailed,
    TicketPrinting,
    TicketRecalled,
    TicketReprinted,
    TicketReturned,
    TicketSentBack,
    TicketWentPaperless,
    TicketWithdrawn,
    UnlockingFailed,
    UnlockingSettled,
    UnlockingUnsure,
    WindowClosed,
    WindowOpened,
    WindowPaused,
    WindowResumed,
    WindowTakenOver,
)
from queue_core.domain.words import (
    AppointmentState,
    CaseState,
    DeliveryState,
    DoorCondition,
    FollowUpStage,
    TicketState,
    UnlockingState,
    WindowState,
)

_TicketRow = dict[type[Event], TicketState]


def _open(state: TicketState, leads: _TicketRow) -> _TicketRow:
    """The row of a state in which the ticket may change without leaving it."""
    within: _TicketRow = {
        TicketConverted: state,
        ErrandAdded: state,
        ResultReady: state,
        PriorityGranted: state,
        EstimateShown: state,
        TicketExpired: TicketState.EXPIRED,
    }
    return within | leads


# A rating changes no state: it comes when the number has ended, even days later.
TICKET_LIFE: dict[TicketState, _TicketRow] = {
    TicketState.REMOTE: _open(
        TicketState.REMOTE,
        {
            TicketArrived: TicketState.WAITING,
            TicketCancelled: TicketState.CANCELLED,
            TicketWithdrawn: TicketState.WITHDRAWN,
        },
    ),
    TicketState.WAITING: _open(
        TicketState.WAITING,
        {
            TicketCalled: TicketState.CALLED,
            TicketDeferred: TicketState.DEFERRED,
            TicketCancelled: TicketState.CANCELLED,
            TicketWithdrawn: TicketState.WITHDRAWN,
        },
    ),
    TicketState.DEFERRED: _open(
        TicketState.DEFERRED,
        {
            TicketCalled: TicketState.CALLED,
            DeferralEnded: TicketState.WAITING,
            TicketCancelled: TicketState.CANCELLED,
            TicketWithdrawn: TicketState.WITHDRAWN,
        },
    ),
    TicketState.CALLED: _open(
        TicketState.CALLED,
        {
            TicketRecalled: TicketState.CALLED,
            CallSpoken: TicketState.CALLED,
            NoteWritten: TicketState.CALLED,
            ServiceStarted: TicketState.SERVING,
            TicketMissed: TicketState.ABSENT,
            TicketSentBack: TicketState.WAITING,
            TicketCancelled: TicketState.CANCELLED,
        },
    ),
    TicketState.SERVING: _open(
        TicketState.SERVING,
        {
            ServiceFinished: TicketState.FINISHED,
            StageFinished: TicketState.WAITING,
            TicketSentBack: TicketState.WAITING,
            TicketHeld: TicketState.HELD,
            NoteWritten: TicketState.SERVING,
        },
    ),
    TicketState.HELD: _open(
        TicketState.HELD,
        {
            TicketReturned: TicketState.WAITING,
            TicketCancelled: TicketState.CANCELLED,
        },
    ),
    TicketState.ABSENT: _open(
        TicketState.ABSENT,
        {
            TicketReturned: TicketState.WAITING,
            TicketCalled: TicketState.CALLED,
            TicketCancelled: TicketState.CANCELLED,
        },
    ),
    TicketState.FINISHED: {
        ResultReady: TicketState.WAITING,
    },
    TicketState.CANCELLED: {},
    TicketState.EXPIRED: {},
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
        TicketReprinted: DeliveryState.REPRINTED,
        TicketPrintFailed: DeliveryState.FAILED,
        TicketWentPaperless: DeliveryState.PAPERLESS,
        TicketWithdrawn: DeliveryState.WITHDRAWN,
    },
    DeliveryState.FAILED: {
        TicketPrinting: DeliveryState.PRINTING,
        TicketPrinted: DeliveryState.PRINTED,
        TicketReprinted: DeliveryState.REPRINTED,
        TicketWentPaperless: DeliveryState.PAPERLESS,
        TicketWithdrawn: DeliveryState.WITHDRAWN,
    },
    DeliveryState.PRINTED: {
        TicketPrinting: DeliveryState.PRINTING,
        TicketReprinted: DeliveryState.REPRINTED,
        TicketWentPaperless: DeliveryState.PAPERLESS,
    },
    DeliveryState.REPRINTED: {
        TicketPrinting: DeliveryState.PRINTING,
        TicketReprinted: DeliveryState.REPRINTED,
        TicketWentPaperless: DeliveryState.PAPERLESS,
    },
    # The phone may take the number while the printer is at work: its result still comes in.
    DeliveryState.PAPERLESS: {
        TicketPrinting: DeliveryState.PRINTING,
        TicketPrinted: DeliveryState.PRINTED,
        TicketReprinted: DeliveryState.REPRINTED,
        TicketPrintFailed: DeliveryState.PAPERLESS,
    },
    DeliveryState.WITHDRAWN: {},
}

WINDOW_LIFE: dict[WindowState, dict[type[Event], WindowState]] = {
    WindowState.CLOSED: {
        WindowOpened: WindowState.FREE,
        ProfileChanged: WindowState.CLOSED,
    },
    WindowState.FREE: {
        TicketCalled: WindowState.CALLED,
        WindowPaused: WindowState.PAUSED,
        WindowClosed: WindowState.CLOSED,
        WindowTakenOver: WindowState.FREE,
        ProfileChanged: WindowState.FREE,
    },
    WindowState.PAUSED: {
        WindowPaused: WindowState.PAUSED,
        WindowResumed: WindowState.FREE,
        WindowTakenOver: WindowState.PAUSED,
        WindowClosed: WindowState.CLOSED,
        ProfileChanged: WindowState.PAUSED,
    },
    WindowState.CALLED: {
        TicketRecalled: WindowState.CALLED,
        CallSpoken: WindowState.CALLED,
        NoteWritten: WindowState.CALLED,
        WindowTakenOver: WindowState.CALLED,
        ServiceStarted: WindowState.SERVING,
        TicketMissed: WindowState.FREE,
        TicketSentBack: WindowState.FREE,
        TicketCancelled: WindowState.FREE,
        TicketExpired: WindowState.FREE,
        PauseAsked: WindowState.CALLED,
        WindowResumed: WindowState.CALLED,
        ProfileChanged: WindowState.CALLED,
    },
    WindowState.SERVING: {
        ServiceFinished: WindowState.FREE,
        StageFinished: WindowState.FREE,
        TicketSentBack: WindowState.FREE,
        TicketHeld: WindowState.FREE,
        NoteWritten: WindowState.SERVING,
        WindowTakenOver: WindowState.SERVING,
        TicketExpired: WindowState.FREE,
        PauseAsked: WindowState.SERVING,
        WindowResumed: WindowState.SERVING,
        ProfileChanged: WindowState.SERVING,
    },
}

# What ends an appointment says as what it ends: cancelled or missed.
APPOINTMENT_LIFE: dict[AppointmentState, dict[type[Event], tuple[AppointmentState, ...]]] = {
    AppointmentState.BOOKED: {
        AppointmentCheckedIn: (AppointmentState.CHECKED_IN,),
        AppointmentEnded: (AppointmentState.CANCELLED, AppointmentState.MISSED),
    },
    AppointmentState.CHECKED_IN: {},
    AppointmentState.CANCELLED: {},
    AppointmentState.MISSED: {},
}

CASE_LIFE: dict[CaseState, dict[type[Event], CaseState]] = {
    CaseState.ACCEPTED: {
        CaseReady: CaseState.READY,
        ReceiptPrinted: CaseState.ACCEPTED,
    },
    CaseState.READY: {
        CasePlaced: CaseState.READY,
        CaseDeposited: CaseState.READY,
        CaseRemoved: CaseState.READY,
        CaseMissing: CaseState.READY,
        CaseKeptLonger: CaseState.READY,
        CaseExpired: CaseState.EXPIRED,
        CaseReturned: CaseState.RETURNED,
        CaseHandedOver: CaseState.HANDED_OVER,
        ReceiptPrinted: CaseState.READY,
    },
    # Who closed an empty door, or put the case back, says so a moment later: it waits again.
    CaseState.HANDED_OVER: {
        CaseMissing: CaseState.READY,
        CaseDeposited: CaseState.READY,
        ReceiptPrinted: CaseState.HANDED_OVER,
    },
    # Out of its door it waits at the hall again, for as long as the hall keeps it.
    CaseState.EXPIRED: {
        CasePlaced: CaseState.EXPIRED,
        CaseDeposited: CaseState.READY,
        CaseRemoved: CaseState.READY,
        CaseMissing: CaseState.EXPIRED,
        CaseKeptLonger: CaseState.READY,
        CaseReturned: CaseState.RETURNED,
        CaseHandedOver: CaseState.HANDED_OVER,
        ReceiptPrinted: CaseState.EXPIRED,
    },
    CaseState.RETURNED: {
        ReceiptPrinted: CaseState.RETURNED,
    },
}

UNLOCKING_LIFE: dict[UnlockingState, dict[type[Event], UnlockingState]] = {
    UnlockingState.ASKED: {
        DoorChanged: UnlockingState.OPEN,
        FindingSaid: UnlockingState.ASKED,
        UnlockingUnsure: UnlockingState.UNSURE,
        UnlockingFailed: UnlockingState.FAILED,
    },
    UnlockingState.OPEN: {
        DoorChanged: UnlockingState.OPEN,
        FindingSaid: UnlockingState.OPEN,
        UnlockingSettled: UnlockingState.SETTLED,
        UnlockingUnsure: UnlockingState.UNSURE,
        UnlockingFailed: UnlockingState.FAILED,
    },
    UnlockingState.UNSURE: {
        DoorChanged: UnlockingState.UNSURE,
        FindingSaid: UnlockingState.UNSURE,
        UnlockingUnsure: UnlockingState.UNSURE,
        UnlockingSettled: UnlockingState.SETTLED,
        UnlockingFailed: UnlockingState.FAILED,
    },
    UnlockingState.SETTLED: {
        FindingSaid: UnlockingState.SETTLED,
    },
    UnlockingState.FAILED: {},
}

# What changes a door says to what.
DOOR_LIFE: dict[DoorCondition, dict[type[Event], tuple[DoorCondition, ...]]] = {
    DoorCondition.UNKNOWN: {
        DoorChanged: (DoorCondition.CLOSED, DoorCondition.OPEN),
    },
    DoorCondition.CLOSED: {
        DoorChanged: (DoorCondition.OPEN, DoorCondition.UNKNOWN),
    },
    DoorCondition.OPEN: {
        DoorChanged: (DoorCondition.CLOSED, DoorCondition.UNKNOWN, DoorCondition.OPEN),
        DoorForced: (DoorCondition.OPEN,),
        DoorLeftOpen: (DoorCondition.OPEN,),
    },
}

FOLLOW_UP_LIFE: dict[FollowUpStage, dict[type[Event], FollowUpStage]] = {
    FollowUpStage.CONTACT: {FollowUpAdvanced: FollowUpStage.VERIFY},
    FollowUpStage.VERIFY: {FollowUpAdvanced: FollowUpStage.RECTIFY},
    FollowUpStage.RECTIFY: {FollowUpAdvanced: FollowUpStage.ANSWER},
    FollowUpStage.ANSWER: {FollowUpAdvanced: FollowUpStage.REVIEW},
    FollowUpStage.REVIEW: {
        FollowUpClosed: FollowUpStage.CLOSED,
        FollowUpSentBack: FollowUpStage.RECTIFY,
    },
    FollowUpStage.CLOSED: {},
}
