"""What follows when a question to the hall came to nothing."""

from dataclasses import replace

from kiosk.flow import booking, own_number
from kiosk.flow.effects import AskPreview, AskProspect, Book, Change, FindSlots
from kiosk.flow.events import AskFailed, PrintFailed
from kiosk.flow.facts import Facts
from kiosk.flow.presses import Again, Back, Leave, TimeOver
from kiosk.flow.steps import Rows, Step, nothing
from kiosk.flow.visit import Page, Visit


def ask_failed(visit: Visit, event: AskFailed | PrintFailed, facts: Facts) -> Step:
    """A number that changed meanwhile is looked at anew; all else is told, and may be tried again."""
    match visit.question, event.code:
        case AskProspect(), "no-estimate":
            return Step(replace(visit, page=Page.CONVERT_CONFIRM))
        case ((Change() | AskProspect()), code) if code in own_number.CHANGED_MEANWHILE:
            return own_number.look_again(visit, code)
        case FindSlots(), "no-appointments":
            return booking.none_found(visit)
        case Book(), code if code in booking.GONE_MEANWHILE:
            return booking.list_anew(visit, code)
        case AskPreview(), "card-needed" if visit.holder is None:
            return own_number.ask_for_card(visit, facts)
        case _, code:
            return Step(replace(visit, page=Page.ASK_TROUBLE, trouble=code))


def hall_failed(visit: Visit, event: AskFailed, facts: Facts) -> Step:
    """A search for matters from the page before is not what is waited for."""
    return Step(visit) if event.asked is not None else ask_failed(visit, event, facts)


def ask_again(visit: Visit, _: Again, __: Facts) -> Step:
    """The very same question: a change has its key, so that it is made once."""
    if visit.question is None:
        return Step(visit)
    return Step(replace(visit, page=Page.ASKING, trouble=""), (visit.question,))


def back_to_where_it_was_asked(visit: Visit, event: Back, facts: Facts) -> Step:
    if isinstance(visit.question, FindSlots):
        return booking.back(visit, event, facts)
    if visit.asked_from is Page.CARD:
        return own_number.ask_for_card(visit, facts)
    return Step(replace(visit, page=visit.asked_from, question=None, trouble=""))


# The hall ends the asking, within its own deadline.
ROWS: Rows = {
    Page.ASKING: {AskFailed: hall_failed, PrintFailed: ask_failed, Leave: nothing, TimeOver: nothing},
    Page.ASK_TROUBLE: {Again: ask_again, Back: back_to_where_it_was_asked},
}
