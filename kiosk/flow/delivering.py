"""How a number reaches its holder: paper, or a phone that scans a one-time link from the screen."""

from dataclasses import replace

from kiosk.flow.effects import AwaitPhone, ConfirmPrinted, Effect, MakeLink, Print
from kiosk.flow.events import LinkFailed, LinkMade, LinkStale, NumberGone, PhoneHolds, Printed, PrintFailed
from kiosk.flow.facts import Facts
from kiosk.flow.leaving import time_over
from kiosk.flow.presses import Again, Leave, PaperInHand, TimeOver, WayChosen
from kiosk.flow.steps import Rows, Step, end, nothing, ticket_of
from kiosk.flow.visit import Page, Visit, Way

NOT_SCANNED = "not-scanned"
NO_LINK = "no-link"


def deliver(visit: Visit, way: Way) -> Step:
    ticket = ticket_of(visit)
    if way is Way.PAPER:
        printing = Print(visit_id=visit.visit_id, ticket=ticket, language=visit.language)
        return Step(replace(visit, page=Page.PRINTING, way=way, trouble="", link=""), (printing,))
    return Step(replace(visit, page=Page.QR, way=way, trouble="", link=""), for_a_phone(visit))


def for_a_phone(visit: Visit) -> tuple[Effect, ...]:
    """A one-time link for the screen, and somebody who sees that a phone has used it."""
    visit_id, ticket_id = visit.visit_id, ticket_of(visit).ticket_id
    return (
        MakeLink(visit_id=visit_id, ticket_id=ticket_id),
        AwaitPhone(visit_id=visit_id, ticket_id=ticket_id),
    )


def deliver_otherwise(visit: Visit, event: WayChosen, _: Facts) -> Step:
    return deliver(visit, event.way)


# Paper


def printed(visit: Visit, _: Printed, __: Facts) -> Step:
    return Step(replace(visit, page=Page.DONE, has_left_printer=False))


def print_failed(visit: Visit, event: PrintFailed, _: Facts) -> Step:
    """The number stands; a code for a phone is on the page at once."""
    troubled = replace(
        visit, page=Page.PAPER_TROUBLE, trouble=event.code, has_left_printer=event.has_left_printer, link=""
    )
    return Step(troubled, for_a_phone(visit))


def paper_in_hand(visit: Visit, _: PaperInHand, __: Facts) -> Step:
    done = replace(visit, page=Page.DONE, way=Way.PAPER, link="")
    return Step(done, (ConfirmPrinted(ticket_id=ticket_of(visit).ticket_id),))


# Phone


def link_made(visit: Visit, event: LinkMade, _: Facts) -> Step:
    trouble = "" if visit.trouble == NO_LINK else visit.trouble
    return Step(replace(visit, link=event.claim.url, trouble=trouble))


def link_stale(visit: Visit, _: LinkStale, __: Facts) -> Step:
    """A new link for as long as the page stays; until it is there the old one is shown."""
    return Step(visit, for_a_phone(visit))


def no_link(visit: Visit, _: LinkFailed, __: Facts) -> Step:
    trouble = NO_LINK if visit.page is Page.QR else visit.trouble
    return Step(replace(visit, trouble=trouble, link=""))


def link_again(visit: Visit, _: Again, __: Facts) -> Step:
    """What went wrong with the paper stays on its page."""
    trouble = "" if visit.page is Page.QR else visit.trouble
    return Step(replace(visit, trouble=trouble, link=""), for_a_phone(visit))


def code_left_alone(visit: Visit, event: TimeOver, facts: Facts) -> Step:
    """No phone came: paper is offered first, then the page goes the way of all pages."""
    if visit.trouble or visit.is_asked:
        return time_over(visit, event, facts)
    return Step(replace(visit, trouble=NOT_SCANNED))


def phone_holds(visit: Visit, _: PhoneHolds, __: Facts) -> Step:
    return Step(replace(visit, page=Page.DONE, way=Way.PHONE, trouble="", link=""))


def number_gone(visit: Visit, _: NumberGone, __: Facts) -> Step:
    gone = replace(visit, page=Page.TAKE_TROUBLE, ticket=None, decision=None, link="")
    return Step(replace(gone, trouble="number-gone"))


ROWS: Rows = {
    Page.PRINTING: {
        Printed: printed,
        PrintFailed: print_failed,
        NumberGone: number_gone,
        Leave: nothing,
        TimeOver: nothing,
    },
    Page.PAPER_TROUBLE: {
        WayChosen: deliver_otherwise,
        PaperInHand: paper_in_hand,
        LinkMade: link_made,
        LinkStale: link_stale,
        LinkFailed: no_link,
        Again: link_again,
        PhoneHolds: phone_holds,
        NumberGone: number_gone,
    },
    Page.QR: {
        WayChosen: deliver_otherwise,
        LinkMade: link_made,
        LinkStale: link_stale,
        LinkFailed: no_link,
        Again: link_again,
        TimeOver: code_left_alone,
        PhoneHolds: phone_holds,
        NumberGone: number_gone,
    },
    Page.DONE: {Leave: end, TimeOver: end},
}
