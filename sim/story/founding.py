"""Setting a hall up by the commands its administrator types: keys, a clerk's password, enrolled devices."""

import secrets
import tomllib
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from sim.story.configurations import WINDOW
from sim.story.keeper import Keeper
from sim.story.programs import PAIHAO, WorkFolder

_AT_ONCE = 3
# A counter and a pad belong to their window; the other devices to the whole hall.
_DEVICES: dict[str, tuple[int, ...]] = {
    "kiosk": (),
    "counter": (WINDOW,),
    "station": (),
    "wall": (),
    "pad": (WINDOW,),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Clerk:
    number: str
    name: str
    password: str = field(repr=False)


def found_hall(keeper: Keeper, hall: Path, work: WorkFolder) -> str:
    """Make the hall's folder; return the admin secret, which is shown this once."""
    founded = keeper.run(
        "hall-init", [PAIHAO, "hall", "init", "--config", str(hall), "--data", str(work.data)]
    )
    return founded.strip()


def set_password(keeper: Keeper, hall: Path, work: WorkFolder, admin_secret: str) -> Clerk:
    """Give the first clerk of the configuration a password that lives as long as the story."""
    entry = tomllib.loads(hall.read_text())["clerks"][0]
    clerk = Clerk(number=entry["number"], name=entry["name"], password=secrets.token_urlsafe(12))
    keeper.run(
        "hall-clerk",
        [PAIHAO, "hall", "clerk", clerk.number, "--data", str(work.data)],
        typed=f"{clerk.password}\n",
        extra=_admin(admin_secret),
    )
    return clerk


def enrol_devices(keeper: Keeper, work: WorkFolder, server: str, admin_secret: str) -> list[str]:
    """Enrol every device of the story by a code of its own; return their names."""
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        return list(pool.map(lambda device: _enrol(keeper, work, server, admin_secret, device), _DEVICES))


def _enrol(keeper: Keeper, work: WorkFolder, server: str, admin_secret: str, device: str) -> str:
    bound = [argument for window in _DEVICES[device] for argument in ("--window", str(window))]
    code = keeper.run(
        f"enrolment-code-{device}",
        [
            *(PAIHAO, "hall", "enrolment-code", "--data", str(work.data)),
            *("--role", device, "--device", f"{device}-1", *bound),
        ],
        extra=_admin(admin_secret),
    )
    keeper.run(
        f"enrol-{device}",
        [PAIHAO, "enrol", "-", "--server", server, "--out", str(work.credential(device))],
        typed=code,
    )
    return device


def _admin(secret: str) -> dict[str, str]:
    return {"PAIHAO_ADMIN_SECRET": secret}
