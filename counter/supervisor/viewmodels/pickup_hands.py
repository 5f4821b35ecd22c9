"""What a supervisor's hands can do on the pages of cabinets and messages, from QML into the flow."""

# ruff: noqa: N802 - Qt-facing names are camelCase
# The stub of QmlUncreatable does not know that it is called:
# mypy: disable-error-code="operator"

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from counter.supervisor.flow import happenings as h
from counter.supervisor.flow import pickup_acts as p
from counter.supervisor.flow.doors import FROM_AFAR, DoorDeed, DoorName
from counter.supervisor.flow.state import Duty
from counter.supervisor.flow.watching import may_go
from counter.supervisor.viewmodels.hands import new_key
from counter.supervisor.viewmodels.messages import ALL_OF
from queue_core.wire.words import Finding

QML_IMPORT_NAME = "Paihao.Supervisor"
QML_IMPORT_MAJOR_VERSION = 1
DAY_MS = 86_400_000


@QmlElement
@QmlUncreatable("made by the application")
class PickupHands(QObject):
    """`state` tells what is being prepared, for the act it becomes; `hall_ms` is the hall's time."""

    def __init__(
        self,
        receive: Callable[[h.Happening], None],
        state: Callable[[], Duty],
        hall_ms: Callable[[], int],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._receive = receive
        self._state = state
        self._hall_ms = hall_ms

    @Slot(str, int)
    def chooseDoor(self, cabinet: str, door: int) -> None:
        self._receive(h.DoorChosen(door=DoorName(cabinet=cabinet, door=door)))

    @Slot(str)
    def chooseDeed(self, deed: str) -> None:
        self._receive(h.DoorDeedChosen(deed=DoorDeed(deed)))

    @Slot(str)
    def chooseLoose(self, case: str) -> None:
        self._receive(h.LooseChosen(case=case))

    @Slot(str)
    def chooseLetters(self, ids: str) -> None:
        """`ids` as `7,12`, or `all:REASON`; empty: none after all."""
        if ids.startswith(ALL_OF):
            self._receive(h.LettersChosen(reason=ids.removeprefix(ALL_OF)))
        else:
            chosen = tuple(int(each) for each in ids.split(",") if each)
            self._receive(h.LettersChosen(message_ids=chosen))

    @Slot(int)
    def confirmDeed(self, days: int) -> None:
        """Do what is prepared for the chosen door; `days` more is how long a case is kept."""
        state = self._state()
        if state.door_deed in FROM_AFAR and not state.is_second:
            self._receive(h.SaidYes())
            return
        act = self._prepared(days)
        if act is not None:
            self._confirm(act)

    @Slot(str)
    def say(self, finding: str) -> None:
        """What is inside, of the door whose unlocking was not seen to end."""
        state = self._state()
        door = state.chosen_door
        if state.door is not None and door is not None and door.unlocking is not None:
            self._confirm(
                p.SayInside(at=state.door, unlocking_id=door.unlocking.unlocking_id, finding=Finding(finding))
            )

    @Slot(str)
    def putOnShelf(self, label: str) -> None:
        case = self._state().loose
        if case:
            self._confirm(p.PutOnShelf(case=case, label=label.strip()))

    @Slot(str)
    def liftLock(self, place: str) -> None:
        self._confirm(p.LiftLock(place=place))

    @Slot()
    def sendAgain(self) -> None:
        state = self._state()
        if state.letters_of and state.messages is not None:
            count = may_go(state.letters_of, state.messages)
            self._confirm(p.SendAllAgain(reason=state.letters_of, count=count))
        elif state.letters:
            self._confirm(p.SendAgain(message_ids=state.letters))

    def _confirm(self, act: p.PickupAct) -> None:
        self._receive(h.Confirmed(act=act, key=new_key()))

    def _prepared(self, days: int) -> p.PickupAct | None:
        """Kept on from when it would have ended, or from now where that is past."""
        state = self._state()
        at, door = state.door, state.chosen_door
        if at is None or door is None:
            return None
        match state.door_deed:
            case DoorDeed.INSPECT:
                return p.InspectDoor(at=at)
            case DoorDeed.TAKE_OUT | DoorDeed.REASSIGN if door.case:
                return p.TakeOut(at=at, case=door.case)
            case DoorDeed.KEEP if door.case:
                from_ms = max(self._hall_ms(), door.keep_until_ms or 0)
                return p.KeepCase(at=at, case=door.case, until_ms=from_ms + days * DAY_MS)
            case DoorDeed.OUT_OF_SERVICE | DoorDeed.BACK_IN_SERVICE as deed:
                return p.SetService(at=at, is_in_service=deed is DoorDeed.BACK_IN_SERVICE)
            case _:
                return None
