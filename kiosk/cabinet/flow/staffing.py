"""What couriers, clerks and supervisors do at a cabinet: deposit, remove, inspect."""

from dataclasses import replace

from kiosk.cabinet.flow import happenings as h
from kiosk.cabinet.flow.requests import Ask, Question
from kiosk.cabinet.flow.state import (
    Cabinet,
    Page,
    Task,
    Trouble,
    Turn,
    Visit,
    ask,
    go,
    may_inspect,
    nothing,
    turn,
)
from kiosk.cabinet.flow.steps import Row, Rows, at_tasks, back_home, leave
from queue_core.wire.lockers import AskDeposit, AskInspection, AskRemoval, ShowStaff, StaffGrant
from queue_core.wire.words import DoorSize

LONGEST_CASE = 40


def staff_pressed(state: Cabinet, _: h.StaffPressed, __: str) -> Turn:
    return turn(state, Visit(page=Page.STAFF_LOGIN))


def log_in(state: Cabinet, press: h.LogInPressed, key: str) -> Turn:
    if not press.clerk or not press.password:
        return turn(state, replace(state.visit, hint="fill-in-both"))
    return ask(state, state.visit, ShowStaff(clerk=press.clerk, password=press.password), key)


def card_laid(state: Cabinet, card: h.StaffCardLaid, key: str) -> Turn:
    return ask(state, Visit(page=Page.STAFF_LOGIN), ShowStaff(card=card.serial), key)


def card_unread(state: Cabinet, _: h.StaffCardUnread, __: str) -> Turn:
    return turn(state, Visit(page=Page.STAFF_LOGIN, hint="card-unread"))


def logged_in(state: Cabinet, staff: StaffGrant) -> Turn:
    return turn(state, Visit(page=Page.TASKS, staff=staff))


def task_chosen(state: Cabinet, press: h.TaskChosen, _: str) -> Turn:
    staff = state.visit.staff
    assert staff is not None
    if press.task is Task.INSPECT and not may_inspect(staff):
        return nothing(state)
    page = Page.DOORS if press.task is Task.INSPECT else Page.CASE_CODE
    return turn(state, Visit(page=page, staff=staff, task=press.task))


def to_overdue(state: Cabinet, _: h.OverdueShown, __: str) -> Turn:
    is_removal = state.visit.task is Task.REMOVE
    return turn(state, go(state.visit, Page.OVERDUE)) if is_removal else nothing(state)


def typed(state: Cabinet, press: h.Typed, _: str) -> Turn:
    return turn(state, replace(state.visit, typed=press.text[:LONGEST_CASE].strip(), hint=""))


def entered(state: Cabinet, _: h.Entered, key: str) -> Turn:
    return case_named(state, state.visit.typed, key) if state.visit.typed else nothing(state)


def scanned(state: Cabinet, scan: h.CodeScanned, key: str) -> Turn:
    """Who holds a case before the scanner right away wants to deposit it."""
    visit = state.visit
    if visit.task is None or visit.page is Page.DONE:
        state = replace(state, visit=Visit(staff=visit.staff, task=Task.DEPOSIT, size=visit.size))
    return case_named(state, scan.text, key)


def case_named(state: Cabinet, case: str, key: str) -> Turn:
    visit = replace(state.visit, case=case)
    if visit.task is Task.DEPOSIT:
        return turn(state, go(visit, Page.SIZE))
    assert visit.staff is not None
    return ask(state, visit, AskRemoval(grant=visit.staff.grant, case=case), key)


def size_chosen(state: Cabinet, press: h.SizeChosen, key: str) -> Turn:
    return order_deposit(state, state.visit, press.size, key)


def order_deposit(state: Cabinet, visit: Visit, size: DoorSize, key: str) -> Turn:
    assert visit.staff is not None
    wanted = AskDeposit(grant=visit.staff.grant, case=visit.case, size=size)
    return ask(state, replace(visit, size=size, unlocking=None, said=""), wanted, key)


def door_chosen(state: Cabinet, press: h.DoorChosen, key: str) -> Turn:
    staff = state.visit.staff
    assert staff is not None
    return ask(state, state.visit, AskInspection(grant=staff.grant, door=press.door), key)


def overdue_chosen(state: Cabinet, press: h.DoorChosen, key: str) -> Turn:
    """By its door: the number of the case is not known here, and its receipt is with its holder."""
    staff = state.visit.staff
    assert staff is not None
    return ask(state, state.visit, AskRemoval(grant=staff.grant, door=press.door), key)


def refused(state: Cabinet, failed: Ask, trouble: Trouble) -> Turn:
    """Who could not log in may try again on the same page."""
    visit = replace(state.visit, asking=None)
    if trouble.code == "grant-over":
        return turn(state, Visit(page=Page.STAFF_LOGIN, hint=trouble.code, trouble=trouble))
    if isinstance(failed.question, ShowStaff) and trouble.code not in NO_ANSWER:
        return turn(state, Visit(page=Page.STAFF_LOGIN, hint=trouble.code, trouble=trouble))
    return turn(state, go(visit, Page.TROUBLE, trouble=trouble, failed=failed))


def is_of_staff(question: Question) -> bool:
    return isinstance(question, ShowStaff | AskDeposit | AskRemoval | AskInspection)


def to_tasks(state: Cabinet, _: object, __: str) -> Turn:
    return at_tasks(state)


def to_case_code(state: Cabinet, _: object, __: str) -> Turn:
    visit = state.visit
    return turn(state, Visit(page=Page.CASE_CODE, staff=visit.staff, task=visit.task))


NO_ANSWER = frozenset({"hall-unreachable", "hall-is-another"})
LOGGING_IN: Row = {h.LogInPressed: log_in, h.StaffCardLaid: card_laid, h.StaffCardUnread: card_unread}
ROWS: Rows = {
    Page.HOME: {h.StaffPressed: staff_pressed, h.StaffCardLaid: card_laid, h.StaffCardUnread: card_unread},
    Page.STAFF_LOGIN: {h.Back: back_home, **LOGGING_IN},
    Page.TASKS: {h.TaskChosen: task_chosen, h.CodeScanned: scanned, h.Leave: leave},
    Page.CASE_CODE: {
        h.Typed: typed,
        h.Entered: entered,
        h.CodeScanned: scanned,
        h.OverdueShown: to_overdue,
        h.Back: to_tasks,
    },
    Page.OVERDUE: {h.DoorChosen: overdue_chosen, h.CodeScanned: scanned, h.Back: to_case_code},
    Page.SIZE: {h.SizeChosen: size_chosen, h.Back: to_case_code},
    Page.DOORS: {h.DoorChosen: door_chosen, h.Back: to_tasks},
}
