"""The roll ends in the middle of a ticket: the number goes to the phone, and staff put a new roll in."""

from sim.story.citizen_acts import (
    PRINTER,
    choose,
    claim,
    go_home,
    lay_card,
    lift,
    name_no_matter,
    print_ticket,
    wait_for_paper,
)
from sim.story.codes import qr_text
from sim.story.errors import Different
from sim.story.performance import Performance
from sim.story.phone import Browser, handsets
from sim.story.plays.acts import give_staff_card, public_url
from sim.story.plays.people import LI, WANG, WU
from sim.story.plays.play import Play

_ENDS_AFTER_MM = 30
_NEW_ROLL_MM = 60_000
_GUIDE = "2001"
_SERIAL = "04A1B2C3"
_NOTICED_WITHIN_S = 30.0


def act(play: Performance) -> None:
    with handsets(play.route, public_url(play)) as another:
        play.recorder.act("The roll ends in the middle of a ticket")
        torn_ticket(play, another())
    play.phones.clear()
    play.recorder.act("While there is no paper, the phone is offered")
    no_paper(play)
    play.recorder.act("Staff put a new roll in")
    new_roll(play)
    play.recorder.act("The next ticket comes out on paper")
    choose(play)
    name_no_matter(play)
    lay_card(play, WU)
    play.expect(print_ticket(play), "ticket-printed")
    go_home(play, WU)


def torn_ticket(play: Performance, phone: Browser) -> None:
    choose(play)
    name_no_matter(play)
    lay_card(play, LI)
    with play.recorder.step(
        "paper-ends", "Paper is chosen; it ends, the kiosk shows the number's code instead"
    ):
        play.levers.pull("printer.paper", printer=PRINTER, remaining_mm=_ENDS_AFTER_MM)
        play.kiosk.press("way-paper").wait_page("paper-trouble", within_s=_NOTICED_WITHIN_S).wait("qr")
    shown = play.folder.screen(len(play.recorder.steps), "paper-ends", "kiosk")
    ticket = claim(play, phone, qr_text(shown))
    play.expect(ticket, "ticket-print-failed", "ticket-went-paperless")
    go_home(play, LI)


def no_paper(play: Performance) -> None:
    with play.recorder.step("home-says-so", "The first page says that there is no paper") as told:
        play.kiosk.wait("paper-notice", within_s=_NOTICED_WITHIN_S)
        told.append(play.kiosk.text("paper-notice"))
    choose(play)
    name_no_matter(play)
    lay_card(play, WANG)
    with play.recorder.step(
        "phone-only", "Only the phone is offered; who has none goes to the guide"
    ) as told:
        if "way-paper" in play.kiosk.names():
            raise Different("paper is offered although there is none")
        told.append("way-phone")
        play.kiosk.press("back").wait_page("matters")
        lift(play, WANG)
        play.kiosk.press("back").press("back").wait_page("home")


def new_roll(play: Performance) -> None:
    with play.recorder.step("staff-card", "A guide lays down a staff card: the page of the devices") as told:
        give_staff_card(play, _GUIDE, _SERIAL)
        play.levers.pull("card.lay", slot="id", card="staff", options={"serial": _SERIAL})
        play.kiosk.wait_page("staff", within_s=_NOTICED_WITHIN_S)
        told.append(play.kiosk.text("staff-who").splitlines()[0])
    with play.recorder.step("roll-changed", "A new roll is put in, and the kiosk looks at it") as told:
        play.levers.pull("printer.paper", printer=PRINTER, remaining_mm=_NEW_ROLL_MM)
        play.kiosk.press("paper-changed").wait("staff-said")
        told.append(play.kiosk.text("staff-said"))
    with play.recorder.step("test-print", "A trial print comes out") as told:
        before = play.levers.pull("printer.state", printer=PRINTER)["tickets"]
        play.kiosk.press("test-print")
        wait_for_paper(play, before + 1)
        play.levers.pull("printer.take", printer=PRINTER)
        play.kiosk.wait("staff-said")
        told.append(play.kiosk.text("staff-said"))
    with play.recorder.step("staff-leaves", "The staff card is taken; citizens are served again"):
        play.levers.pull("card.lift", slot="id")
        play.kiosk.press("staff-leave").wait_page("home")


PAPER_OUT = Play(
    name="paper-out",
    title="The roll ends in the middle of a ticket; the number is not lost",
    act=act,
)
