"""What several stories do."""

import tomllib

from sim.story.citizen_acts import choose, go_home, lay_card, name_no_matter, print_ticket
from sim.story.founding import Clerk, admin
from sim.story.performance import Citizen, Performance, Ticket
from sim.story.programs import PAIHAO
from sim.story.stage import Stage


def public_url(play: Performance) -> str:
    """Where phones find the hall."""
    return str(tomllib.loads(play.hall.read_text())["public_url"])


def take_on_paper(play: Performance, citizen: Citizen, ticket_class: str = "accept") -> Ticket:
    """A walk-in from the first touch to the ticket in the hand."""
    choose(play, ticket_class)
    name_no_matter(play)
    lay_card(play, citizen)
    ticket = print_ticket(play)
    play.expect(ticket, "ticket-printed")
    go_home(play, citizen)
    return ticket


def give_staff_card(play: Performance, clerk: str, serial: str) -> None:
    """By the administrator's command: this card is that clerk's."""
    play.keeper.run(
        "staff-card",
        [PAIHAO, "hall", "staff-card", clerk, "--data", str(play.work.data)],
        typed=f"{serial}\n",
        extra=admin(play.admin_secret),
    )


def log_in_at(play: Performance, counter: Stage, clerk: Clerk) -> None:
    """The clerk comes and opens the window."""
    play.look = (counter.name,)
    with play.recorder.step("log-in", "A clerk logs in at a counter, and opens the window") as told:
        counter.wait_page("login").type("clerk", clerk.number).type("password", clerk.password)
        counter.press("log-in").wait_page("window").press("open").wait("call-next")
        told.append(clerk.name)


def log_out_at(play: Performance, counter: Stage) -> None:
    """The window closes, and the clerk goes home."""
    play.look = (counter.name,)
    with play.recorder.step("shift", "The clerk's day in figures, without a rating"):
        counter.press("close").wait("open").press("shift").wait("shift-finished")
    with play.recorder.step("log-out", "The clerk logs out", pictured=False):
        counter.press("confirm").press("log-out").wait_page("login")


def supervisor_on_duty(play: Performance, number: str) -> Stage:
    screen, who = play.stages["supervisor"], play.clerks[number]
    play.look = (screen.name,)
    with play.recorder.step("on-duty", "The supervisor logs in") as told:
        screen.wait_page("login").type("clerk", who.number).type("password", who.password)
        screen.press("log-in").wait_page("hall")
        told.append(who.name)
    return screen
