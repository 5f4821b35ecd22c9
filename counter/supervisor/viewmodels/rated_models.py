"""Ratings and their follow-ups, for QML."""

# ruff: noqa: N802 - Qt-facing names are camelCase
# The stub of QmlUncreatable does not know that it is called:
# mypy: disable-error-code="operator"

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement, QmlUncreatable

from counter.supervisor.viewmodels.follow_ups import AnsweringProps, FollowUpProps, StepProps
from counter.supervisor.viewmodels.ratings import FlagProps, RateProps
from counter.supervisor.viewmodels.section_model import SectionModel
from counter.supervisor.viewmodels.sections import RatedProps

QML_IMPORT_NAME = "Paihao.Supervisor"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the application")
class RatedModel(SectionModel[RatedProps]):
    listsChanged = Signal()
    isKnownChanged = Signal()
    rateChanged = Signal()
    countsChanged = Signal()
    alarmChanged = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(
            RatedProps(), {"windows": RateProps, "flags": FlagProps, "follow_ups": FollowUpProps}, parent
        )

    @Property(bool, notify=isKnownChanged)
    def isKnown(self) -> bool:
        return self.props.is_known

    @Property(str, notify=rateChanged)
    def rate(self) -> str:
        return self.props.rate

    @Property(str, notify=countsChanged)
    def counts(self) -> str:
        return self.props.counts

    @Property(str, notify=alarmChanged)
    def alarm(self) -> str:
        return self.props.alarm

    @Property(QObject, notify=listsChanged)
    def windows(self) -> QObject:
        return self.rows("windows")

    @Property(QObject, notify=listsChanged)
    def flags(self) -> QObject:
        return self.rows("flags")

    @Property(QObject, notify=listsChanged)
    def followUps(self) -> QObject:
        return self.rows("follow_ups")


@QmlElement
@QmlUncreatable("made by the application")
class AnsweringModel(SectionModel[AnsweringProps]):
    listsChanged = Signal()
    followUpIdChanged = Signal()
    titleChanged = Signal()
    detailChanged = Signal()
    dueChanged = Signal()
    toneChanged = Signal()
    currentChanged = Signal()
    actChanged = Signal()
    saysChanged = Signal()
    confirmChanged = Signal()
    needsResultChanged = Signal()
    mayRedoChanged = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(AnsweringProps(), {"steps": StepProps}, parent)

    @Property(int, notify=followUpIdChanged)
    def followUpId(self) -> int:
        return self.props.follow_up_id

    @Property(str, notify=titleChanged)
    def title(self) -> str:
        return self.props.title

    @Property(str, notify=detailChanged)
    def detail(self) -> str:
        return self.props.detail

    @Property(str, notify=dueChanged)
    def due(self) -> str:
        return self.props.due

    @Property(str, notify=toneChanged)
    def tone(self) -> str:
        return self.props.tone

    @Property(int, notify=currentChanged)
    def current(self) -> int:
        return self.props.current

    @Property(QObject, notify=listsChanged)
    def steps(self) -> QObject:
        return self.rows("steps")

    @Property(str, notify=actChanged)
    def act(self) -> str:
        return self.props.act

    @Property(str, notify=saysChanged)
    def says(self) -> str:
        return self.props.says

    @Property(str, notify=confirmChanged)
    def confirm(self) -> str:
        return self.props.confirm

    @Property(bool, notify=needsResultChanged)
    def needsResult(self) -> bool:
        return self.props.needs_result

    @Property(bool, notify=mayRedoChanged)
    def mayRedo(self) -> bool:
        return self.props.may_redo
