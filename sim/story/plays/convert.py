"""A number changes what it is for, at kiosk and phone, and keeps its place; then its holder defers."""

from sim.story.citizen_acts import CATEGORY
from sim.story.errors import Different
from sim.story.performance import Performance, Ticket
from sim.story.phone import Browser, handsets
from sim.story.phone_acts import ask_to_convert, confirm_conversion, defer, headline
from sim.story.plays.acts import public_url, take_on_paper
from sim.story.plays.people import HUANG, LI, WANG
from sim.story.plays.play import Play
from sim.story.window_acts import call_next, log_in, serve

_READ_WITHIN_S = 20.0


def act(play: Performance) -> None:
    log_in(play)
    play.recorder.act("Three citizens take numbers; the second wants advice")
    first = take_on_paper(play, LI)
    second = take_on_paper(play, WANG, "consult")
    third = take_on_paper(play, HUANG)
    with handsets(play.route, public_url(play)) as another:
        play.recorder.act("The second has all papers after all: at the kiosk, by the ticket")
        scan(play, second)
        convert_at_kiosk(play)
        play.recorder.act("… and on the phone back to advice, and lets others pass")
        on_the_phone(play, another(), second)
        play.recorder.act("The clerk calls in the order of the rule")
        for ticket in (first, third, second):
            call_next(play, ticket)
            serve(play, ticket)
            play.expect(ticket, "ticket-called", "service-finished")
    play.phones.clear()
    play.expect(second, "ticket-converted", "ticket-deferred")


def scan(play: Performance, ticket: Ticket) -> None:
    with play.recorder.step(
        "ticket-scanned", "The ticket is held before the scanner: all that can be done with it"
    ):
        play.levers.pull("scanner.scan", scanner="serial", code=ticket.status_url)
        play.kiosk.wait_page("own", within_s=_READ_WITHIN_S).wait("act-convert")
    if play.kiosk.text("number") != ticket.number:
        raise Different(f"the kiosk shows {play.kiosk.text('number')}, not {ticket.number}")


def convert_at_kiosk(play: Performance) -> None:
    before = play.kiosk.text("state")
    with play.recorder.step("kiosk-convert", "转号: the kiosk asks into what"):
        play.kiosk.press("act-convert").wait_page("convert")
    with play.recorder.step("kiosk-prospect", "What it would mean is shown before it is done") as told:
        play.kiosk.press(f"unit-accept-{CATEGORY}").wait_page("convert-confirm")
        told.append(play.kiosk.text("promise"))
    with play.recorder.step("kiosk-converted", "Confirmed: the number is for something else now") as told:
        play.kiosk.press("confirm").wait_page("changed")
        told.append(play.kiosk.text("message-title"))
    with play.recorder.step("place-kept", "Its place is what it was") as told:
        play.kiosk.press("back").wait_page("own")
        after = play.kiosk.text("state")
        if after != before:
            raise Different(f"before the conversion: “{before}”, after it: “{after}”")
        told.append(after)
    with play.recorder.step("kiosk-home", "The kiosk forgets the visit", pictured=False):
        play.kiosk.press("leave").wait_page("home")


def on_the_phone(play: Performance, phone: Browser, ticket: Ticket) -> None:
    with play.recorder.step("phone-opens", "The phone scans the paper") as told:
        play.phones["phone"] = phone
        phone.open(ticket.status_url)
        phone.wait("#do-convert")
        before = headline(phone)
        told.append(before)
    with play.recorder.step("phone-prospect", "The phone shows what the change would mean") as told:
        told.append(ask_to_convert(phone, "consult"))
    with play.recorder.step("phone-converted", "Confirmed on the phone; the place is what it was") as told:
        confirm_conversion(phone)
        if headline(phone) != before:
            raise Different(f"before the conversion: “{before}”, after it: “{headline(phone)}”")
        told.append(phone.text("#result"))
    with play.recorder.step("phone-deferred", "Its holder lets others pass") as told:
        defer(phone)
        told.append(headline(phone))


CONVERT = Play(
    name="convert",
    title="A number changes what it is for and keeps its place",
    act=act,
    screens=("kiosk", "counter", "wall"),
)
