"""Why a visit is not rated, and a follow-up of a low rating goes no further."""

from queue_core.domain.refusals.refusal import Refusal
from queue_core.domain.words import FollowUpAct, FollowUpStage


class RatingRefusal(Refusal):
    """`ticket_id` is the service that was to be rated."""

    def __init__(self, ticket_id: int, sentence: str) -> None:
        super().__init__(f"the service of ticket {ticket_id} {sentence}")
        self.ticket_id = ticket_id


class NoSuchLevel(RatingRefusal):
    code = "no-such-level"
    remedy = "Send a level from 1 (very dissatisfied) to 5 (very satisfied)."

    def __init__(self, ticket_id: int, level: int) -> None:
        super().__init__(ticket_id, f"cannot be rated {level}")


class NotServed(RatingRefusal):
    code = "not-served"
    remedy = "Rate after the service at that window has finished."

    def __init__(self, ticket_id: int, window: int) -> None:
        super().__init__(ticket_id, f"was not finished at window {window}")


class NotServedYet(RatingRefusal):
    code = "not-served-yet"
    remedy = "Rate when a service of this number has finished."

    def __init__(self, ticket_id: int) -> None:
        super().__init__(ticket_id, "was not finished anywhere yet")


class AlreadyRated(RatingRefusal):
    code = "already-rated"
    remedy = "Nothing is to be done: the first rating stands."

    def __init__(self, ticket_id: int) -> None:
        super().__init__(ticket_id, "is rated already")


class RatingClosed(RatingRefusal):
    code = "rating-closed"
    remedy = "The time for rating at the window is over."

    def __init__(self, ticket_id: int) -> None:
        super().__init__(ticket_id, "can no longer be rated at the window")


class VisitGoesOn(RatingRefusal):
    code = "visit-goes-on"
    remedy = "Rate when the visit is over: this number is still open."

    def __init__(self, ticket_id: int) -> None:
        super().__init__(ticket_id, "is part of a visit that goes on")


class ProofRequired(RatingRefusal):
    code = "proof-required"
    remedy = "In this hall a rating needs the ticket, the card or the phone: rate by phone or at a kiosk."

    def __init__(self, ticket_id: int) -> None:
        super().__init__(ticket_id, "cannot be rated by a press at the window in this hall")


class RatingExpired(RatingRefusal):
    """`days` is for how long after its day a visit is rated."""

    code = "rating-expired"
    remedy = "Nothing is to be done: the days for rating this visit are over."

    def __init__(self, ticket_id: int, days: int) -> None:
        super().__init__(ticket_id, f"could be rated for {days} days only")
        self.days = days


class FollowUpRefusal(Refusal):
    """`follow_up_id` is the one concerned."""

    def __init__(self, follow_up_id: int, sentence: str) -> None:
        super().__init__(f"follow-up {follow_up_id} {sentence}")
        self.follow_up_id = follow_up_id


class NoSuchFollowUp(FollowUpRefusal):
    code = "no-such-follow-up"
    remedy = "Look at the list of follow-ups anew: it may have been closed on a day before."

    def __init__(self, follow_up_id: int) -> None:
        super().__init__(follow_up_id, "is not known")


class WrongStage(FollowUpRefusal):
    """`stage` is what is to be done next."""

    code = "wrong-stage"
    remedy = "Do the stages in their order: contact, verify, rectify, answer, review."

    def __init__(self, follow_up_id: int, stage: FollowUpStage, act: FollowUpAct) -> None:
        super().__init__(follow_up_id, f"is at {stage}: {act} is not what comes next")
        self.stage = stage


class ResultNeeded(FollowUpRefusal):
    code = "result-needed"
    remedy = "Send what the citizen said when called back with review and redo, and with nothing else."

    def __init__(self, follow_up_id: int, act: FollowUpAct) -> None:
        super().__init__(follow_up_id, f"cannot take {act} so: a result goes with the review only")


class RedoneAlready(FollowUpRefusal):
    code = "redone-already"
    remedy = "Close it with the result of the call back: it is sent back once only."

    def __init__(self, follow_up_id: int) -> None:
        super().__init__(follow_up_id, "was sent back once already")
