"""What a supervisor's hands can do on the overview, from QML into the flow."""

# ruff: noqa: N802 - Qt-facing names are camelCase
# The stub of QmlUncreatable does not know that it is called:
# mypy: disable-error-code="operator"

import uuid
from collections.abc import Callable

from PySide6.QtCore import QObject, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from counter.supervisor.flow import acts as a
from counter.supervisor.flow import happenings as h
from counter.supervisor.flow.objections import DEED_OF_ACTION
from counter.supervisor.flow.profiles import preset, with_unit
from counter.supervisor.flow.state import AlarmName, Deed, Duty, Panel
from queue_core.wire.ratings import CallBack, FollowUpAct

QML_IMPORT_NAME = "Paihao.Supervisor"
QML_IMPORT_MAJOR_VERSION = 1


def new_key() -> str:
    return uuid.uuid4().hex


@QmlElement
@QmlUncreatable("made by the application")
class SupervisorHands(QObject):
    """`receive` takes what happened; `state` tells what is being prepared, for the act it becomes."""

    def __init__(
        self, receive: Callable[[h.Happening], None], state: Callable[[], Duty], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._receive = receive
        self._state = state

    @Slot(str, str)
    def logIn(self, clerk: str, password: str) -> None:
        self._receive(h.LogInPressed(clerk=clerk.strip(), password=password))

    @Slot()
    def logOut(self) -> None:
        self._receive(h.LogOutPressed())

    @Slot()
    def back(self) -> None:
        self._receive(h.Backed())

    @Slot(str)
    def choosePanel(self, panel: str) -> None:
        self._receive(h.PanelChosen(panel=Panel(panel)))

    @Slot(int)
    def chooseWindow(self, window: int) -> None:
        self._receive(h.WindowChosen(window=window))

    @Slot(str)
    def chooseDeed(self, deed: str) -> None:
        self._receive(h.DeedChosen(deed=Deed(deed)))

    @Slot(str)
    def toggleUnit(self, unit: str) -> None:
        self._receive(h.UnitsChosen(units=with_unit(self._state(), unit)))

    @Slot(str)
    def choosePreset(self, name: str) -> None:
        """`all` units of the hall, or the window's `own` as it stands."""
        self._receive(h.UnitsChosen(units=preset(self._state(), name)))

    @Slot(int)
    def chooseNumber(self, ticket_id: int) -> None:
        self._receive(h.NumberChosen(ticket_id=ticket_id))

    @Slot(int)
    def chooseFollowUp(self, follow_up_id: int) -> None:
        self._receive(h.FollowUpChosen(follow_up_id=follow_up_id))

    @Slot(str, str, float)
    def acknowledge(self, kind: str, subject: str, since_ms: float) -> None:
        """Milliseconds since 1970 are no 32-bit integer: QML's number carries them."""
        self._receive(
            h.AlarmAcknowledged(alarm=AlarmName(kind=kind, subject=subject, since_ms=int(since_ms)))
        )

    @Slot(str, int)
    def confirmDeed(self, reason: str, minutes: int) -> None:
        """Do what is prepared for the chosen window. `minutes` of a pause; 0: not said."""
        act = self._prepared(reason.strip(), minutes or None)
        if act is not None:
            self._confirm(act)

    @Slot(str, str, str, int)
    def postNotice(self, chinese: str, traditional: str, english: str, minutes: int) -> None:
        """For `minutes`; 0: until it is ended."""
        texts = (("zh-CN", chinese.strip()), ("zh-Hant", traditional.strip()), ("en", english.strip()))
        given = tuple((tag, text) for tag, text in texts if text)
        self._confirm(a.TellAll(texts=given, minutes=minutes or None))

    @Slot(int)
    def endNotice(self, notice_id: int) -> None:
        self._confirm(a.EndNotice(notice_id=notice_id))

    @Slot(str, str)
    def closeHall(self, reason: str, typed: str) -> None:
        self._confirm(a.EndDay(reason=reason, typed=typed.strip()))

    @Slot(str, str, str)
    def answerFor(self, act: str, note: str, result: str) -> None:
        """The open follow-up's next act; `result` is empty but at the review."""
        follow_up = self._state().answered_for
        if follow_up is not None:
            self._confirm(
                a.AnswerFor(
                    follow_up_id=follow_up.follow_up_id,
                    act=FollowUpAct(act),
                    note=note.strip(),
                    result=CallBack(result) if result else None,
                )
            )

    def _confirm(self, act: a.Act) -> None:
        self._receive(h.Confirmed(act=act, key=new_key()))

    def _prepared(self, reason: str, minutes: int | None) -> a.Act | None:  # noqa: PLR0911 a table of deeds
        state = self._state()
        window, deed = state.window or 0, state.deed
        match deed:
            case Deed.NONE:
                return None
            case Deed.OPEN | Deed.CLOSE | Deed.RESUME:
                return a.ActAtWindow(window=window, action=DEED_OF_ACTION[deed])
            case Deed.PAUSE | Deed.OUT_OF_ORDER:
                return a.PauseWindow(window=window, reason=reason, minutes=minutes)
            case Deed.EMERGENCY:
                return a.CloseInEmergency(window=window, reason=reason)
            case Deed.PROFILE:
                return a.ChangeUnits(window=window, units=state.units, reason=reason or None)
            case Deed.CALL:
                return a.CallNumber(window=window, ticket_id=state.number or 0, reason=reason)
            case Deed.BACK_IN_ORDER:
                return a.OpenTerminal(window=window)
