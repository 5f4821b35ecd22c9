"""A reader is pulled, then all of them are gone; the kiosk offers what still works, and heals by itself."""

from sim.halls import person
from sim.story.citizen_acts import choose, go_home, lay_card, name_no_matter, print_ticket
from sim.story.configurations import KioskFit
from sim.story.performance import Performance
from sim.story.plays.people import HUANG, LI
from sim.story.plays.play import Play

_NOTICED_WITHIN_S = 30.0
_TYPED = "wang-wei"


def act(play: Performance) -> None:
    play.recorder.act("The reader of identity cards is pulled")
    one_reader(play)
    play.recorder.act("Now all readers are gone")
    no_reader(play)
    play.recorder.act("The readers are back")
    readers_again(play)


def one_reader(play: Performance) -> None:
    choose(play)
    name_no_matter(play)
    with play.recorder.step("id-reader-pulled", "The page says which card still works") as told:
        play.levers.pull("link.plug", link="samv.serial", **{"in": False})
        play.kiosk.wait("card-notice", "社会保障卡", within_s=_NOTICED_WITHIN_S)
        told.append(play.kiosk.text("card-notice"))
    lay_card(play, HUANG)
    play.expect(print_ticket(play), "ticket-printed")
    go_home(play, HUANG)


def no_reader(play: Performance) -> None:
    choose(play)
    name_no_matter(play)
    with play.recorder.step("all-readers-gone", "Typing is offered, since this hall allows it"):
        play.levers.pull("pcscd.kill")
        play.kiosk.wait("card-notice", "读卡处暂时不能用", within_s=_NOTICED_WITHIN_S).wait("type-instead")
    with play.recorder.step("number-typed", "An identity number is typed by keys on the screen"):
        play.kiosk.press("type-instead").wait_page("typing")
        for sign in person(_TYPED).number:
            play.kiosk.press(f"key-{sign}")
    with play.recorder.step("number-accepted", "It is checked, and stands for the person"):
        play.kiosk.press("key-done").wait_page("confirm")
    play.expect(print_ticket(play), "ticket-printed")
    with play.recorder.step("kiosk-home", "The kiosk forgets the visit"):
        play.kiosk.press("leave").wait_page("home")


def readers_again(play: Performance) -> None:
    choose(play)
    name_no_matter(play)
    with play.recorder.step("readers-back", "Both cards are asked for again, without a touch"):
        play.levers.pull("pcscd.start")
        play.levers.pull("link.plug", link="samv.serial", **{"in": True})
        play.keeper.wait_until(
            lambda: "card-notice" not in play.kiosk.names() or None,
            within_s=_NOTICED_WITHIN_S,
            what="the notice of a missing reader goes",
        )
    lay_card(play, LI)
    play.expect(print_ticket(play), "ticket-printed")
    go_home(play, LI)


READER_GONE = Play(
    name="reader-gone",
    title="Readers fail; the kiosk offers what still works, and heals by itself",
    act=act,
    fit=KioskFit(is_full=True, types=True),
)
