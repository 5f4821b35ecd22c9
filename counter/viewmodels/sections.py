"""The sections of the counter's pages: each derives the props of its model."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject

from counter.flow.state import Counter
from counter.viewmodels import coming, desk, frame, queue, sheet, shift, ticket
from counter.viewmodels.coming_model import LogInModel
from counter.viewmodels.desk_model import DeskModel
from counter.viewmodels.frame_model import CounterFrameModel
from counter.viewmodels.moment import Moment
from counter.viewmodels.queue_model import QueueModel
from counter.viewmodels.sheet_model import SheetModel
from counter.viewmodels.shift_model import ShiftModel
from counter.viewmodels.ticket_model import InHandModel
from display.kit.props import Snapshot


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """`name` is the model's property of Main.qml."""

    name: str
    derive: Callable[[Counter, Moment], Any]
    model: Callable[[Any, QObject], Snapshot[Any]]


SECTIONS = (
    Section(name="coming", derive=coming.derive, model=LogInModel),
    Section(name="desk", derive=desk.derive, model=DeskModel),
    Section(name="ticket", derive=ticket.derive, model=InHandModel),
    Section(name="queue", derive=queue.derive, model=QueueModel),
    Section(name="sheet", derive=sheet.derive, model=SheetModel),
    Section(name="shift", derive=shift.derive, model=ShiftModel),
    Section(
        name="frame", derive=frame.derive, model=CounterFrameModel
    ),  # last: it turns the page when its texts stand
)
