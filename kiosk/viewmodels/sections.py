"""The sections of the kiosk's pages: each derives the props of its models and listens to its hands."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject

from display.kit.props import Snapshot
from kiosk.flow.events import Event
from kiosk.flow.facts import Facts
from kiosk.flow.visit import Visit
from kiosk.viewmodels import booking, booking_section, frame, own, own_section, staff, taking
from kiosk.viewmodels.frame_models import FrameHands, ShellModel
from kiosk.viewmodels.staff_models import StaffHands, StaffModel
from kiosk.viewmodels.taking import ChoiceProps, MessageProps, TicketProps
from kiosk.viewmodels.taking_foresight import AppointmentsProps, ForesightProps
from kiosk.viewmodels.taking_identity import IdentityProps
from kiosk.viewmodels.taking_matters import MatterProps, MattersProps
from kiosk.viewmodels.taking_mobile import MobileProps
from kiosk.viewmodels.taking_models import ChoiceModel, Hands, MessageModel, TicketModel
from kiosk.viewmodels.taking_question_models import (
    AppointmentsModel,
    ForesightModel,
    IdentityModel,
    MatterModel,
    MattersModel,
    MobileModel,
)

Receive = Callable[[Event], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """`models` and `hands` make the objects that QML gets, by the names of the properties of Main.qml."""

    derive: Callable[[Visit, Facts], dict[str, object]]
    models: Callable[[QObject], dict[str, Snapshot[Any]]]
    hands: Callable[[QObject, Receive], dict[str, QObject]]


def _taking_models(parent: QObject) -> dict[str, Snapshot[Any]]:
    return {
        "choice": ChoiceModel(ChoiceProps(), parent),
        "matters": MattersModel(MattersProps(), parent),
        "matter": MatterModel(MatterProps(), parent),
        "identity": IdentityModel(IdentityProps(), parent),
        "foresight": ForesightModel(ForesightProps(), parent),
        "mobile": MobileModel(MobileProps(), parent),
        "appointments": AppointmentsModel(AppointmentsProps(), parent),
        "ticket": TicketModel(TicketProps(), parent),
        "message": MessageModel(MessageProps(), parent),
    }


def _taking_hands(parent: QObject, receive: Receive) -> dict[str, QObject]:
    hands = Hands(parent)
    hands.connect_to(receive)
    return {"hands": hands}


def _staff_models(parent: QObject) -> dict[str, Snapshot[Any]]:
    return {"staff": StaffModel(staff.StaffProps(), parent)}


def _staff_hands(parent: QObject, receive: Receive) -> dict[str, QObject]:
    hands = StaffHands(parent)
    hands.connect_to(receive)
    return {"staffHands": hands}


def _frame_models(parent: QObject) -> dict[str, Snapshot[Any]]:
    return {"shell": ShellModel(frame.ShellProps(), parent)}


def _frame_hands(parent: QObject, receive: Receive) -> dict[str, QObject]:
    hands = FrameHands(parent)
    hands.connect_to(receive)
    return {"frameHands": hands}


TAKING = Section(derive=taking.derive, models=_taking_models, hands=_taking_hands)
OWN = Section(derive=own.derive, models=own_section.models, hands=own_section.hands)
BOOKING = Section(derive=booking.derive, models=booking_section.models, hands=booking_section.hands)
STAFF = Section(derive=staff.derive, models=_staff_models, hands=_staff_hands)
FRAME = Section(derive=frame.derive, models=_frame_models, hands=_frame_hands)

SECTIONS = (TAKING, OWN, BOOKING, STAFF, FRAME)  # the frame last: it turns the page when its texts stand
