"""The programs of a story beyond the demo's five: several of a kind, each with its file and credential."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from sim.story.configurations import credential_line, quoted
from sim.story.keeper import Keeper
from sim.story.loudspeakers import Loudspeaker
from sim.story.programs import PAIHAO, Devices, WorkFolder
from sim.story.stage import Stage

Written = Callable[[Devices], str]
CABINET = "L1"
_UP_WITHIN_S = 40.0
_SCREEN = {
    "name": "screen",
    "x": 0,
    "y": 0,
    "width": 1920,
    "height": 1080,
    "logicalDpi": 96,
    "logicalBaseDpi": 96,
    "dpr": 1,
}
_NOTHING_MORE: Written = lambda _: ""  # noqa: E731 - a default with a name


@dataclass(frozen=True, slots=True, kw_only=True)
class Front:
    """One enrolled device.

    `name` is that of its credential, its log and its pictures, `device` by which the hall knows it, where
    that matters.
    `program` is what `paihao` calls it; empty where nothing is started, since somebody else uses the
    credential. `written` follows the credential in its file. `speaker` names the loudspeaker of its computer.
    `page` is the first page it shows; a program without one has no screen.
    """

    name: str
    role: str
    device: str = ""
    program: str = ""
    windows: tuple[int, ...] = ()
    written: Written = _NOTHING_MORE
    arguments: tuple[str, ...] = ()
    speaker: str = ""
    page: str = ""


def counter(window: int, *, layout: str = "dock", has_printer: bool = False) -> Front:
    """With a printer it prints the receipts of cases."""

    def written(devices: Devices) -> str:
        printer = f"printer = {quoted(devices.receipt_printer)}\n" if has_printer else ""
        return f'windows = [{window}]\nlayout = "{layout}"\n{printer}'

    return Front(
        name=f"counter-{window}",
        role="counter",
        program="counter",
        windows=(window,),
        written=written,
        page="login",
    )


def clerks_api(window: int) -> Front:
    """A counter of which only the credential is used: its clerk works by requests."""
    return Front(name=f"clerk-{window}", role="counter", windows=(window,))


def pad(window: int) -> Front:
    def written(_: Devices) -> str:
        return f"window = {window}\n"

    return Front(
        name=f"pad-{window}", role="pad", program="pad", windows=(window,), written=written, page="closed"
    )


def window_screen(window: int) -> Front:
    def written(_: Devices) -> str:
        return f"window = {window}\n"

    return Front(
        name=f"window-screen-{window}",
        role="wall",
        program="window-screen",
        written=written,
        arguments=("--size", "1280x720"),
        page="closed",
    )


def wall(
    name: str,
    windows: Sequence[int],
    *,
    speaker: str = "",
    arrows: Mapping[str, Sequence[int]] | None = None,
) -> Front:
    """Shows the calls of its windows, and speaks them if it has a loudspeaker, all at one speed."""

    def written(_: Devices) -> str:
        ways = "".join(
            f'\n[[arrows]]\nto = "{way}"\nwindows = {list(there)}\n' for way, there in (arrows or {}).items()
        )
        address = "clips+sound://default" if speaker else ""
        voice = f'\n[voice]\nspeaker = "{address}"\nwindows = {list(windows)}\nhurried_speed = 1.0\n'
        return f"windows = {list(windows)}\n{ways}{voice}"

    return Front(name=name, role="wall", program="wall", written=written, speaker=speaker, page="calls")


def supervisor() -> Front:
    return Front(name="supervisor", role="counter", program="supervisor", page="login")


def guide() -> Front:
    """With a printer at the desk."""

    def written(devices: Devices) -> str:
        return f"[devices]\nprinter = {quoted(devices.printer)}\n"

    return Front(name="guide", role="counter", program="guide", written=written, page="login")


def cabinet() -> Front:
    """One with a reader of identity cards, a scanner, a reader of staff cards and a printer."""

    def written(devices: Devices) -> str:
        locks, reader, scanner, staff_reader, printer = map(quoted, devices.cabinet_addresses)
        return (
            f"[devices]\nlocker = {locks}\nreaders = [{reader}]\nscanner = {scanner}\n"
            f"staff_reader = {staff_reader}\nprinter = {printer}\n"
        )

    return Front(
        name="cabinet", role="cabinet", device=CABINET, program="cabinet", written=written, page="home"
    )


def back_office() -> Front:
    """The city's own system, which says by requests when a case is ready."""
    return Front(name="back-office", role="gateway")


def kiosks_api() -> Front:
    """A kiosk of which only the credential is used: citizens take numbers by requests."""
    return Front(name="citizens", role="kiosk")


def station(windows: Sequence[int], *, has_strips: bool = False) -> Front:
    """Owns the callers of the bus at these windows, and their strips: the first window has strip 1."""

    def written(devices: Devices) -> str:
        callers = {entry["window"]: entry["caller"] for entry in devices.bus_addresses}
        strips = f"[strips]\naddress = {quoted(f'bx+serial://{devices.strip_line}')}\n" if has_strips else ""
        tables = "".join(
            f"\n[[windows]]\nwindow = {window}\naddress = {callers[window]}\n"
            + (f"strip = {place}\n" if has_strips else "")
            for place, window in enumerate(windows, 1)
        )
        return f"bus = {quoted(devices.window_bus)}\n{strips}{tables}"

    return Front(name="station", role="station", program="station", written=written)


def start_fronts(
    keeper: Keeper,
    work: WorkFolder,
    devices: Devices,
    fronts: Sequence[Front],
    speakers: Mapping[str, Loudspeaker],
) -> dict[str, Stage]:
    """Write the files and start the programs; the stages of those with a screen, each at its first page."""
    started = [front for front in fronts if front.program]
    for front in started:
        file = work.configuration(front.name)
        file.write_text(credential_line(work, front.name) + front.written(devices))
        start_front(keeper, work, devices, front, speakers)
    shown = [front for front in started if front.page]
    for front in shown:
        keeper.wait_until(work.stage(front.name).exists, within_s=_UP_WITHIN_S, what=f"{front.name} is up")
    stages = {front.name: Stage(work.stage(front.name), front.name) for front in shown}
    for front in shown:
        stages[front.name].wait_page(front.page, within_s=_UP_WITHIN_S)
    return stages


def start_front(
    keeper: Keeper, work: WorkFolder, devices: Devices, front: Front, speakers: Mapping[str, Loudspeaker]
) -> None:
    around = speakers[front.speaker].environment if front.speaker else {}
    if front.page:
        around = around | _screen(work)
    stage = ("--stage", str(work.stage(front.name))) if front.page else ()
    keeper.start(
        front.name,
        [PAIHAO, front.program, "--config", str(work.configuration(front.name)), *front.arguments, *stage],
        extra=devices.environment | around,
    )


def _screen(work: WorkFolder) -> dict[str, str]:
    """A computer's screen of the usual size, where Qt draws without one."""
    file = work.root / "screen.json"
    if not file.exists():
        file.write_text(json.dumps({"screens": [_SCREEN]}))
    return {"QT_QPA_PLATFORM": f"offscreen:configfile={file}"}
