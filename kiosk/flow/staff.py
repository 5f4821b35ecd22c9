"""Behind a staff card: its page stands over the visit's own, which goes on where it was.

Staff come because the citizen's paper is stuck: the number that waits behind must not be lost by that.
"""

from dataclasses import replace
from typing import assert_never

from kiosk.flow.effects import CheckPrinter, ReadLog, Restart, TrialPrint
from kiosk.flow.events import Event, LogSeen, StaffSeen, StaffTold
from kiosk.flow.facts import Facts
from kiosk.flow.presses import StaffAct, StaffActed, TimeOver
from kiosk.flow.steps import Handler, Step, fresh
from kiosk.flow.visit import Page, StaffSession, StaffView, Visit
from queue_core.wire.words import Role

ALLOWED = frozenset({Role.CLERK, Role.GUIDE, Role.SUPERVISOR})
LINES_SHOWN = 8
IN_ITS_COURSE = frozenset({Page.TAKING, Page.PRINTING, Page.ASKING})


def enter(visit: Visit, event: StaffSeen, _: Facts) -> Step:
    """A visit that has come to nothing yet is ended: what was chosen may be somebody's who has gone."""
    if event.member.role not in ALLOWED:
        return Step(visit)
    is_kept = visit.ticket is not None or visit.page in IN_ITS_COURSE
    behind = visit if is_kept else fresh(visit)
    return Step(replace(behind, is_asked=False, staff=StaffSession(member=event.member)))


def leave(visit: Visit, _: Event, __: Facts) -> Step:
    return Step(replace(visit, staff=None))


def act(visit: Visit, event: StaffActed, facts: Facts) -> Step:  # noqa: PLR0911 one an act
    session = session_of(visit)
    match event.act:
        case StaffAct.TEST_PRINT:
            return _asked(visit, TrialPrint())
        case StaffAct.PAPER_CHANGED:
            return _asked(visit, CheckPrinter())
        case StaffAct.DEVICES:
            return _with(visit, replace(session, view=StaffView.DEVICES, said=""))
        case StaffAct.LOG:
            looking = _with(visit, replace(session, view=StaffView.LOG, said="", older=0))
            return replace(looking, effects=(ReadLog(),))
        case StaffAct.OLDER:
            return _with(visit, replace(session, older=_within(session.older + LINES_SHOWN, session)))
        case StaffAct.NEWER:
            return _with(visit, replace(session, older=_within(session.older - LINES_SHOWN, session)))
        case StaffAct.RESTART:
            return _with(visit, replace(session, view=StaffView.RESTART, said=""))
        case StaffAct.CONFIRM_RESTART:
            return Step(visit, (Restart(),) if session.view is StaffView.RESTART else ())
        case StaffAct.LEAVE:
            return leave(visit, event, facts)
        case _:
            assert_never(event.act)


def told(visit: Visit, event: StaffTold, _: Facts) -> Step:
    return _with(visit, replace(session_of(visit), said=event.code, is_busy=False))


def log_seen(visit: Visit, event: LogSeen, _: Facts) -> Step:
    return _with(visit, replace(session_of(visit), lines=event.lines))


def session_of(visit: Visit) -> StaffSession:
    assert visit.staff is not None, "nobody of the staff is there"
    return visit.staff


def _within(older: int, session: StaffSession) -> int:
    """A page of the log that has a line on it."""
    last = max(0, len(session.lines) - 1) // LINES_SHOWN * LINES_SHOWN
    return max(0, min(older, last))


def _asked(visit: Visit, effect: TrialPrint | CheckPrinter) -> Step:
    """One thing at a time: a second press while the printer is busy is not a second slip."""
    session = session_of(visit)
    if session.is_busy:
        return Step(visit)
    return Step(replace(visit, staff=replace(session, said="", is_busy=True)), (effect,))


def _with(visit: Visit, session: StaffSession) -> Step:
    return Step(replace(visit, staff=session))


BEFORE: dict[type, Handler] = {
    StaffActed: act,
    StaffTold: told,
    LogSeen: log_seen,
    TimeOver: leave,
}
"""While staff are there these are theirs; whatever else happens goes on behind."""
