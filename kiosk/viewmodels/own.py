"""What the pages of a number that stands show, of pickup, of guidance and of rating: pure."""

from kiosk.flow.facts import Facts
from kiosk.flow.shown import shown_page
from kiosk.flow.visit import Visit
from kiosk.viewmodels.own_cases import cases
from kiosk.viewmodels.own_conversion import conversion
from kiosk.viewmodels.own_explanation import explanation
from kiosk.viewmodels.own_message import answer, busy
from kiosk.viewmodels.own_number import own_number
from kiosk.viewmodels.own_question import question
from kiosk.viewmodels.own_typing import rating, typing


def derive(visit: Visit, facts: Facts) -> dict[str, object]:
    """The props of this section's models, by the models' names."""
    page = shown_page(visit, facts)
    return {
        "own": own_number(visit, facts),
        "ownTyping": typing(visit, page),
        "question": question(visit, page, facts),
        "explanation": explanation(visit, page, facts),
        "conversion": conversion(visit, page, facts),
        "cases": cases(visit, page, facts),
        "rating": rating(visit, page, facts),
        "answer": answer(visit, page, facts),
        "busy": busy(visit, page),
    }
