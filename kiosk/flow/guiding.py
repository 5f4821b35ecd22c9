"""What to bring for a matter, to take along: on paper, or as a code for a phone on the page of the matter."""

from dataclasses import replace

from display.ticket.list_slip import list_url
from display.ticket.printer import printer_trouble
from kiosk.flow.asking import ask
from kiosk.flow.effects import PrintList
from kiosk.flow.events import ListPrinted
from kiosk.flow.facts import Facts
from kiosk.flow.presses import Back, Leave, ListOnPhone, ListWanted, TimeOver
from kiosk.flow.steps import Rows, Step, end
from kiosk.flow.visit import Page, Visit


def print_list(visit: Visit, _: ListWanted, facts: Facts) -> Step:
    if visit.matter is None or printer_trouble(facts.printer):
        return Step(visit)
    return ask(visit, PrintList(visit_id=visit.visit_id, matter=visit.matter, language=visit.language))


def show_code(visit: Visit, _: ListOnPhone, facts: Facts) -> Step:
    """In place of the list, which comes back when pressed again. The page is everybody's: none is asked."""
    if visit.matter is None or facts.hall is None or not facts.hall.public_url:
        return Step(visit)
    link = "" if visit.link else list_url(facts.hall.public_url, visit.matter.code)
    return Step(replace(visit, link=link))


def printed(visit: Visit, _: ListPrinted, __: Facts) -> Step:
    return Step(replace(visit, page=Page.LIST_DONE, question=None))


def back_to_matter(visit: Visit, _: Back, __: Facts) -> Step:
    return Step(replace(visit, page=Page.MATTER, link="", question=None))


ROWS: Rows = {
    Page.MATTER: {ListWanted: print_list, ListOnPhone: show_code},
    Page.ASKING: {ListPrinted: printed},
    Page.LIST_DONE: {Back: back_to_matter, Leave: end, TimeOver: end},
}
