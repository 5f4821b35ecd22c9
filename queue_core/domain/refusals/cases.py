"""Why a case is not handed over, moved or kept."""

from queue_core.domain.records import Case, Door
from queue_core.domain.refusals.refusal import Refusal


class NoSuchCase(Refusal):
    code = "no-such-case"
    remedy = "Check the case with the back office; a number can be taken without one."

    def __init__(self, case_id: int) -> None:
        super().__init__(f"case {case_id} is not known")
        self.case_id = case_id


class CaseRefusal(Refusal):
    """`case` is the one concerned."""

    def __init__(self, case: Case) -> None:
        super().__init__(f"case {case.case_id} is {case.state}")
        self.case = case


class CaseNotReady(CaseRefusal):
    code = "case-not-ready"
    remedy = "Wait until the back office reports the case as finished."


class CaseHandedOverAlready(CaseRefusal):
    code = "case-handed-over"
    remedy = "Nothing is to be collected: ask the clerk who handed it over."


class CaseReturnedAlready(CaseRefusal):
    code = "case-returned"
    remedy = "Ask the department that made it: the hall has sent it back there."


class CaseKeptTooLong(CaseRefusal):
    code = "case-expired"
    remedy = "Ask a clerk: the time for collecting it at the cabinet is over, a window hands it over."


class CaseNotInDoor(CaseRefusal):
    code = "case-not-in-door"
    remedy = "Look where the case waits: it is behind no door of a cabinet."


class CaseInDoor(CaseRefusal):
    """`door` is where it lies."""

    code = "case-in-door"
    remedy = "Take the case out of its door first, or let its holder collect it there."

    def __init__(self, case: Case, door: Door) -> None:
        super().__init__(case)
        self.door = door


class TimeIsPast(CaseRefusal):
    code = "time-is-past"
    remedy = "Name an instant to come until which the case is kept."
