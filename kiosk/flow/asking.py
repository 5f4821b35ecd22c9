"""A question to the hall in between: Page.ASKING until it is answered, by a row of that page."""

from dataclasses import replace

from kiosk.flow.effects import Effect
from kiosk.flow.steps import Step
from kiosk.flow.visit import Page, Visit

# A page that waits for a device is not waited on again.
INSTEAD = {Page.READING: Page.CARD}


def ask(visit: Visit, question: Effect) -> Step:
    """What fails may be tried again, the same and with the same key; `back` leads to the page asked from."""
    page = visit.asked_from if visit.page is Page.ASKING else visit.page
    asked_from = INSTEAD.get(page, page)
    asking = replace(visit, page=Page.ASKING, asked_from=asked_from, question=question, trouble="")
    return Step(asking, (question,))
