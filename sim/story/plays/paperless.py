"""Numbers without paper: a code nobody scans, one that a phone takes over once, and its whole way."""

from sim.story.citizen_acts import (
    ask_for_code,
    choose,
    claim,
    go_home,
    lay_card,
    name_no_matter,
    print_ticket,
)
from sim.story.codes import qr_text
from sim.story.configurations import WINDOW, KioskFit
from sim.story.performance import Performance, Ticket
from sim.story.phone import Browser, handsets
from sim.story.phone_acts import headline, rate, wait_refused
from sim.story.plays.acts import public_url
from sim.story.plays.people import LI, WANG
from sim.story.plays.play import Play
from sim.story.window_acts import call_next, log_in, serve

_QR_FOR_S = 4.0  # instead of a minute
_PHONE_WITHIN_S = 30.0
_LEVEL = 5


def act(play: Performance) -> None:
    with handsets(play.route, public_url(play)) as another:
        mine, others = another(), another()
        log_in(play)
        play.recorder.act("A code that nobody scans")
        first = not_scanned(play)
        play.recorder.act("A code that a phone scans, and then another one")
        second = taken_over(play, mine, others)
        play.recorder.act("Called, served and rated on the phone")
        call_next(play, first)
        serve(play, first)
        play.expect(first, "ticket-printed", "service-finished")
        called(play, mine, second)
    play.phones.clear()


def not_scanned(play: Performance) -> Ticket:
    choose(play)
    name_no_matter(play)
    lay_card(play, LI)
    ask_for_code(play)
    with play.recorder.step("not-scanned", "No phone comes: paper is offered") as told:
        play.kiosk.wait("phone-notice", within_s=_QR_FOR_S + _PHONE_WITHIN_S).wait("way-paper")
        told.append(play.kiosk.text("phone-notice"))
    ticket = print_ticket(play)
    go_home(play, LI)
    return ticket


def taken_over(play: Performance, mine: Browser, others: Browser) -> Ticket:
    choose(play)
    name_no_matter(play)
    lay_card(play, WANG)
    shown = ask_for_code(play)
    link = qr_text(shown)
    ticket = claim(play, mine, link)
    play.expect(ticket, "ticket-went-paperless", "service-finished", "service-rated")
    with play.recorder.step("second-phone", "Another phone that scans the same picture is told no") as told:
        play.phones["phone-2"] = others
        others.open(link)
        told.append(wait_refused(others))
    del play.phones["phone-2"]
    go_home(play, WANG)
    with play.recorder.step("place-on-phone", "The phone shows the place in line") as told:
        told.append(headline(mine))
    return ticket


def called(play: Performance, phone: Browser, ticket: Ticket) -> None:
    call_next(play, ticket)
    with play.recorder.step("phone-called", "The phone says where to go") as told:
        phone.wait_called_to(WINDOW, within_s=_PHONE_WITHIN_S)
        told.append(headline(phone))
    serve(play, ticket)
    with play.recorder.step("faces", "The phone asks how it was"):
        phone.wait("#panel-rating .wish button")
    with play.recorder.step("rating-phone", "The citizen rates on the phone") as told:
        rate(phone, _LEVEL)
        told.append(phone.text("#rated"))


PAPERLESS = Play(
    name="paperless",
    title="A number on the phone alone",
    act=act,
    screens=("kiosk", "counter", "wall"),
    fit=KioskFit(is_full=True, qr_for_s=_QR_FOR_S),
)
