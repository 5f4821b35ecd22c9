"""The hand-over receipt 交付凭证 of a case that was just collected: printed for who wants it, and again.

Nothing else of the collection depends on it.
"""

from dataclasses import replace

from kiosk.cabinet.flow import happenings as h
from kiosk.cabinet.flow.requests import PrintReceipt
from kiosk.cabinet.flow.state import Cabinet, Outcome, Page, Paper, Turn, Visit, nothing, turn
from kiosk.cabinet.flow.steps import Rows

MOST_COPIES = 3  # a roll is short; more are printed at a window


def handed_over(visit: Visit) -> int | None:
    """The unlocking by which the last case went to its holder; None where none did."""
    if visit.grant is None:
        return None
    match visit.outcome:
        case Outcome.TAKEN if visit.unlocking is not None:
            return visit.unlocking.unlocking_id
        case Outcome.SAID_TAKEN if visit.was_unsure is not None:
            return visit.was_unsure.unlocking_id
        case _:
            return None


def may_print(state: Cabinet) -> bool:
    visit = state.visit
    return (
        handed_over(visit) is not None
        and state.means.printer_trouble == ""
        and visit.paper not in {Paper.UNDER_WAY, Paper.REFUSED}
        and visit.copies < MOST_COPIES
    )


def print_it(state: Cabinet, _: h.PrintPressed, __: str) -> Turn:
    """In the case's language, unless its holder has chosen one here."""
    visit, unlocking_id = state.visit, handed_over(state.visit)
    if not may_print(state) or unlocking_id is None or visit.grant is None:
        return nothing(state)
    language = state.language if state.language != state.house_language else ""
    wanted = PrintReceipt(unlocking_id=unlocking_id, grant=visit.grant.grant, language=language)
    return turn(state, replace(visit, paper=Paper.UNDER_WAY), wanted)


def printed(state: Cabinet, receipt: h.ReceiptPrinted, _: str) -> Turn:
    if not is_awaited(state, receipt.unlocking_id):
        return nothing(state)
    return turn(state, replace(state.visit, paper=Paper.OUT, copies=state.visit.copies + 1))


def not_printed(state: Cabinet, failed: h.ReceiptFailed, _: str) -> Turn:
    if not is_awaited(state, failed.unlocking_id):
        return nothing(state)
    return turn(state, replace(state.visit, paper=failed.paper))


def is_awaited(state: Cabinet, unlocking_id: int) -> bool:
    return state.visit.paper is Paper.UNDER_WAY and handed_over(state.visit) == unlocking_id


def printer_seen(state: Cabinet, seen: h.PrinterSeen, _: str) -> Turn:
    return Turn(state=replace(state, means=replace(state.means, printer_trouble=seen.trouble)))


ROWS: Rows = {Page.DONE: {h.PrintPressed: print_it}, Page.CASES: {h.PrintPressed: print_it}}
