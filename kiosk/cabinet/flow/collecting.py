"""Collecting: what a citizen shows, which of the cases, and what was said of one whose end was not seen."""

from dataclasses import replace

from kiosk.cabinet.flow import happenings as h
from kiosk.cabinet.flow.requests import Ask, Say
from kiosk.cabinet.flow.state import (
    Cabinet,
    Outcome,
    Page,
    Trouble,
    Turn,
    Visit,
    ask,
    go,
    left,
    nothing,
    turn,
)
from kiosk.cabinet.flow.steps import Row, Rows, back_home, clear, leave, to_page
from queue_core.wire.lockers import AskCollection, Collectable, Grant, ShowProof
from queue_core.wire.messages import CardHolder
from queue_core.wire.words import Finding

CODE_DIGITS = 9


def collect(state: Cabinet, _: object, __: str) -> Turn:
    return turn(state, Visit(page=Page.CODE))


def typed(state: Cabinet, press: h.Typed, _: str) -> Turn:
    """Only digits count; the ninth one does not send, since who types slowly looks first."""
    digits = "".join(letter for letter in press.text if letter.isdigit())[:CODE_DIGITS]
    return turn(state, replace(state.visit, typed=digits, hint=""))


def entered(state: Cabinet, _: h.Entered, key: str) -> Turn:
    if len(state.visit.typed) != CODE_DIGITS:
        return turn(state, replace(state.visit, hint="code-short"))
    return show(state, Visit(page=Page.CODE, typed=state.visit.typed, first=state.visit.typed), None, key)


def scanned(state: Cabinet, scan: h.CodeScanned, key: str) -> Turn:
    return show(state, Visit(first=scan.text, first_is_scan=True), None, key)


def card_read(state: Cabinet, card: h.CardRead, key: str) -> Turn:
    """By itself the proof; after a code that wants it, the second one."""
    return show(state, replace(state.visit, asking=None), card.holder, key)


def card_failed(state: Cabinet, failed: h.CardFailed, _: str) -> Turn:
    return turn(state, replace(state.visit, page=Page.CARD, hint=failed.code))


def show(state: Cabinet, visit: Visit, holder: CardHolder | None, key: str) -> Turn:
    proof = ShowProof(
        code=visit.first or None if not visit.first_is_scan else None,
        scan=visit.first if visit.first_is_scan else None,
        holder=holder,
    )
    return ask(state, visit, proof, key)


def granted(state: Cabinet, grant: Grant, key: str) -> Turn:
    """One case opens at once; of several its holder says which comes first."""
    visit = go(Visit(), Page.CASES, grant=grant)
    match left(visit), grant.cases:
        case (), ():
            return turn(state, go(visit, Page.TROUBLE, trouble=Trouble(code="nothing-to-collect")))
        case (), _:
            return turn(state, go(visit, Page.TROUBLE, trouble=Trouble(code="waits-elsewhere")))
        case (only,), (_,):
            return choose(state, visit, only, key)
        case _:
            return turn(state, visit)


def choose(state: Cabinet, visit: Visit, chosen: Collectable, key: str) -> Turn:
    if chosen.is_unsure:
        return turn(state, go(visit, Page.UNSURE, was_unsure=chosen, case=chosen.case.code))
    return order(state, visit, chosen.case.code, key)


def order(state: Cabinet, visit: Visit, case: str, key: str) -> Turn:
    assert visit.grant is not None
    wanted = AskCollection(grant=visit.grant.grant, case=case)
    return ask(
        state, replace(visit, case=case, was_unsure=None, unlocking=None, said="", tries=0), wanted, key
    )


def case_chosen(state: Cabinet, press: h.CaseChosen, key: str) -> Turn:
    chosen = next((one for one in left(state.visit) if one.case.code == press.case), None)
    return nothing(state) if chosen is None else choose(state, state.visit, chosen, key)


def was_taken(state: Cabinet, _: h.WasTaken, __: str) -> Turn:
    """The holder took it then: the hall is told that nothing is inside any more."""
    visit = state.visit
    if visit.was_unsure is None or visit.grant is None or visit.was_unsure.unlocking_id is None:
        return nothing(state)
    said = Say(unlocking_id=visit.was_unsure.unlocking_id, finding=Finding.EMPTY, grant=visit.grant.grant)
    return over(state, visit, Outcome.SAID_TAKEN, said)


def open_again(state: Cabinet, _: h.OpenAgain, key: str) -> Turn:
    return order(state, state.visit, state.visit.case, key)


def over(state: Cabinet, visit: Visit, outcome: Outcome, *requests: Say) -> Turn:
    """With this case. If others wait behind doors here, they come next; a missing one is told first."""
    ended = go(visit, Page.DONE, outcome=outcome, done=visit.done | {visit.case})
    if left(ended) and outcome is not Outcome.MISSING:
        ended = replace(ended, page=Page.CASES)
    return turn(state, ended, *requests)


def next_one(state: Cabinet, _: h.Next, __: str) -> Turn:
    if not left(state.visit):
        return clear(state)
    return turn(state, go(state.visit, Page.CASES, outcome=None))


def refused(state: Cabinet, failed: Ask, trouble: Trouble) -> Turn:
    """A mistyped code is corrected where it stands; a code that wants a card asks for it."""
    visit = replace(state.visit, asking=None)
    match trouble.code:
        case "pickup-code-mistyped" if not visit.first_is_scan:
            return turn(state, Visit(page=Page.CODE, typed=visit.first, hint="pickup-code-mistyped"))
        case "card-needed-too":
            return turn(state, replace(visit, page=Page.CARD, typed="", hint="card-needed-too"))
        case _:
            return turn(state, go(replace(visit, first=""), Page.TROUBLE, trouble=trouble, failed=failed))


def back_to_choice(state: Cabinet, press: h.Back, key: str) -> Turn:
    """From the question about an unsure door: back to the list, or out."""
    several = len(left(state.visit)) > 1
    return (
        turn(state, go(state.visit, Page.CASES, was_unsure=None)) if several else back_home(state, press, key)
    )


SHOWN: Row = {h.CodeScanned: scanned, h.CardRead: card_read, h.CardFailed: card_failed}
ROWS: Rows = {
    Page.HOME: {h.CollectPressed: collect, **SHOWN},
    Page.CODE: {h.Typed: typed, h.Entered: entered, h.ByCard: to_page(Page.CARD), h.Back: back_home, **SHOWN},
    Page.CARD: {h.ByCode: collect, h.Back: back_home, **SHOWN},
    Page.CASES: {h.CaseChosen: case_chosen, h.Leave: leave},
    Page.UNSURE: {h.WasTaken: was_taken, h.OpenAgain: open_again, h.Back: back_to_choice},
}
