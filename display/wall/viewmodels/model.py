"""The wall's view-model, as QML sees it."""

# ruff: noqa: N802 - Qt-facing names are camelCase

from dataclasses import asdict
from functools import lru_cache
from pathlib import Path
from typing import Any

from PySide6.QtCore import Property, QObject, QTranslator, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from display.kit.languages import KIT_TEXTS, load
from display.kit.props import FrozenProps, Snapshot, camel_case
from display.wall.viewmodels.derive import SECOND
from display.wall.viewmodels.props import WallProps

QML_IMPORT_NAME = "Paihao.Wall"
QML_IMPORT_MAJOR_VERSION = 1
CLASSES = {"accept": "受理", "consult": "咨询", "pickup": "取件"}  # as Classes.qml of the kit has them


@QmlElement
@QmlUncreatable("made by the application")
class WallModel(Snapshot[WallProps]):  # type: ignore[operator]  # QmlUncreatable's stub is a class
    pageChanged = Signal()
    bodyChanged = Signal()
    opensAtChanged = Signal()
    hallNameChanged = Signal()
    secondHallNameChanged = Signal()
    clockChanged = Signal()
    dateChanged = Signal()
    secondDateChanged = Signal()
    lostCodeChanged = Signal()
    lostAtChanged = Signal()
    lostMinChanged = Signal()
    voiceCodeChanged = Signal()
    callChanged = Signal()
    earlierChanged = Signal()
    waitingChanged = Signal()
    absentChanged = Signal()
    noticesChanged = Signal()
    ruleChanged = Signal()
    planChanged = Signal()

    @Property(str, notify=pageChanged)
    def page(self) -> str:
        return self.props.page

    @Property(str, notify=bodyChanged)
    def body(self) -> str:
        return self.props.body

    @Property(str, notify=opensAtChanged)
    def opensAt(self) -> str:
        return self.props.opens_at

    @Property(str, notify=hallNameChanged)
    def hallName(self) -> str:
        return self.props.hall_name

    @Property(str, notify=secondHallNameChanged)
    def secondHallName(self) -> str:
        return self.props.second_hall_name

    @Property(str, notify=clockChanged)
    def clock(self) -> str:
        return self.props.clock

    @Property(str, notify=dateChanged)
    def date(self) -> str:
        return self.props.date

    @Property(str, notify=secondDateChanged)
    def secondDate(self) -> str:
        return self.props.second_date

    @Property(str, notify=lostCodeChanged)
    def lostCode(self) -> str:
        return self.props.lost_code

    @Property(str, notify=lostAtChanged)
    def lostAt(self) -> str:
        return self.props.lost_at

    @Property(int, notify=lostMinChanged)
    def lostMin(self) -> int:
        return self.props.lost_min

    @Property(str, notify=voiceCodeChanged)
    def voiceCode(self) -> str:
        return self.props.voice_code

    @Property(int, notify=callChanged)
    def callId(self) -> int:
        return self.props.call.call_id

    @Property(str, notify=callChanged)
    def number(self) -> str:
        return self.props.call.number

    @Property(str, notify=callChanged)
    def ticketClass(self) -> str:
        return self.props.call.ticket_class

    @Property(int, notify=callChanged)
    def window(self) -> int:
        return self.props.call.window

    @Property(bool, notify=callChanged)
    def isRecall(self) -> bool:
        return self.props.call.nth > 1

    @Property(bool, notify=callChanged)
    def isAwaited(self) -> bool:
        return self.props.call.is_awaited

    @Property(str, notify=callChanged)
    def arrow(self) -> str:
        return self.props.call.arrow

    @Property(str, notify=callChanged)
    def place(self) -> str:
        return self.props.call.place

    @Property(str, notify=callChanged)
    def secondPlace(self) -> str:
        return self.props.call.second_place

    @Property(list, notify=earlierChanged)
    def earlier(self) -> list[dict[str, Any]]:
        return [_for_qml(call) for call in self.props.earlier]

    @Property(list, notify=waitingChanged)
    def waiting(self) -> list[dict[str, Any]]:
        return [_for_qml(each) for each in self.props.waiting]

    @Property(list, notify=absentChanged)
    def absent(self) -> list[dict[str, Any]]:
        return [_for_qml(each) for each in self.props.absent]

    @Property(list, notify=noticesChanged)
    def notices(self) -> list[dict[str, Any]]:
        return [_for_qml(each) for each in self.props.notices]

    @Property(list, notify=ruleChanged)
    def rule(self) -> list[dict[str, Any]]:
        return [_for_qml(each) for each in self.props.rule]

    @Property("QVariantMap", notify=planChanged)  # type: ignore[arg-type]  # a Qt type's name
    def plan(self) -> dict[str, Any]:
        return _for_qml(self.props.plan)


@QmlElement
@QmlUncreatable("made by the application")
class SecondLanguage(QObject):  # type: ignore[operator]  # as above
    """English beside the Chinese of the screen: the same texts, from the same translation files."""

    def __init__(self, texts: Path) -> None:
        super().__init__()
        self._translators: list[QTranslator] = [
            load(folder / f"{SECOND}.ts") for folder in (texts, KIT_TEXTS)
        ]

    @Slot(str, str, result=str)
    def of(self, context: str, source: str) -> str:
        """The English of `source`, as it stands in `context`; a text without one stays away."""
        found = (translator.translate(context, source) for translator in self._translators)
        return next((text for text in found if text), "")

    @Slot(str, result=str)
    def ofClass(self, ticket_class: str) -> str:
        return self.of("Classes", CLASSES[ticket_class]) if ticket_class in CLASSES else ""


@lru_cache(maxsize=256)
def _for_qml(props: FrozenProps) -> dict[str, Any]:
    """Made once: each row of a list reads the whole list anew, and QML gets a copy."""
    return {camel_case(name): value for name, value in asdict(props).items()}
