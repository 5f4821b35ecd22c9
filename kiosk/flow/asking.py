"""A question to the hall in between: asked from a page, answered by another, tried again when it failed."""

from dataclasses import replace

from kiosk.flow.effects import Effect
from kiosk.flow.events import Again, AskFailed, Back, Leave, TimeOver
from kiosk.flow.facts import Facts
from kiosk.flow.steps import Rows, Step, nothing
from kiosk.flow.visit import Page, Visit


def ask(visit: Visit, question: Effect) -> Step:
    """Page.ASKING until the answer, which a row of Page.ASKING takes; `back` leads to the page asked from."""
    asking = replace(visit, page=Page.ASKING, asked_from=visit.page, question=question, trouble="")
    return Step(asking, (question,))


def ask_failed(visit: Visit, event: AskFailed, _: Facts) -> Step:
    return Step(replace(visit, page=Page.ASK_TROUBLE, trouble=event.code))


def ask_again(visit: Visit, _: Again, __: Facts) -> Step:
    """The very same question: a change has its key, so that it is made once."""
    if visit.question is None:
        return Step(visit)
    return Step(replace(visit, page=Page.ASKING, trouble=""), (visit.question,))


def back_to_asking_page(visit: Visit, _: Back, __: Facts) -> Step:
    return Step(replace(visit, page=visit.asked_from, question=None, trouble=""))


# The hall ends the asking, within its own deadline.
ROWS: Rows = {
    Page.ASKING: {AskFailed: ask_failed, Leave: nothing, TimeOver: nothing},
    Page.ASK_TROUBLE: {Again: ask_again, Back: back_to_asking_page},
}
