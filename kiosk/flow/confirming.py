"""What you get, before it is taken; then the taking itself.

The hall is asked what the number would be. A warning that it may not be called today must be accepted before
anything is taken.
"""

from dataclasses import replace

import msgspec

from kiosk.flow import collecting, delivering, identity, own
from kiosk.flow.asking import ask
from kiosk.flow.effects import AskPreview, Take
from kiosk.flow.events import AlreadyHeld, NumberTaken, PreviewSeen, TakeFailed
from kiosk.flow.facts import Facts
from kiosk.flow.presses import Again, Back, Leave, RiskAccepted, TimeOver, WayChosen
from kiosk.flow.steps import Rows, Step, anew, nothing
from kiosk.flow.visit import Decision, Page, Visit, Way
from queue_core.wire.messages import TakeNumber


def foresee(visit: Visit, facts: Facts) -> Step:
    """Ask the hall; from its answer `back` leads to the page the visit stands on now."""
    asking = replace(visit, decision=None, preview=None, accepts_risk=False)
    return ask(asking, AskPreview(visit_id=visit.visit_id, request=request_of(asking, facts)))


def request_of(visit: Visit, facts: Facts) -> TakeNumber:
    return TakeNumber(
        ticket_class=visit.ticket_class,
        category=visit.category or None,
        matter=visit.matter.code if visit.matter else None,
        holder=visit.holder,
        language=visit.language,
        appointment=visit.appointment.reference if visit.appointment else None,
        case=visit.case.code if visit.case else None,
        further=collecting.further(visit, facts),
        accepts_risk=visit.accepts_risk,
    )


def preview_seen(visit: Visit, event: PreviewSeen, _: Facts) -> Step:
    """The hall may know class and category better than we: an appointment brings its own."""
    told = event.preview
    return Step(
        replace(
            visit,
            page=Page.CONFIRM,
            preview=told,
            ticket_class=told.ticket_class,
            category=told.category,
            question=None,
            trouble="",
        )
    )


def accept_risk(visit: Visit, _: RiskAccepted, __: Facts) -> Step:
    return Step(replace(visit, accepts_risk=True))


def is_warned(visit: Visit) -> bool:
    """The warning stands and is not accepted yet."""
    return visit.preview is not None and visit.preview.may_not_be_called and not visit.accepts_risk


def back_from_confirm(visit: Visit, event: Back, facts: Facts) -> Step:
    return identity.step_back(
        replace(visit, appointment=None, case=None, accepts_risk=False, phone=""), event, facts
    )


# Number


def take(visit: Visit, event: WayChosen, facts: Facts) -> Step:
    if is_warned(visit):
        return Step(visit)
    decision = visit.decision or Decision(key=event.key, request=told_by(visit, request_of(visit, facts)))
    return taking(replace(visit, way=event.way), decision)


def told_by(visit: Visit, request: TakeNumber) -> TakeNumber:
    """With the mobile that was left: the number itself needs it, and no preview."""
    return msgspec.structs.replace(request, phone=visit.phone or None)


def taking(visit: Visit, decision: Decision) -> Step:
    going_on = replace(visit, page=Page.TAKING, decision=decision, trouble="")
    return Step(going_on, (Take(visit_id=visit.visit_id, decision=decision, way=visit.way or Way.PHONE),))


def take_again(visit: Visit, _: Again, facts: Facts) -> Step:
    """The same wish. A number that was lost is another wish: what it would be is asked anew."""
    if visit.decision is not None:
        return taking(visit, visit.decision)
    if visit.preview is None:  # it came here by its card, or over a crash: nothing was chosen
        return Step(replace(anew(visit), holder=visit.holder))
    return foresee(replace(visit, page=identity.page_before(visit)), facts)


def take_failed(visit: Visit, event: TakeFailed, _: Facts) -> Step:
    """Others came in between, so that closing time may come first now: the warning is shown after all.

    A mobile that the hall does not take is put right, or left out, where it was typed.
    """
    if event.code == "may-not-be-served" and visit.preview is not None and not visit.accepts_risk:
        warned = msgspec.structs.replace(visit.preview, may_not_be_called=True)
        return Step(replace(visit, page=Page.CONFIRM, preview=warned, decision=None))
    if event.code == "phone-wrong" and visit.phone:
        return Step(
            replace(visit, page=Page.MOBILE, typed=visit.phone, phone="", decision=None, trouble=event.code)
        )
    return Step(replace(visit, page=Page.TAKE_TROUBLE, trouble=event.code))


def number_taken(visit: Visit, event: NumberTaken, _: Facts) -> Step:
    """A number of the same person that was looked at before is another one: this one has no holder yet."""
    return delivering.deliver(replace(visit, ticket=event.ticket, was_held=False), visit.way or Way.PHONE)


def already_held(visit: Visit, event: AlreadyHeld, _: Facts) -> Step:
    is_holder = visit.holder is not None and identity.is_proved(visit.holder)
    return own.show(visit, event.ticket, is_holder=is_holder)


ROWS: Rows = {
    Page.ASKING: {PreviewSeen: preview_seen, AlreadyHeld: already_held},
    Page.CONFIRM: {RiskAccepted: accept_risk, WayChosen: take, Back: back_from_confirm},
    Page.TAKING: {
        NumberTaken: number_taken,
        AlreadyHeld: already_held,
        TakeFailed: take_failed,
        Leave: nothing,
        TimeOver: nothing,
    },
    Page.TAKE_TROUBLE: {Again: take_again, Back: back_from_confirm},
}
