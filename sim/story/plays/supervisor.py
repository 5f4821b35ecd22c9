"""A supervisor's hour: queues over target, windows, an override, a broken printer, a notice, the closing."""

import shutil

from sim.story.asking import Seat
from sim.story.citizen_acts import PRINTER, wait_for_paper
from sim.story.citizens import Citizens, Taken
from sim.story.clock import set_clock
from sim.story.errors import Different
from sim.story.fronts import clerks_api, guide, kiosks_api, supervisor, wall
from sim.story.performance import Performance
from sim.story.plays.acts import supervisor_on_duty
from sim.story.plays.play import Play
from sim.story.programs import PAIHAO
from sim.story.records import Lines
from sim.story.stage import Stage

QUEUE = "construction/consult"
_LATE = f"alarm-wait-over-target-unit:{QUEUE}"
_NO_WINDOW = f"alarm-no-window-unit:{QUEUE}"
_PRINTER_ALARM = "alarm-device-device:guide-1/printer"
_NOTICED_WITHIN_S = 30.0
_NOTICE = {"zh-CN": "二楼电梯检修，请走楼梯", "en": "Lift under repair, please take the stairs"}
_OPENED, _TURNED = 4, 5
_STEADY = 1
_ROUNDS, _HELPED, _OTHERS = 12, 2, 5  # of numbers later in the day, at each of the three windows
_SUPERVISOR, _GUIDE = "9001", "2001"
_CLERKS = {_STEADY: "1001", _OPENED: "1004", _TURNED: "1005"}
_REASON = "身体不适"
_CHARTS_AT_LEAST = 3


def act(play: Performance) -> None:
    citizens = Citizens(play.road("citizens"))
    play.recorder.act("09:00: numbers wait for which no window is open")
    seats, waiting = morning(play, citizens)
    play.recorder.act("09:35: the supervisor comes on duty")
    screen = on_duty(play)
    open_window(play, screen)
    turn_window(play, screen, seats[_TURNED], waiting)
    override(play, screen, waiting)
    play.recorder.act("Meanwhile at the guide desk")
    passport(play)
    broken_printer(play, screen)
    play.recorder.act("A notice, and the end of the day")
    notice(play, screen)
    go_on(play, citizens, seats)
    close(play, screen, play.wall)


def morning(play: Performance, citizens: Citizens) -> tuple[dict[int, Seat], list[Taken]]:
    """One window serves its own, another has nobody yet, and six wait for one that is closed."""
    with play.recorder.step(
        "morning", "Citizens take numbers; six for a closed window", pictured=False
    ) as told:
        seats = {each: _seat(play, each) for each in (_STEADY, _TURNED)}
        waiting = []
        for nth in range(6):
            set_clock(play, f"09:{nth * 3:02}")
            waiting.append(citizens.take(QUEUE))
            _serve_one(play, citizens, seats[_STEADY], f"09:{nth * 3 + 2:02}")
        for minute in range(3):
            set_clock(play, f"09:{20 + minute}")
            citizens.take("trade/accept")
        told.append(", ".join(each.number for each in waiting))
    return seats, waiting


def _seat(play: Performance, window: int, *, is_open: bool = False) -> Seat:
    return Seat(play.road(f"clerk-{window}"), play.clerks[_CLERKS[window]], window, is_open=is_open)


def _serve_one(play: Performance, citizens: Citizens, seat: Seat, until: str) -> None:
    """Somebody new at the window, at once."""
    citizens.take("registration/accept")
    seat.call_next()
    seat.do("start")
    set_clock(play, until)
    seat.do("finish")


def go_on(play: Performance, citizens: Citizens, seats: dict[int, Seat]) -> None:
    """The clerk of the window that was opened from afar has come; all who wait are served."""
    with play.recorder.step("day", "The day goes on until half past four", pictured=False) as told:
        helped, turned = _seat(play, _OPENED, is_open=True), seats[_TURNED]
        set_clock(play, "09:37")
        for seat in (helped, turned):
            seat.do("start")
        for nth in range(_ROUNDS):
            for seat in [helped] * (nth < _HELPED) + [turned] * (nth < _OTHERS):
                seat.do("finish")
                seat.call_next()
                seat.do("start")
            set_clock(play, f"{10 + nth // 2}:{nth % 2 * 30:02}")
            _serve_one(play, citizens, seats[_STEADY], f"{10 + nth // 2}:{nth % 2 * 30 + 12:02}")
        for seat in (helped, turned):
            seat.do("finish")
        set_clock(play, "16:30")
        told.append(f"{_ROUNDS} more numbers")


