"""What goes wrong at a cabinet. The supervisor sees each, and the journal has each.

A stuck door, a forced one, one left open, no power, guessed codes, a program that dies between open and
closed, and a door that was empty.
"""

from sim.story import cabinet_acts as at
from sim.story.cases import OneCase
from sim.story.clock import set_clock
from sim.story.errors import Different
from sim.story.fronts import CABINET, back_office, cabinet, clerks_api, kiosks_api, start_front, supervisor
from sim.story.guessing import with_check_digit
from sim.story.performance import Performance
from sim.story.plays.acts import supervisor_on_duty
from sim.story.plays.casework import none_written
from sim.story.plays.locker import (
    CLERK,
    COURIER_CARD,
    WINDOW,
    accepted,
    deposit,
    deposited,
    told,
)
from sim.story.plays.play import Play
from sim.story.records import Lines
from sim.story.stage import Stage

_SUPERVISOR = "9001"
_WHO = ("li-xiaomei", "wang-wei", "huang-xi", "wu-ji")
_NOTICED_WITHIN_S = 40.0
_WRONG = 5
_STUCK = 5  # the first of the next size, once the small ones are full


def act(play: Performance) -> None:
    play.recorder.act("Four cases lie in the cabinet")
    cases = accepted(play, (*_WHO, "chen-jianguo"))
    doors = deposited(play, cases[:4], ("small",) * 4)
    codes = told(play, cases[:4])
    desk = supervisor_on_duty(play, _SUPERVISOR)
    play.look = ("cabinet", desk.name)
    play.recorder.act("A door that does not open")
    stuck(play, desk, cases[4])
    play.recorder.act("A door that was forced, and is looked into")
    forced(play, desk, doors[0])
    play.recorder.act("Somebody takes a case and leaves the door open")
    left_open(play, desk, codes[1])
    play.recorder.act("The board of the locks has no power")
    power_cut(play, desk)
    play.recorder.act("Somebody guesses codes")
    guessed(play, desk)
    play.recorder.act("The program dies while a door stands open")
    killed(play, desk, codes[2])
    play.recorder.act("Somebody finds an empty door")
    empty(play, desk, codes[3], cases[3])
    play.recorder.act("The supervisor looks at all doors")
    mended(play, desk)


def alarmed(play: Performance, desk: Stage, kind: str, subject: str) -> None:
    alarm = f"alarm-{kind}-{subject}"
    desk.wait(alarm, within_s=_NOTICED_WITHIN_S)
    play.story.setdefault("alarms", []).append(alarm)


def gone(play: Performance, desk: Stage, kind: str, subject: str) -> None:
    alarm = f"alarm-{kind}-{subject}"
    play.keeper.wait_until(
        lambda: alarm not in desk.names(), within_s=_NOTICED_WITHIN_S, what=f"{alarm} goes"
    )


def stuck(play: Performance, desk: Stage, case: OneCase) -> None:
    """The small doors are full, and the next one sticks; the courier gets another."""
    screen = at.screen(play)
    door = play.beside.door(_STUCK)
    door.jam()
    with play.recorder.step("stuck", "It was told to open, and does not: the supervisor is told") as said:
        at.lay_staff_card(play, COURIER_CARD)
        screen.press("deposit").wait_page("case-code")
        at.scan(play, case.receipt_code)
        screen.wait_page("size", within_s=_NOTICED_WITHIN_S).press("size-small")
        screen.wait_page("stuck", within_s=_NOTICED_WITHIN_S)
        said.append(screen.text("door-number"))
    with play.recorder.step("given-up", "Given up: the door is out of service until somebody has looked"):
        screen.press("give-up").wait_page("trouble")
        alarmed(play, desk, "door-stuck", f"door:{CABINET}/{_STUCK}")
    screen.press("leave").wait_page("tasks")
    taken = deposit(play, case, "small", 0)
    if taken == _STUCK:
        raise Different("a door that is stuck was given again")
    at.lift_staff_card(play)
    door.jam(is_jammed=False)


def forced(play: Performance, desk: Stage, door: int) -> None:
    screen = at.screen(play)
    with play.recorder.step("forced", "Somebody prises a door open: an alarm at once"):
        play.beside.door(door).force()
        alarmed(play, desk, "door-forced", f"door:{CABINET}/{door}")
    at.push_to(play, door)
    with play.recorder.step("doors", "The supervisor at the cabinet: which doors want to be looked at"):
        at.log_in(play, play.clerks[_SUPERVISOR])
        screen.press("inspect").wait_page("doors").wait(f"door-{door}")
    with play.recorder.step("inspected", "It opens: the case is still there"):
        screen.press(f"door-{door}")
        at.wait_open(play)
        screen.press("inside")
        at.close(play, door)
    with play.recorder.step("inspected-well", "The alarm goes", pictured=False):
        at.log_out(play)
        gone(play, desk, "door-forced", f"door:{CABINET}/{door}")


def left_open(play: Performance, desk: Stage, code: str) -> None:
    with play.recorder.step("taken", "A code opens the door; nobody closes it") as said:
        at.type_code(play, code)
        door = at.wait_open(play)
        said.append(f"door {door}")
    with play.recorder.step("left-open", "Minutes later it still stands open: an alarm"):
        set_clock(play, "11:20")
        alarmed(play, desk, "door-left-open", f"door:{CABINET}/{door}")
    with play.recorder.step("closed-after-all", "Somebody pushes it to: handed over, and the alarm goes"):
        at.push_to(play, door)
        gone(play, desk, "door-left-open", f"door:{CABINET}/{door}")
        at.screen(play).wait_page("home", within_s=_NOTICED_WITHIN_S)


