"""The Qt objects that carry questions, explanations, conversions and finished cases to QML."""

# ruff: noqa: N802 - Qt-facing names are camelCase
# The stub of QmlUncreatable does not know that it is called:
# mypy: disable-error-code="operator"

from dataclasses import asdict
from typing import Any

from PySide6.QtCore import Property, Signal
from PySide6.QtQml import QmlElement, QmlUncreatable

from display.kit.props import Snapshot
from kiosk.viewmodels.own_cases import CasesProps
from kiosk.viewmodels.own_conversion import ConversionProps
from kiosk.viewmodels.own_explanation import ExplanationProps
from kiosk.viewmodels.own_question import QuestionProps

QML_IMPORT_NAME = "Paihao.Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the application")
class QuestionModel(Snapshot[QuestionProps]):
    pageChanged = Signal()
    iconChanged = Signal()
    titleChanged = Signal()
    textChanged = Signal()
    rowsChanged = Signal()
    promiseChanged = Signal()
    warningChanged = Signal()
    classesChanged = Signal()
    confirmChanged = Signal()
    backChanged = Signal()
    showsNumberChanged = Signal()
    isGraveChanged = Signal()

    @Property(str, notify=pageChanged)
    def page(self) -> str:
        return self.props.page

    @Property(str, notify=iconChanged)
    def icon(self) -> str:
        return self.props.icon

    @Property(str, notify=titleChanged)
    def title(self) -> str:
        return self.props.title

    @Property(str, notify=textChanged)
    def text(self) -> str:
        return self.props.text

    @Property("QVariantList", notify=rowsChanged)  # type: ignore[arg-type]  # a Qt type's name
    def rows(self) -> list[dict[str, Any]]:
        return [asdict(one) for one in self.props.rows]

    @Property(str, notify=promiseChanged)
    def promise(self) -> str:
        return self.props.promise

    @Property(str, notify=warningChanged)
    def warning(self) -> str:
        return self.props.warning

    @Property("QVariantList", notify=classesChanged)  # type: ignore[arg-type]  # a Qt type's name
    def classes(self) -> list[dict[str, Any]]:
        return [asdict(one) for one in self.props.classes]

    @Property(str, notify=confirmChanged)
    def confirm(self) -> str:
        return self.props.confirm

    @Property(str, notify=backChanged)
    def back(self) -> str:
        return self.props.back

    @Property(bool, notify=showsNumberChanged)
    def showsNumber(self) -> bool:
        return self.props.shows_number

    @Property(bool, notify=isGraveChanged)
    def isGrave(self) -> bool:
        return self.props.is_grave


@QmlElement
@QmlUncreatable("made by the application")
class ExplanationModel(Snapshot[ExplanationProps]):
    titleChanged = Signal()
    windowsChanged = Signal()
    ownChanged = Signal()
    callsChanged = Signal()
    nobodyChanged = Signal()
    elsewhereChanged = Signal()
    ruleChanged = Signal()

    @Property(str, notify=titleChanged)
    def title(self) -> str:
        return self.props.title

    @Property(str, notify=windowsChanged)
    def windows(self) -> str:
        return self.props.windows

    @Property(str, notify=ownChanged)
    def own(self) -> str:
        return self.props.own

    @Property("QVariantList", notify=callsChanged)  # type: ignore[arg-type]  # a Qt type's name
    def calls(self) -> list[dict[str, Any]]:
        return [asdict(one) for one in self.props.calls]

    @Property(str, notify=nobodyChanged)
    def nobody(self) -> str:
        return self.props.nobody

    @Property(str, notify=elsewhereChanged)
    def elsewhere(self) -> str:
        return self.props.elsewhere

    @Property(str, notify=ruleChanged)
    def rule(self) -> str:
        return self.props.rule


@QmlElement
@QmlUncreatable("made by the application")
class ConversionModel(Snapshot[ConversionProps]):
    currentChanged = Signal()
    categoriesChanged = Signal()

    @Property(str, notify=currentChanged)
    def current(self) -> str:
        return self.props.current

    @Property("QVariantList", notify=categoriesChanged)  # type: ignore[arg-type]  # a Qt type's name
    def categories(self) -> list[dict[str, Any]]:
        return [asdict(one) | {"units": [asdict(of) for of in one.units]} for one in self.props.categories]


@QmlElement
@QmlUncreatable("made by the application")
class CasesModel(Snapshot[CasesProps]):
    titleChanged = Signal()
    hintChanged = Signal()
    casesChanged = Signal()
    leaveChanged = Signal()
    cabinetChanged = Signal()

    @Property(str, notify=titleChanged)
    def title(self) -> str:
        return self.props.title

    @Property(str, notify=leaveChanged)
    def leave(self) -> str:
        return self.props.leave

    @Property(str, notify=cabinetChanged)
    def cabinet(self) -> str:
        return self.props.cabinet

    @Property(str, notify=hintChanged)
    def hint(self) -> str:
        return self.props.hint

    @Property("QVariantList", notify=casesChanged)  # type: ignore[arg-type]  # a Qt type's name
    def cases(self) -> list[dict[str, Any]]:
        return [asdict(one) for one in self.props.cases]
