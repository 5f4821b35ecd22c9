"""The models and the hands of a slot instead of a number, by the names of Main.qml's properties."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject

from display.kit.props import Snapshot
from kiosk.flow.events import Event
from kiosk.viewmodels.booking import BookedProps, SlotsProps
from kiosk.viewmodels.booking_models import BookedModel, BookingHands, SlotsModel


def models(parent: QObject) -> dict[str, Snapshot[Any]]:
    return {"slots": SlotsModel(SlotsProps(), parent), "booked": BookedModel(BookedProps(), parent)}


def hands(parent: QObject, receive: Callable[[Event], None]) -> dict[str, QObject]:
    made = BookingHands(parent)
    made.connect_to(receive)
    return {"bookingHands": made}
