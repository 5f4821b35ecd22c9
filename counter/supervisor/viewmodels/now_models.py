"""What stands beside the windows: alarms, queues, the day; devices; notices, for QML."""

# ruff: noqa: N802 - Qt-facing names are camelCase
# The stub of QmlUncreatable does not know that it is called:
# mypy: disable-error-code="operator"

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement, QmlUncreatable

from counter.supervisor.viewmodels.alarms import AlarmProps
from counter.supervisor.viewmodels.day import FigureProps, TallyProps
from counter.supervisor.viewmodels.devices import DeviceProps, DevicesProps
from counter.supervisor.viewmodels.flow_picture import QuarterProps
from counter.supervisor.viewmodels.hall_panel import HallProps, HangingProps
from counter.supervisor.viewmodels.queues import QueueProps
from counter.supervisor.viewmodels.section_model import SectionModel
from counter.supervisor.viewmodels.sections import NowProps

QML_IMPORT_NAME = "Paihao.Supervisor"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the application")
class NowModel(SectionModel[NowProps]):
    listsChanged = Signal()
    restChanged = Signal()
    placesChanged = Signal()
    topChanged = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(
            NowProps(),
            {
                "tallies": TallyProps,
                "alarms": AlarmProps,
                "queues": QueueProps,
                "quarters": QuarterProps,
                "figures": FigureProps,
            },
            parent,
        )

    @Property(QObject, notify=listsChanged)
    def tallies(self) -> QObject:
        return self.rows("tallies")

    @Property(QObject, notify=listsChanged)
    def alarms(self) -> QObject:
        return self.rows("alarms")

    @Property(QObject, notify=listsChanged)
    def queues(self) -> QObject:
        return self.rows("queues")

    @Property(str, notify=restChanged)
    def rest(self) -> str:
        return self.props.rest

    @Property(QObject, notify=listsChanged)
    def quarters(self) -> QObject:
        return self.rows("quarters")

    @Property(int, notify=placesChanged)
    def places(self) -> int:
        return self.props.places

    @Property(str, notify=topChanged)
    def top(self) -> str:
        return self.props.top

    @Property(QObject, notify=listsChanged)
    def figures(self) -> QObject:
        return self.rows("figures")


@QmlElement
@QmlUncreatable("made by the application")
class DevicesModel(SectionModel[DevicesProps]):
    listsChanged = Signal()
    restChanged = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(DevicesProps(), {"ill": DeviceProps}, parent)

    @Property(QObject, notify=listsChanged)
    def ill(self) -> QObject:
        return self.rows("ill")

    @Property(str, notify=restChanged)
    def rest(self) -> str:
        return self.props.rest


@QmlElement
@QmlUncreatable("made by the application")
class HallModel(SectionModel[HallProps]):
    listsChanged = Signal()
    isClosedChanged = Signal()
    closingChanged = Signal()
    dateChanged = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(HallProps(), {"hanging": HangingProps}, parent)

    @Property(bool, notify=isClosedChanged)
    def isClosed(self) -> bool:
        return self.props.is_closed

    @Property(QObject, notify=listsChanged)
    def hanging(self) -> QObject:
        return self.rows("hanging")

    @Property(str, notify=closingChanged)
    def closing(self) -> str:
        return self.props.closing

    @Property(str, notify=dateChanged)
    def date(self) -> str:
        return self.props.date
