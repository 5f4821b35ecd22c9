"""What happens at the window: by the clerk at the counter, and by the hard-wired caller without one."""

import shutil
from pathlib import Path

from sim.story.configurations import WINDOW
from sim.story.errors import Different
from sim.story.performance import Performance, Ticket
from sim.story.phone import Phone

_SHOWN_WITHIN_S = 15.0  # for a loaded machine; the benchmark measures how long it takes
_SPOKEN_WITHIN_S = 30.0
_PHONE_WITHIN_S = 30.0
_PAD_LEVEL = 5
_KEYPAD_KEY = 3  # 非常满意 on a keypad with four keys


def log_in(play: Performance) -> None:
    with play.recorder.step("log-in", "The clerk logs in at the counter by keyboard") as told:
        play.counter.wait_page("login").type("clerk", play.clerk.number).type("password", play.clerk.password)
        play.counter.press("log-in").wait_page("window")
        told.append(play.clerk.name)
    with play.recorder.step("window-open", f"Window {WINDOW} opens"):
        play.counter.press("open").wait("call-next")


def call_next(play: Performance, ticket: Ticket) -> None:
    """The clerk presses; the hall decides that it is `ticket`'s turn."""
    with play.recorder.step("call", "The clerk calls; the wall shows it") as told:
        play.counter.press("call-next")
        play.wall.wait("number", ticket.number, within_s=_SHOWN_WITHIN_S)
        play.counter.wait("number", ticket.number)
        told.append(f"{ticket.number} → window {WINDOW}")


def serve(play: Performance, ticket: Ticket) -> None:
    """Start and finish; whoever wants to rate does so elsewhere."""
    with play.recorder.step("served", "The citizen is there, and is served", pictured=False) as told:
        play.counter.press("start")
        play.counter.press("finish").wait("no-ticket")
        told.append(ticket.number)


def serve_at_counter(play: Performance, ticket: Ticket) -> None:
    """Call, recall, start and finish, seen on the wall, heard by the voice, rated at the pad."""
    call_next(play, ticket)
    with play.recorder.step("voice", "The voice speaks it", pictured=False) as told:
        spoken = _spoken(play, calls=1)
        play.story["voice"] = {"wav": play.folder.relative(spoken)}
        told.append(spoken.name)
    with play.recorder.step("recall", "The clerk calls once more; the voice repeats it"):
        play.counter.press("recall")
        _spoken(play, calls=2)
    with play.recorder.step("start", "The citizen is there: service starts"):
        play.counter.press("start").wait("finish")
    with play.recorder.step("finish", "Service is done; the pad asks"):
        play.counter.press("finish")
        play.pad.wait_page("ask", within_s=_SHOWN_WITHIN_S)
    with play.recorder.step("rating-pad", "The citizen rates at the pad") as told:
        play.pad.press(f"level-{_PAD_LEVEL}").wait_page("thanks")
        told.append("非常满意")


def close_counter(play: Performance) -> None:
    with play.recorder.step("counter-closed", "The counter client is closed; the window stays open"):
        play.leave_stage("counter")


def serve_by_caller(play: Performance, ticket: Ticket, phone: Phone) -> None:
    """The same by the keys of the bus, owned by the station: no counter client runs."""
    with play.recorder.step("caller-call", "The hard-wired caller calls; wall and caller show it") as told:
        play.levers.pull("caller.press", window=WINDOW, key="call")
        play.wall.wait("number", ticket.number, within_s=_SHOWN_WITHIN_S)
        play.keeper.wait_until(
            lambda: _caller_shows(play).endswith(ticket.number),
            within_s=_SHOWN_WITHIN_S,
            what=f"the caller shows {ticket.number}",
        )
        told.append(f"{ticket.number} → window {WINDOW}")
    with play.recorder.step("phone-called", "The phone says where to go"):
        phone.wait_called_to(WINDOW, within_s=_PHONE_WITHIN_S)
    with play.recorder.step("caller-serve", "Started and finished by the caller's keys; the keypad asks"):
        # Still asked for the first service, which was rated elsewhere: only a further asking is this one's.
        asks = play.levers.pull("pad.state", window=WINDOW)["asks"]
        play.levers.pull("caller.press", window=WINDOW, key="start")
        play.levers.pull("caller.press", window=WINDOW, key="wait")
        play.levers.pull("pad.wait", window=WINDOW, asks=asks + 1, within_s=_SHOWN_WITHIN_S)
        play.pad.wait_page("ask", within_s=_SHOWN_WITHIN_S)
    with play.recorder.step("rating-keypad", "The citizen rates with a key of the bus") as told:
        play.levers.pull("pad.press", window=WINDOW, value=_KEYPAD_KEY)
        play.levers.pull("pad.wait", window=WINDOW, acknowledged=1, within_s=_SHOWN_WITHIN_S)
        play.keeper.wait_until(
            lambda: play.pad.page() != "ask", within_s=_SHOWN_WITHIN_S, what="the rating is taken"
        )
        told.append(f"key {_KEYPAD_KEY}")


def _caller_shows(play: Performance) -> str:
    """Six places: who waits on the left, the ticket on the right, `_` for blank."""
    return str(play.levers.pull("caller.display", window=WINDOW)["display"])


def _spoken(play: Performance, *, calls: int) -> Path:
    """Wait until so many calls were spoken in Mandarin, keep the newest, and return where."""

    def newest() -> Path | None:
        files = sorted(play.work.voice.glob("[0-9]*-zh-CN.wav"), key=lambda path: path.stat().st_mtime_ns)
        return files[-1] if len(files) >= calls else None

    found = play.keeper.wait_until(newest, within_s=_SPOKEN_WITHIN_S, what=f"call {calls} is spoken")
    if found.stat().st_size < _SHORTEST_BYTES:
        raise Different(f"{found.name} is too short to be a call")
    return shutil.copyfile(found, play.folder.voice / found.name)


_SHORTEST_BYTES = 24_000  # half a second of 16 bit mono at 24,000 Hz