def on_duty(play: Performance) -> Stage:
    set_clock(play, "09:35")
    screen = supervisor_on_duty(play, _SUPERVISOR)
    screen.wait("tally-waiting-value", "9")
    over_target(play, screen)
    return screen


def over_target(play: Performance, screen: Stage) -> None:
    with play.recorder.step("over-target", "A queue over its target, and nobody serves it") as told:
        screen.wait(_LATE, within_s=_NOTICED_WITHIN_S).wait(_NO_WINDOW)
        play.story["alarms"] = [_LATE, _NO_WINDOW]
        told.append(screen.text("tally-longest-value"))


def open_window(play: Performance, screen: Stage) -> None:
    with play.recorder.step(
        "open-asked", f"Window {_OPENED} is opened from afar: first it says what that does"
    ):
        screen.press(f"window-{_OPENED}").press("deed-open").wait("says")
    with play.recorder.step("opened", "It is open; nobody waits without a window any more"):
        screen.press("confirm").wait("deed-pause", within_s=_NOTICED_WITHIN_S)
        play.keeper.wait_until(
            lambda: _NO_WINDOW not in _at_now(screen), within_s=_NOTICED_WITHIN_S, what="that alarm goes"
        )


def _at_now(screen: Stage) -> list[str]:
    return screen.press("panel-now").names()


def turn_window(play: Performance, screen: Stage, desk: Seat, waiting: list[Taken]) -> None:
    with play.recorder.step("profile", f"Window {_TURNED} shall help: its profile is changed"):
        screen.press(f"window-{_TURNED}").press("deed-profile").press(f"unit-{QUEUE}")
    play.look = ("supervisor", "wall")
    with play.recorder.step("profile-changed", "Its clerk calls the one who waits longest") as told:
        screen.press("confirm").wait("deed-profile", within_s=_NOTICED_WITHIN_S)
        called = desk.call_next()
        if called != waiting[0].number:
            raise Different(f"window {desk.window} called {called}, not {waiting[0].number}")
        play.wall.wait("number", called, within_s=_NOTICED_WITHIN_S)
        told.append(f"{called} → window {desk.window}")


def override(play: Performance, screen: Stage, waiting: list[Taken]) -> None:
    chosen = waiting[-1]
    with play.recorder.step("override-asked", "Somebody is unwell: the last shall be called now, and why"):
        screen.press(f"window-{_OPENED}").press("deed-call").press(f"number-{chosen.number}")
        screen.type("reason", _REASON)
    play.look = ("supervisor", "wall")
    with play.recorder.step("override", "Called; the wall shows it") as told:
        screen.press("confirm")
        play.wall.wait("number", chosen.number, within_s=_NOTICED_WITHIN_S)
        told.append(f"{chosen.number} → window {_OPENED}")


def passport(play: Performance) -> None:
    """The road of who has no card that a kiosk reads."""
    desk, who = play.stages["guide"], play.clerks[_GUIDE]
    play.look = ("guide",)
    with play.recorder.step("guide-on-duty", "The guide logs in at the tablet") as told:
        desk.type("clerk", who.number).type("password", who.password).press("log-in").wait_page("home")
        told.append(who.name)
    with play.recorder.step("guide-business", "办理业务, 注册登记; who is it for?"):
        desk.press("begin-new").wait_page("class").press("class-accept").wait_page("category")
        desk.press("category-registration").wait_page("who")
    with play.recorder.step("guide-passport", "A passport's number and name are typed"):
        desk.press("document-passport").wait_page("document").type("field", "E12345678").press("enter")
        desk.wait_page("name").type("field", "SMITH JOHN")
    with play.recorder.step("guide-preview", "What the number would be"):
        desk.press("enter").wait_page("preview")
    with play.recorder.step("guide-printed", "On paper, from the printer at the desk") as told:
        desk.press("issue-paper").wait_page("delivered")
        printed = wait_for_paper(play, 1)
        kept = play.folder.root / "tickets" / "guide.png"
        shutil.copyfile(printed["png"], kept)
        play.story["passport_ticket"] = {"png": play.folder.relative(kept)}
        told.append(desk.text("number"))
        play.levers.pull("printer.take", printer=PRINTER)
    with play.recorder.step("guide-home", "The desk forgets the person", pictured=False):
        desk.press("done").wait_page("home")


