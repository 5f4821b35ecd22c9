"""At a cabinet: couriers who deposit, citizens who collect, and the hands that close its doors."""

from sim.story.citizen_acts import READS_WITHIN_S
from sim.story.founding import Clerk
from sim.story.performance import Performance
from sim.story.stage import Stage

_OPENS_WITHIN_S = 20.0


def screen(play: Performance) -> Stage:
    return play.stages["cabinet"]


def lay_staff_card(play: Performance, serial: str) -> None:
    play.levers.pull("card.lay", slot="id", card="staff", options={"serial": serial})
    screen(play).wait_page("tasks", within_s=READS_WITHIN_S)


def log_in(play: Performance, clerk: Clerk) -> None:
    """By number and password: who wants to open a door with documents in it must."""
    screen(play).press("staff").wait_page("staff-login")
    screen(play).type("clerk", clerk.number).type("password", clerk.password).press("log-in")
    screen(play).wait_page("tasks")


def lift_staff_card(play: Performance) -> None:
    play.levers.pull("card.lift", slot="id")
    log_out(play)


def log_out(play: Performance) -> None:
    """From the last page of what they did, or from the page that asks what to do."""
    if screen(play).page() == "done":
        screen(play).press("next").wait_page("tasks")
    screen(play).press("log-out").wait_page("home")


def scan(play: Performance, code: str) -> None:
    play.levers.pull("scanner.scan", scanner="serial", code=code)


def lay_card(play: Performance, who: str) -> None:
    play.levers.pull("samv.lay", reader="serial", person=who)


def lift_card(play: Performance) -> None:
    play.levers.pull("samv.lift", reader="serial")


def type_code(play: Performance, code: str) -> None:
    """From the first page, as the message shows it, without the blanks."""
    screen(play).press("collect").wait_page("code")
    enter_code(play, code)


def enter_code(play: Performance, code: str) -> None:
    screen(play).type("code", code.replace(" ", "")).press("key-done")


def wait_open(play: Performance) -> int:
    """The number of the door that stands open, as the screen says it and the hand finds it."""
    screen(play).wait_page("open", within_s=_OPENS_WITHIN_S)
    number = int("".join(filter(str.isdigit, screen(play).text("door-number"))))
    door = play.beside.door(number)
    play.keeper.wait_until(lambda: door.is_open, within_s=_OPENS_WITHIN_S, what=f"door {number} stands open")
    return number


def close(play: Performance, number: int, leads_to: str = "done") -> None:
    push_to(play, number)
    screen(play).wait_page(leads_to, within_s=_OPENS_WITHIN_S)


def push_to(play: Performance, number: int) -> None:
    """As soon as the bolt has come back: before that it does not catch."""
    door = play.beside.door(number)
    play.keeper.wait_until(
        lambda: not door.is_drawn, within_s=_OPENS_WITHIN_S, what=f"the bolt of door {number} comes back"
    )
    door.close()
