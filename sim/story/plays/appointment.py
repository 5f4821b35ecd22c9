"""Appointments: none, too early, in time; the holder is called first, and who waits longer is told why."""

import csv

from sim.halls import person
from sim.story.citizen_acts import CATEGORY, READS_WITHIN_S, go_home, lay, print_ticket
from sim.story.clock import set_clock
from sim.story.founding import admin
from sim.story.performance import Citizen, Performance, Ticket
from sim.story.plays.people import LI, WANG, WU
from sim.story.plays.play import Play
from sim.story.programs import PAIHAO
from sim.story.window_acts import call_next, log_in, serve

_SLOTS = {"li-xiaomei": "09:30", "wu-ji": "10:30"}
_BEGINS_AT, _WALKS_IN_AT, _EARLY_AT, _IN_TIME_AT, _CALLS_AT = "09:00", "09:05", "09:10", "09:27", "09:30"
_HEADINGS = ("source", "category", "ticket_class", "starts_at", "name", "id_number")


def act(play: Performance) -> None:
    play.recorder.act(f"{_BEGINS_AT}: the booking system's list is taken in")
    take_in(play)
    play.recorder.act(f"{_WALKS_IN_AT}: somebody asks for an appointment who has none")
    walk_in = without_appointment(play)
    play.recorder.act(f"{_EARLY_AT}: the holder of the second appointment is early")
    early = check_in(play, WU, _EARLY_AT, "10:25")
    play.recorder.act(f"{_IN_TIME_AT}: the holder of the first appointment is in time")
    in_time = check_in(play, LI, _IN_TIME_AT, "预约 09:30")
    play.recorder.act(f"{_CALLS_AT}: a clerk calls")
    set_clock(play, _CALLS_AT)
    log_in(play)
    call_next(play, in_time)
    tell_why(play, walk_in, in_time)
    serve(play, in_time)
    for ticket in (walk_in, early):
        call_next(play, ticket)
        serve(play, ticket)
    for ticket in (in_time, walk_in, early):
        play.expect(ticket, "ticket-printed", "ticket-called", "service-finished")


def take_in(play: Performance) -> None:
    with play.recorder.step("bookings", "Two appointments of today, by a command", pictured=False) as told:
        table = play.work.root / "bookings.csv"
        with table.open("w", newline="") as file:
            rows = csv.writer(file)
            rows.writerow(_HEADINGS)
            for key, at in _SLOTS.items():
                one = person(key)
                rows.writerow((key, CATEGORY, "accept", f"{play.day} {at}", one.name, one.number))
        said = play.keeper.run(
            "import-appointments",
            [PAIHAO, "hall", "import-appointments", str(table), "--data", str(play.work.data)],
            extra=admin(play.admin_secret),
        )
        table.unlink()
        told.append(said.strip())


def without_appointment(play: Performance) -> Ticket:
    """Who has none goes on as a walk-in, and lays no second card."""
    set_clock(play, _WALKS_IN_AT)
    with play.recorder.step("no-appointment", "预约取号, and a card: there is no appointment") as told:
        play.kiosk.wait_page("home").press("check-in").wait_page("card")
        lay(play, WANG)
        play.kiosk.wait_page("no-appointment", within_s=READS_WITHIN_S)
        told.append(play.kiosk.text("message-title"))
    with play.recorder.step("walk-in", "A number all the same: class and category"):
        play.kiosk.press("take").wait_page("home").press("class-accept").wait_page("category")
        play.kiosk.press(f"category-{CATEGORY}").wait_page("matters")
    with play.recorder.step("known-already", "No second card: what the number would be"):
        play.kiosk.press("no-matter").wait_page("confirm")
    ticket = print_ticket(play)
    go_home(play, WANG)
    return ticket


def check_in(play: Performance, citizen: Citizen, at: str, told_of: str) -> Ticket:
    set_clock(play, at)
    with play.recorder.step("check-in", "预约取号 is touched; the kiosk asks for a card"):
        play.kiosk.wait_page("home").press("check-in").wait_page("card")
    with play.recorder.step("checked-in", "The card is read; the appointment and what it means") as told:
        lay(play, citizen)
        play.kiosk.wait_page("confirm", within_s=READS_WITHIN_S).wait("foresight-notice", told_of)
        told.append(play.kiosk.text("foresight-notice"))
        if "right" in play.kiosk.names():
            told.append(play.kiosk.text("right"))
    ticket = print_ticket(play)
    go_home(play, citizen)
    return ticket


def tell_why(play: Performance, waiting: Ticket, called: Ticket) -> None:
    """By the ticket of who waits: every call before it, with its reason."""
    with play.recorder.step("my-number", "Who came first holds the ticket before the scanner") as told:
        play.levers.pull("scanner.scan", scanner="serial", code=waiting.status_url)
        play.kiosk.wait_page("own", within_s=READS_WITHIN_S)
        told.append(play.kiosk.text("state"))
    with play.recorder.step("told-why", "为什么: who was called before, and the reason") as told:
        play.kiosk.press("act-explain").wait_page("explanation").wait(f"why-{called.number}", "预约")
        told.append(play.kiosk.text(f"why-{called.number}"))
    with play.recorder.step("kiosk-home", "The kiosk forgets the visit", pictured=False):
        play.kiosk.press("back").press("leave").wait_page("home")


APPOINTMENT = Play(
    name="appointment",
    title="Appointments: none, too early, in time; and why the holder is called first",
    act=act,
    screens=("kiosk", "counter", "wall"),
    begins_at=_BEGINS_AT,
)