def broken_printer(play: Performance, screen: Stage) -> None:
    play.look = ("supervisor", "guide")
    with play.recorder.step("printer-fails", "The guide's printer is opened: an alarm at the supervisor"):
        play.levers.pull("printer.cover", printer=PRINTER, open=True)
        screen.press("panel-now").wait(_PRINTER_ALARM, within_s=_NOTICED_WITHIN_S)
        play.story["alarms"].append(_PRINTER_ALARM)
    with play.recorder.step("printer-mended", "Closed again: the alarm goes by itself"):
        play.levers.pull("printer.cover", printer=PRINTER, open=False)
        play.keeper.wait_until(
            lambda: _PRINTER_ALARM not in screen.names(), within_s=_NOTICED_WITHIN_S, what="the alarm goes"
        )


def notice(play: Performance, screen: Stage) -> None:
    play.look = ("supervisor", "wall")
    with play.recorder.step("notice", "A text for all walls") as told:
        screen.press("panel-notices")
        for tag, text in _NOTICE.items():
            screen.type(f"notice-{tag}", text)
        screen.press("post-notice")
        play.wall.wait("notice-text", _NOTICE["zh-CN"], within_s=_NOTICED_WITHIN_S)
        told.append(play.wall.text("notice-text"))


def close(play: Performance, screen: Stage, walls: Stage) -> None:
    day = f"{play.day:%m%d}"
    play.look = (screen.name, walls.name)
    with play.recorder.step("closing-asked", "Closing asks for a reason and the date"):
        screen.press("panel-hall").press("closing-day-ended").type("closing-date", day)
    with play.recorder.step("closed", "The hall is closed; the wall says so"):
        screen.press("close-hall").wait("closing-title", "已经关闭", within_s=_NOTICED_WITHIN_S)
        walls.wait_page("closed", within_s=_NOTICED_WITHIN_S)


def reckon(play: Performance, lines: Lines) -> None:
    with play.recorder.step("override-kept", "The override stands with its reason", pictured=False) as told:
        told += [line["body"]["reason"] for line in lines if line["body"].get("way") == "override"]
        if told != [_REASON]:
            raise Different(f"the journal's overrides have the reasons {told}")
    with play.recorder.step("report", "The day's figures, as a workbook and charts", pictured=False) as told:
        book, charts = play.folder.root / "day.xlsx", play.folder.root / "charts"
        play.keeper.run(
            "report",
            [
                *(PAIHAO, "report", "day", "--journal", str(play.folder.export), "--config", str(play.hall)),
                *("--xlsx", str(book), "--png", str(charts)),
            ],
        )
        drawn = sorted(play.folder.relative(path) for path in charts.glob("*.png"))
        if len(drawn) < _CHARTS_AT_LEAST or not book.exists():
            raise Different(f"the report drew {drawn}")
        play.story["report"] = {"xlsx": play.folder.relative(book), "charts": drawn}
        told.append(f"{len(drawn)} charts")


SUPERVISOR = Play(
    name="supervisor",
    title="A supervisor's hour: queues, windows, an override, a notice, an alarm, and the end of the day",
    act=act,
    screens=(),
    begins_at="09:00",
    fronts=(
        kiosks_api(),
        *map(clerks_api, _CLERKS),
        supervisor(),
        guide(),
        wall("wall", range(1, 13), arrows={"left": range(1, 4), "upstairs": (4, 5, 6, 11, 12)}),
    ),
    clerks=(_SUPERVISOR, _GUIDE, *_CLERKS.values()),
    shall_hold=("profile-changed", "ticket-called", "notice-posted", "day-closed"),
    reckon=reckon,
)
