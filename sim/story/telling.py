"""The whole story, act by act, and its orderly end whatever happens."""

import shutil
import signal
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

from rich.console import Console

from sim.story.artefacts import Folder
from sim.story.citizen_acts import take_paper_number, take_paperless_number
from sim.story.configurations import write_configurations
from sim.story.errors import StoryError
from sim.story.founding import enrol_devices, found_hall, set_password
from sim.story.keeper import Keeper
from sim.story.levers import Levers
from sim.story.performance import Citizen, Performance, read_people, start_screens
from sim.story.phone import Route
from sim.story.programs import WorkFolder, environment, start_server, start_simulator
from sim.story.recorder import Recorder
from sim.story.records import close_hall, keep_journal
from sim.story.window_acts import close_counter, log_in, serve_at_counter, serve_by_caller


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    """`people` names a file with the citizens; `work` keeps the work folder there, secrets and all."""

    hall: Path
    out: Path
    people: Path | None = None
    work: Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Venue:
    """`voice` is what the wall does with speech (`sound`, `folder`, `none`); port 0 takes a free one."""

    hall: Path
    voice: str
    port: int = 0


def tell(script: Script, console: Console) -> int:
    """Play the story headless and leave its folder; 0 only if everything happened."""
    begun = time.perf_counter()
    console.print(f"[bold]Paihao 排号[/bold]: the story of {script.hall.name}, without a screen")
    recorder = Recorder(console)
    try:
        folder = Folder.prepare(script.out)
        with ending_on_signals(), work_folder(script.work) as work:
            story = _play(script, folder, work, recorder)
    except StoryError as error:
        recorder.explain(error)
        console.print(f"→ logs: {script.out / 'logs'}", highlight=False, soft_wrap=True)
        return 1
    path = folder.write_story(story, recorder.steps)
    took_s = time.perf_counter() - begun
    console.print(f"\n[green]Everything happened[/green] in {took_s:.1f} s. {path}", soft_wrap=True)
    return 0


def _play(script: Script, folder: Folder, work: WorkFolder, recorder: Recorder) -> dict[str, Any]:
    keeper = Keeper(folder.logs, environment(headless=True))
    with ExitStack() as stack:
        stack.callback(keeper.stop_all)
        play = open_hall(keeper, folder, work, recorder, Venue(hall=script.hall, voice="folder"))
        stack.callback(play.levers.close)
        recorder.keep_pictures(play.picture)
        people = read_people(script.people)
        recorder.act("A citizen takes a number on paper")
        take_paper_number(play, Citizen(person=people["a"], slot="contact", card="ssc"))
        recorder.act("Another takes one without paper")
        with take_paperless_number(play, Citizen(person=people["b"], slot="id", card="id")) as phone:
            recorder.act("A clerk serves the first")
            log_in(play)
            serve_at_counter(play, play.tickets[0])
            recorder.act("The second is served by the keys at the window, with the counter client closed")
            close_counter(play)
            serve_by_caller(play, play.tickets[1], phone)
            play.story["phone"] = {"kind": phone.kind, "visited": phone.visited}
        recorder.act("The hall closes")
        close_hall(play)
        keep_journal(play)
        return play.story


def open_hall(
    keeper: Keeper, folder: Folder, work: WorkFolder, recorder: Recorder, venue: Venue
) -> Performance:
    """From nothing to a hall with simulated devices, a server, enrolled devices and all screens up."""
    hall = venue.hall.resolve()
    recorder.act("The hall opens")
    with recorder.step("devices", "Simulated devices are plugged in") as told:
        devices = start_simulator(keeper, hall, work)
        levers = Levers(devices.levers)
        told.append(f"{len(devices.bus_addresses)} windows on the bus, 2 card readers, a printer")
    with recorder.step("hall-founded", "The hall gets its certificate and keys"):
        admin_secret = found_hall(keeper, hall, work)
    with recorder.step("server", "The hall server starts") as told:
        server = start_server(keeper, hall, work, port=venue.port)
        told.append(server)
    with recorder.step("clerk", "A clerk gets a password"):
        clerk = set_password(keeper, hall, work, admin_secret)
    with recorder.step("enrolled", "Devices are enrolled by one-time codes") as told:
        told.append(", ".join(enrol_devices(keeper, work, server, admin_secret)))
    write_configurations(work, devices, voice=venue.voice)
    with recorder.step("screens", "Kiosk, counter, wall, pad and station start"):
        stages = start_screens(keeper, work, devices)
        stages["kiosk"].wait_page("home", within_s=40)
        stages["counter"].wait_page("login", within_s=40)
    return Performance(
        keeper=keeper,
        folder=folder,
        work=work,
        hall=hall,
        devices=devices,
        levers=levers,
        route=Route.of_credential(work.credential("kiosk")),
        clerk=clerk,
        recorder=recorder,
        stages=stages,
    )


@contextmanager
def work_folder(kept: Path | None) -> Iterator[WorkFolder]:
    """A folder for secrets and sockets that is gone afterwards, or `kept`, which stays for whoever asked."""
    if kept is not None:
        kept.mkdir(mode=0o700, parents=True)
        yield WorkFolder(root=kept.resolve())
        return
    root = Path(tempfile.mkdtemp(prefix="paihao-story-"))
    try:
        yield WorkFolder(root=root)
    finally:
        shutil.rmtree(root)


@contextmanager
def ending_on_signals() -> Iterator[None]:
    """SIGTERM and SIGHUP end the story as Ctrl-C does: in order, with everything stopped."""

    def end(*_: object) -> NoReturn:
        raise KeyboardInterrupt

    before = {number: signal.signal(number, end) for number in (signal.SIGTERM, signal.SIGHUP)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
