"""What keeps an act from being sent. The hall server decides; this only spares a refusal that is certain.

Each value is a code that the screen words.
"""

from enum import StrEnum
from typing import assert_never

from counter.supervisor.flow import acts as a
from counter.supervisor.flow import pickup_acts as p
from counter.supervisor.flow.doors import cabinet_at
from counter.supervisor.flow.state import Deed, Duty, Link
from queue_core.wire.ratings import FollowUpAct
from queue_core.wire.views import WindowView
from queue_core.wire.words import WindowAction, WindowKind, WindowState


class Objection(StrEnum):
    NOT_SENT = "not-sent"
    REASON_MISSING = "reason-missing"
    TEXT_MISSING = "text-missing"
    UNITS_MISSING = "units-missing"
    NUMBER_MISSING = "number-missing"
    DATE_WRONG = "date-wrong"
    RESULT_MISSING = "result-missing"
    LABEL_MISSING = "label-missing"
    CABINET_AWAY = "cabinet-away"
    NO_ANSWER = "no-answer"


def objection(state: Duty, act: a.Act) -> Objection | None:
    return Objection.NOT_SENT if state.link is not Link.UP else lacking(state, act)


def lacking(state: Duty, act: a.Act) -> Objection | None:  # noqa: C901 a table of all acts
    """What the act still wants of the supervisor."""
    lacks: Objection | None = None
    match act:
        case a.CallNumber() if not act.ticket_id:
            lacks = Objection.NUMBER_MISSING
        case a.PauseWindow() | a.CloseInEmergency() | a.CallNumber():
            lacks = None if act.reason else Objection.REASON_MISSING
        case a.ChangeUnits():
            lacks = None if act.units else Objection.UNITS_MISSING
        case a.TellAll():
            lacks = None if dict(act.texts).get("zh-CN") else Objection.TEXT_MISSING
        case a.EndDay():
            lacks = None if act.typed == date_to_type(state) else Objection.DATE_WRONG
        case a.AnswerFor():
            needs_result = act.act in {FollowUpAct.REVIEW, FollowUpAct.REDO}
            lacks = Objection.RESULT_MISSING if needs_result and act.result is None else None
        case p.InspectDoor() | p.TakeOut():
            cabinet = cabinet_at(state.cabinets, act.at.cabinet)
            lacks = None if cabinet and cabinet.is_connected else Objection.CABINET_AWAY
        case p.PutOnShelf():
            lacks = None if act.label else Objection.LABEL_MISSING
        case a.ActAtWindow() | a.OpenTerminal() | a.EndNotice():
            pass
        case p.SayInside() | p.KeepCase() | p.SetService() | p.LiftLock():
            pass
        case p.SendAgain() | p.SendAllAgain():
            pass
        case _ as never:
            assert_never(never)
    return lacks


def date_to_type(state: Duty) -> str:
    """The four digits (month, day) of the business day: who types them knows which day is ended."""
    return state.hall.day.replace("-", "")[-4:] if state.hall else ""


def deeds(view: WindowView) -> tuple[Deed, ...]:
    """What may be prepared for a window as it stands."""
    if view.kind is WindowKind.TERMINAL:
        order = Deed.BACK_IN_ORDER if is_shut(view) else Deed.OUT_OF_ORDER
        return (order, Deed.PROFILE)
    if view.state is WindowState.CLOSED:
        return (Deed.OPEN, Deed.PROFILE)
    pause = Deed.PAUSE if view.pause is None else Deed.RESUME
    calls = (Deed.CALL,) if view.state is WindowState.FREE else ()
    closing = Deed.EMERGENCY if view.ticket is not None else Deed.CLOSE
    return (*calls, pause, Deed.PROFILE, closing)


def is_shut(view: WindowView) -> bool:
    return view.state is WindowState.CLOSED or view.pause is not None


DEED_OF_ACTION = {
    Deed.OPEN: WindowAction.OPEN,
    Deed.CLOSE: WindowAction.CLOSE,
    Deed.RESUME: WindowAction.RESUME,
}
