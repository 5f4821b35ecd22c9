"""What a citizen and a clerk wait for, measured from outside on the real applications."""

import time
from dataclasses import asdict

from benchmarks.figures import Figures, median_of
from sim.crowd.people import invented_people
from sim.story.performance import Performance
from sim.story.programs import PAIHAO
from sim.story.stage import Stage

_PRINTER = "tcp"


def measure_server_start(figures: Figures, play: Performance, *, times: int) -> None:
    """A second server on a hall of its own, from its start to its word that it is ready."""
    took_ms = []
    hall, ready = play.work.root / "bench-hall", play.work.root / "bench-ready.json"
    play.keeper.run("bench-init", [PAIHAO, "hall", "init", "--config", str(play.hall), "--data", str(hall)])
    for _ in range(times):
        ready.unlink(missing_ok=True)
        begun = time.monotonic()
        play.keeper.start(
            "bench-server",
            [
                *(PAIHAO, "hall", "--config", str(play.hall), "--data", str(hall)),
                *("--port", "0", "--ready-file", str(ready)),
            ],
        )
        play.keeper.wait_until(ready.exists, within_s=30, what="the server is ready")
        took_ms.append((time.monotonic() - begun) * 1000)
        play.keeper.stop("bench-server")
    figures.add(median_of("hall server: start → ready", took_ms, target=1000))


def measure_kiosk_start(figures: Figures, play: Performance, *, times: int) -> None:
    """A second kiosk without devices in use, from its start to its home page."""
    took_ms = []
    place = play.work.root / "bench.stage"
    for _ in range(times):
        place.unlink(missing_ok=True)
        begun = time.monotonic()
        play.keeper.start(
            "bench-kiosk",
            [
                *(PAIHAO, "kiosk", "--config", str(play.work.configuration("kiosk"))),
                *("--stage", str(place)),
            ],
            extra=play.devices.environment,
        )
        stage = Stage(place, "bench-kiosk")
        stage.wait_page("home", within_s=30)
        took_ms.append((time.monotonic() - begun) * 1000)
        stage.close()
        play.keeper.stop("bench-kiosk")
    figures.add(median_of("kiosk: start → home page", took_ms, target=3000))


def measure_touch_to_paper(figures: Figures, play: Performance, *, tickets: int) -> None:
    """From the touch that asks for paper to the last byte in the printer, which is the cut."""
    took_ms, read_ms = [], []
    for nth, person in enumerate(invented_people(tickets), 1):
        play.kiosk.wait_page("home").press("class-accept").wait_page("category")
        play.kiosk.press("category-registration").wait_page("matters")
        play.kiosk.press("no-matter").wait_page("card")
        laid = time.monotonic()
        play.levers.pull("card.lay", slot="id", person=asdict(person))
        play.kiosk.wait_page("confirm").wait("way-paper")
        read_ms.append((time.monotonic() - laid) * 1000)
        touched = time.monotonic()
        play.kiosk.press("way-paper")
        printed = play.levers.pull("printer.wait", printer=_PRINTER, count=nth, within_s=10)["ticket"]
        took_ms.append((printed["cut_s"] - touched) * 1000)
        play.kiosk.wait_page("done")
        play.levers.pull("card.lift", slot="id")
        play.levers.pull("printer.take", printer=_PRINTER)
        play.kiosk.press("leave").wait_page("home")
    figures.add(median_of("card laid → read and shown", read_ms))
    figures.add(median_of("touch → printed bytes, the last of them", took_ms, target=150))


def measure_call_to_wall(figures: Figures, play: Performance, *, calls: int) -> None:
    """From the clerk's press to the number on the wall; numbers are called in the order they were taken."""
    took_ms = []
    play.counter.wait_page("login").type("clerk", play.clerk.number).type("password", play.clerk.password)
    play.counter.press("log-in").wait_page("window").press("open")
    for nth in range(1, calls + 1):
        play.counter.wait("state", "空闲")
        begun = time.monotonic()
        play.counter.press("call-next")
        play.wall.wait("number", f"{nth:03}")
        took_ms.append((time.monotonic() - begun) * 1000)
        for action in ("start", "finish"):
            play.counter.press(action)
    figures.add(median_of("call: clerk's press → number on the wall", took_ms, target=100))
