"""From nothing to a running hall: simulated devices, a server, enrolled devices, and screens."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from sim.story.artefacts import Folder
from sim.story.clock import today
from sim.story.configurations import PLAIN, KioskFit, write_configurations
from sim.story.founding import (
    Clerk,
    Newcomer,
    Office,
    admit,
    enrol_devices,
    first_clerk,
    found_hall,
    set_password,
)
from sim.story.fronts import Front, start_fronts
from sim.story.keeper import Keeper
from sim.story.levers import Levers
from sim.story.loudspeakers import Loudspeaker
from sim.story.performance import SCREENS, Performance, start_screens, start_station
from sim.story.phone import Route
from sim.story.programs import WorkFolder, begin_simulator, start_server, wait_for_simulator
from sim.story.recorder import Recorder

_UP_WITHIN_S = 40.0
_FIRST_PAGES = {"kiosk": "home", "counter": "login"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Venue:
    """`voice` is what the wall does with speech (`sound`, `folder`, `none`); port 0 takes a free one.

    `by_commands`: the hall is set up as a person would type it, which takes a while; otherwise by its HTTP
    interface. `begins_at`, such as 09:00: where the hall's clock stands until a story moves it; empty is the
    real one. `fronts` are further programs, `clerks` those who get passwords beside the first; `speakers`
    those that front ends name.
    """

    hall: Path
    voice: str
    port: int = 0
    screens: tuple[str, ...] = SCREENS
    has_station: bool = True
    by_commands: bool = True
    fit: KioskFit = PLAIN
    begins_at: str = ""
    fronts: tuple[Front, ...] = ()
    clerks: tuple[str, ...] = ()
    speakers: Mapping[str, Loudspeaker] = field(default_factory=dict)


def open_hall(
    keeper: Keeper, folder: Folder, work: WorkFolder, recorder: Recorder, venue: Venue
) -> Performance:
    hall = venue.hall.resolve()
    recorder.act("The hall opens")
    begin_simulator(keeper, hall, work)
    with recorder.step("hall-founded", "The hall gets its certificate and keys"):
        admin_secret = found_hall(keeper, hall, work)
        day = today(hall)
    with recorder.step("server", "The hall server starts") as told:
        steered_from = f"{day}T{venue.begins_at}:00" if venue.begins_at else ""
        server = start_server(keeper, hall, work, port=venue.port, steered_from=steered_from)
        told.append(server)
    with recorder.step("devices", "Simulated devices are plugged in") as told:
        devices = wait_for_simulator(keeper, work)
        levers = Levers(devices.levers)
        told.append(f"{len(devices.bus_addresses)} windows on the bus, card readers, printers, a scanner")
    office = Office(server=server, secret=admin_secret)
    if venue.by_commands:
        clerks = [_admit_by_commands(keeper, hall, work, recorder, office)]
    else:
        clerks = _admit_at_once(venue, hall, work, recorder, office)
    write_configurations(work, devices, voice=venue.voice, fit=venue.fit)
    with recorder.step("screens", "The screens start") as told:
        if venue.has_station:
            start_station(keeper, work)
        stages = start_screens(keeper, work, devices, venue.screens)
        for screen, page in _FIRST_PAGES.items():
            if screen in stages:
                stages[screen].wait_page(page, within_s=_UP_WITHIN_S)
        stages |= start_fronts(keeper, work, devices, venue.fronts, venue.speakers)
        told.append(", ".join([*stages, *(["station"] if venue.has_station else [])]))
    return Performance(
        keeper=keeper,
        folder=folder,
        work=work,
        hall=hall,
        devices=devices,
        levers=levers,
        route=Route(server=server, certificate=(work.data / "certificate.pem").read_text()),
        day=day,
        clerk=clerks[0],
        clerks={each.number: each for each in clerks},
        admin_secret=admin_secret,
        recorder=recorder,
        stages=stages,
        speakers=venue.speakers,
    )


def _admit_by_commands(
    keeper: Keeper, hall: Path, work: WorkFolder, recorder: Recorder, office: Office
) -> Clerk:
    with recorder.step("clerk", "A clerk gets a password"):
        clerk = set_password(keeper, hall, work, office.secret)
    with recorder.step("enrolled", "Devices are enrolled by one-time codes") as told:
        told.append(", ".join(enrol_devices(keeper, work, office.server, office.secret)))
    return clerk


def _admit_at_once(
    venue: Venue, hall: Path, work: WorkFolder, recorder: Recorder, office: Office
) -> list[Clerk]:
    usual = [*venue.screens, *(["station"] if venue.has_station else [])]
    devices = [
        *map(Newcomer.usual, usual),
        *(
            Newcomer(name=each.name, role=each.role, windows=each.windows, device=each.device)
            for each in venue.fronts
        ),
    ]
    first = first_clerk(hall, "").number
    clerks = [first, *(each for each in venue.clerks if each != first)]
    with recorder.step("enrolled", "Devices are enrolled, clerks get passwords") as told:
        told.append(", ".join(each.name for each in devices))
        return admit(hall, work, office, devices, clerks)