def power_cut(play: Performance, desk: Stage) -> None:
    assert play.beside.locks is not None
    board = play.beside.locks.board(1)
    with play.recorder.step("no-power", "The screen says that nothing can be opened; the supervisor sees it"):
        board.power_off()
        at.screen(play).wait_page("no-board", within_s=_NOTICED_WITHIN_S)
        alarmed(play, desk, "board-away", f"cabinet:{CABINET}")
    with play.recorder.step("power-back", "Power is back, and the cabinet with it"):
        board.power_on()
        at.screen(play).wait_page("home", within_s=_NOTICED_WITHIN_S)
        gone(play, desk, "board-away", f"cabinet:{CABINET}")


def guessed(play: Performance, desk: Stage) -> None:
    """Five codes with right check digits that are nobody's."""
    screen = at.screen(play)
    with play.recorder.step("guessed", "Five codes that are nobody's: no more is taken") as said:
        for nth in range(_WRONG):
            at.type_code(play, with_check_digit(f"{31415926 + nth:08}"))
            screen.wait_page("trouble", within_s=_NOTICED_WITHIN_S)
            if nth < _WRONG - 1:
                screen.press("leave").wait_page("home")
        said.append(screen.text("hint"))
        alarmed(play, desk, "proofs-locked", f"cabinet:{CABINET}")
    with play.recorder.step("unlocked", "After five minutes codes are taken again"):
        screen.press("leave").wait_page("home")
        set_clock(play, "11:30")
        gone(play, desk, "proofs-locked", f"cabinet:{CABINET}")


def killed(play: Performance, desk: Stage, code: str) -> None:
    with play.recorder.step("open", "A code opens a door") as said:
        at.type_code(play, code)
        door = at.wait_open(play)
        said.append(f"door {door}")
    with play.recorder.step("killed", "The program is killed; the door is closed meanwhile", pictured=False):
        play.stages.pop("cabinet").close()
        play.keeper.kill("cabinet")
        play.work.stage("cabinet").unlink(missing_ok=True)
        at.push_to(play, door)
    with play.recorder.step("unsure", "Started again it opens nothing: what is inside must be asked"):
        front = cabinet()
        start_front(play.keeper, play.work, play.devices, front, {})
        play.keeper.wait_until(
            play.work.stage("cabinet").exists, within_s=_NOTICED_WITHIN_S, what="the cabinet is up"
        )
        play.stages["cabinet"] = Stage(play.work.stage("cabinet"), "cabinet")
        at.screen(play).wait_page("home", within_s=_NOTICED_WITHIN_S)
        alarmed(play, desk, "door-unsure", f"door:{CABINET}/{door}")
    with play.recorder.step("asked", "Whoever shows the code again is asked: was it taken?"):
        at.type_code(play, code)
        at.screen(play).wait_page("unsure", within_s=_NOTICED_WITHIN_S)
    with play.recorder.step("said-taken", "It was: handed over"):
        at.screen(play).press("taken").wait_page("done")
        gone(play, desk, "door-unsure", f"door:{CABINET}/{door}")
    at.screen(play).press("leave").wait_page("home")


def empty(play: Performance, desk: Stage, code: str, case: OneCase) -> None:
    screen = at.screen(play)
    with play.recorder.step("opened", "A code opens a door") as said:
        at.type_code(play, code)
        door = at.wait_open(play)
        said.append(f"door {door}")
    with play.recorder.step("nothing-inside", "The citizen says that nothing is inside: an alarm"):
        screen.press("nothing-inside")
        at.close(play, door)
        alarmed(play, desk, "case-missing", f"case:{case.code}")


def mended(play: Performance, desk: Stage) -> None:
    play.look = (desk.name,)
    with play.recorder.step("all-doors", "How each door stands, and what lies behind it"):
        desk.press("panel-lockers").wait("cabinets").press(f"door-{CABINET}/{_STUCK}").wait("chosen-door")
    with play.recorder.step("back-asked", "The lock was mended: first it says what the deed does"):
        desk.press("door-deed-back-in-service").wait("door-says")
    with play.recorder.step("mended", "Back in service: its alarm goes"):
        desk.press("door-confirm")
        desk.press("panel-now")
        gone(play, desk, "door-stuck", f"door:{CABINET}/{_STUCK}")


def reckon(play: Performance, lines: Lines) -> None:
    none_written(play, lines)
    play.story["doors"] = [
        line["kind"] for line in lines if line["kind"].startswith(("door-", "unlocking-", "proof-"))
    ]


LOCKER_FAULT = Play(
    name="locker-fault",
    title="What goes wrong at a cabinet, and how it is seen and mended",
    act=act,
    screens=(),
    begins_at="10:00",
    fronts=(kiosks_api(), clerks_api(WINDOW), back_office(), cabinet(), supervisor()),
    clerks=(CLERK, _SUPERVISOR),
    has_messages=True,
    has_cabinet=True,
    shall_hold=(
        "door-forced",
        "door-left-open",
        "unlocking-failed",
        "unlocking-unsure",
        "proof-refused",
        "case-missing",
        "finding-said",
    ),
    reckon=reckon,
)
