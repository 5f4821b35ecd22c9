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

from sim.rig.strips import PtyBxStrip
from sim.story.artefacts import Folder
from sim.story.beside import Beside, beside
from sim.story.citizen_acts import take_paper_number, take_paperless_number
from sim.story.errors import Different, StoryError
from sim.story.keeper import Keeper
from sim.story.loudspeakers import Loudspeaker
from sim.story.opening import Venue, open_hall
from sim.story.performance import Citizen, Performance, read_people
from sim.story.plays import PLAYS, Play
from sim.story.programs import STRIP_LINE, WorkFolder, environment
from sim.story.recorder import Recorder
from sim.story.records import audit, close_hall, find_expected, find_whole_lives, keep_journal
from sim.story.window_acts import close_counter, log_in, serve_at_counter, serve_by_caller


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    """`story` is one of PLAYS; empty is the main story, whose citizens may come from the file `people`.

    `work` keeps the work folder there, secrets and all.
    """

    hall: Path
    out: Path
    story: str = ""
    people: Path | None = None
    work: Path | None = None


def tell(script: Script, console: Console) -> int:
    """Play the story headless and leave its folder; 0 only if everything happened."""
    begun = time.perf_counter()
    play = PLAYS.get(script.story)
    console.print(
        f"[bold]Paihao 排号[/bold]: {play.title if play else 'the story'} · {script.hall.name}, no screen"
    )
    recorder = Recorder(console)
    try:
        folder = Folder.prepare(script.out)
        with ending_on_signals(), work_folder(script.work) as work:
            story = _played(script, play, folder, work, recorder)
    except StoryError as error:
        recorder.explain(error)
        console.print(f"→ logs: {script.out / 'logs'}", highlight=False, soft_wrap=True)
        return 1
    path = folder.write_story(story, recorder.steps)
    took_s = time.perf_counter() - begun
    console.print(f"\n[green]Everything happened[/green] in {took_s:.1f} s. {path}", soft_wrap=True)
    return 0


def _played(
    script: Script, play: Play | None, folder: Folder, work: WorkFolder, recorder: Recorder
) -> dict[str, Any]:
    keeper = Keeper(folder.logs, environment(headless=True))
    with ExitStack() as stack:
        speakers = {name: stack.enter_context(Loudspeaker()) for name in (play.speakers if play else ())}
        strips = stack.enter_context(_strip_line(play, work)) if play and play.strips else None
        more = (
            stack.enter_context(beside(work, has_cabinet=play.has_cabinet))
            if play and play.has_messages
            else None
        )
        stack.callback(keeper.stop_all)  # before the sound systems end
        venue = (
            Venue(hall=script.hall, voice="folder")
            if play is None
            else _house(_hall_of(play, script.hall, work, more), play, speakers)
        )
        performance = open_hall(keeper, folder, work, recorder, venue)
        performance.strip_line, performance.beside_it = strips, more
        stack.callback(performance.levers.close)
        recorder.keep_pictures(performance.picture)
        if play is None:
            _play_whole_road(script, performance)
        else:
            performance.story["story"] = play.name
            play.act(performance)
        recorder.act("The hall closes")
        close_hall(performance)
        lines = keep_journal(performance)
        if play is None:
            find_whole_lives(performance, lines)
        else:
            find_expected(performance, lines, play.shall_hold)
            audit(performance)
            play.reckon(performance, lines)
        return performance.story


def _strip_line(play: Play, work: WorkFolder) -> PtyBxStrip:
    work.simulator.mkdir(exist_ok=True)
    return PtyBxStrip(link=work.simulator / STRIP_LINE, addresses=range(1, len(play.strips) + 1))


def _house(hall: Path, play: Play, speakers: dict[str, Loudspeaker]) -> Venue:
    return Venue(
        hall=hall,
        voice="none",
        screens=play.screens,
        has_station=False,
        by_commands=False,
        fit=play.fit,
        begins_at=play.begins_at,
        fronts=play.fronts,
        clerks=play.clerks,
        speakers=speakers,
    )


def _hall_of(play: Play, hall: Path, work: WorkFolder, more: Beside | None) -> Path:
    """The demo's hall, or one whose file says otherwise here and there, or more."""
    if not play.changes and more is None:
        return hall
    text = hall.read_text()
    for before, after in play.changes.items():
        if before not in text:
            raise Different(f"{hall.name} does not say {before!r}")
        text = text.replace(before, after)
    text += more.tables if more else ""
    changed = work.root / "hall.toml"
    changed.write_text(text)
    for table in hall.parent.glob("*.csv"):
        shutil.copyfile(table, work.root / table.name)
    return changed


def _play_whole_road(script: Script, play: Performance) -> None:
    """The main story: from card to rating, on paper and without."""
    people = read_people(script.people)
    play.recorder.act("A citizen takes a number on paper")
    take_paper_number(play, Citizen(person=people["a"], slot="contact", card="ssc"))
    play.recorder.act("Another takes one without paper")
    with take_paperless_number(play, Citizen(person=people["b"], slot="id", card="id")) as phone:
        play.recorder.act("A clerk serves the first")
        log_in(play)
        serve_at_counter(play, play.tickets[0])
        play.recorder.act("The second is served by the keys at the window, with the counter client closed")
        close_counter(play)
        serve_by_caller(play, play.tickets[1], phone)
        play.story["phone"] = {"kind": phone.kind, "visited": phone.visited}


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
