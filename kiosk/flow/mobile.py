"""The mobile to which messages about the number go: offered before it is taken, and never asked for.

It is the visit's until the hall has it with the number; whoever goes on without one misses nothing else.
"""

from dataclasses import replace

from display.kit.phones import is_phone, phone_digits
from kiosk.flow.confirming import is_warned
from kiosk.flow.facts import Facts
from kiosk.flow.presses import Back, Entered, MobileWanted, Typed
from kiosk.flow.steps import Rows, Step
from kiosk.flow.visit import Page, Visit


def may_leave_one(visit: Visit, facts: Facts) -> bool:
    """The hall sends messages, and the number is about to be taken."""
    return facts.hall is not None and facts.hall.has_messages and not is_warned(visit)


def open_keys(visit: Visit, _: MobileWanted, facts: Facts) -> Step:
    """What was typed before can be changed, or taken away."""
    if not may_leave_one(visit, facts):
        return Step(visit)
    return Step(replace(visit, page=Page.MOBILE, typed=visit.phone, trouble=""))


def type_digits(visit: Visit, event: Typed, _: Facts) -> Step:
    return Step(replace(visit, typed=phone_digits(event.text), trouble=""))


def entered(visit: Visit, _: Entered, __: Facts) -> Step:
    """An empty one is none."""
    if visit.typed and not is_phone(visit.typed):
        return Step(replace(visit, trouble="phone-wrong"))
    return Step(replace(visit, page=Page.CONFIRM, phone=visit.typed, decision=None, typed="", trouble=""))


def back(visit: Visit, _: Back, __: Facts) -> Step:
    """As it was before."""
    return Step(replace(visit, page=Page.CONFIRM, typed="", trouble=""))


ROWS: Rows = {
    Page.CONFIRM: {MobileWanted: open_keys},
    Page.MOBILE: {Typed: type_digits, Entered: entered, Back: back},
}
