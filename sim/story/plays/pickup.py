"""A case from the window where it is accepted to the window where it is handed over, with two receipts."""

from sim.story.beside import pickup_code
from sim.story.cases import OneCase, finish
from sim.story.citizen_acts import READS_WITHIN_S, lay_card, lift, print_ticket
from sim.story.citizens import Citizens
from sim.story.clock import set_clock
from sim.story.errors import Different
from sim.story.fronts import back_office, counter
from sim.story.performance import Performance, Ticket
from sim.story.plays.acts import log_in_at
from sim.story.plays.casework import accept_at_counter, none_written, receipt
from sim.story.plays.people import LI
from sim.story.plays.play import Play
from sim.story.records import Lines
from sim.story.stage import Stage

_WINDOW, _UNIT, _WHO = 4, "construction/accept", "li-xiaomei"  # other pickups go to terminals


def act(play: Performance) -> None:
    screen = play.stages[f"counter-{_WINDOW}"]
    play.recorder.act("A citizen leaves papers at a window")
    taken = Citizens(play.road("kiosk")).take(_UNIT, who=_WHO)
    log_in_at(play, screen, play.clerk)
    case = accept_at_counter(play, screen, taken.number, who=_WHO, way="window")
    play.story["case"] = case.code
    play.recorder.act("The back office has finished it")
    code = told(play, case)
    play.recorder.act("The citizen comes again, with the code")
    ticket = number_by_code(play, code)
    handed_over(play, screen, ticket)


def told(play: Performance, case: OneCase) -> str:
    with play.recorder.step("ready", "It says so to the hall", pictured=False):
        set_clock(play, "14:00")
        finish(play, case)
    with play.recorder.step("sms", "A message with a code reaches the phone", pictured=False) as said:
        code = pickup_code(play.beside.sms(case.phone, 1))
        gateway = play.beside.gateway
        if len(gateway.billed) != 1 or gateway.violations:
            raise Different(
                f"{len(gateway.billed)} messages were billed; against the protocol: {gateway.violations}"
            )
        said.append("over CMPP 2.0, billed once")
    return code


def number_by_code(play: Performance, code: str) -> Ticket:
    """At the kiosk: the code says which document, the card whose it is."""
    play.look = ("kiosk",)
    with play.recorder.step("pickup", "取件 is touched; card, code or number of the case?"):
        play.kiosk.wait_page("home").press("class-pickup").wait_page("card")
    with play.recorder.step("code", "The code of the message is typed"):
        play.kiosk.press("type-instead").wait_page("own-typing").type("own-field", code)
    with play.recorder.step("code-known", "It is known; whose it is, the card says") as said:
        play.kiosk.press("key-done").wait_page("card", within_s=READS_WITHIN_S).wait("found-notice")
        said.append(play.kiosk.text("found-notice"))
    lay_card(play, LI)
    ticket = print_ticket(play)
    play.expect(ticket, "ticket-printed", "ticket-called", "service-finished")
    with play.recorder.step("kiosk-home", "The card is taken; the kiosk forgets the visit", pictured=False):
        lift(play, LI)
        play.kiosk.press("leave").wait_page("home")
    return ticket


def handed_over(play: Performance, screen: Stage, ticket: Ticket) -> None:
    play.look = (screen.name,)
    with play.recorder.step("called", "The window calls; the number is there for a finished case") as said:
        screen.press("call-next").wait("number", ticket.number)
        screen.press("start").wait("finish")
        said.append(f"{ticket.number} → window {_WINDOW}")
    with play.recorder.step("hand-over", "交付: the cases of this citizen"):
        screen.press("hand-over").wait("option-1")
    with play.recorder.step("handed-over", "Handed over: the second receipt comes out"):
        screen.press("confirm")
        receipt(play, 2, "hand-over")
    with play.recorder.step("finished", "The visit is over"):
        screen.press("finish").wait("no-ticket")


def reckon(play: Performance, lines: Lines) -> None:
    """The case's own way, and no code of it anywhere in the journal."""
    with play.recorder.step("case-way", "The journal has the case's way", pictured=False) as said:
        (accepted_event,) = [line for line in lines if line["kind"] == "case-accepted"]
        case_id = accepted_event["body"]["case"]["case_id"]
        kinds = [accepted_event["kind"]]
        kinds += [line["kind"] for line in lines if line["body"].get("case_id") == case_id]
        play.story["case_events"] = kinds
        none_written(play, lines)
        said.append(", ".join(kinds))


PICKUP = Play(
    name="pickup",
    title="A case from its acceptance to its hand-over at a window, with a message and two receipts",
    act=act,
    screens=("kiosk",),
    begins_at="10:00",
    fronts=(counter(_WINDOW, has_printer=True), back_office()),
    has_messages=True,
    shall_hold=("case-accepted", "case-ready", "case-handed-over", "receipt-printed"),
    reckon=reckon,
)
